//! What moved: claims whose value changed, and quotations placed on issues.

use super::Common;
use crate::view;
use plenum_answers::dates;
use plenum_model::claim::{Amount, Claim, folded};
use plenum_model::digest::{Citation, Citations, first_day, last_day};
use plenum_model::knowledge::{Instrument, Issue};
use plenum_model::process::Process;
use plenum_model::{Address, PartialDate, Symbol};
use plenum_pages::digest_facts::*;
use plenum_store::claims::{Entry, Ledger};
use plenum_store::documents::DocumentLine;
use plenum_store::positions::Position;
use plenum_store::{Result, Store};
use std::collections::HashMap;

const TITLE_LETTERS: usize = 60;

impl Common {
    pub(super) async fn claims(
        &self,
        store: &Store,
        process: &Process,
        documents: &[DocumentLine],
    ) -> Result<Vec<ClaimFact>> {
        let mut all = Vec::new();
        for subject in &self.claimed {
            let instrument = self.instruments.iter().find(|one| one.slug == *subject);
            let is_in_line = |one: &Instrument| {
                one.process.is_none() || one.line(&self.processes).any(|one| one.slug == process.slug)
            };
            let is_document = || {
                let symbol = Symbol::parse(subject).ok().map(|symbol| symbol.key());
                symbol.is_some_and(|key| documents.iter().any(|line| line.document.facts.symbol.key() == key))
            };
            let name = match instrument {
                Some(instrument) if is_in_line(instrument) => &instrument.name,
                None if *subject == process.slug => &process.name,
                None if is_document() => subject,
                _ => continue,
            };
            for ledger in store.ledgers(subject).await? {
                all.extend(self.claim(&ledger, name, &|claim, date| self.is_own(process, instrument, claim, date)));
            }
        }
        Ok(all)
    }

    /// Whether a claim belongs to a process: an instrument's figures go to the process that was at work then; those of
    /// what no process set up to each then at work that talks about the issue.
    fn is_own(&self, process: &Process, instrument: Option<&Instrument>, claim: &Claim, date: PartialDate) -> bool {
        let Some(instrument) = instrument else { return true };
        if instrument.process.is_some() {
            return instrument.holder(&self.processes, date) == Some(process.slug.as_str());
        }
        let talks_of =
            |issue: &Issue| Some(&issue.slug) == claim.issue.as_ref() && issue.processes.contains(&process.slug);
        process.was_at_work(date) && self.issues.iter().any(talks_of)
    }

    fn claim(&self, ledger: &Ledger, subject: &str, is_own: &dyn Fn(&Claim, PartialDate) -> bool) -> Option<ClaimFact> {
        let property = &ledger.property;
        let dated =
            |entry: &&Entry| entry.claim.date.is_some_and(|date| self.span.holds(date) && is_own(&entry.claim, date));
        let mut within: Vec<&Entry> =
            ledger.standing().filter(dated).filter(|entry| self.has_moved(ledger, entry)).collect();
        within.sort_by_key(|entry| entry.claim.date);
        let is_disputed = within
            .iter()
            .any(|one| ledger.standing().any(|other| one.claim.disagrees(&other.claim, property.is_series)));
        let own = Citation::new(
            view::ledger_address(&property.subject, &property.key),
            format!("{}: {subject}, {}", self.words.say("claims-title"), property.label),
        );
        let places = within.iter().flat_map(|entry| entry.places.iter()).map(|(address, title)| place(address, title));
        let cited = Citations::one(own).and_all(places);
        let mut values: Vec<ValueFact> = Vec::new();
        for entry in &within {
            if !values.iter().any(|known| folded(&known.value) == folded(&entry.claim.value)) {
                values.extend(value(entry));
            }
        }
        if values.is_empty() {
            return None;
        }
        let is_among = |value: &ValueFact| values.iter().any(|known| folded(&known.value) == folded(&value.value));
        let shown = ledger.shown().and_then(value).filter(|value| !is_among(value));
        let before = earlier(ledger, self.span.from().ordinal()).filter(|_| property.is_series);
        Some(ClaimFact {
            subject: subject.to_owned(),
            property: property.label.clone(),
            issue: within.iter().find_map(|entry| entry.claim.issue.clone()),
            unit: property.unit.clone(),
            values,
            before: before.and_then(value),
            is_disputed,
            shown,
            cited,
        })
    }

    /// Whether a value moved: it is not the one told before, and what it tells is not past. "Founded in 2020", said in
    /// 2025, is true and no news of 2025.
    fn has_moved(&self, ledger: &Ledger, entry: &Entry) -> bool {
        let claim = &entry.claim;
        let named = if Amount::parse(&claim.value).is_some() { Vec::new() } else { dates(&claim.value) };
        let first = self.span.from().ordinal();
        let is_past = !named.is_empty() && named.iter().all(|date| last_day(*date) < first);
        let before = claim.date.and_then(|date| earlier(ledger, first_day(date)));
        !is_past && before.is_none_or(|before| folded(&before.claim.value) != folded(&claim.value))
    }

    pub(super) async fn issues(&self, store: &Store, process: &Process) -> Result<Vec<IssueFact>> {
        let placed = store.positions(&process.slug).await?;
        let told: HashMap<i64, PositionFact> =
            placed.iter().filter_map(|one| Some((one.id, self.position(one)?))).collect();
        let spoken: HashMap<i64, Citation> = self.spoken(store, process, &placed).await?;
        let pairs = store.pairs(&process.slug).await?;
        let fact = |issue: &Issue| {
            let is_own = |one: &&Position| one.issue == issue.slug && one.withdrawn.is_none();
            let own: Vec<&Position> = placed.iter().filter(is_own).collect();
            let with_statement = |one: &&Position| {
                let fact = told.get(&one.id)?.clone();
                Some(PositionFact { statement: spoken.get(&one.id).cloned(), ..fact })
            };
            let mut positions: Vec<PositionFact> = own.iter().filter_map(with_statement).collect();
            positions.sort_by_key(|one| one.date);
            let both = |pair: &plenum_store::positions::Pair| {
                let is_here = |id: i64| own.iter().any(|one| one.id == id);
                let (one, other) = (told.get(&pair.both.0)?.clone(), told.get(&pair.both.1)?.clone());
                let is_told = is_here(pair.both.0) || is_here(pair.both.1);
                is_told.then_some(PairFact { relation: pair.relation, one, other })
            };
            IssueFact {
                slug: issue.slug.clone(),
                name: issue.name.clone(),
                positions,
                pairs: pairs.iter().filter_map(both).collect(),
            }
        };
        Ok(self.issues.iter().filter(|issue| issue.processes.contains(&process.slug)).map(fact).collect())
    }

    fn position(&self, position: &Position) -> Option<PositionFact> {
        let date = position.date.filter(|date| self.span.holds(*date))?;
        let symbol = &position.address.symbol;
        let label = position.number.as_ref().map_or_else(|| symbol.to_string(), |number| format!("{symbol}, {number}"));
        Some(PositionFact {
            actor: self.actor(&position.actor),
            stance: position.stance,
            words: position.words.clone(),
            date,
            statement: None,
            cited: Citations::one(Citation::new(position.address.to_string(), label)),
        })
    }
}

/// The latest confirmed entry of a ledger that is dated before a day, an ordinal.
fn earlier(ledger: &Ledger, day: i32) -> Option<&Entry> {
    let is_earlier =
        |entry: &&Entry| entry.claim.is_confirmed && entry.claim.date.is_some_and(|date| last_day(date) < day);
    ledger.standing().filter(is_earlier).max_by_key(|entry| entry.claim.date)
}

/// A paragraph by symbol and number; a document without a symbol of its own by its title.
fn place(address: &Address, title: &str) -> Citation {
    let symbol = address.symbol.as_str();
    let name = if symbol.starts_with("doc/") && !title.is_empty() {
        view::beginning(title, TITLE_LETTERS)
    } else {
        symbol.into()
    };
    // An anchor with a plus is ours: the paragraph has no number.
    let number = address.anchor.as_ref().map(|anchor| anchor.as_str()).filter(|anchor| !anchor.contains('+'));
    let label = number.map_or_else(|| name.to_string(), |number| format!("{name}, {number}"));
    Citation::new(address.to_string(), label)
}

fn value(entry: &Entry) -> Option<ValueFact> {
    let claim = &entry.claim;
    Some(ValueFact {
        value: claim.value.clone(),
        date: claim.date?,
        standing: claim.standing,
        is_confirmed: claim.is_confirmed,
    })
}
