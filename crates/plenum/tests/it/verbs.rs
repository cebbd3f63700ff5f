//! The verbs, as a person at a terminal meets them.

use crate::plenum::{Data, program, words};

#[test]
fn what_is_imported_is_found_in_six_languages() {
    let data = Data::new();
    let (status, summary) = data.json(&["import", "tests/documents"]);
    assert_eq!((status, summary["new"].as_u64()), (Some(0), Some(10)), "{summary}");
    for (question, language) in [
        ("point of contact", "en"),
        ("point de contact", "fr"),
        ("punto de contacto", "es"),
        ("контактное лицо", "ru"),
        ("جهة اتصال", "ar"),
        ("联络点", "zh"),
    ] {
        let (status, found) = data.json(&["search", question, "--language", language, "--symbol", "A/86/902"]);
        assert_eq!(status, Some(0), "{question}");
        let wanted = format!("/d/A/86/902/{language}1/p/3");
        let hits = found["hits"].as_array().expect("hits");
        assert!(hits.iter().take(2).any(|hit| hit["address"] == wanted.as_str()), "{question}: {found}");
    }
}

#[test]
fn importing_again_changes_nothing() {
    let data = Data::new();
    data.json(&["import", "tests/documents"]);
    let (status, summary) = data.json(&["import", "tests/documents"]);
    assert_eq!(
        (status, summary["new"].as_u64(), summary["unchanged"].as_u64()),
        (Some(0), Some(0), Some(10)),
        "{summary}"
    );
}

#[test]
fn a_corrected_file_becomes_a_revision() {
    let data = Data::new();
    let file = data.path("paper.md");
    let say = |text: &str| std::fs::write(&file, text).expect("written");
    say("# Paper\n\n1. The first words stay.\n\n2. These words are wrong here.\n");
    data.json(&["import", &file.to_string_lossy()]);
    say("# Paper\n\n1. The first words stay.\n\n2. These words are right here.\n");
    let (_, summary) = data.json(&["import", &file.to_string_lossy()]);
    assert_eq!(summary["revised"].as_u64(), Some(1), "{summary}");
    let (_, found) = data.json(&["search", "words right here"]);
    assert_eq!(found["hits"][0]["address"].as_str(), Some("/d/doc/paper/en2/p/2"), "{found}");
}

#[test]
fn statements_of_a_record_set_keep_their_actor() {
    let data = Data::new();
    data.json(&["import", "tests/documents/statements.jsonl"]);
    let (_, found) = data.json(&["search", "register", "--actor", "nor"]);
    assert!(found["hits"][0]["address"].as_str().is_some_and(|a| a.starts_with("/d/lights/2/NOR/")), "{found}");
}

#[test]
fn the_exit_status_tells_how_it_ended() {
    let data = Data::new();
    let status = |arguments: &[&str]| data.run(arguments).status.code();
    assert_eq!(status(&["search", "nothing is here"]), Some(1));
    assert_eq!(status(&["import", "no/such/file"]), Some(2));
    assert_eq!(status(&["import", "tests/documents", "--standing", "sacred"]), Some(2));
    assert_eq!(status(&["fly"]), Some(2));
    assert_eq!(status(&["extract", "no/such/file"]), Some(2));
    assert_eq!(status(&["check"]), Some(0));
}

#[test]
fn data_may_be_named_before_and_after_the_verb() {
    let data = Data::new();
    let folder = data.path("elsewhere");
    let output = program().args(["check", "--data"]).arg(&folder).output().expect("started");
    assert!(output.status.success() && folder.join("plenum.sqlite").exists(), "{}", words(&output));
}

#[test]
fn a_refused_file_says_why_and_the_others_are_kept() {
    let data = Data::new();
    let folder = data.path("in");
    std::fs::create_dir(&folder).expect("made");
    std::fs::write(folder.join("good.txt"), "1. Good words stay.\n").expect("written");
    std::fs::write(folder.join("bad.pdf"), b"%PDF-1.7\nnothing follows").expect("written");
    let (status, summary) = data.json(&["import", &folder.to_string_lossy()]);
    assert_eq!((status, summary["new"].as_u64()), (Some(1), Some(1)), "{summary}");
    assert!(summary["refused"][0]["why"].as_str().is_some_and(|why| why.len() > 20), "{summary}");
}

#[test]
fn a_backup_comes_back_whole_and_is_not_written_over() {
    let data = Data::new();
    data.json(&["import", "tests/documents"]);
    let file = data.path("all.tar.zst").to_string_lossy().into_owned();
    assert_eq!(data.run(&["backup", &file]).status.code(), Some(0));
    assert_eq!(data.run(&["backup", &file]).status.code(), Some(2));
    assert_eq!(data.run(&["restore", &file]).status.code(), Some(3), "into a store that is not empty");
    let other = Data::new();
    let restored = other.run(&["restore", &file]);
    assert_eq!(restored.status.code(), Some(0), "{}", words(&restored));
    let (_, checked) = other.json(&["check"]);
    assert_eq!(checked["findings"].as_array().map(Vec::len), Some(0), "{checked}");
    assert_eq!(other.json(&["search", "联络点"]).0, Some(0));
}

#[test]
fn a_damaged_file_is_found_by_the_check() {
    let data = Data::new();
    data.json(&["import", "tests/documents/harbour-lights.en.html"]);
    let mut waiting = vec![data.path("data/files")];
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            if entry.path().is_dir() {
                waiting.push(entry.path());
            } else {
                std::fs::remove_file(entry.path()).expect("removed");
                std::fs::write(entry.path(), b"other words").expect("written");
            }
        }
    }
    let (status, checked) = data.json(&["check"]);
    assert_eq!(status, Some(1));
    assert!(!checked["findings"].as_array().expect("findings").is_empty());
}

#[test]
fn every_verb_has_an_example() {
    for verb in ["serve", "import", "extract", "search", "digest", "evaluate", "reindex", "backup", "restore", "check"]
    {
        let output = program().args([verb, "--help"]).output().expect("started");
        assert!(String::from_utf8_lossy(&output.stdout).contains("Example"), "{verb}");
    }
}

#[test]
fn a_reading_is_one_json_value() {
    let output =
        program().args(["extract", "tests/documents/harbour-lights.ar.html", "--json"]).output().expect("started");
    let reading: serde_json::Value = serde_json::from_slice(&output.stdout).expect("one JSON value");
    assert_eq!((reading["language"].as_str(), reading["symbol"].as_str()), (Some("ar"), Some("A/86/902")));
    let numbers: Vec<&str> = reading["paragraphs"]
        .as_array()
        .expect("paragraphs")
        .iter()
        .filter(|p| p["kind"] == "paragraph")
        .filter_map(|p| p["number"].as_str())
        .collect();
    assert_eq!(numbers, ["1", "2", "3", "4", "5", "6"]);
}

#[test]
fn a_pack_that_was_imported_is_written_back() {
    let data = Data::new();
    data.json(&["import", "packs/world", "packs/un-ict-security"]);
    let folder = data.path("written");
    let (status, told) = data.json(&["export", "--pack", "un-ict-security", &folder.to_string_lossy()]);
    assert_eq!((status, told["pack"].as_str()), (Some(0), Some("un-ict-security")), "{told}");
    let (status, faults) = data.json(&["check", &folder.to_string_lossy()]);
    assert_eq!(status, Some(0), "{faults}");
    let refused = data.run(&["export", "--pack", "nowhere", &folder.to_string_lossy()]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(words(&refused).contains("world"), "it names what is loaded: {}", words(&refused));
}

#[test]
fn a_transcript_becomes_the_statements_of_a_meeting() {
    let data = Data::new();
    data.json(&["import", "packs/world"]);
    let transcript =
        ["import", "tests/transcripts/third-meeting.vtt", "--process", "lights", "--meeting", "Third meeting"];
    let (status, summary) = data.json(&transcript);
    assert_eq!((status, summary["statements"]["new"].as_u64()), (Some(0), Some(4)), "{summary}");
    assert_eq!(summary["statements"]["meeting"], "/meetings/1");
    let (_, again) = data.json(&transcript);
    assert_eq!(
        (again["statements"]["new"].as_u64(), again["statements"]["same"].as_u64()),
        (Some(0), Some(4)),
        "{again}"
    );
    let (_, found) = data.json(&["search", "green lamps", "--process", "lights"]);
    assert_eq!(found["hits"][0]["address"], "/d/transcript/lights/third-meeting/en1/p/0+4", "{found}");
    assert_eq!(data.run(&["check"]).status.code(), Some(0));
}

#[test]
fn a_transcript_needs_its_meeting_and_its_process() {
    let data = Data::new();
    let status = |arguments: &[&str]| data.run(arguments).status.code();
    let file = "tests/transcripts/third-meeting.vtt";
    assert_eq!(status(&["import", file, "--transcript"]), Some(2));
    assert_eq!(status(&["import", file, "--meeting", "Third meeting"]), Some(2));
    assert_eq!(status(&["import", file, "--meeting", "Third", "--process", "lights", "--date", "soon"]), Some(2));
    assert_eq!(
        status(&["import", file, "tests/documents/statements.jsonl", "--meeting", "Third", "--process", "lights"]),
        Some(2)
    );
    assert_eq!(status(&["import", file, "--meeting", "T", "--process", "lights", "--video", "javascript:x"]), Some(2));
}
