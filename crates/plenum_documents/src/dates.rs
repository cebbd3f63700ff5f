//! Dates printed in texts, in the six languages of the United Nations.

use plenum_model::PartialDate;

/// Finds the first date in a line: `18 January 2023`, `4-10 December 2020` (its first day), `2025年7月11日`, `2025-07-11`.
///
/// In: one line. Out: the date with its precision; a month with its year, or a year alone after a span of months, is a
/// date too, but a bare number never is. Errors: none.
pub fn find(line: &str) -> Option<PartialDate> {
    let words = words(line);
    (0..words.len())
        .find_map(|at| day_first(&words, at).or_else(|| month_first(&words, at)).or_else(|| numeric(&words, at)))
}

/// A piece of a line: a number, or a word in lower case.
#[derive(Debug, PartialEq)]
enum Piece {
    Number(u32),
    Word(String),
    Sign(char),
}

/// Cuts a line into numbers, words and signs; spaces go, Arabic digits become numbers.
fn words(line: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut word = String::new();
    let mut digits = String::new();
    for c in line.chars().take(2_000).chain([' ']) {
        let digit = crate::references::digit(c);
        if digit.is_none() && !digits.is_empty() {
            // More digits than a year has are no part of a date.
            pieces.push(Piece::Number(digits.parse().ok().filter(|_| digits.len() <= 4).unwrap_or(u32::MAX)));
            digits.clear();
        }
        let is_han_sign = matches!(c, '年' | '月' | '日');
        if (!c.is_alphabetic() || is_han_sign) && !word.is_empty() {
            pieces.push(Piece::Word(std::mem::take(&mut word)));
        }
        match digit {
            Some(digit) => digits.push(digit),
            None if is_han_sign => pieces.push(Piece::Sign(c)),
            None if c.is_alphabetic() => word.extend(c.to_lowercase()),
            None if !c.is_whitespace() => pieces.push(Piece::Sign(c)),
            None => {}
        }
    }
    pieces
}

fn number(pieces: &[Piece], at: usize) -> Option<u32> {
    match pieces.get(at) {
        Some(Piece::Number(n)) => Some(*n),
        _ => None,
    }
}

fn word(pieces: &[Piece], at: usize) -> Option<&str> {
    match pieces.get(at) {
        Some(Piece::Word(word)) => Some(word),
        _ => None,
    }
}

fn year(pieces: &[Piece], at: usize) -> Option<u16> {
    number(pieces, at).filter(|y| (1900..2100).contains(y)).and_then(|y| u16::try_from(y).ok())
}

fn day(pieces: &[Piece], at: usize) -> Option<u8> {
    number(pieces, at).filter(|d| (1..=31).contains(d)).and_then(|d| u8::try_from(d).ok())
}

fn sign(pieces: &[Piece], at: usize, wanted: &str) -> bool {
    matches!(pieces.get(at), Some(Piece::Sign(c)) if wanted.contains(*c))
}

/// `18 January 2023`, `4-10 December 2020`, `1er mars 2024`, `3 de mayo de 2024`, `5 июля 2024 года`.
fn day_first(pieces: &[Piece], at: usize) -> Option<PartialDate> {
    let first = day(pieces, at)?;
    let mut next = at + 1;
    const UNTIL: [&str; 10] = ["to", "and", "au", "et", "y", "a", "al", "и", "إلى", "و"];
    let is_span = sign(pieces, next, "-–—") || word(pieces, next).is_some_and(|w| UNTIL.contains(&w));
    if is_span && day(pieces, next + 1).is_some() {
        next += 2;
    }
    if matches!(word(pieces, next), Some("er" | "st" | "nd" | "rd" | "th" | "de" | "of")) {
        next += 1;
    }
    // Arabic papers print both names of a month: "تموز/يوليه", "كانون الثاني/يناير".
    if let Some(stroke) = (next + 1..next + 3).find(|at| sign(pieces, *at, "/")) {
        next = stroke + 1;
    }
    let month = month(word(pieces, next)?)?;
    next += 1;
    if sign(pieces, next, ",،") || matches!(word(pieces, next), Some("de" | "del")) {
        next += 1;
    }
    PartialDate::new(year(pieces, next)?, Some(month), Some(first))
}

/// `January 18, 2023`; `January 2023`; and `October to December 2024`, of which only the year is certain.
fn month_first(pieces: &[Piece], at: usize) -> Option<PartialDate> {
    let first = month(word(pieces, at)?)?;
    if let Some(day) = day(pieces, at + 1) {
        let next = if sign(pieces, at + 2, ",") { at + 3 } else { at + 2 };
        return PartialDate::new(year(pieces, next)?, Some(first), Some(day));
    }
    if sign(pieces, at + 1, "-–—") || matches!(word(pieces, at + 1), Some("to" | "à" | "a")) {
        month(word(pieces, at + 2)?)?;
        return PartialDate::new(year(pieces, at + 3)?, None, None);
    }
    let next = if matches!(word(pieces, at + 1), Some("de")) { at + 2 } else { at + 1 };
    PartialDate::new(year(pieces, next)?, Some(first), None)
}

/// `2025-07-11` and `2025年7月11日`; other orders of bare numbers are ambiguous and left alone.
fn numeric(pieces: &[Piece], at: usize) -> Option<PartialDate> {
    let first = year(pieces, at)?;
    let month = number(pieces, at + 2).and_then(|m| u8::try_from(m).ok());
    let last = day(pieces, at + 4);
    if sign(pieces, at + 1, "年") {
        let has_day = sign(pieces, at + 3, "月") && sign(pieces, at + 5, "日");
        let has_month = sign(pieces, at + 3, "月");
        return PartialDate::new(first, month.filter(|_| has_month), last.filter(|_| has_day));
    }
    let is_iso = sign(pieces, at + 1, "-") && sign(pieces, at + 3, "-");
    if is_iso { PartialDate::new(first, Some(month?), Some(last?)) } else { None }
}

/// The month that a word names in one of the six languages.
fn month(word: &str) -> Option<u8> {
    const MONTHS: [&[&str]; 12] = [
        &["january", "jan", "janvier", "enero", "января", "январь", "يناير", "كانون الثاني"],
        &["february", "feb", "février", "febrero", "февраля", "февраль", "فبراير", "شباط"],
        &["march", "mar", "mars", "marzo", "марта", "март", "مارس", "آذار"],
        &["april", "apr", "avril", "abril", "апреля", "апрель", "أبريل", "إبريل", "نيسان"],
        &["may", "mai", "mayo", "мая", "май", "مايو", "أيار"],
        &["june", "jun", "juin", "junio", "июня", "июнь", "يونيه", "يونيو", "حزيران"],
        &["july", "jul", "juillet", "julio", "июля", "июль", "يوليه", "يوليو", "تموز"],
        &["august", "aug", "août", "agosto", "августа", "август", "أغسطس", "آب"],
        &["september", "sep", "sept", "septembre", "septiembre", "сентября", "сентябрь", "سبتمبر", "أيلول"],
        &["october", "oct", "octobre", "octubre", "октября", "октябрь", "أكتوبر"],
        &["november", "nov", "novembre", "noviembre", "ноября", "ноябрь", "نوفمبر"],
        &["december", "dec", "décembre", "diciembre", "декабря", "декабрь", "ديسمبر"],
    ];
    MONTHS.iter().position(|names| names.contains(&word)).and_then(|at| u8::try_from(at + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<&str>) {
        assert_eq!(find(line).map(|date| date.to_string()).as_deref(), expected, "{line}");
    }

    #[test]
    fn a_date_is_read_in_six_languages() {
        check("Geneva, 3 March 2024", Some("2024-03-03"));
        check("Genève, le 1er mars 2024", Some("2024-03-01"));
        check("Ginebra, 3 de marzo de 2024", Some("2024-03-03"));
        check("Женева, 3 марта 2024 года", Some("2024-03-03"));
        check("جنيف، 3 آذار/مارس 2024", Some("2024-03-03"));
        check("2024年3月3日，日内瓦", Some("2024-03-03"));
    }

    #[test]
    fn a_date_keeps_what_is_printed_of_it() {
        check("4-10 May 2021", Some("2021-05-04"));
        check("March 3, 2024", Some("2024-03-03"));
        check("May 2021", Some("2021-05"));
        check("January to March 2024", Some("2024"));
        check("On 2024-03-03 at noon", Some("2024-03-03"));
    }

    #[test]
    fn a_number_is_no_date() {
        check("Resolution 2100 (2013)", None);
        check("The 2030 Agenda", None);
        check("May we begin?", None);
        check("", None);
    }
}
