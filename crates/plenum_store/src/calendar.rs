//! The calendar: sessions of packs, meetings and deadlines from packs and calendar files, in one list.

use crate::changes::begin_edition;
use crate::db::{Conn, Value, statements};
use crate::processes::Knowledge;
use crate::{Result, Store, rows};
use plenum_model::calendar::{Event, EventKind, EventStatus, When};
use plenum_model::{Moment, PartialDate, Zone};
use sqlx::FromRow;

/// An event with what the store knows of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventLine {
    /// The event.
    pub event: Event,
    /// The name of its process.
    pub process_name: String,
    /// How often it has changed.
    pub sequence: u32,
    /// When it changed last, milliseconds since 1970.
    pub changed_at_ms: i64,
}

/// What became of events that were put in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EventsKept {
    /// Not held before.
    pub new: u64,
    /// Held, and changed.
    pub changed: u64,
    /// Held in the same words.
    pub unchanged: u64,
}

statements! {
    EVENTS = "select e.process, o.name as process_name, e.uid, e.kind, e.name, e.about, e.starts, e.ends, e.zone, \
        e.place, e.link, e.actor, e.status, e.source, e.is_confirmed, e.sequence, e.changed_at_ms \
        from event e join process o on o.slug = e.process \
        where cast($1 as text) is null or e.process = $1 order by e.starts_ms, e.process, e.uid";
    EVENTS_OF_PACK = "select e.process, o.name as process_name, e.uid, e.kind, e.name, e.about, e.starts, e.ends, e.zone, \
        e.place, e.link, e.actor, e.status, e.source, e.is_confirmed, e.sequence, e.changed_at_ms \
        from event e join process o on o.slug = e.process where e.pack = $1 order by e.position";
    DOUBT_EVENTS = "update event set position = -1 where pack = $1";
    STAMP_EVENT = "update event set pack = $3, position = $4 where process = $1 and uid = $2";
    GONE_EVENTS = "delete from event where pack = $1 and position = -1";
    SESSIONS = "select s.process, o.name as process_name, s.name, s.from_date, s.until_date, s.place, s.outcome, \
        s.source, s.is_confirmed, s.sequence, s.changed_at_ms from session s join process o on o.slug = s.process \
        where cast($1 as text) is null or s.process = $1 order by s.process, s.name";
    HELD = "select uid, sequence from event where process = $1 and uid = $2";
    PUT_EVENT = "insert into event (process, uid, kind, name, about, starts, ends, zone, starts_ms, place, link, actor, \
        status, source, is_confirmed, sequence, changed_at_ms) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 0, $16) \
        on conflict (process, uid) do update set kind = excluded.kind, name = excluded.name, about = excluded.about, \
        starts = excluded.starts, ends = excluded.ends, zone = excluded.zone, starts_ms = excluded.starts_ms, \
        place = excluded.place, link = excluded.link, actor = excluded.actor, status = excluded.status, \
        source = excluded.source, is_confirmed = excluded.is_confirmed, sequence = event.sequence + 1, \
        changed_at_ms = excluded.changed_at_ms \
        where event.kind is distinct from excluded.kind or event.name is distinct from excluded.name \
        or event.about is distinct from excluded.about or event.starts is distinct from excluded.starts \
        or event.ends is distinct from excluded.ends or event.zone is distinct from excluded.zone \
        or event.place is distinct from excluded.place or event.link is distinct from excluded.link \
        or event.actor is distinct from excluded.actor or event.status is distinct from excluded.status \
        or event.source is distinct from excluded.source \
        or event.is_confirmed is distinct from excluded.is_confirmed";
}

#[derive(FromRow)]
struct EventRow {
    process: String,
    process_name: String,
    uid: String,
    kind: String,
    name: String,
    about: Option<String>,
    starts: Option<String>,
    ends: Option<String>,
    zone: Option<String>,
    place: Option<String>,
    link: Option<String>,
    actor: Option<String>,
    status: String,
    source: String,
    is_confirmed: i64,
    sequence: i64,
    changed_at_ms: i64,
}

#[derive(FromRow)]
struct SessionRow {
    process: String,
    process_name: String,
    name: String,
    from_date: Option<i64>,
    until_date: Option<i64>,
    place: Option<String>,
    outcome: Option<String>,
    source: String,
    is_confirmed: i64,
    sequence: i64,
    changed_at_ms: i64,
}

impl Store {
    /// Puts events in, or replaces those of the same process and UID. What is said again in the same words is not changed.
    ///
    /// Errors: an event of a process that is not held. Then nothing is kept.
    pub async fn put_events(&self, events: &[Event], at_ms: i64) -> Result<EventsKept> {
        let mut conn = self.db.writer().await?;
        let mut kept = EventsKept::default();
        for event in events {
            put(&mut conn, event, at_ms, &mut kept).await?;
        }
        if kept.new + kept.changed > 0 {
            begin_edition(&mut conn).await?;
        }
        conn.commit().await?;
        Ok(kept)
    }

    /// Everything in the calendar, of one process or of all: the earliest first, what has no date last.
    pub async fn calendar(&self, process: Option<&str>) -> Result<Vec<EventLine>> {
        let mut conn = self.db.snapshot().await?;
        let asked: [Value<'_>; 1] = [process.into()];
        let events: Vec<EventRow> = conn.rows(EVENTS, &asked).await?;
        let sessions: Vec<SessionRow> = conn.rows(SESSIONS, &asked).await?;
        let mut lines = Vec::with_capacity(events.len() + sessions.len());
        for row in events {
            lines.push(row.into_line()?);
        }
        for row in sessions {
            lines.push(row.into_line());
        }
        lines.sort_by_cached_key(|line| line.event.when.map_or(i64::MAX, |when| when.starts_ms()));
        Ok(lines)
    }
}

/// Puts in the deadlines of a pack; those it tells no longer go.
pub(crate) async fn put_of_pack(conn: &mut Conn, told: &Knowledge, at_ms: i64) -> Result<()> {
    let pack: Value<'_> = told.pack.as_str().into();
    conn.run(DOUBT_EVENTS, std::slice::from_ref(&pack)).await?;
    for (event, position) in told.deadlines.iter().zip(0i64..) {
        put(conn, event, at_ms, &mut EventsKept::default()).await?;
        let key =
            [event.process.as_str().into(), event.uid.as_str().into(), told.pack.as_str().into(), position.into()];
        conn.run(STAMP_EVENT, &key).await?;
    }
    conn.run(GONE_EVENTS, &[pack]).await?;
    Ok(())
}

/// The deadlines of a pack, in its order.
pub(crate) async fn of_pack(conn: &mut Conn, pack: &str) -> Result<Vec<Event>> {
    let rows: Vec<EventRow> = conn.rows(EVENTS_OF_PACK, &[pack.into()]).await?;
    rows.into_iter().map(|row| Ok(row.into_line()?.event)).collect()
}

async fn put(conn: &mut Conn, event: &Event, at_ms: i64, kept: &mut EventsKept) -> Result<()> {
    let is_held = conn.row::<(String, i64)>(HELD, &[event.process.as_str().into(), event.uid.as_str().into()]).await?;
    let (starts, ends, zone) = written(event.when);
    let values = [
        event.process.as_str().into(),
        event.uid.as_str().into(),
        event.kind.as_str().into(),
        event.name.as_str().into(),
        event.about.as_deref().into(),
        starts.into(),
        ends.into(),
        zone.into(),
        event.when.map_or(0, |when| when.starts_ms()).into(),
        event.place.as_deref().into(),
        event.link.as_deref().into(),
        event.actor.as_deref().into(),
        event.status.as_str().into(),
        event.source.as_str().into(),
        i64::from(event.is_confirmed).into(),
        at_ms.into(),
    ];
    let touched = conn.run(PUT_EVENT, &values).await?;
    match (is_held, touched) {
        (None, _) => kept.new += 1,
        (Some(_), 0) => kept.unchanged += 1,
        (Some(_), _) => kept.changed += 1,
    }
    Ok(())
}

/// Beginning, end and zone as they are kept.
fn written(when: Option<When>) -> (Option<String>, Option<String>, Option<&'static str>) {
    match when {
        None => (None, None, None),
        Some(When::Days { from, until }) => (Some(from.to_string()), until.map(|day| day.to_string()), None),
        Some(When::Moments { from, until }) => {
            let zone = from.zone();
            // One zone is kept: an end told in another is the same moment on the clocks of the first.
            let end = until.map(|end| if end.zone() == zone { end } else { end.in_zone(zone) });
            (Some(from.to_string()), end.map(|end| end.to_string()), Some(zone.name()))
        }
    }
}

fn when(starts: Option<&str>, ends: Option<&str>, zone: Option<&str>) -> Result<Option<When>> {
    let Some(starts) = starts else { return Ok(None) };
    let damaged = |text: &str| rows::damaged("time of an event", text);
    let Some(zone) = zone else {
        let date = |text: &str| PartialDate::parse(text).map_err(|_| damaged(text));
        return Ok(Some(When::Days { from: date(starts)?, until: ends.map(date).transpose()? }));
    };
    let zone = Zone::find(zone).ok_or_else(|| damaged(zone))?;
    let moment = |text: &str| Moment::parse(text, zone).ok_or_else(|| damaged(text));
    Ok(Some(When::Moments { from: moment(starts)?, until: ends.map(moment).transpose()? }))
}

impl EventRow {
    fn into_line(self) -> Result<EventLine> {
        let when = when(self.starts.as_deref(), self.ends.as_deref(), self.zone.as_deref())?;
        let event = Event {
            when,
            process: self.process,
            kind: EventKind::parse(&self.kind).ok_or_else(|| rows::damaged("kind of an event", &self.kind))?,
            status: EventStatus::parse(&self.status).ok_or_else(|| rows::damaged("status", &self.status))?,
            uid: self.uid,
            name: self.name,
            about: self.about,
            place: self.place,
            link: self.link,
            actor: self.actor,
            source: self.source,
            is_confirmed: self.is_confirmed != 0,
        };
        let sequence = u32::try_from(self.sequence).unwrap_or(u32::MAX);
        Ok(EventLine { event, process_name: self.process_name, sequence, changed_at_ms: self.changed_at_ms })
    }
}

impl SessionRow {
    fn into_line(self) -> EventLine {
        let until = rows::date(self.until_date);
        let when = rows::date(self.from_date).or(until).map(|from| When::Days { from, until });
        let event = Event {
            uid: format!("session {}", self.name),
            process: self.process,
            kind: EventKind::Session,
            name: self.name,
            about: self.outcome,
            when,
            place: self.place,
            link: None,
            actor: None,
            status: EventStatus::Confirmed,
            source: self.source,
            is_confirmed: self.is_confirmed != 0,
        };
        let sequence = u32::try_from(self.sequence).unwrap_or(u32::MAX);
        EventLine { event, process_name: self.process_name, sequence, changed_at_ms: self.changed_at_ms }
    }
}
