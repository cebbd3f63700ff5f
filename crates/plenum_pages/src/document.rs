//! A document with its contents list, its text and what it refers to.

use crate::claims::Figure;
use crate::frame::Frame;
use crate::parts::{Choice, FileLink, Link, Quoted, TroubleView};
use crate::text::Piece;
use askama::Template;
use plenum_model::{DocumentKind, ParagraphKind, PartialDate, Standing};
use std::borrow::Cow;

/// A document, `/d/{symbol}` or one reading of it, `/d/{symbol}/{revision}`.
#[derive(Template)]
#[template(path = "document.html")]
pub struct DocumentPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// What is known of the document.
    pub head: DocumentHead<'a>,
    /// The headings; empty where there are none.
    pub contents: Vec<ContentsLine<'a>>,
    /// The parts of a document too long for one page; empty where it fits.
    pub parts: Vec<Choice<'a>>,
    /// The text (of this part), in reading order; empty where only the symbol is known.
    pub paragraphs: Vec<ParagraphView<'a>>,
    /// What is claimed of it, each with the way to its ledger.
    pub figures: Vec<Figure<'a>>,
    /// The documents it names, the most named first.
    pub names: Vec<ReferenceOut<'a>>,
    /// The paragraphs that name it, newest first.
    pub named_by: Vec<ReferenceIn<'a>>,
    /// How many name it in all.
    pub named_by_total: u64,
    /// What the reader of the file could not make sense of.
    pub troubles: Vec<TroubleView<'a>>,
}

impl DocumentPage<'_> {
    fn has_more_references(&self) -> bool {
        self.named_by_total > self.named_by.len() as u64
    }
}

/// What is known of a document, as shown above its text and above each of its paragraphs.
pub struct DocumentHead<'a> {
    /// The document's address without a revision, `/d/A/80/257`.
    pub address: Cow<'a, str>,
    /// Its symbol as printed.
    pub symbol: Cow<'a, str>,
    /// Its title.
    pub title: Quoted<'a>,
    /// The language tag of the text shown.
    pub lang: Cow<'a, str>,
    /// What weight it has.
    pub standing: Standing,
    /// What sort of paper it is.
    pub kind: DocumentKind,
    /// When it was issued, adopted or spoken.
    pub date: Option<PartialDate>,
    /// Whose words it holds, in words; else who issued it.
    pub speaker: Option<Cow<'a, str>>,
    /// Its process.
    pub process: Option<Link<'a>>,
    /// The session or meeting.
    pub meeting: Option<Cow<'a, str>>,
    /// Where it was got, an address.
    pub source: Option<Cow<'a, str>>,
    /// The reading shown, `en1`; empty where no text is kept.
    pub revision: Cow<'a, str>,
    /// The day on which this reading was made.
    pub read_on: Option<PartialDate>,
    /// Where the current reading is, if this is not it.
    pub newer: Option<Cow<'a, str>>,
    /// All readings in this language, oldest first; shown where there is more than one.
    pub revisions: Vec<Choice<'a>>,
    /// The languages in which it is kept, this one marked; `words` is the language's tag.
    pub languages: Vec<Choice<'a>>,
    /// The documents that are versions of one text, in order, this one marked.
    pub family: Vec<FamilyMember<'a>>,
    /// The files it can be had as.
    pub files: Vec<FileLink<'a>>,
}

impl DocumentHead<'_> {
    /// Whether the title is a sentence or two, which in the size of a title would fill the screen.
    fn is_title_long(&self) -> bool {
        const ROOM: usize = 90; // Characters: three lines.
        self.title.text.chars().count() > ROOM
    }
    /// The source without its scheme.
    pub(crate) fn source_words(&self) -> &str {
        let source = self.source.as_deref().unwrap_or_default();
        source.trim_start_matches("https://").trim_start_matches("http://")
    }
    /// The direction of the text.
    pub fn dir(&self) -> &'static str {
        crate::parts::direction(&self.lang)
    }
}

/// A version of the text.
pub struct FamilyMember<'a> {
    /// Where it is.
    pub address: Cow<'a, str>,
    /// Its symbol.
    pub symbol: Cow<'a, str>,
    /// What weight it has.
    pub standing: Standing,
    /// Its date.
    pub date: Option<PartialDate>,
    /// Whether it is the one shown.
    pub is_current: bool,
}

/// A heading in the contents list.
pub struct ContentsLine<'a> {
    /// Where it is: `#p0+1`, or another part's address.
    pub address: Cow<'a, str>,
    /// Its number as printed.
    pub number: Option<Cow<'a, str>>,
    /// Its words.
    pub text: Cow<'a, str>,
    /// Its depth, 1 to 9; the list shows three.
    pub level: u8,
}

/// A paragraph as it stands in its document.
pub struct ParagraphView<'a> {
    /// Its anchor, unescaped: `12(b)`; its `id` in the page is this after a `p`.
    pub anchor: Cow<'a, str>,
    /// Its own address.
    pub address: Cow<'a, str>,
    /// Its number as printed.
    pub number: Option<Cow<'a, str>>,
    /// What it is.
    pub kind: ParagraphKind,
    /// Its depth (see `plenum_model::Paragraph::level`).
    pub level: u8,
    /// The tag's level where it is a heading, 2 to 6 (see [`nest_headings`]).
    pub heading_level: u8,
    /// The words, cut by `text::pieces`; empty for a table.
    pub text: Vec<Piece<'a>>,
    /// The rows of a table; empty for everything else.
    pub rows: Vec<Vec<Cow<'a, str>>>,
    /// Its notes, in order.
    pub footnotes: Vec<FootnoteView<'a>>,
    /// How many paragraphs of other documents name it.
    pub cited_by: u64,
    /// Where its words stood in the earlier version, if they were changed or moved there.
    pub earlier: Option<Link<'a>>,
    /// The page it starts on, from 1, where it starts one (the mark of a page stands before it).
    pub page: Option<u32>,
    /// Whether the reader came for it.
    pub is_marked: bool,
}

impl ParagraphView<'_> {
    /// Whether it is a heading.
    pub fn is_heading(&self) -> bool {
        self.kind == ParagraphKind::Heading
    }
    /// The last part of an item's number, as it is printed before it: `(b)` of `12 (b)`.
    pub(crate) fn own_number<'n>(&self, number: &'n str) -> &'n str {
        match number.rfind(" (") {
            Some(at) if self.level > 1 => &number[at + 1..],
            _ => number,
        }
    }
    /// Whether its number has no room in the margin: `Article 12`.
    pub(crate) fn is_number_long(&self) -> bool {
        const ROOM: usize = 5; // Characters that fit into the narrowest margin, `29E.62` not among them.
        self.number.as_deref().is_some_and(|number| self.own_number(number).chars().count() > ROOM)
    }
    /// Whether anything stands beside it.
    pub fn has_notes(&self) -> bool {
        self.cited_by > 0 || self.earlier.is_some() || !self.footnotes.is_empty()
    }
}

/// Gives the headings among `views`, in the order of the page, the levels of their tags: the page's title is 1, none is more
/// than one below the heading before it (a part of a paper may begin deep inside it), and 6 is the last there is.
pub fn nest_headings<'v, 'a: 'v>(views: impl IntoIterator<Item = &'v mut ParagraphView<'a>>) {
    let mut before = 1;
    for view in views.into_iter().filter(|view| view.is_heading()) {
        view.heading_level = view.level.saturating_add(1).clamp(2, 6).min(before + 1);
        before = view.heading_level;
    }
}

/// A note tied to its mark.
pub struct FootnoteView<'a> {
    /// The mark as printed.
    pub mark: Cow<'a, str>,
    /// The words.
    pub text: Vec<Piece<'a>>,
}

/// A document that is named.
pub struct ReferenceOut<'a> {
    /// Where it is.
    pub address: Cow<'a, str>,
    /// Its symbol.
    pub symbol: Cow<'a, str>,
    /// The paragraph or article named.
    pub number: Option<Cow<'a, str>>,
    /// Its title, if it is known here.
    pub title: Option<Quoted<'a>>,
    /// Its standing, if it is known here.
    pub standing: Option<Standing>,
    /// How many times it is named.
    pub times: u64,
}

/// A paragraph that names this one or its document.
pub struct ReferenceIn<'a> {
    /// Where it is.
    pub address: Cow<'a, str>,
    /// Its document's symbol.
    pub symbol: Cow<'a, str>,
    /// Its number.
    pub number: Option<Cow<'a, str>>,
    /// The words around the reference.
    pub words: Quoted<'a>,
    /// Its standing.
    pub standing: Standing,
    /// Its date.
    pub date: Option<PartialDate>,
    /// Whose words they are.
    pub speaker: Option<Cow<'a, str>>,
}
