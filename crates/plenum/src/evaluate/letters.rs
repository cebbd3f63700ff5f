//! `plenum evaluate letters`: how long it takes to make the letters of many subscribers.
//!
//! The worst morning there is: everybody follows four things, and the whole library came in since yesterday.

use super::corpus::Scratch;
use crate::cli;
use crate::config::Config;
use crate::home::Home;
use crate::{import, indexing, letters};
use anyhow::{Context, Result};
use plenum_model::subscription::{MailAddress, Rhythm, Topic};
use plenum_store::Store;
use plenum_store::subscriptions::{NewSubscription, TokenOf};
use plenum_web::letters::LetterKey;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

/// What was measured.
pub struct Report {
    subscribers: usize,
    subscriptions: usize,
    letters: u64,
    made_ms: f64,
    nothing_new_ms: f64,
}

const START_MS: i64 = 1_700_000_000_000;
const DAYS_LATER_MS: i64 = 2 * 24 * 60 * 60 * 1000;
const PHRASES: [&str; 12] = [
    "points of contact",
    "point of contact",
    "norms of responsible State behaviour",
    "international law",
    "confidence-building measures",
    "capacity-building",
    "critical infrastructure",
    "by consensus",
    "the Secretary-General",
    "Member States",
    "harbour",
    "register",
];
const LANGUAGES: [&str; 6] = ["en", "fr", "es", "ru", "ar", "zh"];

/// Subscribes many readers to an empty library, fills it, and makes their letters.
pub async fn run(subscribers: usize, packs: &Path, documents: &Path) -> Result<Report> {
    let scratch = Scratch::new("letters")?;
    let data = scratch.path().to_owned();
    let database = data.join("plenum.sqlite").to_string_lossy().into_owned();
    let home = Home::open(Config { data, database }).await?;
    let topics = topics(packs)?;
    let mut subscriptions = 0;
    for number in 0..subscribers {
        subscriptions += subscribe(&home.store, number, &topics).await?;
    }
    let mut paths: Vec<PathBuf> = std::fs::read_dir(packs)?.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.retain(|path| crate::pack::is_pack(path));
    paths.push(documents.to_owned());
    import::run(&home, &cli::Import { paths, ..cli::Import::default() }, false).await?;
    let index = Arc::new(home.open_index(None)?);
    indexing::catch_up(&home.store, &index, None).await?;
    let now_ms = crate::home::now_ms() + DAYS_LATER_MS;
    let started = Instant::now();
    let letters = letters::compose(&home.store, &index, "http://plenum.test", now_ms).await?;
    let made_ms = started.elapsed().as_secs_f64() * 1000.0;
    let started = Instant::now();
    letters::compose(&home.store, &index, "http://plenum.test", now_ms + DAYS_LATER_MS).await?;
    let nothing_new_ms = started.elapsed().as_secs_f64() * 1000.0;
    home.store.close().await;
    Ok(Report { subscribers, subscriptions, letters, made_ms, nothing_new_ms })
}

/// What can be followed: every process, every actor, and phrases.
fn topics(packs: &Path) -> Result<[Vec<Topic>; 3]> {
    let (mut processes, mut actors) = (Vec::new(), Vec::new());
    for entry in std::fs::read_dir(packs)?.flatten().filter(|entry| crate::pack::is_pack(&entry.path())) {
        let facts = crate::pack::read(&entry.path());
        let facts = facts.map_err(|faults| anyhow::anyhow!("{}", faults[0]))?;
        processes.extend(facts.knowledge.processes.iter().map(|one| Topic::Process(one.slug.clone())));
        actors.extend(facts.actors.iter().map(|one| Topic::Actor(one.slug.clone())));
    }
    let phrases = PHRASES.iter().filter_map(|words| Topic::parse("phrase", words)).collect();
    Ok([processes, actors, phrases])
}

/// One reader: a process, an actor, two phrases. Gives how many subscriptions that made.
async fn subscribe(store: &Store, number: usize, topics: &[Vec<Topic>; 3]) -> Result<usize> {
    let address = MailAddress::parse(&format!("reader{number}@mission.test")).context("a plain address")?;
    let [processes, actors, phrases] = topics;
    let chosen = [
        processes.get(number % processes.len().max(1)),
        actors.get(number % actors.len().max(1)),
        phrases.get(number % phrases.len()),
        phrases.get((number / phrases.len() + 1 + number) % phrases.len()),
    ];
    let key = LetterKey::of("an evaluation");
    let mut made = std::collections::BTreeSet::new();
    for topic in chosen.into_iter().flatten() {
        let new = NewSubscription {
            address: address.clone(),
            topic: topic.clone(),
            rhythm: Rhythm::Daily,
            language: LANGUAGES[number % LANGUAGES.len()].to_owned(),
        };
        let asked = store.subscribe(&new, &|of| key.hash(of), START_MS).await?;
        let hash = key.hash(TokenOf::Subscription(asked.subscription.id, asked.subscription.created_at_ms));
        store.confirm_subscription(&hash, START_MS).await?;
        made.insert(asked.subscription.id);
    }
    Ok(made.len())
}

impl Report {
    /// A Markdown table.
    pub fn markdown(&self) -> String {
        format!(
            "| Letters | figure |\n|---|---:|\n| subscribers; what they follow | {}; {} |\n| letters made and queued | {} |\n| making and queueing all of them | {:.0} ms |\n| one letter, mean | {:.2} ms |\n| the next day, nothing new | {:.0} ms |\n",
            self.subscribers,
            self.subscriptions,
            self.letters,
            self.made_ms,
            self.made_ms / (self.letters.max(1) as f64),
            self.nothing_new_ms,
        )
    }

    /// The same as JSON.
    pub fn json(&self) -> Value {
        json!({ "subscribers": self.subscribers, "subscriptions": self.subscriptions, "letters": self.letters,
            "made_ms": self.made_ms, "nothing_new_ms": self.nothing_new_ms })
    }
}
