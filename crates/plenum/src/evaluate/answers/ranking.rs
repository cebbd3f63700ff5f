//! `plenum evaluate statements`: at which place the statement stands that answers a question, among all of the packs; and the
//! weights by which they are ranked, learned anew from the questions not held out.

use super::{Asked, Ground, prepared, read, today};
use crate::config::Config;
use crate::evaluate::corpus::Scratch;
use crate::home::Home;
use anyhow::{Result, bail};
use plenum_answers::{Known, Question, Signs, WEIGHTS, When, score};
use plenum_search::meaning::Encoder;
use plenum_web::ask;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Signs, of which there are as many as weights.
const SIGNS: usize = WEIGHTS.len();

/// A question with the signs of all statements, and which of them answer it.
struct Example {
    is_held_out: bool,
    language: String,
    signs: Vec<Signs>,
    answers: Vec<usize>,
}

/// At which places the first statement stands that answers, by group of questions; and weights, where they were learned.
pub struct Ranked {
    groups: BTreeMap<String, Vec<usize>>,
    learned: Option<Signs>,
    /// So much or more speaks for nineteen in twenty statements that answer a question not held out.
    usual: f32,
}

/// Ranks the statements of packs for all questions of some files that one of them answers. With `fit`, weights are learned
/// from those not held out, and measured instead of those in use.
///
/// Errors: a line that is no question; packs that cannot be imported; no encoder.
pub async fn run(files: &[PathBuf], packs: &Path, encoder: Option<Arc<Encoder>>, fit: bool) -> Result<Ranked> {
    if encoder.is_none() {
        bail!("the encoder's weights are not there; bin/get-weights gets them");
    }
    let scratch = Scratch::new("statements")?;
    let data = scratch.path().to_owned();
    let database = data.join("plenum.sqlite").to_string_lossy().into_owned();
    let home = Home::open(Config { data, database }).await?;
    let ground = Ground { packs, documents: &[], among: None };
    let index = prepared(&home, &ground, encoder, scratch.path()).await?;
    let known = ask::known(&home.store, &index).await?;
    let mut examples = Vec::new();
    for file in files {
        for (at, asked) in read(file)?.iter().enumerate() {
            examples.extend(example(asked, asked.is_held_out(at), &known)?);
        }
    }
    home.store.close().await;
    let learned = fit.then(|| learned(&examples));
    let weights = learned.unwrap_or(WEIGHTS);
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for example in &examples {
        let half = if example.is_held_out { "held-out" } else { "tuned" };
        for group in [half.to_owned(), format!("{half} {}", example.language)] {
            groups.entry(group).or_default().push(example.place(&weights));
        }
    }
    Ok(Ranked { groups, learned, usual: usual(&examples, &weights) })
}

/// `None` where no statement answers the question.
fn example(asked: &Asked, is_held_out: bool, known: &Known) -> Result<Option<Example>> {
    let question = Question::parse(&asked.question)?;
    let plan = plenum_answers::plan(&question, known, When { as_of: None, today: today() });
    let (mut signs, mut answers) = (Vec::new(), Vec::new());
    for (passage, span, own) in plenum_answers::signs(&plan, known) {
        let passage = &known.passages[passage];
        let title = passage.place.number.as_deref().unwrap_or_default();
        if asked.answerable && asked.is_answered_by(&passage.place.address, &format!("{title} {}", &passage.text[span]))
        {
            answers.push(signs.len());
        }
        signs.push(own);
    }
    let language = asked.language.clone();
    Ok((!answers.is_empty()).then_some(Example { is_held_out, language, signs, answers }))
}

impl Example {
    fn scores(&self, weights: &Signs) -> Vec<f32> {
        self.signs.iter().map(|signs| score(signs, weights)).collect()
    }

    /// How many statements stand before the first that answers.
    fn place(&self, weights: &Signs) -> usize {
        let best = self.best(weights);
        self.scores(weights).iter().filter(|score| **score > best).count()
    }

    /// How much speaks for the best statement that answers.
    fn best(&self, weights: &Signs) -> f32 {
        self.answers.iter().map(|at| score(&self.signs[*at], weights)).fold(f32::MIN, f32::max)
    }

    /// In which direction the weights make it likelier that a statement that answers is drawn, each by its score.
    fn slope(&self, weights: &Signs) -> Signs {
        let scores = self.scores(weights);
        let most = scores.iter().copied().fold(f32::MIN, f32::max);
        let odds: Vec<f32> = scores.iter().map(|score| (score - most).exp()).collect();
        let all: f32 = odds.iter().sum();
        let right: f32 = self.answers.iter().map(|at| odds[*at]).sum::<f32>().max(f32::MIN_POSITIVE);
        let mut slope = [0.0; SIGNS];
        for (at, signs) in self.signs.iter().enumerate() {
            let own = if self.answers.contains(&at) { odds[at] / right } else { 0.0 };
            for (slope, sign) in slope.iter_mut().zip(signs) {
                *slope += (own - odds[at] / all) * sign;
            }
        }
        slope
    }
}

/// Weights by which a statement that answers is drawn likeliest, among the examples not held out; large ones cost a little.
fn learned(examples: &[Example]) -> Signs {
    const STEPS: usize = 400;
    const STEP: f32 = 0.5;
    const COST: f32 = 0.002;
    let examples: Vec<&Example> = examples.iter().filter(|one| !one.is_held_out).collect();
    let spread = spread(&examples);
    let mut weights = [0.0; SIGNS];
    for _ in 0..STEPS {
        let mut slope = [0.0; SIGNS];
        for example in &examples {
            for (sum, own) in slope.iter_mut().zip(example.slope(&weights)) {
                *sum += own / examples.len() as f32;
            }
        }
        for at in 0..SIGNS {
            // As if every sign had the same spread.
            weights[at] += STEP * (slope[at] / spread[at] - COST * weights[at] * spread[at]) / spread[at];
        }
    }
    weights
}

/// By how much each sign differs among all statements of all examples.
fn spread(examples: &[&Example]) -> Signs {
    let mut spread = [0.0; SIGNS];
    for (at, spread) in spread.iter_mut().enumerate() {
        let all = || examples.iter().flat_map(|one| &one.signs).map(|signs| f64::from(signs[at]));
        let count = all().count().max(1) as f64;
        let mean = all().sum::<f64>() / count;
        let variance = all().map(|sign| (sign - mean).powi(2)).sum::<f64>() / count;
        *spread = variance.sqrt().max(1e-3) as f32;
    }
    spread
}

/// What speaks for the best statement that answers, in nineteen of twenty examples not held out.
fn usual(examples: &[Example], weights: &Signs) -> f32 {
    let of = examples.iter().filter(|one| !one.is_held_out);
    let mut all: Vec<f32> = of.map(|one| one.best(weights)).collect();
    all.sort_by(f32::total_cmp);
    all.get(all.len() / 20).copied().unwrap_or(0.0)
}

fn within(places: &[usize], most: usize) -> f64 {
    places.iter().filter(|place| **place < most).count() as f64 / places.len().max(1) as f64
}

impl Ranked {
    /// A Markdown table, and the weights learned.
    pub fn markdown(&self) -> String {
        let mut out = String::from("| | questions | first | among 3 | among 5 |\n|---|---:|---:|---:|---:|\n");
        for (name, places) in &self.groups {
            let [first, three, five] = [1, 3, 5].map(|most| within(places, most));
            out.push_str(&format!("| {name} | {} | {first:.3} | {three:.3} | {five:.3} |\n", places.len()));
        }
        out.push_str(&format!("\nFor nineteen in twenty that answer speaks at least {:.1}.\n", self.usual));
        if let Some(weights) = &self.learned {
            let all: Vec<String> = weights.iter().map(|weight| format!("{weight:.2}")).collect();
            out.push_str(&format!("\nWeights: [{}]\n", all.join(", ")));
        }
        out
    }

    /// The same for programs.
    pub fn json(&self) -> Value {
        let group = |places: &Vec<usize>| {
            let [first, three, five] = [1, 3, 5].map(|most| within(places, most));
            json!({ "questions": places.len(), "first": first, "among_3": three, "among_5": five })
        };
        let groups: serde_json::Map<String, Value> =
            self.groups.iter().map(|(name, places)| (name.clone(), group(places))).collect();
        json!({ "groups": groups, "weights": self.learned, "usual": self.usual })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten statements; the one that answers has the first sign and, like half of the others, the second.
    fn example(answers: usize) -> Example {
        let signs = |at: usize| {
            let mut signs = [0.0; SIGNS];
            signs[0] = f32::from(u8::from(at == answers));
            signs[1] = f32::from(u8::from(at % 2 == answers % 2));
            signs
        };
        let signs = (0..10).map(signs).collect();
        Example { is_held_out: false, language: "en".into(), signs, answers: vec![answers] }
    }

    #[test]
    fn weights_are_learned_that_put_what_answers_first() {
        let mut examples: Vec<Example> = (0..8).map(example).collect();
        assert_eq!(examples[3].place(&[0.0; SIGNS]), 0, "without weights nothing stands before it");
        let mut wrong = [0.0; SIGNS];
        wrong[0] = -1.0;
        assert_eq!(examples[3].place(&wrong), 9);
        let weights = learned(&examples);
        assert!(weights[0] > weights[1] && weights[1] > 0.0, "{weights:?}");
        assert!(examples.iter().all(|one| one.place(&weights) == 0));
        assert!((usual(&examples, &weights) - weights[0] - weights[1]).abs() < 1e-4);
        examples.iter_mut().for_each(|one| one.is_held_out = true);
        assert_eq!(learned(&examples), [0.0; SIGNS], "nothing is learned from what is held out");
    }
}
