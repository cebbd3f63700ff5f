//! Knowledge packs: readable files (TOML) with facts of real processes, each with its source.
//!
//! A pack is a folder with `pack.toml` and one file for each kind of row, each read by the module of the same name.
//! Every fault names file and line. The format is told in `packs/README.md`.
//!
//! To add a kind of row: a module here with the row as serde reads it and how it becomes a fact, a field of [`Pack`],
//! a line in [`read`].

mod actors;
mod documents;
mod norms;
mod processes;
mod reading;
mod sessions;

pub use reading::Fault;

use plenum_model::DocumentFacts;
use plenum_model::process::{Norm, Process, Session};
use plenum_store::actors::Actor;
use reading::{Sited, file, rows};
use serde::Deserialize;
use std::path::Path;

/// A pack, read and checked.
#[derive(Debug)]
pub struct Pack {
    /// Its name: the folder's.
    pub name: String,
    /// Its version, as written.
    pub version: String,
    /// Processes.
    pub processes: Vec<Process>,
    /// Sessions and other dated events.
    pub sessions: Vec<Session>,
    /// Documents, without their words.
    pub documents: Vec<DocumentFacts>,
    /// Norms as labels.
    pub norms: Vec<Norm>,
    /// Actors with the names by which texts call them.
    pub actors: Vec<Actor>,
}

/// Whether a folder is a pack.
pub fn is_pack(folder: &Path) -> bool {
    folder.join("pack.toml").is_file()
}

/// Reads and checks a pack.
///
/// Errors: every fault of every file, in order; nothing is loaded of a pack with a fault.
pub fn read(folder: &Path) -> Result<Pack, Vec<Fault>> {
    let mut faults = Vec::new();
    let head: Option<Head> = file(folder, "pack.toml", &mut faults);
    let processes = rows(folder, &processes::KIND, &mut faults);
    let sessions = rows(folder, &sessions::KIND, &mut faults);
    let documents = rows(folder, &documents::KIND, &mut faults);
    let norms = rows(folder, &norms::KIND, &mut faults);
    let actors = rows(folder, &actors::KIND, &mut faults);
    for orphan in sessions.iter().filter(|s| !processes.iter().any(|p| p.fact.slug == s.fact.process)) {
        let what =
            format!("the process \"{}\" of \"{}\" is not in processes.toml", orphan.fact.process, orphan.fact.name);
        faults.push(Fault { file: "sessions.toml".into(), line: orphan.line, what });
    }
    match head {
        Some(head) if faults.is_empty() => Ok(Pack {
            name: head.name,
            version: head.version,
            processes: facts(processes),
            sessions: facts(sessions),
            documents: facts(documents),
            norms: facts(norms),
            actors: facts(actors),
        }),
        _ => Err(faults),
    }
}

fn facts<T>(sited: Vec<Sited<T>>) -> Vec<T> {
    sited.into_iter().map(|one| one.fact).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    #[serde(rename = "format")]
    _format: u32,
    name: String,
    version: String,
    #[serde(rename = "title")]
    _title: String,
    #[serde(rename = "language")]
    _language: String,
    #[serde(rename = "note", default)]
    _note: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(file: &str, text: &str, expected: &str) {
        let folder = tempfile::tempdir().expect("a folder");
        let head = "format = 1\nname = \"t\"\nversion = \"1\"\ntitle = \"T\"\nlanguage = \"en\"\n";
        std::fs::write(folder.path().join("pack.toml"), head).expect("written");
        std::fs::write(folder.path().join(file), text).expect("written");
        let faults = read(folder.path()).expect_err("a fault");
        assert_eq!(faults[0].to_string(), expected);
    }

    #[test]
    fn every_fault_names_its_line() {
        check(
            "processes.toml",
            "[[process]]\nslug = \"A B\"\nname = \"N\"\nsummary = \"S\"\nsource = \"s\"\n",
            "processes.toml:2: \"A B\" is no slug: use lower-case letters, digits and single hyphens",
        );
        check(
            "norms.toml",
            "[[norm]]\nkey = \"a\"\nsymbol = \"A/1\"\nlabel = \"L\"\nsource = \"\"\n",
            "norms.toml:5: the source is empty: name the page that shows the fact",
        );
        check(
            "documents.toml",
            "[[document]]\nsymbol = \"A/1\"\ntitle = \"T\"\nkind = \"novel\"\nstanding = \"adopted\"\nsource = \"s\"\n",
            "documents.toml:4: \"novel\" is no kind of document",
        );
    }

    #[test]
    fn a_session_needs_its_process() {
        check(
            "sessions.toml",
            "[[session]]\nprocess = \"p\"\nname = \"N\"\nsource = \"s\"\n",
            "sessions.toml:1: the process \"p\" of \"N\" is not in processes.toml",
        );
    }

    #[test]
    fn our_own_packs_have_no_fault() {
        let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
        for folder in std::fs::read_dir(packs).expect("packs").flatten().map(|e| e.path()).filter(|p| is_pack(p)) {
            assert!(read(&folder).is_ok(), "{:?}", read(&folder).err());
        }
    }
}
