//! What readers of files say by key: troubles and refusals in the language of the interface.

use crate::words::{Told, Words};

/// Every key that a reader may give, here or in a database; a test holds the word lists to it.
const KEYS: [&str; 35] = [
    "trouble-film",
    "trouble-sound",
    "trouble-frame",
    "trouble-object",
    "trouble-pictures",
    "trouble-described-pictures",
    "trouble-furniture",
    "trouble-not-a-post",
    "trouble-locked-post",
    "trouble-backwards",
    "trouble-missing",
    "trouble-word-pictures",
    "trouble-charts",
    "trouble-hidden-letters",
    "trouble-embedded",
    "trouble-lost-notes",
    "trouble-lost-note",
    "trouble-too-many-pages",
    "trouble-damaged-page",
    "trouble-overdrawn",
    "trouble-nested-drawings",
    "trouble-overfull",
    "trouble-nameless-letters",
    "trouble-picture-of-a-page",
    "trouble-changed-cells",
    "refusal-empty",
    "refusal-unknown-format",
    "refusal-encrypted",
    "refusal-damaged",
    "refusal-too-large",
    "refusal-too-deep",
    "refusal-unsafe",
    "refusal-too-slow",
    "refusal-too-much-memory",
    "refusal-fault",
];

/// The sentences of a key: what happened and what to do; `None` for a key that is not known, whose English is shown.
///
/// In: arguments by name; `n` is a number. Those of other names than the sentences use do no harm.
pub(crate) fn sentences(words: &Words, key: &str, arguments: &[(&str, &str)]) -> Option<String> {
    let key = KEYS.iter().find(|known| **known == key)?;
    let told: Vec<(&'static str, Told<'_>)> =
        arguments.iter().filter_map(|(name, value)| argument(name, value)).collect();
    Some(words.tell(key, &told))
}

fn argument<'a>(name: &str, value: &'a str) -> Option<(&'static str, Told<'a>)> {
    if name == "n" {
        return Some(("n", Told::Number(value.parse().ok()?)));
    }
    let name = ["from", "near", "number", "previous"].into_iter().find(|known| *known == name)?;
    Some((name, Told::Name(if value.is_empty() { "…" } else { value })))
}

/// Whether a trouble's sentences say where it is, or it is in the whole of the file or page.
pub(crate) fn says_place(key: &str) -> bool {
    KEYS.contains(&key)
        && !["trouble-backwards", "trouble-missing", "trouble-lost-note", "trouble-locked-post"].contains(&key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use plenum_model::Oddity;

    #[test]
    fn a_trouble_is_told_in_the_language_of_the_interface() {
        let oddity = Oddity::Backwards { number: "13".into(), previous: "14".into() }.at(None, "13");
        let arguments: Vec<(&str, &str)> = oddity.arguments.iter().map(|(name, value)| (&**name, &**value)).collect();
        let told = |lang| sentences(Words::of(lang), &oddity.key, &arguments).expect("a known key");
        let plain = |lang| told(lang).replace(['\u{2068}', '\u{2069}'], "");
        assert!(plain("fr").starts_with("La numérotation recule : 13 suit 14."), "{}", plain("fr"));
        assert!(plain("zh").contains("13") && plain("ar").contains("14"));
        assert_eq!(sentences(Words::of("fr"), "trouble-of-tomorrow", &[]), None);
    }

    #[test]
    fn every_key_that_readers_give_is_known_and_none_beside() {
        let sources = [
            include_str!("../../plenum_model/src/oddity.rs"),
            include_str!("../../plenum_documents/src/error.rs"),
            include_str!("../../plenum/src/child.rs"),
        ];
        let given = |key: &str| sources.iter().any(|source| source.contains(&format!("\"{key}\"")));
        for source in sources {
            for piece in
                source.split('"').filter(|piece| piece.starts_with("trouble-") || piece.starts_with("refusal-"))
            {
                assert!(KEYS.contains(&piece) || piece.ends_with('-'), "{piece} has no words");
            }
        }
        assert!(KEYS.iter().all(|key| given(key)));
    }

    #[test]
    fn every_key_has_sentences_that_lack_no_argument() {
        let all = [("n", "3"), ("from", "x"), ("near", "x"), ("number", "1"), ("previous", "2")];
        for lang in plenum_model::language::UN_SIX {
            for key in KEYS {
                let told = sentences(Words::of(lang), key, &all).expect("a known key");
                assert!(!told.contains(['\u{2047}', '{']), "{key} in {lang}: {told}");
            }
        }
    }
}
