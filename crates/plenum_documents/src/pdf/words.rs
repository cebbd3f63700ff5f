//! Words with boxes: glyphs as they are drawn become words.
//!
//! Every coordinate is in points from the top left of the page as its letters stand: for text turned sideways, as if
//! the page were turned until the letters stand upright.

use super::fonts::Letters;
use plenum_model::Oddity;

/// Letters drawn side by side without a space.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Where its letters are in [`PageWords::text`], in drawing order: right-to-left words stand there backwards.
    pub start: u32,
    /// Where they end.
    pub end: u32,
    /// Left edge.
    pub x0: f32,
    /// Right edge.
    pub x1: f32,
    /// Baseline, downwards from the top.
    pub y: f32,
    /// Size of the letters.
    pub size: f32,
    /// Number of the marked content it stands in, by which the structure tree names it; -1 for none.
    pub tag: i32,
    /// Quarter turns of the text against the page.
    pub turn: u8,
    /// Heavy letters.
    pub is_bold: bool,
    /// Slanted letters.
    pub is_italic: bool,
    /// Marked by the file as no part of its text: running header, footer, page number.
    pub is_artifact: bool,
    /// A space was drawn before it.
    pub is_after_space: bool,
}

#[cfg(test)]
impl Word {
    /// A word without letters or place.
    pub fn nowhere() -> Self {
        Self {
            start: 0,
            end: 0,
            x0: 0.0,
            x1: 0.0,
            y: 0.0,
            size: 10.0,
            tag: -1,
            turn: 0,
            is_bold: false,
            is_italic: false,
            is_artifact: false,
            is_after_space: true,
        }
    }
}

/// The words of one page, in drawing order.
#[derive(Debug, Default)]
pub(super) struct PageWords {
    /// The letters of all words.
    pub text: String,
    /// The words.
    pub words: Vec<Word>,
    /// How many letters no font could name.
    pub unknown: u32,
    /// Whether pictures are drawn.
    pub has_pictures: bool,
    /// Why part of the page was not read, if so: one sentence.
    pub trouble: Option<Oddity>,
    /// Width and height of the page as shown.
    pub extent: (f32, f32),
}

impl PageWords {
    /// The letters of a word.
    pub fn letters(&self, word: &Word) -> &str {
        self.text.get(word.start as usize..word.end as usize).unwrap_or_default()
    }
}

/// How the letters now drawn look and what they belong to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ink {
    /// Height of the letters in points.
    pub size: f32,
    /// Quarter turns against the page.
    pub turn: u8,
    /// Heavy letters.
    pub is_bold: bool,
    /// Slanted letters.
    pub is_italic: bool,
    /// Marked content; -1 for none.
    pub tag: i32,
    /// No part of the text.
    pub is_artifact: bool,
}

/// Most bytes of text kept of one page. A dense page of a newspaper has 60,000.
const MAX_TEXT_BYTES: usize = 4 << 20;
/// Least gap that parts words, as a share of the letters' size. Poppler takes 0.1; Word's kerning reaches 0.12.
const WORD_GAP: f32 = 0.15;

/// Puts glyphs together.
pub(super) struct WordBuilder {
    page: PageWords,
    open: Option<Word>,
    /// Where the next letter of the open word is expected.
    expected_x: f32,
    is_after_space: bool,
}

impl WordBuilder {
    /// Begins a page of that width and height.
    pub fn new(extent: (f32, f32)) -> Self {
        let page = PageWords { extent, ..PageWords::default() };
        Self { page, open: None, expected_x: 0.0, is_after_space: false }
    }

    /// The page, to note what else was seen on it.
    pub fn page(&mut self) -> &mut PageWords {
        &mut self.page
    }

    /// Adds a glyph: where it begins and its baseline; how wide it is; where the pen goes on.
    pub fn add(
        &mut self,
        letters: Letters,
        several: &str,
        ink: &Ink,
        (x, y): (f32, f32),
        (width, advance): (f32, f32),
    ) {
        if letters.is_unknown() {
            self.page.unknown += 1;
            self.expected_x = x + advance;
            return;
        }
        let single = letters.single();
        if single == Some(' ') || (single.is_none() && several.trim().is_empty()) {
            self.end_word();
            self.is_after_space = true;
            return;
        }
        if self.page.text.len() > MAX_TEXT_BYTES {
            self.page.trouble = Some(Oddity::Overfull);
            return;
        }
        self.open_word(ink, x, y);
        match single {
            Some(letter) => self.page.text.push(letter),
            // Words written from the right are drawn backwards, so a ligature of theirs is turned as well.
            None if several.chars().any(is_right_to_left) => self.page.text.extend(several.chars().rev()),
            None => self.page.text.push_str(several),
        }
        if let Some(open) = &mut self.open {
            open.x0 = open.x0.min(x);
            open.x1 = open.x1.max(x + width);
        }
        self.expected_x = x + advance;
    }

    /// Goes on with the open word if the letter belongs to it, else opens another.
    fn open_word(&mut self, ink: &Ink, x: f32, y: f32) {
        if let Some(open) = &self.open {
            let size = open.size.max(ink.size);
            let gap = x - self.expected_x;
            let is_same = open.turn == ink.turn
                && open.tag == ink.tag
                && open.is_artifact == ink.is_artifact
                && (y - open.y).abs() < 0.08 * size
                && (open.size - ink.size).abs() < 0.18 * size
                && gap < WORD_GAP * size
                && gap > -0.35 * size;
            if is_same {
                return;
            }
            self.end_word();
        }
        let start = u32::try_from(self.page.text.len()).unwrap_or(u32::MAX);
        self.open = Some(Word {
            start,
            end: start,
            x0: x,
            x1: x,
            y,
            size: ink.size,
            tag: ink.tag,
            turn: ink.turn,
            is_bold: ink.is_bold,
            is_italic: ink.is_italic,
            is_artifact: ink.is_artifact,
            is_after_space: std::mem::take(&mut self.is_after_space),
        });
    }

    /// Closes the open word.
    pub fn end_word(&mut self) {
        if let Some(mut word) = self.open.take() {
            word.end = u32::try_from(self.page.text.len()).unwrap_or(u32::MAX);
            if word.end > word.start {
                self.page.words.push(word);
            }
        }
    }

    /// How many words are closed, to be handed to [`WordBuilder::replace_since`].
    pub fn mark(&mut self) -> usize {
        self.end_word();
        self.page.words.len()
    }

    /// Puts the file's own replacement text in the place of the words drawn since a mark.
    pub fn replace_since(&mut self, mark: usize, text: &str) {
        self.end_word();
        let drawn = self.page.words.get(mark..).unwrap_or_default();
        let (Some(first), Some(last)) = (drawn.first().copied(), drawn.last()) else { return };
        // A replacement for several lines cannot be told apart into lines again; the drawn words stay.
        let is_one_line = drawn.iter().all(|w| (w.y - first.y).abs() < 0.5 * first.size && w.turn == first.turn);
        if text.trim().is_empty() || !is_one_line || self.page.text.len() + text.len() > MAX_TEXT_BYTES {
            return;
        }
        let x1 = drawn.iter().map(|w| w.x1).fold(last.x1, f32::max);
        let start = u32::try_from(self.page.text.len()).unwrap_or(u32::MAX);
        let text: String = text.chars().filter(|c| !c.is_control()).collect();
        if text.chars().any(is_right_to_left) {
            self.page.text.extend(text.trim().chars().rev());
        } else {
            self.page.text.push_str(text.trim());
        }
        let end = u32::try_from(self.page.text.len()).unwrap_or(u32::MAX);
        self.page.words.truncate(mark);
        self.page.words.push(Word { start, end, x1, ..first });
    }

    /// The page with all its words.
    pub fn finish(mut self) -> PageWords {
        self.end_word();
        self.page
    }
}

/// Whether a letter is written from right to left: Hebrew, Arabic, Syriac, Thaana, NKo and their presentation forms.
pub(super) fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
        && !matches!(letter, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}')
}
