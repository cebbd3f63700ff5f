//! The verbs with `--database postgres://…`: everything that they keep is there, and nothing in a file of SQLite.

use crate::plenum::Data;
use crate::postgres;

#[test]
fn import_search_check_and_backup_reach_postgresql() {
    let Some(server) = postgres::server() else { return };
    let url = server.database();
    let data = Data::new();
    let on_postgres = |arguments: &[&str]| data.json(&[arguments, &["--database", &url]].concat());
    let (status, summary) = on_postgres(&["import", "tests/documents"]);
    assert_eq!((status, summary["new"].as_u64()), (Some(0), Some(10)), "{summary}");
    let (status, again) = on_postgres(&["import", "tests/documents"]);
    assert_eq!((status, again["unchanged"].as_u64()), (Some(0), Some(10)), "{again}");
    let (status, found) = on_postgres(&["search", "punto de contacto", "--language", "es"]);
    assert_eq!((status, found["hits"][0]["address"].as_str()), (Some(0), Some("/d/A/86/902/es1/p/3")), "{found}");
    let (status, checked) = on_postgres(&["check"]);
    assert_eq!((status, checked["findings"].as_array().map(Vec::len)), (Some(0), Some(0)), "{checked}");
    assert!(!data.path("data").join("plenum.sqlite").exists(), "a file of SQLite was made beside PostgreSQL");

    // What is backed up from PostgreSQL can be restored into SQLite.
    let file = data.path("all.tar.zst");
    let saved = data.command(&["backup", &file.to_string_lossy(), "--database", &url]).status().expect("it starts");
    assert!(saved.success());
    let other = Data::new();
    let restored = other.command(&["restore", &file.to_string_lossy()]).status().expect("it starts");
    assert!(restored.success());
    let (_, found) = other.json(&["search", "punto de contacto", "--language", "es"]);
    assert_eq!(found["hits"][0]["address"].as_str(), Some("/d/A/86/902/es1/p/3"), "{found}");
}

#[test]
fn a_database_that_cannot_be_reached_is_named_without_its_password() {
    let data = Data::new();
    let url = "postgres://someone:secret@127.0.0.1:1/none";
    let output = data.run(&["search", "words", "--database", url]);
    let said = crate::plenum::words(&output);
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(!said.contains("secret"), "{said}");
}
