//! Words being gathered for one paragraph, with the notes whose marks stand among them.

use plenum_model::Footnote;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// A paragraph's words so far, on one line.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub text: String,
    pub notes: Vec<Footnote>,
    is_after_note: bool,
}

impl Gathered {
    /// Adds words; runs of white space become one space.
    pub fn push(&mut self, words: &str) {
        let mut words = words;
        if self.is_after_note && words.trim_start().starts_with([',', '.', ';', ':', ')', ']', '!', '?']) {
            // Editors set the mark's element apart by spaces that are not printed.
            self.text.truncate(self.text.trim_end().len());
            words = words.trim_start();
        }
        for c in words.chars() {
            if !c.is_whitespace() {
                self.text.push(c);
                self.is_after_note = false;
            } else if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                self.text.push(' ');
            }
        }
    }

    /// Adds a note whose mark stands here.
    pub fn note(&mut self, mark: String, text: String) {
        let at = self.text.trim_end().len();
        self.notes.push(Footnote { mark, at, text, references: Vec::new() });
        self.is_after_note = true;
    }

    /// What follows the last note keeps the space before it, even if it is a comma: our own exports add none.
    pub fn keep_space(&mut self) {
        self.is_after_note = false;
    }

    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.notes.is_empty()
    }

    /// The words in NFC without space at the end, and the notes with their places in them.
    pub fn take(&mut self) -> (String, Vec<Footnote>) {
        let gathered = std::mem::take(self);
        let mut notes = gathered.notes;
        let text = gathered.text.trim_end();
        if is_nfc(text) {
            notes.iter_mut().for_each(|note| note.at = note.at.min(text.len()));
            return (text.to_owned(), notes);
        }
        let whole: String = text.nfc().collect();
        for note in &mut notes {
            let head: String = text.get(..note.at).unwrap_or(text).nfc().collect();
            // A letter and the accent after the mark may have become one: the mark goes before it.
            note.at = head.len().min(whole.len());
            while !whole.is_char_boundary(note.at) {
                note.at -= 1;
            }
        }
        (whole, notes)
    }
}
