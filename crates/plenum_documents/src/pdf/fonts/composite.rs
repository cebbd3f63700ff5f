//! Fonts of several bytes a letter (Type 0), used for everything beyond Latin and by Word for most text.

use super::super::objects::{Dictionary, File, Object, number_of, numbers_of};
use super::cmap::CharacterMap;
use super::letters::{Letters, Store};
use super::{Shown, embedded_truetype, to_unicode, truetype};
use std::collections::HashMap;

/// How the bytes of a string are cut into codes.
enum Cutting {
    /// Two bytes each.
    Pairs,
    /// By the code spaces of an embedded map: length, first, last.
    Spaces(Vec<(usize, u32, u32)>),
    /// As an old national encoding does: one byte below 0x80, else two.
    National(&'static encoding_rs::Encoding),
}

/// The letters and widths of each code.
pub(super) struct Composite {
    cutting: Cutting,
    letters: HashMap<u32, Letters>,
    /// The same for codes of two bytes, by code, so that the common case is one look.
    quick: Vec<Letters>,
    widths: Vec<f32>,
    default_width: f32,
    glyphs: CharacterMap,
    /// Codes are UTF-16 letters themselves.
    is_unicode: bool,
}

/// The font that a Type 0 font is made of.
pub(super) fn descendant<'a>(file: &'a File, dictionary: &'a Dictionary) -> Option<&'a Dictionary> {
    let list = file.get(dictionary, b"DescendantFonts")?;
    let first = list.as_array().ok().and_then(|array| array.first()).unwrap_or(list);
    file.follow(first)?.as_dict().ok()
}

impl Composite {
    /// Reads a font's dictionary; also says whether it writes downwards.
    pub fn read(
        file: &File,
        dictionary: &Dictionary,
        descendant: Option<&Dictionary>,
        store: &mut Store,
    ) -> (Self, bool) {
        let encoding = file.get(dictionary, b"Encoding");
        let name =
            encoding.and_then(|o| o.as_name().ok()).map(String::from_utf8_lossy).unwrap_or_default().into_owned();
        let glyphs = match encoding {
            Some(Object::Stream(stream)) => file.unpack(stream).map(|b| CharacterMap::parse(&b)).unwrap_or_default(),
            _ => CharacterMap::default(),
        };
        let is_vertical = glyphs.is_vertical || name.ends_with("-V");
        let is_named_unicode = matches!(file.get(dictionary, b"ToUnicode"), Some(Object::Name(_))); // "Identity-H"
        let is_unicode = is_named_unicode || name.contains("UCS2") || name.contains("UTF16");
        let cutting = match national(&name) {
            Some(encoding) => Cutting::National(encoding),
            None if !glyphs.code_spaces.is_empty() => Cutting::Spaces(glyphs.code_spaces.clone()),
            None => Cutting::Pairs,
        };
        let mut texts = to_unicode(file, dictionary).map(|map| map.letters).unwrap_or_default();
        texts.retain(|_, text| text.chars().any(|c| c > '\x1f' && c != char::REPLACEMENT_CHARACTER));
        if texts.is_empty() && !is_unicode && matches!(cutting, Cutting::Pairs) {
            texts = descendant.map(|d| letters_of_program(file, d)).unwrap_or_default();
        }
        let letters: HashMap<u32, Letters> = texts.iter().map(|(code, text)| (*code, store.keep(text))).collect();
        let quick_length = letters.keys().filter(|code| **code <= 0xFFFF).max().map_or(0, |code| *code as usize + 1);
        let mut quick = vec![Letters::UNKNOWN; quick_length];
        for (code, letters) in &letters {
            if let Some(slot) = quick.get_mut(*code as usize) {
                *slot = *letters;
            }
        }
        let (widths, default_width) = descendant.map_or((Vec::new(), 1.0), |d| widths(file, d));
        (Self { cutting, letters, quick, widths, default_width, glyphs, is_unicode }, is_vertical)
    }

    /// Hands over each code.
    pub fn decode(&self, bytes: &[u8], mut each: impl FnMut(Shown)) {
        match &self.cutting {
            Cutting::Pairs => {
                for pair in bytes.chunks_exact(2) {
                    each(self.shown(u32::from(u16::from_be_bytes([pair[0], pair[1]])), 2));
                }
            }
            Cutting::Spaces(spaces) => {
                let mut rest = bytes;
                while !rest.is_empty() {
                    let (length, code) = cut(rest, spaces);
                    each(self.shown(code, length));
                    rest = rest.get(length..).unwrap_or_default();
                }
            }
            Cutting::National(encoding) => {
                let mut rest = bytes;
                while let Some(first) = rest.first() {
                    let length = if *first < 0x80 { 1 } else { rest.len().min(2) };
                    let (text, _) = encoding.decode_without_bom_handling(&rest[..length]);
                    let letter = text.chars().next().filter(|c| *c != char::REPLACEMENT_CHARACTER);
                    let letters = letter.map_or(Letters::UNKNOWN, Letters::of);
                    each(Shown { letters, width: 0.5 * length as f32, is_space_byte: length == 1 && *first == 32 });
                    rest = &rest[length..];
                }
            }
        }
    }

    fn shown(&self, code: u32, length: usize) -> Shown {
        let mut letters = self.quick.get(code as usize).copied().unwrap_or(Letters::UNKNOWN);
        if letters.is_unknown() && (code > 0xFFFF || self.is_unicode) {
            letters = self.letters.get(&code).copied().unwrap_or(Letters::UNKNOWN);
        }
        if letters.is_unknown() && self.is_unicode {
            letters = char::from_u32(code).filter(|c| *c > '\x1f').map_or(Letters::UNKNOWN, Letters::of);
        }
        // A space need not be drawn, so some programs leave it out of the map; 3 is its place in nearly every font.
        if letters.is_unknown() && matches!(code, 3 | 32) && !self.quick.is_empty() {
            letters = Letters::of(' ');
        }
        let glyph = if self.glyphs.glyphs.is_empty() { code } else { self.glyphs.glyph(code).unwrap_or(code) };
        let width = self.widths.get(glyph as usize).copied().filter(|w| !w.is_nan()).unwrap_or(self.default_width);
        Shown { letters, width, is_space_byte: length == 1 && code == 32 }
    }
}

/// The first code of the bytes: its length and value.
fn cut(bytes: &[u8], spaces: &[(usize, u32, u32)]) -> (usize, u32) {
    let mut code = 0;
    for (length, byte) in (1..=4).zip(bytes) {
        code = code << 8 | u32::from(*byte);
        let fits = |(space, first, last): &(usize, u32, u32)| *space == length && (*first..=*last).contains(&code);
        if spaces.iter().any(fits) {
            return (length, code);
        }
    }
    let shortest = spaces.iter().map(|(length, ..)| *length).min().unwrap_or(1).clamp(1, bytes.len().max(1));
    (shortest, bytes.iter().take(shortest).fold(0, |code, byte| code << 8 | u32::from(*byte)))
}

/// The old national encoding behind the name of a predefined map.
fn national(name: &str) -> Option<&'static encoding_rs::Encoding> {
    let begins = |prefixes: &[&str]| prefixes.iter().any(|prefix| name.starts_with(prefix));
    if begins(&["GBK", "GB-EUC", "GBpc"]) {
        Some(encoding_rs::GBK)
    } else if begins(&["90ms-RKSJ", "90msp-RKSJ", "83pv-RKSJ", "90pv-RKSJ", "Add-RKSJ", "Ext-RKSJ"]) {
        Some(encoding_rs::SHIFT_JIS)
    } else if begins(&["ETen-B5", "ETenms-B5", "B5pc", "HKscs"]) {
        Some(encoding_rs::BIG5)
    } else if begins(&["KSC"]) {
        Some(encoding_rs::EUC_KR)
    } else if begins(&["EUC-H", "EUC-V"]) {
        Some(encoding_rs::EUC_JP)
    } else {
        None
    }
}

/// Letters by code from the embedded font program, for a font without a map of its own.
fn letters_of_program(file: &File, descendant: &Dictionary) -> HashMap<u32, String> {
    let program = file.dictionary(descendant, b"FontDescriptor").and_then(|d| embedded_truetype(file, d));
    let by_glyph = program.map(|bytes| truetype::letters_by_glyph(&bytes)).unwrap_or_default();
    let to_glyph = match file.get(descendant, b"CIDToGIDMap") {
        Some(Object::Stream(stream)) => file.unpack(stream),
        _ => None,
    };
    match to_glyph {
        None => by_glyph.into_iter().map(|(glyph, letter)| (u32::from(glyph), letter.to_string())).collect(),
        Some(map) => {
            let codes = (0_u32..).zip(map.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])));
            let known = codes.filter_map(|(code, glyph)| Some((code, by_glyph.get(&glyph)?.to_string())));
            known.take(0x1_0000).collect()
        }
    }
}

/// Widths by glyph number in units of the size (not a number: not given), and the width of all others.
fn widths(file: &File, descendant: &Dictionary) -> (Vec<f32>, f32) {
    const MAX_GLYPHS: usize = 0x1_0000;
    let default = file.get(descendant, b"DW").and_then(number_of).unwrap_or(1000.0) / 1000.0;
    let mut widths: Vec<f32> = Vec::new();
    let mut left = 4 * MAX_GLYPHS; // A hostile list names the same range over and over.
    let mut put = |glyph: usize, width: f32| {
        left = left.saturating_sub(1);
        if glyph < MAX_GLYPHS && left > 0 {
            if widths.len() <= glyph {
                widths.resize(glyph + 1, f32::NAN);
            }
            widths[glyph] = width / 1000.0;
        }
    };
    let list = file.get(descendant, b"W").and_then(|o| o.as_array().ok()).map_or(&[][..], Vec::as_slice);
    let mut rest = list;
    while let [first, second, after @ ..] = rest {
        let Some(first) = file.follow(first).and_then(number_of).map(|n| n.max(0.0) as usize) else { break };
        match file.follow(second) {
            Some(second @ Object::Array(_)) => {
                rest = after;
                for (step, width) in numbers_of(file, Some(second)).into_iter().enumerate() {
                    put(first.saturating_add(step), width);
                }
            }
            Some(second) => {
                let last = number_of(second).unwrap_or(0.0).max(0.0) as usize;
                let Some((width, after)) = after.split_first() else { break };
                rest = after;
                let width = file.follow(width).and_then(number_of).unwrap_or(0.0);
                for glyph in first..=last.min(MAX_GLYPHS) {
                    put(glyph, width);
                }
            }
            None => break,
        }
    }
    (widths, default)
}
