//! One score from words and meaning.
//!
//! Words lead where they say much: where the best paragraph by words holds most of what is rare in the question.
//! Where it holds little (a question in another language, other words for the same thing), meaning leads. Scores are
//! fused, not ranks: a weak second list must not vote with the weight of the first. The weights were chosen on the
//! questions with even numbers of Cranfield and XQuAD (five languages, and asked of English paragraphs), one setting
//! for all; docs/decisions/0006-search.md has the figures.

use crate::ranking::Candidate;

/// What a cosine of 1 adds where words are strong, in units of the best score by words.
const LIKENESS: f32 = 1.0;
/// What a cosine of 1 adds on top where the words say nothing.
const LIKENESS_ALONE: f32 = 16.0;
/// The coverage up to which words say nothing, and from which on they are fully strong.
const WEAK: f32 = 0.25;
const STRONG: f32 = 0.3;
/// What the best score in titles and headings adds.
const CONTEXT: f32 = 0.06;
/// What the most of the question standing together in one place adds.
const TOGETHER: f32 = 0.3;

/// The scores of candidates, in their order.
pub(crate) fn scores(candidates: &[Candidate]) -> Vec<f32> {
    let top = |value: fn(&Candidate) -> f32| candidates.iter().map(value).fold(0.0, f32::max);
    let (words, context, together) = (top(|c| c.words), top(|c| c.context), top(|c| c.together));
    let best = candidates.iter().max_by(|a, b| a.words.total_cmp(&b.words));
    let covered = best.map_or(0.0, |best| best.covered);
    let strength = ((covered - WEAK) / (STRONG - WEAK)).clamp(0.0, 1.0);
    let likeness = LIKENESS + (1.0 - strength) * LIKENESS_ALONE;
    let share = |value: f32, of: f32| if of > 0.0 { value / of } else { 0.0 };
    let score = |c: &Candidate| {
        share(c.words, words)
            + CONTEXT * share(c.context, context)
            + TOGETHER * share(c.together, together)
            + likeness * c.likeness.unwrap_or(0.0).max(0.0)
    };
    candidates.iter().map(score).collect()
}
