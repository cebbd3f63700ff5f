//! Fonts of one byte a letter: Type 1, TrueType, Type 3.

use super::super::objects::{Dictionary, File, Object, number_of, numbers_of};
use super::letters::{self, Letters, Store};
use super::{Shown, embedded_truetype, standard_widths, to_unicode, truetype};
use std::collections::HashMap;

/// The letters and widths of each byte.
pub(super) struct Simple {
    table: Box<[(Letters, f32); 256]>,
}

impl Simple {
    /// Reads a font's dictionary.
    pub fn read(file: &File, dictionary: &Dictionary, store: &mut Store) -> Self {
        let texts = texts(file, dictionary);
        let widths = widths(file, dictionary, &texts);
        let mut table = Box::new([(Letters::UNKNOWN, 0.0); 256]);
        for ((slot, text), width) in table.iter_mut().zip(&texts).zip(widths) {
            *slot = (store.keep(text), width);
        }
        Self { table }
    }

    /// Hands over each byte.
    pub fn decode(&self, bytes: &[u8], mut each: impl FnMut(Shown)) {
        for &byte in bytes {
            let (letters, width) = self.table[usize::from(byte)];
            // A space need not be drawn, so some programs leave it out of the font.
            let letters = if letters.is_unknown() && byte == 32 { Letters::of(' ') } else { letters };
            each(Shown { letters, width, is_space_byte: byte == 32 });
        }
    }
}

/// What each byte stands for: by the font's own map, else by the names of its glyphs, else by its encoding.
fn texts(file: &File, dictionary: &Dictionary) -> Vec<String> {
    let map = to_unicode(file, dictionary).unwrap_or_default();
    let encoding = file.get(dictionary, b"Encoding");
    let descriptor = file.dictionary(dictionary, b"FontDescriptor");
    let mut base = base_letters(file, encoding, descriptor);
    let names = differences(file, encoding);
    let name_list: Vec<&[u8]> = names.values().copied().collect();
    let known = letters::of_names(file, &name_list);
    for (byte, name) in &names {
        base[usize::from(*byte)] = known.get(name).cloned().unwrap_or_default();
    }
    for (byte, text) in (0_u32..).zip(base.iter_mut()) {
        if let Some(mapped) =
            map.letters.get(&byte).filter(|mapped| mapped.chars().any(|c| c > '\x1f' && c != '\u{fffd}'))
        {
            text.clone_from(mapped);
        }
    }
    base
}

/// The letters of the encoding that differences are told from.
fn base_letters(file: &File, encoding: Option<&Object>, descriptor: Option<&Dictionary>) -> Vec<String> {
    let named = match encoding {
        Some(Object::Name(name)) => Some(name.as_slice()),
        Some(Object::Dictionary(d)) => file.get(d, b"BaseEncoding").and_then(|o| o.as_name().ok()),
        _ => None,
    };
    let as_texts = |letters: [Option<char>; 256]| letters.map(|c| c.map(String::from).unwrap_or_default()).to_vec();
    if let Some(name @ (b"WinAnsiEncoding" | b"MacRomanEncoding" | b"MacExpertEncoding" | b"StandardEncoding")) = named
    {
        return as_texts(file.encoding(&String::from_utf8_lossy(name)));
    }
    if let Some(built_in) = descriptor.and_then(|d| built_in(file, d)) {
        return built_in;
    }
    // Fonts without a word on it follow the standard encoding; the other letters are as in Windows, as viewers have it.
    let mut letters = file.encoding("WinAnsiEncoding");
    for (letter, standard) in letters.iter_mut().zip(file.encoding("StandardEncoding")) {
        *letter = standard.or(*letter);
    }
    as_texts(letters)
}

/// The encoding inside the embedded font program.
fn built_in(file: &File, descriptor: &Dictionary) -> Option<Vec<String>> {
    if let Some(program) = file.get(descriptor, b"FontFile").and_then(|o| o.as_stream().ok()) {
        return type1_encoding(file, &file.unpack(program)?);
    }
    let letters_by_byte = truetype::letters_by_byte(&embedded_truetype(file, descriptor)?)?;
    Some(letters_by_byte.map(|c| c.map(String::from).unwrap_or_default()).to_vec())
}

/// The `dup 65 /A put` lines in the readable part of a Type 1 program.
fn type1_encoding(file: &File, program: &[u8]) -> Option<Vec<String>> {
    let from = program.windows(9).position(|w| w == b"/Encoding")?;
    let text = String::from_utf8_lossy(program.get(from..program.len().min(from + 20_000))?).into_owned();
    let mut named: Vec<(u8, &[u8])> = Vec::new();
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        match word {
            "dup" => {
                let (byte, name) = (words.next()?.parse().ok(), words.next()?);
                if let (Some(byte), Some(name)) = (byte, name.strip_prefix('/')) {
                    named.push((byte, name.as_bytes()));
                }
            }
            "def" | "readonly" | "currentfile" if !named.is_empty() => break,
            _ => {}
        }
    }
    let names: Vec<&[u8]> = named.iter().map(|(_, name)| *name).collect();
    let known = letters::of_names(file, &names);
    let mut texts = vec![String::new(); 256];
    for (byte, name) in &named {
        texts[usize::from(*byte)] = known.get(name).cloned().unwrap_or_default();
    }
    (!named.is_empty()).then_some(texts)
}

/// Names of glyphs by byte, from the `Differences` of an encoding.
fn differences<'a>(file: &'a File, encoding: Option<&'a Object>) -> HashMap<u8, &'a [u8]> {
    let mut names = HashMap::new();
    let Some(Object::Dictionary(encoding)) = encoding else { return names };
    let list = file.get(encoding, b"Differences").and_then(|o| o.as_array().ok());
    let mut byte = 0_i64;
    for item in list.into_iter().flatten() {
        match file.follow(item) {
            Some(Object::Integer(next)) => byte = *next,
            Some(Object::Name(name)) => {
                if let Ok(byte) = u8::try_from(byte) {
                    names.insert(byte, name.as_slice());
                }
                byte = byte.saturating_add(1);
            }
            _ => {}
        }
    }
    names
}

/// How far each byte moves on, in units of the font's size.
fn widths(file: &File, dictionary: &Dictionary, texts: &[String]) -> Vec<f32> {
    let given = numbers_of(file, file.get(dictionary, b"Widths"));
    let first = file.get(dictionary, b"FirstChar").and_then(|o| o.as_i64().ok()).unwrap_or(0);
    let matrix = numbers_of(file, file.get(dictionary, b"FontMatrix"));
    // Type 3 fonts have a scale of their own; all others are drawn on a square of 1000.
    let unit = matrix.first().filter(|scale| **scale != 0.0).map_or(0.001, |scale| scale.abs());
    let descriptor = file.dictionary(dictionary, b"FontDescriptor");
    let missing = descriptor.and_then(|d| number_of(file.get(d, b"MissingWidth")?)).unwrap_or(0.0);
    let name = file.get(dictionary, b"BaseFont").and_then(|o| o.as_name().ok()).unwrap_or_default();
    let name = String::from_utf8_lossy(name);
    let width = |(byte, text): (usize, &String)| {
        let index = i64::try_from(byte).ok().and_then(|b| usize::try_from(b.checked_sub(first)?).ok());
        match index.and_then(|i| given.get(i)) {
            Some(width) => width * unit,
            None if given.is_empty() => standard_widths::width(&name, text.chars().next()),
            None => missing * unit,
        }
    };
    texts.iter().enumerate().map(width).collect()
}
