//! Claims: the value with its mark, the ledger with its paragraphs, and who may add to it.

use crate::world::{TOKEN, World};
use plenum_model::claim::{Claim, Property};
use plenum_model::knowledge::{Instrument, Term};
use plenum_model::process::{Process, Session};
use plenum_model::{PartialDate, Standing};
use plenum_store::processes::Knowledge;

const ENTERED: &str = "value=60+days&source=a+letter&standing=statement&by=Ada&date=2025";

fn claim(key: &str, value: &str, standing: Standing) -> Claim {
    Claim {
        key: key.into(),
        subject: "harbour".into(),
        property: "in-force".into(),
        value: value.into(),
        date: PartialDate::parse("2024").ok(),
        source: "example.org/lights; a letter".into(),
        document: Some("A/1".into()),
        words: vec![value.into()],
        counted_by: Some("the harbour master".into()),
        standing,
        is_confirmed: key != "doubtful",
        note: None,
        issue: None,
    }
}

async fn world() -> World {
    let world = World::new().await;
    let property = |key: &str, label: &str, is_series| Property {
        subject: if is_series { "lamps".into() } else { "harbour".into() },
        key: key.into(),
        label: label.into(),
        unit: is_series.then(|| "lamps".into()),
        is_series,
    };
    let lit = |key: &str, value: &str, day: &str| Claim {
        subject: "lamps".into(),
        property: "lit".into(),
        date: PartialDate::parse(day).ok(),
        document: None,
        words: Vec::new(),
        ..claim(key, value, Standing::Official)
    };
    let told = Knowledge {
        pack: "lights".into(),
        by: "pack lights 1".into(),
        processes: vec![Process {
            slug: "harbour".into(),
            name: "Harbour talks".into(),
            summary: "What it is.".into(),
            stands: Some("The lamps are lit.".into()),
            next: Some("The fog is next.".into()),
            from: PartialDate::parse("2024").ok(),
            source: "a page".into(),
            is_confirmed: true,
            ..Process::default()
        }],
        sessions: vec![Session {
            process: "harbour".into(),
            name: "First night".into(),
            from: PartialDate::parse("2024-05-09").ok(),
            documents: vec!["A/1".into()],
            source: "a page".into(),
            is_confirmed: true,
            ..Session::default()
        }],
        instruments: vec![Instrument {
            slug: "lamps".into(),
            name: "Directory of lamps".into(),
            summary: "Where each lamp is.".into(),
            process: Some("harbour".into()),
            source: "a page".into(),
            is_confirmed: true,
            ..Instrument::default()
        }],
        terms: vec![Term {
            slug: "fog".into(),
            term: "Fog".into(),
            meaning: "No lamp is seen.".into(),
            source: "a page".into(),
        }],
        properties: vec![
            property("in-force", "In force", false),
            property("lit", "Lamps lit", true),
            Property { subject: "A/1".into(), ..property("signed", "Signed by", false) },
        ],
        claims: vec![
            claim("ninety", "90 days", Standing::Adopted),
            claim("thirty", "30 days", Standing::Commentary),
            claim("doubtful", "9 days", Standing::Adopted),
            Claim {
                subject: "A/1".into(),
                property: "signed".into(),
                words: Vec::new(),
                ..claim("signed", "7 harbours", Standing::Official)
            },
            lit("lit-92", "92", "2024-05-09"),
            lit("lit-115", "115+", "2025-07-07"),
        ],
        ..Knowledge::default()
    };
    world.store.learn(&told, 1_000).await.unwrap();
    world.keep("A/1", "Lights", "en", &["1. It opens.", "2. In force after 90 days.", "3. Some say 30 days."]).await;
    world.store.tie_claims().await.unwrap();
    world.follow().await;
    world
}

#[tokio::test]
async fn a_page_shows_the_weightiest_value_and_marks_that_others_disagree() {
    let world = world().await;
    let page = world.get("/processes/harbour").await;
    page.shows("90 days").shows("3 claims disagree").shows("/claims/harbour/in-force").shows("The lamps are lit.");
    world.get("/d/A/1").await.shows("Signed by").shows("7 harbours").shows("/claims/A/1/signed");
    page.shows("First night").shows("/d/A/1").shows("Directory of lamps");
    let ledger = world.get("/claims/harbour/in-force").await;
    ledger.shows("90 days").shows("30 days").shows("9 days").shows("/d/A/1/en1/p/2").shows("/d/A/1/en1/p/3");
    ledger.shows("no paragraph of it holds these words").shows("https://example.org/lights").shows("Unconfirmed");
    let json = world.get("/claims/harbour/in-force.json").await;
    json.shows(r#""shown":"ninety""#).shows(r#""/d/A/1/en1/p/3""#);
    world.get("/processes/harbour.json").await.shows(r#""in-force""#).shows("The fog is next.");
    world.get("/claims").await.shows("Harbour talks").shows("Lamps lit");
    world.get("/claims.json").await.shows("lit-115");
}

#[tokio::test]
async fn a_series_is_drawn_with_its_wording_and_its_table() {
    let world = world().await;
    let page = world.get("/instruments/lamps").await;
    page.shows("class=\"plot\"").shows("115+").shows("<desc").shows("Values and sources").shows("Harbour talks");
    world.get("/instruments").await.shows("Directory of lamps");
    world.get("/instruments.json").await.shows("Where each lamp is.");
    world.get("/glossary").await.shows("No lamp is seen.");
    world.get("/glossary.json").await.shows("fog");
    world.get("/processes").await.shows("class=\"handover\"").shows("Harbour talks");
}

#[tokio::test]
async fn what_is_not_claimed_has_no_ledger() {
    let world = world().await;
    for path in [
        "/claims/harbour/nothing",
        "/claims/nothing/in-force",
        "/claims/harbour",
        "/claims/a'b/c",
        "/instruments/none",
        "/instruments/A'B",
    ] {
        world.get(path).await.refuses(404);
    }
    world.get("/processes/harbour?year=nonsense").await.shows("First night");
    world.get("/processes/harbour?year=2024").await.shows("First night");
}

#[tokio::test]
async fn only_the_administrator_adds_confirms_and_withdraws() {
    let world = world().await;
    let acts = "/desk/claim-acts/harbour/in-force";
    world.get("/desk/claims/harbour/in-force").await.refuses(403);
    world.post("/desk/claims/harbour/in-force", &[], ENTERED).await.refuses(403);
    world.post(acts, &[], "key=thirty&act=withdraw").await.refuses(403);
    let session = world.sign_in().await;
    let foreign = [("cookie", session.as_str()), ("sec-fetch-site", "cross-site")];
    world.post("/desk/claims/harbour/in-force", &foreign, ENTERED).await.refuses(403);
    world.post(acts, &foreign, "key=thirty&act=withdraw").await.refuses(403);
    let wrong = [("authorization", "Bearer wrong")];
    world.post(acts, &wrong, "key=thirty&act=withdraw").await.refuses(403);
    world.get("/claims/harbour/in-force").await.shows("3 claims disagree").hides("60 days");
}

#[tokio::test]
async fn the_ledger_remembers_who_did_what() {
    let world = world().await;
    let session = world.sign_in().await;
    let signed = [("cookie", session.as_str())];
    let here = "/desk/claims/harbour/in-force";
    let acts = "/desk/claim-acts/harbour/in-force";
    world.ask(here, &signed).await.shows("Add a claim").shows("Withdraw");
    for wrong in [
        "value=&source=s&standing=statement&by=Ada",
        "value=1&source=s&standing=statement&by=Ada&date=soon",
        "value=1&source=s&standing=statement&by=Ada&document=..",
        "value=1&source=s&standing=statement&by=Ada&words=other",
        "value=1&source=s&standing=nonsense&by=Ada",
    ] {
        world.post(here, &signed, wrong).await.refuses(422);
    }
    world.post(here, &signed, ENTERED).await.leads_to(here);
    world.get("/claims/harbour/in-force").await.shows("60 days").shows("administrator: Ada");
    world.post(acts, &signed, "key=thirty&act=withdraw").await.leads_to(here);
    world.post(acts, &signed, "key=doubtful&act=confirm").await.leads_to(here);
    world.post(acts, &signed, "key=lit-92&act=withdraw").await.refuses(404);
    world.post(acts, &signed, "key=ninety&act=burn").await.refuses(400);
    let ledger = world.get("/claims/harbour/in-force").await;
    ledger.shows("withdrawn").shows("confirmed").shows("30 days");
    let bearer = format!("Bearer {TOKEN}");
    world.post(acts, &[("authorization", bearer.as_str())], "key=ninety&act=withdraw").await.leads_to(here);
}

#[tokio::test]
async fn what_nobody_confirmed_says_so_wherever_its_words_are_quoted() {
    let world = world().await;
    let known = plenum_web::ask::known(&world.store, &world.index).await.unwrap();
    let of = |key: &str| {
        let mut entries = known.passages.iter().filter(|entry| entry.place.address.ends_with(&format!("#{key}")));
        entries.next().map(|entry| entry.text.ends_with("\nUnconfirmed"))
    };
    let keys: Vec<&str> =
        known.passages.iter().filter_map(|entry| entry.place.address.split_once('#')).map(|one| one.1).collect();
    assert_eq!(of("doubtful"), Some(true), "{keys:?}");
    let others: Vec<bool> = keys.iter().filter(|key| **key != "doubtful").filter_map(|key| of(key)).collect();
    assert!(!others.is_empty() && others.iter().all(|is_said| !is_said), "{keys:?}");
}
