//! Actors and roll calls: lists, pages, comparison; what is not known is said, never a fault.

use crate::world::World;
use plenum_model::PartialDate;
use plenum_model::vote::{RollCall, RollCallFacts, Vote, VoteChange, VotedOn};
use plenum_store::actors::{Actor, Membership};

async fn world() -> World {
    let world = World::new().await;
    let actor = |slug: &str, kind: &str, names: &[(&str, &str)]| Actor {
        slug: slug.into(),
        kind: kind.into(),
        names: names.iter().map(|(lang, name)| ((*lang).to_owned(), (*name).to_owned())).collect(),
        source: "an invented list".into(),
        ..Actor::default()
    };
    let actors = [
        actor("fra", "state", &[("en", "Francia"), ("ar", "فرانسيا")]),
        actor("nor", "state", &[("en", "Norland <b>")]),
        actor("per", "state", &[("en", "Perunia")]),
        actor("old", "state", &[("en", "Oldland")]),
        actor("weog", "group", &[("en", "Western Lights")]),
        actor("lights", "group", &[("en", "Group of Lights")]),
    ];
    world.store.put_actors(&actors, 1_000).await.unwrap();
    let member = |group: &str, member: &str, until: Option<&str>| Membership {
        group: group.into(),
        member: member.into(),
        from: PartialDate::parse("1990").ok(),
        until: until.and_then(|until| PartialDate::parse(until).ok()),
        role: None,
        source: "an invented list".into(),
    };
    let watching = Membership { role: Some("observer".into()), ..member("lights", "old", None) };
    let members = [
        watching,
        member("weog", "fra", None),
        member("weog", "nor", None),
        member("lights", "nor", None),
        member("lights", "per", None),
        member("lights", "fra", Some("1995")),
    ];
    world.store.put_memberships(&members, 1_000).await.unwrap();
    let calls: Vec<(RollCall, i64)> = (0..60).map(|n| (call(n), n)).collect();
    world.store.put_roll_calls(&calls, 1_000).await.unwrap();
    world.follow().await;
    world
}

fn call(n: i64) -> RollCall {
    let facts = RollCallFacts {
        id: format!("r-{n}"),
        body: "An assembly".into(),
        session: Some("7".into()),
        symbol: Some("A/RES/7/1".into()),
        on: VotedOn::Whole,
        title: format!("LIGHTS, {n}"),
        question: "To light <the> harbour.".into(),
        date: PartialDate::parse(&format!("{}-03-04", 2001 + n / 20)).ok(),
        process: None,
        decision_rule: None,
        is_adopted: (n == 0).then_some(true),
        issues: vec!["Lights".into()],
        source: "an invented record".into(),
    };
    let nor = if n % 2 == 0 { Vote::No } else { Vote::Abstain };
    let votes = vec![("fra".into(), Vote::Yes), ("nor".into(), nor), ("per".into(), Vote::Yes)];
    let changes = vec![VoteChange { actor: "nor".into(), meant: Vote::Yes, source: "PV.3".into() }];
    RollCall { facts, votes, unplaced: vec![("Atlantis".into(), Vote::No)], changes }
}

#[tokio::test]
async fn actors_stand_under_their_region_and_kind() {
    let world = world().await;
    let page = world.get("/actors").await;
    page.shows("Western Lights").shows("/actors/fra").shows("Norland &#60;b&#62;").hides("Norland <b>");
    assert_eq!(world.get("/actors.json").await.json().as_array().map(Vec::len), Some(6));
    world.get("/sitemap.txt").await.shows("/actors/fra\n").shows("/votes\n");
}

#[tokio::test]
async fn an_actor_is_shown_with_its_groups_words_and_votes() {
    let world = world().await;
    let page = world.get("/actors/fra").await;
    page.shows("Group of Lights").shows("1990 – 1995").shows("60 in favour, 0 against, 0 abstaining");
    page.shows("Perunia").shows("100%").shows("<svg").shows("an invented record");
    world.get("/actors/fra?ui=ar").await.shows("فرانسيا");
    world
        .get("/actors/lights")
        .await
        .shows("3 members")
        .shows("Oldland")
        .shows(">observer<")
        .shows("Agreement among its members");
    let json = world.get("/actors/fra.json").await.json();
    assert_eq!((json["votes"]["yes"].as_u64(), json["agreement"][0]["actor"].as_str()), (Some(60), Some("per")));
    world.get("/actors/fra.atom").await.shows("<feed");
    world.get("/actors/nobody").await.refuses(404);
    world.get("/actors/%3Cscript%3E").await.refuses(404);
}

#[tokio::test]
async fn three_actors_stand_side_by_side() {
    let world = world().await;
    let page = world.get("/actors/compare?a=fra&b=nor&c=lights").await;
    page.shows("FRA–NOR").shows("25%").shows("Within: Group of Lights").shows("an abstention beside a vote");
    let json = world.get("/actors/compare.json?a=fra&b=nor&c=atlantis").await.json();
    assert_eq!((json["agreement"][0]["permille"].as_u64(), json["unknown"][0].as_str()), (Some(250), Some("atlantis")));
    assert_eq!(json["agreement"][0]["years"].as_array().map(Vec::len), Some(3));
    world.get("/actors/compare").await.shows("<select").hides("<svg class=\"trend");
    world.get("/actors/compare?a=%3Cb%3E&b=old").await.shows("&#60;b&#62;").shows("No vote is held.").hides("<b>");
    let watching = world.get("/actors/compare?a=fra&b=old").await;
    watching.shows("They have no roll call in common.").hides("href=\"/actors/lights\"");
}

#[tokio::test]
async fn a_roll_call_is_a_map_of_tiles_and_a_table() {
    let world = world().await;
    let page = world.get("/votes/r-0").await;
    page.shows("To light &#60;the&#62; harbour.").shows("Adopted").shows("an invented record");
    page.shows("class=\"tile\" data-vote=\"yes\"").shows("<bdi>Francia</bdi>: In favour");
    page.shows("<bdi>Oldland</bdi>: No vote recorded").shows("<bdi>Atlantis</bdi> (Against)").shows("PV.3");
    let json = world.get("/votes/r-0.json").await.json();
    assert_eq!((json["votes"]["nor"].as_str(), json["result"]["no"].as_u64()), (Some("no"), Some(2)));
    assert_eq!(json["changes"][0]["meant"], "yes");
    world.get("/votes/r-99").await.refuses(404);
    world.get("/votes/r-0.xml").await.refuses(404);
}

#[tokio::test]
async fn roll_calls_are_listed_filtered_and_followed() {
    let world = world().await;
    world.get("/votes").await.shows("LIGHTS, 59").hides("LIGHTS, 29<").shows("/votes?page=2").shows("180 votes cast");
    world.get("/votes?page=2").await.shows("LIGHTS, 29").hides("LIGHTS, 59");
    world.get("/votes?year=2001").await.shows("LIGHTS, 19").hides("LIGHTS, 20<");
    world.get("/votes?year=1066").await.shows("No roll call fits.");
    world.get("/votes?issue=Lights&page=0&year=x").await.shows("LIGHTS, 59");
    assert_eq!(world.get("/votes.json?issue=Nothing").await.json()["total"], 0);
    world.get("/votes.atom").await.shows("/votes/r-59").shows("2 in favour");
    let empty = World::new().await;
    empty.get("/votes").await.shows("No roll call is held yet.");
    empty.get("/actors").await.shows("No actor is held yet.");
}

#[tokio::test]
async fn statements_stand_under_the_meeting_that_their_record_names() {
    let world = world().await;
    world.get("/meetings").await.shows("No meeting is held yet.");
    world.keep("lights/7/FRA", "Francia: statement", "en", &["Let there be light."]).await;
    let mut facts = world
        .store
        .document(&plenum_model::Symbol::parse("lights/7/FRA").unwrap())
        .await
        .unwrap()
        .unwrap()
        .document
        .facts;
    facts.kind = plenum_model::DocumentKind::Statement;
    facts.meeting = Some("Debate on lights, session 7".into());
    facts.actor = Some("fra".into());
    facts.issuer = Some("A. N. Example".into());
    world.store.declare(&[facts], plenum_store::facts::Authority::Editor, "a test", 2_000).await.unwrap();
    world.follow().await;
    const OWN: &str = "/meetings/debate-on-lights-session-7";
    world.get("/meetings").await.shows(OWN).shows("1 statement");
    world.get("/meetings.atom?kind=named").await.shows(OWN);
    let page = world.get(OWN).await;
    page.shows("A. N. Example").shows("/d/lights/7/FRA").shows("/actors/fra");
    let json = world.get(&format!("{OWN}.json")).await.json();
    assert_eq!(json["documents"][0]["actor"], "fra");
    world.get(&format!("{OWN}.atom")).await.shows("<feed");
    world.get("/meetings/none").await.refuses(404);
    world.get("/actors").await.shows("/meetings?kind=named");
    world.get("/actors/fra").await.shows("/d/lights/7/FRA");
}

#[tokio::test]
async fn an_address_that_a_meeting_had_among_the_debates_leads_to_it_for_good() {
    let world = World::new().await;
    for (old, new) in [
        ("/debates", "/meetings?kind=named"),
        ("/debates.json", "/meetings.json?kind=named"),
        ("/debates/general-debate-session-77", "/meetings/general-debate-session-77"),
        ("/debates/general-debate-session-77.json", "/meetings/general-debate-session-77.json"),
        ("/debates/general-debate-session-77.atom", "/meetings/general-debate-session-77.atom"),
        ("/debates/77", "/meetings/named-77"),
    ] {
        let reply = world.get(old).await;
        reply.refuses(308);
        assert_eq!(reply.header("location"), new, "{old}");
    }
    world.get("/debates/..%2f..%2fevil").await.refuses(404);
}

#[tokio::test]
async fn a_group_of_which_no_pack_tells_the_members_says_so() {
    let world = world().await;
    let silent = Actor {
        slug: "silent".into(),
        kind: "group".into(),
        names: vec![("en".into(), "Silent Group".into())],
        source: "a test".into(),
        ..Actor::default()
    };
    world.store.put_actors(&[silent], 1_000).await.unwrap();
    world.get("/actors/silent").await.shows("Its members are not in the packs");
    world.get("/actors/lights").await.hides("Its members are not in the packs");
    world.get("/actors/fra").await.hides("Its members are not in the packs");
}
