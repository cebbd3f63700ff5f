//! What the calendar is asked for, read from an address and written back into one.

use crate::addresses::with_query;
use plenum_model::calendar::{EventKind, When};
use plenum_model::process::is_slug;
use plenum_model::{PartialDate, Zone};
use plenum_store::calendar::EventLine;

/// More pairs than any form of ours sends.
const MOST_PAIRS: usize = 20;
/// Nobody turns further.
const LAST_PAGE: usize = 500;

/// A question to the calendar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    process: Option<String>,
    pub(crate) kind: Option<EventKind>,
    pub(crate) actor: Option<String>,
    pub(crate) from: Option<PartialDate>,
    pub(crate) until: Option<PartialDate>,
    pub(crate) is_past: bool,
    /// From 1.
    pub(crate) page: usize,
}

impl Asked {
    /// Reads the query part of an address; what is not understood is passed over.
    pub(crate) fn parse(query: &str) -> Self {
        let mut asked = Self { page: 1, ..Self::default() };
        for pair in query.split('&').take(MOST_PAIRS) {
            let Some((name, value)) = pair.split_once('=') else { continue };
            let slug = || is_slug(value).then(|| value.to_owned());
            match name {
                "process" => asked.process = slug(),
                "actor" => asked.actor = slug(),
                "kind" => asked.kind = EventKind::parse(value),
                "from" => asked.from = PartialDate::parse(value).ok(),
                "until" => asked.until = PartialDate::parse(value).ok(),
                "past" => asked.is_past = value == "1",
                "page" => asked.page = value.parse().unwrap_or(1).clamp(1, LAST_PAGE),
                _ => {}
            }
        }
        asked
    }

    /// The process asked for.
    pub(crate) fn process(&self) -> Option<&str> {
        self.process.as_deref()
    }

    /// Whether anything narrows the list.
    pub(crate) fn is_filtered(&self) -> bool {
        self.process.is_some()
            || self.kind.is_some()
            || self.actor.is_some()
            || self.from.is_some()
            || self.until.is_some()
    }

    /// How many events stand before the page.
    pub(crate) fn offset(&self, page: usize) -> usize {
        (self.page.max(1) - 1) * page
    }

    /// The events that fit, the soonest first; of the past the latest first. Days that are chosen say themselves what is
    /// shown, past or not.
    pub(crate) fn choose(&self, lines: Vec<EventLine>, now_ms: i64) -> Vec<EventLine> {
        let has_days = self.from.is_some() || self.until.is_some();
        let is_then = |line: &EventLine| match line.event.when {
            _ if has_days && !self.is_past => true,
            Some(when) => (when.ends_ms() < now_ms) == self.is_past,
            None => !self.is_past,
        };
        let mut chosen: Vec<EventLine> = self.choose_all(lines).into_iter().filter(is_then).collect();
        if self.is_past {
            chosen.reverse();
        }
        chosen
    }

    /// The events that fit the filters, whenever they are.
    pub(crate) fn choose_all(&self, mut lines: Vec<EventLine>) -> Vec<EventLine> {
        lines.retain(|line| {
            let event = &line.event;
            self.process.as_ref().is_none_or(|slug| *slug == event.process)
                && self.kind.is_none_or(|kind| kind == event.kind)
                && self.actor.as_ref().is_none_or(|slug| Some(slug) == event.actor.as_ref())
                && self.is_within(event.when)
        });
        lines
    }

    fn is_within(&self, when: Option<When>) -> bool {
        if self.from.is_none() && self.until.is_none() {
            return true;
        }
        let Some((first, last)) = when.and_then(|when| Some((when.first_day()?, when.last_day()?))) else {
            return false;
        };
        // Whole numbers compare days of unlike precision: 2025 lies before every day of 2025.
        let after = self.from.is_none_or(|from| last.ordinal() >= from.ordinal());
        after && self.until.is_none_or(|until| first.ordinal() <= until.ordinal())
    }

    /// The same question at another path.
    pub(crate) fn address(&self, path: &str) -> String {
        self.write(path, self.is_past, 1)
    }
    /// The same filters, of what comes.
    pub(crate) fn coming(&self, path: &str) -> String {
        self.write(path, false, 1)
    }
    /// The same filters, of what is past.
    pub(crate) fn past(&self, path: &str) -> String {
        self.write(path, true, 1)
    }
    /// The same question, another page.
    pub(crate) fn at_page(&self, path: &str, page: usize) -> String {
        self.write(path, self.is_past, page)
    }

    fn write(&self, path: &str, is_past: bool, page: usize) -> String {
        let day = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
        let (from, until) = (day(self.from), day(self.until));
        let page = if page > 1 { page.to_string() } else { String::new() };
        let pairs = [
            ("process", self.process.as_deref().unwrap_or_default()),
            ("kind", self.kind.map_or("", EventKind::as_str)),
            ("actor", self.actor.as_deref().unwrap_or_default()),
            ("from", from.as_str()),
            ("until", until.as_str()),
            ("past", if is_past { "1" } else { "" }),
            ("page", page.as_str()),
        ];
        with_query(path, pairs)
    }
}

/// The zones offered: one or more for each hour, where delegations sit; and the reader's own.
pub(crate) fn zones(own: Option<Zone>) -> Vec<Zone> {
    let mut zones: Vec<Zone> = OFFERED.into_iter().filter_map(Zone::find).collect();
    if let Some(own) = own.filter(|own| !zones.contains(own)) {
        zones.insert(0, own);
    }
    zones
}

const OFFERED: [&str; 44] = [
    "America/New_York",
    "Europe/Zurich",
    "Europe/Vienna",
    "Africa/Nairobi",
    "UTC",
    "Pacific/Honolulu",
    "America/Los_Angeles",
    "America/Denver",
    "America/Mexico_City",
    "America/Chicago",
    "America/Bogota",
    "America/Lima",
    "America/Toronto",
    "America/Caracas",
    "America/Santiago",
    "America/Halifax",
    "America/Sao_Paulo",
    "America/Argentina/Buenos_Aires",
    "Atlantic/Azores",
    "Africa/Accra",
    "Africa/Casablanca",
    "Europe/London",
    "Africa/Lagos",
    "Europe/Paris",
    "Europe/Berlin",
    "Africa/Cairo",
    "Africa/Johannesburg",
    "Europe/Kyiv",
    "Asia/Beirut",
    "Europe/Moscow",
    "Asia/Riyadh",
    "Asia/Tehran",
    "Asia/Dubai",
    "Asia/Karachi",
    "Asia/Kolkata",
    "Asia/Dhaka",
    "Asia/Bangkok",
    "Asia/Jakarta",
    "Asia/Shanghai",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Pacific/Auckland",
    "Pacific/Fiji",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_read_and_written_again() {
        for address in ["/calendar", "/calendar?process=oewg&kind=silence&from=2025-07-01&until=2025-07-31&past=1"] {
            let query = address.split_once('?').map_or("", |(_, query)| query);
            assert_eq!(Asked::parse(query).address("/calendar"), address);
        }
    }

    #[test]
    fn nonsense_is_passed_over() {
        let asked = Asked::parse("process=../x&kind=party&from=soon&page=-1&page=99999999&past=yes&&=&q");
        assert_eq!(asked, Asked { page: LAST_PAGE, ..Asked::parse("") });
    }

    #[test]
    fn every_zone_offered_is_one() {
        assert_eq!(zones(None).len(), OFFERED.len());
        assert_eq!(zones(Zone::find("Asia/Tokyo")).len(), OFFERED.len());
        assert_eq!(zones(Zone::find("Asia/Almaty")).len(), OFFERED.len() + 1);
    }
}
