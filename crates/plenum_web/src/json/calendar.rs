//! The calendar as JSON.

use super::*;
use plenum_model::calendar::When;
use plenum_model::{Moment, Zone};
use plenum_store::calendar::EventLine;

/// Events.
#[derive(Serialize, ToSchema)]
#[schema(as = Calendar)]
pub(crate) struct CalendarBody<'a> {
    events: Vec<EventBody<'a>>,
}

impl<'a> CalendarBody<'a> {
    pub(crate) fn of(lines: &'a [EventLine]) -> Self {
        Self { events: lines.iter().map(EventBody::of).collect() }
    }
}

/// A session, a meeting or a deadline.
#[derive(Serialize, ToSchema)]
#[schema(as = Event)]
pub(crate) struct EventBody<'a> {
    process: &'a str,
    process_name: &'a str,
    /// Its key within the process.
    uid: &'a str,
    kind: &'static str,
    name: &'a str,
    about: Option<&'a str>,
    /// A day as far as it is known, or a local time without its zone.
    from: Option<String>,
    /// The last day, or the local time of the end.
    until: Option<String>,
    /// The IANA name of the zone of local times; null: whole days.
    zone: Option<&'static str>,
    from_utc: Option<String>,
    until_utc: Option<String>,
    place: Option<&'a str>,
    link: Option<&'a str>,
    actor: Option<&'a str>,
    status: &'static str,
    source: &'a str,
    is_confirmed: bool,
    /// How often it has changed.
    sequence: u32,
    changed_at: String,
}

impl<'a> EventBody<'a> {
    fn of(line: &'a EventLine) -> Self {
        let event = &line.event;
        let utc = |moment: Moment| format!("{}Z", moment.in_zone(Zone::UTC));
        let (from, until, zone, from_utc, until_utc) = match event.when {
            None => (None, None, None, None, None),
            Some(When::Days { from, until }) => (word(Some(from)), word(until), None, None, None),
            Some(When::Moments { from, until }) => {
                let end = until.map(|until| until.in_zone(from.zone()).to_string());
                (Some(from.to_string()), end, Some(from.zone().name()), Some(utc(from)), until.map(utc))
            }
        };
        Self {
            process: &event.process,
            process_name: &line.process_name,
            uid: &event.uid,
            kind: event.kind.as_str(),
            name: &event.name,
            about: event.about.as_deref(),
            from,
            until,
            zone,
            from_utc,
            until_utc,
            place: event.place.as_deref(),
            link: event.link.as_deref(),
            actor: event.actor.as_deref(),
            status: event.status.as_str(),
            source: &event.source,
            is_confirmed: event.is_confirmed,
            sequence: line.sequence,
            changed_at: crate::times::rfc3339(line.changed_at_ms),
        }
    }
}
