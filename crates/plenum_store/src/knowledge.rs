//! Instruments, terms and cross-walks, as packs tell them.

use crate::db::{Conn, Value, statements};
use crate::processes::Knowledge;
use crate::{Result, Store, issues, rows};
use plenum_model::knowledge::{Crosswalk, Instrument, Term};
use sqlx::FromRow;

statements! {
    PUT_INSTRUMENT = "insert into instrument (slug, name, summary, process, mandate, stands, from_date, source, \
        is_confirmed, pack, position, changed_at_ms) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) \
        on conflict (slug) do update set name = excluded.name, summary = excluded.summary, \
        process = excluded.process, mandate = excluded.mandate, stands = excluded.stands, \
        from_date = excluded.from_date, source = excluded.source, is_confirmed = excluded.is_confirmed, \
        pack = excluded.pack, position = excluded.position, changed_at_ms = excluded.changed_at_ms";
    PUT_TERM = "insert into term (slug, term, meaning, source, pack, position, changed_at_ms) \
        values ($1, $2, $3, $4, $5, $6, $7) on conflict (slug) do update set term = excluded.term, \
        meaning = excluded.meaning, source = excluded.source, pack = excluded.pack, position = excluded.position, \
        changed_at_ms = excluded.changed_at_ms";
    PUT_CROSSWALK = "insert into crosswalk (slug, title, row_name, column_name, processes, links, note, source, \
        is_confirmed, pack, position, changed_at_ms) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) \
        on conflict (slug) do update set title = excluded.title, row_name = excluded.row_name, \
        column_name = excluded.column_name, processes = excluded.processes, links = excluded.links, \
        note = excluded.note, source = excluded.source, is_confirmed = excluded.is_confirmed, \
        pack = excluded.pack, position = excluded.position, changed_at_ms = excluded.changed_at_ms";
    GONE_INSTRUMENTS = "delete from instrument where pack = $1 and changed_at_ms <> $2";
    GONE_TERMS = "delete from term where pack = $1 and changed_at_ms <> $2";
    GONE_CROSSWALKS = "delete from crosswalk where pack = $1 and changed_at_ms <> $2";
    INSTRUMENTS = "select slug, name, summary, process, mandate, stands, from_date, source, is_confirmed \
        from instrument where pack = $1 or $1 = '' order by pack, position";
    INSTRUMENT = "select slug, name, summary, process, mandate, stands, from_date, source, is_confirmed \
        from instrument where slug = $1";
    TERMS = "select slug, term, meaning, source from term where pack = $1 or $1 = '' order by pack, position";
    CROSSWALKS = "select slug, title, row_name, column_name, processes, links, note, source, is_confirmed \
        from crosswalk where pack = $1 or $1 = '' order by pack, position";
}

#[derive(FromRow)]
struct InstrumentRow {
    slug: String,
    name: String,
    summary: String,
    process: Option<String>,
    mandate: Option<String>,
    stands: Option<String>,
    from_date: Option<i64>,
    source: String,
    is_confirmed: i64,
}

#[derive(FromRow)]
struct CrosswalkRow {
    slug: String,
    title: String,
    row_name: String,
    column_name: String,
    processes: String,
    links: String,
    note: Option<String>,
    source: String,
    is_confirmed: i64,
}

type TermRow = (String, String, String, String);

impl Store {
    /// All instruments, in the order of their packs.
    pub async fn instruments(&self) -> Result<Vec<Instrument>> {
        instruments(&mut self.db.reader().await?, "").await
    }

    /// One instrument; `None` if it is not held.
    pub async fn instrument(&self, slug: &str) -> Result<Option<Instrument>> {
        let row: Option<InstrumentRow> = self.db.reader().await?.row(INSTRUMENT, &[slug.into()]).await?;
        Ok(row.map(InstrumentRow::into_instrument))
    }

    /// The glossary, in the order of the packs.
    pub async fn terms(&self) -> Result<Vec<Term>> {
        terms(&mut self.db.reader().await?, "").await
    }

    /// The cross-walks between frameworks, in the order of the packs.
    pub async fn crosswalks(&self) -> Result<Vec<Crosswalk>> {
        crosswalks(&mut self.db.reader().await?, "").await
    }
}

/// Puts in what a pack tells of these; what it tells no longer goes.
pub(crate) async fn put(conn: &mut Conn, told: &Knowledge, at_ms: i64) -> Result<()> {
    let pack: Value<'_> = told.pack.as_str().into();
    for (one, position) in told.instruments.iter().zip(0i64..) {
        let mut values: Vec<Value<'_>> = vec![one.slug.as_str().into(), one.name.as_str().into()];
        values.extend([one.summary.as_str().into(), one.process.as_deref().into(), one.mandate.as_deref().into()]);
        values.extend([one.stands.as_deref().into(), rows::ordinal(one.from).into(), one.source.as_str().into()]);
        values.extend([i64::from(one.is_confirmed).into(), pack.clone(), position.into(), at_ms.into()]);
        conn.run(PUT_INSTRUMENT, &values).await?;
    }
    for (one, position) in told.terms.iter().zip(0i64..) {
        let said = [&one.slug, &one.term, &one.meaning, &one.source].map(|text| Value::from(text.as_str()));
        let mut values = said.to_vec();
        values.extend([pack.clone(), position.into(), at_ms.into()]);
        conn.run(PUT_TERM, &values).await?;
    }
    issues::put(conn, told, at_ms).await?;
    for (one, position) in told.crosswalks.iter().zip(0i64..) {
        let mut values: Vec<Value<'_>> = vec![one.slug.as_str().into(), one.title.as_str().into()];
        values.extend([one.rows.as_str().into(), one.columns.as_str().into()]);
        values.extend([rows::to_json(&one.processes).into(), rows::to_json(&one.links).into()]);
        values.extend([one.note.as_deref().into(), one.source.as_str().into()]);
        values.extend([i64::from(one.is_confirmed).into(), pack.clone(), position.into(), at_ms.into()]);
        conn.run(PUT_CROSSWALK, &values).await?;
    }
    for gone in [GONE_INSTRUMENTS, GONE_TERMS, GONE_CROSSWALKS] {
        conn.run(gone, &[pack.clone(), at_ms.into()]).await?;
    }
    Ok(())
}

/// What a pack told of these, in its order.
pub(crate) async fn of_pack(conn: &mut Conn, told: &mut Knowledge) -> Result<()> {
    told.instruments = instruments(conn, &told.pack).await?;
    told.terms = terms(conn, &told.pack).await?;
    told.issues = issues::of_pack(conn, &told.pack).await?;
    told.crosswalks = crosswalks(conn, &told.pack).await?;
    Ok(())
}

async fn instruments(conn: &mut Conn, pack: &str) -> Result<Vec<Instrument>> {
    let rows: Vec<InstrumentRow> = conn.rows(INSTRUMENTS, &[pack.into()]).await?;
    Ok(rows.into_iter().map(InstrumentRow::into_instrument).collect())
}

async fn terms(conn: &mut Conn, pack: &str) -> Result<Vec<Term>> {
    let rows: Vec<TermRow> = conn.rows(TERMS, &[pack.into()]).await?;
    Ok(rows.into_iter().map(|(slug, term, meaning, source)| Term { slug, term, meaning, source }).collect())
}

async fn crosswalks(conn: &mut Conn, pack: &str) -> Result<Vec<Crosswalk>> {
    let rows: Vec<CrosswalkRow> = conn.rows(CROSSWALKS, &[pack.into()]).await?;
    rows.into_iter().map(CrosswalkRow::into_crosswalk).collect()
}

impl InstrumentRow {
    fn into_instrument(self) -> Instrument {
        Instrument {
            slug: self.slug,
            name: self.name,
            summary: self.summary,
            process: self.process,
            mandate: self.mandate,
            stands: self.stands,
            from: rows::date(self.from_date),
            source: self.source,
            is_confirmed: self.is_confirmed != 0,
        }
    }
}

impl CrosswalkRow {
    fn into_crosswalk(self) -> Result<Crosswalk> {
        Ok(Crosswalk {
            links: serde_json::from_str(&self.links).map_err(|_| rows::damaged("links", &self.links))?,
            processes: rows::path(&self.processes)?,
            slug: self.slug,
            title: self.title,
            rows: self.row_name,
            columns: self.column_name,
            note: self.note,
            source: self.source,
            is_confirmed: self.is_confirmed != 0,
        })
    }
}
