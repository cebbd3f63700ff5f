//! `documents.toml`: documents by symbol, with what is known of them; their words are not in a pack.

use super::reading::{At, Kind, date, sourced, symbol, table_file, yes};
use plenum_model::{DocumentFacts, DocumentKind, Standing};
use serde::{Deserialize, Serialize};
use toml::Spanned;

table_file!(File, document, Row);

pub(super) const KIND: Kind<File, Row, DocumentFacts> =
    Kind { file: "documents.toml", list: |file: File| file.document, convert: fact };

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
    #[serde(default = "yes", rename = "confirmed")]
    _confirmed: bool,
}

fn fact(row: Row) -> At<DocumentFacts> {
    let unknown =
        |word: &Spanned<String>, what: &str| (word.span().start, format!("\"{}\" is no {what}", word.get_ref()));
    Ok(DocumentFacts {
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
    })
}
