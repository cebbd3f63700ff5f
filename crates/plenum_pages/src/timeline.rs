//! What happened in a process, as numbered dots on a line of time; the list beneath has every dot's words and sources.

use crate::parts::{Choice, Link};
use crate::plot::{day, short};
use crate::process::Source;
use crate::words::Words;
use plenum_model::PartialDate;
use std::borrow::Cow;

const WIDTH: f64 = 960.0;
const SIDE: f64 = 24.0;
const APART: f64 = 23.0; // A dot with its number is 20 wide.
const ROW: f64 = 24.0;
const YEAR_DAYS: f64 = 365.25;

/// Something dated: a session, an adoption, a change.
#[derive(Clone, Debug)]
pub struct Event<'a> {
    /// Its name.
    pub name: Cow<'a, str>,
    /// First day.
    pub from: Option<PartialDate>,
    /// Last day.
    pub until: Option<PartialDate>,
    /// Where.
    pub place: Option<Cow<'a, str>>,
    /// What came out of it.
    pub outcome: Option<Cow<'a, str>>,
    /// The documents that decided it or came out of it.
    pub documents: Vec<Link<'a>>,
    /// Where the facts come from.
    pub sources: Vec<Source<'a>>,
    /// Whether a page that can be opened shows them.
    pub is_confirmed: bool,
}

/// Events on a line of time, with the years that it can be narrowed to.
#[derive(Clone, Debug)]
pub struct Timeline<'a> {
    /// The events shown, oldest first.
    pub events: Vec<Event<'a>>,
    /// All years, and each year with events.
    pub years: Vec<Choice<'a>>,
    pub(crate) dots: Vec<Dot>,
    pub(crate) ticks: Vec<YearTick>,
    pub(crate) axis: String,
    pub(crate) axis_words: String,
    pub(crate) height: String,
}

/// A numbered dot.
#[derive(Clone, Debug)]
pub(crate) struct Dot {
    pub(crate) number: String,
    pub(crate) anchor: String,
    pub(crate) x: String,
    pub(crate) y: String,
    pub(crate) name: String,
    pub(crate) is_confirmed: bool,
}

/// A year, or a month of the year shown.
#[derive(Clone, Debug)]
pub(crate) struct YearTick {
    pub(crate) x: String,
    pub(crate) label: String,
}

impl<'a> Timeline<'a> {
    /// Draws events.
    ///
    /// In: events oldest first, those without a date last; the year asked for; the choices of years.
    /// Out: dots that never cover each other: what is too near stands higher.
    pub fn of(events: Vec<Event<'a>>, year: Option<u16>, years: Vec<Choice<'a>>, words: &'static Words) -> Self {
        let dated = events.iter().filter_map(|event| event.from.or(event.until));
        let first = year.or_else(|| dated.clone().map(PartialDate::year).min()).unwrap_or(0);
        let last = year.or_else(|| dated.map(PartialDate::year).max()).unwrap_or(0);
        let begin = f64::from(first) * YEAR_DAYS;
        let span = (f64::from(last) + 1.0) * YEAR_DAYS - begin;
        let x = |at: f64| SIDE + ((at - begin) / span).clamp(0.0, 1.0) * (WIDTH - 2.0 * SIDE);
        let mut rows: Vec<f64> = Vec::new(); // The last dot's place in each row, from the line upwards.
        let mut dots = Vec::new();
        for (event, number) in events.iter().zip(1u64..) {
            let Some(date) = event.from.or(event.until) else { continue };
            let at = x(day(date));
            let row = rows.iter().position(|last| at - last >= APART).unwrap_or(rows.len());
            if row == rows.len() {
                rows.push(at);
            }
            rows[row] = at;
            dots.push((at, row, number, event));
        }
        let height = f64::from(u16::try_from(rows.len().max(1)).unwrap_or(40)) * ROW;
        let dot = |(at, row, number, event): (f64, usize, u64, &Event<'a>)| Dot {
            number: words.number(number),
            anchor: format!("#e{number}"),
            x: short(at),
            y: short(height - f64::from(u16::try_from(row).unwrap_or(0)) * ROW - 6.0),
            name: format!("{} ({})", event.name, words.span(event.from, event.until)),
            is_confirmed: event.is_confirmed,
        };
        Self {
            dots: dots.into_iter().map(dot).collect(),
            ticks: ticks(first, last, x, words),
            axis: short(height + 12.0),
            axis_words: short(height + 30.0),
            height: short(height + 40.0),
            events,
            years,
        }
    }
}

/// Years; the months of a single year; every fifth year where there are many.
fn ticks(first: u16, last: u16, x: impl Fn(f64) -> f64, words: &'static Words) -> Vec<YearTick> {
    if first == last {
        let month = |month: u8| {
            let date = PartialDate::new(first, Some(month), Some(1));
            let at = date.map_or(0.0, day);
            YearTick { x: short(x(at)), label: words.number(u64::from(month)) }
        };
        return (1..=12).map(month).collect();
    }
    let step = if last - first > 14 { 5 } else { 1 };
    let shown = (first..=last).filter(|year| step == 1 || year % step == 0);
    let year = |year: u16| YearTick {
        x: short(x(f64::from(year) * YEAR_DAYS)),
        label: PartialDate::new(year, None, None).map(|date| words.date(date)).unwrap_or_default(),
    };
    shown.map(year).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_of_one_week_stand_above_each_other() {
        let event = |date: &str| Event {
            name: "Meeting".into(),
            from: PartialDate::parse(date).ok(),
            until: None,
            place: None,
            outcome: None,
            documents: Vec::new(),
            sources: Vec::new(),
            is_confirmed: true,
        };
        let dates = ["2019-06-03", "2025-07-07", "2025-07-08", "2025-07-09"];
        let timeline = Timeline::of(dates.map(event).into(), None, Vec::new(), Words::of("en"));
        let mut places: Vec<_> = timeline.dots.iter().map(|dot| (dot.x.clone(), dot.y.clone())).collect();
        assert_eq!(timeline.dots.len(), 4);
        let heights: std::collections::BTreeSet<_> = places.split_off(1).into_iter().map(|(_, y)| y).collect();
        assert_eq!(heights.len(), 3);
    }
}
