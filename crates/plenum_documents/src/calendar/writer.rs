//! A calendar written so that Google's, Outlook's and Apple's programs agree on it.
//!
//! Times carry the IANA name of their zone with its changes of the clock written out; whole days end on the day after,
//! as RFC 5545 has it; what changed carries a greater SEQUENCE. The same facts give the same bytes.

use jiff::civil::DateTime;
use plenum_model::calendar::{CalendarEntry, CalendarFile, EventStatus, When};
use plenum_model::zone::{self, Shift};
use plenum_model::{Moment, PartialDate, Zone};
use std::collections::BTreeMap;
use std::fmt::Write;

const FOLD_BYTES: usize = 75; // RFC 5545, 3.1: without the line's end.
const AROUND_MS: i64 = 366 * 86_400_000; // A year around, so that summer time and standard time are both told.
const FETCH_AGAIN: &str = "PT6H"; // Often enough for a change of place, seldom enough for a phone.

/// Writes a calendar file, in UTF-8 with CRLF at the end of each line.
pub fn write(file: &CalendarFile) -> String {
    let mut out = Lines(String::with_capacity(512 + file.entries.len() * 700));
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.line("PRODID:-//Plenum//Plenum//EN");
    out.line("CALSCALE:GREGORIAN");
    out.line("METHOD:PUBLISH");
    for name in ["NAME", "X-WR-CALNAME"] {
        out.text(name, &file.name);
    }
    out.line(&format!("SOURCE;VALUE=URI:{}", one_line(&file.address)));
    out.line(&format!("REFRESH-INTERVAL;VALUE=DURATION:{FETCH_AGAIN}"));
    out.line(&format!("X-PUBLISHED-TTL:{FETCH_AGAIN}"));
    for (zone, (from_ms, until_ms)) in zones(file) {
        time_zone(&mut out, zone, &zone.shifts(from_ms - AROUND_MS, until_ms + AROUND_MS));
    }
    for entry in &file.entries {
        event(&mut out, entry);
    }
    out.line("END:VCALENDAR");
    out.0
}

/// The zones in use, each with the first and last moment that its rules must tell.
fn zones(file: &CalendarFile) -> BTreeMap<Zone, (i64, i64)> {
    let mut zones = BTreeMap::new();
    for entry in &file.entries {
        let When::Moments { from, until } = entry.when else { continue };
        for moment in [Some(from), until].into_iter().flatten().filter(|moment| moment.zone() != Zone::UTC) {
            let at = moment.at_ms();
            let (first, last) = zones.entry(moment.zone()).or_insert((at, at));
            (*first, *last) = (at.min(*first), at.max(*last));
        }
    }
    zones
}

fn time_zone(out: &mut Lines, zone: Zone, shifts: &[Shift]) {
    out.line("BEGIN:VTIMEZONE");
    out.line(&format!("TZID:{zone}"));
    out.line(&format!("X-LIC-LOCATION:{zone}"));
    for shift in shifts {
        let kind = if shift.is_summer { "DAYLIGHT" } else { "STANDARD" };
        out.line(&format!("BEGIN:{kind}"));
        out.line(&format!("DTSTART:{}", stamp(shift.begins)));
        out.line(&format!("TZOFFSETFROM:{}", offset(shift.from_seconds)));
        out.line(&format!("TZOFFSETTO:{}", offset(shift.to_seconds)));
        out.line(&format!("END:{kind}"));
    }
    out.line("END:VTIMEZONE");
}

fn event(out: &mut Lines, entry: &CalendarEntry) {
    let Some(times) = times(&entry.when) else { return };
    let changed = stamp(Moment::at(entry.changed_at_ms, Zone::UTC).local());
    let is_free = entry.kind.is_deadline() || matches!(entry.when, When::Days { .. });
    out.line("BEGIN:VEVENT");
    out.text("UID", &entry.uid);
    // The same file twice is the same bytes: the stamp is when the event changed, not when it was sent.
    out.line(&format!("DTSTAMP:{changed}Z"));
    out.line(&format!("LAST-MODIFIED:{changed}Z"));
    out.line(&format!("SEQUENCE:{}", entry.sequence));
    times.iter().for_each(|line| out.line(line));
    out.text("SUMMARY", &entry.name);
    if !entry.about.is_empty() {
        out.text("DESCRIPTION", &entry.about);
    }
    if let Some(place) = &entry.place {
        out.text("LOCATION", place);
    }
    out.line(&format!("URL:{}", one_line(&entry.page)));
    out.line(&format!("CATEGORIES:{}", entry.kind.as_str().to_ascii_uppercase()));
    out.line(match entry.status {
        EventStatus::Confirmed => "STATUS:CONFIRMED",
        EventStatus::Tentative => "STATUS:TENTATIVE",
        EventStatus::Cancelled => "STATUS:CANCELLED",
    });
    out.line(if is_free { "TRANSP:TRANSPARENT" } else { "TRANSP:OPAQUE" });
    out.line("END:VEVENT");
}

/// The lines of beginning and end; `None` where a day is not known.
fn times(when: &When) -> Option<Vec<String>> {
    match when {
        When::Days { from, until } => {
            let after = zone::day(until.unwrap_or(*from))?.tomorrow().ok()?;
            let first = zone::day(*from)?;
            let line = |name: &str, day: jiff::civil::Date| format!("{name};VALUE=DATE:{}", day.strftime("%Y%m%d"));
            Some(vec![line("DTSTART", first), line("DTEND", after)])
        }
        When::Moments { from, until } => {
            let line = |name: &str, moment: Moment| match moment.zone() {
                Zone::UTC => format!("{name}:{}Z", stamp(moment.local())),
                zone => format!("{name};TZID={zone}:{}", stamp(moment.local())),
            };
            let end = until.map(|until| line("DTEND", until));
            Some(std::iter::once(line("DTSTART", *from)).chain(end).collect())
        }
    }
}

/// Whether an event can stand in a calendar file: its days are known to the day.
pub fn can_be_written(when: &When) -> bool {
    let is_day = |date: &PartialDate| date.day().is_some();
    match when {
        When::Days { from, until } => is_day(from) && until.as_ref().is_none_or(is_day),
        When::Moments { .. } => true,
    }
}

fn stamp(time: DateTime) -> String {
    time.strftime("%Y%m%dT%H%M%S").to_string()
}

fn offset(seconds: i32) -> String {
    let (sign, size) = (if seconds < 0 { '-' } else { '+' }, seconds.unsigned_abs());
    let rest = size % 60;
    let end = if rest == 0 { String::new() } else { format!("{rest:02}") };
    format!("{sign}{:02}{:02}{end}", size / 3600, size / 60 % 60)
}

/// An address with nothing in it that could end its line.
fn one_line(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

struct Lines(String);

impl Lines {
    /// A property that holds running text.
    fn text(&mut self, name: &str, text: &str) {
        let mut line = String::with_capacity(name.len() + text.len() + 8);
        line.push_str(name);
        line.push(':');
        for c in text.replace("\r\n", "\n").chars() {
            match c {
                '\\' | ';' | ',' => line.extend(['\\', c]),
                '\n' | '\r' => line.push_str("\\n"),
                c if c.is_control() && c != '\t' => {}
                c => line.push(c),
            }
        }
        self.line(&line);
    }

    /// A line, folded where it is too long, never within a letter.
    fn line(&mut self, line: &str) {
        let mut rest = line;
        let mut room = FOLD_BYTES;
        while rest.len() > room {
            let cut = (0..=room).rev().find(|at| rest.is_char_boundary(*at)).unwrap_or(room);
            // Writing to a string does not fail.
            let _ = write!(self.0, "{}\r\n ", &rest[..cut]);
            rest = &rest[cut..];
            room = FOLD_BYTES - 1; // The space at the beginning counts.
        }
        self.0.push_str(rest);
        self.0.push_str("\r\n");
    }
}
