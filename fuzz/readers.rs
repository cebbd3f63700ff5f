//! Feeds libFuzzer's inputs to the reader that `PLENUM_READER` names. A panic, a broken promise or a hang is a finding.
//!
//! One program for all readers: linking each apart costs a minute of instrumented building and finds nothing more.
#![no_main]

use std::hint::black_box;
use std::sync::OnceLock;

use plenum_documents::{akoma_ntoso, comparison, references};
use plenum_model::{DocumentFacts, Paragraph, Symbol};

/// The readers by name.
const READERS: [(&str, fn(&[u8])); 12] = [
    ("pdf", |bytes| drop(black_box(plenum_documents::pdf::read(bytes)))),
    ("docx", |bytes| drop(black_box(plenum_documents::docx::read(bytes)))),
    ("html", |bytes| drop(black_box(plenum_documents::html::read(bytes)))),
    ("text", |bytes| drop(black_box(plenum_documents::text::read(bytes)))),
    ("markdown", |bytes| drop(black_box(plenum_documents::markdown::read(bytes)))),
    ("wordpress", |bytes| drop(black_box(plenum_documents::wordpress::read(bytes)))),
    ("table", |bytes| drop(black_box(plenum_documents::table::read(bytes)))),
    ("akoma_ntoso", reads_what_it_wrote),
    ("references", keeps_spans_in_order),
    ("comparison", accounts_for_every_paragraph),
    ("transcript", |bytes| drop(black_box(plenum_documents::transcript::read(bytes)))),
    ("any", |bytes| drop(black_box(plenum_documents::read(bytes)))),
];

static READER: OnceLock<fn(&[u8])> = OnceLock::new();

libfuzzer_sys::fuzz_target!(
    init: {
        let name = std::env::var("PLENUM_READER").unwrap_or_default();
        let reader = READERS.iter().find(|(known, _)| *known == name);
        READER.get_or_init(|| reader.unwrap_or_else(|| panic!("PLENUM_READER is \"{name}\", not a reader")).1);
        // libFuzzer's hook ends the program at any panic, also at one of the PDF library that the reader catches and
        // answers with a refusal. Without it, a panic that nobody caught still cannot leave the target: that aborts.
        drop(std::panic::take_hook());
    },
    |bytes: &[u8]| READER.get().expect("set at the start")(bytes)
);

/// What the Akoma Ntoso reader read can be written and read again.
fn reads_what_it_wrote(bytes: &[u8]) {
    let Ok(reading) = akoma_ntoso::read(bytes) else { return };
    let facts = DocumentFacts::from_symbol(Symbol::parse("FUZZ/1").expect("a symbol"), reading.title.clone());
    assert!(akoma_ntoso::read(akoma_ntoso::write(&reading, &facts).as_bytes()).is_ok());
}

/// References stand on character borders, in order, and do not overlap.
fn keeps_spans_in_order(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut last = 0;
    for reference in references::find(&text) {
        let (from, to) = reference.span;
        assert!(from >= last && from < to && text.get(from..to).is_some());
        last = to;
    }
}

/// A comparison of any two texts (the input, parted at its first `0` byte) names every paragraph exactly once.
fn accounts_for_every_paragraph(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (earlier, later) = text.split_once('\0').unwrap_or((&text, &text));
    let paragraphs = |text: &str| text.lines().take(200).map(Paragraph::plain).collect::<Vec<_>>();
    let (earlier, later) = (paragraphs(earlier), paragraphs(later));
    let steps = comparison::compare(&earlier, &later);
    assert_eq!(steps.iter().filter(|step| step.earlier.is_some()).count(), earlier.len());
    assert_eq!(steps.iter().filter(|step| step.later.is_some()).count(), later.len());
}
