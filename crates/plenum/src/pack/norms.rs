//! `norms.toml`: norms, measures and principles as labels in our words; the binding words are in the document.

use super::reading::{At, Kind, sourced, symbol, table_file, yes};
use plenum_model::process::Norm;
use serde::{Deserialize, Serialize};
use toml::Spanned;

table_file!(File, norm, Row);

pub(super) const KIND: Kind<File, Row, Norm> = Kind { file: "norms.toml", list: |file: File| file.norm, convert: fact };

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    key: String,
    symbol: Spanned<String>,
    label: String,
    source: Spanned<String>,
    #[serde(default = "yes")]
    confirmed: bool,
}

fn fact(row: Row) -> At<Norm> {
    Ok(Norm {
        symbol: symbol(&row.symbol)?.to_string(),
        key: row.key,
        label: row.label,
        source: sourced(row.source)?,
        is_confirmed: row.confirmed,
    })
}
