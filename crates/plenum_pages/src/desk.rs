//! Pages about the house itself: status, the API for people, help, errors.

use crate::frame::Frame;
use crate::library::Meaning;
use askama::Template;
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
