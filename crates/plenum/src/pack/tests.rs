//! Packs: every fault has its line, our own have none, and what is loaded is written back.

use super::*;
use plenum_store::Store;
use plenum_store::facts::Authority;
use plenum_store::hash::ContentHash;
use plenum_store::packs::PackLoad;

fn check(file: &str, text: &str, expected: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let head = "format = 1\nname = \"t\"\nversion = \"1\"\ntitle = \"T\"\nlanguage = \"en\"\n";
    std::fs::write(folder.path().join("pack.toml"), head).expect("written");
    std::fs::write(folder.path().join(file), text).expect("written");
    let faults = read(folder.path()).expect_err("a fault");
    assert_eq!(faults[0].to_string(), expected);
}

#[test]
fn every_fault_names_its_line() {
    check(
        "processes.toml",
        "[[process]]\nslug = \"A B\"\nname = \"N\"\nsummary = \"S\"\nsource = \"s\"\n",
        "processes.toml:2: \"A B\" is no slug: use lower-case letters, digits and single hyphens",
    );
    check(
        "norms.toml",
        "[[norm]]\nkey = \"a\"\nsymbol = \"A/1\"\nlabel = \"L\"\nsource = \"\"\n",
        "norms.toml:5: the source is empty: name the page that shows the fact",
    );
    check(
        "documents.toml",
        "[[document]]\nsymbol = \"A/1\"\ntitle = \"T\"\nkind = \"novel\"\nstanding = \"adopted\"\nsource = \"s\"\n",
        "documents.toml:4: \"novel\" is no kind of document",
    );
}

#[test]
fn a_session_needs_its_process() {
    check(
        "sessions.toml",
        "[[session]]\nprocess = \"p\"\nname = \"N\"\nsource = \"s\"\n",
        "sessions.toml:1: the process \"p\" of \"N\" is not in processes.toml",
    );
}

#[test]
fn a_deadline_needs_its_process_a_kind_and_a_time() {
    let row = "[[deadline]]\nprocess = \"p\"\nkind = \"silence\"\nname = \"N\"\non = \"2025-07-11\"\nsource = \"s\"\n";
    check("deadlines.toml", row, "deadlines.toml:1: the process \"p\" of \"N\" is not in processes.toml");
    check(
        "deadlines.toml",
        &row.replace("silence", "session"),
        "deadlines.toml:3: \"session\" is no kind of deadline: write one of meeting, silence, inscription, submission, \
         objection, nomination",
    );
    let in_zone = format!("{row}zone = \"EST\"\n");
    check("deadlines.toml", &in_zone, "deadlines.toml:7: \"EST\" is no zone: write an IANA name, America/New_York");
    check(
        "deadlines.toml",
        &in_zone.replace("EST", "America/New_York"),
        "deadlines.toml:5: \"2025-07-11\" is no time of a zone: write 2025-07-11T18:00",
    );
}

#[test]
fn names_without_a_name_are_refused() {
    check("names.toml", "[[name]]\nof = \"a\"\nnames = [\" \"]\n", "names.toml:2: \"a\" has no names, or an empty one");
}

#[test]
fn our_own_packs_have_no_fault() {
    let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    for folder in std::fs::read_dir(packs).expect("packs").flatten().map(|e| e.path()).filter(|p| is_pack(p)) {
        assert!(read(&folder).is_ok(), "{:?}", read(&folder).err());
    }
}

#[test]
fn a_claim_needs_its_property_and_words_that_show_it() {
    let property = "[[property]]\nsubject = \"A/1\"\nkey = \"force\"\nlabel = \"L\"\n";
    let claim = "[[claim]]\nkey = \"one\"\nsubject = \"A/1\"\nproperty = \"force\"\nvalue = \"30 days\"\n\
        source = \"s\"\nstanding = \"adopted\"\n";
    check("claims.toml", claim, "claims.toml:1: no [[property]] says what \"force\" of \"A/1\" is");
    let lost = format!("{property}{claim}words = [\"30 days\"]\n");
    check("claims.toml", &lost, "claims.toml:9: words are looked for in a document: name it");
    let other = format!("{property}{claim}document = \"A/1\"\nwords = [\"40 days\"]\n");
    check("claims.toml", &other, "claims.toml:9: the first of the words does not show the value \"30 days\"");
    let stranger = property.replace("A/1", "nowhere");
    check(
        "claims.toml",
        &stranger,
        "claims.toml:1: \"nowhere\" is no process, no instrument, no actor and no document's symbol",
    );
}

#[test]
fn a_claim_bears_on_an_issue_of_its_pack() {
    let text = "[[property]]\nsubject = \"A/1\"\nkey = \"force\"\nlabel = \"L\"\n\n[[claim]]\nkey = \"c\"\nsubject = \"A/1\"\n\
                property = \"force\"\nissue = \"fog\"\nvalue = \"30 days\"\nsource = \"s\"\nstanding = \"official\"\n";
    check("claims.toml", text, "claims.toml:6: the issue \"fog\" of \"c\" is not in issues.toml");
}

#[test]
fn a_membership_is_told_with_its_dates() {
    check(
        "groups.toml",
        "[[group]]\nslug = \"league\"\nname = \"League\"\nsource = \"s\"\n\
         membership = [{ member = \"nor\", from = \"soon\" }]\n",
        "groups.toml:5: \"soon\" is not a date: write 2025, 2025-07 or 2025-07-11",
    );
}

/// Loads a pack as `plenum import` does, and gives back what the store tells of it.
async fn loaded(pack: &PackFacts) -> PackFacts {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(&folder.path().join("store.sqlite").to_string_lossy()).await.expect("a store");
    let documents: Vec<_> = pack.documents.iter().map(|(facts, _)| facts.clone()).collect();
    store.learn(&pack.knowledge, 1_000).await.expect("learnt");
    store.put_actors(&pack.actors, 1_000).await.expect("actors");
    store.put_memberships(&pack.memberships, 1_000).await.expect("memberships");
    store.declare(&documents, Authority::Pack, &pack.knowledge.by, 1_000).await.expect("documents");
    let load = PackLoad { pack: pack.head.name.clone(), hash: ContentHash::of(b"pack"), at_ms: 1_000 };
    store.pack_loaded(&load).await.expect("noted");
    store.describe_pack(pack).await.expect("described");
    store.pack_facts(&pack.head.name).await.expect("told").expect("loaded")
}

/// What is compared: memberships in the order of their groups, since groups are written one by one.
fn in_order(mut pack: PackFacts) -> PackFacts {
    pack.memberships.sort_by(|a, b| a.group.cmp(&b.group));
    pack
}

#[test]
fn no_actor_takes_anothers_place() {
    let row = "[[actor]]\nslug = \"nam\"\nkind = \"state\"\nname = \"Namibia\"\n";
    check("actors.toml", &format!("{row}{row}"), "actors.toml:1: the actor \"nam\" is named twice in this pack");
}

#[tokio::test]
async fn a_pack_that_was_loaded_is_written_back_without_loss() {
    let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    for folder in std::fs::read_dir(packs).expect("packs").flatten().map(|e| e.path()).filter(|p| is_pack(p)) {
        let pack = read(&folder).expect("no fault");
        let told = loaded(&pack).await;
        assert_eq!(in_order(told.clone()), in_order(pack.clone()), "{} as the store tells it", folder.display());
        let written = tempfile::tempdir().expect("a folder");
        write(&told, written.path()).expect("written");
        let again = read(written.path()).expect("no fault in what is written");
        assert_eq!(in_order(again), in_order(pack), "{} as it is written", folder.display());
    }
}

#[tokio::test]
async fn an_export_keeps_what_an_editor_named_apart_from_what_the_pack_tells() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(&folder.path().join("store.sqlite").to_string_lossy()).await.expect("a store");
    let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/un-ict-security");
    let pack = read(&packs).expect("no fault");
    store.learn(&pack.knowledge, 1_000).await.expect("learnt");
    let load = PackLoad { pack: pack.head.name.clone(), hash: ContentHash::of(b"pack"), at_ms: 1_000 };
    store.pack_loaded(&load).await.expect("noted");
    assert!(store.enter_issue("global-mechanism", "budget", "Budget", 2_000).await.expect("entered"));
    let told = store.pack_facts(&pack.head.name).await.expect("told").expect("loaded");
    let written = tempfile::tempdir().expect("a folder");
    write(&told, written.path()).expect("written");
    let text = std::fs::read_to_string(written.path().join("issues.toml")).expect("issues");
    assert!(text.contains("slug = \"budget\"") && text.matches("entered = true").count() == 1, "{text}");
    let again = read(written.path()).expect("no fault in what is written").knowledge.issues;
    assert_eq!(again.last().and_then(|issue| issue.entered_for.as_deref()), Some("global-mechanism"));
    assert_eq!(again.len(), pack.knowledge.issues.len() + 1);
}

#[test]
fn an_issue_is_told_once_and_an_entered_one_has_its_process() {
    let process = "[[process]]\nslug = \"p\"\nname = \"P\"\nsummary = \"S\"\nsource = \"s\"\n";
    let folder = tempfile::tempdir().expect("a folder");
    let head = "format = 1\nname = \"t\"\nversion = \"1\"\ntitle = \"T\"\nlanguage = \"en\"\n";
    std::fs::write(folder.path().join("pack.toml"), head).expect("written");
    std::fs::write(folder.path().join("processes.toml"), process).expect("written");
    let row = "[[issue]]\nslug = \"a\"\nname = \"A\"\nsummary = \"S\"\nprocesses = [\"p\"]\nsource = \"s\"\n";
    std::fs::write(folder.path().join("issues.toml"), format!("{row}{row}")).expect("written");
    assert_eq!(read(folder.path()).expect_err("twice")[0].to_string(), "issues.toml:7: \"a\" is named twice");
    check(
        "issues.toml",
        "[[issue]]\nslug = \"a\"\nname = \"A\"\nentered = true\nsource = \"s\"\n",
        "issues.toml:2: an issue that an editor entered names the one process at whose desk it was",
    );
    check(
        "issues.toml",
        "[[issue]]\nslug = \"a\"\nname = \"A\"\nsource = \"s\"\n",
        "issues.toml:2: a summary is missing: say in a sentence what the issue is about",
    );
}

#[test]
fn the_world_holds_its_states_and_regional_groups() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/world");
    let world = read(&folder).expect("no fault");
    let of_kind = |kind: &str| world.actors.iter().filter(|actor| actor.kind == kind).collect::<Vec<_>>();
    let (states, observers) = (of_kind("state"), of_kind("observer"));
    assert_eq!((states.len(), observers.len()), (193, 2));
    assert!(observers.iter().any(|actor| actor.slug == "vat"), "the Holy See observes");
    for actor in states.iter().chain(&observers) {
        let languages: std::collections::BTreeSet<_> = actor.names.iter().map(|(tag, _)| tag.as_str()).collect();
        assert_eq!(languages.len(), 6, "{}", actor.slug);
        assert!(actor.iso2.is_some() && actor.m49.is_some(), "{}", actor.slug);
    }
    let members = |group: &str| {
        let full =
            world.memberships.iter().filter(|one| one.group == group && one.role.is_none() && one.until.is_none());
        full.map(|one| one.member.as_str()).collect::<Vec<_>>()
    };
    let regions = plenum_model::actor::REGIONAL_GROUPS;
    assert_eq!(regions.map(|group| members(group).len()), [54, 53, 23, 33, 28]);
    let in_a_region = |slug: &str| regions.iter().filter(|group| members(group).contains(&slug)).count();
    let alone: Vec<_> = states.iter().filter(|actor| in_a_region(&actor.slug) != 1).map(|actor| &actor.slug).collect();
    assert_eq!(alone, ["kir", "usa"], "every other State counts in exactly one");
    assert_eq!((members("eu").len(), members("asean").len(), members("non-aligned").len()), (27, 11, 120));
    assert_eq!(members("g77").len(), 133, "and China beside them");
    let known = |slug: &str| world.actors.iter().any(|actor| actor.slug == slug);
    assert!(world.memberships.iter().all(|one| known(&one.member) && known(&one.group)));
}

/// A name of what is no longer there is found by nobody: the pack was changed and its names were not.
#[test]
fn our_own_names_are_of_things_that_are_there() {
    let told = read(std::path::Path::new("../../packs/un-ict-security")).expect("a pack").knowledge;
    let world = read(std::path::Path::new("../../packs/world")).expect("a pack");
    let is_there = |of: &str| {
        world.actors.iter().any(|one| one.slug == of)
            || told.processes.iter().any(|one| one.slug == of)
            || told.instruments.iter().any(|one| one.slug == of)
            || told.terms.iter().any(|one| format!("glossary/{}", one.slug) == of)
            || told.sessions.iter().any(|one| format!("{}/{}", one.process, one.name) == of)
            || plenum_model::Symbol::parse(of).is_ok_and(|_| of.starts_with("A/"))
    };
    for one in &told.names {
        assert!(is_there(&one.subject), "{} has names and is not in the pack", one.subject);
    }
}
