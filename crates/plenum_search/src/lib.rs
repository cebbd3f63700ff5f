//! See ARCHITECTURE.md.
pub mod meaning;
