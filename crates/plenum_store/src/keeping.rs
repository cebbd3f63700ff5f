//! A reading becomes a revision: file row, paragraphs, placements, lineage, references and change, in one transaction.

use crate::facts::Authority;
use crate::{ContentHash, Result, Store};
use plenum_model::{DocumentFacts, Paragraph, Reading, RevisionTag, Symbol, lineage};

/// The function that says which paragraph of an earlier reading became which of a later one.
///
/// It is passed in because the store must not know how documents are compared.
pub type Compare<'a> = &'a (dyn Fn(&[Paragraph], &[Paragraph]) -> Vec<lineage::Step> + Send + Sync);

/// A reading to keep, with the file it came from and what is known of the document.
#[derive(Clone, Debug)]
pub struct New {
    /// What is known of the document; its symbol decides which document this is.
    pub facts: DocumentFacts,
    /// Who says so: weaker facts never replace stronger ones.
    pub authority: Authority,
    /// The file, already put into the [`Files`](crate::Files) (so that no row ever names a file that is not there).
    pub file: FileOrigin,
    /// What was read; `reading.language` is the language of the revision.
    pub reading: Reading,
}

/// The file a reading came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileOrigin {
    /// The hash of its bytes.
    pub hash: ContentHash,
    /// How many bytes.
    pub bytes: u64,
    /// Its name as it was given.
    pub name: String,
    /// Its format, one word (`pdf`).
    pub format: String,
}

/// What became of one [`New`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The document's symbol as kept.
    pub symbol: Symbol,
    /// The revision that now holds these bytes.
    pub tag: RevisionTag,
    /// Whether something was added.
    pub outcome: Outcome,
}

/// What keeping did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The first text of the document in this language.
    New,
    /// The document already has a revision made of these very bytes.
    Unchanged,
    /// A further revision, with what became of the paragraphs of the one before.
    Revised {
        /// Same place, same words: they keep their ids.
        unchanged: u32,
        /// Same words in another place: they keep their ids.
        moved: u32,
        /// Other words.
        reworded: u32,
        /// Only in the new one.
        added: u32,
        /// Only in the one before.
        removed: u32,
    },
}

impl Store {
    /// Keeps one reading. See [`keep_many`](Self::keep_many).
    pub async fn keep(&self, new: New, by: &str, at_ms: i64, compare: Compare<'_>) -> Result<Kept> {
        let mut kept = self.keep_many(vec![new], by, at_ms, compare).await?;
        Ok(kept.pop().expect("one in, one out"))
    }

    /// Keeps several readings in one transaction: all of them, or on an error none.
    ///
    /// In: the readings, in the order in which they shall become revisions; `by` who brings them, in words; `at_ms` now.
    /// Out: as many outcomes, in the same order. Safe to repeat: the same bytes for the same document change nothing,
    /// even if a newer revision exists by now (so a folder with both files can be imported again and again).
    /// Errors: the database's. Some hundred readings at a time are fast; each call ends with one wait for the disk.
    pub async fn keep_many(&self, new: Vec<New>, by: &str, at_ms: i64, compare: Compare<'_>) -> Result<Vec<Kept>> {
        todo!()
    }

    /// Which revisions were made of a file, so that it need not be read again.
    pub async fn made_of(&self, file: ContentHash) -> Result<Vec<(Symbol, RevisionTag)>> {
        todo!()
    }
}
