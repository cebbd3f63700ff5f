//! `plenum evaluate search-speed`: how long a search takes among a million paragraphs, both cores loaded.
//!
//! The given texts are cut into paragraphs and repeated with variation (see `search_speed/texts.rs`); questions are
//! drawn from the same texts (see there). With an encoder every paragraph has vectors (see `search_speed/meanings.rs`).
//! Two threads ask at once, each every question, with snippets and facets. In
//! the same run the same questions are put to SQLite's FTS5 and to PostgreSQL's full text, where their programs are
//! installed (see `search_speed/others.rs`).

pub(super) mod meanings;
mod others;
pub(super) mod texts;

use super::corpus::Scratch;
use anyhow::Result;
use plenum_search::meaning::Encoder;
use plenum_search::{Entry, Index, Query};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
use texts::Question;

const QUESTIONS: usize = 2_000;
/// As many paragraphs are given to the index at once, as an import does.
const BATCH: usize = 20_000;

/// The times of one engine.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Whose.
    pub engine: String,
    /// Median, and the times that 95 and 99 of a hundred searches stay under, in milliseconds.
    pub p50_ms: f64,
    /// See `p50_ms`.
    pub p95_ms: f64,
    /// See `p50_ms`.
    pub p99_ms: f64,
    /// Seconds until everything could be found.
    pub indexed_s: f64,
    /// Bytes on disk.
    pub bytes: u64,
}

/// What was measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Paragraphs searched.
    pub paragraphs: usize,
    /// Words in them.
    pub words: usize,
    /// How many of the paragraphs have vectors.
    pub with_meaning: u64,
    /// One row an engine, Plenum's first.
    pub rows: Vec<Row>,
    /// Milliseconds until a paragraph given to the full index is found.
    pub visible_ms: f64,
    /// Resident bytes of this process after the searches, most of it the index's files in the page cache.
    pub resident_bytes: u64,
    /// Bytes that are not files and that the index took, what its writer holds among them.
    pub own_bytes: u64,
    /// What could not be measured, and why.
    pub left_out: Vec<String>,
}

/// Builds the index of `paragraphs` paragraphs made of `files` (record sets `.jsonl`, `.jsonl.zst`, or documents) and
/// searches it, by meaning too where there is an encoder.
pub fn run(paragraphs: usize, files: &[PathBuf], encoder: Option<Arc<Encoder>>) -> Result<Report> {
    let seeds = texts::read(files)?;
    let questions = texts::questions(&seeds, QUESTIONS);
    let scratch = Scratch::new("search-speed")?;
    let (_, before) = memory();
    let begun = Instant::now();
    let index = Index::open(scratch.path(), None)?;
    let words = fill(&index, texts::Made::new(&seeds).take(paragraphs))?;
    let indexed_s = begun.elapsed().as_secs_f64();
    drop(index);
    if let Some(encoder) = &encoder {
        meanings::fill(&scratch.path().join("meaning"), encoder, texts::Made::new(&seeds).take(paragraphs))?;
    }
    let index = Index::open(scratch.path(), encoder)?;
    let figures = index.figures();
    asked(&index, &questions[..QUESTIONS / 10])?; // Reads the files once, as a server that has run a minute has.
    let mut times = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..2).map(|_| scope.spawn(|| asked(&index, &questions))).collect();
        let results = threads.into_iter().map(|thread| thread.join().expect("no search panics"));
        results.collect::<Result<Vec<_>>>()
    })?
    .concat();
    let (resident_bytes, own_bytes) = memory();
    let own_bytes = own_bytes.saturating_sub(before);
    let visible_ms = until_visible(&index)?;
    let mut rows = vec![row("Plenum", &mut times, indexed_s, figures.bytes)];
    let mut left_out = Vec::new();
    drop(index);
    for other in [others::sqlite, others::postgresql] {
        let made = texts::Made::new(&seeds).take(paragraphs);
        match other(scratch.path(), made, &questions) {
            Ok((engine, mut measured)) => {
                rows.push(row(engine, &mut measured.times, measured.indexed_s, measured.bytes))
            }
            Err(error) => left_out.push(format!("{error:#}")),
        }
    }
    Ok(Report {
        paragraphs,
        words,
        with_meaning: figures.with_meaning,
        rows,
        visible_ms,
        resident_bytes,
        own_bytes,
        left_out,
    })
}

/// Gives the index the paragraphs in batches; returns how many words they have.
fn fill(index: &Index, made: impl Iterator<Item = Entry>) -> Result<usize> {
    let (mut batch, mut words, mut upto) = (Vec::with_capacity(BATCH), 0, 0);
    for entry in made {
        words += entry.text.split_ascii_whitespace().count();
        batch.push(entry);
        if batch.len() == BATCH {
            upto += 1;
            index.replace(&[], std::mem::take(&mut batch), upto)?;
        }
    }
    index.replace(&[], batch, upto + 1)?;
    Ok(words)
}

/// Asks every question once; gives the time of each.
fn asked(index: &Index, questions: &[Question]) -> Result<Vec<Duration>> {
    let ask = |question: &Question| {
        let query = Query { words: question.typed(), limit: 20, with_facets: true, ..Query::default() };
        let begun = Instant::now();
        let found = index.find(&query)?;
        let time = begun.elapsed();
        anyhow::ensure!(!found.hits.is_empty() || question.may_find_nothing(), "nothing found for {:?}", query.words);
        Ok(time)
    };
    questions.iter().map(ask).collect()
}

/// Adds one paragraph with a word of its own and looks for it.
fn until_visible(index: &Index) -> Result<f64> {
    let entry =
        Entry { paragraph_id: i64::MAX, ..texts::entry("zyzzyva stands alone".into(), "X/1".into(), 20_260_000) };
    let begun = Instant::now();
    index.replace(&[], vec![entry], i64::MAX)?;
    let found = index.find(&Query { words: "zyzzyva".into(), ..Query::default() })?;
    anyhow::ensure!(found.total == 1, "a new paragraph was not found");
    Ok(begun.elapsed().as_secs_f64() * 1_000.0)
}

fn row(engine: impl Into<String>, times: &mut [Duration], indexed_s: f64, bytes: u64) -> Row {
    times.sort_unstable();
    let at = |share: f64| {
        let index = ((times.len() as f64 * share) as usize).min(times.len().saturating_sub(1));
        times.get(index).map_or(0.0, |time| time.as_secs_f64() * 1_000.0)
    };
    Row { engine: engine.into(), p50_ms: at(0.5), p95_ms: at(0.95), p99_ms: at(0.99), indexed_s, bytes }
}

/// Resident bytes of this process, all and without files, as Linux tells; 0 elsewhere.
fn memory() -> (u64, u64) {
    let status = std::fs::read_to_string(Path::new("/proc/self/status")).unwrap_or_default();
    let kilobytes = |name: &str| {
        let line = status.lines().find(|line| line.starts_with(name));
        line.and_then(|line| line.split_whitespace().nth(1)).and_then(|n| n.parse::<u64>().ok()).unwrap_or(0) * 1_024
    };
    (kilobytes("VmRSS:"), kilobytes("RssAnon:"))
}

impl Report {
    /// A Markdown table.
    pub fn markdown(&self) -> String {
        let mega = |bytes: u64| bytes / 1_000_000;
        let mut text = format!(
            "{} paragraphs of {} words ({} with meaning), {QUESTIONS} questions from each of two threads, snippets and \
             facets\n\n\
             | engine | p50 ms | p95 ms | p99 ms | indexed in s | MB on disk |\n|---|---|---|---|---|---|\n",
            self.paragraphs,
            self.words / self.paragraphs.max(1),
            self.with_meaning,
        );
        for Row { engine, p50_ms, p95_ms, p99_ms, indexed_s, bytes } in &self.rows {
            let bytes = mega(*bytes);
            text += &format!("| {engine} | {p50_ms:.2} | {p95_ms:.2} | {p99_ms:.2} | {indexed_s:.0} | {bytes} |\n");
        }
        text += &format!(
            "\nA new paragraph is found after {:.0} ms. Resident: {} MB with files; the index took {} MB that are not files.\n",
            self.visible_ms,
            mega(self.resident_bytes),
            mega(self.own_bytes),
        );
        for reason in &self.left_out {
            text += &format!("Not compared: {reason}\n");
        }
        text
    }
    /// The same figures for programs.
    pub fn json(&self) -> serde_json::Value {
        let row = |row: &Row| {
            serde_json::json!({"engine": row.engine, "p50_ms": row.p50_ms, "p95_ms": row.p95_ms, "p99_ms": row.p99_ms,
                "indexed_s": row.indexed_s, "bytes": row.bytes})
        };
        let rows: Vec<_> = self.rows.iter().map(row).collect();
        serde_json::json!({"paragraphs": self.paragraphs, "words": self.words, "with_meaning": self.with_meaning, "rows": rows,
            "visible_ms": self.visible_ms, "resident_bytes": self.resident_bytes, "own_bytes": self.own_bytes,
            "left_out": self.left_out})
    }
}
