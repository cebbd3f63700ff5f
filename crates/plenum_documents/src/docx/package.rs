//! The archive of a DOCX: parts by name, read within limits.

use crate::ReadError;
use std::collections::HashMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

const MAX_PARTS: usize = 10_000; // A report with 1,000 pictures has about 1,100.
const MAX_TOTAL_MB: u64 = 64; // Of the parts we read; the longest report seen unpacks to 12 MB without its pictures.

/// An open archive; counts what it has unpacked.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    indices: HashMap<String, usize>,
    left: u64,
}

impl<'a> Package<'a> {
    /// Opens the archive. Errors: damaged, or more than [`MAX_PARTS`] parts.
    pub fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        if bytes.is_empty() {
            return Err(ReadError::Empty);
        }
        // An encrypted DOCX is an OLE container with the archive locked inside.
        if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
            return Err(ReadError::Encrypted);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| of_zip(&e, "the archive"))?;
        if archive.len() > MAX_PARTS {
            return Err(ReadError::TooLarge {
                what: format!("its number of parts ({})", archive.len()),
                limit: "10,000".into(),
            });
        }
        let mut indices = HashMap::new();
        for index in 0..archive.len() {
            if let Some(Ok(name)) = archive.name_for_index(index) {
                indices.entry(key(&name)).or_insert(index);
            }
        }
        Ok(Self { archive, indices, left: MAX_TOTAL_MB * 1_000_000 })
    }

    /// The text of a part; `None` if there is no such part.
    ///
    /// Errors: damaged, locked, or all parts together over [`MAX_TOTAL_MB`], by the bytes that come out, whatever the
    /// archive says of them.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let Some(index) = self.indices.get(&key(name)).copied() else { return Ok(None) };
        let mut part = self.archive.by_index(index).map_err(|e| of_zip(&e, name))?;
        let mut bytes = Vec::new();
        let read = (&mut part).take(self.left + 1).read_to_end(&mut bytes);
        let count = read.map_err(|_| ReadError::damaged(format!("its part {name} cannot be unpacked")))? as u64;
        if count > self.left {
            return Err(ReadError::TooLarge { what: "the unpacked text".into(), limit: format!("{MAX_TOTAL_MB} MB") });
        }
        self.left -= count;
        Ok(Some(decode(bytes)))
    }

    /// Targets of a part's relationships: `(id, the last word of its type, part name)`; inside the archive only.
    pub fn relations(&mut self, part: &str) -> Result<Vec<Relation>, ReadError> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let name = if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
        let Some(text) = self.text(&name)? else { return Ok(Vec::new()) };
        let mut relations = Vec::new();
        let mut xml = super::xml::Xml::new(&text);
        while let Some(node) = xml.next()? {
            let super::xml::Node::Open(tag) = node else { continue };
            if let (Some(id), Some(kind), Some(target)) = (tag.get("Id"), tag.get("Type"), tag.get("Target")) {
                let is_external = tag.get("TargetMode").is_some_and(|mode| mode == "External");
                let target = if is_external { target.into_owned() } else { resolve(folder, &target) };
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                relations.push(Relation { id: id.into_owned(), kind, target });
            }
        }
        Ok(relations)
    }
}

/// Where one part points to another, or to an address.
pub(super) struct Relation {
    /// The id by which the part names it.
    pub id: String,
    /// `styles`, `numbering`, `header`, `hyperlink` …
    pub kind: String,
    /// The other part's name in the archive, or the address.
    pub target: String,
}

/// Names are compared without regard to case and to the direction of slashes, as Word does.
fn key(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

fn resolve(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|p| !p.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    parts.join("/")
}

/// UTF-8 or, by its mark, UTF-16; what is neither becomes the replacement sign.
fn decode(bytes: Vec<u8>) -> String {
    let wide = |from_bytes: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| from_bytes([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes.as_slice() {
        [0xFF, 0xFE, ..] => wide(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => wide(u16::from_be_bytes),
        _ => match String::from_utf8(bytes) {
            Ok(text) => text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text),
            Err(broken) => String::from_utf8_lossy(broken.as_bytes()).into_owned(),
        },
    }
}

fn of_zip(error: &ZipError, what: &str) -> ReadError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => ReadError::Encrypted,
        _ => ReadError::damaged(format!("{what} cannot be unpacked")),
    }
}
