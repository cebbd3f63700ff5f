//! Rows of tables that a file's structure tree does not call so: Word leaves the tables out that only set things side by
//! side, among them the lists of mandates in the budgets of the United Nations.

use super::draft::Draft;
use super::tags::Kind;

/// Makes cells of paragraphs that begin on one line, side by side.
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
        let length = drafts[at..].windows(2).take_while(|pair| are_beside(&pair[0], &pair[1])).count() + 1;
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

/// Whether the second begins on the first one's first line, clear of it.
fn are_beside(first: &Draft, second: &Draft) -> bool {
    let is_text = |draft: &Draft| matches!(draft.kind, Kind::Paragraph | Kind::Item);
    let (Some((page, left)), Some((other_page, right))) = (first.lines.first(), second.lines.first()) else {
        return false;
    };
    let size = left.size.max(right.size);
    let is_level = page == other_page && left.turn == right.turn && (left.y - right.y).abs() < 0.25 * size;
    let is_clear = right.x0 > left.x1 + 0.3 * size || right.x1 < left.x0 - 0.3 * size;
    is_text(first) && is_text(second) && is_level && is_clear
}
