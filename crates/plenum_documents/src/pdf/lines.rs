//! Lines: words on one baseline, in reading order.
//!
//! Nearly every program draws text in the order in which it is to be read, columns and cells included; that order is
//! kept when the page bears it out, else the page is cut into columns by the white between them ([`super::columns`]).

use super::columns;
use super::words::{PageWords, Word};

/// A gap of this many sizes parts two cells rather than two words.
const CELL_GAP: f32 = 1.6;

/// Words on one baseline, from left to right.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// The words, sorted by their left edges; raised and lowered ones included.
    pub words: Vec<Word>,
    /// Left edge.
    pub x0: f32,
    /// Right edge.
    pub x1: f32,
    /// Baseline of its largest letters, downwards from the top.
    pub y: f32,
    /// Size of its largest letters.
    pub size: f32,
    /// Quarter turns of the text against the page.
    pub turn: u8,
    /// Positions in `words` at which a new cell begins; empty for running text.
    pub cells: Vec<usize>,
}

impl Line {
    fn of(word: Word) -> Self {
        let Word { x0, x1, y, size, turn, .. } = word;
        Self { words: vec![word], x0, x1, y, size, turn, cells: Vec::new() }
    }

    /// Whether a word drawn next stands on this line.
    fn takes(&self, word: &Word) -> bool {
        if word.turn != self.turn {
            return false;
        }
        let below = word.y - self.y;
        let size = self.size.max(word.size);
        let is_beside = word.x0 > self.x1 - 0.5 * size && word.x0 < self.x1 + size;
        let is_level = below.abs() <= 0.16 * size;
        let is_raised = word.size <= 0.85 * self.size && below > -0.7 * self.size && below < 0.35 * self.size;
        let is_above_small = self.size <= 0.85 * word.size && below > -0.35 * word.size && below < 0.7 * word.size;
        is_level || ((is_raised || is_above_small) && is_beside)
    }

    fn push(&mut self, word: Word) {
        if word.size > 1.02 * self.size {
            self.size = word.size;
            self.y = word.y;
        }
        self.x0 = self.x0.min(word.x0);
        self.x1 = self.x1.max(word.x1);
        self.words.push(word);
    }

    /// Sorts the words, drops those drawn twice to look bold, and finds the cells.
    fn settle(&mut self, page: &PageWords) {
        self.words.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        let size = self.size;
        self.words.dedup_by(|later, earlier| {
            let is_over = (later.x0 - earlier.x0).abs() < 0.12 * size && (later.y - earlier.y).abs() < 0.12 * size;
            is_over && page.letters(later) == page.letters(earlier)
        });
        let mut edge = f32::INFINITY;
        for (index, word) in self.words.iter().enumerate() {
            if word.x0 - edge > CELL_GAP * size {
                self.cells.push(index);
            }
            edge = if edge.is_finite() { edge.max(word.x1) } else { word.x1 };
        }
    }

    /// Whether each of its cells is as wide as a column of running text.
    fn has_columns(&self) -> bool {
        let starts = std::iter::once(0).chain(self.cells.iter().copied());
        let ends = self.cells.iter().copied().chain(std::iter::once(self.words.len()));
        let width = |(start, end): (usize, usize)| {
            let cell = self.words.get(start..end).unwrap_or_default();
            cell.first().zip(cell.last()).map_or(0.0, |(first, last)| last.x1 - first.x0)
        };
        !self.cells.is_empty() && starts.zip(ends).all(|cell| width(cell) > columns::LEAST_WIDTH * self.size)
    }

    /// Whether a word is set smaller and higher than its line, as marks of notes are.
    pub fn is_raised(&self, word: &Word) -> bool {
        word.size < 0.85 * self.size && self.y - word.y > 0.12 * self.size
    }

    /// Whether all letters are bold.
    pub fn is_bold(&self) -> bool {
        self.words.iter().all(|word| word.is_bold)
    }

    /// Whether all letters are slanted.
    pub fn is_italic(&self) -> bool {
        self.words.iter().all(|word| word.is_italic)
    }
}

/// Lines of words in the order in which they were drawn.
pub(super) fn in_drawing_order<'w>(page: &PageWords, words: impl Iterator<Item = &'w Word>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line) if line.takes(word) => line.push(*word),
            _ => lines.push(Line::of(*word)),
        }
    }
    lines.iter_mut().for_each(|line| line.settle(page));
    lines
}

/// The lines of a page in reading order; text turned sideways comes after the upright.
pub(super) fn in_reading_order(page: &PageWords, words: &[Word]) -> Vec<Line> {
    let mut ordered = Vec::new();
    for turn in 0..4 {
        let upright: Vec<Word> = words.iter().filter(|word| word.turn == turn).copied().collect();
        let lines = in_drawing_order(page, upright.iter());
        if is_orderly(&lines) {
            ordered.extend(lines);
        } else {
            for part in columns::order(upright) {
                ordered.extend(in_drawing_order(page, part.iter()));
            }
        }
    }
    ordered
}

/// Whether lines run down the page: only seldom does one stand above the one before in the same column.
fn is_orderly(lines: &[Line]) -> bool {
    let is_backwards = |pair: &&[Line]| {
        let (before, after) = (&pair[0], &pair[1]);
        let overlap = before.x1.min(after.x1) - before.x0.max(after.x0);
        after.y < before.y - 0.5 * after.size && overlap > 0.5 * (before.x1 - before.x0).min(after.x1 - after.x0)
    };
    let is_scattered = |pair: &&[Line]| (pair[0].y - pair[1].y).abs() < 0.16 * pair[0].size;
    // Running text on both sides of a gap, line after line: columns drawn straight across.
    let side_by_side = lines.iter().filter(|line| line.has_columns()).count();
    let backwards = lines.windows(2).filter(is_backwards).count();
    let scattered = lines.windows(2).filter(is_scattered).count();
    // One jump is a footer drawn first; a few are text boxes.
    backwards <= 2 + lines.len() / 25 && scattered <= 2 + lines.len() / 10 && side_by_side < columns::LEAST_LINES
}
