//! Running headers, footers and page numbers of files that do not mark them.

use super::lines::Line;
use super::words::PageWords;
use std::collections::HashMap;

/// Share of the page's height, above and below, in which furniture stands.
const MARGIN: f32 = 0.13;
/// Lines looked at in each margin.
const MARGIN_LINES: usize = 5;
/// Pages to each side that are compared; even and odd pages may differ.
const REACH: usize = 2;

/// Takes out of each page the lines that repeat on pages near it in the same place, and page numbers.
///
/// In: the lines of each page in reading order. Out: the lines taken out, page by page.
pub(super) fn remove(pages: &[PageWords], lines: &mut [Vec<Line>]) -> Vec<Vec<Line>> {
    let margins: Vec<Vec<(usize, String)>> = pages.iter().zip(lines.iter()).map(|(p, l)| margin(p, l)).collect();
    let places: Vec<HashMap<(i32, &str), ()>> = margins
        .iter()
        .zip(lines.iter())
        .map(|(margin, lines)| margin.iter().map(|(at, shape)| ((band(lines[*at].y), shape.as_str()), ())).collect())
        .collect();
    let mut doomed: Vec<Vec<usize>> = Vec::new();
    for (index, margin) in margins.iter().enumerate() {
        let near = index.saturating_sub(REACH)..(index + REACH + 1).min(pages.len());
        let repeats = |line: &Line, shape: &str| {
            near.clone().filter(|other| *other != index).any(|other| {
                let at = band(line.y);
                (at - 1..=at + 1).any(|band| places[other].contains_key(&(band, shape)))
            })
        };
        let goes = |(at, shape): &&(usize, String)| {
            repeats(&lines[index][*at], shape) || (pages.len() > 1 && is_page_number(shape))
        };
        let going: Vec<usize> = margin.iter().filter(goes).map(|(at, _)| *at).collect();
        // A page of nothing but furniture is a page whose words only look like it.
        doomed.push(if going.len() < lines[index].len() { going } else { Vec::new() });
    }
    drop(places);
    let mut removed = Vec::new();
    for (lines, doomed) in lines.iter_mut().zip(doomed) {
        let mut out = Vec::new();
        let mut at = 0;
        lines.retain(|line| {
            let goes = doomed.contains(&at);
            at += 1;
            if goes {
                out.push(line.clone());
            }
            !goes
        });
        removed.push(out);
    }
    removed
}

/// Lines of this height on the page count as standing in one place. A file may name any height, however far off its page.
fn band(y: f32) -> i32 {
    (y / 8.0).round().clamp(-1e6, 1e6) as i32
}

/// The outermost lines of a page: where they are and what shape their words have (digits as `#`).
fn margin(page: &PageWords, lines: &[Line]) -> Vec<(usize, String)> {
    let height = page.extent.1;
    let mut upper: Vec<usize> = (0..lines.len()).filter(|i| lines[*i].y < MARGIN * height).collect();
    let mut lower: Vec<usize> = (0..lines.len()).filter(|i| lines[*i].y > (1.0 - MARGIN) * height).collect();
    upper.sort_by(|a, b| lines[*a].y.total_cmp(&lines[*b].y));
    lower.sort_by(|a, b| lines[*b].y.total_cmp(&lines[*a].y));
    let outermost = upper.into_iter().take(MARGIN_LINES).chain(lower.into_iter().take(MARGIN_LINES));
    outermost.filter(|i| lines[*i].turn == 0).map(|i| (i, shape(page, &lines[i]))).collect()
}

fn shape(page: &PageWords, line: &Line) -> String {
    let mut shape = String::new();
    for word in &line.words {
        shape.extend(page.letters(word).chars().map(|c| if c.is_numeric() { '#' } else { c }));
    }
    shortened(shape)
}

/// Whether a line's words are nothing but a page number.
pub(super) fn is_page_number_line(text: &str) -> bool {
    let digits_marked = text.chars().filter(|c| !c.is_whitespace()).map(|c| if c.is_numeric() { '#' } else { c });
    is_page_number(&shortened(digits_marked.collect()))
}

/// A shape in which any count of digits is one sign: "9" and "10" are the same furniture.
fn shortened(mut shape: String) -> String {
    while shape.contains("##") {
        shape = shape.replace("##", "#");
    }
    shape
}

/// A line of nothing but a page number: `3`, `3/45`, `- 3 -`, `Page 3 of 9`, `26-00001 3/45`.
fn is_page_number(shape: &str) -> bool {
    // Spaces are gone and any count of digits is one sign: "26-00001 3/45" is "#-#/#".
    const SHAPES: [&str; 14] =
        ["#", "#/#", "-#-", "–#–", "#|#", "Page#", "Page#of#", "page#", "#of#", "#-#/#", "#/#-#", "#-#", "p.#", "[#]"];
    SHAPES.contains(&shape.trim_end_matches('.'))
}
