//! Everything that is kept: documents, their revisions, paragraphs and lineage, who said what, processes, and files.
//!
//! SQL is the only truth; the search index and every count can be rebuilt from here. One [`Store`] speaks to SQLite
//! or PostgreSQL with the same SQL text. Nothing here knows HTTP, HTML, search or the clock: the time comes in as
//! milliseconds since 1970, and the comparison of two readings comes in as a function.
//!
//! - [`keeping`]: a reading becomes a revision, in one transaction.  - [`documents`], [`paragraphs`]: what pages show.
//! - [`changes`]: what the search index follows.  - [`facts`]: what is known of a document, and who said so.
//! - [`packs`], [`knowledge`], [`claims`]: what packs tell.  - [`calendar`]: sessions, meetings, deadlines.
//! - [`questions`], [`feedback`]: what readers asked, and say of answers.
//! - [`digests`]: editions.  - [`subscriptions`]: who is written to.  - [`news`]: what others publish.  - [`files`]: bytes by their hash.  - [`backup`], [`check`], [`status`]: care of the whole.

mod db;
mod engine;
mod rows;

pub mod actors;
pub mod backup;
pub mod calendar;
pub mod changes;
pub mod check;
pub mod claims;
pub mod digests;
pub mod documents;
pub mod error;
pub mod facts;
pub mod feedback;
pub mod files;
pub mod hash;
pub(crate) mod issues;
pub mod keeping;
pub mod knowledge;
pub mod meetings;
pub mod names;
pub mod news;
pub mod packs;
pub mod paragraphs;
pub mod positions;
pub mod processes;
pub mod questions;
pub mod statements;
pub mod status;
pub mod subscriptions;
pub mod votes;

pub use error::StoreError;
pub use files::{Files, FolderFiles};
pub use hash::ContentHash;

use db::Db;

/// The result of everything here.
pub type Result<T> = std::result::Result<T, StoreError>;

/// The store: cheap to clone, shared by all tasks.
#[derive(Clone, Debug)]
pub struct Store {
    pub(crate) db: Db,
}

impl Store {
    /// Opens the store and brings its tables up to date.
    ///
    /// In: `sqlite:PATH`, a bare path of an SQLite file (made if missing), or `postgres://…` naming a database that exists.
    /// Out: the store; nothing acknowledged by it is lost when the process is killed or the power fails.
    /// Errors: the file or server cannot be reached, or its tables are of a newer Plenum.
    pub async fn open(url: &str) -> Result<Self> {
        Ok(Self { db: engine::open(url).await? })
    }

    /// Closes all connections; what was acknowledged is kept either way.
    pub async fn close(&self) {
        self.db.close().await;
    }
}

/// Every statement by the name of its module and its own, lists filled with two members and inserts with two rows: for
/// the test that prepares each on both engines.
#[doc(hidden)]
pub fn statements() -> Vec<(String, String)> {
    let parts: [(&str, &[(&str, &str)]); 8] = [
        ("db", db::STATEMENTS),
        ("actors", actors::STATEMENTS),
        ("backup", backup::STATEMENTS),
        ("changes", changes::STATEMENTS),
        ("check", check::STATEMENTS),
        ("check", check::RULES),
        ("facts", facts::STATEMENTS),
        ("keeping", keeping::STATEMENTS),
    ];
    let more = [
        ("calendar", calendar::STATEMENTS),
        ("news", news::STATEMENTS),
        ("names", names::STATEMENTS),
        ("votes", votes::STATEMENTS),
        ("processes", processes::STATEMENTS),
        ("status", status::STATEMENTS),
        ("knowledge", knowledge::STATEMENTS),
        ("issues", issues::STATEMENTS),
        ("packs", packs::STATEMENTS),
        ("claims", claims::STATEMENTS),
        ("claims", claims::TYING),
    ];
    let said = [
        ("meetings", meetings::STATEMENTS),
        ("positions", positions::STATEMENTS),
        ("feedback", feedback::STATEMENTS),
        ("questions", questions::STATEMENTS),
        ("digests", digests::STATEMENTS),
        ("digests", digests::editing::STATEMENTS),
    ];
    let spoken = statements::STATEMENTS.map(|part| ("statements", part));
    let written = subscriptions::PARTS.map(|part| ("subscriptions", part));
    let documents = documents::STATEMENTS.map(|part| ("documents", part));
    let paragraphs = paragraphs::STATEMENTS.map(|part| ("paragraphs", part));
    let all = parts.into_iter().chain(more).chain(said).chain(spoken).chain(written).chain(documents).chain(paragraphs);
    let named = all.flat_map(|(module, part)| part.iter().map(move |(name, sql)| (format!("{module}::{name}"), *sql)));
    named.map(|(name, sql)| (name, db::complete(sql))).collect()
}

/// The tables and columns that a backup carries, for the test that compares them with the migrations.
#[doc(hidden)]
pub fn tables_carried() -> Vec<(&'static str, Vec<&'static str>)> {
    backup::tables::TABLES.iter().map(|table| (table.name, table.column_names())).collect()
}
