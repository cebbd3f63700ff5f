//! `plenum evaluate answers`: how often a question is answered rightly, from the right place, and when it should not be.

mod ranking;
mod report;
mod speed;
mod squad;

use super::corpus::Scratch;
use crate::cli;
use crate::config::Config;
use crate::home::Home;
use crate::writer::Endpoint;
use crate::{import, indexing};
use anyhow::{Context, Result, bail};
use plenum_answers::Question;
use plenum_model::PartialDate;
use plenum_model::answer::Sentence;
use plenum_search::Index;
use plenum_search::meaning::Encoder;
use plenum_web::ask::{self, Answered, Asking, Written};
pub use ranking::run as run_ranking;
use report::{Outcome, Row};
pub use report::{Recorded, Report};
use serde::Deserialize;
pub use squad::run as run_squad;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A line of the file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    question: String,
    language: String,
    kind: String,
    /// Whether what is imported holds an answer.
    answerable: bool,
    /// Beginnings of the addresses that may be cited.
    gold: Vec<String>,
    /// One of these must be in the answer.
    accepted: Vec<String>,
    /// None of these may be.
    forbidden: Vec<String>,
    /// Where sources differ: one of these must stand beside the answer.
    #[serde(default)]
    disagreeing: Vec<String>,
    /// Whether nobody may learn from it; where the line does not say so, those at even places, counted from 1.
    held_out: Option<bool>,
}

impl Asked {
    fn is_held_out(&self, at: usize) -> bool {
        self.held_out.unwrap_or(at % 2 == 1)
    }

    /// Whether words at an address hold what is accepted, and the address is one that may be cited.
    fn is_answered_by(&self, address: &str, words: &str) -> bool {
        let words = words.to_lowercase();
        self.gold.iter().any(|gold| address.starts_with(gold.as_str()))
            && self.accepted.iter().any(|accepted| words.contains(&accepted.to_lowercase()))
    }
}

/// The day on which the packs were written: figures do not change with the calendar.
fn today() -> Option<PartialDate> {
    PartialDate::new(2026, Some(11), Some(27))
}

/// Where the questions of a file find what they are about.
pub struct Ground<'a> {
    /// Folder of packs.
    pub packs: &'a Path,
    /// Documents, and folders of them.
    pub documents: &'a [PathBuf],
    /// So many paragraphs more, made of these texts, to measure the speed among.
    pub among: Option<(usize, &'a [PathBuf])>,
}

/// Imports packs and documents into a folder of its own and asks every question of the file; a language model, where one
/// is named, writes the answers anew.
///
/// Errors: a line that is no question; a folder that cannot be imported.
pub async fn run(
    file: &Path,
    ground: &Ground<'_>,
    encoder: Option<Arc<Encoder>>,
    writer: Option<&Endpoint>,
) -> Result<Report> {
    let asked = read(file)?;
    let scratch = Scratch::new("answers")?;
    let data = scratch.path().to_owned();
    let database = data.join("plenum.sqlite").to_string_lossy().into_owned();
    let home = Home::open(Config { data, database }).await?;
    let index = prepared(&home, ground, encoder, scratch.path()).await?;
    let known = Arc::new(ask::known(&home.store, &index).await?);
    let mut rows = Vec::with_capacity(asked.len());
    for (at, one) in asked.iter().enumerate() {
        let question = Question::parse(&one.question).with_context(|| one.question.clone())?;
        let asking = Asking {
            question,
            as_of: None,
            today: today(),
            process: Vec::new(),
            without: Vec::new(),
            after: Vec::new(),
        };
        let mut answered = ask::ask(&home.store, &index, &known, asking).await?;
        if let Some(writer) = writer {
            answered = ask::write(writer, answered).await;
        }
        rows.push(judged(one, &answered, one.is_held_out(at)));
    }
    home.store.close().await;
    Ok(Report::of(rows, index.figures().paragraphs))
}

fn read(file: &Path) -> Result<Vec<Asked>> {
    let text = super::corpus::read_text(file)?;
    let mut asked: Vec<Asked> = Vec::new();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let one = serde_json::from_str(line).with_context(|| format!("{}, line {}", file.display(), at + 1))?;
        asked.push(one);
    }
    if asked.is_empty() {
        bail!("{} holds no question", file.display());
    }
    Ok(asked)
}

/// Imports what the questions are about, and whatever else, and indexes all of it.
async fn prepared(
    home: &Home,
    ground: &Ground<'_>,
    encoder: Option<Arc<Encoder>>,
    scratch: &Path,
) -> Result<Arc<Index>> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(ground.packs)?.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.retain(|path| crate::pack::is_pack(path));
    paths.extend_from_slice(ground.documents);
    if let Some((paragraphs, texts)) = ground.among {
        paths.push(speed::records(paragraphs, texts, scratch)?);
    }
    let import = cli::Import { paths, ..cli::Import::default() };
    import::run(home, &import, false).await?;
    let folder = home.config.index_folder();
    if ground.among.is_some()
        && let Some(encoder) = &encoder
    {
        speed::fill_vectors(&home.store, &folder.join("meaning"), encoder).await?;
    }
    let index = Arc::new(Index::open(&folder, encoder)?);
    indexing::catch_up(&home.store, &index, None).await?;
    while index.encode_some(64)? > 0 {}
    Ok(index)
}

/// Compares a report with the figures of one file and writes them to another, where they are named.
///
/// Out: partly done where a figure is worse than was recorded; each fall is told on standard error.
pub fn held_to(report: &Report, recorded: Option<&Path>, record: Option<&Path>) -> Result<crate::outcome::Outcome> {
    if let Some(path) = record {
        let head = "# Written by `plenum evaluate answers FILE --record`; a fall fails bin/test.\n\n";
        std::fs::write(path, format!("{head}{}", toml::to_string(&report.recorded())?))?;
    }
    let Some(path) = recorded else { return Ok(crate::outcome::Outcome::Done) };
    let then: Recorded =
        toml::from_str(&super::corpus::read_text(path)?).with_context(|| path.display().to_string())?;
    let falls = report.falls(&then);
    for fall in &falls {
        eprintln!("Worse than recorded: {fall}");
    }
    Ok(if falls.is_empty() { crate::outcome::Outcome::Done } else { crate::outcome::Outcome::Partly })
}

fn judged(asked: &Asked, answered: &Answered, is_held_out: bool) -> Row {
    let answer = &answered.answer;
    let said: Vec<String> = answer.sentences.iter().map(|one| one.text().to_lowercase()).collect();
    let holds = |words: &String| said.iter().any(|text| text.contains(&words.to_lowercase()));
    let quotations = || answer.sentences.iter().flat_map(Sentence::quotations);
    let address = |at: usize| answer.passages[at].place.address.as_str();
    let is_gold = |address: &str| asked.gold.iter().any(|gold| address.starts_with(gold.as_str()));
    let rivals: Vec<String> = answer.disagreements.iter().map(|one| one.text().to_lowercase()).collect();
    let is_beside = |words: &String| rivals.iter().any(|text| text.contains(&words.to_lowercase()));
    let shows_both = asked.disagreeing.is_empty() || asked.disagreeing.iter().any(is_beside);
    let outcome = match (asked.answerable, answer.refusal.is_some()) {
        (true, false) => Outcome::Answered {
            correct: asked.accepted.iter().any(holds) && !asked.forbidden.iter().any(holds) && shows_both,
            cites_gold: quotations().any(|one| is_gold(address(one.passage))),
        },
        (true, true) => Outcome::WronglyAbstained,
        (false, true) => Outcome::RightlyAbstained,
        (false, false) => Outcome::AnsweredUnanswerable,
    };
    let nearest = || {
        let first = answer.refusal.as_ref()?.nearest.first()?;
        Some(format!("(refused) nearest: {}", answer.passages[first.passage].text.get(first.span.clone())?))
    };
    let shown = said.first().cloned().or_else(nearest).unwrap_or_else(|| "(refused)".into()).replace('\n', " / ");
    Row {
        question: asked.question.clone(),
        is_held_out,
        language: asked.language.clone(),
        kind: asked.kind.clone(),
        outcome,
        grounded: answer.sentences.iter().filter(|one| is_grounded(one, answered)).count(),
        sentences: answer.sentences.len(),
        by_model: matches!(answered.written, Written::ByModel(_)),
        dropped: answer.dropped.len(),
        ms: answered.took.as_secs_f64() * 1000.0,
        right_words: right_words(asked, answered, outcome),
        shown: shown.chars().take(160).collect(),
    }
}

/// At which place, from 0, the words stand that answer: in the answer, or among the nearest that a refusal shows.
fn right_words(asked: &Asked, answered: &Answered, outcome: Outcome) -> Option<usize> {
    let answer = &answered.answer;
    match (outcome, &answer.refusal) {
        (Outcome::Answered { correct: true, .. }, _) => Some(0),
        (Outcome::WronglyAbstained, Some(refusal)) => refusal.nearest.iter().position(|near| {
            let passage = &answer.passages[near.passage];
            let title = passage.place.number.as_deref().unwrap_or_default();
            let words = passage.text.get(near.span.clone()).unwrap_or_default();
            asked.is_answered_by(&passage.place.address, &format!("{title} {words}"))
        }),
        _ => None,
    }
}

/// Whether every figure of a sentence stands in what it cites: checked here anew, by other means than the answers' own.
fn is_grounded(sentence: &Sentence, answered: &Answered) -> bool {
    let mut cited = String::new();
    for quotation in sentence.quotations() {
        let passage = &answered.answer.passages[quotation.passage];
        let date = passage.date.map(|date| date.to_string()).unwrap_or_default();
        cited.push_str(&format!("{} {} {date} ", passage.text, passage.about));
    }
    let there = figures(&cited);
    let counted = sentence.quotations().len().to_string();
    figures(sentence.text()).iter().all(|figure| there.contains(figure) || *figure == counted)
}

/// The runs of digits of a text, without zeros before them.
fn figures(text: &str) -> Vec<String> {
    let runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    runs.map(|run| run.trim_start_matches('0').to_owned()).collect()
}
