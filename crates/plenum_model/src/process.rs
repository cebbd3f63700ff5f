//! Processes, their sessions, and norms as labels: what a knowledge pack holds.

use crate::PartialDate;
use crate::digest::{first_day, last_day};

/// A body's work under a mandate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Process {
    /// Its name in addresses: lower-case letters, digits and hyphens.
    pub slug: String,
    /// Its short name.
    pub name: String,
    /// What it is and where it stands, two or three sentences of ours.
    pub summary: String,
    /// The document that set it up, by symbol.
    pub mandate: Option<String>,
    /// Slug of the process it carries on.
    pub predecessor: Option<String>,
    /// How it decides, in words.
    pub decision_rule: Option<String>,
    /// Who chairs or chaired it.
    pub chair: Option<String>,
    /// When it began.
    pub from: Option<PartialDate>,
    /// When it ended; `None` while it goes on.
    pub until: Option<PartialDate>,
    /// The family of processes it belongs to, in words: "ICT security".
    pub family: Option<String>,
    /// When its mandate ends or is reviewed; `None`: no end is set.
    pub expires: Option<PartialDate>,
    /// Where it stands, one or two sentences of ours.
    pub stands: Option<String>,
    /// The day for which `stands` was written.
    pub stands_on: Option<PartialDate>,
    /// What was reached last, one sentence.
    pub achievement: Option<String>,
    /// What comes next, one sentence.
    pub next: Option<String>,
    /// Where the facts come from.
    pub source: String,
    /// Whether a page that can be opened shows them.
    pub is_confirmed: bool,
}

impl Process {
    /// Whether it had begun and not ended on some day that a date may mean.
    pub fn was_at_work(&self, date: PartialDate) -> bool {
        self.from.is_none_or(|from| first_day(from) <= last_day(date)) && !self.had_ended(date)
    }

    /// Whether it had ended before every day that a date may mean.
    pub fn had_ended(&self, date: PartialDate) -> bool {
        self.until.is_some_and(|until| last_day(until) < first_day(date))
    }
}

/// A numbered group of meetings, or another dated event of a process.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Session {
    /// Slug of its process.
    pub process: String,
    /// Its name: "Tenth substantive session".
    pub name: String,
    /// First day.
    pub from: Option<PartialDate>,
    /// Last day.
    pub until: Option<PartialDate>,
    /// Where, in words.
    pub place: Option<String>,
    /// What came out of it, in our words.
    pub outcome: Option<String>,
    /// The documents that decided it or came out of it, by symbol.
    pub documents: Vec<String>,
    /// Where the facts come from.
    pub source: String,
    /// Whether a page that can be opened shows them.
    pub is_confirmed: bool,
}

/// A norm, measure or principle, as a label in our words; the binding words are in the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Norm {
    /// Which set it belongs to: `norm`, `measure` (confidence-building) or `principle` (capacity-building).
    pub set: String,
    /// Its key: `13(a)`.
    pub key: String,
    /// The document that holds it, by symbol.
    pub symbol: String,
    /// Our label.
    pub label: String,
    /// Where the label comes from.
    pub source: String,
    /// Whether a page that can be opened shows it.
    pub is_confirmed: bool,
}

/// Whether a text can be a slug: 1 to 80 lower-case letters, digits and single hyphens.
pub fn is_slug(text: &str) -> bool {
    let plain = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    plain && (1..=80).contains(&text.len()) && !text.starts_with('-') && !text.ends_with('-') && !text.contains("--")
}
