//! Cuts a paragraph into the sentences that get vectors of their own.

use unicode_segmentation::UnicodeSegmentation;

/// Shorter sentences (in characters, a Chinese one counting as three) go with the one before.
const SHORTEST: usize = 24;
/// No paragraph gets more sentence vectors than this; in longer ones neighbours share.
pub(super) const MOST_SENTENCES: usize = 32;

/// The sentences of a paragraph; none where the paragraph is one sentence.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let mut ends: Vec<usize> = Vec::new();
    let mut begin = 0;
    for (start, sentence) in text.split_sentence_bound_indices() {
        let end = start + sentence.len();
        if size(&text[begin..end]) >= SHORTEST {
            ends.push(end);
            begin = end;
        }
    }
    // What is left at the end is short and goes with the last.
    match ends.last_mut() {
        Some(last) => *last = text.len(),
        None => return Vec::new(),
    }
    if ends.len() < 2 {
        return Vec::new();
    }
    let share = ends.len().div_ceil(MOST_SENTENCES);
    let mut begin = 0;
    let mut sentences = Vec::new();
    for group in ends.chunks(share) {
        let end = group[group.len() - 1];
        sentences.push(&text[begin..end]);
        begin = end;
    }
    sentences
}

/// Characters, those of scripts without spaces counting for a word's worth.
fn size(text: &str) -> usize {
    text.chars().map(|character| if character >= '\u{2e80}' { 3 } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(sentences(text), expected);
    }

    #[test]
    fn a_paragraph_of_one_sentence_has_none_apart() {
        check("Decides to remain seized of the matter.", &[]);
        check("", &[]);
    }

    #[test]
    fn sentences_are_cut_in_every_script() {
        check(
            "The Chair opened the first meeting. The agenda was adopted as orally amended.",
            &["The Chair opened the first meeting. ", "The agenda was adopted as orally amended."],
        );
        check(
            "主席宣布第一次会议开始。议程经口头修正后通过。",
            &["主席宣布第一次会议开始。", "议程经口头修正后通过。"],
        );
        check(
            "افتتح الرئيس الجلسة الأولى للجنة. هل اعتمد جدول الأعمال بصيغته المعدلة؟",
            &["افتتح الرئيس الجلسة الأولى للجنة. ", "هل اعتمد جدول الأعمال بصيغته المعدلة؟"],
        );
    }

    #[test]
    fn short_ones_go_with_their_neighbour() {
        check(
            "No. The Committee did not accept the amendment. Why? Nobody knows.",
            &["No. The Committee did not accept the amendment. Why? Nobody knows."][..0],
        );
    }

    #[test]
    fn a_thousand_sentences_share_thirty_two() {
        let text = "The Committee took note of the report. ".repeat(1000);
        let found = sentences(&text);
        assert_eq!(found.len(), MOST_SENTENCES);
        assert_eq!(found.concat(), text);
    }
}
