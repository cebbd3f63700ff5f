//! What a text speaks of, so that a question can be held against words in any language: notions of the trade, and by
//! themselves the words that no notion knows.
//!
//! A word unknown to the list counts against an answer in another language: what cannot be compared is not borne out.

use crate::dates;
use crate::lexicon::{self, Notion};
use crate::select::key_set;
use crate::text::tokens;
use std::collections::BTreeSet;

/// What a text speaks of.
#[derive(Clone, Debug, Default)]
pub(crate) struct Matter {
    /// Every notion named.
    notions: BTreeSet<Notion>,
    /// The notions of each word; a word that may mean either is held by a text that speaks of one.
    meant: BTreeSet<BTreeSet<Notion>>,
    words: BTreeSet<String>,
}

/// Stems of one word differ in their ends; this many letters must be the same.
const LETTERS: usize = 4;
/// A word that no notion knows may be a mere verb of happening; it weighs less than a notion.
const WORD: f32 = 0.6;

impl Matter {
    /// Reads a text; numbers are left out, they are compared by value.
    pub(crate) fn of(text: &str) -> Self {
        let plain = without_figures(text);
        let (meant, unknown) = lexicon::meant(&plain);
        let notions = meant.iter().flatten().copied().collect();
        Self { notions, meant, words: key_set(&unknown) }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.meant.is_empty() && self.words.is_empty()
    }

    /// How much it is.
    pub(crate) fn weight(&self) -> f32 {
        self.meant.len() as f32 + WORD * self.words.len() as f32
    }

    /// How much of it another text does not have.
    pub(crate) fn missing_in(&self, other: &Self) -> f32 {
        let is_there = |word: &&String| other.words.iter().any(|theirs| is_kin(word, theirs));
        let words = self.words.iter().filter(|word| !is_there(word)).count();
        let meant = self.meant.iter().filter(|notions| notions.is_disjoint(&other.notions)).count();
        meant as f32 + WORD * words as f32
    }

    /// The share of it that another text has; all of nothing is 1.
    pub(crate) fn share_in(&self, other: &Self) -> f32 {
        if self.is_empty() { 1.0 } else { 1.0 - self.missing_in(other) / self.weight() }
    }

    /// Both together.
    pub(crate) fn and(mut self, other: &Self) -> Self {
        self.notions.extend(&other.notions);
        self.meant.extend(other.meant.iter().cloned());
        self.words.extend(other.words.iter().cloned());
        self
    }

    /// What is left without words that may mean one of some notions.
    pub(crate) fn without(mut self, notions: &[Notion]) -> Self {
        self.meant.retain(|meant| !notions.iter().any(|notion| meant.contains(notion)));
        self.notions.retain(|notion| !notions.contains(notion));
        self
    }
}

/// A text without numbers, ordinals and months: they are compared by value, not as words.
fn without_figures(text: &str) -> String {
    let is_figure = |word: &str| {
        word.chars().any(char::is_numeric)
            || dates::is_month(word)
            || dates::in_words(word).is_some()
            || !dates::ordinals(word).is_empty()
    };
    let mut left = text.to_owned();
    for token in tokens(text).iter().filter(|token| !token.is_han() && is_figure(&token.word)) {
        left.replace_range(token.span.clone(), &" ".repeat(token.span.len()));
    }
    left
}

fn is_kin(one: &str, other: &str) -> bool {
    let is_long = |word: &str| word.chars().count() >= LETTERS;
    one == other || (is_long(one) && is_long(other) && (one.starts_with(other) || other.starts_with(one)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_held_against_words_in_another_language() {
        let label = Matter::of("States listed");
        assert!(Matter::of("Сколько государств?").share_in(&label) > 0.9);
        assert!(Matter::of("Сколько государств ответило на пинг?").share_in(&label) < 0.5);
        assert!(Matter::of("多少国家？").share_in(&label) > 0.9);
        assert!(Matter::of("How many States answered a ping?").share_in(&label) < 0.5);
        assert!(Matter::of("When does it enter into force?").share_in(&Matter::of("Enters into force")) > 0.9);
        assert!(Matter::of("the of in").is_empty());
    }
}
