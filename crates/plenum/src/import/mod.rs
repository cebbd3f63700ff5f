//! `plenum import`: what is brought becomes documents. Safe to interrupt and to repeat.
//!
//! A thread walks the files ([`sources`]) and hands out items; here each is read in a limited child, completed with what is
//! known of it ([`facts`]), and kept in one transaction. Nothing is said to be kept before that transaction is committed.

pub mod events;
pub mod facts;
pub mod packs;
pub mod progress;
pub mod records;
pub mod roll_calls;
pub mod sources;
pub(crate) mod tally;
pub mod transcripts;

use crate::child::{self, Parcel};
use crate::home::{Home, now_ms};
use crate::outcome::{Outcome, WrongUsage};
use anyhow::Context;
use facts::Said;
use plenum_model::statement::Meeting;
use plenum_model::vote::RollCall;
use plenum_model::{DocumentFacts, Language, Reading, Standing, Symbol};
use plenum_store::Files;
use plenum_store::facts::Authority;
use plenum_store::hash::ContentHash;
use plenum_store::keeping::{FileOrigin, Kept, New};
use progress::Progress;
use sources::{Item, Source};
use tally::Tally;
use tokio::sync::mpsc;

const RECORDS_A_COMMIT: usize = 200; // Fast enough by batch, and few enough to lose when interrupted.
const ITEMS_AHEAD: usize = 4; // Bytes of so many files wait in memory at most.

/// Imports everything named; the summary goes to standard error, or as JSON to standard output.
pub async fn run(home: &Home, args: &crate::cli::Import, as_json: bool) -> anyhow::Result<Outcome> {
    let said = understand(args)?;
    let meeting = transcripts::meeting(args)?;
    let mut tally = Tally::default();
    let (packs, paths): (Vec<_>, Vec<_>) = args.paths.iter().cloned().partition(|p| crate::pack::is_pack(p));
    for folder in packs {
        packs::load(home, &folder, &mut tally).await?;
    }
    let (tables, paths): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| roll_calls::tables::is_here(path));
    for folder in &tables {
        let mut voters = roll_calls::Voters::of(&home.store).await?;
        roll_calls::tables::keep(home, folder, &mut voters, &mut tally).await?;
    }
    let files = sources::list(&paths).map_err(|error| WrongUsage(format!("{error:#}")))?;
    if said.symbol.is_some() && files.len() != 1 {
        return Err(WrongUsage("--symbol names one document: give it with one file.".into()).into());
    }
    if meeting.is_some() && files.len() != 1 {
        return Err(WrongUsage("--meeting names one meeting: give it with one file.".into()).into());
    }
    keep_files(home, &said, meeting.as_ref(), files, &mut tally).await?;
    home.store.settle().await?;
    tally.print(as_json);
    home.store.tie_claims().await?;
    follow(home).await?;
    Ok(tally.outcome())
}

fn understand(args: &crate::cli::Import) -> Result<Said, WrongUsage> {
    let standing = args.standing.as_deref().map(|word| {
        Standing::parse(word).ok_or_else(|| {
            let words: Vec<&str> = Standing::ALL.iter().map(|s| s.as_str()).collect();
            WrongUsage(format!("\"{word}\" is no standing: use one of {}.", words.join(", ")))
        })
    });
    let symbol = args.symbol.as_deref().map(|text| Symbol::parse(text).map_err(|e| WrongUsage(format!("{e}."))));
    let language = args.language.as_deref().map(|tag| Language::parse(tag).map_err(|e| WrongUsage(format!("{e}."))));
    Ok(Said {
        process: args.process.clone(),
        standing: standing.transpose()?,
        symbol: symbol.transpose()?,
        language: language.transpose()?,
    })
}

/// What the walking thread sends: an item, and how many bytes of all files lie behind it.
type Walked = (Item, u64);

fn walk(files: Vec<Source>) -> (mpsc::Receiver<Walked>, u64) {
    let sizes: Vec<u64> = files.iter().map(|f| std::fs::metadata(&f.path).map_or(0, |m| m.len())).collect();
    let total = sizes.iter().sum();
    let (send, receive) = mpsc::channel(ITEMS_AHEAD);
    std::thread::spawn(move || {
        let mut behind = 0;
        for (file, size) in files.iter().zip(sizes) {
            let at = std::cell::Cell::new(behind);
            let walked = sources::each(file, &mut |read| at.set(behind + read), &mut |item| {
                send.blocking_send((item, at.get())).context("nobody listens any more")
            });
            if walked.is_err() {
                return; // The import has stopped; it says why.
            }
            behind += size;
        }
    });
    (receive, total)
}

async fn keep_files(
    home: &Home,
    said: &Said,
    meeting: Option<&Meeting>,
    files: Vec<Source>,
    tally: &mut Tally,
) -> anyhow::Result<()> {
    let (mut items, total) = walk(files);
    let mut progress = Progress::begin("Importing", "documents", total);
    let mut records = Vec::new();
    let mut votes = Ballot::default();
    while let Some((item, behind)) = items.recv().await {
        progress.at(behind, tally.documents());
        match (item, meeting) {
            (Item::Refused { name, why }, _) => tally.refuse(&name, &why),
            (Item::File { name, bytes }, Some(meeting)) => {
                transcripts::keep(home, said, meeting, &name, bytes, tally).await?
            }
            (Item::File { name, bytes }, None) => keep_file(home, said, name, bytes, tally).await?,
            (Item::Record { name, line, bytes }, _) if roll_calls::is_roll_call(&bytes) => {
                votes.take(home, &format!("{name}, line {line}"), &bytes, tally).await?;
            }
            (Item::Record { name, line, bytes }, _) => match record(home, said, &name, line, bytes).await? {
                Ok(new) => records.push(new),
                Err(why) => tally.refuse(&format!("{name}, line {line}"), &why),
            },
        }
        if records.len() >= RECORDS_A_COMMIT {
            keep_all(home, std::mem::take(&mut records), tally).await?;
        }
    }
    keep_all(home, records, tally).await?;
    votes.keep(home, tally).await?;
    progress.clear();
    Ok(())
}

/// Roll calls of record sets, gathered for one commit.
#[derive(Default)]
struct Ballot {
    voters: Option<roll_calls::Voters>,
    calls: Vec<(RollCall, i64)>,
    place: i64,
}

impl Ballot {
    /// Reads one line; keeps what has been gathered when there is enough of it.
    async fn take(&mut self, home: &Home, place: &str, bytes: &[u8], tally: &mut Tally) -> anyhow::Result<()> {
        let mut voters = match self.voters.take() {
            Some(voters) => voters,
            None => roll_calls::Voters::of(&home.store).await?,
        };
        match roll_calls::read(bytes, place, &mut voters) {
            Ok(call) => self.calls.push((call, self.place)),
            Err(why) => tally.refuse(place, &why),
        }
        self.voters = Some(voters);
        self.place += 1;
        if self.calls.len() >= RECORDS_A_COMMIT { self.keep(home, tally).await } else { Ok(()) }
    }

    async fn keep(&mut self, home: &Home, tally: &mut Tally) -> anyhow::Result<()> {
        if !self.calls.is_empty() {
            tally.roll_calls(home.store.put_roll_calls(&std::mem::take(&mut self.calls), now_ms()).await?);
        }
        for trouble in self.voters.iter_mut().flat_map(roll_calls::Voters::troubles) {
            tally.trouble("roll calls", &trouble);
        }
        Ok(())
    }
}

async fn keep_file(home: &Home, said: &Said, name: String, bytes: Vec<u8>, tally: &mut Tally) -> anyhow::Result<()> {
    let hash = ContentHash::of(&bytes);
    let made = home.store.made_of(hash).await?;
    if !made.is_empty() && said.symbol.is_none() {
        tally.unchanged += made.len() as u64;
        return Ok(());
    }
    let readings = match child::parcel(&bytes).await {
        Ok(Parcel::Readings(readings)) => readings,
        Ok(Parcel::Calendar(calendar)) => return events::keep(home, said, &name, calendar, tally).await,
        Ok(Parcel::Feed(feed)) => return events::keep_news(home, said, &name, feed, tally).await,
        Err(refusal) => {
            tally.refuse(&name, &refusal.to_string());
            return Ok(());
        }
    };
    let format = plenum_documents::recognise(&bytes).map_or("unknown", |f| f.as_str()).to_owned();
    let file = FileOrigin { hash, bytes: bytes.len() as u64, name: name.clone(), format };
    home.files.put(bytes).await?;
    for (nth, reading) in readings.into_iter().enumerate() {
        if reading.paragraphs.is_empty() {
            let why = reading
                .troubles
                .first()
                .map_or_else(|| "no words were found in it.".to_owned(), |t| format!("{} {}", t.what, t.remedy));
            tally.refuse(&name, &why);
            continue;
        }
        let new = described(home, said, reading, &name, nth, file.clone()).await?;
        keep_all(home, vec![new], tally).await?;
    }
    Ok(())
}

/// A reading with its facts: what was said, what a pack or an earlier import knows, what the reading shows.
async fn described(
    home: &Home,
    said: &Said,
    mut reading: Reading,
    name: &str,
    nth: usize,
    file: FileOrigin,
) -> anyhow::Result<New> {
    let symbol = facts::symbol(said, &reading, name, nth);
    let known = home.store.document(&symbol).await?.map(|line| (line.document.facts, line.languages));
    if let Some(language) = &said.language {
        reading.language = language.clone();
    }
    let facts = facts::complete(said, known, &reading, symbol, (name, &file.format));
    let was_said = said.process.is_some() || said.standing.is_some() || said.symbol.is_some();
    Ok(New { facts, authority: if was_said { Authority::Importer } else { Authority::Reading }, file, reading })
}

/// A record as something to keep; the inner error says why it was refused.
async fn record(
    home: &Home,
    said: &Said,
    name: &str,
    line: usize,
    bytes: Vec<u8>,
) -> anyhow::Result<Result<New, String>> {
    let record = match records::read(&bytes) {
        Ok(record) => record,
        Err(why) => return Ok(Err(why)),
    };
    let mut reading = match plenum_documents::text::read(record.text.as_bytes()) {
        Ok(reading) => reading,
        Err(error) => return Ok(Err(error.to_string())),
    };
    let mut facts = record.facts;
    facts.process = said.process.clone().or(facts.process);
    facts.standing = said.standing.unwrap_or(facts.standing);
    facts.source = facts.source.or_else(|| Some(format!("{name}, line {line}")));
    reading.title.clone_from(&facts.title);
    reading.language = said.language.clone().or(record.language).unwrap_or(reading.language);
    let hash = ContentHash::of(&bytes);
    let file = FileOrigin { hash, bytes: bytes.len() as u64, name: format!("{name}:{line}"), format: "record".into() };
    home.files.put(bytes).await?;
    Ok(Ok(New { facts, authority: Authority::Importer, file, reading }))
}

async fn keep_all(home: &Home, new: Vec<New>, tally: &mut Tally) -> anyhow::Result<()> {
    if new.is_empty() {
        return Ok(());
    }
    let kept: Vec<Kept> = home.store.keep_many(new, "import", now_ms(), &plenum_documents::comparison::compare).await?;
    for one in kept {
        tally.count(&one);
    }
    Ok(())
}

/// Brings the index up to date, unless a server does so.
async fn follow(home: &Home) -> anyhow::Result<()> {
    let index = std::sync::Arc::new(home.open_index(None)?);
    let changes = u64::try_from(home.store.last_change().await? - index.upto()).unwrap_or(0);
    let progress = Progress::begin("Indexing", "paragraphs", changes);
    crate::indexing::catch_up(&home.store, &index, Some(progress)).await?;
    Ok(())
}
