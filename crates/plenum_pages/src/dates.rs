//! Dates as the United Nations writes them in each language, no more precisely than they are known.

use crate::numbers::own_digits;
use plenum_model::PartialDate;

/// A date in words: `11 July 2025`, `July 2025`, `2025`.
pub(crate) fn date(lang: &str, date: PartialDate) -> String {
    let year = date.year();
    let Some(month) = date.month() else {
        return match lang {
            "zh" => format!("{year}年"),
            _ => own_digits(lang, &year.to_string()),
        };
    };
    let Some(day) = date.day() else {
        return match lang {
            "zh" => format!("{year}年{month}月"),
            "ru" => format!("{} {year}\u{a0}года", RUSSIAN_ALONE[at(month)]),
            "es" => format!("{} de {year}", SPANISH[at(month)]),
            "fr" => format!("{} {year}", FRENCH[at(month)]),
            "ar" => own_digits(lang, &format!("{} {year}", ARABIC[at(month)])),
            _ => format!("{} {year}", ENGLISH[at(month)]),
        };
    };
    match lang {
        "zh" => format!("{year}年{month}月{day}日"),
        "ru" => format!("{day}\u{a0}{} {year}\u{a0}года", RUSSIAN[at(month)]),
        "es" => format!("{day} de {} de {year}", SPANISH[at(month)]),
        "fr" if day == 1 => format!("1er\u{a0}{} {year}", FRENCH[at(month)]),
        "fr" => format!("{day}\u{a0}{} {year}", FRENCH[at(month)]),
        "ar" => own_digits(lang, &format!("{day}\u{a0}{} {year}", ARABIC[at(month)])),
        _ => format!("{day}\u{a0}{} {year}", ENGLISH[at(month)]),
    }
}

/// A date in figures for narrow lists: `2025-07-11`, in the language's digits.
pub(crate) fn short(lang: &str, date: PartialDate) -> String {
    own_digits(lang, &date.to_string())
}

/// From one date until another: `7 July 2025 – 11 July 2025`; one of them where they are the same or one is missing.
pub(crate) fn span(lang: &str, from: Option<PartialDate>, until: Option<PartialDate>) -> String {
    match (from, until) {
        (Some(from), Some(until)) if from == until => date(lang, from),
        (Some(from), Some(until)) => format!("{} – {}", date(lang, from), date(lang, until)),
        (Some(one), None) => format!("{} –", date(lang, one)),
        (None, Some(one)) => format!("– {}", date(lang, one)),
        (None, None) => String::new(),
    }
}

/// The place of a month in the lists; `PartialDate` holds 1 to 12 only.
fn at(month: u8) -> usize {
    usize::from(month.clamp(1, 12)) - 1
}

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const FRENCH: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const SPANISH: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];
/// After a day.
const RUSSIAN: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];
/// Without a day.
const RUSSIAN_ALONE: [&str; 12] = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
];
/// Both names, as United Nations documents print them.
const ARABIC: [&str; 12] = [
    "كانون الثاني/يناير",
    "شباط/فبراير",
    "آذار/مارس",
    "نيسان/أبريل",
    "أيار/مايو",
    "حزيران/يونيه",
    "تموز/يوليه",
    "آب/أغسطس",
    "أيلول/سبتمبر",
    "تشرين الأول/أكتوبر",
    "تشرين الثاني/نوفمبر",
    "كانون الأول/ديسمبر",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: [(&str, &str); 6]) {
        let day = PartialDate::parse(text).expect(text);
        for (lang, words) in expected {
            assert_eq!(date(lang, day).replace('\u{a0}', " "), words, "{lang}");
        }
    }

    #[test]
    fn a_day_is_written_as_the_united_nations_does() {
        check(
            "2025-07-11",
            [
                ("ar", "١١ تموز/يوليه ٢٠٢٥"),
                ("zh", "2025年7月11日"),
                ("en", "11 July 2025"),
                ("fr", "11 juillet 2025"),
                ("ru", "11 июля 2025 года"),
                ("es", "11 de julio de 2025"),
            ],
        );
    }

    #[test]
    fn a_month_says_no_day_and_a_year_no_month() {
        check(
            "2013-06",
            [
                ("ar", "حزيران/يونيه ٢٠١٣"),
                ("zh", "2013年6月"),
                ("en", "June 2013"),
                ("fr", "juin 2013"),
                ("ru", "июнь 2013 года"),
                ("es", "junio de 2013"),
            ],
        );
        check(
            "1998",
            [("ar", "١٩٩٨"), ("zh", "1998年"), ("en", "1998"), ("fr", "1998"), ("ru", "1998"), ("es", "1998")],
        );
    }

    #[test]
    fn what_goes_on_has_an_open_end() {
        let from = PartialDate::parse("2021").ok();
        assert_eq!(span("en", from, None), "2021 –");
        assert_eq!(span("en", from, from), "2021");
    }
}
