//! Meetings and statements as JSON.

use super::*;
use crate::times;
use crate::view::meetings as shown;
use plenum_store::meetings::MeetingLine;
use plenum_store::statements::{Statement, StatementPage};

/// A meeting in a list.
#[derive(Serialize, ToSchema)]
#[schema(as = MeetingLine)]
pub(crate) struct MeetingLineBody<'a> {
    address: String,
    process: &'a str,
    session: Option<&'a str>,
    name: &'a str,
    mode: &'static str,
    date: Option<String>,
    video: Option<&'a str>,
    transcript: Option<String>,
    statements: u64,
    confirmed: u64,
}

impl<'a> MeetingLineBody<'a> {
    pub(crate) fn of(line: &'a MeetingLine) -> Self {
        let meeting = &line.meeting;
        Self {
            address: format!("/meetings/{}", line.id),
            process: &meeting.process,
            session: meeting.session.as_deref(),
            name: &meeting.name,
            mode: meeting.mode.as_str(),
            date: word(meeting.date),
            video: meeting.video.as_deref(),
            transcript: line.transcript.as_ref().map(view::document_address),
            statements: line.statements,
            confirmed: line.confirmed,
        }
    }
}

/// A statement.
#[derive(Serialize, ToSchema)]
#[schema(as = Statement)]
pub(crate) struct StatementBody<'a> {
    address: String,
    number: i64,
    /// Where its first paragraph stands.
    paragraph: String,
    /// The speaker as printed.
    printed: &'a str,
    /// A slug; a machine's guess while `is_confirmed` is false.
    actor: Option<&'a str>,
    /// How sure the machine was of the actor, 0 to 1.
    sureness: f32,
    speaks_for: Option<&'a str>,
    speaks_for_printed: Option<&'a str>,
    kind: &'static str,
    mode: &'static str,
    words: u64,
    from_ms: Option<u64>,
    until_ms: Option<u64>,
    answers: Option<String>,
    gender_as_stated: Option<&'static str>,
    is_first_proposal: bool,
    is_confirmed: bool,
    opening: &'a str,
}

impl<'a> StatementBody<'a> {
    fn of(statement: &'a Statement) -> Self {
        Self {
            address: shown::address(statement.meeting, statement.number),
            number: statement.number,
            paragraph: statement.address.to_string(),
            printed: &statement.printed,
            actor: statement.actor.as_deref(),
            sureness: f32::from(statement.sureness_permille) / 1000.0,
            speaks_for: statement.speaks_for.as_deref(),
            speaks_for_printed: statement.printed_group.as_deref(),
            kind: statement.kind.as_str(),
            mode: statement.mode.as_str(),
            words: statement.words,
            from_ms: statement.moment.map(|moment| moment.from_ms),
            until_ms: statement.moment.and_then(|moment| moment.until_ms),
            answers: statement.answers.map(|number| shown::address(statement.meeting, number)),
            gender_as_stated: statement.gender.map(plenum_model::statement::Gender::as_str),
            is_first_proposal: statement.is_first_proposal,
            is_confirmed: statement.is_confirmed,
            opening: &statement.opening,
        }
    }
}

/// A meeting with its statements in speaking order.
#[derive(Serialize, ToSchema)]
#[schema(as = Meeting)]
pub(crate) struct MeetingBody<'a> {
    #[serde(flatten)]
    line: MeetingLineBody<'a>,
    speaking_order: Vec<StatementBody<'a>>,
}

impl<'a> MeetingBody<'a> {
    pub(crate) fn of(line: &'a MeetingLine, statements: &'a [Statement]) -> Self {
        Self { line: MeetingLineBody::of(line), speaking_order: statements.iter().map(StatementBody::of).collect() }
    }
}

/// The meetings of a session with their statements.
#[derive(Serialize, ToSchema)]
#[schema(as = SessionMeetings)]
pub(crate) struct SessionMeetingsBody<'a> {
    session: &'a str,
    meetings: Vec<MeetingLineBody<'a>>,
    speaking_order: Vec<StatementBody<'a>>,
}

impl<'a> SessionMeetingsBody<'a> {
    pub(crate) fn of(session: &'a str, lines: &'a [MeetingLine], statements: &'a [Statement]) -> Self {
        Self {
            session,
            meetings: lines.iter().map(MeetingLineBody::of).collect(),
            speaking_order: statements.iter().map(StatementBody::of).collect(),
        }
    }
}

/// One change that an editor made.
#[derive(Serialize, ToSchema)]
#[schema(as = StatementChange)]
pub(crate) struct StatementChangeBody<'a> {
    fact: &'a str,
    before: Option<&'a str>,
    after: Option<&'a str>,
    by: &'a str,
    at: String,
}

/// A paragraph of a statement.
#[derive(Serialize, ToSchema)]
#[schema(as = SpokenParagraph)]
pub(crate) struct SpokenBody<'a> {
    address: String,
    text: &'a str,
    from_ms: Option<u64>,
    until_ms: Option<u64>,
}

/// A statement with its paragraphs and its history.
#[derive(Serialize, ToSchema)]
#[schema(as = StatementPage)]
pub(crate) struct StatementPageBody<'a> {
    #[serde(flatten)]
    statement: StatementBody<'a>,
    meeting: MeetingLineBody<'a>,
    /// A corrected transcript no longer has it.
    is_gone: bool,
    became: Option<String>,
    paragraphs: Vec<SpokenBody<'a>>,
    answered_by: Vec<String>,
    changes: Vec<StatementChangeBody<'a>>,
}

impl<'a> StatementPageBody<'a> {
    pub(crate) fn of(page: &'a StatementPage) -> Self {
        let statement = &page.statement;
        let at = |number: i64| shown::address(statement.meeting, number);
        let paragraphs = page.paragraphs.iter().map(|(placed, moment)| SpokenBody {
            address: Address { anchor: Some(placed.anchor.clone()), ..statement.address.clone() }.to_string(),
            text: &placed.paragraph.text,
            from_ms: moment.map(|moment| moment.from_ms),
            until_ms: moment.and_then(|moment| moment.until_ms),
        });
        let changes = page.changes.iter().map(|change| StatementChangeBody {
            fact: &change.fact,
            before: change.before.as_deref(),
            after: change.after.as_deref(),
            by: &change.by,
            at: times::rfc3339(change.at_ms),
        });
        Self {
            statement: StatementBody::of(statement),
            meeting: MeetingLineBody::of(&page.meeting),
            is_gone: statement.gone.is_some(),
            became: statement.gone.flatten().map(at),
            paragraphs: paragraphs.collect(),
            answered_by: page.answered_by.iter().map(|number| at(*number)).collect(),
            changes: changes.collect(),
        }
    }
}
