//! A small world: readings in a few words, and a comparison simple enough to be read.

use crate::engines::Place;
use plenum_model::lineage::{Change, Step};
use plenum_model::{Address, DocumentFacts, Language, Paragraph, Reading, Reference, Symbol};
use plenum_store::facts::Authority;
use plenum_store::keeping::{FileOrigin, Kept, New};
use plenum_store::{ContentHash, Files};

pub fn symbol(text: &str) -> Symbol {
    Symbol::parse(text).unwrap()
}

pub fn address(text: &str) -> Address {
    Address::parse(text).unwrap()
}

/// A reading from lines such as `12. Words`; words before ` @A/80/257 5` at the end of a line cite that paragraph.
pub fn reading(language: &str, lines: &[&str]) -> Reading {
    let mut reading = Reading::empty();
    reading.language = Language::parse(language).unwrap();
    reading.title = "As read".into();
    reading.paragraphs = lines.iter().map(|line| paragraph(line)).collect();
    reading
}

fn paragraph(line: &str) -> Paragraph {
    let (line, cited) = line.split_once(" @").map_or((line, None), |(line, cited)| (line, Some(cited)));
    let (number, text) = line.split_once(". ").map_or((None, line), |(number, text)| (Some(number), text));
    let mut paragraph = Paragraph::plain(text);
    paragraph.number = number.map(str::to_owned);
    if let Some(cited) = cited {
        let (cited, number) = cited.split_once(' ').map_or((cited, None), |(c, n)| (c, Some(n.to_owned())));
        paragraph.references.push(Reference { symbol: Symbol::parse(cited).ok(), number, span: (0, text.len()) });
    }
    paragraph
}

/// A file's reading, by the document's symbol; the bytes are the words themselves.
pub async fn new(place: &Place, of: &str, reading: Reading) -> New {
    let bytes = format!("{reading:?}").into_bytes();
    let size = bytes.len() as u64;
    let hash = place.files.put(bytes).await.unwrap();
    let facts = DocumentFacts::from_symbol(symbol(of), "A title");
    let file = FileOrigin { hash, bytes: size, name: "file.txt".into(), format: "text".into() };
    New { facts, authority: Authority::Reading, file, reading }
}

/// Keeps a reading.
pub async fn keep(place: &Place, of: &str, language: &str, lines: &[&str]) -> Kept {
    let new = new(place, of, reading(language, lines)).await;
    place.store.keep(new, "a test", 1_000, &compare).await.unwrap()
}

/// Same words are the same paragraph; else the same number is.
pub fn compare(earlier: &[Paragraph], later: &[Paragraph]) -> Vec<Step> {
    let mut steps = Vec::new();
    let (mut is_taken, mut is_told) = (vec![false; earlier.len()], vec![false; later.len()]);
    let by_words = |a: &Paragraph, b: &Paragraph| a.text == b.text;
    let by_number = |a: &Paragraph, b: &Paragraph| a.number.is_some() && a.number == b.number;
    for (same, likeness) in [(&by_words as &dyn Fn(&Paragraph, &Paragraph) -> bool, 1.0), (&by_number, 0.5)] {
        for (to, after) in later.iter().enumerate() {
            if is_told[to] {
                continue;
            }
            let from = earlier.iter().enumerate().position(|(from, before)| !is_taken[from] && same(before, after));
            let Some(from) = from else { continue };
            (is_taken[from], is_told[to]) = (true, true);
            let change = match (likeness, earlier[from].number == after.number) {
                (1.0, true) => Change::Unchanged,
                (1.0, false) => Change::Moved,
                _ => Change::Reworded,
            };
            steps.push(Step { earlier: Some(from), later: Some(to), change, likeness });
        }
    }
    steps
}

pub fn hash(text: &str) -> ContentHash {
    ContentHash::of(text.as_bytes())
}
