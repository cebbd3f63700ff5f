//! `plenum evaluate digest`: how long an edition takes for each of many subscribers, every one with another selection.

use super::corpus::Scratch;
use crate::cli;
use crate::config::Config;
use crate::home::Home;
use crate::import;
use anyhow::{Context, Result, bail};
use plenum_model::digest::{Kind, Sentence, State};
use plenum_pages::digest_mail::{Mail, as_mail_html, as_mail_text};
use plenum_web::digest::{self, Asking};
use serde_json::{Value, json};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::time::Instant;

const FROM: &str = "2024-12-01";
const UNTIL: &str = "2025-02-28";

/// What was measured.
pub struct Report {
    subscribers: usize,
    different: usize,
    processes: usize,
    sentences: usize,
    gather_ms: f64,
    compose_ms: f64,
    mail_ms: f64,
    mail_bytes: usize,
}

/// Imports the packs into a folder of its own, gathers the facts of three months once, and composes for each subscriber.
pub async fn run(subscribers: usize, packs: &Path) -> Result<Report> {
    let scratch = Scratch::new("digest")?;
    let data = scratch.path().to_owned();
    let database = data.join("plenum.sqlite").to_string_lossy().into_owned();
    let home = Home::open(Config { data, database }).await?;
    let entries = std::fs::read_dir(packs).with_context(|| format!("{} cannot be read", packs.display()))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.retain(|path| crate::pack::is_pack(path));
    if paths.is_empty() {
        bail!("{} holds no pack", packs.display());
    }
    import::run(&home, &cli::Import { paths, ..cli::Import::default() }, false).await?;
    let span = digest::span(FROM, UNTIL).expect("two days in order");
    let words = plenum_pages::Words::of("en");
    let started = Instant::now();
    let gathered = digest::gather(&home.store, None, span, words).await?;
    let gather_ms = ms_since(started);
    let slugs: Vec<String> = gathered.all().iter().map(|one| one.slug.clone()).collect();
    let mut issues: Vec<String> =
        gathered.all().iter().flat_map(|one| one.issues.iter().map(|issue| issue.slug.clone())).collect();
    issues.sort_unstable();
    issues.dedup();
    let askings: Vec<Asking> = (0..subscribers).map(|n| selection(n, &slugs, &issues, span)).collect();
    let different: HashSet<String> =
        askings.iter().map(|one| format!("{:?} {:?}", one.processes, one.issues)).collect();
    let started = Instant::now();
    let editions = askings.iter().map(|asking| digest::compose(&gathered, asking)).collect::<Result<Vec<_>, _>>()?;
    let compose_ms = ms_since(started);
    let is_uncited = |sentence: &Sentence| sentence.citations().is_empty();
    if editions.iter().flat_map(|one| &one.sentences).any(is_uncited) {
        bail!("a sentence cites nothing");
    }
    let started = Instant::now();
    let mail_bytes = editions.iter().map(|edition| {
        let (page, origin) = ("/digests/1", "https://plenum.example");
        let mail = Mail { edition, state: State::Published, page, origin, links: &[] };
        as_mail_html(&mail).len() + as_mail_text(&mail).len()
    });
    let mail_bytes = mail_bytes.sum();
    let mail_ms = ms_since(started);
    home.store.close().await;
    Ok(Report {
        subscribers,
        different: different.len(),
        processes: slugs.len(),
        sentences: editions.iter().map(|one| one.sentences.len()).sum(),
        gather_ms,
        compose_ms,
        mail_ms,
        mail_bytes,
    })
}

/// One to five processes and some of the issues, chosen by the subscriber's number alone: the same on every machine.
fn selection(n: usize, slugs: &[String], issues: &[String], span: plenum_model::digest::Span) -> Asking {
    let count = 1 + n % 5;
    // Steps that share no factor with the number of processes visit all of them.
    let step = (1 + n / slugs.len()..).find(|step| greatest_common(*step, slugs.len()) == 1).unwrap_or(1);
    let processes = (0..count).map(|k| slugs[(n + k * step) % slugs.len()].clone()).collect();
    let is_chosen = |place: &usize| (n / 7) >> (place % 12) & 1 == 0;
    let issues = issues.iter().enumerate().filter(|(place, _)| is_chosen(place)).map(|(_, slug)| slug.clone());
    let kind = Kind::ALL[n % Kind::ALL.len()];
    Asking { processes, issues: issues.collect(), kind, span, language: "en".into() }
}

fn greatest_common(a: usize, b: usize) -> usize {
    if b == 0 { a } else { greatest_common(b, a % b) }
}

fn ms_since(started: Instant) -> f64 {
    started.elapsed().as_secs_f64() * 1000.0
}

impl Report {
    /// A Markdown table.
    pub fn markdown(&self) -> String {
        let each = |ms: f64| ms / self.subscribers.max(1) as f64;
        format!(
            "| Digests, {FROM} to {UNTIL} | figure |\n|---|---:|\n\
             | subscribers; different selections | {}; {} |\n\
             | processes gathered; sentences composed | {}; {} |\n\
             | gathering the facts, once | {:.1} ms |\n\
             | composing all editions; one | {:.1} ms; {:.3} ms |\n\
             | writing all as mail, HTML and text; one | {:.1} ms; {:.3} ms |\n\
             | bytes of mail | {} |\n\
             | all together | {:.1} ms |\n",
            self.subscribers,
            self.different,
            self.processes,
            self.sentences,
            self.gather_ms,
            self.compose_ms,
            each(self.compose_ms),
            self.mail_ms,
            each(self.mail_ms),
            self.mail_bytes,
            self.gather_ms + self.compose_ms + self.mail_ms,
        )
    }

    /// The same as JSON.
    pub fn json(&self) -> Value {
        json!({
            "subscribers": self.subscribers,
            "different": self.different,
            "processes": self.processes,
            "sentences": self.sentences,
            "gather_ms": self.gather_ms,
            "compose_ms": self.compose_ms,
            "mail_ms": self.mail_ms,
            "mail_bytes": self.mail_bytes,
        })
    }
}
