//! Bars: a share each, drawn as SVG with the table of the values beneath.

use crate::words::Words;
use std::borrow::Cow;

/// One bar as it is counted.
#[derive(Clone, Debug)]
pub struct Bar<'a> {
    /// Whose it is.
    pub name: Cow<'a, str>,
    /// The language tag of the name; empty where it is the interface's.
    pub lang: Cow<'a, str>,
    /// Statements.
    pub statements: u64,
    /// Words; the bar's length.
    pub words: u64,
    /// Milliseconds.
    pub ms: u64,
}

/// What each bar is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// A speaker.
    Actor,
    /// A group of States: a State counts in each of its groups.
    Group,
    /// A group that was spoken for.
    Voice,
}

/// Bars under one title.
#[derive(Clone, Debug)]
pub struct Bars<'a> {
    /// Its name in the page; letters and hyphens.
    pub id: &'static str,
    /// The title's words.
    pub title: &'static str,
    /// What the first column is called.
    pub column: &'static str,
    /// The bars, the longest first.
    pub bars: Vec<Bar<'a>>,
    /// Whether times are known, so that they are shown.
    pub has_time: bool,
    /// Whether the page is written from the right.
    pub is_mirrored: bool,
}

/// A bar as it is drawn, in units of the drawing.
pub(crate) struct Drawn<'b> {
    pub(crate) name: String,
    pub(crate) lang: &'b str,
    pub(crate) words: u64,
    /// Where the line of words stands, and where the bar begins.
    pub(crate) text_y: usize,
    pub(crate) bar_x: u64,
    pub(crate) bar_y: usize,
    pub(crate) length: u64,
}

const WIDTH: u64 = 360; // A phone's; on wider pages the drawing grows with its letters until it is 30 rem wide.
const STEP: usize = 34; // A line of words of 13 and a bar of 9, with room to the next.
const SHOWN: usize = 15; // More bars than that are not compared by eye; the table has them all.
const LONGEST_NAME: usize = 38;

impl<'a> Bars<'a> {
    /// Bars with their title in the interface's words.
    pub fn new(by: By, words: &'static Words, bars: Vec<Bar<'a>>, has_time: bool) -> Self {
        let (id, title, column) = match by {
            By::Actor => ("by-actor", words.say("bars-by-actor"), words.say("speaker")),
            By::Group => ("by-group", words.say("bars-by-group"), words.say("field-group")),
            By::Voice => ("by-voice", words.say("bars-by-voice"), words.say("field-group")),
        };
        Self { id, title, column, bars, has_time, is_mirrored: words.dir() == "rtl" }
    }
}

impl Bars<'_> {
    pub(crate) fn width(&self) -> u64 {
        WIDTH
    }
    pub(crate) fn height(&self) -> usize {
        self.bars.len().min(SHOWN) * STEP
    }
    /// The side on which lines begin, and the one on which they end.
    pub(crate) fn start(&self) -> u64 {
        if self.is_mirrored { WIDTH } else { 0 }
    }
    pub(crate) fn end(&self) -> u64 {
        WIDTH - self.start()
    }
    /// How many bars are not drawn.
    pub(crate) fn is_cut(&self) -> bool {
        self.bars.len() > SHOWN
    }
    pub(crate) fn drawn<'b>(&'b self) -> Vec<Drawn<'b>> {
        let most = self.bars.iter().map(|bar| bar.words).max().unwrap_or(0).max(1);
        let shortened = |name: &str| {
            let is_long = name.chars().count() > LONGEST_NAME;
            if is_long { name.chars().take(LONGEST_NAME - 1).chain("…".chars()).collect() } else { name.to_owned() }
        };
        let draw = |(at, bar): (usize, &'b Bar<'_>)| {
            // At least one unit, so that the least is seen too.
            let length = (bar.words.saturating_mul(WIDTH) / most).clamp(1, WIDTH);
            Drawn {
                name: shortened(&bar.name),
                lang: &bar.lang,
                words: bar.words,
                text_y: at * STEP + 13,
                bar_x: if self.is_mirrored { WIDTH - length } else { 0 },
                bar_y: at * STEP + 18,
                length,
            }
        };
        self.bars.iter().take(SHOWN).enumerate().map(draw).collect()
    }
}
