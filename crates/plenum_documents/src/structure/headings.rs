//! Which blocks are headings, and how they stand under one another.

use super::block::{Block, Role};
use super::numerals::{Form, Label, Series};

const LONGEST_HEADING: usize = 220; // Letters; the longest chapter headings of budget documents reach 200.
const LARGER: f32 = 1.15; // A heading's letters over the running text's: 12 over 10 points is 1.2.

/// Whether a block is a heading. In: its words without the number, and the number found in them.
pub(super) fn is_heading(block: &Block, words: &str, label: Option<&Label>) -> bool {
    match block.role {
        Role::Heading(_) => return true,
        Role::Body => {}
        _ => return false,
    }
    let length = words.chars().count();
    if length == 0 || length > LONGEST_HEADING || !words.chars().any(char::is_alphabetic) || ends_sentence(words) {
        return false;
    }
    let look = block.look;
    let is_large = look.size >= LARGER;
    let is_strong = look.is_bold || is_large;
    let is_short = length <= 120;
    match label.map(|l| (l.form, l)) {
        Some((Form::Article, _)) => length <= 150,
        Some((Form::Division, _)) => true,
        // "A." and "II." number headings far more often than paragraphs, which are long or end in a stop.
        Some((Form::Plain, label)) if is_capital_letter(label) => starts_high(words),
        Some((Form::Bullet, _)) => false,
        Some(_) => is_strong && is_short,
        None => is_strong || (is_short && (look.is_italic || is_capitals(words))),
    }
}

/// Whether the words, standing alone after a bare number ("Article 3"), are its title.
pub(super) fn is_title_of_number(block: &Block, words: &str) -> bool {
    is_heading(block, words, None) || (block.role == Role::Body && words.chars().count() <= 90 && !ends_sentence(words))
}

fn is_capital_letter(label: &Label) -> bool {
    label.is_upper && label.readings.iter().all(|(series, _)| *series != Series::Digits)
        || label.readings.first().is_some_and(|(series, _)| *series == Series::Chinese)
}

fn starts_high(words: &str) -> bool {
    words.chars().find(|c| c.is_alphabetic()).is_some_and(|c| !c.is_lowercase())
}

fn is_capitals(words: &str) -> bool {
    let cased = words.chars().filter(|c| c.is_uppercase() || c.is_lowercase());
    let (upper, lower) = cased.fold((0, 0), |(u, l), c| if c.is_uppercase() { (u + 1, l) } else { (u, l + 1) });
    upper >= 4 && lower == 0
}

fn ends_sentence(words: &str) -> bool {
    let end = words.trim_end_matches(['"', '”', '»', '’', ')', ']', ' ', '*']);
    end.ends_with(['.', ';', ':', ',', '。', '；', '：', '，', '؛', '،', '۔'])
}

/// One heading under which the next blocks stand.
#[derive(Clone, Debug)]
struct Open {
    outwardness: (i32, i32),
    label: String,
}

/// The headings open at a place of the document.
#[derive(Debug, Default)]
pub(super) struct Outline {
    open: Vec<Open>,
    last_letter: u32,
    last_roman: u32,
}

impl Outline {
    /// Opens a heading; closes those that do not stand over it. Returns its level, from 1 (outermost) to 9.
    pub fn enter(&mut self, block: &Block, words: &str, label: Option<&Label>) -> u8 {
        let outwardness = (by_look(block), self.by_label(label));
        self.open.retain(|open| open.outwardness < outwardness);
        let level = u8::try_from(self.open.len() + 1).unwrap_or(9).min(9);
        let label = label.map_or_else(|| words.to_owned(), |label| label.printed.clone());
        self.open.push(Open { outwardness, label });
        self.open.truncate(9);
        level
    }

    /// The open headings, outermost first.
    pub fn path(&self) -> Vec<String> {
        self.open.iter().map(|open| open.label.clone()).collect()
    }

    /// The open headings over the one entered last.
    pub fn path_above(&self) -> Vec<String> {
        self.open.iter().take(self.open.len().saturating_sub(1)).map(|open| open.label.clone()).collect()
    }

    /// Rank of a label when headings look alike: divisions, then numerals, capitals, digits, closed ones, then none.
    fn by_label(&mut self, label: Option<&Label>) -> i32 {
        let Some(label) = label else { return 9 };
        match label.form {
            Form::Division => 0,
            Form::Article => 5,
            Form::Dotted => 3 + i32::try_from(label.printed.matches('.').count()).unwrap_or(0).min(4),
            Form::Closed => 8,
            Form::Bullet => 9,
            Form::Plain => self.of_letter_or_numeral(label),
        }
    }

    /// `I.` after `H.` is a letter, else a numeral; `C.`, `D.` and the like go on whichever row they continue.
    fn of_letter_or_numeral(&mut self, label: &Label) -> i32 {
        let (roman, letter) = (label.value_in(Series::Roman), label.value_in(Series::Latin));
        if !label.is_upper || (roman.is_none() && letter.is_none()) {
            return 3;
        }
        let is_roman = match (roman, letter) {
            (Some(r), Some(l)) if r == self.last_roman + 1 || l == self.last_letter + 1 => {
                r == self.last_roman + 1 && (l != self.last_letter + 1 || l > 9)
            }
            // Neither row goes on: the smaller count is likelier (II is 2, not the 35th letter; C is the third, not 100).
            (Some(r), Some(l)) => r < l,
            (Some(_), None) => true,
            _ => false,
        };
        if is_roman {
            self.last_roman = roman.unwrap_or(0);
            self.last_letter = 0;
            1
        } else {
            self.last_letter = letter.unwrap_or(0);
            2
        }
    }
}

/// Smaller is further out: a style's level, else the size of the letters, else bold before italic.
fn by_look(block: &Block) -> i32 {
    let look = block.look;
    if let Role::Heading(level) = block.role {
        return i32::from(level.clamp(1, 9)) * 10;
    }
    if look.size >= LARGER {
        // 1.15 gives 9, twice the size 1: always over a style's first level.
        return 9 - ((look.size.min(2.0) - LARGER) * 9.4) as i32;
    }
    match (look.is_bold, look.is_italic, look.is_centred) {
        (true, _, true) => 15,
        (true, false, false) => 25,
        (true, true, false) => 35,
        (false, true, _) => 45,
        (false, false, _) => 20,
    }
}
