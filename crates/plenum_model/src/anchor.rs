//! Anchors: the place of each paragraph in an address, the same in every language version.
//!
//! `12` for paragraph 12, `12(b)` for its sub-item, `art-3` never: the article word is left out, so that
//! `Article 3`, `المادة 3` and `第三条` share the anchor `3`. A paragraph without a number is counted from the last
//! one that has: `12+1` is the first after 12, `0+2` the second of the document. A number met again gets `~2`.

use crate::Paragraph;
use std::collections::HashMap;
use std::fmt;

/// The part of an address that names a paragraph within its revision; unique there, never empty.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Anchor(String);

/// Why a text is not an anchor.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is no paragraph's number")]
pub struct NotAnAnchor(pub String);

const MAX_CHARS: usize = 40; // Longest seen: an annex' numeral, a section's and an item's; ten times shorter.

impl Anchor {
    /// Parses an anchor from an address or from what a reader typed (`12 (b)`).
    pub fn parse(text: &str) -> Result<Self, NotAnAnchor> {
        let packed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let fits = !packed.is_empty()
            && packed.chars().count() <= MAX_CHARS
            && packed.chars().all(|c| c.is_alphanumeric() || "().-+~".contains(c))
            && packed != "."
            && packed != "..";
        if fits { Ok(Self(packed)) } else { Err(NotAnAnchor(text.chars().take(MAX_CHARS).collect())) }
    }
    /// The anchor as written in an address (unescaped).
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Gives each paragraph its anchor.
///
/// In: the paragraphs of one revision in reading order. Out: as many anchors, in the same order, all different.
/// Errors: none; a number without a letter or digit counts as no number.
pub fn anchors(paragraphs: &[Paragraph]) -> Vec<Anchor> {
    let mut seen: HashMap<String, u32> = HashMap::new();
    let mut last_number = String::from("0");
    let mut unnumbered_since = 0;
    let mut given = Vec::with_capacity(paragraphs.len());
    for paragraph in paragraphs {
        let base = match paragraph.number.as_deref().map(of_number).filter(|slug| !slug.is_empty()) {
            // A heading's numeral (II, B) would shadow a paragraph's; headings are counted like the unnumbered.
            Some(slug) if paragraph.kind != crate::ParagraphKind::Heading => {
                last_number.clone_from(&slug);
                unnumbered_since = 0;
                slug
            }
            _ => {
                unnumbered_since += 1;
                format!("{last_number}+{unnumbered_since}")
            }
        };
        let times = seen.entry(base.clone()).or_insert(0);
        *times += 1;
        if *times > 1 {
            let again = format!("{base}~{times}");
            // What follows a repeated number is counted from it, else the pluses would repeat too.
            if unnumbered_since == 0 {
                last_number.clone_from(&again);
            }
            given.push(Anchor(again));
        } else {
            given.push(Anchor(base));
        }
    }
    given
}

/// The anchor that a printed number stands for: `Article 3` is `3`, `第三条` is `3`, `12 (b)` is `12(b)`.
pub fn of_number(number: &str) -> String {
    let ascii: String = number.chars().filter_map(ascii_digit_or_same).collect();
    if let Some(numeral) = chinese_numeral(&ascii) {
        return numeral.to_string();
    }
    let has_digit = ascii.chars().any(|c| c.is_ascii_digit());
    let mut out = String::new();
    for word in ascii.split_whitespace() {
        // A word before the digits ("Article", "المادة") names the kind of number; the digits are the number.
        let is_name = has_digit && !word.starts_with('(') && !word.chars().any(|c| c.is_ascii_digit());
        if !is_name {
            out.extend(word.chars().filter(|c| c.is_alphanumeric() || "().-".contains(*c)));
        }
    }
    let trimmed = out.trim_matches(['.', '-']);
    trimmed.chars().take(MAX_CHARS - 6).collect() // Room for "~" or "+" and five digits.
}

/// Arabic-Indic and full-width digits as ASCII; bidirectional marks go.
fn ascii_digit_or_same(c: char) -> Option<char> {
    let from = |zero: u32| char::from_digit(c as u32 - zero, 10);
    match c {
        '٠'..='٩' => from(0x660),
        '۰'..='۹' => from(0x6F0),
        '０'..='９' => from(0xFF10),
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
        '（' => Some('('),
        '）' => Some(')'),
        _ => Some(c),
    }
}

/// The value of `第十二条`, `十二`, `二十`: up to 9,999; `None` if it is no such numeral.
fn chinese_numeral(text: &str) -> Option<u32> {
    let core: String = text.chars().filter(|c| !"第条段款项章节、.．, ".contains(*c)).collect();
    if core.is_empty() {
        return None;
    }
    let (mut total, mut digit) = (0, None);
    for c in core.chars() {
        let value = match c {
            '〇' | '零' => Some(0),
            '一' => Some(1),
            '二' => Some(2),
            '三' => Some(3),
            '四' => Some(4),
            '五' => Some(5),
            '六' => Some(6),
            '七' => Some(7),
            '八' => Some(8),
            '九' => Some(9),
            _ => None,
        };
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            _ => 0,
        };
        match (value, unit) {
            (Some(v), _) => digit = Some(v),
            (None, 0) => return None,
            (None, unit) => {
                total += digit.unwrap_or(1) * unit;
                digit = None;
            }
        }
    }
    Some(total + digit.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ParagraphKind;

    fn check(numbers: &[&str], expected: &[&str]) {
        let paragraphs: Vec<Paragraph> = numbers
            .iter()
            .map(|n| Paragraph { number: (!n.is_empty()).then(|| (*n).to_owned()), ..Paragraph::plain("words") })
            .collect();
        let found: Vec<String> = anchors(&paragraphs).iter().map(ToString::to_string).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_number_is_its_own_anchor() {
        check(&["1", "2", "2 (a)", "2 (a) (i)", "25.10"], &["1", "2", "2(a)", "2(a)(i)", "25.10"]);
    }

    #[test]
    fn the_unnumbered_are_counted_from_the_last_number() {
        check(&["", "", "1", "", "2"], &["0+1", "0+2", "1", "1+1", "2"]);
    }

    #[test]
    fn a_number_met_again_is_told_apart() {
        check(&["1", "2", "1", "", "2"], &["1", "2", "1~2", "1~2+1", "2~2"]);
    }

    #[test]
    fn articles_share_an_anchor_in_every_language() {
        for number in ["Article 12", "Artículo 12", "Статья 12", "المادة 12", "المادة ١٢", "第十二条", "第12条"]
        {
            assert_eq!(of_number(number).trim_matches(|c: char| !c.is_ascii_digit()), "12", "{number}");
        }
        assert_eq!(of_number("第三十条"), "30");
        assert_eq!(of_number("Article premier"), "Articlepremier");
    }

    #[test]
    fn headings_do_not_shadow_paragraphs() {
        let heading = Paragraph { number: Some("1".into()), kind: ParagraphKind::Heading, ..Paragraph::plain("Scope") };
        let body = Paragraph { number: Some("1".into()), ..Paragraph::plain("words") };
        let found: Vec<String> = anchors(&[heading, body]).iter().map(ToString::to_string).collect();
        assert_eq!(found, ["0+1", "1"]);
    }

    #[test]
    fn every_anchor_given_can_be_parsed() {
        let paragraphs: Vec<Paragraph> = ["12 (b)", "??", "المادة 1", "第一条", "x/../y", "a b c"]
            .iter()
            .map(|n| Paragraph { number: Some((*n).into()), ..Paragraph::plain("w") })
            .collect();
        for anchor in anchors(&paragraphs) {
            assert_eq!(Anchor::parse(anchor.as_str()), Ok(anchor));
        }
    }
}
