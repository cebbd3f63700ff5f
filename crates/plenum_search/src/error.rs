//! What can go wrong with the index. What a reader types is never an error.

use std::path::PathBuf;

/// Why the index could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// Another process writes to this index.
    #[error("another Plenum is writing to the index in {}: stop it, or give this one another folder", .0.display())]
    Busy(PathBuf),
    /// The folder could not be made, read or emptied.
    #[error("the index folder {} cannot be used: {source}", folder.display())]
    Folder {
        /// Which.
        folder: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The word index failed.
    #[error("the word index failed: {0}; it is a cache, `plenum reindex` builds it anew")]
    Words(#[from] tantivy::TantivyError),
    /// The vectors failed.
    #[error("the vectors failed: {0}; they are a cache, `plenum reindex` builds them anew")]
    Meaning(#[from] crate::meaning::VectorsError),
    /// A file of the word index could not be read.
    #[error("the word index could not be read: {0}; it is a cache, `plenum reindex` builds it anew")]
    Read(#[from] std::io::Error),
}
