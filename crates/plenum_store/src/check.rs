//! Every invariant of the store, verified against what is kept.

use crate::{Files, Result, Store};

/// Something that is not as it must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What is wrong, one sentence.
    pub what: String,
    /// Where: a symbol, an address, a hash.
    pub place: String,
    /// What to do about it, one sentence.
    pub remedy: &'static str,
}

/// What was verified.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// What is not as it must be; empty if all is well. At most a hundred of each sort.
    pub findings: Vec<Finding>,
    /// How many revisions were looked at.
    pub revisions: u64,
    /// How many paragraphs.
    pub paragraphs: u64,
    /// How many files.
    pub files: u64,
}

impl Store {
    /// Verifies every invariant and every hash. Reads everything; changes nothing.
    pub async fn check(&self, files: &dyn Files) -> Result<Checked> {
        todo!()
    }
}
