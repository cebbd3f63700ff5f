//! `claims.toml`: properties, and what sources say of them.

use super::reading::{At, Kind, date, dated, is_no, is_yes, slug, sourced, unplaced, yes};
use plenum_model::Standing;
use plenum_model::claim::{Claim, Property, shows_value};
use serde::{Deserialize, Serialize};
use toml::Spanned;

/// The file: both lists, each read by its own kind.
#[derive(Deserialize, Serialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct File {
    property: Vec<Spanned<PropertyRow>>,
    claim: Vec<Spanned<ClaimRow>>,
}

pub(super) const FILE: &str = "claims.toml";

pub(super) const PROPERTIES: Kind<File, PropertyRow, Property> = Kind {
    file: FILE,
    list: |file| file.property,
    filled: |property| File { property, claim: Vec::new() },
    fact: property,
    row: property_row,
};

pub(super) const CLAIMS: Kind<File, ClaimRow, Claim> = Kind {
    file: FILE,
    list: |file| file.claim,
    filled: |claim| File { property: Vec::new(), claim },
    fact: claim,
    row: claim_row,
};

/// The file with both lists, for writing.
pub(super) fn file(properties: &[Property], claims: &[Claim]) -> File {
    File {
        property: properties.iter().map(|one| unplaced(property_row(one))).collect(),
        claim: claims.iter().map(|one| unplaced(claim_row(one))).collect(),
    }
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PropertyRow {
    subject: Spanned<String>,
    key: Spanned<String>,
    label: String,
    unit: Option<String>,
    #[serde(default, skip_serializing_if = "is_no")]
    series: bool,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClaimRow {
    key: Spanned<String>,
    subject: String,
    property: String,
    value: Spanned<String>,
    date: Option<Spanned<String>>,
    source: Spanned<String>,
    document: Option<Spanned<String>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    words: Vec<String>,
    counted_by: Option<String>,
    standing: Spanned<String>,
    note: Option<String>,
    issue: Option<String>,
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    confirmed: bool,
}

fn property(row: PropertyRow) -> At<Property> {
    Ok(Property {
        subject: row.subject.into_inner(),
        key: slug(row.key)?,
        label: row.label,
        unit: row.unit,
        is_series: row.series,
    })
}

fn property_row(property: &Property) -> PropertyRow {
    let property = property.clone();
    PropertyRow {
        subject: unplaced(property.subject),
        key: unplaced(property.key),
        label: property.label,
        unit: property.unit,
        series: property.is_series,
    }
}

fn claim(row: ClaimRow) -> At<Claim> {
    let at_value = row.value.span().start;
    let (standing, at_standing) = (Standing::parse(row.standing.get_ref()), row.standing.span().start);
    if let Some(document) = &row.document {
        is_a_document(document)?;
    }
    if !row.words.is_empty() {
        if row.document.is_none() {
            return Err((at_value, "words are looked for in a document: name it".into()));
        }
        if !shows_value(row.value.get_ref(), &row.words) {
            let what = format!("the first of the words does not show the value \"{}\"", row.value.get_ref());
            return Err((at_value, what));
        }
    }
    Ok(Claim {
        key: slug(row.key)?,
        subject: row.subject,
        property: row.property,
        value: row.value.into_inner(),
        date: date(row.date)?,
        source: sourced(row.source)?,
        document: row.document.map(Spanned::into_inner),
        words: row.words,
        counted_by: row.counted_by,
        standing: standing.ok_or_else(|| (at_standing, format!("\"{}\" is no standing", row.standing.get_ref())))?,
        is_confirmed: row.confirmed,
        note: row.note,
        issue: row.issue,
    })
}

/// A symbol, or `sha256:` with twelve hexadecimal digits or more.
fn is_a_document(document: &Spanned<String>) -> At<()> {
    let fault = |what: String| Err((document.span().start, what));
    match document.get_ref().strip_prefix("sha256:") {
        Some(hash) if hash.len() >= 12 && hash.bytes().all(|b| b.is_ascii_hexdigit()) => Ok(()),
        Some(_) => fault("write at least twelve hexadecimal digits after sha256:".into()),
        None => plenum_model::Symbol::parse(document.get_ref()).map(|_| ()).or_else(|e| fault(e.to_string())),
    }
}

fn claim_row(claim: &Claim) -> ClaimRow {
    let claim = claim.clone();
    ClaimRow {
        key: unplaced(claim.key),
        subject: claim.subject,
        property: claim.property,
        value: unplaced(claim.value),
        date: dated(claim.date),
        source: unplaced(claim.source),
        document: claim.document.map(unplaced),
        words: claim.words,
        counted_by: claim.counted_by,
        standing: unplaced(claim.standing.as_str().to_owned()),
        note: claim.note,
        issue: claim.issue,
        confirmed: claim.is_confirmed,
    }
}
