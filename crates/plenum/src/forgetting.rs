//! Forgetting what was kept for a time: the questions of readers when their day has come, and what readers said of answers.

use crate::home::now_ms;
use plenum_model::PartialDate;
use plenum_store::{Result, Store};
use std::time::Duration;
use time::{Date, OffsetDateTime};

/// Days are what is promised; a question of yesterday is gone within the hour, and shown to nobody meanwhile.
const EVERY: Duration = Duration::from_secs(60 * 60);
/// What a reader says of an answer is kept for a year, as the form says: the record has moved on by then.
const FEEDBACK: time::Duration = time::Duration::days(365);

/// Forgets at the start and then every hour, for as long as the program runs; also what an earlier setting kept.
pub async fn work(store: Store) {
    loop {
        match OffsetDateTime::from_unix_timestamp(now_ms().div_euclid(1000)) {
            Ok(now) => forget(&store, now.date()).await,
            Err(error) => tracing::error!("nothing kept could be forgotten: the clock tells no date: {error}"),
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// Days are in UTC, as what is kept is dated.
async fn forget(store: &Store, today: Date) {
    if let Some(today) = dated(today) {
        say("kept questions", store.forget_questions(today).await);
    }
    if let Some(first_kept) = today.checked_sub(FEEDBACK).and_then(dated) {
        say("words on answers", store.forget_feedback(first_kept).await);
    }
}

fn say(what: &str, forgotten: Result<u64>) {
    match forgotten {
        Ok(0) => {}
        Ok(count) => tracing::info!("{count} {what} forgotten: their day has come"),
        Err(error) => tracing::error!("{what} could not be forgotten and will be tried again: {error}"),
    }
}

/// A day as facts are dated.
pub(crate) fn dated(date: Date) -> Option<PartialDate> {
    PartialDate::new(u16::try_from(date.year()).ok()?, Some(u8::from(date.month())), Some(date.day()))
}
