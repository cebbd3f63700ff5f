//! Lists of documents: filtered, counted, in pages.

use super::{Counts, Document, DocumentLine, Filter, List, Order, current};
use crate::db::{Conn, Value, statements};
use crate::rows::{self, DocumentRow, document_columns};
use crate::{Result, Store};
use sqlx::FromRow;
use std::collections::HashMap;

/// The conditions of a [`Filter`], as $1 to $10.
macro_rules! conditions {
    () => {
        " from document d where ($1 = '' or d.process = $1) and ($2 = '' or d.actor = $2) \
         and ($3 = '' or d.kind = $3) and ($4 = '' or d.standing = $4) \
         and ($5 = '' or exists (select 1 from revision l where l.document_id = d.document_id and l.language = $5)) \
         and ($6 = '' or d.family = $6) and ($7 = 0 or d.date >= $7) and ($8 = 0 or d.date < $8) \
         and ($9 = '' or upper(d.symbol || ' ' || d.title) like upper($9) escape '!') \
         and ($10 = 0 or d.text_at_ms is not null)"
    };
}

/// A list in one order.
macro_rules! listed {
    ($order:literal) => {
        concat!("select ", document_columns!(), conditions!(), " order by ", $order, " limit $11 offset $12")
    };
}

statements! {
    NEWEST = concat!("select ", document_columns!(), " from document d where d.text_at_ms is not null \
        order by d.text_at_ms desc, d.document_id desc limit $1");
    TOTAL = concat!("select count(*)", conditions!());
    LIST_NEWEST = listed!("coalesce(d.text_at_ms, 0) desc, d.document_id desc");
    LIST_LATEST = listed!("coalesce(d.date, 0) desc, d.symbol_key");
    LIST_OLDEST = listed!("coalesce(d.date, 99999999), d.symbol_key");
    LIST_SYMBOL = listed!("d.symbol_key");
    CURRENT_REVISIONS = "select document_id, language, ordinal, paragraph_count, imported_at_ms from revision \
        where superseded_at_ms is null and document_id in ({list})";
    COUNTS = "select 'kind' as sort, kind as word, count(*) as many from document group by kind \
        union all select 'standing', standing, count(*) from document group by standing \
        union all select 'process', process, count(*) from document where process is not null group by process \
        union all select 'language', language, count(distinct document_id) from revision \
        where superseded_at_ms is null group by language order by many desc, word";
}

#[derive(FromRow)]
struct CurrentRow {
    document_id: i64,
    language: String,
    ordinal: i64,
    paragraph_count: i64,
    imported_at_ms: i64,
}

impl Store {
    /// The `at_most` documents whose text was kept last.
    pub async fn newest(&self, at_most: u32) -> Result<Vec<DocumentLine>> {
        lines_of(&mut self.db.reader().await?, NEWEST, &[i64::from(at_most).into()]).await
    }

    /// One page of the documents that a filter holds: `limit` of them after `offset`.
    pub async fn list(&self, filter: &Filter, order: Order, limit: u32, offset: u64) -> Result<List> {
        let mut conn = self.db.reader().await?;
        let mut values = conditions(filter);
        let total = rows::count(conn.number(TOTAL, &values).await?);
        values.extend([i64::from(limit).into(), i64::try_from(offset).unwrap_or(i64::MAX).into()]);
        let sql = match order {
            Order::Newest => LIST_NEWEST,
            Order::Latest => LIST_LATEST,
            Order::Oldest => LIST_OLDEST,
            Order::Symbol => LIST_SYMBOL,
        };
        Ok(List { lines: lines_of(&mut conn, sql, &values).await?, total })
    }

    /// How many documents there are of each sort.
    pub async fn counts(&self) -> Result<Counts> {
        let rows: Vec<(String, String, i64)> = self.db.reader().await?.rows(COUNTS, &[]).await?;
        let mut counts = Counts::default();
        for (sort, word, many) in rows {
            let list = match sort.as_str() {
                "kind" => &mut counts.kinds,
                "standing" => &mut counts.standings,
                "process" => &mut counts.processes,
                _ => &mut counts.languages,
            };
            list.push((word, rows::count(many)));
        }
        Ok(counts)
    }
}

/// The values of a filter, in the order of its conditions; what is not asked is empty or 0.
fn conditions(filter: &Filter) -> Vec<Value<'_>> {
    let text = |asked: &'_ Option<String>| Value::Text(Some(asked.clone().unwrap_or_default().into()));
    // A year's first ordinal; far years are cut so that a number typed by anyone stays a number.
    let start = |year: i32| i64::from(year.clamp(1, 9999)) * 10_000;
    let letters = filter.letters.as_deref().filter(|letters| !letters.is_empty()).map(|letters| {
        let escaped = letters.replace('!', "!!").replace('%', "!%").replace('_', "!_");
        format!("%{escaped}%")
    });
    vec![
        text(&filter.process),
        text(&filter.actor),
        text(&filter.kind),
        text(&filter.standing),
        text(&filter.language),
        text(&filter.family),
        filter.from_year.map_or(0, start).into(),
        filter.until_year.map_or(0, |year| start(year) + 10_000).into(),
        text(&letters),
        i64::from(filter.with_text).into(),
    ]
}

/// The documents that a statement gives, with what is held of each: two queries.
pub(crate) async fn lines_of(conn: &mut Conn, sql: &'static str, values: &[Value<'_>]) -> Result<Vec<DocumentLine>> {
    let rows: Vec<DocumentRow> = conn.rows(sql, values).await?;
    let documents = rows.into_iter().map(DocumentRow::into_document).collect::<Result<Vec<_>>>()?;
    with_revisions(conn, documents).await
}

/// Adds to documents what is held of each, in one query.
pub(crate) async fn with_revisions(conn: &mut Conn, documents: Vec<Document>) -> Result<Vec<DocumentLine>> {
    let ids: Vec<Value<'_>> = documents.iter().map(|d| d.document_id.into()).collect();
    let rows: Vec<CurrentRow> = conn.rows_in(CURRENT_REVISIONS, &[], &ids).await?;
    let mut held: HashMap<i64, Vec<CurrentRow>> = HashMap::new();
    for row in rows {
        held.entry(row.document_id).or_default().push(row);
    }
    documents
        .into_iter()
        .map(|document| {
            let rows = held.remove(&document.document_id).unwrap_or_default();
            line(document, &rows)
        })
        .collect()
}

fn line(document: Document, held: &[CurrentRow]) -> Result<DocumentLine> {
    let mut tags = held.iter().map(|row| rows::tag(&row.language, row.ordinal)).collect::<Result<Vec<_>>>()?;
    tags.sort_by_cached_key(|tag| (rows::language_rank(&tag.language), tag.clone()));
    let shown = current(tags.iter().map(|tag| (true, tag.clone())));
    let of_shown = |row: &&CurrentRow| shown.as_ref().is_some_and(|tag| tag.language.as_str() == row.language);
    let paragraphs = held.iter().find(of_shown).map_or(0, |row| row.paragraph_count);
    Ok(DocumentLine {
        document,
        languages: tags.into_iter().map(|tag| tag.language).collect(),
        paragraphs: rows::small("paragraph_count", paragraphs)?,
        imported_at_ms: held.iter().map(|row| row.imported_at_ms).max(),
        current: shown,
    })
}
