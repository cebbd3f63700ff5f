//! Processes: the list with how they hand over, and one with all that is known of it.

mod issues;
pub(crate) mod told;

use crate::answer::{self, Outcome, Shape, keep};
use crate::app::House;
use crate::fault::Fault;
use crate::json::{ProcessBody, ProcessLineBody};
use crate::names::{self, Known};
use crate::reader::Reader;
use crate::routes::calendar::{Asked, as_file};
use crate::routes::{instruments, subscribe};
use crate::{addresses, feeds, view};
use axum::extract::{OriginalUri, Path, State};
use plenum_model::PartialDate;
use plenum_model::process::is_slug;
use plenum_pages::Room;
use plenum_pages::handover::Handover;
use plenum_pages::parts::Link;
use plenum_pages::process::{ProcessPage, ProcessesPage};
use plenum_store::calendar::EventLine;
use plenum_store::documents::{Filter, Order};
use plenum_store::meetings::MeetingLine;
use plenum_store::news::NewsLine;
use plenum_store::positions::Position;
use std::borrow::Cow;
use told::Told;

const DOCUMENTS: u32 = 30;
const FEED: u32 = 50;
const NEWS: u32 = 12;
const MEETINGS: usize = 6;
const COMING: usize = 8; // What comes within sight; the calendar has the rest.

/// `/processes`
pub(crate) async fn list(State(house): State<House>, reader: Reader, OriginalUri(uri): OriginalUri) -> Outcome {
    let lines = house.app.store.processes().await?;
    let mut frame = view::frame(&house, reader, Room::Processes, &uri.to_string());
    frame.title = Cow::Borrowed(reader.words().say("room-processes"));
    frame.json = Some(Cow::Borrowed("/processes.json"));
    frame.atom = Some(Cow::Borrowed("/processes.atom"));
    let lives: Vec<_> = lines.iter().map(|line| told::life(&line.process)).collect();
    let year = crate::times::day(house.now_ms()).map_or(0, PartialDate::year);
    let handover = Handover::of(&lives, year, reader.words());
    let page = ProcessesPage { frame, processes: lines.iter().map(view::process_row).collect(), handover };
    Ok(keep(answer::page(&page, reader)?))
}

/// `/processes.json`
#[utoipa::path(get, path = "/processes.json", tag = "record", responses((status = 200, body = [ProcessLineBody])))]
/// All processes, those that go on first.
pub(crate) async fn list_json(State(house): State<House>) -> Outcome {
    let lines = house.app.store.processes().await?;
    let body: Vec<_> = lines.iter().map(ProcessLineBody::of).collect();
    Ok(keep(answer::json(&body)?))
}

/// `/processes.atom`
#[utoipa::path(get, path = "/processes.atom", tag = "feeds", responses((status = 200, content_type = "application/atom+xml")))]
/// The documents of all processes, the last kept first, as a feed.
pub(crate) async fn list_atom(State(house): State<House>, reader: Reader) -> Outcome {
    let list = house.app.store.list(&Filter { with_text: true, ..Filter::default() }, Order::Newest, FEED, 0).await?;
    let lines: Vec<_> = list.lines.into_iter().filter(|line| line.document.facts.process.is_some()).collect();
    let title = reader.words().say("room-processes");
    Ok(keep(answer::feed(&feeds::documents(
        &house.app.origin,
        title,
        reader,
        "/processes.atom",
        "/processes",
        &lines,
    ))?))
}

/// `/processes/{slug}`, also with `.json` and `.atom`.
#[utoipa::path(get, path = "/processes/{slug}.json", tag = "record",
    params(("slug" = String, Path, description = "The process' name in addresses")),
    responses((status = 200, body = ProcessBody), (status = 404, description = "No such process")))]
/// One process with its sessions, labels, claims, instruments, issues and newest documents.
pub(crate) async fn one(
    State(house): State<House>,
    reader: Reader,
    OriginalUri(uri): OriginalUri,
    Path(path): Path<String>,
) -> Outcome {
    if let Some(slug) = path.strip_suffix(".ics") {
        return as_calendar(&house, reader, slug).await;
    }
    let (slug, shape) = Shape::of(&path);
    if !is_slug(slug) {
        return Err(Fault::no_page());
    }
    let Some(page) = house.app.store.process(slug).await? else { return Err(Fault::no_page()) };
    let filter = Filter { process: Some(slug.to_owned()), ..Filter::default() };
    let list = house.app.store.list(&filter, Order::Latest, DOCUMENTS, 0).await?;
    let told = Told::of(&house.app.store, page, list).await?;
    let (page, list) = (&told.page, &told.documents);
    let own = format!("/processes/{slug}");
    let response = match shape {
        Shape::Json => answer::json(&ProcessBody::of(
            page,
            (&list.lines, list.total),
            &told.ledgers,
            &told.instruments,
            told.issues.iter().map(|one| &one.issue),
        ))?,
        Shape::Atom => {
            let name = &page.line.process.name;
            answer::feed(&feeds::documents(&house.app.origin, name, reader, &format!("{own}.atom"), &own, &list.lines))?
        }
        Shape::AkomaNtoso => return Err(Fault::no_page()),
        Shape::Page => {
            let known = names::known(&house, reader.language).await?;
            let beside = Beside {
                coming: Asked::parse("").choose(house.app.store.calendar(Some(slug)).await?, house.now_ms()),
                news: house.app.store.news(slug, NEWS).await?,
                meetings: house.app.store.meetings_of(slug).await?,
                positions: house.app.store.positions(slug).await?,
            };
            as_page(&house, reader, &uri.to_string(), &told, &beside, &known)?
        }
    };
    Ok(keep(response))
}

/// `/processes/{slug}.ics`: its whole calendar as a file.
async fn as_calendar(house: &House, reader: Reader, slug: &str) -> Outcome {
    let stored = if is_slug(slug) { house.app.store.process(slug).await? } else { None };
    let Some(page) = stored else { return Err(Fault::no_page()) };
    let lines = house.app.store.calendar(Some(slug)).await?;
    let own = format!("/processes/{slug}.ics");
    Ok(keep(as_file(house, reader, page.line.process.name, &own, &lines)))
}

#[utoipa::path(get, path = "/processes/{slug}/news.atom", tag = "feeds",
    params(("slug" = String, Path, description = "The process' name in addresses")),
    responses((status = 200, content_type = "application/atom+xml"), (status = 404, description = "No such process")))]
/// What others publish about a process, the latest first; each entry with its standing.
pub(crate) async fn news_atom(State(house): State<House>, reader: Reader, Path(slug): Path<String>) -> Outcome {
    let stored = if is_slug(&slug) { house.app.store.process(&slug).await? } else { None };
    let Some(page) = stored else { return Err(Fault::no_page()) };
    let lines = house.app.store.news(&slug, FEED).await?;
    let title = format!("{} · {}", page.line.process.name, reader.words().say("process-news"));
    let (own, of) = (format!("/processes/{slug}/news.atom"), format!("/processes/{slug}"));
    Ok(keep(answer::feed(&feeds::news(&house.app.origin, title, reader, &own, &of, &lines))?))
}

/// What a process' page shows besides the record.
struct Beside {
    coming: Vec<EventLine>,
    news: Vec<NewsLine>,
    meetings: Vec<MeetingLine>,
    positions: Vec<Position>,
}

fn as_page(house: &House, reader: Reader, uri: &str, told: &Told, beside: &Beside, known: &Known) -> Outcome {
    let stored = &told.page;
    let process = &stored.line.process;
    let mut frame = view::frame(house, reader, Room::Processes, uri);
    frame.title = Cow::Borrowed(&process.name);
    frame.description = Cow::Borrowed(&process.summary);
    frame.json = Some(Cow::Owned(format!("/processes/{}.json", process.slug)));
    frame.atom = Some(Cow::Owned(format!("/processes/{}.atom", process.slug)));
    frame.follow = Some(Cow::Owned(subscribe::address("process", &process.slug)));
    let other = |slug: &'_ str, name: &'_ str| Link::new(format!("/processes/{slug}"), name.to_owned());
    let words = reader.words();
    let neighbours = told.neighbours.iter().map(|one| other(&one.process.slug, &one.process.name));
    let page = ProcessPage {
        frame,
        name: Cow::Borrowed(&process.name),
        summary: Cow::Borrowed(&process.summary),
        lang: Cow::Borrowed("en"),
        from: process.from,
        until: process.until,
        mandate: process.mandate.as_deref().map(view::by_symbol),
        decision_rule: process.decision_rule.as_deref().map(Cow::Borrowed),
        chair: process.chair.as_deref().map(Cow::Borrowed),
        predecessor: process.predecessor.as_deref().map(|slug| other(slug, known.process(slug))),
        successor: stored.successors.first().map(|(slug, name)| other(slug, name)),
        sources: view::sources(&process.source),
        is_confirmed: process.is_confirmed,
        coming: beside.coming.iter().take(COMING).map(|line| view::event_row(line, None, known, false)).collect(),
        calendar: Cow::Owned(addresses::with_query("/calendar", [("process", process.slug.as_str()), ("past", "1")])),
        calendar_file: Cow::Owned(format!("/processes/{}.ics", process.slug)),
        meetings: beside.meetings.iter().rev().take(MEETINGS).map(view::meetings::row).collect(),
        positions: (!beside.positions.is_empty()).then(|| Cow::Owned(format!("/processes/{}/positions", process.slug))),
        digests: Cow::Owned(addresses::with_query("/digests", [("process", process.slug.as_str())])),
        news: beside.news.iter().map(view::news_row).collect(),
        news_feed: Cow::Owned(format!("/processes/{}/news.atom", process.slug)),
        stands: process.stands.as_deref().map(Cow::Borrowed),
        stands_on: process.stands_on,
        achievement: process.achievement.as_deref().map(Cow::Borrowed),
        next: process.next.as_deref().map(Cow::Borrowed),
        expires: process.expires,
        timeline: told::timeline(&stored.sessions, &process.slug, year_of(uri), words),
        issues: issues::views(&told.issues, &process.slug, &beside.positions),
        labels: told::labels(&stored.norms),
        instruments: told.instruments.iter().map(instruments::row).collect(),
        figures: told.ledgers.iter().map(|ledger| view::figure(ledger, words)).collect(),
        neighbours: neighbours.collect(),
        crosswalks: told.crosswalks.iter().map(told::crosswalk).collect(),
        documents: told.documents.lines.iter().map(view::row).collect(),
        documents_total: told.documents.total,
        all_documents: Cow::Owned(addresses::with_query("/library", [("process", process.slug.as_str())])),
    };
    answer::page(&page, reader)
}

/// The year to which the reader narrowed the timeline: `?year=2025`.
fn year_of(uri: &str) -> Option<u16> {
    let query = uri.split_once('?')?.1;
    query.split('&').find_map(|pair| pair.strip_prefix("year="))?.parse().ok()
}
