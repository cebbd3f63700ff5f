//! `actors.toml`: States, groups, organisations, persons, with the names by which texts call them.

use super::reading::{At, Kind, date, slug, table_file};
use plenum_store::actors::Actor;
use serde::{Deserialize, Serialize};
use toml::Spanned;

table_file!(File, actor, Row);

pub(super) const KIND: Kind<File, Row, Actor> =
    Kind { file: "actors.toml", list: |file: File| file.actor, convert: fact };

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    slug: Spanned<String>,
    kind: Spanned<String>,
    name: String,
    #[serde(default)]
    names: Vec<String>,
    until: Option<Spanned<String>>,
}

/// The kinds an actor can be of; a State with a last day is a former one.
const KINDS: [&str; 5] = ["state", "observer", "group", "organisation", "person"];

fn fact(row: Row) -> At<Actor> {
    let slug = slug(row.slug)?;
    if !KINDS.contains(&row.kind.get_ref().as_str()) {
        return Err((row.kind.span().start, format!("\"{}\" is no kind of actor", row.kind.get_ref())));
    }
    let is_former = date(row.until)?.is_some() && row.kind.get_ref() == "state";
    let names = std::iter::once(row.name).chain(row.names).map(|name| ("en".to_owned(), name));
    Ok(Actor {
        slug,
        kind: if is_former { "former-state".into() } else { row.kind.into_inner() },
        names: names.collect(),
        source: "ISO 3166-1; United Nations, Member States".into(),
    })
}
