//! The change feed: numbered from 1, in the order of commits; the search index follows it.

use crate::db::{Conn, Value, statements};
use crate::{Result, Store, rows};
use plenum_model::{RevisionTag, Standing, Symbol};
use sqlx::FromRow;
use std::collections::{BTreeMap, HashMap};

/// One change of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeRow {
    /// Its number; greater than that of every change committed before.
    pub seq: i64,
    /// The document.
    pub symbol: Symbol,
    /// The revision that was added; `None` if only facts changed.
    pub revision: Option<RevisionTag>,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
}

/// A paragraph as the search index takes it (see `plenum_search::Entry`, field by field).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexEntry {
    /// Its key.
    pub paragraph_id: i64,
    /// Its words.
    pub text: String,
    /// Title and heading path, joined by ` › `.
    pub context: String,
    /// The document's symbol.
    pub symbol: String,
    /// Its number as printed.
    pub number: Option<String>,
    /// Its language's tag.
    pub language: String,
    /// The document's process, by slug.
    pub process: Option<String>,
    /// Whose words, by slug.
    pub actor: Option<String>,
    /// The groups that the actor belonged to on the document's date (or belongs to, if undated), by slug.
    pub groups: Vec<String>,
    /// The document's kind, its word.
    pub kind: String,
    /// The document's standing.
    pub standing: Standing,
    /// The document's date as `PartialDate::ordinal`; 0 unknown.
    pub date: i32,
    /// Whether it is a heading.
    pub is_heading: bool,
}

/// What the index must do to be as the store is at change `upto`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// Ids to take out, before adding (an id may be in both).
    pub remove: Vec<i64>,
    /// Entries to put in.
    pub add: Vec<IndexEntry>,
    /// The change number reached; equal to `since` if there was nothing.
    pub upto: i64,
    /// Whether nothing follows.
    pub is_last: bool,
}

statements! {
    LAST_CHANGE = "select max(seq) from change";
    EDITION = "select (select coalesce(max(seq), 0) from change) \
        + coalesce((select next from counter where name = 'edition'), 0)";
    CHANGES = "select c.seq, d.symbol, v.language, v.ordinal, c.at_ms from change c \
        join document d on d.document_id = c.document_id left join revision v on v.revision_id = c.revision_id \
        where c.seq > $1 order by c.seq limit $2";
    /// The next changes, each with how many paragraphs its document has now.
    NEXT = "select c.seq, c.document_id, (select cast(coalesce(sum(v.paragraph_count), 0) as bigint) from revision v \
        where v.document_id = c.document_id and v.superseded_at_ms is null) as paragraphs \
        from change c where c.seq > $1 order by c.seq limit $2";
    /// Paragraphs that the index may hold already: of documents that had changed before.
    HELD_BEFORE = "select g.paragraph_id from paragraph g where g.document_id in ({list}) \
        and exists (select 1 from change c where c.document_id = g.document_id and c.seq <= $1)";
    /// In a transcript each paragraph has the actor of the confirmed statement that it is part of.
    ENTRIES = "select p.paragraph_id, g.body, d.title, p.path, d.symbol, p.number, v.language, d.process, \
        coalesce(d.actor, (select min(s.actor) from statement s where s.revision_id = p.revision_id \
        and p.position between s.first_position and s.last_position and s.is_confirmed = 1 and s.gone_at_ms is null)) \
        as actor, \
        d.kind, d.standing, d.date, p.kind as paragraph_kind from revision v \
        join document d on d.document_id = v.document_id join placement p on p.revision_id = v.revision_id \
        join paragraph g on g.paragraph_id = p.paragraph_id \
        where v.superseded_at_ms is null and v.document_id in ({list}) order by p.revision_id, p.position";
    GROUPS = "select member_slug, group_slug, from_date, until_date from membership where member_slug in ({list}) \
        and role is null \
        order by group_slug";
}

const CHANGES_AT_ONCE: i64 = 2_000; // Of statements of thirty paragraphs that is more than any batch asked for.

#[derive(FromRow)]
struct EntryRow {
    paragraph_id: i64,
    body: String,
    title: String,
    path: String,
    symbol: String,
    number: Option<String>,
    language: String,
    process: Option<String>,
    actor: Option<String>,
    kind: String,
    standing: String,
    date: Option<i64>,
    paragraph_kind: String,
}

/// Groups by member, with the dates between which the member belonged to them.
type Groups = HashMap<String, Vec<(String, Option<i64>, Option<i64>)>>;

impl Store {
    /// The number of the last change; 0 if there is none.
    pub async fn last_change(&self) -> Result<i64> {
        self.db.reader().await?.number(LAST_CHANGE, &[]).await
    }

    /// The number of the present state of the record; greater after every change of it, whether of a document or not.
    pub async fn edition(&self) -> Result<i64> {
        self.db.reader().await?.number(EDITION, &[]).await
    }

    /// The changes after `since`, at most `limit`, oldest first.
    pub async fn changes_since(&self, since: i64, limit: u32) -> Result<Vec<ChangeRow>> {
        type Row = (i64, String, Option<String>, Option<i64>, i64);
        let values = [since.into(), i64::from(limit).into()];
        let found: Vec<Row> = self.db.reader().await?.rows(CHANGES, &values).await?;
        found
            .into_iter()
            .map(|(seq, symbol, language, ordinal, at_ms)| {
                let tag = language.zip(ordinal).map(|(language, ordinal)| rows::tag(&language, ordinal));
                Ok(ChangeRow { seq, symbol: rows::symbol(&symbol)?, revision: tag.transpose()?, at_ms })
            })
            .collect()
    }

    /// What the index must do next.
    ///
    /// In: the change number it has reached (0 for an empty index); about how many paragraphs to hand over at once
    /// (one document is never split). Every document changed is handed over as it is now, so a repeated batch is harmless.
    pub async fn index_batch(&self, since: i64, about: usize) -> Result<Batch> {
        let mut conn = self.db.snapshot().await?;
        let next: Vec<(i64, i64, i64)> = conn.rows(NEXT, &[since.into(), CHANGES_AT_ONCE.into()]).await?;
        let about = i64::try_from(about).unwrap_or(i64::MAX);
        let (mut upto, mut taken, mut documents) = (since, 0, BTreeMap::new());
        for (seq, document_id, paragraphs) in &next {
            if taken >= about {
                break;
            }
            // A document changed twice is handed over once.
            taken += documents.insert(*document_id, ()).map_or(*paragraphs, |()| 0);
            upto = *seq;
        }
        let is_last = next.last().is_none_or(|last| last.0 == upto) && (next.len() as i64) < CHANGES_AT_ONCE;
        let documents: Vec<Value<'_>> = documents.into_keys().map(Into::into).collect();
        let remove: Vec<(i64,)> = conn.rows_in(HELD_BEFORE, &[since.into()], &documents).await?;
        let found: Vec<EntryRow> = conn.rows_in(ENTRIES, &[], &documents).await?;
        let groups = groups(&mut conn, &found).await?;
        let add = found.into_iter().map(|row| row.into_entry(&groups)).collect::<Result<_>>()?;
        conn.commit().await?;
        Ok(Batch { remove: remove.into_iter().map(|row| row.0).collect(), add, upto, is_last })
    }
}

/// Says, within the transaction that changed something besides documents, that pages kept so far are old.
pub(crate) async fn begin_edition(conn: &mut Conn) -> Result<()> {
    conn.take_keys("edition", 1).await.map(|_| ())
}

async fn groups(conn: &mut Conn, entries: &[EntryRow]) -> Result<Groups> {
    let mut actors: Vec<&str> = entries.iter().filter_map(|entry| entry.actor.as_deref()).collect();
    actors.sort_unstable();
    actors.dedup();
    let members: Vec<Value<'_>> = actors.into_iter().map(Into::into).collect();
    let rows: Vec<(String, String, Option<i64>, Option<i64>)> = conn.rows_in(GROUPS, &[], &members).await?;
    let mut groups = Groups::new();
    for (member, group, from, until) in rows {
        groups.entry(member).or_default().push((group, from, until));
    }
    Ok(groups)
}

impl EntryRow {
    fn into_entry(self, groups: &Groups) -> Result<IndexEntry> {
        let mut context = self.title;
        for heading in rows::path(&self.path)? {
            context.push_str(" › ");
            context.push_str(&heading);
        }
        let memberships = self.actor.as_ref().and_then(|actor| groups.get(actor));
        let of_date = memberships.into_iter().flatten().filter(|m| lasted_on(self.date, m.1, m.2));
        let mut groups: Vec<String> = of_date.map(|membership| membership.0.clone()).collect();
        groups.dedup();
        Ok(IndexEntry {
            paragraph_id: self.paragraph_id,
            text: self.body,
            context,
            symbol: self.symbol,
            number: self.number,
            language: self.language,
            process: self.process,
            actor: self.actor,
            groups,
            kind: self.kind,
            standing: rows::standing(&self.standing)?,
            date: self.date.and_then(|date| i32::try_from(date).ok()).unwrap_or(0),
            is_heading: self.paragraph_kind == "heading",
        })
    }
}

/// Whether a membership lasted on a date; without a date, whether it goes on. Dates are yyyymmdd, unknown parts 0.
///
/// Compared only as far as both are known: a member since 2004-05 counts for a document of "2004".
fn lasted_on(date: Option<i64>, from: Option<i64>, until: Option<i64>) -> bool {
    let Some(date) = date else { return until.is_none() };
    let known = |a: i64, b: i64| match (a, b) {
        (a, b) if a % 10_000 == 0 || b % 10_000 == 0 => 10_000,
        (a, b) if a % 100 == 0 || b % 100 == 0 => 100,
        _ => 1,
    };
    let has_begun = from.is_none_or(|from| date / known(date, from) >= from / known(date, from));
    let goes_on = until.is_none_or(|until| date / known(date, until) <= until / known(date, until));
    has_begun && goes_on
}

#[cfg(test)]
mod tests {
    use super::lasted_on;

    #[test]
    fn a_membership_is_compared_as_far_as_dates_are_known() {
        assert!(lasted_on(Some(20040000), Some(20040501), None));
        assert!(lasted_on(Some(20200131), None, Some(20200131)));
        assert!(!lasted_on(Some(20200201), None, Some(20200131)));
        assert!(!lasted_on(Some(20030000), Some(20040501), None));
        assert!(lasted_on(None, Some(20040501), None) && !lasted_on(None, None, Some(20200131)));
    }
}
