//! The position matrix: every cell a quotation that the administrator placed; candidates are proposed, never placed.

use crate::world::World;
use plenum_model::knowledge::Issue;
use plenum_model::process::Process;
use plenum_store::actors::Actor;
use plenum_store::processes::Knowledge;

async fn process() -> World {
    let world = World::new().await;
    let process = Process {
        slug: "lights".into(),
        name: "Harbour lights".into(),
        summary: "An invented process.".into(),
        source: "a test".into(),
        is_confirmed: true,
        ..Process::default()
    };
    let height = Issue {
        slug: "height".into(),
        name: "Height of lamps".into(),
        summary: "How high they hang.".into(),
        processes: vec!["lights".into()],
        source: "a test".into(),
        ..Issue::default()
    };
    let knowledge =
        Knowledge { pack: "lights".into(), processes: vec![process], issues: vec![height], ..Knowledge::default() };
    world.store.learn(&knowledge, 1).await.unwrap();
    let actor = |slug: &str, name: &str| Actor {
        slug: slug.into(),
        kind: "state".into(),
        names: vec![("en".into(), name.into())],
        source: "a test".into(),
        ..Actor::default()
    };
    world.store.put_actors(&[actor("nor", "Norland"), actor("sud", "Sudmark")], 1).await.unwrap();
    world
        .keep("A/1", "Views", "en", &["12. We support green lamps, and <b>only</b> green ones.", "13. We oppose."])
        .await;
    world
}

const QUOTATION: &str = "issue=colour&actor=nor&stance=supports&address=%2Fd%2FA%2F1%2Fen1%2Fp%2F12&words=green+lamps";
const WHOLE: &str =
    "issue=colour&actor=sud&stance=opposes&address=http%3A%2F%2Fplenum.test%2Fd%2FA%2F1%2Fp%2F13&words=";
const ISSUE: &str = "slug=colour&label=Colour+of+lamps";
const MATRIX: &str = "/processes/lights/positions";

#[tokio::test]
async fn a_quotation_is_placed_shown_and_withdrawn_with_its_history() {
    let world = process().await;
    let session = world.sign_in().await;
    let signed = [("cookie", session.as_str())];
    world.get(MATRIX).await.shows("No quotation has been placed yet");
    world.post(&format!("{MATRIX}/issues"), &signed, ISSUE).await.leads_to("/processes/lights/positions/edit");
    world.post(MATRIX, &signed, QUOTATION).await.leads_to(MATRIX);
    world.post(MATRIX, &signed, WHOLE).await.leads_to(MATRIX);
    let page = world.get(MATRIX).await;
    page.shows("Norland").shows("green lamps").shows("/d/A/1/en1/p/12").shows("supports").shows("Colour of lamps");
    world.post(&format!("{MATRIX}/pairs"), &signed, "one=1&other=2&relation=disagree").await.leads_to(MATRIX);
    world.get(MATRIX).await.shows("Disagree");
    let json = world.get(&format!("{MATRIX}.json")).await.json();
    assert_eq!(json["positions"][0]["words"], "green lamps");
    assert_eq!(json["pairs"][0]["relation"], "disagree");
    let csv = world.get(&format!("{MATRIX}.csv")).await;
    csv.shows("\"colour\",\"nor\",\"supports\"").shows("http://plenum.test/d/A/1/en1/p/12");
    world.post(&format!("{MATRIX}/withdraw"), &signed, "id=1").await.leads_to(MATRIX);
    world.get(MATRIX).await.shows("withdrawn").hides("Disagree");
    world.get(&format!("{MATRIX}.csv")).await.hides("green lamps");
    world.post(&format!("{MATRIX}/withdraw"), &signed, "id=1").await.refuses(404);
}

#[tokio::test]
async fn the_matrix_has_the_issues_of_the_pack_and_those_of_the_desk() {
    let world = process().await;
    let session = world.sign_in().await;
    let signed = [("cookie", session.as_str())];
    let desk = format!("{MATRIX}/edit");
    world.ask(&desk, &signed).await.shows("<option value=\"height\">Height of lamps</option>");
    let again = world.post(&format!("{MATRIX}/issues"), &signed, "slug=height&label=Mine").await;
    again.refuses(422);
    assert!(again.text().contains("A pack tells an issue of that short name"), "{}", again.text());
    world.post(&format!("{MATRIX}/issues"), &signed, ISSUE).await.leads_to(&desk);
    world.ask(&desk, &signed).await.shows("Added here so far: <bdi>Colour of lamps</bdi>");
    world.post(MATRIX, &signed, &QUOTATION.replace("colour", "height")).await.leads_to(MATRIX);
    world.get(MATRIX).await.shows("No quotation stands on: <bdi>Colour of lamps</bdi>");
    let json = world.get(&format!("{MATRIX}.json")).await.json();
    let issues: Vec<_> =
        json["issues"].as_array().unwrap().iter().map(|one| (&one["slug"], &one["is_entered"])).collect();
    assert_eq!(serde_json::json!(issues), serde_json::json!([["height", false], ["colour", true]]));
    world.get("/processes/lights").await.shows("Height of lamps").shows("Colour of lamps");
}

#[tokio::test]
async fn what_is_no_quotation_is_told_and_not_placed() {
    let world = process().await;
    let session = world.sign_in().await;
    let signed = [("cookie", session.as_str())];
    let refused = async |path: &str, form: &str, told: &str| {
        let reply = world.post(path, &signed, form).await;
        reply.refuses(422);
        assert!(reply.text().contains(told), "{told} not in {}", reply.text());
    };
    refused(MATRIX, QUOTATION, "no such issue").await;
    world.post(&format!("{MATRIX}/issues"), &signed, ISSUE).await.leads_to("/processes/lights/positions/edit");
    refused(MATRIX, &QUOTATION.replace("green", "red"), "do not stand in that paragraph").await;
    refused(MATRIX, &QUOTATION.replace("nor", "nobody"), "No actor has that short name").await;
    refused(MATRIX, &QUOTATION.replace("p%2F12", "p%2F99"), "No paragraph has that address").await;
    refused(MATRIX, &QUOTATION.replace("supports", "adores"), "Check the form").await;
    refused(MATRIX, &QUOTATION.replace("%2Fd%2F", "https%3A%2F%2Fevil.test%2F"), "Check the form").await;
    refused(&format!("{MATRIX}/issues"), "slug=..%2Fx&label=X", "Check the form").await;
    refused(&format!("{MATRIX}/issues"), "slug=x&label=+", "Check the form").await;
    refused(&format!("{MATRIX}/pairs"), "one=1&other=1&relation=agree", "Two different quotations").await;
    assert_eq!(world.get(&format!("{MATRIX}.json")).await.json()["positions"], serde_json::json!([]));
    world.get("/processes/nowhere/positions").await.refuses(404);
    world.post("/processes/nowhere/positions", &signed, QUOTATION).await.refuses(404);
}

#[tokio::test]
async fn nobody_but_the_administrator_places_or_withdraws() {
    let world = process().await;
    let session = world.sign_in().await;
    let foreign = vec![("cookie", session.as_str()), ("sec-fetch-site", "cross-site")];
    for headers in [vec![], vec![("cookie", "session=1.2")], foreign] {
        world.post(MATRIX, &headers, QUOTATION).await.refuses(403);
        for (path, form) in [
            ("issues", ISSUE),
            ("withdraw", "id=1"),
            ("pairs", "one=1&other=2&relation=agree"),
            ("pairs/withdraw", "id=1"),
        ] {
            world.post(&format!("{MATRIX}/{path}"), &headers, form).await.refuses(403);
        }
    }
    world.get(&format!("{MATRIX}/edit")).await.refuses(403);
}

#[tokio::test]
async fn candidates_are_proposed_and_no_cell_is_filled_by_itself() {
    let world = process().await;
    let session = world.sign_in().await;
    let signed = [("cookie", session.as_str())];
    world.post(&format!("{MATRIX}/issues"), &signed, ISSUE).await.leads_to("/processes/lights/positions/edit");
    let mut facts = plenum_model::DocumentFacts::from_symbol(plenum_model::Symbol::parse("A/1").unwrap(), "Views");
    facts.actor = Some("nor".into());
    facts.process = Some("lights".into());
    world.store.declare(&[facts], plenum_store::facts::Authority::Editor, "a test", 2).await.unwrap();
    world.follow().await;
    let asked = world.ask(&format!("{MATRIX}/edit?issue=colour&actor=nor"), &signed).await;
    asked.shows("/d/A/1/en1/p/12").shows("Take this one").hides("<b>only");
    // An issue of the pack finds paragraphs as one of the desk does.
    world.ask(&format!("{MATRIX}/edit?issue=height&actor=nor"), &signed).await.shows("/d/A/1/en1/p/12");
    world.ask(&format!("{MATRIX}/edit?issue=colour&actor=sud"), &signed).await.shows("No paragraph of this actor");
    world.get(MATRIX).await.shows("No quotation has been placed yet");
}
