//! The words of the trade in six languages: what lets a question in one language be compared with words in another.
//!
//! A row is one notion; a word counts where it begins with the letters given (Chinese: contains them; Arabic: after the
//! article). Everything is written folded, as `text::fold` leaves it.

mod words;

use crate::text::{is_arabic, is_cyrillic, is_han, tokens};
use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;
use words::{NAMED, OTHERS, Row};

/// A notion of the trade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Notion {
    /// Who presides.
    Chair,
    /// What sets a body up.
    Mandate,
    /// How it decides.
    Rule,
    /// What came before it.
    Predecessor,
    /// What carries it on.
    Successor,
    /// By what a document is called.
    Symbol,
    /// What weight a text has, or where it stands.
    Standing,
    /// What came out.
    Outcome,
    /// Who issued a text.
    Issuer,
    /// Taking a text.
    Adoption,
    /// The first day.
    Beginning,
    /// The last day.
    End,
    /// Where.
    Place,
    /// A numbered group of meetings.
    Session,
    /// Counting hands.
    Vote,
    /// Saying no to a text or to somebody.
    Refusal,
    /// Nobody objecting.
    Consensus,
    /// Any other notion, by its place among the rows.
    Other(u8),
}

/// The rows by the first letters of their words, so that a word is compared with few.
struct Index {
    stems: HashMap<char, Vec<(&'static str, Notion)>>,
    /// Alternatives of several words.
    phrases: Vec<(&'static str, Notion)>,
    /// The longer first; what two rows share may mean either.
    chinese: Vec<(&'static str, BTreeSet<Notion>)>,
}

static INDEX: LazyLock<Index> = LazyLock::new(Index::new);

impl Index {
    fn new() -> Self {
        let mut index = Self { stems: HashMap::new(), phrases: Vec::new(), chinese: Vec::new() };
        let mut chinese: HashMap<&'static str, BTreeSet<Notion>> = HashMap::new();
        for (notion, row) in rows() {
            let [english, french, spanish, russian, han, arabic] = row;
            for part in han.split('|') {
                chinese.entry(part).or_default().insert(notion);
            }
            for stem in [english, french, spanish, russian, arabic].into_iter().flat_map(|list| list.split('|')) {
                match stem.chars().next() {
                    Some(_) if stem.contains(' ') => index.phrases.push((stem, notion)),
                    Some(first) => index.stems.entry(first).or_default().push((stem, notion)),
                    None => {}
                }
            }
        }
        index.chinese = chinese.into_iter().collect();
        index.chinese.sort_by_key(|(part, _)| (std::cmp::Reverse(part.len()), *part));
        index
    }

    /// The notions that one folded word may mean.
    fn of_word(&self, word: &str) -> BTreeSet<Notion> {
        const BEFORE: [&str; 10] = ["وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل", "ف"];
        let mut found = self.of_form(word);
        if word.starts_with(is_arabic) {
            let bare = BEFORE.iter().filter_map(|prefix| word.strip_prefix(prefix));
            found.extend(bare.flat_map(|form| self.of_form(form)));
        }
        found
    }

    fn of_form(&self, word: &str) -> BTreeSet<Notion> {
        let alike = word.chars().next().and_then(|first| self.stems.get(&first)).into_iter().flatten();
        alike.filter(|(stem, _)| is_of_stem(word, stem)).map(|(_, notion)| *notion).collect()
    }
}

/// Three letters begin too many words; they must be the whole of it, in Arabic and Russian but for its end.
fn is_of_stem(word: &str, stem: &str) -> bool {
    if stem.chars().count() > 3 {
        return word.starts_with(stem);
    }
    let ends = ["ه", "ت", "ا", "وا", "ها"];
    let is_inflected = || ends.iter().any(|end| word.strip_suffix(end) == Some(stem));
    let is_declined = || {
        const ENDS: [&str; 13] = ["а", "я", "ы", "и", "е", "у", "ю", "о", "ой", "ам", "ах", "ов", "ом"];
        stem.chars().count() == 3 && word.strip_prefix(stem).is_some_and(|end| ENDS.contains(&end))
    };
    word == stem || (stem.starts_with(is_arabic) && is_inflected()) || (stem.starts_with(is_cyrillic) && is_declined())
}

/// The notions that a text names.
pub fn notions(text: &str) -> BTreeSet<Notion> {
    let words = tokens(text);
    let folded = crate::text::fold(text);
    let of_words = words.iter().filter(|token| !token.is_han()).flat_map(|token| INDEX.of_word(&token.word));
    let mut found: BTreeSet<Notion> = of_words.collect();
    let phrases = INDEX.phrases.iter().filter(|(phrase, _)| folded.contains(phrase));
    found.extend(phrases.map(|(_, notion)| *notion));
    let chinese: String = words.iter().filter(|token| token.is_han()).map(|token| token.word.as_str()).collect();
    if !chinese.is_empty() {
        let parts = INDEX.chinese.iter().filter(|(part, _)| chinese.contains(part));
        found.extend(parts.flat_map(|(_, notions)| notions));
    }
    found
}

/// The notions of each word of a text, and the text without those words: what no row knows.
pub(crate) fn meant(text: &str) -> (BTreeSet<BTreeSet<Notion>>, String) {
    let mut left = text.to_owned();
    let mut found = BTreeSet::new();
    for token in tokens(text).iter().filter(|token| !token.is_han()) {
        let own = INDEX.of_word(&token.word);
        if !own.is_empty() {
            left.replace_range(token.span.clone(), &" ".repeat(token.span.len()));
            found.insert(own);
        }
    }
    if !text.contains(is_han) {
        return (found, left);
    }
    // The longer part first: what stands inside it is no word of its own.
    for (part, notions) in &INDEX.chinese {
        let places: Vec<usize> = left.match_indices(part).map(|(at, _)| at).collect();
        for at in places {
            left.replace_range(at..at + part.len(), &" ".repeat(part.len()));
            found.insert(notions.clone());
        }
    }
    (found, left)
}

fn rows() -> impl Iterator<Item = (Notion, &'static Row)> {
    let others = OTHERS.iter().enumerate().map(|(at, row)| (Notion::Other(u8::try_from(at).unwrap_or(u8::MAX)), row));
    NAMED.iter().map(|(notion, row)| (*notion, row)).chain(others)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notion_is_known_in_six_languages() {
        let chair = [
            "Who chaired it?",
            "Qui a présidé ?",
            "¿Quién presidió?",
            "Кто был председателем?",
            "谁担任主席？",
            "من ترأس الفريق؟",
        ];
        for text in chair {
            assert!(notions(text).contains(&Notion::Chair), "{text}");
        }
        let adopted = ["adopted", "adoptée", "aprobada", "принята", "通过", "اعتمدت"];
        for text in adopted {
            assert!(notions(text).contains(&Notion::Adoption), "{text}");
        }
        assert!(!notions("The weather is fine").contains(&Notion::Chair));
    }
}
