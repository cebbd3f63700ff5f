//! What the observatory knows, as the answers want it: claims with their ledgers, instruments, terms, deadlines.

use super::entries::Entry;
use super::knowledge::Gathered;
use crate::view;
use plenum_answers::{Aspect, InLedger, SubjectKind};
use plenum_model::calendar::Event;
use plenum_model::claim::Claim;
use plenum_model::knowledge::{Instrument, Term};
use plenum_store::claims::Ledger;
use plenum_store::{Result, Store};
use std::collections::{BTreeSet, HashMap};

/// Events that questions can ask for; more are found in the calendar.
const MOST_EVENTS: usize = 2_000;

impl Gathered {
    /// Adds all of it. Processes, documents and actors must be there: claims are about them.
    pub(super) async fn observatory(&mut self, store: &Store) -> Result<()> {
        for instrument in store.instruments().await? {
            self.instrument(&instrument);
        }
        for term in store.terms().await? {
            self.term(&term);
        }
        let lines = store.calendar(None).await?;
        for line in lines.iter().take(MOST_EVENTS) {
            self.event(&line.event, &line.process_name);
        }
        let properties = store.claimed_properties().await?;
        let subjects: BTreeSet<&str> = properties.iter().map(|one| one.subject.as_str()).collect();
        let places: HashMap<String, usize> = self.places();
        for key in subjects {
            let Some(at) = places.get(&key.to_lowercase()) else { continue };
            for ledger in store.ledgers(key).await? {
                self.ledger(&ledger, *at);
            }
        }
        Ok(())
    }

    /// Where each subject stands, by its key in lower case; sessions and the like come after what they belong to.
    fn places(&self) -> HashMap<String, usize> {
        let mut places = HashMap::new();
        for (at, subject) in self.subjects.iter().enumerate().filter(|(_, one)| one.kind != SubjectKind::Term) {
            places.entry(subject.key.to_lowercase()).or_insert(at);
        }
        places
    }

    fn instrument(&mut self, instrument: &Instrument) {
        let at = self.subject(&instrument.slug, SubjectKind::Instrument, &instrument.name, None, None);
        let mut entry = Entry::default();
        entry.line(&instrument.name).fact(Aspect::Meaning, "", &instrument.summary);
        entry.maybe(Aspect::Mandate, "Mandate", instrument.mandate.as_deref());
        entry.maybe(Aspect::Standing, "Where it stands", instrument.stands.as_deref());
        entry.days(Aspect::Began, "In use since", instrument.from, None);
        self.keep(entry, at, format!("/instruments/{}", instrument.slug), &instrument.source);
    }

    /// `Annual progress report (APR)` is called by either.
    fn term(&mut self, term: &Term) {
        let (long, short) = match term.term.split_once(" (") {
            Some((long, short)) => (long, short.strip_suffix(')')),
            None => (term.term.as_str(), None),
        };
        let at = self.subject(&format!("glossary/{}", term.slug), SubjectKind::Term, long, None, None);
        self.subjects[at].names.extend(short.map(str::to_owned));
        let mut entry = Entry::default();
        entry.line(&term.term).fact(Aspect::Meaning, "", &term.meaning);
        self.keep(entry, at, format!("/glossary#{}", term.slug), &term.source);
    }

    /// Sessions are known from their processes; here are meetings and deadlines. They belong to a process, but are none of
    /// its sessions: nobody who counts sessions means a deadline.
    fn event(&mut self, event: &Event, process: &str) {
        let key = format!("{}/{}", event.process, event.name);
        let Some(when) = event.when.filter(|_| !self.subjects.iter().any(|one| one.key == key)) else { return };
        let (first, last) = (when.first_day(), when.last_day());
        let years = first.map(|day| (day.year(), last.unwrap_or(day).year()));
        let at = self.subject(&key, SubjectKind::Session, &event.name, None, years);
        let mut entry = Entry::default();
        entry.line(&event.name).line(process).days(Aspect::Held, "", first, last).maybe(
            Aspect::Place,
            "",
            event.place.as_deref(),
        );
        self.keep(entry, at, view::event_address(event), &event.source);
    }

    /// A claim an entry: its value first, then when, by whom and by which rule.
    fn ledger(&mut self, ledger: &Ledger, subject: usize) {
        let property = &ledger.property;
        let standing: Vec<&Claim> = ledger.standing().map(|entry| &entry.claim).collect();
        let shown = ledger.shown().map(|entry| entry.claim.key.as_str());
        let first = self.facts.len();
        for claim in &standing {
            let is_rival = |(_, other): &(usize, &&Claim)| claim.disagrees(other, property.is_series);
            let in_ledger = InLedger {
                is_shown: shown == Some(claim.key.as_str()),
                is_series: property.is_series,
                is_confirmed: claim.is_confirmed,
                unit: property.unit.clone(),
                rivals: standing.iter().enumerate().filter(is_rival).map(|(place, _)| first + place).collect(),
            };
            let mut entry = Entry::of(claim.standing, claim.date);
            entry.claim(&property.label, &claim.value, in_ledger);
            entry.line(property.unit.as_deref().unwrap_or_default());
            entry.line(&claim.date.map(|date| format!("As of {date}")).unwrap_or_default());
            entry.line(&claim.counted_by.as_ref().map(|who| format!("Counted by {who}")).unwrap_or_default());
            entry.line(claim.note.as_deref().unwrap_or_default());
            // Wherever its words are quoted, also beside a refusal.
            entry.line(if claim.is_confirmed { "" } else { "Unconfirmed" });
            let address = view::ledger_address(&property.subject, &property.key);
            self.keep(entry, subject, format!("{address}#{}", claim.key), &claim.source);
        }
    }
}
