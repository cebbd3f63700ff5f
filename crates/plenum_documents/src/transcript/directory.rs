//! Which actor a printed name means: by the name itself, else by the words of the statement. Always a guess.

use crate::speaker::Names;
use std::collections::HashMap;

/// The actors that are kept, by the names that texts give them.
pub struct Directory {
    /// A name, lower case and bare, to the actor's slug and whether it is a group.
    by_name: HashMap<String, (String, bool)>,
    by_words: Names,
    slugs: Vec<String>,
}

/// Who it is taken to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Recognised {
    /// The actor's slug.
    pub actor: String,
    /// How sure, 0 to 1.
    pub confidence: f32,
}

const WHOLE: f32 = 0.97; // The printed name is the actor's, and nothing else.
const BRACKETED: f32 = 0.95; // "Mr. Doe (France)".
const PART: f32 = 0.85; // "Jane Doe, France".
const CODE: f32 = 0.85; // "FRA".
const WITHIN: f32 = 0.7; // The name stands somewhere in what is printed.
// The words alone were right in 0.91 of 6,735 statements, but those were long and by States that spoke for themselves.
const BY_WORDS: f32 = 0.6;
const LEAST: f32 = 0.2;

impl Directory {
    /// Takes each actor's slug, whether it is a group of States, and all its names.
    pub fn new<'a>(actors: impl IntoIterator<Item = (&'a str, bool, Vec<&'a str>)>) -> Self {
        let mut by_name = HashMap::new();
        let mut slugs = Vec::new();
        let mut states = Vec::new();
        for (slug, is_group, names) in actors {
            for name in &names {
                by_name.entry(bare(name)).or_insert_with(|| (slug.to_owned(), is_group));
            }
            slugs.push(slug.to_owned());
            if !is_group {
                states.push((slug, names));
            }
        }
        Self { by_name, by_words: Names::new(states), slugs }
    }

    /// Who speaks, by the printed name, else by the words said; `None` where nothing tells.
    pub fn speaker(&self, printed: &str, text: &str) -> Option<Recognised> {
        self.by_print(printed, false).or_else(|| {
            let guess = self.by_words.recognise(text).into_iter().next()?;
            let confidence = guess.confidence * BY_WORDS;
            (confidence >= LEAST).then_some(Recognised { actor: guess.code, confidence })
        })
    }

    /// The group that a printed name means.
    pub fn group(&self, printed: &str) -> Option<Recognised> {
        self.by_print(printed, true)
    }

    fn by_print(&self, printed: &str, wants_group: bool) -> Option<Recognised> {
        let found = |name: &str, confidence: f32| {
            let (slug, is_group) = self.by_name.get(&bare(name))?;
            (!wants_group || *is_group).then(|| Recognised { actor: slug.clone(), confidence })
        };
        let outside = outside_brackets(printed);
        let parts = || outside.split([',', '،', '–', '—', '-', '/', '|']).filter(|part| !part.trim().is_empty());
        found(printed, WHOLE)
            .or_else(|| found(&outside, WHOLE))
            .or_else(|| bracketed(printed).into_iter().find_map(|inner| found(inner, BRACKETED)))
            .or_else(|| parts().find_map(|part| found(part, PART)))
            .or_else(|| self.by_code(&outside))
            .or_else(|| self.within(printed, wants_group))
    }

    fn by_code(&self, printed: &str) -> Option<Recognised> {
        let is_code = printed.len() == 3 && printed.bytes().all(|b| b.is_ascii_uppercase());
        let code = printed.to_ascii_lowercase();
        (is_code && self.slugs.contains(&code)).then_some(Recognised { actor: code, confidence: CODE })
    }

    /// The longest name that stands within what is printed.
    fn within(&self, printed: &str, wants_group: bool) -> Option<Recognised> {
        let bared = bare(printed);
        let words: Vec<&str> = bared.split(' ').take(24).collect();
        for length in (1..=words.len()).rev() {
            for run in words.windows(length) {
                let name = run.join(" ");
                // A short word inside a longer name says nothing: "Chad" may be a first name.
                let hit = self.by_name.get(&name).filter(|(_, is_group)| !wants_group || *is_group);
                if let Some((slug, _)) = hit.filter(|_| name.chars().count() > 3) {
                    return Some(Recognised { actor: slug.clone(), confidence: WITHIN });
                }
            }
        }
        None
    }
}

/// A name as it is compared: lower case, words and single spaces, without article and without what introduces it.
fn bare(name: &str) -> String {
    let letters: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let lower = letters.to_lowercase();
    let joined = lower.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut rest = joined.as_str();
    const BEFORE: [&str; 14] = [
        "the ",
        "representative of ",
        "delegation of ",
        "permanent mission of ",
        "observer of ",
        "la ",
        "le ",
        "les ",
        "el ",
        "los ",
        "l ",
        "représentant de ",
        "representante de ",
        "on behalf of ",
    ];
    while let Some(shorter) = BEFORE.iter().find_map(|before| rest.strip_prefix(before)) {
        rest = shorter;
    }
    rest.to_owned()
}

fn outside_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out.trim().to_owned()
}

fn bracketed(text: &str) -> Vec<&str> {
    text.split(['(', '（', '[']).skip(1).filter_map(|rest| rest.split([')', '）', ']']).next()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(printed: &str, text: &str, expected: Option<(&str, f32)>) {
        let directory = Directory::new([
            ("fra", false, vec!["France", "French"]),
            ("kor", false, vec!["Republic of Korea"]),
            ("tun", false, vec!["Tunisia", "Tunisian"]),
            ("arab-group", true, vec!["Arab Group", "Group of Arab States"]),
        ]);
        let found = directory.speaker(printed, text);
        assert_eq!(found.as_ref().map(|r| (r.actor.as_str(), r.confidence)), expected, "{printed}");
    }

    #[test]
    fn a_printed_name_says_more_than_the_words() {
        check("FRANCE", "Tunisia believes", Some(("fra", WHOLE)));
        check("Mr. Kim (Republic of Korea)", "", Some(("kor", BRACKETED)));
        check("Jane Doe, France", "", Some(("fra", PART)));
        check("FRA", "", Some(("fra", CODE)));
        check("Tunisia (on behalf of the Arab Group)", "", Some(("tun", WHOLE)));
        check("The representative of France", "", Some(("fra", WHOLE)));
    }

    #[test]
    fn words_alone_are_never_sure() {
        check("Speaker 1", "My country, France, is ready. France believes in law.", Some(("fra", BY_WORDS)));
        check("Speaker 2", "We all agree.", None);
    }

    #[test]
    fn a_group_is_looked_for_among_groups() {
        let directory = Directory::new([("tun", false, vec!["Tunisia"]), ("arab-group", true, vec!["Arab Group"])]);
        assert_eq!(directory.group("the Arab Group").map(|r| r.actor).as_deref(), Some("arab-group"));
        assert_eq!(directory.group("Tunisia"), None);
    }
}
