//! `issues.toml`: what processes talk about.

use super::reading::{At, Kind, slug, sourced, table_file, unplaced};
use plenum_model::knowledge::Issue;
use serde::{Deserialize, Serialize};
use toml::Spanned;

table_file!(File, issue, Row);

pub(super) const KIND: Kind<File, Row, Issue> =
    Kind { file: "issues.toml", list: |file| file.issue, filled: |issue| File { issue }, fact, row };

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    slug: Spanned<String>,
    name: String,
    summary: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    processes: Vec<String>,
    parent: Option<String>,
    source: Spanned<String>,
}

fn fact(row: Row) -> At<Issue> {
    Ok(Issue {
        slug: slug(row.slug)?,
        name: row.name,
        summary: row.summary,
        processes: row.processes,
        parent: row.parent,
        source: sourced(row.source)?,
    })
}

fn row(issue: &Issue) -> Row {
    let issue = issue.clone();
    Row {
        slug: unplaced(issue.slug),
        name: issue.name,
        summary: issue.summary,
        processes: issue.processes,
        parent: issue.parent,
        source: unplaced(issue.source),
    }
}
