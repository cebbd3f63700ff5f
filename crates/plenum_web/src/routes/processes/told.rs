//! All that is told of one process, gathered; and how its parts are drawn. Conversion only.

use super::issues;
use crate::fault::Fault;
use crate::view;
use plenum_model::knowledge::{Crosswalk, Instrument};
use plenum_model::process::{Norm, Process, Session};
use plenum_model::{PartialDate, Symbol};
use plenum_pages::Words;
use plenum_pages::handover::Life;
use plenum_pages::parts::Choice;
use plenum_pages::process::{CrosswalkTable, Label, LabelSet};
use plenum_pages::timeline::{Event, Timeline};
use plenum_store::Store;
use plenum_store::claims::Ledger;
use plenum_store::documents::List;
use plenum_store::processes::{ProcessLine, ProcessPage};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// What the page of a process shows.
pub(crate) struct Told {
    pub(crate) page: ProcessPage,
    pub(crate) documents: List,
    pub(crate) ledgers: Vec<Ledger>,
    pub(crate) instruments: Vec<Instrument>,
    pub(crate) issues: Vec<issues::Told>,
    pub(crate) crosswalks: Vec<Crosswalk>,
    /// Processes of the same family.
    pub(crate) neighbours: Vec<ProcessLine>,
}

impl Told {
    /// Gathers it; `page` and `documents` are read already.
    pub(crate) async fn of(store: &Store, page: ProcessPage, documents: List) -> Result<Self, Fault> {
        let own = page.line.process.slug.clone();
        let (ledgers, instruments, crosswalks, others) =
            tokio::try_join!(store.ledgers(&own), store.instruments(), store.crosswalks(), store.processes())?;
        let processes: Vec<Process> = others.iter().map(|line| line.process.clone()).collect();
        let issues = issues::of(store, &own, &processes, &instruments).await?;
        let family = page.line.process.family.clone();
        let is_near = |one: &ProcessLine| one.process.slug != own && family.is_some() && one.process.family == family;
        let names = |slugs: &[String]| slugs.contains(&own);
        Ok(Self {
            ledgers,
            instruments: instruments.into_iter().filter(|one| one.process.as_ref() == Some(&own)).collect(),
            issues,
            crosswalks: crosswalks.into_iter().filter(|one| names(&one.processes)).collect(),
            neighbours: others.into_iter().filter(is_near).collect(),
            page,
            documents,
        })
    }
}

/// A process as the drawing of families shows it.
pub(crate) fn life(process: &Process) -> Life<'_> {
    Life {
        slug: Cow::Borrowed(&process.slug),
        name: Cow::Borrowed(&process.name),
        family: Cow::Borrowed(process.family.as_deref().unwrap_or_default()),
        from: process.from,
        until: process.until,
        predecessor: process.predecessor.as_deref().map(Cow::Borrowed),
    }
}

/// The sessions on a line of time, all or those of one year.
pub(crate) fn timeline<'a>(
    sessions: &'a [Session],
    slug: &str,
    year: Option<u16>,
    words: &'static Words,
) -> Timeline<'a> {
    let of = |session: &Session| session.from.or(session.until).map(PartialDate::year);
    let all: BTreeSet<u16> = sessions.iter().filter_map(of).collect();
    let year = year.filter(|year| all.contains(year));
    let choice = |one: Option<u16>| Choice {
        address: Cow::Owned(match one {
            Some(year) => format!("/processes/{slug}?year={year}"),
            None => format!("/processes/{slug}"),
        }),
        words: Cow::Owned(match one.and_then(|year| PartialDate::new(year, None, None)) {
            Some(year) => words.date(year),
            None => words.say("all-years").to_owned(),
        }),
        is_current: one == year,
    };
    let years = std::iter::once(choice(None)).chain(all.iter().map(|one| choice(Some(*one)))).collect();
    let shown = sessions.iter().filter(|session| year.is_none() || of(session) == year);
    Timeline::of(shown.map(event).collect(), year, years, words)
}

fn event(session: &Session) -> Event<'_> {
    Event {
        name: Cow::Borrowed(&session.name),
        from: session.from,
        until: session.until.or(session.from), // Without a last day it lasted one; only a process goes on.
        place: session.place.as_deref().map(Cow::Borrowed),
        outcome: session.outcome.as_deref().map(Cow::Borrowed),
        documents: session.documents.iter().map(|symbol| view::by_symbol(symbol)).collect(),
        sources: view::sources(&session.source),
        is_confirmed: session.is_confirmed,
    }
}

/// Labels by their sets: norms, measures, principles.
pub(crate) fn labels(norms: &[Norm]) -> Vec<LabelSet<'_>> {
    let mut sets: Vec<LabelSet<'_>> = Vec::new();
    for norm in norms {
        let address = Symbol::parse(&norm.symbol)
            .map_or_else(|_| String::from("/library"), |symbol| view::document_address(&symbol));
        let label = Label {
            key: Cow::Borrowed(&norm.key),
            label: Cow::Borrowed(&norm.label),
            address: Cow::Owned(address),
            is_confirmed: norm.is_confirmed,
        };
        match sets.iter_mut().find(|set| set.set == norm.set) {
            Some(set) => set.labels.push(label),
            None => sets.push(LabelSet { set: Cow::Borrowed(&norm.set), labels: vec![label] }),
        }
    }
    sets
}

/// A cross-walk as a table; columns in the order in which rows first name them, numbers by their size.
pub(crate) fn crosswalk(crosswalk: &Crosswalk) -> CrosswalkTable<'_> {
    let mut columns: Vec<&str> = Vec::new();
    for column in crosswalk.links.iter().flat_map(|(_, columns)| columns) {
        if !columns.contains(&column.as_str()) {
            columns.push(column);
        }
    }
    if columns.iter().all(|column| column.parse::<u32>().is_ok()) {
        columns.sort_by_key(|column| column.parse::<u32>().unwrap_or(0));
    }
    let line = |(label, linked): &'_ (String, Vec<String>)| {
        let cells = columns.iter().map(|column| linked.iter().any(|one| one == column)).collect();
        (Cow::Owned(label.clone()), cells)
    };
    CrosswalkTable {
        title: Cow::Borrowed(&crosswalk.title),
        rows: Cow::Borrowed(&crosswalk.rows),
        columns_name: Cow::Borrowed(&crosswalk.columns),
        lines: crosswalk.links.iter().map(line).collect(),
        columns: columns.into_iter().map(Cow::Borrowed).collect(),
        note: crosswalk.note.as_deref().map(Cow::Borrowed),
        sources: view::sources(&crosswalk.source),
        is_confirmed: crosswalk.is_confirmed,
    }
}
