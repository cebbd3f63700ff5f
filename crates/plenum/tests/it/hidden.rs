//! Words that a document hides from its readers: neither found nor quoted nor hinted at, from the file to the answer.

use crate::plenum::{Data, words};
use std::io::Write;

const HIDDEN: &str = "The quince admiral demands forty lamps.";
const QUESTION: &str = "How many lamps does the quince admiral demand?";

/// A Word file with these runs in its second paragraph.
fn docx(runs: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let document = format!(
        "<?xml version='1.0'?><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>\
         <w:p><w:r><w:t>1. The harbour has a register of lights, kept in six languages.</w:t></w:r></w:p>\
         <w:p><w:r><w:t>2. It is free of charge. </w:t></w:r>{runs}</w:p></w:body></w:document>"
    );
    let options = zip::write::SimpleFileOptions::default();
    for (name, text) in [("[Content_Types].xml", "<Types/>"), ("word/document.xml", document.as_str())] {
        zip.start_file(name, options).expect("a file begins");
        zip.write_all(text.as_bytes()).expect("it is written");
    }
    zip.finish().expect("it ends").into_inner()
}

fn html(paragraph: &str) -> Vec<u8> {
    format!(
        "<!doctype html><html lang='en'><title>Register</title><main><h1>Register of lights</h1>\
         <p>1. The harbour has a register of lights, kept in six languages.</p>{paragraph}</main></html>"
    )
    .into_bytes()
}

/// Whether the question is answered, and everything that asking and searching print.
fn asked(name: &str, bytes: &[u8]) -> (bool, String) {
    let data = Data::new();
    let file = data.path(name);
    std::fs::write(&file, bytes).expect("a file");
    let imported = data.run(&["import", file.to_str().expect("a plain path"), "--symbol", "A/9/1"]);
    assert_eq!(imported.status.code(), Some(0), "{name}: {}", words(&imported));
    let (_, answer) = data.json(&["ask", QUESTION]);
    let (_, found) = data.json(&["search", "quince admiral"]);
    (answer["refusal"].is_null(), format!("{answer}{found}"))
}

#[test]
fn what_a_document_hides_is_not_answered_from() {
    let run = |look: &str| docx(&format!("<w:r><w:rPr>{look}</w:rPr><w:t>{HIDDEN}</w:t></w:r>"));
    let paragraph = |way: &str| html(&format!("<p {way}>2. {HIDDEN}</p>"));
    for (name, bytes) in [
        ("vanished.docx", run("<w:vanish/>")),
        ("white.docx", run("<w:color w:val='FFFFFF'/>")),
        ("hidden.html", paragraph("hidden")),
        ("unseen.html", paragraph("style='visibility:hidden'")),
        ("tiny.html", paragraph("style='font-size:0'")),
        ("comment.html", html(&format!("<!-- {HIDDEN} --><template><p>{HIDDEN}</p></template>"))),
    ] {
        let (is_answered, told) = asked(name, &bytes);
        assert!(!is_answered && !told.contains("demands forty"), "{name}: {told}");
    }
    // The same words are found where a reader sees them, so the test above can fail.
    for (name, bytes) in [("seen.docx", run("<w:b/>")), ("seen.html", paragraph("class='seen'"))] {
        let (is_answered, told) = asked(name, &bytes);
        assert!(is_answered && told.contains("demands forty"), "{name}: {told}");
    }
}
