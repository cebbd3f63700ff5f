//! Documents as pages show them: one with its text, and lists of many.

mod lists;
mod named;
mod page;

use crate::ContentHash;
use crate::paragraphs::{Citing, Placed, Targets};
use plenum_model::{Address, DocumentFacts, Language, RevisionTag, Trouble};

pub use named::NamedMeeting;

pub(crate) use page::{current, header, other_formats};

/// The statements of this module and its parts.
pub(crate) const STATEMENTS: [&[(&str, &str)]; 3] = [page::STATEMENTS, lists::STATEMENTS, named::STATEMENTS];

/// A document with what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its key in the database.
    pub document_id: i64,
    /// What is known of it.
    pub facts: DocumentFacts,
    /// The name of its process, if that is held.
    pub process_name: Option<String>,
    /// The name of its actor in English, if that is held.
    pub actor_name: Option<String>,
    /// When it was first heard of, milliseconds since 1970.
    pub created_at_ms: i64,
    /// When its facts or text last changed.
    pub changed_at_ms: i64,
}

impl Document {
    /// This document as a reader of `language` is shown it: under the title that its text bears in that language.
    ///
    /// The title kept with the facts is the English one where there is one.
    pub(crate) fn in_language(mut self, language: &Language, title_read: &str) -> Self {
        if language.as_str() != "en" && !title_read.is_empty() {
            title_read.clone_into(&mut self.facts.title);
        }
        self
    }
}

/// One revision, without its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Its key in the database.
    pub revision_id: i64,
    /// Its place in an address: `en1`.
    pub tag: RevisionTag,
    /// The file it was read from.
    pub file: ContentHash,
    /// That file's name.
    pub file_name: String,
    /// That file's format, one word.
    pub format: String,
    /// The title as read; may be empty.
    pub title: String,
    /// When it was kept, milliseconds since 1970.
    pub imported_at_ms: i64,
    /// Whether no later revision in its language exists.
    pub is_current: bool,
    /// How many paragraphs, headings and notes.
    pub paragraphs: u32,
    /// How many words, parted by spaces.
    pub words: u32,
    /// How many troubles.
    pub troubles: u32,
}

/// A document in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentLine {
    /// The document.
    pub document: Document,
    /// The revision its address leads to; `None`: text not held.
    pub current: Option<RevisionTag>,
    /// The languages held, English first, then as the United Nations lists them.
    pub languages: Vec<Language>,
    /// How many paragraphs the current revision has.
    pub paragraphs: u32,
    /// When the newest of its current revisions was kept.
    pub imported_at_ms: Option<i64>,
}

/// What an address leads to.
#[derive(Clone, Debug, PartialEq)]
pub enum Found<T> {
    /// This.
    Here(T),
    /// Another address, to which the reader is sent.
    MovedTo(Address),
    /// The document is held, but has no such revision or paragraph: its own address.
    OnlyDocument(Address),
    /// Nothing is known under this address.
    Missing,
}

/// Everything that a document's page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentPage {
    /// The document.
    pub document: Document,
    /// Its revisions in all languages: by language (English first), then oldest first.
    pub revisions: Vec<Revision>,
    /// The text shown; `None`: text not held.
    pub shown: Option<Shown>,
    /// The other members of its family, oldest first; empty if it is alone.
    pub family: Vec<DocumentLine>,
    /// The first paragraphs elsewhere that name this document, at most [`CITING_SHOWN`].
    pub cited_by: Vec<Citing>,
    /// How many paragraphs elsewhere name it.
    pub cited_by_total: u64,
}

/// The text of one revision.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The revision.
    pub revision: Revision,
    /// The same text in other formats, the first kept first.
    pub other_formats: Vec<OtherFormat>,
    /// What its reader could not make sense of.
    pub troubles: Vec<Trouble>,
    /// Its paragraphs in reading order.
    pub paragraphs: Vec<Placed>,
    /// The held documents that its paragraphs name.
    pub targets: Targets,
}

/// Another file of the text that a revision holds: the PDF beside the DOCX.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherFormat {
    /// The file.
    pub file: ContentHash,
    /// Its name as it was given.
    pub file_name: String,
    /// Its format, one word.
    pub format: String,
}

/// How many citing paragraphs a page lists.
pub const CITING_SHOWN: i64 = 50;

/// Which documents a list holds. All conditions must hold; an empty filter holds every document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this process, by slug.
    pub process: Option<String>,
    /// Whose words, by actor slug.
    pub actor: Option<String>,
    /// Of this kind, by its word.
    pub kind: Option<String>,
    /// Of this standing, by its word.
    pub standing: Option<String>,
    /// With a text in this language.
    pub language: Option<String>,
    /// Of this family.
    pub family: Option<String>,
    /// From this year on.
    pub from_year: Option<i32>,
    /// Up to and with this year.
    pub until_year: Option<i32>,
    /// Whose symbol or title has these letters in it (A to Z without regard to case).
    pub letters: Option<String>,
    /// Only documents whose text is held.
    pub with_text: bool,
}

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The text kept last first; documents without text come after all others.
    #[default]
    Newest,
    /// By the document's date, latest first, undated last.
    Latest,
    /// By the document's date, oldest first, undated last.
    Oldest,
    /// By symbol.
    Symbol,
}

/// One page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The documents.
    pub lines: Vec<DocumentLine>,
    /// How many the filter holds in all.
    pub total: u64,
}

/// How many documents there are of each sort; words and numbers, the most first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By kind.
    pub kinds: Vec<(String, u64)>,
    /// By standing.
    pub standings: Vec<(String, u64)>,
    /// By language held (a document in two counts twice).
    pub languages: Vec<(String, u64)>,
    /// By process slug.
    pub processes: Vec<(String, u64)>,
}
