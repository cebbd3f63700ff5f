//! A dated series as a small plot, drawn here: points, a line, a scale; its values stand in a table beneath.

use crate::Words;
use plenum_model::PartialDate;
use plenum_model::claim::{Amount, Precision};
use std::borrow::Cow;

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 230.0;
const LEFT: f64 = 78.0; // Room for the figures of the scale, and for half a wording that covers none of them.
const RIGHT: f64 = 40.0;
const TOP: f64 = 28.0; // Room for the wording above the highest point.
const BOTTOM: f64 = 34.0;
const LABEL_WIDTH: f64 = 13.0; // Of one letter at the size of the wording on a phone, by estimate, with some air.
const LABEL_HEIGHT: f64 = 21.0;

/// One point of a series.
#[derive(Clone, Debug)]
pub struct SeriesPoint<'a> {
    /// When it held.
    pub date: PartialDate,
    /// The value in the words of the source: `115+`.
    pub value: Cow<'a, str>,
}

/// A series as it is drawn. Coordinates are in units of the drawing, 640 by 230, from the top left.
#[derive(Clone, Debug)]
pub struct Plot {
    /// The points joined: `x,y x,y`.
    pub(crate) line: String,
    /// The points.
    pub(crate) points: Vec<Point>,
    /// Lines of the scale.
    pub(crate) grid: Vec<Tick>,
    /// First and last date beneath.
    pub(crate) dates: Vec<Tick>,
    /// What is drawn, in one sentence with all values.
    pub(crate) description: String,
}

/// A point with its wording.
#[derive(Clone, Debug)]
pub(crate) struct Point {
    pub(crate) x: String,
    pub(crate) y: String,
    pub(crate) label_y: String,
    /// The wording; empty where it would cover another (the table has it).
    pub(crate) label: String,
    pub(crate) is_exact: bool,
}

/// A mark on a scale.
#[derive(Clone, Debug)]
pub(crate) struct Tick {
    pub(crate) at: String,
    pub(crate) label: String,
    pub(crate) anchor: &'static str,
}

impl Plot {
    /// Draws a series; `None` with fewer than two numbers.
    ///
    /// In: points in any order; those whose value is no number are left to the table.
    pub fn of(points: &[SeriesPoint<'_>], words: &Words) -> Option<Self> {
        let mut known: Vec<(f64, Amount, &SeriesPoint<'_>)> =
            points.iter().filter_map(|point| Some((day(point.date), Amount::parse(&point.value)?, point))).collect();
        known.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (first, last) = (known.first()?, known.last()?);
        let (from, until) = (first.0, last.0);
        if known.len() < 2 || until <= from {
            return None;
        }
        let step = nice_step(known.iter().map(|(_, amount, _)| amount.number).fold(0.0, f64::max));
        let top = step * 4.0;
        let x = |at: f64| LEFT + (at - from) / (until - from) * (WIDTH - LEFT - RIGHT);
        let y = |number: f64| HEIGHT - BOTTOM - number / top * (HEIGHT - TOP - BOTTOM);
        let at: Vec<(f64, f64)> = known.iter().map(|(when, amount, _)| (x(*when), y(amount.number))).collect();
        let labels = place_labels(&at, &known.iter().map(|(_, _, point)| &*point.value).collect::<Vec<_>>());
        let point = |((x, y), (label_y, is_shown)): (&(f64, f64), &(f64, bool)),
                     (_, amount, point): &(f64, Amount, &SeriesPoint<'_>)| Point {
            x: short(*x),
            y: short(*y),
            label_y: short(*label_y),
            label: if *is_shown { point.value.to_string() } else { String::new() },
            is_exact: amount.precision == Precision::Exact,
        };
        let told: Vec<String> =
            known.iter().map(|(_, _, point)| format!("{}: {}", words.date(point.date), point.value)).collect();
        let grid = (0..=4u32).map(|n| Tick {
            at: short(y(step * f64::from(n))),
            label: words.number(whole(step * f64::from(n))),
            anchor: "end",
        });
        Some(Self {
            line: at.iter().map(|(x, y)| format!("{},{}", short(*x), short(*y))).collect::<Vec<_>>().join(" "),
            points: at.iter().zip(&labels).zip(&known).map(|(both, known)| point(both, known)).collect(),
            grid: grid.collect(),
            dates: vec![
                Tick { at: short(x(from)), label: words.date(first.2.date), anchor: "start" },
                Tick { at: short(x(until)), label: words.date(last.2.date), anchor: "end" },
            ],
            description: told.join("; "),
        })
    }
}

/// The days since the year 0, near enough for a drawing; a vague date stands in the middle of what it names.
pub(crate) fn day(date: PartialDate) -> f64 {
    let month = date.month().map_or(6.5, |month| f64::from(month) - 1.0);
    let within = match (date.month(), date.day()) {
        (_, Some(day)) => f64::from(day),
        (Some(_), None) => 15.0,
        (None, None) => 0.0,
    };
    f64::from(date.year()) * 365.25 + month * 30.44 + within
}

/// A number of the drawing, to a tenth.
pub(crate) fn short(number: f64) -> String {
    format!("{number:.1}")
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a scale's figure, positive and whole")]
fn whole(number: f64) -> u64 {
    number.round().max(0.0) as u64
}

/// A step of which four reach over the highest number: 1, 2, 2.5 or 5 times a power of ten.
fn nice_step(highest: f64) -> f64 {
    let rough = (highest / 4.0).max(1.0);
    let power = 10f64.powf(rough.log10().floor());
    [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .map(|n| n * power)
        .find(|step| step * 4.0 >= highest * 1.02)
        .unwrap_or(power * 10.0)
}

/// Puts each wording above its point, else beneath, else nowhere, so that none covers another.
fn place_labels(at: &[(f64, f64)], words: &[&str]) -> Vec<(f64, bool)> {
    let mut taken: Vec<(f64, f64, f64)> = Vec::new(); // Middle, half the width, baseline.
    let mut placed = Vec::new();
    for ((x, y), word) in at.iter().zip(words) {
        let half = f64::from(u16::try_from(word.chars().count()).unwrap_or(40)) * LABEL_WIDTH / 2.0;
        let is_free = |line: f64| {
            taken
                .iter()
                .all(|(other, width, base)| (other - x).abs() > width + half || (base - line).abs() > LABEL_HEIGHT)
        };
        let line = [y - 11.0, y + 26.0, y + 48.0].into_iter().find(|line| *line < HEIGHT - BOTTOM && is_free(*line));
        if let Some(line) = line {
            taken.push((*x, half, line));
        }
        placed.push((line.unwrap_or(y - 11.0), line.is_some()));
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(points: &[(&str, &'static str)]) -> Option<Plot> {
        let point = |(date, value): &(&str, &'static str)| SeriesPoint {
            date: PartialDate::parse(date).expect("a date"),
            value: Cow::Borrowed(*value),
        };
        Plot::of(&points.iter().map(point).collect::<Vec<_>>(), Words::of("en"))
    }

    #[test]
    fn a_series_keeps_its_wording_and_no_label_covers_another() {
        let plot =
            series(&[("2024-05-09", "92"), ("2025-07-07", "115+"), ("2025-07-10", "120+"), ("2025-10-15", "120+")])
                .expect("a plot");
        let shown: Vec<_> = plot.points.iter().filter(|p| !p.label.is_empty()).collect();
        assert!(shown.len() >= 3, "{shown:?}");
        assert_ne!(shown[1].label_y, shown[2].label_y, "three days apart");
        assert!(plot.points[0].is_exact && !plot.points[1].is_exact);
        assert!(plot.description.contains("115+"));
        assert_eq!(plot.grid.last().map(|tick| tick.label.as_str()), Some("200"));
    }

    #[test]
    fn what_is_no_series_is_not_drawn() {
        assert!(series(&[("2024", "92")]).is_none());
        assert!(series(&[("2024", "92"), ("2024", "93")]).is_none());
        assert!(series(&[("2024", "many"), ("2025", "more")]).is_none());
    }
}
