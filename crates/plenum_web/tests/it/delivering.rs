//! Languages, themes, tags, compression, and the headers that protect.

use crate::world::World;
use axum::body::Body;
use axum::http::Method;

#[tokio::test]
async fn the_interface_speaks_the_readers_language() {
    let world = World::new().await;
    let arabic = world.get("/?ui=ar").await;
    arabic.shows("<html lang=\"ar\" dir=\"rtl\"");
    assert_eq!(arabic.header("content-language"), "ar");
    assert!(arabic.header("set-cookie").starts_with("language=ar;"), "it lasts: {}", arabic.header("set-cookie"));
    world.ask("/", &[("accept-language", "ru, en;q=0.5")]).await.shows("<html lang=\"ru\"");
    let french = world.ask("/", &[("accept-language", "ru"), ("cookie", "language=fr; theme=dark")]).await;
    french.shows("<html lang=\"fr\"").shows("dark");
    assert!(french.header("vary").contains("Accept-Language") && french.header("vary").contains("Cookie"));
    assert_eq!(french.header("set-cookie"), "");
    world.get("/?ui=%3Cb%3E").await.shows("<html lang=\"en\"");
}

#[tokio::test]
async fn preferences_are_kept_and_lead_back_to_a_page_of_ours_only() {
    let world = World::new().await;
    let reply = world.post("/preferences", &[], "theme=dark&language=ar&back=/library?q=a").await;
    reply.leads_to("/library?q=a");
    let cookies: Vec<_> = reply.headers.get_all("set-cookie").iter().map(|value| value.to_str().unwrap()).collect();
    assert!(cookies.iter().any(|cookie| cookie.starts_with("theme=dark;")));
    assert!(cookies.iter().all(|cookie| cookie.contains("HttpOnly") && cookie.contains("SameSite")));
    for back in ["https://evil.test", "//evil.test", "/%5Cevil.test", "/%0d%0aset-cookie:x=y", "javascript:alert(1)"] {
        world.post("/preferences", &[], &format!("theme=dark&back={back}")).await.leads_to("/");
    }
    let odd = world.post("/preferences", &[], "theme=%22%3E&language=%0d%0ax").await;
    assert!(odd.header("set-cookie").starts_with("theme=system;"));
    world.post("/preferences", &[("sec-fetch-site", "cross-site")], "theme=dark").await.refuses(403);
}

#[tokio::test]
async fn a_page_that_did_not_change_is_not_sent_again() {
    let world = World::new().await;
    world.keep("A/1/2", "A report", "en", &["1. Words."]).await;
    let first = world.get("/d/A/1/2").await;
    let tag = first.header("etag").to_owned();
    let again = world.ask("/d/A/1/2", &[("if-none-match", &tag)]).await;
    assert_eq!((again.status.as_u16(), again.bytes.len()), (304, 0));
    assert_eq!(again.header("etag"), tag);
    world.keep("A/1/2", "A report", "en", &["1. Other words."]).await;
    world.ask("/d/A/1/2", &[("if-none-match", &tag)]).await.shows("Other words.");
}

#[tokio::test]
async fn pages_come_compressed_as_the_reader_takes_them() {
    let world = World::new().await;
    world.keep("A/1/2", "A report", "en", &["1. Words."]).await;
    let plain = world.get("/d/A/1/2").await.bytes;
    for (accepted, coding) in [("gzip", "gzip"), ("gzip, br", "br"), ("br;q=0", "")] {
        for _ in 0..2 {
            let reply = world.ask("/d/A/1/2", &[("accept-encoding", accepted)]).await;
            assert_eq!(reply.header("content-encoding"), coding);
            assert_eq!(reply.bytes.len() < plain.len(), !coding.is_empty());
        }
    }
}

#[tokio::test]
async fn a_head_tells_what_a_get_would() {
    let world = World::new().await;
    let get = world.get("/help").await;
    let head = world.send(Method::HEAD, "/help", &[], Body::empty()).await;
    assert_eq!((head.status.as_u16(), head.bytes.len()), (200, 0));
    assert_eq!(head.header("content-length"), get.bytes.len().to_string());
    assert_eq!(head.header("etag"), get.header("etag"));
}

#[tokio::test]
async fn every_answer_is_protected() {
    let world = World::new().await;
    world.keep("A/1/2", "A report", "en", &["1. Words."]).await;
    let pages = [
        "/",
        "/library?q=a",
        "/d/A/1/2",
        "/d/A/1/2.json",
        "/d/A/1/2.atom",
        "/nowhere",
        "/nowhere.json",
        "/upload",
        "/api",
    ];
    for page in pages {
        let reply = world.get(page).await;
        let policy = reply.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self';"), "{page}: {policy}");
        assert!(policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"), "{page}");
        assert!(!policy.contains("unsafe"), "{page}");
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{page}");
        assert_eq!(reply.header("referrer-policy"), "same-origin", "{page}");
        assert_eq!(reply.header("cross-origin-opener-policy"), "same-origin", "{page}");
        assert!(reply.header("permissions-policy").contains("camera=()"), "{page}");
    }
}

#[tokio::test]
async fn assets_may_be_kept_for_ever() {
    let world = World::new().await;
    for path in plenum_pages::assets::paths() {
        let asset = world.ask(path, &[("accept-encoding", "br")]).await;
        assert_eq!(asset.refuses(200).header("cache-control"), "public, max-age=31536000, immutable");
    }
    world.get("/assets/none.css").await.refuses(404);
}
