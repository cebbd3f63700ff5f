//! Why a file gives no reading at all. What is merely odd inside a file is a trouble of its reading, not one of these.

/// Why a file could not be read: what happened, in one sentence; [`ReadError::remedy`] says what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// No bytes, or no words in them.
    #[error("The file is empty.")]
    Empty,
    /// None of the formats that Plenum reads.
    #[error("The file is {found}, which Plenum does not read.")]
    UnknownFormat {
        /// What it seems to be: "an old Word file (.doc)", "of an unknown format".
        found: String,
    },
    /// Locked with a password.
    #[error("The file is locked with a password.")]
    Encrypted,
    /// Not what it says it is, cut short, or broken.
    #[error("The file is damaged: {what}.")]
    Damaged {
        /// What is broken, without a final stop: "the archive has no main text".
        what: String,
    },
    /// Larger, once unpacked, than a document can honestly be.
    #[error("The file is too large: {what} is over the limit of {limit}.")]
    TooLarge {
        /// What is too large: "the unpacked text", "the number of pages".
        what: String,
        /// The limit with its unit: "64 MB", "20,000 pages".
        limit: String,
    },
    /// Elements within elements beyond any honest document.
    #[error("The file is nested too deeply: more than {limit} elements inside one another.")]
    TooDeep {
        /// The limit.
        limit: usize,
    },
    /// Holds what could be used to attack the reader (entity declarations, which no document of this kind needs).
    #[error("The file was refused: it holds {what}.")]
    Unsafe {
        /// What it holds: "declarations of XML entities".
        what: String,
    },
}

impl ReadError {
    /// What a person can do about it, one sentence.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Empty => "Check that the upload or the copy was complete and send the file again.",
            Self::UnknownFormat { .. } => {
                "Send it as PDF, DOCX, HTML, plain text, Markdown, CSV, Akoma Ntoso XML or WordPress JSON."
            }
            Self::Encrypted => "Save a copy without a password and send that.",
            Self::Damaged { .. } => "Open it in the program that made it, save it anew, and send the new file.",
            Self::TooLarge { .. } => "Split the document, or remove its pictures, and send the parts.",
            Self::TooDeep { .. } | Self::Unsafe { .. } => {
                "Open it in the program that made it and save it anew; if it came from a stranger, do not trust it."
            }
        }
    }

    /// The key of the same sentences in the interface's word lists.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Empty => "refusal-empty",
            Self::UnknownFormat { .. } => "refusal-unknown-format",
            Self::Encrypted => "refusal-encrypted",
            Self::Damaged { .. } => "refusal-damaged",
            Self::TooLarge { .. } => "refusal-too-large",
            Self::TooDeep { .. } => "refusal-too-deep",
            Self::Unsafe { .. } => "refusal-unsafe",
        }
    }

    /// A [`ReadError::Damaged`] saying `what`.
    pub fn damaged(what: impl Into<String>) -> Self {
        Self::Damaged { what: what.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_is_a_sentence_with_a_remedy() {
        let errors = [
            ReadError::Empty,
            ReadError::UnknownFormat { found: "an old Word file (.doc)".into() },
            ReadError::Encrypted,
            ReadError::damaged("the archive has no main text"),
            ReadError::TooLarge { what: "the unpacked text".into(), limit: "64 MB".into() },
            ReadError::TooDeep { limit: 256 },
            ReadError::Unsafe { what: "declarations of XML entities".into() },
        ];
        for error in errors {
            assert!(error.key().starts_with("refusal-"));
            let sentence = error.to_string();
            assert!(sentence.starts_with("The file") && sentence.ends_with('.'), "{sentence}");
            assert!(error.remedy().ends_with('.'));
        }
    }
}
