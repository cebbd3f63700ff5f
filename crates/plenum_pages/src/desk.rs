//! Pages about the house itself: status, the API for people, help, errors.

use crate::frame::Frame;
use crate::library::Meaning;
use crate::words::Told;
use askama::Template;
use plenum_model::Standing;
use std::borrow::Cow;

/// How the machine is doing, `/status`.
#[derive(Template)]
#[template(path = "status.html")]
pub struct StatusPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// The release.
    pub version: Cow<'a, str>,
    /// `SQLite` or `PostgreSQL`.
    pub database: Cow<'a, str>,
    /// What is kept.
    pub holdings: crate::home::Holdings,
    /// Paragraphs that can be found by words.
    pub by_words: u64,
    /// Paragraphs that can be found by meaning.
    pub by_meaning: u64,
    /// Changes not yet in the index.
    pub behind: u64,
    /// How far the search by meaning is.
    pub meaning: Meaning,
    /// Bytes of the index, of the database, of the files.
    pub index_bytes: u64,
    /// Bytes of the database.
    pub database_bytes: u64,
    /// Bytes of the files kept.
    pub files_bytes: u64,
    /// Seconds since the start.
    pub up_seconds: u64,
    /// What is wrong, in words (English: for whoever runs the machine); empty where nothing is.
    pub findings: Vec<Cow<'a, str>>,
}

impl StatusPage<'_> {
    fn meaning_sentence(&self, share: &u8) -> String {
        self.frame.words.count("meaning-following", share)
    }
    fn bytes_in_all(&self) -> String {
        self.frame.words.bytes(self.index_bytes + self.database_bytes + self.files_bytes)
    }
    fn running_sentence(&self) -> String {
        self.frame.words.count("status-running", self.up_seconds / 60)
    }
}

/// The API for people, `/api`; made from the OpenAPI description.
#[derive(Template)]
#[template(path = "api.html")]
pub struct ApiPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// Where the description for programs is.
    pub description: Cow<'a, str>,
    /// The addresses.
    pub operations: Vec<Operation<'a>>,
}

/// One address and what it does.
pub struct Operation<'a> {
    /// `GET`, `POST`.
    pub method: Cow<'a, str>,
    /// `/d/{symbol}.json`.
    pub path: Cow<'a, str>,
    /// What it does, one sentence, in English as in the description.
    pub summary: Cow<'a, str>,
    /// What it takes.
    pub parameters: Vec<Parameter<'a>>,
    /// An address that can be opened to try it.
    pub example: Option<Cow<'a, str>>,
}

/// What an address takes.
pub struct Parameter<'a> {
    /// Its name.
    pub name: Cow<'a, str>,
    /// What it means, in English.
    pub meaning: Cow<'a, str>,
    /// Whether it must be given.
    pub is_required: bool,
}

/// How to search, `/help`.
#[derive(Template)]
#[template(path = "help.html")]
pub struct HelpPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
}

impl HelpPage<'_> {
    /// What can be written in the search box, each with what it means.
    fn syntax(&self) -> Vec<SyntaxLine> {
        let phrase = self.frame.say("example-phrase");
        let words = self.frame.say("example-words");
        let symbol = self.frame.say("example-symbol");
        let line = |written: String, key| SyntaxLine {
            address: crate::parts::search_address(&written),
            written,
            meaning: self.frame.say(key),
        };
        vec![
            line(words.to_owned(), "help-words"),
            line(phrase.to_owned(), "help-phrase"),
            line(format!("{words} -{phrase}"), "help-without"),
            line(format!("{symbol} 12"), "help-symbol"),
            line(format!("{words} symbol:{symbol}"), "help-in-symbol"),
            line(format!("{words} lang:{}", self.frame.words.lang()), "help-language"),
            line(format!("{words} year:2024"), "help-year"),
            line(format!("{phrase} standing:adopted"), "help-standing-filter"),
        ]
    }
    fn standings(&self) -> [Standing; 6] {
        Standing::ALL
    }
}

/// A way of asking, and what it means.
struct SyntaxLine {
    address: String,
    written: String,
    meaning: &'static str,
}

/// Something went wrong: what happened, why, what to do.
#[derive(Template)]
#[template(path = "error.html")]
pub struct ErrorPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// The HTTP status.
    pub status: u16,
    /// What went wrong.
    pub mishap: Mishap<'a>,
    /// Places near what was asked for, if any (a document's other revisions, say).
    pub nearby: Vec<crate::parts::Link<'a>>,
    /// A number by which the log finds it; for faults of ours.
    pub log_number: Option<Cow<'a, str>>,
}

impl ErrorPage<'_> {
    /// What happened.
    fn what(&self) -> String {
        let words = self.frame.words;
        let say = |key| words.say(key).to_owned();
        match &self.mishap {
            Mishap::NoPage => say("error-no-page"),
            Mishap::NoDocument(symbol) => words.name("error-no-document", symbol),
            Mishap::NoParagraph(symbol, number) => {
                words.tell("error-no-paragraph", &[("symbol", Told::Name(symbol)), ("number", Told::Name(number))])
            }
            Mishap::NotUnderstood(_) => say("error-not-understood"),
            Mishap::NotAllowed => say("error-not-allowed"),
            Mishap::TooLarge(_) => say("error-too-large"),
            Mishap::TooMany(_) => say("error-too-many"),
            Mishap::Busy => say("error-busy"),
            Mishap::Fault => say("error-fault"),
        }
    }
    /// Why.
    fn why(&self) -> String {
        let words = self.frame.words;
        let say = |key| words.say(key).to_owned();
        match &self.mishap {
            Mishap::NoPage => say("error-no-page-why"),
            Mishap::NoDocument(_) => say("error-no-document-why"),
            Mishap::NoParagraph(..) => say("error-no-paragraph-why"),
            Mishap::NotUnderstood(why) => why.to_string(),
            Mishap::NotAllowed => say("error-not-allowed-why"),
            Mishap::TooLarge(limit_mb) => words.count("error-too-large-why", *limit_mb),
            Mishap::TooMany(seconds) => words.count("error-too-many-why", *seconds),
            Mishap::Busy => say("error-busy-why"),
            Mishap::Fault => say("error-fault-why"),
        }
    }
    /// What to do.
    fn remedy(&self) -> &'static str {
        self.frame.say(match self.mishap {
            Mishap::NoPage => "error-no-page-remedy",
            Mishap::NoDocument(_) => "error-no-document-remedy",
            Mishap::NoParagraph(..) => "error-no-paragraph-remedy",
            Mishap::NotUnderstood(_) => "error-not-understood-remedy",
            Mishap::NotAllowed => "error-not-allowed-remedy",
            Mishap::TooLarge(_) => "error-too-large-remedy",
            Mishap::TooMany(_) => "error-too-many-remedy",
            Mishap::Busy => "error-busy-remedy",
            Mishap::Fault => "error-fault-remedy",
        })
    }
}

/// What went wrong, each with sentences of its own in every language.
#[derive(Clone, Debug)]
pub enum Mishap<'a> {
    /// No page has this address.
    NoPage,
    /// The document is not kept; its symbol.
    NoDocument(Cow<'a, str>),
    /// The document has no such paragraph; symbol and number.
    NoParagraph(Cow<'a, str>, Cow<'a, str>),
    /// What was sent could not be understood; why, in words.
    NotUnderstood(Cow<'a, str>),
    /// Only an administrator may do this.
    NotAllowed,
    /// The file is larger than so many megabytes.
    TooLarge(u64),
    /// Too many requests; try again in so many seconds.
    TooMany(u64),
    /// The server is busy or is starting.
    Busy,
    /// A fault of ours.
    Fault,
}
