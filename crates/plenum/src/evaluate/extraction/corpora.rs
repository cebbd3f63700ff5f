//! Odd and hostile files: each ends in paragraphs or one clear error, within its limits, in a child process.

use super::truth::{all_words, word_recall};
use super::{Bar, Section, archives};
use crate::child::{self, Cause};
use anyhow::Result;
use plenum_model::Reading;
use std::path::Path;
use std::time::Instant;

/// What became of the files.
#[derive(Default)]
struct Ends {
    paragraphs: usize,
    errors: usize,
    /// Died, hung, or over a limit: never wanted.
    broken: Vec<String>,
    slowest: (f64, String),
    recalls: Vec<f64>,
}

/// Measures the PDF corpus.
pub fn measure_pdf(dir: &Path) -> Result<Section> {
    let mut section = Section::of("pdf-corpus");
    let manifest = archives::unpacked(&dir.join("manifest.jsonl.zst"))?;
    let mut expected = std::collections::HashMap::new();
    for line in String::from_utf8_lossy(&manifest).lines() {
        let value: serde_json::Value = serde_json::from_str(line)?;
        if value["poppler_chars"].as_u64().is_some_and(|count| count > 200) {
            let text = value["poppler_text"].as_str().unwrap_or_default().to_owned();
            expected.insert(value["file"].as_str().unwrap_or_default().to_owned(), text);
        }
    }
    let mut ends = Ends::default();
    for (name, bytes) in archives::members(&dir.join("pdf-corpus.tar.zst"))? {
        ends.take(&name, &bytes, expected.get(&name).map(String::as_str));
    }
    ends.tell(&mut section, "words that pdftotext finds, found (mean, files of over 200 letters)");
    Ok(section)
}

/// Measures the DOCX corpus.
pub fn measure_docx(dir: &Path) -> Result<Section> {
    let mut section = Section::of("docx-corpus");
    let members = archives::members(&dir.join("docx-corpus.tar.zst"))?;
    let mut ends = Ends::default();
    for (name, bytes) in members.iter().filter(|(name, _)| name.ends_with(".docx")) {
        let stem = name.trim_end_matches(".docx");
        let parse = ["", "_no_comments", "_accept"].iter().find_map(|end| {
            let wanted = format!("{stem}{end}.native");
            members.iter().find(|(name, _)| *name == wanted)
        });
        let words = parse.map(|(_, native)| words_of_native(&String::from_utf8_lossy(native)));
        ends.take(name, bytes, words.as_deref());
    }
    ends.tell(&mut section, "words of the expected parse found (mean)");
    section.note(
        "The expected parses hold comments and descriptions of pictures as words too; we leave these out on purpose.",
    );
    Ok(section)
}

impl Ends {
    fn take(&mut self, name: &str, bytes: &[u8], expected: Option<&str>) {
        let start = Instant::now();
        let end = read_in_child(bytes);
        let seconds = start.elapsed().as_secs_f64();
        if seconds > self.slowest.0 {
            self.slowest = (seconds, name.to_owned());
        }
        match end {
            Ok(readings) => {
                self.paragraphs += 1;
                if let Some(expected) = expected {
                    let found: String = readings.iter().map(all_words).collect();
                    self.recalls.push(word_recall(expected, &found));
                }
            }
            Err(refusal) if refusal.cause == Cause::File => {
                self.errors += 1;
                self.recalls.extend(expected.map(|_| 0.0));
            }
            Err(refusal) => {
                self.broken.push(format!("{name}: {}", refusal.what));
                self.recalls.extend(expected.map(|_| 0.0));
            }
        }
    }

    fn tell(&self, section: &mut Section, recall: &str) {
        section.add("paragraphs", "files that end in paragraphs", self.paragraphs as f64);
        section.add("errors", "files that end in one clear error", self.errors as f64);
        section.hold(
            "broken",
            "files that end in a crash, a hang or over a limit",
            self.broken.len() as f64,
            Bar::AtMost(0.0),
        );
        section.hold("slowest_seconds", "slowest file, seconds with its process", self.slowest.0, Bar::AtMost(10.0));
        if !self.recalls.is_empty() {
            section.add("words_found", recall, self.recalls.iter().sum::<f64>() / self.recalls.len() as f64);
        }
        section.note(format!("slowest: {}; each file in a process limited to 512 MB and 10 s.", self.slowest.1));
        self.broken.iter().for_each(|broken| section.note(broken.clone()));
    }
}

/// Reads in the same limited child as an upload.
fn read_in_child(bytes: &[u8]) -> Result<Vec<Reading>, child::Refusal> {
    let task = child::read(bytes);
    // Evaluations are called from within the runtime, whose other threads go on meanwhile.
    tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(task))
}

/// The words of pandoc's tree: what stands in its `Str` leaves, the pieces of a word joined.
pub(super) fn words_of_native(native: &str) -> String {
    let mut out = String::new();
    let mut rest = native;
    while let Some(at) = rest.find("Str") {
        let between = &rest[..at];
        if between.contains("Space")
            || between.contains("Break")
            || between.contains("Para")
            || between.contains("Plain")
            || between.contains("Header")
        {
            out.push(' ');
        }
        rest = &rest[at + 3..];
        let Some(quoted) = rest.trim_start().strip_prefix('"') else { continue };
        let (word, after) = unquoted(quoted);
        out.push_str(&word);
        rest = after;
    }
    out
}

/// A Haskell string up to its closing quote, and what follows it.
fn unquoted(text: &str) -> (String, &str) {
    let mut out = String::new();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return (out, &text[at + 1..]),
            '\\' => {
                let mut code = 0_u32;
                let mut has_digits = false;
                while let Some(digit) = chars.peek().and_then(|(_, c)| c.to_digit(10)) {
                    (code, has_digits) = (code.saturating_mul(10).saturating_add(digit), true);
                    chars.next();
                }
                if has_digits {
                    out.extend(char::from_u32(code));
                } else if let Some((_, escaped)) = chars.next() {
                    // "\&" ends a numeric escape and is nothing itself.
                    out.extend((escaped != '&').then_some(escaped));
                }
            }
            c => out.push(c),
        }
    }
    (out, "")
}
