//! Two wordings of a paragraph, word by word: what was kept, removed and added.

use plenum_model::lineage::{Run, Wording};
use similar::{Algorithm, DiffOp, DiffableStr, capture_diff_slices};
use std::ops::Range;

/// Compares two wordings of a paragraph.
///
/// In: the words of both. Out: runs in reading order, none empty: those of [`Wording::Earlier`] and `Both` joined are the
/// earlier text, those of `Later` and `Both` the later one; what was removed stands before what was added in its place.
/// Words are cut as Unicode cuts them (UAX 29), so a Chinese character is a word of its own. A space alone between changed
/// words counts as changed with them: one mark over two words reads better than two marks. Errors: none.
pub fn compare_words<'a>(earlier: &'a str, later: &'a str) -> Vec<Run<'a>> {
    let (old, new) = (earlier.tokenize_unicode_words(), later.tokenize_unicode_words());
    let mut stretches: Vec<Stretch> = Vec::new();
    // Myers' algorithm as `similar` bounds it takes no more than some milliseconds for the longest paragraphs.
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let stretch = Stretch {
            is_kept: matches!(op, DiffOp::Equal { .. }),
            earlier: bytes(earlier, &old, op.old_range()),
            later: bytes(later, &new, op.new_range()),
        };
        push(&mut stretches, stretch, earlier);
    }
    stretches.iter().flat_map(|stretch| stretch.runs(earlier, later)).filter(|run| !run.text.is_empty()).collect()
}

/// A part of both texts that was kept or changed as a whole: byte ranges.
struct Stretch {
    is_kept: bool,
    earlier: Range<usize>,
    later: Range<usize>,
}

impl Stretch {
    fn runs<'a>(&self, earlier: &'a str, later: &'a str) -> Vec<Run<'a>> {
        let (old, new) = (&earlier[self.earlier.clone()], &later[self.later.clone()]);
        if self.is_kept {
            return vec![Run { of: Wording::Both, text: new }];
        }
        vec![Run { of: Wording::Earlier, text: old }, Run { of: Wording::Later, text: new }]
    }
    /// Grows over the stretch that follows it.
    fn take(&mut self, next: &Self) {
        self.earlier.end = next.earlier.end;
        self.later.end = next.later.end;
    }
}

/// Adds a stretch; a changed one takes in the changed one before it, and a kept space between the two.
fn push(stretches: &mut Vec<Stretch>, next: Stretch, earlier: &str) {
    if next.is_kept {
        stretches.push(next);
        return;
    }
    let is_space = stretches.last().is_some_and(|last| last.is_kept && earlier[last.earlier.clone()].trim().is_empty());
    if is_space && stretches.len() > 1 {
        stretches.pop();
    }
    match stretches.last_mut().filter(|last| !last.is_kept) {
        Some(last) => last.take(&next),
        None => stretches.push(next),
    }
}

/// Where a range of words stands in its text, in bytes.
fn bytes(text: &str, words: &[&str], range: Range<usize>) -> Range<usize> {
    let start = |at: usize| words.get(at).map_or(text.len(), |word| word.as_ptr() as usize - text.as_ptr() as usize);
    start(range.start)..start(range.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(earlier: &str, later: &str, expected: &str) {
        let runs = compare_words(earlier, later);
        let shown = runs.iter().map(|run| match run.of {
            Wording::Both => run.text.to_owned(),
            Wording::Earlier => format!("[-{}]", run.text),
            Wording::Later => format!("[+{}]", run.text),
        });
        let shown = shown.collect::<String>();
        assert_eq!(shown, expected);
        let of = |not: Wording| runs.iter().filter(|run| run.of != not).map(|run| run.text).collect::<String>();
        assert_eq!((of(Wording::Later).as_str(), of(Wording::Earlier).as_str()), (earlier, later));
    }

    #[test]
    fn words_removed_stand_before_words_added() {
        check("States should meet.", "States shall meet.", "States [-should][+shall] meet.");
        check("States should not meet.", "All States should meet.", "[+All ]States should[- not] meet.");
        check("a b c d", "a x y d", "a [-b c][+x y] d");
    }

    #[test]
    fn what_is_the_same_or_wholly_other_is_one_run() {
        check("Lights.", "Lights.", "Lights.");
        check("", "Lights", "[+Lights]");
        check("Lights", "", "[-Lights]");
        check("", "", "");
    }

    #[test]
    fn chinese_is_compared_by_character_and_arabic_by_word() {
        check("各国应当合作", "各国必须合作", "各国[-应当][+必须]合作");
        check("ينبغي للدول أن تتعاون", "يجب على الدول أن تتعاون", "[-ينبغي للدول][+يجب على الدول] أن تتعاون");
    }
}
