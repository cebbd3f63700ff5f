//! Parts of a calendar become events: times in their zones, repetitions spread out, corrections of single ones put in.

use super::lines::{Part, Property};
use super::recurrence::{self, OCCURRENCES_MOST};
use super::times::{self, Written};
use super::trouble;
use super::zones::{Found, Zones};
use jiff::civil::{Date, DateTime};
use jiff::{Span, ToSpan};
use plenum_model::calendar::{Event, EventKind, EventStatus, When};
use plenum_model::zone::partial;
use plenum_model::{Moment, PartialDate, Trouble, Zone};

/// The most events of one file: with repetitions spread out, a hostile file must not fill the store.
const EVENTS_MOST: usize = 20_000;

/// Puts the calendar's events into `events`.
pub(super) fn gather(calendar: &Part, zones: &Zones, events: &mut Vec<Event>, troubles: &mut Vec<Trouble>) {
    let (mut plain, mut corrections) = (Vec::new(), Vec::new());
    let left_out = calendar.parts.iter().filter(|part| matches!(part.name.as_str(), "VTODO" | "VJOURNAL")).count();
    if left_out > 0 {
        let what = format!("{left_out} tasks or journal entries are in the calendar.");
        troubles.push(trouble("calendar", what, "They are left out: only events are kept."));
    }
    let found = calendar.parts.iter().filter(|part| part.name == "VEVENT");
    for (nth, part) in found.enumerate() {
        let reader = EventReader { part, zones, nth };
        match part.property("RECURRENCE-ID") {
            Some(of) => corrections.extend(reader.one(troubles).map(|event| (reader.start(of, troubles), event))),
            None => plain.extend(reader.all(troubles)),
        }
        if plain.len() > EVENTS_MOST {
            plain.truncate(EVENTS_MOST);
            let what = format!("It holds more than {EVENTS_MOST} events.");
            troubles.push(trouble("calendar", what, "Split the file: the others are left out."));
            break;
        }
    }
    for (of, correction) in corrections {
        correct(&mut plain, of, correction);
    }
    events.extend(plain);
}

/// A correction takes the place of the time it is of; one of a time that is not there stands by itself.
fn correct(events: &mut Vec<Event>, of: Option<When>, mut correction: Event) {
    let is_of = |event: &Event| {
        let uid = event.uid.split_once(" @").map_or(event.uid.as_str(), |(uid, _)| uid);
        uid == correction.uid && event.when.map(|w| w.starts_ms()) == of.map(|w| w.starts_ms())
    };
    match events.iter().position(is_of) {
        Some(at) => {
            correction.uid.clone_from(&events[at].uid);
            events[at] = correction;
        }
        None => {
            let start = of.map(|when| spoken(&when)).unwrap_or_default();
            correction.uid = format!("{} @{start}", correction.uid);
            events.push(correction);
        }
    }
}

/// The beginning as it stands in the key of a repeated event.
fn spoken(when: &When) -> String {
    match when {
        When::Days { from, .. } => from.to_string(),
        When::Moments { from, .. } => from.to_string(),
    }
}

struct EventReader<'a> {
    part: &'a Part,
    zones: &'a Zones,
    nth: usize,
}

/// The beginning of an event: a day, or a time on a clock.
#[derive(Clone, Copy)]
enum Start {
    Day(Date),
    Time(DateTime, Zone),
}

impl EventReader<'_> {
    /// The event with all its repetitions.
    fn all(&self, troubles: &mut Vec<Trouble>) -> Vec<Event> {
        let Some(first) = self.one(troubles) else { return Vec::new() };
        let Some((start, zone)) = self.beginning(troubles) else { return vec![first] };
        let repeats = ["RRULE", "RDATE"].iter().any(|name| self.part.property(name).is_some());
        if !repeats {
            return vec![first];
        }
        let mut times = self.times(start, zone, troubles);
        let left_out: Vec<DateTime> = self.part.all("EXDATE").flat_map(|p| self.listed(p, zone)).collect();
        times.retain(|time| {
            let is_out = |out: &DateTime| out == time || (zone.is_none() && out.date() == time.date());
            !left_out.iter().any(is_out)
        });
        times.sort_unstable();
        times.dedup();
        times.into_iter().map(|time| at_time(&first, start, time, zone)).collect()
    }

    fn times(&self, start: DateTime, zone: Option<Zone>, troubles: &mut Vec<Trouble>) -> Vec<DateTime> {
        let mut times = vec![start];
        for property in self.part.all("RRULE") {
            match recurrence::rule(&property.value) {
                Ok(rule) => {
                    let until = rule.until.map(|until| on_clock(until, zone));
                    let (more, is_cut) = rule.times(start, until);
                    times.extend(more);
                    if is_cut {
                        let what = format!("It repeats more than {OCCURRENCES_MOST} times.");
                        troubles.push(trouble(&self.place(), what, "Only the first ones are kept."));
                    }
                }
                Err(part) => {
                    let what = format!("How it repeats is not understood: \"{part}\".");
                    troubles.push(trouble(&self.place(), what, "Only its first time is kept."));
                }
            }
        }
        times.extend(self.part.all("RDATE").flat_map(|p| self.listed(p, zone)).take(OCCURRENCES_MOST));
        times
    }

    /// The times of a list, on the event's clock. Of a period only the beginning counts.
    fn listed(&self, property: &Property, zone: Option<Zone>) -> Vec<DateTime> {
        let own = property.parameter("TZID").map(|id| self.zones.find(id));
        let own = match own {
            Some(Found::Named(zone) | Found::Alike(zone)) => Some(zone),
            _ => None,
        };
        let read = |text: &str| {
            let written = times::time(text.split('/').next().unwrap_or_default())?;
            Some(match (written, own, zone) {
                (Written::Local(local), Some(own), Some(zone)) if own != zone => {
                    Moment::new(local, own).in_zone(zone).local()
                }
                _ => on_clock(written, zone),
            })
        };
        property.value.split(',').filter_map(read).collect()
    }

    /// The event as it is the first time; `None` with a trouble where it has no beginning.
    fn one(&self, troubles: &mut Vec<Trouble>) -> Option<Event> {
        let words = |name: &str| self.part.text(name).filter(|text| !text.is_empty());
        let Some(start) = self.part.property("DTSTART") else {
            troubles.push(trouble(
                &self.place(),
                "The event has no beginning.".into(),
                "It is left out: a calendar needs a day.",
            ));
            return None;
        };
        let when = self.start(start, troubles).map(|when| self.with_end(when, troubles))?;
        let name = words("SUMMARY");
        if name.is_none() {
            troubles.push(trouble(
                &self.place(),
                "The event has no name.".into(),
                "Its place or first words stand for it.",
            ));
        }
        let about = words("DESCRIPTION");
        let first_line = about.as_deref().and_then(|text| text.lines().next()).map(crate::shortened);
        Some(Event {
            process: String::new(),
            uid: words("UID").unwrap_or_else(|| format!("{} {}", spoken(&when), name.as_deref().unwrap_or_default())),
            kind: EventKind::Meeting,
            name: name.or_else(|| words("LOCATION")).or(first_line).unwrap_or_else(|| "–".into()),
            about,
            when: Some(when),
            place: words("LOCATION"),
            link: words("URL").filter(|link| link.starts_with("https://") || link.starts_with("http://")),
            actor: None,
            status: words("STATUS").and_then(|word| EventStatus::parse(&word)).unwrap_or_default(),
            source: String::new(),
            is_confirmed: true,
        })
    }

    fn place(&self) -> String {
        let name = self.part.text("SUMMARY").filter(|name| !name.is_empty());
        name.unwrap_or_else(|| format!("event {}, line {}", self.nth + 1, self.part.line))
    }

    /// A time of the file as days or moments.
    fn start(&self, property: &Property, troubles: &mut Vec<Trouble>) -> Option<When> {
        match self.read(property, troubles)? {
            Start::Day(day) => Some(When::Days { from: partial(day)?, until: None }),
            Start::Time(local, zone) => Some(When::Moments { from: Moment::new(local, zone), until: None }),
        }
    }

    /// The beginning on its own clock; whole days at midnight on none.
    fn beginning(&self, _: &mut [Trouble]) -> Option<(DateTime, Option<Zone>)> {
        match self.read(self.part.property("DTSTART")?, &mut Vec::new())? {
            Start::Day(day) => Some((day.at(0, 0, 0, 0), None)),
            Start::Time(local, zone) => Some((local, Some(zone))),
        }
    }

    fn read(&self, property: &Property, troubles: &mut Vec<Trouble>) -> Option<Start> {
        let Some(written) = times::time(&property.value) else {
            let what = format!("\"{}\" is no time.", property.value.chars().take(40).collect::<String>());
            troubles.push(trouble(&self.place(), what, "The event is left out, or ends when it begins."));
            return None;
        };
        Some(match written {
            Written::Day(day) => Start::Day(day),
            Written::Universal(local) => Start::Time(local, Zone::UTC),
            Written::Local(local) => Start::Time(local, self.zone(property, troubles)),
        })
    }

    fn zone(&self, property: &Property, troubles: &mut Vec<Trouble>) -> Zone {
        let mut tell = |what: String, remedy: &str| troubles.push(trouble(&self.place(), what, remedy));
        let remedy = "Look whether the hour is right.";
        match (property.parameter("TZID").map(|id| (id, self.zones.find(id))), self.zones.own) {
            (Some((_, Found::Named(zone))), _) | (None, Some(zone)) => zone,
            (Some((id, Found::Alike(zone))), _) => {
                tell(format!("Its time zone \"{id}\" is none that is known; {zone} has the same hours."), remedy);
                zone
            }
            (Some((id, Found::Unknown)), own) => {
                let zone = own.unwrap_or(Zone::UTC);
                tell(format!("Its time zone \"{id}\" is none that is known; its time is kept as {zone}'s."), remedy);
                zone
            }
            (None, None) => {
                tell("Its time is said without a zone; it is kept as UTC's.".into(), remedy);
                Zone::UTC
            }
        }
    }

    fn with_end(&self, when: When, troubles: &mut Vec<Trouble>) -> When {
        let end = self.part.property("DTEND").and_then(|p| self.start(p, troubles));
        let lasts = self.part.property("DURATION").and_then(|p| times::duration(&p.value));
        match (when, end, lasts) {
            // The day that DTEND names is the first that no longer belongs to it.
            (When::Days { from, .. }, Some(When::Days { from: end, .. }), _) => {
                When::Days { from, until: last_day(from, end) }
            }
            (When::Days { from, .. }, None, Some(span)) => {
                let end = plenum_model::zone::day(from).and_then(|day| day.checked_add(span).ok()).and_then(partial);
                When::Days { from, until: end.and_then(|end| last_day(from, end)) }
            }
            (When::Moments { from, .. }, Some(When::Moments { from: end, .. }), _) if end.at_ms() > from.at_ms() => {
                When::Moments { from, until: Some(end) }
            }
            (When::Moments { from, .. }, None, Some(span)) => When::Moments { from, until: after(from, span) },
            (when, Some(_), _) => {
                if self.part.property("DTEND").map(|p| &p.value) != self.part.property("DTSTART").map(|p| &p.value) {
                    let what = "It ends before it begins, or a day ends at an hour.".into();
                    troubles.push(trouble(&self.place(), what, "Its end is left out."));
                }
                when
            }
            (when, None, _) => when,
        }
    }
}

fn last_day(from: PartialDate, end: PartialDate) -> Option<PartialDate> {
    let last = plenum_model::zone::day(end)?.yesterday().ok().and_then(partial)?;
    (last > from).then_some(last)
}

fn after(from: Moment, span: Span) -> Option<Moment> {
    let seconds = i64::from(span.get_days()) * 86_400
        + i64::from(span.get_hours()) * 3_600
        + span.get_minutes() * 60
        + span.get_seconds();
    let end = from.local().checked_add(seconds.seconds()).ok()?;
    (seconds > 0).then(|| Moment::new(end, from.zone()))
}

/// A time on the event's clock.
fn on_clock(written: Written, zone: Option<Zone>) -> DateTime {
    match (written, zone) {
        (Written::Day(day), Some(_)) => day.at(23, 59, 59, 0), // The last day of a rule belongs to it as a whole.
        (Written::Day(day), None) => day.at(0, 0, 0, 0),
        (Written::Universal(local), Some(zone)) => Moment::new(local, Zone::UTC).in_zone(zone).local(),
        (Written::Universal(local), None) | (Written::Local(local), _) => local,
    }
}

/// The event at another of its times.
fn at_time(first: &Event, start: DateTime, time: DateTime, zone: Option<Zone>) -> Event {
    let mut event = first.clone();
    let days_later = start.date().until(time.date()).map_or(0, |span| i64::from(span.get_days()));
    event.when = match (first.when, zone) {
        (Some(When::Moments { from, until }), Some(zone)) => {
            let lasts_ms = until.map(|until| until.at_ms() - from.at_ms());
            let from = Moment::new(time, zone);
            When::Moments { from, until: lasts_ms.map(|ms| Moment::at(from.at_ms() + ms, zone)) }.into()
        }
        (Some(When::Days { until, .. }), _) => partial(time.date()).map(|from| {
            let moved = |date: PartialDate| {
                plenum_model::zone::day(date).and_then(|day| day.checked_add(days_later.days()).ok()).and_then(partial)
            };
            When::Days { from, until: until.and_then(moved) }
        }),
        (when, _) => when,
    };
    event.uid = format!("{} @{}", first.uid, event.when.map(|when| spoken(&when)).unwrap_or_default());
    event
}
