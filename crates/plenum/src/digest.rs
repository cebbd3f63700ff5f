//! `plenum digest`: composes an edition from the record and prints it; with `--keep` a person edits it at the desk.

use crate::cli;
use crate::config::Config;
use crate::home::{Home, now_ms};
use crate::outcome::{Outcome, WrongUsage};
use plenum_model::PartialDate;
use plenum_model::claim::folded;
use plenum_model::digest::{Edition, Kind, State};
use plenum_model::language::UN_SIX;
use plenum_pages::digest_mail::{Mail, as_mail_text};
use plenum_store::Store;
use plenum_web::digest::{self, Asking, Gathered, NotComposed};

/// Composes one edition. Exit status 1 where the record shows nothing of these processes in these days.
pub async fn run(config: Config, args: &cli::Digest, as_json: bool) -> anyhow::Result<Outcome> {
    let home = Home::open(config).await?;
    let (from, until) = match &args.session {
        Some(name) => days_of(&home.store, &args.process, name).await?,
        None => (args.from.clone().unwrap_or_default(), args.to.clone().unwrap_or_default()),
    };
    let asking = understand(args, &from, &until)?;
    let words = plenum_pages::Words::of(&asking.language);
    let gathered = digest::gather(&home.store, Some(&asking.processes), asking.span, words).await?;
    let edition = digest::compose(&gathered, &asking).map_err(|error| match error {
        NotComposed::Store(error) => anyhow::Error::from(error),
        wrong => WrongUsage(format!("{wrong}.")).into(),
    })?;
    let kept = match args.keep {
        true => Some(home.store.keep_digest(&edition, "the command line", now_ms()).await?),
        false => None,
    };
    if as_json {
        println!("{}", digest::to_json(&edition, kept));
    } else {
        print!("{}", as_text(&edition, kept, &args.origin));
    }
    if let Some(id) = kept {
        eprintln!("Kept as a draft; edit it at /desk/digests/{id}.");
    }
    Ok(if has_facts(&gathered) { Outcome::Done } else { Outcome::Partly })
}

/// The first and the last day of a session, as the record has them.
async fn days_of(store: &Store, processes: &[String], name: &str) -> anyhow::Result<(String, String)> {
    for slug in processes {
        let sessions = store.process(slug).await?.map(|page| page.sessions).unwrap_or_default();
        let Some(session) = sessions.iter().find(|session| folded(&session.name) == folded(name)) else { continue };
        let day = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
        return Ok((day(session.from.or(session.until)), day(session.until.or(session.from))));
    }
    let what = format!("No session of {} is called \"{name}\": the process' page names them.", processes.join(", "));
    Err(WrongUsage(what).into())
}

fn understand(args: &cli::Digest, from: &str, until: &str) -> Result<Asking, WrongUsage> {
    let span = digest::span(from, until)
        .ok_or_else(|| WrongUsage(format!("\"{from}\" and \"{until}\" are no two days in order: write 2024-12-01.")))?;
    let kind = Kind::parse(&args.kind)
        .ok_or_else(|| WrongUsage(format!("\"{}\" is no kind: weekly, session, quarterly.", args.kind)))?;
    if !UN_SIX.contains(&args.language.as_str()) {
        return Err(WrongUsage(format!("\"{}\" is none of the six languages: ar, zh, en, fr, ru, es.", args.language)));
    }
    let (processes, issues, language) = (args.process.clone(), args.issue.clone(), args.language.clone());
    Ok(Asking { processes, issues, kind, span, language })
}

fn as_text(edition: &Edition, kept: Option<i64>, origin: &str) -> String {
    let page = kept.map_or_else(|| String::from("/digests"), |id| format!("/digests/{id}"));
    as_mail_text(&Mail { edition, state: State::Draft, page: &page, origin, links: &[] })
}

/// Whether anything dated within the days is held.
fn has_facts(gathered: &Gathered) -> bool {
    gathered.all().iter().any(|one| {
        let has_positions = one.issues.iter().any(|issue| !issue.positions.is_empty());
        let is_empty = one.documents.is_empty()
            && one.sessions.is_empty()
            && one.votes.is_empty()
            && one.claims.is_empty()
            && one.meetings.is_empty();
        !is_empty || has_positions
    })
}
