//! Subscriptions: confirmed by token, told once, forgotten with the last of them; letters wait, go, or are given up.

use crate::engines::{Place, on_each_engine};
use crate::world::{address, keep, symbol};
use plenum_model::DocumentFacts;
use plenum_model::lineage::Change;
use plenum_model::subscription::{MailAddress, Rhythm, Topic};
use plenum_store::facts::Authority;
use plenum_store::subscriptions::{Ended, Mark, NewLetter, NewSubscription, TokenOf};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

fn hash(of: TokenOf) -> String {
    format!("{of:?}")
}

fn wish(address: &str, what: &str, topic: &str) -> NewSubscription {
    NewSubscription {
        address: MailAddress::parse(address).unwrap(),
        topic: Topic::parse(what, topic).unwrap(),
        rhythm: Rhythm::Daily,
        language: "fr".into(),
    }
}

/// Subscribes and confirms; gives the reader's key and when she was first kept.
async fn follow(place: &Place, who: &str, what: &str, topic: &str, at_ms: i64) -> (i64, i64) {
    let asked = place.store.subscribe(&wish(who, what, topic), &hash, at_ms).await.unwrap();
    let one = asked.subscription;
    let confirm = hash(TokenOf::Subscription(one.id, one.created_at_ms));
    place.store.confirm_subscription(&confirm, at_ms).await.unwrap().unwrap();
    (one.subscriber, asked.subscriber_created_at_ms)
}

fn letter(subscriber: i64, occasion: &str) -> NewLetter {
    let (subject, text, html) = ("Новое".into(), "Words".into(), "<p>Words</p>".into());
    NewLetter { subscriber, occasion: occasion.into(), subject, text, html }
}

#[tokio::test]
async fn a_wish_counts_once_it_is_confirmed_and_is_forgotten_if_it_never_is() {
    on_each_engine(async |place| {
        let store = &place.store;
        let new = wish("Ada@mission.test", "process", "lights");
        let asked = store.subscribe(&new, &hash, 1_000).await.unwrap();
        assert_eq!(store.subscribers().await.unwrap(), []);
        let again = store.subscribe(&wish("ada@MISSION.test", "process", "lights"), &hash, 2_000).await.unwrap();
        assert_eq!(again.subscription.id, asked.subscription.id, "capitals make no second reader");
        let confirm = hash(TokenOf::Subscription(asked.subscription.id, 1_000));
        assert!(store.subscription_to_confirm("another", 3_000).await.unwrap().is_none());
        assert!(store.confirm_subscription(&confirm, 1_000 + 7 * DAY_MS).await.unwrap().is_none(), "too late");
        let other = store.subscribe(&wish("bo@mission.test", "actor", "nor"), &hash, 1_000).await.unwrap();
        store.confirm_subscription(&confirm, 3_000).await.unwrap().unwrap();
        store.confirm_subscription(&confirm, 4_000).await.unwrap().expect("a second press changes nothing");
        let readers = store.subscribers().await.unwrap();
        assert_eq!(readers.len(), 1);
        assert_eq!(readers[0].subscriptions[0].told.at_ms, 3_000);
        store.forget_unconfirmed(1_000 + 7 * DAY_MS).await.unwrap();
        let bo = hash(TokenOf::Subscriber(other.subscription.subscriber, 1_000));
        assert!(store.subscriber(&bo).await.unwrap().is_none(), "an address that nobody confirmed is deleted");
        let ada = hash(TokenOf::Subscriber(readers[0].id, readers[0].created_at_ms));
        assert_eq!(store.subscriber(&ada).await.unwrap().unwrap().address, "Ada@mission.test");
        assert_eq!(store.check(&place.files).await.unwrap().findings, []);
    })
    .await;
}

#[tokio::test]
async fn the_last_subscription_takes_the_address_and_the_letters_with_it() {
    on_each_engine(async |place| {
        let store = &place.store;
        let (reader, since) = follow(&place, "ada@mission.test", "process", "lights", 1_000).await;
        follow(&place, "ada@mission.test", "phrase", "green lamps", 1_000).await;
        let token = hash(TokenOf::Subscriber(reader, since));
        let held = store.subscriber(&token).await.unwrap().unwrap();
        let (first, second) = (held.subscriptions[0].id, held.subscriptions[1].id);
        assert!(store.set_rhythm(reader, first, Rhythm::Weekly).await.unwrap());
        assert!(!store.set_rhythm(reader + 1, first, Rhythm::Daily).await.unwrap(), "another's is not hers");
        assert_eq!(store.unsubscribe(reader + 1, Some(first)).await.unwrap(), 0);
        assert!(store.queue_letter(&letter(reader, "news/1"), 1_000).await.unwrap());
        assert_eq!(store.unsubscribe(reader, Some(first)).await.unwrap(), 1);
        assert_eq!(store.letters_written().await.unwrap().waiting, 1);
        assert_eq!(store.unsubscribe(reader, Some(second)).await.unwrap(), 1);
        assert!(store.subscriber(&token).await.unwrap().is_none());
        assert_eq!(store.letters_written().await.unwrap().waiting, 0, "what waited for her is gone");
        assert!(!store.queue_letter(&letter(reader, "news/2"), 2_000).await.unwrap(), "nobody is there to write to");
        assert!(store.take_letter(&hash, 9_000).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn nothing_is_told_twice_though_two_processes_try() {
    on_each_engine(async |place| {
        let (reader, _) = follow(&place, "ada@mission.test", "process", "lights", 1_000).await;
        let one = place.store.subscribers().await.unwrap().remove(0).subscriptions.remove(0);
        let told = [(one.id, one.told.at_ms)];
        let mark = Mark { at_ms: 5_000, change: 7, paragraph: 9 };
        let news = letter(reader, "news/5000");
        assert!(place.store.tell(&told, mark, Some(&news), 5_000).await.unwrap());
        assert!(!place.store.tell(&told, mark, Some(&letter(reader, "news/5001")), 5_001).await.unwrap());
        assert_eq!(place.store.letters_written().await.unwrap().waiting, 1);
        let now = place.store.subscribers().await.unwrap().remove(0).subscriptions.remove(0);
        assert_eq!(now.told, mark);
    })
    .await;
}

#[tokio::test]
async fn a_letter_is_taken_once_tried_again_and_forgets_its_words() {
    on_each_engine(async |place| {
        let store = &place.store;
        let (reader, since) = follow(&place, "ada@mission.test", "process", "lights", 1_000).await;
        assert!(store.queue_letter(&letter(reader, "news/1"), 1_000).await.unwrap());
        assert!(!store.queue_letter(&letter(reader, "news/1"), 1_001).await.unwrap(), "one of each");
        let taken = store.take_letter(&hash, 2_000).await.unwrap().unwrap();
        assert_eq!((taken.subject.as_str(), taken.address.as_str(), taken.tries), ("Новое", "ada@mission.test", 1));
        assert!(store.take_letter(&hash, 2_000).await.unwrap().is_none(), "another process finds none");
        let again = store.take_letter(&hash, 2_000 + 600_000).await.unwrap();
        assert_eq!(again.map(|one| one.tries), Some(2), "whoever died with it lets go after ten minutes");
        let later = Ended::Later { at_ms: 9_000_000, why: "the server answered 451".into() };
        store.end_letter(&taken, &later, 3_000).await.unwrap();
        assert_eq!(store.next_letter_ms().await.unwrap(), Some(9_000_000));
        // After a restore the key may be another: what is sent from then on opens.
        let other = |of: TokenOf| format!("other {of:?}");
        let taken = store.take_letter(&other, 9_000_000).await.unwrap().unwrap();
        assert!(store.subscriber(&hash(TokenOf::Subscriber(reader, since))).await.unwrap().is_none());
        assert!(store.subscriber(&other(TokenOf::Subscriber(reader, since))).await.unwrap().is_some());
        store.end_letter(&taken, &Ended::Sent, 9_000_001).await.unwrap();
        let written = store.letters_written().await.unwrap();
        assert_eq!((written.waiting, written.sent), (0, 1));
        assert_eq!(store.check(&place.files).await.unwrap().findings, [], "its words are gone");
        assert!(!store.queue_letter(&letter(reader, "news/1"), 9_000_002).await.unwrap(), "sent is sent");
        store.forget_ended_letters(9_000_001 + 61 * DAY_MS).await.unwrap();
        assert_eq!(store.letters_written().await.unwrap().sent, 0);
    })
    .await;
}

#[tokio::test]
async fn an_address_that_refuses_three_letters_in_a_row_is_deleted() {
    on_each_engine(async |place| {
        let store = &place.store;
        let (reader, _) = follow(&place, "gone@mission.test", "process", "lights", 1_000).await;
        follow(&place, "ada@mission.test", "process", "lights", 1_000).await;
        let refused = Ended::GivenUp { why: "the server answered 550".into(), is_refused: true };
        for (at, was_forgotten) in [(1, false), (2, false), (3, true)] {
            store.queue_letter(&letter(reader, &format!("news/{at}")), at).await.unwrap();
            let taken = store.take_letter(&hash, 10_000).await.unwrap().unwrap();
            assert_eq!(store.end_letter(&taken, &refused, 10_000).await.unwrap(), was_forgotten);
        }
        let left: Vec<String> = store.subscribers().await.unwrap().into_iter().map(|one| one.address).collect();
        assert_eq!(left, ["ada@mission.test"]);
    })
    .await;
}

#[tokio::test]
async fn an_edition_goes_once_to_everybody_who_follows_one_of_its_processes() {
    on_each_engine(async |place| {
        follow(&place, "ada@mission.test", "process", "lights", 1_000).await;
        follow(&place, "ada@mission.test", "process", "harbours", 1_000).await;
        follow(&place, "bo@mission.test", "actor", "lights", 1_000).await;
        place.store.subscribe(&wish("cy@mission.test", "process", "lights"), &hash, 1_000).await.unwrap();
        let edition = letter(0, "edition/7");
        let both = ["lights", "harbours"];
        assert_eq!(place.store.queue_edition(7, &both, &edition, 2_000).await.unwrap(), 1);
        assert_eq!(place.store.queue_edition(7, &both, &edition, 3_000).await.unwrap(), 0);
        assert_eq!(place.store.queue_edition(8, &[], &letter(0, "edition/8"), 3_000).await.unwrap(), 0);
        let taken = place.store.take_letter(&hash, 4_000).await.unwrap().unwrap();
        assert_eq!(taken.address, "ada@mission.test");
    })
    .await;
}

#[tokio::test]
async fn what_is_new_is_what_came_after_the_mark() {
    on_each_engine(async |place| {
        let store = &place.store;
        keep(&place, "A/1", "en", &["1. First words", "2. Second words"]).await;
        let mut facts = DocumentFacts::from_symbol(symbol("A/1"), "Views");
        facts.process = Some("lights".into());
        facts.actor = Some("nor".into());
        store.declare(&[facts], Authority::Editor, "a test", 2_000).await.unwrap();
        let since = store.mark(2_000).await.unwrap();
        let none = (since, store.mark(3_000).await.unwrap());
        assert_eq!(store.new_documents_of_process("lights", none, "en", 3).await.unwrap(), []);
        keep(&place, "A/1", "en", &["1. First words", "2. Second words, but other ones"]).await;
        keep(&place, "A/1", "fr", &["1. Premiers mots"]).await;
        keep(&place, "A/2", "en", &["7. It names the second @A/1 2", "8. Nothing"]).await;
        let between = (since, store.mark(4_000).await.unwrap());
        let told = store.new_documents_of_process("lights", between, "en", 3).await.unwrap();
        assert_eq!(told.len(), 1, "in one language");
        assert_eq!((told[0].language.as_str(), told[0].paragraphs_total), ("en", 1), "only what has new words");
        let by_actor = store.new_documents_of_actor("nor", between, "fr", 3).await.unwrap();
        assert_eq!(by_actor[0].language, "fr", "in the reader's where there is one");
        let words = store.paragraphs(&told[0].paragraphs).await.unwrap();
        assert_eq!(words[0].text, "Second words, but other ones");
        let paragraph = address("A/1/en1/p/2");
        let wording = store.new_wording_of(&paragraph, between).await.unwrap().unwrap();
        assert_eq!((wording.change, wording.paragraph), (Change::Reworded, Some(words[0].paragraph_id)));
        assert_eq!(store.new_wording_of(&address("A/1/en1/p/1"), between).await.unwrap(), None, "unchanged");
        let citing = store.new_citations_of(&paragraph, between, 10).await.unwrap();
        assert_eq!(store.paragraphs(&citing).await.unwrap()[0].number.as_deref(), Some("7"));
        assert_eq!(store.new_citations_of(&paragraph, (between.1, between.1), 10).await.unwrap(), [0_i64; 0]);
        let mut symbols = store.symbols_changed(between, 10).await.unwrap();
        symbols.sort();
        assert_eq!(symbols, ["A/1", "A/2"]);
        assert!(store.has_paragraph(&paragraph).await.unwrap());
        assert!(!store.has_paragraph(&address("A/1/en1/p/99")).await.unwrap());
    })
    .await;
}
