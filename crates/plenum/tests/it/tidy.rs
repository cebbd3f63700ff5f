//! The map and the habits, held against the code.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the repository")
}

/// Every tracked or new file under `crates` with one of these endings, with its text.
fn files(endings: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut waiting = vec![root().join("crates")];
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|e| endings.iter().any(|x| e == *x)) {
                let text = std::fs::read_to_string(&path).expect("text");
                found.push((path, text));
            }
        }
    }
    assert!(!found.is_empty(), "no file ends in {endings:?}");
    found
}

fn is_test(path: &Path) -> bool {
    path.components().any(|c| c.as_os_str() == "tests") || path.file_name().is_some_and(|n| n == "tests.rs")
}

#[test]
fn the_map_tells_which_crate_may_use_which() {
    let map = std::fs::read_to_string(root().join("ARCHITECTURE.md")).expect("the map");
    let mut allowed: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in map.lines().filter(|l| l.starts_with("| `plenum")) {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let name = cells[1].trim_matches('`').to_owned();
        let may_use = cells[3].split('`').filter(|w| w.starts_with("plenum")).map(str::to_owned).collect();
        allowed.insert(name, may_use);
    }
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
        .current_dir(root())
        .output()
        .expect("cargo metadata");
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    assert_eq!(packages.len(), allowed.len(), "the map and the workspace differ in crates");
    for package in packages {
        let name = package["name"].as_str().expect("a name");
        let may_use = allowed.get(name).unwrap_or_else(|| panic!("{name} is not on the map"));
        for dependency in package["dependencies"].as_array().expect("dependencies") {
            let used = dependency["name"].as_str().expect("a name");
            let is_ours = used.starts_with("plenum") && dependency["kind"].is_null();
            assert!(!is_ours || may_use.contains(used), "{name} uses {used}, which the map does not allow");
        }
    }
}

#[test]
fn every_path_on_the_map_exists() {
    let map = std::fs::read_to_string(root().join("ARCHITECTURE.md")).expect("the map");
    for path in map.split('`').filter(|w| w.starts_with("crates/") || w.starts_with("docs/")) {
        assert!(root().join(path).exists(), "{path} is on the map and not in the house");
    }
}

#[test]
fn every_source_file_says_what_it_is_for() {
    for (path, text) in files(&["rs"]) {
        assert!(text.starts_with("//!"), "{} does not open with //!", path.display());
    }
}

#[test]
fn no_file_is_longer_than_a_reader_can_hold() {
    for (path, text) in files(&["rs", "html", "css", "js"]) {
        let lines = text.lines().count();
        assert!(lines <= 500, "{} has {lines} lines: split it by noun", path.display());
    }
}

#[test]
fn no_module_is_named_for_nothing() {
    for (path, _) in files(&["rs"]) {
        let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
        assert!(
            !["util", "utils", "helper", "helpers", "common", "misc", "manager"].contains(&stem),
            "{}",
            path.display()
        );
    }
}

#[test]
fn the_model_knows_no_serde_and_pure_crates_no_clock() {
    for (path, text) in files(&["rs"]) {
        let name = path.display().to_string();
        let is_pure = ["plenum_model/src", "plenum_documents/src", "plenum_answers/src", "plenum_pages/src"]
            .iter()
            .any(|c| name.contains(c));
        if is_pure && !is_test(&path) {
            for word in ["SystemTime::now", "Instant::now", "std::env::var", "std::fs", "rand::"] {
                assert!(!text.contains(word), "{name} uses {word}");
            }
        }
        assert!(!name.contains("plenum_model/src") || !text.contains("serde"), "{name} names serde");
    }
}

#[test]
fn only_the_store_speaks_sql() {
    for (path, text) in files(&["rs"]) {
        let name = path.display().to_string();
        let is_elsewhere = !name.contains("plenum_store") && !is_test(&path) && !name.contains("evaluate/");
        for start in ["\"select ", "\"insert into ", "\"update ", "\"delete from "] {
            assert!(!is_elsewhere || !text.to_ascii_lowercase().contains(start), "{name} speaks SQL: {start}");
        }
    }
}

#[test]
fn only_one_file_reads_the_environment() {
    for (path, text) in files(&["rs"]) {
        let is_config = path.ends_with("plenum/src/config.rs");
        assert!(is_config || is_test(&path) || !text.contains("env::var"), "{} reads the environment", path.display());
    }
}

#[test]
fn colours_live_in_the_tokens_and_templates_hold_no_style_or_script() {
    for (path, text) in files(&["css"]) {
        if !path.file_name().is_some_and(|n| n.to_string_lossy().starts_with("tokens")) {
            let has_hex =
                text.split('#').skip(1).any(|rest| rest.chars().take_while(char::is_ascii_hexdigit).count() >= 3);
            assert!(!has_hex && !text.contains("rgb("), "{} names a colour", path.display());
        }
    }
    for (path, text) in files(&["html"]) {
        for word in [" style=", "<style", " onclick=", " onload=", "<script>", "javascript:"] {
            assert!(!text.contains(word), "{} holds {word}", path.display());
        }
    }
}

#[test]
fn every_question_of_the_first_page_is_among_those_that_answers_are_measured_by() {
    let measured = std::fs::read_to_string(root().join("evaluation/questions.jsonl")).expect("questions");
    let mut shown = 0;
    for (path, text) in files(&["ftl"]) {
        for line in text.lines().filter(|line| line.starts_with("example-question-")) {
            let question = line.split_once(" = ").expect("a message").1;
            shown += 1;
            assert!(measured.contains(&format!("\"question\": \"{question}\"")), "{}: {question}", path.display());
        }
    }
    assert_eq!(shown, 3 * 6);
}
