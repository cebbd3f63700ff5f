//! Web pages and pieces of them: the main text is found, everything else is named as left out.
//!
//! The page is cut into tokens and kept as a flat list of nodes in page order ([`tree`]), the main part is chosen
//! ([`main_part`]), and the walk over it makes blocks ([`blocks`]). Nothing recurses, so nesting of any depth is harmless.

mod blocks;
mod main_part;
mod notes;
mod table;
mod tree;

#[cfg(test)]
mod tests;

use crate::{ReadError, dates, decoding, languages, shortened, structure};
use plenum_model::{Language, Oddity, PartialDate, Reading};
use tree::{Node, Tree};

const MAX_NODES: usize = 2_000_000; // A page of 50 MB with a tag every 25 letters; honest ones have thousands.

/// Reads an HTML page or a piece of one.
///
/// In: the page as sent, in any declared encoding. Out: its main text; the language by its words, or by the page's
/// `lang` where they are too few; the title by its first main heading, else by `<title>`.
/// Errors: [`ReadError::TooLarge`]; [`ReadError::UnknownFormat`] if the bytes are no text. What the page shows but text
/// cannot (frames, pictures, forms) is a trouble.
pub fn read(bytes: &[u8]) -> Result<Reading, ReadError> {
    let text = decoding::decode_declared(bytes)
        .ok_or_else(|| ReadError::UnknownFormat { found: "of an unknown format".into() })?;
    read_text(&text)
}

/// Reads HTML that is already text: a WordPress post's content.
pub(crate) fn read_text(text: &str) -> Result<Reading, ReadError> {
    let tree = Tree::parse(text);
    if tree.nodes.len() > MAX_NODES {
        return Err(ReadError::TooLarge { what: "the number of elements".into(), limit: "2,000,000".into() });
    }
    let part = main_part::choose(&tree);
    let walked = blocks::walk(&tree, &part);
    let (paragraphs, mut troubles) = structure::number(walked.blocks);
    let mut all = walked.troubles;
    all.append(&mut troubles);
    if walked.words_left_out > 0 {
        all.push(Oddity::Furniture(walked.words_left_out as u64).at(None, "around the main text"));
    }
    let language = match languages::guess_of(&paragraphs) {
        unknown if unknown == Language::unknown() => declared_language(&tree).unwrap_or(unknown),
        guessed => guessed,
    };
    Ok(Reading { title: title(&tree), symbol: None, language, date: date(&tree), troubles: all, paragraphs })
}

fn declared_language(tree: &Tree) -> Option<Language> {
    let declared = |node: &Node| node.attribute("lang").or_else(|| node.attribute("xml:lang")).map(str::to_owned);
    let first =
        tree.nodes.iter().filter(|node| matches!(node.name(), "html" | "body" | "main" | "article")).find_map(declared);
    first.and_then(|tag| languages::from_tag(&tag))
}

/// The page's first main heading, else its `<title>` without the site's name.
fn title(tree: &Tree) -> String {
    let heading = tree.nodes.iter().position(|node| node.name() == "h1").map(|at| tree.words(at));
    let titled = || {
        let at = tree.nodes.iter().position(|node| node.name() == "title")?;
        let whole = tree.words(at);
        let head =
            [" | ", " – ", " — ", " :: "].iter().find_map(|bar| whole.split_once(bar)).map(|(head, _)| head.to_owned());
        Some(head.unwrap_or(whole))
    };
    let found = heading.filter(|words| !words.is_empty()).or_else(titled).unwrap_or_default();
    shortened(&one_line(&found))
}

/// The letters of a short piece of HTML, on one line: a WordPress title.
pub(crate) fn plain(html: &str) -> String {
    let tree = Tree::parse(html);
    let letters: String = tree.nodes.iter().filter_map(Node::text).collect();
    one_line(&letters)
}

/// NFC on one line, as titles are kept.
pub(crate) fn one_line(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect()
}

/// The date the page states of itself: its metadata, or its first `<time>`.
fn date(tree: &Tree) -> Option<PartialDate> {
    const KEYS: [&str; 7] = [
        "article:published_time",
        "datePublished",
        "date",
        "dc.date",
        "dcterms.date",
        "DC.date.issued",
        "citation_date",
    ];
    let stated = |node: &Node| {
        let key =
            node.attribute("property").or_else(|| node.attribute("name")).or_else(|| node.attribute("itemprop"))?;
        let is_date = KEYS.iter().any(|known| known.eq_ignore_ascii_case(key));
        let value = node.attribute("content").filter(|_| is_date)?;
        PartialDate::parse(value).ok().or_else(|| dates::find(value))
    };
    let timed = |node: &Node| PartialDate::parse(node.attribute("datetime").filter(|_| node.name() == "time")?).ok();
    tree.nodes.iter().find_map(stated).or_else(|| tree.nodes.iter().find_map(timed))
}
