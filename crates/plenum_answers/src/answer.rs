//! From a plan and passages to an answer or a refusal. Every sentence goes through [`crate::check`]; no other way leads out.

use crate::check::{Unsupported, check};
use crate::draft::{Draft, Sources};
use crate::facts::{self, Told};
use crate::nearest::Ranking;
use crate::passage::{Fact, Known, Passage};
use crate::plan::{Kind, Plan};
use crate::select::{self, Chosen};
use crate::text::{Token, tokens};
use crate::{dates, entries, events, kinds, members, speakers, turns};
use plenum_model::answer::{Quotation, Sentence};
use std::cell::LazyCell;
use std::collections::{BTreeSet, HashMap};

/// An answer: sentences, or a refusal; never both, never neither.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The sentences, in order; their citations count in `passages`.
    pub sentences: Vec<Sentence>,
    /// Values that contradict the answer's, each as its own sentence.
    pub disagreements: Vec<Sentence>,
    /// Why there is no sentence.
    pub refusal: Option<Refusal>,
    /// The passages cited, and those shown as near, in the order in which they are first named.
    pub passages: Vec<Passage>,
    /// Sentences that were not shown, with the reason.
    pub dropped: Vec<Unsupported>,
}

impl Answer {
    /// Adds what another answer says besides.
    fn take(&mut self, other: Answer) {
        let mut places = Vec::with_capacity(other.passages.len());
        for passage in other.passages {
            let held = self.passages.iter().position(|one| *one == passage);
            places.push(held.unwrap_or(self.passages.len()));
            if held.is_none() {
                self.passages.push(passage);
            }
        }
        let moved = |sentence: &Sentence| {
            let quotations = sentence.quotations().iter();
            let quotations = quotations.map(|one| Quotation { passage: places[one.passage], span: one.span.clone() });
            Sentence::new(sentence.text(), quotations.collect()).expect("it had a citation, and keeps it")
        };
        let is_new = |sentence: &&Sentence| !self.sentences.iter().any(|held| held.text() == sentence.text());
        let sentences: Vec<Sentence> = other.sentences.iter().filter(is_new).map(moved).collect();
        self.sentences.extend(sentences);
        self.disagreements.extend(other.disagreements.iter().map(moved));
        self.dropped.extend(other.dropped);
    }
}

/// Why a question is not answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The reason.
    pub why: Why,
    /// The nearest passages, by their places in [`Answer::passages`], with the words to show.
    pub nearest: Vec<Quotation>,
}

/// The reason for a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nothing found speaks of it.
    NothingFound,
    /// What the question supposes is not what the sources say.
    Supposes,
    /// Nothing that was written is borne out by its sources.
    Unsupported,
}

impl Why {
    /// The word used in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NothingFound => "nothing-found",
            Self::Supposes => "supposes",
            Self::Unsupported => "unsupported",
        }
    }
}

/// How many near passages a refusal shows, and how many of them may be of packs.
const NEAREST: usize = 4;
const OF_PACKS: usize = 3;

/// Answers without a language model.
///
/// In: the plan; what is known; the passages found for the question, the best first. Out: an answer or a refusal.
pub fn answer(plan: &Plan, known: &Known, found: &[Passage]) -> Answer {
    let sources = Sources { found, known: &known.passages };
    let told = tell(plan, known, sources);
    if plan.is_miscounted {
        return refused(Why::Supposes, bearers(plan, known).map(|at| of_fact(&known.facts[at], sources)), sources);
    }
    if !told.nearest.is_empty() && told.drafts.is_empty() {
        return refused(Why::NothingFound, told.nearest.iter().map(|at| of_fact(&known.facts[*at], sources)), sources);
    }
    if !told.against.is_empty() {
        return refused(Why::Supposes, told.against.iter().map(|at| of_fact(&known.facts[*at], sources)), sources);
    }
    let chosen = select::choose(plan, known, found);
    let ranking = LazyCell::new(|| Ranking::of(plan, known));
    let mut drafts = told.drafts;
    let mut extra = Vec::new();
    if drafts.is_empty() {
        drafts = entries::tell(plan, known, &ranking, sources);
    }
    if drafts.is_empty() && !plan.manner.is_why {
        drafts = events::tell(plan, known, sources);
    }
    if drafts.is_empty() {
        drafts = from_documents(plan, &chosen, found);
    } else if plan.kind == Kind::Position || plan.kind == Kind::History {
        extra = from_documents(plan, &chosen, found);
    }
    drafts.extend(extra);
    let rivals = told.disagreeing.iter().map(|at| facts::fact_draft(&known.facts[*at], known, sources, plan.language));
    let rivals = rivals.collect();
    finish(drafts, rivals, sources, plan.language, || near(&ranking, &chosen, sources))
}

/// What the facts say: first what was counted by others, then what can be counted or listed here, then single facts.
fn tell(plan: &Plan, known: &Known, sources: Sources<'_>) -> Told {
    if plan.manner.is_why {
        return Told::default(); // A fact gives no reason.
    }
    let going_on = members::going_on(plan, known);
    if !going_on.is_empty() {
        return Told { against: going_on, ..Told::default() };
    }
    let belonging = members::tell(plan, known, sources);
    if !belonging.is_empty() {
        return Told { drafts: belonging, ..Told::default() };
    }
    if let Some(turn) = turns::tell(plan, known, sources) {
        return turn;
    }
    let counted = facts::counted(plan, known, sources);
    if !counted.drafts.is_empty() {
        return counted;
    }
    let several = kinds::tell(plan, known, sources);
    if several.is_empty() { facts::tell(plan, known, sources) } else { Told { drafts: several, ..Told::default() } }
}

/// The facts of what bears a name that was counted wrongly, one of each.
fn bearers<'a>(plan: &'a Plan, known: &'a Known) -> impl Iterator<Item = usize> + 'a {
    plan.subjects.iter().filter_map(|at| known.facts.iter().position(|fact| fact.subject == *at))
}

/// The answers to the parts of one question as one: what is answered, in order. What one part supposes wrongly is said
/// instead of all; where none is answered, the first refusal stands.
pub fn joined(parts: Vec<Answer>) -> Answer {
    let supposes = |one: &Answer| one.refusal.as_ref().is_some_and(|refusal| refusal.why == Why::Supposes);
    let place = parts.iter().position(supposes);
    if place.is_some() || parts.iter().all(|one| one.refusal.is_some()) {
        let first = parts.into_iter().nth(place.unwrap_or(0));
        return first
            .unwrap_or_else(|| refused(Why::NothingFound, std::iter::empty(), Sources { found: &[], known: &[] }));
    }
    let mut whole = Answer {
        sentences: Vec::new(),
        disagreements: Vec::new(),
        refusal: None,
        passages: Vec::new(),
        dropped: Vec::new(),
    };
    for part in parts.into_iter().filter(|one| one.refusal.is_none()) {
        whole.take(part);
    }
    whole
}

/// Puts what a writer wrote in the place of what was composed; the same check has the last word.
///
/// In: the composed answer; drafts whose citations count in its passages; the reader's language. Out: the written answer:
/// only sentences that rest on words which the composed answer rests on too, its first sentence's among them, and with a
/// value where that tells one; beside it other sources still say what they say. Errors: where nothing is left, a reason for
/// each sentence.
pub fn answer_written(composed: &Answer, drafts: &[Draft], language: &str) -> Result<Answer, Vec<Unsupported>> {
    let (mut written, mut dropped) = (Vec::new(), Vec::new());
    for draft in drafts {
        match sentence_written(composed, draft, language) {
            Ok(sentence) if !written.contains(&sentence) => written.push(sentence),
            Ok(_) => {}
            Err(reason) => dropped.push(reason),
        }
    }
    let sources = Sources { found: &composed.passages, known: &[] };
    let main = composed.sentences.first().map_or(&[][..], Sentence::quotations);
    let answers = |one: &Sentence| one.quotations().iter().any(|a| main.iter().any(|b| have_common_words(a, b)));
    if !written.iter().any(answers) || !main.iter().all(|one| is_told(sources.words(one), &written)) {
        dropped.extend(written.iter().map(|_| Unsupported::Beside));
        return Err(dropped);
    }
    let mut renumbering = Renumbering { sources, passages: Vec::new(), places: HashMap::new() };
    let mut renumber = |all: &[Sentence]| all.iter().map(|one| renumbering.sentence(one)).collect();
    let (sentences, disagreements) = (renumber(&written), renumber(&composed.disagreements));
    Ok(Answer { sentences, disagreements, refusal: None, passages: renumbering.passages, dropped })
}

/// Whether a value, such as a name or a day, is told with all its words; a sentence is told by whatever it bears out.
fn is_told(words: Option<&str>, written: &[Sentence]) -> bool {
    const VALUE: usize = 60; // Characters: the longest names of packs with what stands in brackets after them.
    let is_value =
        |words: &&str| words.chars().count() <= VALUE && !words.ends_with(['.', '。', '!', '?', ';', '؛', '；']);
    let Some(value) = words.filter(is_value) else { return true };
    let said = written.iter().map(Sentence::text).collect::<Vec<_>>().join(" ");
    let stems = |text: &str| tokens(text).iter().map(Token::stem).collect::<BTreeSet<String>>();
    let days = dates::dates(value);
    stems(value).is_subset(&stems(&said))
        || (!days.is_empty() && days.iter().all(|day| dates::dates(&said).contains(day)))
}

/// Holds one sentence of a writer to the words that the composed answer rests on.
///
/// Errors: it is not borne out, or rests on other words.
pub fn sentence_written(composed: &Answer, draft: &Draft, language: &str) -> Result<Sentence, Unsupported> {
    let sentence = check(draft, Sources { found: &composed.passages, known: &[] }, language)?;
    let is_chosen =
        |a: &Quotation| composed.sentences.iter().flat_map(Sentence::quotations).any(|b| have_common_words(a, b));
    if sentence.quotations().iter().all(is_chosen) { Ok(sentence) } else { Err(Unsupported::Beside) }
}

fn have_common_words(one: &Quotation, other: &Quotation) -> bool {
    one.passage == other.passage && one.span.start < other.span.end && other.span.start < one.span.end
}

fn of_fact(fact: &Fact, sources: Sources<'_>) -> Quotation {
    Quotation { passage: sources.of_known(fact.passage), span: fact.span.clone() }
}

fn from_documents(plan: &Plan, chosen: &Chosen, found: &[Passage]) -> Vec<Draft> {
    let quoted = |quotation: &Quotation| select::draft(quotation, found, plan.language);
    let serving = &chosen.serving;
    if plan.spoken_of.is_none() || serving.is_empty() {
        return serving.iter().map(quoted).collect();
    }
    let (first, others) = serving.split_at(serving.len().min(speakers::MOST_QUOTED));
    let count = (plan.kind == Kind::Count).then(|| speakers::count(serving, plan.language));
    let named = (!others.is_empty()).then(|| speakers::names(others, found, plan.language));
    count.into_iter().chain(first.iter().map(quoted)).chain(named).collect()
}

/// The sentences that the check lets through, none twice; the reasons against the others.
fn held(drafts: &[Draft], sources: Sources<'_>, language: &str, dropped: &mut Vec<Unsupported>) -> Vec<Sentence> {
    let mut kept: Vec<Sentence> = Vec::new();
    for draft in drafts {
        match check(draft, sources, language) {
            Ok(sentence) if !kept.contains(&sentence) => kept.push(sentence),
            Ok(_) => {}
            Err(reason) => dropped.push(reason),
        }
    }
    kept
}

/// What comes nearest where nothing answers: statements of the packs, then passages of documents.
fn near(ranking: &Ranking<'_>, chosen: &Chosen, sources: Sources<'_>) -> Vec<Quotation> {
    let whole = |at: usize| Quotation { passage: at, span: 0..sources.get(at).map_or(0, |passage| passage.text.len()) };
    let found = chosen.serving.iter().map(|one| one.passage).chain(chosen.near.iter().copied()).map(whole);
    ranking.nearest(sources).take(OF_PACKS).chain(found).collect()
}

/// The check, and what is left; else a refusal with what comes near.
fn finish(
    drafts: Vec<Draft>,
    rivals: Vec<Draft>,
    sources: Sources<'_>,
    language: &str,
    near: impl FnOnce() -> Vec<Quotation>,
) -> Answer {
    let was_written = !drafts.is_empty();
    let mut dropped = Vec::new();
    let sentences = held(&drafts, sources, language, &mut dropped);
    let disagreements = held(&rivals, sources, language, &mut dropped);
    if sentences.is_empty() {
        let why = if was_written { Why::Unsupported } else { Why::NothingFound };
        let mut answer = refused(why, near().into_iter(), sources);
        answer.dropped = dropped;
        return answer;
    }
    let mut renumbering = Renumbering { sources, passages: Vec::new(), places: HashMap::new() };
    let sentences = sentences.iter().map(|sentence| renumbering.sentence(sentence)).collect();
    let disagreements = disagreements.iter().map(|sentence| renumbering.sentence(sentence)).collect();
    Answer { sentences, disagreements, refusal: None, passages: renumbering.passages, dropped }
}

fn refused(why: Why, near: impl Iterator<Item = Quotation>, sources: Sources<'_>) -> Answer {
    let mut renumbering = Renumbering { sources, passages: Vec::new(), places: HashMap::new() };
    let nearest: Vec<Quotation> = near.take(NEAREST).map(|quotation| renumbering.quotation(&quotation)).collect();
    let refusal = Refusal { why, nearest };
    Answer {
        sentences: Vec::new(),
        disagreements: Vec::new(),
        refusal: Some(refusal),
        passages: renumbering.passages,
        dropped: Vec::new(),
    }
}

/// Keeps only the passages that are named, numbered anew.
struct Renumbering<'a> {
    sources: Sources<'a>,
    passages: Vec<Passage>,
    places: HashMap<usize, usize>,
}

impl Renumbering<'_> {
    fn quotation(&mut self, quotation: &Quotation) -> Quotation {
        let passages = &mut self.passages;
        let sources = self.sources;
        let place = *self.places.entry(quotation.passage).or_insert_with(|| {
            passages.extend(sources.get(quotation.passage).cloned());
            passages.len().saturating_sub(1)
        });
        Quotation { passage: place, span: quotation.span.clone() }
    }
    fn sentence(&mut self, sentence: &Sentence) -> Sentence {
        let quotations = sentence.quotations().iter().map(|quotation| self.quotation(quotation)).collect();
        Sentence::new(sentence.text(), quotations).expect("it had a citation, and keeps it")
    }
}
