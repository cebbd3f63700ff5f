//! The encoder's files in one, laid out so that it opens at once and only the rows in use are in memory.
//!
//! `weights.npz` must be unpacked (80 MB) before use; this file is written of it once, beside it, and mapped from
//! then on. It can be deleted at any time. Layout: the sign, the length of the two files it was made of, the number
//! of sections, their lengths (all numbers eight bytes, low byte first), then the sections, each at a multiple of 64.

use std::fs::{self, File};
use std::io;
use std::ops::Deref;
use std::path::Path;

/// First bytes of the file; the last says the version of the layout.
const SIGN: &[u8; 8] = b"PLENENC1";
/// Where a section may begin.
const ALIGN: usize = 64;
/// More than we ever write (42).
const MOST_SECTIONS: usize = 100;

/// The file's bytes, mapped, or in memory where it could not be written.
enum Bytes {
    Mapped(memmap2::Mmap),
    Held(Vec<u8>),
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Bytes::Mapped(map) => map,
            Bytes::Held(bytes) => bytes,
        }
    }
}

/// The sections of the file.
pub(super) struct Flat {
    bytes: Bytes,
    sections: Vec<std::ops::Range<usize>>,
}

impl Flat {
    /// Opens the file if it is whole and was made of files of these lengths.
    pub(super) fn open(path: &Path, made_of: [u64; 2]) -> Option<Flat> {
        let file = File::open(path).ok()?;
        let length = usize::try_from(file.metadata().ok()?.len()).ok()?;
        let flat = Flat::of(Bytes::Mapped(super::mapped::map(&file, length).ok()?))?;
        (numbers(&flat.bytes[8..24])?[..] == made_of[..]).then_some(flat)
    }

    /// Writes the file and opens it. Where it cannot be written (a folder one may only read), it is held in memory.
    pub(super) fn write(path: &Path, made_of: [u64; 2], sections: &[Vec<u8>]) -> Option<Flat> {
        let mut bytes = SIGN.to_vec();
        let lengths = sections.iter().map(|section| section.len() as u64);
        for number in made_of.into_iter().chain([sections.len() as u64]).chain(lengths) {
            bytes.extend(number.to_le_bytes());
        }
        for section in sections {
            bytes.resize(bytes.len().next_multiple_of(ALIGN), 0);
            bytes.extend(section);
        }
        match keep(path, &bytes) {
            Ok(()) => Flat::open(path, made_of),
            Err(_) => Flat::of(Bytes::Held(bytes)),
        }
    }

    fn of(bytes: Bytes) -> Option<Flat> {
        let head = bytes.strip_prefix(SIGN)?;
        let [_, _, count] = numbers(head.get(..24)?)?[..] else { return None };
        let count = usize::try_from(count).ok().filter(|&count| count <= MOST_SECTIONS)?;
        let mut end = SIGN.len() + 24 + count * 8;
        let mut sections = Vec::new();
        for length in numbers(head.get(24..24 + count * 8)?)? {
            let begin = end.next_multiple_of(ALIGN);
            end = begin.checked_add(usize::try_from(length).ok()?).filter(|&end| end <= bytes.len())?;
            sections.push(begin..end);
        }
        (end == bytes.len()).then_some(Flat { bytes, sections })
    }

    /// How many sections there are.
    pub(super) fn len(&self) -> usize {
        self.sections.len()
    }

    /// A section; empty where there is none of this number.
    pub(super) fn section(&self, number: usize) -> &[u8] {
        self.sections.get(number).map_or(&[], |range| &self.bytes[range.clone()])
    }
}

fn numbers(bytes: &[u8]) -> Option<Vec<u64>> {
    bytes.chunks_exact(8).map(|eight| eight.try_into().ok().map(u64::from_le_bytes)).collect()
}

/// Writes a whole file under another name, then renames it: nobody ever sees half of it.
fn keep(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let half = path.with_extension(format!("half-{}", std::process::id()));
    let written =
        fs::write(&half, bytes).and_then(|()| File::open(&half)?.sync_all()).and_then(|()| fs::rename(&half, path));
    if written.is_err() && half.exists() {
        fs::remove_file(&half)?;
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_come_back_as_they_were_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("encoder");
        let flat = Flat::write(&path, [1, 2], &[b"table".to_vec(), Vec::new(), vec![7; 100]]).unwrap();
        assert!(matches!(flat.bytes, Bytes::Mapped(_)));
        assert_eq!((flat.section(0), flat.section(1), flat.section(2)), (&b"table"[..], &b""[..], &[7; 100][..]));
        assert!(Flat::open(&path, [1, 2]).is_some());
        assert!(Flat::open(&path, [1, 3]).is_none(), "made of other files");
    }

    #[test]
    fn a_file_cut_short_is_not_opened() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("encoder");
        Flat::write(&path, [1, 2], &[b"table".to_vec(), vec![7; 100]]).unwrap();
        let whole = fs::read(&path).unwrap();
        for length in 0..whole.len() {
            fs::write(&path, &whole[..length]).unwrap();
            assert!(Flat::open(&path, [1, 2]).is_none(), "{length} bytes");
        }
    }

    #[test]
    fn where_nothing_can_be_written_it_is_held_in_memory() {
        let flat = Flat::write(Path::new("/nowhere/at/all"), [1, 2], &[b"table".to_vec()]).unwrap();
        assert!(matches!(flat.bytes, Bytes::Held(_)));
        assert_eq!(flat.section(0), b"table");
    }
}
