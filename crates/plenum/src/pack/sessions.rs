//! `sessions.toml`: numbered groups of meetings, and other dated events of a process.

use super::reading::{At, Kind, date, sourced, table_file, yes};
use plenum_model::process::Session;
use serde::{Deserialize, Serialize};
use toml::Spanned;

table_file!(File, session, Row);

pub(super) const KIND: Kind<File, Row, Session> =
    Kind { file: "sessions.toml", list: |file: File| file.session, convert: fact };

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    process: String,
    name: String,
    from: Option<Spanned<String>>,
    until: Option<Spanned<String>>,
    place: Option<String>,
    outcome: Option<String>,
    source: Spanned<String>,
    #[serde(default = "yes")]
    confirmed: bool,
}

fn fact(row: Row) -> At<Session> {
    let (from, until) = (date(row.from)?, date(row.until)?);
    if let (Some(from), Some(until)) = (from, until)
        && until.ordinal() < from.ordinal()
    {
        return Err((row.source.span().start, format!("\"{}\" ends ({until}) before it begins ({from})", row.name)));
    }
    Ok(Session {
        process: row.process,
        name: row.name,
        from,
        until,
        place: row.place,
        outcome: row.outcome,
        source: sourced(row.source)?,
        is_confirmed: row.confirmed,
    })
}
