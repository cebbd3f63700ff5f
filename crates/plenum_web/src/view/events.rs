//! Events as pages, feeds and calendar files show them.

use crate::names::Known;
use crate::reader::Reader;
use plenum_model::Zone;
use plenum_model::calendar::{CalendarEntry, Event, EventStatus, When};
use plenum_pages::calendar::EventRow;
use plenum_pages::parts::Link;
use plenum_store::calendar::EventLine;
use sha2::{Digest, Sha256};
use std::borrow::Cow;

/// Half of a hash tells events apart; the same event has the same mark on every machine.
const MARK_BYTES: usize = 12;

/// An event's mark: the same for as long as it is the same event.
pub(crate) fn event_mark(event: &Event) -> String {
    let hash = Sha256::new().chain_update(&event.process).chain_update("\n").chain_update(&event.uid).finalize();
    format!("e-{}", crate::seal::hexadecimal(&hash[..MARK_BYTES]))
}

/// Where an event stands in the calendar, whether it is past or not.
pub(crate) fn event_address(event: &Event) -> String {
    let day = event.when.and_then(|when| when.first_day()).map(|day| day.to_string()).unwrap_or_default();
    let pairs = [("process", event.process.as_str()), ("from", day.as_str())];
    format!("{}#{}", crate::addresses::with_query("/calendar", pairs), event_mark(event))
}

/// An event in a list; with its process unless the page is the process'.
pub(crate) fn event_row<'a>(
    line: &'a EventLine,
    own: Option<Zone>,
    known: &'a Known,
    with_process: bool,
) -> EventRow<'a> {
    let event = &line.event;
    let process = || Link::new(format!("/processes/{}", event.process), line.process_name.as_str());
    // Packs are written in English; what a calendar file is written in, nobody says.
    let is_ours = event.kind.is_deadline() || event.kind == plenum_model::calendar::EventKind::Session;
    EventRow {
        mark: Cow::Owned(event_mark(event)),
        kind: event.kind,
        name: Cow::Borrowed(&event.name),
        lang: Cow::Borrowed(if is_ours { "en" } else { "" }),
        process: with_process.then(process),
        when: event.when,
        own,
        place: event.place.as_deref().map(Cow::Borrowed),
        about: event.about.as_deref().map(Cow::Borrowed),
        link: event.link.as_deref().map(Cow::Borrowed),
        actor: event.actor.as_deref().map(|slug| Cow::Borrowed(known.actor(slug))),
        status: event.status,
        sources: super::sources(&event.source),
        is_confirmed: event.is_confirmed,
    }
}

/// An event as a calendar file holds it; `None` where its days are not known to the day.
pub(crate) fn calendar_entry(origin: &str, line: &EventLine, reader: Reader) -> Option<CalendarEntry> {
    let (event, words) = (&line.event, reader.words());
    let is_known = |date: &plenum_model::PartialDate| date.day().is_some();
    let when = event.when.filter(|when| match when {
        When::Days { from, until } => is_known(from) && until.as_ref().is_none_or(is_known),
        When::Moments { .. } => true,
    })?;
    let kind = format!("{} · {}", words.event_kind(&event.kind), line.process_name);
    let doubt = (!event.is_confirmed).then(|| words.say("unconfirmed").to_owned());
    let source = (!event.source.is_empty()).then(|| format!("{} {}", words.say("source"), event.source));
    let about = [Some(kind), event.about.clone(), doubt, source, event.link.clone()];
    let is_sure = event.is_confirmed || event.status != EventStatus::Confirmed;
    Some(CalendarEntry {
        uid: format!("{}@plenum", event_mark(event)),
        sequence: line.sequence,
        changed_at_ms: line.changed_at_ms,
        name: event.name.clone(),
        about: about.into_iter().flatten().collect::<Vec<_>>().join("\n"),
        page: format!("{origin}{}", event_address(event)),
        when,
        place: event.place.clone(),
        kind: event.kind,
        status: if is_sure { event.status } else { EventStatus::Tentative },
    })
}
