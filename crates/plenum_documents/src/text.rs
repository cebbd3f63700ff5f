//! Plain text: paragraphs by blank lines or by line, with hard-wrapped lines joined again.

mod lines;
mod notes;
#[cfg(test)]
mod tests;

use crate::structure::{self, Block, Role};
use crate::{ReadError, dates, decoding, shortened};
use lines::{Chunk, Shape};
use plenum_model::{Language, PartialDate, Reading};

const NEAR_LINES: usize = 30; // A newsletter names its week over its first list.
const HEAD_LINES: usize = 12; // Where a date is the document's own: before its text has begun.

/// Reads plain text.
///
/// In: the file, in UTF-8, UTF-16 or an older encoding. Out: its paragraphs; short lines over longer ones are headings,
/// `[1]` is tied to the note `[1] …` at the end. The title is the first heading; the date that of the first lines.
/// Errors: [`ReadError::UnknownFormat`] if the bytes are no text.
pub fn read(bytes: &[u8]) -> Result<Reading, ReadError> {
    let text =
        decoding::decode(bytes).ok_or_else(|| ReadError::UnknownFormat { found: "of an unknown format".into() })?;
    Ok(read_text(&text))
}

fn read_text(text: &str) -> Reading {
    let mut chunks = lines::chunks(text);
    let notes = notes::take(&mut chunks);
    let mut blocks: Vec<Block> = (0..chunks.len()).map(|at| block(&chunks, at, &notes)).collect();
    blocks.extend(notes.blocks());
    let title =
        chunks.first().filter(|first| is_title(first, &chunks)).map_or(String::new(), |first| shortened(&first.text));
    let (paragraphs, troubles) = structure::number(blocks);
    Reading { title, symbol: None, language: Language::unknown(), date: date(&chunks), troubles, paragraphs }
}

fn block(chunks: &[Chunk], at: usize, notes: &notes::Notes) -> Block {
    let chunk = &chunks[at];
    let role = match chunk.shape {
        Shape::Item => Role::Item,
        Shape::Plain if is_heading(chunks, at) => Role::Heading(if at == 0 { 1 } else { 2 }),
        Shape::Plain => Role::Body,
    };
    let (text, marks) = notes.without_marks(&chunk.text);
    let label = (chunk.shape == Shape::Item).then(|| "•".to_owned());
    Block { text, marks, role, label, ..Block::default() }
}

/// The first line is a title if it stands alone and is short; a greeting is none.
fn is_title(first: &Chunk, chunks: &[Chunk]) -> bool {
    is_short_line(&first.text) && chunks.len() > 1 && first.shape == Shape::Plain
}

/// A short line without a stop, over running text or a list.
fn is_heading(chunks: &[Chunk], at: usize) -> bool {
    let chunk = &chunks[at];
    if !is_short_line(&chunk.text) || structure::numerals::leading(&chunk.text).is_some() {
        return false;
    }
    let Some(next) = chunks.get(at + 1) else { return false };
    let is_over_text = next.shape == Shape::Item || next.text.chars().count() > 100 || lines::ends_sentence(&next.text);
    at == 0 || (is_over_text && dates::find(&chunk.text).is_none())
}

/// At most a dozen words, beginning with a capital (or a letter of a script without), no stop or comma at the end.
fn is_short_line(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let is_begun = text.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    let is_ended =
        text.ends_with(['.', ',', ';', ':', '!', '،', '؛', '。', '，', '；', '：', ']', ')']) || text.contains("://");
    let is_short = text.chars().count() <= 110 && words <= 14;
    is_short && is_begun && !is_ended && !text.contains(['\t', '@', '•']) && text.chars().any(char::is_alphabetic)
}

/// The first date in the first lines that are not yet running text; else in a line of its own soon after.
fn date(chunks: &[Chunk]) -> Option<PartialDate> {
    let is_short = |chunk: &&Chunk| chunk.text.chars().count() < 160;
    let is_line = |chunk: &&Chunk| chunk.text.chars().count() < 80 && chunk.shape == Shape::Plain;
    let own = chunks.iter().take(HEAD_LINES).take_while(is_short).find_map(|chunk| dates::find(&chunk.text));
    let later = || {
        chunks
            .iter()
            .take(NEAR_LINES)
            .filter(is_line)
            .filter_map(|chunk| dates::find(&chunk.text))
            .find(|d| d.day().is_some())
    };
    own.or_else(later)
}
