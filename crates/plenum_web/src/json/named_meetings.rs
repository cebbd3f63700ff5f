//! Meetings that statements name, as JSON.

use super::documents::LineBody;
use super::*;
use plenum_store::documents::NamedMeeting;

/// A meeting that is known by the statements whose records name it.
#[derive(Serialize, ToSchema)]
#[schema(as = NamedMeetingLine)]
pub(crate) struct NamedMeetingLineBody<'a> {
    address: String,
    name: &'a str,
    /// Slug of the process to which all its statements belong.
    process: Option<&'a str>,
    statements: u64,
    from: Option<String>,
    until: Option<String>,
}

impl<'a> NamedMeetingLineBody<'a> {
    pub(crate) fn of(meeting: &'a NamedMeeting, address: String) -> Self {
        Self {
            address,
            name: &meeting.name,
            process: meeting.process.as_deref(),
            statements: meeting.statements,
            from: word(meeting.from),
            until: word(meeting.until),
        }
    }
}

/// One of them with its statements.
#[derive(Serialize, ToSchema)]
#[schema(as = NamedMeeting)]
pub(crate) struct NamedMeetingBody<'a> {
    #[serde(flatten)]
    line: NamedMeetingLineBody<'a>,
    documents: Vec<LineBody<'a>>,
}

/// A meeting of either kind.
#[derive(Serialize, ToSchema)]
#[schema(as = OneMeeting)]
#[serde(untagged)]
pub(crate) enum OneMeetingBody<'a> {
    /// With a transcript.
    Transcribed(MeetingBody<'a>),
    /// Named by the records of statements.
    Named(NamedMeetingBody<'a>),
}

impl<'a> NamedMeetingBody<'a> {
    pub(crate) fn of(meeting: &'a NamedMeeting, address: String, lines: &'a [DocumentLine]) -> Self {
        Self { line: NamedMeetingLineBody::of(meeting, address), documents: lines.iter().map(LineBody::of).collect() }
    }
}
