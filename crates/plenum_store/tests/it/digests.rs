//! Digests: kept as drafts, edited with their history, published step by step, never changed afterwards.

use crate::engines::{Place, on_each_engine};
use plenum_model::PartialDate;
use plenum_model::digest::{Act, Citation, Citations, Covered, Edition, Kind, Section, Sentence, State, Writer};
use plenum_store::digests::editing::{Edited, Taken};
use plenum_store::subscriptions::NewLetter;

fn edition() -> Edition {
    let cited = |address: &str| Citations::one(Citation::new(address, "a place"));
    let decided = Sentence::composed(Section::Decided, Some("lights"), "Adopted: A/1.".into(), cited("/d/A/1"));
    let next = Sentence::composed(Section::Next, None, "Nothing.".into(), cited("/calendar")).confirmed(false);
    Edition {
        kind: Kind::Weekly,
        language: "fr".into(),
        title: "Lettre".into(),
        processes: vec![Covered { slug: "lights".into(), name: "Harbour lights".into() }],
        from: PartialDate::parse("2025-02-17").unwrap(),
        until: PartialDate::parse("2025-02-21").unwrap(),
        sentences: vec![decided, next],
    }
}

async fn keep(place: &Place) -> i64 {
    place.store.keep_digest(&edition(), "Ada", 1_000).await.unwrap()
}

async fn step(place: &Place, id: i64, act: Act) -> Taken {
    place.store.advance_digest(id, act, "Ada", 5_000).await.unwrap()
}

async fn publish(place: &Place, id: i64) {
    for act in [Act::Edit, Act::Approve, Act::Publish] {
        assert_eq!(step(place, id, act).await, Taken::Now(act.step().1));
    }
}

#[tokio::test]
async fn an_edition_comes_back_as_it_was_composed() {
    on_each_engine(async |place| {
        let id = keep(&place).await;
        let line = place.store.digest(id).await.unwrap().unwrap();
        let numbered: Vec<Sentence> =
            edition().sentences.into_iter().zip(1..).map(|(one, n)| one.numbered(n)).collect();
        assert_eq!(line.edition, Edition { sentences: numbered, ..edition() });
        assert_eq!((line.state, line.corrects, line.approved.is_none()), (State::Draft, None, true));
        assert!(place.store.digests(true).await.unwrap().is_empty(), "a draft is nobody's but the editor's");
        assert_eq!(place.store.digests(false).await.unwrap().len(), 1);
        assert!(place.store.digest(id + 1).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn what_an_editor_changes_becomes_hers_keeps_its_citation_and_its_history() {
    on_each_engine(async |place| {
        let id = keep(&place).await;
        let store = &place.store;
        assert_eq!(store.rewrite_sentence(id, 1, "Adopté : A/1.", "Ada", 2_000).await.unwrap(), Edited::Kept);
        assert_eq!(store.remove_sentence(id, 2, "Ada", 3_000).await.unwrap(), Edited::Kept);
        let own = Sentence::by_editor(Section::Opening, None, "Chers lecteurs".into(), Vec::new());
        assert_eq!(store.add_sentence(id, &own, "Ada", 3_500).await.unwrap(), Edited::Kept);
        assert_eq!(store.title_digest(id, "Autre", "Ada", 4_000).await.unwrap(), Edited::Kept);
        for gone in [2, 9] {
            assert_eq!(store.rewrite_sentence(id, gone, "x", "Ada", 4_000).await.unwrap(), Edited::NotHeld);
        }
        assert_eq!(store.remove_sentence(id + 1, 1, "Ada", 4_000).await.unwrap(), Edited::NotHeld);
        let line = store.digest(id).await.unwrap().unwrap();
        let shown: Vec<_> = line.edition.sentences.iter().map(|one| (one.number(), one.text(), one.writer())).collect();
        assert_eq!(shown, [(1, "Adopté : A/1.", Writer::Editor), (3, "Chers lecteurs", Writer::Editor)]);
        assert_eq!(line.edition.sentences[0].citations()[0].address, "/d/A/1");
        let told: Vec<_> = store.digest_changes(id).await.unwrap().into_iter().map(|c| (c.what, c.before)).collect();
        let told: Vec<_> = told.iter().map(|(what, before)| (what.as_str(), before.as_deref())).collect();
        assert_eq!(
            told,
            [
                ("titled", Some("Lettre")),
                ("added", None),
                ("removed", Some("Nothing.")),
                ("rewritten", Some("Adopted: A/1.")),
                ("composed", None)
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn no_step_is_skipped_and_what_is_published_is_not_changed() {
    on_each_engine(async |place| {
        let id = keep(&place).await;
        let store = &place.store;
        for early in [Act::Approve, Act::Publish, Act::Reopen] {
            assert_eq!(step(&place, id, early).await, Taken::Refused(State::Draft));
        }
        assert_eq!(step(&place, id, Act::Edit).await, Taken::Now(State::Edited));
        assert_eq!(step(&place, id, Act::Publish).await, Taken::Refused(State::Edited));
        assert_eq!(step(&place, id, Act::Approve).await, Taken::Now(State::Approved));
        assert_eq!(store.title_digest(id, "x", "Ada", 6_000).await.unwrap(), Edited::Closed(State::Approved));
        assert_eq!(step(&place, id, Act::Reopen).await, Taken::Now(State::Edited));
        assert!(store.digest(id).await.unwrap().unwrap().approved.is_none());
        assert_eq!(step(&place, id, Act::Approve).await, Taken::Now(State::Approved));
        let before = store.edition().await.unwrap();
        assert_eq!(step(&place, id, Act::Publish).await, Taken::Now(State::Published));
        assert!(store.edition().await.unwrap() > before, "kept pages are old");
        for late in [Act::Edit, Act::Approve, Act::Publish, Act::Reopen] {
            assert_eq!(step(&place, id, late).await, Taken::Refused(State::Published));
        }
        let closed = Edited::Closed(State::Published);
        assert_eq!(store.rewrite_sentence(id, 1, "x", "Ada", 6_000).await.unwrap(), closed);
        assert_eq!(store.remove_sentence(id, 1, "Ada", 6_000).await.unwrap(), closed);
        let own = Sentence::by_editor(Section::Next, None, "x".into(), Vec::new());
        assert_eq!(store.add_sentence(id, &own, "Ada", 6_000).await.unwrap(), closed);
        assert_eq!(step(&place, id + 7, Act::Edit).await, Taken::NotHeld);
        let line = store.digest(id).await.unwrap().unwrap();
        assert_eq!(line.approved, Some(("Ada".into(), 5_000)));
        assert_eq!(line.published_at_ms, Some(5_000));
    })
    .await;
}

#[tokio::test]
async fn a_correction_is_another_edition_that_the_first_leads_to() {
    on_each_engine(async |place| {
        let id = keep(&place).await;
        let store = &place.store;
        assert_eq!(store.correct_digest(id, "Ada", 6_000).await.unwrap(), None, "a draft is edited");
        publish(&place, id).await;
        let new = store.correct_digest(id, "Ada", 6_000).await.unwrap().unwrap();
        store.rewrite_sentence(new, 1, "Corrected.", "Ada", 7_000).await.unwrap();
        assert_eq!(store.digest(id).await.unwrap().unwrap().corrected_by, None, "not before it is published");
        publish(&place, new).await;
        let (first, second) = (store.digest(id).await.unwrap().unwrap(), store.digest(new).await.unwrap().unwrap());
        assert_eq!((first.corrected_by, second.corrects), (Some(new), Some(id)));
        assert_eq!(first.edition.sentences[0].text(), "Adopted: A/1.");
        assert_eq!(place.store.check(&place.files).await.unwrap().findings, []);
    })
    .await;
}

#[tokio::test]
async fn editions_come_back_from_a_backup() {
    on_each_engine(async |from| {
        let id = keep(&from).await;
        publish(&from, id).await;
        from.store.correct_digest(id, "Ada", 6_000).await.unwrap();
        assert_eq!(from.store.unqueued_digests(5_000).await.unwrap(), [id]);
        assert!(from.store.unqueued_digests(5_001).await.unwrap().is_empty());
        let letter = NewLetter {
            subscriber: 0,
            occasion: "edition".into(),
            subject: "Lettre".into(),
            text: String::new(),
            html: String::new(),
        };
        from.store.queue_edition(id, &["lights"], &letter, 8_000).await.unwrap();
        let file = from.folder.path().join("backup.tar.zst");
        from.store.backup(&from.files, &file, 9_000).await.unwrap();
        on_each_engine(async |to| {
            to.store.restore(&to.files, &file).await.unwrap();
            assert_eq!(to.store.digests(false).await.unwrap(), from.store.digests(false).await.unwrap());
            assert_eq!(to.store.digest(id).await.unwrap(), from.store.digest(id).await.unwrap());
            assert_eq!(to.store.digest_changes(id).await.unwrap(), from.store.digest_changes(id).await.unwrap());
            assert!(to.store.unqueued_digests(0).await.unwrap().is_empty(), "a restored edition is not sent again");
            assert_eq!(to.store.keep_digest(&edition(), "Ada", 1).await.unwrap(), id + 2, "counting goes on");
        })
        .await;
    })
    .await;
}
