//! Words made tidy: one line, single spaces, NFC; marks keep their places.

use super::block::Mark;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Brings a text to one line with single spaces, in NFC, without soft hyphens and zero-width spaces.
///
/// In: the raw text and marks with offsets in it. Out: the tidy text, and the offset of each mark in it, in order.
pub(super) fn tidy(text: &str, marks: &[Mark]) -> (String, Vec<usize>) {
    let mut out = String::with_capacity(text.len());
    let mut places = Vec::with_capacity(marks.len());
    let mut is_after_space = true; // Nothing before the first word.
    let mut from = 0;
    for at in marks.iter().map(|mark| floor(text, mark.at)).chain([text.len()]) {
        let at = at.max(from);
        push_tidy(&text[from..at], &mut out, &mut is_after_space);
        from = at;
        places.push(out.len());
    }
    places.pop();
    let kept = out.trim_end().len();
    out.truncate(kept);
    (out, places.into_iter().map(|place| place.min(kept)).collect())
}

fn push_tidy(text: &str, out: &mut String, is_after_space: &mut bool) {
    let keep = |c: &char| !matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\0');
    let mut segment = String::with_capacity(text.len());
    for c in text.chars().filter(keep) {
        // Control characters come from broken fonts and old converters; they part words as spaces do.
        if c.is_whitespace() || c.is_control() {
            if !*is_after_space {
                segment.push(' ');
            }
            *is_after_space = true;
        } else {
            // A hyphen at which the line may not break is a matter of layout; words are searched and compared with "-".
            segment.push(if c == '\u{2011}' { '-' } else { c });
            *is_after_space = false;
        }
    }
    if is_nfc(&segment) { out.push_str(&segment) } else { out.extend(segment.nfc()) }
}

/// The nearest character border at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_keeps_its_place_among_the_words() {
        let raw = "  Recalling\u{a0} its\nresolution , cafe\u{301} ";
        let marks = [Mark { mark: "1".into(), at: raw.find(" ,").expect("comma") }, Mark { mark: "2".into(), at: 999 }];
        let (text, places) = tidy(raw, &marks);
        assert_eq!(text, "Recalling its resolution , café");
        assert_eq!(&text[..places[0]], "Recalling its resolution");
        assert_eq!(places[1], text.len());
    }
}
