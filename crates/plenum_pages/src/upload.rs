//! Bringing in a file through the page: token, drop, reading beside the original, publishing.

use crate::document::ParagraphView;
use crate::frame::Frame;
use crate::parts::TroubleView;
use crate::words::{Told, Words};
use askama::Template;
use plenum_model::{DocumentKind, Standing};
use std::borrow::Cow;

/// Asks for the administrator's token, `GET /upload` without it. Posts `token` to `/upload/token`.
#[derive(Template)]
#[template(path = "upload_token.html")]
pub struct UploadTokenPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// Whether a token was given and was wrong.
    pub is_wrong: bool,
}

/// Asks for a file, `GET /upload`. Posts `file` (multipart) to `/upload`.
#[derive(Template)]
#[template(path = "upload.html")]
pub struct UploadPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// The largest file taken, in megabytes.
    pub limit_mb: u64,
    /// Why the last file was not taken: what happened, and what to do.
    pub refusal: Option<Refusal<'a>>,
    /// Readings not yet published: address and file name.
    pub waiting: Vec<crate::parts::Link<'a>>,
}

/// Why a file was not taken.
pub struct Refusal<'a> {
    /// The file's name.
    pub file: Cow<'a, str>,
    /// What happened.
    pub what: Cow<'a, str>,
    /// What to do.
    pub remedy: Cow<'a, str>,
    /// The language of these two, a tag.
    pub lang: Cow<'a, str>,
    /// The key of both in the word lists; empty where there is none. Where it is known, it is told first; `what` follows,
    /// since it says more, unless the interface is in English.
    pub key: Cow<'a, str>,
}

impl Refusal<'_> {
    /// What happened and what to do, in the language of the words, if that is another than `lang`.
    pub(crate) fn told(&self, words: &Words) -> Option<String> {
        if words.lang() == self.lang { None } else { crate::told::sentences(words, &self.key, &[]) }
    }
}

/// Shows what was read from the file, `GET /upload/{id}`. Posts the fields of [`UploadFacts`] to `publish`,
/// nothing to `discard`.
#[derive(Template)]
#[template(path = "upload_reading.html")]
pub struct UploadReadingPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// The file's name.
    pub file: Cow<'a, str>,
    /// `PDF`, `DOCX`, ….
    pub format: Cow<'a, str>,
    /// Where the original can be seen: same host; a PDF is shown beside the text, others as a link.
    pub original: Cow<'a, str>,
    /// Whether the original is a PDF.
    pub is_pdf: bool,
    /// What is known of the document, to be put right.
    pub facts: UploadFacts<'a>,
    /// What has to be put right before it can be published, in words.
    pub wrong: Vec<Cow<'a, str>>,
    /// The text.
    pub paragraphs: Vec<ParagraphView<'a>>,
    /// How many paragraphs there are in all; more than are shown for a long document.
    pub paragraphs_total: u64,
    /// What could not be understood.
    pub troubles: Vec<TroubleView<'a>>,
    /// If the symbol is already kept: the address of the current reading, of which this will be a revision.
    pub revises: Option<Cow<'a, str>>,
    /// Processes to choose from: slug, name.
    pub processes: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// Where to post for publishing.
    pub publish: Cow<'a, str>,
    /// Where to post for discarding.
    pub discard: Cow<'a, str>,
}

/// The fields of the form: `symbol`, `title`, `language`, `date`, `kind`, `standing`, `process`, `issuer`, `source`.
#[derive(Default)]
pub struct UploadFacts<'a> {
    /// The symbol, as printed or made up.
    pub symbol: Cow<'a, str>,
    /// The title.
    pub title: Cow<'a, str>,
    /// The language's tag.
    pub language: Cow<'a, str>,
    /// `2025`, `2025-07` or `2025-07-11`; may be empty.
    pub date: Cow<'a, str>,
    /// The kind.
    pub kind: Option<DocumentKind>,
    /// The standing.
    pub standing: Option<Standing>,
    /// The process' slug; may be empty.
    pub process: Cow<'a, str>,
    /// Who issued it; may be empty.
    pub issuer: Cow<'a, str>,
    /// Where it was got; may be empty.
    pub source: Cow<'a, str>,
}

impl UploadReadingPage<'_> {
    fn is_shown_in_part(&self) -> bool {
        self.paragraphs_total > self.paragraphs.len() as u64
    }
    /// That a long document is shown in part.
    fn shown_sentence(&self) -> String {
        let shown = Told::Number(self.paragraphs.len() as u64);
        self.frame.words.tell("reading-shown", &[("n", Told::Number(self.paragraphs_total)), ("shown", shown)])
    }
}

impl UploadFacts<'_> {
    fn is_kind(&self, kind: &DocumentKind) -> bool {
        self.kind == Some(*kind)
    }
    fn is_standing(&self, standing: &Standing) -> bool {
        self.standing == Some(*standing)
    }
    fn is_process(&self, slug: &str) -> bool {
        self.process == slug
    }
    /// The direction of the text.
    fn dir(&self) -> &'static str {
        crate::parts::direction(&self.language)
    }
    /// Every kind, for the list to choose from.
    pub fn kinds(&self) -> [DocumentKind; 7] {
        DocumentKind::ALL
    }
    /// Every standing.
    pub fn standings(&self) -> [Standing; 6] {
        Standing::ALL
    }
}
