//! Processes, sessions and norms, as knowledge packs give them; packs loaded; settings.

use crate::changes::begin_edition;
use crate::db::{Conn, Value, statements};
use crate::{ContentHash, Result, Store, rows};
use plenum_model::Symbol;
use plenum_model::process::{Norm, Process, Session};
use sqlx::FromRow;

/// A process in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcessLine {
    /// The process.
    pub process: Process,
    /// How many documents it has.
    pub documents: u64,
    /// How many of them have their text held.
    pub with_text: u64,
}

/// Everything that a process's page shows, besides its documents ([`Store::list`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcessPage {
    /// The process with its counts.
    pub line: ProcessLine,
    /// Its sessions, oldest first, undated last.
    pub sessions: Vec<Session>,
    /// The norms held by its documents, by key.
    pub norms: Vec<Norm>,
    /// Slug and name of the processes that carry it on.
    pub successors: Vec<(String, String)>,
}

/// What one pack says, in one transaction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Knowledge {
    /// Processes; replaced by slug.
    pub processes: Vec<Process>,
    /// Sessions; replaced by process and name.
    pub sessions: Vec<Session>,
    /// Norms; replaced by symbol and key.
    pub norms: Vec<Norm>,
}

/// A pack that was loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackLoad {
    /// Its name.
    pub pack: String,
    /// The hash of its contents, so that it is loaded again only when it changed.
    pub hash: ContentHash,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
}

/// The processes with their counts; the end of the statement says which, in which order.
macro_rules! process_lines {
    ($which:literal) => {
        concat!(
            "select o.slug, o.name, o.summary, o.mandate, o.predecessor, o.decision_rule, o.chair, o.from_date, \
             o.until_date, o.source, o.is_confirmed, \
             (select count(*) from document d where d.process = o.slug) as documents, \
             (select count(*) from document d where d.process = o.slug and d.text_at_ms is not null) as with_text \
             from process o ",
            $which
        )
    };
}

statements! {
    PUT_PROCESS = "insert into process (slug, name, summary, mandate, predecessor, decision_rule, chair, from_date, \
        until_date, source, is_confirmed, changed_at_ms) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) \
        on conflict (slug) do update set name = excluded.name, summary = excluded.summary, \
        mandate = excluded.mandate, predecessor = excluded.predecessor, decision_rule = excluded.decision_rule, \
        chair = excluded.chair, from_date = excluded.from_date, until_date = excluded.until_date, \
        source = excluded.source, is_confirmed = excluded.is_confirmed, changed_at_ms = excluded.changed_at_ms";
    PUT_SESSION = "insert into session (process, name, from_date, until_date, place, outcome, source, is_confirmed, \
        changed_at_ms) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (process, name) do update set \
        from_date = excluded.from_date, until_date = excluded.until_date, place = excluded.place, \
        outcome = excluded.outcome, source = excluded.source, is_confirmed = excluded.is_confirmed, \
        sequence = session.sequence + 1, changed_at_ms = excluded.changed_at_ms \
        where session.from_date is distinct from excluded.from_date \
        or session.until_date is distinct from excluded.until_date or session.place is distinct from excluded.place \
        or session.outcome is distinct from excluded.outcome or session.source is distinct from excluded.source \
        or session.is_confirmed is distinct from excluded.is_confirmed";
    PUT_NORM = "insert into norm (symbol_key, key, symbol, label, source, is_confirmed, changed_at_ms) \
        values ($1, $2, $3, $4, $5, $6, $7) on conflict (symbol_key, key) do update set symbol = excluded.symbol, \
        label = excluded.label, source = excluded.source, is_confirmed = excluded.is_confirmed, \
        changed_at_ms = excluded.changed_at_ms";
    PROCESSES = process_lines!("order by case when o.until_date is null then 0 else 1 end, \
        coalesce(o.from_date, 0) desc, o.slug");
    PROCESS = process_lines!("where o.slug = $1");
    SESSIONS = "select process, name, from_date, until_date, place, outcome, source, is_confirmed from session \
        where process = $1 order by coalesce(from_date, 99999999), name";
    NORMS = "select n.key, n.symbol, n.label, n.source, n.is_confirmed from norm n \
        join document d on d.symbol_key = n.symbol_key where d.process = $1 order by n.symbol_key, n.key";
    SUCCESSORS = "select slug, name from process where predecessor = $1 order by coalesce(from_date, 99999999), slug";
    PACK_LOADED = "insert into pack_load (pack, sha256, loaded_at_ms) values ($1, $2, $3) \
        on conflict (pack) do update set sha256 = excluded.sha256, loaded_at_ms = excluded.loaded_at_ms";
    PACKS = "select pack, sha256, loaded_at_ms from pack_load order by pack";
    SETTING = "select value from setting where key = $1";
    SET_SETTING = "insert into setting (key, value, changed_at_ms) values ($1, $2, $3) \
        on conflict (key) do update set value = excluded.value, changed_at_ms = excluded.changed_at_ms";
}

#[derive(FromRow)]
struct ProcessRow {
    slug: String,
    name: String,
    summary: String,
    mandate: Option<String>,
    predecessor: Option<String>,
    decision_rule: Option<String>,
    chair: Option<String>,
    from_date: Option<i64>,
    until_date: Option<i64>,
    source: String,
    is_confirmed: i64,
    documents: i64,
    with_text: i64,
}

#[derive(FromRow)]
struct SessionRow {
    process: String,
    name: String,
    from_date: Option<i64>,
    until_date: Option<i64>,
    place: Option<String>,
    outcome: Option<String>,
    source: String,
    is_confirmed: i64,
}

#[derive(FromRow)]
struct NormRow {
    key: String,
    symbol: String,
    label: String,
    source: String,
    is_confirmed: i64,
}

impl Store {
    /// Puts in, or replaces, what a pack says of processes, sessions and norms.
    ///
    /// Errors: a session of a process that is neither given nor held; a norm whose symbol is none. Then nothing is kept.
    pub async fn learn(&self, knowledge: &Knowledge, at_ms: i64) -> Result<()> {
        let mut conn = self.db.writer().await?;
        for process in &knowledge.processes {
            put_process(&mut conn, process, at_ms).await?;
        }
        for session in &knowledge.sessions {
            put_session(&mut conn, session, at_ms).await?;
        }
        for norm in &knowledge.norms {
            put_norm(&mut conn, norm, at_ms).await?;
        }
        begin_edition(&mut conn).await?;
        conn.commit().await
    }

    /// All processes, those that go on first, then the latest first.
    pub async fn processes(&self) -> Result<Vec<ProcessLine>> {
        let rows: Vec<ProcessRow> = self.db.reader().await?.rows(PROCESSES, &[]).await?;
        Ok(rows.into_iter().map(ProcessRow::into_line).collect())
    }

    /// One process; `None` if it is not held.
    pub async fn process(&self, slug: &str) -> Result<Option<ProcessPage>> {
        let mut conn = self.db.reader().await?;
        let asked: [Value<'_>; 1] = [slug.into()];
        let Some(row) = conn.row::<ProcessRow>(PROCESS, &asked).await? else { return Ok(None) };
        let sessions: Vec<SessionRow> = conn.rows(SESSIONS, &asked).await?;
        let norms: Vec<NormRow> = conn.rows(NORMS, &asked).await?;
        let successors = conn.rows(SUCCESSORS, &asked).await?;
        Ok(Some(ProcessPage {
            line: row.into_line(),
            sessions: sessions.into_iter().map(SessionRow::into_session).collect(),
            norms: norms.into_iter().map(NormRow::into_norm).collect(),
            successors,
        }))
    }

    /// Remembers that a pack was loaded.
    pub async fn pack_loaded(&self, load: &PackLoad) -> Result<()> {
        let mut conn = self.db.writer().await?;
        let values = [load.pack.as_str().into(), load.hash.to_string().into(), load.at_ms.into()];
        conn.run(PACK_LOADED, &values).await?;
        conn.commit().await
    }

    /// The packs loaded, each with its last load.
    pub async fn packs(&self) -> Result<Vec<PackLoad>> {
        let found: Vec<(String, String, i64)> = self.db.reader().await?.rows(PACKS, &[]).await?;
        found.into_iter().map(|(pack, hash, at_ms)| Ok(PackLoad { pack, hash: rows::hash(&hash)?, at_ms })).collect()
    }

    /// A setting's value; `None` if it was never set.
    pub async fn setting(&self, key: &str) -> Result<Option<String>> {
        let value: Option<(String,)> = self.db.reader().await?.row(SETTING, &[key.into()]).await?;
        Ok(value.map(|value| value.0))
    }

    /// Sets a setting.
    pub async fn set_setting(&self, key: &str, value: &str, at_ms: i64) -> Result<()> {
        let mut conn = self.db.writer().await?;
        conn.run(SET_SETTING, &[key.into(), value.into(), at_ms.into()]).await?;
        conn.commit().await
    }
}

async fn put_process(conn: &mut Conn, process: &Process, at_ms: i64) -> Result<()> {
    let values = [
        process.slug.as_str().into(),
        process.name.as_str().into(),
        process.summary.as_str().into(),
        process.mandate.as_deref().into(),
        process.predecessor.as_deref().into(),
        process.decision_rule.as_deref().into(),
        process.chair.as_deref().into(),
        rows::ordinal(process.from).into(),
        rows::ordinal(process.until).into(),
        process.source.as_str().into(),
        i64::from(process.is_confirmed).into(),
        at_ms.into(),
    ];
    conn.run(PUT_PROCESS, &values).await?;
    Ok(())
}

async fn put_session(conn: &mut Conn, session: &Session, at_ms: i64) -> Result<()> {
    let values = [
        session.process.as_str().into(),
        session.name.as_str().into(),
        rows::ordinal(session.from).into(),
        rows::ordinal(session.until).into(),
        session.place.as_deref().into(),
        session.outcome.as_deref().into(),
        session.source.as_str().into(),
        i64::from(session.is_confirmed).into(),
        at_ms.into(),
    ];
    conn.run(PUT_SESSION, &values).await?;
    Ok(())
}

async fn put_norm(conn: &mut Conn, norm: &Norm, at_ms: i64) -> Result<()> {
    let key = Symbol::parse(&norm.symbol).map_err(|_| rows::damaged("symbol of a norm", &norm.symbol))?.key();
    let values = [
        key.into(),
        norm.key.as_str().into(),
        norm.symbol.as_str().into(),
        norm.label.as_str().into(),
        norm.source.as_str().into(),
        i64::from(norm.is_confirmed).into(),
        at_ms.into(),
    ];
    conn.run(PUT_NORM, &values).await?;
    Ok(())
}

impl ProcessRow {
    fn into_line(self) -> ProcessLine {
        let process = Process {
            slug: self.slug,
            name: self.name,
            summary: self.summary,
            mandate: self.mandate,
            predecessor: self.predecessor,
            decision_rule: self.decision_rule,
            chair: self.chair,
            from: rows::date(self.from_date),
            until: rows::date(self.until_date),
            source: self.source,
            is_confirmed: self.is_confirmed != 0,
        };
        ProcessLine { process, documents: rows::count(self.documents), with_text: rows::count(self.with_text) }
    }
}

impl SessionRow {
    fn into_session(self) -> Session {
        Session {
            process: self.process,
            name: self.name,
            from: rows::date(self.from_date),
            until: rows::date(self.until_date),
            place: self.place,
            outcome: self.outcome,
            source: self.source,
            is_confirmed: self.is_confirmed != 0,
        }
    }
}

impl NormRow {
    fn into_norm(self) -> Norm {
        Norm {
            key: self.key,
            symbol: self.symbol,
            label: self.label,
            source: self.source,
            is_confirmed: self.is_confirmed != 0,
        }
    }
}
