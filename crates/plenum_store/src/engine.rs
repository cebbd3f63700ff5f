//! Opens the two engines and brings their tables up to date.

use crate::db::Db;
use crate::error::Doing;
use crate::{Result, StoreError};
use sqlx::SqlitePool;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use std::str::FromStr;
use std::time::Duration;

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("./migrations");

const BUSY_TIMEOUT: Duration = Duration::from_secs(5); // How long a writer waits for another process' transaction.
const READERS: u32 = 4; // Each is a thread; twice the cores of the smallest machine we promise to run on.
const POSTGRES_CONNECTIONS: u32 = 12; // Well below PostgreSQL's default of 100, so that several nodes fit.
const STATEMENTS_KEPT: usize = 256; // Prepared statements per connection: all of ours, and the lists of several lengths.

/// Opens the engine that the address names.
pub(crate) async fn open(url: &str) -> Result<Db> {
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        open_postgres(url).await
    } else if url.contains("://") && !url.starts_with("sqlite:") {
        Err(StoreError::Address(without_password(url)))
    } else {
        open_sqlite(url.strip_prefix("sqlite://").or(url.strip_prefix("sqlite:")).unwrap_or(url)).await
    }
}

/// One connection that writes and several that read, so that a reader never waits for a writer.
///
/// `synchronous=full` waits for the disk at each commit: a killed process loses nothing even with `normal`, but a power
/// failure could lose the last commits. Imports commit in batches, so the wait is small.
async fn open_sqlite(path: &str) -> Result<Db> {
    if path.is_empty() || path.starts_with(":memory:") {
        return Err(StoreError::Address(path.to_owned())); // Readers and the writer would see different databases.
    }
    let shared = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .foreign_keys(true)
        .busy_timeout(BUSY_TIMEOUT)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .statement_cache_capacity(STATEMENTS_KEPT)
        .pragma("cache_size", "-8000"); // 8 MB a connection; the system's own cache holds the rest.
    let pool = || SqlitePoolOptions::new().test_before_acquire(false).max_lifetime(None).idle_timeout(None);
    let write = pool().max_connections(1).connect_with(shared.clone()).await.doing("be opened")?;
    migrate_sqlite(&write).await?;
    let reading = shared.pragma("query_only", "on");
    let read = pool().max_connections(READERS).connect_with(reading).await.doing("be opened for reading")?;
    Ok(Db::Sqlite { read, write })
}

/// Brings the tables up to date, though another process may be doing the same at this moment.
///
/// PostgreSQL lets one wait for the other. On SQLite the slower one fails on what the faster has just made, and finds
/// everything done when it looks again.
async fn migrate_sqlite(pool: &SqlitePool) -> Result<()> {
    for _ in 0..MIGRATIONS.migrations.len() {
        if MIGRATIONS.run(pool).await.is_ok() {
            return Ok(());
        }
    }
    Ok(MIGRATIONS.run(pool).await?)
}

async fn open_postgres(url: &str) -> Result<Db> {
    let options = PgConnectOptions::from_str(url)
        .map_err(|_| StoreError::Address(without_password(url)))?
        .statement_cache_capacity(STATEMENTS_KEPT);
    let pool = PgPoolOptions::new().max_connections(POSTGRES_CONNECTIONS);
    let pool = pool.connect_with(options).await.doing("be reached")?;
    MIGRATIONS.run(&pool).await?;
    Ok(Db::Postgres(pool))
}

/// An address as it may stand in a log.
fn without_password(url: &str) -> String {
    match (url.split_once("://"), url.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, host))) => format!("{scheme}://…@{host}"),
        _ => url.chars().take(120).collect(),
    }
}
