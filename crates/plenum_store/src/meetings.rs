//! Meetings: one sitting each, of a session of a process, with its transcript if there is one.

use crate::db::{Conn, Value, statements};
use crate::{Result, Store, rows};
use plenum_model::Symbol;
use plenum_model::statement::{Meeting, Mode};
use sqlx::FromRow;

/// A meeting with what is kept of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingLine {
    /// Its number, which is its address and never given again.
    pub id: i64,
    /// What is known of it.
    pub meeting: Meeting,
    /// Its transcript's document.
    pub transcript: Option<Symbol>,
    /// The name of its process; its slug where that is not held.
    pub process_name: String,
    /// How many statements it has.
    pub statements: u64,
    /// How many of them an editor has confirmed.
    pub confirmed: u64,
}

macro_rules! meeting_lines {
    ($which:literal) => {
        concat!(
            "select m.meeting_id, m.process, m.session, m.name, m.mode, m.date, m.video, d.symbol, \
             coalesce((select o.name from process o where o.slug = m.process), m.process) as process_name, \
             (select count(*) from statement s where s.meeting_id = m.meeting_id and s.gone_at_ms is null) as statements, \
             (select count(*) from statement s where s.meeting_id = m.meeting_id and s.gone_at_ms is null \
             and s.is_confirmed = 1) as confirmed \
             from meeting m left join document d on d.document_id = m.document_id ",
            $which
        )
    };
}

statements! {
    MEETINGS = meeting_lines!("order by coalesce(m.date, 0) desc, m.meeting_id desc");
    MEETINGS_OF = meeting_lines!("where m.process = $1 order by coalesce(m.date, 99999999), m.meeting_id");
    MEETING = meeting_lines!("where m.meeting_id = $1");
    BY_NAME = "select meeting_id, session, mode, date, video, document_id from meeting where process = $1 and name = $2";
    INSERT_MEETING = "insert into meeting (meeting_id, process, session, name, mode, date, video, document_id, \
        created_at_ms, changed_at_ms) values";
    UPDATE_MEETING = "update meeting set session = $2, mode = $3, date = $4, video = $5, document_id = $6, \
        changed_at_ms = $7 where meeting_id = $1";
}

#[derive(FromRow)]
struct MeetingRow {
    meeting_id: i64,
    process: String,
    session: Option<String>,
    name: String,
    mode: String,
    date: Option<i64>,
    video: Option<String>,
    symbol: Option<String>,
    process_name: String,
    statements: i64,
    confirmed: i64,
}

type Held = (i64, Option<String>, String, Option<i64>, Option<String>, Option<i64>);

impl Store {
    /// All meetings, the latest first.
    pub async fn meetings(&self) -> Result<Vec<MeetingLine>> {
        let found: Vec<MeetingRow> = self.db.reader().await?.rows(MEETINGS, &[]).await?;
        found.into_iter().map(MeetingRow::into_line).collect()
    }

    /// The meetings of a process, in the order in which they were held, undated ones last.
    pub async fn meetings_of(&self, process: &str) -> Result<Vec<MeetingLine>> {
        let found: Vec<MeetingRow> = self.db.reader().await?.rows(MEETINGS_OF, &[process.into()]).await?;
        found.into_iter().map(MeetingRow::into_line).collect()
    }

    /// One meeting; `None` if it is not held.
    pub async fn meeting(&self, id: i64) -> Result<Option<MeetingLine>> {
        let found: Option<MeetingRow> = self.db.reader().await?.row(MEETING, &[id.into()]).await?;
        found.map(MeetingRow::into_line).transpose()
    }
}

impl MeetingRow {
    fn into_line(self) -> Result<MeetingLine> {
        Ok(MeetingLine {
            id: self.meeting_id,
            meeting: Meeting {
                process: self.process,
                session: self.session,
                name: self.name,
                mode: Mode::parse(&self.mode).ok_or_else(|| rows::damaged("mode", &self.mode))?,
                date: rows::date(self.date),
                video: self.video,
            },
            transcript: self.symbol.as_deref().map(rows::symbol).transpose()?,
            process_name: self.process_name,
            statements: rows::count(self.statements),
            confirmed: rows::count(self.confirmed),
        })
    }
}

/// Puts in a meeting, or completes the one of that name: what is said now replaces, what is not said stays. Gives its number.
pub(crate) async fn put_meeting(conn: &mut Conn, meeting: &Meeting, document_id: i64, at_ms: i64) -> Result<i64> {
    let named: [Value<'_>; 2] = [meeting.process.as_str().into(), meeting.name.as_str().into()];
    let held: Option<Held> = conn.row(BY_NAME, &named).await?;
    let date = rows::ordinal(meeting.date);
    let Some((id, session, _, held_date, video, _)) = held else {
        let id = conn.take_keys("meeting", 1).await?;
        let values = [
            id.into(),
            meeting.process.as_str().into(),
            meeting.session.as_deref().into(),
            meeting.name.as_str().into(),
            meeting.mode.as_str().into(),
            date.into(),
            meeting.video.as_deref().into(),
            document_id.into(),
            at_ms.into(),
            at_ms.into(),
        ];
        conn.insert(INSERT_MEETING, values.len(), &values).await?;
        return Ok(id);
    };
    let values = [
        id.into(),
        meeting.session.clone().or(session).into(),
        meeting.mode.as_str().into(),
        date.or(held_date).into(),
        meeting.video.clone().or(video).into(),
        document_id.into(),
        at_ms.into(),
    ];
    conn.run(UPDATE_MEETING, &values).await?;
    Ok(id)
}
