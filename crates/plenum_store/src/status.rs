//! Figures for the status page.

use crate::{Result, Store};

/// How much is kept, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// `SQLite 3.x` or `PostgreSQL 15.x`.
    pub engine: String,
    /// Documents known.
    pub documents: u64,
    /// Of these, documents whose text is held.
    pub with_text: u64,
    /// Revisions.
    pub revisions: u64,
    /// Paragraphs in current revisions.
    pub paragraphs: u64,
    /// References found.
    pub references: u64,
    /// Troubles in current revisions.
    pub troubles: u64,
    /// Files.
    pub files: u64,
    /// Bytes of these files.
    pub file_bytes: u64,
    /// Bytes of the database.
    pub database_bytes: u64,
    /// The last change's number.
    pub last_change: i64,
    /// Actors.
    pub actors: u64,
    /// Processes.
    pub processes: u64,
}

impl Store {
    /// How much is kept. Counts everything: some milliseconds, so keep the answer for a while.
    pub async fn figures(&self) -> Result<Figures> {
        todo!()
    }
}
