//! Fonts: from the bytes of a shown string to letters and their widths.

mod cmap;
mod composite;
mod letters;
mod simple;
mod standard_widths;
mod truetype;

use super::objects::{Dictionary, File, Object, ObjectId, numbers_of};
use letters::Store;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

pub(super) use letters::Letters;

/// A font ready to read strings with.
pub(super) struct Font {
    /// Heavy letters, by its name or its flags.
    pub is_bold: bool,
    /// Slanted letters, by its name or its flags.
    pub is_italic: bool,
    /// Writes downwards.
    pub is_vertical: bool,
    /// Height of its letters' box in units of its size: 1 but for Type 3, whose units are its own.
    pub height: f32,
    store: Store,
    kind: Kind,
}

enum Kind {
    Simple(simple::Simple),
    Composite(Box<composite::Composite>),
}

/// One shown code.
pub(super) struct Shown {
    /// What it stands for.
    pub letters: Letters,
    /// How far it moves on, in units of the font's size.
    pub width: f32,
    /// Whether it is the single byte 32, which word spacing widens.
    pub is_space_byte: bool,
}

impl Font {
    /// Reads a font's dictionary; what is missing is guessed as viewers do.
    pub fn read(file: &File, dictionary: &Dictionary) -> Self {
        let mut store = Store::default();
        let (kind, descriptor, is_vertical) = match file.get(dictionary, b"Subtype").and_then(|o| o.as_name().ok()) {
            Some(b"Type0") => {
                let descendant = composite::descendant(file, dictionary);
                let descriptor = descendant.and_then(|d| file.dictionary(d, b"FontDescriptor"));
                let (composite, is_vertical) = composite::Composite::read(file, dictionary, descendant, &mut store);
                (Kind::Composite(Box::new(composite)), descriptor, is_vertical)
            }
            _ => {
                let simple = simple::Simple::read(file, dictionary, &mut store);
                (Kind::Simple(simple), file.dictionary(dictionary, b"FontDescriptor"), false)
            }
        };
        let name = file.get(dictionary, b"BaseFont").and_then(|o| o.as_name().ok()).unwrap_or_default();
        let name = String::from_utf8_lossy(name).to_ascii_lowercase();
        let flags = descriptor.and_then(|d| file.get(d, b"Flags")?.as_i64().ok()).unwrap_or(0);
        let named = |words: &[&str]| words.iter().any(|word| name.contains(word));
        Self {
            is_bold: named(&["bold", "black", "heavy", "semibold"]) || flags & (1 << 18) != 0,
            is_italic: named(&["italic", "oblique"]) || flags & (1 << 6) != 0,
            is_vertical,
            height: height(file, dictionary),
            store,
            kind,
        }
    }

    /// Hands over each code of a string.
    pub fn decode(&self, bytes: &[u8], each: impl FnMut(Shown)) {
        match &self.kind {
            Kind::Simple(simple) => simple.decode(bytes, each),
            Kind::Composite(composite) => composite.decode(bytes, each),
        }
    }

    /// The words of letters that are more than one.
    pub fn several(&self, letters: Letters) -> &str {
        self.store.several(letters)
    }
}

/// The height of a Type 3 font's letters: its box by its own scale.
fn height(file: &File, dictionary: &Dictionary) -> f32 {
    let scale = numbers_of(file, file.get(dictionary, b"FontMatrix")).get(3).map_or(0.0, |scale| scale.abs());
    let bounds = numbers_of(file, file.get(dictionary, b"FontBBox"));
    let span = bounds.get(3).zip(bounds.get(1)).map_or(0.0, |(top, bottom)| (top - bottom).abs());
    let height = scale * if span > 0.0 { span } else { 1000.0 };
    if height > 0.0 && height.is_finite() { height } else { 1.0 }
}

/// Fonts read so far, shared by the pages.
pub(super) struct Fonts<'a> {
    file: &'a File,
    read: Mutex<HashMap<ObjectId, Arc<Font>>>,
}

impl<'a> Fonts<'a> {
    /// Begins with none.
    pub fn of(file: &'a File) -> Self {
        Self { file, read: Mutex::new(HashMap::new()) }
    }

    /// The font under a name in the resources of a page or form; `None` if there is none.
    pub fn get(&self, resources: Option<&Dictionary>, name: &[u8]) -> Option<Arc<Font>> {
        let named = self.file.dictionary(resources?, b"Font")?.get(name).ok()?;
        let dictionary = self.file.follow(named)?.as_dict().ok()?;
        let Object::Reference(id) = named else {
            return Some(Arc::new(Font::read(self.file, dictionary)));
        };
        // A lock that a dying thread left behind still guards a sound map: fonts are put in whole.
        if let Some(font) = self.read.lock().unwrap_or_else(PoisonError::into_inner).get(id) {
            return Some(font.clone());
        }
        let font = Arc::new(Font::read(self.file, dictionary));
        self.read.lock().unwrap_or_else(PoisonError::into_inner).insert(*id, font.clone());
        Some(font)
    }
}

/// The `ToUnicode` map of a font, if it has one that can be read.
fn to_unicode(file: &File, dictionary: &Dictionary) -> Option<cmap::CharacterMap> {
    let stream = file.get(dictionary, b"ToUnicode")?.as_stream().ok()?;
    Some(cmap::CharacterMap::parse(&file.unpack(stream)?))
}

/// The program of an embedded TrueType or OpenType font.
fn embedded_truetype(file: &File, descriptor: &Dictionary) -> Option<Vec<u8>> {
    let stream = file.get(descriptor, b"FontFile2").or_else(|| file.get(descriptor, b"FontFile3"))?;
    file.unpack(stream.as_stream().ok()?)
}
