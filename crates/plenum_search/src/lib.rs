//! Text goes in, ranked paragraph ids come out: by words (six languages) and by meaning (the encoder).
//!
//! The index is a cache of the database in a folder of its own. It can be deleted at any time: [`Index::open`] then
//! begins an empty one whose [`Index::upto`] is 0, and the caller feeds every change again. Read `index.rs` first, then
//! `finding.rs` for how a question becomes a page of hits.
//!
//! - `analysis`: text to searchable words, per language;
//! - `parse`, `jump`: what the reader typed, understood;
//! - `schema`, `card`, `segment`: what the index keeps, and what is kept of it in memory;
//! - `matching`, `ranking`, `fusion`, `facets`, `snippet`: the steps of a search;
//! - `meaning`: the encoder and its vectors.

mod analysis;
mod card;
mod entry;
mod error;
mod facets;
mod filters;
mod finding;
mod found;
mod fusion;
mod index;
mod jump;
mod matching;
pub mod meaning;
mod parse;
mod query;
mod ranking;
mod schema;
mod segment;
mod snippet;
#[cfg(test)]
mod tests;

pub use entry::Entry;
pub use error::SearchError;
pub use found::{Facet, Figures, Found, Hit, Holding, Jump, Snippet};
pub use index::Index;
pub use parse::Parsed;
pub use query::{Filters, Mode, Order, Query};

/// The result of everything that touches the index.
pub type Result<T> = std::result::Result<T, SearchError>;
