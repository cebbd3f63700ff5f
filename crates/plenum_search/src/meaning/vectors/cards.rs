//! Cards: whose vectors lie where. One of 112 bytes for each time a paragraph was given vectors or lost them.

use std::fs::File;
use std::io::{BufReader, ErrorKind, Read};
use std::path::Path;

use super::codes::{CODE_WORDS, Code};
use super::{VectorsError, io_error};

/// First bytes of the file; the last says the version of the layout.
const SIGN: &[u8; 8] = b"PLENVEC1";
/// Bytes of the file's head: the sign, the encoder's name as a hash, the number of dimensions.
pub(super) const HEAD_BYTES: usize = 24;
/// Bytes of a card: a check of the rest, then its fields in order.
pub(super) const CARD_BYTES: usize = 8 + 8 + 16 + 8 + 8 + 8 * CODE_WORDS;

/// A paragraph was given these rows; or, where `count` is 0, lost what it had.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Card {
    pub(super) paragraph_id: i64,
    pub(super) text_hash: u128,
    /// The row of the whole paragraph; those of its sentences follow.
    pub(super) first_row: u64,
    pub(super) count: u16,
    pub(super) code: Code,
}

impl Card {
    /// The card that takes a paragraph's vectors from it.
    pub(super) fn removal(paragraph_id: i64) -> Card {
        Card { paragraph_id, text_hash: 0, first_row: 0, count: 0, code: [0; CODE_WORDS] }
    }

    /// Its rows.
    pub(super) fn rows(&self) -> std::ops::Range<u64> {
        self.first_row..self.first_row.saturating_add(u64::from(self.count))
    }

    /// Adds its bytes to `out`.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        let begin = out.len();
        out.extend([0; 8]);
        out.extend(self.paragraph_id.to_le_bytes());
        out.extend(self.text_hash.to_le_bytes());
        out.extend(self.first_row.to_le_bytes());
        out.extend(u64::from(self.count).to_le_bytes());
        self.code.iter().for_each(|word| out.extend(word.to_le_bytes()));
        let check = hash64(&out[begin + 8..]);
        out[begin..begin + 8].copy_from_slice(&check.to_le_bytes());
    }

    /// Reads a card; none where its check is wrong.
    fn read(bytes: &[u8; CARD_BYTES]) -> Option<Card> {
        let word = |at: usize| bytes.get(at..at + 8).and_then(|word| word.try_into().ok()).map(u64::from_le_bytes);
        if word(0)? != hash64(&bytes[8..]) {
            return None;
        }
        let mut code = [0; CODE_WORDS];
        for (number, part) in code.iter_mut().enumerate() {
            *part = word(48 + number * 8)?;
        }
        Some(Card {
            paragraph_id: word(8)?.cast_signed(),
            text_hash: u128::from(word(24)?) << 64 | u128::from(word(16)?),
            first_row: word(32)?,
            count: u16::try_from(word(40)?).ok()?,
            code,
        })
    }
}

/// The head of a file of cards for vectors of this encoder.
pub(super) fn head(encoder_name: &str, dims: usize) -> [u8; HEAD_BYTES] {
    let mut head = [0; HEAD_BYTES];
    head[..8].copy_from_slice(SIGN);
    head[8..16].copy_from_slice(&hash64(encoder_name.as_bytes()).to_le_bytes());
    head[16..].copy_from_slice(&(dims as u64).to_le_bytes());
    head
}

/// All whole cards, in order, up to the first that is not whole. None where the file is not there or speaks of another
/// encoder's vectors.
pub(super) fn read_all(path: &Path, encoder_name: &str, dims: usize) -> Result<Option<Vec<Card>>, VectorsError> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(io_error(path)(error)),
    };
    let mut file = BufReader::with_capacity(1 << 20, file);
    let mut found = [0; HEAD_BYTES];
    if file.read_exact(&mut found).is_err() || found != head(encoder_name, dims) {
        return Ok(None);
    }
    let mut cards = Vec::new();
    let mut bytes = [0; CARD_BYTES];
    while file.read_exact(&mut bytes).is_ok() {
        match Card::read(&bytes) {
            Some(card) => cards.push(card),
            None => break,
        }
    }
    Ok(Some(cards))
}

/// The hash of a paragraph's text: FNV-1a of 128 bits. Source: the FNV specification's own constants.
pub(super) fn text_hash(text: &str) -> u128 {
    let begin = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    text.bytes()
        .fold(begin, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b))
}

/// FNV-1a of 64 bits: tells whole cards from torn ones, not against someone who forges them.
pub(super) fn hash64(bytes: &[u8]) -> u64 {
    let begin = 0xcbf2_9ce4_8422_2325;
    bytes.iter().fold(begin, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
