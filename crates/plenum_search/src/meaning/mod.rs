//! Search by meaning: the encoder turns text into a vector, and vectors near each other say similar things,
//! whatever their language.
//!
//! `Encoder` is the model (its weights come from `bin/get-weights`; without them search works on words alone).
//! `Vectors` keeps the vectors of paragraphs in the index folder and finds the nearest ones to a question.

mod encoder;
#[cfg(test)]
mod encoder_tests;
mod error;
mod flat;
mod mapped;
mod network;
mod normal;
mod pieces;
mod product;
mod questions;
mod sentences;
mod tokens;
mod trie;
mod vectors;
mod weights;
mod words;

pub use encoder::Encoder;
pub use error::EncoderError;
pub use vectors::{Among, Kept, Near, Vectors, VectorsError};
pub use words::{KeptTexts, Words};
