//! A transcript's turns become statements of its meeting, in one transaction; safe to repeat.

use crate::db::{Conn, Value, statements};
use crate::facts::append_change;
use crate::meetings::put_meeting;
use crate::{Result, Store, rows};
use plenum_model::statement::{Meeting, Mode, Moment, StatementKind};
use plenum_model::{RevisionTag, Symbol};
use std::collections::HashMap;

/// A statement as a machine made it out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStatement {
    /// The speaker as printed; empty where none is named.
    pub printed: String,
    /// For whom else, as printed.
    pub printed_group: Option<String>,
    /// The first and the last of its paragraphs: places in the revision, from 0.
    pub range: (usize, usize),
    /// When it was spoken.
    pub moment: Option<Moment>,
    /// How many words it has.
    pub words: u64,
    /// The actor it is taken for, by slug, and how sure that is, of a thousand.
    pub actor: Option<(String, u16)>,
    /// The group it speaks for, by slug.
    pub speaks_for: Option<String>,
    /// What sort of words.
    pub kind: StatementKind,
    /// Formal or informal.
    pub mode: Mode,
}

/// The statements of a transcript whose text is already kept.
#[derive(Clone, Debug)]
pub struct NewTranscript {
    /// The meeting; known by process and name.
    pub meeting: Meeting,
    /// The transcript's document and revision.
    pub symbol: Symbol,
    /// The revision that the places are counted in.
    pub tag: RevisionTag,
    /// The statements, in order.
    pub statements: Vec<NewStatement>,
    /// As many as paragraphs: when each was spoken.
    pub moments: Vec<Option<Moment>>,
}

/// What became of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeptStatements {
    /// The meeting's number.
    pub meeting: i64,
    /// Statements that are new.
    pub added: u64,
    /// Statements that a corrected transcript left as they were: number, corrections and confirmation stay.
    pub same: u64,
    /// Statements that a corrected transcript no longer has.
    pub gone: u64,
}

statements! {
    REVISION = "select d.document_id, v.revision_id, v.paragraph_count from document d \
        join revision v on v.document_id = d.document_id where d.symbol_key = $1 and v.language = $2 and v.ordinal = $3";
    OF_REVISION = "select count(*) from statement where meeting_id = $1 and revision_id = $2";
    PLACES = "select position, paragraph_id from placement where revision_id = $1 order by position";
    INSERT_SPOKEN = "insert into spoken (revision_id, position, from_ms, until_ms) values";
    FORGET_SPOKEN = "delete from spoken where revision_id = $1";
    CURRENT = "select s.number, p.paragraph_id from statement s join placement p on p.revision_id = s.revision_id \
        and p.position between s.first_position and s.last_position \
        where s.meeting_id = $1 and s.gone_at_ms is null order by s.number, p.position";
    LAST_NUMBER = "select max(number) from statement where meeting_id = $1";
    INSERT_STATEMENT = "insert into statement (meeting_id, number, revision_id, first_position, last_position, printed, \
        printed_group, from_ms, until_ms, words, sureness_permille, actor, speaks_for, kind, mode, is_first_proposal, \
        is_confirmed, created_at_ms, changed_at_ms) values";
    MOVE_STATEMENT = "update statement set revision_id = $3, first_position = $4, last_position = $5, from_ms = $6, \
        until_ms = $7 where meeting_id = $1 and number = $2";
    STATEMENT_GONE = "update statement set gone_at_ms = $3, became = $4 where meeting_id = $1 and number = $2";
    DESCENDANTS = "select earlier_paragraph_id, later_paragraph_id from lineage \
        where later_revision_id = $1 and earlier_paragraph_id is not null and later_paragraph_id is not null";
}

impl Store {
    /// Keeps the statements of a transcript. The same transcript again changes nothing; a corrected one keeps the numbers
    /// of statements whose paragraphs are all unchanged, and the others are gone with what took their place.
    ///
    /// Out: `None` if the revision is not held or has another count of paragraphs than was read.
    pub async fn keep_statements(&self, new: &NewTranscript, at_ms: i64) -> Result<Option<KeptStatements>> {
        let mut conn = self.db.writer().await?;
        let tag = &new.tag;
        let asked = [new.symbol.key().into(), tag.language.as_str().into(), i64::from(tag.ordinal).into()];
        let found: Option<(i64, i64, i64)> = conn.row(REVISION, &asked).await?;
        let Some((document_id, revision_id, paragraphs)) = found else { return Ok(None) };
        if usize::try_from(paragraphs).ok() != Some(new.moments.len()) {
            return Ok(None);
        }
        let meeting = put_meeting(&mut conn, &new.meeting, document_id, at_ms).await?;
        let mut kept = KeptStatements { meeting, added: 0, same: 0, gone: 0 };
        let held = conn.number(OF_REVISION, &[meeting.into(), revision_id.into()]).await?;
        if held > 0 {
            kept.same = rows::count(held);
        } else {
            put_moments(&mut conn, revision_id, &new.moments).await?;
            put_statements(&mut conn, new, revision_id, at_ms, &mut kept).await?;
        }
        append_change(&mut conn, document_id, None, at_ms).await?;
        conn.commit().await?;
        Ok(Some(kept))
    }
}

async fn put_moments(conn: &mut Conn, revision_id: i64, moments: &[Option<Moment>]) -> Result<()> {
    conn.run(FORGET_SPOKEN, &[revision_id.into()]).await?;
    let mut values: Vec<Value<'_>> = Vec::new();
    for (moment, position) in moments.iter().zip(0i64..) {
        if let Some(moment) = moment {
            values.extend([
                revision_id.into(),
                position.into(),
                ms(moment.from_ms),
                moment.until_ms.map_or(Value::Int(None), ms),
            ]);
        }
    }
    conn.insert(INSERT_SPOKEN, 4, &values).await
}

async fn put_statements(
    conn: &mut Conn,
    new: &NewTranscript,
    revision_id: i64,
    at_ms: i64,
    kept: &mut KeptStatements,
) -> Result<()> {
    let places: Vec<(i64, i64)> = conn.rows(PLACES, &[revision_id.into()]).await?;
    let ids: Vec<i64> = places.into_iter().map(|(_, id)| id).collect();
    let mut before = current(conn, kept.meeting).await?;
    let mut next = conn.number(LAST_NUMBER, &[kept.meeting.into()]).await? + 1;
    let mut began: HashMap<i64, i64> = HashMap::new(); // Paragraph of the new revision, to the statement it is part of.
    for statement in &new.statements {
        let range = statement.range.0..(statement.range.1 + 1).min(ids.len());
        let Some(own) = ids.get(range).filter(|own| !own.is_empty()) else { continue };
        let same = before.iter().position(|(_, paragraphs)| paragraphs == own);
        let number = match same {
            Some(at) => {
                let (number, _) = before.remove(at);
                move_statement(conn, kept.meeting, number, revision_id, statement).await?;
                kept.same += 1;
                number
            }
            None => {
                insert_statement(conn, kept.meeting, next, revision_id, statement, at_ms).await?;
                next += 1;
                kept.added += 1;
                next - 1
            }
        };
        began.extend(own.iter().map(|id| (*id, number)));
    }
    let descendants: Vec<(i64, i64)> = conn.rows(DESCENDANTS, &[revision_id.into()]).await?;
    let later: HashMap<i64, i64> = descendants.into_iter().collect();
    for (number, paragraphs) in before {
        let became = paragraphs.iter().find_map(|id| began.get(later.get(id).unwrap_or(id)).copied());
        conn.run(STATEMENT_GONE, &[kept.meeting.into(), number.into(), at_ms.into(), became.into()]).await?;
        kept.gone += 1;
    }
    Ok(())
}

/// The statements that are current, each with the keys of its paragraphs.
async fn current(conn: &mut Conn, meeting: i64) -> Result<Vec<(i64, Vec<i64>)>> {
    let found: Vec<(i64, i64)> = conn.rows(CURRENT, &[meeting.into()]).await?;
    let mut statements: Vec<(i64, Vec<i64>)> = Vec::new();
    for (number, paragraph) in found {
        match statements.last_mut().filter(|(last, _)| *last == number) {
            Some((_, paragraphs)) => paragraphs.push(paragraph),
            None => statements.push((number, vec![paragraph])),
        }
    }
    Ok(statements)
}

async fn insert_statement(
    conn: &mut Conn,
    meeting: i64,
    number: i64,
    revision_id: i64,
    new: &NewStatement,
    at_ms: i64,
) -> Result<()> {
    let values = [
        meeting.into(),
        number.into(),
        revision_id.into(),
        place(new.range.0),
        place(new.range.1),
        new.printed.as_str().into(),
        new.printed_group.as_deref().into(),
        new.moment.map_or(Value::Int(None), |m| ms(m.from_ms)),
        new.moment.and_then(|m| m.until_ms).map_or(Value::Int(None), ms),
        ms(new.words),
        i64::from(new.actor.as_ref().map_or(0, |(_, sureness)| *sureness)).into(),
        new.actor.as_ref().map(|(slug, _)| slug.as_str()).into(),
        new.speaks_for.as_deref().into(),
        new.kind.as_str().into(),
        new.mode.as_str().into(),
        0.into(),
        0.into(),
        at_ms.into(),
        at_ms.into(),
    ];
    conn.insert(INSERT_STATEMENT, values.len(), &values).await
}

async fn move_statement(
    conn: &mut Conn,
    meeting: i64,
    number: i64,
    revision_id: i64,
    new: &NewStatement,
) -> Result<()> {
    let values = [
        meeting.into(),
        number.into(),
        revision_id.into(),
        place(new.range.0),
        place(new.range.1),
        new.moment.map_or(Value::Int(None), |m| ms(m.from_ms)),
        new.moment.and_then(|m| m.until_ms).map_or(Value::Int(None), ms),
    ];
    conn.run(MOVE_STATEMENT, &values).await?;
    Ok(())
}

fn ms(number: u64) -> Value<'static> {
    Value::Int(Some(i64::try_from(number).unwrap_or(i64::MAX)))
}

fn place(at: usize) -> Value<'static> {
    Value::Int(Some(i64::try_from(at).expect("no text in memory is longer than i64 counts")))
}
