//! The markdown reader never panics, whatever the bytes.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    std::hint::black_box(plenum_documents::markdown::read(bytes).is_ok());
});
