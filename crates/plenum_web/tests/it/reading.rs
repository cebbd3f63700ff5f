//! Documents and paragraphs are read, cited, followed and found under old addresses.

use crate::world::{ORIGIN, World};

#[tokio::test]
async fn a_paragraph_is_shown_in_its_context_with_its_citation() {
    let world = World::new().await;
    world.keep("A/1/2", "A report", "en", &["1. First words.", "2. Second words.", "3. Third words."]).await;
    let reply = world.get("/d/A/1/2/en1/p/2").await;
    reply.shows("First words.").shows("Second words.").shows("Third words.").shows("(A/1/2, para 2)");
    reply.shows(&format!("{ORIGIN}/d/A/1/2/en1/p/2")).shows("application/ld+json");
    let json = world.get("/d/A/1/2/en1/p/2.json").await.json();
    assert_eq!(json["paragraph"]["text"], "Second words.");
    assert_eq!(json["citation"]["link"], format!("{ORIGIN}/d/A/1/2/en1/p/2"));
}

#[tokio::test]
async fn a_document_is_a_page_json_a_feed_and_akoma_ntoso() {
    let world = World::new().await;
    world.keep("A/1/2", "A report", "en", &["1. First words."]).await;
    world
        .get("/d/A/1/2")
        .await
        .shows("A report")
        .shows("First words.")
        .shows("/d/A/1/2.json")
        .shows("/d/A/1/2/en1/file");
    let json = world.get("/d/A/1/2.json").await.json();
    assert_eq!((json["symbol"].as_str(), json["revision"].as_str()), (Some("A/1/2"), Some("en1")));
    assert_eq!(json["paragraphs"][0]["address"], "/d/A/1/2/en1/p/1");
    assert_eq!(json["paragraphs"][0]["number"], "1");
    world.get("/d/A/1/2.atom").await.shows("http://www.w3.org/2005/Atom").shows("/d/A/1/2/en1");
    let xml = world.get("/d/A/1/2/en1.xml").await;
    xml.shows("<akomaNtoso>A/1/2</akomaNtoso>");
    assert_eq!(xml.header("content-type"), "application/xml; charset=utf-8");
}

#[tokio::test]
async fn a_symbol_in_another_case_leads_to_its_spelling() {
    let world = World::new().await;
    world.keep("A/AC.1/CRP.1", "A draft", "en", &["1. Words."]).await;
    world.get("/d/a/ac.1/crp.1").await.leads_to("/d/A/AC.1/CRP.1");
    world.get("/d/a/ac.1/crp.1.json?x=1").await.leads_to("/d/A/AC.1/CRP.1.json?x=1");
    world.get("/d/a/ac.1/crp.1/p/1").await.leads_to("/d/A/AC.1/CRP.1/p/1");
}

#[tokio::test]
async fn an_old_address_leads_to_where_the_words_are_now() {
    let world = World::new().await;
    world.keep("A/1/2", "A report", "en", &["1. Kept words.", "2. Old words."]).await;
    world.get("/d/A/1/2/p/1").await.leads_to("/d/A/1/2/en1/p/1");
    world.get("/d/A/1/2/en1/p/1").await.shows("Kept words.");
    world.keep("A/1/2", "A report", "en", &["1. Kept words.", "2. New words."]).await;
    world.get("/d/A/1/2/p/1").await.leads_to("/d/A/1/2/en2/p/1");
    world.get("/d/A/1/2/en1/p/1").await.leads_to("/d/A/1/2/en2/p/1");
    world.get("/d/A/1/2/en1/p/2").await.shows("Old words.");
    world.get("/d/A/1/2/en2/p/2").await.shows("New words.");
    world.get("/d/A/1/2/en1").await.shows("Old words.").shows("/d/A/1/2/en2");
}

#[tokio::test]
async fn who_names_a_document_is_shown_with_it() {
    let world = World::new().await;
    world.keep("A/1/2", "A report", "en", &["1. Words."]).await;
    world.keep("A/3/4", "Another", "en", &["7. Recalls @A/1/2 and @nothing."]).await;
    world.get("/d/A/1/2").await.shows("/d/A/3/4/en1/p/7");
    world.get("/d/A/3/4").await.shows("href=\"/d/A/1/2\"");
    assert_eq!(world.get("/d/A/1/2.json").await.json()["cited_by_total"], 1);
}

#[tokio::test]
async fn the_file_can_be_had_as_it_came_and_runs_nowhere() {
    let world = World::new().await;
    world.keep("A/1/2", "A report", "en", &["1. Words."]).await;
    let file = world.get("/d/A/1/2/en1/file").await;
    file.shows("Words.");
    assert!(file.header("content-disposition").starts_with("attachment; filename=\"as came.txt\""));
    assert!(file.header("content-security-policy").ends_with("sandbox"));
    assert_eq!(file.header("x-content-type-options"), "nosniff");
}

#[tokio::test]
async fn a_long_document_comes_in_parts() {
    let world = World::new().await;
    let lines: Vec<String> = (1..=300).map(|n| format!("{n}. {}", "Words of a long report. ".repeat(40))).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    world.keep("A/1/2", "Long", "en", &lines).await;
    let first = world.ask("/d/A/1/2", &[("accept-encoding", "br")]).await;
    assert!(first.bytes.len() < 50_000, "{} bytes", first.bytes.len());
    world.get("/d/A/1/2").await.shows("id=\"p1\"").hides("id=\"p300\"").shows("/d/A/1/2?part=2");
    world.get("/d/A/1/2?at=300").await.shows("id=\"p300\"").hides("id=\"p1\"");
    world.get("/d/A/1/2?part=999").await.shows("id=\"p300\"");
}

#[tokio::test]
async fn an_unknown_symbol_names_what_is_near() {
    let world = World::new().await;
    world.keep("A/80/257", "A report", "en", &["1. Words."]).await;
    let reply = world.get("/d/A/80/275").await;
    reply.refuses(404);
    assert!(reply.text().contains("/d/A/80/257"), "{}", reply.text());
    let json = world.get("/d/A/80/275.json").await;
    assert_eq!(json.refuses(404).json()["error"]["nearby"][0]["address"], "/d/A/80/257");
    let paragraph = world.get("/d/A/80/257/en1/p/99").await;
    assert!(paragraph.refuses(404).text().contains("/d/A/80/257"));
    world.get("/d/A/80/257/fr1").await.refuses(404);
}

#[tokio::test]
async fn the_house_answers_for_itself() {
    let world = World::new().await;
    world.keep("A/1/2", "A report", "en", &["1. Words."]).await;
    world.get("/").await.shows("A report");
    assert_eq!(world.get("/index.json").await.json()["documents"], 1);
    world.get("/index.atom").await.shows("<feed");
    world.get("/processes").await.shows("<h1");
    assert_eq!(world.get("/processes.json").await.json(), serde_json::json!([]));
    world.get("/processes.atom").await.shows("<feed");
    world.get("/processes/none").await.refuses(404);
    world.get("/status").await.shows("SQLite");
    assert_eq!(world.get("/status.json").await.json()["indexed_paragraphs"], 1);
    world.get("/help").await.shows("<h1");
    world.get("/api").await.shows("/library.json");
    world.get("/healthz").await.shows("ok");
    world.get("/robots.txt").await.shows("Disallow: /upload");
    world.get("/sitemap.txt").await.shows(&format!("{ORIGIN}/d/A/1/2\n"));
}

#[tokio::test]
async fn every_address_described_without_a_blank_to_fill_answers() {
    let world = World::new().await;
    let description = world.get("/openapi.json").await.json();
    assert_eq!(description["openapi"].as_str().map(|version| &version[..3]), Some("3.1"));
    let paths = description["paths"].as_object().unwrap();
    assert!(paths.len() > 10);
    let is_read = |(path, item): &(&String, &serde_json::Value)| !path.contains('{') && item.get("get").is_some();
    for (path, _) in paths.iter().filter(is_read) {
        world.get(path).await.refuses(200);
    }
}

#[tokio::test]
async fn a_file_of_the_same_text_in_another_format_is_linked_and_handed_out() {
    let world = World::new().await;
    let keep = async |format, line| world.keep_from(format, "A/80/257", "A report", "en", &[line]).await;
    keep("docx", "1. First words.").await;
    let pdf = keep("pdf", "1. First wo rds.").await;
    let address = format!("/d/A/80/257/en1/file?sha256={pdf}");
    world.get("/d/A/80/257").await.shows(&address);
    let json = world.get("/d/A/80/257.json").await.json();
    assert_eq!(
        (json["other_files"][0]["format"].as_str(), json["other_files"].as_array().unwrap().len()),
        (Some("pdf"), 1)
    );
    assert_eq!(json["other_files"][0]["address"], address);
    // On a paragraph's page the original is the file that knows pages, shown in place.
    world.get("/d/A/80/257/en1/p/1").await.shows(&format!("{address}&#38;inline=1"));
    let shown = world.get(&format!("{address}&inline=1")).await;
    assert!(shown.header("content-disposition").starts_with("inline") && shown.bytes.starts_with(b"%PDF"));
    let other = "0".repeat(64);
    world.get(&format!("/d/A/80/257/en1/file?sha256={other}")).await.refuses(404);
}

#[tokio::test]
async fn other_words_are_shown_with_what_was_removed_and_added() {
    let world = World::new().await;
    world.keep("A/80/257", "A report", "en", &["1. States should meet."]).await;
    world.keep("A/80/257", "A report", "en", &["1. States shall meet."]).await;
    let page = world.get("/d/A/80/257/en2/p/1").await;
    page.shows("<del><span class=\"hidden\" lang=\"en\">removed: </span>States should meet.<span");
    page.shows("<ins><span class=\"hidden\" lang=\"en\">added: </span>States shall meet.<span");
    // From the earlier version the later is seen the same way about.
    world.get("/d/A/80/257/en1/p/1").await.shows("removed: </span>States should meet.");
}
