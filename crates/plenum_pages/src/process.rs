//! Processes: the list, and one with its sessions and documents.

use crate::calendar::EventRow;
use crate::frame::Frame;
use crate::news::NewsRow;
use crate::parts::{DocumentRow, Link};
use askama::Template;
use plenum_model::PartialDate;
use std::borrow::Cow;

/// The processes, `/processes`.
#[derive(Template)]
#[template(path = "processes.html")]
pub struct ProcessesPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// The processes, those going on first.
    pub processes: Vec<ProcessRow<'a>>,
}

/// A process in a list.
pub struct ProcessRow<'a> {
    /// `/processes/{slug}`.
    pub address: Cow<'a, str>,
    /// Its name.
    pub name: Cow<'a, str>,
    /// What it is, two or three sentences.
    pub summary: Cow<'a, str>,
    /// The language tag of name and summary (a pack's).
    pub lang: Cow<'a, str>,
    /// When it began.
    pub from: Option<PartialDate>,
    /// When it ended; `None` while it goes on.
    pub until: Option<PartialDate>,
    /// How many documents belong to it.
    pub documents: u64,
}

/// A process, `/processes/{slug}`.
#[derive(Template)]
#[template(path = "process.html")]
pub struct ProcessPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// Its name.
    pub name: Cow<'a, str>,
    /// What it is and where it stands.
    pub summary: Cow<'a, str>,
    /// The language tag of what the pack says.
    pub lang: Cow<'a, str>,
    /// When it began.
    pub from: Option<PartialDate>,
    /// When it ended.
    pub until: Option<PartialDate>,
    /// The document that set it up.
    pub mandate: Option<Link<'a>>,
    /// How it decides.
    pub decision_rule: Option<Cow<'a, str>>,
    /// Who chairs or chaired it.
    pub chair: Option<Cow<'a, str>>,
    /// The process it carries on.
    pub predecessor: Option<Link<'a>>,
    /// The process that carries it on.
    pub successor: Option<Link<'a>>,
    /// Where the facts come from: addresses or symbols, as links where they can be.
    pub sources: Vec<Source<'a>>,
    /// Whether a page that can be opened shows the facts.
    pub is_confirmed: bool,
    /// What comes next in it, soonest first.
    pub coming: Vec<EventRow<'a>>,
    /// Its part of the calendar.
    pub calendar: Cow<'a, str>,
    /// The same as a calendar file.
    pub calendar_file: Cow<'a, str>,
    /// What others published last about it.
    pub news: Vec<NewsRow<'a>>,
    /// The same as a feed.
    pub news_feed: Cow<'a, str>,
    /// Its sessions, newest first.
    pub sessions: Vec<SessionRow<'a>>,
    /// Its documents, newest first.
    pub documents: Vec<DocumentRow<'a>>,
    /// How many documents there are, and the library's address with all of them.
    pub documents_total: u64,
    /// The library filtered by this process.
    pub all_documents: Cow<'a, str>,
}

/// Where a fact comes from.
pub struct Source<'a> {
    /// What is shown: the address without its scheme, or words.
    pub words: Cow<'a, str>,
    /// Where it leads, if it is an address.
    pub address: Option<Cow<'a, str>>,
}

/// A session or another dated event.
pub struct SessionRow<'a> {
    /// Its name.
    pub name: Cow<'a, str>,
    /// First day.
    pub from: Option<PartialDate>,
    /// Last day.
    pub until: Option<PartialDate>,
    /// Where.
    pub place: Option<Cow<'a, str>>,
    /// What came out of it.
    pub outcome: Option<Cow<'a, str>>,
    /// Where the facts come from.
    pub sources: Vec<Source<'a>>,
    /// Whether a page that can be opened shows them.
    pub is_confirmed: bool,
}
