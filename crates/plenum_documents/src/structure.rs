//! From blocks to numbered paragraphs: the same rules for DOCX, PDF, HTML and plain text.

pub mod block;
mod headings;
mod notes;
pub mod numerals;
mod sequence;
#[cfg(test)]
mod tests;
mod tidy;
mod words;

pub use block::{Block, Look, Mark, Role};

use headings::Outline;
use notes::Notes;
use numerals::{Form, Label};
use plenum_model::{Oddity, Paragraph, ParagraphKind, Trouble};
use sequence::Sequence;

/// Numbers the blocks of a document.
///
/// In: blocks in reading order; each block is one paragraph (front ends join lines; nothing is joined here but rows of a
/// table). Out: paragraphs in the same order with number, kind, path, level and footnotes (references are left empty),
/// and what looked wrong in the numbering. Nothing is dropped but blocks without words; a number that stands alone
/// ("Article 3") goes to the block after it; a note that no mark claims becomes a paragraph of its own.
/// Errors: none; numbering that goes backwards or has gaps is a trouble.
pub fn number(blocks: Vec<Block>) -> (Vec<Paragraph>, Vec<Trouble>) {
    let items: Vec<Item> = blocks.into_iter().filter_map(Item::of).collect();
    let mut numbering = Numbering::default();
    for at in 0..items.len() {
        numbering.take(&items, at);
    }
    numbering.settle_pending(&items);
    numbering.end()
}

/// A block made tidy, with the number found in it.
struct Item {
    block: Block,
    label: Option<Label>,
    /// The tidy words without the number.
    words: String,
    /// Where the block's marks stand in `words`.
    places: Vec<usize>,
}

impl Item {
    /// `None` for a block without words and label.
    fn of(block: Block) -> Option<Self> {
        let may_bear_number = matches!(block.role, Role::Body | Role::Item | Role::Heading(_));
        let given = block.label.as_deref().and_then(numerals::given).filter(|_| may_bear_number);
        let (label, used) = match given {
            Some(label) => (Some(label), 0),
            None if may_bear_number => numerals::leading(&block.text).map_or((None, 0), |(l, used)| (Some(l), used)),
            None => (None, 0),
        };
        let (label, used) = match label {
            // A division's word is a number only over a heading: "Section 20" in running text is not.
            Some(label) if label.form == Form::Division && !Self::heads(&block, used, &label) => (None, 0),
            other => (other, used),
        };
        let marks: Vec<Mark> =
            block.marks.iter().map(|m| Mark { mark: m.mark.clone(), at: m.at.saturating_sub(used) }).collect();
        let (words, places) = tidy::tidy(&block.text[used..], &marks);
        let has_number = label.as_ref().is_some_and(|l| !l.printed.is_empty());
        (!words.is_empty() || has_number || !block.marks.is_empty()).then_some(Self { block, label, words, places })
    }

    fn heads(block: &Block, used: usize, label: &Label) -> bool {
        let words = block.text[used..].trim();
        words.is_empty() || headings::is_heading(block, words, Some(label))
    }

    fn is_heading(&self) -> bool {
        headings::is_heading(&self.block, &self.words, self.label.as_ref())
    }

    /// A number with nothing after it: it belongs to the next block.
    fn is_bare_number(&self) -> bool {
        self.words.is_empty() && self.label.as_ref().is_some_and(|label| label.form != Form::Bullet)
    }
}

/// The numbering of a document so far.
#[derive(Default)]
struct Numbering {
    paragraphs: Vec<Paragraph>,
    troubles: Vec<Trouble>,
    outline: Outline,
    sequence: Sequence,
    notes: Notes,
    /// A number that stood alone, and the item it stood in.
    pending: Option<(Label, usize)>,
    /// The article whose title was the last block: its first paragraph bears its number.
    fresh_article: Option<String>,
    open_table: Option<u32>,
}

impl Numbering {
    fn take(&mut self, items: &[Item], at: usize) {
        let item = &items[at];
        if !matches!(item.block.role, Role::Row { .. }) {
            self.open_table = None;
        }
        if matches!(item.block.role, Role::Row { .. } | Role::Front | Role::Quote) {
            self.settle_pending(items);
        }
        match &item.block.role {
            Role::Note { mark } => self.notes.keep(self.paragraphs.len(), mark, &item.words, item.block.page),
            Role::Row { table } => self.take_row(item, *table),
            Role::Front => self.push(item, ParagraphKind::Front, None, 0, &item.words),
            Role::Quote => self.push(item, ParagraphKind::Quote, None, 0, &item.words),
            Role::Body | Role::Item | Role::Heading(_) | Role::Unnumbered => self.take_words(items, at),
        }
    }

    fn take_words(&mut self, items: &[Item], at: usize) {
        let item = &items[at];
        if item.is_bare_number() {
            self.settle_pending(items);
            if let Some(label) = &item.label {
                self.pending = Some((label.clone(), at));
            }
            return;
        }
        // A bare number waits for the first words after it, unless these bear a number of their own.
        let pending = match &item.label {
            Some(_) => {
                self.enter_bare_article(items);
                None
            }
            None => self.pending.take().map(|(label, _)| label),
        };
        let is_title = pending.as_ref().is_some_and(|label| {
            matches!(label.form, Form::Article | Form::Division)
                && headings::is_title_of_number(&item.block, &item.words)
        });
        let label = pending.as_ref().or(item.label.as_ref());
        if is_title || (item.is_heading() && pending.as_ref().is_none_or(|l| l.form != Form::Article)) {
            self.take_heading(item, label);
        } else {
            self.take_paragraph(items, at, label);
        }
    }

    fn take_heading(&mut self, item: &Item, label: Option<&Label>) {
        let label = label.filter(|l| l.form != Form::Bullet);
        let level = self.outline.enter(&item.block, &item.words, label);
        let number = label.map(|l| l.printed.clone());
        self.sequence.pass_heading(label, number.as_deref());
        self.fresh_article = number.clone().filter(|_| label.is_some_and(|l| l.form == Form::Article));
        let path = self.outline.path_above();
        self.push(item, ParagraphKind::Heading, number, level, &item.words);
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.path = path;
        }
    }

    fn take_paragraph(&mut self, items: &[Item], at: usize, label: Option<&Label>) {
        let item = &items[at];
        let fresh = self.fresh_article.take();
        match label {
            Some(label) if label.form == Form::Bullet => {
                let level = self.sequence.list_level();
                self.push(item, ParagraphKind::List, None, level, &item.words);
            }
            Some(label) => {
                let ahead = items[at + 1..].iter().take(LOOK_AHEAD).filter_map(|item| item.label.as_ref());
                let place = self.sequence.place(label, ahead);
                if let Some(oddity) = &place.stumble {
                    self.stumbled(item, &place.number, oddity);
                }
                self.push(item, ParagraphKind::Paragraph, Some(place.number), place.level, &item.words);
            }
            None if item.block.role == Role::Item => {
                let level = self.sequence.list_level();
                self.push(item, ParagraphKind::List, None, level, &item.words);
            }
            None => self.push(item, ParagraphKind::Paragraph, fresh, 1, &item.words),
        }
    }

    fn take_row(&mut self, item: &Item, table: u32) {
        let is_same = self.open_table.replace(table) == Some(table);
        match self.paragraphs.last_mut().filter(|p| is_same && p.kind == ParagraphKind::Table) {
            Some(last) => {
                last.text.push('\n');
                let from = last.text.len();
                last.text.push_str(&item.words);
                self.notes.open(self.paragraphs.len() - 1, &item.block.marks, &item.places, from);
            }
            None => self.push(item, ParagraphKind::Table, None, 0, &item.words),
        }
    }

    fn push(&mut self, item: &Item, kind: ParagraphKind, number: Option<String>, level: u8, words: &str) {
        self.notes.open(self.paragraphs.len(), &item.block.marks, &item.places, 0);
        let path = if kind == ParagraphKind::Front { Vec::new() } else { self.outline.path() };
        self.paragraphs.push(Paragraph {
            number,
            path,
            kind,
            level,
            page: item.block.page,
            ..Paragraph::plain(words.to_owned())
        });
    }

    /// A bare article number followed by numbered paragraphs ("Article 11", then "1."): they are its paragraphs.
    fn enter_bare_article(&mut self, items: &[Item]) {
        match self.pending.take() {
            Some((label, _)) if label.form == Form::Article => {
                self.sequence.pass_heading(Some(&label), Some(&label.printed));
            }
            other => {
                self.pending = other;
                self.settle_pending(items);
            }
        }
    }

    /// A bare number that nothing follows is a heading of its own ("Annex I"), its number its words.
    fn settle_pending(&mut self, items: &[Item]) {
        let Some((label, at)) = self.pending.take() else { return };
        let item = &items[at];
        let level = self.outline.enter(&item.block, &label.printed, Some(&label));
        self.sequence.pass_heading(Some(&label), Some(&label.printed));
        let path = self.outline.path_above();
        self.push(item, ParagraphKind::Heading, None, level, &label.printed);
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.path = path;
        }
    }

    fn stumbled(&mut self, item: &Item, number: &str, oddity: &Oddity) {
        self.troubles.push(oddity.at(item.block.page, number));
    }

    fn end(mut self) -> (Vec<Paragraph>, Vec<Trouble>) {
        self.notes.settle(&mut self.paragraphs);
        (self.paragraphs, self.troubles)
    }
}

const LOOK_AHEAD: usize = 60; // Blocks; a list between two paragraphs of the main row is shorter.
