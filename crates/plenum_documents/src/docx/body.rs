//! The body of a Word document: paragraphs, tables, content controls, text boxes, as blocks in reading order.

use super::numbering::Numbering;
use super::paragraph::{Raw, Words};
use super::styles::Styles;
use super::xml::Xml;
use crate::ReadError;
use crate::structure::numerals::to_roman;
use crate::structure::{Block, Mark, Role};
use std::collections::HashMap;

/// What was left out, to be told.
#[derive(Debug, Default)]
pub(super) struct Losses {
    /// Pictures.
    pub pictures: usize,
    /// Charts and diagrams.
    pub charts: usize,
    /// Letters of hidden text.
    pub hidden_letters: usize,
    /// Whole documents embedded in this one.
    pub embedded: usize,
    /// Marks whose note is missing.
    pub lost_notes: usize,
}

/// The reader of a body and what it has met so far.
pub(super) struct Body<'p> {
    pub(super) styles: &'p Styles,
    pub(super) numbering: Numbering,
    /// Notes by kind (end or foot) and id.
    notes: HashMap<(bool, String), String>,
    pub(super) losses: Losses,
    /// Open fields: whether each has come to its result.
    pub(super) fields: Vec<bool>,
    /// Words of a paragraph whose mark was deleted: they begin the next one.
    pub(super) carried: Option<Words>,
    /// Notes met and not yet given out; they follow the block they stand in.
    met_notes: Vec<Block>,
    counts: (u32, u32),
    tables: u32,
    /// How deep in tables and boxes, whose ground may have a colour.
    pub(super) grounds: usize,
    pub(super) met: usize,
}

impl<'p> Body<'p> {
    /// A reader with these parts.
    pub fn new(styles: &'p Styles, numbering: Numbering, notes: HashMap<(bool, String), String>) -> Self {
        Self {
            styles,
            numbering,
            notes,
            losses: Losses::default(),
            fields: Vec::new(),
            carried: None,
            met_notes: Vec::new(),
            counts: (0, 0),
            tables: 0,
            grounds: 0,
            met: 0,
        }
    }

    /// Reads the children of the element opened last as blocks; notes follow the block of their mark.
    pub fn blocks(&mut self, xml: &mut Xml) -> Result<Vec<Raw>, ReadError> {
        let mut out = Vec::new();
        self.blocks_into(xml, &mut out)?;
        // A paragraph whose mark was deleted at the very end has nothing to join.
        if let Some(words) = self.carried.take() {
            self.give_out(words, &super::paragraph::Properties::default(), &mut out);
        }
        Ok(out)
    }

    fn blocks_into(&mut self, xml: &mut Xml, out: &mut Vec<Raw>) -> Result<(), ReadError> {
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "p" => {
                    let (words, properties) = self.paragraph(xml)?;
                    if properties.joins_next {
                        self.carried = Some(words);
                    } else {
                        self.give_out(words, &properties, out);
                    }
                }
                "tbl" => self.table(xml, out)?,
                "sdt" | "sdtContent" | "customXml" | "smartTag" | "ins" | "moveTo" => self.blocks_into(xml, out)?,
                "AlternateContent" => self.first_branch(xml, out)?,
                "altChunk" => {
                    self.losses.embedded += 1;
                    xml.skip()?;
                }
                _ => xml.skip()?,
            }
        }
        Ok(())
    }

    fn first_branch(&mut self, xml: &mut Xml, out: &mut Vec<Raw>) -> Result<(), ReadError> {
        let before = out.len();
        while let Some(branch) = xml.child()? {
            if out.len() == before && matches!(branch.name(), "Choice" | "Fallback") {
                self.blocks_into(xml, out)?;
            } else {
                xml.skip()?;
            }
        }
        Ok(())
    }

    fn give_out(&mut self, mut words: Words, properties: &super::paragraph::Properties, out: &mut Vec<Raw>) {
        let boxes = std::mem::take(&mut words.boxes);
        out.extend(self.raw(words, properties));
        out.extend(boxes);
        out.extend(self.met_notes.drain(..).map(|block| Raw { block, ..Raw::default() }));
    }

    /// A table as rows; one of a single cell is a frame around ordinary blocks.
    fn table(&mut self, xml: &mut Xml, out: &mut Vec<Raw>) -> Result<(), ReadError> {
        let mut rows: Vec<Vec<Vec<Raw>>> = Vec::new();
        // Notes and an open join belong to the text around the table.
        let notes_before = std::mem::take(&mut self.met_notes);
        let carried = self.carried.take();
        self.grounds += 1;
        self.rows(xml, &mut rows)?;
        self.grounds -= 1;
        self.carried = carried;
        self.met_notes = notes_before;
        if let [row] = rows.as_mut_slice()
            && let [cell] = row.as_mut_slice()
        {
            out.append(cell);
            return Ok(());
        }
        let table = self.tables;
        self.tables += 1;
        let mut notes = Vec::new();
        for row in rows {
            let mut block = Block { role: Role::Row { table }, ..Block::default() };
            let cells = row.len();
            for (at, cell) in row.into_iter().enumerate() {
                join_cell(&mut block, cell, &mut notes);
                if at + 1 < cells {
                    block.text.push_str(" | ");
                }
            }
            if block.text.chars().any(|c| !c.is_whitespace() && c != '|') {
                out.push(Raw { block, ..Raw::default() });
            }
        }
        out.extend(notes);
        Ok(())
    }

    fn rows(&mut self, xml: &mut Xml, rows: &mut Vec<Vec<Vec<Raw>>>) -> Result<(), ReadError> {
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "tr" => {
                    let mut cells = Vec::new();
                    if self.cells(xml, &mut cells)? {
                        rows.push(cells);
                    }
                }
                "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => self.rows(xml, rows)?,
                _ => xml.skip()?,
            }
        }
        Ok(())
    }

    /// Reads the cells of the row opened last. Out: whether the row stays (a deleted one does not).
    fn cells(&mut self, xml: &mut Xml, cells: &mut Vec<Vec<Raw>>) -> Result<bool, ReadError> {
        let mut stays = true;
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "tc" => cells.push(self.blocks(xml)?),
                "sdt" | "sdtContent" | "customXml" => stays &= self.cells(xml, cells)?,
                "trPr" => {
                    while let Some(property) = xml.child()? {
                        stays &= property.name() != "del";
                        xml.skip()?;
                    }
                }
                _ => xml.skip()?,
            }
        }
        Ok(stays)
    }

    /// A footnote's or endnote's mark in the words; the note itself follows the block.
    pub(super) fn take_mark(&mut self, is_end: bool, id: &str, is_custom: bool, words: &mut Words) {
        let mark = match (is_custom, is_end) {
            // A mark of the author's own is printed in the words after the reference, and stays there.
            (true, _) => "*".to_owned(),
            (false, false) => {
                self.counts.0 += 1;
                self.counts.0.to_string()
            }
            (false, true) => {
                self.counts.1 += 1;
                to_roman(self.counts.1).to_lowercase()
            }
        };
        let Some(text) = self.notes.get(&(is_end, id.to_owned())) else {
            self.losses.lost_notes += 1;
            return;
        };
        words.marks.push(Mark { mark: mark.clone(), at: words.text.len() });
        self.met_notes.push(Block { role: Role::Note { mark }, ..Block::of(text.as_str()) });
    }
}

/// Puts a cell's blocks into its row, notes aside.
fn join_cell(row: &mut Block, cell: Vec<Raw>, notes: &mut Vec<Raw>) {
    let mut is_first = true;
    for raw in cell {
        if matches!(raw.block.role, Role::Note { .. }) {
            notes.push(raw);
            continue;
        }
        if !is_first {
            row.text.push(' ');
        }
        is_first = false;
        if let Some(label) = raw.block.label.filter(|label| label != "•") {
            row.text.push_str(&label);
            row.text.push(' ');
        }
        let from = row.text.len();
        row.marks.extend(raw.block.marks.into_iter().map(|mark| Mark { at: from + mark.at, ..mark }));
        row.text.push_str(&raw.block.text);
    }
}
