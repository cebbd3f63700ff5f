//! Answers that are made of several facts: how something came about, what there was on a day, lists, counts, comparisons.

use crate::cues::CUES;
use crate::dates;
use crate::draft::{Draft, Part, Sources};
use crate::facts::{fact_draft, knows_names, sessions, value};
use crate::lexicon::{Notion, notions};
use crate::passage::{Aspect, Fact, Known, SubjectKind};
use crate::phrases::{self, colon, stop};
use crate::plan::{Kind, Plan, Wanted};
use crate::select::is_empty_word;
use crate::text::{Token, fold, tokens};
use plenum_model::PartialDate;
use plenum_model::answer::Quotation;

/// A row of dated things is told no further than this.
const MOST: usize = 12;

/// Sentences for the kinds that need several facts; none where the kind is another or nothing is known.
pub(crate) fn tell(plan: &Plan, known: &Known, sources: Sources<'_>) -> Vec<Draft> {
    let is_timed = !plan.years.is_empty() && !plan.months.is_empty() && plan.ordinals.is_empty();
    match plan.kind {
        Kind::History => history(plan, known, sources),
        Kind::AsOf => as_of(plan, known, sources),
        Kind::Count if plan.asks.contains(&Notion::Session) && counts_sessions(plan) => {
            session_list(plan, known, sources)
        }
        Kind::List if plan.asks.contains(&Notion::Session) => session_list(plan, known, sources),
        // "Which session was in February 2025?"
        Kind::Fact if plan.wanted == Wanted::Anything && plan.asks.contains(&Notion::Session) && is_timed => {
            session_list(plan, known, sources)
        }
        Kind::Comparison => comparison(plan, known, sources),
        _ => Vec::new(),
    }
}

/// The processes that the question names.
fn processes<'a>(plan: &'a Plan, known: &'a Known) -> impl Iterator<Item = usize> + 'a {
    plan.subjects.iter().copied().filter(|at| known.subjects[*at].kind == SubjectKind::Process)
}

/// The facts that put a process and what belongs to it in time, oldest first.
fn dated(known: &Known, process: usize) -> Vec<(PartialDate, &Fact)> {
    let key = &known.subjects[process].key;
    let belongs = |fact: &&Fact| fact.subject == process || known.subjects[fact.subject].parent.as_ref() == Some(key);
    let is_dated = |fact: &&Fact| matches!(fact.aspect, Aspect::Held | Aspect::Began | Aspect::Ended | Aspect::Adopted);
    let all = known.facts.iter().filter(belongs).filter(is_dated);
    let mut dated: Vec<(PartialDate, &Fact)> =
        all.filter_map(|fact| Some((*dates::dates(value(known, fact)).last()?, fact))).collect();
    dated.sort_by_key(|(date, _)| *date);
    dated
}

fn history(plan: &Plan, known: &Known, sources: Sources<'_>) -> Vec<Draft> {
    let Some(process) = processes(plan, known).next() else { return Vec::new() };
    let before = known.facts.iter().find(|fact| fact.subject == process && fact.aspect == Aspect::Predecessor);
    let mandate = known.facts.iter().find(|fact| fact.subject == process && fact.aspect == Aspect::Mandate);
    let first = before.into_iter().chain(mandate).map(|fact| fact_draft(fact, known, sources, plan.language));
    let steps = dated(known, process);
    let steps = steps.iter().filter(|(date, _)| plan.as_of.is_none_or(|day| *date <= day));
    first.chain(steps.take(MOST).map(|(_, fact)| step(fact, known, sources, plan.language))).collect()
}

/// A dated step, with what came out of it where that is known.
pub(crate) fn step(fact: &Fact, known: &Known, sources: Sources<'_>, language: &str) -> Draft {
    let mut draft = fact_draft(fact, known, sources, language);
    let outcome = known.facts.iter().find(|other| other.subject == fact.subject && other.aspect == Aspect::Outcome);
    if let Some(outcome) = outcome {
        draft.cites.push(Quotation { passage: sources.of_known(outcome.passage), span: outcome.span.clone() });
        draft.parts.extend([Part::Fixed(" ".into()), Part::Quote(1)]);
    }
    draft
}

/// The last event of each process named before the day, and the process' standing facts.
fn as_of(plan: &Plan, known: &Known, sources: Sources<'_>) -> Vec<Draft> {
    let Some(day) = plan.as_of else { return Vec::new() };
    let mut drafts = Vec::new();
    for process in processes(plan, known) {
        let steps = dated(known, process);
        if let Some((_, last)) = steps.iter().rev().find(|(date, _)| *date <= day) {
            drafts.push(step(last, known, sources, plan.language));
        }
    }
    drafts
}

/// "How many statements were made in the sessions?" counts no sessions: what is counted stands beside the question word.
fn counts_sessions(plan: &Plan) -> bool {
    // "Substantive sessions"; a Chinese word has two or three characters.
    let beside = if plan.language == "zh" { 9 } else { 2 };
    let folded = fold(&plan.text);
    let counts = CUES.iter().filter(|(kind, _)| *kind == Kind::Count).flat_map(|(_, cues)| *cues);
    let after = counts.filter_map(|cue| Some(folded.find(cue)? + cue.len())).min();
    let Some(after) = after.and_then(|at| folded.get(at..)) else { return true };
    let words: Vec<Token> = tokens(after).into_iter().skip_while(is_empty_word).collect();
    let Some(first) = words.first() else { return true };
    let until = words.get(beside).map_or(after.len(), |token| token.span.start);
    notions(&after[first.span.start..until]).contains(&Notion::Session)
}

fn session_list(plan: &Plan, known: &Known, sources: Sources<'_>) -> Vec<Draft> {
    let Some(process) = processes(plan, known).next() else { return Vec::new() };
    let key = &known.subjects[process].key;
    let pointed = sessions(plan, known, process);
    let of_it =
        |at: usize| known.subjects[at].parent.as_ref() == Some(key) && (plan.years.is_empty() || pointed.contains(&at));
    // "Substantive sessions" are those whose name says so; a word that no name has does not narrow.
    let names_word =
        |at: usize, word: &str| known.subjects[at].names.iter().any(|name| crate::text::fold(name).contains(word));
    let asked = crate::text::fold(&plan.text);
    let substantive = ["substanti", "sustantiv", "de fond ", "субстантив", "основн", "实质", "موضوعي"]
        .iter()
        .any(|word| asked.contains(word));
    let held: Vec<&Fact> = known
        .facts
        .iter()
        .filter(|fact| fact.aspect == Aspect::Held && of_it(fact.subject))
        .filter(|fact| {
            plan.months.is_empty() || dates::dates(value(known, fact)).iter().any(|day| is_in_month(plan, *day))
        })
        .filter(|fact| is_at(plan, known, fact))
        .filter(|fact| !substantive || names_word(fact.subject, "substantive"))
        .collect();
    if held.is_empty() || (!plan.ordinals.is_empty() && plan.kind == Kind::Count) {
        return Vec::new();
    }
    let mut drafts = Vec::new();
    if plan.kind == Kind::Count {
        drafts.push(count(process, &held, known, sources, plan.language));
    }
    drafts.extend(held.iter().take(MOST * 2).map(|fact| fact_draft(fact, known, sources, plan.language)));
    drafts
}

/// Whether a city that the question names is where it was held.
fn is_at(plan: &Plan, known: &Known, fact: &Fact) -> bool {
    let passage = &known.passages[fact.passage];
    let there = notions(&passage.text);
    let mut cities = notions("Geneva York Hanoi").into_iter().filter(|city| plan.asks.contains(city));
    cities.all(|city| there.contains(&city)) && knows_names(plan, passage)
}

fn is_in_month(plan: &Plan, day: PartialDate) -> bool {
    day.month().is_some_and(|month| plan.months.contains(&month))
}

/// `In what is held here: 12 (First …, Second …).` Each thing counted is cited.
fn count(process: usize, held: &[&Fact], known: &Known, sources: Sources<'_>, language: &str) -> Draft {
    let cites = held.iter().map(|fact| Quotation { passage: sources.of_known(fact.passage), span: fact.span.clone() });
    let name = known.subjects[process].name_in(language).to_owned();
    let parts = vec![
        Part::Fixed(phrases::found(language).into()),
        Part::Name(name),
        Part::Fixed(colon(language).into()),
        Part::Counted(held.len() as u64),
        Part::Fixed(stop(language).into()),
    ];
    Draft { parts, cites: cites.collect() }
}

/// The same aspects of two subjects beside each other.
fn comparison(plan: &Plan, known: &Known, sources: Sources<'_>) -> Vec<Draft> {
    let mut pair: Vec<usize> = Vec::new();
    for at in &plan.subjects {
        let is_thing =
            matches!(known.subjects[*at].kind, SubjectKind::Process | SubjectKind::Document | SubjectKind::Session);
        if is_thing {
            pair.push(*at);
        }
    }
    if let [one] = pair[..] {
        // "The first and the third session": two sessions of one process.
        pair = sessions(plan, known, one);
    }
    if pair.len() < 2 {
        return Vec::new();
    }
    let all = [
        Aspect::Held,
        Aspect::Place,
        Aspect::Began,
        Aspect::Ended,
        Aspect::Chair,
        Aspect::Rule,
        Aspect::Mandate,
        Aspect::Adopted,
        Aspect::Standing,
        Aspect::Issuer,
        Aspect::Outcome,
    ];
    let of = |subject: usize, aspect: &Aspect| {
        known.facts.iter().find(|fact| fact.subject == subject && fact.aspect == *aspect)
    };
    let mut drafts = Vec::new();
    for aspect in &all {
        let both: Vec<&Fact> = pair.iter().filter_map(|subject| of(*subject, aspect)).collect();
        if both.len() >= 2 {
            drafts.extend(both.iter().map(|fact| fact_draft(fact, known, sources, plan.language)));
        }
    }
    drafts
}
