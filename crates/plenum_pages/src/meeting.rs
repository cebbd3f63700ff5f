//! Meetings and what was said in them: the list, one meeting, a session, one statement, and the editor's review.

use crate::bars::Bars;
use crate::document::ParagraphView;
use crate::frame::Frame;
use crate::named_meeting::NamedRow;
use crate::parts::{Choice, Link, Quoted};
use crate::words::Words;
use askama::Template;
use plenum_model::PartialDate;
use plenum_model::statement::{Gender, Mode, StatementKind};
use std::borrow::Cow;

/// The meetings, `/meetings`.
#[derive(Template)]
#[template(path = "meetings.html")]
pub struct MeetingsPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// Whether no meeting is held at all.
    pub is_empty: bool,
    /// Both kinds, those with a transcript, those that statements name.
    pub kinds: Vec<Choice<'a>>,
    /// All processes, and each of which there are meetings.
    pub processes: Vec<Choice<'a>>,
    /// All years, and each.
    pub years: Vec<Choice<'a>>,
    /// Whether one year was chosen.
    pub is_of_year: bool,
    /// The meetings, the latest first.
    pub rows: Vec<ListedMeeting<'a>>,
}

/// A meeting in the list of all.
pub enum ListedMeeting<'a> {
    /// One with a transcript.
    Transcribed(MeetingRow<'a>),
    /// One that statements name.
    Named(NamedRow<'a>),
}

impl<'a> ListedMeeting<'a> {
    fn transcribed(&self) -> Option<&MeetingRow<'a>> {
        if let Self::Transcribed(row) = self { Some(row) } else { None }
    }
    fn named(&self) -> Option<&NamedRow<'a>> {
        if let Self::Named(row) = self { Some(row) } else { None }
    }
}

/// A meeting in a list.
pub struct MeetingRow<'a> {
    /// `/meetings/{id}`.
    pub address: String,
    /// Its name.
    pub name: Cow<'a, str>,
    /// Its process.
    pub process: Link<'a>,
    /// The session it belongs to.
    pub session: Option<Cow<'a, str>>,
    /// The day.
    pub date: Option<PartialDate>,
    /// Formal or informal.
    pub mode: Mode,
    /// How many statements it has.
    pub statements: u64,
    /// How many are confirmed.
    pub confirmed: u64,
}

/// A meeting, `/meetings/{id}`.
#[derive(Template)]
#[template(path = "meeting.html")]
pub struct MeetingPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// The meeting.
    pub meeting: MeetingRow<'a>,
    /// Its session's page.
    pub session: Option<Link<'a>>,
    /// Its transcript.
    pub transcript: Option<Link<'a>>,
    /// Its recording.
    pub video: Option<Cow<'a, str>>,
    /// Its statements in speaking order.
    pub rows: Vec<StatementRow<'a>>,
    /// What is counted from confirmed statements; `None` while there are none.
    pub statistics: Option<StatisticsView<'a>>,
    /// The editor's page.
    pub review: String,
}

/// A session, `/processes/{slug}/sessions/{name}`.
#[derive(Template)]
#[template(path = "session.html")]
pub struct SessionPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// Its name.
    pub name: Cow<'a, str>,
    /// Its process.
    pub process: Link<'a>,
    /// Its meetings, in order.
    pub meetings: Vec<MeetingRow<'a>>,
    /// What is counted from the confirmed statements of all its meetings.
    pub statistics: Option<StatisticsView<'a>>,
    /// How many statements its meetings have.
    pub statements: u64,
}

/// A statement in speaking order.
pub struct StatementRow<'a> {
    /// Its number in the meeting.
    pub number: i64,
    /// `/meetings/{id}/statements/{n}`.
    pub address: String,
    /// Whose words, in the interface's language, with the actor's page; `None` where nobody is known.
    pub actor: Option<Link<'a>>,
    /// The speaker as printed; may be empty.
    pub printed: Cow<'a, str>,
    /// The group it speaks for, by name, else as printed.
    pub speaks_for: Option<Cow<'a, str>>,
    /// What sort of words.
    pub kind: StatementKind,
    /// Formal or informal.
    pub mode: Mode,
    /// How sure the machine was of the actor, in hundredths; `None` where it found none.
    pub sureness: Option<u64>,
    /// Whether an editor has confirmed it.
    pub is_confirmed: bool,
    /// Whether an editor says that it proposes something for the first time.
    pub is_first_proposal: bool,
    /// When it begins in the recording, milliseconds.
    pub from_ms: Option<u64>,
    /// How long it is, milliseconds.
    pub ms: Option<u64>,
    /// How many words.
    pub words: u64,
    /// Its first words.
    pub opening: Quoted<'a>,
    /// The statement that it answers.
    pub answers: Option<Link<'a>>,
    /// The language tag of what is printed.
    pub lang: Cow<'a, str>,
}

/// What is counted from confirmed statements.
pub struct StatisticsView<'a> {
    /// How many statements are counted.
    pub counted: u64,
    /// How many are left out because nobody confirmed them.
    pub left_out: u64,
    /// Words in all.
    pub words: u64,
    /// Milliseconds of the statements whose time is known.
    pub ms: u64,
    /// How many have a time.
    pub timed: u64,
    /// By actor, by group of States, by the group spoken for; those without bars are left out.
    pub charts: Vec<Bars<'a>>,
    /// Statements of each kind.
    pub kinds: Vec<(StatementKind, u64)>,
    /// Statements of each mode.
    pub modes: Vec<(Mode, u64)>,
    /// Statements of each gender, as stated.
    pub genders: Vec<(Gender, u64)>,
    /// How many speakers' gender nobody stated.
    pub not_stated: u64,
    /// Rights of reply, each with what it answers.
    pub replies: Vec<(Link<'a>, Option<Link<'a>>)>,
    /// First proposals.
    pub first_proposals: Vec<Link<'a>>,
    /// Documents named, with how often.
    pub named: Vec<(Link<'a>, u64)>,
    /// Where the figures come from: the transcripts.
    pub sources: Vec<Link<'a>>,
}

/// A statement, `/meetings/{id}/statements/{n}`.
#[derive(Template)]
#[template(path = "statement.html")]
pub struct StatementPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// The statement.
    pub row: StatementRow<'a>,
    /// Its meeting.
    pub meeting: MeetingRow<'a>,
    /// A corrected transcript no longer has it; what took its place, if anything did.
    pub gone: Option<Option<Link<'a>>>,
    /// Its paragraphs.
    pub paragraphs: Vec<SpokenParagraph<'a>>,
    /// The language of the words, a tag.
    pub lang: Cow<'a, str>,
    /// As stated.
    pub gender: Option<Gender>,
    /// The statements before and after.
    pub previous: Option<String>,
    /// After.
    pub next: Option<String>,
    /// The replies to it.
    pub answered_by: Vec<Link<'a>>,
    /// Its recording at the moment when it begins.
    pub video: Option<String>,
    /// What editors changed, newest first.
    pub history: Vec<HistoryRow<'a>>,
    /// The editor's page.
    pub review: String,
}

impl StatementPage<'_> {
    fn dir(&self) -> &'static str {
        crate::parts::direction(&self.lang)
    }
}

/// A paragraph with when it was spoken.
pub struct SpokenParagraph<'a> {
    /// The paragraph.
    pub para: ParagraphView<'a>,
    /// When it begins, milliseconds.
    pub from_ms: Option<u64>,
    /// The recording at that moment.
    pub video: Option<String>,
}

/// A change an editor made.
pub struct HistoryRow<'a> {
    /// Which fact: the name of its column.
    pub fact: Cow<'a, str>,
    /// What it was; empty: nothing.
    pub before: Cow<'a, str>,
    /// What it is since.
    pub after: Cow<'a, str>,
    /// Who.
    pub by: Cow<'a, str>,
    /// The moment, `2025-07-11T10:00:00Z`.
    pub at: String,
    /// The day.
    pub day: Option<PartialDate>,
}

impl HistoryRow<'_> {
    /// What the fact is called: a key of the word lists.
    fn fact_key(&self) -> &'static str {
        match &*self.fact {
            "actor" => "fact-actor",
            "speaks_for" => "fact-speaks-for",
            "kind" => "fact-kind",
            "mode" => "mode",
            "answers" => "fact-answers",
            "gender" => "fact-gender",
            "is_first_proposal" => "first-proposal",
            _ => "fact-confirmed",
        }
    }
    /// A value in words; what has no word of its own stays as it is.
    fn value<'v>(&self, words: &'static Words, value: &'v str) -> Cow<'v, str> {
        let said = match &*self.fact {
            "kind" => StatementKind::parse(value).map(|kind| words.statement_kind(kind)),
            "mode" => Mode::parse(value).map(|mode| words.mode(mode)),
            "gender" => Gender::parse(value).map(|gender| words.gender(gender)),
            "is_first_proposal" | "is_confirmed" => Some(words.say(if value == "1" { "yes" } else { "no" })),
            _ => None,
        };
        said.map_or(Cow::Borrowed(if value.is_empty() { "—" } else { value }), Cow::Borrowed)
    }
}

/// What was wrong with what an editor sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// No actor has that slug.
    NoActor,
    /// What it answers is no earlier statement of the meeting.
    NoEarlier,
    /// Something is missing or of another shape.
    NotUnderstood,
}

impl Wrong {
    fn key(self) -> &'static str {
        match self {
            Self::NoActor => "review-no-actor",
            Self::NoEarlier => "review-no-earlier",
            Self::NotUnderstood => "place-not-understood",
        }
    }
}

/// The editor's page, `/meetings/{id}/review`.
#[derive(Template)]
#[template(path = "meeting_review.html")]
pub struct ReviewPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// The meeting.
    pub meeting: MeetingRow<'a>,
    /// What was wrong with what was sent.
    pub wrong: Option<Wrong>,
    /// The statements of this part of the list.
    pub forms: Vec<StatementForm<'a>>,
    /// Actors to choose from: slug and name.
    pub actors: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// How many could be confirmed all at once.
    pub confirmable: u64,
    /// The parts of the list before and after.
    pub previous: Option<String>,
    /// After.
    pub next: Option<String>,
}

/// A statement as an editor sees it.
pub struct StatementForm<'a> {
    /// The statement.
    pub row: StatementRow<'a>,
    /// The actor's slug; may be empty.
    pub actor: Cow<'a, str>,
    /// The group's slug; may be empty.
    pub speaks_for: Cow<'a, str>,
    /// The number of the statement it answers; may be empty.
    pub answers: String,
    /// As stated.
    pub gender: Option<Gender>,
}

impl StatementForm<'_> {
    fn kinds(&self) -> &'static [StatementKind] {
        StatementKind::ALL
    }
    fn is_kind(&self, kind: &StatementKind) -> bool {
        *kind == self.row.kind
    }
    fn modes(&self) -> &'static [Mode] {
        Mode::ALL
    }
    fn is_mode(&self, mode: &Mode) -> bool {
        *mode == self.row.mode
    }
    fn genders(&self) -> &'static [Gender] {
        Gender::ALL
    }
    fn is_gender(&self, gender: &Gender) -> bool {
        Some(*gender) == self.gender
    }
}
