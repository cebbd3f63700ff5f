//! Digests: what the record shows of processes between two days becomes an edition. Used by pages and the command line.
//!
//! [`gather`] asks the store once for all facts of a span; [`compose`] chooses and words them without asking again, so
//! that one gathering serves as many selections of processes and issues as there are readers.

mod facts;
mod json;

pub use facts::{Gathered, gather};
pub use json::to_json;
pub(crate) use json::{EditionBody, EditionLineBody};

use plenum_model::PartialDate;
use plenum_model::digest::{Edition, Kind, Span};
use plenum_pages::Words;
use plenum_pages::compose::Ordered;
use plenum_pages::digest_facts::ProcessFacts;
use plenum_store::Store;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asking {
    /// Slugs of processes; at least one.
    pub processes: Vec<String>,
    /// Only these issues, by slug; empty: all.
    pub issues: Vec<String>,
    /// What sort of edition.
    pub kind: Kind,
    /// Its days.
    pub span: Span,
    /// The language of its words, one of the six.
    pub language: String,
}

/// Why nothing was composed.
#[derive(Debug, thiserror::Error)]
pub enum NotComposed {
    /// No process has that slug.
    #[error("No process is called \"{0}\"")]
    NoProcess(String),
    /// No process was named.
    #[error("No process was named")]
    NoneNamed,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] plenum_store::StoreError),
}

/// The days from one date to another, as people type them; `None` if these are no two days in order.
pub fn span(from: &str, until: &str) -> Option<Span> {
    Span::new(PartialDate::parse(from).ok()?, PartialDate::parse(until).ok()?)
}

/// Composes an edition from what was gathered for its span and language.
pub fn compose(gathered: &Gathered, asking: &Asking) -> Result<Edition, NotComposed> {
    let mut chosen: Vec<&ProcessFacts> = Vec::with_capacity(asking.processes.len());
    for slug in &asking.processes {
        let facts = gathered.of(slug).ok_or_else(|| NotComposed::NoProcess(slug.clone()))?;
        if !chosen.iter().any(|one| one.slug == *slug) {
            chosen.push(facts);
        }
    }
    if chosen.is_empty() {
        return Err(NotComposed::NoneNamed);
    }
    let ordered = Ordered { kind: asking.kind, span: asking.span, issues: &asking.issues };
    Ok(plenum_pages::compose::compose(Words::of(&asking.language), &ordered, &chosen))
}

/// Gathers and composes in one.
pub async fn compose_now(store: &Store, asking: &Asking) -> Result<Edition, NotComposed> {
    let gathered = gather(store, Some(&asking.processes), asking.span, Words::of(&asking.language)).await?;
    compose(&gathered, asking)
}
