//! Statements as pages show them: those of meetings, and one with its paragraphs and its history.

use super::editing::{StatementChange, changes_of};
use crate::db::{Value, statements};
use crate::meetings::MeetingLine;
use crate::paragraphs::{Placed, Targets, between};
use crate::{Result, Store, rows};
use plenum_model::statement::{Gender, Mode, Moment, StatementKind};
use plenum_model::{Address, PartialDate, RevisionTag, Symbol};
use sqlx::FromRow;
use std::collections::HashMap;

/// A statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Its meeting's number.
    pub meeting: i64,
    /// Its number in the meeting.
    pub number: i64,
    /// Where its first paragraph stands.
    pub address: Address,
    /// The words of its first paragraph.
    pub opening: String,
    /// The speaker as printed; empty where none is named.
    pub printed: String,
    /// For whom else, as printed.
    pub printed_group: Option<String>,
    /// When it was spoken.
    pub moment: Option<Moment>,
    /// How many words it has.
    pub words: u64,
    /// How sure the machine was of the actor, of a thousand.
    pub sureness_permille: u16,
    /// Whose words: a slug.
    pub actor: Option<String>,
    /// The group it speaks for: a slug.
    pub speaks_for: Option<String>,
    /// What sort of words.
    pub kind: StatementKind,
    /// Formal or informal.
    pub mode: Mode,
    /// The number of the statement that it answers.
    pub answers: Option<i64>,
    /// As stated.
    pub gender: Option<Gender>,
    /// Whether an editor says that it proposes something for the first time.
    pub is_first_proposal: bool,
    /// Whether an editor has confirmed it.
    pub is_confirmed: bool,
    /// Whether a corrected transcript no longer has it, and the number of what took its place.
    pub gone: Option<Option<i64>>,
}

/// Everything that a statement's page shows.
#[derive(Clone, Debug)]
pub struct StatementPage {
    /// Its meeting.
    pub meeting: MeetingLine,
    /// The statement.
    pub statement: Statement,
    /// Its paragraphs, each with when it was spoken.
    pub paragraphs: Vec<(Placed, Option<Moment>)>,
    /// The held documents that they name.
    pub targets: Targets,
    /// The numbers of the current statements before and after it.
    pub neighbours: (Option<i64>, Option<i64>),
    /// The numbers of the replies to it.
    pub answered_by: Vec<i64>,
    /// What editors changed, newest first.
    pub changes: Vec<StatementChange>,
}

/// A document that statements name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its symbol as printed.
    pub symbol: Symbol,
    /// How often it is named.
    pub times: u64,
}

macro_rules! statement_columns {
    () => {
        "select s.meeting_id, s.number, d.symbol, v.language, v.ordinal, p.anchor, g.body, s.printed, s.printed_group, \
         s.from_ms, s.until_ms, s.words, s.sureness_permille, s.actor, s.speaks_for, s.kind, s.mode, s.answers, s.gender, \
         s.is_first_proposal, s.is_confirmed, s.gone_at_ms, s.became, s.revision_id, s.first_position, s.last_position \
         from statement s join revision v on v.revision_id = s.revision_id \
         join document d on d.document_id = v.document_id \
         join placement p on p.revision_id = s.revision_id and p.position = s.first_position \
         join paragraph g on g.paragraph_id = p.paragraph_id "
    };
}

statements! {
    OF_MEETINGS = concat!(statement_columns!(), "where s.meeting_id in ({list}) and s.gone_at_ms is null \
        order by s.meeting_id, s.first_position");
    OF_ACTOR = concat!(statement_columns!(), "where s.actor = $1 and s.gone_at_ms is null and s.is_confirmed = 1 \
        order by s.meeting_id desc, s.first_position");
    ONE = concat!(statement_columns!(), "where s.meeting_id = $1 and s.number = $2");
    MOMENTS = "select position, from_ms, until_ms from spoken where revision_id = $1 and position between $2 and $3";
    ANSWERS = "select number from statement where meeting_id = $1 and answers = $2 and gone_at_ms is null order by number";
    ORDER = "select number from statement where meeting_id = $1 and gone_at_ms is null order by first_position";
    NAMED = "select min(r.symbol) as symbol, count(*) as times from statement s \
        join placement p on p.revision_id = s.revision_id and p.position between s.first_position and s.last_position \
        join reference r on r.paragraph_id = p.paragraph_id where s.is_confirmed = 1 and s.gone_at_ms is null \
        and r.symbol_key is not null and s.meeting_id in ({list}) group by r.symbol_key";
    GROUPS_OF = "select member_slug, group_slug, from_date, until_date from membership where member_slug in ({list}) \
        order by group_slug";
    QUOTED = "select o.position_id, s.meeting_id, s.number, m.name from position o \
        join placement p on p.revision_id = o.revision_id and p.paragraph_id = o.paragraph_id \
        join statement s on s.revision_id = o.revision_id and p.position between s.first_position and s.last_position \
        join meeting m on m.meeting_id = s.meeting_id \
        where o.process = $1 and o.withdrawn_at_ms is null and s.gone_at_ms is null and s.is_confirmed = 1 \
        order by o.position_id, s.meeting_id, s.number";
}

#[derive(FromRow)]
struct StatementRow {
    meeting_id: i64,
    number: i64,
    symbol: String,
    language: String,
    ordinal: i64,
    anchor: String,
    body: String,
    printed: String,
    printed_group: Option<String>,
    from_ms: Option<i64>,
    until_ms: Option<i64>,
    words: i64,
    sureness_permille: i64,
    actor: Option<String>,
    speaks_for: Option<String>,
    kind: String,
    mode: String,
    answers: Option<i64>,
    gender: Option<String>,
    is_first_proposal: i64,
    is_confirmed: i64,
    gone_at_ms: Option<i64>,
    became: Option<i64>,
    revision_id: i64,
    first_position: i64,
    last_position: i64,
}

impl Store {
    /// The current statements of meetings, in speaking order, meeting after meeting.
    pub async fn statements_of(&self, meetings: &[i64]) -> Result<Vec<Statement>> {
        let members: Vec<Value<'_>> = meetings.iter().map(|id| (*id).into()).collect();
        let found: Vec<StatementRow> = self.db.reader().await?.rows_in(OF_MEETINGS, &[], &members).await?;
        found.into_iter().map(StatementRow::into_statement).collect()
    }

    /// The confirmed statements of an actor, the latest meeting first.
    pub async fn statements_by(&self, actor: &str) -> Result<Vec<Statement>> {
        let found: Vec<StatementRow> = self.db.reader().await?.rows(OF_ACTOR, &[actor.into()]).await?;
        found.into_iter().map(StatementRow::into_statement).collect()
    }

    /// The documents that the confirmed statements of meetings name, the most named first.
    pub async fn named_in_statements(&self, meetings: &[i64]) -> Result<Vec<Named>> {
        let members: Vec<Value<'_>> = meetings.iter().map(|id| (*id).into()).collect();
        let found: Vec<(String, i64)> = self.db.reader().await?.rows_in(NAMED, &[], &members).await?;
        let named =
            |(symbol, times): (String, i64)| Ok(Named { symbol: rows::symbol(&symbol)?, times: rows::count(times) });
        let mut all: Vec<Named> = found.into_iter().map(named).collect::<Result<_>>()?;
        all.sort_by(|a, b| b.times.cmp(&a.times).then_with(|| a.symbol.cmp(&b.symbol)));
        Ok(all)
    }

    /// The groups of actors on a day: actor and group; where the day is not known, the groups of today.
    pub async fn groups_on(&self, actors: &[&str], day: Option<PartialDate>) -> Result<Vec<(String, String)>> {
        let members: Vec<Value<'_>> = actors.iter().map(|slug| (*slug).into()).collect();
        type Row = (String, String, Option<i64>, Option<i64>);
        let found: Vec<Row> = self.db.reader().await?.rows_in(GROUPS_OF, &[], &members).await?;
        let day = rows::ordinal(day);
        let holds = |from: Option<i64>, until: Option<i64>| match day {
            Some(day) => from.is_none_or(|from| from <= day) && until.is_none_or(|until| day <= until),
            None => until.is_none(),
        };
        Ok(found.into_iter().filter(|row| holds(row.2, row.3)).map(|row| (row.0, row.1)).collect())
    }

    /// The confirmed statements that the quotations of a process are cut from: position, meeting, number, meeting's name.
    pub async fn statements_quoted(&self, process: &str) -> Result<Vec<(i64, i64, i64, String)>> {
        self.db.reader().await?.rows(QUOTED, &[process.into()]).await
    }

    /// A statement with its paragraphs; also one that a corrected transcript no longer has.
    pub async fn statement_page(&self, meeting: i64, number: i64) -> Result<Option<StatementPage>> {
        let Some(line) = self.meeting(meeting).await? else { return Ok(None) };
        let mut conn = self.db.reader().await?;
        let asked: [Value<'_>; 2] = [meeting.into(), number.into()];
        let Some(row) = conn.row::<StatementRow>(ONE, &asked).await? else { return Ok(None) };
        let (revision_id, first, last) = (row.revision_id, row.first_position, row.last_position);
        let (placed, targets) = between(&mut conn, revision_id, first, last).await?;
        let spoken: Vec<(i64, i64, Option<i64>)> =
            conn.rows(MOMENTS, &[revision_id.into(), first.into(), last.into()]).await?;
        let moments: HashMap<i64, Moment> =
            spoken.into_iter().filter_map(|(at, from, until)| Some((at, moment(Some(from), until)?))).collect();
        let with_moment = |one: Placed| {
            let moment = moments.get(&i64::from(one.position)).copied();
            (one, moment)
        };
        let answered_by: Vec<(i64,)> = conn.rows(ANSWERS, &asked).await?;
        let order: Vec<(i64,)> = conn.rows(ORDER, &[meeting.into()]).await?;
        let at = order.iter().position(|(one,)| *one == number);
        let neighbour = |at: Option<usize>| at.and_then(|at| order.get(at)).map(|(number,)| *number);
        let changes = changes_of(&mut conn, meeting, number).await?;
        Ok(Some(StatementPage {
            meeting: line,
            statement: row.into_statement()?,
            paragraphs: placed.into_iter().map(with_moment).collect(),
            targets,
            neighbours: (neighbour(at.and_then(|at| at.checked_sub(1))), neighbour(at.map(|at| at + 1))),
            answered_by: answered_by.into_iter().map(|(number,)| number).collect(),
            changes,
        }))
    }
}

fn moment(from: Option<i64>, until: Option<i64>) -> Option<Moment> {
    let from_ms = u64::try_from(from?).ok()?;
    Some(Moment { from_ms, until_ms: until.and_then(|until| u64::try_from(until).ok()) })
}

impl StatementRow {
    fn into_statement(self) -> Result<Statement> {
        let revision: RevisionTag = rows::tag(&self.language, self.ordinal)?;
        let gender = self.gender.as_deref();
        Ok(Statement {
            meeting: self.meeting_id,
            number: self.number,
            address: Address {
                symbol: rows::symbol(&self.symbol)?,
                revision: Some(revision),
                anchor: Some(rows::anchor(&self.anchor)?),
            },
            opening: self.body,
            printed: self.printed,
            printed_group: self.printed_group,
            moment: moment(self.from_ms, self.until_ms),
            words: rows::count(self.words),
            sureness_permille: u16::try_from(self.sureness_permille).unwrap_or(0).min(1000),
            actor: self.actor,
            speaks_for: self.speaks_for,
            kind: StatementKind::parse(&self.kind).ok_or_else(|| rows::damaged("kind", &self.kind))?,
            mode: Mode::parse(&self.mode).ok_or_else(|| rows::damaged("mode", &self.mode))?,
            answers: self.answers,
            gender: gender.map(|word| Gender::parse(word).ok_or_else(|| rows::damaged("gender", word))).transpose()?,
            is_first_proposal: self.is_first_proposal != 0,
            is_confirmed: self.is_confirmed != 0,
            gone: self.gone_at_ms.map(|_| self.became),
        })
    }
}
