//! The first page's furniture: title, symbol and date.

use super::furniture::is_page_number_line;
use super::words::PageWords;
use super::{lines, words};
use crate::dates;
use crate::structure::{Block, Mark, Role};
use plenum_model::{PartialDate, Symbol};

/// What the first page says about the document.
#[derive(Default)]
pub(super) struct Front {
    /// The title; empty if none is seen.
    pub title: String,
    /// The document's own symbol.
    pub symbol: Option<Symbol>,
    /// The date printed on it.
    pub date: Option<PartialDate>,
}

/// Most blocks of the first page that are looked at.
const MAX_BLOCKS: usize = 40;
/// Letters of a title are this many times the size of the text.
const TITLE_SIZE: f32 = 1.15;
/// Longest title put together.
const TITLE_CHARS: usize = 300;

/// Lines that stand in the margins of the first two pages.
#[derive(Default)]
pub(super) struct Margins {
    /// Of the first page.
    pub first: Vec<String>,
    /// Of the second: the running header, which may hold the symbol.
    pub second: Vec<String>,
}

impl Margins {
    /// Collects what the file marks as no part of its text, and what was found to repeat on the first page.
    pub fn of(pages: &[PageWords], removed: &[lines::Line]) -> Self {
        let artifacts = |page: &PageWords| {
            let words: Vec<words::Word> = page.words.iter().filter(|word| word.is_artifact).copied().collect();
            texts(page, &lines::in_drawing_order(page, words.iter()))
        };
        let mut first = pages.first().map(artifacts).unwrap_or_default();
        first.extend(pages.first().map(|page| texts(page, removed)).unwrap_or_default());
        Self { first, second: pages.get(1).map(artifacts).unwrap_or_default() }
    }
}

fn texts(page: &PageWords, lines: &[lines::Line]) -> Vec<String> {
    let text = |line: &lines::Line| {
        let mut text = String::new();
        let mut edge = f32::INFINITY;
        for word in &line.words {
            if word.is_after_space || word.x0 - edge > 0.15 * word.size {
                text.push(' ');
            }
            edge = word.x1;
            text.push_str(page.letters(word));
        }
        text.trim().to_owned()
    };
    lines.iter().map(text).filter(|text| !text.is_empty()).collect()
}

/// Reads the first page and marks its furniture as [`Role::Front`].
///
/// In: all blocks, the words of the margins, and the title in the file's properties. Out: what was found; furniture that
/// the file marks as no part of its text is put before the blocks.
pub(super) fn read(blocks: &mut Vec<Block>, margins: &Margins, property: &str) -> Front {
    let count = blocks.iter().take(MAX_BLOCKS).take_while(|b| b.page.is_none_or(|page| page == 1)).count();
    let first = &mut blocks[..count];
    let is_title = |b: &Block| b.look.is_bold && b.look.size >= TITLE_SIZE && !matches!(b.role, Role::Note { .. });
    let title_at = first.iter().position(is_title);
    let before = &first[..title_at.unwrap_or(0)];
    let letterhead = || margins.first.iter().map(String::as_str).chain(before.iter().map(|b| b.text.as_str()));
    let symbol = letterhead().find_map(own_symbol).or_else(|| margins.second.iter().find_map(|l| own_symbol(l)));
    let short = first.iter().map(|b| b.text.as_str()).filter(|text| text.chars().count() < 60).take(12);
    let date = letterhead().find_map(dates::find).or_else(|| short.clone().find_map(dates::find));
    let title = title_at.map(|at| title(&first[at..], is_title)).unwrap_or_default();
    let property = property.trim();
    let title = if title.is_empty() && is_telling(property) { property.to_owned() } else { title };
    if symbol.is_some() {
        mark(blocks, title_at.unwrap_or(0), count, margins);
    }
    Front { title, symbol, date }
}

/// Marks what stands before the title, and the printer's numbers.
fn mark(blocks: &mut Vec<Block>, title_at: usize, count: usize, margins: &Margins) {
    for (at, block) in blocks.iter_mut().take(count).enumerate() {
        let is_note = matches!(block.role, Role::Note { .. });
        if (at < title_at && !is_note) || is_printers(&block.text) {
            block.role = Role::Front;
        }
    }
    let lines = margins.first.iter().filter(|line| !is_printers(line) && !is_page_number_line(line));
    let is_noted = |sign: &str| blocks.iter().any(|b| matches!(&b.role, Role::Note { mark } if mark == sign));
    let front = lines.map(|line| {
        let words = line.trim_end_matches('*');
        let mark = Mark { mark: line[words.len()..].to_owned(), at: words.len() };
        let (words, marks) = if is_noted(&mark.mark) { (words, vec![mark]) } else { (line.as_str(), Vec::new()) };
        Block { role: Role::Front, page: Some(1), marks, ..Block::of(words) }
    });
    let front: Vec<Block> = front.collect();
    blocks.splice(..0, front);
}

/// The printer's job number and bar code: `26-00248 (E) 160126`, `*2600248*`.
fn is_printers(line: &str) -> bool {
    let line = line.trim();
    let is_digits = |text: &str| text.len() >= 5 && text.bytes().all(|b| b.is_ascii_digit());
    let job = line.split(' ').next().and_then(|word| word.split_once('-'));
    let is_job = job.is_some_and(|(year, number)| year.len() == 2 && number.len() == 5 && is_digits(number));
    let bars = line.strip_prefix('*').and_then(|rest| rest.strip_suffix('*'));
    (is_job && line.chars().count() < 30) || bars.is_some_and(is_digits)
}

/// The large bold blocks in a row, without who reports.
fn title(blocks: &[Block], is_title: impl Fn(&Block) -> bool) -> String {
    let mut title = String::new();
    for block in blocks.iter().take_while(|block| is_title(block)) {
        let words = block.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = words.trim_end_matches('*');
        let fits = title.chars().count() + words.chars().count() < TITLE_CHARS;
        if fits && !title.contains(words) && (title.is_empty() || !is_author(words)) {
            title.push_str(if title.is_empty() { "" } else { " – " });
            title.push_str(words);
        }
    }
    title
}

/// "Report of the Secretary-General" says who reports, not what of.
fn is_author(words: &str) -> bool {
    const BEGINNINGS: [&str; 6] = ["Report of the", "Note by the", "Rapport du", "Informe del", "Доклад", "Note du"];
    BEGINNINGS.iter().any(|beginning| words.starts_with(beginning))
}

/// Whether the title in the file's properties is one: often it is a file's name.
fn is_telling(title: &str) -> bool {
    let lower = title.to_lowercase();
    title.split_whitespace().count() > 1 && !lower.contains(".doc") && !lower.starts_with("microsoft word")
}

/// The symbol of a line that holds little else.
fn own_symbol(line: &str) -> Option<Symbol> {
    if line.chars().count() > 120 {
        return None;
    }
    let found = crate::references::find(line).into_iter().find_map(|reference| reference.symbol);
    found.filter(|symbol| symbol.is_united_nations())
}
