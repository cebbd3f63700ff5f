//! Sentences of the packs' entries, where no single fact answers: what our own summaries say of the things named.

use crate::dates;
use crate::draft::{Draft, Part, Sources};
use crate::lexicon::{Notion, notions};
use crate::passage::{Known, Passage, SubjectKind};
use crate::plan::{Kind, Plan, Wanted};
use crate::select::{self, key_set};
use crate::support::is_within;
use crate::text::sentences;
use plenum_model::answer::Quotation;
use std::collections::BTreeSet;
use std::ops::Range;

/// The share of the question's notions that a sentence must have.
const SHARED: f32 = 0.6;
/// The share of its telling words, where both are in one language.
const WORDS: f32 = 0.6;

/// The best sentence among the entries of what is named; none where none fits.
pub(crate) fn tell(plan: &Plan, known: &Known, sources: Sources<'_>) -> Vec<Draft> {
    if !matches!(plan.kind, Kind::Fact | Kind::Count | Kind::Definition) {
        return Vec::new();
    }
    let outside = without_names(plan);
    let asked: BTreeSet<Notion> = notions(&outside).into_iter().filter(|notion| *notion != Notion::Session).collect();
    let keys = key_set(&outside);
    let mut best: Option<(f32, Quotation)> = None;
    for at in entries(plan, known) {
        let passage = &known.passages[at];
        for span in sentences(&passage.text) {
            let Some(score) = score(plan, &asked, &keys, passage, &span) else { continue };
            if best.as_ref().is_none_or(|(other, _)| score > *other) {
                best = Some((score, Quotation { passage: sources.of_known(at), span }));
            }
        }
    }
    let draft = |(_, quotation)| Draft { parts: vec![Part::Quote(0)], cites: vec![quotation] };
    best.map(draft).into_iter().collect()
}

/// The question without the names of what it asks of.
fn without_names(plan: &Plan) -> String {
    let is_name = |at: usize| plan.named.iter().any(|named| named.span.contains(&at));
    plan.text.char_indices().map(|(at, c)| if is_name(at) { ' ' } else { c }).collect()
}

/// The entries of the things named and of what belongs to them.
fn entries(plan: &Plan, known: &Known) -> BTreeSet<usize> {
    let is_thing = |at: &&usize| !matches!(known.subjects[**at].kind, SubjectKind::Actor | SubjectKind::Group);
    let named: Vec<usize> = plan.subjects.iter().filter(is_thing).copied().collect();
    let keys: Vec<&String> = named.iter().map(|at| &known.subjects[*at].key).collect();
    let belongs = |subject: usize| {
        named.contains(&subject) || known.subjects[subject].parent.as_ref().is_some_and(|parent| keys.contains(&parent))
    };
    known.facts.iter().filter(|fact| belongs(fact.subject)).map(|fact| fact.passage).collect()
}

fn score(
    plan: &Plan,
    asked: &BTreeSet<Notion>,
    keys: &BTreeSet<String>,
    passage: &Passage,
    span: &Range<usize>,
) -> Option<f32> {
    let words = &passage.text[span.clone()];
    if !select::holds(plan.wanted, words, &dates::numbers(&plan.text)) && plan.wanted != Wanted::Anything {
        return None;
    }
    let said = dates::dates(&format!("{} {}", passage.text, passage.about));
    let is_said = |year: &u16| said.iter().any(|date| date.year() == *year);
    if !plan.years.iter().all(is_said)
        || !plan.dates.iter().all(|date| said.iter().any(|other| is_within(*other, *date)))
    {
        return None;
    }
    let there = notions(words);
    let shared = if asked.is_empty() { 0.0 } else { asked.intersection(&there).count() as f32 / asked.len() as f32 };
    if passage.language != plan.language {
        return (shared >= SHARED && asked.len() > 1).then_some(shared).or((shared >= 1.0).then_some(shared));
    }
    let own = key_set(words);
    let covered = keys.intersection(&own).count() as f32 / keys.len().max(1) as f32;
    (!keys.is_empty() && covered >= WORDS).then_some(covered + shared)
}
