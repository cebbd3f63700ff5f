//! `plenum digest` over the packs of this repository: December 2024 to February 2025, every fact in it looked at.

use crate::plenum::Data;
use crate::postgres;
use serde_json::Value;

const QUARTER: [&str; 4] = ["--from", "2024-12-01", "--to", "2025-02-28"];

fn digest(data: &Data, more: &[&str]) -> (Option<i32>, Value) {
    data.json(&[&["digest"], QUARTER.as_slice(), more].concat())
}

fn packs() -> Data {
    let data = Data::new();
    data.json(&["import", "packs/world", "packs/un-ict-security"]);
    data
}

fn texts(edition: &Value, section: &str) -> Vec<String> {
    let sentences = edition["sentences"].as_array().expect("sentences");
    let own = sentences.iter().filter(|one| one["section"] == section);
    own.map(|one| one["text"].as_str().expect("text").replace('\u{a0}', " ")).collect()
}

#[track_caller]
fn holds(edition: &Value, section: &str, words: &str) {
    let all = texts(edition, section);
    assert!(all.iter().any(|text| text.contains(words)), "no {words:?} in {section}: {all:#?}");
}

#[test]
fn the_winter_of_2024_is_composed_from_the_packs() {
    let data = packs();
    let three = ["--process", "oewg-2021-2025", "--process", "cybercrime-convention", "--process", "igf"];
    let (status, edition) = digest(&data, &[&three, ["--kind", "quarterly"].as_slice()].concat());
    assert_eq!(status, Some(0), "{edition}");
    holds(&edition, "decided", "Adopted text: A/RES/79/237, “Resolution endorsing the third annual progress report”");
    holds(&edition, "decided", "dated 24 December 2024");
    holds(&edition, "decided", "A/RES/79/243, “United Nations Convention against Cybercrime”");
    holds(&edition, "decided", "Adoption by the General Assembly (24 December 2024");
    holds(&edition, "decided", "Ninth substantive session (2 December 2024 – 6 December 2024, New York). No outcome");
    holds(&edition, "decided", "Tenth substantive session (17 February 2025 – 21 February 2025, New York)");
    holds(&edition, "decided", "Positions stayed largely where they were");
    holds(&edition, "decided", "Forum 19: Riyadh 2024");
    holds(&edition, "moved", "“111” States (4 December 2024");
    holds(&edition, "moved", "“116” States (19 February 2025");
    holds(&edition, "moved", "before that “92” States (9 May 2024)");
    holds(
        &edition,
        "moved",
        "Ended: “December 2025” (January 2025, Commentary). Sources contradict one another; the ledger puts first “",
    );
    let moved = texts(&edition, "moved");
    assert!(!moved.iter().any(|text| text.contains("founded in 2020")), "what is past did not move: {moved:#?}");
    holds(&edition, "spoke", "shows no confirmed statement");
    holds(&edition, "published", "no document dated");
    holds(&edition, "next", "Eleventh substantive session: 7 July 2025 – 11 July 2025, New York");
    let sentences = edition["sentences"].as_array().expect("sentences");
    for sentence in sentences {
        assert!(!sentence["citations"].as_array().expect("citations").is_empty(), "{sentence}");
        assert_eq!(sentence["writer"], "software");
    }
    let mut all: Vec<&str> = sentences.iter().filter_map(|one| one["text"].as_str()).collect();
    let count = all.len();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), count, "nothing is said twice");
    for section in ["decided", "moved", "spoke", "published", "next"] {
        assert!(!texts(&edition, section).is_empty(), "{section} is left out");
    }
}

#[test]
fn a_session_is_reported_by_its_name() {
    let data = packs();
    let (status, report) =
        data.json(&["digest", "--process", "oewg-2021-2025", "--session", "tenth substantive session"]);
    assert_eq!(status, Some(0), "{report}");
    let title = report["title"].as_str().expect("title").replace('\u{a0}', " ");
    assert_eq!(title, "Session report: Tenth substantive session, 17 February 2025 – 21 February 2025");
    holds(&report, "session", "17 February 2025 – 21 February 2025, New York.");
    holds(&report, "session", "Chair, as recorded: Burhan Gafoor (Singapore).");
    holds(&report, "session", "Mandate: A/RES/75/240.");
    holds(&report, "decided", "Positions stayed largely where they were");
    holds(&report, "moved", "States listed, on “Confidence-building measures”: “116” States (19 February 2025");
    holds(&report, "moved", "No agreement or disagreement between quotations");
    holds(&report, "proposed", "shows no confirmed statement");
    let wrong = data.run(&["digest", "--process", "oewg-2021-2025", "--session", "Ninetieth session"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("No session of oewg-2021-2025 is called"), "{wrong:?}");
}

#[test]
fn a_transcript_s_statements_are_told_of_and_counted_only_when_confirmed() {
    let data = packs();
    let transcript = ["import", "tests/transcripts/third-meeting.vtt", "--process", "oewg-2021-2025", "--meeting"];
    data.json(&[&transcript, ["Third meeting", "--date", "2025-02-18"].as_slice()].concat());
    let (_, edition) = digest(&data, &["--process", "oewg-2021-2025"]);
    holds(&edition, "spoke", "Third meeting (18 February 2025). Statements that no editor has confirmed");
    let all = texts(&edition, "spoke").join(" ");
    assert!(!all.contains("Confirmed statements:"), "{all}");
}

#[test]
fn where_nothing_is_kept_that_is_said_and_the_status_tells() {
    let data = packs();
    let arguments = ["digest", "--process", "ai-dialogue", "--from", "2010-01-01", "--to", "2010-01-31"];
    let (status, edition) = data.json(&arguments);
    assert_eq!(status, Some(1));
    for section in ["decided", "moved", "spoke", "published"] {
        let all = texts(&edition, section).join(" ");
        assert!(all.contains("the record kept here") || all.contains("The record kept here"), "{section}: {all}");
    }
    let refused = |more: &[&str]| data.run(&[&["digest"], more].concat()).status.code();
    assert_eq!(refused(&["--process", "none", "--from", "2010-01-01", "--to", "2010-01-31"]), Some(2));
    assert_eq!(refused(&["--process", "igf", "--from", "2010-02-01", "--to", "2010-01-31"]), Some(2));
    assert_eq!(refused(&["--process", "igf", "--from", "2010", "--to", "2010-01-31"]), Some(2));
    assert_eq!(refused(&["--from", "2010-01-01", "--to", "2010-01-31"]), Some(2));
    let day = ["--process", "igf", "--from", "2010-01-01", "--to", "2010-01-31"];
    assert_eq!(refused(&[&day, ["--kind", "daily"].as_slice()].concat()), Some(2));
    assert_eq!(refused(&[&day, ["--language", "de"].as_slice()].concat()), Some(2));
}

#[test]
fn the_text_is_for_reading_and_a_kept_one_is_a_draft() {
    let data = packs();
    let arguments =
        [&["digest", "--process", "oewg-2021-2025", "--keep", "--language", "fr"], QUARTER.as_slice()].concat();
    let output = data.run(&arguments);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && text.starts_with("Lettre hebdomadaire"), "{text}");
    assert!(text.contains("A/RES/79/237") && text.contains("/d/A/RES/79/237"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 72 || line.contains('/')), "{text}");
    assert!(crate::plenum::words(&output).contains("/desk/digests/1"));
    assert_eq!(data.run(&["check"]).status.code(), Some(0));
}

#[test]
fn on_postgresql_the_same_edition_is_composed() {
    let Some(server) = postgres::server() else { return };
    let (data, url) = (packs(), server.database());
    data.json(&["import", "packs/world", "packs/un-ict-security", "--database", &url]);
    let asked = ["--process", "oewg-2021-2025", "--process", "cybercrime-convention"];
    let (_, on_sqlite) = digest(&data, &asked);
    let (status, on_postgres) = digest(&data, &[&asked, ["--database", &url].as_slice()].concat());
    assert_eq!((status, on_postgres), (Some(0), on_sqlite));
}
