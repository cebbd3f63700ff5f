//! The first page of a United Nations document: symbol, date and title, from its header, first table and titles.

use super::package::{Package, Relation};
use super::paragraph::Raw;
use super::roles;
use super::styles::Styles;
use super::xml::Xml;
use crate::structure::{Block, Role};
use crate::{ReadError, dates};
use plenum_model::{PartialDate, Symbol};

const FIRST_BLOCKS: usize = 40; // The first page with its titles and notes.
const TITLE_CHARS: usize = 300;

/// What the first page tells.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// The title; empty if no paragraph has a title's style.
    pub title: String,
    /// The document's symbol.
    pub symbol: Option<Symbol>,
    /// The date of distribution.
    pub date: Option<PartialDate>,
}

/// The blocks of the first page's own header, if it bears the marks of a first page (a symbol, a distribution line).
pub(super) fn first_header(
    package: &mut Package,
    document: &str,
    relations: &[Relation],
    styles: &Styles,
) -> Result<Vec<Block>, ReadError> {
    for id in first_header_ids(document) {
        let Some(relation) = relations.iter().find(|r| r.id == id && r.kind == "header") else { continue };
        let Some(text) = package.text(&relation.target)? else { continue };
        let mut blocks = super::plain_blocks(&text, styles)?;
        if blocks.iter().any(|block| is_distribution(&block.text)) {
            for block in &mut blocks {
                block.role = Role::Front;
                block.label = None;
                block.text =
                    block.text.split('|').map(str::trim).filter(|c| !c.is_empty()).collect::<Vec<_>>().join(" | ");
            }
            blocks.retain(|block| !block.text.trim().is_empty());
            return Ok(blocks);
        }
    }
    Ok(Vec::new())
}

/// The ids of headers made for a section's first page, in order.
fn first_header_ids(document: &str) -> Vec<String> {
    let mut ids = Vec::new();
    // A search by name first: most of a document is no header reference, and it has been parsed once already.
    let mut rest = document;
    while let Some(at) = rest.find("headerReference") {
        let from = rest[..at].rfind('<').unwrap_or(at);
        let to = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
        let element = format!("{}/>", rest[from..to].trim_end_matches(['>', '/']));
        let mut xml = Xml::new(&element);
        // A closing tag or a text that only mentions the name is none, and no error: the document was parsed before.
        if let Ok(Some(tag)) = xml.child()
            && tag.get("type").as_deref() == Some("first")
        {
            ids.extend(tag.get("id").map(|id| id.into_owned()));
        }
        rest = &rest[to..];
    }
    ids
}

/// A table at the very beginning with a distribution line is the first page's furniture.
pub(super) fn mark_front_table(raws: &mut [Raw]) {
    let first_table = raws.iter().take(6).find_map(|raw| match raw.block.role {
        Role::Row { table } => Some(table),
        _ => None,
    });
    let is_in = |raw: &Raw| matches!(raw.block.role, Role::Row { table } if Some(table) == first_table);
    let is_furniture = raws.iter().take(FIRST_BLOCKS).any(|raw| is_in(raw) && is_distribution(&raw.block.text));
    if is_furniture {
        raws.iter_mut().filter(|raw| is_in(raw)).for_each(|raw| raw.block.role = Role::Front);
    }
}

/// "Distr.: General", "Original: English" in the six languages.
fn is_distribution(text: &str) -> bool {
    ["Distr.", "DISTR.", "Original:", "Оригинал:", "Язык оригинала:", "الأصل:", "原文："]
        .iter()
        .any(|sign| text.contains(sign))
}

/// Symbol and date from the furniture, title from the paragraphs with a title's style.
pub(super) fn facts(header: &[Block], raws: &[Raw]) -> Facts {
    let furniture = || {
        let in_text = raws.iter().take(FIRST_BLOCKS).map(|raw| &raw.block).filter(|block| block.role == Role::Front);
        header.iter().chain(in_text)
    };
    let symbol = furniture().find_map(|block| symbol_in(&block.text));
    let date = furniture().find_map(|block| dates::find(&block.text));
    let mut title = String::new();
    for raw in raws.iter().take(FIRST_BLOCKS).filter(|raw| roles::is_title(&raw.style)) {
        let words = raw.block.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = words.trim_end_matches('*');
        let is_new = !words.is_empty() && !title.contains(words);
        if is_new && title.chars().count() + words.chars().count() < TITLE_CHARS && !is_author(words) {
            title.push_str(if title.is_empty() { "" } else { " – " });
            title.push_str(words);
        }
    }
    Facts { title, symbol, date }
}

/// "Report of the Secretary-General" says who reports, not what of.
fn is_author(words: &str) -> bool {
    ["Report of the", "Note by the", "Rapport du", "Informe del", "Доклад", "تقرير", "报告"]
        .iter()
        .any(|w| words.starts_with(w))
}

/// The first United Nations symbol among the words; spaces that letterheads put into it ("A /81/6 (Sect. 25)") go.
fn symbol_in(text: &str) -> Option<Symbol> {
    let close = text.replace(" /", "/").replace("/ ", "/").replace(" (", "(").replace(". ", ".");
    // "A/81/6 (Sect. 25)/Part A" is part A of the document A/81/6 (Sect. 25).
    close
        .replace("/Part", " /Part")
        .split(|c: char| c.is_whitespace() || c == '|')
        .filter_map(|word| Symbol::parse(word.trim_matches(['*', ',', ';'])).ok())
        .find(|symbol| symbol.is_united_nations() && symbol.as_str().chars().any(|c| c.is_ascii_digit()))
}

/// Whether a title from the file's properties says something: many are a file name or a template's default.
pub(super) fn is_telling(title: &str) -> bool {
    let words = title.split_whitespace().count();
    let lower = title.to_lowercase();
    let is_file = [".doc", ".docx", ".pdf", ".dot"].iter().any(|end| lower.ends_with(end));
    words >= 2 && !is_file && !lower.starts_with("microsoft word") && !lower.starts_with("document")
}
