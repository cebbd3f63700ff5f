//! Processes, sessions and norms, as knowledge packs give them; settings.

use crate::changes::begin_edition;
use crate::db::{Conn, Value, statements};
use crate::names::{self, OtherNames};
use crate::{Result, Store, rows};
use crate::{calendar, claims, knowledge};
use plenum_model::Symbol;
use plenum_model::calendar::Event;
use plenum_model::claim::{Claim, Property};
use plenum_model::knowledge::{Crosswalk, Instrument, Issue, Term};
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
    /// The norms, measures and principles held by its documents, in the order of the pack.
    pub norms: Vec<Norm>,
    /// Slug and name of the processes that carry it on.
    pub successors: Vec<(String, String)>,
}

/// What one pack says, in one transaction.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Knowledge {
    /// The pack's name; what it told before and tells no longer goes. Empty: no pack, so nothing goes.
    pub pack: String,
    /// Its edition and who loads it, in words: `pack world 2026.11`.
    pub by: String,
    /// Processes; replaced by slug.
    pub processes: Vec<Process>,
    /// Sessions; replaced by process and name.
    pub sessions: Vec<Session>,
    /// Deadlines and single meetings; replaced by process and UID.
    pub deadlines: Vec<Event>,
    /// Norms; replaced by symbol and key.
    pub norms: Vec<Norm>,
    /// Instruments; replaced by slug.
    pub instruments: Vec<Instrument>,
    /// Terms of the glossary; replaced by slug.
    pub terms: Vec<Term>,
    /// Issues; replaced by slug.
    pub issues: Vec<Issue>,
    /// Cross-walks; replaced by slug.
    pub crosswalks: Vec<Crosswalk>,
    /// Properties that claims are about; replaced by subject and key.
    pub properties: Vec<Property>,
    /// Claims; replaced by key. What was withdrawn by hand stays withdrawn, what was confirmed stays confirmed.
    pub claims: Vec<Claim>,
    /// Other names; replaced by subject.
    pub names: Vec<OtherNames>,
}

/// The processes with their counts; the end of the statement says which, in which order.
macro_rules! process_lines {
    ($which:literal) => {
        concat!(
            "select o.slug, o.name, o.summary, o.mandate, o.predecessor, o.decision_rule, o.chair, o.from_date, \
             o.until_date, o.family, o.expires_date, o.stands, o.stands_on_date, o.achievement, o.next_step, \
             o.source, o.is_confirmed, \
             (select count(*) from document d where d.process = o.slug) as documents, \
             (select count(*) from document d where d.process = o.slug and d.text_at_ms is not null) as with_text \
             from process o ",
            $which
        )
    };
}

statements! {
    PUT_PROCESS = "insert into process (slug, name, summary, mandate, predecessor, decision_rule, chair, from_date, \
        until_date, family, expires_date, stands, stands_on_date, achievement, next_step, source, is_confirmed, pack, \
        position, changed_at_ms) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20) \
        on conflict (slug) do update set name = excluded.name, summary = excluded.summary, \
        mandate = excluded.mandate, predecessor = excluded.predecessor, decision_rule = excluded.decision_rule, \
        chair = excluded.chair, from_date = excluded.from_date, until_date = excluded.until_date, \
        family = excluded.family, expires_date = excluded.expires_date, stands = excluded.stands, \
        stands_on_date = excluded.stands_on_date, achievement = excluded.achievement, \
        next_step = excluded.next_step, source = excluded.source, is_confirmed = excluded.is_confirmed, \
        pack = excluded.pack, position = excluded.position, changed_at_ms = excluded.changed_at_ms";
    /// A calendar counts the changes of what it shows (`sequence`); pack and position are no such change.
    PUT_SESSION = "insert into session (process, name, from_date, until_date, place, outcome, documents, source, \
        is_confirmed, pack, position, changed_at_ms) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) \
        on conflict (process, name) do update set from_date = excluded.from_date, until_date = excluded.until_date, \
        place = excluded.place, outcome = excluded.outcome, documents = excluded.documents, \
        source = excluded.source, is_confirmed = excluded.is_confirmed, pack = excluded.pack, \
        position = excluded.position, sequence = session.sequence + case when (session.from_date is distinct from excluded.from_date \
        or session.until_date is distinct from excluded.until_date or session.place is distinct from excluded.place \
        or session.outcome is distinct from excluded.outcome or session.source is distinct from excluded.source \
        or session.is_confirmed is distinct from excluded.is_confirmed) then 1 else 0 end, \
        changed_at_ms = case when (session.from_date is distinct from excluded.from_date \
        or session.until_date is distinct from excluded.until_date or session.place is distinct from excluded.place \
        or session.outcome is distinct from excluded.outcome or session.source is distinct from excluded.source \
        or session.is_confirmed is distinct from excluded.is_confirmed) then excluded.changed_at_ms else session.changed_at_ms end";
    PUT_NORM = "insert into norm (symbol_key, key, norm_set, symbol, label, source, is_confirmed, pack, position, \
        changed_at_ms) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (symbol_key, key) do update set \
        norm_set = excluded.norm_set, symbol = excluded.symbol, label = excluded.label, source = excluded.source, \
        is_confirmed = excluded.is_confirmed, pack = excluded.pack, position = excluded.position, \
        changed_at_ms = excluded.changed_at_ms";
    DOUBT_SESSIONS = "update session set position = -1 where pack = $1";
    GONE_SESSIONS = "delete from session where pack = $1 and position = -1";
    GONE_NORMS = "delete from norm where pack = $1 and changed_at_ms <> $2";
    /// A process whose sessions another pack still tells stays.
    GONE_PROCESSES = "delete from process where pack = $1 and changed_at_ms <> $2 \
        and not exists (select 1 from session s where s.process = process.slug)";
    PROCESSES = process_lines!("order by case when o.until_date is null then 0 else 1 end, \
        coalesce(o.from_date, 0) desc, o.slug");
    PROCESS = process_lines!("where o.slug = $1");
    PROCESSES_OF_PACK = process_lines!("where o.pack = $1 order by o.position");
    SESSIONS = "select process, name, from_date, until_date, place, outcome, documents, source, is_confirmed \
        from session where process = $1 order by coalesce(from_date, 99999999), name";
    SESSIONS_OF_PACK = "select process, name, from_date, until_date, place, outcome, documents, source, is_confirmed \
        from session where pack = $1 order by position";
    NORMS = "select n.norm_set, n.key, n.symbol, n.label, n.source, n.is_confirmed from norm n \
        join document d on d.symbol_key = n.symbol_key where d.process = $1 \
        order by n.symbol_key, coalesce(n.position, 0), n.key";
    NORMS_OF_PACK = "select norm_set, key, symbol, label, source, is_confirmed from norm where pack = $1 \
        order by position";
    SUCCESSORS = "select slug, name from process where predecessor = $1 order by coalesce(from_date, 99999999), slug";
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
    family: Option<String>,
    expires_date: Option<i64>,
    stands: Option<String>,
    stands_on_date: Option<i64>,
    achievement: Option<String>,
    next_step: Option<String>,
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
    documents: Option<String>,
    source: String,
    is_confirmed: i64,
}

#[derive(FromRow)]
struct NormRow {
    norm_set: Option<String>,
    key: String,
    symbol: String,
    label: String,
    source: String,
    is_confirmed: i64,
}

impl Store {
    /// Puts in, or replaces, what a pack says; what the pack no longer says goes.
    ///
    /// Errors: a session of a process that is neither given nor held; a norm whose symbol is none; a claim of an unknown
    /// property. Then nothing is kept.
    pub async fn learn(&self, knowledge: &Knowledge, at_ms: i64) -> Result<()> {
        let mut conn = self.db.writer().await?;
        let pack = Some(knowledge.pack.as_str()).filter(|pack| !pack.is_empty());
        for (process, position) in knowledge.processes.iter().zip(0i64..) {
            put_process(&mut conn, process, Told { pack, position, at_ms }).await?;
        }
        conn.run(DOUBT_SESSIONS, &[pack.into()]).await?;
        for (session, position) in knowledge.sessions.iter().zip(0i64..) {
            put_session(&mut conn, session, Told { pack, position, at_ms }).await?;
        }
        for (norm, position) in knowledge.norms.iter().zip(0i64..) {
            put_norm(&mut conn, norm, Told { pack, position, at_ms }).await?;
        }
        if let Some(pack) = pack {
            knowledge::put(&mut conn, knowledge, at_ms).await?;
            claims::put(&mut conn, knowledge, at_ms).await?;
            calendar::put_of_pack(&mut conn, knowledge, at_ms).await?;
            names::put_of_pack(&mut conn, knowledge, at_ms).await?;
            conn.run(GONE_SESSIONS, &[pack.into()]).await?;
            for gone in [GONE_NORMS, GONE_PROCESSES] {
                conn.run(gone, &[pack.into(), at_ms.into()]).await?;
            }
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
            sessions: sessions.into_iter().map(SessionRow::into_session).collect::<Result<_>>()?,
            norms: norms.into_iter().map(NormRow::into_norm).collect(),
            successors,
        }))
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

/// The processes, sessions and norms of a pack, in its order.
pub(crate) async fn of_pack(conn: &mut Conn, pack: &str) -> Result<(Vec<Process>, Vec<Session>, Vec<Norm>)> {
    let asked: [Value<'_>; 1] = [pack.into()];
    let processes: Vec<ProcessRow> = conn.rows(PROCESSES_OF_PACK, &asked).await?;
    let sessions: Vec<SessionRow> = conn.rows(SESSIONS_OF_PACK, &asked).await?;
    let norms: Vec<NormRow> = conn.rows(NORMS_OF_PACK, &asked).await?;
    Ok((
        processes.into_iter().map(|row| row.into_line().process).collect(),
        sessions.into_iter().map(SessionRow::into_session).collect::<Result<_>>()?,
        norms.into_iter().map(NormRow::into_norm).collect(),
    ))
}

/// Which pack tells a row, at which place of its file, and when.
#[derive(Clone, Copy)]
pub(crate) struct Told<'a> {
    pub(crate) pack: Option<&'a str>,
    pub(crate) position: i64,
    pub(crate) at_ms: i64,
}

async fn put_process(conn: &mut Conn, process: &Process, told: Told<'_>) -> Result<()> {
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
        process.family.as_deref().into(),
        rows::ordinal(process.expires).into(),
        process.stands.as_deref().into(),
        rows::ordinal(process.stands_on).into(),
        process.achievement.as_deref().into(),
        process.next.as_deref().into(),
        process.source.as_str().into(),
        i64::from(process.is_confirmed).into(),
        told.pack.into(),
        told.position.into(),
        told.at_ms.into(),
    ];
    conn.run(PUT_PROCESS, &values).await?;
    Ok(())
}

async fn put_session(conn: &mut Conn, session: &Session, told: Told<'_>) -> Result<()> {
    let values = [
        session.process.as_str().into(),
        session.name.as_str().into(),
        rows::ordinal(session.from).into(),
        rows::ordinal(session.until).into(),
        session.place.as_deref().into(),
        session.outcome.as_deref().into(),
        rows::to_json(&session.documents).into(),
        session.source.as_str().into(),
        i64::from(session.is_confirmed).into(),
        told.pack.into(),
        told.position.into(),
        told.at_ms.into(),
    ];
    conn.run(PUT_SESSION, &values).await?;
    Ok(())
}

async fn put_norm(conn: &mut Conn, norm: &Norm, told: Told<'_>) -> Result<()> {
    let key = Symbol::parse(&norm.symbol).map_err(|_| rows::damaged("symbol of a norm", &norm.symbol))?.key();
    let values = [
        key.into(),
        norm.key.as_str().into(),
        norm.set.as_str().into(),
        norm.symbol.as_str().into(),
        norm.label.as_str().into(),
        norm.source.as_str().into(),
        i64::from(norm.is_confirmed).into(),
        told.pack.into(),
        told.position.into(),
        told.at_ms.into(),
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
            family: self.family,
            expires: rows::date(self.expires_date),
            stands: self.stands,
            stands_on: rows::date(self.stands_on_date),
            achievement: self.achievement,
            next: self.next_step,
            source: self.source,
            is_confirmed: self.is_confirmed != 0,
        };
        ProcessLine { process, documents: rows::count(self.documents), with_text: rows::count(self.with_text) }
    }
}

impl SessionRow {
    fn into_session(self) -> Result<Session> {
        Ok(Session {
            process: self.process,
            name: self.name,
            from: rows::date(self.from_date),
            until: rows::date(self.until_date),
            place: self.place,
            outcome: self.outcome,
            documents: self.documents.as_deref().map_or(Ok(Vec::new()), rows::path)?,
            source: self.source,
            is_confirmed: self.is_confirmed != 0,
        })
    }
}

impl NormRow {
    fn into_norm(self) -> Norm {
        Norm {
            set: self.norm_set.unwrap_or_else(|| "norm".into()),
            key: self.key,
            symbol: self.symbol,
            label: self.label,
            source: self.source,
            is_confirmed: self.is_confirmed != 0,
        }
    }
}
