//! `documents.toml`: documents by symbol, with what is known of them; their words are not in a pack.

use super::reading::{At, Kind, date, dated, is_yes, sourced, symbol, table_file, unplaced, yes};
use plenum_model::{DocumentFacts, DocumentKind, Standing};
use serde::{Deserialize, Serialize};
use toml::Spanned;

/// A document, and whether a page that can be opened shows the facts.
type Listed = (DocumentFacts, bool);

table_file!(File, document, Row);

pub(super) const KIND: Kind<File, Row, Listed> =
    Kind { file: "documents.toml", list: |file| file.document, filled: |document| File { document }, fact, row };

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    symbol: Spanned<String>,
    title: String,
    kind: Spanned<String>,
    standing: Spanned<String>,
    process: Option<String>,
    date: Option<Spanned<String>>,
    issuer: Option<String>,
    meeting: Option<String>,
    actor: Option<String>,
    family: Option<String>,
    source: Spanned<String>,
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    confirmed: bool,
}

fn fact(row: Row) -> At<Listed> {
    let unknown =
        |word: &Spanned<String>, what: &str| (word.span().start, format!("\"{}\" is no {what}", word.get_ref()));
    let facts = DocumentFacts {
        symbol: symbol(&row.symbol)?,
        title: row.title,
        kind: DocumentKind::parse(row.kind.get_ref()).ok_or_else(|| unknown(&row.kind, "kind of document"))?,
        standing: Standing::parse(row.standing.get_ref()).ok_or_else(|| unknown(&row.standing, "standing"))?,
        issuer: row.issuer,
        process: row.process,
        meeting: row.meeting,
        actor: row.actor,
        date: date(row.date)?,
        family: row.family,
        source: Some(sourced(row.source)?),
    };
    Ok((facts, row.confirmed))
}

fn row((facts, confirmed): &Listed) -> Row {
    let facts = facts.clone();
    Row {
        symbol: unplaced(facts.symbol.to_string()),
        title: facts.title,
        kind: unplaced(facts.kind.as_str().to_owned()),
        standing: unplaced(facts.standing.as_str().to_owned()),
        process: facts.process,
        date: dated(facts.date),
        issuer: facts.issuer,
        meeting: facts.meeting,
        actor: facts.actor,
        family: facts.family,
        source: unplaced(facts.source.unwrap_or_default()),
        confirmed: *confirmed,
    }
}
