//! Forgetting what was kept for a time: the questions of readers, when their day has come.

use crate::home::now_ms;
use plenum_model::PartialDate;
use plenum_store::Store;
use std::time::Duration;
use time::OffsetDateTime;

/// Days are what is promised; a question of yesterday is gone within the hour, and shown to nobody meanwhile.
const EVERY: Duration = Duration::from_secs(60 * 60);

/// Forgets at the start and then every hour, for as long as the program runs; also what an earlier setting kept.
pub async fn work(store: Store) {
    loop {
        match today() {
            Some(today) => match store.forget_questions(today).await {
                Ok(0) => {}
                Ok(forgotten) => tracing::info!("{forgotten} kept questions forgotten: their day has come"),
                Err(error) => tracing::error!("kept questions could not be forgotten and will be tried again: {error}"),
            },
            None => tracing::error!("kept questions could not be forgotten: the clock tells no date"),
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// The day, in UTC, as questions are kept by it.
fn today() -> Option<PartialDate> {
    let date = OffsetDateTime::from_unix_timestamp(now_ms().div_euclid(1000)).ok()?.date();
    PartialDate::new(u16::try_from(date.year()).ok()?, Some(u8::from(date.month())), Some(date.day()))
}
