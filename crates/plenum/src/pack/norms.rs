//! `norms.toml`: norms, measures and principles as labels in our words; the binding words are in the document.

use super::reading::{At, Kind, is_yes, sourced, symbol, table_file, unplaced, yes};
use plenum_model::process::Norm;
use serde::{Deserialize, Serialize};
use toml::Spanned;

table_file!(File, norm, Row);

pub(super) const KIND: Kind<File, Row, Norm> =
    Kind { file: "norms.toml", list: |file| file.norm, filled: |norm| File { norm }, fact, row };

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    #[serde(default = "norm", skip_serializing_if = "is_norm")]
    set: Spanned<String>,
    key: String,
    symbol: Spanned<String>,
    label: String,
    source: Spanned<String>,
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    confirmed: bool,
}

/// The sets that labels belong to.
const SETS: [&str; 3] = ["norm", "measure", "principle"];

fn norm() -> Spanned<String> {
    unplaced("norm".into())
}

fn is_norm(set: &Spanned<String>) -> bool {
    set.get_ref() == "norm"
}

fn fact(row: Row) -> At<Norm> {
    if !SETS.contains(&row.set.get_ref().as_str()) {
        let what = format!("\"{}\" is no set of labels: write norm, measure or principle", row.set.get_ref());
        return Err((row.set.span().start, what));
    }
    Ok(Norm {
        set: row.set.into_inner(),
        symbol: symbol(&row.symbol)?.to_string(),
        key: row.key,
        label: row.label,
        source: sourced(row.source)?,
        is_confirmed: row.confirmed,
    })
}

fn row(norm: &Norm) -> Row {
    let norm = norm.clone();
    Row {
        set: unplaced(norm.set),
        key: norm.key,
        symbol: unplaced(norm.symbol),
        label: norm.label,
        source: unplaced(norm.source),
        confirmed: norm.is_confirmed,
    }
}
