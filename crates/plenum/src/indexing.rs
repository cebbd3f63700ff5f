//! The index follows the database: whoever holds the writer lock applies the changes since the last one it committed.

use crate::import::progress::Progress;
use plenum_search::{Entry, Index, SearchError};
use plenum_store::Store;
use plenum_store::changes::IndexEntry;
use std::sync::Arc;

const PARAGRAPHS_A_COMMIT: usize = 20_000; // A commit costs about 0.1 s, so many at once; still under a second each.

/// What catching up came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaughtUp {
    /// The index is as the database is.
    Yes {
        /// Paragraphs put in.
        added: usize,
    },
    /// Another process (the server) holds the index and follows by itself.
    ElsewhereFollowed,
}

/// Applies every change that the index does not have yet.
///
/// Errors: the database's or the index'; what was committed stays, and a repeated call goes on from there.
pub async fn catch_up(store: &Store, index: &Arc<Index>, mut progress: Option<Progress>) -> anyhow::Result<CaughtUp> {
    let mut added = 0;
    let last = store.last_change().await?;
    let first = index.upto();
    loop {
        let since = index.upto();
        let batch = store.index_batch(since, PARAGRAPHS_A_COMMIT).await?;
        if batch.upto == since {
            break;
        }
        added += batch.add.len();
        let writer = Arc::clone(index);
        let written = tokio::task::spawn_blocking(move || {
            writer.replace(&batch.remove, batch.add.into_iter().map(entry).collect(), batch.upto)
        });
        match written.await? {
            Ok(()) => {}
            Err(SearchError::Busy(_)) => return Ok(CaughtUp::ElsewhereFollowed),
            Err(error) => return Err(error.into()),
        }
        if let Some(progress) = &mut progress {
            // Changes stand in for bytes: the share is what is asked for.
            progress.at(u64::try_from(index.upto() - first).unwrap_or(0), added as u64);
        }
        if batch.is_last && index.upto() >= last {
            break;
        }
    }
    if let Some(progress) = &progress {
        progress.clear();
    }
    Ok(CaughtUp::Yes { added })
}

/// A paragraph of the store as the index takes it.
pub fn entry(row: IndexEntry) -> Entry {
    Entry {
        paragraph_id: row.paragraph_id,
        text: row.text,
        context: row.context,
        symbol: row.symbol,
        number: row.number,
        language: row.language,
        process: row.process,
        actor: row.actor,
        groups: row.groups,
        kind: row.kind,
        standing: row.standing,
        date: row.date,
        is_heading: row.is_heading,
    }
}
