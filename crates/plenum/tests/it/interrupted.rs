//! An import that is killed loses nothing that was kept, and a second run completes it.

use crate::plenum::Data;
use std::fmt::Write;
use std::process::Stdio;

const RECORDS: u64 = 3_000;

fn record_set(data: &Data) -> String {
    let mut lines = String::new();
    for n in 0..RECORDS {
        let text = format!(
            "1. Harbour {n} keeps its light.\\n\\n2. The keeper of harbour {n} reports to the Group on the state of the lamp."
        );
        writeln!(lines, r#"{{"symbol":"lamps/{n}","title":"Lamp {n}","language":"en","text":"{text}"}}"#)
            .expect("written");
    }
    let path = data.path("lamps.jsonl");
    std::fs::write(&path, lines).expect("written");
    path.to_string_lossy().into_owned()
}

/// Bytes that the database has written so far.
fn database_bytes(data: &Data) -> u64 {
    let of = |name: &str| std::fs::metadata(data.path(name)).map_or(0, |m| m.len());
    of("data/plenum.sqlite") + of("data/plenum.sqlite-wal")
}

#[test]
fn a_kill_at_any_moment_loses_nothing_and_a_second_run_completes_it() {
    for bytes_before_kill in [300_000, 1_500_000, 4_000_000] {
        let data = Data::new();
        let records = record_set(&data);
        let mut import = data.command(&["import", &records]).stderr(Stdio::null()).spawn().expect("started");
        while database_bytes(&data) < bytes_before_kill && import.try_wait().expect("asked").is_none() {
            std::thread::yield_now();
        }
        import.kill().expect("killed"); // SIGKILL: no handler runs.
        import.wait().expect("ended");
        let (_, checked) = data.json(&["check"]);
        assert_eq!(
            checked["findings"].as_array().map(Vec::len),
            Some(0),
            "after a kill at {bytes_before_kill}: {checked}"
        );
        let kept_before = checked["revisions"].as_u64().expect("a count");
        let (status, summary) = data.json(&["import", &records]);
        let (new, unchanged) = (summary["new"].as_u64(), summary["unchanged"].as_u64());
        assert_eq!((status, unchanged, new), (Some(0), Some(kept_before), Some(RECORDS - kept_before)), "{summary}");
        let (_, found) = data.json(&["search", &format!("\"harbour {}\"", RECORDS - 1)]);
        assert_eq!(found["total"].as_u64(), Some(2), "{found}");
    }
}
