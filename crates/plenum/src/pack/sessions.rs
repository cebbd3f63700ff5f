//! `sessions.toml`: numbered groups of meetings, and other dated events of a process.

use super::reading::{At, Kind, date, dated, is_yes, sourced, symbol, table_file, unplaced, yes};
use plenum_model::process::Session;
use serde::{Deserialize, Serialize};
use toml::Spanned;

table_file!(File, session, Row);

pub(super) const KIND: Kind<File, Row, Session> =
    Kind { file: "sessions.toml", list: |file| file.session, filled: |session| File { session }, fact, row };

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    process: String,
    name: String,
    from: Option<Spanned<String>>,
    until: Option<Spanned<String>>,
    place: Option<String>,
    outcome: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    documents: Vec<Spanned<String>>,
    source: Spanned<String>,
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
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
        documents: row.documents.iter().map(|one| Ok(symbol(one)?.to_string())).collect::<At<_>>()?,
        source: sourced(row.source)?,
        is_confirmed: row.confirmed,
    })
}

fn row(session: &Session) -> Row {
    let session = session.clone();
    Row {
        process: session.process,
        name: session.name,
        from: dated(session.from),
        until: dated(session.until),
        place: session.place,
        outcome: session.outcome,
        documents: session.documents.into_iter().map(unplaced).collect(),
        source: unplaced(session.source),
        confirmed: session.is_confirmed,
    }
}
