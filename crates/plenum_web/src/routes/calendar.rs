//! The calendar: as a page, a calendar file, JSON and a feed, each with the same filters.

mod asked;

pub(crate) use asked::Asked;

use crate::answer::{self, Outcome, keep};
use crate::app::{House, Shared};
use crate::json::CalendarBody;
use crate::names::{self, Known};
use crate::reader::Reader;
use crate::view::{calendar_entry, event_address, event_row};
use crate::{times, view};
use axum::extract::{OriginalUri, RawQuery, State};
use axum::response::Response;
use plenum_model::PartialDate;
use plenum_model::calendar::{CalendarFile, EventKind};
use plenum_pages::Room;
use plenum_pages::calendar::{CalendarPage, Month, Picked};
use plenum_pages::feed::{Feed, FeedEntry};
use plenum_pages::parts::{Paging, Quoted};
use plenum_store::calendar::EventLine;
use std::borrow::Cow;

/// Events on a page: a year of a busy process.
const PAGE: usize = 60;
const FEED: usize = 60;
/// Events in a file; programs take no more without growing slow.
const FILE: usize = 3_000;

/// The events asked for, in the order of the page.
async fn found(house: &House, asked: &Asked) -> Result<Vec<EventLine>, plenum_store::StoreError> {
    let lines = house.app.store.calendar(asked.process()).await?;
    Ok(asked.choose(lines, house.now_ms()))
}

/// `/calendar`
pub(crate) async fn page(
    State(house): State<House>,
    reader: Reader,
    OriginalUri(uri): OriginalUri,
    RawQuery(query): RawQuery,
) -> Outcome {
    let asked = Asked::parse(query.as_deref().unwrap_or_default());
    let all = house.app.store.calendar(None).await?;
    let actors: Vec<String> = all.iter().filter_map(|line| line.event.actor.clone()).collect();
    let lines = asked.choose(all, house.now_ms());
    let known = names::known(&house, reader.language).await?;
    let mut frame = view::frame(&house, reader, Room::Calendar, &uri.to_string());
    frame.title = Cow::Borrowed(reader.words().say("room-calendar"));
    frame.json = Some(Cow::Owned(asked.address("/calendar.json")));
    frame.atom = Some(Cow::Owned(asked.address("/calendar.atom")));
    let shown = lines.iter().skip(asked.offset(PAGE)).take(PAGE);
    let page = CalendarPage {
        frame,
        is_past: asked.is_past,
        is_filtered: asked.is_filtered(),
        months: months(shown, reader, &known),
        paging: paging(&asked, lines.len()),
        coming: Cow::Owned(asked.coming("/calendar")),
        past: Cow::Owned(asked.past("/calendar")),
        file: Cow::Owned(asked.address("/calendar.ics")),
        processes: picked(
            house.app.store.processes().await?.into_iter().map(|l| l.process.slug),
            asked.process(),
            |slug| known.process(slug).to_owned(),
        ),
        kinds: EventKind::ALL.into_iter().map(|kind| (kind, asked.kind == Some(kind))).collect(),
        actors: picked(actors.into_iter(), asked.actor.as_deref(), |slug| known.actor(slug).to_owned()),
        from: Cow::Owned(asked.from.map(|day| day.to_string()).unwrap_or_default()),
        until: Cow::Owned(asked.until.map(|day| day.to_string()).unwrap_or_default()),
        zones: asked::zones(reader.zone),
        own: reader.zone,
    };
    Ok(keep(answer::page(&page, reader)?))
}

fn picked(
    slugs: impl Iterator<Item = String>,
    chosen: Option<&str>,
    name: impl Fn(&str) -> String,
) -> Vec<Picked<'static>> {
    let mut all: Vec<Picked<'static>> = Vec::new();
    for slug in slugs {
        if !all.iter().any(|one| one.value == slug) {
            let is_chosen = chosen == Some(slug.as_str());
            all.push(Picked { words: Cow::Owned(name(&slug)), value: Cow::Owned(slug), is_chosen });
        }
    }
    all
}

/// The events in groups of one month, in their order.
fn months<'a>(lines: impl Iterator<Item = &'a EventLine>, reader: Reader, known: &'a Known) -> Vec<Month<'a>> {
    let mut months: Vec<Month<'a>> = Vec::new();
    for line in lines {
        let day = line.event.when.and_then(|when| when.first_day());
        let date = day.and_then(|day| PartialDate::new(day.year(), day.month(), None));
        let row = event_row(line, reader.zone, known, true);
        match months.last_mut() {
            Some(month) if month.date == date => month.rows.push(row),
            _ => months.push(Month { date, rows: vec![row] }),
        }
    }
    months
}

fn paging(asked: &Asked, total: usize) -> Paging<'static> {
    let from = asked.offset(PAGE).min(total);
    let until = (from + PAGE).min(total);
    let page = |number: usize| Some(Cow::Owned(asked.at_page("/calendar", number)));
    Paging {
        from: if total == 0 { 0 } else { from as u64 + 1 },
        until: until as u64,
        total: total as u64,
        previous: if asked.page > 1 { page(asked.page - 1) } else { None },
        next: if until < total { page(asked.page + 1) } else { None },
    }
}

#[utoipa::path(get, path = "/calendar.json", tag = "record",
    params(
        ("process" = Option<String>, Query, description = "Slug"),
        ("kind" = Option<String>, Query, description = "session, meeting, silence, inscription, submission, objection, nomination"),
        ("actor" = Option<String>, Query, description = "Slug"),
        ("from" = Option<String>, Query, description = "First day, 2026-07-20"),
        ("until" = Option<String>, Query, description = "Last day"),
        ("past" = Option<u8>, Query, description = "1: what is past, the latest first")
    ),
    responses((status = 200, body = CalendarBody)))]
/// Sessions, meetings and deadlines: what comes, the soonest first.
pub(crate) async fn json(State(house): State<House>, RawQuery(query): RawQuery) -> Outcome {
    let asked = Asked::parse(query.as_deref().unwrap_or_default());
    let lines = found(&house, &asked).await?;
    Ok(keep(answer::json(&CalendarBody::of(&lines))?))
}

#[utoipa::path(get, path = "/calendar.atom", tag = "feeds",
    params(("process" = Option<String>, Query, description = "As for /calendar.json, with the same filters")),
    responses((status = 200, content_type = "application/atom+xml")))]
/// What comes, as a feed: what was changed last stands first.
pub(crate) async fn atom(State(house): State<House>, reader: Reader, RawQuery(query): RawQuery) -> Outcome {
    let asked = Asked::parse(query.as_deref().unwrap_or_default());
    let mut lines = found(&house, &asked).await?;
    lines.sort_by_key(|line| std::cmp::Reverse(line.changed_at_ms));
    lines.truncate(FEED);
    let origin = &house.app.origin;
    let feed = Feed {
        title: Cow::Borrowed(reader.words().say("room-calendar")),
        lang: Cow::Borrowed(reader.language),
        address: Cow::Owned(format!("{origin}{}", asked.address("/calendar.atom"))),
        page: Cow::Owned(format!("{origin}{}", asked.address("/calendar"))),
        updated: Cow::Owned(times::rfc3339(lines.first().map_or(0, |line| line.changed_at_ms))),
        entries: lines.iter().map(|line| entry(&house, line, reader)).collect(),
    };
    Ok(keep(answer::feed(&feed)?))
}

fn entry<'a>(house: &Shared, line: &'a EventLine, reader: Reader) -> FeedEntry<'a> {
    let event = &line.event;
    let unnamed = Known::default();
    let row = event_row(line, None, &unnamed, false);
    let when = plenum_pages::calendar::when_sentence(&row, reader.words());
    let parts = [Some(when.as_str()), event.place.as_deref(), event.about.as_deref()];
    let summary: Vec<&str> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    FeedEntry {
        title: Quoted::new(format!("{} · {}", event.name, line.process_name), ""),
        address: Cow::Owned(format!("{}{}", house.app.origin, event_address(event))),
        updated: Cow::Owned(times::rfc3339(line.changed_at_ms)),
        published: None,
        author: Some(Cow::Borrowed(line.process_name.as_str())),
        standing: event.kind.as_str(),
        summary: Quoted::new(summary.join(" · "), ""),
    }
}

#[utoipa::path(get, path = "/calendar.ics", tag = "feeds",
    params(("process" = Option<String>, Query, description = "As for /calendar.json, with the same filters")),
    responses((status = 200, content_type = "text/calendar")))]
/// The same selection as a calendar file (RFC 5545), with what is past unless days are chosen.
pub(crate) async fn file(State(house): State<House>, reader: Reader, RawQuery(query): RawQuery) -> Outcome {
    let asked = Asked::parse(query.as_deref().unwrap_or_default());
    let lines = asked.choose_all(house.app.store.calendar(asked.process()).await?);
    let name = match lines.first().filter(|_| asked.process().is_some()) {
        Some(line) => line.process_name.clone(),
        None => format!("Plenum · {}", reader.words().say("room-calendar")),
    };
    Ok(keep(as_file(&house, reader, name, &asked.address("/calendar.ics"), &lines)))
}

/// Events as a calendar file; `own` is its path.
pub(crate) fn as_file(house: &Shared, reader: Reader, name: String, own: &str, lines: &[EventLine]) -> Response {
    let origin = &house.app.origin;
    let mut file = CalendarFile { name, address: format!("{origin}{own}"), entries: Vec::new() };
    // The latest are the ones that matter where there are too many.
    let skipped = lines.len().saturating_sub(FILE);
    file.entries.extend(lines.iter().skip(skipped).filter_map(|line| calendar_entry(origin, line, reader)));
    answer::with_type((house.app.formats.calendar)(&file), "text/calendar; charset=utf-8")
}
