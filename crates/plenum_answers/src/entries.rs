//! Sentences of the packs' entries, where no single fact answers: what our own summaries say of the things named.

use crate::dates;
use crate::draft::{Draft, Part, Sources};
use crate::facts;
use crate::figures::Figures;
use crate::lexicon::Notion;
use crate::matter::Matter;
use crate::nearest::Ranking;
use crate::passage::{Known, SubjectKind};
use crate::plan::{Kind, Plan, Wanted};
use crate::select;
use crate::statements::Statement;
use crate::support::is_negated;
use crate::text::sentences;
use plenum_model::answer::Quotation;
use std::collections::BTreeSet;
use std::ops::{Deref, Range};

/// The share of what is asked that the entry must speak of, and the share that its sentence must.
const ENTRY: f32 = 0.7;
const SENTENCE: f32 = 0.5;

/// The best sentence among the entries of what is named, or what clearly more speaks for; none where none fits.
pub(crate) fn tell<'a>(
    plan: &Plan,
    known: &Known,
    ranking: &impl Deref<Target = Ranking<'a>>,
    sources: Sources<'_>,
) -> Vec<Draft> {
    if !matches!(plan.kind, Kind::Fact | Kind::Count | Kind::Definition) || plan.manner.is_why {
        return Vec::new();
    }
    let asked = Matter::of(&plan.asked);
    if asked.is_empty() {
        return Vec::new();
    }
    let Some((at, span)) = best(plan, known, &asked) else { return Vec::new() };
    let draft = match ranking.outdoing(at, &span) {
        None => Some(quoted(at, span, sources)),
        Some(other) => instead(plan, known, other, sources),
    };
    draft.into_iter().collect()
}

fn best(plan: &Plan, known: &Known, asked: &Matter) -> Option<(usize, Range<usize>)> {
    let mut best: Option<(f32, usize, Range<usize>)> = None;
    for at in entries(plan, known) {
        for span in sentences(&known.passages[at].text) {
            let span = without_label(known, at, span);
            let Some(score) = score(plan, known, asked, at, &span) else { continue };
            if best.as_ref().is_none_or(|(other, ..)| score > *other) {
                best = Some((score, at, span));
            }
        }
    }
    best.map(|(_, at, span)| (at, span))
}

fn quoted(passage: usize, span: Range<usize>, sources: Sources<'_>) -> Draft {
    let quotation = Quotation { passage: sources.of_known(passage), span };
    Draft { parts: vec![Part::Quote(0)], cites: vec![quotation] }
}

/// What another statement tells instead: its fact that is most wanted, or its sentence. A claim is told by its ledger alone, which
/// says who disputes it.
fn instead(plan: &Plan, known: &Known, other: &Statement, sources: Sources<'_>) -> Option<Draft> {
    let words = &known.passages[other.passage].text[other.span.clone()];
    let is_claim = other.facts.iter().any(|at| known.facts[*at].ledger.is_some());
    let is_session = |subject: usize| known.subjects[subject].kind == SubjectKind::Session;
    let names_another = !plan.subjects.contains(&other.subject) && plan.subjects.iter().any(|at| is_session(*at));
    let is_of_another = is_session(other.subject) && names_another;
    if is_claim || is_of_another || !may_answer(plan, known, other.passage, words, &other.figures) {
        return None;
    }
    let wanted = facts::aspects(plan, known.subjects[other.subject].kind);
    match other.most_wanted(known, &wanted) {
        Some((_, fact)) => Some(facts::fact_draft(&known.facts[fact], known, sources, plan.language)),
        None => (!words.contains('\n')).then(|| quoted(other.passage, other.span.clone(), sources)),
    }
}

/// Whether words of an entry hold what is wanted and supposed, and speak of whom and what the question names.
fn may_answer(plan: &Plan, known: &Known, passage: usize, words: &str, figures: &Figures) -> bool {
    let entry = &known.passages[passage];
    let is_held = plan.wanted == Wanted::Anything || select::holds(plan.wanted, words, &dates::numbers(&plan.text));
    let is_of_vote = plan.asks.contains(&Notion::Vote) && !plan.manner.is_yes_or_no;
    is_held
        && figures.holds_what_is_supposed(plan)
        && (!is_of_vote || facts::speaks_of_votes(words))
        && (!plan.manner.is_without || is_negated(words))
        && facts::names_actors(plan, known, &format!("{words} {}", entry.about), None)
        && facts::knows_names(plan, entry)
}

/// The entries of the things named and of what belongs to them; claims have their ledgers.
fn entries(plan: &Plan, known: &Known) -> BTreeSet<usize> {
    let is_thing = |at: &&usize| !known.subjects[**at].kind.is_party();
    let named: Vec<usize> = plan.subjects.iter().filter(is_thing).copied().collect();
    let keys: Vec<&String> = named.iter().map(|at| &known.subjects[*at].key).collect();
    let belongs = |subject: usize| {
        named.contains(&subject) || known.subjects[subject].parent.as_ref().is_some_and(|parent| keys.contains(&parent))
    };
    let of_them = known.facts.iter().filter(|fact| fact.ledger.is_none() && belongs(fact.subject));
    of_them.map(|fact| fact.passage).collect()
}

/// `Where it stands: Closed.` is quoted without what the entry calls it.
pub(crate) fn without_label(known: &Known, passage: usize, span: Range<usize>) -> Range<usize> {
    let begins_in = |fact: &&crate::Fact| fact.passage == passage && span.contains(&fact.span.start);
    let from = known.facts.iter().filter(begins_in).map(|fact| fact.span.start).min().unwrap_or(span.start);
    from..span.end
}

fn score(plan: &Plan, known: &Known, asked: &Matter, at: usize, span: &Range<usize>) -> Option<f32> {
    let passage = &known.passages[at];
    let words = &passage.text[span.clone()];
    if !may_answer(plan, known, at, words, &Figures::of(&format!("{words} {}", passage.about))) {
        return None;
    }
    let of_entry = asked.share_in(known.matter(at));
    if of_entry < ENTRY {
        return None;
    }
    let of_sentence = asked.share_in(&Matter::of(words));
    (of_sentence >= SENTENCE).then_some(of_entry + of_sentence)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::harbour;
    use crate::tests::words::WordList;
    use crate::{Question, When, plan};
    use std::sync::Arc;

    /// What the statement that has these words tells instead of another.
    fn told(question: &str, words: &str) -> Option<Draft> {
        let known = harbour().with_meanings(Some(Arc::new(WordList)));
        let plan = plan(&Question::parse(question).expect("a question"), &known, When::default());
        let has_them = |one: &&Statement| known.passages[one.passage].text[one.span.clone()].contains(words);
        let statement = known.statements().and_then(|statements| statements.all.iter().find(has_them));
        let sources = Sources { found: &[], known: &known.passages };
        instead(&plan, &known, statement.expect("a statement has the words"), sources)
    }

    #[test]
    fn another_statement_is_told_instead_only_where_it_may_answer() {
        let when = "When was the second session of the Harbour Commission?";
        let draft = told(when, "2030-04-01").expect("the days of the second session");
        assert!(draft.parts.iter().any(|part| matches!(part, Part::Date(_))), "{draft:?}");
        assert!(told(when, "2029-03-01 – ").is_none(), "the first session is not the second");
        let vote = "What was the vote at the second session of the Harbour Commission?";
        assert!(told(vote, "2030-04-01").is_none(), "days tell no vote");
        let without = "When did the second session of the Harbour Commission end without a report?";
        assert!(told(without, "2030-04-01").is_none(), "nothing there says that something was not");
        let counted = "How many States did the Harbour Commission have in 2029?";
        assert!(told(counted, "92").is_none(), "a claim is told by its ledger");
    }
}
