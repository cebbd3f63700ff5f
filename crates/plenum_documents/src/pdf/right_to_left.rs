//! Text written from the right: from the order in which it stands on the page to the order in which it is read.

use super::words::is_right_to_left;
use unicode_bidi::{BidiInfo, Level};
use unicode_normalization::UnicodeNormalization;

/// The reading order of a line.
///
/// In: the letters of one line as they stand from left to right, and whether the document is written from the right.
/// Out: the same letters as they are read, joined forms of Arabic as plain letters. Lines without such letters are
/// returned as they are.
pub(super) fn logical(visual: &str, is_document_right_to_left: bool) -> String {
    let from_right = visual.chars().filter(|c| is_right_to_left(*c)).count();
    if from_right == 0 {
        return visual.to_owned();
    }
    let from_left = visual.chars().filter(|c| c.is_alphabetic() && !is_right_to_left(*c)).count();
    let is_rtl = is_document_right_to_left || from_right >= from_left;
    let level = if is_rtl { Level::rtl() } else { Level::ltr() };
    // What turns reading order into standing order also turns it back: runs are reversed, and runs within them again.
    let info = BidiInfo::new(visual, Some(level));
    let turned: String =
        info.paragraphs.iter().map(|paragraph| info.reorder_line(paragraph, paragraph.range.clone())).collect();
    plain(&if is_rtl { brackets_turned(turned) } else { turned })
}

/// Brackets are drawn as mirror images in lines from the right, and some files name them by their looks: seen when a
/// closing bracket comes before its opening one.
fn brackets_turned(line: String) -> String {
    let first = line.chars().find(|c| "()[]".contains(*c));
    let count = |wanted: &str| line.chars().filter(|c| wanted.contains(*c)).count();
    if !matches!(first, Some(')' | ']')) || count("([") != count(")]") {
        return line;
    }
    let turn = |c| match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        other => other,
    };
    line.chars().map(turn).collect()
}

/// Arabic and Hebrew presentation forms as the letters they stand for.
fn plain(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for letter in line.chars() {
        match letter {
            '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => {
                // Marks standing alone come with a space to stand on.
                out.extend(std::iter::once(letter).nfkc().filter(|c| *c != ' '));
            }
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | 'ـ' => {}
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(visual: &str, expected: &str) {
        assert_eq!(logical(visual, true), expected);
    }

    #[test]
    fn arabic_standing_on_a_page_is_read_from_the_right() {
        check("ةيماتخلا ماكحألا", "الأحكام الختامية");
        check("79/1 رارقلا", "القرار 79/1");
        check("A/RES/79/1 رارقلا", "القرار A/RES/79/1");
    }

    #[test]
    fn joined_forms_become_plain_letters_in_the_right_order() {
        // Standing from left to right: final alef-lam ligature, then initial beh.
        check("\u{fefc}\u{fe91}", "بلا");
    }

    #[test]
    fn latin_lines_stay_as_they_are() {
        assert_eq!(logical("Decides (a) to remain", false), "Decides (a) to remain");
    }
}
