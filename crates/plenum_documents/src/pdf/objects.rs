//! The objects of a PDF file. The only file that names the PDF library.

use crate::ReadError;
pub(super) use lopdf::{Dictionary, Object, ObjectId, Stream};
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Most bytes that one stream may unpack to. The largest page of the United Nations' budget has 0.2 MB.
const MAX_STREAM_BYTES: usize = 32 << 20;
/// Most pages read. The longest proceedings known have about 6,000.
pub(super) const MAX_PAGES: usize = 20_000;
/// Longest chain of parents or of references followed.
const MAX_CHAIN: usize = 32;

/// An open file whose objects can be looked up; safe to share between threads.
pub(super) struct File {
    document: lopdf::Document,
}

/// One page: what its words need to be read.
pub(super) struct Page<'a> {
    /// Its object, by which the structure tree names it.
    pub id: ObjectId,
    /// Its dictionary.
    pub dictionary: &'a Dictionary,
    /// Its resources, its own or inherited.
    pub resources: Option<&'a Dictionary>,
    /// Left, bottom, right, top in points.
    pub bounds: [f32; 4],
    /// Quarter turns clockwise, 0 to 3.
    pub quarter_turns: u8,
}

impl File {
    /// Opens a file from its bytes, unlocking it if its user password is empty.
    pub fn open(bytes: &[u8]) -> Result<Self, ReadError> {
        if bytes.is_empty() {
            return Err(ReadError::Empty);
        }
        let options = lopdf::LoadOptions::with_max_decompressed_size(MAX_STREAM_BYTES);
        let loaded = guarded(|| lopdf::Document::load_mem_with_options(bytes, options));
        let mut document = match loaded {
            Some(Ok(document)) => document,
            Some(Err(error)) => return Err(refusal(&error)),
            None => return Err(ReadError::damaged("its objects cannot be made out")),
        };
        if document.trailer.has(b"Encrypt") && !matches!(guarded(|| document.decrypt("")), Some(Ok(()))) {
            return Err(ReadError::Encrypted);
        }
        restore_lengthless(&mut document, bytes);
        Ok(Self { document })
    }

    /// The pages in order; at most [`MAX_PAGES`].
    pub fn pages(&self) -> Vec<Page<'_>> {
        let listed = guarded(|| self.document.page_iter().take(MAX_PAGES).collect());
        let mut ids: Vec<ObjectId> = listed.unwrap_or_default();
        if ids.is_empty() {
            // The tree of pages is broken; the pages themselves may still be there, in the order they were written.
            let is_page = |object: &Object| object.as_dict().is_ok_and(|d| d.has_type(b"Page"));
            let found = self.document.objects.iter().filter(|(_, object)| is_page(object));
            ids = found.map(|(id, _)| *id).take(MAX_PAGES).collect();
        }
        ids.into_iter().filter_map(|id| self.page(id)).collect()
    }

    fn page(&self, id: ObjectId) -> Option<Page<'_>> {
        let dictionary = self.document.get_dictionary(id).ok()?;
        let resources = self.inherited(dictionary, b"Resources").and_then(|r| r.as_dict().ok());
        let area = self.inherited(dictionary, b"CropBox").or_else(|| self.inherited(dictionary, b"MediaBox"));
        let bounds = area.and_then(|o| self.numbers(o)).unwrap_or([0.0, 0.0, 612.0, 792.0]);
        let turn = self.inherited(dictionary, b"Rotate").and_then(|o| o.as_i64().ok()).unwrap_or(0);
        let quarter_turns = u8::try_from((turn / 90).rem_euclid(4)).unwrap_or(0);
        Some(Page { id, dictionary, resources, bounds, quarter_turns })
    }

    /// A value of a page, or of the nearest of its parents that has it.
    fn inherited<'a>(&'a self, page: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
        let mut node = page;
        for _ in 0..MAX_CHAIN {
            if let Some(value) = self.get(node, key) {
                return Some(value);
            }
            node = self.get(node, b"Parent")?.as_dict().ok()?;
        }
        None
    }

    /// The value under a key, references followed; `None` if missing or null.
    pub fn get<'a>(&'a self, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
        self.follow(dictionary.get(key).ok()?)
    }

    /// The dictionary under a key (that of the stream, if it is one).
    pub fn dictionary<'a>(&'a self, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
        dictionary_of(self.get(dictionary, key)?)
    }

    /// The object that a chain of references leads to.
    pub fn follow<'a>(&'a self, mut object: &'a Object) -> Option<&'a Object> {
        for _ in 0..MAX_CHAIN {
            match object {
                Object::Reference(id) => object = self.document.get_object(*id).ok()?,
                Object::Null => return None,
                _ => return Some(object),
            }
        }
        None
    }

    /// The document's catalogue.
    pub fn catalogue(&self) -> Option<&Dictionary> {
        self.document.catalog().ok()
    }

    /// The title in the file's properties; empty if there is none.
    pub fn title(&self) -> String {
        let information = self.dictionary(&self.document.trailer, b"Info");
        let title = information.and_then(|i| self.get(i, b"Title")?.as_str().ok());
        title.map(words_of).unwrap_or_default()
    }

    /// Four numbers of an array, put in order so that the first corner is the lower left.
    fn numbers(&self, array: &Object) -> Option<[f32; 4]> {
        let array = array.as_array().ok()?;
        let number = |i: usize| self.follow(array.get(i)?).and_then(number_of);
        let (a, b, c, d) = (number(0)?, number(1)?, number(2)?, number(3)?);
        let fits = (a - c).abs() > 1.0 && (b - d).abs() > 1.0;
        fits.then(|| [a.min(c), b.min(d), a.max(c), b.max(d)])
    }

    /// A stream's bytes without its compression; `None` if it is broken, too large, or compressed in an unknown way.
    pub fn unpack(&self, stream: &Stream) -> Option<Vec<u8>> {
        guarded(|| stream.get_plain_content_with_limit(MAX_STREAM_BYTES))?.ok()
    }

    /// The bytes that draw a page: its streams, one after another. The flag says whether any of them was lost.
    pub fn contents(&self, page: &Page<'_>) -> (Vec<u8>, bool) {
        let mut streams = Vec::new();
        match self.get(page.dictionary, b"Contents") {
            Some(Object::Stream(stream)) => streams.push(stream),
            Some(Object::Array(parts)) => {
                streams.extend(parts.iter().filter_map(|part| self.follow(part)?.as_stream().ok()));
            }
            _ => {}
        }
        let (mut bytes, mut is_incomplete) = (Vec::new(), false);
        for stream in streams {
            match self.unpack(stream) {
                Some(part) if part.is_empty() && !stream.content.is_empty() => is_incomplete = true,
                Some(part) if bytes.len() + part.len() <= MAX_STREAM_BYTES => {
                    bytes.extend_from_slice(&part);
                    bytes.push(b'\n'); // A word may not run from one part into the next.
                }
                _ => is_incomplete = true,
            }
        }
        (bytes, is_incomplete)
    }

    /// The letters of a named encoding, by byte: `WinAnsiEncoding`, `MacRomanEncoding`, `StandardEncoding` …
    pub fn encoding(&self, name: &str) -> [Option<char>; 256] {
        let mut font = Dictionary::new();
        font.set("Type", Object::Name(b"Font".to_vec()));
        font.set("Encoding", Object::Name(name.as_bytes().to_vec()));
        let mut letters = [None; 256];
        let encoding = guarded(|| font.get_font_encoding(&self.document));
        if let Some(Ok(encoding @ lopdf::Encoding::OneByteEncoding(_))) = encoding {
            for (byte, letter) in (0..=u8::MAX).zip(letters.iter_mut()) {
                *letter = encoding.bytes_to_string(&[byte]).ok().and_then(|text| text.chars().next());
            }
        }
        letters
    }

    /// The letters that glyph names of Adobe's list stand for; unknown names are left out.
    pub fn glyph_letters<'n>(&self, names: impl Iterator<Item = &'n [u8]>) -> HashMap<&'n [u8], char> {
        names.filter_map(|name| Some((name, self.glyph_letter(name)?))).collect()
    }

    fn glyph_letter(&self, name: &[u8]) -> Option<char> {
        // The library keeps its list to itself; a font of one letter asks for it.
        let mut encoding = Dictionary::new();
        encoding.set("Differences", Object::Array(vec![Object::Integer(65), Object::Name(name.to_vec())]));
        let mut font = Dictionary::new();
        font.set("Type", Object::Name(b"Font".to_vec()));
        font.set("Encoding", Object::Dictionary(encoding));
        match guarded(|| font.get_font_encoding(&self.document))?.ok()? {
            lopdf::Encoding::Differences(differences) => {
                char::from_u32(u32::from(differences.map.get(&65)?.utf16_code_unit()))
            }
            _ => None,
        }
    }
}

/// Gives streams that do not say how long they are the bytes up to their end.
fn restore_lengthless(document: &mut lopdf::Document, bytes: &[u8]) {
    let header = bytes.windows(5).position(|window| window == b"%PDF-").unwrap_or(0);
    let mut left = MAX_STREAM_BYTES; // Streams without an end would each reach to the end of the file.
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        let Some(from) = stream.start_position.filter(|_| stream.content.is_empty()) else { continue };
        let rest = bytes.get(header + from..).unwrap_or_default();
        let rest = &rest[..rest.len().min(left)];
        let end = rest.windows(9).position(|window| window == b"endstream").unwrap_or(0);
        left -= end;
        stream.content = rest[..end].to_vec();
    }
}

/// A dictionary, or that of a stream.
pub(super) fn dictionary_of(object: &Object) -> Option<&Dictionary> {
    match object {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

/// A finite number.
pub(super) fn number_of(object: &Object) -> Option<f32> {
    object.as_float().ok().filter(|n| n.is_finite())
}

/// The numbers of an array, references followed; what is no number counts as 0.
pub(super) fn numbers_of(file: &File, object: Option<&Object>) -> Vec<f32> {
    let array = object.and_then(|o| o.as_array().ok());
    array.into_iter().flatten().map(|o| file.follow(o).and_then(number_of).unwrap_or(0.0)).collect()
}

/// A text string (title, replacement text) as words.
pub(super) fn words_of(bytes: &[u8]) -> String {
    let object = Object::String(bytes.to_vec(), lopdf::StringFormat::Literal);
    guarded(|| lopdf::decode_text_string(&object)).and_then(Result::ok).unwrap_or_default()
}

/// Runs a call of the library, which may panic on a file made to hurt: then there is no result.
fn guarded<T>(call: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(call)).ok()
}

fn refusal(error: &lopdf::Error) -> ReadError {
    match error {
        lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_) | lopdf::Error::UnsupportedSecurityHandler(_) => {
            ReadError::Encrypted
        }
        lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. }) => {
            ReadError::TooLarge { what: "one of its unpacked parts".into(), limit: "32 MB".into() }
        }
        lopdf::Error::Parse(lopdf::ParseError::InvalidFileHeader) => ReadError::damaged("it does not begin as a PDF"),
        _ => ReadError::damaged("its list of objects cannot be read"),
    }
}
