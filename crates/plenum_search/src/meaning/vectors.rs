//! The vectors of all paragraphs, kept in the index folder, and the nearest of them to a question.

use std::path::Path;

/// Why vectors could not be kept.
#[derive(Debug, thiserror::Error)]
pub enum VectorsError {
    /// Reading or writing failed.
    #[error("{file}: {cause}")]
    Io {
        /// The file's path.
        file: String,
        /// What the system said.
        cause: std::io::Error,
    },
}

/// One paragraph's vectors, to be kept.
pub struct Kept<'a> {
    /// Whose they are.
    pub paragraph_id: i64,
    /// The text that was encoded; only a hash of it is kept.
    pub text: &'a str,
    /// As `Encoder::encode_paragraph` gave them.
    pub vectors: Vec<Vec<f32>>,
}

/// A paragraph found by meaning.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Near {
    /// Which.
    pub paragraph_id: i64,
    /// Cosine of the question and the paragraph's best vector, -1 to 1.
    pub likeness: f32,
}

/// Among which paragraphs to look.
pub enum Among<'a> {
    /// All.
    All,
    /// Only these, any order. Exact; best for up to some ten thousand.
    These(&'a [i64]),
    /// Only those of which this says yes. Called only for paragraphs near the question.
    Where(&'a dyn Fn(i64) -> bool),
}

/// The vectors of an index. Reading and keeping may happen at the same time from several threads; one process only.
pub struct Vectors {}

impl Vectors {
    /// Opens or begins the vectors in `folder`. Those made by an encoder of another name are dropped.
    pub fn open(_folder: &Path, _encoder_name: &str, _dims: usize) -> Result<Vectors, VectorsError> {
        Ok(Vectors {})
    }

    /// How many paragraphs have vectors.
    pub fn len(&self) -> usize {
        0
    }

    /// Whether none has.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes on disk.
    pub fn bytes(&self) -> u64 {
        0
    }

    /// Whether this paragraph has vectors.
    pub fn has(&self, _paragraph_id: i64) -> bool {
        false
    }

    /// Gives each paragraph whose very text was encoded before those vectors; says for each whether it now has some.
    ///
    /// What answers `false` must be encoded and given to `keep`.
    pub fn keep_known(&self, texts: &[(i64, &str)]) -> Result<Vec<bool>, VectorsError> {
        Ok(vec![false; texts.len()])
    }

    /// Keeps vectors; when it returns they survive a crash. One call for many paragraphs is much cheaper than many.
    pub fn keep(&self, _kept: &[Kept<'_>]) -> Result<(), VectorsError> {
        Ok(())
    }

    /// Forgets paragraphs; ids without vectors are passed over.
    pub fn remove(&self, _paragraph_ids: &[i64]) -> Result<(), VectorsError> {
        Ok(())
    }

    /// Forgets everything.
    pub fn clear(&self) -> Result<(), VectorsError> {
        Ok(())
    }

    /// The `count` paragraphs nearest to `question` (a vector of `Encoder::encode`), best first.
    pub fn nearest(&self, _question: &[f32], _count: usize, _among: Among<'_>) -> Vec<Near> {
        Vec::new()
    }

    /// Background work that keeps `nearest` fast when much was kept; returns at once when there is nothing to do.
    pub fn tidy(&self) -> Result<(), VectorsError> {
        Ok(())
    }
}
