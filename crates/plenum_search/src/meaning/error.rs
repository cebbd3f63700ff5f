//! What can go wrong with the encoder's files.

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
