//! The same on files in SQuAD's shape: whether the paragraph cited is the one asked of, and how near the quoted span comes.
//!
//! The limits of `plenum_answers` were set on the questions at even places alone; both halves are printed.

use crate::evaluate::corpus::{self, Scratch};
use crate::evaluate::retrieval::{entry, indexed};
use anyhow::{Result, bail};
use plenum_answers::{Known, Passage, Place, Question};
use plenum_model::Standing;
use plenum_search::meaning::Encoder;
use plenum_search::{Index, Mode, Query};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

/// The figures of one half of the questions.
#[derive(Clone, Copy, Debug, Default)]
struct Half {
    questions: usize,
    cited_right: usize,
    cited_wrong: usize,
    /// Refused, and the right paragraph is the first of those shown as near.
    offered_right: usize,
    answered_without: usize,
    exact: usize,
    f1: f64,
}

/// What was measured.
#[derive(Clone, Debug)]
pub struct Report {
    paragraphs: usize,
    halves: [Half; 2],
    p95_ms: f64,
}

/// Indexes the paragraphs and answers the questions, or those of another file about the same paragraphs; each a second
/// time without the paragraph it was asked of, when it should not be answered.
pub fn run(squad: &Path, questions: Option<&Path>, encoder: Option<Arc<Encoder>>) -> Result<Report> {
    let (paragraphs, own) = corpus::read_squad(squad)?;
    let answers = answers(squad)?;
    let asked = match questions {
        None => own,
        Some(other) => corpus::read_squad(other)?.1,
    };
    if asked.iter().any(|(_, paragraph)| *paragraph >= paragraphs.len()) {
        bail!("the questions are not about the paragraphs of {}", squad.display());
    }
    let languages: Vec<String> =
        paragraphs.iter().map(|text| plenum_documents::languages::guess(text).to_string()).collect();
    let entries =
        paragraphs.iter().zip(&languages).map(|(text, language)| entry(text.clone(), String::new(), language));
    let scratch = Scratch::new("squad")?;
    let index = indexed(scratch.path(), encoder, entries)?;
    let known = Known::default().with_meanings(plenum_web::ask::meanings(&index));
    let mut report = Report { paragraphs: paragraphs.len(), halves: [Half::default(); 2], p95_ms: 0.0 };
    let mut times = Vec::with_capacity(asked.len());
    for (at, (named, paragraph)) in asked.iter().enumerate() {
        let started = Instant::now();
        let found = found(&index, &named.text, &paragraphs, &languages)?;
        let cited = answered(&named.text, &known, &found)?;
        times.push(started.elapsed().as_secs_f64() * 1000.0);
        let half = &mut report.halves[at % 2];
        half.questions += 1;
        match cited {
            Shown::Cited(address, span) if address == paragraph.to_string() => {
                half.cited_right += 1;
                let best =
                    answers.get(&named.id).map(|all| all.iter().map(|one| overlap(one, &span)).fold(0.0, f64::max));
                half.f1 += best.unwrap_or(0.0);
                half.exact += usize::from(best == Some(1.0));
            }
            Shown::Cited(..) => half.cited_wrong += 1,
            Shown::Offered(address) => half.offered_right += usize::from(address == paragraph.to_string()),
        }
        let others: Vec<Passage> = found.into_iter().filter(|one| one.place.address != paragraph.to_string()).collect();
        half.answered_without += usize::from(matches!(answered(&named.text, &known, &others)?, Shown::Cited(..)));
    }
    times.sort_by(f64::total_cmp);
    report.p95_ms = times.get(times.len() * 95 / 100).copied().unwrap_or(0.0);
    Ok(report)
}

fn found(index: &Index, question: &str, paragraphs: &[String], languages: &[String]) -> Result<Vec<Passage>> {
    let query =
        Query { words: question.to_owned(), mode: Mode::Fused, limit: 20, with_facets: false, ..Query::default() };
    let passage = |hit: &plenum_search::Hit| {
        let at = usize::try_from(hit.paragraph_id).unwrap_or(0);
        Passage {
            place: Place { address: at.to_string(), symbol: Some("squad".into()), ..Place::default() },
            text: paragraphs[at].clone(),
            language: languages[at].clone(),
            standing: Standing::Commentary,
            date: None,
            speaker: None,
            about: String::new(),
            likeness: hit.likeness,
        }
    };
    Ok(index.find(&query)?.hits.iter().map(passage).collect())
}

/// What is shown first.
enum Shown {
    /// The address first cited, with the words quoted, shortened to what was asked for.
    Cited(String, String),
    /// The address of the nearest passage beside a refusal; empty where none is near.
    Offered(String),
}

fn answered(question: &str, known: &Known, found: &[Passage]) -> Result<Shown> {
    let Ok(question) = Question::parse(question) else { return Ok(Shown::Offered(String::new())) };
    let plan = plenum_answers::plan(&question, known, plenum_answers::When::default());
    let answer = plenum_answers::answer(&plan, known, found);
    let address = |at: usize| answer.passages[at].place.address.clone();
    let Some(quotation) = answer.sentences.first().and_then(|sentence| sentence.quotations().first().cloned()) else {
        let nearest = answer.refusal.iter().flat_map(|refusal| &refusal.nearest).next();
        return Ok(Shown::Offered(nearest.map(|one| address(one.passage)).unwrap_or_default()));
    };
    let text = &answer.passages[quotation.passage].text;
    let span = plenum_answers::short_span(&plan, text, quotation.span.clone());
    Ok(Shown::Cited(address(quotation.passage), text[span].to_owned()))
}

/// The answers accepted, by the question's id.
fn answers(path: &Path) -> Result<HashMap<String, Vec<String>>> {
    let value: Value = serde_json::from_str(&corpus::read_text(path)?)?;
    let list = |value: &Value, key: &str| value.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    let mut all = HashMap::new();
    for paragraph in list(&value, "data").iter().flat_map(|article| list(article, "paragraphs")) {
        for question in list(&paragraph, "qas") {
            let id = question.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
            let texts = list(&question, "answers");
            all.insert(id, texts.iter().filter_map(|one| one.get("text")?.as_str().map(str::to_owned)).collect());
        }
    }
    Ok(all)
}

/// F1 of the words of two texts, as SQuAD counts it: case, marks and articles aside.
fn overlap(gold: &str, said: &str) -> f64 {
    let words = |text: &str| -> Vec<String> {
        let lower = text.to_lowercase();
        let all = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
        all.filter(|word| !["a", "an", "the"].contains(word)).map(str::to_owned).collect()
    };
    let (gold, said) = (words(gold), words(said));
    let mut left = gold.clone();
    let mut common = 0_usize;
    for word in &said {
        if let Some(at) = left.iter().position(|other| other == word) {
            left.swap_remove(at);
            common += 1;
        }
    }
    if common == 0 { 0.0 } else { 2.0 * common as f64 / (gold.len() + said.len()) as f64 }
}

impl Report {
    /// A Markdown table.
    pub fn markdown(&self) -> String {
        let mut out = format!(
            "{} paragraphs; p95 {:.1} ms\n\n| half | questions | paragraph cited is right | is wrong | abstained | of these, the right one shown as nearest | answered without its paragraph | exact | F1 |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|\n",
            self.paragraphs, self.p95_ms
        );
        for (name, half) in ["even places (tuned on)", "odd places"].iter().zip(&self.halves) {
            let of = |n: usize| n as f64 / half.questions.max(1) as f64;
            let abstained = half.questions - half.cited_right - half.cited_wrong;
            out.push_str(&format!(
                "| {name} | {} | {:.3} | {:.3} | {:.3} | {:.3} | {:.3} | {:.3} | {:.3} |\n",
                half.questions,
                of(half.cited_right),
                of(half.cited_wrong),
                of(abstained),
                of(half.offered_right),
                of(half.answered_without),
                of(half.exact),
                half.f1 / half.questions.max(1) as f64
            ));
        }
        out
    }
    /// The same figures for programs.
    pub fn json(&self) -> Value {
        let half = |half: &Half| {
            json!({"questions": half.questions, "cited_right": half.cited_right, "cited_wrong": half.cited_wrong,
                "offered_right": half.offered_right,
                "answered_without": half.answered_without, "exact": half.exact, "f1": half.f1 / half.questions.max(1) as f64})
        };
        json!({"paragraphs": self.paragraphs, "p95_ms": self.p95_ms, "halves": self.halves.iter().map(half).collect::<Vec<_>>()})
    }
}
