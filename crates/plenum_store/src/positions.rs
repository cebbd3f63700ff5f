//! Positions: quotations that an editor placed in the matrix of actors and issues; pairs of them.
//!
//! Only ever added to: a position that no longer holds is withdrawn, and stays in the history.

use crate::changes::begin_edition;
use crate::db::{Value, statements};
use crate::issues::of_process;
use crate::{Result, Store, rows};
use plenum_model::statement::{Relation, Stance};
use plenum_model::{Address, PartialDate, Standing};
use sqlx::FromRow;

/// A quotation to place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPosition {
    /// Slug of the process in whose matrix it stands.
    pub process: String,
    /// Slug of the issue.
    pub issue: String,
    /// Slug of the actor.
    pub actor: String,
    /// Where the actor stands.
    pub stance: Stance,
    /// The paragraph, with its revision (without: the current one).
    pub address: Address,
    /// The words quoted, exactly as in the paragraph; empty for all of it.
    pub words: String,
}

/// Why a quotation was not placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unplaced {
    /// The process has no such issue.
    NoIssue,
    /// No actor has that slug.
    NoActor,
    /// No paragraph has that address.
    NoParagraph,
    /// The words do not stand in the paragraph.
    NotItsWords,
}

/// A quotation in the matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// Its key.
    pub id: i64,
    /// Slug of the issue.
    pub issue: String,
    /// Slug of the actor.
    pub actor: String,
    /// Where the actor stands.
    pub stance: Stance,
    /// Where the words stand.
    pub address: Address,
    /// The paragraph's number as printed.
    pub number: Option<String>,
    /// The words quoted.
    pub words: String,
    /// The standing of the document they stand in.
    pub standing: Standing,
    /// When they were said.
    pub date: Option<PartialDate>,
    /// Who placed it, in words, and when.
    pub placed: (String, i64),
    /// Who withdrew it, and when.
    pub withdrawn: Option<(String, i64)>,
}

/// Two quotations side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Its key.
    pub id: i64,
    /// The two positions' keys.
    pub both: (i64, i64),
    /// What they are to each other.
    pub relation: Relation,
    /// Who placed it, in words, and when.
    pub placed: (String, i64),
}

statements! {
    POSITIONS = "select o.position_id, o.issue, o.actor, o.stance, d.symbol, v.language, v.ordinal, p.anchor, p.number, \
        g.body, o.span_from, o.span_until, d.standing, o.date, o.placed_by, o.placed_at_ms, o.withdrawn_by, \
        o.withdrawn_at_ms from position o join revision v on v.revision_id = o.revision_id \
        join document d on d.document_id = v.document_id \
        join placement p on p.revision_id = o.revision_id and p.paragraph_id = o.paragraph_id \
        join paragraph g on g.paragraph_id = o.paragraph_id where o.process = $1 \
        order by o.issue, o.actor, coalesce(o.date, 0) desc, o.position_id desc";
    PLACE_OF = "select v.revision_id, p.paragraph_id, g.body, d.date from document d \
        join revision v on v.document_id = d.document_id join placement p on p.revision_id = v.revision_id \
        join paragraph g on g.paragraph_id = p.paragraph_id where d.symbol_key = $1 and p.anchor = $2 \
        and ((v.language = $3 and v.ordinal = $4) or ($3 = '' and v.superseded_at_ms is null)) \
        order by case when v.language = 'en' then 0 else 1 end, v.language";
    HAS_ISSUE = concat!("select count(*) from issue where ", of_process!(), " and slug = $2");
    HAS_ACTOR = "select count(*) from actor where slug = $1";
    INSERT_POSITION = "insert into position (position_id, process, issue, actor, stance, revision_id, paragraph_id, \
        span_from, span_until, date, placed_by, placed_at_ms) values";
    WITHDRAW = "update position set withdrawn_by = $3, withdrawn_at_ms = $4 \
        where position_id = $1 and process = $2 and withdrawn_at_ms is null";
    STANDING_BOTH = "select count(*) from position where process = $1 and withdrawn_at_ms is null \
        and (position_id = $2 or position_id = $3)";
    INSERT_PAIR = "insert into position_pair (pair_id, process, one_id, other_id, relation, placed_by, placed_at_ms) values";
    PAIRS = "select r.pair_id, r.one_id, r.other_id, r.relation, r.placed_by, r.placed_at_ms from position_pair r \
        join position a on a.position_id = r.one_id join position b on b.position_id = r.other_id \
        where r.process = $1 and r.withdrawn_at_ms is null and a.withdrawn_at_ms is null and b.withdrawn_at_ms is null \
        order by r.pair_id desc";
    WITHDRAW_PAIR = "update position_pair set withdrawn_by = $3, withdrawn_at_ms = $4 \
        where pair_id = $1 and process = $2 and withdrawn_at_ms is null";
}

#[derive(FromRow)]
struct PositionRow {
    position_id: i64,
    issue: String,
    actor: String,
    stance: String,
    symbol: String,
    language: String,
    ordinal: i64,
    anchor: String,
    number: Option<String>,
    body: String,
    span_from: i64,
    span_until: i64,
    standing: String,
    date: Option<i64>,
    placed_by: String,
    placed_at_ms: i64,
    withdrawn_by: Option<String>,
    withdrawn_at_ms: Option<i64>,
}

type PlaceRow = (i64, i64, String, Option<i64>);
type PairRow = (i64, i64, i64, String, String, i64);

impl Store {
    /// Places a quotation; gives its key, or why it cannot stand.
    pub async fn place_position(
        &self,
        new: &NewPosition,
        by: &str,
        at_ms: i64,
    ) -> Result<std::result::Result<i64, Unplaced>> {
        let mut conn = self.db.writer().await?;
        let issue = [new.process.as_str().into(), new.issue.as_str().into()];
        if conn.number(HAS_ISSUE, &issue).await? == 0 {
            return Ok(Err(Unplaced::NoIssue));
        }
        if conn.number(HAS_ACTOR, &[new.actor.as_str().into()]).await? == 0 {
            return Ok(Err(Unplaced::NoActor));
        }
        let Some(anchor) = &new.address.anchor else { return Ok(Err(Unplaced::NoParagraph)) };
        let tag = new.address.revision.as_ref();
        let language = tag.map_or("", |tag| tag.language.as_str());
        let ordinal = tag.map_or(0, |tag| i64::from(tag.ordinal));
        let asked = [new.address.symbol.key().into(), anchor.as_str().into(), language.into(), ordinal.into()];
        let Some((revision_id, paragraph_id, body, date)) = conn.row::<PlaceRow>(PLACE_OF, &asked).await? else {
            return Ok(Err(Unplaced::NoParagraph));
        };
        let words = if new.words.is_empty() { body.as_str() } else { new.words.as_str() };
        let Some(from) = body.find(words).filter(|_| !words.is_empty()) else { return Ok(Err(Unplaced::NotItsWords)) };
        let id = conn.take_keys("position", 1).await?;
        let values = [
            id.into(),
            new.process.as_str().into(),
            new.issue.as_str().into(),
            new.actor.as_str().into(),
            new.stance.as_str().into(),
            revision_id.into(),
            paragraph_id.into(),
            bytes(from),
            bytes(from + words.len()),
            date.into(),
            by.into(),
            at_ms.into(),
        ];
        conn.insert(INSERT_POSITION, values.len(), &values).await?;
        begin_edition(&mut conn).await?;
        conn.commit().await?;
        Ok(Ok(id))
    }

    /// Withdraws a position of a process; gives whether it stood.
    pub async fn withdraw_position(&self, process: &str, id: i64, by: &str, at_ms: i64) -> Result<bool> {
        let mut conn = self.db.writer().await?;
        let touched = conn.run(WITHDRAW, &[id.into(), process.into(), by.into(), at_ms.into()]).await?;
        begin_edition(&mut conn).await?;
        conn.commit().await?;
        Ok(touched > 0)
    }

    /// All positions of a process, also withdrawn ones: by issue and actor, the latest first.
    pub async fn positions(&self, process: &str) -> Result<Vec<Position>> {
        let found: Vec<PositionRow> = self.db.reader().await?.rows(POSITIONS, &[process.into()]).await?;
        found.into_iter().map(PositionRow::into_position).collect()
    }

    /// Puts two quotations side by side; gives whether both stand in that process' matrix.
    pub async fn pair_positions(
        &self,
        process: &str,
        both: (i64, i64),
        relation: Relation,
        by: &str,
        at_ms: i64,
    ) -> Result<bool> {
        let mut conn = self.db.writer().await?;
        let asked = [process.into(), both.0.into(), both.1.into()];
        if both.0 == both.1 || conn.number(STANDING_BOTH, &asked).await? != 2 {
            return Ok(false);
        }
        let id = conn.take_keys("position_pair", 1).await?;
        let values = [
            id.into(),
            process.into(),
            both.0.into(),
            both.1.into(),
            relation.as_str().into(),
            by.into(),
            at_ms.into(),
        ];
        conn.insert(INSERT_PAIR, values.len(), &values).await?;
        begin_edition(&mut conn).await?;
        conn.commit().await?;
        Ok(true)
    }

    /// Withdraws a pair; gives whether it stood.
    pub async fn withdraw_pair(&self, process: &str, id: i64, by: &str, at_ms: i64) -> Result<bool> {
        let mut conn = self.db.writer().await?;
        let touched = conn.run(WITHDRAW_PAIR, &[id.into(), process.into(), by.into(), at_ms.into()]).await?;
        begin_edition(&mut conn).await?;
        conn.commit().await?;
        Ok(touched > 0)
    }

    /// The pairs of a process whose quotations both stand, the last placed first.
    pub async fn pairs(&self, process: &str) -> Result<Vec<Pair>> {
        let found: Vec<PairRow> = self.db.reader().await?.rows(PAIRS, &[process.into()]).await?;
        let pair = |(id, one, other, relation, by, at_ms): PairRow| {
            let relation = Relation::parse(&relation).ok_or_else(|| rows::damaged("relation", &relation))?;
            Ok(Pair { id, both: (one, other), relation, placed: (by, at_ms) })
        };
        found.into_iter().map(pair).collect()
    }
}

impl PositionRow {
    fn into_position(self) -> Result<Position> {
        let place = |at: i64| usize::try_from(at).map_err(|_| rows::damaged("span", &at.to_string()));
        let words = self.body.get(place(self.span_from)?..place(self.span_until)?);
        Ok(Position {
            id: self.position_id,
            issue: self.issue,
            actor: self.actor,
            stance: Stance::parse(&self.stance).ok_or_else(|| rows::damaged("stance", &self.stance))?,
            address: Address {
                symbol: rows::symbol(&self.symbol)?,
                revision: Some(rows::tag(&self.language, self.ordinal)?),
                anchor: Some(rows::anchor(&self.anchor)?),
            },
            number: self.number,
            words: words.ok_or_else(|| rows::damaged("words of position", &self.position_id.to_string()))?.to_owned(),
            standing: rows::standing(&self.standing)?,
            date: rows::date(self.date),
            placed: (self.placed_by, self.placed_at_ms),
            withdrawn: self.withdrawn_by.zip(self.withdrawn_at_ms),
        })
    }
}

fn bytes(at: usize) -> Value<'static> {
    Value::Int(Some(i64::try_from(at).expect("no text in memory is longer than i64 counts")))
}
