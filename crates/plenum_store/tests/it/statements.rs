//! Every statement is understood by both engines, and the lists of tables are the tables.

use crate::engines::Place;
use sqlx::{AssertSqlSafe, Executor, SqlSafeStr};
use std::collections::BTreeMap;

#[tokio::test]
async fn every_statement_is_prepared_on_both_engines() {
    let statements = plenum_store::statements();
    assert!(statements.len() > 70, "only {} statements are listed", statements.len());
    let place = Place::sqlite().await;
    let sqlite = sqlx::SqlitePool::connect(&place.url).await.unwrap();
    let mut refused = Vec::new();
    for (name, sql) in &statements {
        if let Err(error) = sqlite.prepare(AssertSqlSafe(sql.clone()).into_sql_str()).await {
            refused.push(format!("SQLite refuses {name}: {error}\n{sql}"));
        }
    }
    if let Some(place) = Place::postgres().await {
        let postgres = sqlx::PgPool::connect(&place.url).await.unwrap();
        for (name, sql) in &statements {
            if let Err(error) = postgres.prepare(AssertSqlSafe(sql.clone()).into_sql_str()).await {
                refused.push(format!("PostgreSQL refuses {name}: {error}\n{sql}"));
            }
        }
    }
    assert!(refused.is_empty(), "{}", refused.join("\n\n"));
}

#[tokio::test]
async fn a_backup_carries_every_table_and_every_column() {
    let place = Place::sqlite().await;
    let sqlite = sqlx::SqlitePool::connect(&place.url).await.unwrap();
    let columns = "select m.name, c.name from sqlite_master m join pragma_table_info(m.name) c \
        where m.type = 'table' and m.name not like 'sqlite_%' and m.name <> '_sqlx_migrations'";
    let rows: Vec<(String, String)> = sqlx::query_as(columns).fetch_all(&sqlite).await.unwrap();
    let mut made: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (table, column) in rows {
        made.entry(table).or_default().push(column);
    }
    let carried = plenum_store::tables_carried();
    let mut listed: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (table, columns) in carried {
        listed.insert(table.to_owned(), columns.into_iter().map(str::to_owned).collect());
    }
    made.values_mut().chain(listed.values_mut()).for_each(|columns| columns.sort());
    assert_eq!(listed, made);
}
