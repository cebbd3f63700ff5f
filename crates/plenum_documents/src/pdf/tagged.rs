//! Drafts by the file's own structure tree.

use super::draft::Draft;
use super::lines::in_drawing_order;
use super::tags::{Kind, Tags};
use super::words::{PageWords, Word};

/// Least share of words that the tree must know for it to be trusted.
const LEAST_SHARE: f32 = 0.85;

/// Drafts in the order of the tree.
///
/// In: the tree and the pages. Out: one draft for each element with words; words that no element claims stand where they
/// were drawn, those marked as no part of the text are left out. `None` if the tree knows too few of the words.
pub(super) fn drafts(tags: &Tags, pages: &[PageWords]) -> Option<Vec<Draft>> {
    let mut by_element: Vec<Vec<(u32, Vec<Word>)>> = vec![Vec::new(); tags.elements.len()];
    let mut strays: Vec<Vec<(u32, Vec<Word>)>> = vec![Vec::new(); tags.elements.len() + 1];
    let (mut known, mut unknown) = (0_usize, 0_usize);
    let mut last = 0;
    for (page, index) in pages.iter().zip(0_u32..) {
        for word in page.words.iter().filter(|word| !word.is_artifact) {
            let letters = (word.end - word.start) as usize;
            match tags.owner(index as usize, word.tag) {
                Some(element) => {
                    known += letters;
                    last = element + 1;
                    add(&mut by_element[element], index, *word);
                }
                None => {
                    unknown += letters;
                    add(&mut strays[last], index, *word);
                }
            }
        }
    }
    if (known as f32) < LEAST_SHARE * (known + unknown) as f32 || known == 0 {
        return None;
    }
    let mut drafts = Vec::new();
    let mut strays = strays.into_iter();
    drafts.extend(strays.next().into_iter().flatten().map(|part| draft(Kind::Paragraph, vec![part], pages)));
    for ((kind, parts), strays) in tags.elements.iter().zip(by_element).zip(strays) {
        // An empty cell still is a cell: the columns of its row would shift.
        if !parts.is_empty() || matches!(kind, Kind::Cell { .. }) {
            drafts.push(draft(*kind, parts, pages));
        }
        drafts.extend(strays.into_iter().map(|part| draft(Kind::Paragraph, vec![part], pages)));
    }
    Some(drafts)
}

fn add(parts: &mut Vec<(u32, Vec<Word>)>, page: u32, word: Word) {
    match parts.last_mut() {
        Some((last, words)) if *last == page => words.push(word),
        _ => parts.push((page, vec![word])),
    }
}

fn draft(kind: Kind, parts: Vec<(u32, Vec<Word>)>, pages: &[PageWords]) -> Draft {
    let mut lines = Vec::new();
    for (index, words) in parts {
        if let Some(page) = pages.get(index as usize) {
            lines.extend(in_drawing_order(page, words.iter()).into_iter().map(|line| (index, line)));
        }
    }
    Draft { kind, lines }
}
