//! Kept questions and feedback: kept for so long and no longer; what became since of what was cited.

use crate::engines::{Place, on_each_engine};
use crate::world::{address, keep};
use plenum_model::{PartialDate, Standing};
use plenum_store::feedback::Feedback;
use plenum_store::questions::KeptQuestion;

fn day(text: &str) -> PartialDate {
    PartialDate::parse(text).unwrap()
}

fn kept(id: &str, until: &str) -> KeptQuestion {
    KeptQuestion {
        id: id.into(),
        question: "Who counts ships?".into(),
        language: "en".into(),
        answer: "{}".into(),
        asked_on: day("2030-01-01"),
        forgotten_on: day(until),
    }
}

#[tokio::test]
async fn a_question_is_kept_until_its_day_and_no_longer() {
    on_each_engine(async |place| {
        let store = &place.store;
        store.keep_question(&kept("aa", "2030-01-31")).await.unwrap();
        store.keep_question(&kept("bb", "2030-02-28")).await.unwrap();
        let found = store.kept_question("aa", day("2030-01-30")).await.unwrap();
        assert_eq!(found, Some(kept("aa", "2030-01-31")));
        // From its day on it is not shown, even before it is deleted.
        assert_eq!(store.kept_question("aa", day("2030-01-31")).await.unwrap(), None);
        assert_eq!(store.kept_question("a", day("2030-01-30")).await.unwrap(), None);
        assert_eq!(store.forget_questions(day("2030-01-30")).await.unwrap(), 0);
        assert_eq!(store.forget_questions(day("2030-01-31")).await.unwrap(), 1);
        assert_eq!(store.kept_question("aa", day("2030-01-01")).await.unwrap(), None, "it is gone");
        assert!(store.kept_question("bb", day("2030-01-31")).await.unwrap().is_some());
    })
    .await;
}

async fn newer(place: &Place, cited: &str) -> Option<String> {
    let now = place.store.cited_now(&address(cited)).await.unwrap().expect("it is held");
    now.newer.map(|address| address.to_string())
}

#[tokio::test]
async fn what_was_cited_tells_what_became_of_it() {
    on_each_engine(async |place| {
        keep(&place, "A/1/2", "en", &["1. Ships are counted.", "2. Lamps are lit.", "3. Gone."]).await;
        assert_eq!(newer(&place, "A/1/2/en1/p/2").await, None);
        keep(&place, "A/1/2", "en", &["1. Ships are counted.", "2. Lamps and buoys are lit."]).await;
        assert_eq!(newer(&place, "A/1/2/en1/p/1").await, None, "the very words stand in the newer revision");
        assert_eq!(newer(&place, "A/1/2/en1/p/2").await.as_deref(), Some("/d/A/1/2/en2/p/2"));
        assert_eq!(newer(&place, "A/1/2/en1/p/3").await.as_deref(), Some("/d/A/1/2/en2"));
        let now = place.store.cited_now(&address("A/1/2/en1/p/2")).await.unwrap().unwrap();
        assert_eq!(now.standing, Standing::Official, "as the store knows the document");
        for nothing in ["A/1/2/en9/p/2", "A/9/9/en1/p/2", "A/1/2/en1/p/9", "A/1/2"] {
            assert_eq!(place.store.cited_now(&address(nothing)).await.unwrap(), None, "{nothing}");
        }
    })
    .await;
}

#[tokio::test]
async fn feedback_is_open_until_an_editor_is_done_and_keeps_its_history() {
    on_each_engine(async |place| {
        let store = &place.store;
        let said = |is_wrong, sentence| Feedback {
            question_id: None,
            about: "{}".into(),
            is_wrong,
            sentence,
            words: "Not forty.".into(),
            received_on: day("2030-01-02"),
        };
        let first = store.receive_feedback(&said(true, Some(2))).await.unwrap();
        let second = store.receive_feedback(&said(false, None)).await.unwrap();
        let open = store.feedback(false, 10).await.unwrap();
        assert_eq!(open.iter().map(|line| line.id).collect::<Vec<_>>(), [second, first]);
        assert_eq!((&open[1].feedback, open[1].is_done), (&said(true, Some(2)), false));
        assert!(store.settle_feedback(first, true, "Ada", 5).await.unwrap());
        assert!(!store.settle_feedback(first, true, "Ada", 6).await.unwrap(), "it is done already");
        assert!(!store.settle_feedback(99, true, "Ada", 6).await.unwrap(), "there is none");
        assert_eq!(store.feedback(false, 10).await.unwrap().len(), 1);
        assert!(store.settle_feedback(first, false, "Bob", 7).await.unwrap());
        let line = store.feedback(false, 10).await.unwrap().remove(1);
        let steps: Vec<_> = line.changes.iter().map(|one| (one.is_done, one.by.as_str(), one.at_ms)).collect();
        assert_eq!(steps, [(true, "Ada", 5), (false, "Bob", 7)]);
        assert_eq!(store.feedback(false, 1).await.unwrap().len(), 1);
        assert_eq!(store.check(&place.files).await.unwrap().findings, []);
    })
    .await;
}
