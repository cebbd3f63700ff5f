//! Checks between the rows of a pack: what a row names must be there, and a name is given once.

use super::reading::{Fault, Sited};
use plenum_model::Symbol;
use plenum_model::calendar::Event;
use plenum_model::claim::{Claim, Property};
use plenum_model::knowledge::{Instrument, Issue};
use plenum_model::process::{Process, Session};
use plenum_store::actors::Actor;
use std::collections::BTreeSet;

/// The rows that name each other.
pub(super) struct Rows<'a> {
    pub(super) actors: &'a [Actor],
    pub(super) processes: &'a [Sited<Process>],
    pub(super) sessions: &'a [Sited<Session>],
    pub(super) deadlines: &'a [Sited<Event>],
    pub(super) instruments: &'a [Sited<Instrument>],
    pub(super) issues: &'a [Sited<Issue>],
    pub(super) properties: &'a [Sited<Property>],
    pub(super) claims: &'a [Sited<Claim>],
}

/// Gathers what does not fit together.
pub(super) fn between(rows: &Rows<'_>, faults: &mut Vec<Fault>) {
    let fault = |file: &str, line: usize, what: String| Fault { file: file.into(), line, what };
    let processes: BTreeSet<&str> = rows.processes.iter().map(|p| p.fact.slug.as_str()).collect();
    for one in rows.sessions.iter().filter(|s| !processes.contains(s.fact.process.as_str())) {
        let what = format!("the process \"{}\" of \"{}\" is not in processes.toml", one.fact.process, one.fact.name);
        faults.push(fault("sessions.toml", one.line, what));
    }
    let mut deadlines = BTreeSet::new();
    for one in rows.deadlines {
        if !processes.contains(one.fact.process.as_str()) {
            let what =
                format!("the process \"{}\" of \"{}\" is not in processes.toml", one.fact.process, one.fact.name);
            faults.push(fault("deadlines.toml", one.line, what));
        }
        if !deadlines.insert((one.fact.process.as_str(), one.fact.uid.as_str())) {
            faults.push(fault("deadlines.toml", one.line, format!("\"{}\" is named twice", one.fact.name)));
        }
    }
    for one in rows.processes {
        if let Some(before) = one.fact.predecessor.as_deref().filter(|slug| !processes.contains(slug)) {
            let what = format!("the predecessor \"{before}\" of \"{}\" is not in processes.toml", one.fact.slug);
            faults.push(fault("processes.toml", one.line, what));
        }
    }
    let mut issues = BTreeSet::new();
    for one in rows.issues {
        if !issues.insert((one.fact.slug.as_str(), one.fact.entered_for.as_deref())) {
            faults.push(fault("issues.toml", one.line, format!("\"{}\" is named twice", one.fact.slug)));
        }
        for unknown in one.fact.processes.iter().filter(|slug| !processes.contains(slug.as_str())) {
            let what = format!("the process \"{unknown}\" of \"{}\" is not in processes.toml", one.fact.slug);
            faults.push(fault("issues.toml", one.line, what));
        }
    }
    let slugs = rows.processes.iter().map(|p| (p.fact.slug.as_str(), "processes.toml", p.line));
    let slugs = slugs.chain(rows.instruments.iter().map(|i| (i.fact.slug.as_str(), "instruments.toml", i.line)));
    // One name space: claims name processes and instruments alike.
    let mut subjects = BTreeSet::new();
    for (slug, file, line) in slugs {
        if !subjects.insert(slug) {
            faults.push(fault(file, line, format!("\"{slug}\" is named twice")));
        }
    }
    // A group that took a State's slug would take its place, names and all.
    let mut actors = BTreeSet::new();
    for actor in rows.actors.iter().filter(|actor| !actors.insert(actor.slug.as_str())) {
        let file = if actor.kind == "group" { "groups.toml" } else { "actors.toml" };
        faults.push(fault(file, 1, format!("the actor \"{}\" is named twice in this pack", actor.slug)));
    }
    subjects.extend(actors);
    claims(rows, &subjects, faults);
}

fn claims(rows: &Rows<'_>, subjects: &BTreeSet<&str>, faults: &mut Vec<Fault>) {
    let fault = |line: usize, what: String| Fault { file: super::claims::FILE.into(), line, what };
    let is_symbol = |text: &str| text.contains('/') && Symbol::parse(text).is_ok();
    for one in rows.properties {
        let subject = one.fact.subject.as_str();
        if !subjects.contains(subject) && !is_symbol(subject) {
            let what = format!("\"{subject}\" is no process, no instrument, no actor and no document's symbol");
            faults.push(fault(one.line, what));
        }
    }
    let known: BTreeSet<(&str, &str)> =
        rows.properties.iter().map(|p| (p.fact.subject.as_str(), p.fact.key.as_str())).collect();
    let issues: BTreeSet<&str> = rows.issues.iter().map(|issue| issue.fact.slug.as_str()).collect();
    let mut keys = BTreeSet::new();
    for one in rows.claims {
        let (subject, property) = (one.fact.subject.as_str(), one.fact.property.as_str());
        if !known.contains(&(subject, property)) {
            let what = format!("no [[property]] says what \"{property}\" of \"{subject}\" is");
            faults.push(fault(one.line, what));
        }
        if let Some(issue) = one.fact.issue.as_deref().filter(|issue| !issues.contains(issue)) {
            let what = format!("the issue \"{issue}\" of \"{}\" is not in issues.toml", one.fact.key);
            faults.push(fault(one.line, what));
        }
        if !keys.insert(one.fact.key.as_str()) {
            faults.push(fault(one.line, format!("the key \"{}\" is given twice", one.fact.key)));
        }
    }
}
