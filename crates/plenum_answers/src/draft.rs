//! A sentence before it is held to its sources, and the passages it may cite.

use crate::passage::Passage;
use plenum_model::PartialDate;
use plenum_model::answer::Quotation;

/// A sentence that somebody wrote: the composing rules here, or a language model.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// What it says, in order.
    pub parts: Vec<Part>,
    /// What it rests on.
    pub cites: Vec<Quotation>,
}

/// A stretch of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Connecting words of our own tables: they claim nothing by themselves.
    Fixed(String),
    /// The name of a thing; must stand in what is cited, or about it.
    Name(String),
    /// A date, written in the reader's language; must be one of those cited.
    Date(PartialDate),
    /// A number that was counted: so many things are cited.
    Counted(u64),
    /// The words of one of the citations, by its place in [`Draft::cites`].
    Quote(usize),
    /// Words of a writer; every one of them is held to the sources.
    Words(String),
}

/// The passages that drafts cite: those found in documents, and after them those of the packs.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// Found for this question, the best first.
    pub found: &'a [Passage],
    /// Known; their numbers follow those found.
    pub known: &'a [Passage],
}

impl<'a> Sources<'a> {
    /// The passage of that number.
    pub fn get(&self, at: usize) -> Option<&'a Passage> {
        self.found.get(at).or_else(|| self.known.get(at.checked_sub(self.found.len())?))
    }
    /// The words quoted; `None` where the range does not fit the passage.
    pub fn words(&self, quotation: &Quotation) -> Option<&'a str> {
        self.get(quotation.passage)?.text.get(quotation.span.clone()).filter(|words| !words.trim().is_empty())
    }
    /// The number of a known passage.
    pub(crate) fn of_known(&self, at: usize) -> usize {
        self.found.len() + at
    }
}
