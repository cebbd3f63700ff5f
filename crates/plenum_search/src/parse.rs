//! What the reader typed, understood. Nothing typed is an error: what makes no sense as syntax counts as words.
//!
//! The language: words; `"a phrase"` in the quotation marks of any of the six languages; `-word` and `-"a phrase"`;
//! `field:value` or `field:"a value"` for the filters, with `year:2024` and `year:2020-2024`.

use crate::{Filters, Jump, jump};

/// How a question was understood; pages show it beside the answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// Single words, as typed, in order.
    pub words: Vec<String>,
    /// Phrases, without their quotation marks.
    pub phrases: Vec<String>,
    /// Words that must not occur.
    pub without_words: Vec<String>,
    /// Phrases that must not occur.
    pub without_phrases: Vec<String>,
    /// Words and phrases in the order and with the marks in which they were typed: what is encoded for its meaning.
    /// The encoder hears a question mark, so a question without its mark finds fewer of its answers.
    pub sentence: String,
    /// Filters given among the words (`lang:fr`), not those given beside them.
    pub filters: Filters,
    /// The document or paragraph named, if the words name one.
    pub jump: Option<Jump>,
}

impl Parsed {
    /// The same with its phrases taken for words; `None` where there are none.
    pub(crate) fn without_quotes(&self) -> Option<Parsed> {
        let mut plain = self.clone();
        let words = plain.phrases.drain(..).flat_map(|phrase| words_of(&phrase)).collect::<Vec<_>>();
        plain.words.extend(words);
        plain.words.truncate(MAX_WORDS);
        (!self.phrases.is_empty()).then_some(plain)
    }
}

fn words_of(phrase: &str) -> Vec<String> {
    phrase.split_whitespace().map(str::to_owned).collect()
}

const MAX_LETTERS: usize = 2_000; // A long paragraph pasted whole; more would only cost time.
const MAX_WORDS: usize = 120; // Beyond it, further words no longer change what is found.

/// Reads what was typed.
pub(crate) fn parse(typed: &str) -> Parsed {
    let end = typed.char_indices().nth(MAX_LETTERS).map_or(typed.len(), |(at, _)| at);
    let mut parsed = Parsed::default();
    let mut rest = typed[..end].trim_start();
    while !rest.is_empty() {
        rest = piece(rest, &mut parsed).trim_start();
    }
    parsed.words.truncate(MAX_WORDS);
    parsed.jump = if parsed.phrases.is_empty() { jump::of_words(&mut parsed.words) } else { None };
    parsed
}

/// Takes one piece (phrase, exclusion, filter or word) off the front; gives what is left.
fn piece<'a>(rest: &'a str, parsed: &mut Parsed) -> &'a str {
    if let Some((phrase, after)) = quoted(rest) {
        say(phrase, &mut parsed.sentence);
        keep_phrase(phrase, &mut parsed.phrases);
        return after;
    }
    if let Some(excluded) = rest.strip_prefix(['-', '\u{2212}']) {
        if let Some((phrase, after)) = quoted(excluded) {
            keep_phrase(phrase, &mut parsed.without_phrases);
            return after;
        }
        if excluded.starts_with(char::is_alphanumeric) {
            let (word, after) = word(excluded);
            parsed.without_words.push(word.to_owned());
            return after;
        }
    }
    if let Some(after) = filter(rest, &mut parsed.filters) {
        return after;
    }
    let (found, after) = word(rest);
    let bare = found.trim_matches(|c: char| is_quote(c) || matches!(c, '-' | ',' | ';' | '?' | '!' | '؟' | '،' | '。'));
    if bare.chars().any(char::is_alphanumeric) {
        parsed.words.push(bare.to_owned());
    }
    say(found, &mut parsed.sentence);
    after
}

/// Appends to the sentence that is asked.
fn say(piece: &str, sentence: &mut String) {
    if !sentence.is_empty() {
        sentence.push(' ');
    }
    sentence.push_str(piece);
}

/// A phrase of one word is kept as a phrase (that very form is wanted), one without letters is nothing.
fn keep_phrase(phrase: &str, phrases: &mut Vec<String>) {
    let phrase = phrase.trim();
    if phrase.chars().any(char::is_alphanumeric) && phrases.len() < 20 {
        phrases.push(phrase.to_owned());
    }
}

/// Up to the next space; a quotation mark inside a word stays in it (`O"Neill`).
fn word(rest: &str) -> (&str, &str) {
    rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len()))
}

fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' | '『' | '』' | '＂')
}

/// What stands between quotation marks at the front, and what follows; `None` where they are not closed.
fn quoted(rest: &str) -> Option<(&str, &str)> {
    let mut letters = rest.chars();
    let open = letters.next().filter(|c| is_quote(*c))?;
    let inner = letters.as_str();
    let closes = |c: char| match open {
        '"' | '＂' => matches!(c, '"' | '＂' | '”' | '“'),
        '“' | '„' | '”' => matches!(c, '”' | '“' | '"'),
        '«' => c == '»',
        '»' => c == '«',
        '「' => c == '」',
        '『' => c == '』',
        _ => false,
    };
    let (at, close) = inner.char_indices().find(|(_, c)| closes(*c))?;
    Some((&inner[..at], &inner[at + close.len_utf8()..]))
}

/// Takes `field:value` off the front into `filters`; `None` where there is no such filter.
fn filter<'a>(rest: &'a str, filters: &mut Filters) -> Option<&'a str> {
    let (field, after) = rest.split_once(':')?;
    if field.len() > 12 || after.starts_with(char::is_whitespace) || after.is_empty() {
        return None;
    }
    let (value, after) = quoted(after).unwrap_or_else(|| word(after));
    let value = value.trim();
    let values = match field.to_ascii_lowercase().as_str() {
        "process" => &mut filters.process,
        "actor" | "state" => &mut filters.actor,
        "group" => &mut filters.group,
        "kind" => &mut filters.kind,
        "standing" => &mut filters.standing,
        "lang" | "language" => &mut filters.language,
        "symbol" => &mut filters.symbol,
        "year" => return years(value, filters).then_some(after),
        "from" => return year(value).map(|y| filters.from_year = Some(y)).map(|()| after),
        "until" => return year(value).map(|y| filters.until_year = Some(y)).map(|()| after),
        _ => return None,
    };
    values.extend(value.split(',').map(str::trim).filter(|v| !v.is_empty()).map(str::to_owned));
    (!value.is_empty()).then_some(after)
}

/// `2024`, `2020-2024`, `2020..2024`, `2020-`.
fn years(value: &str, filters: &mut Filters) -> bool {
    let (from, until) = value.split_once("..").or_else(|| value.split_once(['-', '–'])).unwrap_or((value, value));
    let (from_year, until_year) = (year(from), year(until));
    let fits = (from_year.is_some() || from.is_empty()) && (until_year.is_some() || until.is_empty());
    if fits {
        filters.from_year = from_year;
        filters.until_year = until_year;
    }
    fits && (from_year.is_some() || until_year.is_some())
}

fn year(value: &str) -> Option<i32> {
    value.parse().ok().filter(|y| (1..=9999).contains(y))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, words: &[&str], phrases: &[&str], without: &[&str]) -> Parsed {
        let parsed = parse(typed);
        assert_eq!(parsed.words, words, "{typed}");
        assert_eq!(parsed.phrases, phrases, "{typed}");
        let excluded: Vec<_> = parsed.without_words.iter().chain(&parsed.without_phrases).collect();
        assert_eq!(excluded, without, "{typed}");
        parsed
    }

    #[test]
    fn words_phrases_and_exclusions_are_told_apart() {
        check(
            "cyber -nuclear \"use of force\" -\"arms race\"",
            &["cyber"],
            &["use of force"],
            &["nuclear", "arms race"],
        );
        check("«право на развитие» «le droit»", &[], &["право на развитие", "le droit"], &[]);
        check("「国际和平」 安全", &["安全"], &["国际和平"], &[]);
        check("non-use anti -", &["non-use", "anti"], &[], &[]);
    }

    #[test]
    fn the_sentence_keeps_its_marks_and_leaves_out_filters_and_exclusions() {
        let parsed = parse("Who said «never again», and when? -war lang:fr year:2020");
        assert_eq!(parsed.sentence, "Who said never again , and when?");
        let plain = parsed.without_quotes().expect("there is a phrase");
        assert_eq!(plain.words, ["Who", "said", "and", "when", "never", "again"]);
        assert!(plain.phrases.is_empty() && plain.without_quotes().is_none());
    }

    #[test]
    fn filters_may_stand_among_the_words() {
        let parsed = check("water lang:fr year:2020-2024 symbol:A/80/257 actor:\"fra\"", &["water"], &[], &[]);
        assert_eq!(parsed.filters.language, ["fr"]);
        assert_eq!(parsed.filters.symbol, ["A/80/257"]);
        assert_eq!(parsed.filters.actor, ["fra"]);
        assert_eq!((parsed.filters.from_year, parsed.filters.until_year), (Some(2020), Some(2024)));
    }

    #[test]
    fn what_is_no_syntax_is_words() {
        check("\"unbalanced phrase", &["unbalanced", "phrase"], &[], &[]);
        check("colour:red year:soon lang:", &["colour:red", "year:soon", "lang:"], &[], &[]);
        check("((( ??? --- \"\" «» :", &[], &[], &[]);
        assert!(parse(&"a ".repeat(10_000)).words.len() <= MAX_WORDS);
        assert!(parse(&"\"".repeat(10_000)).phrases.is_empty());
    }
}
