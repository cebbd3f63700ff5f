//! `plenum evaluate passages`: how often the paragraph that a question was asked of comes first, and among five.

use super::corpus::{self, Scratch};
use super::retrieval::{entry, indexed};
use anyhow::{Result, bail};
use plenum_search::meaning::Encoder;
use plenum_search::{Index, Mode, Query};
use std::path::Path;
use std::sync::Arc;

/// The figures of one way to search.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// `words`, `meaning` or `fused`.
    pub mode: &'static str,
    /// The share of questions whose paragraph comes first.
    pub accuracy_1: f64,
    /// The share of questions whose paragraph is among the first five.
    pub recall_5: f64,
}

/// What was measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Paragraphs searched.
    pub paragraphs: usize,
    /// Questions asked.
    pub questions: usize,
    /// One row a way to search.
    pub rows: Vec<Row>,
}

/// Indexes the paragraphs of a SQuAD file in a folder of its own and asks its questions, or those of another file about
/// the same paragraphs in another language. The paragraphs' language is guessed, as at an import.
///
/// Errors: a file of another shape; questions of another file whose ids are not those of the first.
pub fn run(squad: &Path, questions: Option<&Path>, encoder: Option<Arc<Encoder>>) -> Result<Report> {
    let (paragraphs, own) = corpus::read_squad(squad)?;
    let asked = match questions {
        None => own,
        Some(other) => {
            let (_, theirs) = corpus::read_squad(other)?;
            let same =
                theirs.len() == own.len() && theirs.iter().zip(&own).all(|(a, b)| a.0.id == b.0.id && a.1 == b.1);
            if !same {
                bail!("{} does not ask the questions of {}: their ids differ", other.display(), squad.display());
            }
            theirs
        }
    };
    let has_meaning = encoder.is_some();
    let entries = paragraphs.iter().map(|text| {
        let language = plenum_documents::languages::guess(text);
        entry(text.clone(), String::new(), language.as_str())
    });
    let scratch = Scratch::new("passages")?;
    let index = indexed(scratch.path(), encoder, entries)?;
    let modes: &[(&'static str, Mode)] = if has_meaning {
        &[("words", Mode::Words), ("meaning", Mode::Meaning), ("fused", Mode::Fused)]
    } else {
        &[("words", Mode::Words)]
    };
    let asked: Vec<(&str, i64)> =
        asked.iter().map(|(named, paragraph)| (named.text.as_str(), *paragraph as i64)).collect();
    let rows = modes.iter().map(|(name, mode)| measured(&index, name, *mode, &asked));
    Ok(Report { paragraphs: paragraphs.len(), questions: asked.len(), rows: rows.collect::<Result<_>>()? })
}

fn measured(index: &Index, name: &'static str, mode: Mode, asked: &[(&str, i64)]) -> Result<Row> {
    let (mut first, mut among_five) = (0_u32, 0_u32);
    for (words, paragraph) in asked {
        let query = Query { words: (*words).to_owned(), mode, limit: 5, with_facets: false, ..Query::default() };
        let found = index.find(&query)?;
        match found.hits.iter().position(|hit| hit.paragraph_id == *paragraph) {
            Some(0) => (first, among_five) = (first + 1, among_five + 1),
            Some(_) => among_five += 1,
            None => {}
        }
    }
    let count = asked.len().max(1) as f64;
    Ok(Row { mode: name, accuracy_1: f64::from(first) / count, recall_5: f64::from(among_five) / count })
}

impl Report {
    /// A Markdown table.
    pub fn markdown(&self) -> String {
        let head = "| search by | accuracy at 1 | recall at 5 |\n|---|---|---|\n";
        let row = |Row { mode, accuracy_1, recall_5 }: &Row| format!("| {mode} | {accuracy_1:.3} | {recall_5:.3} |\n");
        let rows: String = self.rows.iter().map(row).collect();
        format!("{} paragraphs, {} questions\n\n{head}{rows}", self.paragraphs, self.questions)
    }
    /// The same figures for programs.
    pub fn json(&self) -> serde_json::Value {
        let row =
            |row: &Row| serde_json::json!({"mode": row.mode, "accuracy_1": row.accuracy_1, "recall_5": row.recall_5});
        let rows: Vec<_> = self.rows.iter().map(row).collect();
        serde_json::json!({"paragraphs": self.paragraphs, "questions": self.questions, "rows": rows})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_find_the_paragraph_they_were_asked_of() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("squad.json");
        let squad = r#"{"data":[{"paragraphs":[
            {"context":"The bridge was opened in spring.","qas":[{"id":"1","question":"When was the bridge opened?"}]},
            {"context":"A lighthouse stands on the island.","qas":[{"id":"2","question":"Where is the lighthouse?"}]}]}]}"#;
        std::fs::write(&file, squad).expect("written");
        let report = run(&file, None, None).expect("a report");
        assert_eq!((report.paragraphs, report.questions), (2, 2));
        assert_eq!(report.rows[0].accuracy_1, 1.0);
        assert!(run(&folder.path().join("none.json"), None, None).is_err());
    }
}
