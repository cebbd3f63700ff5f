//! Processes, sessions and norms, as knowledge packs give them; packs loaded; settings.

use crate::{ContentHash, Result, Store};
use plenum_model::process::{Norm, Process, Session};

/// A process in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcessLine {
    /// The process.
    pub process: Process,
    /// How many documents it has.
    pub documents: u64,
    /// How many of them have their text held.
    pub with_text: u64,
}

/// Everything that a process's page shows, besides its documents ([`Store::list`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcessPage {
    /// The process with its counts.
    pub line: ProcessLine,
    /// Its sessions, oldest first, undated last.
    pub sessions: Vec<Session>,
    /// The norms held by its documents, by key.
    pub norms: Vec<Norm>,
    /// Slug and name of the processes that carry it on.
    pub successors: Vec<(String, String)>,
}

/// What one pack says, in one transaction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Knowledge {
    /// Processes; replaced by slug.
    pub processes: Vec<Process>,
    /// Sessions; replaced by process and name.
    pub sessions: Vec<Session>,
    /// Norms; replaced by symbol and key.
    pub norms: Vec<Norm>,
}

/// A pack that was loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackLoad {
    /// Its name.
    pub pack: String,
    /// The hash of its contents, so that it is loaded again only when it changed.
    pub hash: ContentHash,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
}

impl Store {
    /// Puts in, or replaces, what a pack says of processes, sessions and norms.
    pub async fn learn(&self, knowledge: &Knowledge, at_ms: i64) -> Result<()> {
        todo!()
    }

    /// All processes, those that go on first, then the latest first.
    pub async fn processes(&self) -> Result<Vec<ProcessLine>> {
        todo!()
    }

    /// One process; `None` if it is not held.
    pub async fn process(&self, slug: &str) -> Result<Option<ProcessPage>> {
        todo!()
    }

    /// Remembers that a pack was loaded.
    pub async fn pack_loaded(&self, load: &PackLoad) -> Result<()> {
        todo!()
    }

    /// The packs loaded, each with its last load.
    pub async fn packs(&self) -> Result<Vec<PackLoad>> {
        todo!()
    }

    /// A setting's value; `None` if it was never set.
    pub async fn setting(&self, key: &str) -> Result<Option<String>> {
        todo!()
    }

    /// Sets a setting.
    pub async fn set_setting(&self, key: &str, value: &str, at_ms: i64) -> Result<()> {
        todo!()
    }
}
