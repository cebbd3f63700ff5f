//! What is known, read once for each state of the record.

use super::knowledge;
use crate::app::Shared;
use plenum_answers::Known;
use plenum_store::Result;
use std::sync::Arc;
use tokio::sync::Mutex;

/// Packs that another process has loaded change no document; they are seen after so long.
const FRESH_MS: i64 = 60_000;

/// What was known when it was last read.
#[derive(Default)]
pub(crate) struct Knowledge {
    // Held while it is read, so that a crowd of first questions reads it once.
    read: Mutex<Option<(i64, i64, Arc<Known>)>>,
}

impl Knowledge {
    /// What is known now.
    pub(crate) async fn known(&self, shared: &Shared) -> Result<Arc<Known>> {
        let (edition, now) = (shared.edition(), shared.now_ms());
        let mut read = self.read.lock().await;
        if let Some((seen, at_ms, known)) = read.as_ref()
            && *seen == edition
            && now - at_ms < FRESH_MS
        {
            return Ok(Arc::clone(known));
        }
        let known = Arc::new(knowledge::known(&shared.app.store, &shared.app.index).await?);
        *read = Some((edition, now, Arc::clone(&known)));
        // Nobody waits for it: whoever asks before it is ready reads it along with the question.
        let ahead = Arc::clone(&known);
        tokio::task::spawn_blocking(move || ahead.read_ahead());
        Ok(known)
    }
}
