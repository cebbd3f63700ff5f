//! `issues.toml`: what processes talk about.

use super::reading::{At, Kind, is_no, slug, sourced, table_file, unplaced};
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
    #[serde(default, skip_serializing_if = "String::is_empty")]
    summary: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    processes: Vec<String>,
    parent: Option<String>,
    #[serde(default, skip_serializing_if = "is_no")]
    entered: bool,
    source: Spanned<String>,
}

fn fact(row: Row) -> At<Issue> {
    let at = row.slug.span().start;
    if row.entered && row.processes.len() != 1 {
        return Err((at, "an issue that an editor entered names the one process at whose desk it was".into()));
    }
    if !row.entered && row.summary.is_empty() {
        return Err((at, "a summary is missing: say in a sentence what the issue is about".into()));
    }
    let entered_for = row.processes.first().filter(|_| row.entered).cloned();
    Ok(Issue {
        entered_for,
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
        entered: issue.entered_for.is_some(),
        source: unplaced(issue.source),
    }
}
