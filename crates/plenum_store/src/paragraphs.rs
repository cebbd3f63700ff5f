//! Paragraphs as pages show them: one in its place, and passages found by search.

mod page;
mod passages;
mod placed;

use crate::documents::{Document, OtherFormat, Revision};
use plenum_model::lineage::Change;
use plenum_model::{Address, Anchor, Language, Paragraph, ParagraphKind, PartialDate, Reference, Standing, Symbol};
use std::collections::HashMap;

/// A paragraph in its place in a revision.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Its key in the database; the same in every revision that has these words unchanged.
    pub paragraph_id: i64,
    /// Its place in reading order, from 0.
    pub position: u32,
    /// Its place in an address.
    pub anchor: Anchor,
    /// Number, path, words, references, footnotes.
    pub paragraph: Paragraph,
}

/// The held documents that some references name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Targets(pub(crate) HashMap<String, Target>);

/// A held document that a reference names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Its symbol as kept (a redirected symbol is already replaced).
    pub symbol: Symbol,
    /// Its title.
    pub title: String,
    /// Its standing.
    pub standing: Standing,
    /// Whether its text is held.
    pub has_text: bool,
}

impl Targets {
    /// What a reference leads to: the document and the address, with the paragraph it names; `None` if not held.
    pub fn of(&self, reference: &Reference) -> Option<(&Target, Address)> {
        let target = self.0.get(&reference.symbol.as_ref()?.key())?;
        let number = reference.number.as_deref().map(plenum_model::anchor::of_number);
        let anchor = number.and_then(|n| Anchor::parse(&n).ok()).filter(|_| target.has_text);
        Some((target, Address { symbol: target.symbol.clone(), revision: None, anchor }))
    }
}

/// A paragraph elsewhere that names a document or a paragraph of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citing {
    /// Where it stands, with its revision.
    pub address: Address,
    /// The title of its document.
    pub title: String,
    /// Its number as printed.
    pub number: Option<String>,
    /// Its words.
    pub text: String,
    /// Its language.
    pub language: Language,
    /// Its document's standing.
    pub standing: Standing,
    /// Its document's date.
    pub date: Option<PartialDate>,
}

/// What became of a paragraph in the next revision, or what it was in the one before.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What became of it.
    pub change: Change,
    /// Share of words in common, 0 to 1.
    pub likeness: f32,
    /// The paragraph at the other end; `None` if it was added or removed.
    pub other: Option<Citing>,
    /// The tag of the revision at the other end.
    pub revision: plenum_model::RevisionTag,
}

/// The same place in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherLanguage {
    /// Where.
    pub address: Address,
    /// Which language.
    pub language: Language,
    /// Its number as printed there.
    pub number: Option<String>,
    /// Its words.
    pub text: String,
}

/// Another document of the family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FamilyMember {
    /// Its symbol.
    pub symbol: Symbol,
    /// Its title.
    pub title: String,
    /// Its standing.
    pub standing: Standing,
    /// Its date.
    pub date: Option<PartialDate>,
}

/// Everything that a paragraph's page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ParagraphPage {
    /// Its document.
    pub document: Document,
    /// All revisions of the document.
    pub revisions: Vec<Revision>,
    /// The revision it is shown in.
    pub revision: Revision,
    /// The same text in other formats, the first kept first.
    pub other_formats: Vec<OtherFormat>,
    /// What stands before it, in reading order, at most three.
    pub before: Vec<Placed>,
    /// The paragraph.
    pub this: Placed,
    /// What stands after it, at most three.
    pub after: Vec<Placed>,
    /// The held documents that all these name.
    pub targets: Targets,
    /// Paragraphs elsewhere that name this paragraph, at most twenty.
    pub cited_by: Vec<Citing>,
    /// Paragraphs elsewhere that name its document without naming another paragraph, at most twenty.
    pub document_cited_by: Vec<Citing>,
    /// What it was in the revision before.
    pub earlier: Vec<Step>,
    /// What became of it in the revision after.
    pub later: Vec<Step>,
    /// The same place in the other languages held.
    pub languages: Vec<OtherLanguage>,
    /// The other documents of the family, oldest first.
    pub family: Vec<FamilyMember>,
}

/// A paragraph found by search, with what a result shows of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// Its key.
    pub paragraph_id: i64,
    /// Where it stands: in a current revision if it lives on there.
    pub address: Address,
    /// Its number as printed.
    pub number: Option<String>,
    /// The headings above it.
    pub path: Vec<String>,
    /// What it is.
    pub kind: ParagraphKind,
    /// The page it starts on.
    pub page: Option<u32>,
    /// Its words.
    pub text: String,
    /// Its language.
    pub language: Language,
    /// Its document.
    pub document: Document,
}

pub(crate) use placed::{between, whole, within};

/// The statements of this module and its parts.
pub(crate) const STATEMENTS: [&[(&str, &str)]; 3] = [page::STATEMENTS, passages::STATEMENTS, placed::STATEMENTS];
