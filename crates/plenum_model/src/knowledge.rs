//! What else a knowledge pack tells: instruments, terms, issues, cross-walks between frameworks.

use crate::PartialDate;
use crate::process::Process;

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

impl Instrument {
    /// The process to which it belongs today, and those which that process carries on, the latest first.
    pub fn line<'a>(&self, processes: &'a [Process]) -> impl Iterator<Item = &'a Process> + use<'a> {
        let find = move |slug: Option<&str>| processes.iter().find(|one| Some(one.slug.as_str()) == slug);
        let mut steps = 0;
        std::iter::successors(find(self.process.as_deref()), move |one| {
            steps += 1; // A pack could tell of two processes that each carry the other on.
            find(one.predecessor.as_deref()).filter(|_| steps < 10)
        })
    }

    /// The process to which it belonged on a date: that which was at work then, else the present one.
    pub fn holder<'a>(&'a self, processes: &'a [Process], date: PartialDate) -> Option<&'a str> {
        let then = self.line(processes).find(|one| one.was_at_work(date)).map(|one| one.slug.as_str());
        then.or(self.process.as_deref())
    }
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
    /// Slug of the process at whose desk an editor named it; `None`: a pack tells it.
    pub entered_for: Option<String>,
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
