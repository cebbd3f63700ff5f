//! Hostile files end in one clear sentence, in time, and the program lives on.

use crate::plenum::{Data, program, repository, words};
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

const MOST: Duration = Duration::from_secs(12); // Ten for the reading, two for starting on a busy machine.

fn check(name: &str, bytes: &[u8]) {
    let data = Data::new();
    let file = data.path(name);
    std::fs::write(&file, bytes).expect("written");
    let started = Instant::now();
    let output = program().arg("extract").arg(&file).output().expect("started");
    assert!(started.elapsed() < MOST, "{name} took {:?}", started.elapsed());
    let status = output.status.code();
    assert!(matches!(status, Some(0 | 1)), "{name} ended with {status:?}: {}", words(&output));
    assert!(!words(&output).contains("panicked"), "{name}: {}", words(&output));
    if status == Some(1) {
        assert_eq!(words(&output).lines().count(), 1, "one clear sentence: {}", words(&output));
    }
}

fn zip_of(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("started");
        zip.write_all(bytes).expect("written");
    }
    zip.finish().expect("finished").into_inner()
}

const TYPES: &[u8] =
    br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;

#[test]
fn a_zip_bomb_is_refused() {
    let mut body =
        b"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>"
            .to_vec();
    body.resize(300 << 20, b'a');
    check("bomb.docx", &zip_of(&[("[Content_Types].xml", TYPES), ("word/document.xml", &body)]));
}

#[test]
fn an_entity_bomb_is_refused() {
    let body = br#"<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>"#;
    check("entities.docx", &zip_of(&[("[Content_Types].xml", TYPES), ("word/document.xml", body)]));
    check("entities.xml", br#"<!DOCTYPE akomaNtoso [<!ENTITY a "aaaa">]><akomaNtoso><doc><mainBody><p>&a;</p></mainBody></doc></akomaNtoso>"#);
}

#[test]
fn deep_nesting_does_not_break_the_stack() {
    check("deep.html", format!("<html><body>{}words", "<div>".repeat(200_000)).as_bytes());
    check("deep.xml", format!("<akomaNtoso>{}", "<a>".repeat(200_000)).as_bytes());
    let body = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{}",
        "<w:tbl><w:tr><w:tc>".repeat(50_000)
    );
    check("deep.docx", &zip_of(&[("[Content_Types].xml", TYPES), ("word/document.xml", body.as_bytes())]));
    check("deep.json", "[".repeat(500_000).as_bytes());
    check("deep.md", format!("{} words", ">".repeat(100_000)).as_bytes());
    check("deep.pdf", format!("%PDF-1.7\n1 0 obj\n{}", "[".repeat(500_000)).as_bytes());
}

#[test]
fn empty_truncated_and_random_files_are_refused_in_one_sentence() {
    check("empty.pdf", b"");
    check("header.pdf", b"%PDF-1.4\n");
    check("cut.docx", &zip_of(&[("[Content_Types].xml", TYPES), ("word/document.xml", b"<w:document>")])[..90]);
    let random: Vec<u8> = (0..200_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    check("random.bin", &random);
}

#[test]
fn every_file_of_the_hostile_sets_ends_well() {
    let shared = repository().join("../shared/data");
    for (set, archive) in [("pdf-corpus", "pdf-corpus.tar.zst"), ("docx-corpus", "docx-corpus.tar.zst")] {
        let path = shared.join(set).join(archive);
        if !path.exists() {
            eprintln!("LOUD: {} is not there, so its hostile files are not tried.", path.display());
            continue;
        }
        let folder = tempfile::tempdir().expect("a folder");
        let unpacked = std::process::Command::new("tar")
            .args(["--zstd", "-xf"])
            .arg(&path)
            .arg("-C")
            .arg(folder.path())
            .env("ZSTD_CLEVEL", "1")
            .status();
        assert!(unpacked.expect("tar starts").success());
        for file in files_below(folder.path()) {
            if file.extension().is_some_and(|e| e == "pdf" || e == "docx") {
                let name = file.file_name().expect("a name").to_string_lossy().into_owned();
                check(&name, &std::fs::read(&file).expect("read"));
            }
        }
    }
}

fn files_below(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            if entry.path().is_dir() { waiting.push(entry.path()) } else { found.push(entry.path()) }
        }
    }
    found
}
