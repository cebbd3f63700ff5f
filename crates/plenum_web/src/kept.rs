//! Pages kept for the next reader: rendered and compressed, bounded by bytes, valid for one state of the record.

use crate::reader::Reader;
use axum::http::{HeaderMap, StatusCode};
use bytes::Bytes;
use lru::LruCache;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A whole answer.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

const WHILE_MS: i64 = 5 * 60 * 1000; // A deadline stands among what comes for so long after it has passed, at most.

/// What an answer depends on, besides the state of the record.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    pub(crate) path_and_query: Box<str>,
    pub(crate) reader: Reader,
}

/// Which state of the record an answer shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct State {
    edition: i64,
    generation: u64,
    /// Which five minutes of time: what is coming and what is past changes by itself.
    while_ms: i64,
}

/// The answers kept.
pub(crate) struct KeptPages {
    shelf: Mutex<Shelf>,
    /// Counts what this very server changed, of which `edition` hears only a moment later.
    generation: AtomicU64,
    most_bytes: usize,
}

struct Shelf {
    answers: LruCache<Key, (State, Answer)>,
    bytes: usize,
}

impl KeptPages {
    pub(crate) fn new(most_bytes: usize) -> Self {
        let shelf = Shelf { answers: LruCache::unbounded(), bytes: 0 };
        Self { shelf: Mutex::new(shelf), generation: AtomicU64::new(0), most_bytes }
    }

    /// The state in which a page made from now on is; to be asked before the first look at the store.
    pub(crate) fn state(&self, edition: i64, now_ms: i64) -> State {
        State { edition, generation: self.generation.load(Ordering::Acquire), while_ms: now_ms / WHILE_MS }
    }

    /// Makes every answer kept so far old.
    pub(crate) fn forget(&self) {
        self.generation.fetch_add(1, Ordering::AcqRel);
    }

    /// The answer kept under `key`, if it shows that state.
    pub(crate) fn get(&self, key: &Key, state: State) -> Option<Answer> {
        self.shelf().answers.get(key).filter(|(shown, _)| *shown == state).map(|(_, answer)| answer.clone())
    }

    /// Keeps an answer; the least recently read ones make room.
    pub(crate) fn put(&self, key: Key, state: State, answer: Answer) {
        let size = size(&key, &answer);
        if size > self.most_bytes / 8 {
            return; // One page must not push out all others.
        }
        let mut shelf = self.shelf();
        shelf.bytes += size;
        if let Some((old_key, (_, old))) = shelf.answers.push(key, (state, answer)) {
            shelf.bytes -= self::size(&old_key, &old);
        }
        while shelf.bytes > self.most_bytes {
            let Some((old_key, (_, old))) = shelf.answers.pop_lru() else { break };
            shelf.bytes -= self::size(&old_key, &old);
        }
    }

    fn shelf(&self) -> MutexGuard<'_, Shelf> {
        // Nothing panics while the shelf is held; were it so, at worst a count would be off.
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// About how many bytes an answer takes in memory.
fn size(key: &Key, answer: &Answer) -> usize {
    const ENTRY_BYTES: usize = 1_000; // Headers and the cache's own links, by estimate.
    key.path_and_query.len() + answer.body.len() + ENTRY_BYTES
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Uri;

    fn key(path: &str) -> Key {
        Key { path_and_query: path.into(), reader: Reader::of(&HeaderMap::new(), &Uri::from_static("/")) }
    }

    fn answer(bytes: usize) -> Answer {
        Answer { status: StatusCode::OK, headers: HeaderMap::new(), body: vec![b'x'; bytes].into() }
    }

    #[test]
    fn a_page_of_an_earlier_state_is_not_served() {
        let kept = KeptPages::new(1 << 20);
        kept.put(key("/"), kept.state(1, 0), answer(10));
        assert!(kept.get(&key("/"), kept.state(1, 0)).is_some());
        assert!(kept.get(&key("/"), kept.state(2, 0)).is_none());
        assert!(kept.get(&key("/"), kept.state(1, WHILE_MS)).is_none());
        kept.forget();
        assert!(kept.get(&key("/"), kept.state(1, 0)).is_none());
    }

    #[test]
    fn memory_is_bounded_and_the_least_read_go_first() {
        let kept = KeptPages::new(40_000);
        let state = kept.state(0, 0);
        for n in 0..100 {
            kept.put(key(&format!("/{n}")), state, answer(3_000));
            assert!(kept.get(&key("/0"), state).is_some(), "read each time, so never the least read");
            assert!(kept.shelf().bytes <= 40_000);
        }
        assert!(kept.get(&key("/50"), state).is_none());
        kept.put(key("/large"), state, answer(30_000));
        assert!(kept.get(&key("/large"), state).is_none() && kept.get(&key("/99"), state).is_some());
    }

    #[test]
    fn keeping_a_page_again_does_not_count_it_twice() {
        let kept = KeptPages::new(1 << 20);
        for _ in 0..10 {
            kept.put(key("/"), kept.state(0, 0), answer(100));
        }
        assert_eq!(kept.shelf().bytes, size(&key("/"), &answer(100)));
    }
}
