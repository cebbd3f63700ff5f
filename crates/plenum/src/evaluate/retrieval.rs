//! `plenum evaluate retrieval`: nDCG@10, R@100, MRR@10 and milliseconds a question on judged questions (BEIR shapes).

use super::corpus::{self, Judgements, Named, Scratch};
use anyhow::Result;
use plenum_model::Standing;
use plenum_search::meaning::Encoder;
use plenum_search::{Entry, Index, Mode, Query};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

/// The figures of one way to search.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// `words`, `meaning` or `fused`.
    pub mode: &'static str,
    /// Normalised discounted cumulative gain of the first ten, with the grades as gains.
    pub ndcg_10: f64,
    /// The share of relevant texts among the first hundred.
    pub recall_100: f64,
    /// One over the place of the first relevant text, if within ten.
    pub mrr_10: f64,
    /// The median time of a question.
    pub ms: f64,
}

/// What was measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Texts searched.
    pub texts: usize,
    /// Questions that have judgements.
    pub questions: usize,
    /// One row a way to search.
    pub rows: Vec<Row>,
}

/// Indexes the corpus in a folder of its own and asks every judged question in each mode.
pub fn run(corpus: &Path, queries: &Path, qrels: &Path, encoder: Option<Arc<Encoder>>) -> Result<Report> {
    let texts = corpus::read_named(corpus)?;
    let questions = corpus::read_named(queries)?;
    let judgements = corpus::read_judgements(qrels)?;
    let has_meaning = encoder.is_some();
    let sample: String = texts.iter().take(20).map(|text| text.text.as_str()).collect();
    let language = plenum_documents::languages::guess(&sample);
    let scratch = Scratch::new("retrieval")?;
    let index = indexed(scratch.path(), encoder, texts.iter().map(|text| entry_of(text, language.as_str())))?;
    let asked: Vec<&Named> = questions.iter().filter(|question| judgements.contains_key(&question.id)).collect();
    let modes: &[(&'static str, Mode)] = if has_meaning {
        &[("words", Mode::Words), ("meaning", Mode::Meaning), ("fused", Mode::Fused)]
    } else {
        &[("words", Mode::Words)]
    };
    let rows = modes.iter().map(|(name, mode)| measured(&index, name, *mode, &asked, &texts, &judgements));
    Ok(Report { texts: texts.len(), questions: asked.len(), rows: rows.collect::<Result<_>>()? })
}

/// A text as the index takes it: its title is its context, and is read with its words.
fn entry_of(text: &Named, language: &str) -> Entry {
    let words = if text.title.is_empty() { text.text.clone() } else { format!("{}\n{}", text.title, text.text) };
    entry(words, text.title.clone(), language)
}

/// An entry of which only words, title and language are known; [`indexed`] numbers it.
pub(super) fn entry(text: String, context: String, language: &str) -> Entry {
    Entry {
        paragraph_id: 0,
        text,
        context,
        symbol: String::new(),
        number: None,
        language: language.to_owned(),
        process: None,
        actor: None,
        groups: Vec::new(),
        kind: String::new(),
        standing: Standing::Official,
        date: 0,
        is_heading: false,
    }
}

/// A new index in `folder` with these entries, numbered from 0 in order, all with meaning.
pub(super) fn indexed(
    folder: &Path,
    encoder: Option<Arc<Encoder>>,
    entries: impl Iterator<Item = Entry>,
) -> Result<Index> {
    let index = Index::open(folder, encoder)?;
    let numbered = (0_i64..).zip(entries).map(|(paragraph_id, entry)| Entry { paragraph_id, ..entry });
    index.replace(&[], numbered.collect(), 1)?;
    while index.encode_some(256)? > 0 {}
    Ok(index)
}

fn measured(
    index: &Index,
    name: &'static str,
    mode: Mode,
    questions: &[&Named],
    texts: &[Named],
    judgements: &Judgements,
) -> Result<Row> {
    let (mut ndcg, mut recall, mut mrr, mut times) = (0.0, 0.0, 0.0, Vec::with_capacity(questions.len()));
    for question in questions {
        let query = Query { words: question.text.clone(), mode, limit: 100, with_facets: false, ..Query::default() };
        let begun = Instant::now();
        let found = index.find(&query)?;
        times.push(begun.elapsed().as_secs_f64() * 1_000.0);
        let grades_of = &judgements[&question.id];
        let grade = |id: i64| grades_of.get(&texts[id as usize].id).copied().unwrap_or(0);
        let grades: Vec<u32> = found.hits.iter().map(|hit| grade(hit.paragraph_id)).collect();
        let relevant = grades_of.values().filter(|grade| **grade > 0).count();
        ndcg += ndcg_10(&grades, grades_of.values().copied().collect());
        recall += grades.iter().filter(|grade| **grade > 0).count() as f64 / relevant.max(1) as f64;
        mrr += grades.iter().take(10).position(|grade| *grade > 0).map_or(0.0, |place| 1.0 / (place + 1) as f64);
    }
    let count = questions.len().max(1) as f64;
    times.sort_by(f64::total_cmp);
    let ms = times.get(times.len() / 2).copied().unwrap_or(0.0);
    Ok(Row { mode: name, ndcg_10: ndcg / count, recall_100: recall / count, mrr_10: mrr / count, ms })
}

/// nDCG@10 of the grades found, against the best order of all grades.
fn ndcg_10(found: &[u32], mut all: Vec<u32>) -> f64 {
    let gain = |grades: &[u32]| -> f64 {
        grades.iter().take(10).enumerate().map(|(place, grade)| f64::from(*grade) / (place as f64 + 2.0).log2()).sum()
    };
    all.sort_unstable_by(|a, b| b.cmp(a));
    let best = gain(&all);
    if best > 0.0 { gain(found) / best } else { 0.0 }
}

impl Report {
    /// A Markdown table.
    pub fn markdown(&self) -> String {
        let head = "| search by | nDCG@10 | R@100 | MRR@10 | ms/question |\n|---|---|---|---|---|\n";
        let row = |row: &Row| {
            let Row { mode, ndcg_10, recall_100, mrr_10, ms } = row;
            format!("| {mode} | {ndcg_10:.3} | {recall_100:.3} | {mrr_10:.3} | {ms:.2} |\n")
        };
        let rows: String = self.rows.iter().map(row).collect();
        format!("{} texts, {} questions\n\n{head}{rows}", self.texts, self.questions)
    }
    /// The same figures for programs.
    pub fn json(&self) -> serde_json::Value {
        let row = |row: &Row| {
            serde_json::json!({"mode": row.mode, "ndcg_10": row.ndcg_10, "recall_100": row.recall_100,
                "mrr_10": row.mrr_10, "ms": row.ms})
        };
        let rows: Vec<_> = self.rows.iter().map(row).collect();
        serde_json::json!({"texts": self.texts, "questions": self.questions, "rows": rows})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_order_scores_one_and_a_worse_one_less() {
        assert!((ndcg_10(&[4, 2, 1], vec![1, 2, 4]) - 1.0).abs() < 1e-9);
        assert!(ndcg_10(&[1, 2, 4], vec![1, 2, 4]) < 0.9);
        assert_eq!(ndcg_10(&[0, 0], vec![1]), 0.0);
    }

    #[test]
    fn a_judged_corpus_is_measured() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).expect("written");
            path
        };
        let corpus = path(
            "corpus.jsonl",
            "{\"_id\":\"1\",\"title\":\"Rivers\",\"text\":\"Water runs down\"}\n{\"_id\":\"2\",\"text\":\"Stones lie\"}\n",
        );
        let queries = path(
            "queries.jsonl",
            "{\"_id\":\"a\",\"text\":\"running water\"}\n{\"_id\":\"b\",\"text\":\"unjudged\"}\n",
        );
        let qrels = path("qrels.tsv", "query-id\tcorpus-id\tscore\na\t1\t2\n");
        let report = run(&corpus, &queries, &qrels, None).expect("a report");
        assert_eq!((report.texts, report.questions), (2, 1));
        assert!((report.rows[0].ndcg_10 - 1.0).abs() < 1e-9);
        assert!(report.markdown().contains("| words | 1.000 | 1.000 | 1.000 |"));
    }
}
