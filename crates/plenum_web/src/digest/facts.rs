//! Asks the store for what it holds of processes between two days, each fact with the address where it stands.

mod claims;
mod spoken;

use crate::{addresses, view};
use plenum_model::calendar::{EventKind, EventStatus};
use plenum_model::claim::folded;
use plenum_model::digest::{Citation, Citations, Span, last_day};
use plenum_model::knowledge::{Instrument, Issue};
use plenum_model::process::{Process, Session};
use plenum_model::{Standing, Symbol};
use plenum_pages::Words;
use plenum_pages::digest_facts::*;
use plenum_store::calendar::EventLine;
use plenum_store::documents::{DocumentLine, Filter, Order};
use plenum_store::meetings::MeetingLine;
use plenum_store::votes::{RollCallFilter, RollCallLine};
use plenum_store::{Result, Store};
use std::collections::{HashMap, HashSet};

const MOST: u32 = 20_000; // Documents of one process, roll calls of one year: more than there are.

/// What the record shows of processes in one span, worded for one language.
pub struct Gathered {
    all: Vec<ProcessFacts>,
}

impl Gathered {
    /// The facts of one process.
    pub fn of(&self, slug: &str) -> Option<&ProcessFacts> {
        self.all.iter().find(|one| one.slug == slug)
    }
    /// The facts of every process gathered.
    pub fn all(&self) -> &[ProcessFacts] {
        &self.all
    }
}

/// What is the same for every process.
struct Common {
    span: Span,
    words: &'static Words,
    processes: Vec<Process>,
    instruments: Vec<Instrument>,
    issues: Vec<Issue>,
    /// Everything that something is claimed of.
    claimed: Vec<String>,
    actors: HashMap<String, String>,
    doubtful: HashSet<String>,
    votes: Vec<RollCallLine>,
}

/// Gathers the facts of the processes named, or of all (`None`). One that is not held is left out.
pub async fn gather(
    store: &Store,
    processes: Option<&[String]>,
    span: Span,
    words: &'static Words,
) -> Result<Gathered> {
    let common = Common::read(store, span, words).await?;
    let is_asked = |process: &&Process| processes.is_none_or(|slugs| slugs.contains(&process.slug));
    let mut all = Vec::new();
    for process in common.processes.iter().filter(is_asked) {
        all.push(common.process(store, process).await?);
    }
    Ok(Gathered { all })
}

impl Common {
    async fn read(store: &Store, span: Span, words: &'static Words) -> Result<Self> {
        let mut votes = Vec::new();
        for year in span.from().year()..=span.until().year() {
            let filter = RollCallFilter { year: Some(year), ..RollCallFilter::default() };
            votes.extend(store.roll_calls(&filter, MOST, 0).await?.0);
        }
        votes.retain(|vote| vote.facts.date.is_some_and(|date| span.holds(date)));
        let mut claimed: Vec<String> =
            store.claimed_properties().await?.into_iter().map(|property| property.subject).collect();
        claimed.dedup();
        let actors = store.actors(words.lang()).await?;
        Ok(Self {
            span,
            words,
            processes: store.processes().await?.into_iter().map(|line| line.process).collect(),
            instruments: store.instruments().await?,
            issues: store.issues().await?,
            claimed,
            actors: actors.into_iter().map(|line| (line.slug, line.name)).collect(),
            doubtful: store.unconfirmed_documents().await?.into_iter().collect(),
            votes,
        })
    }

    async fn process(&self, store: &Store, process: &Process) -> Result<ProcessFacts> {
        let slug = process.slug.as_str();
        let filter = Filter { process: Some(slug.to_owned()), ..Filter::default() };
        let documents = store.list(&filter, Order::Oldest, MOST, 0).await?.lines;
        let sessions = store.process(slug).await?.map(|page| page.sessions).unwrap_or_default();
        let calendar = store.calendar(Some(slug)).await?;
        let meetings = store.meetings_of(slug).await?;
        let until = self.span.until().to_string();
        let pairs = [("process", slug), ("from", until.as_str())];
        let matrix = format!("{}: {}", self.words.say("positions"), process.name);
        let sessions: Vec<SessionFact> =
            sessions.iter().filter_map(|one| self.session(one, &calendar, &meetings)).collect();
        Ok(ProcessFacts {
            issued: self.issued(&sessions, &documents),
            chair: process.chair.clone(),
            mandate: process
                .mandate
                .as_deref()
                .and_then(|symbol| Symbol::parse(symbol).ok())
                .map(|one| by_symbol(&one)),
            decision_rule: process.decision_rule.clone(),
            is_confirmed: process.is_confirmed,
            slug: slug.to_owned(),
            name: process.name.clone(),
            page: Citation::new(format!("/processes/{slug}"), process.name.as_str()),
            matrix: Citation::new(format!("/processes/{slug}/positions"), matrix),
            calendar: Citation::new(addresses::with_query("/calendar", pairs), self.in_calendar(&process.name)),
            votes: self.votes(process, &documents),
            claims: self.claims(store, process, &documents).await?,
            issues: self.issues(store, process).await?,
            passed: calendar.iter().filter_map(|line| self.passed(line)).collect(),
            coming: calendar.iter().filter_map(|line| self.coming(line)).collect(),
            sessions,
            documents: documents
                .iter()
                .filter(|line| self.is_within(line))
                .filter_map(|line| self.document(line))
                .collect(),
            meetings: self.meetings(store, &meetings).await?,
            mandate_ends: process
                .expires
                .filter(|date| self.span.is_before(*date))
                .map(|date| (date, process.is_confirmed)),
        })
    }

    fn in_calendar(&self, name: &str) -> String {
        format!("{}: {name}", self.words.say("room-calendar"))
    }

    fn actor(&self, slug: &str) -> String {
        self.actors.get(slug).cloned().unwrap_or_else(|| slug.to_owned())
    }

    fn is_within(&self, line: &DocumentLine) -> bool {
        line.document.facts.date.is_some_and(|date| self.span.holds(date))
    }

    /// Papers for a session told of that are dated before it: those that name it, and those that the record names with
    /// it. Each with the session's name.
    fn issued(&self, sessions: &[SessionFact], documents: &[DocumentLine]) -> Vec<(String, DocumentFact)> {
        let mut all = Vec::new();
        for session in sessions.iter().filter(|session| !session.goes_on) {
            let is_cited = |address: &str| session.cited.all().iter().any(|citation| citation.address == address);
            let is_for = |line: &&DocumentLine| {
                let facts = &line.document.facts;
                facts.meeting.as_deref().is_some_and(|name| folded(name) == folded(&session.name))
                    || is_cited(&view::document_address(&facts.symbol))
            };
            let is_earlier = |line: &&DocumentLine| {
                line.document.facts.date.is_some_and(|date| last_day(date) < self.span.from().ordinal())
            };
            let own = documents.iter().filter(is_for).filter(is_earlier);
            all.extend(own.filter_map(|line| self.document(line)).map(|fact| (session.name.clone(), fact)));
        }
        all
    }

    /// `None` for one without a date.
    fn document(&self, line: &DocumentLine) -> Option<DocumentFact> {
        let facts = &line.document.facts;
        let date = facts.date?;
        Some(DocumentFact {
            symbol: facts.symbol.to_string(),
            title: facts.title.clone(),
            issuer: view::speaker(&line.document).map(str::to_owned),
            kind: facts.kind,
            standing: facts.standing,
            date,
            is_confirmed: !self.doubtful.contains(&facts.symbol.key()) && facts.standing != Standing::Machine,
            cited: Citations::one(by_symbol(&facts.symbol)),
        })
    }

    /// Those of the process itself, and those on its documents.
    fn votes(&self, process: &Process, documents: &[DocumentLine]) -> Vec<VoteFact> {
        let own: HashSet<String> = documents.iter().map(|line| line.document.facts.symbol.key()).collect();
        let is_own = |vote: &&RollCallLine| {
            let symbol = vote.facts.symbol.as_deref().and_then(|symbol| Symbol::parse(symbol).ok());
            vote.facts.process.as_deref() == Some(process.slug.as_str())
                || symbol.is_some_and(|one| own.contains(&one.key()))
        };
        let fact = |vote: &RollCallLine| {
            let facts = &vote.facts;
            let label = facts.symbol.as_deref().unwrap_or(&facts.title);
            Some(VoteFact {
                title: facts.title.clone(),
                date: facts.date?,
                counts: [vote.tally.yes, vote.tally.no, vote.tally.abstain],
                is_adopted: facts.is_adopted,
                cited: Citations::one(Citation::new(format!("/votes/{}", addresses::escape(&facts.id)), label)),
            })
        };
        let mut all: Vec<VoteFact> = self.votes.iter().filter(is_own).filter_map(fact).collect();
        all.reverse(); // The store lists the latest first.
        all
    }

    fn session(&self, session: &Session, calendar: &[EventLine], meetings: &[MeetingLine]) -> Option<SessionFact> {
        let (first, last) = (session.from.or(session.until)?, session.until.or(session.from)?);
        let goes_on = self.span.is_before(last);
        if !(self.span.holds(last) || goes_on && self.span.holds(first)) {
            return None;
        }
        let uid = format!("session {}", session.name);
        let line = calendar.iter().find(|line| line.event.uid == uid)?;
        let own = Citation::new(view::event_address(&line.event), self.in_calendar(&session.name));
        let has_meetings = meetings.iter().any(|one| one.meeting.session.as_deref() == Some(session.name.as_str()));
        let page = has_meetings.then(|| {
            let link = view::meetings::session_link(&session.process, &session.name);
            Citation::new(link.address, link.words)
        });
        let documents = session.documents.iter().filter_map(|symbol| Symbol::parse(symbol).ok());
        // What decided it may be dated later than the edition: only what is told of the outcome itself is cited then.
        let documents = documents.filter(|_| !goes_on).map(|symbol| by_symbol(&symbol));
        Some(SessionFact {
            name: session.name.clone(),
            from: session.from,
            until: session.until,
            place: session.place.clone(),
            outcome: session.outcome.clone(),
            goes_on,
            is_confirmed: session.is_confirmed,
            cited: Citations::one(own).and_all(page).and_all(documents),
        })
    }

    fn coming(&self, line: &EventLine) -> Option<ComingFact> {
        let day = line.event.when?.first_day()?;
        if self.span.is_before(day) { self.event(line) } else { None }
    }

    /// Sessions are told of by themselves.
    fn passed(&self, line: &EventLine) -> Option<ComingFact> {
        let day = line.event.when?.first_day()?;
        let is_told = line.event.kind != EventKind::Session && self.span.holds(day);
        if is_told { self.event(line) } else { None }
    }

    /// `None` for what was cancelled.
    fn event(&self, line: &EventLine) -> Option<ComingFact> {
        let event = &line.event;
        let when = event.when.filter(|_| event.status != EventStatus::Cancelled)?;
        let deadline = event.kind.is_deadline().then(|| self.words.event_kind(&event.kind));
        Some(ComingFact {
            name: deadline.map_or_else(|| event.name.clone(), |kind| format!("{} ({kind})", event.name)),
            from: when.first_day()?,
            until: when.last_day(),
            place: event.place.clone(),
            is_confirmed: event.is_confirmed && event.status == EventStatus::Confirmed,
            cited: Citations::one(Citation::new(view::event_address(event), self.in_calendar(&event.name))),
        })
    }
}

fn by_symbol(symbol: &Symbol) -> Citation {
    Citation::new(view::document_address(symbol), symbol.to_string())
}
