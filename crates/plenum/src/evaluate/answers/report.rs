//! The figures of answered questions, by language and by kind.

use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What became of one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// An answer was given where there is one.
    Answered { correct: bool, cites_gold: bool },
    /// None was given where there is one.
    WronglyAbstained,
    /// None was given where there is none.
    RightlyAbstained,
    /// An answer was given where there is none.
    AnsweredUnanswerable,
}

/// One question judged.
#[derive(Clone, Debug)]
pub struct Row {
    pub question: String,
    pub language: String,
    pub kind: String,
    pub outcome: Outcome,
    pub grounded: usize,
    pub sentences: usize,
    pub ms: f64,
    pub shown: String,
}

/// All questions judged.
#[derive(Clone, Debug)]
pub struct Report {
    rows: Vec<Row>,
}

/// Shares of one group of questions; `None` where it has no such question.
struct Shares {
    questions: usize,
    correct: Option<f64>,
    cites_gold: Option<f64>,
    grounded: Option<f64>,
    wrongly_abstained: Option<f64>,
    rightly_abstained: Option<f64>,
    answered_unanswerable: Option<f64>,
    p50_ms: f64,
    p95_ms: f64,
}

fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

impl Shares {
    fn of(rows: &[&Row]) -> Self {
        let count = |is: fn(&Outcome) -> bool| rows.iter().filter(|row| is(&row.outcome)).count();
        let answered = count(|one| matches!(one, Outcome::Answered { .. }));
        let refused = count(|one| *one == Outcome::WronglyAbstained);
        let rightly = count(|one| *one == Outcome::RightlyAbstained);
        let falsely = count(|one| *one == Outcome::AnsweredUnanswerable);
        let correct = count(|one| matches!(one, Outcome::Answered { correct: true, .. }));
        let gold = count(|one| matches!(one, Outcome::Answered { cites_gold: true, .. }));
        let sentences: usize = rows.iter().map(|row| row.sentences).sum();
        let mut times: Vec<f64> = rows.iter().map(|row| row.ms).collect();
        times.sort_by(f64::total_cmp);
        let at =
            |hundredth: usize| times.get((times.len() * hundredth / 100).min(times.len().saturating_sub(1))).copied();
        Self {
            questions: rows.len(),
            correct: share(correct, answered + refused),
            cites_gold: share(gold, answered + refused),
            grounded: share(rows.iter().map(|row| row.grounded).sum(), sentences),
            wrongly_abstained: share(refused, answered + refused),
            rightly_abstained: share(rightly, rightly + falsely),
            answered_unanswerable: share(falsely, rightly + falsely),
            p50_ms: at(50).unwrap_or(0.0),
            p95_ms: at(95).unwrap_or(0.0),
        }
    }

    fn line(&self, name: &str) -> String {
        let shown = |share: Option<f64>| share.map_or("–".to_owned(), |share| format!("{:.1} %", share * 100.0));
        let shares = [
            self.correct,
            self.cites_gold,
            self.grounded,
            self.wrongly_abstained,
            self.rightly_abstained,
            self.answered_unanswerable,
        ];
        let cells: Vec<String> = shares.into_iter().map(shown).collect();
        format!("| {name} | {} | {} | {:.1} / {:.1} |\n", self.questions, cells.join(" | "), self.p50_ms, self.p95_ms)
    }

    fn json(&self) -> Value {
        json!({
            "questions": self.questions, "correct": self.correct, "cites_gold": self.cites_gold, "grounded": self.grounded,
            "wrongly_abstained": self.wrongly_abstained, "rightly_abstained": self.rightly_abstained,
            "answered_unanswerable": self.answered_unanswerable, "p50_ms": self.p50_ms, "p95_ms": self.p95_ms,
        })
    }
}

impl Report {
    pub fn of(rows: Vec<Row>) -> Self {
        Self { rows }
    }

    /// The groups: all, each language, each kind.
    fn groups(&self) -> Vec<(String, Shares)> {
        let mut groups: BTreeMap<String, Vec<&Row>> = BTreeMap::new();
        for row in &self.rows {
            groups.entry(row.language.clone()).or_default().push(row);
            groups.entry(format!("kind: {}", row.kind)).or_default().push(row);
        }
        let all: Vec<&Row> = self.rows.iter().collect();
        let rest = groups.into_iter().map(|(name, rows)| (name, Shares::of(&rows)));
        std::iter::once(("all".to_owned(), Shares::of(&all))).chain(rest).collect()
    }

    /// A Markdown table, and every question that went wrong.
    pub fn markdown(&self) -> String {
        let mut out = String::from(
            "| | questions | correct | cites gold | grounded | wrongly abstained | rightly abstained | answered an unanswerable | p50 / p95 ms |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|\n",
        );
        for (name, shares) in self.groups() {
            out.push_str(&shares.line(&name));
        }
        let is_wrong = |row: &&Row| {
            !matches!(row.outcome, Outcome::RightlyAbstained | Outcome::Answered { correct: true, cites_gold: true })
        };
        for row in self.rows.iter().filter(is_wrong) {
            out.push_str(&format!("\n- {} ({}, {:?}): {}", row.question, row.kind, row.outcome, row.shown));
        }
        out.push('\n');
        out
    }

    /// The same figures for programs.
    pub fn json(&self) -> Value {
        let groups: serde_json::Map<String, Value> =
            self.groups().into_iter().map(|(name, shares)| (name, shares.json())).collect();
        Value::Object(groups)
    }
}
