//! Puts the lines of one block together: spaces, line ends, marks of notes, right-to-left order.

use super::hyphens::Hyphens;
use super::lines::Line;
use super::right_to_left::logical;
use super::words::{PageWords, Word};
use crate::structure::Mark;

/// A gap of this share of the size parts words; the same as in drawing.
const WORD_GAP: f32 = 0.15;
/// Stands for a mark while a line is turned; of the private area, which no word of ours holds.
const MARK: char = '\u{f8fe}';

/// What lines are put together with.
pub(super) struct Composer<'a> {
    /// Which hyphens only mark a cut.
    pub hyphens: &'a Hyphens,
    /// Whether the document is written from the right.
    pub is_right_to_left: bool,
    /// Whether a raised sign is the mark of a note, by page (index) and sign.
    pub is_mark: &'a dyn Fn(u32, &str) -> bool,
}

/// The words of a block as far as put together.
#[derive(Debug, Default)]
pub(super) struct Composed {
    /// The words.
    pub text: String,
    /// Marks of notes, taken out of the words.
    pub marks: Vec<Mark>,
    /// Whether dots lead to a page number, as in a table of contents.
    pub has_leaders: bool,
}

impl Composer<'_> {
    /// Adds a line to what is there.
    pub fn add(&self, block: &mut Composed, page_index: u32, page: &PageWords, line: &Line, cell_sign: &str) {
        let (mut text, marks) = self.line(page_index, page, line, cell_sign);
        let joint = self.joint(&block.text, &text);
        match joint {
            Joint::Cut => {
                block.text.pop();
            }
            Joint::Space if !block.text.is_empty() => block.text.push(' '),
            _ => {}
        }
        block.has_leaders |= has_leaders(page, line);
        let from = block.text.len();
        // Marks were held in place by a sign of their own.
        let mut marks = marks.into_iter();
        while let Some(at) = text.find(MARK) {
            text.replace_range(at..at + MARK.len_utf8(), "");
            if let Some(mark) = marks.next() {
                block.marks.push(Mark { mark, at: from + at });
            }
        }
        block.text.push_str(&text);
    }

    /// One line as it is read, with [`MARK`] where marks of notes stand, and the marks.
    fn line(&self, page_index: u32, page: &PageWords, line: &Line, cell_sign: &str) -> (String, Vec<String>) {
        let mut text = String::new();
        let mut marks = Vec::new();
        let mut before: Option<&Word> = None;
        let mut leaders = 0;
        for (index, word) in line.words.iter().enumerate() {
            let letters = page.letters(word);
            // Dots that lead the eye to a page number are no words.
            if letters.chars().all(|c| c == '.' || c == '…') && (letters.len() > 3 || is_led(page, line, index)) {
                leaders += 1;
                continue;
            }
            if let Some(before) = before {
                let gap = word.x0 - before.x1;
                if line.cells.binary_search(&index).is_ok() {
                    text.push_str(cell_sign);
                } else if leaders > 0 || word.is_after_space || gap > WORD_GAP * word.size.max(before.size) {
                    text.push(' ');
                }
            }
            before = Some(word);
            leaders = 0;
            let sign = letters.trim_end_matches([',', ';']);
            if index > 0 && line.is_raised(word) && is_sign(sign) && (self.is_mark)(page_index, sign) {
                let kept = text.trim_end().len();
                text.truncate(kept);
                text.push(MARK);
                marks.push(sign.to_owned());
            } else if let Some((stem, stars)) = starred(letters).filter(|(_, s)| (self.is_mark)(page_index, s)) {
                text.push_str(stem);
                text.push(MARK);
                marks.push(stars.to_owned());
            } else {
                text.push_str(letters);
            }
        }
        if text.is_ascii() {
            return (text, marks);
        }
        let turned = logical(&text, self.is_right_to_left);
        if turned != text && marks.len() > 1 {
            marks.reverse(); // Read from the right, the last mark comes first.
        }
        (turned, marks)
    }

    fn joint(&self, before: &str, after: &str) -> Joint {
        let (Some(last), Some(first)) = (before.chars().next_back(), after.chars().next()) else { return Joint::None };
        let word = |text: &str| text.rsplit(' ').next().unwrap_or_default().chars().count();
        match last {
            '\u{ad}' => Joint::Cut,
            '-' | '\u{2010}' if word(before) > 1 && first.is_alphanumeric() => {
                let last_word = before.rsplit(' ').next().unwrap_or_default();
                let first_word = after.split(' ').next().unwrap_or_default();
                if self.hyphens.is_cut(last_word, first_word) { Joint::Cut } else { Joint::None }
            }
            '/' if word(before) > 1 && first.is_alphanumeric() => Joint::None,
            '–' if word(before) > 1 && first.is_numeric() => Joint::None,
            _ if is_unspaced(last) && is_unspaced(first) => Joint::None,
            _ => Joint::Space,
        }
    }
}

/// How two lines meet.
enum Joint {
    /// As they are.
    None,
    /// With a space.
    Space,
    /// Without the hyphen that ends the first.
    Cut,
}

/// Whether dots lead to something in a line: many in a row, drawn as one word or as several.
fn has_leaders(page: &PageWords, line: &Line) -> bool {
    let dots = |word: &Word| page.letters(word).bytes().all(|b| b == b'.');
    line.words.iter().enumerate().any(|(at, word)| dots(word) && (word.end - word.start > 3 || is_led(page, line, at)))
}

/// A word and the stars at its end, if it has both.
fn starred(letters: &str) -> Option<(&str, &str)> {
    let stem = letters.trim_end_matches('*');
    (!stem.is_empty() && stem.len() < letters.len()).then(|| letters.split_at(stem.len()))
}

/// Whether a dot stands in a row of dots.
fn is_led(page: &PageWords, line: &Line, index: usize) -> bool {
    let is_dot = |at: usize| line.words.get(at).is_some_and(|word| page.letters(word).bytes().all(|b| b == b'.'));
    let before = (0..index).rev().take(4).take_while(|at| is_dot(*at)).count();
    let from_here = (index..line.words.len()).take(4).take_while(|at| is_dot(*at)).count();
    before + from_here > 3
}

/// Whether letters can be the mark of a note: a number of up to three digits, a letter, stars, daggers.
pub(super) fn is_sign(letters: &str) -> bool {
    let count = letters.chars().count();
    let all = |test: fn(char) -> bool| letters.chars().all(test);
    (1..=3).contains(&count)
        && (all(|c| c.is_ascii_digit())
            || all(|c| "*†‡§".contains(c))
            || (count == 1 && all(|c| c.is_ascii_lowercase())))
}

/// Letters of scripts that put no spaces between words.
fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}
