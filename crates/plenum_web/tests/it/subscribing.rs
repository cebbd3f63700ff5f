//! Following by e-mail: asked for on a page, confirmed by a button, changed and ended by whoever holds the token.

use crate::world::{Reply, World};
use plenum_model::PartialDate;
use plenum_model::calendar::{Event, EventKind, EventStatus, When};
use plenum_model::claim::{Claim, Property};
use plenum_model::knowledge::Instrument;
use plenum_model::process::Process;
use plenum_model::statement::Stance;
use plenum_store::actors::Actor;
use plenum_store::positions::NewPosition;
use plenum_store::processes::Knowledge;
use plenum_store::subscriptions::{Ended, Outgoing};
use plenum_web::letters::{Composing, LetterKey, Opened};

const NOW_MS: i64 = 1_800_000_000_000;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;
const FORM: &str = "address=ada%40mission.test&rhythm=daily&language=en";

async fn world() -> World {
    filled(World::new().await).await
}

async fn filled(world: World) -> World {
    let process = Process {
        slug: "lights".into(),
        name: "Harbour lights".into(),
        summary: "An invented process.".into(),
        source: "a test".into(),
        is_confirmed: true,
        ..Process::default()
    };
    world.store.learn(&Knowledge { processes: vec![process], ..Knowledge::default() }, 1).await.unwrap();
    let actor = Actor {
        slug: "nor".into(),
        kind: "state".into(),
        names: vec![("en".into(), "Norland".into())],
        source: "a test".into(),
        ..Actor::default()
    };
    world.store.put_actors(&[actor], 1).await.unwrap();
    world.keep("A/1", "Views", "en", &["12. We support green lamps.", "13. We oppose."]).await;
    world
}

/// The letter that waits longest, with its tokens.
pub async fn letter(world: &World) -> Option<(Outgoing, Opened)> {
    let key = LetterKey::of("a test");
    let taken = world.store.take_letter(&|of| key.hash(of), NOW_MS + 9 * DAY_MS).await.unwrap()?;
    let opened = key.opened(&taken);
    world.store.end_letter(&taken, &Ended::Sent, NOW_MS).await.unwrap();
    Some((taken, opened))
}

/// The path of the first link of ours in a letter's text that begins so.
fn link(opened: &Opened, start: &str) -> String {
    let line = opened.text.lines().find_map(|line| line.strip_prefix("http://plenum.test"));
    let path = line.filter(|path| path.starts_with(start)).unwrap_or_else(|| panic!("no {start} in {}", opened.text));
    path.to_owned()
}

/// Follows a topic and confirms it; gives the path of the reader's page.
pub async fn follow(world: &World, topic: &str) -> String {
    world.post("/subscribe", &[], &format!("{topic}&{FORM}")).await.leads_to("/subscriptions/sent");
    let (_, opened) = letter(world).await.unwrap();
    let confirm = link(&opened, "/subscriptions/confirm/");
    let reply = world.post(&confirm, &[], "").await;
    reply.header("location").to_owned()
}

/// Makes the letters due so many days after.
async fn compose(world: &World, days: i64) -> usize {
    let now_ms = NOW_MS + days * DAY_MS;
    let mut composing = Composing::begin(&world.store, &world.index, "http://plenum.test", now_ms).await.unwrap();
    let mut made = 0;
    for reader in world.store.subscribers().await.unwrap() {
        if let Some(composed) = composing.letter_for(&reader).await.unwrap() {
            let letter = composed.letter.as_ref();
            assert!(world.store.tell(&composed.told, composed.until, letter, now_ms).await.unwrap());
            made += usize::from(letter.is_some());
        }
    }
    made
}

#[tokio::test]
async fn a_wish_becomes_a_subscription_by_a_button_and_ends_by_one() {
    let world = world().await;
    let form = world.get("/subscribe?process=lights").await;
    form.shows("Harbour lights").shows("/processes/lights.atom").shows("noindex").shows("name=\"process\"");
    world.post("/subscribe", &[], &format!("process=lights&{FORM}")).await.leads_to("/subscriptions/sent");
    world.get("/subscriptions/sent").await.shows("Look at your mail").hides("ada@");
    let (taken, opened) = letter(&world).await.unwrap();
    assert_eq!(
        (taken.address.as_str(), taken.subject.as_str()),
        ("ada@mission.test", "Please confirm: Harbour lights")
    );
    let confirm = link(&opened, "/subscriptions/confirm/");
    assert!(opened.html.contains(&confirm), "{}", opened.html);
    for _ in 0..2 {
        world.get(&confirm).await.shows("Harbour lights").shows("Send me these letters");
        assert_eq!(world.store.subscribers().await.unwrap(), [], "opening a link changes nothing: scanners do");
    }
    let reply = world.post(&confirm, &[], "").await;
    let own = reply.header("location").to_owned();
    let page = world.get(&own).await;
    page.shows("ada@mission.test").shows("Harbour lights");
    assert_eq!(page.header("cache-control"), "no-store");
    let id = world.store.subscribers().await.unwrap()[0].subscriptions[0].id;
    world.post(&own, &[], &format!("id={id}&act=change&rhythm=weekly")).await.leads_to(&own);
    assert_eq!(world.store.subscribers().await.unwrap()[0].subscriptions[0].rhythm.as_str(), "weekly");
    world.post(&own, &[], &format!("id={id}&act=end&rhythm=weekly")).await.shows("You get no more letters");
    world.get(&own).await.refuses(404);
    assert_eq!(world.store.letters_written().await.unwrap().sent, 0, "nothing of the reader is left");
}

#[tokio::test]
async fn nobody_learns_whether_an_address_is_kept() {
    let world = world().await;
    follow(&world, "process=lights").await;
    let ask = async |form: String| {
        let reply: Reply = world.post("/subscribe", &[], &form).await;
        (reply.status, reply.header("location").to_owned(), reply.text())
    };
    let known = ask(format!("process=lights&{FORM}")).await;
    let unknown = ask(format!("process=lights&{}", FORM.replace("ada", "bo"))).await;
    assert_eq!(known, unknown);
    let (taken, opened) = letter(&world).await.unwrap();
    assert_eq!(taken.address, "ada@mission.test");
    assert!(taken.subject.starts_with("You follow this already"), "only the mailbox learns it: {}", taken.subject);
    world.get(&link(&opened, "/subscriptions/")).await.shows("Harbour lights");
}

#[tokio::test]
async fn one_address_gets_three_such_letters_a_day_and_one_client_asks_ten_times_an_hour() {
    let world = world().await;
    for _ in 0..5 {
        world.post("/subscribe", &[], &format!("process=lights&{FORM}")).await.leads_to("/subscriptions/sent");
    }
    assert_eq!(world.store.letters_written().await.unwrap().waiting, 3, "no mailbox can be filled with our letters");
    for number in 0..5 {
        let form = FORM.replace("ada", &format!("reader{number}"));
        world.post("/subscribe", &[], &format!("process=lights&{form}")).await.leads_to("/subscriptions/sent");
    }
    let reply = world.post("/subscribe", &[], &format!("process=lights&{FORM}")).await;
    reply.refuses(429);
    assert!(!reply.header("retry-after").is_empty());
}

#[tokio::test]
async fn one_click_from_a_mail_program_ends_everything() {
    let world = world().await;
    let own = follow(&world, "process=lights").await;
    let second = follow(&world, "q=green+lamps").await;
    assert_eq!(own, second, "one reader, one page");
    let end = format!("{own}/end");
    world.get(&end).await.leads_to(&own);
    // A mail provider's server sends neither origin nor cookie, and takes no redirect (RFC 8058).
    let kind = ("content-type", "application/x-www-form-urlencoded");
    let body = axum::body::Body::from("List-Unsubscribe=One-Click");
    let reply = world.send(axum::http::Method::POST, &end, &[kind], body).await;
    reply.shows("You get no more letters");
    assert_eq!(world.store.subscribers().await.unwrap(), []);
    world.get(&own).await.refuses(404);
}

#[tokio::test]
async fn a_post_from_elsewhere_or_without_a_token_changes_nothing() {
    let world = world().await;
    world.post("/subscribe", &[], &format!("process=lights&{FORM}")).await.leads_to("/subscriptions/sent");
    let (_, opened) = letter(&world).await.unwrap();
    let confirm = link(&opened, "/subscriptions/confirm/");
    let foreign = [("sec-fetch-site", "cross-site")];
    world.post("/subscribe", &foreign, &format!("q=lamps&{FORM}")).await.refuses(403);
    world.post(&confirm, &foreign, "").await.refuses(403);
    let silent = world.send(axum::http::Method::POST, &confirm, &[], axum::body::Body::empty()).await;
    silent.refuses(403);
    assert_eq!(world.store.subscribers().await.unwrap(), []);
    let own = world.post(&confirm, &[], "").await.header("location").to_owned();
    let id = world.store.subscribers().await.unwrap()[0].subscriptions[0].id;
    let end_one = format!("id={id}&act=end");
    world.post(&own, &foreign, &end_one).await.refuses(403);
    world.post(&own, &foreign, "").await.refuses(403);
    world.post(&format!("{own}/end"), &foreign, "").await.refuses(403);
    for guess in ["/subscriptions/confirm/0123", "/subscriptions/0123/end"] {
        world.post(guess, &[], "").await.refuses(404);
    }
    world.post("/subscriptions/0123", &[], &end_one).await.refuses(404);
    world.post(&own, &[], "id=999&act=end").await.refuses(404);
    world.post(&own, &[], &format!("id={id}&act=dance")).await.refuses(400);
    assert_eq!(world.store.subscribers().await.unwrap().len(), 1);
}

#[tokio::test]
async fn what_can_be_no_subscription_is_told() {
    let world = world().await;
    for address in ["", "ada", "a%40b.test%0D%0ABcc%3A+x%40evil.test", "a%40b.test%2Cx%40evil.test", "%3Ca%40b.test%3E"]
    {
        let form = format!("process=lights&rhythm=daily&language=en&address={address}");
        let reply = world.post("/subscribe", &[], &form).await;
        reply.refuses(422).hides("<a@b.test>");
        assert!(reply.text().contains("No letter can be sent to this address"), "{address}");
    }
    let world = self::world().await;
    world.post("/subscribe", &[], &format!("process=lights&{}", FORM.replace("daily", "hourly"))).await.refuses(422);
    world.post("/subscribe", &[], &format!("process=nowhere&{FORM}")).await.refuses(404);
    for topic in [
        "",
        "process=nowhere",
        "actor=..%2Fx",
        "process=lights&actor=nor",
        "paragraph=%2Fd%2FA%2F1%2Fen1%2Fp%2F99",
        "q=",
    ] {
        world.get(&format!("/subscribe?{topic}")).await.refuses(404);
    }
    assert_eq!(world.store.letters_written().await.unwrap().waiting, 0);
}

#[tokio::test]
async fn a_server_without_mail_says_so_and_offers_the_feed() {
    let world = filled(World::that_sends(false).await).await;
    world
        .get("/subscribe?actor=nor")
        .await
        .shows("This server sends no mail")
        .shows("/actors/nor.atom")
        .hides("<form class=\"form\"");
    let refused = world.post("/subscribe", &[], &format!("actor=nor&{FORM}")).await;
    refused.refuses(403);
    assert!(refused.text().contains("This server sends no mail"));
}

#[tokio::test]
async fn pages_offer_to_be_followed() {
    let world = world().await;
    for (page, link) in [
        ("/processes/lights", "/subscribe?process=lights"),
        ("/actors/nor", "/subscribe?actor=nor"),
        ("/library?q=%22green+lamps%22", "/subscribe?q=green+lamps"),
        ("/d/A/1/en1/p/12", "/subscribe?paragraph=/d/A/1/en1/p/12"),
    ] {
        world.get(page).await.shows(&format!("href=\"{link}\""));
        world.get(link).await.shows("Follow by e-mail");
    }
    world.get("/library?q=green+lamps").await.hides("/subscribe?");
}

#[tokio::test]
async fn a_letter_tells_whole_passages_once_and_several_topics_in_one() {
    let world = world().await;
    follow(&world, "process=lights").await;
    follow(&world, "q=green+lamps").await;
    follow(&world, "paragraph=/d/A/1/en1/p/12").await;
    assert_eq!(compose(&world, 2).await, 0, "nothing is new, so there is no letter");
    world
        .keep(
            "A/2",
            "<b>Draft</b>",
            "en",
            &["1. All States welcome green lamps at harbours <script>alert(1)</script>", "2. Green and lamps."],
        )
        .await;
    world.keep("A/1", "Views", "en", &["12. We support green lamps and only those.", "13. We oppose."]).await;
    let mut facts =
        plenum_model::DocumentFacts::from_symbol(plenum_model::Symbol::parse("A/2").unwrap(), "<b>Draft</b>");
    facts.process = Some("lights".into());
    facts.date = plenum_model::PartialDate::parse("2025-07-11").ok();
    world.store.declare(&[facts], plenum_store::facts::Authority::Editor, "a test", 2).await.unwrap();
    world.follow().await;
    assert_eq!(compose(&world, 3).await, 1);
    let (taken, opened) = letter(&world).await.unwrap();
    assert_eq!(taken.subject, "New: Harbour lights, and more");
    let text = opened.text.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "All States welcome green lamps at harbours",
        "A/2, 1 · 11 July 2025",
        "http://plenum.test/d/A/2/en1/p/1",
        "We support green lamps and only those.",
        "New wording",
        "Holds the phrase",
        "/subscriptions/",
    ] {
        assert!(text.contains(words), "{words} not in {}", opened.text);
    }
    assert_eq!(text.matches("All States welcome").count(), 1, "whole once, then named with its link: {text}");
    assert_eq!(text.matches("Green and lamps.").count(), 1, "as a passage of the process, not of the phrase: {text}");
    assert!(!opened.html.contains("<script") && !opened.html.contains("<b>"), "{}", opened.html);
    assert_eq!(compose(&world, 4).await, 0, "nothing is told twice");
    assert!(letter(&world).await.is_none());
}

/// A pack with a claim that bears on an issue.
fn shade() -> Knowledge {
    let property = Property {
        subject: "shades".into(),
        key: "entered".into(),
        label: "Shades entered".into(),
        unit: None,
        is_series: true,
    };
    let claim = Claim {
        key: "shades-12".into(),
        subject: "shades".into(),
        property: "entered".into(),
        value: "12".into(),
        date: PartialDate::parse("2026-11").ok(),
        source: "a letter".into(),
        document: None,
        words: Vec::new(),
        counted_by: None,
        standing: plenum_model::Standing::Official,
        is_confirmed: true,
        note: None,
        issue: Some("colour".into()),
    };
    let instrument = Instrument {
        slug: "shades".into(),
        name: "Register of shades".into(),
        source: "a page".into(),
        ..Instrument::default()
    };
    Knowledge {
        pack: "shades".into(),
        by: "pack shades 1".into(),
        instruments: vec![instrument],
        properties: vec![property],
        claims: vec![claim],
        ..Knowledge::default()
    }
}

#[tokio::test]
async fn a_process_tells_its_deadlines_and_an_issue_its_quotations() {
    let world = world().await;
    world.store.enter_issue("lights", "colour", "Colour of lamps", 1).await.unwrap();
    follow(&world, "process=lights").await;
    follow(&world, "issue=lights/colour").await;
    let event = Event {
        process: "lights".into(),
        uid: "views".into(),
        kind: EventKind::Submission,
        name: "Views on <b>lamps</b>".into(),
        about: None,
        when: Some(When::Days { from: PartialDate::parse("2030-03-01").unwrap(), until: None }),
        place: None,
        link: None,
        actor: None,
        status: EventStatus::Confirmed,
        source: "a test".into(),
        is_confirmed: true,
    };
    world.store.put_events(&[event], NOW_MS + 1).await.unwrap();
    let position = NewPosition {
        process: "lights".into(),
        issue: "colour".into(),
        actor: "nor".into(),
        stance: Stance::Supports,
        address: plenum_model::Address::parse("A/1/en1/p/12").unwrap(),
        words: "green lamps".into(),
    };
    world.store.place_position(&position, "Ada", NOW_MS + 1).await.unwrap().unwrap();
    world.store.learn(&shade(), NOW_MS + 1).await.unwrap();
    assert_eq!(compose(&world, 2).await, 1);
    let (_, opened) = letter(&world).await.unwrap();
    let text = opened.text.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "In the calendar: Views on <b>lamps</b> (1 March 2030) http://plenum.test/calendar?process=lights",
        "Colour of lamps (Harbour lights)",
        "Norland · supports",
        "We support green lamps. A/1, 12",
        "Register of shades – Shades entered: 12",
        "http://plenum.test/claims/shades/entered",
    ] {
        assert!(text.contains(words), "{words} not in {text}");
    }
    assert!(!opened.html.contains("<b>"), "{}", opened.html);
    assert_eq!(compose(&world, 3).await, 0);
}

#[tokio::test]
async fn an_actor_tells_statements_once_an_editor_has_confirmed_them() {
    let world = crate::speaking::meeting().await;
    follow(&world, "actor=nor").await;
    assert_eq!(compose(&world, 2).await, 0, "what a machine made out is told to nobody");
    world.store.confirm_statements(1, "Ada", NOW_MS + 2 * DAY_MS + 1).await.unwrap();
    world.follow().await;
    assert_eq!(compose(&world, 3).await, 1);
    let (_, opened) = letter(&world).await.unwrap();
    for words in ["Confirmed statement: Third <i>meeting</i>", "/meetings/1/statements/2", "We agree with @A/1/2 here."]
    {
        assert!(opened.text.contains(words), "{words} not in {}", opened.text);
    }
    assert!(!opened.text.contains("We object"), "another's words: {}", opened.text);
    world.store.confirm_statements(1, "Ada", NOW_MS + 3 * DAY_MS + 1).await.unwrap();
    assert_eq!(compose(&world, 4).await, 0);
}

#[tokio::test]
async fn a_letter_speaks_the_readers_language() {
    let world = world().await;
    world
        .post("/subscribe", &[], &format!("q=green+lamps&{}", FORM.replace("language=en", "language=ar")))
        .await
        .leads_to("/subscriptions/sent");
    let (taken, opened) = letter(&world).await.unwrap();
    assert!(taken.subject.starts_with("يرجى التأكيد"), "{}", taken.subject);
    assert!(opened.html.contains("dir=\"rtl\""), "{}", opened.html);
    world.post(&link(&opened, "/subscriptions/confirm/"), &[], "").await;
    world.keep("A/3", "More", "en", &["1. Green lamps shine."]).await;
    assert_eq!(compose(&world, 2).await, 1);
    let (taken, opened) = letter(&world).await.unwrap();
    assert!(taken.subject.starts_with("جديد"), "{}", taken.subject);
    assert!(opened.text.contains("Green lamps shine."), "{}", opened.text);
}
