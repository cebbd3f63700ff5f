//! Footnotes find their marks.

use super::block::Mark;
use plenum_model::{Footnote, Paragraph, ParagraphKind};
use std::collections::{BTreeSet, HashMap};

/// A mark in a paragraph that waits for its note.
struct OpenMark {
    paragraph: usize,
    mark: String,
    at: usize,
    note: Option<String>,
}

/// A note as it was met: before which paragraph it stood.
struct Note {
    before: usize,
    mark: String,
    words: String,
    page: Option<u32>,
}

/// Marks and notes of a document.
#[derive(Default)]
pub(super) struct Notes {
    marks: Vec<OpenMark>,
    notes: Vec<Note>,
}

impl Notes {
    /// Remembers the marks of a paragraph; `places` are their offsets in its words, which begin at `from` in its text.
    pub fn open(&mut self, paragraph: usize, marks: &[Mark], places: &[usize], from: usize) {
        for (mark, at) in marks.iter().zip(places) {
            self.marks.push(OpenMark { paragraph, mark: mark.mark.clone(), at: from + at, note: None });
        }
    }

    /// Remembers a note that stands before the paragraph of that index.
    pub fn keep(&mut self, before: usize, mark: &str, words: &str, page: Option<u32>) {
        self.notes.push(Note { before, mark: mark.to_owned(), words: words.to_owned(), page });
    }

    /// Ties each note to the nearest open mark of its sign, before it if there is one; the rest become paragraphs.
    pub fn settle(mut self, paragraphs: &mut Vec<Paragraph>) {
        let mut open: HashMap<String, BTreeSet<usize>> = HashMap::new();
        for (index, mark) in self.marks.iter().enumerate() {
            open.entry(mark.mark.clone()).or_default().insert(index);
        }
        let mut unclaimed = Vec::new();
        for note in self.notes {
            let split = self.marks.partition_point(|mark| mark.paragraph < note.before);
            let found = open.get_mut(&note.mark).and_then(|indices| {
                let index = indices.range(..split).next_back().or_else(|| indices.range(split..).next()).copied()?;
                indices.remove(&index);
                Some(index)
            });
            match found {
                Some(index) => self.marks[index].note = Some(note.words),
                None => unclaimed.push(note),
            }
        }
        for mark in self.marks {
            // A mark without a note is kept with no words: it was printed.
            let text = mark.note.unwrap_or_default();
            if let Some(paragraph) = paragraphs.get_mut(mark.paragraph) {
                paragraph.footnotes.push(Footnote { mark: mark.mark, at: mark.at, text, references: Vec::new() });
            }
        }
        if !unclaimed.is_empty() {
            *paragraphs = with_unclaimed(std::mem::take(paragraphs), unclaimed);
        }
    }
}

/// Puts the notes that no mark claims among the paragraphs, where they stood.
fn with_unclaimed(paragraphs: Vec<Paragraph>, unclaimed: Vec<Note>) -> Vec<Paragraph> {
    let mut merged = Vec::with_capacity(paragraphs.len() + unclaimed.len());
    let mut notes = unclaimed.into_iter().peekable();
    let as_paragraph = |note: Note, path: Vec<String>| {
        let text = format!("{} {}", note.mark, note.words).trim().to_owned();
        Paragraph { kind: ParagraphKind::Footnote, level: 0, page: note.page, path, ..Paragraph::plain(text) }
    };
    for (index, paragraph) in paragraphs.into_iter().enumerate() {
        while let Some(note) = notes.next_if(|note| note.before <= index) {
            merged.push(as_paragraph(note, paragraph.path.clone()));
        }
        merged.push(paragraph);
    }
    let path = merged.last().map(|paragraph| paragraph.path.clone()).unwrap_or_default();
    merged.extend(notes.map(|note| as_paragraph(note, path.clone())));
    merged
}
