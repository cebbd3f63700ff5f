//! What there is to import: files, the files of folders and archives, the records of record sets.

use anyhow::Context;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// One thing to keep.
pub enum Item {
    /// A file, with the name under which it was found (`archive.zip/report.docx`).
    File { name: String, bytes: Vec<u8> },
    /// One line of a record set, with its name and line number.
    Record { name: String, line: usize, bytes: Vec<u8> },
    /// Something that was not taken, and why.
    Refused { name: String, why: String },
}

const FILE_BYTES: u64 = 200 << 20; // Larger than any official paper seen by a factor of ten.
const ARCHIVE_MEMBERS: usize = 200_000; // An archive with more is a bomb or a disk, not a file of papers.
const WINDOW_LOG: u32 = 31; // Archives made with `zstd --long` need a window above the decoder's usual limit.

/// A file to import, and the name it is known by: its own, with its folders if it was found by walking one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Where it is.
    pub path: PathBuf,
    /// `reports/2025/paper.pdf` below a folder `reports` that was named, else `paper.pdf`.
    pub name: String,
}

/// Lists the files under the paths given, in the order of their names; folders are walked, hidden entries left out.
///
/// Errors: a path given by name that is not there.
pub fn list(paths: &[PathBuf]) -> anyhow::Result<Vec<Source>> {
    let mut files = Vec::new();
    for path in paths {
        let kind = std::fs::metadata(path).with_context(|| format!("{} cannot be opened", path.display()))?;
        let mut found = vec![path.clone()];
        if kind.is_dir() {
            found = walk(path)?;
        }
        let above = path.canonicalize().ok().and_then(|full| full.parent().map(Path::to_owned));
        files.extend(found.into_iter().map(|path| {
            let full = path.canonicalize().unwrap_or_else(|_| path.clone());
            let name = above.as_deref().and_then(|above| full.strip_prefix(above).ok()).unwrap_or(&full);
            Source { name: name.to_string_lossy().into_owned(), path }
        }));
    }
    Ok(files)
}

fn walk(root: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut waiting = vec![root.to_owned()];
    let mut found = Vec::new();
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(&folder).with_context(|| format!("{} cannot be listed", folder.display()))? {
            let entry = entry?;
            let kind = entry.file_type()?; // Of the entry itself: a link is not followed, so no circle is walked.
            let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
            match (is_hidden, kind.is_dir(), kind.is_file()) {
                (false, true, _) => waiting.push(entry.path()),
                (false, _, true) => found.push(entry.path()),
                _ => {}
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Opens one file and hands out what it holds; `progress` hears the bytes read so far of this file.
///
/// Errors: only what `keep` returns; anything wrong with the file becomes [`Item::Refused`].
pub fn each(
    source: &Source,
    progress: &mut dyn FnMut(u64),
    keep: &mut dyn FnMut(Item) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let (path, name) = (source.path.as_path(), source.name.clone());
    let mut held_back = None;
    // An error from `keep` (the store) must stop the import; one from the file must not.
    let mut guarded = |item: Item| match keep(item) {
        Ok(()) => Ok(()),
        Err(error) => {
            held_back = Some(error);
            Err(std::io::Error::other("stopped"))
        }
    };
    let outcome = open(path, &name, progress, &mut guarded);
    if let Some(error) = held_back {
        return Err(error);
    }
    match outcome {
        Ok(()) => Ok(()),
        Err(error) => keep(Item::Refused { name, why: format!("it cannot be read: {error}.") }),
    }
}

type Keep<'a> = &'a mut dyn FnMut(Item) -> std::io::Result<()>;

fn open(path: &Path, name: &str, progress: &mut dyn FnMut(u64), keep: Keep) -> std::io::Result<()> {
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    let lower = name.to_ascii_lowercase();
    let counted = Counted { inner: file, count: 0, progress };
    if lower.ends_with(".tar.zst") || lower.ends_with(".tzst") {
        tar_members(unpacked(counted)?, name, keep)
    } else if lower.ends_with(".tar") {
        tar_members(counted, name, keep)
    } else if lower.ends_with(".jsonl.zst") {
        records(BufReader::with_capacity(1 << 20, unpacked(counted)?), name, keep)
    } else if lower.ends_with(".jsonl") {
        records(BufReader::with_capacity(1 << 20, counted), name, keep)
    } else if lower.ends_with(".zip") {
        zip_members(counted.inner, name, keep)
    } else if length > FILE_BYTES {
        keep(too_large(name))
    } else {
        let mut bytes = Vec::new();
        counted.take(FILE_BYTES).read_to_end(&mut bytes)?;
        keep(Item::File { name: name.to_owned(), bytes })
    }
}

fn unpacked<R: Read>(packed: R) -> std::io::Result<impl Read> {
    let mut decoder = zstd::stream::read::Decoder::new(packed)?;
    decoder.window_log_max(WINDOW_LOG)?;
    Ok(decoder)
}

fn records(mut lines: impl BufRead, name: &str, keep: Keep) -> std::io::Result<()> {
    for line in 1.. {
        let mut bytes = Vec::new();
        // Records end with a line feed only: some texts hold other characters that count as line ends.
        if lines.by_ref().take(FILE_BYTES).read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
        if !bytes.iter().all(u8::is_ascii_whitespace) {
            keep(Item::Record { name: name.to_owned(), line, bytes })?;
        }
    }
    Ok(())
}

fn tar_members(archive: impl Read, name: &str, keep: Keep) -> std::io::Result<()> {
    let mut archive = tar::Archive::new(archive);
    for (count, member) in archive.entries()?.enumerate() {
        let mut member = member?;
        if !member.header().entry_type().is_file() {
            continue;
        }
        let inner = format!("{name}/{}", String::from_utf8_lossy(&member.path_bytes()));
        if count >= ARCHIVE_MEMBERS {
            return keep(too_many(name));
        }
        keep(take_member(&mut member, inner)?)?;
    }
    Ok(())
}

fn zip_members(file: File, name: &str, keep: Keep) -> std::io::Result<()> {
    let mut archive = zip::ZipArchive::new(file).map_err(std::io::Error::other)?;
    if archive.len() > ARCHIVE_MEMBERS {
        return keep(too_many(name));
    }
    for index in 0..archive.len() {
        let item = match archive.by_index(index) {
            Ok(member) if member.is_dir() => continue,
            Ok(mut member) => {
                let inner = format!("{name}/{}", String::from_utf8_lossy(member.name_raw()));
                take_member(&mut member, inner.clone()).unwrap_or_else(|error| refused(inner, &error))
            }
            Err(error) => refused(format!("{name}, entry {}", index + 1), &error),
        };
        keep(item)?;
    }
    Ok(())
}

fn take_member(member: &mut impl Read, inner: String) -> std::io::Result<Item> {
    let mut bytes = Vec::new();
    member.take(FILE_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(if bytes.len() as u64 > FILE_BYTES { too_large(&inner) } else { Item::File { name: inner, bytes } })
}

fn refused(name: String, error: &dyn std::fmt::Display) -> Item {
    Item::Refused { name, why: format!("it cannot be unpacked: {error}.") }
}

fn too_large(name: &str) -> Item {
    let why = format!("it is larger than {} MB. Split it, and import the parts.", FILE_BYTES >> 20);
    Item::Refused { name: name.to_owned(), why }
}

fn too_many(name: &str) -> Item {
    Item::Refused { name: name.to_owned(), why: format!("it holds more than {ARCHIVE_MEMBERS} files. Split it.") }
}

/// Tells how far a file has been read.
struct Counted<'a> {
    inner: File,
    count: u64,
    progress: &'a mut dyn FnMut(u64),
}

impl Read for Counted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count += read as u64;
        (self.progress)(self.count);
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn names(path: &Path) -> Vec<String> {
        let mut found = Vec::new();
        let source = list(&[path.to_owned()]).expect("listed").remove(0);
        each(&source, &mut |_| {}, &mut |item| {
            found.push(match item {
                Item::File { name, bytes } => format!("{name}: {}", bytes.len()),
                Item::Record { name, line, .. } => format!("{name}:{line}"),
                Item::Refused { name, why } => format!("{name} refused: {why}"),
            });
            Ok(())
        })
        .expect("no fault of ours");
        found
    }

    #[test]
    fn a_zip_gives_its_files() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("papers.zip");
        let mut zip = zip::ZipWriter::new(File::create(&path).expect("created"));
        zip.start_file("a/b.txt", zip::write::SimpleFileOptions::default()).expect("started");
        zip.write_all(b"words").expect("written");
        zip.finish().expect("finished");
        assert_eq!(names(&path), ["papers.zip/a/b.txt: 5"]);
    }

    #[test]
    fn a_broken_archive_is_refused_with_its_reason() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["papers.zip", "papers.tar.zst", "set.jsonl.zst"] {
            let path = folder.path().join(name);
            std::fs::write(&path, b"no archive at all").expect("written");
            let found = names(&path);
            assert!(found[0].starts_with(&format!("{name} refused: it cannot be read")), "{found:?}");
        }
    }

    #[test]
    fn a_record_ends_with_a_line_feed_only() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("set.jsonl");
        std::fs::write(&path, "{\"text\":\"one\u{2028}still one\"}\n\n{\"text\":\"two\"}").expect("written");
        assert_eq!(names(&path), ["set.jsonl:1", "set.jsonl:3"]);
    }

    #[test]
    fn a_folder_is_walked_in_order_and_what_is_hidden_left_out() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join("b")).expect("made");
        for name in ["b/2.txt", "1.txt", ".hidden"] {
            std::fs::write(folder.path().join(name), b"x").expect("written");
        }
        let listed = list(&[folder.path().to_owned()]).expect("listed");
        let above = folder.path().file_name().expect("a name").to_string_lossy();
        let names: Vec<_> = listed.iter().map(|s| s.name.strip_prefix(&*above).expect("below").to_owned()).collect();
        assert_eq!(names, ["/1.txt", "/b/2.txt"]);
    }
}
