//! What a search gives back.

use crate::Parsed;
use std::ops::Range;

/// The answer to a [`crate::Query`].
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// How many paragraphs hold the words, exactly (see `holding`); those found by meaning alone are not counted.
    pub total: u64,
    /// What `total` and `facets` count.
    pub holding: Holding,
    /// The page asked for, in order.
    pub hits: Vec<Hit>,
    /// Exact counts of the paragraphs in `total`, per field and value; empty unless asked for.
    pub facets: Vec<Facet>,
    /// The place that the words name, if they name one.
    pub jump: Option<Jump>,
    /// How the words were understood.
    pub understood: Parsed,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holding {
    /// Paragraphs that hold every word and phrase.
    AllWords,
    /// None holds every word, so: paragraphs that hold any of them (and every phrase).
    AnyWord,
    /// No words were given: all that the filters let through.
    Everything,
}

/// One paragraph found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its id in the store.
    pub paragraph_id: i64,
    /// How well it fits; comparable within one answer only.
    pub score: f32,
    /// Whether it holds words of the question.
    pub by_words: bool,
    /// Whether its meaning is near the question's.
    pub by_meaning: bool,
    /// How near its meaning is, 0 to 1; `None` where that was not asked or cannot be told.
    pub likeness: Option<f32>,
    /// The part of its text to show.
    pub snippet: Snippet,
}

/// A part of a paragraph's text with the words that were asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    /// Words from the paragraph, verbatim; `…` at an end where more was left out.
    pub text: String,
    /// Where the asked words stand in `text`: bytes on character borders, ascending, never overlapping.
    pub marks: Vec<Range<usize>>,
}

/// The counts of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// `process`, `actor`, `group`, `kind`, `standing`, `language`, `year` or `symbol`.
    pub field: &'static str,
    /// Each value that occurs with how many paragraphs, the most first (years: the latest first); symbols: the first 50.
    pub values: Vec<(String, u64)>,
}

/// A place that the words name: a document or a numbered paragraph of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jump {
    /// The document's symbol as typed, spaces and case put right.
    pub symbol: String,
    /// The paragraph's number as typed, spaces put right (`12 (b)`).
    pub number: Option<String>,
}

/// The state of an index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Paragraphs that can be found by their words.
    pub paragraphs: u64,
    /// Paragraphs that can be found by their meaning.
    pub with_meaning: u64,
    /// Bytes on disk, words and meaning.
    pub bytes: u64,
}
