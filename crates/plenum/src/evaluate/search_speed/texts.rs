//! A corpus of any size made of some texts, and questions drawn from them. The same every time: chance is seeded.
//!
//! Paragraphs: those of documents, and pieces of 90 words of records; long paragraphs are cut likewise. From the second time that a text is used on,
//! one word in eight is replaced by a word drawn from all texts (so common ones come as often as they do), which keeps
//! frequencies natural while no two paragraphs are equal. A document has the paragraphs of one text, its own symbol,
//! one of 193 actors and one of 45 years.
//!
//! Questions, of words that stand together in some paragraph: one word (20 in 100), two (30), three (20), four (10), a
//! phrase of three (8), two words with a year (7), a clause of ten words (5).

use super::super::corpus;
use anyhow::{Context, Result, ensure};
use plenum_model::Standing;
use plenum_search::Entry;
use std::path::PathBuf;

const PIECE: usize = 90; // Words; the median paragraph of the General Debate's records has about as many.

/// The texts cut into paragraphs, and a sample of their words.
pub struct Seeds {
    texts: Vec<Vec<String>>,
    words: Vec<String>,
}

/// Reads record sets (`{"text"}` a line) and documents.
pub fn read(files: &[PathBuf]) -> Result<Seeds> {
    let mut texts = Vec::new();
    for file in files {
        let name = file.to_string_lossy().into_owned();
        if name.trim_end_matches(".zst").ends_with(".jsonl") {
            for line in corpus::read_text(file)?.split('\n').filter(|line| !line.is_empty()) {
                let record: serde_json::Value = serde_json::from_str(line).with_context(|| name.clone())?;
                // Lines of records are lines of print, not paragraphs.
                texts.push(pieces(std::iter::once(record["text"].as_str().unwrap_or_default())));
            }
        } else {
            let bytes = std::fs::read(file).with_context(|| name.clone())?;
            for reading in plenum_documents::read(&bytes).with_context(|| name.clone())? {
                texts.push(pieces(reading.paragraphs.iter().map(|paragraph| paragraph.text.as_str())));
            }
        }
    }
    texts.retain(|text| !text.is_empty());
    ensure!(!texts.is_empty(), "no texts to make paragraphs of: name a record set such as ungdc_2005_2022.jsonl.zst");
    let words = texts.iter().flatten().flat_map(|text| text.split_ascii_whitespace());
    // One in sixteen is as good a sample of how often each comes.
    let words = words.filter(|word| is_plain(word)).step_by(16).map(str::to_owned).collect();
    Ok(Seeds { texts, words })
}

fn pieces<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut pieces = Vec::new();
    for line in lines {
        let words: Vec<&str> = line.split_whitespace().collect();
        pieces.extend(words.chunks(PIECE).filter(|piece| piece.len() > 4).map(|piece| piece.join(" ")));
    }
    pieces
}

fn is_plain(word: &str) -> bool {
    word.len() > 3 && word.bytes().all(|b| b.is_ascii_lowercase())
}

/// Numbers that look like chance.
struct Chance(u64);

impl Chance {
    /// A number below `limit`.
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 16) % limit.max(1) as u64) as usize
    }
}

/// Paragraphs without end.
pub struct Made<'a> {
    seeds: &'a Seeds,
    chance: Chance,
    document: usize,
    place: usize,
    next_id: i64,
}

impl<'a> Made<'a> {
    /// From the first.
    pub fn new(seeds: &'a Seeds) -> Self {
        Self { seeds, chance: Chance(0x9E37_79B9_7F4A_7C15), document: 0, place: 0, next_id: 1 }
    }
    fn varied(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 16);
        for word in text.split_ascii_whitespace() {
            if !out.is_empty() {
                out.push(' ');
            }
            let replaced = is_plain(word) && self.chance.below(8) == 0;
            out.push_str(if replaced { &self.seeds.words[self.chance.below(self.seeds.words.len())] } else { word });
        }
        out
    }
}

impl Iterator for Made<'_> {
    type Item = Entry;

    fn next(&mut self) -> Option<Entry> {
        let text = &self.seeds.texts[self.document % self.seeds.texts.len()];
        if self.place >= text.len() {
            self.place = 0;
            self.document += 1;
            return self.next();
        }
        let words = &text[self.place];
        let words = if self.document < self.seeds.texts.len() { words.clone() } else { self.varied(words) };
        let document = self.document;
        let date = (1980 + (document % 45) as i32) * 10_000 + 901;
        let made = Entry {
            paragraph_id: self.next_id,
            number: Some((self.place + 1).to_string()),
            actor: Some(format!("actor{}", document % 193)),
            groups: vec![format!("group{}", document % 193 % 12), format!("group{}", 12 + document % 193 % 5)],
            ..entry(words, format!("X/{document}"), date)
        };
        self.place += 1;
        self.next_id += 1;
        Some(made)
    }
}

/// A statement in English.
pub fn entry(text: String, symbol: String, date: i32) -> Entry {
    Entry {
        paragraph_id: 0,
        text,
        context: format!("Statement {symbol}"),
        symbol,
        number: None,
        language: "en".into(),
        process: Some("general-debate".into()),
        actor: None,
        groups: Vec::new(),
        kind: "statement".into(),
        standing: Standing::Statement,
        date,
        is_heading: false,
    }
}

/// A question, to be written in each engine's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its words, plain ASCII letters.
    pub words: Vec<String>,
    /// Whether they must stand together.
    pub is_phrase: bool,
    /// Only in this year.
    pub year: Option<i32>,
}

impl Question {
    /// As a reader types it.
    pub fn typed(&self) -> String {
        let words = self.words.join(" ");
        let words = if self.is_phrase { format!("\"{words}\"") } else { words };
        self.year.map_or(words.clone(), |year| format!("{words} year:{year}"))
    }
    /// A filter may leave nothing; variation may have parted a phrase in a small corpus.
    pub fn may_find_nothing(&self) -> bool {
        self.is_phrase || self.year.is_some()
    }
}

/// `count` questions in the proportions said at the top.
pub fn questions(seeds: &Seeds, count: usize) -> Vec<Question> {
    let mut chance = Chance(0xD1B5_4A32_D192_ED03);
    let mut questions = Vec::with_capacity(count);
    while questions.len() < count {
        let text = &seeds.texts[chance.below(seeds.texts.len())];
        let words: Vec<&str> = text[chance.below(text.len())].split_ascii_whitespace().collect();
        let (length, is_phrase, has_year) = match questions.len() % 100 {
            0..20 => (1, false, false),
            20..50 => (2, false, false),
            50..70 => (3, false, false),
            70..80 => (4, false, false),
            80..88 => (3, true, false),
            88..95 => (2, false, true),
            _ => (10, false, false),
        };
        // Only a clause and a phrase hold small words; else people type what speaks.
        let keeps_small = is_phrase || length == 10;
        let fits = |word: &&&str| {
            word.bytes().all(|b| b.is_ascii_lowercase()) && (keeps_small || (word.len() > 4 && !SMALL.contains(word)))
        };
        let from = chance.below(words.len());
        let chosen: Vec<String> = if is_phrase {
            words.iter().skip(from).take(length).filter(fits).map(|w| (*w).to_owned()).collect()
        } else {
            words.iter().skip(from).filter(fits).take(length).map(|w| (*w).to_owned()).collect()
        };
        if chosen.len() == length {
            let year = has_year.then(|| 1980 + chance.below(45) as i32);
            questions.push(Question { words: chosen, is_phrase, year });
        }
    }
    questions
}

const SMALL: [&str; 24] = [
    "which", "their", "there", "these", "those", "would", "should", "could", "about", "after", "before", "between",
    "through", "other", "under", "within", "without", "while", "where", "being", "since", "against", "among", "shall",
];
