//! Moments as feeds write them: RFC 822 with its many mistakes, ISO 8601 in any length.

use plenum_model::{Moment, PartialDate, Zone};

/// Milliseconds since 1970; `None` for what is no date. A day alone counts from its beginning in UTC.
pub(super) fn moment(text: &str) -> Option<i64> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    if let Ok(at) = text.parse::<jiff::Timestamp>() {
        return Some(at.as_millisecond());
    }
    mail(text).or_else(|| local(text)).or_else(|| {
        let date = PartialDate::parse(text).ok()?;
        let day = PartialDate::new(date.year(), date.month().or(Some(1)), date.day().or(Some(1)))?;
        Some(Moment::new(plenum_model::zone::day(day)?.at(0, 0, 0, 0), Zone::UTC).at_ms())
    })
}

/// A date of e-mail: with or without weekday, in full or short names, with zones that RFC 5322 calls obsolete.
fn mail(text: &str) -> Option<i64> {
    let rest = text.split_once(',').map_or(text, |(_, rest)| rest);
    let parts: Vec<&str> = rest.split_whitespace().collect();
    let at = parts.iter().position(|part| month(part).is_some())?;
    let (before, after) = (parts.get(at.checked_sub(1)?)?, parts.get(at + 1)?);
    let day: i8 = before.parse().ok()?;
    let year: i16 = after.parse().ok()?;
    let year = if year < 70 {
        year + 2000
    } else if year < 100 {
        year + 1900
    } else {
        year
    };
    let mut clock = parts.get(at + 2).map_or("00:00", |clock| *clock).split(':');
    let mut number = || clock.next().map_or(Some(0), |n| n.parse::<i8>().ok());
    let (hour, minute, second) = (number()?, number()?, number()?);
    let date = jiff::civil::DateTime::new(year, month(parts[at])?, day, hour, minute, second.min(59), 0).ok()?;
    let offset = parts.get(at + 3).map_or(Some(0), |zone| seconds(zone))?;
    Some(Moment::new(date, Zone::UTC).at_ms() - i64::from(offset) * 1000)
}

fn month(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let head = word.get(..3)?.to_ascii_lowercase();
    MONTHS.iter().position(|name| *name == head).and_then(|at| i8::try_from(at + 1).ok())
}

/// Seconds east of UTC.
fn seconds(zone: &str) -> Option<i32> {
    let hours = match zone.to_ascii_uppercase().as_str() {
        "GMT" | "UT" | "UTC" | "Z" => 0,
        "EST" => -5,
        "EDT" => -4,
        "CST" => -6,
        "CDT" => -5,
        "MST" => -7,
        "MDT" => -6,
        "PST" => -8,
        "PDT" => -7,
        "BST" | "CET" => 1,
        "CEST" => 2,
        _ => {
            let sign = if zone.starts_with('-') { -1 } else { 1 };
            let digits: String = zone.chars().filter(char::is_ascii_digit).collect();
            let (hours, minutes) = (digits.get(..2)?.parse::<i32>().ok()?, digits.get(2..4)?.parse::<i32>().ok()?);
            return Some(sign * (hours * 3600 + minutes * 60));
        }
    };
    Some(hours * 3600)
}

/// An ISO time without a zone (kept as UTC's), or with seconds left out.
fn local(text: &str) -> Option<i64> {
    let (day, clock) = text.split_once(['T', ' '])?;
    let split = clock.find(['Z', 'z', '+', '-']).unwrap_or(clock.len());
    let (clock, zone) = clock.split_at(split);
    let moment = Moment::parse(&format!("{day}T{}", clock.trim()), Zone::UTC)?;
    let offset = if zone.trim().is_empty() { 0 } else { seconds(zone.trim())? };
    Some(moment.at_ms() - i64::from(offset) * 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_as_feeds_write_them() {
        let expected = Some(1_752_228_000_000);
        for text in [
            "2025-07-11T10:00:00Z",
            "2025-07-11T12:00:00+02:00",
            "2025-07-11T12:00+0200",
            "Fri, 11 Jul 2025 10:00:00 GMT",
            "11 July 2025 06:00 EDT",
            "Fri, 11 Jul 25 12:00:00 +0200",
            "2025-07-11 10:00:00",
        ] {
            assert_eq!(moment(text), expected, "{text}");
        }
        assert_eq!(moment("2025-07-11"), Some(1_752_192_000_000));
        for text in ["", "soon", "11 Xyz 2025", "Fri, 99 Jul 2025 10:00:00 GMT"] {
            assert_eq!(moment(text), None, "{text}");
        }
    }
}
