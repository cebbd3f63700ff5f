//! One score from words and meaning.
//!
//! Words lead where they say much: where the best paragraph by words holds most of what is rare in the question.
//! Where it holds little (a question in another language, other words for the same thing), meaning leads. Scores are
//! fused, not ranks: a weak second list must not vote with the weight of the first.

use crate::ranking::Candidate;

/// What a cosine of 1 adds where words are strong (in units of the best score by words). Chosen on the questions with
/// even numbers of Cranfield and XQuAD, see docs/decisions.
const LIKENESS: f32 = 0.4;
/// What a cosine of 1 adds on top where the words say nothing.
const LIKENESS_ALONE: f32 = 2.0;
/// The coverage at and above which words are fully strong, and that at and below which they say nothing.
const STRONG: f32 = 0.5;
const WEAK: f32 = 0.1;
/// What the best score in titles and headings adds.
const CONTEXT: f32 = 0.03;

/// The scores of candidates, in their order.
pub(crate) fn scores(candidates: &[Candidate]) -> Vec<f32> {
    let top = |value: fn(&Candidate) -> f32| candidates.iter().map(value).fold(0.0, f32::max);
    let (words, context) = (top(|c| c.words), top(|c| c.context));
    let covered = candidates.iter().filter(|c| c.words >= words * 0.999).map(|c| c.covered).fold(0.0, f32::max);
    let strength = ((covered - WEAK) / (STRONG - WEAK)).clamp(0.0, 1.0);
    let likeness = LIKENESS + (1.0 - strength) * LIKENESS_ALONE;
    let share = |value: f32, of: f32| if of > 0.0 { value / of } else { 0.0 };
    candidates
        .iter()
        .map(|c| {
            share(c.words, words) + CONTEXT * share(c.context, context) + likeness * c.likeness.unwrap_or(0.0).max(0.0)
        })
        .collect()
}
