//! Processes, the first page and the state of the machine as JSON.

use super::documents::LineBody;
use super::*;
use plenum_model::knowledge::{Instrument, Issue};
use plenum_store::claims::Ledger;

/// What the first page shows.
#[derive(Serialize, ToSchema)]
#[schema(as = Home)]
pub(crate) struct HomeBody<'a> {
    pub(crate) documents: u64,
    pub(crate) paragraphs: u64,
    pub(crate) newest: Vec<LineBody<'a>>,
    pub(crate) processes: Vec<ProcessLineBody<'a>>,
}

/// A process in a list.
#[derive(Serialize, ToSchema)]
#[schema(as = ProcessLine)]
pub(crate) struct ProcessLineBody<'a> {
    address: String,
    slug: &'a str,
    name: &'a str,
    summary: &'a str,
    mandate: Option<&'a str>,
    predecessor: Option<&'a str>,
    decision_rule: Option<&'a str>,
    chair: Option<&'a str>,
    from: Option<String>,
    until: Option<String>,
    family: Option<&'a str>,
    expires: Option<String>,
    stands: Option<&'a str>,
    stands_on: Option<String>,
    achievement: Option<&'a str>,
    next: Option<&'a str>,
    source: &'a str,
    is_confirmed: bool,
    documents: u64,
    with_text: u64,
}

impl<'a> ProcessLineBody<'a> {
    pub(crate) fn of(line: &'a ProcessLine) -> Self {
        let process = &line.process;
        Self {
            address: format!("/processes/{}", process.slug),
            slug: &process.slug,
            name: &process.name,
            summary: &process.summary,
            mandate: process.mandate.as_deref(),
            predecessor: process.predecessor.as_deref(),
            decision_rule: process.decision_rule.as_deref(),
            chair: process.chair.as_deref(),
            from: word(process.from),
            until: word(process.until),
            family: process.family.as_deref(),
            expires: word(process.expires),
            stands: process.stands.as_deref(),
            stands_on: word(process.stands_on),
            achievement: process.achievement.as_deref(),
            next: process.next.as_deref(),
            source: &process.source,
            is_confirmed: process.is_confirmed,
            documents: line.documents,
            with_text: line.with_text,
        }
    }
}

/// A process with its sessions, norms and documents.
#[derive(Serialize, ToSchema)]
#[schema(as = Process)]
pub(crate) struct ProcessBody<'a> {
    #[serde(flatten)]
    line: ProcessLineBody<'a>,
    /// The slugs of the processes that carry it on.
    successors: Vec<&'a str>,
    sessions: Vec<SessionBody<'a>>,
    norms: Vec<NormBody<'a>>,
    claims: Vec<LedgerBody<'a>>,
    instruments: Vec<InstrumentBody<'a>>,
    issues: Vec<IssueBody<'a>>,
    documents_total: u64,
    newest: Vec<LineBody<'a>>,
}

impl<'a> ProcessBody<'a> {
    pub(crate) fn of(
        page: &'a ProcessPage,
        (documents, total): (&'a [DocumentLine], u64),
        ledgers: &'a [Ledger],
        instruments: &'a [Instrument],
        issues: impl Iterator<Item = &'a Issue>,
    ) -> Self {
        Self {
            line: ProcessLineBody::of(&page.line),
            successors: page.successors.iter().map(|(slug, _)| slug.as_str()).collect(),
            sessions: page.sessions.iter().map(SessionBody::of).collect(),
            norms: page.norms.iter().map(NormBody::of).collect(),
            claims: ledgers.iter().map(LedgerBody::of).collect(),
            instruments: instruments.iter().map(|one| InstrumentBody::of(one, &[])).collect(),
            issues: issues.map(IssueBody::of).collect(),
            documents_total: total,
            newest: documents.iter().map(LineBody::of).collect(),
        }
    }
}

/// A session or another dated event.
#[derive(Serialize, ToSchema)]
#[schema(as = Session)]
pub(crate) struct SessionBody<'a> {
    name: &'a str,
    from: Option<String>,
    until: Option<String>,
    place: Option<&'a str>,
    outcome: Option<&'a str>,
    documents: &'a [String],
    source: &'a str,
    is_confirmed: bool,
}

impl<'a> SessionBody<'a> {
    fn of(session: &'a Session) -> Self {
        Self {
            name: &session.name,
            from: word(session.from),
            until: word(session.until),
            place: session.place.as_deref(),
            outcome: session.outcome.as_deref(),
            documents: &session.documents,
            source: &session.source,
            is_confirmed: session.is_confirmed,
        }
    }
}

/// A norm as a label; the binding words are in the document.
#[derive(Serialize, ToSchema)]
#[schema(as = Norm)]
pub(crate) struct NormBody<'a> {
    /// `norm`, `measure` or `principle`.
    set: &'a str,
    key: &'a str,
    symbol: &'a str,
    label: &'a str,
    source: &'a str,
    is_confirmed: bool,
}

impl<'a> NormBody<'a> {
    fn of(norm: &'a Norm) -> Self {
        Self {
            set: &norm.set,
            key: &norm.key,
            symbol: &norm.symbol,
            label: &norm.label,
            source: &norm.source,
            is_confirmed: norm.is_confirmed,
        }
    }
}

/// How the machine is doing.
#[derive(Serialize, ToSchema)]
#[schema(as = Status)]
pub(crate) struct StatusBody<'a> {
    pub(crate) version: &'a str,
    pub(crate) database: &'a str,
    pub(crate) documents: u64,
    pub(crate) paragraphs: u64,
    pub(crate) references: u64,
    pub(crate) files: u64,
    pub(crate) last_change: i64,
    /// The last change that the index holds.
    pub(crate) indexed_change: i64,
    pub(crate) indexed_paragraphs: u64,
    pub(crate) with_meaning: u64,
    pub(crate) has_encoder: bool,
    pub(crate) index_bytes: u64,
    pub(crate) database_bytes: u64,
    pub(crate) files_bytes: u64,
    pub(crate) up_seconds: u64,
}
