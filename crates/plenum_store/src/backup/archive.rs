//! The archive: a tar within zstd, written and read on a thread of its own, entry by entry.

use crate::files::failed;
use crate::{Result, StoreError};
use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use tokio::sync::mpsc;

const LEVEL: i32 = 6; // On texts of ours 3 was 12 % larger and 9 three times slower.
const AHEAD: usize = 4; // Entries made while the one before is being written.
const ENTRY_MAX: u64 = 1 << 30; // A file is at most some hundred megabytes; a larger entry is no backup of ours.

/// One entry: its name and its bytes.
pub(crate) type Entry = (String, Vec<u8>);

/// Writes entries into a file that appears under its name only when all is on the disk.
pub(crate) struct Writer {
    entries: mpsc::Sender<Entry>,
    thread: tokio::task::JoinHandle<Result<()>>,
}

impl Writer {
    pub(crate) fn start(path: &Path) -> Self {
        let (entries, received) = mpsc::channel(AHEAD);
        let path = path.to_owned();
        Self { entries, thread: tokio::task::spawn_blocking(move || write_all(&path, received)) }
    }

    /// Adds an entry; waits while the disk is behind. If the writing stopped, [`finish`](Self::finish) says why.
    pub(crate) async fn add(&self, name: String, bytes: Vec<u8>) -> bool {
        self.entries.send((name, bytes)).await.is_ok()
    }

    pub(crate) async fn finish(self) -> Result<()> {
        drop(self.entries);
        self.thread.await.map_err(|_| StoreError::Stopped)?
    }
}

const END: &str = "end.json"; // The last entry; without it a backup is not whole.

fn write_all(path: &Path, mut entries: mpsc::Receiver<Entry>) -> Result<()> {
    let half = half_name(path);
    let outcome = write_half(&half, &mut entries).map_err(failed(&half, "written"));
    match outcome {
        Ok(true) => std::fs::rename(&half, path).map_err(failed(path, "written")),
        Ok(false) => std::fs::remove_file(&half).map_err(failed(&half, "removed")),
        Err(error) => {
            std::fs::remove_file(&half).map_err(failed(&half, "removed"))?;
            Err(error)
        }
    }
}

/// Whether the last entry came.
fn write_half(half: &Path, entries: &mut mpsc::Receiver<Entry>) -> std::io::Result<bool> {
    let mut packer = zstd::Encoder::new(BufWriter::new(File::create(half)?), LEVEL)?;
    packer.include_checksum(true)?;
    let mut archive = tar::Builder::new(packer);
    let mut is_whole = false;
    while let Some((name, bytes)) = entries.blocking_recv() {
        let mut header = tar::Header::new_gnu();
        header.set_size(u64::try_from(bytes.len()).expect("a length fits in 64 bits"));
        header.set_mode(0o644);
        archive.append_data(&mut header, &name, bytes.as_slice())?;
        is_whole = name == END;
    }
    let mut file = archive.into_inner()?.finish()?;
    file.flush()?;
    file.get_ref().sync_all()?;
    Ok(is_whole)
}

fn half_name(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".half");
    path.with_file_name(name)
}

/// Reads the entries of an archive, in order; the receiver ends after the last, or after an error.
pub(crate) fn read(path: &Path) -> mpsc::Receiver<Result<Entry>> {
    let (send, received) = mpsc::channel(AHEAD);
    let path = path.to_owned();
    tokio::task::spawn_blocking(move || {
        if let Err(error) = read_all(&path, &send) {
            // Nobody listens any more if the restore has already failed.
            send.blocking_send(Err(error)).ok();
        }
    });
    received
}

fn read_all(path: &Path, send: &mpsc::Sender<Result<Entry>>) -> Result<()> {
    let file = File::open(path).map_err(failed(path, "read"))?;
    let broken = |error: std::io::Error| StoreError::Backup(format!("it cannot be unpacked ({error})"));
    let mut archive = tar::Archive::new(zstd::Decoder::new(BufReader::new(file)).map_err(broken)?);
    for entry in archive.entries().map_err(broken)? {
        let mut entry = entry.map_err(broken)?;
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        if entry.size() > ENTRY_MAX {
            return Err(StoreError::Backup(format!("the entry {name} is too large")));
        }
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).map_err(broken)?;
        if send.blocking_send(Ok((name, bytes))).is_err() {
            return Ok(()); // The restore has already failed for another reason.
        }
    }
    Ok(())
}
