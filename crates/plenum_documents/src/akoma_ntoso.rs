//! Akoma Ntoso: legal documents in XML, read from anybody and written for everybody.
//!
//! [`read`] takes every document type (act, bill, debate, judgment, doc, collections of them); [`write`] makes a `doc`
//! of any reading that validates against the schema of the standard's 3.0 drafts, and reads back as it was.

mod frames;
mod gather;
mod reader;
#[cfg(test)]
mod tests;
mod writer;

pub use reader::read;
pub use writer::write;

/// The name space of the schema our exports are held to.
pub(crate) const NAMESPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0/WD17";
