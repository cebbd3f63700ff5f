//! The words of a paragraph as a sorted row of small numbers, so that two can be compared quickly.

use plenum_model::Paragraph;
use std::collections::HashMap;

const RAREST: usize = 8; // Words by which a moved paragraph is looked for; 8 survive a rewording of half.

/// The words of one paragraph.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// Sorted, with repetition. Rarer words have greater numbers.
    ids: Vec<u32>,
}

impl Words {
    /// Twice the words in common over all words, 0 to 1; 0 at once where lengths alone keep it under `least`.
    pub fn dice(&self, other: &Self, least: f32) -> f32 {
        let (a, b) = (&self.ids, &other.ids);
        let all = (a.len() + b.len()) as f32;
        if all == 0.0 || 2.0 * a.len().min(b.len()) as f32 / all < least {
            return 0.0;
        }
        let (mut i, mut j, mut common) = (0, 0, 0_usize);
        while i < a.len() && j < b.len() {
            let (x, y) = (a[i], b[j]);
            common += usize::from(x == y);
            i += usize::from(x <= y);
            j += usize::from(y <= x);
        }
        2.0 * common as f32 / all
    }

    /// Its rarest words, each once.
    pub fn rarest(&self) -> impl Iterator<Item = u32> + '_ {
        let mut last = None;
        self.ids.iter().rev().copied().filter(move |id| last.replace(*id) != Some(*id)).take(RAREST)
    }
}

/// The words of both texts, numbered alike.
pub(super) fn of_both(earlier: &[Paragraph], later: &[Paragraph]) -> (Vec<Words>, Vec<Words>) {
    let split: Vec<Vec<String>> = earlier.iter().chain(later).map(|paragraph| split(&paragraph.text)).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for word in split.iter().flatten() {
        *counts.entry(word).or_default() += 1;
    }
    let mut by_count: Vec<(&str, usize)> = counts.into_iter().collect();
    by_count.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let ids: HashMap<&str, u32> = by_count.into_iter().map(|(word, _)| word).zip(0..).collect();
    let mut all = split.iter().map(|words| {
        let mut ids: Vec<u32> = words.iter().filter_map(|word| ids.get(word.as_str()).copied()).collect();
        ids.sort_unstable();
        Words { ids }
    });
    let old = all.by_ref().take(earlier.len()).collect();
    (old, all.collect())
}

/// Runs of letters and digits in lower case; a Chinese character is a word of its own.
fn split(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for c in text.chars() {
        let is_ideograph = ('\u{3040}'..='\u{9fff}').contains(&c);
        if c.is_alphanumeric() && !is_ideograph {
            word.extend(c.to_lowercase());
            continue;
        }
        if !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if is_ideograph {
            words.push(c.to_string());
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}
