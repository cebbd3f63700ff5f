//! Sentences of the packs' entries, where no single fact answers: what our own summaries say of the things named.

use crate::dates;
use crate::draft::{Draft, Part, Sources};
use crate::facts;
use crate::figures::is_within;
use crate::lexicon::Notion;
use crate::matter::Matter;
use crate::nearest::Ranking;
use crate::passage::Known;
use crate::plan::{Kind, Plan, Wanted};
use crate::select;
use crate::statements::Statement;
use crate::support::is_negated;
use crate::text::sentences;
use plenum_model::PartialDate;
use plenum_model::answer::Quotation;
use std::collections::BTreeSet;
use std::ops::Range;

/// The share of what is asked that the entry must speak of, and the share that its sentence must.
const ENTRY: f32 = 0.7;
const SENTENCE: f32 = 0.5;

/// The best sentence among the entries of what is named, or what clearly more speaks for; none where none fits.
pub(crate) fn tell(plan: &Plan, known: &Known, ranking: &Ranking<'_>, sources: Sources<'_>) -> Vec<Draft> {
    if !matches!(plan.kind, Kind::Fact | Kind::Count | Kind::Definition) || plan.manner.is_why {
        return Vec::new();
    }
    let asked = Matter::of(&plan.asked);
    if asked.is_empty() {
        return Vec::new();
    }
    let mut best: Option<(f32, usize, Range<usize>)> = None;
    for at in entries(plan, known) {
        for span in sentences(&known.passages[at].text) {
            let span = without_label(known, at, span);
            let Some(score) = score(plan, known, &asked, at, &span) else { continue };
            if best.as_ref().is_none_or(|(other, ..)| score > *other) {
                best = Some((score, at, span));
            }
        }
    }
    let Some((_, at, span)) = best else { return Vec::new() };
    let quoted = |at: usize, span| Draft {
        parts: vec![Part::Quote(0)],
        cites: vec![Quotation { passage: sources.of_known(at), span }],
    };
    let told = match ranking.outdoing(at, &span) {
        None => Some(quoted(at, span)),
        Some(other) => match most_wanted(plan, known, other) {
            _ if !may_answer(plan, known, other) => None,
            Some(fact) => Some(facts::fact_draft(&known.facts[fact], known, sources, plan.language)),
            None if known.passages[other.passage].text[other.span.clone()].contains('\n') => None,
            None => Some(quoted(other.passage, other.span.clone())),
        },
    };
    told.into_iter().collect()
}

/// The fact of a statement that is most wanted.
fn most_wanted(plan: &Plan, known: &Known, statement: &Statement) -> Option<usize> {
    let wanted = facts::aspects(plan, known.subjects[statement.subject].kind);
    let rank = |at: &usize| wanted.iter().position(|aspect| *aspect == known.facts[*at].aspect);
    let ranked = statement.facts.iter().filter_map(|at| Some((rank(at)?, *at)));
    ranked.min().map(|(_, at)| at)
}

/// Whether a statement holds what is wanted and supposed, and knows the names that the question has.
fn may_answer(plan: &Plan, known: &Known, statement: &Statement) -> bool {
    let passage = &known.passages[statement.passage];
    let words = &passage.text[statement.span.clone()];
    let is_held = plan.wanted == Wanted::Anything || select::holds(plan.wanted, words, &dates::numbers(&plan.text));
    let said = format!("{words} {}", passage.about);
    is_held
        && statement.told.holds_what_is_supposed(plan)
        && facts::names_actors(plan, known, &said, None)
        && facts::knows_names(plan, passage)
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
    let is_held = plan.wanted == Wanted::Anything || select::holds(plan.wanted, words, &dates::numbers(&plan.text));
    let said = format!("{words} {}", passage.about);
    if !is_held || !Told::of(&said).holds_what_is_supposed(plan) {
        return None;
    }
    let is_of_vote = plan.asks.contains(&Notion::Vote) && !plan.manner.is_yes_or_no;
    if is_of_vote && !facts::speaks_of_votes(words) {
        return None;
    }
    if plan.manner.is_without && !is_negated(words) {
        return None;
    }
    if !facts::names_actors(plan, known, &said, None) || !facts::knows_names(plan, passage) {
        return None;
    }
    let of_entry = asked.share_in(known.matter(at));
    if of_entry < ENTRY {
        return None;
    }
    let of_sentence = asked.share_in(&Matter::of(words));
    (of_sentence >= SENTENCE).then_some(of_entry + of_sentence)
}

/// The dates and ordinals that a text tells.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    dates: Vec<PartialDate>,
    ordinals: BTreeSet<u64>,
}

impl Told {
    pub(crate) fn of(text: &str) -> Self {
        Self { dates: dates::dates(text), ordinals: dates::ordinals(text) }
    }

    /// Whether all years, dates, months and ordinals are among them that the question names.
    pub(crate) fn holds_what_is_supposed(&self, plan: &Plan) -> bool {
        let has_year = |year: &u16| self.dates.iter().any(|date| date.year() == *year);
        let has_date = |asked: &PartialDate| self.dates.iter().any(|date| is_within(*date, *asked));
        plan.years.iter().all(has_year)
            && plan.dates.iter().all(has_date)
            && plan.months.iter().all(|month| self.dates.iter().any(|date| date.month() == Some(*month)))
            && plan.ordinals.iter().all(|one| self.ordinals.contains(one))
    }
}
