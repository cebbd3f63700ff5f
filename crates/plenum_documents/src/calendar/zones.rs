//! Which IANA zone a calendar file means: by its name, by a name of Windows, by the place written beside its rules, or by
//! the offsets of its rules.

use super::lines::Part;
use super::times;
use plenum_model::{Moment, Zone};

/// The zones of one calendar.
#[derive(Debug)]
pub(super) struct Zones {
    /// The zone that the calendar names for all its times, if any.
    pub(super) own: Option<Zone>,
    /// Zones described by rules: their name, the place they name beside, their offsets.
    described: Vec<Described>,
}

#[derive(Debug)]
struct Described {
    id: String,
    place: Option<String>,
    standard: Option<i32>,
    summer: Option<i32>,
}

/// How a zone was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// By a name.
    Named(Zone),
    /// By its offsets: a zone with the same, perhaps not the one that was meant.
    Alike(Zone),
    /// Not at all.
    Unknown,
}

impl Zones {
    pub(super) fn new(calendar: &Part, own: Option<Zone>) -> Self {
        let described = calendar.parts.iter().filter(|part| part.name == "VTIMEZONE").map(Described::of).collect();
        Self { own, described }
    }

    /// The zone that a TZID means.
    pub(super) fn find(&self, id: &str) -> Found {
        let described = self.described.iter().find(|zone| zone.id == id);
        let beside = described.and_then(|zone| zone.place.as_deref());
        let named = by_name(id).or_else(|| beside.and_then(by_name));
        match (named, described) {
            (Some(zone), _) => Found::Named(zone),
            (None, Some(described)) => described.alike().map_or(Found::Unknown, Found::Alike),
            (None, None) => Found::Unknown,
        }
    }
}

impl Described {
    fn of(part: &Part) -> Self {
        let offset = |name: &str| {
            // The last one written is the rule that holds now.
            let rule = part.parts.iter().rfind(|rule| rule.name == name)?;
            times::offset(&rule.property("TZOFFSETTO")?.value)
        };
        Self {
            id: part.text("TZID").unwrap_or_default(),
            place: part.text("X-LIC-LOCATION").or_else(|| part.text("TZID-ALIAS-OF")),
            standard: offset("STANDARD"),
            summer: offset("DAYLIGHT"),
        }
    }

    /// A well-known zone with the same offsets in January and July of a recent year.
    fn alike(&self) -> Option<Zone> {
        let standard = self.standard.or(self.summer)?;
        let mut wanted = [standard, self.summer.unwrap_or(standard)];
        wanted.sort_unstable();
        let at = |text: &str| Moment::parse(text, Zone::UTC).map_or(0, Moment::at_ms);
        let (january, july) = (at("2024-01-15T00:00"), at("2024-07-15T00:00"));
        WELL_KNOWN.into_iter().filter_map(Zone::find).find(|zone| {
            let mut has = [zone.offset_seconds(january), zone.offset_seconds(july)];
            has.sort_unstable();
            has == wanted
        })
    }
}

/// A zone by IANA's name, also behind a prefix (`/example.org/Europe/Vienna`), or by the name Windows gives it.
fn by_name(id: &str) -> Option<Zone> {
    let id = id.trim().trim_matches('"');
    if let Some(zone) = Zone::find(id) {
        return Some(zone);
    }
    let tails = id.match_indices('/').map(|(at, _)| &id[at + 1..]);
    // A tail without a slash would be an abbreviation or half a name.
    let behind = tails.filter(|tail| tail.contains('/')).find_map(Zone::find);
    behind.or_else(|| WINDOWS.iter().find(|(name, _)| name.eq_ignore_ascii_case(id)).and_then(|(_, z)| Zone::find(z)))
}

const WELL_KNOWN: [&str; 30] = [
    "UTC",
    "America/New_York",
    "Europe/Paris",
    "Europe/London",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "Asia/Shanghai",
    "Asia/Tokyo",
    "Africa/Nairobi",
    "Asia/Kolkata",
    "Europe/Athens",
    "Europe/Moscow",
    "America/Sao_Paulo",
    "Africa/Lagos",
    "Africa/Johannesburg",
    "Australia/Sydney",
    "Asia/Dubai",
    "Asia/Bangkok",
    "Asia/Karachi",
    "Asia/Dhaka",
    "Asia/Tehran",
    "Asia/Kathmandu",
    "America/Halifax",
    "America/St_Johns",
    "America/Bogota",
    "America/Caracas",
    "Pacific/Auckland",
    "Australia/Brisbane",
    "Pacific/Honolulu",
];

/// Names that Outlook and Exchange write, by Unicode's table of Windows zones: the usual ones.
const WINDOWS: [(&str, &str); 40] = [
    ("Eastern Standard Time", "America/New_York"),
    ("Central Standard Time", "America/Chicago"),
    ("Mountain Standard Time", "America/Denver"),
    ("Pacific Standard Time", "America/Los_Angeles"),
    ("Atlantic Standard Time", "America/Halifax"),
    ("Newfoundland Standard Time", "America/St_Johns"),
    ("SA Pacific Standard Time", "America/Bogota"),
    ("Venezuela Standard Time", "America/Caracas"),
    ("E. South America Standard Time", "America/Sao_Paulo"),
    ("Argentina Standard Time", "America/Argentina/Buenos_Aires"),
    ("Pacific SA Standard Time", "America/Santiago"),
    ("Central America Standard Time", "America/Guatemala"),
    ("Mexico Standard Time", "America/Mexico_City"),
    ("Central Standard Time (Mexico)", "America/Mexico_City"),
    ("GMT Standard Time", "Europe/London"),
    ("Greenwich Standard Time", "Atlantic/Reykjavik"),
    ("W. Europe Standard Time", "Europe/Berlin"),
    ("Central Europe Standard Time", "Europe/Budapest"),
    ("Central European Standard Time", "Europe/Warsaw"),
    ("Romance Standard Time", "Europe/Paris"),
    ("E. Europe Standard Time", "Europe/Chisinau"),
    ("FLE Standard Time", "Europe/Kyiv"),
    ("GTB Standard Time", "Europe/Bucharest"),
    ("Russian Standard Time", "Europe/Moscow"),
    ("Turkey Standard Time", "Europe/Istanbul"),
    ("Israel Standard Time", "Asia/Jerusalem"),
    ("Egypt Standard Time", "Africa/Cairo"),
    ("Morocco Standard Time", "Africa/Casablanca"),
    ("W. Central Africa Standard Time", "Africa/Lagos"),
    ("South Africa Standard Time", "Africa/Johannesburg"),
    ("E. Africa Standard Time", "Africa/Nairobi"),
    ("Arab Standard Time", "Asia/Riyadh"),
    ("Arabian Standard Time", "Asia/Dubai"),
    ("India Standard Time", "Asia/Kolkata"),
    ("SE Asia Standard Time", "Asia/Bangkok"),
    ("Singapore Standard Time", "Asia/Singapore"),
    ("China Standard Time", "Asia/Shanghai"),
    ("Tokyo Standard Time", "Asia/Tokyo"),
    ("Korea Standard Time", "Asia/Seoul"),
    ("AUS Eastern Standard Time", "Australia/Sydney"),
];
