//! Which statements of the packs come nearest to a question, whatever its language and its words.
//!
//! That much speaks for a statement does not show that it answers: what is asked of a thing that never was has the words of
//! something else that was. So these are shown beside a refusal, and are no answers.

use crate::dates;
use crate::draft::Sources;
use crate::facts;
use crate::matter::Matter;
use crate::passage::{Aspect, Known, SubjectKind};
use crate::plan::{Kind, Plan, Wanted};
use crate::select;
use crate::statements::{Held, Statement, Statements, have_common, telling};
use plenum_model::answer::Quotation;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

/// What speaks for a statement, measured.
pub type Signs = [f32; 14];

/// The weights of a ranking learned by `plenum evaluate statements --fit` from the questions not held out. In order: likeness of what
/// is asked, its names aside, to the statement; the share of its words that the statement means with all names of what it is about;
/// the share, names aside, that it means itself or in its title; the least of those; whether it is about what is named; or about
/// what belongs to that; whether it holds what is wanted; or lacks it; whether it holds the years, days, months and ordinals
/// supposed; the share of notions that it has; whether it tells a fact of a notion asked for; how early the fact is among those
/// wanted; whether it is about a session; about a document.
pub const WEIGHTS: Signs = [16.73, 6.99, 4.31, -4.29, 6.57, 6.32, 2.53, -3.36, 5.17, 1.59, 2.15, 2.49, -1.15, -3.66];

/// How much speaks for a statement.
pub fn score(signs: &Signs, weights: &Signs) -> f32 {
    signs.iter().zip(weights).map(|(sign, weight)| sign * weight).sum()
}

/// With less, a statement has a word in common with the question at best: nineteen in twenty that answer one have more.
const LEAST: f32 = 17.4;

/// By so much a statement that answers may be behind the one for which most speaks.
const OUTDONE: f32 = 1.5;

/// The statements with how much speaks for each, the most first; of things compared the best of each before all others.
pub(crate) struct Ranking<'a>(Vec<(f32, &'a Statement)>);

impl<'a> Ranking<'a> {
    /// Ranks all statements of the packs; none where words cannot be compared.
    pub(crate) fn of(plan: &Plan, known: &'a Known) -> Self {
        let mut ranked: Vec<(f32, &Statement)> =
            weighed(plan, known).into_iter().map(|(one, signs)| (score(&signs, &WEIGHTS), one)).collect();
        // What was claimed after the day that is asked of was not so then.
        let is_then = |at: usize| plan.as_of.is_none_or(|day| known.passages[at].date.is_none_or(|date| date <= day));
        ranked.retain(|(_, one)| is_then(one.passage));
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
        if plan.kind == Kind::Comparison {
            let mut seen = BTreeSet::new();
            let is_named = |one: &Statement| plan.subjects.contains(&one.subject);
            ranked.sort_by_cached_key(|(_, one)| !(is_named(one) && seen.insert(one.subject)));
        }
        Self(ranked)
    }

    /// The statements that come nearest, the nearest first.
    pub(crate) fn nearest(&self, sources: Sources<'_>) -> impl Iterator<Item = Quotation> {
        let near = self.0.iter().filter(|(score, _)| *score >= LEAST);
        near.map(move |(_, one)| Quotation { passage: sources.of_known(one.passage), span: one.span.clone() })
    }

    /// The statement that clearly more speaks for than for words of an entry.
    pub(crate) fn outdoing(&self, passage: usize, words: &Range<usize>) -> Option<&'a Statement> {
        let is_it = |one: &Statement| one.passage == passage && have_common(&one.span, words);
        let (own, _) = self.0.iter().find(|(_, one)| is_it(one))?;
        self.0.first().filter(|(score, _)| own + OUTDONE < *score).map(|(_, one)| *one)
    }
}

/// What speaks for each statement of the packs as what answers a question: its passage among those known, its place in it, its
/// signs. For learning the weights.
pub fn signs(plan: &Plan, known: &Known) -> Vec<(usize, Range<usize>, Signs)> {
    weighed(plan, known).into_iter().map(|(one, signs)| (one.passage, one.span.clone(), signs)).collect()
}

/// Every statement with its signs; none where words cannot be compared.
fn weighed<'a>(plan: &Plan, known: &'a Known) -> Vec<(&'a Statement, Signs)> {
    let (Some(meanings), Some(statements)) = (known.meanings.as_deref(), known.statements()) else { return Vec::new() };
    let asked = telling(&plan.text, meanings);
    let beside = telling(&plan.beside, meanings);
    let is_beside = asked.iter().map(|word| beside.is_empty() || beside.contains(word)).collect();
    let words = Words::of(statements, &asked, is_beside);
    let matter = Matter::of(&plan.asked);
    let keys = plan.subjects.iter().map(|at| known.subjects[*at].key.as_str()).collect();
    let mut wanted: HashMap<SubjectKind, Vec<Aspect>> = HashMap::new();
    for one in &statements.all {
        let kind = known.subjects[one.subject].kind;
        wanted.entry(kind).or_insert_with(|| facts::aspects(plan, kind));
    }
    let question = Question { plan, known, matter, keys, wanted, numbers: dates::numbers(&plan.text) };
    let likeness = statements.likeness(plan.beside.trim());
    let signs = |(at, one): (usize, &'a Statement)| (one, question.signs(one, likeness[at], words.of_statement(at)));
    statements.all.iter().enumerate().map(signs).collect()
}

/// How well the words asked are held.
struct Words {
    held: Held,
    /// The rarer among the statements, the heavier.
    weights: Vec<f32>,
    /// The words besides names; all, where there are only names.
    is_beside: Vec<bool>,
}

/// The shares of the words asked that a statement has: with all names; names aside; the least of those.
struct Shares {
    full: f32,
    beside: f32,
    least: f32,
}

impl Words {
    fn of(statements: &Statements, asked: &[String], is_beside: Vec<bool>) -> Self {
        let held = statements.held(asked);
        let weight = |word: usize| {
            let all: f32 = held.full.iter().map(|row| row[word]).sum();
            (1.0 + held.full.len() as f32 / (1.0 + all)).ln()
        };
        Self { weights: (0..asked.len()).map(weight).collect(), held, is_beside }
    }

    fn of_statement(&self, at: usize) -> Shares {
        let (full, titled) = (&self.held.full[at], &self.held.titled[at]);
        let beside = || (0..self.weights.len()).filter(|word| self.is_beside[*word]);
        Shares {
            full: self.share(full, 0..self.weights.len()),
            beside: self.share(titled, beside()),
            least: beside().map(|word| full[word]).fold(1.0, f32::min),
        }
    }

    fn share(&self, held: &[f32], words: impl Iterator<Item = usize> + Clone) -> f32 {
        let all: f32 = words.clone().map(|word| self.weights[word]).sum();
        if all > 0.0 { words.map(|word| held[word] * self.weights[word]).sum::<f32>() / all } else { 0.0 }
    }
}

/// A question with what is asked for again and again.
struct Question<'a> {
    plan: &'a Plan,
    known: &'a Known,
    matter: Matter,
    /// The keys of what is named.
    keys: BTreeSet<&'a str>,
    /// What is wanted of a subject of each kind, the most wanted first.
    wanted: HashMap<SubjectKind, Vec<Aspect>>,
    numbers: BTreeSet<u64>,
}

impl Question<'_> {
    fn signs(&self, one: &Statement, likeness: f32, shares: Shares) -> Signs {
        let (plan, known) = (self.plan, self.known);
        let subject = &known.subjects[one.subject];
        let passage = &known.passages[one.passage];
        let words = &passage.text[one.span.clone()];
        let is_wanted = plan.wanted != Wanted::Anything;
        let holds = is_wanted && select::holds(plan.wanted, words, &self.numbers);
        let is_asked =
            |at: &usize| facts::notion_of(&known.facts[*at].aspect).iter().any(|one| plan.asks.contains(one));
        let yes = |is: bool| f32::from(u8::from(is));
        [
            likeness,
            shares.full,
            shares.beside,
            shares.least,
            yes(plan.subjects.contains(&one.subject)),
            yes(subject.parent.as_deref().is_some_and(|parent| self.keys.contains(parent))),
            yes(holds),
            yes(is_wanted && !holds),
            yes(one.figures.holds_what_is_supposed(plan)),
            self.matter.share_in(&one.matter),
            yes(one.facts.iter().any(is_asked)),
            self.earliness(one, subject.kind),
            yes(subject.kind == SubjectKind::Session),
            yes(subject.kind == SubjectKind::Document),
        ]
    }

    /// 1 where it tells what is most wanted, 1/2 what is wanted next, and so on.
    fn earliness(&self, one: &Statement, kind: SubjectKind) -> f32 {
        let wanted = self.wanted.get(&kind).map_or(&[][..], Vec::as_slice);
        one.most_wanted(self.known, wanted).map_or(0.0, |(place, _)| 1.0 / (1.0 + place as f32))
    }
}
