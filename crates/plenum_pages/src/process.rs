//! Processes: the list with how they hand over, and one with all that is known of it.

use crate::calendar::EventRow;
use crate::claims::Figure;
use crate::frame::Frame;
use crate::handover::Handover;
use crate::instrument::InstrumentRow;
use crate::meeting::MeetingRow;
use crate::news::NewsRow;
use crate::parts::{DocumentRow, Link};
use crate::timeline::Timeline;
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
    /// How they hand over, drawn.
    pub handover: Option<Handover>,
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
    /// Where it stands today.
    pub stands: Option<Cow<'a, str>>,
    /// What comes next.
    pub next: Option<Cow<'a, str>>,
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
    /// Its latest meetings of which a transcript is held.
    pub meetings: Vec<MeetingRow<'a>>,
    /// The matrix of positions, if any quotation was placed there.
    pub positions: Option<Cow<'a, str>>,
    /// The digests about it.
    pub digests: Cow<'a, str>,
    /// What others published last about it.
    pub news: Vec<NewsRow<'a>>,
    /// The same as a feed.
    pub news_feed: Cow<'a, str>,
    /// Where it stands, and the day for which that was written.
    pub stands: Option<Cow<'a, str>>,
    /// The day for which `stands` was written.
    pub stands_on: Option<PartialDate>,
    /// What was reached last.
    pub achievement: Option<Cow<'a, str>>,
    /// What comes next.
    pub next: Option<Cow<'a, str>>,
    /// When its mandate ends or is reviewed.
    pub expires: Option<PartialDate>,
    /// What happened, drawn and told.
    pub timeline: Timeline<'a>,
    /// What it talks about.
    pub issues: Vec<IssueView<'a>>,
    /// Sets of labels, each with its key in the word list: norms, measures, principles.
    pub labels: Vec<LabelSet<'a>>,
    /// What it set up for States.
    pub instruments: Vec<InstrumentRow<'a>>,
    /// What is claimed of it.
    pub figures: Vec<Figure<'a>>,
    /// Processes of the same family.
    pub neighbours: Vec<Link<'a>>,
    /// What of one framework answers to what of another.
    pub crosswalks: Vec<CrosswalkTable<'a>>,
    /// Its documents, newest first.
    pub documents: Vec<DocumentRow<'a>>,
    /// How many documents there are, and the library's address with all of them.
    pub documents_total: u64,
    /// The library filtered by this process.
    pub all_documents: Cow<'a, str>,
}

/// An issue on the page of a process.
#[derive(Clone, Debug)]
pub struct IssueView<'a> {
    /// Its name.
    pub name: Cow<'a, str>,
    /// What it is about, one sentence; empty where an editor only named it.
    pub about: Cow<'a, str>,
    /// What is claimed that bears on it.
    pub claims: Vec<IssueClaim<'a>>,
    /// How many quotations stand on it in the matrix.
    pub positions: u64,
    /// Where it can be followed by e-mail.
    pub follow: Cow<'a, str>,
}

/// What is claimed of one property, in a line.
#[derive(Clone, Debug)]
pub struct IssueClaim<'a> {
    /// The ledger: of what, and which property.
    pub ledger: Link<'a>,
    /// The value shown, in the words of the source.
    pub value: Cow<'a, str>,
    /// What a number counts.
    pub unit: Option<Cow<'a, str>>,
    /// When it held.
    pub date: Option<PartialDate>,
    /// Whether a page that can be opened shows it, or a person confirmed it.
    pub is_confirmed: bool,
    /// How many claims that stand disagree with another.
    pub disagreeing: u64,
}

/// Where a fact comes from.
#[derive(Clone, Debug)]
pub struct Source<'a> {
    /// What is shown: the address without its scheme, or words.
    pub words: Cow<'a, str>,
    /// Where it leads, if it is an address.
    pub address: Option<Cow<'a, str>>,
}

/// Norms, measures or principles as labels.
#[derive(Clone, Debug)]
pub struct LabelSet<'a> {
    /// `norm`, `measure` or `principle`.
    pub set: Cow<'a, str>,
    /// The labels in their order.
    pub labels: Vec<Label<'a>>,
}

/// One label; the binding words are in the document.
#[derive(Clone, Debug)]
pub struct Label<'a> {
    /// Its key as the document numbers it: `13(a)`.
    pub key: Cow<'a, str>,
    /// Our words.
    pub label: Cow<'a, str>,
    /// The document that holds the binding words.
    pub address: Cow<'a, str>,
    /// Whether a page that can be opened shows it.
    pub is_confirmed: bool,
}

impl LabelSet<'_> {
    /// Its heading.
    pub(crate) fn title(&self, frame: &Frame<'_>) -> &'static str {
        match &*self.set {
            "measure" => frame.say("labels-measures"),
            "principle" => frame.say("labels-principles"),
            _ => frame.say("labels-norms"),
        }
    }
}

/// A cross-walk as a table.
#[derive(Clone, Debug)]
pub struct CrosswalkTable<'a> {
    /// Its title.
    pub title: Cow<'a, str>,
    /// What its rows are.
    pub rows: Cow<'a, str>,
    /// What its columns are: heads of the table.
    pub columns: Vec<Cow<'a, str>>,
    /// What the columns are, in words.
    pub columns_name: Cow<'a, str>,
    /// Each row: its label, and for each column whether it answers.
    pub lines: Vec<(Cow<'a, str>, Vec<bool>)>,
    /// What a reader should know besides.
    pub note: Option<Cow<'a, str>>,
    /// Where it comes from.
    pub sources: Vec<Source<'a>>,
    /// Whether a page that can be opened shows it.
    pub is_confirmed: bool,
}
