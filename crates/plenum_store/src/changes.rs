//! The change feed: numbered from 1, in the order of commits; the search index follows it.

use crate::{Result, Store};
use plenum_model::{RevisionTag, Standing, Symbol};

/// One change of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeRow {
    /// Its number; greater than that of every change committed before.
    pub seq: i64,
    /// The document.
    pub symbol: Symbol,
    /// The revision that was added; `None` if only facts changed.
    pub revision: Option<RevisionTag>,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
}

/// A paragraph as the search index takes it (see `plenum_search::Entry`, field by field).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexEntry {
    /// Its key.
    pub paragraph_id: i64,
    /// Its words.
    pub text: String,
    /// Title and heading path, joined by ` › `.
    pub context: String,
    /// The document's symbol.
    pub symbol: String,
    /// Its number as printed.
    pub number: Option<String>,
    /// Its language's tag.
    pub language: String,
    /// The document's process, by slug.
    pub process: Option<String>,
    /// Whose words, by slug.
    pub actor: Option<String>,
    /// The groups that the actor belonged to on the document's date (or belongs to, if undated), by slug.
    pub groups: Vec<String>,
    /// The document's kind, its word.
    pub kind: String,
    /// The document's standing.
    pub standing: Standing,
    /// The document's date as `PartialDate::ordinal`; 0 unknown.
    pub date: i32,
    /// Whether it is a heading.
    pub is_heading: bool,
}

/// What the index must do to be as the store is at change `upto`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// Ids to take out, before adding (an id may be in both).
    pub remove: Vec<i64>,
    /// Entries to put in.
    pub add: Vec<IndexEntry>,
    /// The change number reached; equal to `since` if there was nothing.
    pub upto: i64,
    /// Whether nothing follows.
    pub is_last: bool,
}

impl Store {
    /// The number of the last change; 0 if there is none.
    pub async fn last_change(&self) -> Result<i64> {
        todo!()
    }

    /// The changes after `since`, at most `limit`, oldest first.
    pub async fn changes_since(&self, since: i64, limit: u32) -> Result<Vec<ChangeRow>> {
        todo!()
    }

    /// What the index must do next.
    ///
    /// In: the change number it has reached (0 for an empty index); about how many paragraphs to hand over at once
    /// (one document is never split). Every document changed is handed over as it is now, so a repeated batch is harmless.
    pub async fn index_batch(&self, since: i64, about: usize) -> Result<Batch> {
        todo!()
    }
}
