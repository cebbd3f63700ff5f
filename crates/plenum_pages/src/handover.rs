//! Families of processes and how they hand over: one bar each on a line of years, joined where one carries on another.

use crate::plot::{day, short};
use crate::words::Words;
use plenum_model::PartialDate;
use std::borrow::Cow;
use std::collections::HashMap;

const WIDTH: f64 = 960.0;
const SIDE: f64 = 20.0;
const ROW: f64 = 40.0; // The name, and the bar beneath it.
const HEAD: f64 = 34.0; // A family's name.
const YEAR_DAYS: f64 = 365.25;
const SHORTEST: f64 = 8.0;

/// A process as it is drawn.
#[derive(Clone, Debug)]
pub struct Life<'a> {
    /// Its name in addresses.
    pub slug: Cow<'a, str>,
    /// Its name.
    pub name: Cow<'a, str>,
    /// The family it belongs to, in words; empty: none.
    pub family: Cow<'a, str>,
    /// When it began.
    pub from: Option<PartialDate>,
    /// When it ended; `None`: it goes on.
    pub until: Option<PartialDate>,
    /// Slug of the process it carries on.
    pub predecessor: Option<Cow<'a, str>>,
}

/// The drawing.
#[derive(Clone, Debug)]
pub struct Handover {
    pub(crate) families: Vec<(String, String)>,
    pub(crate) bars: Vec<Bar>,
    pub(crate) joins: Vec<String>,
    pub(crate) ticks: Vec<(String, String)>,
    pub(crate) height: String,
    pub(crate) floor: String,
}

/// A process' bar.
#[derive(Clone, Debug)]
pub(crate) struct Bar {
    pub(crate) address: String,
    pub(crate) name: String,
    pub(crate) x: String,
    pub(crate) y: String,
    pub(crate) width: String,
    pub(crate) name_x: String,
    pub(crate) name_y: String,
    pub(crate) anchor: &'static str,
    pub(crate) goes_on: bool,
}

impl Handover {
    /// Draws the lives, families in the order of their first member, each by its beginning.
    ///
    /// In: `until_year`, the last year drawn. Out: `None` where no process has a date.
    pub fn of(lives: &[Life<'_>], until_year: u16, words: &'static Words) -> Option<Self> {
        let first = lives.iter().filter_map(|life| life.from.or(life.until)).map(PartialDate::year).min()?;
        let begin = f64::from(first) * YEAR_DAYS;
        let end = (f64::from(until_year.max(first)) + 1.0) * YEAR_DAYS;
        let x = |at: f64| SIDE + ((at - begin) / (end - begin)).clamp(0.0, 1.0) * (WIDTH - 2.0 * SIDE);
        let mut families: Vec<(&str, Vec<&Life<'_>>)> = Vec::new();
        for life in lives {
            match families.iter_mut().find(|(name, _)| *name == life.family) {
                Some((_, members)) => members.push(life),
                None => families.push((&life.family, vec![life])),
            }
        }
        let mut drawing = Self {
            families: Vec::new(),
            bars: Vec::new(),
            joins: Vec::new(),
            ticks: Vec::new(),
            height: String::new(),
            floor: String::new(),
        };
        let mut places: HashMap<&str, (f64, f64, f64)> = HashMap::new();
        let mut top = 8.0;
        for (name, members) in &mut families {
            members.sort_by_key(|life| life.from.or(life.until).map_or(0, PartialDate::ordinal));
            drawing.families.push((short(top + 18.0), (*name).to_owned()));
            top += HEAD;
            for life in members.iter() {
                let from = life.from.or(life.until).map_or(SIDE, |date| x(day(date)));
                let until = life.until.map_or(WIDTH - SIDE, |date| x(day(date))).max(from + SHORTEST);
                places.insert(&life.slug, (from, until, top + 26.0));
                drawing.bars.push(bar(life, from, until, top));
                top += ROW;
            }
        }
        drawing.joins = joins(lives, &places);
        drawing.ticks =
            (first..=until_year).filter(|year| year.is_multiple_of(5)).map(|year| tick(year, &x, words)).collect();
        drawing.floor = short(top + 4.0);
        drawing.height = short(top + 26.0);
        Some(drawing)
    }
}

fn tick(year: u16, x: &impl Fn(f64) -> f64, words: &'static Words) -> (String, String) {
    let label = PartialDate::new(year, None, None).map(|date| words.date(date)).unwrap_or_default();
    (short(x(f64::from(year) * YEAR_DAYS)), label)
}

fn bar(life: &Life<'_>, from: f64, until: f64, top: f64) -> Bar {
    let is_early = from < WIDTH * 0.55;
    Bar {
        address: format!("/processes/{}", life.slug),
        name: life.name.to_string(),
        x: short(from),
        y: short(top + 20.0),
        width: short(until - from),
        name_x: short(if is_early { from } else { until }),
        name_y: short(top + 14.0),
        anchor: if is_early { "start" } else { "end" },
        goes_on: life.until.is_none(),
    }
}

/// From the end of one bar down to the beginning of the one that carries it on.
fn joins(lives: &[Life<'_>], places: &HashMap<&str, (f64, f64, f64)>) -> Vec<String> {
    let join = |life: &Life<'_>| {
        let before = places.get(life.predecessor.as_deref()?)?;
        let after = places.get(&*life.slug)?;
        // What goes on while another begins hands over at the beginning of the other.
        let at = before.1.min(after.0);
        Some(format!("M{} {} V{} H{}", short(at), short(before.2), short(after.2), short(after.0)))
    };
    lives.iter().filter_map(join).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_is_joined_to_the_one_it_carries_on() {
        let life = |slug: &'static str, from: &str, until: Option<&str>, before: Option<&'static str>| Life {
            slug: slug.into(),
            name: slug.to_uppercase().into(),
            family: "Lights".into(),
            from: PartialDate::parse(from).ok(),
            until: until.and_then(|text| PartialDate::parse(text).ok()),
            predecessor: before.map(Cow::Borrowed),
        };
        let lives = [life("new", "2020", None, Some("old")), life("old", "2010", Some("2019"), None)];
        let drawing = Handover::of(&lives, 2026, Words::of("en")).expect("a drawing");
        let names: Vec<_> = drawing.bars.iter().map(|bar| bar.name.as_str()).collect();
        assert_eq!((names, drawing.joins.len()), (vec!["OLD", "NEW"], 1));
        assert!(Handover::of(&[], 2026, Words::of("en")).is_none());
    }
}
