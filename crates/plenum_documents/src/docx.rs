//! DOCX: Word's XML becomes numbered paragraphs.
//!
//! Insertions are kept, deletions and comments left out, hidden text, pictures and charts told as troubles. Running
//! headers and footers go, but the first page's header, where the United Nations prints symbol and date, is kept.

mod body;
mod front;
mod numbering;
mod package;
mod paragraph;
mod roles;
mod styles;
mod symbols;
#[cfg(test)]
mod tests;
mod xml;

use crate::ReadError;
use crate::structure::{self, Block, Role};
use body::{Body, Losses};
use numbering::Numbering;
use package::{Package, Relation};
use paragraph::Raw;
use plenum_model::{Language, Oddity, Reading, Trouble};
use std::collections::HashMap;
use styles::Styles;
use xml::Xml;

/// Reads a DOCX.
///
/// In: the whole file. Out: its paragraphs (references and a language that the file does not say are left to
/// [`crate::read`]), the title, symbol and date it shows, and troubles. Errors: see [`ReadError`]; limits are 64 MB
/// unpacked, 10,000 parts, 300,000 Word paragraphs, elements 200 deep; entities are refused.
pub fn read(bytes: &[u8]) -> Result<Reading, ReadError> {
    let mut package = Package::open(bytes)?;
    let main = main_part(&mut package)?;
    let relations = package.relations(&main)?;
    let document = package.text(&main)?.ok_or_else(|| ReadError::damaged("the archive has no main text"))?;
    let styles = part(&mut package, &relations, "styles")?.map(|t| Styles::read(&t)).transpose()?.unwrap_or_default();
    let numbering =
        part(&mut package, &relations, "numbering")?.map(|t| Numbering::read(&t)).transpose()?.unwrap_or_default();
    let notes = notes(&mut package, &relations, &styles)?;
    let mut body = Body::new(&styles, numbering, notes);
    let mut raws = main_blocks(&document, &mut body)?;
    let mut first_page = front::first_header(&mut package, &document, &relations, &styles)?;
    front::mark_front_table(&mut raws);
    set_sizes(&mut raws);

    let known = front::facts(&first_page, &raws);
    let properties = properties(&mut package)?;
    let title = properties.title.filter(|title| front::is_telling(title)).unwrap_or(known.title);
    first_page.extend(raws.into_iter().map(|raw| raw.block));
    let (paragraphs, numbering_troubles) = structure::number(first_page);
    let mut troubles = losses_told(&body.losses);
    troubles.extend(numbering_troubles);
    Ok(Reading {
        title,
        symbol: known.symbol,
        language: properties.language.unwrap_or_else(Language::unknown),
        date: known.date,
        troubles,
        paragraphs,
    })
}

/// The name of the part that holds the text.
fn main_part(package: &mut Package) -> Result<String, ReadError> {
    let named = package.relations("")?.into_iter().find(|r| r.kind == "officeDocument").map(|r| r.target);
    Ok(named.unwrap_or_else(|| "word/document.xml".into()))
}

fn part(package: &mut Package, relations: &[Relation], kind: &str) -> Result<Option<String>, ReadError> {
    match relations.iter().find(|relation| relation.kind == kind) {
        Some(relation) => package.text(&relation.target),
        None => Ok(None),
    }
}

fn main_blocks(document: &str, body: &mut Body) -> Result<Vec<Raw>, ReadError> {
    let mut xml = Xml::new(document);
    let mut raws = Vec::new();
    let Some(root) = xml.child()? else { return Err(ReadError::damaged("its main text is empty")) };
    if root.name() != "document" {
        return Err(ReadError::damaged("its main part is no Word document"));
    }
    while let Some(tag) = xml.child()? {
        if tag.name() == "body" { raws.append(&mut body.blocks(&mut xml)?) } else { xml.skip()? }
    }
    Ok(raws)
}

/// Footnotes and endnotes by id, each as one line; separators are no notes.
fn notes(
    package: &mut Package,
    relations: &[Relation],
    styles: &Styles,
) -> Result<HashMap<(bool, String), String>, ReadError> {
    let mut notes = HashMap::new();
    for (kind, is_end) in [("footnotes", false), ("endnotes", true)] {
        let Some(text) = part(package, relations, kind)? else { continue };
        let mut body = Body::new(styles, Numbering::default(), HashMap::new());
        let mut xml = Xml::new(&text);
        xml.child()?; // The root.
        while let Some(tag) = xml.child()? {
            let id = tag.get("id").map(|id| id.into_owned());
            let is_separator = tag.get("type").is_some_and(|kind| kind != "normal");
            match id.filter(|_| !is_separator) {
                Some(id) => {
                    let blocks = body.blocks(&mut xml)?;
                    let words: Vec<&str> = blocks.iter().map(|raw| raw.block.text.trim()).collect();
                    notes.insert((is_end, id), words.join(" "));
                }
                None => xml.skip()?,
            }
        }
    }
    Ok(notes)
}

/// Sizes relative to that of most letters outside headings and tables.
fn set_sizes(raws: &mut [Raw]) {
    let mut letters: HashMap<u32, usize> = HashMap::new();
    for raw in raws.iter().filter(|raw| raw.size > 0 && !matches!(raw.block.role, Role::Heading(_))) {
        *letters.entry(raw.size).or_default() += raw.block.text.len();
    }
    let Some((usual, _)) = letters.into_iter().max_by_key(|(size, count)| (*count, std::cmp::Reverse(*size))) else {
        return;
    };
    for raw in raws.iter_mut().filter(|raw| raw.size > 0) {
        raw.block.look.size = raw.size as f32 / usual as f32;
    }
}

struct Properties {
    title: Option<String>,
    language: Option<Language>,
}

/// Title and language from the file's own properties, where it has them.
fn properties(package: &mut Package) -> Result<Properties, ReadError> {
    let mut found = Properties { title: None, language: None };
    let named = package.relations("")?.into_iter().find(|r| r.kind == "core-properties").map(|r| r.target);
    let Some(text) = package.text(&named.unwrap_or_else(|| "docProps/core.xml".into()))? else { return Ok(found) };
    let mut xml = Xml::new(&text);
    xml.child()?; // The root.
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "title" => found.title = Some(xml.words()?.split_whitespace().collect::<Vec<_>>().join(" ")),
            "language" => found.language = Language::parse(&xml.words()?).ok(),
            _ => xml.skip()?,
        }
    }
    Ok(found)
}

fn losses_told(losses: &Losses) -> Vec<Trouble> {
    let told = [
        (losses.pictures, Oddity::WordPictures(losses.pictures as u64)),
        (losses.charts, Oddity::Charts(losses.charts as u64)),
        (losses.hidden_letters, Oddity::HiddenLetters(losses.hidden_letters as u64)),
        (losses.embedded, Oddity::Embedded(losses.embedded as u64)),
        (losses.lost_notes, Oddity::LostNotes(losses.lost_notes as u64)),
    ];
    let lost = told.into_iter().filter(|(count, _)| *count > 0);
    lost.map(|(_, oddity)| oddity.at(None, "whole document")).collect()
}

/// Blocks of a part without lists and notes: a header.
fn plain_blocks(text: &str, styles: &Styles) -> Result<Vec<Block>, ReadError> {
    let mut body = Body::new(styles, Numbering::default(), HashMap::new());
    let mut xml = Xml::new(text);
    xml.child()?; // The root.
    Ok(body.blocks(&mut xml)?.into_iter().map(|raw| raw.block).collect())
}
