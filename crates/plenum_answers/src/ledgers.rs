//! Claims as answers: which property of a ledger a question asks for, and what stands against the value that is told.

use crate::dates;
use crate::facts::{knows_names, value};
use crate::lexicon::{Notion, notions};
use crate::matter::Matter;
use crate::passage::{Aspect, Fact, InLedger, Known};
use crate::plan::{Plan, Wanted};
use plenum_model::PartialDate;

/// The share of the question, its names aside, that a claim and its subject must speak of.
const ASKED: f32 = 0.6;
/// The share of the property's label that the question must speak of, where its unit is asked for; else it must be more.
const LABEL: f32 = 0.5;

/// The claims that a question asks for, the best first; of one property the one a page shows, or those of the time named.
pub(crate) fn choose(plan: &Plan, known: &Known, subjects: &[usize]) -> Vec<usize> {
    let asked = Matter::of(&plan.asked);
    let mut best: Option<(f32, usize)> = None;
    for (at, fact) in in_ledgers(known, subjects) {
        let Some(score) = score(plan, known, &asked, fact).filter(|_| is_of_the_time(plan, fact)) else { continue };
        let is_better =
            best.is_none_or(|(other, before)| score > other || (score == other && is_rather_shown(known, at, before)));
        if is_better {
            best = Some((score, at));
        }
    }
    let Some((_, first)) = best else { return Vec::new() };
    let mut chosen = vec![first];
    if is_series(&known.facts[first]) && !plan.years.is_empty() {
        chosen.extend(others_of_the_time(plan, known, first));
    }
    chosen
}

/// Whether the claims count what the question counts, so that they come before any list that could be counted.
pub(crate) fn counts_it(plan: &Plan, known: &Known, at: usize) -> bool {
    plan.wanted == Wanted::Number && known.facts[at].ledger.as_ref().is_some_and(|ledger| ledger.unit.is_some())
}

/// The claims that cannot be true beside one told, or beside the ledger that speaks of the same thing as a fact told.
pub(crate) fn against(plan: &Plan, known: &Known, subjects: &[usize], told: &[usize]) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    let mut add = |at: usize| {
        let is_told = told.iter().any(|one| value(known, &known.facts[*one]) == value(known, &known.facts[at]));
        if !found.contains(&at) && !is_told {
            found.push(at);
        }
    };
    let asked = Matter::of(&plan.asked);
    for (at, fact) in in_ledgers(known, subjects) {
        let Some(ledger) = fact.ledger.as_ref().filter(|ledger| !ledger.rivals.is_empty()) else { continue };
        let is_told = told.contains(&at);
        // Where the ledger itself was told, at another time, only what was told can be contradicted.
        let is_of_one_told =
            told.iter().any(|one| known.facts[*one].subject == fact.subject && known.facts[*one].aspect == fact.aspect);
        let speaks_of_it = ledger.is_shown && !is_of_one_told && score(plan, known, &asked, fact).is_some();
        if is_told || speaks_of_it {
            ledger.rivals.iter().for_each(|rival| add(*rival));
        }
    }
    found
}

fn in_ledgers<'a>(known: &'a Known, subjects: &'a [usize]) -> impl Iterator<Item = (usize, &'a Fact)> {
    known.facts.iter().enumerate().filter(|(_, fact)| fact.ledger.is_some() && subjects.contains(&fact.subject))
}

fn ledger(fact: &Fact) -> Option<&InLedger> {
    fact.ledger.as_ref()
}

fn is_series(fact: &Fact) -> bool {
    ledger(fact).is_some_and(|ledger| ledger.is_series)
}

fn is_rather_shown(known: &Known, at: usize, before: usize) -> bool {
    let key = |at: usize| {
        let fact = &known.facts[at];
        let (is_shown, is_confirmed) = ledger(fact).map_or((false, false), |one| (one.is_shown, one.is_confirmed));
        (is_shown, is_confirmed, fact.as_of.map_or(0, PartialDate::ordinal))
    };
    key(at) > key(before)
}

/// Whether a claim of a property holds for the time that the question names; without one, only what a page shows.
fn is_of_the_time(plan: &Plan, fact: &Fact) -> bool {
    let Some(ledger) = ledger(fact) else { return false };
    if let Some(day) = plan.as_of {
        return fact.as_of.is_some_and(|date| date <= day);
    }
    if !ledger.is_series || plan.years.is_empty() {
        return ledger.is_shown;
    }
    let Some(date) = fact.as_of else { return false };
    let is_month = |month: &u8| date.month() == Some(*month);
    plan.years.contains(&date.year()) && (plan.months.is_empty() || plan.months.iter().any(is_month))
}

fn others_of_the_time(plan: &Plan, known: &Known, first: usize) -> Vec<usize> {
    let one = &known.facts[first];
    let is_other = |at: &usize| {
        let fact = &known.facts[*at];
        let is_rival = ledger(one).is_some_and(|ledger| ledger.rivals.contains(at));
        *at != first
            && fact.subject == one.subject
            && fact.aspect == one.aspect
            && !is_rival
            && is_of_the_time(plan, fact)
    };
    (0..known.facts.len()).filter(is_other).collect()
}

/// How well a property answers a question; `None` where it is another matter.
fn score(plan: &Plan, known: &Known, asked: &Matter, fact: &Fact) -> Option<f32> {
    let Aspect::Other(label) = &fact.aspect else { return None };
    let ledger = ledger(fact)?;
    if plan.manner.is_until && !notions(label).contains(&Notion::End) {
        return None;
    }
    if !knows_names(plan, &known.passages[fact.passage]) {
        return None;
    }
    let words = value(known, fact);
    let (has_number, has_date) = (!dates::numbers(words).is_empty(), !dates::dates(words).is_empty());
    let unit = ledger.unit.as_deref().map(Matter::of);
    let counts = unit.as_ref().is_some_and(|unit| asked.share_in(unit) > 0.0);
    let holds = match plan.wanted {
        Wanted::Number => has_number && (counts || unit.is_none()),
        Wanted::Date => has_date || unit.is_none(),
        _ => unit.is_none(),
    };
    let of_label: Vec<u16> = dates::dates(label).iter().map(|date| date.year()).collect();
    let is_that_year = of_label.iter().all(|year| plan.years.contains(year));
    if !holds || !is_that_year || asked.is_empty() {
        return None;
    }
    let of_label = Matter::of(label);
    let names = known.called(fact.subject).clone();
    let (covered, label_share) = (asked.share_in(known.matter(fact.passage)), of_label.share_in(&names.and(asked)));
    let is_label_asked = if counts { label_share >= LABEL } else { label_share > LABEL };
    // A name alone asks for nothing: "open-ended" is no question for an end.
    let is_asked = is_label_asked && of_label.share_in(asked) > 0.0 && !of_label.is_empty();
    (covered >= ASKED && is_asked).then_some(covered + label_share)
}
