//! Knowledge packs: readable files (TOML) with facts of real processes, each with its source.
//!
//! A pack is a folder with `pack.toml` and one file for each kind of row, each read and written by the module of the same
//! name. Every fault names file and line. The format is told in `packs/README.md`.
//!
//! To add a kind of row: a module here with the row as serde reads it, how it becomes a fact and how a fact becomes a row;
//! a field of what a pack tells (`plenum_store::packs::PackFacts`), a line in [`read`] and one in [`write`]. Checks between
//! rows are in `checks`.

mod actors;
mod checks;
mod claims;
mod crosswalks;
mod deadlines;
mod documents;
mod glossary;
mod groups;
mod instruments;
mod issues;
mod names;
mod norms;
mod processes;
mod reading;
mod sessions;
#[cfg(test)]
mod tests;

pub use reading::Fault;

use plenum_store::packs::{PackFacts, PackHead};
use plenum_store::processes::Knowledge;
use reading::{Sited, rows};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// The format that this program reads and writes.
const FORMAT: u32 = 1;

/// Whether a folder is a pack.
pub fn is_pack(folder: &Path) -> bool {
    folder.join("pack.toml").is_file()
}

/// Reads and checks a pack.
///
/// Errors: every fault of every file, in order; nothing is loaded of a pack with a fault.
pub fn read(folder: &Path) -> Result<PackFacts, Vec<Fault>> {
    let mut faults = Vec::new();
    let head: Option<Head> = reading::file(folder, "pack.toml", &mut faults);
    let processes = rows(folder, &processes::KIND, &mut faults);
    let sessions = rows(folder, &sessions::KIND, &mut faults);
    let deadlines = rows(folder, &deadlines::KIND, &mut faults);
    let instruments = rows(folder, &instruments::KIND, &mut faults);
    let issues = rows(folder, &issues::KIND, &mut faults);
    let crosswalks = rows(folder, &crosswalks::KIND, &mut faults);
    let before = faults.len();
    let properties = rows(folder, &claims::PROPERTIES, &mut faults);
    // Both lists stand in one file: what is wrong with the file is told once.
    let is_read = faults.len() == before;
    let claims = if is_read { rows(folder, &claims::CLAIMS, &mut faults) } else { Vec::new() };
    let mut actors = facts(rows(folder, &actors::KIND, &mut faults));
    let mut memberships = Vec::new();
    for (group, members) in facts(rows(folder, &groups::KIND, &mut faults)) {
        actors.push(group);
        memberships.extend(members);
    }
    let between = checks::Rows {
        actors: &actors,
        processes: &processes,
        sessions: &sessions,
        deadlines: &deadlines,
        instruments: &instruments,
        issues: &issues,
        properties: &properties,
        claims: &claims,
    };
    checks::between(&between, &mut faults);
    let mut knowledge = Knowledge {
        processes: facts(processes),
        sessions: facts(sessions),
        deadlines: facts(deadlines),
        norms: facts(rows(folder, &norms::KIND, &mut faults)),
        instruments: facts(instruments),
        terms: facts(rows(folder, &glossary::KIND, &mut faults)),
        issues: facts(issues),
        crosswalks: facts(crosswalks),
        properties: facts(properties),
        claims: facts(claims),
        names: facts(rows(folder, &names::KIND, &mut faults)),
        ..Knowledge::default()
    };
    let documents = facts(rows(folder, &documents::KIND, &mut faults));
    let Some(head) = head.filter(|_| faults.is_empty()) else { return Err(faults) };
    knowledge.pack.clone_from(&head.name);
    knowledge.by = format!("pack {} {}", head.name, head.version);
    Ok(PackFacts { head: head.into_facts(), knowledge, documents, actors, memberships })
}

/// Writes a pack into a folder, one file for each kind of row that it has.
///
/// Errors: the folder cannot be made or written to.
pub fn write(pack: &PackFacts, folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    reading::write_text(folder, "pack.toml", &Head::of(&pack.head))?;
    let told = &pack.knowledge;
    reading::write(folder, &processes::KIND, &told.processes)?;
    reading::write(folder, &sessions::KIND, &told.sessions)?;
    reading::write(folder, &deadlines::KIND, &told.deadlines)?;
    reading::write(folder, &documents::KIND, &pack.documents)?;
    reading::write(folder, &norms::KIND, &told.norms)?;
    reading::write(folder, &instruments::KIND, &told.instruments)?;
    reading::write(folder, &glossary::KIND, &told.terms)?;
    reading::write(folder, &issues::KIND, &told.issues)?;
    reading::write(folder, &crosswalks::KIND, &told.crosswalks)?;
    reading::write(folder, &names::KIND, &told.names)?;
    if !told.properties.is_empty() || !told.claims.is_empty() {
        reading::write_text(folder, claims::FILE, &claims::file(&told.properties, &told.claims))?;
    }
    let members = |slug: &str| pack.memberships.iter().filter(|one| one.group == slug).cloned().collect::<Vec<_>>();
    let (groups, actors): (Vec<_>, Vec<_>) =
        pack.actors.iter().cloned().partition(|one| one.kind == "group" || !members(&one.slug).is_empty());
    reading::write(folder, &actors::KIND, &actors)?;
    let groups: Vec<groups::Group> = groups.into_iter().map(|one| (one.clone(), members(&one.slug))).collect();
    reading::write(folder, &groups::KIND, &groups)
}

fn facts<T>(sited: Vec<Sited<T>>) -> Vec<T> {
    sited.into_iter().map(|one| one.fact).collect()
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Head {
    format: u32,
    name: String,
    version: String,
    title: String,
    language: String,
    #[serde(default)]
    note: String,
}

impl Head {
    fn into_facts(self) -> PackHead {
        let Self { name, version, title, language, note, .. } = self;
        PackHead { name, version, title, language, note }
    }

    fn of(head: &PackHead) -> Self {
        let PackHead { name, version, title, language, note } = head.clone();
        Self { format: FORMAT, name, version, title, language, note }
    }
}
