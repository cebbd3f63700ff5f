//! What readers say of answers: sent by a form under the answer, read at the desk.

use crate::asking::{fill, filled};
use crate::world::{Reply, World};
use axum::body::Body;
use axum::http::Method;

const ASKED: &str = "/ask?q=How+many+ships+did+the+commission+count+in+the+northern+harbour%3F";

/// The value of a hidden field of a page.
fn field(page: &str, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    let (_, rest) = page.split_once(&start).unwrap_or_else(|| panic!("no {name} in {page}"));
    let value = rest.split('"').next().unwrap();
    value.replace("&#34;", "\"").replace("&#39;", "'").replace("&#60;", "<").replace("&#62;", ">").replace("&#38;", "&")
}

fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// The form as the page of an address has it, with more fields.
async fn form(world: &World, address: &str, more: &str) -> String {
    let page = world.get(address).await.text();
    format!("shown={}&seal={}&{more}", escaped(&field(&page, "shown")), field(&page, "seal"))
}

async fn say(world: &World, more: &str) -> Reply {
    let form = form(world, ASKED, more).await;
    world.post("/feedback", &[], &form).await
}

#[tokio::test]
async fn what_a_reader_says_is_read_at_the_desk_with_what_she_saw() {
    let world = filled().await;
    say(&world, "verdict=wrong&sentence=1&words=It+was+%3Cb%3Efifty.").await.leads_to("/feedback/sent");
    world.get("/feedback/sent").await.shows("Thank you").shows("noindex");
    world.get("/desk/feedback").await.refuses(403);
    let session = world.sign_in().await;
    let signed = [("cookie", session.as_str())];
    let desk = world.ask("/desk/feedback", &signed).await;
    desk.shows("How many ships did the commission count").shows("The commission counted forty ships");
    desk.shows("Of this sentence:").shows("/d/A/1/2/en1/p/7?mark=22-81").shows("fifty.").hides("<b>fifty");
    desk.shows("datetime=\"2027-01-15\"");
    world.ask("/desk/feedback?state=done", &signed).await.shows("Nothing is here");
}

#[tokio::test]
async fn what_is_done_leaves_the_desk_and_keeps_its_history() {
    let world = filled().await;
    say(&world, "verdict=useful").await.leads_to("/feedback/sent");
    let session = world.sign_in().await;
    let signed = [("cookie", session.as_str())];
    world.post("/desk/feedback/1", &signed, "act=done").await.leads_to("/desk/feedback");
    world.ask("/desk/feedback", &signed).await.shows("Nothing is here");
    world.ask("/desk/feedback?state=done", &signed).await.shows("How many ships").shows("class=\"history\"");
    world.post("/desk/feedback/1", &signed, "act=done").await.refuses(404);
    world.post("/desk/feedback/1", &signed, "act=reopen").await.leads_to("/desk/feedback?state=done");
    world.ask("/desk/feedback", &signed).await.shows("How many ships").shows("Opened again");
    for (path, form) in
        [("/desk/feedback/1", "act=burn"), ("/desk/feedback/9", "act=done"), ("/desk/feedback/x", "act=done")]
    {
        assert!(world.post(path, &signed, form).await.status.is_client_error(), "{path} {form}");
    }
}

#[tokio::test]
async fn the_form_says_what_is_kept_and_only_what_was_shown_is_taken() {
    let world = filled().await;
    let page = world.get(ASKED).await;
    page.shows("because you send them").shows("maxlength=\"500\"").shows("action=\"/feedback\"");
    world.get("/ask").await.hides("action=\"/feedback\"");
    world.get(&ASKED.replace("/ask", "/ask/embed")).await.hides("action=\"/feedback\"");
    for wrong in [
        "verdict=perhaps",
        "verdict=wrong&sentence=2",
        "verdict=wrong&sentence=0",
        "verdict=wrong&sentence=-1",
        &format!("verdict=wrong&words={}", "a".repeat(501)),
    ] {
        say(&world, wrong).await.refuses(400);
    }
    let page = page.text();
    let forged = field(&page, "shown").replace("forty", "fifty");
    let form = format!("shown={}&seal={}&verdict=wrong", escaped(&forged), field(&page, "seal"));
    world.post("/feedback", &[], &form).await.refuses(400);
    let session = world.sign_in().await;
    world.ask("/desk/feedback", &[("cookie", session.as_str())]).await.shows("Nothing is here");
}

#[tokio::test]
async fn other_sites_floods_and_heaps_are_refused() {
    let world = filled().await;
    let good = form(&world, ASKED, "verdict=useful").await;
    let kind = ("content-type", "application/x-www-form-urlencoded");
    for headers in
        [vec![kind], vec![kind, ("sec-fetch-site", "cross-site")], vec![kind, ("origin", "http://evil.test")]]
    {
        world.send(Method::POST, "/feedback", &headers, Body::from(good.clone())).await.refuses(403);
    }
    let heap = format!("{good}&words={}", "a".repeat(200_000));
    world.post("/feedback", &[], &heap).await.refuses(413);
    for _ in 0..9 {
        world.post("/feedback", &[], &good).await.leads_to("/feedback/sent");
    }
    let refused = world.post("/feedback", &[], &good).await;
    assert!(matches!(refused.status.as_u16(), 303 | 429), "{}", refused.status);
    let refused = world.post("/feedback", &[], &good).await;
    refused.refuses(429);
    assert!(!refused.header("retry-after").is_empty());
}

#[tokio::test]
async fn a_refusal_and_a_kept_answer_can_be_spoken_of_too() {
    let world = fill(World::that_keeps(30).await).await;
    let refused = form(&world, "/ask?q=What+do+penguins+think+of+the+moon%3F", "verdict=wrong").await;
    world.post("/feedback", &[], &refused).await.leads_to("/feedback/sent");
    let kept =
        world.post("/questions", &[], "q=When+was+the+Harbour+Treaty+adopted%3F").await.header("location").to_owned();
    let id = kept.strip_prefix("/questions/").unwrap();
    let form = form(&world, &kept, &format!("verdict=useful&kept={id}")).await;
    world.post("/feedback", &[], &form).await.leads_to("/feedback/sent");
    let session = world.sign_in().await;
    let desk = world.ask("/desk/feedback", &[("cookie", session.as_str())]).await;
    desk.shows("The question was not answered").shows(&format!("href=\"{kept}\"")).shows("1 March 2029");
}
