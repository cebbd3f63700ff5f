//! Numbers and words brought to a common shape before they are compared.

use plenum_model::{Paragraph, ParagraphKind};
use serde_json::Value;
use std::collections::BTreeSet;

/// A printed number and the words after it.
pub type Pair = (String, String);

/// What a parse says of one document.
#[derive(Debug, Default)]
pub struct Truth {
    /// Paragraphs and sub-items that bear a number.
    pub paragraphs: BTreeSet<Pair>,
    /// Headings that bear one.
    pub headings: BTreeSet<Pair>,
    /// Everything that bears one, table notes and the like included.
    pub all: BTreeSet<Pair>,
    /// Symbols that its links lead to.
    pub symbols: BTreeSet<String>,
}

impl Truth {
    /// Reads the tree of blocks. A block met twice (the parse repeats some sections) counts once.
    pub fn read(tree: &Value) -> Self {
        let mut truth = Self::default();
        let mut open: Vec<&Value> = tree.as_array().into_iter().flatten().collect();
        while let Some(block) = open.pop() {
            open.extend(block["children"].as_array().into_iter().flatten());
            truth.take_links(&block["hyperlinks"]);
            let Some((number, words)) = block["text"].as_str().and_then(|text| text.split_once('\t')) else { continue };
            let pair = (last_label(number), tidy(words));
            let kind = block["block_type"].as_str().unwrap_or_default();
            if kind.starts_with("paragraph") || kind.starts_with("list") {
                truth.paragraphs.insert(pair.clone());
            } else if kind != "other" {
                truth.headings.insert(pair.clone());
            }
            truth.all.insert(pair);
        }
        truth
    }

    fn take_links(&mut self, links: &Value) {
        for link in links.as_array().into_iter().flatten() {
            let symbol = link[1].as_str().and_then(symbol_of_address);
            self.symbols.extend(symbol);
        }
    }
}

/// The symbol in an address such as `https://docs.un.org/en/A/RES/79/1`, as a key.
pub fn symbol_of_address(address: &str) -> Option<String> {
    let path =
        ["docs.un.org/", "undocs.org/"].iter().find_map(|host| address.split_once(host).map(|(_, path)| path))?;
    let path = match path.split_once('/') {
        Some(("en" | "fr" | "es" | "ru" | "ar" | "zh", rest)) => rest,
        _ => path,
    };
    let symbol = path.split(['?', '#']).next()?.replace("%20", " ");
    plenum_model::Symbol::parse(&symbol).ok().map(|symbol| symbol.key())
}

/// The last label of a number: `(b)` of `12 (b)`, `12` of `12.`.
pub fn last_label(number: &str) -> String {
    let number = tidy(number);
    let number = number.trim_end_matches('.');
    let last = if number.ends_with(')') { number.rfind('(') } else { None };
    number[last.unwrap_or(0)..].to_owned()
}

/// White space to single spaces, and NFC: nothing else is forgiven.
pub fn tidy(text: &str) -> String {
    // The reader's own texts are in NFC already; the parse came from the same letters. Soft hyphens are not printed.
    text.replace('\u{ad}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The pairs of a reading's paragraphs of one kind.
pub fn pairs(paragraphs: &[Paragraph], kind: ParagraphKind) -> BTreeSet<Pair> {
    let of_kind = paragraphs.iter().filter(|p| p.kind == kind);
    of_kind.filter_map(|p| Some((last_label(p.number.as_deref()?), tidy(&p.text)))).collect()
}

/// Letters and digits alone, in lower case: what two extractions of the same print must share.
pub fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Words with how often each occurs.
pub fn counted(text: &str) -> std::collections::HashMap<String, usize> {
    let mut counts = std::collections::HashMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *counts.entry(word.to_lowercase()).or_default() += 1;
    }
    counts
}

/// The share of the expected words that were found, counted with repetition.
pub fn word_recall(expected: &str, found: &str) -> f64 {
    let (expected, found) = (counted(expected), counted(found));
    let all: usize = expected.values().sum();
    let kept: usize = expected.iter().map(|(word, n)| (*n).min(found.get(word).copied().unwrap_or(0))).sum();
    super::share(kept, all)
}

/// All words of a reading: numbers, texts, notes.
pub fn all_words(reading: &plenum_model::Reading) -> String {
    let mut out = String::new();
    for paragraph in &reading.paragraphs {
        out.push_str(paragraph.number.as_deref().unwrap_or_default());
        out.push(' ');
        out.push_str(&paragraph.text);
        out.push('\n');
        for note in &paragraph.footnotes {
            out.push_str(&note.mark);
            out.push(' ');
            out.push_str(&note.text);
            out.push('\n');
        }
    }
    out
}
