//! What is known besides the words of documents, as the answers want it: subjects, facts, and entries to cite.

use super::entries::Entry;
use plenum_answers::{Aspect, Known, Subject, SubjectKind};
use plenum_model::process::{Process, Session};
use plenum_model::{DocumentFacts, PartialDate};
use plenum_search::Index;
use plenum_store::documents::{Filter, Order};
use plenum_store::processes::ProcessPage;
use plenum_store::{Result, Store};
use std::collections::HashMap;

/// Documents whose facts questions can ask for; a larger record is asked by its words.
const MOST_DOCUMENTS: u32 = 5_000;

/// Reads everything known, once for a state of the record.
pub async fn known(store: &Store, index: &Index) -> Result<Known> {
    let mut gathered = Gathered::default();
    for (subject, name) in store.other_names().await? {
        gathered.names.entry(subject).or_default().push(name);
    }
    let lines = store.processes().await?;
    let mut pages: Vec<ProcessPage> = Vec::with_capacity(lines.len());
    for line in &lines {
        pages.extend(store.process(&line.process.slug).await?);
    }
    let called: HashMap<String, String> =
        pages.iter().map(|page| (page.line.process.slug.clone(), page.line.process.name.clone())).collect();
    for page in &pages {
        gathered.process(page, &called);
    }
    let listed = store.list(&Filter::default(), Order::Symbol, MOST_DOCUMENTS, 0).await?;
    for line in &listed.lines {
        gathered.document(&line.document.facts, &called);
    }
    let documents: HashMap<&str, &DocumentFacts> =
        listed.lines.iter().map(|line| (line.document.facts.symbol.as_str(), &line.document.facts)).collect();
    for norm in pages.iter().flat_map(|page| &page.norms) {
        gathered.norm(norm, documents.get(norm.symbol.as_str()).copied());
    }
    gathered.actors(store.actors("en").await?, store.actor_names().await?);
    gathered.members(&store.all_memberships().await?);
    gathered.observatory(store).await?;
    let known = Known::new(gathered.subjects, gathered.facts, gathered.passages);
    Ok(known.with_meanings(super::meanings(index)))
}

/// What is known so far.
#[derive(Default)]
pub(super) struct Gathered {
    names: HashMap<String, Vec<String>>,
    pub(super) subjects: Vec<Subject>,
    pub(super) facts: Vec<plenum_answers::Fact>,
    passages: Vec<plenum_answers::Passage>,
}

fn years(from: Option<PartialDate>, until: Option<PartialDate>, is_over: bool) -> Option<(u16, u16)> {
    const ALWAYS: u16 = 9999;
    let first = from.or(until)?.year();
    Some((first, until.map_or(if is_over { first } else { ALWAYS }, |date| date.year())))
}

impl Gathered {
    pub(super) fn subject(
        &mut self,
        key: &str,
        kind: SubjectKind,
        name: &str,
        parent: Option<&str>,
        years: Option<(u16, u16)>,
    ) -> usize {
        let mut names = vec![name.to_owned()];
        names.extend(self.names.get(key).into_iter().flatten().cloned());
        let parent = parent.map(str::to_owned);
        self.subjects.push(Subject { key: key.to_owned(), kind, names, parent, years });
        self.subjects.len() - 1
    }

    /// Gives a subject more names.
    pub(super) fn called(&mut self, subject: usize, names: impl IntoIterator<Item = String>) {
        let own = &mut self.subjects[subject].names;
        for name in names {
            if !own.contains(&name) {
                own.push(name);
            }
        }
    }

    pub(super) fn keep(&mut self, entry: Entry, subject: usize, address: String, source: &str) {
        let of = &self.subjects[subject];
        let parent = of.parent.as_ref().and_then(|key| self.subjects.iter().find(|other| other.key == *key));
        let above = parent.map(|parent| parent.names.join(" · ")).unwrap_or_default();
        let about = format!("{} · {above}", of.names.join(" · "));
        let name = match parent {
            Some(parent) => format!("{}, {}", parent.names[0], of.names[0]),
            None => of.names[0].clone(),
        };
        let (passage, facts) = entry.done(subject, self.passages.len(), address, &name, about, source);
        self.passages.push(passage);
        self.facts.extend(facts);
    }

    fn process(&mut self, page: &ProcessPage, called: &HashMap<String, String>) {
        let process: &Process = &page.line.process;
        let span = years(process.from, process.until, false);
        let at = self.subject(&process.slug, SubjectKind::Process, &process.name, None, span);
        let predecessor = process.predecessor.as_ref().map(|slug| called.get(slug).unwrap_or(slug).as_str());
        let mut entry = Entry::default();
        entry.line(&process.name).fact(Aspect::Meaning, "", &process.summary);
        entry.maybe(Aspect::Mandate, "Mandate", process.mandate.as_deref());
        entry.maybe(Aspect::Chair, "Chair", process.chair.as_deref());
        entry.maybe(Aspect::Rule, "Decides by", process.decision_rule.as_deref());
        entry.maybe(Aspect::Predecessor, "Carries on", predecessor);
        for (_, name) in &page.successors {
            entry.fact(Aspect::Successor, "Carried on by", name);
        }
        entry.days(Aspect::Began, "Began", process.from, None).days(Aspect::Ended, "Ended", process.until, None);
        entry.maybe(Aspect::Standing, "Where it stands", process.stands.as_deref());
        entry.maybe(Aspect::Outcome, "Reached last", process.achievement.as_deref());
        entry.maybe(Aspect::Next, "Next", process.next.as_deref());
        let address = format!("/processes/{}", process.slug);
        self.keep(entry, at, address.clone(), &process.source);
        for session in &page.sessions {
            self.session(session, &address);
        }
    }

    fn session(&mut self, session: &Session, address: &str) {
        let key = format!("{}/{}", session.process, session.name);
        let span = years(session.from, session.until, true);
        let at = self.subject(&key, SubjectKind::Session, &session.name, Some(&session.process), span);
        let mut entry = Entry::default();
        entry.line(&session.name).days(Aspect::Held, "", session.from, session.until);
        entry.maybe(Aspect::Place, "", session.place.as_deref()).maybe(Aspect::Outcome, "", session.outcome.as_deref());
        self.keep(entry, at, address.to_owned(), &session.source);
    }

    fn document(&mut self, facts: &DocumentFacts, called: &HashMap<String, String>) {
        let symbol = facts.symbol.as_str();
        let span = years(facts.date, facts.date, true);
        let at = self.subject(symbol, SubjectKind::Document, &facts.title, None, span);
        if facts.source.is_none() {
            return; // No pack speaks of it; its own words do.
        }
        let process = facts.process.as_ref().map(|slug| called.get(slug).unwrap_or(slug).as_str());
        let mut entry = Entry::default();
        entry.line(&facts.title).fact(Aspect::Symbol, "Symbol", symbol);
        entry.days(Aspect::Adopted, "Date", facts.date, None).fact(
            Aspect::Standing,
            "Standing",
            facts.standing.as_str(),
        );
        entry.maybe(Aspect::Issuer, "Issued by", facts.issuer.as_deref());
        entry.line(&process.map(|name| format!("Process: {name}")).unwrap_or_default());
        self.keep(entry, at, address_of(symbol), facts.source.as_deref().unwrap_or_default());
    }

    fn actors(&mut self, lines: Vec<plenum_store::actors::ActorLine>, names: Vec<(String, String, String)>) {
        // The names that are shown come before those by which questions may call it besides.
        let others: HashMap<String, Vec<String>> =
            names.iter().filter_map(|(slug, ..)| self.names.remove_entry(slug)).collect();
        for (slug, _, name) in names {
            self.names.entry(slug).or_default().push(name);
        }
        for (slug, names) in others {
            self.names.entry(slug).or_default().extend(names);
        }
        for line in lines {
            let kind = match line.kind.as_str() {
                "group" => SubjectKind::Group,
                "state" | "former-state" => SubjectKind::State,
                _ => SubjectKind::Actor,
            };
            self.subject(&line.slug, kind, &line.name, None, None);
        }
    }
}

pub(super) fn address_of(symbol: &str) -> String {
    plenum_model::Symbol::parse(symbol)
        .map_or_else(|_| "/library".into(), |symbol| crate::view::document_address(&symbol))
}
