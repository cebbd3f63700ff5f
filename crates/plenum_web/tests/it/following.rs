//! Questions that follow others: what is taken over is shown, and can be taken away.

use crate::asking::{ask, fill, filled};
use crate::world::World;
use plenum_model::{DocumentFacts, PartialDate, Symbol};
use plenum_store::facts::Authority;

const BEFORE: &str = "after=When+was+the+Harbour+Treaty+adopted%3F";

/// The harbour's world with a second treaty.
async fn two_treaties(world: World) -> World {
    let mut treaty = DocumentFacts::from_symbol(Symbol::parse("A/RES/1/3").unwrap(), "Lamp Treaty");
    treaty.date = PartialDate::parse("2030-05-05").ok();
    treaty.source = Some("a page".into());
    world.store.declare(&[treaty], Authority::Pack, "a pack", 1_000).await.unwrap();
    world
}

#[tokio::test]
async fn a_question_takes_over_what_it_leaves_out_and_shows_it() {
    let world = two_treaties(filled().await).await;
    let page = world.get(&format!("/ask?q=And+the+Lamp+Treaty%3F&{BEFORE}")).await;
    page.shows("5 May 2030")
        .hides("1 March 2029")
        .shows("Question before:")
        .shows("When was the Harbour Treaty adopted?");
    // Taking the question before away leaves the new one alone.
    page.shows("href=\"/ask?q=And+the+Lamp+Treaty%3F\"");
    world.get("/ask?q=And+the+Lamp+Treaty%3F").await.hides("5 May 2030").hides("Question before:");
}

#[tokio::test]
async fn what_was_taken_over_is_marked_and_can_be_taken_away() {
    let world = two_treaties(filled().await).await;
    let page = world.get(&format!("/ask?q=And+in+1999%3F&{BEFORE}")).await;
    page.shows("from the question before").shows("without=symbol:A/RES/1/2");
    page.shows("supposes");
    let text = page.text();
    let year = text.split("<li>").find(|item| item.contains("Year:")).unwrap();
    assert!(!year.contains("from the question before"), "the year is the question's own: {year}");
    world
        .get(&format!("/ask?q=And+in+1999%3F&{BEFORE}&without=symbol:A/RES/1/2"))
        .await
        .hides("from the question before");
}

#[tokio::test]
async fn a_question_with_its_own_matter_stands_alone() {
    let world = two_treaties(filled().await).await;
    let page =
        world.get(&format!("/ask?q=How+many+ships+did+the+commission+count+in+the+northern+harbour%3F&{BEFORE}")).await;
    page.shows("counted forty ships").hides("Question before:").hides("1 March 2029");
}

#[tokio::test]
async fn the_form_for_the_next_question_carries_the_last_three() {
    let world = filled().await;
    let page = world.get("/ask?q=Four%3F&after=One%3F&after=Two%3F&after=Three%3F&process=harbour").await;
    let text = page.text();
    let form = text.split("id=\"further-title\"").nth(1).unwrap().split("</form>").next().unwrap();
    for carried in ["value=\"Two?\"", "value=\"Three?\"", "value=\"Four?\"", "name=\"process\" value=\"harbour\""] {
        assert!(form.contains(carried), "{carried} in {form}");
    }
    assert!(!form.contains("One?"), "{form}");
    let form = text.split("<form class=\"ask__form\"").nth(1).unwrap().split("</form>").next().unwrap();
    assert!(!form.contains("name=\"after\""), "a new question begins anew: {form}");
}

#[tokio::test]
async fn the_longest_questions_still_fit_into_an_address() {
    let world = filled().await;
    let long = "%E6%B8%AF".repeat(500);
    let page = world.get(&format!("/ask?q={long}")).await;
    page.refuses(200);
    let text = page.text();
    let form = text.split("id=\"further-title\"").nth(1).unwrap().split("</form>").next().unwrap();
    assert_eq!(form.matches("name=\"after\"").count(), 1);
    // One more after it is too long for an address, so it is left out.
    let page = world.get(&format!("/ask?q=Why%3F&after={long}")).await.text();
    let form = page.split("id=\"further-title\"").nth(1).unwrap().split("</form>").next().unwrap();
    assert_eq!(form.matches("name=\"after\"").count(), 1);
    assert!(form.contains("Why?"), "{form}");
}

#[tokio::test]
async fn programs_and_kept_questions_follow_too() {
    let world = two_treaties(fill(World::that_keeps(30).await).await).await;
    let body = r#"{"question":"And the Lamp Treaty?","after":["When was the Harbour Treaty adopted?"]}"#;
    let asked = ask(&world, body).await.json();
    assert_eq!(asked["understood"], "When was the Lamp Treaty adopted?", "{asked}");
    assert!(asked["answer"][0]["sentence"].as_str().unwrap().contains("5 May 2030"), "{asked}");
    let kept = world.post("/questions", &[], &format!("q=And+the+Lamp+Treaty%3F&{BEFORE}")).await;
    let page = world.get(kept.header("location")).await;
    page.shows("5 May 2030").shows("name=\"after\" value=\"When was the Harbour Treaty adopted?\"");
    let alone =
        ask(&world, r#"{"question":"When was the Lamp Treaty adopted?","after":["What is a buoy?"]}"#).await.json();
    assert_eq!(alone.get("understood"), None, "{alone}");
    for body in [r#"{"question":"Who?","after":"x"}"#, r#"{"question":"Who?","after":[1]}"#] {
        ask(&world, body).await.refuses(400);
    }
}

#[tokio::test]
async fn nonsense_before_a_question_changes_nothing() {
    let world = filled().await;
    for before in ["%00", "%22", "", "%3Cscript%3Ealert(1)%3C/script%3E", "%ff", &"a".repeat(600)] {
        let page = world.get(&format!("/ask?q=When+was+the+Harbour+Treaty+adopted%3F&after={before}")).await;
        page.shows("1 March 2029").hides("<script>alert");
    }
}
