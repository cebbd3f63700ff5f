//! What the pages are served from: the store, the index, the files, and what only the program itself can do.

use crate::administrator::Administrator;
use crate::ask::{Keeping, Knowledge, Writer};
use crate::assembly::Assemblies;
use crate::counts::Tally;
use crate::kept::KeptPages;
use crate::letters::Letters;
use crate::names::Names;
use crate::pending::Pending;
use crate::throttle::Throttle;
use bytes::Bytes;
use plenum_model::calendar::CalendarFile;
use plenum_model::{DocumentFacts, Paragraph, Reading, lineage};
use plenum_search::Index;
use plenum_store::{Files, Store};
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use tokio::sync::Semaphore;

/// Everything that the pages are served from. Filled by the program, handed to [`crate::router`].
#[derive(Clone)]
pub struct App {
    /// What is kept.
    pub store: Store,
    /// What can be found.
    pub index: Arc<Index>,
    /// The files as they came.
    pub files: Arc<dyn Files>,
    /// Reads an uploaded file where a crash cannot hurt.
    pub read_file: Arc<dyn ReadFile>,
    /// What is known of document formats.
    pub formats: Formats,
    /// Scheme and host under which readers reach it, without a final slash: `http://127.0.0.1:8080`.
    pub origin: String,
    /// Writes answers anew; `None`: they stay as they are composed.
    pub writer: Option<Arc<dyn Writer>>,
    /// Who may upload; `None`: nobody.
    pub administrator: Option<Administrator>,
    /// What letters by e-mail need.
    pub letters: Letters,
    /// Whether and how long questions are kept.
    pub keeping: Keeping,
    /// How much is taken.
    pub limits: Limits,
    /// The time, milliseconds since 1970.
    pub now_ms: fn() -> i64,
    /// The state of the record that the program has heard of ([`Store::edition`]); kept pages of an earlier one are made anew.
    pub edition: Arc<AtomicI64>,
    /// Whether the encoder's weights are there, so that meaning can be searched.
    pub has_encoder: bool,
    /// The release.
    pub version: &'static str,
}

/// What only the crate that reads documents can do, as plain functions: the web must not know the format libraries.
#[derive(Clone, Copy)]
pub struct Formats {
    /// Writes a text as Akoma Ntoso 3.0.
    pub akoma_ntoso: fn(&Reading, &DocumentFacts) -> String,
    /// Writes events as a calendar file (RFC 5545).
    pub calendar: fn(&CalendarFile) -> String,
    /// Says which paragraph of an earlier reading became which of a later one.
    pub compare: fn(&[Paragraph], &[Paragraph]) -> Vec<lineage::Step>,
    /// Says which words of an earlier wording (first) were kept, removed and added in a later one (second), in order.
    pub compare_words: for<'a> fn(&'a str, &'a str) -> Vec<lineage::Run<'a>>,
    /// Names the format of a file by its content, one word (`pdf`); `file` if it is none that is known.
    pub recognise: fn(&[u8]) -> &'static str,
}

/// How much is taken from strangers.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The largest file, in bytes.
    pub upload_bytes: usize,
    /// The longest a page may take, in milliseconds. Reading an upload has its own limit, in [`ReadFile`].
    pub page_ms: u64,
    /// Bytes of rendered pages kept for the next reader.
    pub kept_page_bytes: usize,
    /// Searches at work at the same time; others wait their turn.
    pub searches: usize,
    /// Answers that a language model writes at the same time; others stay as they are composed.
    pub writings: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { upload_bytes: 50_000_000, page_ms: 20_000, kept_page_bytes: 64 << 20, searches: 4, writings: 4 }
    }
}

/// What [`ReadFile`] gives back, some time later.
pub type ReadingFuture<'a> = Pin<Box<dyn Future<Output = Result<Vec<Reading>, Refusal>> + Send + 'a>>;

/// Reads a file where a crash or a loop cannot hurt the server.
pub trait ReadFile: Send + Sync {
    /// Reads the whole of a file.
    ///
    /// Out: one reading, or several for a list. Errors: [`Refusal`], for the person who brought the file.
    fn read(&self, bytes: Bytes) -> ReadingFuture<'_>;
}

/// Why a file was not taken, in English sentences: what happened, why, what to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusal {
    /// What happened.
    pub what: String,
    /// Why; may be empty.
    pub why: String,
    /// What to do about it.
    pub remedy: String,
    /// The key of the same in the word lists of the pages; empty where there is none.
    pub key: String,
}

/// The state that every handler shares: [`App`] and what the web keeps beside it.
pub(crate) struct Shared {
    pub(crate) app: App,
    pub(crate) kept: KeptPages,
    pub(crate) names: Names,
    pub(crate) assemblies: Assemblies,
    pub(crate) knowledge: Knowledge,
    pub(crate) tally: Tally,
    pub(crate) pending: Pending,
    pub(crate) subscribing: Throttle,
    pub(crate) keeping: Throttle,
    pub(crate) writing: Throttle,
    pub(crate) saying: Throttle,
    pub(crate) searches: Arc<Semaphore>,
    pub(crate) writings: Semaphore,
    pub(crate) readings: Semaphore,
    pub(crate) started_at_ms: i64,
}

/// As axum hands it to handlers.
pub(crate) type House = Arc<Shared>;

const KEPT_BY_ONE: u32 = 60; // Questions in an hour: a person thinks between two of them.
const WRITTEN_FOR_ONE: u32 = 60; // As many; the operator may pay for each.
const READINGS_AT_ONCE: usize = 2; // Each child may take 512 MB.

impl Shared {
    pub(crate) fn new(app: App) -> Self {
        Self {
            kept: KeptPages::new(app.limits.kept_page_bytes),
            names: Names::default(),
            assemblies: Assemblies::default(),
            knowledge: Knowledge::default(),
            tally: Tally::default(),
            pending: Pending::new(app.limits.upload_bytes.saturating_mul(4)),
            subscribing: Throttle::default(),
            keeping: Throttle::of(KEPT_BY_ONE),
            writing: Throttle::of(WRITTEN_FOR_ONE),
            saying: Throttle::default(),
            searches: Arc::new(Semaphore::new(app.limits.searches.max(1))),
            writings: Semaphore::new(app.limits.writings),
            readings: Semaphore::new(READINGS_AT_ONCE),
            started_at_ms: (app.now_ms)(),
            app,
        }
    }

    /// The state of the record that pages are made from now.
    pub(crate) fn edition(&self) -> i64 {
        self.app.edition.load(Ordering::Acquire)
    }

    pub(crate) fn now_ms(&self) -> i64 {
        (self.app.now_ms)()
    }
}
