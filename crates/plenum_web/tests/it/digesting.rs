//! Digests over HTTP: composed at the desk from a small library, edited, published; every citation opens.

use crate::world::{ORIGIN, Reply, World};
use plenum_model::claim::{Claim, Property};
use plenum_model::knowledge::{Instrument, Issue};
use plenum_model::process::{Process, Session};
use plenum_model::statement::Stance;
use plenum_model::{Address, DocumentFacts, PartialDate, Standing, Symbol};
use plenum_store::actors::Actor;
use plenum_store::facts::Authority;
use plenum_store::positions::NewPosition;
use plenum_store::processes::Knowledge;
use plenum_web::letters::queue_editions;

pub(crate) const ORDER: &str = "process=harbour&process=fog&from=2025-02-17&until=2025-02-21&kind=weekly&language=en";
const NOW_MS: i64 = 1_800_000_000_000; // The clock of the world.
const DESK: &str = "/desk/digests/1";

fn date(text: &str) -> Option<PartialDate> {
    PartialDate::parse(text).ok()
}

fn process(slug: &str, name: &str) -> Process {
    let source = "a page".into();
    Process { slug: slug.into(), name: name.into(), source, is_confirmed: true, ..Process::default() }
}

fn session(name: &str, from: &str, until: &str, outcome: Option<&str>) -> Session {
    Session {
        process: "harbour".into(),
        name: name.into(),
        from: date(from),
        until: date(until),
        outcome: outcome.map(str::to_owned),
        documents: vec!["A/RES/1".into()],
        source: "a page".into(),
        is_confirmed: name != "Third night",
        ..Session::default()
    }
}

fn lit(key: &str, value: &str, day: &str) -> Claim {
    Claim {
        key: key.into(),
        subject: "lamps".into(),
        property: "lit".into(),
        value: value.into(),
        date: date(day),
        source: "a letter".into(),
        document: Some("A/1".into()),
        words: vec![value.into()],
        counted_by: None,
        standing: Standing::Official,
        is_confirmed: true,
        note: None,
        issue: Some("height".into()),
    }
}

fn told() -> Knowledge {
    let issue = |slug: &str, name: &str| Issue {
        slug: slug.into(),
        name: name.into(),
        processes: vec!["harbour".into()],
        source: "a page".into(),
        ..Issue::default()
    };
    let of = |key: &str, label: &str, is_series| Property {
        subject: "lamps".into(),
        key: key.into(),
        label: label.into(),
        unit: None,
        is_series,
    };
    Knowledge {
        pack: "lights".into(),
        by: "pack lights 1".into(),
        processes: vec![process("harbour", "Harbour talks"), process("fog", "Fog talks")],
        sessions: vec![
            session("Second night", "2025-02-17", "2025-02-21", Some("The lamps are lit.")),
            session("First night", "2024-12-02", "2024-12-06", None),
            session("Third night", "2025-07-07", "2025-07-11", Some("Not to be told yet.")),
        ],
        instruments: vec![Instrument {
            slug: "lamps".into(),
            name: "Directory of lamps".into(),
            process: Some("harbour".into()),
            source: "a page".into(),
            is_confirmed: true,
            ..Instrument::default()
        }],
        issues: vec![issue("colour", "Colour of lamps"), issue("height", "Height of lamps")],
        properties: vec![of("lit", "Lamps lit", true), of("set-up", "Set up", false), of("colour", "Colour", true)],
        claims: vec![
            lit("lit-111", "111", "2024-12-04"),
            lit("lit-116", "116", "2025-02-19"),
            Claim { property: "set-up".into(), ..lit("set-up", "founded in 2020", "2025-02-18") },
            Claim { property: "colour".into(), ..lit("blue-before", "blue", "2024") },
            Claim { property: "colour".into(), ..lit("blue-again", "blue", "2025-02-18") },
        ],
        ..Knowledge::default()
    }
}

pub(crate) async fn library() -> World {
    let world = World::new().await;
    world.store.learn(&told(), 1_000).await.unwrap();
    let names = vec![("en".into(), "Norland".into())];
    let actor = Actor { slug: "nor".into(), kind: "state".into(), names, source: "a test".into(), ..Actor::default() };
    world.store.put_actors(&[actor], 1).await.unwrap();
    world.keep("A/1", "Views", "en", &["12. We support green lamps, 116 of them.", "13. Not these."]).await;
    let facts = |symbol: &str, title: &str, standing| DocumentFacts {
        process: Some("harbour".into()),
        date: date("2025-02-18"),
        standing,
        ..DocumentFacts::from_symbol(Symbol::parse(symbol).unwrap(), title)
    };
    let all =
        [facts("A/RES/1", "Lamps & <b>lights</b>", Standing::Adopted), facts("A/1", "Views", Standing::Statement)];
    world.store.declare(&all, Authority::Editor, "a test", 1_000).await.unwrap();
    let place = NewPosition {
        process: "harbour".into(),
        issue: "colour".into(),
        actor: "nor".into(),
        stance: Stance::Supports,
        address: Address::parse("A/1/en1/p/12").unwrap(),
        words: "green lamps".into(),
    };
    world.store.place_position(&place, "a test", 1).await.unwrap().unwrap();
    world.store.tie_claims().await.unwrap();
    world.follow().await;
    world
}

async fn composed() -> (World, String) {
    let world = library().await;
    let session = world.sign_in().await;
    world.post("/desk/digests", &[("cookie", &session)], ORDER).await.leads_to(DESK);
    (world, session)
}

async fn step(world: &World, session: &str, act: &str) -> Reply {
    world.post(&format!("{DESK}/acts"), &[("cookie", session)], &format!("act={act}&by=Ada")).await
}

#[tokio::test]
async fn every_citation_of_every_sentence_opens() {
    let (world, session) = composed().await;
    let edition = world.ask("/digests/1.json", &[("cookie", &session)]).await.json();
    let sentences = edition["sentences"].as_array().unwrap();
    let all: Vec<&str> = sentences.iter().map(|one| one["text"].as_str().unwrap()).collect();
    for wanted in [
        "Adopted text: A/RES/1",
        "Outcome as recorded: “The lamps are lit”",
        "Directory of lamps – Lamps lit, on “Height of lamps”: “116”",
        "before that “111”",
        "Norland on “Colour of lamps” (supports",
        "is kept here on: Height of lamps",
        "no confirmed statement",
        "A/1, “Views”",
        "Third night: 7\u{a0}July 2025",
        "shows nothing decided",
    ] {
        assert!(all.iter().any(|text| text.contains(wanted)), "no {wanted:?} in {all:#?}");
    }
    assert!(!all.iter().any(|text| text.contains("Not to be told yet")), "what comes later is not told");
    assert!(!all.iter().any(|text| text.contains("founded in 2020")), "what is past did not move");
    assert!(!all.iter().any(|text| text.contains("“blue”")), "what was said before did not move");
    let mut opened = 0;
    for sentence in sentences {
        let citations = sentence["citations"].as_array().unwrap();
        assert!(!citations.is_empty(), "{sentence}");
        for citation in citations {
            let address = citation["address"].as_str().unwrap();
            world.get(address.split('#').next().unwrap()).await.refuses(200);
            opened += 1;
        }
    }
    assert!(opened > 12, "{opened}");
    let places: Vec<&str> = sentences
        .iter()
        .flat_map(|one| one["citations"].as_array().unwrap())
        .filter_map(|c| c["address"].as_str())
        .collect();
    for wanted in ["/d/A/RES/1", "/claims/lamps/lit", "/d/A/1/en1/p/12", "/processes/harbour/positions"] {
        assert!(places.contains(&wanted), "{wanted} not in {places:?}");
    }
    // A fragment leads to something that is on the page.
    let fragment = places.iter().find(|address| address.contains("#e-")).unwrap();
    let (page, mark) = fragment.split_once('#').unwrap();
    world.get(page).await.shows(&format!("id=\"{mark}\""));
}

#[tokio::test]
async fn an_edition_goes_from_draft_to_published_and_is_seen_only_then() {
    let (world, session) = composed().await;
    let signed = [("cookie", session.as_str())];
    for hidden in ["/digests/1", "/digests/1.json", "/digests/1.txt"] {
        world.get(hidden).await.refuses(404);
    }
    world.get("/digests").await.shows("No edition has been published yet").hides("Weekly letter:");
    world.ask("/digests", &signed).await.shows("Weekly letter:").shows("/desk/digests/1");
    let page = world.ask("/digests/1", &signed).await;
    page.shows("composed by software").shows("This is a draft").shows("What it rests on").hides("<b>lights");
    for early in ["approve", "publish", "reopen", "correct"] {
        let reply = step(&world, &session, early).await;
        reply.refuses(422);
        assert!(reply.text().contains("This step does not follow"), "{early}");
    }
    step(&world, &session, "edit").await.leads_to(DESK);
    step(&world, &session, "publish").await.refuses(422);
    let nobody = world.post(&format!("{DESK}/acts"), &signed, "act=approve&by=").await;
    nobody.refuses(422);
    step(&world, &session, "approve").await.leads_to(DESK);
    step(&world, &session, "publish").await.leads_to(DESK);
    let page = world.get("/digests/1").await;
    page.shows("Weekly letter:").shows("Approved by").shows("administrator: Ada").hides("composed by software");
    page.shows("href=\"/d/A/RES/1\"").shows("Lamps &#38; &#60;b&#62;lights").hides("/desk/");
    world.get("/digests").await.shows("Weekly letter:");
    world.get("/digests?process=fog").await.shows("Weekly letter:").shows("Fog talks");
    world.get("/digests?process=other").await.hides("Weekly letter:");
    world.get("/digests.atom").await.shows("/digests/1</id>").shows("administrator: Ada");
    world.get("/sitemap.txt").await.shows("/digests/1\n");
    world.get("/digests.json").await.shows("\"state\":\"published\"");
    let text = world.get("/digests/1.txt").await;
    text.shows("Adopted text: A/RES/1").shows(&format!("{ORIGIN}/d/A/RES/1"));
    assert_eq!(text.header("content-type"), "text/plain; charset=utf-8");
    world.get("/processes/harbour").await.shows("/digests?process=harbour");
    world.get("/processes").await.shows("href=\"/digests\"");
    for missing in ["/digests/2", "/digests/x", "/digests/1.xml", "/digests/01"] {
        world.get(missing).await.refuses(404);
    }
}

#[tokio::test]
async fn a_published_edition_is_sent_to_who_follows_one_of_its_processes() {
    let (world, session) = composed().await;
    let own = crate::subscribing::follow(&world, "process=harbour").await;
    let queued = async || queue_editions(&world.store, ORIGIN, NOW_MS).await.unwrap();
    step(&world, &session, "edit").await;
    step(&world, &session, "approve").await;
    assert_eq!(queued().await, 0, "what is not published is sent to nobody");
    step(&world, &session, "publish").await.leads_to(DESK);
    let late = queue_editions(&world.store, ORIGIN, NOW_MS + 8 * 24 * 60 * 60 * 1000).await.unwrap();
    assert_eq!(late, 0, "after a week it is no news");
    assert_eq!((queued().await, queued().await), (1, 0), "queued when it can be, and once");
    let (_, opened) = crate::subscribing::letter(&world).await.expect("a letter");
    assert!(opened.text.contains("Adopted text: A/RES/1") && opened.html.contains("/digests/1"), "{}", opened.text);
    assert!(!opened.text.contains("This is a draft"), "{}", opened.text);
    assert!(opened.text.contains(&own) && opened.html.contains(&own), "her way out: {}", opened.text);
    assert!(crate::subscribing::letter(&world).await.is_none(), "sent once");
}

#[tokio::test]
async fn an_editor_changes_adds_and_takes_out_and_the_history_keeps_it() {
    let (world, session) = composed().await;
    let signed = [("cookie", session.as_str())];
    let sentence = format!("{DESK}/sentences/1");
    world.post(&sentence, &signed, "act=save&text=Lamps+were%0D%0Aadopted.").await.leads_to(&format!("{DESK}#s1"));
    world.post(&format!("{DESK}/sentences/2"), &signed, "act=remove&text=").await.leads_to(DESK);
    let added = "section=opening&process=&text=A+quiet+%3Cb%3Eweek%3C%2Fb%3E.&source=https%3A%2F%2Fexample.org%2Fa";
    world.post(&format!("{DESK}/sentences"), &signed, added).await.leads_to(DESK);
    world.post(&format!("{DESK}/title"), &signed, "title=Lamps+of+February").await.leads_to(DESK);
    let edition = world.ask("/digests/1.json", &signed).await.json();
    let of = |number: u64| edition["sentences"].as_array().unwrap().iter().find(|one| one["number"] == number);
    assert_eq!(of(1).unwrap()["text"], "Lamps were adopted.");
    assert_eq!(
        (&of(1).unwrap()["writer"], of(1).unwrap()["citations"][0]["address"].as_str()),
        (&"editor".into(), Some("/d/A/RES/1"))
    );
    assert!(of(2).is_none());
    assert_eq!(edition["sentences"][0]["text"], "A quiet <b>week</b>.");
    let desk = world.ask(DESK, &signed).await;
    desk.shows("sentence rewritten").shows("sentence taken out").shows("sentence added").shows("title changed");
    desk.shows("Adopted text: A/RES/1").hides("<b>week");
    world
        .ask("/digests/1", &signed)
        .await
        .shows("the editor’s own words")
        .shows("https://example.org/a")
        .hides("<b>week");
    for wrong in [
        "section=opening&text=",
        "section=nowhere&text=x",
        "section=opening&text=x&source=javascript:alert(1)",
        "section=opening&process=other&text=x",
    ] {
        world.post(&format!("{DESK}/sentences"), &signed, wrong).await.refuses(422);
    }
    let long = "x".repeat(2_001);
    world.post(&sentence, &signed, &format!("act=save&text={long}")).await.refuses(422);
    world.post(&sentence, &signed, "act=burn&text=x").await.refuses(400);
    world.post(&format!("{DESK}/title"), &signed, "title=+").await.refuses(422);
    world.post(&format!("{DESK}/sentences/99"), &signed, "act=save&text=x").await.refuses(404);
    for act in ["edit", "approve", "publish"] {
        step(&world, &session, act).await.leads_to(DESK);
    }
    let refused = world.post(&sentence, &signed, "act=save&text=Other").await;
    refused.refuses(422);
    assert!(refused.text().contains("an approved or published edition is not changed"));
    step(&world, &session, "correct").await.leads_to("/desk/digests/2");
    world.post("/desk/digests/2/sentences/1", &signed, "act=save&text=Corrected.").await.leads_to("/desk/digests/2#s1");
    world.get("/digests/1").await.shows("Lamps were adopted.").hides("has been corrected");
    for act in ["edit", "approve", "publish"] {
        world.post("/desk/digests/2/acts", &signed, &format!("act={act}&by=Ada")).await.leads_to("/desk/digests/2");
    }
    world.get("/digests/1").await.shows("has been corrected").shows("/digests/2").shows("Lamps were adopted.");
    world.get("/digests/2").await.shows("corrects an earlier one").shows("Corrected.");
}

#[tokio::test]
async fn only_the_administrator_composes_edits_approves_and_publishes() {
    let (world, session) = composed().await;
    let posts = [
        ("/desk/digests".to_owned(), ORDER),
        (format!("{DESK}/title"), "title=x"),
        (format!("{DESK}/acts"), "act=edit&by=Ada"),
        (format!("{DESK}/sentences"), "section=opening&text=x"),
        (format!("{DESK}/sentences/1"), "act=remove&text="),
    ];
    let foreign = [("cookie", session.as_str()), ("sec-fetch-site", "cross-site")];
    for (path, form) in &posts {
        world.post(path, &[], form).await.refuses(403);
        world.post(path, &[], "").await.refuses(403); // Before anything of the form is looked at.
        world.post(path, &foreign, form).await.refuses(403);
        world.post(path, &[("authorization", "Bearer wrong")], form).await.refuses(403);
    }
    for path in ["/desk/digests", DESK] {
        world.get(path).await.refuses(403);
    }
    // Wrong tokens slow down every token for a minute; a session is none.
    step(&world, &session, "edit").await.leads_to(DESK);
    let edition = world.ask("/digests/1.json", &[("cookie", &session)]).await.json();
    assert_eq!(edition["state"], "edited");
}

#[tokio::test]
async fn what_cannot_be_composed_is_told() {
    let world = library().await;
    let session = world.sign_in().await;
    let signed = [("cookie", session.as_str())];
    world.ask("/desk/digests", &signed).await.shows("Harbour talks").shows("Compose a draft");
    for wrong in [
        "from=2025-02-17&until=2025-02-21&kind=weekly&language=en",
        "process=none&from=2025-02-17&until=2025-02-21&kind=weekly&language=en",
        "process=harbour&from=2025-02-21&until=2025-02-17&kind=weekly&language=en",
        "process=harbour&from=2025-02&until=2025-03-01&kind=weekly&language=en",
        "process=harbour&from=2025-02-17&until=2025-02-21&kind=daily&language=en",
        "process=harbour&from=2025-02-17&until=2025-02-21&kind=weekly&language=tlh",
        "%zz",
    ] {
        let reply = world.post("/desk/digests", &signed, wrong).await;
        reply.refuses(422);
        assert!(reply.text().contains("Choose at least one process"), "{wrong}");
    }
    let arabic = ORDER.replace("language=en", "language=ar");
    world.post("/desk/digests", &signed, &arabic).await.leads_to(DESK);
    world.ask("/digests/1", &signed).await.shows("lang=\"ar\" dir=\"rtl\"").shows("ما تقرَّر");
}
