//! Claims: what somebody says of something, with its source; when two disagree; which one a page shows.
//!
//! A claim never becomes "the truth": a page shows one of them by a rule that can be told in a sentence, marks it when
//! others disagree, and leads to all.

use crate::{PartialDate, Standing};
use std::cmp::Ordering;

/// What somebody says of a property of something.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Its own name within the record: a slug.
    pub key: String,
    /// Of what: slug of a process or an instrument, or a document's symbol.
    pub subject: String,
    /// Which property, a slug: `states-listed`.
    pub property: String,
    /// The value in the words of the source: `115+`, `ninetieth day`, `23–27 June 2025`.
    pub value: String,
    /// When it held, or was said to hold.
    pub date: Option<PartialDate>,
    /// Where it comes from: a page, a symbol, or words.
    pub source: String,
    /// The document that holds the words: a symbol, or `sha256:` with the beginning of its file's hash.
    pub document: Option<String>,
    /// Phrases that all stand in the paragraph that holds the claim; the first holds the value's words.
    pub words: Vec<String>,
    /// Who counted, and by which rule, in words.
    pub counted_by: Option<String>,
    /// What weight the source has.
    pub standing: Standing,
    /// Whether a page that can be opened shows it, or a person has confirmed it.
    pub is_confirmed: bool,
    /// What a reader should know besides, in our words.
    pub note: Option<String>,
    /// Slug of the issue on which it bears.
    pub issue: Option<String>,
}

/// A property of something: what its claims are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Property {
    /// Of what: slug of a process or an instrument, or a document's symbol.
    pub subject: String,
    /// Its name in addresses: a slug.
    pub key: String,
    /// Its name on pages, in our words.
    pub label: String,
    /// What its numbers count.
    pub unit: Option<String>,
    /// Whether its values change with time, so that different dates do not contradict each other.
    pub is_series: bool,
}

/// How a number was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// `116`.
    Exact,
    /// `115+`, `over 8,000`, `at least 20`.
    AtLeast,
    /// `about 1,400`.
    About,
}

/// A number with how it was told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    /// The number.
    pub number: f64,
    /// How it was told.
    pub precision: Precision,
}

const AT_LEAST: [&str; 6] = ["at least ", "more than ", "over ", "a few more than ", "above ", "≥"];
const ABOUT: [&str; 6] = ["about ", "some ", "around ", "nearly ", "approximately ", "~"];
const ABOUT_SHARE: f64 = 0.1; // "About 1,400" and 1,344 do not contradict each other; about 1,400 and 1,600 do.

impl Amount {
    /// Reads a value that is a number and nothing else but how it is told: `115+`, `over 8,000`, `46%`.
    ///
    /// Out: `None` for dates, ranges and words.
    pub fn parse(value: &str) -> Option<Self> {
        let mut rest = value.trim();
        let lower = rest.to_lowercase();
        let mut precision = Precision::Exact;
        for (starts, meaning) in [(AT_LEAST, Precision::AtLeast), (ABOUT, Precision::About)] {
            if let Some(start) = starts.iter().find(|start| lower.starts_with(**start)) {
                (precision, rest) = (meaning, rest.get(start.len()..)?.trim());
            }
        }
        rest = rest.trim_end_matches('%').trim_end();
        if let Some(before) = rest.strip_suffix('+') {
            (precision, rest) = (Precision::AtLeast, before);
        }
        let is_number = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
        if !rest.starts_with(|c: char| c.is_ascii_digit()) || !rest.chars().all(is_number) {
            return None;
        }
        let number = rest.replace(',', "").parse().ok()?;
        Some(Self { number, precision })
    }

    /// Whether both can be true at once.
    pub fn agrees(self, other: Self) -> bool {
        let near = |a: f64, b: f64, share: f64| (a - b).abs() <= share * a.abs().max(b.abs());
        match (self.precision, other.precision) {
            (Precision::About, _) | (_, Precision::About) => near(self.number, other.number, ABOUT_SHARE),
            (Precision::Exact, Precision::Exact) => near(self.number, other.number, f64::EPSILON),
            (Precision::AtLeast, Precision::AtLeast) => true,
            (Precision::AtLeast, Precision::Exact) => other.number >= self.number,
            (Precision::Exact, Precision::AtLeast) => self.number >= other.number,
        }
    }
}

impl Claim {
    /// Whether two claims of one property cannot both be true.
    ///
    /// In a series only claims about the same time can disagree. Words disagree when they differ in more than case,
    /// spaces and the form of dashes and quotation marks.
    pub fn disagrees(&self, other: &Self, is_series: bool) -> bool {
        if is_series && !is_same_time(self.date, other.date) {
            return false;
        }
        match (Amount::parse(&self.value), Amount::parse(&other.value)) {
            (Some(one), Some(two)) => !one.agrees(two),
            _ => folded(&self.value) != folded(&other.value),
        }
    }

    /// Which of two a page would rather show: confirmed before unconfirmed, then the weightier standing, then the newer.
    fn rank(&self, other: &Self) -> Ordering {
        let newest = |claim: &Self| claim.date.map_or(0, PartialDate::ordinal);
        other
            .is_confirmed
            .cmp(&self.is_confirmed)
            .then(self.standing.cmp(&other.standing))
            .then(newest(other).cmp(&newest(self)))
            .then(self.key.cmp(&other.key))
    }
}

/// The claim that a page shows, of those not withdrawn: confirmed before unconfirmed; of a series the newest, else the
/// one of the weightiest standing and then the newest.
///
/// Out: its place in `claims`; `None` where there is none.
pub fn shown<'a>(claims: impl IntoIterator<Item = &'a Claim>, is_series: bool) -> Option<usize> {
    let newest = |claim: &Claim| claim.date.map_or(0, PartialDate::ordinal);
    let better = |one: &Claim, two: &Claim| {
        let by_time = if is_series {
            two.is_confirmed.cmp(&one.is_confirmed).then(newest(two).cmp(&newest(one)))
        } else {
            Ordering::Equal
        };
        by_time.then(one.rank(two))
    };
    claims.into_iter().enumerate().min_by(|(_, one), (_, two)| better(one, two)).map(|(place, _)| place)
}

/// Whether one date lies within the other, or one is not known.
fn is_same_time(one: Option<PartialDate>, two: Option<PartialDate>) -> bool {
    let (Some(one), Some(two)) = (one, two) else { return one.is_none() && two.is_none() };
    let same = |a: Option<u8>, b: Option<u8>| a.is_none() || b.is_none() || a == b;
    one.year() == two.year() && same(one.month(), two.month()) && same(one.day(), two.day())
}

/// A text as it is compared: lower case, single spaces, plain quotation marks and dashes.
pub fn folded(text: &str) -> String {
    let plain = |c: char| match c {
        '‘' | '’' | '‛' | '`' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    };
    let lower: String = text.chars().map(plain).collect::<String>().to_lowercase();
    lower.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a paragraph's text holds every phrase, each as whole words. No phrase holds nothing.
pub fn holds_all(text: &str, phrases: &[String]) -> bool {
    let text = folded(text);
    !phrases.is_empty() && phrases.iter().all(|phrase| holds(&text, &folded(phrase)))
}

/// Whether a folded text holds a folded phrase, not within longer words.
fn holds(text: &str, phrase: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let (first, last) = (phrase.chars().next(), phrase.chars().next_back());
    let stands_alone = |(at, found): (usize, &str)| {
        let before = text[..at].chars().next_back();
        let after = text[at + found.len()..].chars().next();
        let joins_before = is_letter(before) && is_letter(first);
        let joins_after = is_letter(after) && is_letter(last);
        !joins_before && !joins_after
    };
    !phrase.is_empty() && text.match_indices(phrase).any(stands_alone)
}

/// Whether the words looked for can show the value: the first phrase holds the value, or the value holds it.
pub fn shows_value(value: &str, words: &[String]) -> bool {
    let value = folded(value);
    words.first().map(|phrase| folded(phrase)).is_some_and(|first| holds(&first, &value) || holds(&value, &first))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(value: &str, date: &str, standing: Standing) -> Claim {
        Claim {
            key: format!("{value}-{date}"),
            subject: "harbour".into(),
            property: "lights".into(),
            value: value.into(),
            date: PartialDate::parse(date).ok(),
            source: "the harbour master".into(),
            document: None,
            words: Vec::new(),
            counted_by: None,
            standing,
            is_confirmed: true,
            note: None,
            issue: None,
        }
    }

    #[test]
    fn a_number_keeps_how_it_was_told() {
        let read = |text| Amount::parse(text).map(|a| (a.number, a.precision));
        assert_eq!(read("1,350"), Some((1350.0, Precision::Exact)));
        assert_eq!(read("115+"), Some((115.0, Precision::AtLeast)));
        assert_eq!(read("over 8,000"), Some((8000.0, Precision::AtLeast)));
        assert_eq!(read("about 1,400"), Some((1400.0, Precision::About)));
        assert_eq!(read("46%"), Some((46.0, Precision::Exact)));
        for words in ["23–27 June 2025", "30 days", "ninetieth day", "", "+", "2025-07-11"] {
            assert_eq!(read(words), None, "{words}");
        }
    }

    #[test]
    fn a_lower_bound_contradicts_only_what_lies_below_it() {
        let disagree = |one, two| {
            let day = "2025-07-07";
            claim(one, day, Standing::Official).disagrees(&claim(two, day, Standing::Official), true)
        };
        assert!(!disagree("115+", "120+"));
        assert!(!disagree("115+", "116"));
        assert!(disagree("115+", "92"));
        assert!(disagree("33", "40"));
        assert!(!disagree("about 1,400", "1,344"));
    }

    #[test]
    fn a_series_contradicts_itself_only_at_one_time() {
        let (may, december) =
            (claim("92", "2024-05-09", Standing::Official), claim("111", "2024-12-04", Standing::Official));
        assert!(!may.disagrees(&december, true));
        assert!(may.disagrees(&december, false));
        assert!(may.disagrees(&claim("90", "2024-05", Standing::Official), true), "that month holds that day");
    }

    #[test]
    fn words_disagree_when_they_differ_in_more_than_form() {
        let disagree =
            |one, two| claim(one, "2025", Standing::Official).disagrees(&claim(two, "2025", Standing::Official), false);
        assert!(!disagree("23–27 June", "23-27  june"));
        assert!(disagree("Lillestrøm", "Oslo"));
    }

    #[test]
    fn the_page_shows_the_weightiest_and_of_a_series_the_newest() {
        let claims =
            [claim("30 days", "2025-02", Standing::Commentary), claim("90 days", "2024-12", Standing::Adopted)];
        assert_eq!(shown(&claims, false), Some(1));
        assert_eq!(shown(&claims, true), Some(0));
        let unsure = Claim { is_confirmed: false, ..claim("1 day", "2026", Standing::Adopted) };
        assert_eq!(shown([&claims[0], &unsure], false), Some(0), "a confirmed claim comes before an unconfirmed one");
        assert_eq!(shown(&[], false), None);
    }

    #[test]
    fn a_paragraph_holds_a_claim_only_if_it_holds_all_its_words() {
        let words = |list: &[&str]| list.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
        let text = "It enters into force 30 days after the 40th “instrument”.";
        assert!(holds_all(text, &words(&["30 days", "40th \"instrument\""])));
        assert!(!holds_all(text, &words(&["30 days", "41st"])));
        assert!(!holds_all(text, &words(&["0 days"])), "part of a word is not the word");
        assert!(!holds_all(text, &[]));
    }

    #[test]
    fn words_that_do_not_show_the_value_prove_nothing() {
        let words = |list: &[&str]| list.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
        assert!(shows_value("30 days after the 40th", &words(&["30 days"])));
        assert!(shows_value("seventh", &words(&["seventh substantive session"])));
        assert!(!shows_value("tenth", &words(&["seventh substantive session"])));
        assert!(!shows_value("tenth", &[]));
    }
}
