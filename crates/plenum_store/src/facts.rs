//! What is known of a document besides its words: who says so, and the journal of what was changed.

use crate::{Result, Store};
use plenum_model::{DocumentFacts, Symbol};

/// Who says what is known of a document. The stronger replaces the weaker; the weaker only fills what is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Authority {
    /// Made out by a machine from the file.
    Reading,
    /// Said by the person who imported or uploaded it.
    Importer,
    /// Said by a knowledge pack, with its source.
    Pack,
    /// Set right by an editor.
    Editor,
}

/// One change of one fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactChange {
    /// Which fact: the column's name (`title`, `standing`).
    pub fact: String,
    /// What it was.
    pub before: Option<String>,
    /// What it is since.
    pub after: Option<String>,
    /// Who changed it, in words.
    pub by: String,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
}

impl Store {
    /// Says what is known of documents; those not yet held are listed from now on, without text.
    ///
    /// Out: how many were new or changed. Each changed fact leaves a row in the journal and the index hears of it.
    pub async fn declare(&self, facts: &[DocumentFacts], authority: Authority, by: &str, at_ms: i64) -> Result<u64> {
        todo!()
    }

    /// The journal of a document's facts, newest first.
    pub async fn fact_changes(&self, symbol: &Symbol) -> Result<Vec<FactChange>> {
        todo!()
    }

    /// Lets an old symbol lead to the document of a new one, from now on (replacing where it led before).
    pub async fn redirect(&self, from: &Symbol, to: &Symbol, reason: &str, at_ms: i64) -> Result<()> {
        todo!()
    }
}
