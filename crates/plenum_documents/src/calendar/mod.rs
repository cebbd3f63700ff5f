//! Calendar files (iCalendar, RFC 5545): read with patience, written with care.
//!
//! [`read`] takes what programs really write: lines broken or folded wrongly, zones by other names than IANA's, events
//! without an end. What it cannot make sense of is a trouble. [`write`] writes what Google, Outlook and Apple agree on.

mod events;
mod lines;
mod recurrence;
mod times;
mod writer;
mod zones;

pub use writer::{can_be_written, write};

use crate::{ReadError, decoding};
use plenum_model::calendar::CalendarReading;
use plenum_model::{Trouble, Zone};

/// Reads a calendar file.
///
/// In: the whole file. Out: its events, repeated ones each by itself up to a bound, and its troubles.
/// Errors: [`ReadError`] where the bytes are no text or hold no part of a calendar.
pub fn read(bytes: &[u8]) -> Result<CalendarReading, ReadError> {
    let begins = |part: &[u8]| bytes.windows(part.len()).any(|window| window.eq_ignore_ascii_case(part));
    // A stray zero in a file that is a calendar otherwise costs its line, not the file.
    let broken = || begins(b"BEGIN:V").then(|| String::from_utf8_lossy(bytes));
    let text = decoding::decode(bytes).or_else(broken).ok_or_else(|| ReadError::damaged("its bytes are no text"))?;
    let mut troubles = Vec::new();
    let root = lines::tree(&text, &mut troubles);
    if root.parts.is_empty() {
        return Err(ReadError::damaged("no part of a calendar begins in it"));
    }
    let mut reading = CalendarReading::default();
    // A file may hold several calendars, or parts of one without its frame.
    let is_calendar = |part: &&lines::Part| part.name == "VCALENDAR";
    for calendar in root.parts.iter().filter(is_calendar) {
        one(calendar, &mut reading, &mut troubles);
    }
    if !root.parts.iter().any(|part| is_calendar(&part)) {
        one(&root, &mut reading, &mut troubles);
    }
    reading.troubles = troubles;
    Ok(reading)
}

/// Whether a text begins as a calendar file does.
pub(crate) fn is_calendar(text: &str) -> bool {
    let head = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']).get(..15);
    head.is_some_and(|head| head.eq_ignore_ascii_case("BEGIN:VCALENDAR"))
}

fn one(calendar: &lines::Part, reading: &mut CalendarReading, troubles: &mut Vec<Trouble>) {
    let named = ["X-WR-CALNAME", "NAME"].iter().find_map(|name| calendar.text(name));
    reading.name = reading.name.take().or(named.filter(|name| !name.is_empty()));
    let own = calendar.text("X-WR-TIMEZONE").and_then(|name| Zone::find(&name));
    let zones = zones::Zones::new(calendar, own);
    events::gather(calendar, &zones, &mut reading.events, troubles);
}

/// A trouble at a place of the file.
fn trouble(place: &str, what: String, remedy: &str) -> Trouble {
    let place: String = place.chars().take(60).collect();
    let (remedy, key) = (remedy.to_owned(), String::new());
    Trouble { page: None, place, what, remedy, key, arguments: Vec::new() }
}

#[cfg(test)]
mod tests;
