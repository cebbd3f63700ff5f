//! Facts of documents, processes and actors: who may say what, and what is remembered of it.

use crate::engines::on_each_engine;
use crate::world::{self, compare, hash, keep, reading, symbol};
use plenum_model::process::{Norm, Process, Session};
use plenum_model::{DocumentFacts, PartialDate, Standing};
use plenum_store::actors::{Actor, Membership};
use plenum_store::facts::Authority;
use plenum_store::packs::PackLoad;
use plenum_store::processes::Knowledge;

#[tokio::test]
async fn a_weaker_voice_only_fills_what_is_empty() {
    on_each_engine(async |place| {
        let mut pack = DocumentFacts::from_symbol(symbol("A/80/257"), "Final report");
        pack.standing = Standing::Adopted;
        place.store.declare(&[pack], Authority::Pack, "a pack", 1_000).await.unwrap();
        let mut new = world::new(&place, "A/80/257", reading("en", &["1. First"])).await;
        new.facts.title = "FINAL REPORT OF THE GROUP".into();
        new.facts.issuer = Some("General Assembly".into());
        place.store.keep(new, "the importer", 2_000, &compare).await.unwrap();
        let facts = place.store.document(&symbol("A/80/257")).await.unwrap().unwrap().document.facts;
        assert_eq!((facts.title.as_str(), facts.standing), ("Final report", Standing::Adopted));
        assert_eq!(facts.issuer.as_deref(), Some("General Assembly"));
        let mut right = facts.clone();
        right.issuer = Some("Secretariat".into());
        place.store.declare(&[right], Authority::Editor, "Ada", 3_000).await.unwrap();
        let journal = place.store.fact_changes(&symbol("A/80/257")).await.unwrap();
        let told: Vec<String> = journal
            .iter()
            .map(|c| format!("{} {:?} -> {:?} by {} at {}", c.fact, c.before, c.after, c.by, c.at_ms))
            .collect();
        assert_eq!(
            told,
            [
                r#"issuer Some("General Assembly") -> Some("Secretariat") by Ada at 3000"#,
                r#"issuer None -> Some("General Assembly") by the importer at 2000"#,
            ]
        );
    })
    .await;
}

fn process(slug: &str, predecessor: Option<&str>) -> Process {
    Process {
        slug: slug.into(),
        name: slug.to_uppercase(),
        summary: "What it is.".into(),
        mandate: Some("A/RES/75/240".into()),
        predecessor: predecessor.map(str::to_owned),
        from: PartialDate::parse("2021").ok(),
        source: "a page".into(),
        is_confirmed: true,
        ..Process::default()
    }
}

#[tokio::test]
async fn a_process_is_learnt_and_learnt_again() {
    on_each_engine(async |place| {
        let session = Session {
            process: "oewg".into(),
            name: "First session".into(),
            from: PartialDate::parse("2021-12-13").ok(),
            until: None,
            place: Some("New York".into()),
            outcome: None,
            documents: vec!["A/76/135".into()],
            source: "a page".into(),
            is_confirmed: false,
        };
        let norm = Norm {
            set: "norm".into(),
            key: "13(a)".into(),
            symbol: "a/76/135".into(),
            label: "Cooperate".into(),
            source: "a page".into(),
            is_confirmed: true,
        };
        let knowledge = Knowledge {
            processes: vec![process("oewg", None), process("mechanism", Some("oewg"))],
            sessions: vec![session],
            norms: vec![norm],
            ..Knowledge::default()
        };
        place.store.learn(&knowledge, 1_000).await.unwrap();
        place.store.learn(&knowledge, 2_000).await.unwrap();
        let mut facts = DocumentFacts::from_symbol(symbol("A/76/135"), "Report");
        facts.process = Some("oewg".into());
        place.store.declare(&[facts], Authority::Pack, "a pack", 1_000).await.unwrap();
        let page = place.store.process("oewg").await.unwrap().unwrap();
        assert_eq!((page.line.documents, page.line.with_text), (1, 0));
        assert_eq!((page.sessions, page.norms), (knowledge.sessions.clone(), knowledge.norms.clone()));
        assert_eq!(page.successors, [("mechanism".to_owned(), "MECHANISM".to_owned())]);
        assert_eq!(place.store.processes().await.unwrap().len(), 2);
        assert_eq!(place.store.process("' or 1=1\0").await.unwrap(), None);
        let document = place.store.document(&symbol("A/76/135")).await.unwrap().unwrap().document;
        assert_eq!(document.process_name.as_deref(), Some("OEWG"));
        let mut lost = knowledge.sessions[0].clone();
        lost.process = "unknown".into();
        let refused = place.store.learn(&Knowledge { sessions: vec![lost], ..Default::default() }, 3_000).await;
        assert!(refused.is_err(), "a session belongs to a process that is held");
    })
    .await;
}

#[tokio::test]
async fn groups_are_those_of_the_documents_date() {
    on_each_engine(async |place| {
        let names = vec![("en".into(), "United Kingdom".into()), ("fr".into(), "Royaume-Uni".into())];
        let state =
            Actor { slug: "gbr".into(), kind: "state".into(), names, source: "a list".into(), ..Actor::default() };
        place.store.put_actors(std::slice::from_ref(&state), 1_000).await.unwrap();
        for (of, date) in [("S/2019", "2019-09"), ("S/2021", "2021-09")] {
            let mut new = world::new(&place, of, reading("en", &["Words"])).await;
            new.facts.actor = Some("gbr".into());
            new.facts.date = PartialDate::parse(date).ok();
            place.store.keep(new, "a test", 1_000, &compare).await.unwrap();
        }
        let upto = place.store.last_change().await.unwrap();
        let union = Membership {
            group: "eu".into(),
            member: "gbr".into(),
            from: PartialDate::parse("1973").ok(),
            until: PartialDate::parse("2020-01-31").ok(),
            role: None,
            source: "a list".into(),
        };
        place.store.put_memberships(std::slice::from_ref(&union), 2_000).await.unwrap();
        let batch = place.store.index_batch(upto, 100).await.unwrap();
        let groups: Vec<_> = batch.add.iter().map(|e| (e.symbol.as_str(), e.groups.len())).collect();
        assert_eq!(groups, [("S/2019", 1), ("S/2021", 0)]);
        let upto = place.store.last_change().await.unwrap();
        place.store.put_memberships(std::slice::from_ref(&union), 3_000).await.unwrap();
        assert_eq!(place.store.last_change().await.unwrap(), upto, "nothing changed, so the index has nothing to do");
        assert_eq!(place.store.memberships("gbr").await.unwrap(), [union]);
        assert_eq!(place.store.actor("gbr").await.unwrap(), Some(state));
        let line = &place.store.actors("fr").await.unwrap()[0];
        assert_eq!((line.name.as_str(), line.documents), ("Royaume-Uni", 2));
    })
    .await;
}

#[tokio::test]
async fn packs_and_settings_are_remembered() {
    on_each_engine(async |place| {
        keep(&place, "A/1", "en", &["1. First"]).await;
        for (words, at_ms) in [("one", 1_000), ("two", 2_000)] {
            let load = PackLoad { pack: "un".into(), hash: hash(words), at_ms };
            place.store.pack_loaded(&load).await.unwrap();
            assert_eq!(place.store.packs().await.unwrap(), [load]);
            place.store.set_setting("look", words, at_ms).await.unwrap();
            assert_eq!(place.store.setting("look").await.unwrap().as_deref(), Some(words));
        }
        assert_eq!(place.store.setting("other").await.unwrap(), None);
    })
    .await;
}
