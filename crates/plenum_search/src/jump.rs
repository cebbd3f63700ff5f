//! Words that name a place: `A/80/257 para 12 (b)`, `para 25.10 A/81/6`.

use crate::Jump;
use plenum_model::Symbol;

/// Words that stand before a paragraph's number in the six languages, folded to lower case, without a final stop.
const NUMBER_WORDS: [&str; 26] = [
    "para",
    "paras",
    "paragraph",
    "paragraphs",
    "par",
    "p",
    "art",
    "article",
    "section",
    "§",
    "¶",
    "párr",
    "párrafo",
    "parrafo",
    "artículo",
    "articulo",
    "paragraphe",
    "alinéa",
    "пункт",
    "п",
    "статья",
    "пар",
    "الفقرة",
    "فقرة",
    "المادة",
    "段",
];

/// The place that `words` name. If they name nothing else, they become the symbol alone, so that what cites it is found.
pub(crate) fn of_words(words: &mut Vec<String>) -> Option<Jump> {
    if words.len() > 16 {
        return None; // A sentence that cites something asks for more than the place.
    }
    let at = words.iter().position(|word| is_symbol(word))?;
    // "A/81/6 (Sect. 5)" is one symbol typed with spaces.
    let mut until = at + 1;
    if words.get(until).is_some_and(|w| w.starts_with('(') && w[1..].starts_with(char::is_alphabetic) && w.len() > 3) {
        let closed = words[until..].iter().take(3).position(|w| w.ends_with(')'));
        until += closed.map_or(0, |more| more + 1);
    }
    let symbol = spelled(&words[at..until].concat())?;
    let others: Vec<&str> = words[..at].iter().chain(&words[until..]).map(String::as_str).collect();
    let number = number_of(&others);
    if number.is_some() || others.is_empty() {
        *words = vec![symbol.clone()];
    }
    Some(Jump { symbol, number: number.flatten() })
}

/// `Some(None)`: only words such as "para" stand there; `None`: something else does.
fn number_of(others: &[&str]) -> Option<Option<String>> {
    let mut number = String::new();
    for other in others {
        let bare = other.trim_end_matches(['.', ',', ':']);
        if NUMBER_WORDS.contains(&bare.to_lowercase().as_str()) && number.is_empty() {
            continue;
        }
        let bare = NUMBER_WORDS
            .iter()
            .find_map(|word| bare.strip_prefix(word))
            .filter(|b| starts_as_number(b))
            .unwrap_or(bare);
        let bare = bare.trim_end_matches('段');
        let fits = if number.is_empty() { starts_as_number(bare) } else { is_item(bare) };
        if !fits {
            return None;
        }
        if !number.is_empty() {
            number.push(' ');
        }
        number.push_str(&bare.replace(")(", ") ("));
    }
    if number.is_empty() { others.is_empty().then_some(None) } else { Some(Some(spaced(&number))) }
}

fn starts_as_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_numeric())
        && word.len() <= 24
        && word.chars().all(|c| c.is_alphanumeric() || "().-".contains(c))
        && word.chars().filter(|c| c.is_alphabetic()).count() <= 6
}

/// `(b)`, `(iv)`, `b)`.
fn is_item(word: &str) -> bool {
    word.ends_with(')') && word.len() <= 24 && word.chars().all(|c| c.is_alphanumeric() || "()".contains(c))
}

/// `12(b)(i)` as it is printed: `12 (b) (i)`.
fn spaced(number: &str) -> String {
    let mut out = String::with_capacity(number.len() + 4);
    for letter in number.chars() {
        if letter == '(' && !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
        out.push(letter);
    }
    out
}

/// A series of letters, then parts after slashes with a digit among them.
fn is_symbol(word: &str) -> bool {
    let series_fits = word.split_once('/').is_some_and(|(series, rest)| {
        !series.is_empty()
            && series.chars().all(|c| c.is_ascii_alphabetic())
            && rest.chars().any(|c| c.is_ascii_digit())
    });
    series_fits && Symbol::parse(word).is_ok()
}

/// Typed without capitals, it gets them; else it is as typed.
fn spelled(word: &str) -> Option<String> {
    let symbol = Symbol::parse(word).ok()?;
    let has_capital = symbol.as_str().chars().any(|c| c.is_ascii_uppercase());
    Some(if has_capital { symbol.to_string() } else { symbol.key() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, symbol: &str, number: Option<&str>) {
        let jump = crate::parse::parse(typed).jump;
        let expected = Jump { symbol: symbol.to_owned(), number: number.map(str::to_owned) };
        assert_eq!(jump, Some(expected), "{typed}");
    }

    #[test]
    fn a_symbol_and_a_number_are_a_place() {
        check("A/80/257", "A/80/257", None);
        check("a/80/257", "A/80/257", None);
        check("A/80/257 12", "A/80/257", Some("12"));
        check("A/80/257 para 12 (b)", "A/80/257", Some("12 (b)"));
        check("A/80/257, para. 12(b)(i)", "A/80/257", Some("12 (b) (i)"));
        check("para 25.10 A/81/6", "A/81/6", Some("25.10"));
        check("A/81/6 (Sect. 5) 5.12", "A/81/6(Sect.5)", Some("5.12"));
        check("A/80/257 пункт 12", "A/80/257", Some("12"));
        check("A/80/257 الفقرة 12", "A/80/257", Some("12"));
        check("A/80/257 第12段", "A/80/257", None);
    }

    #[test]
    fn other_words_are_searched_as_well() {
        let parsed = crate::parse::parse("cyber threats A/80/257");
        assert_eq!(parsed.jump.map(|j| (j.symbol, j.number)), Some(("A/80/257".into(), None)));
        assert_eq!(parsed.words, ["cyber", "threats", "A/80/257"]);
    }

    #[test]
    fn what_has_a_slash_is_not_yet_a_symbol() {
        for typed in ["and/or", "12/2024", "either/or 7", "http://example.org/1", "/", "A/"] {
            assert_eq!(crate::parse::parse(typed).jump, None, "{typed}");
        }
    }
}
