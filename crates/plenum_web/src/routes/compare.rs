//! Up to three actors side by side: groups, words, and how alike they vote over the years.

use crate::answer::{self, Outcome, keep};
use crate::app::House;
use crate::assembly::{self, Assembly};
use crate::json::{AgreementBody, CompareBody};
use crate::reader::Reader;
use crate::routes::actors::series;
use crate::view::sources;
use crate::{addresses, view};
use axum::extract::{OriginalUri, Query, State};
use plenum_model::actor::{ActorKind, code};
use plenum_model::ballots::{Agreement, together};
use plenum_pages::actors::{ComparePage, Compared};
use plenum_pages::parts::Link;
use plenum_pages::trend::Trend;
use plenum_pages::votes::Counts;
use plenum_pages::{Room, Words};
use serde::Deserialize;
use std::borrow::Cow;

const LONGEST_NAME: usize = 80; // Of a slug; longer ones are nobody's.

/// Whom to compare, by slug.
#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    a: String,
    #[serde(default)]
    b: String,
    #[serde(default)]
    c: String,
}

impl Asked {
    fn fields(&self) -> [(&'static str, &str); 3] {
        [("a", self.a.trim()), ("b", self.b.trim()), ("c", self.c.trim())]
    }

    /// The actors that are held, each once, and the names that are not.
    fn parted<'a>(&'a self, assembly: &'a Assembly) -> (Vec<&'a str>, Vec<Cow<'a, str>>) {
        let (mut held, mut unknown) = (Vec::new(), Vec::new());
        for (_, asked) in self.fields().into_iter().filter(|(_, asked)| !asked.is_empty()) {
            match assembly.actor(&asked.to_lowercase()) {
                Some(actor) if held.contains(&actor.slug.as_str()) => {}
                Some(actor) => held.push(actor.slug.as_str()),
                None => unknown.push(view::beginning(asked, LONGEST_NAME)),
            }
        }
        (held, unknown)
    }
}

/// A pair of actors, or a group with itself, with their agreement by year.
pub(crate) struct Pair<'a> {
    pub(crate) a: &'a str,
    pub(crate) b: &'a str,
    pub(crate) years: Vec<(u16, Agreement)>,
}

/// Every pair of those chosen, then every group among itself.
fn pairs<'a>(assembly: &Assembly, chosen: &[&'a str]) -> Vec<Pair<'a>> {
    let ballots = &assembly.ballots;
    let mut all = Vec::new();
    for (place, a) in chosen.iter().enumerate() {
        for b in &chosen[place + 1..] {
            let years = ballots.between(&assembly.bloc(a), &assembly.bloc(b));
            all.push(Pair { a, b, years });
        }
    }
    for group in chosen.iter().filter(|slug| !assembly.full_members_of(slug).is_empty()) {
        all.push(Pair { a: group, b: group, years: ballots.within(&assembly.bloc(group)) });
    }
    all
}

/// `/actors/compare`
pub(crate) async fn page(
    State(house): State<House>,
    reader: Reader,
    OriginalUri(uri): OriginalUri,
    Query(asked): Query<Asked>,
) -> Outcome {
    let assembly = assembly::gathered(&house, reader.language).await?;
    let (chosen, unknown) = asked.parted(&assembly);
    let words = reader.words();
    let pairs = pairs(&assembly, &chosen);
    let mut frame = view::frame(&house, reader, Room::Actors, &uri.to_string());
    frame.title = Cow::Borrowed(words.say("compare-title"));
    frame.is_private = !chosen.is_empty();
    let [a, b, c] = asked.fields();
    frame.json = Some(Cow::Owned(addresses::with_query("/actors/compare.json", [a, b, c])));
    let told = pairs.iter().filter(|pair| !pair.years.is_empty());
    let line = |pair: &Pair<'_>| {
        let sum = together(&pair.years);
        let name = format!("{} · {}", pair_label(&assembly, pair), pair_name(words, &assembly, pair));
        (Cow::Owned(name), sum.permille().map(|permille| (permille + 5) / 10), sum.pairs)
    };
    let lines: Vec<_> = told
        .clone()
        .map(|pair| series(pair_label(&assembly, pair), pair_name(words, &assembly, pair), &pair.years))
        .collect();
    let page = ComparePage {
        frame,
        fields: asked.fields(),
        choices: choices(&assembly),
        unknown,
        actors: chosen.iter().map(|slug| compared(&assembly, slug)).collect(),
        pairs: told.map(line).collect(),
        trend: Trend::of(words, words.say("agreement-title").to_owned(), &lines),
        sources: assembly.vote_sources.iter().flat_map(|source| sources(source)).collect(),
    };
    Ok(keep(answer::page(&page, reader)?))
}

/// `/actors/compare.json`
#[utoipa::path(get, path = "/actors/compare.json", tag = "record",
    params(
        ("a" = Option<String>, Query, description = "An actor's slug: a State or a group", example = "fra"),
        ("b" = Option<String>, Query, description = "Another"),
        ("c" = Option<String>, Query, description = "A third")
    ),
    responses((status = 200, body = CompareBody)))]
/// Up to three actors and how alike they vote, year by year.
pub(crate) async fn json(State(house): State<House>, reader: Reader, Query(asked): Query<Asked>) -> Outcome {
    let assembly = assembly::gathered(&house, reader.language).await?;
    let (chosen, unknown) = asked.parted(&assembly);
    let agreement: Vec<AgreementBody<'_>> = pairs(&assembly, &chosen).iter().map(AgreementBody::of).collect();
    Ok(keep(answer::json(&CompareBody::of(&chosen, &assembly, agreement, unknown))?))
}

type Named<'a> = (&'a str, plenum_pages::parts::Quoted<'a>);

fn choices(assembly: &Assembly) -> Vec<(ActorKind, Vec<Named<'_>>)> {
    let of_kind = |kind: ActorKind| {
        let actors = assembly.actors().iter().filter(|actor| ActorKind::of(&actor.kind) == kind);
        let names: Vec<_> = actors.map(|actor| (actor.slug.as_str(), assembly.name(&actor.slug).name)).collect();
        (kind, names)
    };
    ActorKind::ALL.into_iter().map(of_kind).filter(|(_, names)| !names.is_empty()).collect()
}

fn compared<'a>(assembly: &'a Assembly, slug: &'a str) -> Compared<'a> {
    let now = |memberships: Vec<&'a plenum_store::actors::Membership>| {
        memberships.into_iter().filter(|one| one.role.is_none() && assembly.is_now(one)).collect::<Vec<_>>()
    };
    let group = |slug: &'a str| {
        let name = assembly.name(slug);
        Link::new(name.address, name.name.text)
    };
    let actor = assembly.actor(slug);
    Compared {
        name: assembly.name(slug),
        kind: ActorKind::of(actor.map_or("", |actor| &actor.kind)),
        groups: now(assembly.groups_of(slug)).into_iter().map(|one| group(&one.group)).collect(),
        members: now(assembly.members_of(slug)).len() as u64,
        documents: actor.map_or(0, |actor| actor.documents),
        counts: Counts::of(assembly.ballots.tally(&assembly.bloc(slug))),
    }
}

/// Short words for the end of a line: a State's code; of a group the first letters of its slug, which it goes by.
pub(crate) fn label(assembly: &Assembly, slug: &str) -> String {
    const SHORT: usize = 6; // g77, nam, asean, grulac: already what everybody says.
    let is_state = assembly.actor(slug).is_some_and(assembly::has_code);
    match () {
        () if is_state => code(slug),
        () if slug.len() <= SHORT => slug.to_uppercase(),
        () => slug.split('-').filter_map(|part| part.chars().next()).collect::<String>().to_uppercase(),
    }
}

fn pair_label(assembly: &Assembly, pair: &Pair<'_>) -> String {
    let a = label(assembly, pair.a);
    if pair.a == pair.b { a } else { format!("{a}–{}", label(assembly, pair.b)) }
}

fn pair_name(words: &Words, assembly: &Assembly, pair: &Pair<'_>) -> String {
    let a = assembly.name(pair.a).name.text;
    if pair.a == pair.b { words.agreement_within(&a) } else { format!("{a} – {}", assembly.name(pair.b).name.text) }
}
