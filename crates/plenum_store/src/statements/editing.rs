//! What an editor says of statements. Each change leaves what stood before, who changed it and when.

use crate::db::{Conn, Value, statements};
use crate::facts::append_change;
use crate::{Result, Store};
use plenum_model::statement::{Gender, Mode, StatementKind};
use sqlx::FromRow;

/// What an editor may say of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementFacts {
    /// Whose words: a slug that is held.
    pub actor: Option<String>,
    /// The group it speaks for: a slug that is held.
    pub speaks_for: Option<String>,
    /// What sort of words.
    pub kind: StatementKind,
    /// Formal or informal.
    pub mode: Mode,
    /// The number of the statement, of the same meeting and earlier in it, that it answers.
    pub answers: Option<i64>,
    /// As stated.
    pub gender: Option<Gender>,
    /// Whether it proposes something for the first time.
    pub is_first_proposal: bool,
    /// Whether it is confirmed.
    pub is_confirmed: bool,
}

/// One change of one fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementChange {
    /// Which fact: the column's name.
    pub fact: String,
    /// What it was.
    pub before: Option<String>,
    /// What it is since.
    pub after: Option<String>,
    /// Who, in words.
    pub by: String,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
}

/// What became of an editor's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edited {
    /// No current statement has that number.
    NoStatement,
    /// An actor or group that is not held.
    NoActor,
    /// The statement that it shall answer is not an earlier one of the meeting.
    NoEarlier,
    /// Kept; how many facts changed.
    Kept(u64),
}

statements! {
    HELD = "select s.actor, s.speaks_for, s.kind, s.mode, s.answers, s.gender, s.is_first_proposal, s.is_confirmed, \
        s.first_position, v.document_id from statement s join revision v on v.revision_id = s.revision_id \
        where s.meeting_id = $1 and s.number = $2 and s.gone_at_ms is null";
    IS_EARLIER = "select count(*) from statement where meeting_id = $1 and number = $2 and gone_at_ms is null \
        and first_position < $3";
    ACTORS_HELD = "select count(*) from actor where slug in ({list})";
    SET_FACTS = "update statement set actor = $3, speaks_for = $4, kind = $5, mode = $6, answers = $7, gender = $8, \
        is_first_proposal = $9, is_confirmed = $10, changed_at_ms = $11 where meeting_id = $1 and number = $2";
    CHANGES_SO_FAR = "select max(place) from statement_change where meeting_id = $1 and number = $2";
    INSERT_CHANGE = "insert into statement_change (meeting_id, number, place, fact, before_value, after_value, said_by, \
        at_ms) values";
    CHANGES = "select fact, before_value, after_value, said_by, at_ms from statement_change \
        where meeting_id = $1 and number = $2 order by place desc";
    CONFIRMABLE = "select s.number, v.document_id from statement s join revision v on v.revision_id = s.revision_id \
        where s.meeting_id = $1 and s.gone_at_ms is null and s.is_confirmed = 0 \
        and (s.actor is not null or s.kind = 'chair') order by s.number";
    CONFIRM = "update statement set is_confirmed = 1, changed_at_ms = $3 where meeting_id = $1 and number = $2";
}

#[derive(FromRow)]
struct HeldRow {
    actor: Option<String>,
    speaks_for: Option<String>,
    kind: String,
    mode: String,
    answers: Option<i64>,
    gender: Option<String>,
    is_first_proposal: i64,
    is_confirmed: i64,
    first_position: i64,
    document_id: i64,
}

#[derive(FromRow)]
struct ChangeRow {
    fact: String,
    before_value: Option<String>,
    after_value: Option<String>,
    said_by: String,
    at_ms: i64,
}

/// Facts as the journal writes them, in the order of their columns.
type Column = (&'static str, Option<String>);

impl Store {
    /// Sets what is known of a statement; each fact that differs leaves a row in its history.
    pub async fn set_statement(
        &self,
        meeting: i64,
        number: i64,
        facts: &StatementFacts,
        by: &str,
        at_ms: i64,
    ) -> Result<Edited> {
        let mut conn = self.db.writer().await?;
        let Some(held) = conn.row::<HeldRow>(HELD, &[meeting.into(), number.into()]).await? else {
            return Ok(Edited::NoStatement);
        };
        let named: Vec<Value<'_>> =
            [&facts.actor, &facts.speaks_for].into_iter().flatten().map(|slug| slug.as_str().into()).collect();
        for slug in &named {
            let found: Vec<(i64,)> = conn.rows_in(ACTORS_HELD, &[], std::slice::from_ref(slug)).await?;
            if found.first().is_none_or(|(count,)| *count == 0) {
                return Ok(Edited::NoActor);
            }
        }
        if let Some(answers) = facts.answers {
            let asked = [meeting.into(), answers.into(), held.first_position.into()];
            if conn.number(IS_EARLIER, &asked).await? == 0 {
                return Ok(Edited::NoEarlier);
            }
        }
        let differing: Vec<(Column, Column)> =
            held.columns().into_iter().zip(facts.columns()).filter(|(before, after)| before.1 != after.1).collect();
        if differing.is_empty() {
            return Ok(Edited::Kept(0));
        }
        conn.run(SET_FACTS, &facts.values(meeting, number, at_ms)).await?;
        let count = differing.len() as u64;
        journal(&mut conn, meeting, number, differing, by, at_ms).await?;
        append_change(&mut conn, held.document_id, None, at_ms).await?;
        conn.commit().await?;
        Ok(Edited::Kept(count))
    }

    /// Confirms every statement of a meeting of which is known whose words it holds; gives how many that were.
    pub async fn confirm_statements(&self, meeting: i64, by: &str, at_ms: i64) -> Result<u64> {
        let mut conn = self.db.writer().await?;
        let found: Vec<(i64, i64)> = conn.rows(CONFIRMABLE, &[meeting.into()]).await?;
        for (number, _) in &found {
            conn.run(CONFIRM, &[meeting.into(), (*number).into(), at_ms.into()]).await?;
            let change = (("is_confirmed", Some("0".to_owned())), ("is_confirmed", Some("1".to_owned())));
            journal(&mut conn, meeting, *number, vec![change], by, at_ms).await?;
        }
        if let Some((_, document_id)) = found.first() {
            append_change(&mut conn, *document_id, None, at_ms).await?;
        }
        conn.commit().await?;
        Ok(found.len() as u64)
    }
}

async fn journal(
    conn: &mut Conn,
    meeting: i64,
    number: i64,
    differing: Vec<(Column, Column)>,
    by: &str,
    at_ms: i64,
) -> Result<()> {
    let mut place = conn.number(CHANGES_SO_FAR, &[meeting.into(), number.into()]).await?;
    let mut values: Vec<Value<'_>> = Vec::new();
    for ((fact, before), (_, after)) in differing {
        place += 1;
        values.extend([meeting.into(), number.into(), place.into(), fact.into(), before.into(), after.into()]);
        values.extend([by.into(), at_ms.into()]);
    }
    conn.insert(INSERT_CHANGE, 8, &values).await
}

/// The history of a statement, newest first.
pub(super) async fn changes_of(conn: &mut Conn, meeting: i64, number: i64) -> Result<Vec<StatementChange>> {
    let found: Vec<ChangeRow> = conn.rows(CHANGES, &[meeting.into(), number.into()]).await?;
    let change = |row: ChangeRow| StatementChange {
        fact: row.fact,
        before: row.before_value,
        after: row.after_value,
        by: row.said_by,
        at_ms: row.at_ms,
    };
    Ok(found.into_iter().map(change).collect())
}

impl HeldRow {
    fn columns(&self) -> [Column; 8] {
        [
            ("actor", self.actor.clone()),
            ("speaks_for", self.speaks_for.clone()),
            ("kind", Some(self.kind.clone())),
            ("mode", Some(self.mode.clone())),
            ("answers", self.answers.map(|number| number.to_string())),
            ("gender", self.gender.clone()),
            ("is_first_proposal", Some(self.is_first_proposal.to_string())),
            ("is_confirmed", Some(self.is_confirmed.to_string())),
        ]
    }
}

impl StatementFacts {
    fn columns(&self) -> [Column; 8] {
        [
            ("actor", self.actor.clone()),
            ("speaks_for", self.speaks_for.clone()),
            ("kind", Some(self.kind.as_str().to_owned())),
            ("mode", Some(self.mode.as_str().to_owned())),
            ("answers", self.answers.map(|number| number.to_string())),
            ("gender", self.gender.map(|gender| gender.as_str().to_owned())),
            ("is_first_proposal", Some(i64::from(self.is_first_proposal).to_string())),
            ("is_confirmed", Some(i64::from(self.is_confirmed).to_string())),
        ]
    }

    fn values(&self, meeting: i64, number: i64, at_ms: i64) -> [Value<'_>; 11] {
        [
            meeting.into(),
            number.into(),
            self.actor.as_deref().into(),
            self.speaks_for.as_deref().into(),
            self.kind.as_str().into(),
            self.mode.as_str().into(),
            self.answers.into(),
            self.gender.map(Gender::as_str).into(),
            i64::from(self.is_first_proposal).into(),
            i64::from(self.is_confirmed).into(),
            at_ms.into(),
        ]
    }
}
