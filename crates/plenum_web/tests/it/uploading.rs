//! Bringing in a file: who may, what is shown, what is refused, and that nothing is half kept.

use crate::world::{TOKEN, UPLOAD_BYTES, World};
use axum::body::Body;
use axum::http::Method;

const FACTS: &str = "symbol=A/9/9&title=Brought+in&language=en&date=2025-07&kind=report&standing=official";

#[tokio::test]
async fn a_file_is_read_shown_put_right_and_published() {
    let world = World::new().await;
    let session = world.sign_in().await;
    let signed = [("cookie", session.as_str())];
    let sent = world.upload(&signed, "paper.txt", b"1. Brought words.\ntrouble: Numbers go backwards.").await;
    sent.leads_to("/upload/1");
    let review = world.ask("/upload/1", &signed).await;
    review.shows("Brought words.").shows("Numbers go backwards.").shows("Look at the original.").shows("paper.txt");
    assert_eq!(review.header("cache-control"), "no-store");
    assert_eq!(world.holds().await, (0, 0), "nothing before publishing");
    let original = world.ask("/upload/1/original", &signed).await;
    assert!(original.shows("Brought words.").header("content-disposition").starts_with("attachment"));
    world.post("/upload/1/publish", &signed, FACTS).await.leads_to("/d/A/9/9/en1");
    world.get("/d/A/9/9").await.shows("Brought in").shows("Brought words.");
    assert_eq!(world.holds().await, (1, 1));
    world.ask("/upload/1", &signed).await.refuses(404);
    world.follow().await;
    world.get("/library?q=brought").await.shows("/d/A/9/9/en1/p/1");
}

#[tokio::test]
async fn a_published_document_is_seen_at_once_though_its_absence_was_kept() {
    let world = World::new().await;
    world.get("/").await.hides("Brought in");
    let session = world.sign_in().await;
    let signed = [("cookie", session.as_str())];
    world.upload(&signed, "paper.txt", b"1. Words.").await.leads_to("/upload/1");
    world.post("/upload/1/publish", &signed, FACTS).await.leads_to("/d/A/9/9/en1");
    world.get("/").await.shows("Brought in");
}

#[tokio::test]
async fn facts_that_cannot_be_are_put_right_first() {
    let world = World::new().await;
    let session = world.sign_in().await;
    let signed = [("cookie", session.as_str())];
    world.upload(&signed, "paper.txt", b"1. Words.").await.leads_to("/upload/1");
    for facts in [
        "",
        "symbol=../x&title=a&language=en",
        "symbol=A/1&title=&language=en",
        "symbol=A/1&title=a&language=!",
        "symbol=A/1&title=a&language=en&date=soon",
        "symbol=A/1&title=a&language=en&source=javascript:alert(1)",
        "symbol=A/1&title=a&language=en&process=../x",
    ] {
        world.post("/upload/1/publish", &signed, facts).await.refuses(422);
    }
    assert_eq!(world.holds().await, (0, 0));
    world.post("/upload/1/discard", &signed, "").await.leads_to("/upload");
    world.ask("/upload/1", &signed).await.refuses(404);
}

#[tokio::test]
async fn a_list_waits_as_several() {
    let world = World::new().await;
    let session = world.sign_in().await;
    let signed = [("cookie", session.as_str())];
    world.upload(&signed, "posts.json", b"1. One.\n---\n1. Two.").await.leads_to("/upload");
    world.ask("/upload", &signed).await.shows("/upload/1").shows("/upload/2");
}

#[tokio::test]
async fn without_the_token_nothing_is_taken() {
    let world = World::new().await;
    world.get("/upload").await.shows("type=\"password\"").hides("type=\"file\"");
    world.upload(&[], "paper.txt", b"1. Words.").await.refuses(403);
    for forged in ["session=", "session=1.2", "session=admin", "session=ffffffffffff.00"] {
        world.upload(&[("cookie", forged)], "paper.txt", b"1. Words.").await.refuses(403);
        world.ask("/upload/1", &[("cookie", forged)]).await.refuses(403);
        world.ask("/upload/1/original", &[("cookie", forged)]).await.refuses(403);
        world.post("/upload/1/publish", &[("cookie", forged)], FACTS).await.refuses(403);
        world.post("/upload/1/discard", &[("cookie", forged)], "").await.refuses(403);
    }
    assert_eq!(world.holds().await, (0, 0));
}

#[tokio::test]
async fn a_wrong_token_is_told_so_and_guessing_is_slowed_down() {
    let world = World::new().await;
    let wrong = world.post("/upload/token", &[], "token=guess").await;
    wrong.refuses(403);
    assert_eq!(wrong.header("set-cookie"), "");
    for _ in 0..9 {
        world.post("/upload/token", &[], "token=guess").await.refuses(403);
    }
    let slowed = world.post("/upload/token", &[], &format!("token={TOKEN}")).await;
    assert!(!slowed.refuses(429).header("retry-after").is_empty());
}

#[tokio::test]
async fn the_session_is_for_this_site_alone() {
    let world = World::new().await;
    let reply = world.post("/upload/token", &[], &format!("token={TOKEN}")).await;
    let cookie = reply.header("set-cookie");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && !cookie.contains(TOKEN), "{cookie}");
}

#[tokio::test]
async fn another_sites_page_cannot_post() {
    let world = World::new().await;
    let session = world.sign_in().await;
    for (name, value) in [("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site")] {
        let headers = [("cookie", session.as_str()), (name, value)];
        world.upload(&headers, "paper.txt", b"1. Words.").await.refuses(403);
        world.post("/upload/1/publish", &headers, FACTS).await.refuses(403);
        world.post("/upload/token", &headers, &format!("token={TOKEN}")).await.refuses(403);
    }
    let foreign = [
        ("cookie", session.as_str()),
        ("origin", "http://evil.test"),
        ("content-type", "application/x-www-form-urlencoded"),
    ];
    world.send(Method::POST, "/upload/1/discard", &foreign, Body::empty()).await.refuses(403);
    let silent = [("cookie", session.as_str()), ("content-type", "application/x-www-form-urlencoded")];
    world.send(Method::POST, "/upload/1/discard", &silent, Body::empty()).await.refuses(403);
}

#[tokio::test]
async fn a_program_may_send_the_token_itself() {
    let world = World::new().await;
    let bearer = format!("Bearer {TOKEN}");
    world.upload(&[("authorization", &bearer)], "paper.txt", b"1. Words.").await.leads_to("/upload/1");
    world.upload(&[("authorization", "Bearer guess")], "paper.txt", b"1. Words.").await.refuses(403);
}

#[tokio::test]
async fn a_file_that_is_too_large_is_told_so_and_not_kept() {
    let world = World::new().await;
    let session = world.sign_in().await;
    let signed = [("cookie", session.as_str())];
    for size in [UPLOAD_BYTES + 1, UPLOAD_BYTES + 200_000] {
        world.upload(&signed, "large.txt", &vec![b'a'; size]).await.refuses(413).hides("/upload/1");
    }
    world.upload(&signed, "fits.txt", &vec![b'a'; UPLOAD_BYTES]).await.leads_to("/upload/1");
}

#[tokio::test]
async fn a_file_that_cannot_be_read_is_told_so_and_not_kept() {
    let world = World::new().await;
    let session = world.sign_in().await;
    let signed = [("cookie", session.as_str())];
    for bytes in [&b""[..], b"\0\0\0"] {
        let reply = world.upload(&signed, "odd.bin", bytes).await;
        reply.refuses(415);
        assert!(reply.text().contains("format is not known") && reply.text().contains("Bring a PDF."));
    }
    world.ask("/upload", &signed).await.hides("/upload/1");
    assert_eq!(world.holds().await, (0, 0));
}

#[tokio::test]
async fn what_is_no_form_of_ours_is_refused() {
    let world = World::new().await;
    let session = world.sign_in().await;
    let send = async |kind: &str, body: String| {
        let headers = [("cookie", session.as_str()), ("origin", crate::world::ORIGIN), ("content-type", kind)];
        world.send(Method::POST, "/upload", &headers, Body::from(body)).await
    };
    let parts = "--edge\r\ncontent-disposition: form-data; name=\"x\"\r\n\r\n1\r\n".repeat(200) + "--edge--\r\n";
    send("multipart/form-data; boundary=edge", parts).await.refuses(400);
    send("multipart/form-data; boundary=edge", "--edge\r\nbroken".into()).await.refuses(400);
    send("multipart/form-data", String::new()).await.refuses(400);
    send("text/plain", "1. Words.".into()).await.refuses(400);
}

#[tokio::test]
async fn a_panic_while_reading_is_a_fault_without_its_cause() {
    let world = World::new().await;
    let session = world.sign_in().await;
    let signed = [("cookie", session.as_str())];
    world.upload(&signed, "paper.txt", b"secret cause").await.refuses(500).hides("secret cause");
    world.upload(&signed, "paper.txt", b"1. Words.").await.leads_to("/upload/1");
}

#[tokio::test]
async fn a_files_name_is_words_and_nothing_else() {
    let world = World::new().await;
    let session = world.sign_in().await;
    let signed = [("cookie", session.as_str())];
    world.upload(&signed, "../../<b>x.txt", b"1. Words.").await.leads_to("/upload/1");
    world.ask("/upload/1", &signed).await.refuses(200).hides("<b>x");
    world.ask("/upload", &signed).await.refuses(200).hides("<b>x");
    let original = world.ask("/upload/1/original", &signed).await;
    assert!(!original.header("content-disposition").contains(".."));
}
