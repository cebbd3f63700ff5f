//! The bytes of a file become numbered paragraphs with references, and a list of troubles. See ARCHITECTURE.md.

mod error;
pub mod structure;

pub use error::ReadError;
