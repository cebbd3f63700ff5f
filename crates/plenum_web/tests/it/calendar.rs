//! The calendar is shown, filtered, followed and told on the reader's clock; news stands beside the record.

use crate::world::World;
use plenum_model::calendar::{Event, EventKind, EventStatus, When};
use plenum_model::news::NewsItem;
use plenum_model::process::{Process, Session};
use plenum_model::{Moment, PartialDate, Standing, Zone};
use plenum_store::news::NewNews;
use plenum_store::processes::Knowledge;

const MARKS: &str = "<script>alert(1)</script>\"'><img src=x>";

/// A world at the middle of January 2027 with a process, a past session, a coming one and a deadline.
async fn world() -> World {
    let world = World::new().await;
    let process = Process {
        slug: "oewg".into(),
        name: "Working Group".into(),
        summary: "What it is.".into(),
        mandate: None,
        predecessor: None,
        decision_rule: None,
        chair: None,
        from: None,
        until: None,
        source: "a page".into(),
        is_confirmed: true,
        ..Process::default()
    };
    let session = |name: &str, from: &str| Session {
        process: "oewg".into(),
        name: name.into(),
        from: PartialDate::parse(from).ok(),
        until: None,
        place: Some("New York".into()),
        outcome: None,
        source: "a page".into(),
        is_confirmed: true,
        ..Session::default()
    };
    let sessions = vec![session("Old session", "2026-07-20"), session("Next session", "2027-03-01")];
    let knowledge = Knowledge { processes: vec![process], sessions, ..Knowledge::default() };
    world.store.learn(&knowledge, 1_790_000_000_000).await.unwrap();
    let from = Moment::parse("2027-02-01T18:00", Zone::find("America/New_York").unwrap()).unwrap();
    let deadline = Event {
        process: "oewg".into(),
        uid: "silence".into(),
        kind: EventKind::Silence,
        name: format!("Silence {MARKS}"),
        about: None,
        when: Some(When::Moments { from, until: None }),
        place: None,
        link: None,
        actor: Some("fra".into()),
        status: EventStatus::Confirmed,
        source: "a letter".into(),
        is_confirmed: false,
    };
    world.store.put_events(&[deadline], 1_790_000_000_000).await.unwrap();
    world.follow().await;
    world
}

#[tokio::test]
async fn what_comes_is_shown_first_and_what_is_past_can_be_reached() {
    let world = world().await;
    let coming = world.get("/calendar").await;
    coming.shows("Next session").shows("Silence &#60;script").hides("Old session").hides("<script>alert").hides("<img");
    coming.shows("1\u{a0}February 2027, 18:00").shows("America/New_York").shows("End of a silence procedure");
    world.get("/calendar?past=1").await.shows("Old session").hides("Next session");
    world.get("/calendar?kind=silence").await.shows("Silence").hides("Next session");
    world.get("/calendar?actor=fra").await.shows("Silence").hides("Next session");
    world.get("/calendar?from=2026-07-01&until=2026-12-31").await.shows("Old session").hides("Next session");
    world.get("/calendar?process=igf").await.shows("Nothing is planned that fits these filters.");
    world.get("/processes/oewg").await.shows("Next session").shows("/processes/oewg.ics");
    World::new().await.get("/calendar").await.shows("Nothing is planned.");
}

#[tokio::test]
async fn the_reader_sees_the_own_clock_beside_the_meetings() {
    let world = world().await;
    let set = world.post("/preferences", &[], "zone=Europe%2FParis&back=%2Fcalendar").await;
    set.leads_to("/calendar");
    let cookie = set.header("set-cookie").split(';').next().unwrap().to_owned();
    assert_eq!(cookie, "zone=Europe/Paris");
    world.ask("/calendar", &[("cookie", &cookie)]).await.shows("2\u{a0}February 2027, 00:00 for you");
    world.get("/calendar").await.hides("for you");
    world.ask("/calendar", &[("cookie", "zone=CET")]).await.hides("for you");
    let stranger = [("origin", "http://evil.test"), ("content-type", "application/x-www-form-urlencoded")];
    world.send(axum::http::Method::POST, "/preferences", &stranger, "zone=UTC".into()).await.refuses(403);
}

#[tokio::test]
async fn the_same_selection_is_a_file_json_and_a_feed() {
    let world = world().await;
    let file = world.get("/calendar.ics?process=oewg").await;
    file.shows("BEGIN:VCALENDAR Working Group 3");
    assert_eq!(file.header("content-type"), "text/calendar; charset=utf-8");
    world.get("/processes/oewg.ics").await.shows("BEGIN:VCALENDAR Working Group 3");
    world.get("/processes/none.ics").await.refuses(404);
    let json = world.get("/calendar.json?kind=silence").await.json();
    let event = &json["events"][0];
    assert_eq!(
        (event["from"].as_str(), event["zone"].as_str()),
        (Some("2027-02-01T18:00:00"), Some("America/New_York"))
    );
    assert_eq!(
        (event["from_utc"].as_str(), event["is_confirmed"].as_bool()),
        (Some("2027-02-01T23:00:00Z"), Some(false))
    );
    world
        .get("/calendar.atom")
        .await
        .shows("Next session · Working Group")
        .shows("/calendar?process=oewg&#38;from=2027-03-01#e-");
    world.get("/openapi.json").await.shows("/calendar.ics").shows("/processes/{slug}/news.atom");
}

#[tokio::test]
async fn news_stands_beside_the_record_with_its_standing() {
    let world = world().await;
    world.get("/processes/oewg").await.hides("News");
    let item = NewsItem {
        key: "1".into(),
        title: format!("What happened {MARKS}"),
        summary: "A few words.".into(),
        link: Some("https://example.org/1".into()),
        published_ms: Some(1_752_228_000_000),
        author: Some("A newsletter".into()),
        language: "en".into(),
    };
    let news = NewNews {
        process: "oewg".into(),
        standing: Standing::Commentary,
        source: "https://example.org/".into(),
        items: vec![item],
    };
    assert_eq!(world.store.put_news(&news, 1_800_000_000_000).await.unwrap(), 1);
    assert_eq!(world.store.put_news(&news, 1_800_000_000_001).await.unwrap(), 0);
    world.follow().await;
    let page = world.get("/processes/oewg").await;
    page.shows("https://example.org/1").shows("Commentary").shows("A few words.").hides("<script>alert").hides("<img");
    world
        .get("/processes/oewg/news.atom")
        .await
        .shows("https://example.org/1")
        .shows("term=\"commentary\"")
        .hides("<img");
    world.get("/processes/none/news.atom").await.refuses(404);
}
