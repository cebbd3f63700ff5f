//! `groups.toml`: groups of States and organisations with members, from when until when, as what.

use super::actors::{abroad, all_names, english};
use super::reading::{At, Kind, date, dated, slug, sourced, table_file, unplaced};
use plenum_store::actors::{Actor, Membership};
use serde::{Deserialize, Serialize};
use toml::Spanned;

/// A group with its memberships.
pub(super) type Group = (Actor, Vec<Membership>);

table_file!(File, group, Row);

pub(super) const KIND: Kind<File, Row, Group> =
    Kind { file: "groups.toml", list: |file| file.group, filled: |group| File { group }, fact, row };

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    slug: Spanned<String>,
    #[serde(default = "group", skip_serializing_if = "is_group")]
    kind: Spanned<String>,
    name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    names: Vec<String>,
    ar: Option<String>,
    zh: Option<String>,
    fr: Option<String>,
    ru: Option<String>,
    es: Option<String>,
    source: Spanned<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    members: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    membership: Vec<MemberRow>,
}

/// A membership of which more is known than that it is one.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MemberRow {
    member: String,
    from: Option<Spanned<String>>,
    until: Option<Spanned<String>>,
    role: Option<String>,
    source: Option<String>,
}

fn group() -> Spanned<String> {
    unplaced("group".into())
}

fn is_group(kind: &Spanned<String>) -> bool {
    kind.get_ref() == "group"
}

fn fact(row: Row) -> At<Group> {
    if !["group", "organisation"].contains(&row.kind.get_ref().as_str()) {
        return Err((row.kind.span().start, format!("\"{}\" is no kind of group", row.kind.get_ref())));
    }
    let (group, source) = (slug(row.slug)?, sourced(row.source)?);
    let plain = |member| Membership { group: group.clone(), member, source: source.clone(), ..Membership::default() };
    let mut memberships: Vec<Membership> = row.members.into_iter().map(plain).collect();
    for one in row.membership {
        let (from, until) = (date(one.from)?, date(one.until)?);
        let source = one.source.unwrap_or_else(|| source.clone());
        memberships.push(Membership { group: group.clone(), member: one.member, from, until, role: one.role, source });
    }
    let actor = Actor {
        slug: group,
        kind: row.kind.into_inner(),
        names: all_names(row.name, row.names, [row.ar, row.zh, row.fr, row.ru, row.es]),
        source,
        ..Actor::default()
    };
    Ok((actor, memberships))
}

fn row((actor, memberships): &Group) -> Row {
    let (name, names) = english(&actor.names);
    let [ar, zh, fr, ru, es] = abroad(&actor.names);
    let is_plain = |one: &&Membership| {
        one.from.is_none() && one.until.is_none() && one.role.is_none() && one.source == actor.source
    };
    let told = |one: &Membership| MemberRow {
        member: one.member.clone(),
        from: dated(one.from),
        until: dated(one.until),
        role: one.role.clone(),
        source: Some(one.source.clone()).filter(|source| *source != actor.source),
    };
    Row {
        slug: unplaced(actor.slug.clone()),
        kind: unplaced(actor.kind.clone()),
        name,
        names,
        ar,
        zh,
        fr,
        ru,
        es,
        source: unplaced(actor.source.clone()),
        members: memberships.iter().filter(is_plain).map(|one| one.member.clone()).collect(),
        membership: memberships.iter().filter(|one| !is_plain(one)).map(told).collect(),
    }
}
