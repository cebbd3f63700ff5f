//! Meetings, statements and positions: kept once, corrected with their history, never counted before they are confirmed.

use crate::engines::{Place, on_each_engine};
use crate::world::{address, keep, symbol};
use plenum_model::statement::{Gender, Meeting, Mode, Moment, Relation, Stance, StatementKind};
use plenum_store::actors::{Actor, Membership};
use plenum_store::positions::{NewPosition, Unplaced};
use plenum_store::statements::editing::Edited;
use plenum_store::statements::{NewStatement, NewTranscript, StatementFacts};

const SYMBOL: &str = "transcript/lights/third";

fn meeting() -> Meeting {
    Meeting {
        process: "lights".into(),
        session: Some("Second session".into()),
        name: "Third meeting".into(),
        mode: Mode::Formal,
        date: plenum_model::PartialDate::parse("2025-02-18").ok(),
        video: Some("https://example.org/video".into()),
    }
}

fn statement(printed: &str, range: (usize, usize), actor: Option<&str>) -> NewStatement {
    NewStatement {
        printed: printed.into(),
        printed_group: None,
        range,
        moment: Some(Moment { from_ms: 1_000 * range.0 as u64, until_ms: Some(1_000 * (range.1 as u64 + 1)) }),
        words: 2,
        actor: actor.map(|slug| (slug.to_owned(), 970)),
        speaks_for: None,
        kind: if printed == "Chair" { StatementKind::Chair } else { StatementKind::Statement },
        mode: Mode::Formal,
    }
}

/// Keeps lines as the transcript, each a statement of the speaker given with it.
async fn transcribe(place: &Place, lines: &[(&str, &str, Option<&str>)]) -> plenum_store::statements::KeptStatements {
    let texts: Vec<&str> = lines.iter().map(|(_, text, _)| *text).collect();
    let kept = keep(place, SYMBOL, "en", &texts).await;
    let new = NewTranscript {
        meeting: meeting(),
        symbol: kept.symbol,
        tag: kept.tag,
        statements: lines.iter().enumerate().map(|(at, (who, _, actor))| statement(who, (at, at), *actor)).collect(),
        moments: vec![Some(Moment { from_ms: 5, until_ms: None }); lines.len()],
    };
    place.store.keep_statements(&new, 2_000).await.unwrap().expect("the revision is held")
}

async fn actors(place: &Place) {
    let actor = |slug: &str, kind: &str| Actor {
        slug: slug.into(),
        kind: kind.into(),
        names: vec![("en".into(), slug.to_uppercase())],
        source: "a test".into(),
        ..Actor::default()
    };
    place.store.put_actors(&[actor("nor", "state"), actor("sud", "state"), actor("isles", "group")], 1).await.unwrap();
}

fn facts(actor: Option<&str>, is_confirmed: bool) -> StatementFacts {
    StatementFacts {
        actor: actor.map(str::to_owned),
        speaks_for: None,
        kind: StatementKind::Statement,
        mode: Mode::Formal,
        answers: None,
        gender: None,
        is_first_proposal: false,
        is_confirmed,
    }
}

const LINES: [(&str, &str, Option<&str>); 3] =
    [("Chair", "Welcome all.", None), ("NORLAND", "We agree.", Some("nor")), ("Someone", "We object.", None)];

#[tokio::test]
async fn a_transcript_is_kept_once_with_its_statements_unconfirmed() {
    on_each_engine(async |place| {
        actors(&place).await;
        let kept = transcribe(&place, &LINES).await;
        assert_eq!((kept.added, kept.same, kept.gone), (3, 0, 0));
        let again = transcribe(&place, &LINES).await;
        assert_eq!((again.meeting, again.added, again.same, again.gone), (kept.meeting, 0, 3, 0));
        let line = place.store.meeting(kept.meeting).await.unwrap().expect("held");
        assert_eq!((line.statements, line.confirmed), (3, 0));
        let all = place.store.statements_of(&[kept.meeting]).await.unwrap();
        assert!(all.iter().all(|one| !one.is_confirmed));
        assert_eq!(all[1].address.to_string(), "/d/transcript/lights/third/en1/p/0+2");
        assert_eq!((all[1].opening.as_str(), all[1].sureness_permille), ("We agree.", 970));
        let page = place.store.statement_page(kept.meeting, 2).await.unwrap().expect("held");
        assert_eq!(page.neighbours, (Some(1), Some(3)));
        assert_eq!(page.paragraphs[0].1, Some(Moment { from_ms: 5, until_ms: None }));
        assert!(place.store.statement_page(kept.meeting, 9).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn an_editor_corrects_and_the_history_keeps_what_stood_before() {
    on_each_engine(async |place| {
        actors(&place).await;
        let id = transcribe(&place, &LINES).await.meeting;
        let set = async |number, facts: &StatementFacts| {
            place.store.set_statement(id, number, facts, "an editor", 3_000).await.unwrap()
        };
        assert_eq!(set(3, &facts(Some("nobody"), true)).await, Edited::NoActor);
        assert_eq!(set(9, &facts(None, true)).await, Edited::NoStatement);
        let reply = StatementFacts {
            kind: StatementKind::Reply,
            answers: Some(2),
            gender: Some(Gender::Woman),
            ..facts(Some("sud"), true)
        };
        assert_eq!(set(3, &StatementFacts { answers: Some(3), ..reply.clone() }).await, Edited::NoEarlier);
        assert_eq!(set(2, &StatementFacts { answers: Some(3), ..reply.clone() }).await, Edited::NoEarlier);
        assert_eq!(set(3, &reply).await, Edited::Kept(5));
        assert_eq!(set(3, &reply).await, Edited::Kept(0));
        let page = place.store.statement_page(id, 3).await.unwrap().expect("held");
        assert!(page.statement.is_confirmed);
        let change = page.changes.iter().find(|change| change.fact == "actor").expect("kept");
        assert_eq!((change.before.as_deref(), change.after.as_deref(), &*change.by), (None, Some("sud"), "an editor"));
        assert_eq!(place.store.statement_page(id, 2).await.unwrap().expect("held").answered_by, [3]);
    })
    .await;
}

#[tokio::test]
async fn confirming_all_leaves_out_whose_speaker_nobody_knows() {
    on_each_engine(async |place| {
        actors(&place).await;
        let id = transcribe(&place, &LINES).await.meeting;
        assert_eq!(place.store.confirm_statements(id, "an editor", 3_000).await.unwrap(), 2);
        assert_eq!(place.store.confirm_statements(id, "an editor", 3_000).await.unwrap(), 0);
        let all = place.store.statements_of(&[id]).await.unwrap();
        assert_eq!(all.iter().map(|one| one.is_confirmed).collect::<Vec<_>>(), [true, true, false]);
        assert_eq!(place.store.statements_by("nor").await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_corrected_transcript_keeps_numbers_and_confirmations_of_what_it_left_alone() {
    on_each_engine(async |place| {
        actors(&place).await;
        let id = transcribe(&place, &LINES).await.meeting;
        place.store.confirm_statements(id, "an editor", 3_000).await.unwrap();
        let corrected = [LINES[0], LINES[1], ("SUDMARK", "We object strongly.", Some("sud"))];
        let kept = transcribe(&place, &corrected).await;
        assert_eq!((kept.meeting, kept.added, kept.same, kept.gone), (id, 1, 2, 1));
        let all = place.store.statements_of(&[id]).await.unwrap();
        let shown: Vec<(i64, bool)> = all.iter().map(|one| (one.number, one.is_confirmed)).collect();
        assert_eq!(shown, [(1, true), (2, true), (4, false)]);
        let old = place.store.statement_page(id, 3).await.unwrap().expect("its address never dies");
        assert!(old.statement.gone.is_some());
        assert_eq!(old.paragraphs[0].0.paragraph.text, "We object.");
    })
    .await;
}

#[tokio::test]
async fn groups_are_those_of_the_day() {
    on_each_engine(async |place| {
        actors(&place).await;
        let day = |text: &str| plenum_model::PartialDate::parse(text).ok();
        let membership = Membership {
            group: "isles".into(),
            member: "nor".into(),
            from: day("2020-01-01"),
            until: day("2024-12-31"),
            source: "a test".into(),
            ..Membership::default()
        };
        place.store.put_memberships(&[membership], 1).await.unwrap();
        let on = async |text: &str| place.store.groups_on(&["nor", "sud"], day(text)).await.unwrap();
        assert_eq!(on("2024-06-01").await, [("nor".to_owned(), "isles".to_owned())]);
        assert!(on("2025-06-01").await.is_empty());
    })
    .await;
}

fn position(issue: &str, actor: &str, at: &str, words: &str) -> NewPosition {
    NewPosition {
        process: "lights".into(),
        issue: issue.into(),
        actor: actor.into(),
        stance: Stance::Supports,
        address: address(at),
        words: words.into(),
    }
}

#[tokio::test]
async fn a_position_is_a_quotation_or_it_is_not_placed() {
    on_each_engine(async |place| {
        actors(&place).await;
        keep(&place, "A/1", "en", &["12. We support green lamps."]).await;
        place.store.enter_issue("lights", "colour", "Colour of lamps", 1).await.unwrap();
        let put = async |new: NewPosition| place.store.place_position(&new, "an editor", 5_000).await.unwrap();
        assert_eq!(put(position("height", "nor", "A/1/en1/p/12", "")).await, Err(Unplaced::NoIssue));
        assert_eq!(put(position("colour", "nobody", "A/1/en1/p/12", "")).await, Err(Unplaced::NoActor));
        assert_eq!(put(position("colour", "nor", "A/1/en1/p/13", "")).await, Err(Unplaced::NoParagraph));
        assert_eq!(put(position("colour", "nor", "A/1/en1", "")).await, Err(Unplaced::NoParagraph));
        assert_eq!(put(position("colour", "nor", "A/1/en1/p/12", "red lamps")).await, Err(Unplaced::NotItsWords));
        let first = put(position("colour", "nor", "A/1/p/12", "green lamps")).await.expect("placed");
        let second = put(position("colour", "sud", "A/1/en1/p/12", "")).await.expect("placed");
        let all = place.store.positions("lights").await.unwrap();
        assert_eq!(
            all.iter().map(|p| p.words.as_str()).collect::<Vec<_>>(),
            ["green lamps", "We support green lamps."]
        );
        assert!(place.store.positions("other").await.unwrap().is_empty());
        let pair =
            async |both| place.store.pair_positions("lights", both, Relation::Agree, "an editor", 1).await.unwrap();
        assert!(!pair((first, first)).await && !pair((first, 99)).await);
        assert!(pair((first, second)).await);
        assert!(!place.store.withdraw_position("other", first, "an editor", 6_000).await.unwrap());
        assert!(place.store.withdraw_position("lights", first, "an editor", 6_000).await.unwrap());
        assert!(!place.store.withdraw_position("lights", first, "an editor", 7_000).await.unwrap());
        let all = place.store.positions("lights").await.unwrap();
        assert_eq!(all[0].withdrawn, Some(("an editor".into(), 6_000)), "withdrawn, and still there");
        assert!(place.store.pairs("lights").await.unwrap().is_empty(), "a pair falls with its quotation");
    })
    .await;
}

#[tokio::test]
async fn what_is_checked_is_sound() {
    on_each_engine(async |place| {
        actors(&place).await;
        transcribe(&place, &LINES).await;
        place.store.enter_issue("lights", "colour", "Colour", 1).await.unwrap();
        let new = NewPosition {
            address: address(&format!("{SYMBOL}/en1/p/0+2")),
            ..position("colour", "nor", "A/1/p/1", "")
        };
        place.store.place_position(&new, "an editor", 1).await.unwrap().expect("placed");
        assert_eq!(place.store.statements_quoted("lights").await.unwrap(), [], "nobody has confirmed it");
        let checked = place.store.check(&place.files).await.unwrap();
        assert_eq!(checked.findings, []);
        assert_eq!(
            place.store.document(&symbol(SYMBOL)).await.unwrap().expect("held").document.facts.symbol,
            symbol(SYMBOL)
        );
    })
    .await;
}
