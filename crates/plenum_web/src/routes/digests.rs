//! Digests: the list, and an edition as page, JSON and plain text. Composing and editing are at the desk.

pub(crate) mod desk;

use crate::answer::{self, Outcome, Shape, keep, private, with_type};
use crate::app::House;
use crate::digest::{EditionBody, EditionLineBody};
use crate::fault::Fault;
use crate::reader::Reader;
use crate::routes::upload::door;
use crate::{feeds, names, times, view};
use axum::extract::{OriginalUri, Path, Query, State};
use axum::http::HeaderMap;
use plenum_model::digest;
use plenum_model::process::is_slug;
use plenum_pages::Room;
use plenum_pages::digest::{DigestPage, DigestRow, DigestsPage, Laid};
use plenum_pages::digest_mail::{Mail, as_mail_text};
use plenum_pages::parts::Link;
use plenum_store::digests::DigestLine;
use serde::Deserialize;
use std::borrow::Cow;

/// To which process the list is narrowed.
#[derive(Default, Deserialize)]
pub(crate) struct Narrowed {
    #[serde(default)]
    process: String,
}

impl Narrowed {
    fn holds(&self, line: &DigestLine) -> bool {
        self.process.is_empty() || line.edition.processes.iter().any(|one| one.slug == self.process)
    }
}

/// `/digests`: never kept, since the administrator sees more than others.
pub(crate) async fn list(
    State(house): State<House>,
    reader: Reader,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    Query(narrowed): Query<Narrowed>,
) -> Outcome {
    let is_administrator = door::is_administrator(&house, &headers);
    let lines = house.app.store.digests(!is_administrator).await?;
    let known = names::known(&house, reader.language).await?;
    let mut frame = view::frame(&house, reader, Room::Processes, &uri.to_string());
    frame.title = Cow::Borrowed(reader.words().say("digests"));
    frame.atom = Some(Cow::Borrowed("/digests.atom"));
    frame.json = Some(Cow::Borrowed("/digests.json"));
    let (published, waiting): (Vec<&DigestLine>, Vec<&DigestLine>) =
        lines.iter().filter(|line| narrowed.holds(line)).partition(|line| line.state == digest::State::Published);
    let process = is_slug(&narrowed.process)
        .then(|| Link::new(format!("/processes/{}", narrowed.process), known.process(&narrowed.process)));
    let page = DigestsPage {
        frame,
        process,
        waiting: waiting.into_iter().map(|line| row(line, true)).collect(),
        published: published.into_iter().map(|line| row(line, is_administrator)).collect(),
        is_administrator,
    };
    let response = answer::page(&page, reader)?;
    Ok(if is_administrator { private(response) } else { response })
}

/// An edition in a list.
fn row(line: &DigestLine, with_desk: bool) -> DigestRow<'_> {
    let edition = &line.edition;
    DigestRow {
        address: format!("/digests/{}", line.id),
        desk: with_desk.then(|| format!("/desk/digests/{}", line.id)),
        title: Cow::Borrowed(&edition.title),
        lang: Cow::Borrowed(&edition.language),
        kind: edition.kind,
        state: line.state,
        processes: edition.processes.iter().map(|one| Cow::Borrowed(one.name.as_str())).collect(),
        day: times::day(line.published_at_ms.unwrap_or(line.changed_at_ms)),
    }
}

/// `/digests.json`
#[utoipa::path(get, path = "/digests.json", tag = "record", responses((status = 200, body = [EditionLineBody])))]
/// The editions that are published, the latest first.
pub(crate) async fn list_json(State(house): State<House>) -> Outcome {
    let lines = house.app.store.digests(true).await?;
    let body: Vec<_> = lines.iter().map(EditionLineBody::of).collect();
    Ok(keep(answer::json(&body)?))
}

/// `/digests.atom`
#[utoipa::path(get, path = "/digests.atom", tag = "feeds", responses((status = 200, content_type = "application/atom+xml")))]
/// The editions that are published, the latest first, as a feed.
pub(crate) async fn list_atom(State(house): State<House>, reader: Reader) -> Outcome {
    let lines = house.app.store.digests(true).await?;
    let title = reader.words().say("digests");
    Ok(keep(answer::feed(&feeds::digests(&house.app.origin, title, reader, &lines))?))
}

/// The edition at an address, if this reader may see it: what is not published is the administrator's.
async fn read(house: &House, id: &str, headers: &HeaderMap) -> Result<DigestLine, Fault> {
    let number = crate::routes::meetings::number(id)?;
    let line = house.app.store.digest(number).await?.ok_or_else(Fault::no_page)?;
    let may_see = line.state == digest::State::Published || door::is_administrator(house, headers);
    if may_see { Ok(line) } else { Err(Fault::no_page()) }
}

/// `/digests/{id}`, also with `.json` and `.txt`.
#[utoipa::path(get, path = "/digests/{id}.json", tag = "record",
    params(("id" = i64, Path, description = "The edition's number")),
    responses((status = 200, body = EditionBody), (status = 404, description = "No such edition, or not published")))]
/// One edition: sentences, each with where its facts stand.
pub(crate) async fn one(
    State(house): State<House>,
    reader: Reader,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    Path(path): Path<String>,
) -> Outcome {
    if let Some(id) = path.strip_suffix(".txt") {
        let line = read(&house, id, &headers).await?;
        return Ok(shared(&line, with_type(as_text(&house, &line), "text/plain; charset=utf-8")));
    }
    let (id, shape) = Shape::of(&path);
    let line = read(&house, id, &headers).await?;
    let response = match shape {
        Shape::Json => answer::json(&EditionBody::of(&line))?,
        Shape::Page => as_page(&house, reader, &uri.to_string(), &line, &headers)?,
        Shape::Atom | Shape::AkomaNtoso => return Err(Fault::no_page()),
    };
    Ok(shared(&line, response))
}

/// Only what is published may be kept for the next reader.
fn shared(line: &DigestLine, response: axum::response::Response) -> axum::response::Response {
    if line.state == digest::State::Published { keep(response) } else { private(response) }
}

fn as_text(house: &House, line: &DigestLine) -> String {
    let page = format!("/digests/{}", line.id);
    let mail = Mail { edition: &line.edition, state: line.state, page: &page, origin: &house.app.origin, links: &[] };
    as_mail_text(&mail)
}

fn as_page(house: &House, reader: Reader, uri: &str, line: &DigestLine, headers: &HeaderMap) -> Outcome {
    let edition = &line.edition;
    let is_published = line.state == digest::State::Published;
    let mut frame = view::frame(house, reader, Room::Processes, uri);
    frame.title = Cow::Borrowed(&edition.title);
    frame.json = Some(Cow::Owned(format!("/digests/{}.json", line.id)));
    frame.is_private = !is_published;
    let at = |id: i64| format!("/digests/{id}");
    let process = |one: &'_ digest::Covered| Link::new(format!("/processes/{}", one.slug), one.name.clone());
    // A published page is kept for all readers, so it shows nobody the way to the desk.
    let is_desk_shown = !is_published && door::is_administrator(house, headers);
    let page = DigestPage {
        frame,
        kind: edition.kind,
        state: line.state,
        processes: edition.processes.iter().map(process).collect(),
        laid: Laid::of(edition),
        approved: line.approved.as_ref().map(|(by, at_ms)| (Cow::Borrowed(by.as_str()), times::day(*at_ms))),
        published_on: line.published_at_ms.and_then(times::day),
        corrects: line.corrects.map(at),
        corrected_by: line.corrected_by.map(at),
        text: format!("/digests/{}.txt", line.id),
        desk: is_desk_shown.then(|| format!("/desk/digests/{}", line.id)),
    };
    answer::page(&page, reader)
}
