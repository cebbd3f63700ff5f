//! Meetings: one with its speaking order and figures, a session; the list, statements and their review are beside.

pub(crate) mod list;
pub(crate) mod named;
pub(crate) mod review;
pub(crate) mod statement;

use crate::answer::{self, Outcome, Shape, keep};
use crate::app::House;
use crate::fault::Fault;
use crate::json::{MeetingBody, OneMeetingBody, SessionMeetingsBody};
use crate::names::{self, Known};
use crate::reader::Reader;
use crate::view;
use crate::view::meetings as shown;
use axum::extract::{OriginalUri, Path, State};
use plenum_model::process::is_slug;
use plenum_pages::Room;
use plenum_pages::meeting::{MeetingPage, SessionPage};
use plenum_pages::parts::Link;
use plenum_store::meetings::MeetingLine;
use plenum_store::statements::Statement;
use std::borrow::Cow;

/// The number in an address; anything else has no page.
pub(crate) fn number(text: &str) -> Result<i64, Fault> {
    let is_plain = (1..=15).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with('0');
    if is_plain { text.parse().map_err(|_| Fault::no_page()) } else { Err(Fault::no_page()) }
}

/// `/meetings/{id}`, also with `.json`; of one that statements name also with `.atom`.
#[utoipa::path(get, path = "/meetings/{id}.json", tag = "record",
    params(("id" = String, Path, description = "Its number; of one that statements name its name, the words parted by \
        hyphens: general-debate-session-77")),
    responses((status = 200, body = OneMeetingBody), (status = 404, description = "No such meeting")))]
/// One meeting with its statements in speaking order; only confirmed ones are counted anywhere. Of a meeting that
/// statements name: these statements, each a document.
pub(crate) async fn one(
    State(house): State<House>,
    reader: Reader,
    OriginalUri(uri): OriginalUri,
    Path(path): Path<String>,
) -> Outcome {
    let (id, shape) = Shape::of(&path);
    if !id.bytes().all(|byte| byte.is_ascii_digit()) {
        return named::one(&house, reader, &uri.to_string(), (id, shape)).await;
    }
    let Some(line) = house.app.store.meeting(number(id)?).await? else { return Err(Fault::no_page()) };
    let statements = house.app.store.statements_of(&[line.id]).await?;
    let response = match shape {
        Shape::Json => answer::json(&OneMeetingBody::Transcribed(MeetingBody::of(&line, &statements)))?,
        Shape::Page => {
            let known = names::known(&house, reader.language).await?;
            as_page(&house, reader, &uri.to_string(), &line, &statements, &known).await?
        }
        Shape::Atom | Shape::AkomaNtoso => return Err(Fault::no_page()),
    };
    Ok(keep(response))
}

async fn as_page(
    house: &House,
    reader: Reader,
    uri: &str,
    line: &MeetingLine,
    statements: &[Statement],
    known: &Known,
) -> Outcome {
    let meeting = &line.meeting;
    let mut frame = view::frame(house, reader, Room::Processes, uri);
    frame.title = Cow::Borrowed(&meeting.name);
    frame.json = Some(Cow::Owned(format!("/meetings/{}.json", line.id)));
    let lines = std::slice::from_ref(line);
    let page = MeetingPage {
        frame,
        meeting: shown::row(line),
        session: meeting.session.as_deref().map(|session| shown::session_link(&meeting.process, session)),
        transcript: line
            .transcript
            .as_ref()
            .map(|symbol| Link::new(view::document_address(symbol), symbol.to_string())),
        video: meeting.video.as_deref().map(Cow::Borrowed),
        rows: statements.iter().map(|one| shown::statement(one, statements, known)).collect(),
        statistics: shown::statistics(house, reader.words(), lines, statements, known).await?,
        review: format!("/meetings/{}/review", line.id),
    };
    answer::page(&page, reader)
}

/// `/processes/{slug}/sessions/{session}`, also with `.json`.
#[utoipa::path(get, path = "/processes/{slug}/sessions/{session}.json", tag = "record",
    params(("slug" = String, Path, description = "The process' name in addresses"),
        ("session" = String, Path, description = "The session's name, its words parted by hyphens")),
    responses((status = 200, body = SessionMeetingsBody), (status = 404, description = "No meeting of such a session")))]
/// The meetings of a session, with what is counted from their confirmed statements.
pub(crate) async fn session(
    State(house): State<House>,
    reader: Reader,
    OriginalUri(uri): OriginalUri,
    Path((process, path)): Path<(String, String)>,
) -> Outcome {
    let (slug, shape) = Shape::of(&path);
    if !is_slug(&process) {
        return Err(Fault::no_page());
    }
    let mut lines = house.app.store.meetings_of(&process).await?;
    lines.retain(|line| line.meeting.session.as_deref().is_some_and(|name| shown::session_slug(name) == slug));
    let Some(first) = lines.first() else { return Err(Fault::no_page()) };
    let name = first.meeting.session.clone().unwrap_or_default();
    let ids: Vec<i64> = lines.iter().map(|line| line.id).collect();
    let statements = house.app.store.statements_of(&ids).await?;
    match shape {
        Shape::Json => Ok(keep(answer::json(&SessionMeetingsBody::of(&name, &lines, &statements))?)),
        Shape::Page => {
            let known = names::known(&house, reader.language).await?;
            let mut frame = view::frame(&house, reader, Room::Processes, &uri.to_string());
            frame.title = Cow::Borrowed(&name);
            frame.json =
                Some(Cow::Owned(format!("/processes/{process}/sessions/{}.json", crate::addresses::escape(slug))));
            let page = SessionPage {
                frame,
                name: Cow::Borrowed(&name),
                process: Link::new(format!("/processes/{process}"), first.process_name.as_str()),
                meetings: lines.iter().map(shown::row).collect(),
                statistics: shown::statistics(&house, reader.words(), &lines, &statements, &known).await?,
                statements: statements.len() as u64,
            };
            Ok(keep(answer::page(&page, reader)?))
        }
        Shape::Atom | Shape::AkomaNtoso => Err(Fault::no_page()),
    }
}
