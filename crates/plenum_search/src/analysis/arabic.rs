//! Arabic: letter forms folded, and a light stemmer (articles, conjunctions and common endings go, roots stay).

use super::fold::ascii_digit_or_same;

/// Appends `word` with its letters in one form: no vowel signs, no tatweel, ا for أإآٱ, ه for ة, ي for ى, ASCII digits.
pub(crate) fn fold(word: &str, out: &mut String) {
    use unicode_normalization::UnicodeNormalization;
    for letter in word.nfkc() {
        match letter {
            '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}' | '\u{640}' => {}
            '\u{200c}' | '\u{200d}' => {}
            'أ' | 'إ' | 'آ' | 'ٱ' => out.push('ا'),
            'ة' => out.push('ه'),
            'ى' | 'ی' | 'ئ' => out.push('ي'),
            'ؤ' => out.push('و'),
            'ک' => out.push('ك'),
            other => out.push(ascii_digit_or_same(other)),
        }
    }
}

const PREFIXES: [&str; 11] = ["وبال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال", "و", "ب", "ل"];
const SUFFIXES: [&str; 12] = ["هما", "ها", "ان", "ات", "ون", "ين", "يه", "هم", "ه", "ي", "ا", "ت"];

/// The light stem of a folded word (after Larkey's light stemmers, with the one-letter prepositions from six letters on).
///
/// At least two letters are left after a prefix and after a suffix, so short words keep their sense.
pub(crate) fn light_stem(folded: &str) -> &str {
    let mut stem = folded;
    for prefix in PREFIXES {
        let left = |rest: &str| rest.chars().count();
        // A single letter is a preposition only before a word long enough to stand alone.
        let least = match prefix {
            "ب" | "ل" => 5,
            "و" => 3,
            _ => 2,
        };
        if let Some(rest) = stem.strip_prefix(prefix).filter(|rest| left(rest) >= least) {
            stem = rest;
            break;
        }
    }
    for suffix in SUFFIXES {
        let least = if suffix == "ا" || suffix == "ت" { 4 } else { 2 };
        if let Some(rest) = stem.strip_suffix(suffix).filter(|rest| rest.chars().count() >= least) {
            stem = rest;
        }
    }
    stem
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, expected: &str) {
        let mut folded = String::new();
        fold(word, &mut folded);
        assert_eq!(light_stem(&folded), expected, "{word}");
    }

    #[test]
    fn articles_and_endings_go() {
        check("والاتفاقيات", "اتفاق");
        check("اتفاقية", "اتفاق");
        check("للمفاوضات", "مفاوض");
        check("المفاوضات", "مفاوض");
        check("دولة", "دول");
        check("الدول", "دول");
    }

    #[test]
    fn letter_forms_are_one() {
        let form = |word: &str| {
            let mut folded = String::new();
            fold(word, &mut folded);
            folded
        };
        assert_eq!(form("الأُمَم"), form("الامم"));
        assert_eq!(form("مســؤولية"), form("مسوولية"));
        assert_eq!(form("١٢"), "12");
    }
}
