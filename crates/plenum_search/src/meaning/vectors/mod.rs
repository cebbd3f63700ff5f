//! The vectors of all paragraphs, kept in the index folder, and the nearest of them to a question.
//!
//! Two files, both only ever appended to. `rows` has the vectors, one byte a number; `cards` has one card a paragraph
//! saying whose rows they are, the hash of the text they were made of, and a code of 512 bits for a first, coarse
//! look. Rows are on the disk before their card is, so after a crash the last whole card is the end. A third file,
//! `parts`, can always be made again: it parts many paragraphs into groups of like ones, so that a question need not
//! look at all (docs/decisions/0003-encoder.md has the figures).

mod cards;
mod codes;
mod held;
mod nearest;
mod parts;
mod rows;
mod writer;

#[cfg(test)]
mod tests;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use cards::{Card, text_hash};
use held::Held;
use parts::Parts;
use writer::Writer;

/// Why vectors could not be kept.
#[derive(Debug, thiserror::Error)]
pub enum VectorsError {
    /// Reading or writing failed.
    #[error("{file}: {cause}")]
    Io {
        /// The file's path.
        file: String,
        /// What the system said.
        cause: io::Error,
    },
    /// Another process is writing vectors into the folder.
    #[error("another process is writing vectors into {folder}")]
    Busy {
        /// The folder.
        folder: String,
    },
}

/// One paragraph's vectors, to be kept.
pub struct Kept<'a> {
    /// Whose they are.
    pub paragraph_id: i64,
    /// The text that was encoded; only a hash of it is kept.
    pub text: &'a str,
    /// As `Encoder::encode_paragraph` gave them.
    pub vectors: Vec<Vec<f32>>,
}

/// A paragraph found by meaning.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Near {
    /// Which.
    pub paragraph_id: i64,
    /// How like it is to the question, -1 to 1: 0.4 × the cosine of the whole + 0.6 × that of its best sentence.
    pub likeness: f32,
}

/// Among which paragraphs to look.
pub enum Among<'a> {
    /// All.
    All,
    /// Only these, any order; for up to some ten thousand.
    These(&'a [i64]),
    /// Only those of which this says yes. It is asked only about paragraphs near the question.
    Where(&'a dyn Fn(i64) -> bool),
}

/// The vectors of an index. Reading and keeping may happen at the same time from several threads. Several processes
/// may read, each what was there when it opened; one may write.
pub struct Vectors {
    folder: PathBuf,
    encoder_name: String,
    dims: usize,
    held: RwLock<Held>,
    writer: Mutex<Option<Writer>>,
}

impl Vectors {
    /// Opens or begins the vectors in `folder`. Those made by an encoder of another name count as none.
    ///
    /// `dims` is how many numbers a vector has, at least 1. Errors: `Io` where a file cannot be read.
    pub fn open(folder: &Path, encoder_name: &str, dims: usize) -> Result<Vectors, VectorsError> {
        let held = RwLock::new(load(folder, encoder_name, dims)?);
        let (folder, encoder_name) = (folder.to_owned(), encoder_name.to_owned());
        Ok(Vectors { folder, encoder_name, dims, held, writer: Mutex::new(None) })
    }

    /// How many paragraphs have vectors.
    pub fn len(&self) -> usize {
        self.held().len()
    }

    /// Whether none has.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes on disk.
    pub fn bytes(&self) -> u64 {
        let length = |name| std::fs::metadata(self.folder.join(name)).map_or(0, |facts| facts.len());
        ["rows", "cards", "parts"].map(length).into_iter().sum()
    }

    /// Whether this paragraph has vectors.
    pub fn has(&self, paragraph_id: i64) -> bool {
        self.held().place(paragraph_id).is_some()
    }

    /// Gives each paragraph whose very text was encoded before those vectors; says for each whether it now has some.
    ///
    /// What answers `false` must be encoded and given to `keep`.
    pub fn keep_known(&self, texts: &[(i64, &str)]) -> Result<Vec<bool>, VectorsError> {
        let mut cards = Vec::new();
        let mut known = Vec::with_capacity(texts.len());
        {
            let held = self.held();
            for &(paragraph_id, text) in texts {
                let hash = text_hash(text);
                let card = held.card_of_text(hash).map(|card| Card { paragraph_id, ..card });
                known.push(card.is_some());
                let is_there = held.place(paragraph_id).is_some_and(|place| held.is_of_text(place, hash));
                cards.extend(card.filter(|_| !is_there));
            }
        }
        self.write(&[], cards)?;
        Ok(known)
    }

    /// Keeps vectors; when it returns they survive a crash. One call for many paragraphs is much cheaper than many.
    ///
    /// Paragraphs without vectors, or with vectors of another length than the encoder's, are passed over.
    pub fn keep(&self, kept: &[Kept<'_>]) -> Result<(), VectorsError> {
        let mut rows = Vec::new();
        let mut cards = Vec::new();
        for paragraph in kept {
            let fits = paragraph.vectors.iter().all(|vector| vector.len() == self.dims);
            let (Some(whole), true) = (paragraph.vectors.first(), fits) else { continue };
            let count = paragraph.vectors.len().min(usize::from(u16::MAX));
            // Where the rows will begin is known to the writer; here they are counted from the first of this call.
            cards.push(Card {
                paragraph_id: paragraph.paragraph_id,
                text_hash: text_hash(paragraph.text),
                first_row: (rows.len() / rows::row_bytes(self.dims)) as u64,
                count: count as u16,
                code: codes::code(whole),
            });
            paragraph.vectors[..count].iter().for_each(|vector| rows::write(vector, &mut rows));
        }
        self.write(&rows, cards)
    }

    /// Forgets paragraphs; ids without vectors are passed over.
    ///
    /// What was encoded stays on the disk, so that a paragraph of the same text gets it back by `keep_known`.
    pub fn remove(&self, paragraph_ids: &[i64]) -> Result<(), VectorsError> {
        let cards = {
            let held = self.held();
            let there = paragraph_ids.iter().filter(|id| held.place(**id).is_some());
            there.map(|&id| Card::removal(id)).collect()
        };
        self.write(&[], cards)
    }

    /// Forgets everything, also what was encoded before.
    pub fn clear(&self) -> Result<(), VectorsError> {
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let lock = match writer.take() {
            Some(writer) => writer.into_lock(),
            None => writer::lock(&self.folder)?,
        };
        *self.held_to_change() = Held::empty(self.dims);
        *writer = Some(Writer::begin(&self.folder, &self.encoder_name, self.dims, lock)?);
        Ok(())
    }

    /// Writes rows and the cards that speak of them, then lets searches see them. A card whose `first_row` counts
    /// from the first of `rows` is told where that came to lie.
    fn write(&self, rows: &[u8], mut cards: Vec<Card>) -> Result<(), VectorsError> {
        if cards.is_empty() {
            return Ok(());
        }
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        if writer.is_none() {
            let lock = writer::lock(&self.folder)?;
            // Another process may have written since this one looked.
            let held = load(&self.folder, &self.encoder_name, self.dims)?;
            *writer = Some(match held.cards() as u64 {
                0 => Writer::begin(&self.folder, &self.encoder_name, self.dims, lock)?,
                cards => Writer::go_on(&self.folder, self.dims, cards, held.rows(), lock)?,
            });
            *self.held_to_change() = held;
        }
        let writer = writer.as_mut().expect("it was made above where there was none");
        if !rows.is_empty() {
            let begin = writer.rows();
            cards.iter_mut().for_each(|card| card.first_row += begin);
        }
        let map = writer.append(rows, &cards)?;
        let mut held = self.held_to_change();
        if let Some(map) = map {
            held.set_rows(map, writer.rows());
        }
        cards.iter().for_each(|card| held.take(card));
        Ok(())
    }

    fn held(&self) -> RwLockReadGuard<'_, Held> {
        self.held.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn held_to_change(&self) -> RwLockWriteGuard<'_, Held> {
        self.held.write().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Reads what there is in the folder.
fn load(folder: &Path, encoder_name: &str, dims: usize) -> Result<Held, VectorsError> {
    let mut held = Held::empty(dims);
    if let Some(cards) = cards::read_all(&folder.join("cards"), encoder_name, dims)? {
        let whole = rows::open(&folder.join("rows"), dims, &mut held)?;
        // A card without its rows cannot be, unless the disk lied about what it had kept.
        cards.iter().take_while(|card| card.rows().end <= whole).for_each(|card| held.take(card));
    }
    if held.cards() > 0 {
        held.set_parts(Parts::read(&folder.join("parts"), dims));
    }
    Ok(held)
}

/// Names the file in an error.
fn io_error(path: &Path) -> impl Fn(io::Error) -> VectorsError {
    move |cause| VectorsError::Io { file: path.display().to_string(), cause }
}
