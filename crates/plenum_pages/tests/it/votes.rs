//! Actors and roll calls, filled with invented ones.

use crate::pages::frame;
use crate::sample::{date, rows, told};
use plenum_model::actor::ActorKind;
use plenum_model::vote::{Tally, Vote, VotedOn};
use plenum_pages::actors::*;
use plenum_pages::named_meeting::*;
use plenum_pages::parts::{Choice, Link, Paging, Quoted};
use plenum_pages::process::Source;
use plenum_pages::trend::{Series, Trend};
use plenum_pages::votes::*;
use plenum_pages::{Room, Theme, Words};

const STATES: [(&str, &str, Option<Vote>); 5] = [
    ("fra", "Francia", Some(Vote::Yes)),
    ("nor", "Norland", Some(Vote::No)),
    ("per", "Perunia", Some(Vote::Abstain)),
    ("zan", "Zandia", Some(Vote::Absent)),
    ("oke", "Okeland", None),
];
const TALLY: Tally = Tally { yes: 101, no: 12, abstain: 34, absent: 1 };

/// The pages of this room.
pub fn all(lang: &'static str, theme: Theme) -> Vec<(&'static str, Box<dyn askama::DynTemplate>)> {
    vec![
        ("actors", Box::new(actors(lang, theme))),
        ("actor", Box::new(actor(lang, theme))),
        ("compare", Box::new(compare(lang, theme))),
        ("votes", Box::new(votes(lang, theme))),
        ("roll_call", Box::new(roll_call(lang, theme))),
        ("named_meeting", Box::new(spoken(lang, theme))),
    ]
}

/// A meeting that statements name.
pub fn named() -> NamedRow<'static> {
    NamedRow {
        address: "/meetings/debate-on-lights-session-7".into(),
        name: "Debate on lights, session 7".into(),
        process: Some(Link::new("/processes/invented", "Invented")),
        from: date("2022"),
        until: date("2022"),
        statements: 2,
    }
}

fn spoken(lang: &'static str, theme: Theme) -> NamedMeetingPage<'static> {
    let one = |place: Option<usize>| Spoken {
        address: "/d/lights/7/FRA".into(),
        actor: place.map(name),
        title: "A statement".into(),
        speaker: Some("A. N. Example, Minister".into()),
        paragraphs: 21,
    };
    NamedMeetingPage {
        frame: frame(lang, theme, Room::Processes, "D", "/meetings/debate-on-lights-session-7"),
        meeting: named(),
        statements: vec![one(Some(0)), one(None)],
    }
}

fn name(place: usize) -> ActorName<'static> {
    let (slug, name, _) = STATES[place];
    let code = Some(slug.to_uppercase().into());
    ActorName { address: format!("/actors/{slug}").into(), name: Quoted::new(name, "en"), code }
}

fn source() -> Vec<Source<'static>> {
    vec![Source { words: "an invented record".into(), address: None }]
}

fn trend(lang: &str) -> Option<Trend> {
    let line = |label: &'static str, low: u16| Series {
        label: label.into(),
        name: label.into(),
        values: (1946..2012).filter(|year| *year != 1964).map(|year| (year, low + year % 7 * 30)).collect(),
        thin: vec![2011],
    };
    let words = Words::of(lang);
    Trend::of(words, words.agreement_with_others().to_owned(), &[line("FRA–NOR", 600), line("FRA–PER", 550)])
}

fn row(own: Option<Vote>) -> VoteRow<'static> {
    VoteRow {
        address: "/votes/r-1".into(),
        title: Quoted::new("LIGHTS, HARBOURS", "en"),
        question: Quoted::new("To light every harbour.", "en"),
        symbol: Some("A/RES/99/1".into()),
        on: VotedOn::Paragraph,
        date: date("2009-12"),
        counts: Counts::of(TALLY),
        own,
    }
}

fn actors(lang: &'static str, theme: Theme) -> ActorsPage<'static> {
    let section = |id: &'static str, heading, address| ActorSection {
        id: id.into(),
        heading,
        address,
        actors: (0..5).map(name).collect(),
    };
    let group = Heading::Group(Quoted::new("Group of Lights", "en"));
    ActorsPage {
        frame: frame(lang, theme, Room::Actors, "Actors", "/actors"),
        sections: vec![
            section("lights", group, Some("/actors/lights".into())),
            section("states", Heading::OtherStates, None),
            section("groups", Heading::Kind(ActorKind::Group), None),
        ],
        has_votes: true,
        has_named_meetings: true,
    }
}

fn actor(lang: &'static str, theme: Theme) -> ActorPage<'static> {
    let belonging = |place| Belonging {
        role: None,
        other: name(place),
        from: date("1990"),
        until: date("1995-07-11"),
        source: "an invented list".into(),
    };
    let ranked = |places: std::ops::Range<usize>| places.map(|place| (name(place), 97)).collect();
    ActorPage {
        frame: frame(lang, theme, Room::Actors, "Francia", "/actors/fra"),
        name: Quoted::new("Francia", "en"),
        kind: ActorKind::State,
        code: Some("FRA".into()),
        others: vec![Quoted::new("Francian", "en")],
        sources: source(),
        groups: vec![belonging(1), belonging(2)],
        members: vec![belonging(3)],
        documents: rows(told(lang)),
        documents_total: 41,
        all_documents: "/library?actor=fra".into(),
        voting: Some(Voting {
            counts: Counts::of(TALLY),
            years: (2003, 2012),
            closest: ranked(1..3),
            farthest: ranked(3..5),
            trend: trend(lang),
            newest: vec![row(Some(Vote::Yes)), row(Some(Vote::Abstain))],
            sources: source(),
        }),
        compare: "/actors/compare?a=fra".into(),
    }
}

fn compare(lang: &'static str, theme: Theme) -> ComparePage<'static> {
    let one = |place| Compared {
        name: name(place),
        kind: ActorKind::State,
        groups: vec![Link::new("/actors/lights", "Group of Lights")],
        members: 0,
        documents: 12,
        counts: Counts::of(TALLY),
    };
    let choices = STATES.map(|(slug, name, _)| (slug, Quoted::new(name, "en"))).to_vec();
    ComparePage {
        frame: frame(lang, theme, Room::Actors, "Compare", "/actors/compare"),
        fields: [("a", "fra"), ("b", "nor"), ("c", "")],
        choices: vec![(ActorKind::State, choices)],
        unknown: vec!["atlantis".into()],
        actors: vec![one(0), one(1)],
        pairs: vec![("FRA–NOR · Francia – Norland".into(), Some(71), 5_330)],
        trend: trend(lang),
        sources: source(),
    }
}

fn votes(lang: &'static str, theme: Theme) -> VotesPage<'static> {
    let choice =
        |words: &'static str, is_current| Choice { address: "/votes?x=1".into(), words: words.into(), is_current };
    VotesPage {
        frame: frame(lang, theme, Room::Actors, "Votes", "/votes"),
        calls: 5_468,
        votes: 739_572,
        years: vec![choice("2012", false), choice("2011", true)],
        issues: vec![choice("Lights", true), choice("Harbours", false)],
        rows: vec![row(None), row(None)],
        paging: Paging { from: 1, until: 30, total: 5_468, previous: None, next: Some("/votes?page=2".into()) },
        sources: source(),
    }
}

fn roll_call(lang: &'static str, theme: Theme) -> RollCallPage<'static> {
    let tile =
        |place: usize| Tile { actor: name(place), code: STATES[place].0.to_uppercase().into(), vote: STATES[place].2 };
    let region = |name: Option<&'static str>| Region {
        name: name.map(|name| Quoted::new(name, "en")),
        counts: Counts::of(TALLY),
        tiles: (0..5).map(tile).collect(),
    };
    RollCallPage {
        frame: frame(lang, theme, Room::Actors, "Lights", "/votes/r-1"),
        title: Quoted::new("LIGHTS, HARBOURS", "en"),
        question: Quoted::new("To light every harbour.", "en"),
        date: date("2009-12"),
        body: "An assembly".into(),
        session: Some("64".into()),
        symbol: Some(Link::new("/d/A/RES/99/1", "A/RES/99/1")),
        on: VotedOn::Amendment,
        process: Some(Link::new("/processes/invented", "Invented")),
        decision_rule: Some("A simple majority".into()),
        is_adopted: Some(true),
        issues: vec![Link::new("/votes?issue=Lights", "Lights")],
        counts: Counts::of(TALLY),
        regions: vec![region(Some("Western Lights")), region(None)],
        unplaced: vec![("Atlantis".into(), Vote::No)],
        changes: vec![(name(1), Vote::Yes, "PV.3".into())],
        groups: vec![(name(2), GroupVote { tally: TALLY, silent: 3 })],
        sources: source(),
        neighbours: vec![Choice { address: "/votes/r-0".into(), words: "<".into(), is_current: false }],
    }
}
