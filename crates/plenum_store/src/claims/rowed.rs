//! Claims and properties as both engines give and take them.

use super::Entry;
use crate::db::Value;
use crate::{Result, rows};
use plenum_model::claim::{Claim, Property};
use sqlx::FromRow;

/// The columns of [`ClaimRow`], of a table `claim c`.
macro_rules! claim_columns {
    () => {
        "c.claim_key, c.subject, c.property, c.value, c.date, c.source, c.document, c.words, c.counted_by, c.standing, \
         c.is_confirmed, c.note, c.issue, c.entered_by, c.entered_at_ms, c.withdrawn_at_ms"
    };
}
pub(super) use claim_columns;

#[derive(FromRow)]
pub(super) struct ClaimRow {
    claim_key: String,
    subject: String,
    property: String,
    value: String,
    date: Option<i64>,
    source: String,
    document: Option<String>,
    words: String,
    counted_by: Option<String>,
    standing: String,
    is_confirmed: i64,
    note: Option<String>,
    issue: Option<String>,
    entered_by: String,
    entered_at_ms: i64,
    withdrawn_at_ms: Option<i64>,
}

#[derive(FromRow)]
pub(super) struct PropertyRow {
    subject: String,
    property: String,
    label: String,
    unit: Option<String>,
    is_series: i64,
}

/// Claim, symbol, title, language, ordinal, anchor.
pub(super) type PlaceRow = (String, String, String, String, i64, String);

impl ClaimRow {
    /// The entry, its places still missing.
    pub(super) fn into_entry(self) -> Result<Entry> {
        let claim = Claim {
            key: self.claim_key,
            subject: self.subject,
            property: self.property,
            value: self.value,
            date: rows::date(self.date),
            source: self.source,
            document: self.document,
            words: rows::path(&self.words)?,
            counted_by: self.counted_by,
            standing: rows::standing(&self.standing)?,
            is_confirmed: self.is_confirmed != 0,
            note: self.note,
            issue: self.issue,
        };
        Ok(Entry {
            claim,
            entered_by: self.entered_by,
            entered_at_ms: self.entered_at_ms,
            withdrawn_at_ms: self.withdrawn_at_ms,
            places: Vec::new(),
            is_document_held: false,
        })
    }
}

impl PropertyRow {
    pub(super) fn into_property(self) -> Property {
        Property {
            subject: self.subject,
            key: self.property,
            label: self.label,
            unit: self.unit,
            is_series: self.is_series != 0,
        }
    }
}

/// A claim in the order of the columns, up to pack and position.
pub(super) fn values<'a>(claim: &'a Claim, pack: Option<&'a str>, position: i64) -> Vec<Value<'a>> {
    vec![
        claim.key.as_str().into(),
        claim.subject.as_str().into(),
        claim.property.as_str().into(),
        claim.value.as_str().into(),
        rows::ordinal(claim.date).into(),
        claim.source.as_str().into(),
        claim.document.as_deref().into(),
        rows::to_json(&claim.words).into(),
        claim.counted_by.as_deref().into(),
        claim.standing.as_str().into(),
        i64::from(claim.is_confirmed).into(),
        claim.note.as_deref().into(),
        claim.issue.as_deref().into(),
        pack.into(),
        position.into(),
    ]
}
