//! `names.toml`: by what else processes, sessions and documents are called, in any language.

use super::reading::{At, Kind, table_file, unplaced};
use plenum_store::names::OtherNames;
use serde::{Deserialize, Serialize};
use toml::Spanned;

table_file!(File, name, Row);

pub(super) const KIND: Kind<File, Row, OtherNames> =
    Kind { file: "names.toml", list: |file| file.name, filled: |name| File { name }, fact, row };

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    of: Spanned<String>,
    names: Vec<String>,
}

fn fact(row: Row) -> At<OtherNames> {
    if row.names.is_empty() || row.names.iter().any(|name| name.trim().is_empty()) {
        return Err((row.of.span().start, format!("\"{}\" has no names, or an empty one", row.of.get_ref())));
    }
    Ok(OtherNames { subject: row.of.into_inner(), names: row.names })
}

fn row(names: &OtherNames) -> Row {
    Row { of: unplaced(names.subject.clone()), names: names.names.clone() }
}
