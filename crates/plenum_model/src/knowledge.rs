//! What else a knowledge pack tells: instruments, terms, issues, cross-walks between frameworks.

use crate::PartialDate;

/// What a process set up for States to use: a directory, a portal, a fund.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Instrument {
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What it is, two or three sentences of ours.
    pub summary: String,
    /// Slug of the process that it belongs to today.
    pub process: Option<String>,
    /// The document that set it up, by symbol.
    pub mandate: Option<String>,
    /// Where it stands, one or two sentences.
    pub stands: Option<String>,
    /// Since when it works; `None`: it does not yet, or it is not known.
    pub from: Option<PartialDate>,
    /// Where the facts come from.
    pub source: String,
    /// Whether a page that can be opened shows them.
    pub is_confirmed: bool,
}

/// A word of the trade, explained.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// Its name in addresses.
    pub slug: String,
    /// The word.
    pub term: String,
    /// What it means, in our words.
    pub meaning: String,
    /// Where that comes from.
    pub source: String,
}

/// What a process talks about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Issue {
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What it is about, one sentence of ours.
    pub summary: String,
    /// Slugs of the processes that talk about it.
    pub processes: Vec<String>,
    /// Slug of the issue that it is a part of.
    pub parent: Option<String>,
    /// Where that comes from.
    pub source: String,
}

/// A table that says what of one framework answers to what of another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Crosswalk {
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// What its rows are: "WSIS action line".
    pub rows: String,
    /// What its columns are: "Sustainable Development Goal".
    pub columns: String,
    /// Slugs of the processes whose pages show it.
    pub processes: Vec<String>,
    /// Each row: its label, and the columns that answer to it.
    pub links: Vec<(String, Vec<String>)>,
    /// What a reader should know besides.
    pub note: Option<String>,
    /// Where it comes from.
    pub source: String,
    /// Whether a page that can be opened shows it.
    pub is_confirmed: bool,
}
