//! Drafts by how the lines stand on the page, for files without a structure tree.

use super::compose::is_sign;
use super::draft::{Draft, most_usual};
use super::lines::Line;
use super::tags::Kind;
use super::words::PageWords;
use crate::structure::numerals;

/// A line's first word sets it apart as a numbered item if what begins the line is a number or a bullet.
const BULLETS: &str = "•▪●○◦■□–➢✓☑‣⁃";

/// Drafts in reading order.
///
/// In: the pages, and their lines in reading order without running headers and footers. Out: paragraphs, rows and notes;
/// every line is in one of them.
pub(super) fn drafts(pages: &[PageWords], lines: Vec<Vec<Line>>) -> Vec<Draft> {
    let body = most_usual(lines.iter().flatten().map(|line| (line.size, line.x1 - line.x0))).unwrap_or(10.0);
    let leading = usual_leading(&lines, body);
    let mut builder = Builder { pages, body, leading, drafts: Vec::new(), right: 0.0, table: 0, row: 0 };
    for (index, lines) in (0_u32..).zip(lines) {
        builder.right = most_usual(lines.iter().map(|line| (line.x1, line.x1 - line.x0))).unwrap_or(0.0);
        let notes_from = builder.notes_from(index, &lines);
        for (at, line) in lines.iter().enumerate() {
            if pages.get(index as usize).is_some_and(|page| is_rule(page, line)) {
                continue;
            }
            let next = lines.get(at + 1);
            builder.add(index, line, next, at >= notes_from);
        }
    }
    builder.drafts
}

/// The usual step from line to line of running text, in sizes of letters.
fn usual_leading(lines: &[Vec<Line>], body: f32) -> f32 {
    let steps = lines.iter().flat_map(|page| page.windows(2)).filter_map(|pair| {
        let step = pair[1].y - pair[0].y;
        let fits = (pair[1].size - body).abs() < 0.6 && (0.8..2.6).contains(&(step / body));
        fits.then_some((step * 4.0, pair[1].x1 - pair[1].x0))
    });
    most_usual(steps).map_or(1.2, |step| step / 4.0 / body)
}

struct Builder<'a> {
    pages: &'a [PageWords],
    body: f32,
    leading: f32,
    drafts: Vec<Draft>,
    right: f32,
    table: u32,
    row: u32,
}

impl Builder<'_> {
    /// The first line of the notes at the foot of a page: smaller letters from there on, led by a sign.
    fn notes_from(&self, index: u32, lines: &[Line]) -> usize {
        let Some(page) = self.pages.get(index as usize) else { return lines.len() };
        let mut from = lines.len();
        for (at, line) in lines.iter().enumerate().rev() {
            if line.size > 0.93 * self.body || line.y < 0.3 * page.extent.1 {
                break;
            }
            if starts_note(page, line) || is_rule(page, line) {
                from = at;
            }
        }
        from
    }

    fn add(&mut self, index: u32, line: &Line, next: Option<&Line>, is_note: bool) {
        let Some(page) = self.pages.get(index as usize) else { return };
        let is_row = self.is_row(page, line, next);
        let last = self.drafts.last();
        let starts = if is_row {
            true
        } else if is_note {
            starts_note(page, line) || last.is_none_or(|draft| draft.kind != Kind::Note)
        } else {
            last.is_none_or(|draft| self.starts(draft, index, page, line))
        };
        if !starts {
            if let Some(draft) = self.drafts.last_mut() {
                draft.lines.push((index, line.clone()));
            }
            return;
        }
        let kind = match (is_row, is_note) {
            (true, _) => {
                let is_next_row = matches!(last, Some(Draft { kind: Kind::Cell { .. }, lines })
                    if lines.first().is_some_and(|(page, _)| *page == index));
                self.table += u32::from(!is_next_row);
                self.row += 1;
                Kind::Cell { table: self.table.saturating_sub(1), row: self.row }
            }
            (_, true) => Kind::Note,
            _ => Kind::Paragraph,
        };
        self.drafts.push(Draft { kind, lines: vec![(index, line.clone())] });
    }

    /// Whether a line with wide gaps is a row of a table: not a number with its text, and not alone.
    fn is_row(&self, page: &PageWords, line: &Line, next: Option<&Line>) -> bool {
        let has_cells = |line: &Line| {
            let Some(first) = line.cells.first() else { return false };
            let label: String = line.words[..*first].iter().map(|word| page.letters(word)).collect();
            line.cells.len() > 1 || !is_label(&format!("{label} x"))
        };
        let was_row = matches!(self.drafts.last(), Some(Draft { kind: Kind::Cell { .. }, .. }));
        has_cells(line) && (was_row || next.is_some_and(has_cells))
    }

    /// Whether a line begins a paragraph rather than going on with the open one.
    fn starts(&self, draft: &Draft, index: u32, page: &PageWords, line: &Line) -> bool {
        let Some((last_page, last)) = draft.lines.last() else { return true };
        let Some((_, first)) = draft.lines.first() else { return true };
        if matches!(draft.kind, Kind::Cell { .. } | Kind::Note) || last.turn != line.turn {
            // A note at the foot of a page interrupts no paragraph, but to find its other half is not tried.
            return true;
        }
        let size = line.size.max(last.size);
        // Where heavy letters begin or end with the line, not within it: a number is often lighter than its text.
        let is_other_weight = last.is_bold() != line.is_bold()
            && last.words.last().map(|word| word.is_bold) != line.words.first().map(|word| word.is_bold);
        if (line.size - last.size).abs() > 0.09 * size || is_other_weight {
            return true;
        }
        let last_letters = self
            .pages
            .get(*last_page as usize)
            .map_or("", |page| last.words.last().map_or("", |word| page.letters(word)));
        let is_ended = last_letters.ends_with(['.', ';', ':', '?', '!', '。', '；', '؛', '؟', ')', ']', '”', '"']);
        let begins_label = is_label(&self.opening(page, line));
        let step = line.y - last.y;
        if index != *last_page || step < -0.5 * size {
            // Another page or column: a sentence that is not ended goes on.
            return begins_label || is_ended || last.x1 < self.right_of(last) - 6.0 * size && last.is_bold();
        }
        if step > 1.3 * self.leading * size {
            return true;
        }
        let is_short = last.x1 < self.right_of(last) - 4.0 * size;
        let shift = line.x0 - last.x0;
        // "(a)" after a full line, no further in and no further down, is an item within the sentence.
        let is_within = self.opening(page, line).starts_with('(') && step < 1.08 * self.leading * size;
        if begins_label && ((is_ended && !is_within) || is_short || shift.abs() > 0.5 * size) {
            return true;
        }
        let are_centred = ((line.x0 + line.x1) - (last.x0 + last.x1)).abs() < 0.8 * size && shift.abs() > 0.5 * size;
        if are_centred {
            return false;
        }
        if shift > 0.8 * size && (is_ended || is_short) {
            return !is_label(&self.opening(self.pages.get(*last_page as usize).unwrap_or(page), first));
        }
        if shift < -0.8 * size && draft.lines.len() > 1 {
            return is_ended || is_short;
        }
        is_short && is_ended
    }

    /// The right edge that full lines reach beside a line: that of the page, unless the line stands in a left column.
    fn right_of(&self, line: &Line) -> f32 {
        if line.x1 > 0.62 * self.right { self.right } else { line.x1 }
    }

    /// The first words of a line, enough to see a number.
    fn opening(&self, page: &PageWords, line: &Line) -> String {
        let mut opening = String::new();
        for word in line.words.iter().take(4) {
            opening.push_str(page.letters(word));
            opening.push(' ');
        }
        opening
    }
}

/// Whether a line begins with a number (`12.`, `(a)`, `5.12`, `Article 3`) or a bullet.
fn is_label(opening: &str) -> bool {
    opening.starts_with(|c: char| BULLETS.contains(c)) || numerals::leading(opening).is_some()
}

/// A line drawn with underscores, as between text and notes.
fn is_rule(page: &PageWords, line: &Line) -> bool {
    line.words.iter().all(|word| page.letters(word).len() > 3 && page.letters(word).bytes().all(|b| b == b'_'))
}

/// Whether a line begins with the sign of a note.
fn starts_note(page: &PageWords, line: &Line) -> bool {
    let [first, second, ..] = line.words.as_slice() else { return false };
    let letters = page.letters(first);
    let is_raised =
        line.is_raised(first) || second.x0 - first.x1 > 0.25 * line.size || letters.starts_with(['*', '†', '‡']);
    is_sign(letters) && is_raised && !letters.starts_with(char::is_alphabetic)
}
