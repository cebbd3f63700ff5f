//! Dates, times and durations as calendar files write them.

use jiff::civil::{Date, DateTime, Time};
use jiff::{Span, ToSpan};

/// A time as written, its zone still to be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    Day(Date),
    /// On some zone's clock, by the property's TZID or none.
    Local(DateTime),
    /// In UTC.
    Universal(DateTime),
}

/// Reads `20260720`, `20260720T100000`, `20260720T100000Z`; also with the hyphens and colons that some programs leave in.
pub(super) fn time(text: &str) -> Option<Written> {
    let bare: String = text.trim().chars().filter(|c| !matches!(c, '-' | ':')).collect();
    let (day, clock) = match bare.split_once(['T', 't', ' ']) {
        Some((day, clock)) => (day, Some(clock)),
        None => (bare.as_str(), None),
    };
    let day = date(day)?;
    let Some(clock) = clock else { return Some(Written::Day(day)) };
    let (clock, is_universal) = clock.strip_suffix(['Z', 'z']).map_or((clock, false), |clock| (clock, true));
    let local = day.to_datetime(of_clock(clock)?);
    Some(if is_universal { Written::Universal(local) } else { Written::Local(local) })
}

fn number<T: std::str::FromStr>(text: Option<&str>) -> Option<T> {
    text.filter(|t| t.bytes().all(|b| b.is_ascii_digit())).and_then(|t| t.parse().ok())
}

fn date(text: &str) -> Option<Date> {
    let part = |from, until| text.get(from..until);
    if text.len() != 8 {
        return None;
    }
    Date::new(number(part(0, 4))?, number(part(4, 6))?, number(part(6, 8))?).ok()
}

fn of_clock(text: &str) -> Option<Time> {
    let part = |from, until| text.get(from..until);
    let second: i8 = if text.len() >= 6 { number(part(4, 6))? } else { 0 };
    // A leap second is the last one of its minute.
    Time::new(number(part(0, 2))?, number(part(2, 4))?, second.min(59), 0).ok()
}

/// Reads `P1DT2H`, `PT15M`, `P2W`; `None` for nonsense and for durations that go back.
pub(super) fn duration(text: &str) -> Option<Span> {
    let mut rest = text.trim().trim_start_matches('+').strip_prefix(['P', 'p'])?;
    let (mut span, mut is_time, mut any) = (Span::new(), false, false);
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix(['T', 't']) {
            (rest, is_time) = (after, true);
            continue;
        }
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let n: i64 = rest.get(..digits)?.parse().ok().filter(|n| *n < 100_000_000)?;
        let unit = rest[digits..].chars().next()?.to_ascii_uppercase();
        let add = match (unit, is_time) {
            ('W', _) => n.checked_mul(7)?.days(),
            ('D', _) => n.days(),
            ('H', _) => n.hours(),
            ('M', true) => n.minutes(),
            ('S', _) => n.seconds(),
            _ => return None,
        };
        span = add_up(span, add)?;
        any = true;
        rest = &rest[digits + 1..];
    }
    any.then_some(span)
}

fn add_up(a: Span, b: Span) -> Option<Span> {
    a.try_days(i64::from(a.get_days()) + i64::from(b.get_days()))
        .and_then(|s| s.try_hours(i64::from(a.get_hours()) + i64::from(b.get_hours())))
        .and_then(|s| s.try_minutes(a.get_minutes() + b.get_minutes()))
        .and_then(|s| s.try_seconds(a.get_seconds() + b.get_seconds()))
        .ok()
}

/// Reads an offset such as `-0500` or `+013000`, in seconds.
pub(super) fn offset(text: &str) -> Option<i32> {
    let text = text.trim();
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let part = |from: usize| digits.get(from..from + 2).map_or(Some(0), |p| p.parse::<i32>().ok());
    if digits.len() < 4 {
        return None;
    }
    Some(sign * (part(0)? * 3600 + part(2)? * 60 + part(4)?))
}
