//! The next or the last of a row, counted from today: "when does it meet next?".

use crate::dates;
use crate::draft::Sources;
use crate::facts::{Told, fact_draft, value};
use crate::kinds::step;
use crate::lexicon::{Notion, notions};
use crate::manner::Turn;
use crate::passage::{Aspect, Fact, Known, SubjectKind};
use crate::plan::{Plan, Wanted};
use plenum_model::PartialDate;
use std::collections::BTreeSet;

/// What comes next of the process named, or came last; where nothing to come is known, the latest known as nearest. `None`
/// where no turn is asked for.
pub(crate) fn tell(plan: &Plan, known: &Known, sources: Sources<'_>) -> Option<Told> {
    let (turn, today) = (plan.turn?, plan.today?);
    let is_open = plan.years.is_empty() && plan.ordinals.is_empty() && !plan.manner.is_why;
    let is_process = |at: &&usize| known.subjects[**at].kind == SubjectKind::Process;
    let names_meeting = plan.subjects.iter().any(|at| known.subjects[*at].kind == SubjectKind::Session);
    let process = plan.subjects.iter().find(is_process).copied().filter(|_| is_open && !names_meeting)?;
    if !asks_for_meeting(plan) {
        return (turn == Turn::Next).then(|| announced(plan, known, sources, process)).flatten();
    }
    let meetings = meetings(known, process);
    let found = match turn {
        Turn::Next => meetings.iter().find(|(_, last, _)| *last >= today),
        Turn::Last => meetings.iter().rev().find(|(first, ..)| *first <= today),
    };
    if let Some((.., fact)) = found {
        return Some(Told { drafts: vec![step(fact, known, sources, plan.language)], ..Told::default() });
    }
    let latest = meetings.last().and_then(|(.., fact)| known.facts.iter().position(|one| one == *fact));
    Some(Told { nearest: latest.into_iter().collect(), ..Told::default() })
}

/// A meeting is asked for by its name or its day; who is next, or what was agreed last, is another matter.
fn asks_for_meeting(plan: &Plan) -> bool {
    let asks = |notion: Notion| plan.asks.contains(&notion);
    let is_of_others = [Notion::Chair, Notion::Adoption, Notion::Outcome, Notion::Mandate].into_iter().any(asks)
        || !plan.asks.is_disjoint(&notions("report resolution draft vote"));
    let is_when = matches!(plan.wanted, Wanted::Date | Wanted::Place) && (asks(Notion::Place) || asks(Notion::Session));
    !is_of_others && (asks(Notion::Session) || is_when || plan.wanted == Wanted::Place)
}

/// The meetings of a process in time: events with a place that neither open nor close nor adopt something.
fn meetings(known: &Known, process: usize) -> Vec<(PartialDate, PartialDate, &Fact)> {
    let key = &known.subjects[process].key;
    let acts: BTreeSet<Notion> = notions("begins, closes, adopted, permanent, draft, appointed");
    let has_place =
        |subject: usize| known.facts.iter().any(|one| one.subject == subject && one.aspect == Aspect::Place);
    let is_meeting = |fact: &&Fact| {
        let subject = &known.subjects[fact.subject];
        let name = subject.names.first().map(String::as_str).unwrap_or_default();
        // The first of a row is no opening.
        let own: BTreeSet<Notion> = notions(name).into_iter().filter(|one| *one != Notion::Beginning).collect();
        let opens = crate::text::fold(name).contains("open");
        fact.aspect == Aspect::Held
            && subject.parent.as_ref() == Some(key)
            && has_place(fact.subject)
            && !opens
            && (acts.is_disjoint(&own) || own.contains(&Notion::Session))
    };
    let dated = |fact: &'_ Fact| {
        let days = dates::dates(value(known, fact));
        Some((*days.first()?, *days.last()?))
    };
    let all = known.facts.iter().filter(is_meeting);
    let mut found: Vec<_> = all.filter_map(|fact| dated(fact).map(|(first, last)| (first, last, fact))).collect();
    found.sort_by_key(|(first, ..)| *first);
    found
}

/// What the entry says comes next, unless its day has passed.
fn announced(plan: &Plan, known: &Known, sources: Sources<'_>, process: usize) -> Option<Told> {
    let is_it = |fact: &&Fact| fact.subject == process && fact.aspect == Aspect::Next;
    let fact = known.facts.iter().find(is_it)?;
    let is_past = dates::dates(value(known, fact)).last().is_some_and(|day| Some(*day) < plan.today);
    let is_other = [Notion::Chair, Notion::Place].iter().any(|notion| plan.asks.contains(notion));
    let draft = || fact_draft(fact, known, sources, plan.language);
    (!is_past && !is_other && plan.wanted == Wanted::Anything)
        .then(|| Told { drafts: vec![draft()], ..Told::default() })
}
