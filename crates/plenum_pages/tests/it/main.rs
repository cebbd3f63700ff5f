//! Every page, in six languages, from an invented sample.

#![allow(clippy::unwrap_used, reason = "a panic in a test is a failure with its place")]

mod asked;
mod asking;
mod digests;
mod meetings;
mod observatory;
mod pages;
mod sample;
mod votes;

use plenum_model::language::UN_SIX;
use plenum_pages::{Template, Theme, assets};
use std::path::Path;

/// Also lays the pages and their assets in `target/tmp/pages`, where a browser can be pointed at them.
#[test]
fn every_page_is_written_in_every_language() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages");
    std::fs::create_dir_all(folder.join("assets")).expect("the folder can be made");
    for path in assets::paths() {
        let asset = plenum_pages::asset(path).expect("its path is its own");
        std::fs::write(folder.join(path.trim_start_matches('/')), asset.bytes).expect("the folder can be written");
    }
    for lang in UN_SIX {
        let suggestions = pages::suggestions(lang).render().expect("a sample renders");
        assert!(!suggestions.contains('\u{2047}'));
        std::fs::write(folder.join(format!("suggestions.{lang}.html")), suggestions)
            .expect("the folder can be written");
        for (name, html) in pages::all(lang, Theme::System) {
            assert!(html.contains(&format!("<html lang=\"{lang}\"")), "{name} in {lang}");
            assert!(!html.contains('\u{2047}'), "{name} in {lang} lacks a word");
            assert!(!html.contains("style=") && !html.contains(" onclick="), "{name} has style or script inside");
            assert_eq!(html.matches("<h1").count(), 1, "{name} has one first heading");
            assert_eq!(html.matches("<main").count(), 1, "{name} has one main part");
            std::fs::write(folder.join(format!("{name}.{lang}.html")), html).expect("the folder can be written");
        }
    }
}

#[test]
fn a_hundred_paragraphs_are_written_quickly() {
    let page = pages::document("en", Theme::System, 100);
    let mut times: Vec<u128> = Vec::new();
    let mut length = 0;
    for _ in 0..50 {
        let start = std::time::Instant::now();
        length = page.render().expect("a sample renders").len();
        times.push(start.elapsed().as_micros());
    }
    times.sort_unstable();
    eprintln!("{length} bytes in {} µs (median)", times[25]);
    // Unoptimised and on a busy machine; the release figure is a tenth of it.
    assert!(times[25] < 30_000, "{} µs", times[25]);
}

#[test]
fn nothing_a_document_says_can_leave_its_place() {
    use plenum_pages::feed::{Feed, FeedEntry};
    use plenum_pages::parts::Quoted;
    // The sample's JSON-LD tries to end its element.
    for (name, html) in pages::all("en", Theme::System) {
        assert!(!html.contains("</script><b>"), "{name}");
    }
    let entry = FeedEntry {
        title: Quoted::new("A <b> & \"B\"", "und"),
        address: "http://x/d/A/1?a=1&b=2".into(),
        updated: "2026-11-22T00:00:00Z".into(),
        published: None,
        author: Some("<script>".into()),
        standing: "adopted",
        summary: Quoted::new("]]> &amp;", "en"),
    };
    let feed = Feed {
        title: "T".into(),
        lang: "en".into(),
        address: "http://x/library.atom".into(),
        page: "http://x/library".into(),
        updated: "2026-11-22T00:00:00Z".into(),
        entries: vec![entry],
    };
    let xml = feed.render().expect("a sample renders");
    assert!(xml.starts_with("<?xml"));
    assert!(!xml.contains("<b>") && !xml.contains("<script>") && !xml.contains("a=1&b=2"), "{xml}");
}
