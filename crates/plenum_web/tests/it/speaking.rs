//! Meetings and statements: shown unconfirmed, counted once confirmed, changed by nobody but the administrator.

use crate::world::{TOKEN, World};
use plenum_model::statement::{Meeting, Mode, Moment, StatementKind};
use plenum_model::{PartialDate, RevisionTag, Symbol};
use plenum_store::actors::{Actor, Membership};
use plenum_store::statements::{NewStatement, NewTranscript};

/// A meeting of four statements: the Chair, Norland, Sudmark, somebody.
pub async fn meeting() -> World {
    let world = World::new().await;
    let actor = |slug: &str, name: &str, kind: &str| Actor {
        slug: slug.into(),
        kind: kind.into(),
        names: vec![("en".into(), name.into())],
        source: "a test".into(),
        ..Actor::default()
    };
    let actors =
        [actor("nor", "Norland", "state"), actor("sud", "Sudmark", "state"), actor("isles", "Island States", "group")];
    world.store.put_actors(&actors, 1).await.unwrap();
    let isles =
        Membership { group: "isles".into(), member: "nor".into(), source: "a test".into(), ..Membership::default() };
    world.store.put_memberships(&[isles], 1).await.unwrap();
    let lines = ["Welcome <b>all</b>.", "We agree with @A/1/2 here.", "We object.", "Nobody knows me."];
    world.keep("transcript/lights/third", "Third meeting", "en", &lines).await;
    let statement = |(at, (printed, slug)): (usize, (&str, Option<&str>))| NewStatement {
        printed: printed.into(),
        printed_group: (slug == Some("nor")).then(|| "the Island States".into()),
        range: (at, at),
        moment: Some(Moment { from_ms: 60_000 * at as u64, until_ms: Some(60_000 * (at as u64 + 1)) }),
        words: 10 * (at as u64 + 1),
        actor: slug.map(|slug| (slug.into(), 970)),
        speaks_for: (slug == Some("nor")).then(|| "isles".into()),
        kind: if at == 0 { StatementKind::Chair } else { StatementKind::Statement },
        mode: Mode::Formal,
    };
    let who = [("The Chair", None), ("NORLAND", Some("nor")), ("SUDMARK", Some("sud")), ("Someone", None)];
    let new = NewTranscript {
        meeting: Meeting {
            process: "lights".into(),
            session: Some("Second session".into()),
            name: "Third <i>meeting</i>".into(),
            mode: Mode::Formal,
            date: PartialDate::parse("2025-02-18").ok(),
            video: Some("https://example.org/video".into()),
        },
        symbol: Symbol::parse("transcript/lights/third").unwrap(),
        tag: RevisionTag::parse("en1").unwrap(),
        statements: who.into_iter().enumerate().map(statement).collect(),
        moments: (0..4).map(|at| Some(Moment { from_ms: 60_000 * at, until_ms: None })).collect(),
    };
    assert_eq!(world.store.keep_statements(&new, 2).await.unwrap().unwrap().meeting, 1);
    world.follow().await;
    world
}

const FACTS: &str = "actor=sud&kind=right-of-reply&mode=informal&answers=2&gender=woman&first_proposal=1&confirmed=1";

#[tokio::test]
async fn a_meeting_shows_its_statements_unconfirmed_and_counts_none() {
    let world = meeting().await;
    let page = world.get("/meetings/1").await;
    page.shows("Norland").shows("Unconfirmed").shows("97 % sure").shows("Nothing is counted yet").hides("<i>meeting");
    page.shows("Welcome &#60;b&#62;all").hides("bars__bar");
    world.get("/meetings").await.shows("/meetings/1").shows("4 statements");
    world.get("/meetings.atom").await.shows("/meetings/1");
    for (asked, is_shown) in [("kind=transcribed&year=2025", true), ("kind=named", false), ("process=fog", false)] {
        let list = world.get(&format!("/meetings.json?{asked}")).await.json();
        assert_eq!(list.as_array().unwrap().len(), usize::from(is_shown), "{asked}: {list}");
    }
    let symbol = Symbol::parse("transcript/lights/third").unwrap();
    let mut facts = world.store.document(&symbol).await.unwrap().unwrap().document.facts;
    facts.kind = plenum_model::DocumentKind::Statement;
    facts.meeting = Some("Second session, Third <i>meeting</i>".into());
    world.store.declare(&[facts], plenum_store::facts::Authority::Editor, "a test", 2).await.unwrap();
    world.follow().await;
    let all = world.get("/meetings.json").await.json();
    assert_eq!(all.as_array().unwrap().len(), 1, "its transcript names it, and makes no second meeting: {all}");
    world.get("/meetings/second-session-third-i-meeting-i").await.leads_to("/meetings/1");
    assert_eq!((&all[0]["kind"], &all[0]["address"]), (&"transcribed".into(), &"/meetings/1".into()));
    let json = world.get("/meetings/1.json").await.json();
    assert_eq!(json["speaking_order"][1]["actor"], "nor");
    assert_eq!(json["speaking_order"][1]["is_confirmed"], false);
    for nowhere in
        ["/meetings/2", "/meetings/0", "/meetings/-1", "/meetings/x", "/meetings/1/statements/9", "/meetings/1.xml"]
    {
        world.get(nowhere).await.refuses(404);
    }
}

#[tokio::test]
async fn a_statement_has_an_address_with_its_paragraphs_and_its_moment() {
    let world = meeting().await;
    let page = world.get("/meetings/1/statements/2").await;
    page.shows("/d/transcript/lights/third/en1/p/0+2").shows("https://example.org/video#t=60").shows("Island States");
    let json = world.get("/meetings/1/statements/2.json").await.json();
    assert_eq!(json["paragraphs"][0]["address"], "/d/transcript/lights/third/en1/p/0+2");
    assert_eq!(json["paragraphs"][0]["from_ms"], 60_000);
}

#[tokio::test]
async fn what_an_editor_confirms_is_counted_and_the_rest_is_said_to_be_left_out() {
    let world = meeting().await;
    let session = world.sign_in().await;
    let signed = [("cookie", session.as_str())];
    world.ask("/meetings/1/review", &signed).await.shows("Save and confirm").shows("Confirm all 3");
    world.post("/meetings/1/statements/3", &signed, FACTS).await.leads_to("/meetings/1/review?from=0#s3");
    let page = world.get("/meetings/1").await;
    page.shows("1 confirmed statement is counted").shows("3 unconfirmed statements are left out").shows("bars__bar");
    world.post("/meetings/1/confirm", &signed, "").await.leads_to("/meetings/1");
    let page = world.get("/meetings/1").await;
    page.shows("3 confirmed statements are counted").shows("1 unconfirmed statement is left out").shows("A/1/2");
    page.shows("right of reply").shows("/meetings/1/statements/2").shows("first proposal").shows("gender not stated");
    let history = world.get("/meetings/1/statements/3").await;
    history.shows("administrator").shows("right of reply").shows("informal");
    let rolled_up = world.get("/processes/lights/sessions/second-session").await;
    rolled_up.shows("3 confirmed statements are counted").shows("Island States");
    world.get("/processes/lights/sessions/third-session").await.refuses(404);
}

#[tokio::test]
async fn nobody_but_the_administrator_reviews_or_changes() {
    let world = meeting().await;
    let session = world.sign_in().await;
    for headers in [vec![], vec![("cookie", "session=1.2")], vec![("authorization", "Bearer guess")]] {
        world.ask("/meetings/1/review", &headers).await.refuses(403);
        world.post("/meetings/1/confirm", &headers, "").await.refuses(403);
        world.post("/meetings/1/statements/2", &headers, FACTS).await.refuses(403);
    }
    let foreign = [("cookie", session.as_str()), ("sec-fetch-site", "cross-site")];
    world.post("/meetings/1/confirm", &foreign, "").await.refuses(403);
    world.post("/meetings/1/statements/2", &foreign, FACTS).await.refuses(403);
    world.get("/meetings/1").await.shows("Nothing is counted yet");
    let bearer = format!("Bearer {TOKEN}");
    world.post("/meetings/1/confirm", &[("authorization", &bearer)], "").await.leads_to("/meetings/1");
}

#[tokio::test]
async fn what_cannot_be_is_told_and_not_kept() {
    let world = meeting().await;
    let session = world.sign_in().await;
    let signed = [("cookie", session.as_str())];
    for (facts, told) in [
        ("actor=nobody&kind=statement&mode=formal&confirmed=1", "No actor has that short name"),
        ("actor=sud&kind=statement&mode=formal&answers=4&confirmed=1", "earlier statement of this meeting"),
        ("actor=sud&kind=song&mode=formal&confirmed=1", "Check the form"),
        ("actor=sud&kind=statement&mode=formal&answers=two&confirmed=1", "Check the form"),
        ("actor=sud&kind=statement&mode=formal&confirmed=perhaps", "Check the form"),
    ] {
        let reply = world.post("/meetings/1/statements/3", &signed, facts).await;
        reply.refuses(422);
        assert!(reply.text().contains(told), "{told} not in {}", reply.text());
    }
    world.post("/meetings/1/statements/9", &signed, FACTS).await.refuses(404);
    world.post("/meetings/7/confirm", &signed, "").await.refuses(404);
    assert_eq!(world.get("/meetings/1.json").await.json()["confirmed"], 0);
}
