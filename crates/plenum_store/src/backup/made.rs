//! Runs the statements that are made from the list of tables; nothing else may make statements.

use super::tables::Table;
use crate::Result;
use crate::db::{Conn, Either, Value, bound};
use crate::error::Doing;
use sqlx::{AssertSqlSafe, Row};

/// A row as a backup carries it.
pub(super) type Line = Vec<serde_json::Value>;

/// The values of a row, numbers and texts as the table's columns say.
macro_rules! line {
    ($row:expr, $table:expr) => {
        $table
            .columns
            .iter()
            .enumerate()
            .map(|(at, column)| {
                if column.starts_with('#') {
                    $row.try_get::<Option<i64>, _>(at).map(serde_json::Value::from)
                } else {
                    $row.try_get::<Option<String>, _>(at).map(serde_json::Value::from)
                }
            })
            .collect()
    };
}

/// One portion of a table, from `within.0` up to but without `within.1`, or all of a small one.
pub(super) async fn read(conn: &mut Conn, table: &Table, within: (i64, i64)) -> Result<Vec<Line>> {
    let (both, none) = ([Value::from(within.0), Value::from(within.1)], []);
    let values: &[Value<'_>] = if table.portion.is_some() { &both } else { &none };
    let sql = AssertSqlSafe(table.select()); // Made of names in this program alone.
    let lines: std::result::Result<Vec<Line>, sqlx::Error> = match conn.either() {
        Either::Sqlite(conn) => {
            let rows = bound!(sqlx::query(sql), values).fetch_all(conn).await.doing("be read")?;
            rows.iter().map(|row| line!(row, table)).collect()
        }
        Either::Postgres(conn) => {
            let rows = bound!(sqlx::query(sql), values).fetch_all(conn).await.doing("be read")?;
            rows.iter().map(|row| line!(row, table)).collect()
        }
    };
    lines.doing("be read")
}

/// The first and last value of the column by which a table is read; `None` if it has no rows.
pub(super) async fn bounds(conn: &mut Conn, table: &Table) -> Result<Option<(i64, i64)>> {
    let Some(sql) = table.bounds() else { return Ok(Some((0, 0))) };
    let sql = AssertSqlSafe(sql); // Made of names in this program alone.
    let found: (Option<i64>, Option<i64>) = match conn.either() {
        Either::Sqlite(conn) => sqlx::query_as(sql).fetch_one(conn).await,
        Either::Postgres(conn) => sqlx::query_as(sql).fetch_one(conn).await,
    }
    .doing("be read")?;
    Ok(found.0.zip(found.1))
}

/// Takes all rows out of a table.
pub(super) async fn clear(conn: &mut Conn, table: &Table) -> Result<()> {
    let sql = AssertSqlSafe(table.clear()); // Made of names in this program alone.
    match conn.either() {
        Either::Sqlite(conn) => sqlx::query(sql).execute(conn).await.map(|_| ()),
        Either::Postgres(conn) => sqlx::query(sql).execute(conn).await.map(|_| ()),
    }
    .doing("be cleared")
}
