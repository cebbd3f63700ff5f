//! References stand on character borders, in order, and do not overlap.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    let mut last = 0;
    for reference in plenum_documents::references::find(text) {
        let (from, to) = reference.span;
        assert!(from >= last && from < to && text.get(from..to).is_some());
        last = to;
    }
});
