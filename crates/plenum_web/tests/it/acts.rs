//! Every route that changes something: refused without the administrator's token, and from a page of another site.

use crate::world::World;

/// What anybody may post; each says elsewhere what it refuses.
const OPEN: [&str; 9] = [
    "/api/v1/questions",
    // Whoever reads may ask, and say what is wrong with an answer; other sites' pages may not do it for her.
    "/questions",
    "/feedback",
    "/preferences",
    "/upload/token",
    // Whoever reads may ask for letters, and whoever holds the token of one may change or end what it is about.
    "/subscribe",
    "/subscriptions/confirm/{token}",
    "/subscriptions/{token}",
    "/subscriptions/{token}/end",
];

/// The paths of all routes that take a POST, read from the list of routes, so that none can be forgotten here.
fn posted() -> Vec<String> {
    let lines = include_str!("../../src/routes.rs").lines().filter(|line| line.trim_start().starts_with(".route("));
    let posts = lines.filter(|line| line.contains("post(") || line.contains(".merge(upload)"));
    posts.map(|line| line.split('"').nth(1).expect("a route's path is written out").to_owned()).collect()
}

/// An address of a route, with something in each of its places.
fn filled(path: &str) -> String {
    let places = [("{*address}", "harbour/in-force"), ("{slug}", "harbour"), ("{id}", "1"), ("{number}", "1")];
    let filled = places.iter().fold(path.to_owned(), |path, (place, value)| path.replace(place, value));
    assert!(!filled.contains('{'), "{path}: say here what stands in its place");
    filled
}

#[tokio::test]
async fn every_act_is_the_administrators_and_of_this_site() {
    let world = World::new().await;
    let session = world.sign_in().await;
    let foreign = [("cookie", session.as_str()), ("sec-fetch-site", "cross-site")];
    let acts: Vec<String> = posted().into_iter().filter(|path| !OPEN.contains(&path.as_str())).collect();
    assert!(acts.len() >= 12, "the list of routes was not read: {acts:?}");
    for path in acts.iter().map(|path| filled(path)) {
        for (headers, who) in [(&[][..], "nobody"), (&foreign[..], "another site")] {
            let status = world.post(&path, headers, "").await.status.as_u16();
            assert_eq!(status, 403, "{path} from {who}");
        }
        let wrong = [("authorization", "Bearer wrong")];
        assert_eq!(world.post(&path, &wrong, "").await.status.as_u16(), 403, "{path} with a wrong token");
    }
}
