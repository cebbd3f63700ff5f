//! Cuts text into the pieces the encoder knows: of all ways to cut it, the one with the best sum of scores.

use super::normal::Normal;
use super::pieces::Pieces;
use super::trie::Trie;

/// The number of the piece for what no piece covers.
pub(super) const UNKNOWN: u32 = 0;
/// The number of the piece before every text.
pub(super) const BEGIN: u32 = 1;
/// The number of the piece after every text.
pub(super) const END: u32 = 2;
/// How much worse than the worst piece an unknown character is. Source: SentencePiece's `kUnkPenalty`.
const UNKNOWN_PENALTY: f32 = 10.0;

/// The tokeniser.
pub(super) struct Tokens {
    pub(super) normal: Normal,
    pub(super) trie: Trie,
    /// Of each piece.
    pub(super) scores: Vec<f32>,
    unknown_score: f32,
}

/// The best way found to reach a position.
#[derive(Clone, Copy)]
struct Way {
    score: f32,
    from: u32,
    piece: u32,
}

impl Tokens {
    /// Makes the tokeniser of a model; none where its character map is damaged.
    pub(super) fn new(model: &Pieces) -> Option<Tokens> {
        let trie = Trie::new(model.pieces.iter().zip(0u32..).map(|((text, _), number)| (text.as_str(), number)));
        let scores = model.pieces.iter().map(|(_, score)| *score).collect();
        Some(Tokens::of(Normal::new(&model.character_map)?, trie, scores))
    }

    /// Puts the parts together.
    pub(super) fn of(normal: Normal, trie: Trie, scores: Vec<f32>) -> Tokens {
        let unknown_score = scores.iter().copied().fold(0.0, f32::min) - UNKNOWN_PENALTY;
        Tokens { normal, trie, scores, unknown_score }
    }

    /// The pieces of `text`, with `BEGIN` before and `END` after. Never more than the bytes of its normal form + 3.
    pub(super) fn of_text(&self, text: &str) -> Vec<u32> {
        let normal = self.normal.of(text);
        let mut tokens = vec![END];
        if normal.is_empty() {
            tokens.push(UNKNOWN);
        } else {
            self.cut(&normal, &mut tokens);
        }
        tokens.push(BEGIN);
        tokens.reverse();
        tokens
    }

    /// The pieces of `text` as they stand in its normal form; the mark of a space is left out.
    pub(super) fn texts_of(&self, text: &str) -> Vec<String> {
        const SPACE: char = '▁';
        let normal = self.normal.of(text);
        let ways = self.ways(&normal);
        let mut texts = Vec::new();
        let mut until = normal.len();
        while until > 0 {
            let from = ways[until].from as usize;
            texts.push(String::from_utf8_lossy(&normal[from..until]).replace(SPACE, ""));
            until = from;
        }
        texts.retain(|text| !text.is_empty());
        texts.reverse();
        texts
    }

    /// Adds the pieces of `text` to `tokens`, last piece first.
    fn cut(&self, text: &[u8], tokens: &mut Vec<u32>) {
        let ways = self.ways(text);
        let mut position = text.len();
        while position > 0 {
            tokens.push(ways[position].piece);
            position = ways[position].from as usize;
        }
    }

    /// The best way to reach each position of a text in its normal form.
    fn ways(&self, text: &[u8]) -> Vec<Way> {
        let unreached = Way { score: f32::NEG_INFINITY, from: 0, piece: UNKNOWN };
        let mut ways = vec![unreached; text.len() + 1];
        ways[0].score = 0.0;
        for position in 0..text.len() {
            let so_far = ways[position].score;
            // Pieces are whole characters, so the positions inside a character are never reached.
            if so_far == f32::NEG_INFINITY {
                continue;
            }
            let character = character_length(&text[position..]);
            let mut covered = false;
            self.trie.prefixes(&text[position..], |length, piece| {
                let score = so_far + self.scores.get(piece as usize).copied().unwrap_or(self.unknown_score);
                let Some(way) = ways.get_mut(position + length) else { return };
                if score > way.score {
                    *way = Way { score, from: position as u32, piece };
                }
                covered |= length == character;
            });
            let way = &mut ways[position + character];
            if !covered && so_far + self.unknown_score > way.score {
                *way = Way { score: so_far + self.unknown_score, from: position as u32, piece: UNKNOWN };
            }
        }
        ways
    }
}

/// Bytes of the first character; `text` is not empty.
fn character_length(text: &[u8]) -> usize {
    1 + text.iter().skip(1).take_while(|&&byte| byte & 0xc0 == 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::super::pieces::{self, tests::written};
    use super::*;

    fn check(text: &str, expected: &[u32]) {
        let pieces = [("▁", -2.0), ("▁peace", -3.0), ("▁pea", -2.5), ("ce", -2.5), ("s", -1.0), ("和", -4.0)];
        let model = pieces::read(&written(&pieces), "sp.model").unwrap();
        assert_eq!(Tokens::new(&model).unwrap().of_text(text), expected, "{text:?}");
    }

    #[test]
    fn the_best_scoring_cut_is_taken() {
        check("peace", &[1, 4, 2]);
        check("peas", &[1, 5, 7, 2]);
        check("peaces peace", &[1, 4, 7, 4, 2]);
    }

    #[test]
    fn what_no_piece_covers_is_unknown_character_by_character() {
        check("和平", &[1, 3, 8, 0, 2]);
        check("xy", &[1, 3, 0, 0, 2]);
    }

    #[test]
    fn nothing_is_one_unknown() {
        check("", &[1, 0, 2]);
        check(" \u{20}", &[1, 0, 2]);
    }

    #[test]
    fn control_pieces_cannot_be_written_in_a_text() {
        check("<s>", &[1, 3, 0, 7, 0, 2]);
    }
}
