//! What happened on a day: the dated event that a question means by its date rather than by its name.

use crate::dates;
use crate::draft::{Draft, Sources};
use crate::facts::value;
use crate::kinds::step;
use crate::lexicon::Notion;
use crate::matter::Matter;
use crate::passage::{Aspect, Fact, Known, SubjectKind};
use crate::plan::{Kind, Plan, Wanted};
use crate::select;
use plenum_model::PartialDate;

/// The share of what is asked that an event must speak of: where its day is named, and where only its month is.
const OF_A_DAY: f32 = 0.3;
const OF_A_MONTH: f32 = 0.6;
/// So many are told where the question asks for nothing but the day.
const MOST: usize = 6;

/// The events of the day or month named that speak of what is asked, with what came of them.
pub(crate) fn tell(plan: &Plan, known: &Known, sources: Sources<'_>) -> Vec<Draft> {
    let told_of = matches!(plan.wanted, Wanted::Anything | Wanted::Person | Wanted::Place | Wanted::Number);
    let Some(when) = plan.dates.iter().copied().find(|date| date.month().is_some()).filter(|_| told_of) else {
        return Vec::new();
    };
    if matches!(plan.kind, Kind::Position | Kind::Comparison | Kind::Definition) || !plan.ordinals.is_empty() {
        return Vec::new();
    }
    let asked = Matter::of(&plan.asked);
    let limit = if when.day().is_some() { OF_A_DAY } else { OF_A_MONTH };
    let of_it = known.facts.iter().filter(|fact| is_event(known, fact) && covers(known, fact, when));
    let scored = of_it.map(|fact| (asked.share_in(known.matter(fact.passage)), fact));
    let mut fit: Vec<(f32, &Fact)> = scored
        .filter(|(share, fact)| *share >= limit && holds(plan, known, fact) && is_of_named(plan, known, fact))
        .collect();
    fit.sort_by(|a, b| b.0.total_cmp(&a.0));
    if when.day().is_none() && asked.is_empty() {
        return Vec::new();
    }
    let most = if asked.is_empty() { MOST } else { 1 };
    fit.iter().take(most).map(|(_, fact)| step(fact, known, sources, plan.language)).collect()
}

fn is_event(known: &Known, fact: &Fact) -> bool {
    fact.aspect == Aspect::Held && known.subjects[fact.subject].kind == SubjectKind::Session
}

/// Whether an event was on a day, or in a month, that is named: its first and last day are known as precisely.
fn covers(known: &Known, fact: &Fact, when: PartialDate) -> bool {
    let days = dates::dates(value(known, fact));
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return false };
    let month = |date: &PartialDate| (date.year(), date.month());
    match when.day() {
        Some(_) => first.day().is_some() && *first <= when && when <= *last,
        None => month(first) == month(&when) || month(last) == month(&when),
    }
}

/// Whether what came of it holds what is wanted, and says who did what is asked.
fn holds(plan: &Plan, known: &Known, fact: &Fact) -> bool {
    if plan.wanted == Wanted::Anything || plan.wanted == Wanted::Place {
        return true;
    }
    let outcome = known.facts.iter().find(|one| one.subject == fact.subject && one.aspect == Aspect::Outcome);
    let Some(words) = outcome.map(|one| value(known, one)) else { return false };
    let is_chair_asked = plan.asks.contains(&Notion::Chair);
    let names_chair = crate::lexicon::notions(words).contains(&Notion::Chair);
    select::holds(plan.wanted, words, &dates::numbers(&plan.text)) && (!is_chair_asked || names_chair)
}

/// A process or a party that is named is the event's, or stands in its entry.
fn is_of_named(plan: &Plan, known: &Known, fact: &Fact) -> bool {
    let subject = &known.subjects[fact.subject];
    let passage = &known.passages[fact.passage];
    let is_process = |at: &&usize| known.subjects[**at].kind == SubjectKind::Process;
    let is_its = |at: &usize| subject.parent.as_ref() == Some(&known.subjects[*at].key);
    let mut processes = plan.subjects.iter().filter(is_process).peekable();
    let is_of_process = processes.peek().is_none() || processes.any(is_its);
    let said = format!("{} {}", passage.text, passage.about);
    is_of_process && crate::facts::names_actors(plan, known, &said, None)
}
