//! The whole store in one file, and back, from either engine to either.

use crate::{Files, Result, Store};
use std::path::Path;

/// What a backup holds, or a restore brought back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// Rows of all tables.
    pub rows: u64,
    /// Files.
    pub files: u64,
    /// Bytes of these files.
    pub file_bytes: u64,
}

impl Store {
    /// Writes everything into `to` (a tar.zst), as it was at one moment; the file appears only when it is whole.
    pub async fn backup(&self, files: &dyn Files, to: &Path, at_ms: i64) -> Result<Carried> {
        todo!()
    }

    /// Brings everything back from `from` into this empty store: all of it, or on an error no row.
    ///
    /// Errors: the store is not empty; the backup is damaged (every hash is verified).
    pub async fn restore(&self, files: &dyn Files, from: &Path) -> Result<Carried> {
        todo!()
    }
}
