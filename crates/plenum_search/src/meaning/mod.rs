//! Search by meaning: the encoder turns text into a vector, and vectors near each other say similar things,
//! whatever their language.
//!
//! `Encoder` is the model (its weights come from `bin/get-weights`; without them search works on words alone).
//! `Vectors` keeps the vectors of paragraphs in the index folder and finds the nearest ones to a question.

mod encoder;
mod vectors;

pub use encoder::{Encoder, EncoderError};
pub use vectors::{Among, Kept, Near, Vectors, VectorsError};
