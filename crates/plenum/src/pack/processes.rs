//! `processes.toml`: a body's work under a mandate.

use super::reading::{At, Kind, date, slug, sourced, symbol, table_file, yes};
use plenum_model::process::Process;
use serde::{Deserialize, Serialize};
use toml::Spanned;

table_file!(File, process, Row);

pub(super) const KIND: Kind<File, Row, Process> =
    Kind { file: "processes.toml", list: |file: File| file.process, convert: fact };

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    slug: Spanned<String>,
    name: String,
    summary: String,
    mandate: Option<Spanned<String>>,
    predecessor: Option<String>,
    decision_rule: Option<String>,
    chair: Option<String>,
    from: Option<Spanned<String>>,
    until: Option<Spanned<String>>,
    source: Spanned<String>,
    #[serde(default = "yes")]
    confirmed: bool,
}

fn fact(row: Row) -> At<Process> {
    Ok(Process {
        slug: slug(row.slug)?,
        name: row.name,
        summary: row.summary,
        mandate: row.mandate.map(|m| symbol(&m)).transpose()?.map(|s| s.to_string()),
        predecessor: row.predecessor,
        decision_rule: row.decision_rule,
        chair: row.chair,
        from: date(row.from)?,
        until: date(row.until)?,
        source: sourced(row.source)?,
        is_confirmed: row.confirmed,
    })
}
