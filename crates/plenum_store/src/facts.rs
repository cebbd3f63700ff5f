//! What is known of a document besides its words: who says so, and the journal of what was changed.

use crate::db::{Conn, Value, statements, without_zero};
use crate::rows::{self, DocumentRow, document_columns};
use crate::{Result, Store};
use plenum_model::{DocumentFacts, Symbol};
use sqlx::FromRow;

/// Who says what is known of a document. The stronger replaces the weaker; the weaker only fills what is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Authority {
    /// Made out by a machine from the file.
    Reading,
    /// Said by the person who imported or uploaded it.
    Importer,
    /// Said by a knowledge pack, with its source.
    Pack,
    /// Set right by an editor.
    Editor,
}

impl Authority {
    fn as_number(self) -> i64 {
        match self {
            Self::Reading => 0,
            Self::Importer => 1,
            Self::Pack => 2,
            Self::Editor => 3,
        }
    }
}

/// One change of one fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactChange {
    /// Which fact: the column's name (`title`, `standing`).
    pub fact: String,
    /// What it was.
    pub before: Option<String>,
    /// What it is since.
    pub after: Option<String>,
    /// Who changed it, in words.
    pub by: String,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
}

/// Who says something, and when.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Saying<'a> {
    pub(crate) authority: Authority,
    pub(crate) by: &'a str,
    pub(crate) at_ms: i64,
}

/// A document's row after something was said of it.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) document_id: i64,
    pub(crate) symbol: Symbol,
    /// Whether the document is new.
    pub(crate) is_new: bool,
    /// Whether a fact differs from before.
    pub(crate) is_changed: bool,
}

statements! {
    /// By symbol, or by an old symbol that leads to it.
    DOCUMENT_BY_KEY = concat!("select ", document_columns!(), ", d.authority from document d where d.symbol_key = $1 \
        union all select ", document_columns!(), ", d.authority from redirect e \
        join document d on d.document_id = e.document_id where e.from_key = $1");
    INSERT_DOCUMENT = "insert into document (document_id, symbol, symbol_key, title, kind, standing, issuer, process, \
        meeting, actor, date, family, source, authority, created_at_ms, changed_at_ms) values";
    UPDATE_DOCUMENT = "update document set title = $2, kind = $3, standing = $4, issuer = $5, process = $6, \
        meeting = $7, actor = $8, date = $9, family = $10, source = $11, authority = $12, changed_at_ms = $13 \
        where document_id = $1";
    INSERT_FACT_CHANGE = "insert into document_fact_change (document_id, place, fact, before_value, after_value, \
        said_by, at_ms) values";
    FACT_CHANGES_SO_FAR = "select max(place) from document_fact_change where document_id = $1";
    FACT_CHANGES = "select c.fact, c.before_value, c.after_value, c.said_by, c.at_ms from document d \
        join document_fact_change c on c.document_id = d.document_id where d.symbol_key = $1 order by c.place desc";
    INSERT_CHANGE = "insert into change (seq, document_id, revision_id, at_ms) values";
    REDIRECT = "insert into redirect (from_key, from_symbol, document_id, reason, created_at_ms) \
        values ($1, $2, $3, $4, $5) on conflict (from_key) do update set document_id = excluded.document_id, \
        reason = excluded.reason, created_at_ms = excluded.created_at_ms";
    REFERENCES_FOLLOW = "update reference set symbol_key = $2 where symbol_key = $1";
}

#[derive(FromRow)]
struct HeldRow {
    #[sqlx(flatten)]
    document: DocumentRow,
    authority: i64,
}

#[derive(FromRow)]
struct FactChangeRow {
    fact: String,
    before_value: Option<String>,
    after_value: Option<String>,
    said_by: String,
    at_ms: i64,
}

impl Store {
    /// Says what is known of documents; those not yet held are listed from now on, without text.
    ///
    /// Out: how many were new or changed. Each changed fact leaves a row in the journal and the index hears of it.
    pub async fn declare(&self, facts: &[DocumentFacts], authority: Authority, by: &str, at_ms: i64) -> Result<u64> {
        let mut conn = self.db.writer().await?;
        let mut changed = 0;
        for one in facts {
            let said = say(&mut conn, one, Saying { authority, by, at_ms }).await?;
            changed += u64::from(said.is_new || said.is_changed);
            if said.is_changed {
                append_change(&mut conn, said.document_id, None, at_ms).await?;
            }
        }
        conn.commit().await?;
        Ok(changed)
    }

    /// The journal of a document's facts, newest first.
    pub async fn fact_changes(&self, symbol: &Symbol) -> Result<Vec<FactChange>> {
        let rows: Vec<FactChangeRow> = self.db.reader().await?.rows(FACT_CHANGES, &[symbol.key().into()]).await?;
        let change = |row: FactChangeRow| FactChange {
            fact: row.fact,
            before: row.before_value,
            after: row.after_value,
            by: row.said_by,
            at_ms: row.at_ms,
        };
        Ok(rows.into_iter().map(change).collect())
    }

    /// Lets an old symbol lead to the document of a new one, from now on (replacing where it led before).
    ///
    /// Out: whether the new one is held; if not, nothing is done. A symbol that is itself a held document's is left
    /// alone too: its own page comes first.
    pub async fn redirect(&self, from: &Symbol, to: &Symbol, reason: &str, at_ms: i64) -> Result<bool> {
        let mut conn = self.db.writer().await?;
        let own: Option<HeldRow> = conn.row(DOCUMENT_BY_KEY, &[to.key().into()]).await?;
        let from_held: Option<HeldRow> = conn.row(DOCUMENT_BY_KEY, &[from.key().into()]).await?;
        let Some(own) = own else { return Ok(false) };
        let target = own.document.into_document()?;
        let from_own = from_held.map(|held| held.document.into_document()).transpose()?;
        if from_own.is_some_and(|document| document.facts.symbol.key() == from.key()) {
            return Ok(false);
        }
        let (key, id) = (from.key(), target.document_id);
        let values = [key.as_str().into(), from.as_str().into(), id.into(), reason.into(), at_ms.into()];
        conn.run(REDIRECT, &values).await?;
        conn.run(REFERENCES_FOLLOW, &[key.as_str().into(), target.facts.symbol.key().into()]).await?;
        conn.commit().await?;
        Ok(true)
    }
}

/// Puts in or merges what is said of one document, and journals what it changed.
pub(crate) async fn say(conn: &mut Conn, said: &DocumentFacts, saying: Saying<'_>) -> Result<Said> {
    let held: Option<HeldRow> = conn.row(DOCUMENT_BY_KEY, &[said.symbol.key().into()]).await?;
    let Some(held) = held else { return insert(conn, said, saying).await };
    let document = held.document.into_document()?;
    let merged = merge(&document.facts, held.authority, said, saying.authority.as_number());
    let (before, after) = (columns(&document.facts), columns(&merged));
    let differs: Vec<_> = before.into_iter().zip(after).filter(|(b, a)| b.1 != a.1).collect();
    let authority = held.authority.max(saying.authority.as_number());
    if !differs.is_empty() || authority != held.authority {
        let mut values: Vec<Value<'_>> = vec![document.document_id.into()];
        values.extend(fact_values(&merged));
        values.extend([authority.into(), saying.at_ms.into()]);
        conn.run(UPDATE_DOCUMENT, &values).await?;
    }
    let mut place = if differs.is_empty() { 0 } else { next_place(conn, document.document_id).await? };
    let is_changed = !differs.is_empty();
    let mut journal: Vec<Value<'_>> = Vec::new();
    for ((fact, before), (_, after)) in differs {
        let id = document.document_id;
        journal.extend([id.into(), place.into(), fact.into(), before.into(), after.into()]);
        journal.extend([saying.by.into(), saying.at_ms.into()]);
        place += 1;
    }
    conn.insert(INSERT_FACT_CHANGE, 7, &journal).await?;
    Ok(Said { document_id: document.document_id, symbol: document.facts.symbol, is_new: false, is_changed })
}

async fn next_place(conn: &mut Conn, document_id: i64) -> Result<i64> {
    Ok(conn.number(FACT_CHANGES_SO_FAR, &[document_id.into()]).await? + 1)
}

async fn insert(conn: &mut Conn, said: &DocumentFacts, saying: Saying<'_>) -> Result<Said> {
    let document_id = conn.take_keys("document", 1).await?;
    let mut values: Vec<Value<'_>> = vec![document_id.into(), said.symbol.as_str().into(), said.symbol.key().into()];
    values.extend(fact_values(said));
    values.extend([saying.authority.as_number().into(), saying.at_ms.into(), saying.at_ms.into()]);
    conn.insert(INSERT_DOCUMENT, 16, &values).await?;
    Ok(Said { document_id, symbol: said.symbol.clone(), is_new: true, is_changed: false })
}

/// Adds to the change feed.
pub(crate) async fn append_change(conn: &mut Conn, document_id: i64, revision: Option<i64>, at_ms: i64) -> Result<()> {
    let seq = conn.take_keys("change", 1).await?;
    conn.insert(INSERT_CHANGE, 4, &[seq.into(), document_id.into(), revision.into(), at_ms.into()]).await
}

/// Facts as kept: title, kind, standing, issuer, process, meeting, actor, date, family, source.
fn fact_values(facts: &DocumentFacts) -> [Value<'_>; 10] {
    [
        facts.title.as_str().into(),
        facts.kind.as_str().into(),
        facts.standing.as_str().into(),
        facts.issuer.as_deref().into(),
        facts.process.as_deref().into(),
        facts.meeting.as_deref().into(),
        facts.actor.as_deref().into(),
        rows::ordinal(facts.date).into(),
        facts.family.as_deref().into(),
        facts.source.as_deref().into(),
    ]
}

/// What is known after a weaker or stronger voice has spoken; the symbol stays as it was first written.
fn merge(held: &DocumentFacts, held_authority: i64, said: &DocumentFacts, authority: i64) -> DocumentFacts {
    let is_heard = authority >= held_authority;
    let pick = |held: &Option<String>, said: &Option<String>| {
        let said = said.as_deref().map(|text| without_zero(text).into_owned()).filter(|text| !text.is_empty());
        if is_heard { said.or_else(|| held.clone()) } else { held.clone().or(said) }
    };
    let title = without_zero(&said.title);
    let is_title_taken = (is_heard && !title.is_empty()) || held.title.is_empty();
    DocumentFacts {
        symbol: held.symbol.clone(),
        title: if is_title_taken { title.into_owned() } else { held.title.clone() },
        kind: if is_heard { said.kind } else { held.kind },
        standing: if is_heard { said.standing } else { held.standing },
        issuer: pick(&held.issuer, &said.issuer),
        process: pick(&held.process, &said.process),
        meeting: pick(&held.meeting, &said.meeting),
        actor: pick(&held.actor, &said.actor),
        date: if is_heard { said.date.or(held.date) } else { held.date.or(said.date) },
        family: pick(&held.family, &said.family),
        source: pick(&held.source, &said.source),
    }
}

/// Facts by column, as the journal writes them.
fn columns(facts: &DocumentFacts) -> [(&'static str, Option<String>); 10] {
    [
        ("title", Some(facts.title.clone())),
        ("kind", Some(facts.kind.as_str().to_owned())),
        ("standing", Some(facts.standing.as_str().to_owned())),
        ("issuer", facts.issuer.clone()),
        ("process", facts.process.clone()),
        ("meeting", facts.meeting.clone()),
        ("actor", facts.actor.clone()),
        ("date", facts.date.map(|date| date.to_string())),
        ("family", facts.family.clone()),
        ("source", facts.source.clone()),
    ]
}
