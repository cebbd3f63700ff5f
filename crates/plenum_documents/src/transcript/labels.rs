//! Names of speakers as transcripts print them: `FRANCE:`, `Mr. Doe (France) (spoke in French):`, `The Chair:`, `主席：`.

const LONGEST_CHARS: usize = 110; // "Ms. Doe (Antigua and Barbuda), on behalf of the Caribbean Community (spoke in English)" has 87.
const LONGEST_ALONE: usize = 80;
const MOST_WORDS: usize = 14;

/// A name with how sure it is that it is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label<'a> {
    /// As printed, without the colon.
    pub(super) name: &'a str,
    /// Whether its form leaves no doubt: a title, a bracket, capitals, the Chair.
    pub(super) is_sure: bool,
}

/// A name at the beginning of a text, and the words after its colon.
pub(super) fn split(text: &str) -> Option<(Label<'_>, &str)> {
    let head_end = text.char_indices().nth(LONGEST_CHARS).map_or(text.len(), |(at, _)| at);
    let colon = colon_outside_brackets(&text[..head_end])?;
    let (name, rest) = text.split_at(colon);
    let rest = rest.trim_start_matches([':', '：']).trim_start_matches(['*', '_']).trim_start();
    if rest.starts_with("//") {
        return None; // An address.
    }
    let name = name.trim().trim_matches(['*', '_']).trim();
    label(name).map(|label| (label, rest))
}

/// A name that stands alone on its line, with or without a colon.
pub(super) fn alone(text: &str) -> Option<Label<'_>> {
    let name = text.trim().trim_end_matches([':', '：', '*', '_']).trim();
    if name.ends_with(['.', '?', '!', '。', '؟']) || name.chars().count() > LONGEST_CHARS {
        return None;
    }
    label(name)
}

/// Whether a line is a name in a form that leaves no doubt, and nothing else.
pub(super) fn is_name_alone(text: &str) -> bool {
    text.chars().count() <= LONGEST_ALONE && alone(text).is_some_and(|label| label.is_sure)
}

/// Whether a line begins with a name that leaves no doubt, or one of a few words with a colon.
pub(super) fn begins_turn(text: &str) -> bool {
    split(text).is_some()
}

/// Whether a name is that of whoever chairs, not of a delegation.
pub(super) fn is_chair(name: &str) -> bool {
    let base = name.split(['(', '（', '[']).next().unwrap_or_default().trim().to_lowercase();
    let base = ["the ", "le ", "la ", "el ", "l'", "l’"].iter().find_map(|a| base.strip_prefix(a)).unwrap_or(&base);
    let first = base.split([',', '،']).next().unwrap_or_default().trim();
    CHAIRS.contains(&first)
}

const CHAIRS: [&str; 36] = [
    "chair",
    "chairman",
    "chairperson",
    "chairwoman",
    "acting chair",
    "vice-chair",
    "co-chair",
    "co-chairs",
    "president",
    "acting president",
    "vice-president",
    "temporary president",
    "temporary chair",
    "co-facilitator",
    "co-facilitators",
    "facilitator",
    "moderator",
    "président",
    "présidente",
    "président par intérim",
    "presidente",
    "presidenta",
    "presidente interino",
    "председатель",
    "временный председатель",
    "исполняющий обязанности председателя",
    "заместитель председателя",
    "сопредседатель",
    "الرئيس",
    "الرئيسة",
    "رئيس الجلسة",
    "نائب الرئيس",
    "主席",
    "代理主席",
    "副主席",
    "共同主席",
];

const TITLES: [&str; 26] = [
    "Mr",
    "Mr.",
    "Ms",
    "Ms.",
    "Mrs",
    "Mrs.",
    "Miss",
    "Dr",
    "Dr.",
    "Prof.",
    "H.E.",
    "Ambassador",
    "M.",
    "Mme",
    "Mme.",
    "Mlle",
    "Sr.",
    "Sra.",
    "Srta.",
    "Г-н",
    "Г-жа",
    "г-н",
    "г-жа",
    "السيد",
    "السيدة",
    "Excellency",
];

/// Beginnings that are printed before a colon and name nobody.
const NO_NAMES: [&str; 38] = [
    "note",
    "source",
    "agenda",
    "item",
    "date",
    "time",
    "venue",
    "subject",
    "re",
    "question",
    "answer",
    "q",
    "a",
    "example",
    "first",
    "second",
    "third",
    "fourth",
    "finally",
    "firstly",
    "secondly",
    "thirdly",
    "lastly",
    "madam",
    "mister",
    "again",
    "recommendation",
    "resolution",
    "paragraph",
    "section",
    "chapter",
    "annex",
    "meeting",
    "transcript",
    "session",
    "title",
    "language",
    "duration",
];

/// Small words that stand within names of speakers.
const WITHIN: [&str; 40] = [
    "of",
    "the",
    "and",
    "on",
    "behalf",
    "for",
    "to",
    "in",
    "at",
    "spoke",
    "speaking",
    "interpretation",
    "from",
    "by",
    "via",
    "video",
    "link",
    "de",
    "du",
    "des",
    "la",
    "le",
    "les",
    "del",
    "los",
    "las",
    "et",
    "y",
    "au",
    "nom",
    "en",
    "nombre",
    "e",
    "da",
    "do",
    "van",
    "von",
    "der",
    "bin",
    "ibn",
];

fn label(name: &str) -> Option<Label<'_>> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let first = *words.first()?;
    if words.len() > MOST_WORDS
        || !first.chars().next().is_some_and(char::is_alphabetic)
        || name.contains(['"', '“', '”', '?', '!', ';'])
    {
        return None;
    }
    if is_chair(name) {
        return Some(Label { name, is_sure: true });
    }
    if is_address_to_chair(&words) {
        return None;
    }
    let lower = first.trim_end_matches([',', '.']).to_lowercase();
    if NO_NAMES.contains(&lower.as_str()) {
        return None;
    }
    let speaks_for =
        [" on behalf of ", " au nom d", " en nombre de", " от имени "].iter().any(|words| name.contains(words));
    let has_title = TITLES.contains(&first) || is_representative(name) || speaks_for;
    let has_bracket = name.ends_with([')', ']', '）']) && name.contains(['(', '[', '（']);
    let outside = without_brackets(name);
    let is_cased = outside.chars().any(|c| c.is_uppercase() || c.is_lowercase());
    let letters = outside.chars().filter(|c| c.is_alphabetic()).count();
    let is_capitals = is_cased && letters >= 3 && !outside.chars().any(char::is_lowercase);
    let is_sure = has_title || has_bracket || is_capitals;
    let is_named = if is_cased { is_name_like(&outside) } else { is_short_name(&outside) };
    (is_named && (is_sure || words.len() <= 6)).then_some(Label { name, is_sure })
}

/// "Madam Chair:", "Mr. President:" is said to the Chair, not by.
fn is_address_to_chair(words: &[&str]) -> bool {
    let second = words.get(1).map(|w| w.to_lowercase());
    let chairs = ["chair", "chairman", "chairperson", "president", "moderator", "co-chair", "président", "presidente"];
    let first = words.first().map(|w| w.trim_end_matches('.').to_lowercase()).unwrap_or_default();
    let is_vocative = ["mr", "mister", "madam", "madame", "ms", "monsieur", "señor", "señora", "thank", "dear", "yes"]
        .contains(&first.as_str());
    is_vocative && second.is_some_and(|second| chairs.contains(&second.trim_end_matches(',')))
}

fn is_representative(name: &str) -> bool {
    let starts = [
        "Representative of ",
        "The representative of ",
        "Delegation of ",
        "Speaker ",
        "Observer of ",
        "Representante de",
        "Représentant",
    ];
    starts.iter().any(|start| name.starts_with(start))
}

/// Every word begins with a capital or a digit, but for the small words of names; no stop within.
fn is_name_like(outside: &str) -> bool {
    let is_word_fine = |word: &str| {
        let bare = word.trim_matches([',', '.', '-', '–', '’', '\'']);
        let starts_well =
            bare.chars().next().is_none_or(|c| c.is_uppercase() || c.is_ascii_digit() || !c.is_alphabetic());
        starts_well || WITHIN.contains(&bare) || bare.starts_with("d'") || bare.starts_with("d’")
    };
    let ends_sentence = |word: &str| word.ends_with('.') && word.chars().count() > 5;
    outside.split_whitespace().all(|word| is_word_fine(word) && !ends_sentence(word))
}

/// In scripts without capitals a name is told by its shortness: four words, or in Chinese ten characters.
fn is_short_name(outside: &str) -> bool {
    let is_said = ["我", "我们", "أولا", "ثانيا", "ثالثا", "أخيرا", "第"].iter().any(|start| outside.starts_with(start));
    let is_chinese = outside.chars().any(|c| ('\u{3400}'..='\u{9fff}').contains(&c));
    let fits = if is_chinese { outside.chars().count() <= 12 } else { outside.split_whitespace().count() <= 5 };
    fits && !is_said && !outside.contains(['،', '，', '。', '.', ','])
}

/// A name without what stands in brackets.
fn without_brackets(name: &str) -> String {
    let mut depth = 0_u32;
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out.trim().to_owned()
}

/// Where the first colon stands that is not within brackets nor part of a time.
fn colon_outside_brackets(text: &str) -> Option<usize> {
    let mut depth = 0_u32;
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth = depth.saturating_sub(1),
            ':' | '：' if depth == 0 => return Some(at),
            '\n' => return None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(split(text).map(|(label, _)| label.name), expected, "{text}");
    }

    #[test]
    fn names_are_found_as_they_are_printed() {
        check("FRANCE: We agree.", Some("FRANCE"));
        check("Mr. Doe (France) (spoke in French): We agree.", Some("Mr. Doe (France) (spoke in French)"));
        check("The Chair: Thank you.", Some("The Chair"));
        check("Republic of Korea: Thank you.", Some("Republic of Korea"));
        check("Tunisia, on behalf of the Arab Group: Thank you.", Some("Tunisia, on behalf of the Arab Group"));
        check("主席：谢谢。", Some("主席"));
        check("الرئيس: شكرا", Some("الرئيس"));
        check("Г-жа Доу (Франция): Спасибо.", Some("Г-жа Доу (Франция)"));
        check("**Norway:** Thanks.", Some("Norway"));
    }

    #[test]
    fn what_only_looks_like_a_name_is_none() {
        for text in [
            "We have three points: first, trust.",
            "Madam Chair: we thank you.",
            "Note: this was not said.",
            "Thirdly: trust.",
            "See https://example.org: there.",
            "In the words of the Charter: peace.",
            "12:30 is the time.",
            "Thank you. Norway: yes.",
            "我们有三点：第一",
            "no colon at all",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn the_chair_is_told_from_delegations() {
        for name in ["The Chair", "Chair (Ms. Doe, Norway)", "Acting President", "Le Président", "Председатель", "主席"]
        {
            assert!(is_chair(name), "{name}");
        }
        assert!(!is_chair("Chad") && !is_chair("Ms. Chair Person (Norway)"));
    }
}
