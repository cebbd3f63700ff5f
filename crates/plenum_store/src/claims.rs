//! Claims: put in by packs and by hand, confirmed, withdrawn, never deleted; what a page shows of them; their ledger.

mod rowed;
mod tying;

pub(crate) use tying::STATEMENTS as TYING;

use crate::changes::begin_edition;
use crate::db::{Conn, Value, statements};
use crate::processes::Knowledge;
use crate::{Result, Store, rows};
use plenum_model::Address;
use plenum_model::claim::{self, Claim, Property};
use rowed::{ClaimRow, PlaceRow, PropertyRow, claim_columns};
use std::collections::BTreeMap;

/// A claim with what became of it and where its words stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The claim.
    pub claim: Claim,
    /// Who entered it, in words.
    pub entered_by: String,
    /// When, milliseconds since 1970.
    pub entered_at_ms: i64,
    /// When it was withdrawn; `None`: it stands.
    pub withdrawn_at_ms: Option<i64>,
    /// The paragraphs that hold its words, by address, with the title of their document.
    pub places: Vec<(Address, String)>,
    /// Whether the document that it names is held with its text.
    pub is_document_held: bool,
}

/// All that is claimed of one property.
#[derive(Clone, Debug, PartialEq)]
pub struct Ledger {
    /// The property.
    pub property: Property,
    /// Its claims in the order of time, the undated first; those withdrawn too.
    pub entries: Vec<Entry>,
}

/// One step in what became of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimChange {
    /// Which claim.
    pub claim: String,
    /// `added`, `changed`, `confirmed` or `withdrawn`.
    pub what: String,
    /// The value before.
    pub before: Option<String>,
    /// The value after.
    pub after: Option<String>,
    /// Who, in words.
    pub by: String,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
}

/// What can be done to a claim by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// A person vouches for it.
    Confirm,
    /// It no longer counts; it stays in the ledger.
    Withdraw,
}

statements! {
    PUT_PROPERTY = "insert into claim_property (subject, property, label, unit, is_series, pack, position, \
        changed_at_ms) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (subject, property) do update set \
        label = excluded.label, unit = excluded.unit, is_series = excluded.is_series, pack = excluded.pack, \
        position = excluded.position, changed_at_ms = excluded.changed_at_ms";
    INSERT_CLAIM = "insert into claim (claim_key, subject, property, value, date, source, document, words, counted_by, \
        standing, is_confirmed, note, issue, pack, position, entered_by, entered_at_ms) values";
    UPDATE_CLAIM = "update claim set subject = $2, property = $3, value = $4, date = $5, source = $6, document = $7, \
        words = $8, counted_by = $9, standing = $10, is_confirmed = $11, note = $12, issue = $13, pack = $14, \
        position = $15 where claim_key = $1";
    CLAIM = concat!("select ", claim_columns!(), " from claim c where c.claim_key = $1");
    CLAIMS_OF_PACK = concat!("select ", claim_columns!(), " from claim c where c.pack = $1 \
        and c.withdrawn_at_ms is null order by c.position");
    CLAIMS_OF = concat!("select ", claim_columns!(), " from claim c where c.subject = $1 \
        order by c.property, coalesce(c.date, 0), c.position, c.claim_key");
    KEYS_OF_PACK = "select claim_key from claim where pack = $1 and withdrawn_at_ms is null";
    PROPERTIES_OF = "select subject, property, label, unit, is_series from claim_property where subject = $1 \
        order by position, property";
    PROPERTIES_OF_PACK = "select subject, property, label, unit, is_series from claim_property where pack = $1 \
        order by position";
    PLACES_OF = "select p.claim_key, d.symbol, d.title, v.language, v.ordinal, p.anchor from claim c \
        join claim_place p on p.claim_key = c.claim_key join revision v on v.revision_id = p.revision_id \
        join document d on d.document_id = v.document_id where c.subject = $1 order by p.claim_key, p.revision_id";
    HELD_BY_SYMBOL = "select symbol_key from document where text_at_ms is not null and symbol_key in ({list})";
    HELD_BY_FILE = "select file_sha256 from revision where superseded_at_ms is null and file_sha256 like $1";
    STEPS_SO_FAR = "select count(*) from claim_change where claim_key = $1";
    INSERT_STEP = "insert into claim_change (claim_key, place, what, before_value, after_value, said_by, at_ms) values";
    STEPS = "select h.claim_key, h.what, h.before_value, h.after_value, h.said_by, h.at_ms from claim_change h \
        join claim c on c.claim_key = h.claim_key where c.subject = $1 and c.property = $2 \
        order by h.at_ms desc, h.claim_key, h.place desc";
    CONFIRM = "update claim set is_confirmed = 1 where claim_key = $1";
    WITHDRAW = "update claim set withdrawn_at_ms = $2 where claim_key = $1 and withdrawn_at_ms is null";
    WITHDRAWN_BY = "select said_by from claim_change where claim_key = $1 and what = 'withdrawn' order by place desc";
    RESTORE = "update claim set withdrawn_at_ms = null where claim_key = $1";
    ON_ISSUES = "select distinct c.subject, d.process from claim c \
        left join document d on d.symbol_key = upper(c.subject) \
        where c.issue is not null and c.withdrawn_at_ms is null order by c.subject";
    IN_LEDGERS = "select subject, property, label, unit, is_series from claim_property order by subject, position";
}

impl Store {
    /// All that is claimed of something, property by property in the order of the pack; properties without a claim are
    /// left out.
    pub async fn ledgers(&self, subject: &str) -> Result<Vec<Ledger>> {
        let mut conn = self.db.reader().await?;
        let asked: [Value<'_>; 1] = [subject.into()];
        let properties: Vec<PropertyRow> = conn.rows(PROPERTIES_OF, &asked).await?;
        let rows: Vec<ClaimRow> = conn.rows(CLAIMS_OF, &asked).await?;
        let mut places = places(&mut conn, subject).await?;
        let mut by_property: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
        for row in rows {
            let mut entry = row.into_entry()?;
            entry.places = places.remove(&entry.claim.key).unwrap_or_default();
            entry.is_document_held = match &entry.claim.document {
                Some(document) if entry.places.is_empty() => is_held(&mut conn, document).await?,
                document => document.is_some(),
            };
            by_property.entry(entry.claim.property.clone()).or_default().push(entry);
        }
        let properties = properties.into_iter().map(PropertyRow::into_property);
        let ledger = |property: Property| by_property.remove(&property.key).map(|entries| Ledger { property, entries });
        Ok(properties.filter_map(ledger).collect())
    }

    /// Everything that something is claimed of: the properties, by subject.
    pub async fn claimed_properties(&self) -> Result<Vec<Property>> {
        let rows: Vec<PropertyRow> = self.db.reader().await?.rows(IN_LEDGERS, &[]).await?;
        Ok(rows.into_iter().map(PropertyRow::into_property).collect())
    }

    /// Everything of which a claim bears on an issue; of a document with the process to which it belongs.
    pub async fn subjects_on_issues(&self) -> Result<Vec<(String, Option<String>)>> {
        self.db.reader().await?.rows(ON_ISSUES, &[]).await
    }

    /// What became of the claims of one property, newest first.
    pub async fn claim_changes(&self, subject: &str, property: &str) -> Result<Vec<ClaimChange>> {
        type Row = (String, String, Option<String>, Option<String>, String, i64);
        let rows: Vec<Row> = self.db.reader().await?.rows(STEPS, &[subject.into(), property.into()]).await?;
        let step = |(claim, what, before, after, by, at_ms)| ClaimChange { claim, what, before, after, by, at_ms };
        Ok(rows.into_iter().map(step).collect())
    }

    /// Enters a claim by hand, under a key of its own that is given back. It is unconfirmed until somebody confirms it.
    ///
    /// Errors: the property is not known.
    pub async fn enter_claim(&self, claim: &Claim, by: &str, at_ms: i64) -> Result<String> {
        let mut conn = self.db.writer().await?;
        let key = format!("entered-{}", conn.take_keys("claim", 1).await?);
        let claim = Claim { key: key.clone(), is_confirmed: false, ..claim.clone() };
        insert(&mut conn, &claim, None, 0, (by, at_ms)).await?;
        begin_edition(&mut conn).await?;
        conn.commit().await?;
        Ok(key)
    }

    /// Confirms or withdraws a claim; the ledger remembers who did and when.
    ///
    /// Out: whether there is such a claim in that state; a claim withdrawn is never confirmed.
    pub async fn act_on_claim(&self, key: &str, act: Act, by: &str, at_ms: i64) -> Result<bool> {
        let mut conn = self.db.writer().await?;
        let Some(row) = conn.row::<ClaimRow>(CLAIM, &[key.into()]).await? else { return Ok(false) };
        let entry = row.into_entry()?;
        let is_done = act == Act::Confirm && entry.claim.is_confirmed;
        if entry.withdrawn_at_ms.is_some() || is_done {
            return Ok(false);
        }
        let value = Some(entry.claim.value.as_str());
        match act {
            Act::Confirm => {
                conn.run(CONFIRM, &[key.into()]).await?;
                step(&mut conn, key, "confirmed", (value, value), (by, at_ms)).await?;
            }
            Act::Withdraw => withdraw(&mut conn, key, value, (by, at_ms)).await?,
        }
        begin_edition(&mut conn).await?;
        conn.commit().await?;
        Ok(true)
    }
}

impl Ledger {
    /// The entries that stand.
    pub fn standing(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.withdrawn_at_ms.is_none())
    }

    /// The entry that a page shows, by the rule of [`claim::shown`]; `None` if all are withdrawn.
    pub fn shown(&self) -> Option<&Entry> {
        let place = claim::shown(self.standing().map(|entry| &entry.claim), self.property.is_series)?;
        self.standing().nth(place)
    }

    /// How many claims that stand disagree with another that stands.
    pub fn disagreeing(&self) -> usize {
        let is_series = self.property.is_series;
        let disagrees = |one: &&Entry| self.standing().any(|other| one.claim.disagrees(&other.claim, is_series));
        self.standing().filter(disagrees).count()
    }
}

/// Who says something, in words, and when.
type Saying<'a> = (&'a str, i64);

/// Puts in what a pack claims. A claim that is told as before is left alone; one told no longer is withdrawn.
pub(crate) async fn put(conn: &mut Conn, told: &Knowledge, at_ms: i64) -> Result<()> {
    let pack = Some(told.pack.as_str());
    for (one, position) in told.properties.iter().zip(0i64..) {
        let mut values: Vec<Value<'_>> = vec![one.subject.as_str().into(), one.key.as_str().into()];
        values.extend([one.label.as_str().into(), one.unit.as_deref().into(), i64::from(one.is_series).into()]);
        values.extend([pack.into(), position.into(), at_ms.into()]);
        conn.run(PUT_PROPERTY, &values).await?;
    }
    let before: Vec<(String,)> = conn.rows(KEYS_OF_PACK, &[pack.into()]).await?;
    for (one, position) in told.claims.iter().zip(0i64..) {
        let held: Option<ClaimRow> = conn.row(CLAIM, &[one.key.as_str().into()]).await?;
        let Some(held) = held.map(ClaimRow::into_entry).transpose()? else {
            insert(conn, one, pack, position, (&told.by, at_ms)).await?;
            continue;
        };
        // What a person confirmed stays so, as long as the pack says the same.
        let is_same = held.claim.value == one.value && held.claim.source == one.source;
        let is_confirmed = one.is_confirmed || (is_same && held.claim.is_confirmed);
        let mut values = rowed::values(one, pack, position);
        values[10] = i64::from(is_confirmed).into();
        conn.run(UPDATE_CLAIM, &values).await?;
        if held.withdrawn_at_ms.is_some() && is_withdrawn_by(conn, &one.key, told).await? {
            conn.run(RESTORE, &[one.key.as_str().into()]).await?;
            step(conn, &one.key, "added", (None, Some(&one.value)), (&told.by, at_ms)).await?;
        } else if !is_same {
            let both = (Some(held.claim.value.as_str()), Some(one.value.as_str()));
            step(conn, &one.key, "changed", both, (&told.by, at_ms)).await?;
        }
    }
    for (key,) in before.iter().filter(|(key,)| !told.claims.iter().any(|one| one.key == *key)) {
        withdraw(conn, key, None, (&told.by, at_ms)).await?;
    }
    Ok(())
}

/// Whether it was an earlier edition of the pack that withdrew a claim: then it may tell it again. What a person withdrew
/// stays withdrawn.
async fn is_withdrawn_by(conn: &mut Conn, key: &str, told: &Knowledge) -> Result<bool> {
    let last: Option<(String,)> = conn.row(WITHDRAWN_BY, &[key.into()]).await?;
    Ok(last.is_some_and(|(by,)| by.starts_with(&format!("pack {} ", told.pack))))
}

/// What a pack claims, in its order.
pub(crate) async fn of_pack(conn: &mut Conn, told: &mut Knowledge) -> Result<()> {
    let asked: [Value<'_>; 1] = [told.pack.as_str().into()];
    let properties: Vec<PropertyRow> = conn.rows(PROPERTIES_OF_PACK, &asked).await?;
    let claims: Vec<ClaimRow> = conn.rows(CLAIMS_OF_PACK, &asked).await?;
    told.properties = properties.into_iter().map(PropertyRow::into_property).collect();
    told.claims = claims.into_iter().map(|row| Ok(row.into_entry()?.claim)).collect::<Result<_>>()?;
    Ok(())
}

async fn insert(conn: &mut Conn, one: &Claim, pack: Option<&str>, position: i64, saying: Saying<'_>) -> Result<()> {
    let mut values = rowed::values(one, pack, position);
    values.extend([saying.0.into(), saying.1.into()]);
    conn.insert(INSERT_CLAIM, 17, &values).await?;
    step(conn, &one.key, "added", (None, Some(&one.value)), saying).await
}

async fn withdraw(conn: &mut Conn, key: &str, value: Option<&str>, saying: Saying<'_>) -> Result<()> {
    conn.run(WITHDRAW, &[key.into(), saying.1.into()]).await?;
    step(conn, key, "withdrawn", (value, None), saying).await
}

/// Adds to what became of a claim.
async fn step(
    conn: &mut Conn,
    key: &str,
    what: &str,
    (before, after): (Option<&str>, Option<&str>),
    (by, at_ms): Saying<'_>,
) -> Result<()> {
    let place = conn.number(STEPS_SO_FAR, &[key.into()]).await?;
    let values = [key.into(), place.into(), what.into(), before.into(), after.into(), by.into(), at_ms.into()];
    conn.insert(INSERT_STEP, 7, &values).await
}

async fn places(conn: &mut Conn, subject: &str) -> Result<BTreeMap<String, Vec<(Address, String)>>> {
    let rows: Vec<PlaceRow> = conn.rows(PLACES_OF, &[subject.into()]).await?;
    let mut places: BTreeMap<String, Vec<(Address, String)>> = BTreeMap::new();
    for (key, symbol, title, language, ordinal, anchor) in rows {
        let address = Address {
            symbol: rows::symbol(&symbol)?,
            revision: Some(rows::tag(&language, ordinal)?),
            anchor: Some(rows::anchor(&anchor)?),
        };
        places.entry(key).or_default().push((address, title));
    }
    Ok(places)
}

/// Whether the text of a document, named as claims name it, is held.
async fn is_held(conn: &mut Conn, document: &str) -> Result<bool> {
    if let Some(hash) = document.strip_prefix("sha256:") {
        let found: Vec<(String,)> = conn.rows(HELD_BY_FILE, &[format!("{hash}%").into()]).await?;
        return Ok(!found.is_empty());
    }
    let Ok(symbol) = plenum_model::Symbol::parse(document) else { return Ok(false) };
    let found: Vec<(String,)> = conn.rows_in(HELD_BY_SYMBOL, &[], &[symbol.key().into()]).await?;
    Ok(!found.is_empty())
}
