//! Actors: States, groups, organisations, persons; their names; who belongs to which group, from when until when.

use crate::changes::begin_edition;
use crate::db::{Conn, Value, statements};
use crate::facts::append_change;
use crate::{Result, Store, rows};
use plenum_model::PartialDate;
use std::collections::BTreeMap;

/// An actor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Actor {
    /// Its name in addresses; a State's is its ISO 3166 alpha-3 code in lower case.
    pub slug: String,
    /// `state`, `former-state`, `observer`, `group`, `organisation` or `person`.
    pub kind: String,
    /// Its names: language tag and name; the first of a language is the one shown, the others are also recognised.
    pub names: Vec<(String, String)>,
    /// A State's ISO 3166-1 alpha-2 code in lower case.
    pub iso2: Option<String>,
    /// A State's three digits for statistics (M49).
    pub m49: Option<String>,
    /// The last day of a State that is no more.
    pub until: Option<PartialDate>,
    /// Where the facts come from.
    pub source: String,
}

/// An actor's belonging to a group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Membership {
    /// The group's slug.
    pub group: String,
    /// The member's slug.
    pub member: String,
    /// Since when; `None`: since ever, or not known.
    pub from: Option<PartialDate>,
    /// Until when; `None`: it goes on.
    pub until: Option<PartialDate>,
    /// As what; `None`: a member. `observer`, or words: "counted for elections only".
    pub role: Option<String>,
    /// Where the fact comes from.
    pub source: String,
}

/// An actor in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActorLine {
    /// Its slug.
    pub slug: String,
    /// Its kind.
    pub kind: String,
    /// Its name in the language asked for, else in English, else any.
    pub name: String,
    /// The language of that name; empty where it has none.
    pub name_language: String,
    /// How many documents hold its words.
    pub documents: u64,
}

statements! {
    PUT_ACTOR = "insert into actor (slug, kind, iso2, m49, until_date, source, changed_at_ms) \
        values ($1, $2, $3, $4, $5, $6, $7) on conflict (slug) do update set kind = excluded.kind, \
        iso2 = excluded.iso2, m49 = excluded.m49, until_date = excluded.until_date, source = excluded.source, \
        changed_at_ms = excluded.changed_at_ms";
    FORGET_NAMES = "delete from actor_name where slug = $1";
    INSERT_NAMES = "insert into actor_name (slug, place, language, name) values";
    FORGET_MEMBERS = "delete from membership where group_slug = $1";
    INSERT_MEMBERS = "insert into membership (group_slug, member_slug, place, from_date, until_date, role, source, \
        changed_at_ms) values";
    MEMBERS_OF = "select group_slug, member_slug, from_date, until_date, role, source from membership \
        where group_slug = $1 order by place";
    DOCUMENTS_OF = "select document_id from document where text_at_ms is not null and actor in ({list})";
    ACTORS = "select a.slug, a.kind, coalesce( \
        (select n.name from actor_name n where n.slug = a.slug and n.language = $1 order by n.place limit 1), \
        (select n.name from actor_name n where n.slug = a.slug and n.language = 'en' order by n.place limit 1), \
        (select n.name from actor_name n where n.slug = a.slug order by n.place limit 1), a.slug) as name, coalesce( \
        (select n.language from actor_name n where n.slug = a.slug and n.language in ($1, 'en') \
        order by case when n.language = $1 then 0 else 1 end, n.place limit 1), \
        (select n.language from actor_name n where n.slug = a.slug order by n.place limit 1), '') as name_language, \
        (select count(*) from document d where d.actor = a.slug) as documents from actor a order by name, a.slug";
    ACTOR = "select slug, kind, iso2, m49, until_date, source from actor where slug = $1";
    ACTORS_OF_PACK = "select slug, kind, iso2, m49, until_date, source from actor where pack = $1 order by position";
    MEMBERSHIPS_OF_PACK = "select group_slug, member_slug, from_date, until_date, role, source from membership \
        where pack = $1 order by group_slug, place";
    NAMES = "select language, name from actor_name where slug = $1 order by place";
    ALL_NAMES = "select slug, language, name from actor_name order by slug, place";
    MEMBERSHIPS = "select group_slug, member_slug, from_date, until_date, role, source from membership \
        where group_slug = $1 or member_slug = $1 order by group_slug, place";
    ALL_MEMBERSHIPS = "select group_slug, member_slug, from_date, until_date, role, source from membership \
        order by group_slug, place";
}

type MembershipRow = (String, String, Option<i64>, Option<i64>, Option<String>, String);
type ActorRow = (String, String, Option<String>, Option<String>, Option<i64>, String);

impl Store {
    /// Puts in, or replaces by slug, actors with their names.
    pub async fn put_actors(&self, actors: &[Actor], at_ms: i64) -> Result<()> {
        let mut conn = self.db.writer().await?;
        for actor in actors {
            let slug = actor.slug.as_str();
            let values = [
                slug.into(),
                actor.kind.as_str().into(),
                actor.iso2.as_deref().into(),
                actor.m49.as_deref().into(),
                rows::ordinal(actor.until).into(),
                actor.source.as_str().into(),
                at_ms.into(),
            ];
            conn.run(PUT_ACTOR, &values).await?;
            conn.run(FORGET_NAMES, &[slug.into()]).await?;
            let mut names: Vec<Value<'_>> = Vec::new();
            for ((language, name), place) in actor.names.iter().zip(0i64..) {
                names.extend([slug.into(), place.into(), language.as_str().into(), name.as_str().into()]);
            }
            conn.insert(INSERT_NAMES, 4, &names).await?;
        }
        begin_edition(&mut conn).await?;
        conn.commit().await
    }

    /// Replaces the memberships of every group named here; the index hears of the documents of members whose
    /// membership changed.
    pub async fn put_memberships(&self, memberships: &[Membership], at_ms: i64) -> Result<()> {
        let mut conn = self.db.writer().await?;
        let mut by_group: BTreeMap<&str, Vec<MembershipRow>> = BTreeMap::new();
        for one in memberships {
            by_group.entry(&one.group).or_default().push(membership_row(one));
        }
        let mut touched: Vec<String> = Vec::new();
        for (group, now) in by_group {
            let before: Vec<MembershipRow> = conn.rows(MEMBERS_OF, &[group.into()]).await?;
            let only_one_side = |a: &[MembershipRow], b: &[MembershipRow]| {
                a.iter().filter(|row| !b.contains(row)).map(|row| row.1.clone()).collect::<Vec<_>>()
            };
            let differing = [only_one_side(&before, &now), only_one_side(&now, &before)].concat();
            if !differing.is_empty() {
                replace_members(&mut conn, group, &now, at_ms).await?;
                touched.extend(differing);
            }
        }
        touched.sort_unstable();
        touched.dedup();
        let members: Vec<Value<'_>> = touched.iter().map(|slug| slug.as_str().into()).collect();
        let documents: Vec<(i64,)> = conn.rows_in(DOCUMENTS_OF, &[], &members).await?;
        for (document_id,) in documents {
            append_change(&mut conn, document_id, None, at_ms).await?;
        }
        begin_edition(&mut conn).await?;
        conn.commit().await
    }

    /// All actors, by name, in a language.
    pub async fn actors(&self, language: &str) -> Result<Vec<ActorLine>> {
        let found: Vec<(String, String, String, String, i64)> =
            self.db.reader().await?.rows(ACTORS, &[language.into()]).await?;
        let line = |(slug, kind, name, name_language, documents)| ActorLine {
            slug,
            kind,
            name,
            name_language,
            documents: rows::count(documents),
        };
        Ok(found.into_iter().map(line).collect())
    }

    /// Every name of every actor: slug, language, name. For recognising who speaks.
    pub async fn actor_names(&self) -> Result<Vec<(String, String, String)>> {
        self.db.reader().await?.rows(ALL_NAMES, &[]).await
    }

    /// One actor with all its names; `None` if it is not held.
    pub async fn actor(&self, slug: &str) -> Result<Option<Actor>> {
        let mut conn = self.db.reader().await?;
        let asked: [Value<'_>; 1] = [slug.into()];
        let Some(row) = conn.row::<ActorRow>(ACTOR, &asked).await? else { return Ok(None) };
        Ok(Some(with_names(&mut conn, row).await?))
    }

    /// The memberships of an actor, whether as group or as member.
    pub async fn memberships(&self, slug: &str) -> Result<Vec<Membership>> {
        let asked: [Value<'_>; 1] = [slug.into()];
        let found: Vec<MembershipRow> = self.db.reader().await?.rows(MEMBERSHIPS, &asked).await?;
        Ok(found.into_iter().map(membership).collect())
    }

    /// Every membership there is, by group.
    pub async fn all_memberships(&self) -> Result<Vec<Membership>> {
        let found: Vec<MembershipRow> = self.db.reader().await?.rows(ALL_MEMBERSHIPS, &[]).await?;
        Ok(found.into_iter().map(membership).collect())
    }
}

/// The actors of a pack and the memberships it tells, in its order.
pub(crate) async fn of_pack(conn: &mut Conn, pack: &str) -> Result<(Vec<Actor>, Vec<Membership>)> {
    let mut actors = Vec::new();
    let found: Vec<ActorRow> = conn.rows(ACTORS_OF_PACK, &[pack.into()]).await?;
    for row in found {
        actors.push(with_names(conn, row).await?);
    }
    let found: Vec<MembershipRow> = conn.rows(MEMBERSHIPS_OF_PACK, &[pack.into()]).await?;
    Ok((actors, found.into_iter().map(membership).collect()))
}

async fn with_names(conn: &mut Conn, row: ActorRow) -> Result<Actor> {
    let (slug, kind, iso2, m49, until, source) = row;
    let names = conn.rows(NAMES, &[slug.as_str().into()]).await?;
    Ok(Actor { slug, kind, names, iso2, m49, until: rows::date(until), source })
}

fn membership(row: MembershipRow) -> Membership {
    let (group, member, from, until, role, source) = row;
    Membership { group, member, from: rows::date(from), until: rows::date(until), role, source }
}

fn membership_row(one: &Membership) -> MembershipRow {
    let dates = (rows::ordinal(one.from), rows::ordinal(one.until));
    (one.group.clone(), one.member.clone(), dates.0, dates.1, one.role.clone(), one.source.clone())
}

async fn replace_members(conn: &mut Conn, group: &str, now: &[MembershipRow], at_ms: i64) -> Result<()> {
    conn.run(FORGET_MEMBERS, &[group.into()]).await?;
    let mut values: Vec<Value<'_>> = Vec::new();
    for ((_, member, from, until, role, source), place) in now.iter().zip(0i64..) {
        values.extend([group.into(), member.as_str().into(), place.into(), (*from).into(), (*until).into()]);
        values.extend([role.as_deref().into(), source.as_str().into(), at_ms.into()]);
    }
    conn.insert(INSERT_MEMBERS, 8, &values).await
}
