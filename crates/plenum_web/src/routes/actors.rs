//! Actors: the list by region and kind, and one with its groups, words and votes.

use crate::answer::{self, Outcome, Shape, keep};
use crate::app::House;
use crate::assembly::{self, Assembly};
use crate::fault::Fault;
use crate::json::{ActorBody, ActorLineBody};
use crate::reader::Reader;
use crate::routes::subscribe;
use crate::view::sources;
use crate::{addresses, feeds, view};
use axum::extract::{OriginalUri, Path, State};
use plenum_model::actor::{ActorKind, REGIONAL_GROUPS};
use plenum_model::ballots::Agreement;
use plenum_model::process::is_slug;
use plenum_pages::Room;
use plenum_pages::actors::{ActorName, ActorPage, ActorSection, ActorsPage, Belonging, Heading, Voting};
use plenum_pages::parts::Quoted;
use plenum_pages::trend::{Series, Trend};
use plenum_pages::votes::Counts;
use plenum_store::actors::{Actor, ActorLine, Membership};
use plenum_store::documents::{Filter, List, Order};
use plenum_store::votes::RollCallLine;
use std::borrow::Cow;

const DOCUMENTS: u32 = 15;
const FEED: u32 = 50;
const NEWEST_VOTES: usize = 10;
const RANKED: usize = 8; // A screen of a phone for each of the two lists.
/// Fewer roll calls in common say little.
const LEAST_IN_COMMON: u64 = 50;
/// Who is closest is told of the last years: blocs of the past would hide those of today.
const YEARS_COMPARED: u16 = 10;
/// A year with fewer roll calls is a dot, not a bend of the line.
const FEW_CALLS: u32 = 10;
const GROUP_LINES: usize = 4; // With that of everybody five lines: more cannot be told apart.

/// `/actors`
pub(crate) async fn list(State(house): State<House>, reader: Reader, OriginalUri(uri): OriginalUri) -> Outcome {
    let assembly = assembly::gathered(&house, reader.language).await?;
    let mut frame = view::frame(&house, reader, Room::Actors, &uri.to_string());
    frame.title = Cow::Borrowed(reader.words().say("room-actors"));
    frame.json = Some(Cow::Borrowed("/actors.json"));
    let has_named_meetings = !house.app.store.named_meetings().await?.is_empty();
    let has_votes = assembly.ballots.calls() > 0;
    let page = ActorsPage { frame, sections: sections(&assembly), has_votes, has_named_meetings };
    Ok(keep(answer::page(&page, reader)?))
}

/// The States by region, then the others by what they are; empty sections are left out.
fn sections(assembly: &Assembly) -> Vec<ActorSection<'_>> {
    let is_a = |actor: &ActorLine, kind: ActorKind| ActorKind::of(&actor.kind) == kind;
    let states = || assembly.actors().iter().filter(|actor| is_a(actor, ActorKind::State));
    let mut sections = Vec::new();
    for region in REGIONAL_GROUPS {
        let actors = states().filter(|actor| assembly.region_of(&actor.slug) == Some(region)).collect();
        let name = assembly.name(region);
        let heading = Heading::Group(name.name);
        sections.push(ActorSection {
            id: region.into(),
            heading,
            address: Some(name.address),
            actors: named(assembly, actors),
        });
    }
    let has_regions = sections.iter().any(|section| !section.actors.is_empty());
    let others = states().filter(|actor| assembly.region_of(&actor.slug).is_none()).collect();
    let heading = if has_regions { Heading::OtherStates } else { Heading::Kind(ActorKind::State) };
    sections.push(ActorSection { id: "states".into(), heading, address: None, actors: named(assembly, others) });
    for kind in ActorKind::ALL.into_iter().filter(|kind| *kind != ActorKind::State) {
        let actors = assembly.actors().iter().filter(|actor| is_a(actor, kind)).collect();
        let id = format!("{}s", kind.as_str()).into();
        sections.push(ActorSection {
            id,
            heading: Heading::Kind(kind),
            address: None,
            actors: named(assembly, actors),
        });
    }
    sections.retain(|section| !section.actors.is_empty());
    sections
}

fn named<'a>(assembly: &'a Assembly, actors: Vec<&'a ActorLine>) -> Vec<ActorName<'a>> {
    actors.into_iter().map(|actor| assembly.name(&actor.slug)).collect()
}

/// `/actors.json`
#[utoipa::path(get, path = "/actors.json", tag = "record", responses((status = 200, body = [ActorLineBody])))]
/// All actors: States, groups, organisations.
pub(crate) async fn list_json(State(house): State<House>, reader: Reader) -> Outcome {
    let assembly = assembly::gathered(&house, reader.language).await?;
    let body: Vec<ActorLineBody<'_>> = assembly.actors().iter().map(ActorLineBody::of).collect();
    Ok(keep(answer::json(&body)?))
}

/// `/actors/{slug}`, also with `.json` and `.atom`.
#[utoipa::path(get, path = "/actors/{slug}.json", tag = "record",
    params(("slug" = String, Path, description = "The actor's name in addresses; a State's is its ISO 3166 alpha-3 code in lower case")),
    responses((status = 200, body = ActorBody), (status = 404, description = "No such actor")))]
/// One actor: names, groups over time, how it votes, its newest documents.
pub(crate) async fn one(
    State(house): State<House>,
    reader: Reader,
    OriginalUri(uri): OriginalUri,
    Path(path): Path<String>,
) -> Outcome {
    let (slug, shape) = Shape::of(&path);
    if !is_slug(slug) {
        return Err(Fault::no_page());
    }
    let Some(actor) = house.app.store.actor(slug).await? else { return Err(Fault::no_page()) };
    let filter = Filter { actor: Some(slug.to_owned()), ..Filter::default() };
    let (order, most) = if shape == Shape::Atom { (Order::Newest, FEED) } else { (Order::Latest, DOCUMENTS) };
    let list = house.app.store.list(&filter, order, most, 0).await?;
    let assembly = assembly::gathered(&house, reader.language).await?;
    let own = format!("/actors/{slug}");
    let response = match shape {
        Shape::Json => answer::json(&ActorBody::of(&actor, &assembly, &nearest(&assembly, slug), &list))?,
        Shape::Atom => {
            let name = assembly.name(slug).name.text.into_owned();
            answer::feed(&feeds::documents(
                &house.app.origin,
                &name,
                reader,
                &format!("{own}.atom"),
                &own,
                &list.lines,
            ))?
        }
        Shape::AkomaNtoso => return Err(Fault::no_page()),
        Shape::Page => {
            let ids: Vec<&str> = assembly.ballots.record(slug).take(NEWEST_VOTES).map(|(id, _)| id).collect();
            let newest = house.app.store.roll_calls_named(&ids).await?;
            as_page(
                &house,
                reader,
                &uri.to_string(),
                &Shown { actor: &actor, assembly: &assembly, list: &list, newest: &newest },
            )?
        }
    };
    Ok(keep(response))
}

/// What an actor's page shows.
struct Shown<'a> {
    actor: &'a Actor,
    assembly: &'a Assembly,
    list: &'a List,
    newest: &'a [RollCallLine],
}

fn as_page(house: &House, reader: Reader, uri: &str, shown: &Shown<'_>) -> Outcome {
    let (actor, assembly) = (shown.actor, shown.assembly);
    let slug = actor.slug.as_str();
    let name = assembly.name(slug);
    let mut frame = view::frame(house, reader, Room::Actors, uri);
    frame.title = name.name.text.clone();
    frame.json = Some(Cow::Owned(format!("/actors/{slug}.json")));
    frame.atom = Some(Cow::Owned(format!("/actors/{slug}.atom")));
    frame.follow = Some(Cow::Owned(subscribe::address("actor", slug)));
    let others = actor.names.iter().filter(|(lang, other)| *other != name.name.text && *lang == name.name.lang);
    let page = ActorPage {
        frame,
        kind: ActorKind::of(&actor.kind),
        code: name.code,
        others: others.map(|(lang, other)| Quoted::new(other, lang)).collect(),
        name: name.name,
        sources: sources(&actor.source),
        groups: assembly.groups_of(slug).into_iter().map(|one| belonging(assembly, one, &one.group)).collect(),
        members: assembly.members_of(slug).into_iter().map(|one| belonging(assembly, one, &one.member)).collect(),
        documents: shown.list.lines.iter().map(view::row).collect(),
        documents_total: shown.list.total,
        all_documents: Cow::Owned(addresses::with_query("/library", [("actor", slug)])),
        voting: voting(reader, shown),
        compare: Cow::Owned(addresses::with_query("/actors/compare", [("a", slug)])),
    };
    answer::page(&page, reader)
}

fn belonging<'a>(assembly: &'a Assembly, one: &'a Membership, other: &'a str) -> Belonging<'a> {
    Belonging {
        other: assembly.name(other),
        role: one.role.as_deref().map(Cow::Borrowed),
        from: one.from,
        until: one.until,
        source: Cow::Borrowed(&one.source),
    }
}

/// How an actor votes; `None` if no vote of it (or of its members) is held.
fn voting<'a>(reader: Reader, shown: &Shown<'a>) -> Option<Voting<'a>> {
    let (slug, assembly) = (shown.actor.slug.as_str(), shown.assembly);
    let ballots = &assembly.ballots;
    let bloc = assembly.bloc(slug);
    let tally = ballots.tally(&bloc);
    if tally.cast() == 0 {
        return None;
    }
    let ranked = nearest(assembly, slug);
    let named = |(slug, agreement): &(&'a str, Agreement)| {
        agreement.permille().map(|permille| (assembly.name(slug), (permille + 5) / 10))
    };
    let row = |line: &'a RollCallLine| {
        let vote = ballots.record(slug).find(|(id, _)| *id == line.facts.id).map(|(_, vote)| vote);
        super::votes::row(line, vote)
    };
    Some(Voting {
        counts: Counts::of(tally),
        years: ranked.years,
        closest: ranked.all.iter().take(RANKED).filter_map(named).collect(),
        farthest: ranked.all.iter().rev().take(RANKED).filter_map(named).collect(),
        trend: trend(reader, assembly, slug),
        newest: shown.newest.iter().map(row).collect(),
        sources: assembly.vote_sources.iter().flat_map(|source| sources(source)).collect(),
    })
}

/// A State's agreement with everybody and with its own groups; a group's among its members.
fn trend(reader: Reader, assembly: &Assembly, slug: &str) -> Option<Trend> {
    let (ballots, words) = (&assembly.ballots, reader.words());
    let own = assembly.bloc(slug);
    if !assembly.full_members_of(slug).is_empty() {
        let title = words.agreement_among();
        let series = series(super::compare::label(assembly, slug), title, &ballots.within(&own));
        return Trend::of(words, title.to_owned(), &[series]);
    }
    let everybody = ballots.group(assembly.actors().iter().map(|actor| (actor.slug.as_str(), None, None)));
    let mut lines = vec![series(words.everybody(), words.everybody(), &ballots.between(&own, &everybody))];
    let mut groups: Vec<&str> = assembly.groups_of(slug).into_iter().map(|one| one.group.as_str()).collect();
    groups.dedup();
    for group in groups.into_iter().take(GROUP_LINES) {
        let agreement = ballots.between(&own, &assembly.bloc(group));
        lines.push(series(super::compare::label(assembly, group), assembly.name(group).name.text, &agreement));
    }
    Trend::of(words, words.agreement_with_others().to_owned(), &lines)
}

/// A line of the drawing.
pub(crate) fn series<'a>(
    label: impl Into<Cow<'a, str>>,
    name: impl Into<Cow<'a, str>>,
    years: &[(u16, Agreement)],
) -> Series<'a> {
    let values = years.iter().filter_map(|(year, agreement)| Some((*year, agreement.permille()?))).collect();
    let thin = years.iter().filter(|(_, agreement)| agreement.calls < FEW_CALLS).map(|(year, _)| *year).collect();
    Series { label: label.into(), name: name.into(), values, thin }
}

/// Who votes like whom in the last years with votes of it.
pub(crate) struct Ranked<'a> {
    pub(crate) years: (u16, u16),
    pub(crate) all: Vec<(&'a str, Agreement)>,
}

/// Every other State by its agreement with this one, the closest first.
fn nearest<'a>(assembly: &'a Assembly, slug: &str) -> Ranked<'a> {
    let ballots = &assembly.ballots;
    let Some(last) = ballots.last_year(slug) else { return Ranked { years: (0, 0), all: Vec::new() } };
    let first = last.saturating_sub(YEARS_COMPARED - 1);
    let is_held = |(other, _): &(&str, Agreement)| assembly.actor(other).is_some();
    let all = ballots.nearest(slug, &(first..=last), LEAST_IN_COMMON).into_iter().filter(is_held).collect();
    Ranked { years: (first, last), all }
}
