//! A date as far as it is known: a year, a month, or a day. Precision is part of the fact.

use std::fmt;

/// A calendar date with its precision.
///
/// Ordered by its earliest possible day, the vaguer first, so that "2025" sorts before "2025-01-01".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartialDate {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

/// Why a text is not a date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a date: write 2025, 2025-07 or 2025-07-11")]
pub struct NotADate(pub String);

impl PartialDate {
    /// Builds a date from its parts; `None` where the parts name no day of the calendar.
    pub fn new(year: u16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let month_fits = month.is_none_or(|m| (1..=12).contains(&m));
        let day_fits = match (month, day) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(m), Some(d)) => d >= 1 && d <= days_in_month(year, m),
        };
        ((1..=9999).contains(&year) && month_fits && day_fits).then_some(Self { year, month, day })
    }

    /// Parses `2025`, `2025-07` or `2025-07-11`; a time after the day (`2025-07-11T10:00`) is left out.
    pub fn parse(text: &str) -> Result<Self, NotADate> {
        let refuse = || NotADate(text.chars().take(40).collect());
        let day_part = text.trim().split(['T', ' ']).next().ok_or_else(refuse)?;
        let mut parts = day_part.split('-');
        let year = parts.next().filter(|y| y.len() == 4).and_then(|y| y.parse().ok()).ok_or_else(refuse)?;
        let month = parts.next().map(|m| m.parse().map_err(|_| refuse())).transpose()?;
        let day = parts.next().map(|d| d.parse().map_err(|_| refuse())).transpose()?;
        if parts.next().is_some() {
            return Err(refuse());
        }
        Self::new(year, month, day).ok_or_else(refuse)
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }
    /// The month, 1 to 12, where known.
    pub fn month(self) -> Option<u8> {
        self.month
    }
    /// The day of the month, where known.
    pub fn day(self) -> Option<u8> {
        self.day
    }
    /// A sortable number `yyyymmdd`, unknown parts 0 (2025 is 20250000).
    pub fn ordinal(self) -> i32 {
        i32::from(self.year) * 10_000 + i32::from(self.month.unwrap_or(0)) * 100 + i32::from(self.day.unwrap_or(0))
    }
    /// The date whose [`ordinal`](Self::ordinal) this is; `None` where it is none.
    pub fn from_ordinal(ordinal: i32) -> Option<Self> {
        let part = |n: i32| u8::try_from(n).ok();
        let filled = |n: i32| (n != 0).then_some(n);
        let month = filled(ordinal / 100 % 100).and_then(part);
        let day = filled(ordinal % 100).and_then(part);
        Self::new(u16::try_from(ordinal / 10_000).ok()?, month, day)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_keeps_its_precision() {
        for text in ["2025", "2025-07", "2025-07-11", "2024-02-29"] {
            let date = PartialDate::parse(text).expect(text);
            assert_eq!(date.to_string(), text);
            assert_eq!(PartialDate::from_ordinal(date.ordinal()), Some(date));
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in ["", "25-07-11", "2025-13", "2025-02-29", "2025-07-11-01", "2025-00", "yesterday"] {
            assert!(PartialDate::parse(text).is_err(), "{text}");
        }
    }
}
