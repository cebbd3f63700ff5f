//! The six word lists hold the same keys with the same arguments, all used, none left in English.

use super::*;
use std::collections::{BTreeMap, BTreeSet};

/// Keys with the arguments that their messages name.
fn arguments(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for line in source.lines() {
        if let Some(own) = keys(line).next() {
            key = own.to_owned();
            assert!(found.insert(key.clone(), BTreeSet::new()).is_none(), "{key} is given twice");
        }
        let names = line.split('$').skip(1).map(|rest| rest.split([' ', '}']).next().unwrap_or_default().to_owned());
        if !line.starts_with('#') {
            found.entry(key.clone()).or_default().extend(names);
        }
    }
    found.retain(|key, _| !key.is_empty());
    found
}

/// Templates and sources of this crate, joined.
fn written() -> String {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut joined = String::new();
    for folder in ["templates", "src", "src/compose"] {
        for entry in std::fs::read_dir(root.join(folder)).expect("it is in the repository") {
            let path = entry.expect("it can be read").path();
            if path.is_file() {
                joined.push_str(&std::fs::read_to_string(path).expect("it is text"));
            }
        }
    }
    joined
}

#[test]
fn all_lists_hold_the_same_keys_with_the_same_arguments() {
    let english = arguments(SOURCES[2].1);
    assert!(english.len() > 200);
    for (lang, source) in SOURCES {
        let own = arguments(source);
        let missing: Vec<_> = english.keys().filter(|key| !own.contains_key(*key)).collect();
        let extra: Vec<_> = own.keys().filter(|key| !english.contains_key(*key)).collect();
        assert!(missing.is_empty() && extra.is_empty(), "{lang} lacks {missing:?}, has beside {extra:?}");
        for (key, wanted) in &english {
            // A language whose plural does not change needs no selector, but it needs the number somewhere.
            assert_eq!(&own[key], wanted, "{key} in {lang}");
        }
    }
}

#[test]
fn every_key_is_used_and_every_key_used_is_there() {
    let written = written();
    let english = arguments(SOURCES[2].1);
    let unused: Vec<_> = english.keys().filter(|key| !written.contains(&format!("\"{key}\""))).collect();
    // Orders of a list, the choice of years and what is wrong with a form are named by the web edge.
    let by_the_web = [
        "order-best",
        "order-oldest",
        "order-newest",
        "all-years",
        "meetings-all",
        "meetings-transcribed",
        "claim-wrong-empty",
        "claim-wrong-date",
        "claim-wrong-document",
        "claim-wrong-words",
    ];
    let unused: Vec<_> = unused.into_iter().filter(|key| !by_the_web.contains(&key.as_str())).collect();
    assert!(unused.is_empty(), "{unused:?} are said nowhere");
    for call in [".say(\"", ".count(\"", ".name(\"", ".tell(\""] {
        for rest in written.split(call).skip(1) {
            let key = rest.split('"').next().unwrap_or_default();
            assert!(english.contains_key(key), "{key} is said but in no list");
        }
    }
}

#[test]
fn no_english_is_left_in_the_others() {
    const SAME: [&str; 2] = ["name", "example-symbol"];
    let english = Words::of("en");
    for lang in ["ar", "zh", "fr", "ru", "es"] {
        let words = Words::of(lang);
        for (key, value) in &words.plain {
            if SAME.contains(&key.as_str()) {
                continue;
            }
            if matches!(lang, "ar" | "zh" | "ru") {
                assert!(value.chars().any(|c| c.is_alphabetic() && !c.is_ascii()), "{key} in {lang}: {value}");
            } else {
                let is_one_word = !value.contains(' ');
                assert!(is_one_word || *value != english.plain[key], "{key} in {lang}: {value}");
            }
        }
    }
}

#[test]
fn plurals_follow_each_language() {
    let said = |lang, n: u64| Words::of(lang).count("documents", n).replace(['\u{2068}', '\u{2069}'], "");
    assert_eq!([1, 2, 5, 21].map(|n| said("ru", n)), ["1 документ", "2 документа", "5 документов", "21 документ"]);
    assert_eq!(
        [0, 1, 2, 3, 11, 100].map(|n| said("ar", n)),
        ["لا وثائق", "وثيقة واحدة", "وثيقتان", "٣ وثائق", "١١ وثيقة", "١٠٠ وثيقة"]
    );
    assert_eq!([0, 1, 2].map(|n| said("fr", n)), ["0 document", "1 document", "2 documents"]);
    assert_eq!(said("en", 1_234), "1,234 documents");
    assert_eq!(said("zh", 2), "2 份文件");
}

#[test]
fn every_plural_of_a_language_is_given() {
    for (lang, wanted) in
        [("ar", ["zero", "one", "two", "few", "many", "other"].as_slice()), ("ru", &["one", "few", "many", "other"])]
    {
        let source = SOURCES.iter().find(|(own, _)| *own == lang).expect("one of the six").1;
        let mut key = "";
        let mut seen: Vec<&str> = Vec::new();
        for line in source.lines().chain(["}"]) {
            if let Some(own) = keys(line).next() {
                (key, seen) = (own, Vec::new());
            }
            seen.extend(
                line.split('[').nth(1).filter(|_| line.starts_with(' ')).and_then(|rest| rest.split(']').next()),
            );
            if line.trim() == "}" && !seen.is_empty() {
                assert_eq!(seen, wanted, "{key} in {lang}");
                seen.clear();
            }
        }
    }
}

#[test]
fn every_value_of_ours_has_words() {
    for (lang, _) in SOURCES {
        let words = Words::of(lang);
        let mut all: Vec<&str> = Vec::new();
        all.extend(Standing::ALL.map(|standing| words.standing(standing)));
        all.extend(Standing::ALL.map(|standing| words.standing_meaning(standing)));
        all.extend(DocumentKind::ALL.map(|kind| words.kind(kind)));
        all.extend(
            [Change::Unchanged, Change::Moved, Change::Reworded, Change::Added, Change::Removed]
                .map(|c| words.change(c)),
        );
        assert!(all.iter().all(|said| !said.contains('\u{2047}')), "{lang}: {all:?}");
    }
}
