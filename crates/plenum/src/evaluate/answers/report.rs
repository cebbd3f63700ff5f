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
    /// Whether nothing was tuned on it.
    pub is_held_out: bool,
    pub language: String,
    pub kind: String,
    pub outcome: Outcome,
    pub grounded: usize,
    pub sentences: usize,
    /// Whether a language model wrote the answer, and how many sentences were not shown.
    pub by_model: bool,
    pub dropped: usize,
    pub ms: f64,
    /// At which place, from 0, the words stand that answer, in the answer or among the nearest shown instead.
    pub right_words: Option<usize>,
    pub shown: String,
}

/// Figures recorded earlier: group → measure → share.
pub type Recorded = BTreeMap<String, BTreeMap<String, f64>>;
/// Shares are recorded to three places.
const ROUNDING: f64 = 0.000_6;

/// All questions judged.
#[derive(Clone, Debug)]
pub struct Report {
    rows: Vec<Row>,
    /// Searched for each question.
    paragraphs: u64,
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
    /// The words that answer come first, as an answer or as the nearest.
    right_words_first: Option<f64>,
    /// They are shown at all.
    right_words_shown: Option<f64>,
    p50_ms: f64,
    p95_ms: f64,
}

/// The two halves, by whether their questions were looked at when the answers were made better.
const HALVES: [(&str, bool); 2] = [("tuned", false), ("held-out", true)];

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
        let first = rows.iter().filter(|row| row.right_words == Some(0)).count();
        let shown = rows.iter().filter(|row| row.right_words.is_some()).count();
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
            right_words_first: share(first, answered + refused),
            right_words_shown: share(shown, answered + refused),
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
            self.right_words_first,
            self.right_words_shown,
        ];
        let cells: Vec<String> = shares.into_iter().map(shown).collect();
        format!("| {name} | {} | {} | {:.1} / {:.1} |\n", self.questions, cells.join(" | "), self.p50_ms, self.p95_ms)
    }

    fn json(&self) -> Value {
        json!({
            "questions": self.questions, "correct": self.correct, "cites_gold": self.cites_gold, "grounded": self.grounded,
            "wrongly_abstained": self.wrongly_abstained, "rightly_abstained": self.rightly_abstained,
            "answered_unanswerable": self.answered_unanswerable, "right_words_first": self.right_words_first,
            "right_words_shown": self.right_words_shown, "p50_ms": self.p50_ms, "p95_ms": self.p95_ms,
        })
    }
}

impl Report {
    pub fn of(rows: Vec<Row>, paragraphs: u64) -> Self {
        Self { rows, paragraphs }
    }

    /// The groups: each half, its languages; the kinds over both.
    fn groups(&self) -> Vec<(String, Shares)> {
        let mut groups: Vec<(String, Vec<&Row>)> = Vec::new();
        for (half, is_held_out) in HALVES {
            let rows: Vec<&Row> = self.rows.iter().filter(|row| row.is_held_out == is_held_out).collect();
            let mut languages: BTreeMap<String, Vec<&Row>> = BTreeMap::new();
            for row in &rows {
                languages.entry(format!("{half} {}", row.language)).or_default().push(row);
            }
            groups.push((half.to_owned(), rows));
            groups.extend(languages);
        }
        let mut kinds: BTreeMap<String, Vec<&Row>> = BTreeMap::new();
        for row in &self.rows {
            kinds.entry(format!("kind {}", row.kind)).or_default().push(row);
        }
        groups.extend(kinds);
        groups.into_iter().map(|(name, rows)| (name, Shares::of(&rows))).collect()
    }

    /// How many answers a language model wrote, and how many sentences were not shown, of all.
    fn written(&self) -> (usize, usize) {
        (self.rows.iter().filter(|row| row.by_model).count(), self.rows.iter().map(|row| row.dropped).sum())
    }

    /// A Markdown table, and every question of the tuned half that went wrong; those held out nobody should learn from.
    pub fn markdown(&self) -> String {
        let (by_model, dropped) = self.written();
        let mut out = format!(
            "{} paragraphs; {by_model} answers by a language model; {dropped} sentences not shown\n\n",
            self.paragraphs
        );
        out.push_str(
            "| | questions | correct | cites gold | grounded | wrongly abstained | rightly abstained | answered an unanswerable | right words first | right words shown | p50 / p95 ms |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n",
        );
        for (name, shares) in self.groups() {
            out.push_str(&shares.line(&name));
        }
        let is_wrong = |row: &&Row| {
            !matches!(row.outcome, Outcome::RightlyAbstained | Outcome::Answered { correct: true, cites_gold: true })
        };
        for row in self.rows.iter().filter(|row| !row.is_held_out).filter(is_wrong) {
            let place = row.right_words.map_or("not shown".to_owned(), |place| format!("at place {}", place + 1));
            let (question, kind, outcome) = (&row.question, &row.kind, row.outcome);
            out.push_str(&format!("\n- {question} ({kind}, {outcome:?}, words that answer {place}): {}", row.shown));
        }
        out.push('\n');
        out
    }

    /// The shares to be recorded, of the halves and their languages, to three places.
    pub fn recorded(&self) -> Recorded {
        let round = |share: f64| (share * 1000.0).round() / 1000.0;
        let is_recorded = |(name, _): &(String, Shares)| !name.starts_with("kind ");
        let measures = |shares: &Shares| {
            let all = [
                ("correct", shares.correct),
                ("cites_gold", shares.cites_gold),
                ("grounded", shares.grounded),
                ("wrongly_abstained", shares.wrongly_abstained),
                ("answered_unanswerable", shares.answered_unanswerable),
                ("right_words_first", shares.right_words_first),
                ("right_words_shown", shares.right_words_shown),
            ];
            all.into_iter().filter_map(|(name, share)| Some((name.to_owned(), round(share?)))).collect()
        };
        self.groups().into_iter().filter(is_recorded).map(|(name, shares)| (name, measures(&shares))).collect()
    }

    /// What is worse than was recorded: group, measure, then and now.
    pub fn falls(&self, recorded: &Recorded) -> Vec<String> {
        let groups: BTreeMap<String, Shares> = self.groups().into_iter().collect();
        let mut falls = Vec::new();
        for (group, then) in recorded {
            let Some(now) = groups.get(group) else {
                falls.push(format!("{group}: no such questions any more"));
                continue;
            };
            let better = [
                ("cites_gold", now.cites_gold),
                ("correct", now.correct),
                ("grounded", now.grounded),
                ("right_words_first", now.right_words_first),
                ("right_words_shown", now.right_words_shown),
            ];
            let worse =
                [("wrongly_abstained", now.wrongly_abstained), ("answered_unanswerable", now.answered_unanswerable)];
            for (measure, value) in better.into_iter().chain(worse) {
                let (Some(then), Some(value)) = (then.get(measure), value) else { continue };
                let fall = if worse.iter().any(|(name, _)| *name == measure) { value - then } else { then - value };
                if fall > ROUNDING {
                    falls.push(format!("{group}, {measure}: {then:.3} was recorded, {value:.3} is measured"));
                }
            }
        }
        falls
    }

    /// The same figures for programs.
    pub fn json(&self) -> Value {
        let groups: serde_json::Map<String, Value> =
            self.groups().into_iter().map(|(name, shares)| (name, shares.json())).collect();
        Value::Object(groups)
    }
}
