//! Rules of repetition become the times they mean, up to a bound.

use super::times::{self, Written};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Weekday};

/// How often an event may repeat: more than a year of days. Who needs more holds the file.
pub(super) const OCCURRENCES_MOST: usize = 400;
const PERIODS_MOST: i64 = 20_000; // Fifty years of days: after that a rule that names no day names none.
const LAST_YEAR: i16 = 2100;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Every {
    Day,
    Week,
    Month,
    Year,
}

/// A rule of repetition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    every: Every,
    interval: i64,
    count: Option<usize>,
    /// The last time, on the event's own clock or in UTC as `is_universal` says.
    pub(super) until: Option<Written>,
    weekdays: Vec<(i8, Weekday)>,
    month_days: Vec<i8>,
    months: Vec<i8>,
    positions: Vec<i32>,
    week_starts: Weekday,
}

/// Reads a rule; the error names the part that is not understood.
pub(super) fn rule(text: &str) -> Result<Rule, String> {
    let mut every = None;
    let mut rule = Rule {
        every: Every::Day,
        interval: 1,
        count: None,
        until: None,
        weekdays: Vec::new(),
        month_days: Vec::new(),
        months: Vec::new(),
        positions: Vec::new(),
        week_starts: Weekday::Monday,
    };
    for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let wrong = || part.chars().take(40).collect::<String>();
        let (name, value) = part.split_once('=').ok_or_else(wrong)?;
        match name.to_ascii_uppercase().as_str() {
            "FREQ" => every = Some(of_word(value).ok_or_else(wrong)?),
            "INTERVAL" => rule.interval = value.parse().ok().filter(|n| *n > 0).ok_or_else(wrong)?,
            "COUNT" => rule.count = Some(value.parse().ok().ok_or_else(wrong)?),
            "UNTIL" => rule.until = Some(times::time(value).ok_or_else(wrong)?),
            "BYDAY" => rule.weekdays = list(value, weekday).ok_or_else(wrong)?,
            "BYMONTHDAY" => rule.month_days = list(value, |n| n.parse().ok()).ok_or_else(wrong)?,
            "BYMONTH" => rule.months = list(value, |n| n.parse().ok()).ok_or_else(wrong)?,
            "BYSETPOS" => rule.positions = list(value, |n| n.parse().ok()).ok_or_else(wrong)?,
            "WKST" => rule.week_starts = weekday(value).ok_or_else(wrong)?.1,
            _ => return Err(wrong()),
        }
    }
    rule.every = every.ok_or_else(|| "FREQ is missing".to_owned())?;
    Ok(rule)
}

fn of_word(word: &str) -> Option<Every> {
    match word.trim().to_ascii_uppercase().as_str() {
        "DAILY" => Some(Every::Day),
        "WEEKLY" => Some(Every::Week),
        "MONTHLY" => Some(Every::Month),
        "YEARLY" => Some(Every::Year),
        _ => None,
    }
}

fn list<T>(value: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    value.split(',').map(|item| read(item.trim())).collect()
}

/// `MO`, `2TU`, `-1FR`.
fn weekday(text: &str) -> Option<(i8, Weekday)> {
    let at = text.len().checked_sub(2).filter(|at| text.is_char_boundary(*at))?;
    let (nth, name) = text.split_at(at);
    let nth = if nth.is_empty() { 0 } else { nth.trim_start_matches('+').parse().ok()? };
    let day = match name.to_ascii_uppercase().as_str() {
        "MO" => Weekday::Monday,
        "TU" => Weekday::Tuesday,
        "WE" => Weekday::Wednesday,
        "TH" => Weekday::Thursday,
        "FR" => Weekday::Friday,
        "SA" => Weekday::Saturday,
        "SU" => Weekday::Sunday,
        _ => return None,
    };
    Some((nth, day))
}

impl Rule {
    /// The times that the rule means, the first being the event's own; `until` is the last one on the same clock.
    ///
    /// Out: the times in order, at most [`OCCURRENCES_MOST`], and whether there would be more.
    pub(super) fn times(&self, start: DateTime, until: Option<DateTime>) -> (Vec<DateTime>, bool) {
        let mut times = vec![start];
        let most = self.count.unwrap_or(usize::MAX);
        for period in 0..PERIODS_MOST {
            let Some(days) = self.days(start.date(), period) else { break };
            for day in days {
                let time = day.to_datetime(start.time());
                if time <= start {
                    continue;
                }
                if until.is_some_and(|until| time > until) || times.len() >= most || time.year() > LAST_YEAR {
                    return (times, false);
                }
                if times.len() >= OCCURRENCES_MOST {
                    return (times, true);
                }
                times.push(time);
            }
        }
        (times, false)
    }

    /// The days of the n-th day, week, month or year; `None` past the calendar's end.
    fn days(&self, start: Date, period: i64) -> Option<Vec<Date>> {
        let steps = period.checked_mul(self.interval)?;
        let mut days = match self.every {
            Every::Day => {
                let day = start.checked_add(steps.days()).ok()?;
                if self.takes(day) { vec![day] } else { Vec::new() }
            }
            Every::Week => self.of_week(start, steps)?,
            Every::Month => {
                let month = start.first_of_month().checked_add(steps.months()).ok()?;
                if self.months.is_empty() || self.months.contains(&month.month()) {
                    self.of_month(month, start.day())
                } else {
                    Vec::new()
                }
            }
            Every::Year => self.of_year(start.first_of_year().checked_add(steps.years()).ok()?, start),
        };
        days.sort_unstable();
        days.dedup();
        Some(self.at_positions(days))
    }

    /// Whether a day is of a month, day of the month and weekday that the rule names; what it does not name counts as named.
    fn takes(&self, day: Date) -> bool {
        let from_end = day.day() - day.days_in_month() - 1;
        (self.months.is_empty() || self.months.contains(&day.month()))
            && (self.month_days.is_empty() || self.month_days.iter().any(|n| *n == day.day() || *n == from_end))
            && (self.weekdays.is_empty() || self.weekdays.iter().any(|(_, weekday)| *weekday == day.weekday()))
    }

    fn of_week(&self, start: Date, steps: i64) -> Option<Vec<Date>> {
        let back = i64::from(self.week_starts.until(start.weekday()));
        let first = start.checked_sub(back.days()).ok()?.checked_add(steps.checked_mul(7)?.days()).ok()?;
        let week = (0..7i64).filter_map(|n| first.checked_add(n.days()).ok());
        let is_same = |day: &Date| !self.weekdays.is_empty() || day.weekday() == start.weekday();
        Some(week.filter(|day| is_same(day) && self.takes(*day)).collect())
    }

    fn of_month(&self, month: Date, usual_day: i8) -> Vec<Date> {
        let last = month.days_in_month();
        let day = |n: i8| Date::new(month.year(), month.month(), n).ok();
        let is_named = |n: i8| match (self.month_days.is_empty(), self.weekdays.is_empty()) {
            (true, true) => n == usual_day,
            (false, _) => self.month_days.iter().any(|m| *m == n || *m == n - last - 1),
            (true, false) => true,
        };
        let is_weekday = |day: &Date| {
            let (from_start, from_end) = ((day.day() - 1) / 7 + 1, (day.day() - last) / 7 - 1);
            let fits = |(nth, weekday): &(i8, Weekday)| {
                *weekday == day.weekday() && (*nth == 0 || *nth == from_start || *nth == from_end)
            };
            self.weekdays.is_empty() || self.weekdays.iter().any(fits)
        };
        (1..=last).filter(|n| is_named(*n)).filter_map(day).filter(is_weekday).collect()
    }

    fn of_year(&self, year: Date, start: Date) -> Vec<Date> {
        let is_whole_year = self.months.is_empty() && (!self.weekdays.is_empty() || !self.month_days.is_empty());
        let months: Vec<i8> = match () {
            () if is_whole_year => (1..=12).collect(),
            () if self.months.is_empty() => vec![start.month()],
            () => self.months.clone(),
        };
        let is_nth_of_year = is_whole_year && self.weekdays.iter().any(|(nth, _)| *nth != 0);
        if is_nth_of_year {
            return self.nth_of_year(year);
        }
        let month = |n: i8| Date::new(year.year(), n, 1).ok();
        months.into_iter().filter_map(month).flat_map(|month| self.of_month(month, start.day())).collect()
    }

    /// "The twentieth Monday of the year": a weekday's number counts within the year where no month is named.
    fn nth_of_year(&self, year: Date) -> Vec<Date> {
        let days = i64::from(year.days_in_year());
        let fits = |day: &Date| {
            let at = i64::from(day.day_of_year());
            let (from_start, from_end) = ((at - 1) / 7 + 1, (at - days) / 7 - 1);
            self.weekdays
                .iter()
                .any(|(nth, weekday)| *weekday == day.weekday() && [0, from_start, from_end].contains(&i64::from(*nth)))
        };
        (0..days).filter_map(|n| year.checked_add(n.days()).ok()).filter(fits).collect()
    }

    fn at_positions(&self, days: Vec<Date>) -> Vec<Date> {
        if self.positions.is_empty() {
            return days;
        }
        let count = i32::try_from(days.len()).unwrap_or(i32::MAX);
        let is_at = |at: i32| self.positions.iter().any(|p| *p == at + 1 || *p == at - count);
        days.into_iter().zip(0..).filter(|(_, at)| is_at(*at)).map(|(day, _)| day).collect()
    }
}
