//! `plenum import TRANSCRIPT --process SLUG --meeting NAME`: one document, and the statements of a meeting in it.
//!
//! Every statement is unconfirmed until an editor confirms it; which actor speaks is a guess with a confidence.

use super::facts::Said;
use super::tally::Tally;
use super::{Authority, DocumentFacts, FileOrigin, New};
use crate::child;
use crate::home::{Home, now_ms};
use crate::outcome::WrongUsage;
use plenum_documents::transcript::Directory;
use plenum_model::document::DocumentKind;
use plenum_model::process::is_slug;
use plenum_model::statement::{Meeting, Mode, StatementKind, Transcript, Turn, count_words};
use plenum_model::{Paragraph, PartialDate, Standing, Symbol};
use plenum_store::Files;
use plenum_store::hash::ContentHash;
use plenum_store::keeping::Outcome;
use plenum_store::statements::{NewStatement, NewTranscript};

/// The meeting that a transcript is of, as the flags say it; `None` if no meeting is named.
///
/// Errors: a process is missing, or a flag holds what it cannot.
pub fn meeting(args: &crate::cli::Import) -> Result<Option<Meeting>, WrongUsage> {
    let Some(name) = &args.meeting else {
        let is_alone = args.transcript || args.session.is_some() || args.video.is_some() || args.date.is_some();
        return if is_alone {
            Err(WrongUsage("A transcript needs --meeting, the meeting's name.".into()))
        } else {
            Ok(None)
        };
    };
    let process = args.process.clone().filter(|slug| is_slug(slug));
    let process = process.ok_or_else(|| WrongUsage("A transcript needs --process, the process' slug.".into()))?;
    if name.trim().is_empty() || name.chars().count() > MOST_NAME {
        return Err(WrongUsage(format!("A meeting's name has 1 to {MOST_NAME} letters.")));
    }
    let date = args.date.as_deref().map(|text| {
        PartialDate::parse(text).map_err(|_| WrongUsage(format!("\"{text}\" is no date: write 2025-07-11.")))
    });
    let video = args.video.clone();
    if video.as_deref().is_some_and(|address| !address.starts_with("https://") && !address.starts_with("http://")) {
        return Err(WrongUsage("--video takes an address that begins with https://.".into()));
    }
    let mode = if args.informal { Mode::Informal } else { Mode::Formal };
    let name = name.trim().to_owned();
    Ok(Some(Meeting { process, session: args.session.clone(), name, mode, date: date.transpose()?, video }))
}

const MOST_NAME: usize = 120;
const SYMBOL_LETTERS: usize = 70; // With the process before it a symbol stays under its 120 bytes.

/// Keeps one transcript.
pub async fn keep(
    home: &Home,
    said: &Said,
    meeting: &Meeting,
    name: &str,
    bytes: Vec<u8>,
    tally: &mut Tally,
) -> anyhow::Result<()> {
    let transcript = match child::read_transcript(&bytes).await {
        Ok(transcript) => transcript,
        Err(refusal) => {
            tally.refuse(name, &refusal.to_string());
            return Ok(());
        }
    };
    let format = plenum_documents::recognise(&bytes).map_or("unknown", |f| f.as_str());
    let facts = facts(said, meeting, &transcript, name, format);
    let hash = ContentHash::of(&bytes);
    let file = FileOrigin { hash, bytes: bytes.len() as u64, name: name.to_owned(), format: format.to_owned() };
    home.files.put(bytes).await?;
    let mut reading = transcript.reading.clone();
    reading.language = said.language.clone().unwrap_or(reading.language);
    let new = New { facts, authority: Authority::Importer, file, reading };
    let kept = home.store.keep(new, "import", now_ms(), &plenum_documents::comparison::compare).await?;
    tally.count(&kept);
    if kept.outcome == Outcome::Beside {
        tally.refuse(name, "a better format of this transcript is held; its statements stay as they are.");
        return Ok(());
    }
    let directory = directory(home).await?;
    let statements =
        transcript.turns.iter().map(|turn| statement(turn, &transcript, &directory, meeting.mode)).collect();
    let new = NewTranscript {
        meeting: meeting.clone(),
        symbol: kept.symbol,
        tag: kept.tag,
        statements,
        moments: transcript.moments,
    };
    match home.store.keep_statements(&new, now_ms()).await? {
        Some(kept) => tally.statements(kept),
        None => tally.refuse(name, "the text held was read otherwise; its statements stay as they are."),
    }
    Ok(())
}

/// The actors that are kept, with their names.
async fn directory(home: &Home) -> anyhow::Result<Directory> {
    let (lines, names) = (home.store.actors("en").await?, home.store.actor_names().await?);
    let of = |slug: &str| names.iter().filter(|(own, ..)| own == slug).map(|(_, _, name)| name.as_str()).collect();
    Ok(Directory::new(lines.iter().map(|line| (line.slug.as_str(), line.kind.contains("group"), of(&line.slug)))))
}

fn facts(said: &Said, meeting: &Meeting, transcript: &Transcript, name: &str, format: &str) -> DocumentFacts {
    let symbol = said.symbol.clone().unwrap_or_else(|| symbol(meeting));
    // Captions are written by machines unless somebody says otherwise.
    let usual = if matches!(format, "webvtt" | "srt") { Standing::Machine } else { Standing::Statement };
    DocumentFacts {
        kind: DocumentKind::Statement,
        standing: said.standing.unwrap_or(usual),
        process: Some(meeting.process.clone()),
        meeting: Some(
            meeting.session.as_ref().map_or(meeting.name.clone(), |session| format!("{session}, {}", meeting.name)),
        ),
        date: meeting.date.or(transcript.reading.date),
        source: Some(name.to_owned()),
        ..DocumentFacts::from_symbol(symbol, meeting.name.clone())
    }
}

/// `transcript/oewg-2021-2025/third-meeting`: the same process and meeting are the same document.
fn symbol(meeting: &Meeting) -> Symbol {
    let mut slug = String::new();
    for c in meeting.name.to_lowercase().chars() {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            c if c.is_alphanumeric() => slug.push_str(&format!("{:x}", c as u32)),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    let slug: String = slug.chars().take(SYMBOL_LETTERS).collect();
    let slug = Some(slug.trim_matches('-')).filter(|slug| !slug.is_empty() && *slug != "p").unwrap_or("meeting");
    let process: String = meeting.process.chars().take(36).collect();
    // Letters, digits and hyphens in three parts of which none is "p" always parse.
    Symbol::parse(&format!("transcript/{}/{slug}", process.trim_end_matches('-'))).expect("slugs are a symbol")
}

/// A turn with what is taken for its actor.
fn statement(turn: &Turn, transcript: &Transcript, directory: &Directory, mode: Mode) -> NewStatement {
    let paragraphs: &[Paragraph] = &transcript.reading.paragraphs[turn.first..=turn.last];
    let text = paragraphs.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join(" ");
    // Whoever chairs speaks for the body, not for the State that sent them.
    let speaker = if turn.kind == StatementKind::Chair { None } else { directory.speaker(&turn.speaker, &text) };
    let permille = |confidence: f32| (confidence.clamp(0.0, 1.0) * 1000.0) as u16;
    NewStatement {
        printed: turn.speaker.clone(),
        printed_group: turn.on_behalf.clone(),
        range: (turn.first, turn.last),
        moment: turn.moment,
        words: count_words(&text),
        actor: speaker.map(|found| (found.actor, permille(found.confidence))),
        speaks_for: turn.on_behalf.as_deref().and_then(|group| directory.group(group)).map(|found| found.actor),
        kind: turn.kind,
        mode,
    }
}
