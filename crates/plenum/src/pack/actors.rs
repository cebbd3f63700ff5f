//! `actors.toml`: States, organisations, persons, with the names by which texts call them.

use super::reading::{At, Kind, date, dated, slug, table_file, unplaced};
use plenum_store::actors::Actor;
use serde::{Deserialize, Serialize};
use toml::Spanned;

table_file!(File, actor, Row);

pub(super) const KIND: Kind<File, Row, Actor> =
    Kind { file: "actors.toml", list: |file| file.actor, filled: |actor| File { actor }, fact, row };

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    slug: Spanned<String>,
    kind: Spanned<String>,
    name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    names: Vec<String>,
    iso2: Option<Spanned<String>>,
    m49: Option<Spanned<String>>,
    ar: Option<String>,
    zh: Option<String>,
    fr: Option<String>,
    ru: Option<String>,
    es: Option<String>,
    until: Option<Spanned<String>>,
    #[serde(default = "usual_source", skip_serializing_if = "is_usual_source")]
    source: String,
}

/// The other five languages of the United Nations, in the order in which rows name them.
const ABROAD: [&str; 5] = ["ar", "zh", "fr", "ru", "es"];

/// The first name in each of the other five languages.
pub(super) fn abroad(names: &[(String, String)]) -> [Option<String>; 5] {
    ABROAD.map(|tag| names.iter().find(|(language, _)| language == tag).map(|(_, name)| name.clone()))
}

/// The kinds an actor can be of; a State with a last day is a former one.
const KINDS: [&str; 5] = ["state", "observer", "group", "organisation", "person"];
const USUAL_SOURCE: &str = "ISO 3166-1; United Nations, Member States";

fn usual_source() -> String {
    USUAL_SOURCE.into()
}

fn is_usual_source(source: &str) -> bool {
    source == USUAL_SOURCE
}

/// Every name: English first, then the other names in English, then the other languages.
pub(super) fn all_names(name: String, names: Vec<String>, abroad: [Option<String>; 5]) -> Vec<(String, String)> {
    let english = std::iter::once(name).chain(names).map(|name| ("en".to_owned(), name));
    let others = ABROAD.into_iter().zip(abroad).filter_map(|(tag, name)| Some((tag.to_owned(), name?)));
    english.chain(others).collect()
}

/// The English names: the one shown, and the others.
pub(super) fn english(names: &[(String, String)]) -> (String, Vec<String>) {
    let mut english = names.iter().filter(|(language, _)| language == "en").map(|(_, name)| name.clone());
    (english.next().unwrap_or_default(), english.collect())
}

fn fact(row: Row) -> At<Actor> {
    let slug = slug(row.slug)?;
    if !KINDS.contains(&row.kind.get_ref().as_str()) {
        return Err((row.kind.span().start, format!("\"{}\" is no kind of actor", row.kind.get_ref())));
    }
    let until = date(row.until)?;
    let is_former = until.is_some() && row.kind.get_ref() == "state";
    Ok(Actor {
        slug,
        kind: if is_former { "former-state".into() } else { row.kind.into_inner() },
        names: all_names(row.name, row.names, [row.ar, row.zh, row.fr, row.ru, row.es]),
        iso2: row.iso2.map(|code| shaped(code, 2, |b| b.is_ascii_lowercase(), "two lower-case letters")).transpose()?,
        m49: row.m49.map(|code| shaped(code, 3, |b| b.is_ascii_digit(), "three digits")).transpose()?,
        until,
        source: row.source,
    })
}

fn shaped(code: Spanned<String>, length: usize, fits: fn(u8) -> bool, shape: &str) -> At<String> {
    if code.get_ref().len() == length && code.get_ref().bytes().all(fits) {
        return Ok(code.into_inner());
    }
    Err((code.span().start, format!("\"{}\" is no code: write {shape}", code.get_ref())))
}

fn row(actor: &Actor) -> Row {
    let (name, names) = english(&actor.names);
    let [ar, zh, fr, ru, es] = abroad(&actor.names);
    let kind = if actor.kind == "former-state" { "state" } else { &actor.kind };
    Row {
        slug: unplaced(actor.slug.clone()),
        kind: unplaced(kind.to_owned()),
        name,
        names,
        iso2: actor.iso2.clone().map(unplaced),
        m49: actor.m49.clone().map(unplaced),
        ar,
        zh,
        fr,
        ru,
        es,
        until: dated(actor.until),
        source: actor.source.clone(),
    }
}
