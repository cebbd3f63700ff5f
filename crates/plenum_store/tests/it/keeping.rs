//! What keeping does: revisions, ids, lineage, idempotence.

use crate::engines::on_each_engine;
use crate::world::{self, address, compare, keep, reading, symbol};
use plenum_model::lineage::Change;
use plenum_store::documents::Found;
use plenum_store::keeping::Outcome;
use plenum_store::{Files, Store};

/// Number, anchor, words and id of each paragraph of a revision.
async fn placed(store: &Store, of: &str, tag: &str) -> Vec<(String, String, i64)> {
    let tag = plenum_model::RevisionTag::parse(tag).unwrap();
    let Found::Here(page) = store.document_page(&symbol(of), Some(&tag)).await.unwrap() else { panic!("no page") };
    let shown = page.shown.unwrap();
    shown.paragraphs.into_iter().map(|p| (p.anchor.to_string(), p.paragraph.text, p.paragraph_id)).collect()
}

#[tokio::test]
async fn a_reading_is_kept_as_it_was_read() {
    on_each_engine(async |place| {
        let mut reading = reading("en", &["Opening words", "1. First @A/68/98 3", "2. Second"]);
        reading.paragraphs[2].path = vec!["II".into(), "B".into()];
        reading.paragraphs[2].page = Some(7);
        reading.paragraphs[2].footnotes.push(plenum_model::Footnote {
            mark: "1".into(),
            at: 6,
            text: "See A/70/174.".into(),
            references: vec![plenum_model::Reference { symbol: Some(symbol("A/70/174")), number: None, span: (4, 12) }],
        });
        reading.troubles.push(plenum_model::Trouble {
            page: Some(7),
            place: "2".into(),
            what: "A word is cut.".into(),
            remedy: "Look at the page.".into(),
            key: "trouble-furniture".into(),
            arguments: vec![("n".into(), "3".into())],
        });
        let new = world::new(&place, "A/80/257", reading.clone()).await;
        let kept = place.store.keep(new, "a test", 1_000, &compare).await.unwrap();
        assert_eq!((kept.tag.to_string().as_str(), kept.outcome), ("en1", Outcome::New));
        let Found::Here(page) = place.store.document_page(&symbol("A/80/257"), None).await.unwrap() else { panic!() };
        let shown = page.shown.unwrap();
        let paragraphs: Vec<_> = shown.paragraphs.iter().map(|placed| placed.paragraph.clone()).collect();
        assert_eq!(paragraphs, reading.paragraphs);
        assert_eq!(shown.troubles, reading.troubles);
        assert_eq!((shown.revision.words, shown.revision.troubles), (4, 1));
    })
    .await;
}

#[tokio::test]
async fn the_same_bytes_again_change_nothing() {
    on_each_engine(async |place| {
        let lines = ["1. First", "2. Second"];
        keep(&place, "A/1", "en", &lines).await;
        let before = place.store.figures().await.unwrap();
        let again = keep(&place, "A/1", "en", &lines).await;
        assert_eq!((again.tag.to_string().as_str(), again.outcome), ("en1", Outcome::Unchanged));
        let after = place.store.figures().await.unwrap();
        assert_eq!((after.revisions, after.last_change), (before.revisions, before.last_change));
        assert_eq!(keep(&place, "A/2", "en", &lines).await.outcome, Outcome::New, "another symbol may have them too");
        let hash = place.files.list().await.unwrap()[0];
        let made: Vec<String> = place.store.made_of(hash).await.unwrap().iter().map(|m| m.0.to_string()).collect();
        assert_eq!(made, ["A/1", "A/2"]);
    })
    .await;
}

#[tokio::test]
async fn an_older_file_given_again_does_not_become_the_newest() {
    on_each_engine(async |place| {
        keep(&place, "A/1", "en", &["1. Old"]).await;
        keep(&place, "A/1", "en", &["1. New"]).await;
        let again = keep(&place, "A/1", "en", &["1. Old"]).await;
        assert_eq!((again.tag.to_string().as_str(), again.outcome), ("en1", Outcome::Unchanged));
    })
    .await;
}

#[tokio::test]
async fn unchanged_paragraphs_keep_their_ids() {
    on_each_engine(async |place| {
        keep(&place, "A/1", "en", &["1. First", "2. Second", "3. Third", "4. Fourth"]).await;
        let kept = keep(&place, "A/1", "en", &["1. First", "2. Inserted", "3. Second", "4. Fourth word"]).await;
        let expected = Outcome::Revised { unchanged: 1, moved: 1, reworded: 1, added: 1, removed: 1 };
        assert_eq!((kept.tag.to_string().as_str(), kept.outcome), ("en2", expected));
        let (before, after) = (placed(&place.store, "A/1", "en1").await, placed(&place.store, "A/1", "en2").await);
        assert_eq!(before[0].2, after[0].2, "same place, same words");
        assert_eq!(before[1].2, after[2].2, "the same words in another place");
        let old: Vec<i64> = before.iter().map(|p| p.2).collect();
        assert!(!old.contains(&after[1].2) && !old.contains(&after[3].2), "other words are another paragraph");
        assert_eq!(before[3].1, "Fourth", "a kept paragraph is never changed");
    })
    .await;
}

#[tokio::test]
async fn lineage_leads_from_revision_to_revision() {
    on_each_engine(async |place| {
        keep(&place, "A/1", "en", &["1. First", "2. Second", "3. Third"]).await;
        keep(&place, "A/1", "en", &["1. First", "2. Second, with more"]).await;
        let page = async |of: &str| match place.store.paragraph_page(&address(of)).await.unwrap() {
            Found::Here(page) => page,
            other => panic!("{of}: {other:?}"),
        };
        let old = page("A/1/en1/p/2").await;
        assert_eq!(old.later.len(), 1);
        assert_eq!(old.later[0].change, Change::Reworded);
        let later = old.later[0].other.as_ref().unwrap();
        assert_eq!((later.address.to_string().as_str(), later.text.as_str()), ("/d/A/1/en2/p/2", "Second, with more"));
        let new = page("A/1/en2/p/2").await;
        assert_eq!(new.earlier[0].other.as_ref().unwrap().address.to_string(), "/d/A/1/en1/p/2");
        let gone = page("A/1/en1/p/3").await;
        assert_eq!((gone.later[0].change, &gone.later[0].other), (Change::Removed, &None));
        assert_eq!(gone.later[0].revision.to_string(), "en2");
    })
    .await;
}

#[tokio::test]
async fn languages_are_revised_apart() {
    on_each_engine(async |place| {
        keep(&place, "A/1", "fr", &["1. Un"]).await;
        keep(&place, "A/1", "en", &["1. One"]).await;
        assert_eq!(keep(&place, "A/1", "fr", &["1. Une"]).await.tag.to_string(), "fr2");
        let line = place.store.document(&symbol("a/1")).await.unwrap().unwrap();
        assert_eq!(line.current.unwrap().to_string(), "en1", "English comes first");
        let languages: Vec<String> = line.languages.iter().map(ToString::to_string).collect();
        assert_eq!(languages, ["en", "fr"]);
    })
    .await;
}

#[tokio::test]
async fn what_looks_like_sql_is_words() {
    on_each_engine(async |place| {
        let hostile = "1. '; drop table paragraph; -- \" $1 {list} \\ %";
        let mut new = world::new(&place, "A/1", reading("en", &[hostile])).await;
        new.facts.title = "Robert'); drop table document;--".into();
        new.facts.process = Some("' or 1=1 --".into());
        new.file.name = "a'\"$1.pdf\0".into();
        new.reading.paragraphs[0].path = vec!["\0null".into()];
        place.store.keep(new, "'; --", 1_000, &compare).await.unwrap();
        let line = place.store.document(&symbol("A/1")).await.unwrap().unwrap();
        assert_eq!(line.document.facts.title, "Robert'); drop table document;--");
        assert_eq!(placed(&place.store, "A/1", "en1").await[0].1, hostile.trim_start_matches("1. "));
        let filter = plenum_store::documents::Filter {
            process: Some("' or '1'='1\0".into()),
            letters: Some("%_!\0".into()),
            ..Default::default()
        };
        assert_eq!(place.store.list(&filter, Default::default(), 10, 0).await.unwrap().total, 0);
        assert!(place.store.check(&place.files).await.unwrap().findings.is_empty());
    })
    .await;
}

#[tokio::test]
async fn two_processes_write_at_once_and_none_loses() {
    on_each_engine(async |place| {
        let other = Store::open(&place.url).await.unwrap();
        let mut writers = tokio::task::JoinSet::new();
        for (name, store) in [("A", place.store.clone()), ("B", other)] {
            let mut all = Vec::new();
            for number in 0..20 {
                let of = if number % 5 == 0 { "A/99".into() } else { format!("{name}/{number}") };
                let words = format!("1. Words of {name} number {number}");
                all.push(world::new(&place, &of, reading("en", &[words.as_str(), "2. And more"])).await);
            }
            writers.spawn(async move {
                for new in all {
                    store.keep(new, name, 1_000, &compare).await.unwrap();
                }
            });
        }
        writers.join_all().await;
        let figures = place.store.figures().await.unwrap();
        assert_eq!((figures.documents, figures.revisions, figures.last_change), (33, 40, 40));
        let checked = place.store.check(&place.files).await.unwrap();
        assert_eq!(checked.findings, []);
        assert_eq!(checked.revisions, 40);
    })
    .await;
}

#[tokio::test]
async fn many_are_kept_together_or_not_at_all() {
    on_each_engine(async |place| {
        let mut all = Vec::new();
        for number in 0..150 {
            let lines: Vec<String> = (1..=70).map(|n| format!("{n}. Words {n} of {number} @A/0")).collect();
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            all.push(world::new(&place, &format!("A/{number}"), reading("en", &lines)).await);
        }
        let kept = place.store.keep_many(all, "a test", 1_000, &compare).await.unwrap();
        assert_eq!(kept.len(), 150);
        assert!(kept.iter().all(|kept| kept.outcome == Outcome::New));
        let figures = place.store.figures().await.unwrap();
        assert_eq!((figures.paragraphs, figures.references), (150 * 70, 150 * 70));
    })
    .await;
}

/// Keeps a reading that came from a file of a format.
async fn keep_from(place: &crate::engines::Place, format: &str, lines: &[&str]) -> (String, Outcome) {
    let mut new = world::new(place, "A/80/257", reading("en", lines)).await;
    new.file.format = format.into();
    let kept = place.store.keep(new, "a test", 1_000, &compare).await.unwrap();
    (kept.tag.to_string(), kept.outcome)
}

#[tokio::test]
async fn a_format_that_tells_less_is_kept_beside_and_one_that_tells_more_makes_a_revision() {
    on_each_engine(async |place| {
        assert_eq!(keep_from(&place, "pdf", &["1. First wrds"]).await, ("en1".into(), Outcome::New));
        assert!(matches!(keep_from(&place, "docx", &["1. First words"]).await, (tag, Outcome::Revised { .. }) if tag == "en2"));
        assert_eq!(keep_from(&place, "pdf", &["1. First wo rds"]).await, ("en2".into(), Outcome::Beside));
        assert_eq!(keep_from(&place, "pdf", &["1. First wo rds"]).await, ("en2".into(), Outcome::Unchanged), "again");
        assert_eq!(placed(&place.store, "A/80/257", "en2").await[0].1, "First words");
    })
    .await;
}
