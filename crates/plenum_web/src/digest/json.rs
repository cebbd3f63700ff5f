//! An edition as JSON, on pages and on the command line.

use crate::times;
use plenum_model::digest::{Citation, Edition, Sentence};
use plenum_store::digests::DigestLine;
use serde::Serialize;
use utoipa::ToSchema;

/// A process that an edition is about.
#[derive(Serialize, ToSchema)]
#[schema(as = EditionProcess)]
pub(crate) struct ProcessBody<'a> {
    slug: &'a str,
    name: &'a str,
}

/// Where a fact stands.
#[derive(Serialize, ToSchema)]
#[schema(as = EditionCitation)]
pub(crate) struct CitationBody<'a> {
    /// A path of ours, or a whole address.
    address: &'a str,
    label: &'a str,
}

/// A sentence.
#[derive(Serialize, ToSchema)]
#[schema(as = EditionSentence)]
pub(crate) struct SentenceBody<'a> {
    number: u32,
    /// opening, decided, moved, spoke, published, next
    section: &'static str,
    process: Option<&'a str>,
    text: &'a str,
    /// software or editor
    writer: &'static str,
    /// Whether all facts that it rests on are confirmed.
    is_confirmed: bool,
    /// Of a sentence that software wrote at least one.
    citations: Vec<CitationBody<'a>>,
}

/// An edition without its sentences.
#[derive(Serialize, ToSchema)]
#[schema(as = EditionLine)]
pub(crate) struct EditionLineBody<'a> {
    address: String,
    /// draft, edited, approved, published
    state: &'static str,
    /// weekly, session, quarterly
    kind: &'static str,
    language: &'a str,
    title: &'a str,
    from: String,
    until: String,
    processes: Vec<ProcessBody<'a>>,
    approved_by: Option<&'a str>,
    approved_at: Option<String>,
    published_at: Option<String>,
    /// The edition that it corrects.
    corrects: Option<String>,
    /// The edition that corrects it.
    corrected_by: Option<String>,
}

/// An edition.
#[derive(Serialize, ToSchema)]
#[schema(as = Edition)]
pub(crate) struct EditionBody<'a> {
    #[serde(flatten)]
    line: EditionLineBody<'a>,
    sentences: Vec<SentenceBody<'a>>,
}

/// An edition that is not kept.
#[derive(Serialize)]
struct ComposedBody<'a> {
    kept: Option<i64>,
    kind: &'static str,
    language: &'a str,
    title: &'a str,
    from: String,
    until: String,
    processes: Vec<ProcessBody<'a>>,
    sentences: Vec<SentenceBody<'a>>,
}

impl<'a> SentenceBody<'a> {
    fn of(sentence: &'a Sentence) -> Self {
        let citation = |one: &'a Citation| CitationBody { address: &one.address, label: &one.label };
        Self {
            number: sentence.number(),
            section: sentence.section().as_str(),
            process: sentence.process(),
            text: sentence.text(),
            writer: sentence.writer().as_str(),
            is_confirmed: sentence.is_confirmed(),
            citations: sentence.citations().iter().map(citation).collect(),
        }
    }
}

fn sentences(edition: &Edition) -> Vec<SentenceBody<'_>> {
    edition.in_order().into_iter().map(SentenceBody::of).collect()
}

fn processes(edition: &Edition) -> Vec<ProcessBody<'_>> {
    edition.processes.iter().map(|one| ProcessBody { slug: &one.slug, name: &one.name }).collect()
}

impl<'a> EditionLineBody<'a> {
    pub(crate) fn of(line: &'a DigestLine) -> Self {
        let edition = &line.edition;
        Self {
            address: format!("/digests/{}", line.id),
            state: line.state.as_str(),
            kind: edition.kind.as_str(),
            language: &edition.language,
            title: &edition.title,
            from: edition.from.to_string(),
            until: edition.until.to_string(),
            processes: processes(edition),
            approved_by: line.approved.as_ref().map(|(by, _)| by.as_str()),
            approved_at: line.approved.as_ref().map(|(_, at_ms)| times::rfc3339(*at_ms)),
            published_at: line.published_at_ms.map(times::rfc3339),
            corrects: line.corrects.map(|id| format!("/digests/{id}")),
            corrected_by: line.corrected_by.map(|id| format!("/digests/{id}")),
        }
    }
}

impl<'a> EditionBody<'a> {
    pub(crate) fn of(line: &'a DigestLine) -> Self {
        Self { line: EditionLineBody::of(line), sentences: sentences(&line.edition) }
    }
}

/// An edition just composed; with its number if it was kept.
pub fn to_json(edition: &Edition, kept: Option<i64>) -> String {
    let body = ComposedBody {
        kept,
        kind: edition.kind.as_str(),
        language: &edition.language,
        title: &edition.title,
        from: edition.from.to_string(),
        until: edition.until.to_string(),
        processes: processes(edition),
        sentences: sentences(edition),
    };
    serde_json::to_string(&body).expect("texts and numbers in lists always have a JSON form")
}
