//! Knowledge packs: readable files (TOML) with facts of real processes, each with its source.
//!
//! A pack is a folder with `pack.toml` and any of `processes.toml`, `sessions.toml`, `documents.toml`, `norms.toml`, `actors.toml`.
//! Every error names file and line.

use plenum_model::process::{Norm, Process, Session, is_slug};
use plenum_model::{DocumentFacts, DocumentKind, PartialDate, Standing, Symbol};
use plenum_store::actors::Actor;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::path::Path;
use toml::Spanned;

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

/// What is wrong in a pack, with file and line.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{file}:{line}: {what}")]
pub struct Fault {
    /// The file's name.
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    /// What is wrong, and what would be right.
    pub what: String,
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
    let processes: Vec<Process> = rows(folder, "processes.toml", &mut faults, |f: ProcessFile| f.process, process);
    let sessions = rows(folder, "sessions.toml", &mut faults, |f: SessionFile| f.session, session);
    let documents = rows(folder, "documents.toml", &mut faults, |f: DocumentFile| f.document, document);
    let norms = rows(folder, "norms.toml", &mut faults, |f: NormFile| f.norm, norm);
    let actors = rows(folder, "actors.toml", &mut faults, |f: ActorFile| f.actor, actor);
    for orphan in sessions.iter().filter(|s| !processes.iter().any(|p| p.slug == s.process)) {
        let what = format!("the process \"{}\" of \"{}\" is not in processes.toml", orphan.process, orphan.name);
        faults.push(Fault { file: "sessions.toml".into(), line: 1, what });
    }
    match head {
        Some(head) if faults.is_empty() => {
            Ok(Pack { name: head.name, version: head.version, processes, sessions, documents, norms, actors })
        }
        _ => Err(faults),
    }
}

/// Reads one file of tables and turns each row into a fact; faults are gathered.
fn rows<F: DeserializeOwned + Default, R, T>(
    folder: &Path,
    name: &str,
    faults: &mut Vec<Fault>,
    list: fn(F) -> Vec<R>,
    convert: fn(R) -> Result<T, (usize, String)>,
) -> Vec<T> {
    let text = std::fs::read_to_string(folder.join(name)).unwrap_or_default();
    let read: F = if text.is_empty() { F::default() } else { file(folder, name, faults).unwrap_or_default() };
    let mut facts = Vec::new();
    for row in list(read) {
        match convert(row) {
            Ok(fact) => facts.push(fact),
            Err((at, what)) => faults.push(Fault { file: name.into(), line: line_of(&text, at), what }),
        }
    }
    facts
}

fn file<F: DeserializeOwned>(folder: &Path, name: &str, faults: &mut Vec<Fault>) -> Option<F> {
    let fault = |line, what: String| Fault { file: name.into(), line, what };
    let text = match std::fs::read_to_string(folder.join(name)) {
        Ok(text) => text,
        Err(error) => {
            faults.push(fault(1, format!("cannot be read: {error}")));
            return None;
        }
    };
    match toml::from_str(&text) {
        Ok(read) => Some(read),
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            faults.push(fault(line_of(&text, at), error.message().to_owned()));
            None
        }
    }
}

fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|b| **b == b'\n').count() + 1
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

macro_rules! table_file {
    ($file:ident, $field:ident, $row:ident) => {
        #[derive(Deserialize, Default)]
        #[serde(deny_unknown_fields, default)]
        struct $file {
            $field: Vec<$row>,
        }
    };
}
table_file!(ProcessFile, process, ProcessRow);
table_file!(SessionFile, session, SessionRow);
table_file!(DocumentFile, document, DocumentRow);
table_file!(NormFile, norm, NormRow);
table_file!(ActorFile, actor, ActorRow);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProcessRow {
    slug: Spanned<String>,
    name: String,
    summary: String,
    mandate: Option<Spanned<String>>,
    predecessor: Option<String>,
    decision_rule: Option<String>,
    chair: Option<String>,
    from: Option<Spanned<String>>,
    until: Option<Spanned<String>>,
    source: Spanned<String>,
    #[serde(default = "yes")]
    confirmed: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SessionRow {
    process: String,
    name: String,
    from: Option<Spanned<String>>,
    until: Option<Spanned<String>>,
    place: Option<String>,
    outcome: Option<String>,
    source: Spanned<String>,
    #[serde(default = "yes")]
    confirmed: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DocumentRow {
    symbol: Spanned<String>,
    title: String,
    kind: Spanned<String>,
    standing: Spanned<String>,
    process: Option<String>,
    date: Option<Spanned<String>>,
    issuer: Option<String>,
    meeting: Option<String>,
    actor: Option<String>,
    family: Option<String>,
    source: Spanned<String>,
    #[serde(default = "yes", rename = "confirmed")]
    _confirmed: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NormRow {
    key: String,
    symbol: Spanned<String>,
    label: String,
    source: Spanned<String>,
    #[serde(default = "yes")]
    confirmed: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ActorRow {
    slug: Spanned<String>,
    kind: Spanned<String>,
    name: String,
    #[serde(default)]
    names: Vec<String>,
    until: Option<Spanned<String>>,
}

fn yes() -> bool {
    true
}

type At<T> = Result<T, (usize, String)>;

fn process(row: ProcessRow) -> At<Process> {
    if !is_slug(row.slug.get_ref()) {
        let what = format!("\"{}\" is no slug: use lower-case letters, digits and single hyphens", row.slug.get_ref());
        return Err((row.slug.span().start, what));
    }
    Ok(Process {
        slug: row.slug.into_inner(),
        name: row.name,
        summary: row.summary,
        mandate: row.mandate.map(|m| symbol(&m)).transpose()?.map(|s| s.to_string()),
        predecessor: row.predecessor,
        decision_rule: row.decision_rule,
        chair: row.chair,
        from: date(row.from)?,
        until: date(row.until)?,
        source: sourced(row.source)?,
        is_confirmed: row.confirmed,
    })
}

fn session(row: SessionRow) -> At<Session> {
    let (from, until) = (date(row.from)?, date(row.until)?);
    if let (Some(from), Some(until)) = (from, until)
        && until.ordinal() < from.ordinal()
    {
        return Err((row.source.span().start, format!("\"{}\" ends ({until}) before it begins ({from})", row.name)));
    }
    Ok(Session {
        process: row.process,
        name: row.name,
        from,
        until,
        place: row.place,
        outcome: row.outcome,
        source: sourced(row.source)?,
        is_confirmed: row.confirmed,
    })
}

fn document(row: DocumentRow) -> At<DocumentFacts> {
    let unknown =
        |word: &Spanned<String>, what: &str| (word.span().start, format!("\"{}\" is no {what}", word.get_ref()));
    Ok(DocumentFacts {
        symbol: symbol(&row.symbol)?,
        title: row.title,
        kind: DocumentKind::parse(row.kind.get_ref()).ok_or_else(|| unknown(&row.kind, "kind of document"))?,
        standing: Standing::parse(row.standing.get_ref()).ok_or_else(|| unknown(&row.standing, "standing"))?,
        issuer: row.issuer,
        process: row.process,
        meeting: row.meeting,
        actor: row.actor,
        date: date(row.date)?,
        family: row.family,
        source: Some(sourced(row.source)?),
    })
}

fn norm(row: NormRow) -> At<Norm> {
    Ok(Norm {
        symbol: symbol(&row.symbol)?.to_string(),
        key: row.key,
        label: row.label,
        source: sourced(row.source)?,
        is_confirmed: row.confirmed,
    })
}

/// The kinds an actor can be of; a State with a last day is a former one.
const ACTOR_KINDS: [&str; 5] = ["state", "observer", "group", "organisation", "person"];

fn actor(row: ActorRow) -> At<Actor> {
    if !is_slug(row.slug.get_ref()) {
        return Err((row.slug.span().start, format!("\"{}\" is no slug", row.slug.get_ref())));
    }
    if !ACTOR_KINDS.contains(&row.kind.get_ref().as_str()) {
        return Err((row.kind.span().start, format!("\"{}\" is no kind of actor", row.kind.get_ref())));
    }
    let is_former = date(row.until)?.is_some() && row.kind.get_ref() == "state";
    let names = std::iter::once(row.name).chain(row.names).map(|name| ("en".to_owned(), name));
    Ok(Actor {
        slug: row.slug.into_inner(),
        kind: if is_former { "former-state".into() } else { row.kind.into_inner() },
        names: names.collect(),
        source: "ISO 3166-1; United Nations, Member States".into(),
    })
}

fn symbol(text: &Spanned<String>) -> At<Symbol> {
    Symbol::parse(text.get_ref()).map_err(|error| (text.span().start, error.to_string()))
}

fn date(text: Option<Spanned<String>>) -> At<Option<PartialDate>> {
    let parse =
        |t: Spanned<String>| PartialDate::parse(t.get_ref()).map_err(|error| (t.span().start, error.to_string()));
    text.map(parse).transpose()
}

fn sourced(text: Spanned<String>) -> At<String> {
    let at = text.span().start;
    let source = text.into_inner();
    if source.trim().is_empty() {
        Err((at, "the source is empty: name the page that shows the fact".into()))
    } else {
        Ok(source)
    }
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
