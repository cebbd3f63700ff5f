//! Rows of tables that a file's structure tree does not call so: Word leaves the tables out that only set things side by
//! side, among them the lists of mandates in the budgets of the United Nations.

use super::draft::Draft;
use super::lines::Line;
use super::tags::Kind;

/// Makes cells of paragraphs that stand side by side.
///
/// In: drafts in reading order. Out: the same drafts in the same order, some of them cells; rows that follow each other
/// are one table, with a number that no table has yet.
pub(super) fn find(mut drafts: Vec<Draft>) -> Vec<Draft> {
    let numbers = drafts.iter().filter_map(|draft| match draft.kind {
        Kind::Cell { table, row } => Some((table, row)),
        _ => None,
    });
    let (mut table, mut row) = numbers.fold((0, 0), |(t, r), (table, row)| (t.max(table), r.max(row)));
    let mut at = 0;
    let mut last_end = usize::MAX;
    while at < drafts.len() {
        let side_by_side = drafts[at..].windows(2).take_while(|pair| are_beside(&pair[0], &pair[1])).count() + 1;
        let (cells, after) = drafts[at..].split_at(side_by_side);
        let length = if side_by_side > 1 { side_by_side + more_of_last_cell(cells, after) } else { 1 };
        if length > 1 {
            row += 1;
            table += u32::from(last_end != at);
            last_end = at + length;
            drafts[at..at + length].iter_mut().for_each(|draft| draft.kind = Kind::Cell { table, row });
        }
        at += length;
    }
    drafts
}

/// Whether two drafts stand side by side: on one page, clear of each other, one within the other's height, whether the
/// cells of the row are set at its top, its middle or its foot.
fn are_beside(first: &Draft, second: &Draft) -> bool {
    let (Some(left), Some(right)) = (Extent::of(first), Extent::of(second)) else { return false };
    let slack = 0.25 * left.size.max(right.size);
    let is_within = |inner: &Extent, outer: &Extent| inner.top > outer.top - slack && inner.foot < outer.foot + slack;
    is_text(first)
        && is_text(second)
        && (left.page, left.turn) == (right.page, right.turn)
        && left.is_clear_of(&right)
        && (is_within(&left, &right) || is_within(&right, &left))
}

/// How many of the drafts after a row are further paragraphs of its last cell: they begin at its left edge, beyond the
/// first cell, and follow closely.
fn more_of_last_cell(cells: &[Draft], after: &[Draft]) -> usize {
    const LEAST_WORDS: usize = 3; // A first cell with fewer may be a number or a bullet that was drawn apart.
    let Some((first, last)) = cells.first().zip(cells.last()) else { return 0 };
    let (Some(first_cell), Some(mut above)) = (Extent::of(first), Extent::of(last)) else { return 0 };
    let left = above.x0;
    if first.lines.iter().map(|(_, line)| line.words.len()).sum::<usize>() < LEAST_WORDS {
        return 0;
    }
    let goes_on = |draft: &&Draft| {
        let Some(next) = Extent::of(draft).filter(|_| is_text(draft)) else { return false };
        let gap = next.top - above.foot;
        let is_below = (next.page, next.turn) == (above.page, above.turn) && gap > 0.0 && gap < 2.5 * next.size;
        let is_of_column = (next.x0 - left).abs() < 0.2 * next.size && left > first_cell.x1 + 0.3 * next.size;
        above = next;
        is_below && is_of_column
    };
    after.iter().take_while(goes_on).count()
}

fn is_text(draft: &Draft) -> bool {
    matches!(draft.kind, Kind::Paragraph | Kind::Item)
}

/// Where the lines of a draft stand.
struct Extent {
    page: u32,
    turn: u8,
    x0: f32,
    x1: f32,
    /// Baseline of the first line, downwards from the top of the page.
    top: f32,
    /// Baseline of the last line.
    foot: f32,
    size: f32,
}

impl Extent {
    /// `None` for a draft without lines, or with lines on several pages or in several directions.
    fn of(draft: &Draft) -> Option<Self> {
        let (page, first) = draft.lines.first()?;
        let Line { x0, x1, y, size, turn, .. } = *first;
        let mut extent = Self { page: *page, turn, x0, x1, top: y, foot: y, size };
        for (page, line) in &draft.lines {
            if (*page, line.turn) != (extent.page, extent.turn) {
                return None;
            }
            extent.x0 = extent.x0.min(line.x0);
            extent.x1 = extent.x1.max(line.x1);
            extent.top = extent.top.min(line.y);
            extent.foot = extent.foot.max(line.y);
        }
        Some(extent)
    }

    fn is_clear_of(&self, other: &Self) -> bool {
        let gap = 0.3 * self.size.max(other.size);
        other.x0 > self.x1 + gap || other.x1 < self.x0 - gap
    }
}
