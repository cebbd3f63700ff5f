//! Dates and numbers in a text of any of the six languages, as values that compare across languages.

use crate::text::{Token, tokens};
use plenum_model::PartialDate;
use std::collections::BTreeSet;

/// The names of the months by their first letters, folded; one row a month.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "janvier", "enero", "январ", "يناير", "كانون الثاني"],
    &["february", "feb", "fevrier", "febrero", "феврал", "فبراير", "شباط"],
    &["march", "mars", "marzo", "март", "مارس", "اذار"],
    &["april", "apr", "avril", "abril", "апрел", "ابريل", "نيسان"],
    &["may", "mai", "mayo", "мая", "май", "мае", "مايو", "ايار"],
    &["june", "juin", "junio", "июн", "يونيو", "حزيران"],
    &["july", "juillet", "julio", "июл", "يوليو", "تموز"],
    &["august", "aug", "aout", "agosto", "август", "اغسطس"],
    &["september", "sept", "septembre", "septiembre", "сентябр", "سبتمبر", "ايلول"],
    &["october", "oct", "octobre", "octubre", "октябр", "اكتوبر"],
    &["november", "nov", "novembre", "noviembre", "ноябр", "نوفمبر"],
    &["december", "dec", "decembre", "diciembre", "декабр", "ديسمبر"],
];

/// Words for small numbers, folded; the place in the row is the language's own, the row's place the number.
const NUMBERS: [&[&str]; 21] = [
    &["zero", "cero", "ноль"],
    &["one", "un", "une", "uno", "una", "один", "одна", "одного", "واحد", "一"],
    &["two", "deux", "dos", "два", "две", "двух", "اثنان", "二", "两"],
    &["three", "trois", "tres", "три", "трех", "ثلاثه", "ثلاث", "三"],
    &["four", "quatre", "cuatro", "четыре", "четырех", "اربعه", "اربع", "四"],
    &["five", "cinq", "cinco", "пять", "пяти", "خمسه", "خمس", "五"],
    &["six", "seis", "шесть", "шести", "سته", "ست", "六"],
    &["seven", "sept", "siete", "семь", "семи", "سبعه", "سبع", "七"],
    &["eight", "huit", "ocho", "восемь", "восьми", "ثمانيه", "ثماني", "八"],
    &["nine", "neuf", "nueve", "девять", "девяти", "تسعه", "تسع", "九"],
    &["ten", "dix", "diez", "десять", "десяти", "عشره", "عشر", "十"],
    &["eleven", "onze", "once", "одиннадцать", "احد عشر"],
    &["twelve", "douze", "doce", "двенадцать"],
    &["thirteen", "treize", "trece", "тринадцать"],
    &["fourteen", "quatorze", "catorce", "четырнадцать"],
    &["fifteen", "quinze", "quince", "пятнадцать"],
    &["sixteen", "seize", "dieciseis", "шестнадцать"],
    &["seventeen", "diecisiete", "семнадцать"],
    &["eighteen", "dieciocho", "восемнадцать"],
    &["nineteen", "diecinueve", "девятнадцать"],
    &["twenty", "vingt", "veinte", "двадцать", "عشرون"],
];
const TENS: [(&str, u64); 20] = [
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("hundred", 100),
    ("trente", 30),
    ("quarante", 40),
    ("cinquante", 50),
    ("treinta", 30),
    ("cuarenta", 40),
    ("cincuenta", 50),
    ("тридцать", 30),
    ("сорок", 40),
    ("пятьдесят", 50),
    ("اربعون", 40),
    ("ثلاثون", 30),
    ("خمسون", 50),
];
/// Ordinals by their beginnings, folded, first to twelfth.
const ORDINALS: [&[&str]; 12] = [
    &["first", "1st", "premier", "premiere", "primer", "перв", "اول", "الاول"],
    &["second", "2nd", "deuxieme", "segund", "втор", "ثاني", "الثاني"],
    &["third", "3rd", "troisieme", "tercer", "трет", "ثالث", "الثالث"],
    &["fourth", "4th", "quatrieme", "cuart", "четверт", "رابع", "الرابع"],
    &["fifth", "5th", "cinquieme", "quint", "пят", "خامس", "الخامس"],
    &["sixth", "6th", "sixieme", "sext", "шест", "سادس", "السادس"],
    &["seventh", "7th", "septieme", "septim", "седьм", "سابع", "السابع"],
    &["eighth", "8th", "huitieme", "octav", "восьм", "ثامن", "الثامن"],
    &["ninth", "9th", "neuvieme", "noven", "девят", "تاسع", "التاسع"],
    &["tenth", "10th", "dixieme", "decima", "decimo", "десят", "عاشر", "العاشر"],
    &["eleventh", "11th", "onzieme", "undecim", "одиннадцат", "حادي", "الحادي"],
    &["twelfth", "12th", "douzieme", "duodecim", "двенадцат"],
];

/// Spanish ordinals above the tenth, written in one word; they are none of the first eleven.
const COMPOUND: [&str; 3] = ["decimo", "decimase", "vigesim"];

/// The month that a folded word names.
fn month(word: &str) -> Option<u8> {
    let named = |names: &&[&str]| {
        names.iter().any(|name| {
            let is_stem = matches!(name.chars().next(), Some(c) if crate::text::is_cyrillic(c));
            word == *name || (is_stem && (*name == "март" || !name.starts_with("ма")) && word.starts_with(name))
        })
    };
    MONTHS.iter().position(named).and_then(|at| u8::try_from(at + 1).ok())
}

/// Whether a folded word is a month's name.
pub(crate) fn is_month(word: &str) -> bool {
    month(word).is_some()
}

fn year(token: &Token) -> Option<u16> {
    let is_year = token.word.len() == 4 && token.is_number();
    is_year.then(|| token.word.parse().ok()).flatten().filter(|year| (1000..=2199).contains(year))
}

fn day(token: &Token) -> Option<u8> {
    let digits = token.word.trim_end_matches(|c: char| c.is_alphabetic());
    digits.parse().ok().filter(|day| (1..=31).contains(day) && token.word.len() <= 4)
}

/// The dates that a text names, each as precisely as it does; a year alone is one too.
pub fn dates(text: &str) -> Vec<PartialDate> {
    let words = tokens(text);
    let mut found = Vec::new();
    for (at, token) in words.iter().enumerate() {
        let Some(year) = year(token) else { continue };
        let (month, day) = numeric(&words, at).or_else(|| around(&words, at)).unwrap_or((None, None));
        let date = PartialDate::new(year, month, day).or_else(|| PartialDate::new(year, month, None));
        found.extend(date.or_else(|| PartialDate::new(year, None, None)));
    }
    found
}

/// `2024-12-24` and `2024年12月24日`.
fn numeric(words: &[Token], at: usize) -> Option<(Option<u8>, Option<u8>)> {
    let number = |place: usize| words.get(place).filter(|token| token.is_number()).and_then(|t| t.word.parse().ok());
    let is = |place: usize, word: &str| words.get(place).is_some_and(|token| token.word == word);
    if is(at + 1, "年") {
        let month = number(at + 2).filter(|_| is(at + 3, "月"))?;
        return Some((Some(month), number(at + 4).filter(|_| is(at + 5, "日"))));
    }
    let touches = words.get(at + 1).is_some_and(|next| next.span.start == words[at].span.end + 1);
    let month: u8 = number(at + 1).filter(|month| touches && (1..=12).contains(month))?;
    let day = words.get(at + 2).filter(|next| next.span.start == words[at + 1].span.end + 1).and_then(day);
    Some((Some(month), day))
}

/// `24 December 2024`, `December 24, 2024`, `24 de diciembre de 2024`: up to three words before the year.
fn around(words: &[Token], at: usize) -> Option<(Option<u8>, Option<u8>)> {
    let place = (at.saturating_sub(2)..at).rev().find(|place| month(&words[*place].word).is_some())?;
    let found = month(&words[place].word);
    let before = (place.saturating_sub(3)..place).rev().find_map(|at| day(&words[at]).filter(|_| !is_year(&words[at])));
    let after = words.get(place + 1).filter(|token| !is_year(token)).and_then(day);
    Some((found, before.or(after)))
}

fn is_year(token: &Token) -> bool {
    year(token).is_some()
}

/// The months and days named without a year near them are not dates; but a month named anywhere is asked for.
pub(crate) fn months(text: &str) -> BTreeSet<u8> {
    let words = tokens(text);
    // "may" is a verb first: a month only where a number stands beside it.
    let beside = |at: usize| {
        let near =
            |place: Option<usize>| place.and_then(|at| words.get(at)).is_some_and(|t| day(t).is_some() || is_year(t));
        near(at.checked_sub(1)) || near(Some(at + 1))
    };
    let is_sure =
        |at: usize| !matches!(words[at].word.as_str(), "may" | "march" | "mars" | "mai" | "sept") || beside(at);
    (0..words.len()).filter(|at| is_sure(*at)).filter_map(|at| month(&words[at].word)).collect()
}

/// The numbers that a text names, in digits or words; thousands put together; ordinals too.
pub(crate) fn numbers(text: &str) -> BTreeSet<u64> {
    let words = tokens(text);
    let mut found = BTreeSet::new();
    let mut at = 0;
    while at < words.len() {
        let (value, next) = number_at(text, &words, at);
        found.extend(value);
        at = next;
    }
    found
}

fn number_at(text: &str, words: &[Token], at: usize) -> (Option<u64>, usize) {
    let token = &words[at];
    if token.is_number() {
        let mut digits = token.word.clone();
        let mut next = at + 1;
        while let Some(more) = words.get(next).filter(|more| is_thousands(text, &words[next - 1], more, &digits)) {
            digits.push_str(&more.word);
            next += 1;
        }
        return (digits.parse().ok(), next);
    }
    let leading: String = token.word.chars().take_while(char::is_ascii_digit).collect();
    // "UN" is no "un": a number in words is not written in capitals alone.
    let is_written = !text[token.span.clone()].chars().all(char::is_uppercase);
    let value = leading.parse().ok().or_else(|| in_words(&token.word).filter(|_| is_written));
    (value, at + 1)
}

/// The numbers that a text names besides those of its dates.
pub(crate) fn numbers_besides_dates(text: &str) -> BTreeSet<u64> {
    let mut found = numbers(text);
    for date in dates(text) {
        found.remove(&u64::from(date.year()));
    }
    // A day of a month counts nothing: it stands beside the month's name.
    let words = tokens(text);
    let beside = |at: usize| words.get(at).is_some_and(|token| is_month(&token.word));
    for (at, token) in words.iter().enumerate() {
        if let Some(day) = day(token).filter(|_| beside(at + 1) || (at > 0 && beside(at - 1))) {
            found.remove(&u64::from(day));
        }
    }
    found
}

/// `2,600` and `2 600`: three digits after at most three, parted by one mark.
fn is_thousands(text: &str, before: &Token, more: &Token, so_far: &str) -> bool {
    let gap = &text[before.span.end..more.span.start];
    let parts = matches!(gap, "," | "." | "\u{a0}" | "\u{202f}" | " " | "٬" | "'");
    parts
        && more.is_number()
        && more.word.len() == 3
        && so_far.len() <= 9
        && before.word.len() <= 3
        && !so_far.starts_with('0')
}

/// The number that a folded word names.
pub(crate) fn in_words(word: &str) -> Option<u64> {
    let small = NUMBERS.iter().position(|names| names.contains(&word)).map(|at| at as u64);
    small.or_else(|| TENS.iter().find(|(name, _)| *name == word).map(|(_, value)| *value))
}

/// The ordinals that a text names (`third session`, `第三届`), from 1.
pub(crate) fn ordinals(text: &str) -> BTreeSet<u64> {
    let words = tokens(text);
    let mut found = BTreeSet::new();
    for (at, token) in words.iter().enumerate() {
        let word = token.word.as_str();
        let stem = crate::text::russian_stem(word);
        let may_be_longer = in_words(word).is_none();
        let own = |names: &&[&str]| {
            names.iter().any(|name| {
                let is_stem = || name.chars().count() >= 4 && !name.starts_with(|c: char| c.is_ascii_digit());
                word == *name || (may_be_longer && (stem == *name || (word.starts_with(name) && is_stem())))
            })
        };
        let is_compound = token.word != "decimo" && COMPOUND.iter().any(|begin| token.word.starts_with(begin));
        if let Some(place) = ORDINALS.iter().rposition(own).filter(|_| !is_compound) {
            found.insert(place as u64 + 1);
        }
        if token.word == "首" {
            found.insert(1);
        }
        if token.word == "第" {
            found.extend(chinese_number(&words[at + 1..]));
        }
    }
    // In Arabic the ordinals from eleven on are two words: the unit, and "ten" after it.
    let is_ten = |at: usize| at > 0 && matches!(words[at].word.as_str(), "عشر" | "عشره");
    if (0..words.len()).any(is_ten) {
        return found.into_iter().map(|one| if one < 10 { one + 10 } else { one }).collect();
    }
    found
}

fn chinese_number(words: &[Token]) -> Option<u64> {
    let digits: Vec<u64> =
        words.iter().take(3).map_while(|t| t.word.parse().ok().or_else(|| in_words(&t.word))).collect();
    match digits[..] {
        [10, rest, ..] if rest < 10 => Some(10 + rest),
        [tens, 10, rest] if tens < 10 && rest < 10 => Some(tens * 10 + rest),
        [first, ..] => Some(first),
        [] => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_day_is_the_same_in_six_languages() {
        let texts = [
            "adopted on 24 December 2024",
            "adoptée le 24 décembre 2024",
            "aprobada el 24 de diciembre de 2024",
            "принята 24 декабря 2024 года",
            "于2024年12月24日通过",
            "اعتمدت في 24 ديسمبر 2024",
            "2024-12-24",
            "December 24, 2024",
            "اعتمدت في ٢٤ كانون الأول/ديسمبر ٢٠٢٤",
        ];
        for text in texts {
            let found: Vec<String> = dates(text).iter().map(ToString::to_string).collect();
            assert_eq!(found, ["2024-12-24"], "{text}");
        }
        assert_eq!(dates("in 2025")[0].to_string(), "2025");
        assert_eq!(dates("March 2026")[0].to_string(), "2026-03");
    }

    #[test]
    fn numbers_are_the_same_in_digits_and_words() {
        for text in ["2,600 candidates", "2 600 candidats", "2600"] {
            assert!(numbers(text).contains(&2600), "{text}");
        }
        for text in ["forty experts", "quarante experts", "сорок экспертов", "40"] {
            assert!(numbers(text).contains(&40), "{text}");
        }
    }

    #[test]
    fn an_ordinal_is_known_in_six_languages() {
        let texts = [
            "the third session",
            "la troisième session",
            "tercer período",
            "третья сессия",
            "第三届会议",
            "الدورة الثالثة",
        ];
        for text in texts {
            assert_eq!(ordinals(text).into_iter().collect::<Vec<_>>(), [3], "{text}");
        }
        assert_eq!(ordinals("第十一届会议").into_iter().collect::<Vec<_>>(), [11]);
        assert_eq!(ordinals("tenth session").into_iter().collect::<Vec<_>>(), [10]);
    }
}
