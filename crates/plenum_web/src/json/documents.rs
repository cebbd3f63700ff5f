//! Documents and paragraphs as JSON.

use super::*;
use crate::times;

/// A list of documents.
#[derive(Serialize, ToSchema)]
#[schema(as = DocumentList)]
pub(crate) struct ListBody<'a> {
    /// How many there are in all.
    pub(crate) total: u64,
    pub(crate) documents: Vec<LineBody<'a>>,
}

/// A document in a list.
#[derive(Serialize, ToSchema)]
#[schema(as = DocumentLine)]
pub(crate) struct LineBody<'a> {
    #[serde(flatten)]
    facts: FactsBody<'a>,
    /// The revision that its address leads to; `null` where no text is kept.
    current: Option<String>,
    languages: Vec<&'a str>,
    paragraphs: u32,
    imported_at: Option<String>,
}

impl<'a> LineBody<'a> {
    pub(crate) fn of(line: &'a DocumentLine) -> Self {
        Self {
            facts: FactsBody::of(&line.document.facts),
            current: line.current.as_ref().map(ToString::to_string),
            languages: line.languages.iter().map(|language| language.as_str()).collect(),
            paragraphs: line.paragraphs,
            imported_at: line.imported_at_ms.map(times::rfc3339),
        }
    }
}

/// A document with its text.
#[derive(Serialize, ToSchema)]
#[schema(as = Document)]
pub(crate) struct DocumentBody<'a> {
    #[serde(flatten)]
    facts: FactsBody<'a>,
    revisions: Vec<RevisionBody<'a>>,
    /// The revision whose text follows; `null` where no text is kept.
    revision: Option<String>,
    language: Option<&'a str>,
    /// Files that hold the same text in other formats.
    other_files: Vec<FileBody<'a>>,
    troubles: Vec<TroubleBody>,
    paragraphs: Vec<PlacedBody>,
    family: Vec<LineBody<'a>>,
    cited_by_total: u64,
    cited_by: Vec<CitingBody<'a>>,
}

impl<'a> DocumentBody<'a> {
    pub(crate) fn of(page: &'a DocumentPage) -> Self {
        let symbol = &page.document.facts.symbol;
        let shown = page.shown.as_ref();
        let paragraphs = shown.map(|shown| {
            shown.paragraphs.iter().map(|placed| PlacedBody::of(placed, symbol, &shown.revision)).collect()
        });
        Self {
            facts: FactsBody::of(&page.document.facts),
            revisions: page.revisions.iter().map(|revision| RevisionBody::of(revision, symbol)).collect(),
            revision: shown.map(|shown| shown.revision.tag.to_string()),
            language: shown.map(|shown| shown.revision.tag.language.as_str()),
            other_files: shown.map(|shown| other_files(shown, symbol)).unwrap_or_default(),
            troubles: shown.map(|shown| shown.troubles.iter().map(TroubleBody::of).collect()).unwrap_or_default(),
            paragraphs: paragraphs.unwrap_or_default(),
            family: page.family.iter().map(LineBody::of).collect(),
            cited_by_total: page.cited_by_total,
            cited_by: page.cited_by.iter().map(CitingBody::of).collect(),
        }
    }
}

fn other_files<'a>(shown: &'a Shown, symbol: &Symbol) -> Vec<FileBody<'a>> {
    let revision = Some(shown.revision.tag.clone());
    let address = Address { symbol: symbol.clone(), revision, anchor: None };
    let body = |other: &'a OtherFormat| FileBody {
        address: format!("{address}/file?sha256={}", other.file),
        name: &other.file_name,
        format: &other.format,
        sha256: other.file.to_string(),
    };
    shown.other_formats.iter().map(body).collect()
}

/// One reading of a document in one language.
#[derive(Serialize, ToSchema)]
#[schema(as = Revision)]
pub(crate) struct RevisionBody<'a> {
    address: String,
    tag: String,
    language: &'a str,
    title: &'a str,
    imported_at: String,
    is_current: bool,
    paragraphs: u32,
    words: u32,
    troubles: u32,
    file: FileBody<'a>,
}

/// The file that a reading was made of.
#[derive(Serialize, ToSchema)]
#[schema(as = File)]
pub(crate) struct FileBody<'a> {
    address: String,
    name: &'a str,
    format: &'a str,
    sha256: String,
}

impl<'a> RevisionBody<'a> {
    fn of(revision: &'a Revision, symbol: &Symbol) -> Self {
        let address =
            Address { symbol: symbol.clone(), revision: Some(revision.tag.clone()), anchor: None }.to_string();
        let file = FileBody {
            address: format!("{address}/file"),
            name: &revision.file_name,
            format: &revision.format,
            sha256: revision.file.to_string(),
        };
        Self {
            address,
            tag: revision.tag.to_string(),
            language: revision.tag.language.as_str(),
            title: &revision.title,
            imported_at: times::rfc3339(revision.imported_at_ms),
            is_current: revision.is_current,
            paragraphs: revision.paragraphs,
            words: revision.words,
            troubles: revision.troubles,
            file,
        }
    }
}

/// A paragraph in its place.
#[derive(Serialize, ToSchema)]
#[schema(as = Paragraph)]
pub(crate) struct PlacedBody {
    address: String,
    anchor: String,
    #[serde(flatten)]
    paragraph: ParagraphBody,
}

impl PlacedBody {
    fn of(placed: &Placed, symbol: &Symbol, revision: &Revision) -> Self {
        let anchor = Some(placed.anchor.clone());
        let address = Address { symbol: symbol.clone(), revision: Some(revision.tag.clone()), anchor };
        Self {
            address: address.to_string(),
            anchor: placed.anchor.to_string(),
            paragraph: ParagraphBody::of(&placed.paragraph),
        }
    }
}

/// A paragraph that names what was asked for.
#[derive(Serialize, ToSchema)]
#[schema(as = Citing)]
pub(crate) struct CitingBody<'a> {
    address: String,
    symbol: &'a str,
    title: &'a str,
    number: Option<&'a str>,
    language: &'a str,
    text: &'a str,
    standing: &'static str,
    date: Option<String>,
}

impl<'a> CitingBody<'a> {
    fn of(citing: &'a Citing) -> Self {
        Self {
            address: citing.address.to_string(),
            symbol: citing.address.symbol.as_str(),
            title: &citing.title,
            number: citing.number.as_deref(),
            language: citing.language.as_str(),
            text: &citing.text,
            standing: citing.standing.as_str(),
            date: word(citing.date),
        }
    }
}

/// One paragraph in its context.
#[derive(Serialize, ToSchema)]
#[schema(as = ParagraphPage)]
pub(crate) struct ParagraphPageBody<'a> {
    document: FactsBody<'a>,
    revision: RevisionBody<'a>,
    paragraph: PlacedBody,
    /// Ready to be copied.
    citation: CitationBody,
    before: Vec<PlacedBody>,
    after: Vec<PlacedBody>,
    cited_by: Vec<CitingBody<'a>>,
    /// Paragraphs that name its document without naming another paragraph.
    document_cited_by: Vec<CitingBody<'a>>,
    earlier: Vec<StepBody<'a>>,
    later: Vec<StepBody<'a>>,
    languages: Vec<OtherLanguageBody<'a>>,
}

/// A citation in three shapes.
#[derive(Serialize, ToSchema)]
#[schema(as = Citation)]
pub(crate) struct CitationBody {
    pub(crate) text: String,
    pub(crate) markdown: String,
    pub(crate) link: String,
}

impl<'a> ParagraphPageBody<'a> {
    pub(crate) fn of(page: &'a ParagraphPage, citation: CitationBody) -> Self {
        let symbol = &page.document.facts.symbol;
        let placed = |placed: &Placed| PlacedBody::of(placed, symbol, &page.revision);
        Self {
            document: FactsBody::of(&page.document.facts),
            revision: RevisionBody::of(&page.revision, symbol),
            paragraph: placed(&page.this),
            citation,
            before: page.before.iter().map(placed).collect(),
            after: page.after.iter().map(placed).collect(),
            cited_by: page.cited_by.iter().map(CitingBody::of).collect(),
            document_cited_by: page.document_cited_by.iter().map(CitingBody::of).collect(),
            earlier: page.earlier.iter().map(StepBody::of).collect(),
            later: page.later.iter().map(StepBody::of).collect(),
            languages: page.languages.iter().map(OtherLanguageBody::of).collect(),
        }
    }
}

/// What became of a paragraph in the next revision, or what it was in the one before.
#[derive(Serialize, ToSchema)]
#[schema(as = Step)]
pub(crate) struct StepBody<'a> {
    change: &'static str,
    /// Share of words in common, 0 to 1.
    likeness: f32,
    revision: String,
    other: Option<CitingBody<'a>>,
}

impl<'a> StepBody<'a> {
    fn of(step: &'a Step) -> Self {
        Self {
            change: step.change.as_str(),
            likeness: step.likeness,
            revision: step.revision.to_string(),
            other: step.other.as_ref().map(CitingBody::of),
        }
    }
}

/// The same place in another language.
#[derive(Serialize, ToSchema)]
#[schema(as = OtherLanguage)]
pub(crate) struct OtherLanguageBody<'a> {
    address: String,
    language: &'a str,
    number: Option<&'a str>,
    text: &'a str,
}

impl<'a> OtherLanguageBody<'a> {
    fn of(other: &'a OtherLanguage) -> Self {
        Self {
            address: other.address.to_string(),
            language: other.language.as_str(),
            number: other.number.as_deref(),
            text: &other.text,
        }
    }
}
