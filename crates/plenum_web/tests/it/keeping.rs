//! Questions that are kept: only where the operator says so, for so long, at addresses that nobody can guess.

use crate::asking::{ask, fill, filled};
use crate::world::World;
use axum::body::Body;
use axum::http::Method;
use plenum_model::{DocumentFacts, PartialDate, Standing, Symbol};
use plenum_store::facts::Authority;
use plenum_store::questions::KeptQuestion;

const SHIPS: &str = "How many ships did the commission count in the northern harbour?";
const FORM: &str = "q=How+many+ships+did+the+commission+count+in+the+northern+harbour%3F";
const DAYS: u16 = 30;

async fn keeping() -> World {
    fill(World::that_keeps(DAYS).await).await
}

/// Asks by the form; gives where it is kept.
async fn kept(world: &World, form: &str) -> String {
    let reply = world.post("/questions", &[], form).await;
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text());
    reply.header("location").to_owned()
}

#[tokio::test]
async fn where_nothing_is_kept_all_is_as_before() {
    let world = filled().await;
    world
        .get("/ask")
        .await
        .shows("method=\"get\" action=\"/ask\"")
        .hides("ask__keeping")
        .hides("action=\"/questions\"");
    assert!(kept(&world, FORM).await.starts_with("/ask?q=How+many"));
    let asked = ask(&world, &format!(r#"{{"question":"{SHIPS}"}}"#)).await.json();
    assert_eq!(asked.get("kept"), None);
    world.get("/questions").await.refuses(405);
    world.get(&format!("/questions/{}", "a".repeat(32))).await.refuses(404);
}

#[tokio::test]
async fn a_kept_question_shows_its_answer_as_it_was_given() {
    let world = keeping().await;
    let address = kept(&world, FORM).await;
    let id = address.strip_prefix("/questions/").unwrap();
    assert!(id.len() == 32 && id.bytes().all(|b| b.is_ascii_hexdigit()), "{address}");
    let page = world.get(&address).await;
    page.shows(SHIPS).shows("The commission counted forty ships").shows("/d/A/1/2/en1/p/7?mark=22-81");
    page.shows("datetime=\"2027-01-15\"").shows("datetime=\"2027-02-14\"").shows("name=\"robots\" content=\"noindex\"");
    page.shows("still stands as it was");
    assert_eq!((page.header("x-robots-tag"), page.header("cache-control")), ("noindex", "no-store"));
    let json = world.get(&format!("{address}.json")).await.json();
    assert_eq!((json["asked_on"].as_str(), json["forgotten_on"].as_str()), (Some("2027-01-15"), Some("2027-02-14")));
    assert_eq!(json["answered"]["answer"][0]["citations"][0]["revision"], "en1");
    assert_eq!(json["since"][0]["newer"], serde_json::Value::Null);
    world.get(&format!("{address}.atom")).await.refuses(404);
}

#[tokio::test]
async fn nobody_finds_the_questions_of_others() {
    let world = keeping().await;
    let (one, other) = (kept(&world, FORM).await, kept(&world, FORM).await);
    let number = |address: &str| u128::from_str_radix(address.rsplit('/').next().unwrap(), 16).unwrap();
    // Two numbers of 128 bits of chance nearer than 64 bits are seen once in 2^63 tries.
    assert!(number(&one).abs_diff(number(&other)) > u128::from(u64::MAX), "{one} {other}");
    world.get("/questions").await.refuses(405);
    let nobody = ["1", "0", "../questions", "%00", "%27%20or%201=1", &one[11..42], &one[11..].to_uppercase()];
    for id in nobody.into_iter().filter(|id| *id != &one[11..]) {
        world.get(&format!("/questions/{id}")).await.refuses(404);
    }
    for place in ["/sitemap.txt", "/index.atom", "/library?q=ships", "/ask"] {
        world.get(place).await.hides(&one).hides(&other);
    }
    world.get("/robots.txt").await.shows("Disallow: /questions/");
}

#[tokio::test]
async fn a_citation_tells_what_became_of_its_paragraph() {
    let world = keeping().await;
    let address = kept(&world, FORM).await;
    let newer = "7. The weather was fine. The commission counted fifty ships in the northern harbour. It adjourned.";
    world.keep("A/1/2", "Report of the commission", "en", &[newer]).await;
    let mut facts = DocumentFacts::from_symbol(Symbol::parse("A/1/2").unwrap(), "Report of the commission");
    facts.standing = Standing::Adopted;
    world.store.declare(&[facts], Authority::Pack, "a pack", 2_000).await.unwrap();
    let page = world.get(&address).await;
    page.shows("counted forty ships").hides("fifty").shows("has changed since");
    page.shows("href=\"/d/A/1/2/en2/p/7\"").shows("standing now:");
    let json = world.get(&format!("{address}.json")).await.json();
    assert_eq!(json["since"][0]["newer"], "/d/A/1/2/en2/p/7");
    assert_eq!(json["since"][0]["standing"], "adopted");
}

#[tokio::test]
async fn an_entry_of_a_pack_tells_when_it_reads_otherwise() {
    let world = keeping().await;
    let address = kept(&world, "q=When+was+the+Harbour+Treaty+adopted%3F").await;
    world.get(&address).await.shows("1 March 2029").hides("reads otherwise");
    let mut facts = DocumentFacts::from_symbol(Symbol::parse("A/RES/1/2").unwrap(), "Harbour Treaty");
    facts.date = PartialDate::parse("2029-03-02").ok();
    facts.source = Some("a page".into());
    world.store.declare(&[facts], Authority::Pack, "a pack", 2_000).await.unwrap();
    world.follow().await;
    world.get(&address).await.shows("1 March 2029").shows("reads otherwise now");
}

#[tokio::test]
async fn a_refusal_is_kept_as_a_refusal() {
    let world = keeping().await;
    let address = kept(&world, "q=What+do+penguins+think+of+the+moon%3F").await;
    world.get(&address).await.shows("do not answer this").hides("still stands as it was");
    let wrong = kept(&world, "q=Who%3F&as-of=yesterday").await;
    assert_eq!(wrong, "/ask?q=Who%3F&as-of=yesterday", "what cannot be asked is not kept");
}

#[tokio::test]
async fn when_its_day_has_come_a_question_is_gone() {
    let world = keeping().await;
    let day = |text: &str| PartialDate::parse(text).unwrap();
    for (id, until) in [("a".repeat(32), "2027-01-15"), ("b".repeat(32), "2027-01-16")] {
        let (answer, asked_on) = (world.get(&format!("{}.json", kept(&world, FORM).await)).await, day("2026-12-16"));
        let answer = answer.json()["answered"].to_string();
        let (question, language) = (SHIPS.to_owned(), "en".to_owned());
        let one = KeptQuestion { id, question, language, answer, asked_on, forgotten_on: day(until) };
        world.store.keep_question(&one).await.unwrap();
    }
    world.get(&format!("/questions/{}", "a".repeat(32))).await.refuses(404);
    world.get(&format!("/questions/{}", "b".repeat(32))).await.shows(SHIPS);
}

#[tokio::test]
async fn programs_are_told_where_it_is_kept() {
    let world = keeping().await;
    let asked = ask(&world, &format!(r#"{{"question":"{SHIPS}"}}"#)).await.json();
    assert_eq!(asked["kept"]["until"], "2027-02-14", "{asked}");
    world.get(asked["kept"]["address"].as_str().unwrap()).await.shows(SHIPS);
    world.get("/openapi.json").await.shows("/questions/{id}.json");
}

#[tokio::test]
async fn before_one_asks_the_page_says_what_is_kept_and_how_long() {
    let world = keeping().await;
    let words = [
        ("en", "for 30 days"),
        ("fr", "pendant 30 jours"),
        ("es", "durante 30 días"),
        ("ru", "30 дней"),
        ("zh", "保留 30 天"),
        ("ar", "ask__keeping"),
    ];
    for (language, expected) in words {
        let page = world.get(&format!("/ask?ui={language}")).await;
        page.shows("ask__keeping").shows(expected).shows("method=\"post\" action=\"/questions\"");
    }
    // Following a link keeps nothing; it offers to.
    let page = world.get(&format!("/ask?{FORM}")).await;
    page.shows("counted forty ships").shows("Keep this answer").hides("href=\"/questions/");
    world.get(&format!("/ask/embed?{FORM}")).await.shows("counted forty ships").hides("/questions");
}

#[tokio::test]
async fn nothing_is_kept_of_who_asked() {
    let world = keeping().await;
    let headers = [
        ("user-agent", "Marmalade/7.3"),
        ("x-forwarded-for", "198.51.100.77"),
        ("referer", "http://plenum.test/zebra"),
    ];
    let reply = world.post("/questions", &headers, FORM).await;
    assert_eq!(reply.status.as_u16(), 303);
    let bytes = world.bytes();
    let holds = |words: &str| bytes.windows(words.len()).any(|part| part == words.as_bytes());
    assert!(holds("northern harbour?"), "the question is there");
    for personal in ["Marmalade", "198.51.100.77", "zebra"] {
        assert!(!holds(personal), "{personal}");
    }
}

#[tokio::test]
async fn other_sites_cannot_ask_for_a_reader() {
    let world = keeping().await;
    let form = ("content-type", "application/x-www-form-urlencoded");
    let strangers = [
        vec![form, ("sec-fetch-site", "cross-site")],
        vec![form, ("origin", "http://evil.test")],
        vec![form, ("origin", "null")],
        vec![form],
    ];
    for headers in strangers {
        world.send(Method::POST, "/questions", &headers, Body::from(FORM)).await.refuses(403);
    }
}

#[tokio::test]
async fn who_asks_without_end_is_answered_and_kept_no_more() {
    let world = keeping().await;
    for _ in 0..60 {
        assert!(kept(&world, "q=Who%3F").await.starts_with("/questions/"));
    }
    assert_eq!(kept(&world, "q=Who%3F").await, "/ask?q=Who%3F");
    let asked = ask(&world, r#"{"question":"Who?"}"#).await;
    assert_eq!((asked.status.as_u16(), asked.json().get("kept")), (200, None));
}
