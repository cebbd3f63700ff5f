//! Issues: one list of what packs tell and editors name; neither takes the other's away.

use crate::engines::{Place, on_each_engine};
use crate::world::keep;
use plenum_model::Address;
use plenum_model::knowledge::Issue;
use plenum_model::process::Process;
use plenum_model::statement::Stance;
use plenum_store::actors::Actor;
use plenum_store::positions::NewPosition;
use plenum_store::processes::Knowledge;

fn issue(slug: &str) -> Issue {
    Issue {
        slug: slug.into(),
        name: format!("The {slug}"),
        summary: "What it is about.".into(),
        processes: vec!["lights".into(), "fog".into()],
        source: "a page".into(),
        ..Issue::default()
    }
}

/// An edition of the pack with these issues.
async fn told(place: &Place, issues: &[Issue], at_ms: i64) {
    let process = Process { slug: "lights".into(), name: "Lights".into(), source: "s".into(), ..Process::default() };
    let knowledge = Knowledge {
        pack: "lamps".into(),
        by: format!("pack lamps {at_ms}"),
        processes: vec![process],
        issues: issues.to_vec(),
        ..Knowledge::default()
    };
    place.store.learn(&knowledge, at_ms).await.unwrap();
}

/// Slugs of the issues of a process, an editor's own in brackets.
async fn listed(place: &Place, process: &str) -> Vec<String> {
    let name = |one: Issue| if one.entered_for.is_some() { format!("({})", one.slug) } else { one.slug };
    place.store.issues_of(process).await.unwrap().into_iter().map(name).collect()
}

#[tokio::test]
async fn what_an_editor_named_stands_beside_what_packs_tell() {
    on_each_engine(async |place| {
        told(&place, &[issue("height"), issue("colour")], 1).await;
        assert!(place.store.enter_issue("lights", "smoke", "Smoke", 2).await.unwrap());
        assert!(place.store.enter_issue("lights", "smoke", "Smoke and fog", 3).await.unwrap(), "named anew");
        assert!(!place.store.enter_issue("lights", "height", "Mine", 4).await.unwrap(), "the pack tells it");
        assert_eq!(listed(&place, "lights").await, ["height", "colour", "(smoke)"]);
        assert_eq!(listed(&place, "fog").await, ["height", "colour"], "another process has its own");
        assert_eq!(place.store.issue_name("lights", "smoke").await.unwrap().as_deref(), Some("Smoke and fog"));
        assert_eq!(place.store.issue_name("fog", "smoke").await.unwrap(), None);
        told(&place, &[issue("height")], 5).await;
        assert_eq!(listed(&place, "lights").await, ["height", "(smoke)"], "a new edition takes only the pack's");
        told(&place, &[issue("height"), issue("smoke")], 6).await;
        assert_eq!(listed(&place, "lights").await, ["height", "smoke"], "what the pack tells too is the pack's");
    })
    .await;
}

#[tokio::test]
async fn an_issue_on_which_something_stands_does_not_go_with_the_pack() {
    on_each_engine(async |place| {
        let names = vec![("en".into(), "Norland".into())];
        let nor = Actor { slug: "nor".into(), kind: "state".into(), names, source: "s".into(), ..Actor::default() };
        place.store.put_actors(&[nor], 1).await.unwrap();
        keep(&place, "A/1", "en", &["12. We support green lamps."]).await;
        told(&place, &[issue("height"), issue("colour")], 1).await;
        let quotation = NewPosition {
            process: "lights".into(),
            issue: "colour".into(),
            actor: "nor".into(),
            stance: Stance::Supports,
            address: Address::parse("A/1/en1/p/12").unwrap(),
            words: "green lamps".into(),
        };
        place.store.place_position(&quotation, "an editor", 2).await.unwrap().expect("placed");
        told(&place, &[], 3).await;
        assert_eq!(listed(&place, "lights").await, ["(colour)"]);
        assert_eq!(place.store.issue_name("lights", "colour").await.unwrap().as_deref(), Some("The colour"));
        assert_eq!(place.store.check(&place.files).await.unwrap().findings, []);
        told(&place, &[issue("colour")], 4).await;
        assert_eq!(listed(&place, "lights").await, ["colour"], "and comes back to it");
    })
    .await;
}

/// Runs the migrations of these versions, on a database of its own.
async fn migrate(pool: &sqlx::SqlitePool, versions: std::ops::RangeInclusive<i64>) {
    let all = sqlx::migrate!("./migrations");
    for migration in all.iter().filter(|one| versions.contains(&one.version)) {
        sqlx::raw_sql(migration.sql.clone()).execute(pool).await.unwrap();
    }
}

#[tokio::test]
async fn the_lists_that_were_two_become_one() {
    let one = sqlx::sqlite::SqlitePoolOptions::new().max_connections(1);
    let pool = one.connect("sqlite::memory:").await.unwrap();
    migrate(&pool, 1..=24).await;
    let before = "insert into issue values ('colour', 'The colour', 'About it.', '[\"lights\",\"fog\"]', null, 's', 'lamps', 3, 1); \
        insert into position_issue values ('lights', 'colour', 'Colour, as I call it', 2); \
        insert into position_issue values ('night', 'colour', 'Colour at night', 2); \
        insert into position_issue values ('lights', 'smoke', 'Smoke', 2);";
    sqlx::raw_sql(before).execute(&pool).await.unwrap();
    migrate(&pool, 25..=25).await;
    let all: Vec<(String, String, String, String)> =
        sqlx::query_as("select slug, entered_for, name, processes from issue order by slug, entered_for")
            .fetch_all(&pool)
            .await
            .unwrap();
    let row = |slug: &str, process: &str, name: &str, processes: &str| {
        (slug.to_owned(), process.to_owned(), name.to_owned(), processes.to_owned())
    };
    assert_eq!(
        all,
        [
            row("colour", "", "The colour", "[\"lights\",\"fog\"]"),
            row("colour", "night", "Colour at night", "[\"night\"]"),
            row("smoke", "lights", "Smoke", "[\"lights\"]"),
        ],
        "what a pack tells is the pack's; the rest is an editor's own"
    );
}
