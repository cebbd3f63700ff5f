//! The encoder of search as what the answers compare words with.

use plenum_answers::{KeptTexts, WordMeanings};
use plenum_search::Index;
use plenum_search::meaning::{self, Words};
use std::ops::Range;
use std::sync::Arc;

#[derive(Debug)]
struct Encoded(Arc<Words>);

impl WordMeanings for Encoded {
    fn likeness(&self, asked: &[&str], others: &[&str]) -> Vec<Vec<f32>> {
        self.0.likeness(asked, others)
    }
    fn cut(&self, text: &str) -> Vec<String> {
        self.0.cut(text)
    }
    fn keep(&self, texts: &[&str]) -> Arc<dyn KeptTexts> {
        Arc::new(Kept(self.0.keep(texts)))
    }
}

#[derive(Debug)]
struct Kept(meaning::KeptTexts);

impl KeptTexts for Kept {
    fn likeness(&self, texts: &[&str], places: Range<usize>) -> Vec<Vec<f32>> {
        self.0.likeness(texts, places)
    }
}

/// Compares words as the index does; `None` where it has no encoder.
pub fn meanings(index: &Index) -> Option<Arc<dyn WordMeanings>> {
    index.single_words().map(|words| Arc::new(Encoded(words)) as Arc<dyn WordMeanings>)
}
