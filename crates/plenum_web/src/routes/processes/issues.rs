//! The issues of a process with what stands on each: claims, and how many quotations. Conversion only.

use super::subscribe;
use crate::fault::Fault;
use crate::view;
use plenum_model::PartialDate;
use plenum_model::knowledge::{Instrument, Issue};
use plenum_model::process::Process;
use plenum_pages::parts::Link;
use plenum_pages::process::{IssueClaim, IssueView};
use plenum_store::Store;
use plenum_store::claims::{Entry, Ledger};
use plenum_store::positions::Position;
use std::borrow::Cow;

/// An issue with the ledgers of which a claim bears on it.
pub(crate) struct Told {
    pub(crate) issue: Issue,
    /// Each with the name of what it is about; empty for the process itself.
    ledgers: Vec<(String, Ledger)>,
}

/// The issues of a process.
///
/// A claim belongs to it if it is of the process, of a document of it, or of an instrument that was the process' own when
/// the claim held; an instrument's present process has all. What no process set up belongs to each that had not ended.
pub(crate) async fn of(
    store: &Store,
    own: &str,
    processes: &[Process],
    instruments: &[Instrument],
) -> Result<Vec<Told>, Fault> {
    let issues = store.issues_of(own).await?;
    let mut all: Vec<Told> = issues.into_iter().map(|issue| Told { issue, ledgers: Vec::new() }).collect();
    for (subject, document_of) in store.subjects_on_issues().await? {
        let instrument = instruments.iter().find(|one| one.slug == subject);
        let (name, is_near) = match instrument {
            Some(instrument) => (instrument.name.clone(), is_in_line(instrument, own, processes)),
            None if subject == own => (String::new(), true),
            None => (subject.clone(), document_of.as_deref() == Some(own)),
        };
        if !is_near {
            continue;
        }
        let is_own = |entry: &Entry| instrument.is_none_or(|one| is_own(one, entry.claim.date, own, processes));
        for ledger in store.ledgers(&subject).await? {
            for told in &mut all {
                let bears = |entry: &Entry| entry.claim.issue.as_ref() == Some(&told.issue.slug) && is_own(entry);
                if ledger.standing().any(bears) {
                    told.ledgers.push((name.clone(), ledger.clone()));
                }
            }
        }
    }
    Ok(all)
}

fn is_in_line(instrument: &Instrument, own: &str, processes: &[Process]) -> bool {
    instrument.process.is_none() || instrument.line(processes).any(|one| one.slug == own)
}

/// Whether an instrument was the process' own on a date.
fn is_own(instrument: &Instrument, date: Option<PartialDate>, own: &str, processes: &[Process]) -> bool {
    match instrument.process.as_deref() {
        Some(process) => process == own || date.and_then(|date| instrument.holder(processes, date)) == Some(own),
        None => {
            let process = processes.iter().find(|one| one.slug == own);
            process.is_some_and(|one| date.is_none_or(|date| !one.had_ended(date)))
        }
    }
}

/// Them as the page shows them.
pub(crate) fn views<'a>(told: &'a [Told], own: &str, positions: &[Position]) -> Vec<IssueView<'a>> {
    let stand = |slug: &str| positions.iter().filter(|one| one.withdrawn.is_none() && one.issue == slug).count();
    let view = |one: &'a Told| IssueView {
        name: Cow::Borrowed(&one.issue.name),
        about: Cow::Borrowed(&one.issue.summary),
        claims: one.ledgers.iter().filter_map(|(name, ledger)| claim(name, ledger)).collect(),
        positions: stand(&one.issue.slug) as u64,
        follow: Cow::Owned(subscribe::address("issue", &format!("{own}/{}", one.issue.slug))),
    };
    told.iter().map(view).collect()
}

/// `None` where all its claims are withdrawn.
fn claim<'a>(name: &str, ledger: &'a Ledger) -> Option<IssueClaim<'a>> {
    let (property, shown) = (&ledger.property, &ledger.shown()?.claim);
    let label = if name.is_empty() { property.label.clone() } else { format!("{name} – {}", property.label) };
    Some(IssueClaim {
        ledger: Link::new(view::ledger_address(&property.subject, &property.key), label),
        value: Cow::Borrowed(&shown.value),
        unit: property.unit.as_deref().map(Cow::Borrowed),
        date: shown.date,
        is_confirmed: shown.is_confirmed,
        disagreeing: ledger.disagreeing() as u64,
    })
}
