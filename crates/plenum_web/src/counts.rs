//! Counts of everything kept: they cost some milliseconds, so they are made once for each state of the record.

use crate::app::Shared;
use plenum_store::Result;
use plenum_store::documents::Counts;
use plenum_store::status::Figures;
use std::sync::{Arc, Mutex, PoisonError};

/// What was counted.
pub(crate) struct Counted {
    pub(crate) figures: Figures,
    pub(crate) counts: Counts,
}

/// The counts made last, with the state of the record they were made in.
#[derive(Default)]
pub(crate) struct Tally(Mutex<Option<(i64, Arc<Counted>)>>);

/// The counts as they are now.
pub(crate) async fn counted(shared: &Shared) -> Result<Arc<Counted>> {
    let edition = shared.edition();
    {
        let last = shared.tally.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, counted)) = last.as_ref().filter(|(seen, _)| *seen == edition) {
            return Ok(Arc::clone(counted));
        }
    }
    let (figures, counts) = tokio::try_join!(shared.app.store.figures(), shared.app.store.counts())?;
    let counted = Arc::new(Counted { figures, counts });
    *shared.tally.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((edition, Arc::clone(&counted)));
    Ok(counted)
}
