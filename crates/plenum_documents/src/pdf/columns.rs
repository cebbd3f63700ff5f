//! Columns: the order of words on a page whose file draws them in no useful order.

use super::words::Word;
use std::ops::Range;

/// Least white between columns, in sizes of letters.
const GUTTER: f32 = 0.9;
/// A gap of this many sizes ends a stretch of words that belong together.
const STRETCH_GAP: f32 = 0.9;
/// Fewest lines side by side that make columns rather than a table or a chance.
pub(super) const LEAST_LINES: usize = 4;
/// Least mean width of a column's lines, in sizes of letters; some 18 letters.
pub(super) const LEAST_WIDTH: f32 = 9.0;
/// Most lines examined; beyond it the page is read straight across.
const MAX_LINES: usize = 600;

/// Words standing together on one line.
struct Stretch {
    words: Vec<Word>,
    x0: f32,
    x1: f32,
    size: f32,
}

/// Puts words into reading order.
///
/// In: upright words of one page in any order. Out: the same words in parts, each part one stretch of lines within one
/// column, from top to bottom. None is lost.
pub(super) fn order(words: Vec<Word>) -> Vec<Vec<Word>> {
    let rows = rows(words);
    if rows.len() > MAX_LINES {
        return rows.into_iter().map(|row| row.into_iter().flat_map(|s| s.words).collect()).collect();
    }
    let mut parts = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        match widest_columns(&rows, at) {
            Some((end, cuts)) => {
                for column in columns(&cuts) {
                    let inside = |s: &&Stretch| s.x0 >= column.start - 0.1 && s.x0 < column.end;
                    let stretches = rows[at..end].iter().flat_map(|row| row.iter().filter(inside));
                    parts.push(stretches.flat_map(|s| s.words.iter().copied()).collect());
                }
                at = end;
            }
            None => {
                parts.push(rows[at].iter().flat_map(|s| s.words.iter().copied()).collect());
                at += 1;
            }
        }
    }
    parts
}

/// Words grouped into lines from top to bottom, each cut at wide gaps.
fn rows(mut words: Vec<Word>) -> Vec<Vec<Stretch>> {
    words.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut lines: Vec<(f32, f32, Vec<Word>)> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some((y, size, line)) if word.y - *y < 0.4 * size.min(word.size) => line.push(word),
            _ => lines.push((word.y, word.size, vec![word])),
        }
    }
    lines.into_iter().map(|(_, _, line)| stretches(line)).collect()
}

fn stretches(mut line: Vec<Word>) -> Vec<Stretch> {
    line.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    let mut stretches: Vec<Stretch> = Vec::new();
    for word in line {
        match stretches.last_mut() {
            Some(open) if word.x0 - open.x1 < STRETCH_GAP * word.size.max(open.size) => {
                open.x1 = open.x1.max(word.x1);
                open.size = open.size.max(word.size);
                open.words.push(word);
            }
            _ => stretches.push(Stretch { x0: word.x0, x1: word.x1, size: word.size, words: vec![word] }),
        }
    }
    stretches
}

/// The longest run of lines from `from` that white gutters divide into columns of running text: where it ends, and the
/// gutters' middles.
fn widest_columns(rows: &[Vec<Stretch>], from: usize) -> Option<(usize, Vec<f32>)> {
    let mut best = None;
    let mut end = from + 1;
    while end <= rows.len() {
        let cuts = gutters(&rows[from..end]);
        if cuts.is_empty() {
            // A first line on one side alone has no gutter yet.
            if end - from > LEAST_LINES || rows[from..end].iter().any(|row| row.len() > 3) {
                break;
            }
        } else if are_columns(&rows[from..end], &cuts) {
            best = Some((end, cuts));
        }
        end += 1;
    }
    best
}

/// The middles of the white stripes that no stretch crosses.
fn gutters(rows: &[Vec<Stretch>]) -> Vec<f32> {
    let mut edges: Vec<(f32, f32, f32)> = rows.iter().flatten().map(|s| (s.x0, s.x1, s.size)).collect();
    edges.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut cuts = Vec::new();
    let Some((_, mut right, _)) = edges.first().copied() else { return cuts };
    for (x0, x1, size) in edges {
        if x0 - right >= GUTTER * size {
            cuts.push((right + x0) / 2.0);
        }
        right = right.max(x1);
    }
    cuts
}

fn columns(cuts: &[f32]) -> Vec<Range<f32>> {
    let starts = std::iter::once(f32::NEG_INFINITY).chain(cuts.iter().copied());
    let ends = cuts.iter().copied().chain(std::iter::once(f32::INFINITY));
    starts.zip(ends).map(|(start, end)| start..end).collect()
}

/// Whether each column has several lines of running text (a column of numbers makes a table, to be read across).
fn are_columns(rows: &[Vec<Stretch>], cuts: &[f32]) -> bool {
    columns(cuts).iter().all(|column| {
        let inside: Vec<&Stretch> =
            rows.iter().flatten().filter(|s| s.x0 >= column.start && s.x0 < column.end).collect();
        let widths: f32 = inside.iter().map(|s| (s.x1 - s.x0) / s.size.max(0.1)).sum();
        inside.len() >= LEAST_LINES && widths / inside.len() as f32 > LEAST_WIDTH
    })
}
