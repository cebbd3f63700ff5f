//! Hyphens at the ends of lines: which join a word cut in two, and which belong to it ("non-State").

use super::words::PageWords;
use std::collections::HashMap;

/// How often the words in question occur elsewhere in the document.
#[derive(Default)]
pub(super) struct Hyphens {
    counts: HashMap<String, u32>,
}

/// The two halves of a word cut at the end of a line, lower case, without what is no letter around them.
fn halves<'t>(first: &'t str, second: &'t str) -> Option<(&'t str, &'t str)> {
    let first = first.strip_suffix(['-', '\u{2010}'])?.trim_start_matches(|c: char| !c.is_alphanumeric());
    let second = second.trim_end_matches(|c: char| !c.is_alphanumeric());
    let fits = first.chars().next_back().is_some_and(char::is_alphabetic)
        && second.chars().next().is_some_and(char::is_lowercase);
    fits.then_some((first, second))
}

impl Hyphens {
    /// Counts in the pages whatever is needed to judge the given ends and beginnings of lines.
    pub fn weigh<'t>(pages: &[PageWords], cuts: impl Iterator<Item = (&'t str, &'t str)>) -> Self {
        let mut counts = HashMap::new();
        for (first, second) in cuts {
            if let Some((first, second)) = halves(first, second) {
                let (first, second) = (first.to_lowercase(), second.to_lowercase());
                counts.insert(format!("{first}{second}"), 0);
                counts.insert(format!("{first}-{second}"), 0);
                counts.insert(first, 0);
                counts.insert(second, 0);
            }
        }
        if counts.is_empty() {
            return Self::default();
        }
        let mut lower = String::new();
        for page in pages {
            for word in &page.words {
                let letters = page.letters(word).trim_matches(|c: char| !c.is_alphanumeric());
                lower.clear();
                lower.extend(letters.chars().flat_map(char::to_lowercase));
                if let Some(count) = counts.get_mut(lower.as_str()) {
                    *count += 1;
                }
            }
        }
        Self { counts }
    }

    /// Whether the hyphen between the last word of a line and the first of the next only marks the cut.
    pub fn is_cut(&self, first: &str, second: &str) -> bool {
        let Some((first, second)) = halves(first, second) else { return false };
        let (first, second) = (first.to_lowercase(), second.to_lowercase());
        let count = |word: &str| self.counts.get(word).copied().unwrap_or(0);
        let (joined, hyphenated) = (count(&format!("{first}{second}")), count(&format!("{first}-{second}")));
        if joined != hyphenated {
            return joined > hyphenated;
        }
        // Two words of the document are more likely a compound than halves of a third word.
        const COMPOUNDING: [&str; 12] =
            ["non", "self", "co", "inter", "multi", "cross", "well", "long", "short", "high", "vice", "ex"];
        !(COMPOUNDING.contains(&first.as_str()) || (count(&first) > 0 && count(&second) > 0) || first.contains('-'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, first: &str, second: &str, expected: bool) {
        let mut page = PageWords { text: text.to_owned(), ..PageWords::default() };
        let mut at = 0;
        for word in text.split(' ') {
            let (start, end) = (at, at + word.len());
            at = end + 1;
            page.words.push(super::super::words::Word {
                start: u32::try_from(start).expect("short"),
                end: u32::try_from(end).expect("short"),
                ..super::super::words::Word::nowhere()
            });
        }
        let hyphens = Hyphens::weigh(&[page], [(first, second)].into_iter());
        assert_eq!(hyphens.is_cut(first, second), expected, "{first} {second}");
    }

    #[test]
    fn a_word_that_occurs_whole_elsewhere_was_cut() {
        check("the implementation of", "imple-", "mentation", true);
        check("results-based budgeting", "results-", "based", false);
    }

    #[test]
    fn without_example_two_known_words_make_a_compound() {
        check("the results are based on", "results-", "based", false);
        check("nothing of the kind", "imple-", "mentation", true);
        check("nothing of the kind", "non-", "nuclear", false);
    }
}
