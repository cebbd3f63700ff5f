//! What speaks for a passage: words, meaning, names, and by how much it is before the others.

use crate::alike::{Share, Shares};
use crate::dates;
use crate::passage::{Known, Passage};
use crate::plan::{Plan, Wanted};
use crate::select::{holds, key_set, keys};
use crate::text::{Token, sentences};
use std::collections::BTreeSet;

/// A question against the passages found for it.
pub(crate) struct Weighing {
    /// The question's keys with their weights: the rarer among the passages, the heavier.
    keys: Vec<(String, f32)>,
    pub(crate) passages: Vec<BTreeSet<String>>,
    /// The names and figures in the question.
    names: Vec<Name>,
    /// How much of it the words of the passages mean, whatever their languages.
    shares: Shares,
}

struct Name {
    stem: String,
    /// In Latin letters or figures, which other languages leave as they are.
    is_written_alike: bool,
}

impl Weighing {
    pub(crate) fn new(plan: &Plan, known: &Known, found: &[Passage]) -> Self {
        let passages: Vec<BTreeSet<String>> =
            found.iter().map(|passage| key_set(&format!("{} {}", passage.text, passage.about))).collect();
        let asked: BTreeSet<String> = keys(&plan.words).into_iter().collect();
        let weigh = |key: String| {
            let holding = passages.iter().filter(|keys| keys.contains(&key)).count();
            let weight = (1.0 + passages.len() as f32 / (1.0 + holding as f32)).ln().min(2.0);
            (key, weight)
        };
        let is_name = |token: &&Token| token.is_number() || (token.is_capital && token.span.start > 0);
        let name = |token: &Token| Name { stem: token.stem(), is_written_alike: token.word.is_ascii() };
        let names = plan.words.iter().filter(is_name).map(name).collect();
        let shares = Shares::of(plan, found, known.meanings.as_deref());
        Self { keys: asked.into_iter().map(weigh).collect(), passages, names, shares }
    }
    /// The passages that say something else: another draft or language of the same words is no rival.
    pub(crate) fn others<'a>(&'a self, found: &'a [Passage], at: usize) -> impl Iterator<Item = usize> + 'a {
        const ALIKE: f32 = 0.6;
        let place = move |at: usize| (&found[at].place.symbol, &found[at].place.number);
        let is_alike = move |other: usize| {
            let (one, two) = (&self.passages[at], &self.passages[other]);
            let least = one.len().min(two.len()).max(1);
            let is_same_place = found[at].place.number.is_some() && place(at) == place(other);
            is_same_place || one.intersection(two).count() as f32 / least as f32 >= ALIKE
        };
        (0..self.passages.len()).filter(move |other| *other != at && !is_alike(*other))
    }
    /// The share of the question's names and figures that a passage has, of those that are written the same there.
    fn names_held(&self, at: usize, is_same_language: bool) -> f32 {
        const NONE: f32 = 0.7; // Between a passage that has half of them and one that has all.
        let asked = || self.names.iter().filter(|name| is_same_language || name.is_written_alike);
        let held = asked().filter(|name| self.passages[at].contains(&name.stem)).count();
        if asked().next().is_none() { NONE } else { held as f32 / asked().count() as f32 }
    }
    /// The share that the best sentence has, and the best of those that hold what is wanted.
    fn sentences(&self, plan: &Plan, text: &str) -> (f32, f32) {
        let numbers = dates::numbers(&plan.text);
        let (mut best, mut holding) = (0.0_f32, 0.0_f32);
        for span in sentences(text) {
            let words = &text[span];
            let covered = self.covered(&key_set(words));
            best = best.max(covered);
            if plan.wanted == Wanted::Anything || holds(plan.wanted, words, &numbers) {
                holding = holding.max(covered);
            }
        }
        (best, holding)
    }
    /// The same of the best sentence.
    pub(crate) fn shared_by_best_sentence(&self, at: usize) -> Option<f32> {
        self.shares.get(at).map(Share::sentence)
    }
    /// The share of the question that the words of a sentence mean; `None` where words cannot be compared.
    pub(crate) fn shared_by_sentence(&self, at: usize, place: usize) -> Option<f32> {
        self.shares.get(at)?.sentences.get(place).copied()
    }
    pub(crate) fn covered(&self, keys: &BTreeSet<String>) -> f32 {
        let all: f32 = self.keys.iter().map(|(_, weight)| weight).sum();
        let held: f32 = self.keys.iter().filter(|(key, _)| keys.contains(key)).map(|(_, weight)| weight).sum();
        if all > 0.0 { held / all } else { 0.0 }
    }
}

/// What speaks for a passage, measured.
type Signs = [f32; 11];

/// The weights of a logistic regression on half of XQuAD's questions, each asked with and without its paragraph: English ones,
/// and those in four languages on English paragraphs. In order: the share of the question's words that the passage has, that its
/// best sentence has, and the best that holds what is wanted; likeness of meaning; the share of words that some word of the
/// passage means, and of its best sentence; names and figures; by how much all of this, the likeness and the best sentence are
/// before the next passage; whether search found it first.
const SAME: Signs = [2.94, 1.26, 1.08, 0.48, 1.44, 1.2, 0.32, 5.06, 3.71, 0.22, 1.84];
const ACROSS: Signs = [0.29, 0.27, 0.58, 3.44, 2.03, 1.94, 1.47, 5.86, 3.26, 2.13, 0.79];

/// So much must speak for the one passage that answers. Less answers more questions, and more of those that nothing answers;
/// `plenum evaluate answers --squad` shows both. In doubt a question is refused, with the nearest passages.
const ENOUGH_SAME: f32 = 7.25;
const ENOUGH_ACROSS: f32 = 6.3;

/// By how much more than enough speaks for a passage as the one that answers; negative where too little does.
pub(crate) fn evidence(plan: &Plan, weighing: &Weighing, found: &[Passage], at: usize) -> f32 {
    let signs = signs(plan, weighing, found, at);
    let (weights, enough) =
        if found[at].language == plan.language { (SAME, ENOUGH_SAME) } else { (ACROSS, ENOUGH_ACROSS) };
    signs.iter().zip(weights).map(|(sign, weight)| sign * weight).sum::<f32>() - enough
}

fn signs(plan: &Plan, weighing: &Weighing, found: &[Passage], at: usize) -> Signs {
    let likeness = |at: usize| found[at].likeness.unwrap_or(0.0);
    let whole = |at: usize| weighing.shares.get(at).map_or(0.0, |share| share.whole);
    let best = |at: usize| weighing.shares.get(at).map_or(0.0, Share::sentence);
    let total = |at: usize| 1.3 * likeness(at) + 0.5 * whole(at) + 0.5 * best(at);
    let over = |of: &dyn Fn(usize) -> f32| of(at) - weighing.others(found, at).map(of).fold(0.0, f32::max);
    let (sentence, holding) = weighing.sentences(plan, &found[at].text);
    [
        weighing.covered(&weighing.passages[at]),
        sentence,
        holding,
        likeness(at),
        whole(at),
        best(at),
        weighing.names_held(at, found[at].language == plan.language),
        over(&total),
        over(&likeness),
        over(&best),
        if at == 0 { 1.0 } else { 0.0 },
    ]
}
