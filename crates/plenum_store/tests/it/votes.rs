//! Roll calls: put in, put in again, listed, counted, carried by a backup, and looked after by the check.

use crate::engines::{Place, on_each_engine};
use plenum_model::PartialDate;
use plenum_model::vote::{RollCall, RollCallFacts, Tally, Vote, VoteChange, VotedOn};
use plenum_store::actors::Actor;
use plenum_store::votes::{Counted, RollCallFilter};

fn call(id: &str, date: &str, votes: &[(&str, Vote)]) -> RollCall {
    let facts = RollCallFacts {
        id: id.into(),
        body: "An assembly".into(),
        session: Some("7".into()),
        symbol: Some("A/RES/7/1".into()),
        on: VotedOn::Paragraph,
        title: format!("Lights, {id}"),
        question: "To light the harbour.".into(),
        date: PartialDate::parse(date).ok(),
        process: None,
        decision_rule: Some("A simple majority".into()),
        is_adopted: Some(true),
        issues: vec!["Lights".into(), "Harbours, all".into()],
        source: "a list".into(),
    };
    let votes = votes.iter().map(|(actor, vote)| ((*actor).to_owned(), *vote)).collect();
    let unplaced = vec![("Atlantis".to_owned(), Vote::No)];
    let change = VoteChange { actor: "nor".into(), meant: Vote::Yes, source: "PV.1".into() };
    RollCall { facts, votes, unplaced, changes: vec![change] }
}

async fn fill(place: &Place) -> Vec<(RollCall, i64)> {
    let actor = |slug: &str| Actor { slug: slug.into(), kind: "state".into(), source: "x".into(), ..Actor::default() };
    place.store.put_actors(&["fra", "nor", "per"].map(actor), 1_000).await.unwrap();
    let first = call("r-1", "2001-05", &[("fra", Vote::Yes), ("nor", Vote::Abstain)]);
    let second = call("r-2", "2002-05-07", &[("fra", Vote::No), ("nor", Vote::No), ("per", Vote::Absent)]);
    let calls = vec![(first, 0), (second, 1)];
    let counted = place.store.put_roll_calls(&calls, 1_000).await.unwrap();
    assert_eq!(counted, Counted { new: 2, ..Counted::default() });
    calls
}

#[tokio::test]
async fn a_roll_call_comes_back_as_it_was_put_in_and_again_changes_nothing() {
    on_each_engine(async |place| {
        let mut calls = fill(&place).await;
        assert_eq!(place.store.roll_call("r-2").await.unwrap().as_ref(), Some(&calls[1].0));
        assert_eq!(place.store.roll_call("' or 1=1").await.unwrap(), None);
        let edition = place.store.edition().await.unwrap();
        let again = place.store.put_roll_calls(&calls, 2_000).await.unwrap();
        assert_eq!((again.unchanged, again.new, again.changed), (2, 0, 0));
        assert_eq!(place.store.edition().await.unwrap(), edition);
        calls[0].0.votes.push(("per".into(), Vote::Yes));
        let changed = place.store.put_roll_calls(&calls, 3_000).await.unwrap();
        assert_eq!((changed.unchanged, changed.changed), (1, 1));
        assert!(place.store.edition().await.unwrap() > edition, "kept pages must be made anew");
        let tally = place.store.roll_calls_named(&["r-1"]).await.unwrap()[0].tally;
        assert_eq!(tally, Tally { yes: 2, no: 1, abstain: 1, absent: 0 }, "those not known here are counted");
    })
    .await;
}

#[tokio::test]
async fn roll_calls_are_listed_by_year_and_issue() {
    on_each_engine(async |place| {
        fill(&place).await;
        let ids = async |filter: RollCallFilter| -> Vec<String> {
            let (lines, total) = place.store.roll_calls(&filter, 10, 0).await.unwrap();
            assert_eq!(lines.len() as u64, total);
            lines.into_iter().map(|line| line.facts.id).collect()
        };
        assert_eq!(ids(RollCallFilter::default()).await, ["r-2", "r-1"]);
        assert_eq!(ids(RollCallFilter { year: Some(2001), ..Default::default() }).await, ["r-1"]);
        assert_eq!(ids(RollCallFilter { issue: Some("Harbours, all".into()), ..Default::default() }).await.len(), 2);
        assert_eq!(ids(RollCallFilter { issue: Some("Harbours".into()), ..Default::default() }).await.len(), 0);
        assert_eq!(place.store.roll_call_years().await.unwrap(), [(2002, 1), (2001, 1)]);
        assert_eq!(place.store.roll_call_issues().await.unwrap(), ["Harbours, all", "Lights"]);
        assert_eq!(place.store.roll_call_sources().await.unwrap(), ["a list"]);
        let ballots = place.store.ballots().await.unwrap();
        assert_eq!((ballots.calls(), ballots.votes()), (2, 4));
        let years = ballots.between(&ballots.alone("fra"), &ballots.alone("nor"));
        assert_eq!(
            years.iter().map(|(year, a)| (*year, a.permille())).collect::<Vec<_>>(),
            [(2001, Some(500)), (2002, Some(1000))]
        );
    })
    .await;
}

#[tokio::test]
async fn a_backup_carries_votes_and_the_check_knows_them() {
    on_each_engine(async |from| {
        fill(&from).await;
        assert_eq!(from.store.check(&from.files).await.unwrap().findings, []);
        let file = from.folder.path().join("backup.tar.zst");
        from.store.backup(&from.files, &file, 9_000).await.unwrap();
        let to = Place::sqlite().await;
        to.store.restore(&to.files, &file).await.unwrap();
        assert_eq!(to.store.roll_call("r-2").await.unwrap(), from.store.roll_call("r-2").await.unwrap());
        let pool = sqlx::SqlitePool::connect(&to.url).await.unwrap();
        sqlx::query("update roll_call set votes = 'YYY' where roll_call_id = 'r-2'").execute(&pool).await.unwrap();
        sqlx::query("update voter set actor = 'nobody' where seat = 0").execute(&pool).await.unwrap();
        let findings = to.store.check(&to.files).await.unwrap().findings;
        let places: Vec<&str> = findings.iter().map(|finding| finding.place.as_str()).collect();
        assert_eq!(places, ["seat 0 of nobody", "r-2"]);
    })
    .await;
}
