//! Moments as feeds and programs write them.

use plenum_model::PartialDate;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// `2025-07-11T10:00:00Z` of milliseconds since 1970; parts of a second are left out.
pub(crate) fn rfc3339(at_ms: i64) -> String {
    let moment = OffsetDateTime::from_unix_timestamp(at_ms.div_euclid(1000)).unwrap_or(OffsetDateTime::UNIX_EPOCH);
    // A moment in UTC between the years 0 and 9999 can always be written; others can only come from a broken clock.
    moment.format(&Rfc3339).unwrap_or_else(|_| String::from("1970-01-01T00:00:00Z"))
}

/// The day, in UTC.
pub(crate) fn day(at_ms: i64) -> Option<PartialDate> {
    let date = OffsetDateTime::from_unix_timestamp(at_ms.div_euclid(1000)).ok()?.date();
    PartialDate::new(u16::try_from(date.year()).ok()?, Some(u8::from(date.month())), Some(date.day()))
}

/// The first moment of a date whose day is known.
pub(crate) fn midnight(date: PartialDate) -> Option<String> {
    date.day().map(|_| format!("{date}T00:00:00Z"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_in_utc() {
        assert_eq!(rfc3339(1_752_228_000_999), "2025-07-11T10:00:00Z");
        assert_eq!(day(1_752_228_000_999).map(|day| day.to_string()).as_deref(), Some("2025-07-11"));
        assert_eq!(rfc3339(i64::MAX), "1970-01-01T00:00:00Z");
    }

    #[test]
    fn a_month_has_no_midnight() {
        assert_eq!(PartialDate::parse("2025-07").ok().and_then(midnight), None);
        assert_eq!(PartialDate::parse("2025-07-11").ok().and_then(midnight).as_deref(), Some("2025-07-11T00:00:00Z"));
    }
}
