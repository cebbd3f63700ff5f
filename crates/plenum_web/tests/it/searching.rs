//! Searching: with a form, as JSON, as a feed, while typing.

use crate::world::World;

async fn filled() -> World {
    let world = World::new().await;
    world.keep("A/RES/1/2", "Adopted text", "en", &["1. States share points of contact.", "2. Other matters."]).await;
    world.keep("A/1/2", "A report", "en", &["5. Again the points of contact."]).await;
    world
}

#[tokio::test]
async fn words_are_found_and_marked() {
    let world = filled().await;
    let page = world.get("/library?q=contact").await;
    page.shows("/d/A/RES/1/2/en1/p/1").shows("/d/A/1/2/en1/p/5").shows("<mark");
    let json = world.get("/library.json?q=contact&standing=adopted").await.json();
    assert_eq!((json["total"].as_u64(), json["holding"].as_str()), (Some(1), Some("all")));
    assert_eq!(json["hits"][0]["address"], "/d/A/RES/1/2/en1/p/1");
    let marked = &json["hits"][0]["snippet"];
    let (from, to) = (marked["marks"][0][0].as_u64().unwrap(), marked["marks"][0][1].as_u64().unwrap());
    assert_eq!(&marked["text"].as_str().unwrap()[from as usize..to as usize], "contact");
}

#[tokio::test]
async fn a_phrase_tells_whether_it_is_agreed_language() {
    let world = filled().await;
    world.get("/library?q=%22points+of+contact%22").await.shows("/d/A/RES/1/2/en1/p/1").shows("/d/A/1/2/en1/p/5");
}

#[tokio::test]
async fn a_symbol_jumps_to_its_document() {
    let world = filled().await;
    world.get("/library?q=A/1/2+5").await.shows("href=\"/d/A/1/2/p/5\"");
    world.get("/library/suggest?q=a/res/1/2").await.shows("href=\"/d/A/RES/1/2\"").hides("<html");
}

#[tokio::test]
async fn without_words_the_library_lists_documents() {
    let world = filled().await;
    world.get("/library").await.shows("Adopted text").shows("A report");
    world.get("/library?kind=resolution").await.shows("Adopted text").hides("A report");
    assert_eq!(world.get("/library.json?kind=report").await.json()["documents"][0]["symbol"], "A/1/2");
}

#[tokio::test]
async fn a_search_is_a_feed() {
    let world = filled().await;
    world.get("/library.atom?q=contact").await.shows("<feed").shows("/d/A/1/2/en1/p/5");
    world.get("/library.atom").await.shows("Adopted text");
}

#[tokio::test]
async fn nothing_typed_is_an_error() {
    let world = filled().await;
    for query in ["%22", "-", "%00", "symbol%3A", "%F0%9F%92%A3", "((((", "a+AND", "*", "%22%22", "lang:xx", "%ff%fe"] {
        world.get(&format!("/library?q={query}")).await.refuses(200);
        world.get(&format!("/library.json?q={query}")).await.refuses(200);
        world.get(&format!("/library/suggest?q={query}")).await.refuses(200);
    }
}
