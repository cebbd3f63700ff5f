//! Character maps: from the codes of a font to letters (`ToUnicode`) or to the numbers of its glyphs.

use super::super::lexer::{Lexer, Token};
use std::collections::HashMap;

/// Most codes that one map may name; a two-byte font has no more.
const MAX_CODES: usize = 70_000;

/// What a map says.
#[derive(Default)]
pub(super) struct CharacterMap {
    /// Letters by code.
    pub letters: HashMap<u32, String>,
    /// Glyph numbers by range of codes: first, last, number of the first.
    pub glyphs: Vec<(u32, u32, u32)>,
    /// Lengths of codes in bytes with the first and last code of that length; empty if it does not say.
    pub code_spaces: Vec<(usize, u32, u32)>,
    /// Whether it writes downwards.
    pub is_vertical: bool,
    /// Codes set so far, again and again counted.
    steps: usize,
}

impl CharacterMap {
    /// Reads a map; what cannot be read is left out.
    pub fn parse(bytes: &[u8]) -> Self {
        let mut map = Self::default();
        let mut lexer = Lexer::new(bytes);
        let mut operands: Vec<Token<'_>> = Vec::new();
        while let Some(token) = lexer.next() {
            let Token::Operator(operator) = token else {
                if operands.len() < 3 * MAX_CODES {
                    operands.push(token);
                }
                continue;
            };
            match operator {
                b"endbfchar" => map.add_letters(&lexer, &operands),
                b"endbfrange" => map.add_letter_ranges(&lexer, &operands),
                b"endcidrange" => map.add_glyphs(&lexer, &operands, 3),
                b"endcidchar" => map.add_glyphs(&lexer, &operands, 2),
                b"endcodespacerange" => map.add_code_spaces(&lexer, &operands),
                b"def" => {
                    if let [.., Token::Name(b"WMode"), Token::Number(mode)] = operands.as_slice() {
                        map.is_vertical = *mode == 1.0;
                    }
                }
                _ => {}
            }
            operands.clear();
            lexer.forget();
        }
        map.glyphs.sort_unstable();
        map
    }

    fn add_letters(&mut self, lexer: &Lexer<'_>, operands: &[Token<'_>]) {
        for pair in operands.chunks_exact(2) {
            if let [Token::Text(code), Token::Text(letters)] = pair
                && self.letters.len() < MAX_CODES
            {
                self.letters.insert(big_endian(lexer.text(code)), utf16(lexer.text(letters)));
            }
        }
    }

    fn add_letter_ranges(&mut self, lexer: &Lexer<'_>, operands: &[Token<'_>]) {
        let mut rest = operands;
        while let [Token::Text(first), Token::Text(last), target, after @ ..] = rest {
            let (first, last) = (big_endian(lexer.text(first)), big_endian(lexer.text(last)));
            rest = after;
            match target {
                Token::Text(letters) => self.add_letter_range(first, last, lexer.text(letters)),
                Token::ArrayStart => {
                    let mut code = first;
                    while let [item, after @ ..] = rest {
                        rest = after;
                        match item {
                            Token::Text(letters) if self.letters.len() < MAX_CODES => {
                                self.letters.insert(code, utf16(lexer.text(letters)));
                                code = code.saturating_add(1);
                            }
                            Token::ArrayEnd => break,
                            _ => {}
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn add_letter_range(&mut self, first: u32, last: u32, letters: &[u8]) {
        let base = utf16(letters);
        let Some(last_letter) = base.chars().next_back() else { return };
        let stem = &base[..base.len() - last_letter.len_utf8()];
        for (step, code) in (first..=last).enumerate().take(MAX_CODES) {
            self.steps += 1;
            if self.steps > MAX_CODES {
                break;
            }
            let next = u32::try_from(step).ok().and_then(|s| char::from_u32(u32::from(last_letter) + s));
            if let Some(letter) = next {
                self.letters.insert(code, format!("{stem}{letter}"));
            }
        }
    }

    fn add_glyphs(&mut self, lexer: &Lexer<'_>, operands: &[Token<'_>], size: usize) {
        for group in operands.chunks_exact(size) {
            let (Some(Token::Text(first)), Some(Token::Number(glyph))) = (group.first(), group.last()) else {
                continue;
            };
            let first = big_endian(lexer.text(first));
            let last = match group.get(1) {
                Some(Token::Text(last)) if size == 3 => big_endian(lexer.text(last)),
                _ => first,
            };
            if self.glyphs.len() < MAX_CODES {
                self.glyphs.push((first, last, *glyph as u32));
            }
        }
    }

    fn add_code_spaces(&mut self, lexer: &Lexer<'_>, operands: &[Token<'_>]) {
        for pair in operands.chunks_exact(2) {
            if let [Token::Text(first), Token::Text(last)] = pair
                && (1..=4).contains(&first.len())
                && self.code_spaces.len() < 256
            {
                self.code_spaces.push((first.len(), big_endian(lexer.text(first)), big_endian(lexer.text(last))));
            }
        }
    }

    /// The glyph number of a code, if the map names it.
    pub fn glyph(&self, code: u32) -> Option<u32> {
        let after = self.glyphs.partition_point(|(first, ..)| *first <= code);
        let (first, last, glyph) = self.glyphs.get(after.checked_sub(1)?)?;
        (code <= *last).then(|| glyph.saturating_add(code - first))
    }
}

fn big_endian(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |value, byte| value << 8 | u32::from(*byte))
}

/// Letters written as UTF-16 in big-endian order; a single byte is a letter itself.
pub(super) fn utf16(bytes: &[u8]) -> String {
    if let [byte] = bytes {
        return char::from(*byte).to_string();
    }
    let units = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_read_from_single_codes_ranges_and_lists() {
        let map = CharacterMap::parse(
            b"1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <0003> <00660069> endbfchar \
              2 beginbfrange <0010> <0012> <0061> <0020> <0021> [<0041> <0042>] endbfrange",
        );
        let letters = |code: u32| map.letters.get(&code).map(String::as_str);
        assert_eq!([letters(3), letters(0x12), letters(0x21)], [Some("fi"), Some("c"), Some("B")]);
        assert_eq!(map.code_spaces, [(2, 0, 0xFFFF)]);
    }

    #[test]
    fn an_endless_range_is_cut() {
        let map = CharacterMap::parse(b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange");
        assert!(map.letters.len() <= MAX_CODES);
    }
}
