//! The text reader never panics, whatever the bytes.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    std::hint::black_box(plenum_documents::text::read(bytes).is_ok());
});
