//! Vectors for a million paragraphs, without encoding a million: that takes two hours on two cores.
//!
//! The first thousands are encoded. Every other paragraph gets the vectors of two of those, mixed: as many, as long, and
//! near to others as real ones are, which is what the time of a search depends on. What is found by them means nothing.

use anyhow::Result;
use plenum_search::Entry;
use plenum_search::meaning::{Encoder, Kept, Vectors};
use std::path::Path;

const ENCODED: usize = 10_000; // A minute's work.
const AT_ONCE: usize = 5_000; // Five vectors of 2 kB each: 50 MB.
const SHARE_OF_FIRST: f32 = 0.6; // Nearer to one than to the other, so that the mixtures of one pair differ from both.

/// Gives every paragraph vectors, kept in `folder` as an index keeps them.
pub fn fill(folder: &Path, encoder: &Encoder, made: impl Iterator<Item = Entry>) -> Result<()> {
    let vectors = Vectors::open(folder, encoder.name(), encoder.dims())?;
    let mut encoded: Vec<Vec<Vec<f32>>> = Vec::with_capacity(ENCODED);
    let mut batch: Vec<Entry> = Vec::with_capacity(AT_ONCE);
    let mut made = made.peekable();
    let mut turn = 0;
    while let Some(entry) = made.next() {
        batch.push(entry);
        if batch.len() < AT_ONCE && made.peek().is_some() {
            continue;
        }
        let given = if encoded.len() < ENCODED {
            let words: Vec<&str> = batch.iter().map(|entry| entry.text.as_str()).collect();
            encoded.extend(encoder.encode_paragraphs(&words, 2));
            encoded[encoded.len() - batch.len()..].to_vec()
        } else {
            batch.iter().map(|_| mixed(&encoded, next(&mut turn))).collect()
        };
        let kept: Vec<Kept<'_>> = batch
            .iter()
            .zip(given)
            .map(|(entry, vectors)| Kept { paragraph_id: entry.paragraph_id, text: &entry.text, vectors })
            .collect();
        vectors.keep(&kept)?;
        vectors.tidy()?;
        batch.clear();
    }
    Ok(())
}

/// The vectors of one paragraph, each mixed with one of another's.
fn mixed(encoded: &[Vec<Vec<f32>>], (first, second): (usize, usize)) -> Vec<Vec<f32>> {
    let (first, second) = (&encoded[first % encoded.len()], &encoded[second % encoded.len()]);
    first.iter().zip(second.iter().cycle()).map(|(a, b)| between(a, b)).collect()
}

fn between(a: &[f32], b: &[f32]) -> Vec<f32> {
    let sum: Vec<f32> = a.iter().zip(b).map(|(a, b)| SHARE_OF_FIRST * a + (1.0 - SHARE_OF_FIRST) * b).collect();
    let length = sum.iter().map(|n| n * n).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
    sum.iter().map(|n| n / length).collect()
}

/// The next pair: the same in every run, spread over all pairs (a step of the 64-bit MMIX generator by Knuth).
fn next(turn: &mut u64) -> (usize, usize) {
    *turn = turn.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    ((*turn >> 33) as usize, (*turn >> 13) as usize & 0xf_ffff)
}
