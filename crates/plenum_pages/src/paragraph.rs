//! One paragraph in its context: the page that a citation opens.

use crate::document::{DocumentHead, ParagraphView, ReferenceIn, ReferenceOut};
use crate::frame::Frame;
use crate::parts::{Choice, Link};
use crate::text::Piece;
use askama::Template;
use plenum_model::lineage::Change;
use plenum_model::{PartialDate, Standing};
use std::borrow::Cow;

/// One paragraph, `/d/{symbol}/{revision}/p/{number}`.
#[derive(Template)]
#[template(path = "paragraph.html")]
pub struct ParagraphPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// Its document.
    pub head: DocumentHead<'a>,
    /// The headings above it, outermost first, in their words.
    pub path: Vec<Cow<'a, str>>,
    /// The paragraphs before it, in reading order (two are enough).
    pub before: Vec<ParagraphView<'a>>,
    /// It.
    pub paragraph: ParagraphView<'a>,
    /// The paragraphs after it.
    pub after: Vec<ParagraphView<'a>>,
    /// The paragraph before, to turn to.
    pub previous: Option<Link<'a>>,
    /// The paragraph after.
    pub next: Option<Link<'a>>,
    /// Its place in the whole document.
    pub in_document: Cow<'a, str>,
    /// Its citation in three shapes.
    pub citation: CitationView<'a>,
    /// What it names.
    pub names: Vec<ReferenceOut<'a>>,
    /// The paragraphs that name it.
    pub named_by: Vec<ReferenceIn<'a>>,
    /// How many name it in all.
    pub named_by_total: u64,
    /// Its words in earlier versions, the latest of them first.
    pub earlier: Vec<OtherWords<'a>>,
    /// Its words in later versions, the earliest first.
    pub later: Vec<OtherWords<'a>>,
    /// The same paragraph in other languages; `words` is the language's tag.
    pub languages: Vec<Choice<'a>>,
    /// The page of the original on which it starts.
    pub original: Option<OriginalPage<'a>>,
}

impl ParagraphPage<'_> {
    fn has_more_references(&self) -> bool {
        self.named_by_total > self.named_by.len() as u64
    }
    /// `Paragraph 12`; a number that names itself (`Article 3`, `第一条`) as printed.
    fn heading(&self) -> String {
        match self.paragraph.number.as_deref() {
            Some(number) if number.starts_with(|c: char| c.is_numeric()) => {
                self.frame.words.name("paragraph-numbered", number)
            }
            Some(number) => number.to_owned(),
            None => self.frame.say("paragraph-unnumbered").to_owned(),
        }
    }
}

/// A paragraph's citation, each ready to be copied.
pub struct CitationView<'a> {
    /// Quotation and place.
    pub text: Cow<'a, str>,
    /// The same in Markdown.
    pub markdown: Cow<'a, str>,
    /// Its whole address.
    pub link: Cow<'a, str>,
}

/// A paragraph's words in another version.
pub struct OtherWords<'a> {
    /// Where they are.
    pub address: Cow<'a, str>,
    /// `A/79/214, 12`: symbol (or revision) and number.
    pub place: Cow<'a, str>,
    /// What happened between the two.
    pub change: Change,
    /// Its standing.
    pub standing: Standing,
    /// Its date.
    pub date: Option<PartialDate>,
    /// The words, with what was added and removed; empty where they are the same.
    pub words: Vec<Piece<'a>>,
}

/// A page of the original file.
pub struct OriginalPage<'a> {
    /// Where it opens: for a PDF with `#page=`.
    pub address: Cow<'a, str>,
    /// The page, from 1, where the format knows pages.
    pub page: Option<u32>,
    /// `PDF`, `DOCX`, ….
    pub format: Cow<'a, str>,
}
