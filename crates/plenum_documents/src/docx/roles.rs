//! What Word's styles say a paragraph is.

use crate::structure::Role;

const LONGEST_HEADING: usize = 400; // Letters: longer "headings" are paragraphs in a borrowed style.

// Names of styles of the first page's furniture in the United Nations' own templates; lower case, how they begin.
const FRONT: [&str; 7] = ["session", "agenda_item", "agenda item", "distribution", "_ distr", "original", "symbol"];

/// The role of a paragraph. In: the style's name in lower case, the outline level from 1, the words.
pub(super) fn role(style: &str, level: Option<u8>, words: &str) -> Role {
    if let Some(mark) = starred_note(words) {
        return Role::Note { mark };
    }
    let is_title = style == "title" || style.starts_with("title_h") || style == "subtitle";
    // Lists of contents and of tables repeat the headings with page numbers.
    let is_contents = style.starts_with("toc ") && style != "toc heading" || style == "table of figures";
    if is_contents || FRONT.iter().any(|start| style.starts_with(start)) {
        return Role::Front;
    }
    if style.ends_with("quote") || style == "block text" {
        return Role::Quote;
    }
    let level = level.or(is_title.then_some(1));
    match level.filter(|_| words.chars().count() <= LONGEST_HEADING) {
        Some(level) => Role::Heading(level.clamp(1, 9)),
        None => Role::Body,
    }
}

/// Whether a paragraph gives the document its title.
pub(super) fn is_title(style: &str) -> bool {
    style == "title" || style.starts_with("title_h")
}

/// The stars of a note typed below the first page's text: `*`, tab, words.
fn starred_note(words: &str) -> Option<String> {
    let trimmed = words.trim_start();
    let stars: String = trimmed.chars().take_while(|c| *c == '*').collect();
    let rest = &trimmed[stars.len()..];
    let is_note = (1..=6).contains(&stars.len()) && rest.trim_start_matches(' ').starts_with('\t');
    is_note.then_some(stars)
}
