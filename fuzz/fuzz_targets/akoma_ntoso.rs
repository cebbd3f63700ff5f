//! The Akoma Ntoso reader never panics, and what it read can be written and read again.
#![no_main]

use plenum_model::{DocumentFacts, Symbol};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(reading) = plenum_documents::akoma_ntoso::read(bytes) else { return };
    let facts = DocumentFacts::from_symbol(Symbol::parse("FUZZ/1").expect("a symbol"), reading.title.clone());
    let written = plenum_documents::akoma_ntoso::write(&reading, &facts);
    assert!(plenum_documents::akoma_ntoso::read(written.as_bytes()).is_ok());
});
