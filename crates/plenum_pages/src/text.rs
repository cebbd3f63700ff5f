//! A paragraph's words cut into pieces: plain, linked, marked, or the mark of a note.

use std::borrow::Cow;
use std::ops::Range;

/// A run of a paragraph's words that is shown in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The words, unescaped; of a note's mark, the mark.
    pub text: Cow<'a, str>,
    /// How they are shown.
    pub show: Show<'a>,
}

/// How a piece is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Show<'a> {
    /// As it is.
    Plain,
    /// Marked: it is what was searched for.
    Mark,
    /// A link to the document or paragraph it names.
    Link(Cow<'a, str>),
    /// The mark of a note: its place among the paragraph's notes, from 1.
    Note(usize),
    /// Words that a later version has and the earlier has not.
    Added,
    /// Words that the earlier version has and the later has not.
    Removed,
}

impl<'a> Piece<'a> {
    /// Words shown as they are.
    pub fn plain(text: impl Into<Cow<'a, str>>) -> Self {
        Self { text: text.into(), show: Show::Plain }
    }
    /// Words shown so.
    pub fn new(text: impl Into<Cow<'a, str>>, show: Show<'a>) -> Self {
        Self { text: text.into(), show }
    }
}

/// Cuts a text at its links and at the marks of its notes.
///
/// In: the text; links as (byte range, address), any order; notes as (byte offset, mark), in order.
/// Out: pieces whose plain and linked words joined are the text; a note's mark stands where it stood.
/// Errors: none. A range off the character borders, outside the text or over an earlier one is left out.
pub fn pieces<'a>(
    text: &'a str,
    links: &[(Range<usize>, Cow<'a, str>)],
    notes: &[(usize, Cow<'a, str>)],
) -> Vec<Piece<'a>> {
    let mut cuts: Vec<(usize, usize, Show<'a>, Cow<'a, str>)> = Vec::with_capacity(links.len() + notes.len());
    for (range, address) in links {
        if let Some(words) = text.get(range.clone()).filter(|words| !words.is_empty()) {
            cuts.push((range.start, range.end, Show::Link(address.clone()), Cow::Borrowed(words)));
        }
    }
    for (place, (at, mark)) in notes.iter().enumerate() {
        let at = (*at).min(text.len());
        let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        cuts.push((at, at, Show::Note(place + 1), mark.clone()));
    }
    // A note's mark belongs after the words it follows, so at one place the longer cut comes later.
    cuts.sort_by_key(|(from, until, ..)| (*from, *until));
    let mut out = Vec::with_capacity(cuts.len() * 2 + 1);
    let mut done = 0;
    for (from, until, show, words) in cuts {
        // A note inside a link is put after it; a link over another is left plain.
        let is_note = matches!(show, Show::Note(_));
        if from < done && !is_note {
            continue;
        }
        if from > done {
            out.push(Piece::plain(&text[done..from]));
        }
        out.push(Piece { text: words, show });
        done = done.max(until);
    }
    if done < text.len() {
        out.push(Piece::plain(&text[done..]));
    }
    out
}

/// Cuts a text at the ranges that are marked; ranges that do not fit are left out.
pub fn marked<'a>(text: &'a str, marks: &[Range<usize>]) -> Vec<Piece<'a>> {
    let mut out = Vec::with_capacity(marks.len() * 2 + 1);
    let mut done = 0;
    for mark in marks {
        let Some(words) = text.get(mark.clone()).filter(|words| mark.start >= done && !words.is_empty()) else {
            continue;
        };
        if mark.start > done {
            out.push(Piece::plain(&text[done..mark.start]));
        }
        out.push(Piece::new(words, Show::Mark));
        done = mark.end;
    }
    if done < text.len() {
        out.push(Piece::plain(&text[done..]));
    }
    out
}

/// Marks a range of the text that pieces make up: exactly these words, which then are no link.
///
/// In: pieces as [`pieces`] cuts them; bytes of their plain and linked words joined. Out: the same words in the same order.
/// Errors: none; a range off the character borders or outside the text marks nothing.
pub fn with_mark<'a>(pieces: Vec<Piece<'a>>, mark: &Range<usize>) -> Vec<Piece<'a>> {
    let is_word = |piece: &Piece<'_>| !matches!(piece.show, Show::Note(_));
    let whole: String = pieces.iter().filter(|piece| is_word(piece)).map(|piece| piece.text.as_ref()).collect();
    if whole.get(mark.clone()).is_none_or(str::is_empty) {
        return pieces;
    }
    let mut out = Vec::with_capacity(pieces.len() + 2);
    let mut at = 0;
    for piece in pieces {
        let (from, until) = (at, at + if is_word(&piece) { piece.text.len() } else { 0 });
        at = until;
        let (start, end) = (mark.start.clamp(from, until) - from, mark.end.clamp(from, until) - from);
        if start >= end {
            out.push(piece);
            continue;
        }
        let parts = [(0..start, false), (start..end, true), (end..until - from, false)];
        for (range, is_marked) in parts.into_iter().filter(|(range, _)| !range.is_empty()) {
            let words = piece.text[range].to_owned();
            out.push(Piece::new(words, if is_marked { Show::Mark } else { piece.show.clone() }));
        }
    }
    out
}

/// The rows and cells of a table's text: a row a line, cells parted by ` | ` (see `plenum_model::Paragraph::text`).
pub fn table(text: &str) -> Vec<Vec<&str>> {
    // A row that begins or ends with an empty cell has lost the space outside the bar.
    text.lines().map(|row| row.split('|').map(str::trim).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(pieces: &[Piece<'_>]) -> String {
        let one = |piece: &Piece<'_>| match &piece.show {
            Show::Plain => piece.text.to_string(),
            Show::Mark => format!("«{}»", piece.text),
            Show::Link(address) => format!("[{}]({address})", piece.text),
            Show::Note(place) => format!("^{}:{place}", piece.text),
            Show::Added => format!("+{}+", piece.text),
            Show::Removed => format!("-{}-", piece.text),
        };
        pieces.iter().map(one).collect()
    }

    #[test]
    fn a_row_may_begin_with_an_empty_cell() {
        assert_eq!(table("|  | Page\nI. Introduction | 6 |"), [["", "", "Page"], ["I. Introduction", "6", ""]]);
    }

    #[test]
    fn links_and_notes_stand_where_they_stood() {
        let text = "Recalling A/1/2, and others.";
        let links = [(10..15, Cow::Borrowed("/d/A/1/2"))];
        let notes = [(15, Cow::Borrowed("1")), (28, Cow::Borrowed("2"))];
        assert_eq!(written(&pieces(text, &links, &notes)), "Recalling [A/1/2](/d/A/1/2)^1:1, and others.^2:2");
    }

    #[test]
    fn a_range_that_does_not_fit_loses_no_words() {
        let text = "Égalité";
        let links =
            [(1..4, Cow::Borrowed("x")), (0..99, Cow::Borrowed("y")), (Range { start: 4, end: 2 }, Cow::Borrowed("z"))];
        assert_eq!(written(&pieces(text, &links, &[(1, Cow::Borrowed("a"))])), "^a:1Égalité");
        assert_eq!(written(&marked(text, &[1..3, 3..5, 4..6])), "Ég«al»ité");
    }

    #[test]
    fn exactly_the_words_quoted_are_marked() {
        let text = "Recalling A/1/2, and others.";
        let cut = || pieces(text, &[(10..15, Cow::Borrowed("/d/A/1/2"))], &[(15, Cow::Borrowed("1"))]);
        assert_eq!(written(&with_mark(cut(), &(0..20))), "«Recalling »«A/1/2»^1:1«, and» others.");
        assert_eq!(written(&with_mark(cut(), &(12..15))), "Recalling [A/](/d/A/1/2)«1/2»^1:1, and others.");
        for outside in [0..99, 5..5, Range { start: 9, end: 2 }] {
            assert_eq!(with_mark(cut(), &outside), cut());
        }
    }

    #[test]
    fn a_tables_lines_are_rows() {
        assert_eq!(table("a | b\nc | d"), [["a", "b"], ["c", "d"]]);
    }
}
