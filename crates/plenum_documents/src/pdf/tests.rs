//! What a PDF becomes.
