//! The index: a folder, opened once, asked from many threads.

use crate::meaning::Encoder;
use crate::{Entry, Figures, Found, Holding, Parsed, Query, Result};
use std::path::Path;
use std::sync::Arc;

/// The index of one data folder.
pub struct Index {}

impl Index {
    /// Opens the index in `folder`, or begins an empty one where there is none or where it cannot be read.
    pub fn open(_folder: &Path, _encoder: Option<Arc<Encoder>>) -> Result<Index> {
        Ok(Index {})
    }
    /// Takes out the paragraphs `remove` and those of the same ids as `add`, puts in `add`, in one commit.
    pub fn replace(&self, _remove: &[i64], _add: Vec<Entry>, _upto: i64) -> Result<()> {
        Ok(())
    }
    /// The number of the last change that was committed; 0 for a new index.
    pub fn upto(&self) -> i64 {
        0
    }
    /// Answers a question.
    pub fn find(&self, _query: &Query) -> Result<Found> {
        Ok(Found {
            total: 0,
            holding: Holding::Everything,
            hits: Vec::new(),
            facets: Vec::new(),
            jump: None,
            understood: Parsed::default(),
        })
    }
    /// Takes everything out; [`Index::upto`] is 0 again.
    pub fn clear(&self) -> Result<()> {
        Ok(())
    }
    /// Counts.
    pub fn figures(&self) -> Figures {
        Figures::default()
    }
    /// Encodes the meaning of the next paragraphs that lack it, `at_most` of them; returns how many still lack it.
    pub fn encode_some(&self, _at_most: usize) -> Result<usize> {
        Ok(0)
    }
}
