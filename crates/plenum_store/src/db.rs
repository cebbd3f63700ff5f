//! One way to run SQL on either engine: statements, values, rows, transactions.
//!
//! Every statement is written once, with `$1` for its values. `{list}` in a statement stands for as many values as are
//! given after the others; see [`Conn::rows_in`].

use crate::Result;
use crate::error::Doing;
use sqlx::pool::PoolConnection;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, FromRow, PgConnection, PgPool, Postgres, Sqlite, SqliteConnection, SqlitePool, Transaction};
use std::borrow::Cow;

/// The engine in use.
#[derive(Clone, Debug)]
pub(crate) enum Db {
    /// A file: several connections read, one writes.
    Sqlite { read: SqlitePool, write: SqlitePool },
    /// A server.
    Postgres(PgPool),
}

/// A value of a statement: a number or a text, or the absence of one. Nothing else is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value<'a> {
    Int(Option<i64>),
    Text(Option<Cow<'a, str>>),
}

/// A row that both engines can give.
pub(crate) trait Kept: Send + Unpin + for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> {}
impl<T: Send + Unpin + for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow>> Kept for T {}

/// Names the statements of a module and lists them all, so that a test can prepare each on both engines.
macro_rules! statements {
    ($($(#[$about:meta])* $name:ident = $sql:expr;)+) => {
        $($(#[$about])* const $name: &str = $sql;)+
        /// Every statement of this module, by name.
        pub(crate) const STATEMENTS: &[(&str, &str)] = &[$((stringify!($name), $name)),+];
    };
}
pub(crate) use statements;

/// A connection, alone or within a transaction.
pub(crate) enum Conn {
    Sqlite(PoolConnection<Sqlite>),
    SqliteTransaction(Transaction<'static, Sqlite>),
    Postgres(PoolConnection<Postgres>),
    PostgresTransaction(Transaction<'static, Postgres>),
}

/// The connection of either engine.
pub(crate) enum Either<'c> {
    Sqlite(&'c mut SqliteConnection),
    Postgres(&'c mut PgConnection),
}

impl Db {
    /// A connection for reading.
    pub(crate) async fn reader(&self) -> Result<Conn> {
        match self {
            Self::Sqlite { read, .. } => read.acquire().await.map(Conn::Sqlite),
            Self::Postgres(pool) => pool.acquire().await.map(Conn::Postgres),
        }
        .doing("give a connection")
    }

    /// A transaction that sees one moment and changes nothing.
    pub(crate) async fn snapshot(&self) -> Result<Conn> {
        match self {
            Self::Sqlite { read, .. } => read.begin().await.map(Conn::SqliteTransaction),
            Self::Postgres(pool) => {
                let begin = pool.begin_with("begin isolation level repeatable read, read only").await;
                begin.map(Conn::PostgresTransaction)
            }
        }
        .doing("begin to read")
    }

    /// A transaction that writes. Writers take turns on both engines.
    ///
    /// SQLite has one writer anyway. On PostgreSQL the turn is a lock on a row of `counter`: it makes the numbers of the
    /// change feed visible in their order, else a follower could skip one.
    pub(crate) async fn writer(&self) -> Result<Conn> {
        let mut conn = match self {
            Self::Sqlite { write, .. } => write.begin_with("begin immediate").await.map(Conn::SqliteTransaction),
            Self::Postgres(pool) => pool.begin().await.map(Conn::PostgresTransaction),
        }
        .doing("begin to write")?;
        if let Conn::PostgresTransaction(_) = conn {
            conn.run(TAKE_TURN, &[]).await?;
        }
        Ok(conn)
    }

    /// Closes all connections.
    pub(crate) async fn close(&self) {
        match self {
            Self::Sqlite { read, write } => {
                read.close().await;
                write.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

statements! {
    TAKE_TURN = "update counter set next = next where name = 'writer'";
    TAKE_KEYS = "update counter set next = next + $2 where name = $1 returning next - $2";
}

/// Gives the values to a query, whichever engine it is for.
macro_rules! bound {
    ($query:expr, $values:expr) => {{
        let mut query = $query;
        for value in $values {
            query = match value {
                $crate::db::Value::Int(number) => query.bind(*number),
                $crate::db::Value::Text(text) => query.bind(text.as_deref().map($crate::db::without_zero)),
            };
        }
        query
    }};
}

pub(crate) use bound;

impl Conn {
    /// The connection itself, for what only one engine or one module does.
    pub(crate) fn either(&mut self) -> Either<'_> {
        match self {
            Self::Sqlite(conn) => Either::Sqlite(conn),
            Self::SqliteTransaction(conn) => Either::Sqlite(conn),
            Self::Postgres(conn) => Either::Postgres(conn),
            Self::PostgresTransaction(conn) => Either::Postgres(conn),
        }
    }

    /// Whether this is SQLite, for the few questions about the engine itself.
    pub(crate) fn is_sqlite(&self) -> bool {
        matches!(self, Self::Sqlite(_) | Self::SqliteTransaction(_))
    }

    /// All rows of a statement.
    pub(crate) async fn rows<T: Kept>(&mut self, sql: &'static str, values: &[Value<'_>]) -> Result<Vec<T>> {
        match self.either() {
            Either::Sqlite(conn) => bound!(sqlx::query_as(sql), values).fetch_all(conn).await,
            Either::Postgres(conn) => bound!(sqlx::query_as(sql), values).fetch_all(conn).await,
        }
        .doing("be read")
    }

    /// The only row of a statement, if there is one.
    pub(crate) async fn row<T: Kept>(&mut self, sql: &'static str, values: &[Value<'_>]) -> Result<Option<T>> {
        Ok(self.rows(sql, values).await?.into_iter().next())
    }

    /// The one number that a statement gives.
    pub(crate) async fn number(&mut self, sql: &'static str, values: &[Value<'_>]) -> Result<i64> {
        let row: Option<(Option<i64>,)> = self.row(sql, values).await?;
        Ok(row.and_then(|r| r.0).unwrap_or(0))
    }

    /// All rows of a statement holding `{list}`, for any number of members, in groups of at most [`LIST_MAX`].
    ///
    /// The members are numbered after `values`. Lists are filled up to a power of two by repeating the last member, so
    /// that few different statements are prepared.
    pub(crate) async fn rows_in<T: Kept>(
        &mut self,
        sql: &'static str,
        values: &[Value<'_>],
        members: &[Value<'_>],
    ) -> Result<Vec<T>> {
        let mut all = Vec::new();
        for group in members.chunks(LIST_MAX) {
            let filled = group.len().next_power_of_two();
            let Some(last) = group.last() else { continue };
            let text = AssertSqlSafe(with_list(sql, values.len(), filled)); // Only placeholders are put in.
            let given = values.iter().chain(group).chain(std::iter::repeat_n(last, filled - group.len()));
            let rows: Vec<T> = match self.either() {
                Either::Sqlite(conn) => bound!(sqlx::query_as(text), given).fetch_all(conn).await,
                Either::Postgres(conn) => bound!(sqlx::query_as(text), given).fetch_all(conn).await,
            }
            .doing("be read")?;
            all.extend(rows);
        }
        Ok(all)
    }

    /// Runs a statement holding `{list}` for any number of members, as [`rows_in`](Self::rows_in) reads.
    pub(crate) async fn run_in(
        &mut self,
        sql: &'static str,
        values: &[Value<'_>],
        members: &[Value<'_>],
    ) -> Result<()> {
        for group in members.chunks(LIST_MAX) {
            let filled = group.len().next_power_of_two();
            let Some(last) = group.last() else { continue };
            let text = AssertSqlSafe(with_list(sql, values.len(), filled)); // Only placeholders are put in.
            let given = values.iter().chain(group).chain(std::iter::repeat_n(last, filled - group.len()));
            match self.either() {
                Either::Sqlite(conn) => bound!(sqlx::query(text), given).execute(conn).await.map(|_| ()),
                Either::Postgres(conn) => bound!(sqlx::query(text), given).execute(conn).await.map(|_| ()),
            }
            .doing("be written")?;
        }
        Ok(())
    }

    /// Runs a statement; says how many rows it touched.
    pub(crate) async fn run(&mut self, sql: &'static str, values: &[Value<'_>]) -> Result<u64> {
        match self.either() {
            Either::Sqlite(conn) => bound!(sqlx::query(sql), values).execute(conn).await.map(|d| d.rows_affected()),
            Either::Postgres(conn) => bound!(sqlx::query(sql), values).execute(conn).await.map(|d| d.rows_affected()),
        }
        .doing("be written")
    }

    /// Inserts many rows: `sql` is `insert into t (a, b) values`, `rows` holds `width` values for each row.
    pub(crate) async fn insert(&mut self, sql: &str, width: usize, rows: &[Value<'_>]) -> Result<()> {
        debug_assert!(width > 0 && rows.len().is_multiple_of(width), "every row has all its values");
        let mut rest = rows;
        while !rest.is_empty() {
            let left = rest.len() / width;
            let at_once = INSERT_STEPS.into_iter().find(|step| *step <= left).unwrap_or(1);
            let (now, later) = rest.split_at(at_once * width);
            let text = AssertSqlSafe(with_rows(sql, width, at_once)); // Only placeholders are put in.
            match self.either() {
                Either::Sqlite(conn) => bound!(sqlx::query(text), now).execute(conn).await.map(|_| ()),
                Either::Postgres(conn) => bound!(sqlx::query(text), now).execute(conn).await.map(|_| ()),
            }
            .doing("be written")?;
            rest = later;
        }
        Ok(())
    }

    /// Takes `how_many` keys; gives the first.
    pub(crate) async fn take_keys(&mut self, name: &str, how_many: usize) -> Result<i64> {
        let how_many = i64::try_from(how_many).expect("no memory holds more rows than i64 counts");
        self.number(TAKE_KEYS, &[name.into(), how_many.into()]).await
    }

    /// Makes what was written lasting. Without it, everything written is undone when the connection goes.
    pub(crate) async fn commit(self) -> Result<()> {
        match self {
            Self::SqliteTransaction(transaction) => transaction.commit().await,
            Self::PostgresTransaction(transaction) => transaction.commit().await,
            Self::Sqlite(_) | Self::Postgres(_) => Ok(()),
        }
        .doing("make the changes lasting")
    }
}

const LIST_MAX: usize = 512; // Members of one list; both engines take tens of thousands, but plans grow with them.
const INSERT_STEPS: [usize; 4] = [64, 16, 4, 1]; // Rows of one insert: few different statements, few round trips.

/// Puts placeholders for `{list}`.
fn with_list(sql: &str, values_before: usize, members: usize) -> String {
    let places: Vec<String> = (1..=members).map(|n| format!("${}", values_before + n)).collect();
    sql.replace("{list}", &places.join(","))
}

/// A statement as it may be prepared: a list has two members, an insert two rows.
pub(crate) fn complete(sql: &str) -> String {
    match sql.strip_suffix("values") {
        None => with_list(sql, sql.matches('$').count(), 2),
        Some(insert) => {
            let columns = insert.split_once('(').map_or("", |(_, columns)| columns);
            with_rows(sql, columns.split(',').count(), 2)
        }
    }
}

/// Puts placeholders for `rows` rows after `insert into t (a, b) values`.
fn with_rows(sql: &str, width: usize, rows: usize) -> String {
    let mut text = String::from(sql);
    for row in 0..rows {
        text.push_str(if row == 0 { " (" } else { ",(" });
        for column in 0..width {
            text.push_str(if column == 0 { "$" } else { ",$" });
            text.push_str(&(row * width + column + 1).to_string());
        }
        text.push(')');
    }
    text
}

/// The letter 0 cannot be kept by PostgreSQL; a space takes its place (as long in bytes, so that spans stay right).
pub(crate) fn without_zero(text: &str) -> Cow<'_, str> {
    if text.contains('\0') { text.replace('\0', " ").into() } else { text.into() }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Int(Some(number))
    }
}
impl From<Option<i64>> for Value<'_> {
    fn from(number: Option<i64>) -> Self {
        Self::Int(number)
    }
}
impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Some(text.into()))
    }
}
impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Some(text.into()))
    }
}
impl<'a> From<Option<&'a str>> for Value<'a> {
    fn from(text: Option<&'a str>) -> Self {
        Self::Text(text.map(Into::into))
    }
}
impl From<Option<String>> for Value<'_> {
    fn from(text: Option<String>) -> Self {
        Self::Text(text.map(Into::into))
    }
}
