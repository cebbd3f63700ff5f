//! Recorded votes: roll calls, each with all its votes in one row of letters.
//!
//! One row a roll call instead of one a vote: all 739,572 votes of the public data set are read in a few milliseconds
//! (`docs/decisions/0014-votes-in-rows-of-letters.md` has the figures), and a backup carries them in a megabyte.

use crate::changes::begin_edition;
use crate::db::{Conn, Value, statements};
use crate::{Result, Store, rows};
use plenum_model::ballots::{BallotRow, Ballots};
use plenum_model::vote::{NOTHING, RollCall, RollCallFacts, Tally, Vote, VoteChange, VotedOn};
use sqlx::FromRow;
use std::collections::HashMap;

/// A roll call in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollCallLine {
    /// What is known of it.
    pub facts: RollCallFacts,
    /// How many voted how.
    pub tally: Tally,
    /// When it was put in or last changed, milliseconds since 1970.
    pub changed_at_ms: i64,
}

/// Which roll calls a list holds; an empty filter holds all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RollCallFilter {
    /// Of this year.
    pub year: Option<u16>,
    /// Of this process, by slug.
    pub process: Option<String>,
    /// About this issue, in the source's words.
    pub issue: Option<String>,
}

/// What became of roll calls that were put in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// Not known before.
    pub new: u64,
    /// Known, and now different.
    pub changed: u64,
    /// Known as they are.
    pub unchanged: u64,
}

/// The columns of [`RollCallRow`].
macro_rules! roll_call_columns {
    () => {
        "roll_call_id, body, session, symbol, voted_on, title, question, date, process, decision_rule, is_adopted, \
         issues, votes, unplaced, yes, no, abstain, absent, source, changed_at_ms"
    };
}

/// The conditions of a [`RollCallFilter`], as $1 to $4.
macro_rules! conditions {
    () => {
        " from roll_call where ($1 = 0 or (date >= $1 and date < $2)) and ($3 = '' or process = $3) \
         and ($4 = '' or '|' || issues || '|' like '%|' || $4 || '|%')"
    };
}

statements! {
    VOTERS = "select actor from voter order by seat";
    INSERT_VOTER = "insert into voter (seat, actor, changed_at_ms) values";
    PUT_ROLL_CALL = "insert into roll_call (roll_call_id, body, session, symbol, voted_on, title, question, date, place, \
        process, decision_rule, is_adopted, issues, votes, unplaced, yes, no, abstain, absent, source, changed_at_ms) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21) \
        on conflict (roll_call_id) do update set body = excluded.body, session = excluded.session, \
        symbol = excluded.symbol, voted_on = excluded.voted_on, title = excluded.title, question = excluded.question, \
        date = excluded.date, place = excluded.place, process = excluded.process, \
        decision_rule = excluded.decision_rule, is_adopted = excluded.is_adopted, issues = excluded.issues, \
        votes = excluded.votes, unplaced = excluded.unplaced, yes = excluded.yes, no = excluded.no, \
        abstain = excluded.abstain, absent = excluded.absent, source = excluded.source, \
        changed_at_ms = excluded.changed_at_ms";
    FORGET_CHANGES = "delete from vote_change where roll_call_id = $1";
    INSERT_CHANGES = "insert into vote_change (roll_call_id, place, actor, meant, source) values";
    ROLL_CALL = concat!("select ", roll_call_columns!(), " from roll_call where roll_call_id = $1");
    CHANGES = "select actor, meant, source from vote_change where roll_call_id = $1 order by place";
    TOTAL = concat!("select count(*)", conditions!());
    LIST = concat!("select ", roll_call_columns!(), conditions!(), " order by coalesce(date, 0) desc, place desc, \
        roll_call_id desc limit $5 offset $6");
    SOME = concat!("select ", roll_call_columns!(), " from roll_call where roll_call_id in ({list})");
    YEARS = "select date / 10000 as year, count(*) as many from roll_call where date is not null \
        group by date / 10000 order by year desc";
    BALLOTS = "select roll_call_id, date, votes from roll_call \
        order by case when date is null then 1 else 0 end, date, place, roll_call_id";
    ISSUES = "select distinct issues from roll_call where issues <> ''";
    SOURCES = "select distinct source from roll_call order by source limit 20";
}

#[derive(FromRow)]
struct RollCallRow {
    roll_call_id: String,
    body: String,
    session: Option<String>,
    symbol: Option<String>,
    voted_on: String,
    title: String,
    question: String,
    date: Option<i64>,
    process: Option<String>,
    decision_rule: Option<String>,
    is_adopted: Option<i64>,
    issues: String,
    votes: String,
    unplaced: String,
    yes: i64,
    no: i64,
    abstain: i64,
    absent: i64,
    source: String,
    changed_at_ms: i64,
}

impl Store {
    /// Puts in roll calls, or replaces them by their id; what is known already is left as it is.
    ///
    /// In: each with its place among those of its date. Errors: a roll call that cannot be kept; then none is.
    pub async fn put_roll_calls(&self, calls: &[(RollCall, i64)], at_ms: i64) -> Result<Counted> {
        let mut conn = self.db.writer().await?;
        let seats = seats(&mut conn, calls, at_ms).await?;
        let mut counted = Counted::default();
        for (call, place) in calls {
            let (votes, unplaced) = (letters(&call.votes, &seats), unplaced(&call.unplaced));
            let held = read(&mut conn, &call.facts.id).await?;
            if held.as_ref() == Some(&as_kept(call, &seats)) {
                counted.unchanged += 1;
                continue;
            }
            if held.is_some() {
                counted.changed += 1
            } else {
                counted.new += 1
            }
            put(&mut conn, call, *place, (&votes, &unplaced), at_ms).await?;
        }
        if counted.new + counted.changed > 0 {
            begin_edition(&mut conn).await?;
        }
        conn.commit().await?;
        Ok(counted)
    }

    /// One roll call with every vote; `None` if it is not held.
    pub async fn roll_call(&self, id: &str) -> Result<Option<RollCall>> {
        read(&mut self.db.reader().await?, id).await
    }

    /// One page of the roll calls that a filter holds, the latest first, and how many there are.
    pub async fn roll_calls(
        &self,
        filter: &RollCallFilter,
        limit: u32,
        offset: u64,
    ) -> Result<(Vec<RollCallLine>, u64)> {
        let mut conn = self.db.reader().await?;
        let start = filter.year.map_or(0, |year| i64::from(year) * 10_000);
        let mut values: Vec<Value<'_>> = vec![start.into(), (start + 10_000).into()];
        values.push(filter.process.clone().unwrap_or_default().into());
        values.push(filter.issue.as_deref().map(escaped).unwrap_or_default().into());
        let total = rows::count(conn.number(TOTAL, &values).await?);
        values.extend([i64::from(limit).into(), i64::try_from(offset).unwrap_or(i64::MAX).into()]);
        let found: Vec<RollCallRow> = conn.rows(LIST, &values).await?;
        Ok((found.into_iter().map(RollCallRow::into_line).collect::<Result<_>>()?, total))
    }

    /// Some roll calls by their ids, in the order of the ids.
    pub async fn roll_calls_named(&self, ids: &[&str]) -> Result<Vec<RollCallLine>> {
        let members: Vec<Value<'_>> = ids.iter().map(|id| (*id).into()).collect();
        let found: Vec<RollCallRow> = self.db.reader().await?.rows_in(SOME, &[], &members).await?;
        let mut by_id = HashMap::new();
        for row in found {
            by_id.insert(row.roll_call_id.clone(), row.into_line()?);
        }
        Ok(ids.iter().filter_map(|id| by_id.remove(*id)).collect())
    }

    /// The years with roll calls, latest first, each with how many.
    pub async fn roll_call_years(&self) -> Result<Vec<(u16, u64)>> {
        let found: Vec<(i64, i64)> = self.db.reader().await?.rows(YEARS, &[]).await?;
        Ok(found.into_iter().filter_map(|(year, many)| Some((u16::try_from(year).ok()?, rows::count(many)))).collect())
    }

    /// The issues by which the sources sort roll calls, by name.
    pub async fn roll_call_issues(&self) -> Result<Vec<String>> {
        let found: Vec<(String,)> = self.db.reader().await?.rows(ISSUES, &[]).await?;
        let mut all: Vec<String> = found.iter().flat_map(|(issues,)| issues.split('|')).map(str::to_owned).collect();
        all.sort_unstable();
        all.dedup();
        Ok(all)
    }

    /// Where the roll calls come from, each source once.
    pub async fn roll_call_sources(&self) -> Result<Vec<String>> {
        let found: Vec<(String,)> = self.db.reader().await?.rows(SOURCES, &[]).await?;
        Ok(found.into_iter().map(|source| source.0).collect())
    }

    /// Every vote, in memory: some milliseconds and about a megabyte for the whole of the General Assembly's.
    pub async fn ballots(&self) -> Result<Ballots> {
        let mut conn = self.db.snapshot().await?;
        let actors = voters(&mut conn).await?;
        let found: Vec<(String, Option<i64>, String)> = conn.rows(BALLOTS, &[]).await?;
        conn.commit().await?;
        let row = |(id, date, letters)| BallotRow { id, date: rows::date(date), letters };
        let rows: Vec<BallotRow> = found.into_iter().map(row).collect();
        Ok(Ballots::new(actors, &rows))
    }
}

async fn voters(conn: &mut Conn) -> Result<Vec<String>> {
    let found: Vec<(String,)> = conn.rows(VOTERS, &[]).await?;
    Ok(found.into_iter().map(|actor| actor.0).collect())
}

/// The seats of all voters, those of these roll calls added behind the others.
async fn seats(conn: &mut Conn, calls: &[(RollCall, i64)], at_ms: i64) -> Result<HashMap<String, usize>> {
    let held = voters(conn).await?;
    let mut seats: HashMap<String, usize> = held.into_iter().zip(0..).collect();
    let mut added: Vec<Value<'_>> = Vec::new();
    for (actor, _) in calls.iter().flat_map(|(call, _)| &call.votes) {
        let next = seats.len();
        if !seats.contains_key(actor) {
            seats.insert(actor.clone(), next);
            added.extend([i64::try_from(next).unwrap_or(i64::MAX).into(), actor.as_str().into(), at_ms.into()]);
        }
    }
    conn.insert(INSERT_VOTER, 3, &added).await?;
    Ok(seats)
}

/// The row of letters of some votes, without the dots at its end.
fn letters(votes: &[(String, Vote)], seats: &HashMap<String, usize>) -> String {
    let mut row = vec![NOTHING; seats.len()];
    for (actor, vote) in votes {
        if let Some(seat) = seats.get(actor) {
            row[*seat] = vote.letter();
        }
    }
    let row: String = row.into_iter().collect();
    row.trim_end_matches(NOTHING).to_owned()
}

fn unplaced(votes: &[(String, Vote)]) -> String {
    let lines: Vec<String> =
        votes.iter().map(|(name, vote)| format!("{} {}", vote.letter(), name.replace(['\n', '\r'], " "))).collect();
    lines.join("\n")
}

/// A roll call as it would be read again: its votes in the order of the seats.
fn as_kept(call: &RollCall, seats: &HashMap<String, usize>) -> RollCall {
    let mut kept = call.clone();
    kept.votes.sort_by_key(|(actor, _)| seats.get(actor).copied());
    kept
}

async fn put(conn: &mut Conn, call: &RollCall, place: i64, kept: (&str, &str), at_ms: i64) -> Result<()> {
    let (facts, tally) = (&call.facts, call.tally());
    let id = facts.id.as_str();
    let values = [
        id.into(),
        facts.body.as_str().into(),
        facts.session.as_deref().into(),
        facts.symbol.as_deref().into(),
        facts.on.as_str().into(),
        facts.title.as_str().into(),
        facts.question.as_str().into(),
        rows::ordinal(facts.date).into(),
        place.into(),
        facts.process.as_deref().into(),
        facts.decision_rule.as_deref().into(),
        facts.is_adopted.map(i64::from).into(),
        facts.issues.join("|").into(),
        kept.0.into(),
        kept.1.into(),
        i64::from(tally.yes).into(),
        i64::from(tally.no).into(),
        i64::from(tally.abstain).into(),
        i64::from(tally.absent).into(),
        facts.source.as_str().into(),
        at_ms.into(),
    ];
    conn.run(PUT_ROLL_CALL, &values).await?;
    conn.run(FORGET_CHANGES, &[id.into()]).await?;
    let mut changes: Vec<Value<'_>> = Vec::new();
    for (change, place) in call.changes.iter().zip(0i64..) {
        changes.extend([id.into(), place.into(), change.actor.as_str().into()]);
        changes.extend([String::from(change.meant.letter()).into(), change.source.as_str().into()]);
    }
    conn.insert(INSERT_CHANGES, 5, &changes).await
}

async fn read(conn: &mut Conn, id: &str) -> Result<Option<RollCall>> {
    let Some(row) = conn.row::<RollCallRow>(ROLL_CALL, &[id.into()]).await? else { return Ok(None) };
    let actors = voters(conn).await?;
    let found: Vec<(String, String, String)> = conn.rows(CHANGES, &[id.into()]).await?;
    let change = |(actor, meant, source): (String, String, String)| {
        let vote = meant.bytes().next().and_then(Vote::of_letter).ok_or_else(|| rows::damaged("vote", &meant))?;
        Ok(VoteChange { actor, meant: vote, source })
    };
    let votes = row.votes.bytes().zip(actors).filter_map(|(letter, actor)| Some((actor, Vote::of_letter(letter)?)));
    Ok(Some(RollCall {
        votes: votes.collect(),
        unplaced: row.unplaced.lines().filter_map(unplaced_line).collect(),
        changes: found.into_iter().map(change).collect::<Result<_>>()?,
        facts: row.into_line()?.facts,
    }))
}

fn unplaced_line(line: &str) -> Option<(String, Vote)> {
    let (letter, name) = line.split_once(' ')?;
    Some((name.to_owned(), Vote::of_letter(letter.bytes().next()?)?))
}

/// A value for `like`, where `%` and `_` would stand for anything: issues hold neither.
fn escaped(issue: &str) -> String {
    issue.replace(['%', '_'], " ")
}

impl RollCallRow {
    fn into_line(self) -> Result<RollCallLine> {
        let small = |number: i64| rows::small("votes", number);
        let tally = Tally {
            yes: small(self.yes)?,
            no: small(self.no)?,
            abstain: small(self.abstain)?,
            absent: small(self.absent)?,
        };
        let facts = RollCallFacts {
            id: self.roll_call_id,
            body: self.body,
            session: self.session,
            symbol: self.symbol,
            on: VotedOn::parse(&self.voted_on).ok_or_else(|| rows::damaged("voted_on", &self.voted_on))?,
            title: self.title,
            question: self.question,
            date: rows::date(self.date),
            process: self.process,
            decision_rule: self.decision_rule,
            is_adopted: self.is_adopted.map(|adopted| adopted != 0),
            issues: self.issues.split('|').filter(|issue| !issue.is_empty()).map(str::to_owned).collect(),
            source: self.source,
        };
        Ok(RollCallLine { facts, tally, changed_at_ms: self.changed_at_ms })
    }
}
