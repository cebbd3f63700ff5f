//! Letters by e-mail: making those that are due, sending those that wait; `plenum letters`, and the same while serving.

mod post;

pub use post::Post;

use crate::cli;
use crate::config::{self, Config, MailSettings};
use crate::home::{Home, now_ms, secret};
use crate::indexing;
use crate::outcome::{Outcome, WrongUsage};
use plenum_model::PartialDate;
use plenum_pages::letter;
use plenum_search::Index;
use plenum_store::Store;
use plenum_store::subscriptions::Ended;
use plenum_web::letters::{Broken, Composing, LetterKey, queue_editions};
use serde_json::json;
use std::sync::Arc;
use std::time::Duration;

/// What making and sending letters takes.
pub struct Desk {
    /// Who follows what, and the letters that wait.
    pub store: Store,
    /// What phrases are looked for in.
    pub index: Arc<Index>,
    /// Scheme and host under which readers reach the pages.
    pub origin: String,
    /// Makes the tokens.
    pub key: LetterKey,
    /// The server that takes them.
    pub post: Post,
}

const SEND_EVERY: Duration = Duration::from_secs(3); // Who subscribes looks at her mail at once.
const COMPOSE_EVERY_MS: i64 = 10 * 60 * 1000;
const MINUTE_MS: i64 = 60 * 1000;
/// After the first, second, third and fourth try; then it is given up. In all six hours: a server restarts, a night does not end.
const TRY_AGAIN_AFTER_MS: [i64; 4] = [5 * MINUTE_MS, 25 * MINUTE_MS, 90 * MINUTE_MS, 240 * MINUTE_MS];

/// How many letters were made, sent, put off and given up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Done {
    made: u64,
    sent: u64,
    later: u64,
    failed: u64,
}

/// Makes and sends letters for as long as the program runs.
pub async fn work(desk: Desk) {
    let mut composed_ms = 0;
    loop {
        let now = now_ms();
        if now - composed_ms >= COMPOSE_EVERY_MS {
            match tend(&desk, now).await {
                Ok(made) => {
                    composed_ms = now;
                    if made > 0 {
                        tracing::info!("{made} letters made");
                    }
                }
                Err(Broken::Behind) => {} // In a moment.
                Err(error) => {
                    composed_ms = now; // The cause will not be gone in three seconds.
                    tracing::error!("letters could not be made: {error}");
                }
            }
        }
        if let Err(error) = queue_editions(&desk.store, &desk.origin, now).await {
            tracing::error!("a published edition could not be queued and will be tried again: {error}");
        }
        match send_waiting(&desk.store, &desk.key, &desk.post, &desk.origin, now_ms).await {
            Ok(done) if done != Done::default() => {
                tracing::info!("letters: {} sent, {} put off, {} given up", done.sent, done.later, done.failed);
            }
            Ok(_) => {}
            Err(error) => tracing::error!("letters could not be sent: {error}"),
        }
        tokio::time::sleep(SEND_EVERY).await;
    }
}

/// Forgets what is to be forgotten, then makes what is due.
async fn tend(desk: &Desk, now_ms: i64) -> Result<u64, Broken> {
    desk.store.forget_unconfirmed(now_ms).await?;
    desk.store.forget_ended_letters(now_ms).await?;
    compose(&desk.store, &desk.index, &desk.origin, now_ms).await
}

/// Makes and queues the letters that are due; gives how many.
pub async fn compose(store: &Store, index: &Arc<Index>, origin: &str, now_ms: i64) -> Result<u64, Broken> {
    let mut composing = Composing::begin(store, index, origin, now_ms).await?;
    let mut made = 0;
    for reader in store.subscribers().await? {
        let Some(composed) = composing.letter_for(&reader).await? else { continue };
        let is_ours = store.tell(&composed.told, composed.until, composed.letter.as_ref(), now_ms).await?;
        made += u64::from(is_ours && composed.letter.is_some());
    }
    Ok(made)
}

/// Sends every letter that is due, one after another.
async fn send_waiting(
    store: &Store,
    key: &LetterKey,
    post: &Post,
    origin: &str,
    clock: impl Fn() -> i64,
) -> plenum_store::Result<Done> {
    let mut done = Done::default();
    while let Some(letter) = store.take_letter(&|of| key.hash(of), clock()).await? {
        let opened = key.opened(&letter);
        let ended = match post.send(&letter, &opened, origin).await {
            Ok(()) => Ended::Sent,
            Err(post::Unsent::Refused(why)) => Ended::GivenUp { why, is_refused: true },
            Err(post::Unsent::NotNow(why)) => {
                let tried = usize::try_from(letter.tries).unwrap_or(usize::MAX);
                match TRY_AGAIN_AFTER_MS.get(tried.saturating_sub(1)) {
                    Some(pause_ms) => Ended::Later { at_ms: clock() + pause_ms, why },
                    None => Ended::GivenUp { why, is_refused: false },
                }
            }
        };
        match &ended {
            Ended::Sent => done.sent += 1,
            Ended::Later { .. } => done.later += 1,
            Ended::GivenUp { .. } => done.failed += 1,
        }
        if store.end_letter(&letter, &ended, clock()).await? {
            tracing::warn!("a reader whose server refused three letters in a row is written to no more");
        }
    }
    Ok(done)
}

/// `plenum letters`
pub async fn run(config: Config, args: &cli::Letters, as_json: bool) -> anyhow::Result<Outcome> {
    let settings = MailSettings::of(&args.mail)?;
    let origin = config::origin(args.origin.as_deref());
    let now = match &args.now {
        Some(day) => noon_of(day)?,
        None => now_ms(),
    };
    let home = Home::open(config).await?;
    let index = Arc::new(home.open_index(None)?);
    indexing::catch_up(&home.store, &index, None).await?;
    if args.dry_run {
        return dry_run(&home.store, &index, origin.as_deref().unwrap_or("http://plenum.invalid"), now, as_json).await;
    }
    let Some(origin) = origin else {
        return Err(WrongUsage("letters hold links: name the pages' address with --origin.".into()).into());
    };
    let post = settings.map(|settings| Post::new(&settings, &origin)).transpose()?;
    let key = LetterKey::of(&secret(&home.config.letter_key_file())?);
    home.store.forget_unconfirmed(now).await?;
    let made = queue_editions(&home.store, &origin, now).await? + compose(&home.store, &index, &origin, now).await?;
    let mut done = Done { made, ..Done::default() };
    if let Some(post) = &post {
        // What was made for a day to come is due on that day.
        done = Done { made, ..send_waiting(&home.store, &key, post, &origin, || now.max(now_ms())).await? };
    }
    let waiting = home.store.letters_written().await?.waiting;
    home.store.close().await;
    if as_json {
        println!(
            "{}",
            json!({ "made": done.made, "sent": done.sent, "later": done.later, "failed": done.failed, "waiting": waiting })
        );
    } else {
        let Done { made, sent, later, failed } = done;
        eprintln!("{made} letters made, {sent} sent, {later} put off, {failed} given up; {waiting} wait.");
        if post.is_none() {
            eprintln!("No mail server is named (--smtp-url), so none were sent.");
        }
    }
    Ok(if done.later + done.failed == 0 { Outcome::Done } else { Outcome::Partly })
}

/// Prints what would be sent, without addresses or tokens.
async fn dry_run(
    store: &Store,
    index: &Arc<Index>,
    origin: &str,
    now_ms: i64,
    as_json: bool,
) -> anyhow::Result<Outcome> {
    let mut composing = Composing::begin(store, index, origin, now_ms).await?;
    let mut letters = Vec::new();
    for reader in store.subscribers().await? {
        if let Some(letter) = composing.letter_for(&reader).await?.and_then(|composed| composed.letter) {
            letters.push(letter);
        }
    }
    let shown = |words: &str| letter::with_tokens(words, |_| Some("…".to_owned()));
    if as_json {
        let all: Vec<_> = letters
            .iter()
            .map(|one| json!({ "reader": one.subscriber, "subject": one.subject, "text": shown(&one.text), "html": shown(&one.html) }))
            .collect();
        println!("{}", json!({ "letters": all }));
    } else {
        for one in &letters {
            println!("To reader {}\nSubject: {}\n\n{}\n", one.subscriber, one.subject, shown(&one.text));
        }
        eprintln!("{} letters would be made.", letters.len());
    }
    Ok(Outcome::Done)
}

/// Noon (UTC) of a day, milliseconds since 1970.
fn noon_of(day: &str) -> anyhow::Result<i64> {
    let refuse = || WrongUsage(format!("\"{day}\" is no day; write 2026-12-01."));
    let date = PartialDate::parse(day).map_err(|_| refuse())?;
    let month = date.month().and_then(|month| time::Month::try_from(month).ok()).ok_or_else(refuse)?;
    let day_of_month = date.day().ok_or_else(refuse)?;
    let date = time::Date::from_calendar_date(i32::from(date.year()), month, day_of_month).map_err(|_| refuse())?;
    Ok(date.midnight().assume_utc().unix_timestamp() * 1000 + 12 * 60 * MINUTE_MS)
}
