//! Roll calls in tables: `roll_calls.csv`, `votes.csv`, `issues.csv`, each plain or packed (`.zst`), in one folder.
//!
//! The columns are those of the public data set of the General Assembly's votes: `rcid`, `session`, `date`, `unres`,
//! `amend`, `para`, `short`, `descr`; `rcid`, `country`, `country_code`, `vote`; `rcid`, `issue`. Its days often differ
//! from those of the records (the month does not), so dates are kept to the month.

use super::Voters;
use super::csv::Table;
use crate::home::{Home, now_ms};
use crate::import::progress::Progress;
use crate::import::tally::Tally;
use anyhow::Context;
use plenum_model::PartialDate;
use plenum_model::vote::{RollCall, RollCallFacts, Vote, VotedOn};
use std::cell::Cell;
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;

const CALLS: &str = "roll_calls.csv";
const VOTES: &str = "votes.csv";
const ISSUES: &str = "issues.csv";
const CALLS_A_COMMIT: usize = 500;
const WINDOW_LOG: u32 = 31; // As for other packed files.
const TITLE_LETTERS: usize = 90;
const LAST_ROMAN_SESSION: u32 = 30; // Up to it the source's numbers are no symbols of resolutions.

/// Whether a folder holds such tables.
pub fn is_here(folder: &Path) -> bool {
    [CALLS, VOTES].iter().all(|name| find(folder, name).is_some())
}

fn find(folder: &Path, name: &str) -> Option<PathBuf> {
    let packed = folder.join(format!("{name}.zst"));
    [folder.join(name), packed].into_iter().find(|path| path.is_file())
}

/// A file that says how far it has been read, packed or not.
struct Followed {
    file: File,
    read: Rc<Cell<u64>>,
}

impl Read for Followed {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let many = self.file.read(into)?;
        self.read.set(self.read.get() + many as u64);
        Ok(many)
    }
}

/// A table, how long its file is, and how far it has been read.
struct Opened {
    table: Table<Box<dyn BufRead>>,
    bytes: u64,
    read: Rc<Cell<u64>>,
}

fn open(folder: &Path, name: &str) -> anyhow::Result<Option<Opened>> {
    let Some(path) = find(folder, name) else { return Ok(None) };
    let file = File::open(&path).with_context(|| format!("{} cannot be opened", path.display()))?;
    let (bytes, read) = (file.metadata()?.len(), Rc::new(Cell::new(0)));
    let file = Followed { file, read: Rc::clone(&read) };
    let lines: Box<dyn BufRead> = if path.extension().is_some_and(|ending| ending == "zst") {
        let mut decoder = zstd::stream::read::Decoder::new(file)?;
        decoder.window_log_max(WINDOW_LOG)?;
        Box::new(BufReader::with_capacity(1 << 20, decoder))
    } else {
        Box::new(BufReader::with_capacity(1 << 20, file))
    };
    let table = Table::open(lines).with_context(|| format!("{} cannot be read", path.display()))?;
    Ok(Some(Opened { table, bytes, read }))
}

/// Keeps every roll call of a folder's tables.
pub async fn keep(home: &Home, folder: &Path, voters: &mut Voters, tally: &mut Tally) -> anyhow::Result<()> {
    let name = folder.file_name().map_or_else(|| folder.display().to_string(), |n| n.to_string_lossy().into_owned());
    let source = format!("record set {name}");
    let mut calls = calls(folder, &source, tally)?;
    issues(folder, &mut calls)?;
    votes(folder, &mut calls, voters, tally)?;
    calls.list.sort_by_key(|(call, place)| (call.facts.date.map(PartialDate::ordinal), *place));
    let mut progress = Progress::begin("Keeping", "roll calls", calls.list.len() as u64);
    let mut done = 0;
    for part in calls.list.chunks(CALLS_A_COMMIT) {
        tally.roll_calls(home.store.put_roll_calls(part, now_ms()).await?);
        done += part.len() as u64;
        progress.at(done, done);
    }
    progress.clear();
    for trouble in voters.troubles() {
        tally.trouble(&format!("{name}/{VOTES}"), &trouble);
    }
    Ok(())
}

/// The roll calls with their places in the file, found by the source's own ids.
struct Calls {
    list: Vec<(RollCall, i64)>,
    places: HashMap<String, usize>,
}

fn calls(folder: &Path, source: &str, tally: &mut Tally) -> anyhow::Result<Calls> {
    let mut calls = Calls { list: Vec::new(), places: HashMap::new() };
    let Some(Opened { mut table, .. }) = open(folder, CALLS)? else { return Ok(calls) };
    anyhow::ensure!(table.has("rcid"), "{CALLS} has no column rcid");
    while table.step()? {
        match facts(&table, source) {
            Ok(facts) if !calls.places.contains_key(table.get("rcid")) => {
                calls.places.insert(table.get("rcid").to_owned(), calls.list.len());
                let call = RollCall { facts, votes: Vec::new(), unplaced: Vec::new(), changes: Vec::new() };
                let place = i64::try_from(calls.list.len())?;
                calls.list.push((call, place));
            }
            Ok(_) => tally.refuse(&format!("{CALLS}, line {}", table.line), "its rcid stands there twice."),
            Err(why) => tally.refuse(&format!("{CALLS}, line {}", table.line), &why),
        }
    }
    Ok(calls)
}

fn facts<R: BufRead>(table: &Table<R>, source: &str) -> Result<RollCallFacts, String> {
    let rcid = table.get("rcid");
    if rcid.is_empty() || !rcid.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Err(format!("\"{rcid}\" is no id: letters and digits only."));
    }
    let date = table.get("date");
    let date = PartialDate::parse(date).map_err(|error| format!("{error}."))?;
    let on = match (table.get("amend"), table.get("para")) {
        ("1", _) => VotedOn::Amendment,
        (_, "1") => VotedOn::Paragraph,
        _ => VotedOn::Whole,
    };
    let question = table.get("descr");
    let symbol = symbol(table.get("unres"));
    let title = Some(table.get("short")).filter(|short| !short.is_empty()).or(symbol.as_deref());
    Ok(RollCallFacts {
        id: format!("unga-{}", rcid.to_ascii_lowercase()),
        body: "General Assembly".into(),
        session: session(table.get("unres"), table.get("session")),
        on,
        title: title.map_or_else(|| beginning(question), str::to_owned),
        symbol,
        question: question.to_owned(),
        date: PartialDate::new(date.year(), date.month(), None),
        process: None,
        decision_rule: None,
        is_adopted: None,
        issues: Vec::new(),
        source: source.to_owned(),
    })
}

/// `38`; of an emergency special session `ES-5`, which the table counts with the regular one of its year.
fn session(unres: &str, session: &str) -> Option<String> {
    let emergency = unres.strip_prefix("ESS/").and_then(|rest| rest.split('/').next());
    let regular = session.split('.').next().filter(|number| !number.is_empty());
    emergency.map(|number| format!("ES-{number}")).or_else(|| regular.map(str::to_owned))
}

/// `A/RES/38/36C` of `R/38/36C`; older and other references as they are written, since they are no symbols of ours.
fn symbol(unres: &str) -> Option<String> {
    if unres.is_empty() {
        return None;
    }
    let parts: Vec<&str> = unres.split('/').collect();
    let session = parts.get(1).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
    match parts.as_slice() {
        ["R", _, number] if session > LAST_ROMAN_SESSION && number.starts_with(|c: char| c.is_ascii_digit()) => {
            Some(format!("A/RES/{session}/{number}"))
        }
        _ => Some(unres.to_owned()),
    }
}

fn beginning(text: &str) -> String {
    let cut = text.char_indices().nth(TITLE_LETTERS).map(|(at, _)| at);
    match cut.and_then(|at| text[..at].rfind(' ')) {
        Some(space) => format!("{}…", &text[..space]),
        None => text.to_owned(),
    }
}

fn issues(folder: &Path, calls: &mut Calls) -> anyhow::Result<()> {
    let Some(Opened { mut table, .. }) = open(folder, ISSUES)? else { return Ok(()) };
    while table.step()? {
        let Some(place) = calls.places.get(table.get("rcid")) else { continue };
        let issue = table.get("issue").replace('|', "/");
        let issues = &mut calls.list[*place].0.facts.issues;
        if !issue.is_empty() && !issues.contains(&issue) {
            issues.push(issue);
        }
    }
    Ok(())
}

fn votes(folder: &Path, calls: &mut Calls, voters: &mut Voters, tally: &mut Tally) -> anyhow::Result<()> {
    let Some(Opened { mut table, bytes, read: behind }) = open(folder, VOTES)? else { return Ok(()) };
    anyhow::ensure!(table.has("rcid") && table.has("vote"), "{VOTES} lacks a column rcid or vote");
    let mut progress = Progress::begin("Reading", "votes", bytes);
    let mut read = 0;
    while table.step()? {
        read += 1;
        progress.at(behind.get(), read);
        let place = || format!("{VOTES}, line {}", table.line);
        let Some(call) = calls.places.get(table.get("rcid")) else {
            tally.refuse(&place(), &format!("no roll call has the rcid \"{}\".", table.get("rcid")));
            continue;
        };
        let Some(vote) = Vote::parse(table.get("vote")) else {
            tally.refuse(&place(), &format!("\"{}\" is no vote.", table.get("vote")));
            continue;
        };
        voters.place(&mut calls.list[*call].0, (table.get("country_code"), table.get("country")), vote);
    }
    progress.clear();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_become_symbols_only_where_they_are_some() {
        let told = |unres| symbol(unres).unwrap_or_default();
        assert_eq!([told("R/38/36C"), told("R/66/24"), told("R/1/66")], ["A/RES/38/36C", "A/RES/66/24", "R/1/66"]);
        assert_eq!([told("ESS/5/86"), told("")], ["ESS/5/86", ""]);
        assert_eq!(session("ESS/5/86", "22.0").as_deref(), Some("ES-5"));
        assert_eq!(session("R/38/36C", "38.0").as_deref(), Some("38"));
    }
}
