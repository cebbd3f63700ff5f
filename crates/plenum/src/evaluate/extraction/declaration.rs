//! One declaration in six languages: is each told, are its thirty articles numbered?

use super::{Bar, Section, files, read_one};
use anyhow::Result;
use plenum_documents::structure::numerals;
use plenum_model::{ParagraphKind, Reading};
use std::collections::BTreeSet;
use std::path::Path;

const ARTICLES: u32 = 30;

/// Measures the set.
pub fn measure(dir: &Path) -> Result<Section> {
    let mut section = Section::of("udhr");
    let (mut languages, mut right, mut complete) = (0, 0, 0);
    for path in files(dir, "html")? {
        // udhr.en.html
        let name = path.file_stem().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let tag = name.rsplit('.').next().unwrap_or_default().to_owned();
        let reading = read_one(&path)?;
        languages += 1;
        right += usize::from(reading.language.as_str().split('-').next() == Some(tag.as_str()));
        let guessed = plenum_documents::languages::guess_of(&reading.paragraphs);
        if guessed.as_str() != tag {
            section.note(format!("{name}: from its words alone the language would be {guessed}."));
        }
        let found = articles(&reading);
        complete += usize::from(found.len() == ARTICLES as usize);
        section.hold(
            &format!("articles_{tag}"),
            &format!("articles numbered, {tag}"),
            found.len() as f64,
            Bar::AtLeast(f64::from(ARTICLES)),
        );
    }
    section.hold("languages_right", "languages told right", right as f64, Bar::AtLeast(languages as f64));
    section.hold(
        "languages_complete",
        "languages with all 30 articles",
        complete as f64,
        Bar::AtLeast(languages as f64),
    );
    section.note("An article is numbered if a paragraph (not only a heading) bears its number or a part of it (\"Article 11 (1)\").");
    Ok(section)
}

/// The values 1 to 30 that paragraphs' numbers begin with.
pub(super) fn articles(reading: &Reading) -> BTreeSet<u32> {
    let numbered = reading.paragraphs.iter().filter(|p| p.kind != ParagraphKind::Heading);
    numbered
        .filter_map(|p| {
            let number = p.number.as_deref()?;
            let article = number.split(" (").next()?;
            let label = numerals::given(article)?;
            (label.form == numerals::Form::Article).then(|| label.readings.first().map(|(_, value)| *value)).flatten()
        })
        .filter(|value| (1..=ARTICLES).contains(value))
        .collect()
}
