//! Markdown: headings, lists with the numbers their author wrote, tables, footnotes; brackets of negotiators stay.
//!
//! In a negotiating text `[shall][should]` and `paragraph [x](a)` are words, not links: only what leads to an address is
//! taken for a link.

mod front;
#[cfg(test)]
mod tests;
mod walk;

use crate::{ReadError, dates, decoding, shortened, structure};
use plenum_model::{Language, Reading};

const MAX_MARKS: usize = 100; // Marks of lists and quotations before a line's words; more cost quadratic time.

/// Reads Markdown.
///
/// In: the file. Out: its text without marks; title and date from the front matter if it has one, else the title is the
/// first heading. Errors: [`ReadError::UnknownFormat`] if the bytes are no text; [`ReadError::TooDeep`].
pub fn read(bytes: &[u8]) -> Result<Reading, ReadError> {
    let text =
        decoding::decode(bytes).ok_or_else(|| ReadError::UnknownFormat { found: "of an unknown format".into() })?;
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if text.lines().any(|line| marks(line) > MAX_MARKS) {
        return Err(ReadError::TooDeep { limit: MAX_MARKS });
    }
    let (front, body) = front::take(&text);
    let walked = walk::walk(&front::without_attributes(body));
    let (paragraphs, mut troubles) = structure::number(walked.blocks);
    troubles.splice(0..0, walked.troubles);
    let title = shortened(&front.title.unwrap_or_default());
    let date = front.date.or_else(|| dates::find(&title));
    Ok(Reading { title, symbol: None, language: Language::unknown(), date, troubles, paragraphs })
}

/// How many marks of lists and quotations stand before a line's words.
fn marks(line: &str) -> usize {
    line.split_whitespace()
        .take_while(|word| {
            let number = word.trim_end_matches(['.', ')']);
            matches!(*word, "-" | "*" | "+")
                || word.bytes().all(|b| b == b'>')
                || number.len() < word.len() && number.bytes().all(|b| b.is_ascii_digit())
        })
        .map(|word| if word.starts_with('>') { word.len() } else { 1 })
        .sum()
}
