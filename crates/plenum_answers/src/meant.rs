//! What the packs say that comes nearest to a question which they do not answer for sure: their statements on what is named, by
//! what their words mean in whatever language.
//!
//! That a statement means most of what is asked does not show that it answers: what is asked of a thing that never was has
//! the words of something else that was. So these are shown beside a refusal, and are no answers.

use crate::alike::{WordMeanings, held_by, words};
use crate::dates;
use crate::draft::Sources;
use crate::entries::{holds_what_is_supposed, without_label};
use crate::facts;
use crate::passage::{Aspect, Known};
use crate::plan::{Plan, Wanted};
use crate::select;
use crate::text::sentences;
use plenum_model::answer::Quotation;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

/// With a smaller share of what is asked, a statement has a word in common with it at best.
const LEAST: f32 = 0.3;
/// So many are shown, and passages of documents besides.
const MOST: usize = 2;

/// A sentence of an entry, with what the entry calls it.
struct Statement {
    passage: usize,
    span: Range<usize>,
}

/// The statements on what is named that mean most of what is asked: those first that hold what is wanted and supposed.
pub(crate) fn nearest(plan: &Plan, known: &Known, sources: Sources<'_>) -> Vec<Quotation> {
    let Some(meanings) = known.meanings.as_deref() else { return Vec::new() };
    let asked = telling(&plan.beside, meanings);
    let statements = statements(plan, known);
    if asked.is_empty() || statements.is_empty() {
        return Vec::new();
    }
    let held = held(&asked, &statements, known, meanings);
    let weights: Vec<f32> = (0..asked.len()).map(|word| weight(word, &held)).collect();
    let total: f32 = weights.iter().sum();
    let share = |row: &[f32]| row.iter().zip(&weights).map(|(held, weight)| held * weight).sum::<f32>() / total;
    let shares = statements.iter().zip(&held).map(|(one, row)| (share(row), one)).filter(|(share, _)| *share >= LEAST);
    let mut near: Vec<(bool, f32, &Statement)> =
        shares.map(|(share, one)| (may_answer(plan, known, one), share, one)).collect();
    near.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.total_cmp(&a.1)));
    let quotation = |one: &Statement| Quotation { passage: sources.of_known(one.passage), span: one.span.clone() };
    near.iter().take(MOST).map(|(.., one)| quotation(one)).collect()
}

/// A word that few statements have tells more.
fn weight(word: usize, held: &[Vec<f32>]) -> f32 {
    let all: f32 = held.iter().map(|row| row[word]).sum();
    (1.0 + held.len() as f32 / (1.0 + all)).ln()
}

/// The words asked; figures, months and ordinals are compared by value.
fn telling(text: &str, meanings: &dyn WordMeanings) -> Vec<String> {
    let is_figure =
        |word: &str| word.chars().any(char::is_numeric) || dates::is_month(word) || !dates::ordinals(word).is_empty();
    let mut out: Vec<String> = Vec::new();
    for (word, _) in words(text, meanings) {
        if !is_figure(&word) && !out.contains(&word) {
            out.push(word);
        }
    }
    out
}

/// The sentences of the entries of what is named, of what belongs to it and of what it belongs to.
fn statements(plan: &Plan, known: &Known) -> Vec<Statement> {
    let is_thing = |at: &&usize| !known.subjects[**at].kind.is_party();
    let named: Vec<usize> = plan.subjects.iter().filter(is_thing).copied().collect();
    let keys: BTreeSet<&str> = named.iter().map(|at| known.subjects[*at].key.as_str()).collect();
    let parents: BTreeSet<&str> = named.iter().filter_map(|at| known.subjects[*at].parent.as_deref()).collect();
    let belongs = |subject: usize| {
        let one = &known.subjects[subject];
        named.contains(&subject)
            || one.parent.as_deref().is_some_and(|parent| keys.contains(parent))
            || parents.contains(one.key.as_str())
    };
    let of_them = known.facts.iter().filter(|fact| !matches!(fact.aspect, Aspect::Member(_)) && belongs(fact.subject));
    let entries: BTreeSet<usize> = of_them.map(|fact| fact.passage).collect();
    let of_entry = |passage: usize| {
        sentences(&known.passages[passage].text).into_iter().map(move |span| Statement { passage, span })
    };
    entries.into_iter().flat_map(of_entry).collect()
}

/// How well each statement, with what it is about, has each word asked.
fn held(asked: &[String], statements: &[Statement], known: &Known, meanings: &dyn WordMeanings) -> Vec<Vec<f32>> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut all: Vec<String> = Vec::new();
    let mut place = |word: String| {
        *places.entry(word.clone()).or_insert_with(|| {
            all.push(word);
            all.len() - 1
        })
    };
    let mut abouts: HashMap<usize, Vec<usize>> = HashMap::new();
    let mut said: Vec<(usize, Vec<usize>)> = Vec::new();
    for statement in statements {
        let passage = &known.passages[statement.passage];
        let own =
            words(&passage.text[statement.span.clone()], meanings).into_iter().map(|(word, _)| place(word)).collect();
        abouts
            .entry(statement.passage)
            .or_insert_with(|| words(&passage.about, meanings).into_iter().map(|(word, _)| place(word)).collect());
        said.push((statement.passage, own));
    }
    let asked: Vec<&str> = asked.iter().map(String::as_str).collect();
    let others: Vec<&str> = all.iter().map(String::as_str).collect();
    let rows = meanings.likeness(&asked, &others);
    let of =
        |row: &[f32], passage: usize, own: &[usize]| held_by(own.iter().chain(&abouts[&passage]).map(|at| row[*at]));
    said.iter().map(|(passage, own)| rows.iter().map(|row| of(row, *passage, own)).collect()).collect()
}

/// Whether a statement holds what is wanted and all that the question supposes, and is no mere name.
fn may_answer(plan: &Plan, known: &Known, statement: &Statement) -> bool {
    let passage = &known.passages[statement.passage];
    let quoted = without_label(known, statement.passage, statement.span.clone());
    let words = &passage.text[quoted];
    let is_held = plan.wanted == Wanted::Anything || select::holds(plan.wanted, words, &dates::numbers(&plan.text));
    let said = format!("{words} {}", passage.about);
    is_held
        && !passage.about.contains(words)
        && holds_what_is_supposed(plan, words, &passage.about)
        && facts::names_actors(plan, known, &said, None)
        && facts::knows_names(plan, passage)
}
