//! The frame for other sites: it alone may be framed, and everything it does stays in it.

use crate::asking::filled;

/// The paths of all routes that answer a GET, read from the list of routes, so that none can be forgotten here.
fn shown() -> Vec<String> {
    let lines = include_str!("../../src/routes.rs").lines().filter(|line| line.trim_start().starts_with(".route("));
    let gets = lines.filter(|line| line.contains("get("));
    let path = |line: &str| line.split('"').nth(1).expect("a route's path is written out").to_owned();
    let places = [("{*address}", "A/1/2"), ("{slug}", "harbour"), ("{session}", "first"), ("{number}", "1")];
    let more = [("{id}", "1"), ("{token}", "t"), ("{name}", "mark.svg")];
    let fill = |path: String| places.iter().chain(&more).fold(path, |path, (place, value)| path.replace(place, value));
    gets.map(|line| fill(path(line))).collect()
}

#[tokio::test]
async fn no_address_but_one_may_be_framed_by_another_site() {
    let world = filled().await;
    let paths = shown();
    assert!(paths.len() > 50 && paths.contains(&"/ask/embed".to_owned()), "the list was not read: {paths:?}");
    for path in paths.iter().filter(|path| *path != "/ask/embed") {
        let policy = world.get(path).await.header("content-security-policy").to_owned();
        assert!(policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
    }
    // Also where it goes wrong inside the frame's own address.
    for path in ["/ask/embed/", "/ask/embed/x", "/ASK/EMBED", "/ask//embed"] {
        let policy = world.get(path).await.header("content-security-policy").to_owned();
        assert!(policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
    }
}

#[tokio::test]
async fn the_frame_keeps_to_itself() {
    let world = filled().await;
    let framed = world.get("/ask/embed?q=When+was+the+Harbour+Treaty+adopted%3F&ui=fr").await;
    let policy = framed.header("content-security-policy");
    assert!(policy.contains("frame-ancestors *") && policy.contains("form-action 'self'"), "{policy}");
    assert!(!policy.contains("script-src") && policy.contains("default-src 'none'"), "{policy}");
    assert_eq!(framed.header("x-frame-options"), "");
    // A frame's document is not a resource that a page reads: this header does not stop it, and keeps pages from reading it.
    assert_eq!(framed.header("cross-origin-resource-policy"), "same-origin");
    framed.hides("<script").shows("<form class=\"ask__form\" action=\"/ask/embed\"");
    let text = framed.text();
    for link in text.split("<a ").skip(1) {
        let tag = link.split('>').next().unwrap();
        assert!(tag.contains("target=\"_blank\"") && tag.contains("rel=\"noopener\""), "opens in the frame: {tag}");
    }
    for form in text.split("<form").skip(1) {
        assert!(!form.split('>').next().unwrap().contains("target="), "{form}");
    }
}
