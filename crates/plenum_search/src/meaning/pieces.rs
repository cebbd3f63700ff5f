//! The word pieces of a SentencePiece model: reads the file `sp.model` that comes with the encoder.
//!
//! Source of the format: the field numbers of SentencePiece's `sentencepiece_model.proto`. The encoder's file is of
//! an early version, where the character map lies in field 3 and not in the field of later versions' normaliser.

use super::EncoderError;

/// What the tokeniser needs of a SentencePiece model.
#[derive(Default)]
pub(super) struct Pieces {
    /// Every piece's text and score, by its number. Control pieces (`<s>`) have an empty text: no text matches them.
    pub(super) pieces: Vec<(String, f32)>,
    /// The map of characters to their normal forms, as SentencePiece compiled it.
    pub(super) character_map: Vec<u8>,
}

/// More than any model we know has (128,000 in ours).
const MOST_PIECES: usize = 1_000_000;
/// `SentencePiece.type`: an ordinary piece, also where the field is absent.
const NORMAL: u64 = 1;

/// Reads a SentencePiece model. `file` is its name, for the error.
///
/// Errors: `Damaged` where the bytes end early or are no such model.
pub(super) fn read(bytes: &[u8], file: &str) -> Result<Pieces, EncoderError> {
    let damaged = |what: &str| EncoderError::Damaged { file: file.to_owned(), what: what.to_owned() };
    let mut model = Pieces::default();
    let mut rest = bytes;
    while !rest.is_empty() {
        match field(&mut rest).ok_or_else(|| damaged("it is not a SentencePiece model"))? {
            (1, Value::Bytes(piece)) if model.pieces.len() < MOST_PIECES => {
                model.pieces.push(read_piece(piece).ok_or_else(|| damaged("a piece cannot be read"))?);
            }
            (1, _) => return Err(damaged("it has too many pieces")),
            (3, Value::Bytes(normaliser)) => {
                model.character_map =
                    read_character_map(normaliser).ok_or_else(|| damaged("its character map cannot be read"))?;
            }
            _ => {}
        }
    }
    if model.pieces.len() < 4 { Err(damaged("it has no pieces")) } else { Ok(model) }
}

fn read_piece(mut message: &[u8]) -> Option<(String, f32)> {
    let (mut text, mut score, mut kind) = (String::new(), 0.0, NORMAL);
    while !message.is_empty() {
        match field(&mut message)? {
            (1, Value::Bytes(bytes)) => text = String::from_utf8(bytes.to_vec()).ok()?,
            (2, Value::Four(bits)) => score = f32::from_bits(bits),
            (3, Value::Number(number)) => kind = number,
            _ => {}
        }
    }
    if kind != NORMAL {
        text.clear();
    }
    score.is_finite().then_some((text, score))
}

fn read_character_map(mut message: &[u8]) -> Option<Vec<u8>> {
    let mut map = Vec::new();
    while !message.is_empty() {
        if let (2, Value::Bytes(bytes)) = field(&mut message)? {
            map = bytes.to_vec();
        }
    }
    Some(map)
}

enum Value<'a> {
    Number(u64),
    Four(u32),
    Eight,
    Bytes(&'a [u8]),
}

/// Takes the next field of a protocol-buffers message: its number and value.
fn field<'a>(rest: &mut &'a [u8]) -> Option<(u64, Value<'a>)> {
    let tag = number(rest)?;
    let value = match tag & 7 {
        0 => Value::Number(number(rest)?),
        1 => {
            rest.split_off(..8)?;
            Value::Eight
        }
        2 => {
            let length = usize::try_from(number(rest)?).ok()?;
            Value::Bytes(rest.split_off(..length)?)
        }
        5 => Value::Four(u32::from_le_bytes(rest.split_off(..4)?.try_into().ok()?)),
        _ => return None,
    };
    Some((tag >> 3, value))
}

fn number(rest: &mut &[u8]) -> Option<u64> {
    let mut value = 0;
    for shift in (0..64).step_by(7) {
        let byte = *rest.split_off_first()?;
        value |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Writes a model file with these pieces, the first three being control pieces as in every model.
    pub(in super::super) fn written(pieces: &[(&str, f32)]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let control = [("<unk>", 2u8), ("<s>", 3), ("</s>", 3)].map(|(text, kind)| (text, 0.0, kind));
        for (text, score, kind) in control.into_iter().chain(pieces.iter().map(|&(text, score)| (text, score, 1))) {
            let mut piece = vec![0x0a, u8::try_from(text.len()).unwrap()];
            piece.extend(text.as_bytes());
            piece.push(0x15);
            piece.extend(f32::to_le_bytes(score));
            piece.extend([0x18, kind]);
            bytes.extend([0x0a, u8::try_from(piece.len()).unwrap()]);
            bytes.extend(piece);
        }
        bytes
    }

    #[test]
    fn pieces_keep_their_order_and_scores() {
        let model = read(&written(&[("\u{2581}peace", -3.5), ("s", -1.0)]), "sp.model").unwrap();
        let expected = [("", 0.0), ("", 0.0), ("", 0.0), ("\u{2581}peace", -3.5), ("s", -1.0)];
        assert_eq!(model.pieces, expected.map(|(text, score)| (text.to_owned(), score)));
    }

    #[test]
    fn every_cut_of_a_model_is_read_or_refused_without_panic() {
        let bytes = written(&[("a", -1.0), ("b", -2.0)]);
        for cut in 0..bytes.len() {
            if let Ok(model) = read(&bytes[..cut], "sp.model") {
                assert!(model.pieces.len() < 6);
            }
        }
        assert!(read(&[0xff; 40], "sp.model").is_err());
    }
}
