//! Claims as pages show them: figures with their mark, rows of a ledger.

use super::sources;
use crate::times::day;
use plenum_model::claim::Claim;
use plenum_pages::Words;
use plenum_pages::claims::{ChangeRow, ClaimRow, Figure, SeriesRow};
use plenum_pages::parts::Link;
use plenum_pages::plot::{Plot, SeriesPoint};
use plenum_store::claims::{ClaimChange, Entry, Ledger};
use std::borrow::Cow;

/// The address of a ledger.
pub(crate) fn ledger_address(subject: &str, property: &str) -> String {
    format!("/claims/{subject}/{property}")
}

/// The value that a page shows, with its mark and its series; without one where all claims are withdrawn.
pub(crate) fn figure<'a>(ledger: &'a Ledger, words: &Words) -> Figure<'a> {
    let property = &ledger.property;
    let shown = ledger.shown().map(|entry| &entry.claim);
    let points: Vec<SeriesPoint<'_>> =
        ledger.standing().filter(|entry| entry.claim.is_confirmed).filter_map(point).collect();
    let plot = if property.is_series { Plot::of(&points, words) } else { None };
    let row = |entry: &'a Entry| SeriesRow {
        date: entry.claim.date,
        value: Cow::Borrowed(&entry.claim.value),
        sources: sources(&entry.claim.source),
    };
    Figure {
        label: Cow::Borrowed(&property.label),
        value: Cow::Borrowed(shown.map_or("", |claim| &claim.value)),
        unit: property.unit.as_deref().map(Cow::Borrowed),
        date: shown.and_then(|claim| claim.date),
        is_confirmed: shown.is_none_or(|claim| claim.is_confirmed),
        disagreeing: ledger.disagreeing() as u64,
        claims: ledger.standing().count() as u64,
        address: Cow::Owned(ledger_address(&property.subject, &property.key)),
        sources: shown.map(|claim| sources(&claim.source)).unwrap_or_default(),
        series: if plot.is_some() { ledger.standing().map(row).collect() } else { Vec::new() },
        plot,
    }
}

fn point(entry: &Entry) -> Option<SeriesPoint<'_>> {
    Some(SeriesPoint { date: entry.claim.date?, value: Cow::Borrowed(&entry.claim.value) })
}

/// Every claim of a ledger.
pub(crate) fn claim_rows(ledger: &Ledger) -> Vec<ClaimRow<'_>> {
    let shown = ledger.shown().map(|entry| entry.claim.key.as_str());
    let is_disputed =
        |claim: &Claim| ledger.standing().any(|other| claim.disagrees(&other.claim, ledger.property.is_series));
    let mut rows = Vec::new();
    for entry in &ledger.entries {
        let is_shown = shown == Some(entry.claim.key.as_str());
        rows.push(claim_row(entry, is_shown, is_disputed(&entry.claim)));
    }
    rows
}

fn claim_row(entry: &Entry, is_shown: bool, is_disputed: bool) -> ClaimRow<'_> {
    let claim = &entry.claim;
    let is_withdrawn = entry.withdrawn_at_ms.is_some();
    ClaimRow {
        key: Cow::Borrowed(&claim.key),
        value: Cow::Borrowed(&claim.value),
        date: claim.date,
        standing: claim.standing,
        sources: sources(&claim.source),
        places: entry.places.iter().map(|(address, title)| Link::new(address.to_string(), title.as_str())).collect(),
        is_not_found: entry.is_document_held && entry.places.is_empty() && !claim.words.is_empty(),
        counted_by: claim.counted_by.as_deref().map(Cow::Borrowed),
        note: claim.note.as_deref().map(Cow::Borrowed),
        is_confirmed: claim.is_confirmed,
        is_shown,
        is_disputed: is_disputed && !is_withdrawn,
        is_withdrawn,
        entered_by: Cow::Borrowed(&entry.entered_by),
        entered_on: day(entry.entered_at_ms),
    }
}

/// What became of claims, as a list.
pub(crate) fn change_row(change: &ClaimChange) -> ChangeRow<'_> {
    let value = match (&change.before, &change.after) {
        (Some(before), Some(after)) if before != after => format!("{before} → {after}"),
        (_, Some(value)) | (Some(value), None) => value.clone(),
        (None, None) => String::new(),
    };
    ChangeRow {
        date: day(change.at_ms),
        what: Cow::Borrowed(&change.what),
        value: Cow::Owned(value),
        by: Cow::Borrowed(&change.by),
    }
}
