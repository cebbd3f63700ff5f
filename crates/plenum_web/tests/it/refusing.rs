//! What strangers try: marks in texts, paths that climb, addresses without end, causes that should stay here.

use crate::world::World;
use axum::body::Body;
use axum::http::Method;

const MARKS: &str = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)></script><!--";

#[tokio::test]
async fn marks_in_a_text_stay_words() {
    let world = World::new().await;
    world.keep("A/1/2", MARKS, "en", &[&format!("1. {MARKS}"), "2. Plain words."]).await;
    world.keep("A/3/4", "Names it", "en", &[&format!("1. See @A/1/2 {MARKS}")]).await;
    let pages = [
        "/",
        "/library",
        "/library?q=alert",
        "/library/suggest?q=alert",
        "/d/A/1/2",
        "/d/A/1/2/en1/p/1",
        "/d/A/3/4",
        "/d/A/1/2/en1/p/2",
    ];
    for page in pages {
        world.get(page).await.refuses(200).hides("<script>alert").hides("<img").hides("<!--");
    }
    for feed in ["/index.atom", "/library.atom?q=alert", "/d/A/1/2.atom"] {
        world.get(feed).await.refuses(200).hides("<script").hides("<img");
    }
}

#[tokio::test]
async fn marks_in_a_question_stay_words() {
    let world = World::new().await;
    let typed = "%3Cscript%3Ealert(1)%3C/script%3E%22%3E%3Cimg%3E";
    for page in
        [format!("/library?q={typed}"), format!("/library?process={typed}"), format!("/library/suggest?q={typed}")]
    {
        world.get(&page).await.refuses(200).hides("<script>alert").hides("<img");
    }
    for page in
        [format!("/d/{typed}"), format!("/{typed}"), format!("/d/A/1/2/p/{typed}"), format!("/processes/{typed}")]
    {
        world.get(&page).await.refuses(404).hides("<script>alert").hides("<img");
    }
}

#[tokio::test]
async fn the_description_for_search_engines_cannot_end_its_element() {
    let world = World::new().await;
    world.keep("A/1/2", "</script><b>", "en", &["1. </script><b>&"]).await;
    for page in ["/d/A/1/2", "/d/A/1/2/en1/p/1"] {
        let text = world.get(page).await.text();
        let start = text.find("application/ld+json").unwrap();
        let rest = &text[text[start..].find('>').unwrap() + start + 1..];
        let data = &rest[..rest.find("</script>").unwrap()];
        let value: serde_json::Value = serde_json::from_str(data).unwrap();
        assert!(value.to_string().contains("</script><b>"), "{data}");
    }
}

#[tokio::test]
async fn no_path_climbs_out() {
    let world = World::new().await;
    let paths = [
        "/assets/../Cargo.toml",
        "/assets/..%2f..%2fCargo.toml",
        "/assets/%2e%2e%2fplenum.sqlite",
        "/d/../../etc/passwd",
        "/d/..%2f..%2fetc/passwd",
        "/d/A/1/2/en1/file/../../x",
        "/d/%00",
        "/d/A%2f..%2f..%2fetc/en1/file",
        "/processes/../x",
        "/processes/..%2f..%2fetc",
    ];
    for path in paths {
        world.get(path).await.refuses(404);
    }
}

#[tokio::test]
async fn what_is_too_long_or_of_another_kind_is_refused() {
    let world = World::new().await;
    world.get(&format!("/library?q={}", "a".repeat(9_000))).await.refuses(404);
    world.send(Method::POST, "/library", &[], Body::empty()).await.refuses(405);
    world.send(Method::DELETE, "/d/A/1/2", &[], Body::empty()).await.refuses(405);
    let json = world.get("/none.json").await;
    assert_eq!(json.refuses(404).json()["error"]["status"], 404);
    assert_eq!(json.header("content-type"), "application/json");
    let form = "theme=".to_owned() + &"a".repeat(100_000);
    world.post("/preferences", &[], &form).await.refuses(413);
    world.get("/d/%ff%fe").await.refuses(400);
}

#[tokio::test]
async fn a_broken_database_says_nothing_of_itself() {
    let world = World::new().await;
    world.store.close().await;
    for page in ["/", "/d/A/1/2", "/processes", "/index.json"] {
        world.get(page).await.refuses(500).hides("sqlite").hides("SQLite").hides("pool").hides("select");
    }
}
