//! References: the documents, paragraphs of documents, and treaty articles that a text names.
//!
//! Everything is found by walking over the text once with windows of bounded length, so the time is linear in the text.

mod bodies;
mod numbers;
mod places;
mod resolutions;
mod symbols;
mod treaties;

pub(crate) use numbers::digit;

use bodies::Body;
use plenum_model::{Paragraph, ParagraphKind, Reference, Symbol};

/// Finds what a text names, in text order; spans do not overlap.
///
/// In: the words of one paragraph, a table included (rows parted by line ends, cells by ` | `). Out: United Nations
/// symbols as printed (`A/80/257`), resolutions and decisions by their wording in six languages ("resolution 79/1" is
/// `A/RES/79/1`, "resolution 2100 (2013)" is `S/RES/2100(2013)`), the paragraph named with them, and treaty articles.
/// Errors: none. What cannot be told (a decision of a body without symbols) is left out.
pub fn find(text: &str) -> Vec<Reference> {
    find_under(text, Listing::None)
}

/// Fills the references of paragraphs and their footnotes.
///
/// A list of mandates prints bare numbers ("80/234") under a line such as "General Assembly resolutions": that line
/// decides whose they are, which is why paragraphs are filled together.
pub fn fill(paragraphs: &mut [Paragraph]) {
    let mut above: Option<Body> = None;
    for paragraph in paragraphs {
        let is_table = paragraph.kind == ParagraphKind::Table;
        let listing = match above {
            Some(body) => Listing::Of(body),
            None => Listing::None,
        };
        paragraph.references = find_under(&paragraph.text, listing);
        for note in &mut paragraph.footnotes {
            note.references = find(&note.text);
        }
        let is_listed = above.is_some() && resolutions::begins_with_number(&paragraph.text);
        if !is_table && !is_listed {
            above = bodies::of_list_title(&paragraph.text);
        }
    }
}

/// Whether bare numbers at the beginning of lines and cells are resolutions, and whose.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Listing {
    None,
    Of(Body),
}

/// What was found, before its symbol is checked.
#[derive(Clone, Debug, PartialEq)]
struct Found {
    from: usize,
    to: usize,
    symbol: Option<String>,
    number: Option<String>,
}

fn find_under(text: &str, listing: Listing) -> Vec<Reference> {
    let mut found = symbols::find(text);
    let by_words = resolutions::find(text, listing);
    add_apart(&mut found, by_words);
    let mut found = places::attach(text, found);
    add_apart(&mut found, treaties::find(text));
    found.into_iter().filter_map(checked).collect()
}

/// Adds what does not overlap with what is there, in text order. Both are sorted; so is the result.
fn add_apart(found: &mut Vec<Found>, more: Vec<Found>) {
    let before = std::mem::take(found);
    let mut rest = before.into_iter().peekable();
    for new in more {
        while let Some(earlier) = rest.next_if(|old| old.to <= new.from) {
            found.push(earlier);
        }
        if rest.peek().is_none_or(|old| old.from >= new.to) {
            found.push(new);
        }
    }
    found.extend(rest);
}

/// The reference, if its symbol can be one.
fn checked(found: Found) -> Option<Reference> {
    let symbol = match found.symbol {
        Some(text) => Some(Symbol::parse(&text).ok()?),
        None => None,
    };
    Some(Reference { symbol, number: found.number, span: (found.from, found.to) })
}

/// The last `bytes` bytes before `at`, cut on a character border.
fn before(text: &str, at: usize, bytes: usize) -> &str {
    let mut from = at.saturating_sub(bytes);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    &text[from..at]
}

/// The next `bytes` bytes from `at`, cut on a character border.
fn after(text: &str, at: usize, bytes: usize) -> &str {
    let mut to = at.saturating_add(bytes).min(text.len());
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    &text[at..to.max(at)]
}

#[cfg(test)]
mod tests;
