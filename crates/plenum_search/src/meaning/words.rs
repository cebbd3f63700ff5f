//! Single words compared by meaning: `norm` is like `норма`, whatever language each is of.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex};

use super::Encoder;
use crate::index::locked;

/// So many words are remembered, half a kilobyte each; with more, all are forgotten and the next questions fill it again.
const REMEMBERED: usize = 8_192;
/// A longer text is no word: a whole question, which may take much memory and should leave nothing.
const LONGEST: usize = 64;
/// Words are encoded in runs of so many.
const RUN: usize = 128;

/// Compares words, and remembers the vectors of those seen.
pub struct Words {
    encoder: Arc<Encoder>,
    seen: Mutex<HashMap<String, Arc<Vector>>>,
    /// Those of the last texts kept, so that keeping nearly the same again encodes only what is new.
    kept: Mutex<HashMap<String, Arc<Vector>>>,
}

/// Texts kept to be compared with again and again: words or whole sentences.
pub struct KeptTexts {
    words: Arc<Words>,
    vectors: Vec<Arc<Vector>>,
}

/// A vector with one byte a number: likeness to two places is all that is asked of it.
struct Vector {
    step: f32,
    numbers: Vec<i8>,
}

impl Words {
    /// With nothing seen yet.
    pub fn new(encoder: Arc<Encoder>) -> Self {
        Self { encoder, seen: Mutex::default(), kept: Mutex::default() }
    }

    /// How alike each word of `asked` is to each of `others`, -1 to 1: a row for each asked.
    pub fn likeness(&self, asked: &[&str], others: &[&str]) -> Vec<Vec<f32>> {
        let (asked, others) = (self.vectors(asked), self.vectors(others));
        asked.iter().map(|one| others.iter().map(|other| one.likeness(other)).collect()).collect()
    }

    /// Keeps texts, of which questions are then compared with all or some.
    pub fn keep(self: &Arc<Self>, texts: &[&str]) -> KeptTexts {
        let before = std::mem::take(&mut *locked(&self.kept));
        let vectors = self.completed(texts, texts.iter().map(|text| before.get(*text).cloned()).collect());
        *locked(&self.kept) = texts.iter().map(|text| (*text).to_owned()).zip(vectors.iter().cloned()).collect();
        KeptTexts { words: Arc::clone(self), vectors }
    }

    /// The words of a text in a script without spaces between them: the pieces that the encoder knows.
    pub fn cut(&self, text: &str) -> Vec<String> {
        self.encoder.cut(text)
    }

    fn vectors(&self, words: &[&str]) -> Vec<Arc<Vector>> {
        let found: Vec<Option<Arc<Vector>>> = {
            let seen = locked(&self.seen);
            words.iter().map(|word| seen.get(*word).cloned()).collect()
        };
        let missing: Vec<usize> = (0..words.len()).filter(|at| found[*at].is_none()).collect();
        let vectors = self.completed(words, found);
        self.remember(missing.iter().map(|at| (words[*at], Arc::clone(&vectors[*at]))));
        vectors
    }

    /// The vectors of texts, of which some are there.
    fn completed(&self, texts: &[&str], mut found: Vec<Option<Arc<Vector>>>) -> Vec<Arc<Vector>> {
        let missing: Vec<usize> = (0..texts.len()).filter(|at| found[*at].is_none()).collect();
        for run in missing.chunks(RUN) {
            let own: Vec<&str> = run.iter().map(|at| texts[*at]).collect();
            for (at, numbers) in run.iter().zip(self.encoder.encode_words(&own)) {
                found[*at] = Some(Arc::new(Vector::of(&numbers)));
            }
        }
        found.into_iter().flatten().collect()
    }

    fn remember<'a>(&self, new: impl Iterator<Item = (&'a str, Arc<Vector>)>) {
        let mut seen = locked(&self.seen);
        for (word, vector) in new.filter(|(word, _)| word.len() <= LONGEST) {
            if seen.len() >= REMEMBERED {
                seen.clear();
            }
            seen.insert(word.to_owned(), vector);
        }
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").finish_non_exhaustive()
    }
}

impl KeptTexts {
    /// How alike each text is to those kept at some places, -1 to 1: a row for each text.
    pub fn likeness(&self, texts: &[&str], places: Range<usize>) -> Vec<Vec<f32>> {
        let kept = self.vectors.get(places).unwrap_or_default();
        let row = |one: &Arc<Vector>| kept.iter().map(|other| one.likeness(other)).collect();
        self.words.vectors(texts).iter().map(row).collect()
    }
}

impl std::fmt::Debug for KeptTexts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("KeptTexts").finish_non_exhaustive()
    }
}

impl Vector {
    fn of(numbers: &[f32]) -> Self {
        let largest = numbers.iter().fold(f32::MIN_POSITIVE, |largest, number| largest.max(number.abs()));
        let step = largest / f32::from(i8::MAX);
        Self { step, numbers: numbers.iter().map(|number| (number / step).round() as i8).collect() }
    }
    fn likeness(&self, other: &Self) -> f32 {
        let product: i32 = self.numbers.iter().zip(&other.numbers).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum();
        (product as f32 * self.step * other.step).clamp(-1.0, 1.0)
    }
}
