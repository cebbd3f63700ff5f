//! What a reader makes of a file: numbered paragraphs with references, and troubles.

use crate::{Language, PartialDate, Symbol};

/// What was read from one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The title, in NFC, one line; empty if none could be made out.
    pub title: String,
    /// The document's own symbol, as printed on it.
    pub symbol: Option<Symbol>,
    /// The language of most of the text.
    pub language: Language,
    /// The date printed on the document.
    pub date: Option<PartialDate>,
    /// What could not be understood, in reading order.
    pub troubles: Vec<Trouble>,
    /// The text, in reading order.
    pub paragraphs: Vec<Paragraph>,
}

impl Reading {
    /// A reading of nothing, in an unknown language.
    pub fn empty() -> Self {
        Self {
            title: String::new(),
            symbol: None,
            language: Language::unknown(),
            date: None,
            troubles: Vec::new(),
            paragraphs: Vec::new(),
        }
    }
}

/// One paragraph (or heading, footnote, list item, table, …) of a reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// The number as printed, without its final stop: `12`, `12 (b)`, `5.12`, `المادة 1`, `第一条`; `None` if it has none.
    /// A sub-item carries its parent's number: `(b)` under 12 is `12 (b)`.
    pub number: Option<String>,
    /// The headings above it, outermost first, each as its printed number or letter if it has one (`II`, `B`), else its text.
    pub path: Vec<String>,
    /// What it is.
    pub kind: ParagraphKind,
    /// Depth: of a heading 1 (outermost) to 9; of a paragraph or list item 1 for the body, 2 for `(a)`, 3 for `(i)`; else 0.
    pub level: u8,
    /// The words, in NFC, one line, without the number.
    /// A table has one row a line (`\n`), its cells parted by ` | `: the only kind with more than one line.
    pub text: String,
    /// The page it starts on, from 1; `None` where the format knows no pages.
    pub page: Option<u32>,
    /// Documents and treaty articles named in `text`.
    pub references: Vec<Reference>,
    /// Notes whose marks stand in this paragraph, in order.
    pub footnotes: Vec<Footnote>,
}

impl Paragraph {
    /// A paragraph of body text with nothing known but its words.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            number: None,
            path: Vec::new(),
            kind: ParagraphKind::Paragraph,
            level: 1,
            text: text.into(),
            page: None,
            references: Vec::new(),
            footnotes: Vec::new(),
        }
    }
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParagraphKind {
    /// Running text, numbered or not, with its sub-items `(a)`, `(i)`.
    Paragraph,
    /// A heading.
    Heading,
    /// A footnote or endnote that no paragraph claims (claimed ones are in [`Paragraph::footnotes`]).
    Footnote,
    /// An item of a list that is not a numbered sub-paragraph (bullets).
    List,
    /// A table, one row a line.
    Table,
    /// A quotation set apart.
    Quote,
    /// The first page's furniture: series, session, agenda item, date, original language.
    Front,
}

impl ParagraphKind {
    /// Every kind.
    pub const ALL: [Self; 7] =
        [Self::Paragraph, Self::Heading, Self::Footnote, Self::List, Self::Table, Self::Quote, Self::Front];

    /// The word used in JSON and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Paragraph => "paragraph",
            Self::Heading => "heading",
            Self::Footnote => "footnote",
            Self::List => "list",
            Self::Table => "table",
            Self::Quote => "quote",
            Self::Front => "front",
        }
    }
    /// The kind of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// Words in a paragraph that name another document, a paragraph of it, or a treaty article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The document named; for a treaty article the treaty's house symbol if known.
    pub symbol: Option<Symbol>,
    /// The paragraph or article named (`12`, `art. 65 (1)`).
    pub number: Option<String>,
    /// Where the words stand in the paragraph's text: bytes, from and to (exclusive), on character borders.
    pub span: (usize, usize),
}

/// A note tied to its mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footnote {
    /// The mark as printed (`1`, `*`).
    pub mark: String,
    /// Where the mark stood in the paragraph's text: byte offset, on a character border.
    pub at: usize,
    /// The note's words, NFC, one line.
    pub text: String,
    /// Documents named in the note.
    pub references: Vec<Reference>,
}

/// What the reader of a file could not make sense of. Shown, never hidden.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The page, from 1, where known.
    pub page: Option<u32>,
    /// Where: the nearest number, part or words.
    pub place: String,
    /// What happened, one sentence in English.
    pub what: String,
    /// What to do about it, one sentence.
    pub remedy: String,
    /// The key of the same sentence in the interface's word lists (see [`crate::Oddity`]); empty where none is known.
    pub key: String,
    /// What that sentence needs, by name: `n` a number, all others words.
    pub arguments: Vec<(String, String)>,
}
