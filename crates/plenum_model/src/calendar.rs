//! What stands in the calendar: sessions, meetings and deadlines, each with its time, its zone and its source.

use crate::zone::{self, Moment};
use crate::{PartialDate, Trouble};

/// What sort of event it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EventKind {
    /// A numbered group of meetings.
    Session,
    /// One sitting, or another gathering.
    Meeting,
    /// The end of a silence procedure.
    Silence,
    /// The last moment to ask for the floor.
    Inscription,
    /// The last moment to hand in words.
    Submission,
    /// The last moment to object, as to an accreditation.
    Objection,
    /// The last moment to name somebody.
    Nomination,
}

impl EventKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Session,
        Self::Meeting,
        Self::Silence,
        Self::Inscription,
        Self::Submission,
        Self::Objection,
        Self::Nomination,
    ];

    /// The word used in files, addresses and the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Meeting => "meeting",
            Self::Silence => "silence",
            Self::Inscription => "inscription",
            Self::Submission => "submission",
            Self::Objection => "objection",
            Self::Nomination => "nomination",
        }
    }
    /// The kind of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
    /// Whether it is a moment by which something must be done, rather than a gathering.
    pub fn is_deadline(self) -> bool {
        !matches!(self, Self::Session | Self::Meeting)
    }
}

/// Whether an event will take place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum EventStatus {
    /// It will, or has.
    #[default]
    Confirmed,
    /// It is not certain.
    Tentative,
    /// It will not.
    Cancelled,
}

impl EventStatus {
    /// The word used in files and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Tentative => "tentative",
            Self::Cancelled => "cancelled",
        }
    }
    /// The status of that word, in any case.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Confirmed, Self::Tentative, Self::Cancelled].into_iter().find(|s| s.as_str().eq_ignore_ascii_case(word))
    }
}

/// When an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Whole days, or what is known of them; the last one belongs to it.
    Days {
        /// The first day.
        from: PartialDate,
        /// The last day, if it is not the first.
        until: Option<PartialDate>,
    },
    /// From one moment, until another where it lasts.
    Moments {
        /// Its beginning; of a deadline, the moment itself.
        from: Moment,
        /// Its end.
        until: Option<Moment>,
    },
}

const DAY_MS: i64 = 86_400_000;

impl When {
    /// Its first local day.
    pub fn first_day(&self) -> Option<PartialDate> {
        match self {
            Self::Days { from, .. } => Some(*from),
            Self::Moments { from, .. } => from.date(),
        }
    }
    /// Its last local day.
    pub fn last_day(&self) -> Option<PartialDate> {
        match self {
            Self::Days { from, until } => Some(until.unwrap_or(*from)),
            Self::Moments { from, until } => until.unwrap_or(*from).date(),
        }
    }
    /// Its beginning, milliseconds since 1970; whole days begin at midnight in UTC, unknown parts at their earliest.
    pub fn starts_ms(&self) -> i64 {
        match self {
            Self::Days { from, .. } => earliest_ms(*from),
            Self::Moments { from, .. } => from.at_ms(),
        }
    }
    /// The moment from which it is past. A day is past when it has ended everywhere on Earth: twelve hours after UTC's.
    pub fn ends_ms(&self) -> i64 {
        match self {
            Self::Days { from, until } => after_ms(until.unwrap_or(*from)) + DAY_MS / 2,
            Self::Moments { from, until } => until.unwrap_or(*from).at_ms(),
        }
    }
}

fn earliest_ms(date: PartialDate) -> i64 {
    let first = PartialDate::new(date.year(), date.month().or(Some(1)), date.day().or(Some(1)));
    first.and_then(zone::day).map_or(0, day_ms)
}

/// The midnight after all that a date may mean.
fn after_ms(date: PartialDate) -> i64 {
    let next = match (date.month(), date.day()) {
        (Some(_), Some(_)) => return earliest_ms(date) + DAY_MS,
        (Some(month), None) if month < 12 => PartialDate::new(date.year(), Some(month + 1), None),
        _ => PartialDate::new(date.year() + 1, None, None),
    };
    next.map_or(i64::MAX / 2, earliest_ms)
}

fn day_ms(day: jiff::civil::Date) -> i64 {
    Moment::new(day.at(0, 0, 0, 0), zone::Zone::UTC).at_ms()
}

/// A session, a meeting or a deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Slug of its process; empty in a calendar just read.
    pub process: String,
    /// Its key within the process: of a file's event its UID, else made from kind and name.
    pub uid: String,
    /// What sort it is.
    pub kind: EventKind,
    /// Its name.
    pub name: String,
    /// What it is about, or what came out of it; plain text.
    pub about: Option<String>,
    /// When; `None` where that is not known.
    pub when: Option<When>,
    /// Where, in words.
    pub place: Option<String>,
    /// An address that says more.
    pub link: Option<String>,
    /// Whose it is, by slug.
    pub actor: Option<String>,
    /// Whether it takes place.
    pub status: EventStatus,
    /// Where the facts come from.
    pub source: String,
    /// Whether a page that can be opened shows them.
    pub is_confirmed: bool,
}

/// A calendar file as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CalendarReading {
    /// What the file calls itself.
    pub name: Option<String>,
    /// Its events, in its order; repeated ones each by itself.
    pub events: Vec<Event>,
    /// What could not be made sense of.
    pub troubles: Vec<Trouble>,
}

/// A calendar to be written as a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CalendarFile {
    /// Its name, as programs show it.
    pub name: String,
    /// Its own whole address, from which it is fetched again.
    pub address: String,
    /// Its events.
    pub entries: Vec<CalendarEntry>,
}

/// An event in a calendar to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEntry {
    /// Its UID, the same for as long as it is the same event.
    pub uid: String,
    /// How often it has changed.
    pub sequence: u32,
    /// When it changed last, milliseconds since 1970.
    pub changed_at_ms: i64,
    /// Its name as shown, with its process.
    pub name: String,
    /// What is told of it, plain text with its source.
    pub about: String,
    /// The whole address of its page.
    pub page: String,
    /// When; days that are not known to the day are not written.
    pub when: When,
    /// Where.
    pub place: Option<String>,
    /// What sort it is.
    pub kind: EventKind,
    /// Whether it takes place.
    pub status: EventStatus,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Zone;

    fn days(from: &str, until: Option<&str>) -> When {
        let date = |text: &str| PartialDate::parse(text).expect(text);
        When::Days { from: date(from), until: until.map(date) }
    }

    #[test]
    fn a_day_is_past_when_it_has_ended_everywhere() {
        let day = days("1970-01-02", None);
        assert_eq!((day.starts_ms(), day.ends_ms()), (DAY_MS, 2 * DAY_MS + DAY_MS / 2));
        assert_eq!(days("1970-01-02", Some("1970-01-03")).ends_ms(), 3 * DAY_MS + DAY_MS / 2);
    }

    #[test]
    fn a_month_lasts_until_the_next_and_a_year_too() {
        assert_eq!(days("1970-01", None).ends_ms(), 31 * DAY_MS + DAY_MS / 2);
        assert_eq!(days("1970-12", None).ends_ms(), days("1970", None).ends_ms());
    }

    #[test]
    fn a_deadline_is_its_moment() {
        let from = Moment::parse("1970-01-01T18:00", Zone::UTC).expect("a time");
        let when = When::Moments { from, until: None };
        assert_eq!((when.starts_ms(), when.ends_ms()), (64_800_000, 64_800_000));
        assert_eq!(when.last_day().map(|d| d.to_string()).as_deref(), Some("1970-01-01"));
    }
}
