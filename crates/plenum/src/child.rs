//! Reads a file in a child process under limits, so that a crash, a loop or a bomb costs one document and no more.
//!
//! Parent: [`read`] starts this same program with the verb `read-limited`, writes the bytes, reads JSON back.
//! Child: [`run_limited`] limits itself before it looks at the first byte.

mod parcel;

use crate::transcript_json;
use anyhow::Context;
use plenum_documents::{Format, ReadError};
use plenum_model::Reading;
use plenum_model::calendar::CalendarReading;
use plenum_model::news::FeedReading;
use plenum_model::statement::Transcript;
use plenum_web::reading_json;
use rustix::process::{Resource, Rlimit, setrlimit};
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::process::Stdio;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

/// Why a file was not read: what happened, and what to do about it.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
#[error("{what} {remedy}")]
pub struct Refusal {
    /// Where the cause lies.
    pub cause: Cause,
    /// One sentence.
    pub what: String,
    /// One sentence.
    pub remedy: String,
    /// The key of both sentences in the word lists of the pages.
    pub key: String,
}

/// Where the cause of a refusal lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The reader looked at the file and says what is wrong with it.
    File,
    /// Reading went over a limit of time or memory, or crashed, and was stopped.
    Limit,
    /// A fault of this program or its machine.
    Fault,
}

const MEMORY_BYTES: u64 = 512 << 20; // The bar that every hostile file is held to.
const SECONDS: u64 = 10; // The same, of processor time and of the clock.
const ANSWER_BYTES: u64 = 256 << 20; // No reading of a file within limits comes near; a runaway child does.

/// What a file holds.
pub enum Parcel {
    /// Documents.
    Readings(Vec<Reading>),
    /// Events.
    Calendar(CalendarReading),
    /// News.
    Feed(FeedReading),
}

/// Reads a document's file in a limited child.
///
/// In: the whole file. Out: its readings, in order. Errors: [`Refusal`], for the person who brought the file.
pub async fn read(bytes: &[u8]) -> Result<Vec<Reading>, Refusal> {
    match parcel(bytes).await? {
        Parcel::Readings(readings) => Ok(readings),
        Parcel::Calendar(_) | Parcel::Feed(_) => Err(Refusal {
            cause: Cause::File,
            what: "The file is a calendar or a feed, not a document.".into(),
            remedy: "Bring it with `plenum import FILE --process SLUG`.".into(),
            key: String::new(),
        }),
    }
}

/// Reads a file of any kind in a limited child.
///
/// In: the whole file. Out: what it holds. Errors: [`Refusal`], for the person who brought the file.
pub async fn parcel(bytes: &[u8]) -> Result<Parcel, Refusal> {
    understand(&talk(bytes, &[]).await?)
}

/// Reads a transcript in a limited child.
pub async fn read_transcript(bytes: &[u8]) -> Result<Transcript, Refusal> {
    let answer = parse(&talk(bytes, &["--as-transcript"]).await?)?;
    transcript_json::from_json(&answer["transcript"]).map_err(|error| internal(&error.to_string()))
}

/// Gives a child the bytes; out comes its answer.
async fn talk(bytes: &[u8], arguments: &[&str]) -> Result<Vec<u8>, Refusal> {
    let mut child = start(arguments).map_err(|error| internal(&error.to_string()))?;
    let mut input = child.stdin.take().expect("stdin was asked for");
    let output = child.stdout.take().expect("stdout was asked for");
    let feed = async {
        // A child that refuses early closes its input: its answer says why, the broken pipe does not.
        if let Err(error) = input.write_all(bytes).await {
            tracing::debug!("the reading child stopped listening: {error}");
        }
        drop(input);
    };
    let listen = async {
        let mut answer = Vec::new();
        output.take(ANSWER_BYTES).read_to_end(&mut answer).await.map(|_| answer)
    };
    let talk = async {
        let ((), answer) = tokio::join!(feed, listen);
        Ok::<_, std::io::Error>((answer?, child.wait().await?))
    };
    match tokio::time::timeout(Duration::from_secs(SECONDS), talk).await {
        Err(_) => Err(too_slow()), // Dropping the child kills it (`kill_on_drop`).
        Ok(Err(error)) => Err(internal(&error.to_string())),
        Ok(Ok((answer, status))) if status.success() => Ok(answer),
        Ok(Ok((_, status))) => Err(died(status)),
    }
}

fn start(arguments: &[&str]) -> anyhow::Result<tokio::process::Child> {
    let program = std::env::current_exe().context("this program's own file cannot be found")?;
    let mut command = tokio::process::Command::new(program);
    command
        .arg("read-limited")
        .args(arguments)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command.kill_on_drop(true).spawn().context("the reading child cannot be started")
}

/// The child's whole life: limit itself, read standard input, write one JSON value.
pub fn run_limited(as_transcript: bool) -> anyhow::Result<()> {
    let limit = |resource, most| setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    limit(Resource::As, MEMORY_BYTES).context("memory cannot be limited")?;
    limit(Resource::Cpu, SECONDS).context("processor time cannot be limited")?;
    limit(Resource::Core, 0).context("core files cannot be turned off")?;
    limit(Resource::Fsize, 0).context("writing of files cannot be turned off")?;
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    let read = if as_transcript {
        plenum_documents::transcript::read(&bytes).map(|read| json!({ "transcript": transcript_json::to_json(&read) }))
    } else {
        opened(&bytes).map(|parcel| match parcel {
            Parcel::Readings(readings) => {
                json!({ "readings": readings.iter().map(reading_json::to_json).collect::<Vec<_>>() })
            }
            Parcel::Calendar(reading) => json!({ "calendar": parcel::of_calendar(&reading) }),
            Parcel::Feed(reading) => json!({ "feed": parcel::of_feed(&reading) }),
        })
    };
    let answer = match read {
        Ok(answer) => answer,
        Err(error) => json!({ "refusal": { "what": error.to_string(), "try": error.remedy(), "key": error.key() } }),
    };
    let mut out = std::io::stdout().lock();
    serde_json::to_writer(&mut out, &answer)?;
    out.flush()?;
    Ok(())
}

fn opened(bytes: &[u8]) -> Result<Parcel, ReadError> {
    match plenum_documents::recognise(bytes)? {
        Format::Calendar => plenum_documents::calendar::read(bytes).map(Parcel::Calendar),
        Format::Feed => plenum_documents::feeds::read(bytes).map(Parcel::Feed),
        _ => plenum_documents::read(bytes).map(Parcel::Readings),
    }
}

fn understand(answer: &[u8]) -> Result<Parcel, Refusal> {
    let answer = parse(answer)?;
    let strange = || internal("a calendar or feed of another shape in the child's answer");
    if let Some(calendar) = answer.get("calendar") {
        return parcel::calendar(calendar).map(Parcel::Calendar).ok_or_else(strange);
    }
    if let Some(feed) = answer.get("feed") {
        return parcel::feed(feed).map(Parcel::Feed).ok_or_else(strange);
    }
    let readings = answer["readings"].as_array().ok_or_else(|| internal("no readings in the child's answer"))?;
    let readings = readings.iter().map(|value| reading_json::from_json(value).map_err(|e| internal(&e.to_string())));
    readings.collect::<Result<_, _>>().map(Parcel::Readings)
}

/// The child's answer, unless it is a refusal.
fn parse(answer: &[u8]) -> Result<Value, Refusal> {
    let answer: Value = serde_json::from_slice(answer).map_err(|error| internal(&error.to_string()))?;
    if let Some(refusal) = answer.get("refusal") {
        let words = |key: &str| refusal[key].as_str().unwrap_or_default().to_owned();
        return Err(Refusal { cause: Cause::File, what: words("what"), remedy: words("try"), key: words("key") });
    }
    Ok(answer)
}

fn died(status: std::process::ExitStatus) -> Refusal {
    use std::os::unix::process::ExitStatusExt;
    const SIGNAL_CPU: i32 = 24;
    const SIGNAL_KILL: i32 = 9; // What follows SIGXCPU at the hard limit.
    match status.signal() {
        Some(SIGNAL_CPU | SIGNAL_KILL) => too_slow(),
        _ => Refusal {
            cause: Cause::Limit,
            what: format!("The file could not be read within {} MB of memory, or is damaged.", MEMORY_BYTES >> 20),
            remedy: "Save it anew with the program it was made with, split it, or bring another format of it.".into(),
            key: "refusal-too-much-memory".into(),
        },
    }
}

fn too_slow() -> Refusal {
    Refusal {
        cause: Cause::Limit,
        what: format!("Reading the file took longer than {SECONDS} seconds, so it was stopped."),
        remedy: "Split the file, or bring another format of it (DOCX is read fastest).".into(),
        key: "refusal-too-slow".into(),
    }
}

fn internal(detail: &str) -> Refusal {
    tracing::error!("reading a file in a child failed: {detail}");
    Refusal {
        cause: Cause::Fault,
        what: "The file could not be read because of a fault here.".into(),
        remedy: "Try again; if it stays so, the log says more.".into(),
        key: "refusal-fault".into(),
    }
}
