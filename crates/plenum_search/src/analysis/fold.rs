//! One spelling for all: lower case, without accents, Arabic letters in one form, ASCII digits.

use super::{Script, arabic};
use unicode_normalization::UnicodeNormalization;

/// Appends the exact form of `word`: everything folded, nothing stemmed.
pub(crate) fn exact(script: Script, word: &str, out: &mut String) {
    if word.is_ascii() {
        out.extend(word.bytes().map(|b| char::from(b.to_ascii_lowercase())));
        return;
    }
    match script {
        Script::Arabic => arabic::fold(word, out),
        Script::Cyrillic => cyrillic(word, out),
        _ => latin(word, out),
    }
}

/// Lower case, digits as ASCII, composed letters; accents stay (stemmers need them).
pub(crate) fn lower(word: &str, out: &mut String) {
    if word.is_ascii() {
        out.extend(word.bytes().map(|b| char::from(b.to_ascii_lowercase())));
    } else {
        out.extend(word.nfkc().flat_map(char::to_lowercase).filter(|c| *c != '\u{ad}').map(ascii_digit_or_same));
    }
}

/// Appends `word` in lower case without accents.
pub(crate) fn latin(word: &str, out: &mut String) {
    for letter in word.nfkd().flat_map(char::to_lowercase) {
        match letter {
            '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}' => {}
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ø' => out.push('o'),
            'đ' => out.push('d'),
            'ł' => out.push('l'),
            'ı' => out.push('i'),
            other => out.push(ascii_digit_or_same(other)),
        }
    }
}

/// Lower case; ё is written е, stress marks go, й stays a letter of its own.
pub(crate) fn cyrillic(word: &str, out: &mut String) {
    for letter in word.nfc().flat_map(char::to_lowercase) {
        match letter {
            '\u{300}'..='\u{36f}' | '\u{ad}' => {}
            'ё' => out.push('е'),
            other => out.push(other),
        }
    }
}

/// Arabic-Indic and other digits as ASCII.
pub(crate) fn ascii_digit_or_same(letter: char) -> char {
    let from = |zero: u32| char::from_digit(letter as u32 - zero, 10).unwrap_or(letter);
    match letter {
        '٠'..='٩' => from(0x660),
        '۰'..='۹' => from(0x6F0),
        '０'..='９' => from(0xFF10),
        other => other,
    }
}
