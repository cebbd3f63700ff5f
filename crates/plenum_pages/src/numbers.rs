//! Numbers as each language writes them: digits, and what parts the thousands.

/// A whole number in the language's digits, thousands parted.
pub(crate) fn number(lang: &str, n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() * 2 + 4);
    // Spanish and the Russian and French styles leave four digits together; so does the United Nations in all three.
    let is_parted = match lang {
        "es" | "fr" | "ru" => digits.len() > 4,
        _ => digits.len() > 3,
    };
    for (place, digit) in digits.chars().enumerate() {
        if is_parted && place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(thousands_mark(lang));
        }
        out.push(own_digit(lang, digit));
    }
    out
}

/// A text with its ASCII digits in the language's own.
pub(crate) fn own_digits(lang: &str, text: &str) -> String {
    text.chars().map(|c| own_digit(lang, c)).collect()
}

/// A size in bytes with one decimal place and a unit: `1.4 MB`.
pub(crate) fn bytes(lang: &str, n: u64) -> String {
    const STEP: u64 = 1000; // The units' own meaning: kB, MB and GB are powers of a thousand.
    let units = match lang {
        "ar" => ["بايت", "كيلوبايت", "ميغابايت", "غيغابايت", "تيرابايت"],
        "fr" => ["octets", "ko", "Mo", "Go", "To"],
        "ru" => ["Б", "кБ", "МБ", "ГБ", "ТБ"],
        _ => ["B", "kB", "MB", "GB", "TB"],
    };
    let (mut whole, mut tenths, mut unit) = (n, 0, 0);
    while whole >= STEP && unit + 1 < units.len() {
        tenths = whole % STEP * 10 / STEP;
        whole /= STEP;
        unit += 1;
    }
    let mut out = number(lang, whole);
    if unit > 0 && whole < 100 && tenths > 0 {
        out.push(if matches!(lang, "en" | "zh") {
            '.'
        } else if lang == "ar" {
            '٫'
        } else {
            ','
        });
        out.push_str(&number(lang, tenths));
    }
    out.push('\u{a0}');
    out.push_str(units[unit]);
    out
}

fn thousands_mark(lang: &str) -> char {
    match lang {
        "ar" => '٬',
        "es" | "fr" | "ru" => '\u{202f}',
        _ => ',',
    }
}

fn own_digit(lang: &str, c: char) -> char {
    match (lang, c.to_digit(10)) {
        ("ar", Some(digit)) => char::from_u32(0x660 + digit).expect("the ten Arabic-Indic digits follow U+0660"),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted_as_each_language_does() {
        let written = |lang| number(lang, 1_234_567);
        assert_eq!(written("en"), "1,234,567");
        assert_eq!(written("fr"), "1\u{202f}234\u{202f}567");
        assert_eq!(written("ar"), "١٬٢٣٤٬٥٦٧");
        assert_eq!(number("ru", 1234), "1234");
        assert_eq!(number("zh", 0), "0");
    }

    #[test]
    fn a_size_has_one_decimal_place_where_it_says_something() {
        assert_eq!(bytes("en", 999), "999\u{a0}B");
        assert_eq!(bytes("en", 1_450_000), "1.4\u{a0}MB");
        assert_eq!(bytes("fr", 150_000_000), "150\u{a0}Mo");
        assert_eq!(bytes("ar", 1_450), "١٫٤\u{a0}كيلوبايت");
    }
}
