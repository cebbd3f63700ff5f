//! Asks the store for what it holds of processes between two days, each fact with the address where it stands.

use crate::{addresses, view};
use plenum_model::calendar::{EventKind, EventStatus};
use plenum_model::claim::folded;
use plenum_model::digest::{Citation, Citations, Span, first_day, last_day};
use plenum_model::knowledge::{Instrument, Issue};
use plenum_model::process::{Process, Session};
use plenum_model::{Address, PartialDate, Standing, Symbol};
use plenum_pages::Words;
use plenum_pages::digest_facts::*;
use plenum_store::calendar::EventLine;
use plenum_store::claims::{Entry, Ledger};
use plenum_store::documents::{DocumentLine, Filter, Order};
use plenum_store::meetings::MeetingLine;
use plenum_store::positions::Position;
use plenum_store::statements::Statement;
use plenum_store::votes::{RollCallFilter, RollCallLine};
use plenum_store::{Result, Store};
use std::collections::{HashMap, HashSet};

const TITLE_LETTERS: usize = 60;
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
        Ok(ProcessFacts {
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
            sessions: sessions.iter().filter_map(|one| self.session(one, &calendar, &meetings)).collect(),
            documents: documents.iter().filter_map(|line| self.document(line)).collect(),
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

    fn document(&self, line: &DocumentLine) -> Option<DocumentFact> {
        let facts = &line.document.facts;
        let date = facts.date.filter(|date| self.span.holds(*date))?;
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

    async fn claims(&self, store: &Store, process: &Process, documents: &[DocumentLine]) -> Result<Vec<ClaimFact>> {
        let mut all = Vec::new();
        for subject in &self.claimed {
            let instrument = self.instruments.iter().find(|one| one.slug == *subject);
            let is_document = || {
                let symbol = Symbol::parse(subject).ok().map(|symbol| symbol.key());
                symbol.is_some_and(|key| documents.iter().any(|line| line.document.facts.symbol.key() == key))
            };
            let name = match instrument {
                Some(instrument) if self.chain(instrument).any(|one| one.slug == process.slug) => &instrument.name,
                None if *subject == process.slug => &process.name,
                None if is_document() => subject,
                _ => continue,
            };
            let is_own = |date| instrument.is_none_or(|one| self.holder(one, date) == Some(process.slug.as_str()));
            for ledger in store.ledgers(subject).await? {
                all.extend(self.claim(&ledger, name, &is_own));
            }
        }
        Ok(all)
    }

    /// The process of an instrument, and those which that process carries on.
    fn chain<'a>(&'a self, instrument: &'a Instrument) -> impl Iterator<Item = &'a Process> {
        let find = |slug: Option<&str>| self.processes.iter().find(|one| Some(one.slug.as_str()) == slug);
        let mut steps = 0;
        std::iter::successors(find(instrument.process.as_deref()), move |one| {
            steps += 1; // A pack could tell of two processes that each carry the other on.
            find(one.predecessor.as_deref()).filter(|_| steps < 10)
        })
    }

    /// The process to which an instrument belonged on a date: that which was at work then, else the present one.
    fn holder<'a>(&'a self, instrument: &'a Instrument, date: PartialDate) -> Option<&'a str> {
        let was_at_work = |one: &&Process| {
            let has_begun = one.from.is_none_or(|from| first_day(from) <= last_day(date));
            let has_ended = one.until.is_some_and(|until| last_day(until) < first_day(date));
            has_begun && !has_ended
        };
        let then = self.chain(instrument).find(was_at_work).map(|one| one.slug.as_str());
        then.or(instrument.process.as_deref())
    }

    fn claim(&self, ledger: &Ledger, subject: &str, is_own: &dyn Fn(PartialDate) -> bool) -> Option<ClaimFact> {
        let property = &ledger.property;
        let dated = |entry: &&Entry| entry.claim.date.is_some_and(|date| self.span.holds(date) && is_own(date));
        let mut within: Vec<&Entry> = ledger.standing().filter(dated).collect();
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
        let first = self.span.from().ordinal();
        let earlier =
            |entry: &&Entry| entry.claim.is_confirmed && entry.claim.date.is_some_and(|date| last_day(date) < first);
        let before = ledger.standing().filter(earlier).max_by_key(|entry| entry.claim.date);
        Some(ClaimFact {
            subject: subject.to_owned(),
            property: property.label.clone(),
            unit: property.unit.clone(),
            values,
            before: before.filter(|_| property.is_series).and_then(value),
            is_disputed,
            shown,
            cited,
        })
    }

    async fn issues(&self, store: &Store, process: &Process) -> Result<Vec<IssueFact>> {
        let placed = store.positions(&process.slug).await?;
        let positions = |slug: &str| {
            let is_own = |one: &&Position| one.issue == slug && one.withdrawn.is_none();
            let mut all: Vec<PositionFact> =
                placed.iter().filter(is_own).filter_map(|one| self.position(one)).collect();
            all.sort_by_key(|one| one.date);
            all
        };
        let fact = |slug: &str, name: &str| IssueFact {
            slug: slug.to_owned(),
            name: name.to_owned(),
            positions: positions(slug),
        };
        let own = self.issues.iter().filter(|issue| issue.processes.contains(&process.slug));
        Ok(own.map(|issue| fact(&issue.slug, &issue.name)).collect())
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
            cited: Citations::one(Citation::new(position.address.to_string(), label)),
        })
    }

    async fn meetings(&self, store: &Store, lines: &[MeetingLine]) -> Result<Vec<MeetingFact>> {
        let mut all = Vec::new();
        for line in lines {
            let Some(date) = line.meeting.date.filter(|date| self.span.holds(*date)) else { continue };
            let statements = store.statements_of(&[line.id]).await?;
            let mut speakers: Vec<(String, u64)> = Vec::new();
            for statement in statements.iter().filter(|statement| statement.is_confirmed) {
                let name = self.speaker(statement);
                match speakers.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, many)) => *many += 1,
                    None => speakers.push((name, 1)),
                }
            }
            speakers.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
            let unconfirmed = statements.iter().filter(|statement| !statement.is_confirmed).count();
            all.push(MeetingFact {
                name: line.meeting.name.clone(),
                date,
                speakers,
                unconfirmed: unconfirmed as u64,
                cited: Citations::one(Citation::new(format!("/meetings/{}", line.id), line.meeting.name.as_str())),
            });
        }
        Ok(all)
    }

    fn speaker(&self, statement: &Statement) -> String {
        match statement.actor.as_deref() {
            Some(slug) => self.actor(slug),
            None if statement.printed.is_empty() => self.words.say("speaker-unnamed").to_owned(),
            None => statement.printed.clone(),
        }
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

fn by_symbol(symbol: &Symbol) -> Citation {
    Citation::new(view::document_address(symbol), symbol.to_string())
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
