//! Appends rows and cards. Only one process may.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::cards::{CARD_BYTES, Card, HEAD_BYTES, head};
use super::rows::row_bytes;
use super::{VectorsError, io_error};
use crate::meaning::mapped;

/// The two files, open for appending, and the lock that keeps other processes from it.
pub(super) struct Writer {
    folder: PathBuf,
    cards: File,
    rows: File,
    lock: File,
    dims: usize,
    card_count: u64,
    row_count: u64,
}

/// Takes the folder's lock, making the folder where there is none.
pub(super) fn lock(folder: &Path) -> Result<File, VectorsError> {
    fs::create_dir_all(folder).map_err(io_error(folder))?;
    let path = folder.join("lock");
    let lock = OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(io_error(&path))?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(TryLockError::WouldBlock) => Err(VectorsError::Busy { folder: folder.display().to_string() }),
        Err(TryLockError::Error(error)) => Err(io_error(&path)(error)),
    }
}

impl Writer {
    /// Begins both files anew. The old ones are unlinked, not emptied: who has them mapped keeps them.
    pub(super) fn begin(folder: &Path, encoder_name: &str, dims: usize, lock: File) -> Result<Writer, VectorsError> {
        // The cards go first and come last: rows without cards are nothing, cards without rows would lie.
        for name in ["cards", "parts", "rows"] {
            let path = folder.join(name);
            match fs::remove_file(&path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(io_error(&path)(error)),
                _ => {}
            }
        }
        let fresh = |name| {
            let path = folder.join(name);
            OpenOptions::new().create_new(true).read(true).write(true).open(&path).map_err(io_error(&path))
        };
        let rows = fresh("rows")?;
        let mut cards = fresh("cards")?;
        cards.write_all(&head(encoder_name, dims)).map_err(io_error(&folder.join("cards")))?;
        cards.sync_all().map_err(io_error(&folder.join("cards")))?;
        Ok(Writer { folder: folder.to_owned(), cards, rows, lock, dims, card_count: 0, row_count: 0 })
    }

    /// Goes on behind so many cards and rows; what may lie behind them (torn by a crash) is written over.
    pub(super) fn go_on(
        folder: &Path,
        dims: usize,
        card_count: u64,
        row_count: u64,
        lock: File,
    ) -> Result<Writer, VectorsError> {
        let old = |name| {
            let path = folder.join(name);
            OpenOptions::new().read(true).write(true).open(&path).map_err(io_error(&path))
        };
        let (cards, rows) = (old("cards")?, old("rows")?);
        cards.set_len(card_place(card_count)).map_err(io_error(&folder.join("cards")))?;
        Ok(Writer { folder: folder.to_owned(), cards, rows, lock, dims, card_count, row_count })
    }

    /// Gives the lock back to begin anew under it.
    pub(super) fn into_lock(self) -> File {
        self.lock
    }

    /// How many rows there are.
    pub(super) fn rows(&self) -> u64 {
        self.row_count
    }

    /// Appends rows, then cards, each on the disk before it goes on. Gives the new map of all rows if there are new.
    pub(super) fn append(&mut self, rows: &[u8], cards: &[Card]) -> Result<Option<Arc<memmap2::Mmap>>, VectorsError> {
        let mut map = None;
        if !rows.is_empty() {
            let width = row_bytes(self.dims) as u64;
            let end = self.row_count + rows.len() as u64 / width;
            let written = append_at(&mut self.rows, self.row_count * width, rows)
                .and_then(|()| mapped::map(&self.rows, (end * width) as usize));
            map = Some(Arc::new(written.map_err(io_error(&self.folder.join("rows")))?));
            self.row_count = end;
        }
        let mut bytes = Vec::with_capacity(cards.len() * CARD_BYTES);
        cards.iter().for_each(|card| card.write(&mut bytes));
        append_at(&mut self.cards, card_place(self.card_count), &bytes)
            .map_err(io_error(&self.folder.join("cards")))?;
        self.card_count += cards.len() as u64;
        Ok(map)
    }
}

fn card_place(count: u64) -> u64 {
    (HEAD_BYTES as u64) + count * CARD_BYTES as u64
}

fn append_at(file: &mut File, place: u64, bytes: &[u8]) -> io::Result<()> {
    file.seek(SeekFrom::Start(place))?;
    file.write_all(bytes)?;
    file.sync_data()
}
