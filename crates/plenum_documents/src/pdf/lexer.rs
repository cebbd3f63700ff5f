//! Splits the bytes of a content stream or of a character map into tokens, without copying what need not be copied.

use std::ops::Range;

/// One token. Strings are kept unescaped in the lexer's own store, by range.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token<'a> {
    /// A number; what looks like one but is none counts as 0.
    Number(f32),
    /// A name, without its slash, escapes untouched.
    Name(&'a [u8]),
    /// A string: bytes of [`Lexer::text`].
    Text(Range<usize>),
    /// `[`
    ArrayStart,
    /// `]`
    ArrayEnd,
    /// `<<`
    DictionaryStart,
    /// `>>`
    DictionaryEnd,
    /// Anything else: an operator, `true`, `null`.
    Operator(&'a [u8]),
}

/// Reads tokens from bytes.
pub(super) struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
    store: Vec<u8>,
}

impl<'a> Lexer<'a> {
    /// Begins at the first byte.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, store: Vec::new() }
    }

    /// The bytes of a [`Token::Text`]; valid until [`Lexer::forget`].
    pub fn text(&self, range: &Range<usize>) -> &[u8] {
        self.store.get(range.clone()).unwrap_or_default()
    }

    /// Drops the strings read so far, to be called once they are used.
    pub fn forget(&mut self) {
        self.store.clear();
    }

    /// The next token; `None` at the end.
    pub fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let byte = *self.bytes.get(self.at)?;
            match byte {
                0 | b'\t' | b'\n' | b'\x0c' | b'\r' | b' ' => self.at += 1,
                b'%' => self.skip_comment(),
                b'0'..=b'9' | b'+' | b'-' | b'.' => return Some(self.number()),
                b'/' => {
                    self.at += 1;
                    return Some(Token::Name(self.word()));
                }
                b'(' => return Some(self.literal()),
                b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => {
                    return Some(self.sign(2, Token::DictionaryStart));
                }
                b'<' => return Some(self.hexadecimal()),
                b'>' if self.bytes.get(self.at + 1) == Some(&b'>') => return Some(self.sign(2, Token::DictionaryEnd)),
                b'[' => return Some(self.sign(1, Token::ArrayStart)),
                b']' => return Some(self.sign(1, Token::ArrayEnd)),
                b'>' | b')' | b'{' | b'}' => self.at += 1,
                _ => return Some(Token::Operator(self.word())),
            }
        }
    }

    fn sign(&mut self, length: usize, token: Token<'a>) -> Token<'a> {
        self.at += length;
        token
    }

    fn skip_comment(&mut self) {
        while let Some(byte) = self.bytes.get(self.at) {
            if matches!(byte, b'\n' | b'\r') {
                break;
            }
            self.at += 1;
        }
    }

    /// Letters up to the next delimiter.
    fn word(&mut self) -> &'a [u8] {
        let from = self.at;
        let rest = &self.bytes[from..];
        let length = rest.iter().position(|b| is_delimiter(*b)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    fn number(&mut self) -> Token<'a> {
        let (mut whole, mut scale, mut is_negative, mut has_point) = (0.0_f64, 1.0_f64, false, false);
        let from = self.at;
        while let Some(byte) = self.bytes.get(self.at) {
            match byte {
                b'0'..=b'9' => {
                    whole = whole * 10.0 + f64::from(byte - b'0');
                    if has_point {
                        scale *= 10.0;
                    }
                }
                b'.' if !has_point => has_point = true,
                b'-' if self.at == from => is_negative = true,
                b'-' | b'+' => {} // "--5" and "1.-2" are written by some programs.
                _ => break,
            }
            self.at += 1;
        }
        let value = (whole / scale) as f32;
        let value = if value.is_finite() { value } else { 0.0 };
        Token::Number(if is_negative { -value } else { value })
    }

    fn hexadecimal(&mut self) -> Token<'a> {
        let from = self.store.len();
        self.at += 1;
        let mut high = None;
        while let Some(&byte) = self.bytes.get(self.at) {
            self.at += 1;
            let digit = match byte {
                b'0'..=b'9' => byte - b'0',
                b'a'..=b'f' => byte - b'a' + 10,
                b'A'..=b'F' => byte - b'A' + 10,
                b'>' => break,
                _ => continue,
            };
            match high.take() {
                Some(first) => self.store.push(first << 4 | digit),
                None => high = Some(digit),
            }
        }
        if let Some(first) = high {
            self.store.push(first << 4);
        }
        Token::Text(from..self.store.len())
    }

    fn literal(&mut self) -> Token<'a> {
        let from = self.store.len();
        self.at += 1;
        let mut depth = 1;
        while let Some(&byte) = self.bytes.get(self.at) {
            self.at += 1;
            match byte {
                b'(' => depth += 1,
                b')' if depth == 1 => break,
                b')' => depth -= 1,
                b'\\' => {
                    self.escape();
                    continue;
                }
                _ => {}
            }
            self.store.push(byte);
        }
        Token::Text(from..self.store.len())
    }

    /// What follows a backslash in a string.
    fn escape(&mut self) {
        let Some(&byte) = self.bytes.get(self.at) else { return };
        self.at += 1;
        match byte {
            b'n' => self.store.push(b'\n'),
            b'r' => self.store.push(b'\r'),
            b't' => self.store.push(b'\t'),
            b'b' => self.store.push(8),
            b'f' => self.store.push(12),
            b'0'..=b'7' => {
                let mut value = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(&digit @ b'0'..=b'7') = self.bytes.get(self.at) else { break };
                    value = value * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                self.store.push((value & 0xFF) as u8); // Overflow is to be ignored, says the standard.
            }
            b'\r' => self.at += usize::from(self.bytes.get(self.at) == Some(&b'\n')),
            b'\n' => {}
            other => self.store.push(other),
        }
    }

    /// Skips the data of an inline image, standing just behind its `ID`.
    pub fn skip_image(&mut self) {
        let is_space = |at: usize| self.bytes.get(at).is_none_or(|b| b.is_ascii_whitespace());
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let end = rest.windows(2).enumerate().find(|(i, pair)| {
            let at = self.at + i;
            // Binary data may hold "EI" by chance; then what follows is hardly ever plain text.
            let after = rest.get(i + 2..rest.len().min(i + 12)).unwrap_or_default();
            *pair == b"EI" && is_space(at.wrapping_sub(1)) && is_space(at + 2) && after.iter().all(|b| b.is_ascii())
        });
        self.at = end.map_or(self.bytes.len(), |(i, _)| self.at + i + 2);
    }
}

fn is_delimiter(byte: u8) -> bool {
    matches!(
        byte,
        0 | b'\t'
            | b'\n'
            | b'\x0c'
            | b'\r'
            | b' '
            | b'('
            | b')'
            | b'<'
            | b'>'
            | b'['
            | b']'
            | b'{'
            | b'}'
            | b'/'
            | b'%'
    )
}

/// A name with its `#20` escapes resolved.
pub(super) fn unescape_name(name: &[u8]) -> std::borrow::Cow<'_, [u8]> {
    if !name.contains(&b'#') {
        return name.into();
    }
    let mut out = Vec::with_capacity(name.len());
    let mut at = 0;
    while let Some(&byte) = name.get(at) {
        let digits = name.get(at + 1..at + 3).and_then(|d| std::str::from_utf8(d).ok());
        match digits.and_then(|d| u8::from_str_radix(d, 16).ok()).filter(|_| byte == b'#') {
            Some(value) => {
                out.push(value);
                at += 3;
            }
            None => {
                out.push(byte);
                at += 1;
            }
        }
    }
    out.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(input: &str, expected: &str) {
        let mut lexer = Lexer::new(input.as_bytes());
        let mut out = Vec::new();
        while let Some(token) = lexer.next() {
            out.push(match &token {
                Token::Number(n) => format!("{n}"),
                Token::Name(name) => format!("/{}", String::from_utf8_lossy(name)),
                Token::Text(range) => format!("({})", String::from_utf8_lossy(lexer.text(range))),
                Token::ArrayStart => "[".into(),
                Token::ArrayEnd => "]".into(),
                Token::DictionaryStart => "<<".into(),
                Token::DictionaryEnd => ">>".into(),
                Token::Operator(word) => String::from_utf8_lossy(word).into_owned(),
            });
        }
        assert_eq!(out.join(" "), expected);
    }

    #[test]
    fn strings_names_and_numbers_are_told_apart() {
        check("[(a\\(b\\) \\101(c))-2.5<414 2>]TJ", "[ (a(b) A(c)) -2.5 (AB) ] TJ");
        check("/F1 12 Tf%note\n-.5 --3 +4.", "/F1 12 Tf -0.5 -3 4");
        check("/Span<</MCID 3>>BDC", "/Span << /MCID 3 >> BDC");
    }

    #[test]
    fn what_is_cut_short_ends_quietly() {
        check("(abc", "(abc)");
        check("<41", "(A)");
        check("[ 1 /", "[ 1 /");
        check("(a\\", "(a)");
    }

    #[test]
    fn escaped_names_are_resolved() {
        assert_eq!(unescape_name(b"A#20B#").as_ref(), b"A B#");
    }
}
