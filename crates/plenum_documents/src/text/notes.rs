//! Notes at the end of a plain text (`[1] …`) and their marks in it (`[1]`).

use super::lines::{Chunk, Shape};
use crate::structure::{Block, Mark, Role};
use std::collections::HashSet;

/// The notes of a text, in order: sign and words.
#[derive(Default)]
pub(super) struct Notes {
    list: Vec<(String, String)>,
    signs: HashSet<String>,
}

/// Takes the list of notes off the end of a text: at least one note, counted from 1, each marked somewhere before.
pub(super) fn take(chunks: &mut Vec<Chunk>) -> Notes {
    let first = chunks.iter().rposition(|chunk| note(chunk).is_none()).map_or(0, |last| last + 1);
    let listed: Vec<(String, String)> =
        chunks[first..].iter().filter_map(note).map(|(sign, words)| (sign.to_owned(), words.to_owned())).collect();
    let is_counted = listed.iter().zip(1..).all(|((sign, _), count): (_, usize)| sign.parse() == Ok(count));
    let is_marked = |sign: &str| chunks[..first].iter().any(|chunk| chunk.text.contains(&format!("[{sign}]")));
    if listed.is_empty() || !is_counted || !is_marked(&listed[0].0) {
        return Notes::default();
    }
    chunks.truncate(first);
    let signs = listed.iter().map(|(sign, _)| sign.clone()).collect();
    Notes { list: listed, signs }
}

/// The sign and words of a chunk that is a note.
fn note(chunk: &Chunk) -> Option<(&str, &str)> {
    let (sign, words) = chunk.text.strip_prefix('[')?.split_once(']')?;
    let fits = (1..=4).contains(&sign.len()) && sign.bytes().all(|b| b.is_ascii_digit()) && chunk.shape == Shape::Plain;
    (fits && !words.trim().is_empty()).then_some((sign, words.trim()))
}

impl Notes {
    /// The notes as blocks, to stand after the text.
    pub fn blocks(&self) -> impl Iterator<Item = Block> {
        self.list
            .iter()
            .map(|(sign, words)| Block { role: Role::Note { mark: sign.clone() }, ..Block::of(words.as_str()) })
    }

    /// A chunk's words without the marks of notes, and where these stood.
    pub fn without_marks(&self, text: &str) -> (String, Vec<Mark>) {
        let mut words = String::with_capacity(text.len());
        let mut marks = Vec::new();
        let mut rest = text;
        while let Some(open) = rest.find('[') {
            let inner = &rest[open + 1..];
            let sign = inner.split_once(']').map(|(sign, _)| sign).filter(|sign| self.signs.contains(*sign));
            match sign {
                Some(sign) => {
                    words.push_str(rest[..open].trim_end());
                    marks.push(Mark { mark: sign.to_owned(), at: words.len() });
                    rest = &inner[sign.len() + 1..];
                }
                None => {
                    words.push_str(&rest[..=open]);
                    rest = inner;
                }
            }
        }
        words.push_str(rest);
        (words, marks)
    }
}
