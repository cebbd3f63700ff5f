//! Statements: runs of paragraphs of a transcript, made by a machine, set right and confirmed by an editor.
//!
//! - [`keeping`]: a transcript's turns become rows; a corrected transcript keeps the numbers of what it did not change.
//! - [`reading`]: what pages show.  - [`editing`]: what an editor changes, with what stood before.

pub mod editing;
pub mod keeping;
pub mod reading;

pub use editing::{StatementChange, StatementFacts};
pub use keeping::{KeptStatements, NewStatement, NewTranscript};
pub use reading::{Named, Statement, StatementPage};

/// The statements of this module's parts.
pub(crate) const STATEMENTS: [&[(&str, &str)]; 3] = [editing::STATEMENTS, keeping::STATEMENTS, reading::STATEMENTS];
