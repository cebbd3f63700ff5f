//! What a glyph stands for: one letter, several (a ligature), or nothing known.

use super::super::objects::File;
use std::collections::HashMap;

/// One letter, several, or none known; small enough for a table of every code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Letters(u32);

const SEVERAL: u32 = 0x8000_0000;

impl Letters {
    /// Nothing known.
    pub const UNKNOWN: Self = Self(u32::MAX);

    /// One letter as it is.
    pub fn of(letter: char) -> Self {
        Self(u32::from(letter))
    }
    /// The letter, if it is exactly one.
    pub fn single(self) -> Option<char> {
        char::from_u32(self.0)
    }
    /// Whether nothing is known.
    pub fn is_unknown(self) -> bool {
        self == Self::UNKNOWN
    }
}

/// The ligatures of a font.
#[derive(Default)]
pub(super) struct Store {
    ligatures: Vec<Box<str>>,
}

impl Store {
    /// Keeps what a code stands for, ligatures resolved and odd spaces made plain.
    pub fn keep(&mut self, text: &str) -> Letters {
        let mut letters = text.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) => self.keep_letter(letter),
            (None, _) => Letters::UNKNOWN,
            _ => {
                let spread: String = text.chars().filter(|c| *c != '\0').flat_map(spread).collect();
                self.keep_several(spread)
            }
        }
    }

    /// Keeps one letter.
    pub fn keep_letter(&mut self, letter: char) -> Letters {
        let mut parts = spread(letter);
        match (parts.next(), parts.next()) {
            (Some(only), None) => Letters(u32::from(only)),
            (None, _) => Letters::UNKNOWN,
            _ => self.keep_several(spread(letter).collect()),
        }
    }

    fn keep_several(&mut self, spread: String) -> Letters {
        let mut letters = spread.chars();
        if let (Some(only), None) = (letters.next(), letters.next()) {
            return Letters(u32::from(only));
        }
        if spread.is_empty() {
            return Letters::UNKNOWN;
        }
        let index = u32::try_from(self.ligatures.len()).unwrap_or(u32::MAX) & !SEVERAL;
        self.ligatures.push(spread.into());
        Letters(SEVERAL | index)
    }

    /// The words of several letters; empty for one or none.
    pub fn several(&self, letters: Letters) -> &str {
        let index = (letters.0 & SEVERAL != 0).then_some((letters.0 & !SEVERAL) as usize);
        index.and_then(|i| self.ligatures.get(i)).map_or("", |ligature| ligature)
    }
}

/// A letter as it is to be read: ligatures apart, spaces plain, the private signs of symbol fonts known, controls gone.
fn spread(letter: char) -> impl Iterator<Item = char> {
    let several = match letter {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => "",
    };
    let single = match letter {
        _ if !several.is_empty() => None,
        '\t' | '\n' | '\r' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Some(' '),
        '\0'..='\x1f' | '\x7f'..='\u{9f}' | char::REPLACEMENT_CHARACTER => None,
        '\u{e000}'..='\u{f8ff}' => symbol(letter),
        _ => Some(letter),
    };
    several.chars().chain(single)
}

/// What Word's symbol fonts mean by letters of the private area (their byte is added to U+F000).
fn symbol(letter: char) -> Option<char> {
    const GREEK_UPPER: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
    const GREEK_LOWER: &str = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
    let nth = |alphabet: &str, from: u32| alphabet.chars().nth((u32::from(letter) - from) as usize);
    match letter {
        '\u{f0b7}' | '\u{f09f}' | '\u{f06c}' => Some('•'),
        '\u{f0a7}' | '\u{f06e}' => Some('▪'),
        '\u{f0d8}' | '\u{f0e8}' | '\u{f0e0}' => Some('➢'),
        '\u{f0fc}' => Some('✓'),
        '\u{f0fe}' => Some('☑'),
        '\u{f0a8}' | '\u{f06f}' => Some('□'),
        '\u{f02d}' => Some('−'),
        '\u{f0b0}' => Some('°'),
        '\u{f0b1}' => Some('±'),
        '\u{f0b3}' => Some('≥'),
        '\u{f0a3}' => Some('≤'),
        '\u{f0b4}' => Some('×'),
        '\u{f041}'..='\u{f05a}' => nth(GREEK_UPPER, 0xF041),
        '\u{f061}'..='\u{f07a}' => nth(GREEK_LOWER, 0xF061),
        '\u{f020}'..='\u{f07e}' => char::from_u32(u32::from(letter) - 0xF000),
        _ => None,
    }
}

/// The letters that the glyph names of one font stand for: `eacute`, `uni00E9`, `u1F600`, `f_i`, `a.alt`.
pub(super) fn of_names<'n>(file: &File, names: &[&'n [u8]]) -> HashMap<&'n [u8], String> {
    if let Some(letters) = by_hexadecimal(names) {
        return letters;
    }
    let stems = names.iter().flat_map(|name| stem(name).split(|b| *b == b'_'));
    let known = file.glyph_letters(stems);
    let letters = |name: &&'n [u8]| {
        let parts = stem(name).split(|b| *b == b'_');
        let text: Option<String> = parts.map(|part| by_code(part).or_else(|| known.get(part).copied())).collect();
        text.filter(|text| !text.is_empty()).map(|text| (*name, text))
    };
    names.iter().filter_map(letters).collect()
}

/// A name without its variant: `a` of `a.alt`. A name that begins with a stop (`.notdef`) has no stem.
fn stem(name: &[u8]) -> &[u8] {
    name.split(|b| *b == b'.').next().unwrap_or_default()
}

/// The letter of a name that holds its own code: `uni00E9`, `u00E9`.
fn by_code(name: &[u8]) -> Option<char> {
    let name = std::str::from_utf8(name).ok()?;
    if name == "g3" {
        return Some(' '); // Named by the glyph's place: the third is the space in fonts made by Windows.
    }
    let digits = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'))?;
    let fits = (4..=6).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_hexdigit());
    fits.then(|| u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)).flatten()
}

/// Letters of a font whose names are all a letter and a code of two hexadecimal digits: `C41`, `C2f`.
fn by_hexadecimal<'n>(names: &[&'n [u8]]) -> Option<HashMap<&'n [u8], String>> {
    let code = |name: &&'n [u8]| {
        let digits = std::str::from_utf8(name).ok()?.get(1..).filter(|digits| digits.len() == 2)?;
        let byte = u8::from_str_radix(digits, 16).ok().filter(|byte| *byte >= 0x20)?;
        Some((*name, encoding_rs::WINDOWS_1252.decode(&[byte]).0.into_owned()))
    };
    let is_hexadecimal = |name: &&&[u8]| name.iter().skip(1).any(|b| b.is_ascii_hexdigit() && !b.is_ascii_digit());
    // Without a digit above 9 they may as well be decimal, or the places of glyphs.
    let found: Option<HashMap<_, _>> = names.iter().map(code).collect();
    found.filter(|_| names.len() > 3 && names.iter().any(|name| is_hexadecimal(&name)))
}
