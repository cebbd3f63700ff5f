//! Figures for the status page.

use crate::db::statements;
use crate::{Result, Store, rows};

/// How much is kept, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// `SQLite 3.x` or `PostgreSQL 15.x`.
    pub engine: String,
    /// Documents known.
    pub documents: u64,
    /// Of these, documents whose text is held.
    pub with_text: u64,
    /// Revisions.
    pub revisions: u64,
    /// Paragraphs in current revisions.
    pub paragraphs: u64,
    /// References found.
    pub references: u64,
    /// Troubles in current revisions.
    pub troubles: u64,
    /// Files.
    pub files: u64,
    /// Bytes of these files.
    pub file_bytes: u64,
    /// Bytes of the database.
    pub database_bytes: u64,
    /// The last change's number.
    pub last_change: i64,
    /// Actors.
    pub actors: u64,
    /// Processes.
    pub processes: u64,
}

statements! {
    /// Name and number of every figure.
    FIGURES = "select 'documents' as figure, count(*) as number from document \
        union all select 'with_text', count(*) from document where text_at_ms is not null \
        union all select 'revisions', count(*) from revision \
        union all select 'paragraphs', cast(coalesce(sum(paragraph_count), 0) as bigint) from revision \
        where superseded_at_ms is null \
        union all select 'troubles', cast(coalesce(sum(trouble_count), 0) as bigint) from revision \
        where superseded_at_ms is null \
        union all select 'references', count(*) from reference \
        union all select 'files', count(*) from file \
        union all select 'file_bytes', cast(coalesce(sum(size_bytes), 0) as bigint) from file \
        union all select 'last_change', coalesce(max(seq), 0) from change \
        union all select 'actors', count(*) from actor \
        union all select 'processes', count(*) from process";
}

// The engine's own affairs are the only questions that the two understand differently.
const SQLITE_VERSION: &str = "select 'SQLite ' || sqlite_version()";
const SQLITE_BYTES: &str = "select page_count * page_size from pragma_page_count(), pragma_page_size()";
const POSTGRES_VERSION: &str = "select 'PostgreSQL ' || current_setting('server_version')";
const SQLITE_SETTLE: &str = "pragma wal_checkpoint(passive)";
const POSTGRES_SETTLE: &str = "analyze";
const POSTGRES_BYTES: &str = "select pg_database_size(current_database())";

impl Store {
    /// Puts the engine's own house in order after many readings were kept: worth it at the end of an import.
    ///
    /// PostgreSQL counts its rows anew (without it, it reads whole tables where an index would do, until its own
    /// gardener comes by a minute later); SQLite empties its journal into the file.
    pub async fn settle(&self) -> Result<()> {
        let mut conn = self.db.reader().await?;
        let sql = if conn.is_sqlite() { SQLITE_SETTLE } else { POSTGRES_SETTLE };
        conn.run(sql, &[]).await?;
        Ok(())
    }

    /// How much is kept. Counts everything: some milliseconds, so keep the answer for a while.
    pub async fn figures(&self) -> Result<Figures> {
        let mut conn = self.db.reader().await?;
        let (version, bytes) =
            if conn.is_sqlite() { (SQLITE_VERSION, SQLITE_BYTES) } else { (POSTGRES_VERSION, POSTGRES_BYTES) };
        let engine: Option<(String,)> = conn.row(version, &[]).await?;
        let mut figures = Figures { engine: engine.map(|engine| engine.0).unwrap_or_default(), ..Figures::default() };
        figures.database_bytes = rows::count(conn.number(bytes, &[]).await?);
        let found: Vec<(String, i64)> = conn.rows(FIGURES, &[]).await?;
        for (figure, number) in found {
            figures.set(&figure, number);
        }
        Ok(figures)
    }
}

impl Figures {
    fn set(&mut self, figure: &str, number: i64) {
        let count = rows::count(number);
        match figure {
            "documents" => self.documents = count,
            "with_text" => self.with_text = count,
            "revisions" => self.revisions = count,
            "paragraphs" => self.paragraphs = count,
            "troubles" => self.troubles = count,
            "references" => self.references = count,
            "files" => self.files = count,
            "file_bytes" => self.file_bytes = count,
            "last_change" => self.last_change = number,
            "actors" => self.actors = count,
            _ => self.processes = count,
        }
    }
}
