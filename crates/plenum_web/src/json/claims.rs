//! Claims, instruments and the glossary as JSON.

use super::*;
use plenum_model::knowledge::{Instrument, Issue, Term};
use plenum_store::claims::{Entry, Ledger};

/// All that is claimed of one property.
#[derive(Serialize, ToSchema)]
#[schema(as = Ledger)]
pub(crate) struct LedgerBody<'a> {
    address: String,
    subject: &'a str,
    property: &'a str,
    label: &'a str,
    unit: Option<&'a str>,
    /// Whether its values change with time, so that other dates do not contradict.
    is_series: bool,
    /// The key of the claim that pages show.
    shown: Option<&'a str>,
    /// How many claims that stand disagree with another.
    disagreeing: usize,
    claims: Vec<ClaimBody<'a>>,
}

/// What one source says.
#[derive(Serialize, ToSchema)]
#[schema(as = Claim)]
pub(crate) struct ClaimBody<'a> {
    key: &'a str,
    /// In the words of the source: `115+`.
    value: &'a str,
    date: Option<String>,
    source: &'a str,
    document: Option<&'a str>,
    words: &'a [String],
    /// Addresses of the paragraphs that hold the words.
    paragraphs: Vec<String>,
    counted_by: Option<&'a str>,
    standing: &'static str,
    is_confirmed: bool,
    is_withdrawn: bool,
    note: Option<&'a str>,
    /// Slug of the issue on which it bears.
    issue: Option<&'a str>,
    entered_by: &'a str,
    entered_at_ms: i64,
}

impl<'a> LedgerBody<'a> {
    pub(crate) fn of(ledger: &'a Ledger) -> Self {
        let property = &ledger.property;
        Self {
            address: view::ledger_address(&property.subject, &property.key),
            subject: &property.subject,
            property: &property.key,
            label: &property.label,
            unit: property.unit.as_deref(),
            is_series: property.is_series,
            shown: ledger.shown().map(|entry| entry.claim.key.as_str()),
            disagreeing: ledger.disagreeing(),
            claims: ledger.entries.iter().map(ClaimBody::of).collect(),
        }
    }
}

impl<'a> ClaimBody<'a> {
    fn of(entry: &'a Entry) -> Self {
        let claim = &entry.claim;
        Self {
            key: &claim.key,
            value: &claim.value,
            date: word(claim.date),
            source: &claim.source,
            document: claim.document.as_deref(),
            words: &claim.words,
            paragraphs: entry.places.iter().map(|(address, _)| address.to_string()).collect(),
            counted_by: claim.counted_by.as_deref(),
            standing: claim.standing.as_str(),
            is_confirmed: claim.is_confirmed,
            is_withdrawn: entry.withdrawn_at_ms.is_some(),
            note: claim.note.as_deref(),
            issue: claim.issue.as_deref(),
            entered_by: &entry.entered_by,
            entered_at_ms: entry.entered_at_ms,
        }
    }
}

/// What a process set up for States to use.
#[derive(Serialize, ToSchema)]
#[schema(as = Instrument)]
pub(crate) struct InstrumentBody<'a> {
    address: String,
    slug: &'a str,
    name: &'a str,
    summary: &'a str,
    process: Option<&'a str>,
    mandate: Option<&'a str>,
    stands: Option<&'a str>,
    from: Option<String>,
    source: &'a str,
    is_confirmed: bool,
    claims: Vec<LedgerBody<'a>>,
}

impl<'a> InstrumentBody<'a> {
    pub(crate) fn of(instrument: &'a Instrument, ledgers: &'a [Ledger]) -> Self {
        Self {
            address: format!("/instruments/{}", instrument.slug),
            slug: &instrument.slug,
            name: &instrument.name,
            summary: &instrument.summary,
            process: instrument.process.as_deref(),
            mandate: instrument.mandate.as_deref(),
            stands: instrument.stands.as_deref(),
            from: word(instrument.from),
            source: &instrument.source,
            is_confirmed: instrument.is_confirmed,
            claims: ledgers.iter().map(LedgerBody::of).collect(),
        }
    }
}

/// What processes talk about.
#[derive(Serialize, ToSchema)]
#[schema(as = Issue)]
pub(crate) struct IssueBody<'a> {
    slug: &'a str,
    name: &'a str,
    summary: &'a str,
    parent: Option<&'a str>,
    source: &'a str,
    /// Whether an editor named it at the desk; else a pack tells it.
    is_entered: bool,
}

impl<'a> IssueBody<'a> {
    pub(crate) fn of(issue: &'a Issue) -> Self {
        Self {
            slug: &issue.slug,
            name: &issue.name,
            summary: &issue.summary,
            parent: issue.parent.as_deref(),
            source: &issue.source,
            is_entered: issue.entered_for.is_some(),
        }
    }
}

/// A word of the trade.
#[derive(Serialize, ToSchema)]
#[schema(as = Term)]
pub(crate) struct TermBody<'a> {
    slug: &'a str,
    term: &'a str,
    meaning: &'a str,
    source: &'a str,
}

impl<'a> TermBody<'a> {
    pub(crate) fn of(term: &'a Term) -> Self {
        Self { slug: &term.slug, term: &term.term, meaning: &term.meaning, source: &term.source }
    }
}
