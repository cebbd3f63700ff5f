//! Uploads that were read and not yet published: held in memory, few, for an hour. Nothing of them is in the store.

use bytes::Bytes;
use plenum_model::Reading;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A file that was read, waiting to be published.
#[derive(Debug)]
pub(crate) struct Upload {
    pub(crate) file_name: String,
    pub(crate) format: &'static str,
    pub(crate) bytes: Bytes,
    pub(crate) reading: Reading,
    pub(crate) at_ms: i64,
}

/// The uploads waiting.
pub(crate) struct Pending {
    shelf: Mutex<Shelf>,
    most_bytes: usize,
}

#[derive(Default)]
struct Shelf {
    last_number: u64,
    uploads: BTreeMap<u64, Arc<Upload>>,
}

/// Why an upload could not be put beside those that wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Full;

const MOST_UPLOADS: usize = 200; // A list of posts makes one of each.
const HOUR_MS: i64 = 60 * 60 * 1000;

impl Pending {
    pub(crate) fn new(most_bytes: usize) -> Self {
        Self { shelf: Mutex::default(), most_bytes }
    }

    /// Puts uploads with those that wait, all or none, and gives each its number.
    pub(crate) fn put(&self, uploads: Vec<Upload>, now_ms: i64) -> Result<Vec<u64>, Full> {
        let mut shelf = self.shelf();
        shelf.uploads.retain(|_, upload| now_ms - upload.at_ms < HOUR_MS);
        let held: usize = shelf.uploads.values().map(|upload| upload.bytes.len()).sum();
        // Readings of one file share its bytes, so they are counted once.
        let more = uploads.first().map_or(0, |upload| upload.bytes.len());
        if held + more > self.most_bytes || shelf.uploads.len() + uploads.len() > MOST_UPLOADS {
            return Err(Full);
        }
        let mut numbers = Vec::with_capacity(uploads.len());
        for upload in uploads {
            shelf.last_number += 1;
            let number = shelf.last_number;
            shelf.uploads.insert(number, Arc::new(upload));
            numbers.push(number);
        }
        Ok(numbers)
    }

    /// The upload of that number, if it waits.
    pub(crate) fn get(&self, number: u64, now_ms: i64) -> Option<Arc<Upload>> {
        self.shelf().uploads.get(&number).filter(|upload| now_ms - upload.at_ms < HOUR_MS).cloned()
    }

    /// Takes an upload away.
    pub(crate) fn take(&self, number: u64) -> Option<Arc<Upload>> {
        self.shelf().uploads.remove(&number)
    }

    /// Number and file name of all that wait.
    pub(crate) fn list(&self, now_ms: i64) -> Vec<(u64, String)> {
        let shelf = self.shelf();
        let waiting = shelf.uploads.iter().filter(|(_, upload)| now_ms - upload.at_ms < HOUR_MS);
        waiting.map(|(number, upload)| (*number, upload.file_name.clone())).collect()
    }

    fn shelf(&self) -> MutexGuard<'_, Shelf> {
        // A panic while it was held leaves whole uploads, none or all of them put.
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn upload(bytes: usize, at_ms: i64) -> Upload {
        let bytes = vec![0; bytes].into();
        Upload { file_name: "a.txt".into(), format: "text", bytes, reading: Reading::empty(), at_ms }
    }

    #[test]
    fn what_waits_can_be_taken_once() {
        let pending = Pending::new(100);
        let numbers = pending.put(vec![upload(10, 0), upload(10, 0)], 0).expect("room");
        assert_eq!(numbers, [1, 2]);
        assert!(pending.get(1, 0).is_some() && pending.take(1).is_some() && pending.take(1).is_none());
        assert_eq!(pending.list(0), [(2, "a.txt".to_owned())]);
    }

    #[test]
    fn after_an_hour_it_is_gone_and_makes_room() {
        let pending = Pending::new(100);
        pending.put(vec![upload(90, 0)], 0).expect("room");
        assert_eq!(pending.put(vec![upload(90, 1)], 1), Err(Full));
        assert!(pending.get(1, HOUR_MS).is_none());
        assert!(pending.put(vec![upload(90, HOUR_MS)], HOUR_MS).is_ok());
    }
}
