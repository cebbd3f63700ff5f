//! The change feed and what the index is told.

use crate::engines::on_each_engine;
use crate::world::{keep, symbol};
use plenum_model::DocumentFacts;
use plenum_store::Store;
use plenum_store::actors::Actor;
use plenum_store::facts::Authority;
use std::collections::BTreeMap;

/// An index that only remembers: it follows the feed until nothing follows.
async fn follow(store: &Store, index: &mut BTreeMap<i64, String>, mut upto: i64, about: usize) -> i64 {
    loop {
        let batch = store.index_batch(upto, about).await.unwrap();
        for id in &batch.remove {
            index.remove(id);
        }
        for entry in batch.add {
            index.insert(entry.paragraph_id, format!("{} {}", entry.number.unwrap_or_default(), entry.text));
        }
        assert!(batch.upto > upto || batch.is_last, "a batch that is not the last goes on");
        upto = batch.upto;
        if batch.is_last {
            return upto;
        }
    }
}

fn words(index: &BTreeMap<i64, String>) -> Vec<&str> {
    let mut words: Vec<&str> = index.values().map(String::as_str).collect();
    words.sort_unstable();
    words
}

#[tokio::test]
async fn an_index_that_follows_holds_what_is_current() {
    on_each_engine(async |place| {
        let (mut slow, mut fast) = (BTreeMap::new(), BTreeMap::new());
        assert_eq!(follow(&place.store, &mut slow, 0, 1).await, 0);
        keep(&place, "A/1", "en", &["1. First", "2. Second"]).await;
        let reached = follow(&place.store, &mut slow, 0, 1).await;
        keep(&place, "A/2", "en", &["1. Other"]).await;
        keep(&place, "A/1", "en", &["1. Added", "2. First"]).await;
        let expected = ["1 Added", "1 Other", "2 First"];
        assert_eq!(follow(&place.store, &mut slow, reached, 1).await, 3);
        assert_eq!(words(&slow), expected, "step by step");
        assert_eq!(follow(&place.store, &mut fast, 0, 1_000).await, 3);
        assert_eq!(words(&fast), expected, "from the beginning");
    })
    .await;
}

#[tokio::test]
async fn the_index_hears_of_changed_facts() {
    on_each_engine(async |place| {
        keep(&place, "A/1", "en", &["1. First"]).await;
        let upto = place.store.last_change().await.unwrap();
        let mut facts = DocumentFacts::from_symbol(symbol("A/1"), "Better title");
        facts.process = Some("oewg".into());
        facts.date = plenum_model::PartialDate::parse("2025-07").ok();
        place.store.declare(&[facts], Authority::Editor, "Ada", 2_000).await.unwrap();
        let batch = place.store.index_batch(upto, 10).await.unwrap();
        assert_eq!(batch.remove, [batch.add[0].paragraph_id]);
        let entry = &batch.add[0];
        assert_eq!((entry.context.as_str(), entry.date), ("Better title", 20250700));
        assert_eq!(entry.process.as_deref(), Some("oewg"));
        let feed = place.store.changes_since(0, 10).await.unwrap();
        let told: Vec<_> = feed.iter().map(|c| (c.seq, c.revision.as_ref().map(ToString::to_string))).collect();
        assert_eq!(told, [(1, Some("en1".into())), (2, None)]);
    })
    .await;
}

#[tokio::test]
async fn every_change_begins_an_edition_also_one_of_no_document() {
    on_each_engine(async |place| {
        let first = place.store.edition().await.unwrap();
        keep(&place, "A/1", "en", &["1. First"]).await;
        let second = place.store.edition().await.unwrap();
        assert!(second > first);
        let names = vec![("en".into(), "Norway".into())];
        let state =
            Actor { slug: "nor".into(), kind: "state".into(), names, source: "a list".into(), ..Actor::default() };
        let feed = place.store.last_change().await.unwrap();
        place.store.put_actors(&[state], 1_000).await.unwrap();
        assert!(place.store.edition().await.unwrap() > second);
        assert_eq!(place.store.last_change().await.unwrap(), feed, "the index has nothing to do");
    })
    .await;
}
