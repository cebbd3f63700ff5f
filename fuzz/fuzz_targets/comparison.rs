//! A comparison of any two texts accounts for every paragraph exactly once.
#![no_main]

use plenum_model::Paragraph;

libfuzzer_sys::fuzz_target!(|texts: (&str, &str)| {
    let paragraphs = |text: &str| text.lines().take(200).map(Paragraph::plain).collect::<Vec<_>>();
    let (earlier, later) = (paragraphs(texts.0), paragraphs(texts.1));
    let steps = plenum_documents::comparison::compare(&earlier, &later);
    assert_eq!(steps.iter().filter(|step| step.earlier.is_some()).count(), earlier.len());
    assert_eq!(steps.iter().filter(|step| step.later.is_some()).count(), later.len());
});
