//! What the index is told of a paragraph.

use plenum_model::Standing;

/// One paragraph for the index: its words and everything that it may be filtered and counted by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The paragraph's id in the store; what a hit gives back.
    pub paragraph_id: i64,
    /// Its words.
    pub text: String,
    /// The document's title and the headings above the paragraph, in words; counts a little in ranking.
    pub context: String,
    /// The document's symbol.
    pub symbol: String,
    /// The paragraph's number as printed.
    pub number: Option<String>,
    /// The tag of its language (`en`, `ar`, `und`).
    pub language: String,
    /// The slug of the process it belongs to.
    pub process: Option<String>,
    /// The slug of the actor whose words it holds.
    pub actor: Option<String>,
    /// The slugs of the groups the actor belonged to when it spoke.
    pub groups: Vec<String>,
    /// The word of its document's kind (`resolution`, `statement`, …).
    pub kind: String,
    /// Its document's standing.
    pub standing: Standing,
    /// Its document's date as `PartialDate::ordinal` writes it (`yyyymmdd`); 0 when unknown.
    pub date: i32,
    /// Whether it is a heading: found, but ranked lower than a paragraph with the same words.
    pub is_heading: bool,
}
