//! Lines over years, drawn on the server: an SVG whose every number is in the table beneath it.

use crate::Words;
use std::borrow::Cow;

/// One line: what it shows, and its values by year, each out of a thousand.
#[derive(Clone, Debug)]
pub struct Series<'a> {
    /// Short words at the end of the line: two codes, a group's short name.
    pub label: Cow<'a, str>,
    /// What it shows, in full, at the head of its column.
    pub name: Cow<'a, str>,
    /// Years, ascending, with their values.
    pub values: Vec<(u16, u16)>,
    /// Years whose value rests on little: drawn as dots, not joined to others.
    pub thin: Vec<u16>,
}

/// The drawing, and the table beneath.
#[derive(Clone, Debug)]
pub struct Trend {
    /// What it shows, one line.
    pub title: String,
    /// Lines of the scale.
    pub scale: Vec<Mark>,
    /// Years along the foot.
    pub years: Vec<Mark>,
    /// The lines.
    pub lines: Vec<Line>,
    /// The heads of the table's columns, the year's left out.
    pub heads: Vec<String>,
    /// A row a year, the latest first: the year, and each line's value or nothing.
    pub rows: Vec<(String, Vec<String>)>,
}

/// A mark of the scale or a year.
#[derive(Clone, Debug)]
pub struct Mark {
    /// Where, in units of the drawing.
    pub at: i32,
    /// Its words.
    pub label: String,
    /// The same place, a little below: where the words stand.
    pub words_at: i32,
}

/// One line of the drawing.
#[derive(Clone, Debug)]
pub struct Line {
    /// From 1: chooses colour and dashes.
    pub nth: usize,
    /// Runs of years without a gap, each as the points of a polyline.
    pub runs: Vec<String>,
    /// Years that stand alone.
    pub dots: Vec<(i32, i32)>,
    /// The words at its end.
    pub label: String,
    /// Where these stand.
    pub label_at: (i32, i32),
}

const WIDTH: i32 = 640;
const TOP: i32 = 14;
const FOOT: i32 = 226; // The 0 of the scale.
const LEFT: i32 = 44; // The first year; the scale's words stand before it.
const RIGHT: i32 = 528; // The last year; the lines' words stand behind it.
const LABEL_GAP: i32 = 16; // Between two words at line ends, so that they do not lie on each other.

impl Trend {
    /// Draws lines on a scale from nothing to all. In Arabic time runs from the right.
    ///
    /// In: at least one value in all. Out: `None` where there is none.
    pub fn of(words: &'static Words, title: String, series: &[Series<'_>]) -> Option<Self> {
        let years = || series.iter().flat_map(|one| one.values.iter().map(|(year, _)| *year));
        let (first, last) = (years().min()?, years().max()?);
        let is_mirrored = words.dir() == "rtl";
        let mirror = |x: i32| if is_mirrored { WIDTH - x } else { x };
        let place = |year: u16| mirror(across(year, first, last));
        let scale = [0, 25, 50, 75, 100].map(|percent: u16| Mark {
            at: height(percent * 10),
            label: words.count("percent", u64::from(percent)),
            words_at: height(percent * 10) + 4,
        });
        let mut lines: Vec<Line> = series
            .iter()
            .zip(1..)
            .filter(|(one, _)| !one.values.is_empty())
            .map(|(one, nth)| line(one, nth, &place, mirror(RIGHT + 8)))
            .collect();
        part_labels(&mut lines);
        let marks = ticks(first, last).into_iter().map(|year| Mark {
            at: place(year),
            label: words.year(year),
            words_at: FOOT + 18,
        });
        Some(Self {
            title,
            scale: scale.into(),
            years: marks.collect(),
            lines,
            heads: series.iter().map(|one| one.name.to_string()).collect(),
            rows: rows(words, series, first..=last),
        })
    }

    /// `start` or `end`, seen by a reader from the left: where words behind the last year are held.
    pub(crate) fn label_anchor(&self) -> &'static str {
        if self.is_mirrored() { "end" } else { "start" }
    }
    /// Where the words of the scale stand, and how they are held.
    pub(crate) fn scale_words(&self) -> (i32, &'static str) {
        if self.is_mirrored() { (WIDTH - LEFT + 8, "start") } else { (LEFT - 8, "end") }
    }
    /// Where the lines of the scale begin and end.
    pub(crate) fn scale_ends(&self) -> (i32, i32) {
        if self.is_mirrored() { (WIDTH - RIGHT, WIDTH - LEFT) } else { (LEFT, RIGHT) }
    }

    fn is_mirrored(&self) -> bool {
        self.years.first().zip(self.years.last()).is_some_and(|(first, last)| first.at > last.at)
            || (self.years.len() == 1 && self.years.iter().any(|year| year.at > WIDTH / 2))
    }
}

fn across(year: u16, first: u16, last: u16) -> i32 {
    let span = i32::from(last - first).max(1);
    LEFT + i32::from(year - first) * (RIGHT - LEFT) / span
}

fn height(permille: u16) -> i32 {
    FOOT - i32::from(permille.min(1000)) * (FOOT - TOP) / 1000
}

fn line(series: &Series<'_>, nth: usize, place: &impl Fn(u16) -> i32, label_x: i32) -> Line {
    let mut runs: Vec<Vec<(u16, u16)>> = Vec::new();
    let is_thin = |year: u16| series.thin.contains(&year);
    for value in &series.values {
        let goes_on = |last: &(u16, u16)| last.0 + 1 == value.0 && !is_thin(last.0) && !is_thin(value.0);
        match runs.last_mut().filter(|run| run.last().is_some_and(goes_on)) {
            Some(run) => run.push(*value),
            None => runs.push(vec![*value]),
        }
    }
    let at = |(year, permille): &(u16, u16)| (place(*year), height(*permille));
    let points = |run: &Vec<(u16, u16)>| {
        let points: Vec<String> = run.iter().map(at).map(|(x, y)| format!("{x},{y}")).collect();
        points.join(" ")
    };
    let last = series.values.last().map_or(FOOT, |value| height(value.1));
    Line {
        nth,
        runs: runs.iter().filter(|run| run.len() > 1).map(points).collect(),
        dots: runs.iter().filter(|run| run.len() == 1).flatten().map(at).collect(),
        label: series.label.to_string(),
        label_at: (label_x, last + 4),
    }
}

/// Moves the words at the line ends apart, the lower ones down; if they leave the drawing, all move up.
fn part_labels(lines: &mut [Line]) {
    lines.sort_by_key(|line| line.label_at.1);
    let mut free = TOP;
    for line in lines.iter_mut() {
        line.label_at.1 = line.label_at.1.max(free);
        free = line.label_at.1 + LABEL_GAP;
    }
    let mut most = FOOT + 4;
    for line in lines.iter_mut().rev() {
        line.label_at.1 = line.label_at.1.min(most);
        most = line.label_at.1 - LABEL_GAP;
    }
    lines.sort_by_key(|line| line.nth);
}

/// At most seven years, round ones where the span is long.
fn ticks(first: u16, last: u16) -> Vec<u16> {
    let step = match last - first {
        0..=6 => 1,
        7..=14 => 2,
        15..=34 => 5,
        35..=70 => 10,
        _ => 20,
    };
    let round: Vec<u16> = (first..=last).filter(|year| year % step == 0).collect();
    if round.is_empty() { vec![first] } else { round }
}

fn rows(
    words: &'static Words,
    series: &[Series<'_>],
    years: std::ops::RangeInclusive<u16>,
) -> Vec<(String, Vec<String>)> {
    let value = |one: &Series<'_>, year: u16| {
        let found = one.values.iter().find(|(own, _)| *own == year);
        found.map_or_else(String::new, |(_, permille)| words.count("percent", u64::from((permille + 5) / 10)))
    };
    let all = years.rev().map(|year| (words.year(year), series.iter().map(|one| value(one, year)).collect::<Vec<_>>()));
    all.filter(|(_, values)| values.iter().any(|value| !value.is_empty())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trend(lang: &str, values: &[(u16, u16)]) -> Trend {
        let series =
            Series { label: "A–B".into(), name: "A and B".into(), values: values.to_vec(), thin: vec![2009] };
        Trend::of(Words::of(lang), "T".into(), &[series]).expect("there are values")
    }

    #[test]
    fn time_runs_from_the_right_in_arabic() {
        let values = [(2001, 0), (2002, 1000)];
        assert_eq!(trend("en", &values).lines[0].runs, ["44,226 528,14"]);
        assert_eq!(trend("ar", &values).lines[0].runs, ["596,226 112,14"]);
        assert_eq!(trend("ar", &values).label_anchor(), "end");
    }

    #[test]
    fn a_gap_stays_a_gap() {
        let drawn = trend("en", &[(2001, 500), (2002, 500), (2005, 500)]);
        assert_eq!((drawn.lines[0].runs.len(), drawn.lines[0].dots.len()), (1, 1));
        let thin = trend("en", &[(2008, 500), (2009, 500), (2010, 500), (2011, 500)]);
        assert_eq!((thin.lines[0].runs.len(), thin.lines[0].dots.len()), (1, 2));
        assert_eq!(drawn.rows.len(), 3, "years without a value have no row");
    }

    #[test]
    fn words_at_line_ends_do_not_lie_on_each_other() {
        let one = |label: &'static str| Series {
            label: label.into(),
            name: label.into(),
            values: vec![(2001, 0)],
            thin: Vec::new(),
        };
        let drawn = Trend::of(Words::of("en"), "T".into(), &[one("a"), one("b"), one("c")]).expect("values");
        let mut places: Vec<i32> = drawn.lines.iter().map(|line| line.label_at.1).collect();
        places.sort_unstable();
        assert!(places.windows(2).all(|two| two[1] - two[0] >= LABEL_GAP) && places[2] <= FOOT + 4, "{places:?}");
        assert!(Trend::of(Words::of("en"), "T".into(), &[]).is_none());
    }
}
