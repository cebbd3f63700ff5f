//! Sessions and events stand in one list; what changed counts its changes, what did not does not.

use crate::engines::on_each_engine;
use plenum_model::calendar::{Event, EventKind, EventStatus, When};
use plenum_model::process::{Process, Session};
use plenum_model::{Moment, PartialDate, Zone};
use plenum_store::calendar::EventsKept;
use plenum_store::processes::Knowledge;

fn process(slug: &str) -> Process {
    Process {
        slug: slug.into(),
        name: slug.to_uppercase(),
        summary: "What it is.".into(),
        mandate: None,
        predecessor: None,
        decision_rule: None,
        chair: None,
        from: None,
        until: None,
        source: "a page".into(),
        is_confirmed: true,
        ..Process::default()
    }
}

fn session(name: &str, from: Option<&str>) -> Session {
    Session {
        process: "oewg".into(),
        name: name.into(),
        from: from.and_then(|day| PartialDate::parse(day).ok()),
        until: None,
        place: None,
        outcome: None,
        source: "a page".into(),
        is_confirmed: true,
        ..Session::default()
    }
}

fn silence(at: &str) -> Event {
    let zone = Zone::find("America/New_York").unwrap();
    Event {
        process: "oewg".into(),
        uid: "silence 1".into(),
        kind: EventKind::Silence,
        name: "Silence on the report".into(),
        about: Some("Rev.1".into()),
        when: Moment::parse(at, zone).map(|from| When::Moments { from, until: None }),
        place: None,
        link: None,
        actor: None,
        status: EventStatus::Confirmed,
        source: "a letter".into(),
        is_confirmed: true,
    }
}

#[tokio::test]
async fn sessions_and_events_stand_in_the_order_of_time() {
    on_each_engine(async |place| {
        let sessions =
            vec![session("Later", Some("2026-08")), session("Earlier", Some("2026-07-20")), session("Some day", None)];
        let knowledge =
            Knowledge { processes: vec![process("oewg"), process("igf")], sessions, ..Knowledge::default() };
        place.store.learn(&knowledge, 1_000).await.unwrap();
        place.store.put_events(&[silence("2026-07-25T18:00")], 2_000).await.unwrap();
        let lines = place.store.calendar(None).await.unwrap();
        let names: Vec<&str> = lines.iter().map(|line| line.event.name.as_str()).collect();
        assert_eq!(names, ["Earlier", "Silence on the report", "Later", "Some day"]);
        assert_eq!((&lines[1].event, lines[1].process_name.as_str()), (&silence("2026-07-25T18:00"), "OEWG"));
        assert!(place.store.calendar(Some("igf")).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_is_said_again_is_not_a_change() {
    on_each_engine(async |place| {
        let knowledge = |from| Knowledge {
            processes: vec![process("oewg")],
            sessions: vec![session("First", Some(from))],
            ..Knowledge::default()
        };
        let kept = |new, changed, unchanged| EventsKept { new, changed, unchanged };
        let told = async || {
            let lines = place.store.calendar(Some("oewg")).await.unwrap();
            lines.iter().map(|line| (line.sequence, line.changed_at_ms)).collect::<Vec<_>>()
        };
        place.store.learn(&knowledge("2026-07-01"), 1_000).await.unwrap();
        assert_eq!(place.store.put_events(&[silence("2026-07-25T18:00")], 1_000).await.unwrap(), kept(1, 0, 0));
        let edition = place.store.edition().await.unwrap();
        assert_eq!(place.store.put_events(&[silence("2026-07-25T18:00")], 2_000).await.unwrap(), kept(0, 0, 1));
        assert_eq!(place.store.edition().await.unwrap(), edition);
        place.store.learn(&knowledge("2026-07-01"), 2_000).await.unwrap();
        assert_eq!(told().await, [(0, 1_000), (0, 1_000)]);
        assert_eq!(place.store.put_events(&[silence("2026-07-26T18:00")], 3_000).await.unwrap(), kept(0, 1, 0));
        place.store.learn(&knowledge("2026-07-02"), 3_000).await.unwrap();
        assert_eq!(told().await, [(1, 3_000), (1, 3_000)]);
        let mut lost = silence("2026-07-26T18:00");
        lost.process = "unknown".into();
        assert!(place.store.put_events(&[lost], 4_000).await.is_err(), "an event belongs to a process that is held");
    })
    .await;
}
