//! What the reader typed, understood. Nothing typed is an error: what makes no sense as syntax counts as words.

use crate::{Filters, Jump};

/// How a question was understood; pages show it beside the answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// Single words, as typed, in order.
    pub words: Vec<String>,
    /// Phrases, without their quotation marks.
    pub phrases: Vec<String>,
    /// Words that must not occur.
    pub without_words: Vec<String>,
    /// Phrases that must not occur.
    pub without_phrases: Vec<String>,
    /// Filters given among the words (`lang:fr`), not those given beside them.
    pub filters: Filters,
    /// The document or paragraph named, if the words name one.
    pub jump: Option<Jump>,
}
