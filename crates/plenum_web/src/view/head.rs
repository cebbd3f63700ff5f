//! A document's head: what is known of it, its readings, languages, family and files.

use super::{document_address, speaker};
use crate::times;
use plenum_model::{Address, PartialDate, RevisionTag, Standing, Symbol};
use plenum_pages::document::{DocumentHead, FamilyMember};
use plenum_pages::parts::{Choice, FileLink, Link, Quoted};
use plenum_store::documents::{Document, DocumentLine, OtherFormat, Revision};
use std::borrow::Cow;

/// A member of the family, from whichever list the store gave it in.
pub(crate) struct Family<'a> {
    pub(crate) symbol: &'a Symbol,
    pub(crate) standing: Standing,
    pub(crate) date: Option<PartialDate>,
}

impl<'a> From<&'a DocumentLine> for Family<'a> {
    fn from(line: &'a DocumentLine) -> Self {
        let facts = &line.document.facts;
        Self { symbol: &facts.symbol, standing: facts.standing, date: facts.date }
    }
}

impl<'a> From<&'a plenum_store::paragraphs::FamilyMember> for Family<'a> {
    fn from(member: &'a plenum_store::paragraphs::FamilyMember) -> Self {
        Self { symbol: &member.symbol, standing: member.standing, date: member.date }
    }
}

/// What is known of a document, as shown above its text and above each of its paragraphs.
///
/// In: the document, all its revisions, the one shown (`None`: no text held), the files of the same text in other
/// formats, the other members of its family.
pub(crate) fn head<'a>(
    document: &'a Document,
    revisions: &'a [Revision],
    shown: Option<&'a Revision>,
    other_formats: &'a [OtherFormat],
    family: Vec<Family<'a>>,
) -> DocumentHead<'a> {
    let facts = &document.facts;
    let lang = shown.map_or("", |revision| revision.tag.language.as_str());
    let process = facts.process.as_deref().map(|slug| {
        let name = document.process_name.as_deref().unwrap_or(slug);
        Link::new(format!("/processes/{slug}"), name)
    });
    let newer = shown.filter(|revision| !revision.is_current).and_then(|revision| {
        let current = revisions.iter().find(|other| other.is_current && other.tag.language == revision.tag.language);
        current.map(|current| Cow::Owned(revision_address(&facts.symbol, &current.tag)))
    });
    DocumentHead {
        address: Cow::Owned(document_address(&facts.symbol)),
        symbol: Cow::Borrowed(facts.symbol.as_str()),
        title: Quoted::new(facts.title.as_str(), lang),
        lang: Cow::Borrowed(lang),
        standing: facts.standing,
        kind: facts.kind,
        date: facts.date,
        speaker: speaker(document).map(Cow::Borrowed),
        process,
        meeting: facts.meeting.as_deref().map(Cow::Borrowed),
        source: facts.source.as_deref().filter(|source| is_web_address(source)).map(Cow::Borrowed),
        revision: Cow::Owned(shown.map(|revision| revision.tag.to_string()).unwrap_or_default()),
        read_on: shown.and_then(|revision| times::day(revision.imported_at_ms)),
        newer,
        revisions: same_language(&facts.symbol, revisions, shown),
        languages: languages(&facts.symbol, revisions, shown),
        family: members(document, family),
        files: shown.map(|revision| files(&facts.symbol, revision, other_formats)).unwrap_or_default(),
    }
}

/// Only what a browser may be sent to: a source that somebody typed could be `javascript:`.
fn is_web_address(source: &str) -> bool {
    source.starts_with("https://") || source.starts_with("http://")
}

fn revision_address(symbol: &Symbol, tag: &RevisionTag) -> String {
    Address { symbol: symbol.clone(), revision: Some(tag.clone()), anchor: None }.to_string()
}

fn same_language<'a>(symbol: &Symbol, revisions: &'a [Revision], shown: Option<&Revision>) -> Vec<Choice<'a>> {
    let Some(shown) = shown else { return Vec::new() };
    let same = revisions.iter().filter(|revision| revision.tag.language == shown.tag.language);
    let choice = |revision: &Revision| Choice {
        address: Cow::Owned(revision_address(symbol, &revision.tag)),
        words: Cow::Owned(revision.tag.to_string()),
        is_current: revision.tag == shown.tag,
    };
    same.map(choice).collect()
}

fn languages<'a>(symbol: &Symbol, revisions: &'a [Revision], shown: Option<&Revision>) -> Vec<Choice<'a>> {
    let current = revisions.iter().filter(|revision| revision.is_current);
    let choice = |revision: &'a Revision| Choice {
        address: Cow::Owned(revision_address(symbol, &revision.tag)),
        words: Cow::Borrowed(revision.tag.language.as_str()),
        is_current: shown.is_some_and(|shown| shown.tag.language == revision.tag.language),
    };
    current.map(choice).collect()
}

fn members<'a>(document: &'a Document, others: Vec<Family<'a>>) -> Vec<FamilyMember<'a>> {
    if others.is_empty() {
        return Vec::new();
    }
    let facts = &document.facts;
    let own = Family { symbol: &facts.symbol, standing: facts.standing, date: facts.date };
    let mut all: Vec<Family<'a>> = others;
    all.push(own);
    // Undated versions stand last: nothing says that they came first.
    all.sort_by_key(|member| (member.date.is_none(), member.date, member.symbol.clone()));
    let member = |member: Family<'a>| FamilyMember {
        address: Cow::Owned(document_address(member.symbol)),
        symbol: Cow::Borrowed(member.symbol.as_str()),
        standing: member.standing,
        date: member.date,
        is_current: *member.symbol == facts.symbol,
    };
    all.into_iter().map(member).collect()
}

fn files<'a>(symbol: &Symbol, revision: &'a Revision, other_formats: &'a [OtherFormat]) -> Vec<FileLink<'a>> {
    let address = revision_address(symbol, &revision.tag);
    let made = |ending: &str, format: &'static str| FileLink {
        address: Cow::Owned(format!("{address}{ending}")),
        format: Cow::Borrowed(format),
        bytes: None,
        is_original: false,
    };
    let original = FileLink {
        address: Cow::Owned(format!("{address}/file")),
        format: Cow::Owned(revision.format.to_uppercase()),
        bytes: None,
        is_original: true,
    };
    let beside = other_formats.iter().map(|other| FileLink {
        address: Cow::Owned(format!("{address}/file?sha256={}", other.file)),
        format: Cow::Owned(other.format.to_uppercase()),
        bytes: None,
        is_original: true,
    });
    let made = [made(".xml", "Akoma Ntoso"), made(".json", "JSON")];
    std::iter::once(original).chain(beside).chain(made).collect()
}
