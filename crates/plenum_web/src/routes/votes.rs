//! Recorded votes: the list of roll calls, and one with every vote on a map of tiles.

use crate::answer::{self, Outcome, Shape, keep};
use crate::app::House;
use crate::assembly::{self, Assembly};
use crate::fault::Fault;
use crate::json::{RollCallBody, RollCallLineBody, RollCallListBody};
use crate::names;
use crate::reader::Reader;
use crate::view::sources;
use crate::{addresses, feeds, view};
use axum::extract::{OriginalUri, Path, Query, State};
use plenum_model::Symbol;
use plenum_model::actor::{ActorKind, REGIONAL_GROUPS, code};
use plenum_model::process::is_slug;
use plenum_model::vote::{RollCall, Tally, Vote};
use plenum_pages::Room;
use plenum_pages::parts::{Choice, Link, Paging, Quoted};
use plenum_pages::votes::{Counts, GroupVote, Region, RollCallPage, Tile, VoteRow, VotesPage};
use plenum_store::votes::{RollCallFilter, RollCallLine};
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::HashMap;

const PAGE: u32 = 30;
const FEED: u32 = 50;
const QUESTION_LETTERS: usize = 220; // Two lines of a row.

/// What a list of roll calls is asked for.
#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    year: String,
    #[serde(default)]
    issue: String,
    #[serde(default)]
    process: String,
    #[serde(default)]
    page: String,
}

impl Asked {
    fn filter(&self) -> RollCallFilter {
        let given = |text: &String| Some(text.replace(char::is_control, " ")).filter(|text| !text.is_empty());
        RollCallFilter { year: self.year.parse().ok(), process: given(&self.process), issue: given(&self.issue) }
    }
    fn page(&self) -> u64 {
        self.page.parse().unwrap_or(1).clamp(1, 100_000)
    }
    /// The address of this list with some of it changed.
    fn address(&self, path: &str, year: &str, issue: &str, page: u64) -> String {
        let page = if page > 1 { page.to_string() } else { String::new() };
        addresses::with_query(
            path,
            [("process", self.process.as_str()), ("year", year), ("issue", issue), ("page", &page)],
        )
    }
}

/// `/votes`
pub(crate) async fn list(
    State(house): State<House>,
    reader: Reader,
    OriginalUri(uri): OriginalUri,
    Query(asked): Query<Asked>,
) -> Outcome {
    let store = &house.app.store;
    let (page, filter) = (asked.page(), asked.filter());
    let offset = (page - 1) * u64::from(PAGE);
    let assembly = assembly::gathered(&house, reader.language).await?;
    let ((lines, total), years, issues) =
        tokio::try_join!(store.roll_calls(&filter, PAGE, offset), store.roll_call_years(), store.roll_call_issues())?;
    let words = reader.words();
    let mut frame = view::frame(&house, reader, Room::Actors, &uri.to_string());
    frame.title = Cow::Borrowed(words.say("votes-title"));
    frame.json = Some(Cow::Owned(asked.address("/votes.json", &asked.year, &asked.issue, page)));
    frame.atom = Some(Cow::Borrowed("/votes.atom"));
    let choice =
        |address, words: Cow<'static, str>, is_current| Choice { address: Cow::Owned(address), words, is_current };
    let [all_years, all_issues] = words.all_years_and_issues();
    let to_year = |year: &str| asked.address("/votes", year, &asked.issue, 1);
    let to_issue = |issue: &str| asked.address("/votes", &asked.year, issue, 1);
    let mut year_choices = vec![choice(to_year(""), all_years.into(), asked.year.is_empty())];
    year_choices.extend(years.iter().map(|(year, _)| {
        let digits = year.to_string();
        choice(to_year(&digits), words.year(*year).into(), digits == asked.year)
    }));
    let mut issue_choices = vec![choice(to_issue(""), all_issues.into(), asked.issue.is_empty())];
    issue_choices.extend(issues.into_iter().map(|issue| {
        let is_current = issue == asked.issue;
        choice(to_issue(&issue), issue.into(), is_current)
    }));
    let last = offset + lines.len() as u64;
    let to = |page| Some(Cow::Owned(asked.address("/votes", &asked.year, &asked.issue, page)));
    let page = VotesPage {
        frame,
        calls: assembly.ballots.calls() as u64,
        votes: assembly.ballots.votes() as u64,
        years: year_choices,
        issues: issue_choices,
        paging: Paging {
            from: if lines.is_empty() { 0 } else { offset + 1 },
            until: last,
            total,
            previous: to(page - 1).filter(|_| page > 1),
            next: to(page + 1).filter(|_| last < total),
        },
        rows: lines.iter().map(|line| row(line, None)).collect(),
        sources: assembly.vote_sources.iter().flat_map(|source| sources(source)).collect(),
    };
    Ok(keep(answer::page(&page, reader)?))
}

/// A roll call in a list. Sources are in English so far.
pub(crate) fn row(line: &RollCallLine, own: Option<Vote>) -> VoteRow<'_> {
    let facts = &line.facts;
    VoteRow {
        address: Cow::Owned(format!("/votes/{}", facts.id)),
        title: Quoted::new(facts.title.as_str(), "en"),
        question: Quoted::new(view::beginning(&facts.question, QUESTION_LETTERS), "en"),
        symbol: facts.symbol.as_deref().map(Cow::Borrowed),
        on: facts.on,
        date: facts.date,
        counts: Counts::of(line.tally),
        own,
    }
}

/// `/votes.json`
#[utoipa::path(get, path = "/votes.json", tag = "record",
    params(
        ("year" = Option<u16>, Query, description = "One year"),
        ("issue" = Option<String>, Query, description = "An issue in the source's words"),
        ("process" = Option<String>, Query, description = "A process' slug"),
        ("page" = Option<u32>, Query, description = "From 1; thirty roll calls each")
    ),
    responses((status = 200, body = RollCallListBody)))]
/// Roll calls, the latest first.
pub(crate) async fn list_json(State(house): State<House>, Query(asked): Query<Asked>) -> Outcome {
    let offset = (asked.page() - 1) * u64::from(PAGE);
    let (lines, total) = house.app.store.roll_calls(&asked.filter(), PAGE, offset).await?;
    let roll_calls = lines.iter().map(RollCallLineBody::of).collect();
    Ok(keep(answer::json(&RollCallListBody { total, roll_calls })?))
}

/// `/votes.atom`
#[utoipa::path(get, path = "/votes.atom", tag = "feeds", responses((status = 200, content_type = "application/atom+xml")))]
/// The latest roll calls, as a feed.
pub(crate) async fn list_atom(State(house): State<House>, reader: Reader) -> Outcome {
    let (lines, _) = house.app.store.roll_calls(&RollCallFilter::default(), FEED, 0).await?;
    Ok(keep(answer::feed(&feeds::roll_calls(&house.app.origin, reader, &lines))?))
}

/// `/votes/{id}`, also with `.json`.
#[utoipa::path(get, path = "/votes/{id}.json", tag = "record",
    params(("id" = String, Path, description = "The roll call's name in addresses")),
    responses((status = 200, body = RollCallBody), (status = 404, description = "No such roll call")))]
/// One roll call with every vote.
pub(crate) async fn one(
    State(house): State<House>,
    reader: Reader,
    OriginalUri(uri): OriginalUri,
    Path(path): Path<String>,
) -> Outcome {
    let (id, shape) = Shape::of(&path);
    if !is_slug(id) {
        return Err(Fault::no_page());
    }
    let Some(call) = house.app.store.roll_call(id).await? else { return Err(Fault::no_page()) };
    let response = match shape {
        Shape::Json => answer::json(&RollCallBody::of(&call))?,
        Shape::Page => {
            let assembly = assembly::gathered(&house, reader.language).await?;
            let known = names::known(&house, reader.language).await?;
            let process = call.facts.process.as_deref();
            let process = process.map(|slug| Link::new(format!("/processes/{slug}"), known.process(slug).to_owned()));
            as_page(&house, reader, &uri.to_string(), &call, &assembly, process)?
        }
        Shape::Atom | Shape::AkomaNtoso => return Err(Fault::no_page()),
    };
    Ok(keep(response))
}

fn as_page(
    house: &House,
    reader: Reader,
    uri: &str,
    call: &RollCall,
    assembly: &Assembly,
    process: Option<Link<'_>>,
) -> Outcome {
    let facts = &call.facts;
    let mut frame = view::frame(house, reader, Room::Actors, uri);
    frame.title = Cow::Borrowed(&facts.title);
    frame.description = Cow::Borrowed(&facts.question);
    frame.json = Some(Cow::Owned(format!("/votes/{}.json", facts.id)));
    let issue =
        |issue: &'_ String| Link::new(addresses::with_query("/votes", [("issue", issue.as_str())]), issue.clone());
    let votes: HashMap<&str, Vote> = call.votes.iter().map(|(actor, vote)| (actor.as_str(), *vote)).collect();
    let (before, after) = assembly.ballots.around(&facts.id);
    let neighbour = |id: Option<&str>, key: &str| {
        id.map(|id| Choice {
            address: Cow::Owned(format!("/votes/{id}")),
            words: Cow::Borrowed(reader.words().say(key)),
            is_current: false,
        })
    };
    let page = RollCallPage {
        frame,
        title: Quoted::new(facts.title.as_str(), "en"),
        question: Quoted::new(facts.question.as_str(), "en"),
        date: facts.date,
        body: Cow::Borrowed(&facts.body),
        session: facts.session.as_deref().map(Cow::Borrowed),
        symbol: facts.symbol.as_deref().map(text_voted_on),
        on: facts.on,
        process,
        decision_rule: facts.decision_rule.as_deref().map(Cow::Borrowed),
        is_adopted: facts.is_adopted,
        issues: facts.issues.iter().map(issue).collect(),
        counts: Counts::of(call.tally()),
        regions: regions(assembly, &votes),
        unplaced: call.unplaced.iter().map(|(name, vote)| (Cow::Borrowed(name.as_str()), *vote)).collect(),
        changes: call
            .changes
            .iter()
            .map(|change| (assembly.name(&change.actor), change.meant, Cow::Borrowed(change.source.as_str())))
            .collect(),
        groups: groups(assembly, call, &votes),
        sources: sources(&facts.source),
        neighbours: [neighbour(before, "paging-previous"), neighbour(after, "paging-next")]
            .into_iter()
            .flatten()
            .collect(),
    };
    answer::page(&page, reader)
}

/// Symbols of our shape lead to the document; what else the source wrote is searched for.
fn text_voted_on(symbol: &str) -> Link<'_> {
    match Symbol::parse(symbol) {
        Ok(parsed) if symbol.starts_with("A/") => Link::new(view::document_address(&parsed), symbol),
        _ => Link::new(addresses::search(symbol), symbol),
    }
}

/// The map: all States by region, and of former ones those that voted.
fn regions<'a>(assembly: &'a Assembly, votes: &HashMap<&str, Vote>) -> Vec<Region<'a>> {
    let mut regions: Vec<(Option<&str>, Vec<Tile<'a>>)> =
        REGIONAL_GROUPS.into_iter().map(Some).chain([None]).map(|region| (region, Vec::new())).collect();
    for actor in assembly.actors() {
        let vote = votes.get(actor.slug.as_str()).copied();
        let kind = ActorKind::of(&actor.kind);
        if kind != ActorKind::State && vote.is_none() {
            continue;
        }
        let own = assembly.region_of(&actor.slug);
        let tile = Tile { actor: assembly.name(&actor.slug), code: Cow::Owned(code(&actor.slug)), vote };
        if let Some((_, tiles)) = regions.iter_mut().find(|(region, _)| *region == own) {
            tiles.push(tile);
        }
    }
    let shown = |(region, mut tiles): (Option<&'static str>, Vec<Tile<'a>>)| {
        tiles.sort_by(|a, b| a.code.cmp(&b.code));
        let mut tally = Tally::default();
        tiles.iter().filter_map(|tile| tile.vote).for_each(|vote| tally.count(vote));
        Region { name: region.map(|slug| assembly.name(slug).name), counts: Counts::of(tally), tiles }
    };
    regions.into_iter().filter(|(_, tiles)| !tiles.is_empty()).map(shown).collect()
}

/// How each group voted, with the members that it had on the day.
fn groups<'a>(
    assembly: &'a Assembly,
    call: &RollCall,
    votes: &HashMap<&str, Vote>,
) -> Vec<(plenum_pages::actors::ActorName<'a>, GroupVote)> {
    let of_group = |slug: &'a str| {
        let mut vote = GroupVote::default();
        let members = assembly.full_members_of(slug);
        let then = members.iter().filter(|one| call.facts.date.is_none_or(|day| assembly::holds_on(one, day)));
        for member in then {
            match votes.get(member.member.as_str()) {
                Some(cast) => vote.tally.count(*cast),
                None => vote.silent += 1,
            }
        }
        (assembly.name(slug), vote)
    };
    let has_voted = |(_, vote): &(_, GroupVote)| vote.tally.cast() > 0;
    assembly.groups().into_iter().map(of_group).filter(has_voted).collect()
}
