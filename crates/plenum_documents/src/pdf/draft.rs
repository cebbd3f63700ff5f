//! Drafts of blocks: lines that belong together, before their words are put together.

use super::compose::{Composed, Composer, is_sign};
use super::hyphens::Hyphens;
use super::lines::Line;
use super::tags::Kind;
use super::words::{PageWords, is_right_to_left};
use crate::structure::{Block, Look, Role};
use std::collections::{HashMap, HashSet};

/// Lines that belong together.
#[derive(Debug)]
pub(super) struct Draft {
    /// What they are.
    pub kind: Kind,
    /// The lines with the index of their page.
    pub lines: Vec<(u32, Line)>,
}

/// Joins paragraphs that a page's end cut in two.
///
/// In: drafts in reading order. Out: the same lines; the second half goes to the first, over any notes between them.
pub(super) fn join_over_pages(drafts: Vec<Draft>, pages: &[PageWords]) -> Vec<Draft> {
    let mut joined: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let open = joined.iter_mut().rev().find(|earlier| earlier.kind != Kind::Note);
        match open.filter(|open| goes_on(open, &draft, pages)) {
            Some(open) => open.lines.extend(draft.lines),
            None => joined.push(draft),
        }
    }
    joined
}

/// Whether a draft at the head of a page goes on with a sentence that the page before left open.
fn goes_on(open: &Draft, draft: &Draft, pages: &[PageWords]) -> bool {
    let are_text = |kind: Kind| matches!(kind, Kind::Paragraph | Kind::Item);
    let (Some((before, last)), Some((after, first))) = (open.lines.last(), draft.lines.first()) else { return false };
    let (Some(last_word), Some(first_word)) = (last.words.last(), first.words.first()) else { return false };
    let (Some(page), Some(next)) = (pages.get(*before as usize), pages.get(*after as usize)) else { return false };
    let is_open =
        page.letters(last_word).chars().next_back().is_some_and(|c| c.is_alphanumeric() || "-,–/".contains(c));
    let goes_on = next.letters(first_word).chars().next().is_some_and(char::is_lowercase);
    are_text(open.kind)
        && draft.kind == Kind::Paragraph
        && *after == before + 1
        && is_open
        && goes_on
        && !last.is_bold()
        && (first.size - last.size).abs() < 0.06 * last.size
        && !first.is_raised(first_word)
}

/// Turns drafts into blocks with words, marks and looks.
///
/// In: all drafts of a document in reading order, and its pages. Out: blocks in the same order; the cells of a row
/// become one block. Nothing is dropped.
pub(super) fn finish(drafts: Vec<Draft>, pages: &[PageWords]) -> Vec<Block> {
    let sizes = Sizes::of(&drafts);
    let mut drafts: Vec<Draft> = drafts.into_iter().flat_map(|draft| notes_apart(draft, pages)).collect();
    for draft in &mut drafts {
        if is_starred_note(draft, pages, &sizes) {
            draft.kind = Kind::Note;
        }
    }
    let drafts = drafts.as_slice();
    let signs = note_signs(drafts, pages);
    let hyphens = Hyphens::weigh(pages, drafts.iter().flat_map(|draft| cuts(draft, pages)));
    let finishing = Finishing {
        pages,
        composer: Composer {
            hyphens: &hyphens,
            is_right_to_left: is_mostly_right_to_left(pages),
            is_mark: &|page, sign| signs.contains(&(page, sign.to_owned())),
        },
        sizes,
    };
    let mut blocks = Vec::with_capacity(drafts.len());
    let mut open_row: Option<u32> = None;
    for draft in drafts {
        match draft.kind {
            Kind::Cell { table, row } => finishing.cell(draft, table, open_row == Some(row), &mut blocks),
            _ => blocks.push(finishing.block(draft)),
        }
        open_row = match draft.kind {
            Kind::Cell { row, .. } => Some(row),
            _ => None,
        };
    }
    blocks
}

struct Finishing<'a> {
    pages: &'a [PageWords],
    composer: Composer<'a>,
    sizes: Sizes,
}

impl Finishing<'_> {
    fn composed(&self, draft: &Draft, cell_sign: &str) -> Composed {
        let mut composed = Composed::default();
        for (index, line) in &draft.lines {
            if let Some(page) = self.pages.get(*index as usize) {
                self.composer.add(&mut composed, *index, page, line, cell_sign);
            }
        }
        composed
    }

    /// A cell becomes a row, or goes to the row that is open.
    fn cell(&self, draft: &Draft, table: u32, is_next: bool, blocks: &mut Vec<Block>) {
        let cell_sign = if is_next || draft.lines.len() > 1 { " " } else { " | " };
        let composed = self.composed(draft, cell_sign);
        match blocks.last_mut().filter(|_| is_next) {
            Some(row) => {
                row.text.push_str(" | ");
                let from = row.text.len();
                row.text.push_str(&composed.text);
                row.marks.extend(composed.marks.into_iter().map(|mut mark| {
                    mark.at += from;
                    mark
                }));
            }
            None => {
                let page = draft.lines.first().map(|(page, _)| page + 1);
                let look = self.sizes.look(draft);
                let Composed { text, marks, .. } = composed;
                blocks.push(Block { text, marks, page, role: Role::Row { table }, look, label: None });
            }
        }
    }

    fn block(&self, draft: &Draft) -> Block {
        let Composed { mut text, mut marks, has_leaders } = self.composed(draft, " ");
        let role = match draft.kind {
            Kind::Heading(0) => Role::Heading(1),
            Kind::Heading(level) => Role::Heading(level.min(9)),
            Kind::Quote => Role::Quote,
            Kind::Note => match own_sign(draft, self.pages) {
                Some(sign) => {
                    let rest = text.trim_start().strip_prefix(sign.as_str()).unwrap_or(&text);
                    let rest = rest.trim_start_matches(['.', ')', ' ']).to_owned();
                    let cut = text.len() - rest.len();
                    marks.iter_mut().for_each(|mark| mark.at = mark.at.saturating_sub(cut));
                    text = rest;
                    Role::Note { mark: sign }
                }
                None => Role::Note { mark: String::new() },
            },
            Kind::Contents => Role::Unnumbered,
            // The numbers in a table of contents are those of the headings further on.
            Kind::Paragraph | Kind::Item if has_leaders => Role::Unnumbered,
            Kind::Item => Role::Item,
            Kind::Paragraph | Kind::Cell { .. } => Role::Body,
        };
        let page = draft.lines.first().map(|(page, _)| page + 1);
        Block { text, page, label: None, role, look: self.sizes.look(draft), marks }
    }
}

/// Notes that the file has put into one element, each beginning with its own sign.
fn notes_apart(draft: Draft, pages: &[PageWords]) -> Vec<Draft> {
    if draft.kind != Kind::Note {
        return vec![draft];
    }
    let mut apart: Vec<Draft> = Vec::new();
    for (index, line) in draft.lines {
        let sign = pages.get(index as usize).zip(line.words.first()).map(|(page, word)| (page.letters(word), word));
        let is_start = sign.is_some_and(|(letters, word)| {
            is_sign(letters) && (line.is_raised(word) || letters.chars().all(|c| "*†‡".contains(c)))
        });
        match apart.last_mut() {
            Some(note) if !is_start => note.lines.push((index, line)),
            _ => apart.push(Draft { kind: Kind::Note, lines: vec![(index, line)] }),
        }
    }
    if apart.is_empty() { vec![Draft { kind: Kind::Note, lines: Vec::new() }] } else { apart }
}

/// Whether a paragraph in small letters begins with stars: a note that the file's author wrote by hand.
fn is_starred_note(draft: &Draft, pages: &[PageWords], sizes: &Sizes) -> bool {
    let is_small = draft.lines.iter().all(|(_, line)| line.size < 0.93 * sizes.body);
    let sign = own_sign(draft, pages).filter(|_| is_small && draft.kind == Kind::Paragraph);
    sign.is_some_and(|sign| sign.chars().all(|c| "*†‡".contains(c)))
}

/// The sign that a note begins with.
fn own_sign(draft: &Draft, pages: &[PageWords]) -> Option<String> {
    let (index, line) = draft.lines.first()?;
    let first = line.words.first()?;
    let sign = pages.get(*index as usize)?.letters(first).trim_end_matches(['.', ')']);
    is_sign(sign).then(|| sign.to_owned())
}

/// The signs of all notes with the pages on which a mark may stand: a note's own page and, as long notes wander, the one
/// before.
fn note_signs(drafts: &[Draft], pages: &[PageWords]) -> HashSet<(u32, String)> {
    let mut signs = HashSet::new();
    for draft in drafts.iter().filter(|draft| draft.kind == Kind::Note) {
        if let (Some(sign), Some((page, _))) = (own_sign(draft, pages), draft.lines.first()) {
            if let Some(before) = page.checked_sub(1) {
                signs.insert((before, sign.clone()));
            }
            signs.insert((*page, sign));
        }
    }
    signs
}

/// The last word of each line with the first of the next, where a hyphen stands between.
fn cuts<'a>(draft: &'a Draft, pages: &'a [PageWords]) -> impl Iterator<Item = (&'a str, &'a str)> {
    let pairs = draft.lines.iter().zip(draft.lines.iter().skip(1));
    pairs.filter_map(move |((page, line), (next_page, next))| {
        let page = pages.get(*page as usize)?;
        let last = line.words.last()?;
        if !page.letters(last).ends_with(['-', '\u{2010}']) {
            return None;
        }
        // A hyphen is often drawn apart; the letters it belongs to touch it.
        let first_of = line.words.iter().rev().zip(line.words.iter().rev().skip(1));
        let touching = first_of.take_while(|(w, before)| !w.is_after_space && w.x0 - before.x1 < 0.15 * w.size).count();
        let start = line.words.get(line.words.len() - 1 - touching)?.start as usize;
        let first = page.text.get(start..last.end as usize)?;
        Some((first, pages.get(*next_page as usize)?.letters(next.words.first()?)))
    })
}

fn is_mostly_right_to_left(pages: &[PageWords]) -> bool {
    let mut balance = 0_i64;
    for page in pages.iter().filter(|page| !page.text.is_ascii()) {
        for letter in page.text.chars().filter(|c| c.is_alphabetic()) {
            balance += if is_right_to_left(letter) { 1 } else { -1 };
        }
    }
    balance > 0
}

/// The usual size of letters and the left edge of the text.
pub(super) struct Sizes {
    body: f32,
    left: f32,
    right: f32,
}

impl Sizes {
    /// Measures the drafts.
    pub fn of(drafts: &[Draft]) -> Self {
        let lines = || drafts.iter().flat_map(|draft| draft.lines.iter().map(|(_, line)| line));
        let body = most_usual(lines().map(|line| (line.size, line.x1 - line.x0))).unwrap_or(10.0);
        let of_body = || lines().filter(|line| (line.size - body).abs() < 0.06 * body);
        let left = most_usual(of_body().map(|line| (line.x0, line.x1 - line.x0))).unwrap_or(0.0);
        let right = most_usual(of_body().map(|line| (line.x1, line.x1 - line.x0))).unwrap_or(0.0);
        Self { body, left, right }
    }

    fn look(&self, draft: &Draft) -> Look {
        let lines = || draft.lines.iter().map(|(_, line)| line);
        let middle = (self.left + self.right) / 2.0;
        let width = (self.right - self.left).max(1.0);
        let is_in_middle = |line: &Line| ((line.x0 + line.x1) / 2.0 - middle).abs() < 0.03 * width;
        let is_centred = lines().all(is_in_middle) && lines().any(|line| line.x1 - line.x0 < 0.8 * width);
        let widest = lines().max_by(|a, b| (a.x1 - a.x0).total_cmp(&(b.x1 - b.x0)));
        let size = widest.map_or(1.0, |line| line.size / self.body);
        Look {
            is_bold: lines().all(Line::is_bold),
            is_italic: lines().all(Line::is_italic),
            is_centred,
            size,
            indent_pt: lines().next().map(|line| line.x0 - self.left),
        }
    }
}

/// The value, to half a point, that bears most weight.
pub(super) fn most_usual(values: impl Iterator<Item = (f32, f32)>) -> Option<f32> {
    let mut weights: HashMap<i32, f32> = HashMap::new();
    for (value, weight) in values {
        *weights.entry((value * 2.0).round() as i32).or_default() += weight;
    }
    let heaviest = weights.into_iter().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
    Some(heaviest.0 as f32 / 2.0)
}
