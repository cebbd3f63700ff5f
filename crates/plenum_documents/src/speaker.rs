//! Which actor speaks, made out from the words of a statement alone. A guess with a confidence, to be confirmed by a person.
//!
//! A delegation names its own country more often than any other, and in other company: "my country, Chad", "the
//! Government of Chad", "Chad believes". Names are counted with weights for that company; the longest name wins where
//! names overlap (`Guinea` in `Papua New Guinea`).

use std::collections::HashMap;

/// The names by which texts call actors, ready to be looked for.
pub struct Names {
    /// First word of a name, to the names that begin with it, longest first.
    by_first_word: HashMap<String, Vec<Name>>,
    codes: Vec<String>,
}

struct Name {
    words: Vec<String>,
    actor: usize,
    weight: f32,
}

/// A guess.
#[derive(Clone, Debug, PartialEq)]
pub struct Guess {
    /// The actor's code, as given to [`Names::new`].
    pub code: String,
    /// Share of all evidence that speaks for it, 0 to 1.
    pub confidence: f32,
}

/// Words before a name that show it is the speaker's own.
const BEFORE: [&[&str]; 9] = [
    &["my", "country"],
    &["our", "country"],
    &["government", "of"],
    &["people", "of"],
    &["delegation", "of"],
    &["behalf", "of"],
    &["president", "of"],
    &["republic", "of"],
    &["kingdom", "of"],
];
/// Words after a name that show it takes a stand.
const AFTER: [&str; 40] = [
    "believes",
    "welcomes",
    "supports",
    "reiterates",
    "attaches",
    "remains",
    "stands",
    "calls",
    "urges",
    "wishes",
    "would",
    "considers",
    "shares",
    "continues",
    "reaffirms",
    "therefore",
    "also",
    "joins",
    "hopes",
    "has",
    "will",
    "is",
    "fully",
    "firmly",
    "strongly",
    "condemns",
    "appeals",
    "commends",
    "maintains",
    "favours",
    "advocates",
    "pledges",
    "participates",
    "attached",
    "views",
    "expresses",
    "notes",
    "recognizes",
    "deplores",
    "regards",
];
// The weights were set on the odd sessions of the General Debate; `plenum evaluate speakers` reports all.
const STAND_WEIGHT: f32 = 1.5;
const OWN_WEIGHT: f32 = 0.5;
const ADJECTIVE_WEIGHT: f32 = 0.6;
const OPENING_WORDS: usize = 250; // Thanks to the President of the Assembly name his country here: worth less.
const OPENING_WEIGHT: f32 = 0.5;

impl Names {
    /// Takes each actor's code with its names; the first name of an actor counts whole, later ones (adjectives) less.
    pub fn new<'a>(actors: impl IntoIterator<Item = (&'a str, Vec<&'a str>)>) -> Self {
        let mut names = Self { by_first_word: HashMap::new(), codes: Vec::new() };
        for (code, given) in actors {
            let actor = names.codes.len();
            names.codes.push(code.to_owned());
            for (nth, name) in given.into_iter().enumerate() {
                let words = words(name);
                let weight = if nth == 0 || words.len() > 1 { 1.0 } else { ADJECTIVE_WEIGHT };
                if let Some(first) = words.first().cloned() {
                    names.by_first_word.entry(first).or_default().push(Name { words, actor, weight });
                }
            }
        }
        for list in names.by_first_word.values_mut() {
            list.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
        }
        names
    }

    /// Who speaks: the likeliest first, at most three; empty if no name occurs.
    pub fn recognise(&self, text: &str) -> Vec<Guess> {
        let words = words(text);
        let mut plain = vec![0.0_f32; self.codes.len()];
        let mut own = vec![0.0_f32; self.codes.len()];
        let mut at = 0;
        while at < words.len() {
            let found = self
                .by_first_word
                .get(&words[at])
                .and_then(|list| list.iter().find(|n| words[at..].starts_with(&n.words)));
            match found {
                Some(name) => {
                    plain[name.actor] += if at < OPENING_WORDS { name.weight * OPENING_WEIGHT } else { name.weight };
                    own[name.actor] += company(&words, at, at + name.words.len());
                    at += name.words.len();
                }
                None => at += 1,
            }
        }
        // Talk about another country piles up names; the square root keeps a long complaint from outweighing a few "my country".
        let scores: Vec<f32> = plain.iter().zip(&own).map(|(plain, own)| plain.sqrt() * (1.0 + own)).collect();
        let total: f32 = scores.iter().sum();
        let mut order: Vec<usize> = (0..scores.len()).filter(|i| scores[*i] > 0.0).collect();
        order.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]));
        order
            .into_iter()
            .take(3)
            .map(|i| Guess { code: self.codes[i].clone(), confidence: scores[i] / total })
            .collect()
    }
}

/// How much the company of a name shows that it is the speaker's own; 0 where nothing does.
fn company(words: &[String], from: usize, to: usize) -> f32 {
    // "my country, the Republic of Chad": an article between is passed over.
    let before = &words[..from];
    let before = if before.last().is_some_and(|w| w == "the") { &before[..before.len() - 1] } else { before };
    let ends_with = |own: &[&str]| {
        before.len() >= own.len() && before[before.len() - own.len()..].iter().zip(own).all(|(a, b)| a == b)
    };
    let is_own = BEFORE.iter().any(|own| ends_with(own));
    let takes_stand = words.get(to).is_some_and(|w| AFTER.contains(&w.as_str()));
    f32::from(u8::from(is_own)) * OWN_WEIGHT + f32::from(u8::from(takes_stand)) * STAND_WEIGHT
}

/// Lower-case words; an apostrophe's ending (`Chad's`) is left out.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|w| !w.is_empty())
        .map(|w| {
            let lower = w.to_lowercase().replace('’', "'");
            lower.strip_suffix("'s").map(str::to_owned).unwrap_or(lower)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let names = Names::new([
            ("gin", vec!["Guinea", "Guinean"]),
            ("png", vec!["Papua New Guinea"]),
            ("tcd", vec!["Chad", "Chadian"]),
            ("fra", vec!["France", "French"]),
        ]);
        assert_eq!(names.recognise(text).first().map_or("", |g| &g.code), expected);
    }

    #[test]
    fn a_delegation_speaks_of_its_own_country() {
        check(
            "I thank France. France has helped. The Government of Chad is ready; Chad believes in peace, as Chadian people do.",
            "tcd",
        );
    }

    #[test]
    fn the_longest_name_wins() {
        check("Papua New Guinea welcomes this.", "png");
        check("Guinea welcomes this, as does Papua.", "gin");
    }

    #[test]
    fn no_name_is_no_guess() {
        check("We all agree.", "");
    }
}
