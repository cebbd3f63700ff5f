//! `crosswalks.toml`: what of one framework answers to what of another.

use super::reading::{At, Kind, is_yes, slug, sourced, table_file, unplaced, yes};
use plenum_model::knowledge::Crosswalk;
use serde::{Deserialize, Serialize};
use toml::Spanned;

table_file!(File, crosswalk, Row);

pub(super) const KIND: Kind<File, Row, Crosswalk> =
    Kind { file: "crosswalks.toml", list: |file| file.crosswalk, filled: |crosswalk| File { crosswalk }, fact, row };

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    slug: Spanned<String>,
    title: String,
    rows: String,
    columns: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    processes: Vec<String>,
    note: Option<String>,
    source: Spanned<String>,
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    confirmed: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    link: Vec<Link>,
}

/// One row of the table: its label, and the columns that answer to it.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Link {
    row: String,
    columns: Vec<String>,
}

fn fact(row: Row) -> At<Crosswalk> {
    if row.link.is_empty() {
        return Err((row.slug.span().start, format!("\"{}\" has no row: add [[crosswalk.link]]", row.slug.get_ref())));
    }
    Ok(Crosswalk {
        slug: slug(row.slug)?,
        title: row.title,
        rows: row.rows,
        columns: row.columns,
        processes: row.processes,
        links: row.link.into_iter().map(|link| (link.row, link.columns)).collect(),
        note: row.note,
        source: sourced(row.source)?,
        is_confirmed: row.confirmed,
    })
}

fn row(crosswalk: &Crosswalk) -> Row {
    let crosswalk = crosswalk.clone();
    Row {
        slug: unplaced(crosswalk.slug),
        title: crosswalk.title,
        rows: crosswalk.rows,
        columns: crosswalk.columns,
        processes: crosswalk.processes,
        note: crosswalk.note,
        source: unplaced(crosswalk.source),
        confirmed: crosswalk.is_confirmed,
        link: crosswalk.links.into_iter().map(|(row, columns)| Link { row, columns }).collect(),
    }
}
