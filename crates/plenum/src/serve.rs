//! `plenum serve`: opens everything, loads the packs, follows the changes, answers on the address given.

use crate::child;
use crate::cli;
use crate::config::{self, Config};
use crate::forgetting;
use crate::home::{Home, chance, now_ms, open_encoder, secret};
use crate::import::packs;
use crate::indexing::{self, CaughtUp};
use crate::letters::{self, Post};
use crate::listen;
use crate::outcome::Outcome;
use crate::writer::Endpoint;
use anyhow::Context;
use plenum_search::Index;
use plenum_store::Store;
use plenum_web::ask::{Keeping, Writer};
use plenum_web::letters::{LetterKey, Letters};
use plenum_web::{Administrator, App, Formats, Limits, ReadFile, ReadingFuture, Refusal};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

const FOLLOW_EVERY: Duration = Duration::from_millis(300); // New paragraphs are to be found within a second of import.
const ENCODE_AT_ONCE: usize = 16; // A third of a second's work, after which readers' questions come first again.
const ENCODE_PAUSE: Duration = Duration::from_millis(10);
const IDLE_PAUSE: Duration = Duration::from_secs(1);

/// Serves until interrupted.
pub async fn run(config: Config, args: &cli::Serve) -> anyhow::Result<Outcome> {
    let keeping = Keeping { days: config::keep_questions(args.keep_questions)?, chance };
    let home = Home::open(config).await?;
    tracing::info!("data in {}, database {}", home.config.data.display(), home.config.database_shown());
    let listener = listen::bind(args.listen).await?;
    let address = listener.local_addr()?;
    packs::load_all(&home, &args.packs).await?;
    let token = secret(&home.config.token_file())?;
    let post = Post::of(&args.mail, args.origin.as_deref())?;
    let writer = Endpoint::of(&args.model)?;
    let lettering =
        Letters { key: LetterKey::of(&secret(&home.config.letter_key_file())?), is_sending: post.is_some() };
    let encoder = open_encoder(&args.models);
    let has_encoder = encoder.is_some();
    let index = Index::open(&home.config.index_folder(), encoder).context("the index cannot be opened")?;
    let index = Arc::new(index);
    indexing::catch_up(&home.store, &index, None).await?;
    let edition = Arc::new(AtomicI64::new(home.store.edition().await?));
    let origin = config::origin(args.origin.as_deref()).unwrap_or_else(|| format!("http://{address}"));
    let mut limits = Limits { upload_bytes: args.upload_mb as usize * 1_000_000, ..Limits::default() };
    limits.page_ms += writer.as_ref().map_or(0, Endpoint::within_ms);
    let app = App {
        store: home.store.clone(),
        index: Arc::clone(&index),
        files: Arc::new(home.files.clone()),
        read_file: Arc::new(InAChild),
        formats: Formats {
            akoma_ntoso: plenum_documents::akoma_ntoso::write,
            calendar: plenum_documents::calendar::write,
            compare: plenum_documents::comparison::compare,
            compare_words: plenum_documents::comparison::compare_words,
            recognise,
        },
        origin: origin.clone(),
        writer: writer.map(|writer| Arc::new(writer) as Arc<dyn Writer>),
        administrator: Administrator::knowing(&token),
        letters: lettering.clone(),
        keeping,
        limits,
        now_ms,
        edition: Arc::clone(&edition),
        has_encoder,
        version: env!("CARGO_PKG_VERSION"),
    };
    tokio::spawn(forgetting::work(home.store.clone()));
    tokio::spawn(follow(home.store.clone(), Arc::clone(&index), edition));
    if let Some(post) = post {
        let (store, index) = (home.store.clone(), Arc::clone(&index));
        tokio::spawn(letters::work(letters::Desk { store, index, origin, key: lettering.key, post }));
    }
    if has_encoder {
        std::thread::spawn(move || encode(&index));
    }
    eprintln!("Plenum is at http://{address}  (to upload, give the token in {})", home.config.token_file().display());
    listen::serve(listener, plenum_web::router(app)).await?;
    home.store.close().await;
    Ok(Outcome::Done)
}

fn recognise(bytes: &[u8]) -> &'static str {
    plenum_documents::recognise(bytes).map_or("file", |format| format.as_str())
}

/// Keeps the index as the database is, and tells the pages that something changed.
async fn follow(store: Store, index: Arc<Index>, edition: Arc<AtomicI64>) {
    let mut was_elsewhere = false;
    loop {
        tokio::time::sleep(FOLLOW_EVERY).await;
        // Asked before the index catches up: a change that comes meanwhile is then a newer edition, never a missed one.
        let (last, now) = match (store.last_change().await, store.edition().await) {
            (Ok(last), Ok(now)) => (last, now),
            (Err(error), _) | (_, Err(error)) => {
                tracing::error!("the changes cannot be read: {error}");
                continue;
            }
        };
        if last != index.upto() {
            match indexing::catch_up(&store, &index, None).await {
                Ok(CaughtUp::Yes { .. }) => was_elsewhere = false,
                Ok(CaughtUp::ElsewhereFollowed) if !was_elsewhere => {
                    tracing::warn!("another process writes to the index; following when it has ended");
                    was_elsewhere = true;
                }
                Ok(CaughtUp::ElsewhereFollowed) => {}
                Err(error) => tracing::error!("the index could not follow: {error:#}"),
            }
        }
        edition.store(now, Ordering::Release);
    }
}

/// Encodes the meaning of new paragraphs, a few at a time, for as long as the program runs.
fn encode(index: &Index) {
    loop {
        let pause = match index.encode_some(ENCODE_AT_ONCE) {
            Ok(0) => IDLE_PAUSE,
            Ok(_) => ENCODE_PAUSE,
            Err(error) => {
                tracing::error!("meaning could not be encoded: {error}");
                IDLE_PAUSE * 30
            }
        };
        std::thread::sleep(pause);
    }
}

/// Reads uploads in a limited child.
struct InAChild;

impl ReadFile for InAChild {
    fn read(&self, bytes: axum::body::Bytes) -> ReadingFuture<'_> {
        Box::pin(async move {
            let read = child::read(&bytes).await;
            read.map_err(|child::Refusal { what, remedy, key, .. }| Refusal { what, why: String::new(), remedy, key })
        })
    }
}
