//! The calendar: sessions, meetings and deadlines by month, each on its own clock and on the reader's.

use crate::frame::Frame;
use crate::parts::{Link, Paging};
use crate::process::Source;
use crate::words::Words;
use askama::Template;
use plenum_model::calendar::{EventKind, EventStatus, When};
use plenum_model::{Moment, PartialDate, Zone};
use std::borrow::Cow;

/// The calendar, `/calendar`.
#[derive(Template)]
#[template(path = "calendar.html")]
pub struct CalendarPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// Whether it shows what is past, the latest first.
    pub is_past: bool,
    /// Whether filters are chosen, so that what is not here may be elsewhere.
    pub is_filtered: bool,
    /// The events by month, as ordered.
    pub months: Vec<Month<'a>>,
    /// Which part of a long list is shown.
    pub paging: Paging<'a>,
    /// The same list of what comes, and of what is past.
    pub coming: Cow<'a, str>,
    /// The same list of what is past.
    pub past: Cow<'a, str>,
    /// The same selection as a calendar file.
    pub file: Cow<'a, str>,
    /// The filters: processes, kinds, actors.
    pub processes: Vec<Picked<'a>>,
    /// The kinds, all of them.
    pub kinds: Vec<(EventKind, bool)>,
    /// The actors that events name; may be empty.
    pub actors: Vec<Picked<'a>>,
    /// The first day asked for, `2026-07-20`; empty: none.
    pub from: Cow<'a, str>,
    /// The last day asked for.
    pub until: Cow<'a, str>,
    /// The zones offered to the reader.
    pub zones: Vec<Zone>,
    /// The reader's zone, if one was chosen.
    pub own: Option<Zone>,
}

/// A value of a filter.
pub struct Picked<'a> {
    /// The slug.
    pub value: Cow<'a, str>,
    /// Its name.
    pub words: Cow<'a, str>,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// The events of one month.
pub struct Month<'a> {
    /// The month, or a year alone; `None` for what has no date.
    pub date: Option<PartialDate>,
    /// Its events.
    pub rows: Vec<EventRow<'a>>,
}

/// An event in a list.
pub struct EventRow<'a> {
    /// Its mark within the page: `e-` and hexadecimal digits.
    pub mark: Cow<'a, str>,
    /// What sort it is.
    pub kind: EventKind,
    /// Its name.
    pub name: Cow<'a, str>,
    /// The language tag of its name and of what is said of it (a pack's); empty where it is not known.
    pub lang: Cow<'a, str>,
    /// Its process; `None` on the process' own page.
    pub process: Option<Link<'a>>,
    /// When.
    pub when: Option<When>,
    /// The reader's zone, if one was chosen.
    pub own: Option<Zone>,
    /// Where.
    pub place: Option<Cow<'a, str>>,
    /// What it is about, or what came of it.
    pub about: Option<Cow<'a, str>>,
    /// An address that says more.
    pub link: Option<Cow<'a, str>>,
    /// Whose it is.
    pub actor: Option<Cow<'a, str>>,
    /// Whether it takes place.
    pub status: EventStatus,
    /// Where the facts come from.
    pub sources: Vec<Source<'a>>,
    /// Whether a page that can be opened shows them.
    pub is_confirmed: bool,
}

impl CalendarPage<'_> {
    fn is_empty(&self) -> bool {
        self.months.iter().all(|month| month.rows.is_empty())
    }
    fn is_own(&self, zone: &Zone) -> bool {
        self.own == Some(*zone)
    }
}

impl EventRow<'_> {
    /// The days or the hours on the event's own clock.
    pub(crate) fn when_words(&self, words: &Words) -> String {
        match self.when {
            None => String::new(),
            Some(When::Days { from, until }) => match until {
                Some(until) => words.span(Some(from), Some(until)),
                None => words.date(from),
            },
            Some(When::Moments { from, until }) => hours(words, from, until),
        }
    }
    /// The name of the event's zone; `None` for whole days.
    pub(crate) fn zone(&self) -> Option<Zone> {
        match self.when {
            Some(When::Moments { from, .. }) => Some(from.zone()),
            _ => None,
        }
    }
    /// The same on the reader's clock, where that is another.
    pub(crate) fn own_words(&self, words: &Words) -> Option<String> {
        let Some(When::Moments { from, until }) = self.when else { return None };
        let own = self.own.filter(|own| *own != from.zone())?;
        Some(hours(words, from.in_zone(own), until.map(|until| until.in_zone(own))))
    }
    /// The beginning as HTML's `time` wants it: with its distance from UTC, or the days as far as known.
    pub(crate) fn machine_time(&self) -> String {
        match self.when {
            None => String::new(),
            Some(When::Days { from, .. }) => from.to_string(),
            Some(When::Moments { from, .. }) => format!("{}Z", from.in_zone(Zone::UTC)),
        }
    }
}

/// When an event is, in a sentence with its zone, for feeds.
pub fn when_sentence(row: &EventRow<'_>, words: &Words) -> String {
    match row.zone() {
        Some(zone) => format!("{} ({zone})", row.when_words(words)),
        None => row.when_words(words),
    }
}

/// `20 July 2026, 10:00 – 13:00`; with both days where it ends on another.
fn hours(words: &Words, from: Moment, until: Option<Moment>) -> String {
    let day = |moment: Moment| moment.date().map(|date| words.date(date)).unwrap_or_default();
    let begins = format!("{}, {}", day(from), words.clock(from));
    match until {
        None => begins,
        Some(until) if until.date() == from.date() => format!("{begins} – {}", words.clock(until)),
        Some(until) => format!("{begins} – {}, {}", day(until), words.clock(until)),
    }
}

impl Words {
    /// An hour of the day in the language's digits: `10:00`.
    pub fn clock(&self, moment: Moment) -> String {
        let (hour, minute) = moment.clock();
        crate::numbers::own_digits(self.lang(), &format!("{hour:02}:{minute:02}"))
    }
    /// A kind of event in words; of a deadline, what ends then.
    pub fn event_kind(&'static self, kind: &EventKind) -> &'static str {
        self.say(match kind {
            EventKind::Session => "event-session",
            EventKind::Meeting => "event-meeting",
            EventKind::Silence => "event-silence",
            EventKind::Inscription => "event-inscription",
            EventKind::Submission => "event-submission",
            EventKind::Objection => "event-objection",
            EventKind::Nomination => "event-nomination",
        })
    }
}
