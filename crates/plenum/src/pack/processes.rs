//! `processes.toml`: a body's work under a mandate.

use super::reading::{At, Kind, date, dated, is_yes, slug, sourced, symbol, table_file, unplaced, yes};
use plenum_model::process::Process;
use serde::{Deserialize, Serialize};
use toml::Spanned;

table_file!(File, process, Row);

pub(super) const KIND: Kind<File, Row, Process> =
    Kind { file: "processes.toml", list: |file| file.process, filled: |process| File { process }, fact, row };

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    slug: Spanned<String>,
    name: String,
    family: Option<String>,
    summary: String,
    mandate: Option<Spanned<String>>,
    predecessor: Option<String>,
    decision_rule: Option<String>,
    chair: Option<String>,
    from: Option<Spanned<String>>,
    until: Option<Spanned<String>>,
    expires: Option<Spanned<String>>,
    stands: Option<String>,
    stands_on: Option<Spanned<String>>,
    achievement: Option<String>,
    next: Option<String>,
    source: Spanned<String>,
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
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
        family: row.family,
        expires: date(row.expires)?,
        stands: row.stands,
        stands_on: date(row.stands_on)?,
        achievement: row.achievement,
        next: row.next,
        source: sourced(row.source)?,
        is_confirmed: row.confirmed,
    })
}

fn row(process: &Process) -> Row {
    let process = process.clone();
    Row {
        slug: unplaced(process.slug),
        name: process.name,
        family: process.family,
        summary: process.summary,
        mandate: process.mandate.map(unplaced),
        predecessor: process.predecessor,
        decision_rule: process.decision_rule,
        chair: process.chair,
        from: dated(process.from),
        until: dated(process.until),
        expires: dated(process.expires),
        stands: process.stands,
        stands_on: dated(process.stands_on),
        achievement: process.achievement,
        next: process.next,
        source: unplaced(process.source),
        confirmed: process.is_confirmed,
    }
}
