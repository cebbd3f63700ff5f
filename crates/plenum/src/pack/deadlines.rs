//! `deadlines.toml`: moments by which something had, or has, to be done, and single meetings.

use super::reading::{At, Kind, date, is_yes, sourced, table_file, unplaced, yes};
use plenum_model::calendar::{Event, EventKind, EventStatus, When};
use plenum_model::{Moment, Zone};
use serde::{Deserialize, Serialize};
use toml::Spanned;

table_file!(File, deadline, Row);

pub(super) const KIND: Kind<File, Row, Event> =
    Kind { file: "deadlines.toml", list: |file| file.deadline, filled: |deadline| File { deadline }, fact, row };

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    process: String,
    kind: Spanned<String>,
    name: String,
    on: Spanned<String>,
    zone: Option<Spanned<String>>,
    about: Option<String>,
    place: Option<String>,
    link: Option<String>,
    actor: Option<String>,
    source: Spanned<String>,
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    confirmed: bool,
}

fn fact(row: Row) -> At<Event> {
    let kind = kind(&row.kind)?;
    Ok(Event {
        // A pack names a deadline once for its process; calendars know it again by this.
        uid: format!("{} {}", kind.as_str(), row.name),
        process: row.process,
        kind,
        name: row.name,
        about: row.about,
        when: Some(when(row.on, row.zone)?),
        place: row.place,
        link: row.link,
        actor: row.actor,
        status: EventStatus::Confirmed,
        source: sourced(row.source)?,
        is_confirmed: row.confirmed,
    })
}

fn kind(word: &Spanned<String>) -> At<EventKind> {
    let allowed = || EventKind::ALL.into_iter().filter(|kind| *kind != EventKind::Session);
    allowed().find(|kind| kind.as_str() == word.get_ref()).ok_or_else(|| {
        let words = allowed().map(EventKind::as_str).collect::<Vec<_>>().join(", ");
        (word.span().start, format!("\"{}\" is no kind of deadline: write one of {words}", word.get_ref()))
    })
}

/// A day, or a minute on the clocks of a zone.
fn when(on: Spanned<String>, zone: Option<Spanned<String>>) -> At<When> {
    let at = on.span().start;
    let Some(zone) = zone else {
        let from = date(Some(on))?.expect("a date that was given is read");
        return Ok(When::Days { from, until: None });
    };
    let unknown = || format!("\"{}\" is no zone: write an IANA name, America/New_York", zone.get_ref());
    let found = Zone::find(zone.get_ref()).ok_or_else(|| (zone.span().start, unknown()))?;
    let moment = Moment::parse(on.get_ref(), found)
        .ok_or_else(|| (at, format!("\"{}\" is no time of a zone: write 2025-07-11T18:00", on.get_ref())))?;
    Ok(When::Moments { from: moment, until: None })
}

fn row(event: &Event) -> Row {
    let event = event.clone();
    let (on, zone) = match event.when {
        Some(When::Moments { from, .. }) => (from.to_string(), Some(unplaced(from.zone().name().to_owned()))),
        Some(When::Days { from, .. }) => (from.to_string(), None),
        None => (String::new(), None),
    };
    Row {
        process: event.process,
        kind: unplaced(event.kind.as_str().to_owned()),
        name: event.name,
        on: unplaced(on),
        zone,
        about: event.about,
        place: event.place,
        link: event.link,
        actor: event.actor,
        source: unplaced(event.source),
        confirmed: event.is_confirmed,
    }
}
