//! What is new for a reader becomes a letter: one for everything that she is due to hear of.
//!
//! What is new of a topic is the same for all who were told up to the same mark, so it is found once and kept while
//! letters are made.

mod findings;

use super::{topics, written};
use crate::names::Known;
use findings::Looking;
use plenum_model::subscription::Topic;
use plenum_pages::Words;
use plenum_pages::letter::{self, Letter, Section};
use plenum_pages::parts::Quoted;
use plenum_search::{Index, SearchError};
use plenum_store::subscriptions::{Mark, NewLetter, Subscriber, Subscription};
use plenum_store::{Store, StoreError};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// What younger than this is left for the next letter: an import says its time when it begins, and ends later.
const SETTLED_MS: i64 = 10 * 60 * 1000;

/// Why letters could not be made.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    /// The store could not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The index could not answer.
    #[error(transparent)]
    Search(#[from] SearchError),
    /// A search was broken off.
    #[error("a search was broken off: {0}")]
    BrokenOff(#[from] tokio::task::JoinError),
    /// The index does not yet have everything that the store has; try again in a moment.
    #[error("the index is behind the record")]
    Behind,
    /// A letter could not be written.
    #[error("a letter could not be written: {0}")]
    Page(String),
}

/// The making of letters at one moment.
pub struct Composing<'a> {
    store: &'a Store,
    index: &'a Arc<Index>,
    origin: &'a str,
    until: Mark,
    /// The names, by language.
    known: HashMap<&'static str, Arc<Known>>,
    /// What is new, by topic, by what was told before, and by language.
    sections: HashMap<(Topic, Mark, &'static str), Option<Section<'static>>>,
    /// The symbols of the documents that changed since a change.
    symbols: HashMap<i64, Arc<Vec<String>>>,
}

/// What a reader is to be told.
pub struct Composed {
    /// The subscriptions that are due, each with the moment up to which it was told before.
    pub told: Vec<(i64, i64)>,
    /// The letter; `None` where nothing is new.
    pub letter: Option<NewLetter>,
    /// The mark up to which it tells.
    pub until: Mark,
}

impl<'a> Composing<'a> {
    /// Begins, at a moment.
    ///
    /// In: `origin`, scheme and host under which readers reach this server. Errors: [`Broken::Behind`].
    pub async fn begin(store: &'a Store, index: &'a Arc<Index>, origin: &'a str, now_ms: i64) -> Result<Self, Broken> {
        let until = store.mark(now_ms - SETTLED_MS).await?;
        if index.upto() < until.change {
            return Err(Broken::Behind);
        }
        let (known, sections, symbols) = (HashMap::new(), HashMap::new(), HashMap::new());
        Ok(Self { store, index, origin, until, known, sections, symbols })
    }

    /// What a reader is to be told now; `None` if nothing that she follows is due.
    pub async fn letter_for(&mut self, reader: &Subscriber) -> Result<Option<Composed>, Broken> {
        let is_due = |one: &&Subscription| one.rhythm.is_due(one.told.at_ms, self.until.at_ms);
        let due: Vec<&Subscription> = reader.subscriptions.iter().filter(is_due).collect();
        let Some(last) = due.last() else { return Ok(None) };
        // The language chosen last is the one she wants now; English is one of the six.
        let words = Words::of(&last.language);
        let mut sections = Vec::new();
        for one in &due {
            sections.extend(self.section(one, words).await?);
        }
        let letter = if sections.is_empty() { None } else { Some(self.letter(reader, sections, words)?) };
        let told = due.iter().map(|one| (one.id, one.told.at_ms)).collect();
        Ok(Some(Composed { told, letter, until: self.until }))
    }

    fn letter(
        &self,
        reader: &Subscriber,
        mut sections: Vec<Section<'static>>,
        words: &'static Words,
    ) -> Result<NewLetter, Broken> {
        say_once(&mut sections);
        let letter = Letter {
            words,
            subject: letter::subject(words, &sections[0].name.text, sections.len()),
            opening: Vec::new(),
            sections,
            closing: letter::readers_closing(words, self.origin),
        };
        written(&letter, reader.id, format!("news/{}", self.until.at_ms))
    }

    /// What is new of one topic since its reader was told; `None` where nothing is.
    async fn section(&mut self, one: &Subscription, words: &'static Words) -> Result<Option<Section<'static>>, Broken> {
        let key = (one.topic.clone(), one.told, words.lang());
        if let Some(section) = self.sections.get(&key) {
            return Ok(section.clone());
        }
        let known = self.known(words.lang()).await?;
        let symbols = match one.topic {
            Topic::Phrase(_) => self.symbols(one.told).await?,
            _ => Arc::default(),
        };
        let looking = Looking {
            store: self.store,
            index: self.index,
            origin: self.origin,
            between: (one.told, self.until),
            words,
            known: &known,
        };
        let found = looking.news_of(&one.topic, &symbols).await?;
        let section = if found.entries.is_empty() {
            None
        } else {
            let topic = topics::shown(self.store, &known, &one.topic).await?;
            let address = format!("{}{}", self.origin, topic.address);
            Some(Section { name: topic.name, address, entries: found.entries, further: found.further })
        };
        self.sections.insert(key, section.clone());
        Ok(section)
    }

    async fn known(&mut self, language: &'static str) -> Result<Arc<Known>, Broken> {
        if let Some(known) = self.known.get(language) {
            return Ok(Arc::clone(known));
        }
        let known = Arc::new(Known::read(self.store, language).await?);
        self.known.insert(language, Arc::clone(&known));
        Ok(known)
    }

    async fn symbols(&mut self, since: Mark) -> Result<Arc<Vec<String>>, Broken> {
        if let Some(symbols) = self.symbols.get(&since.change) {
            return Ok(Arc::clone(symbols));
        }
        let most = findings::MOST_SYMBOLS as i64 + 1;
        let symbols = Arc::new(self.store.symbols_changed((since, self.until), most).await?);
        self.symbols.insert(since.change, Arc::clone(&symbols));
        Ok(symbols)
    }
}

/// Keeps a passage's words where it comes first; where another topic names it again, its place and link are enough.
fn say_once(sections: &mut [Section<'_>]) {
    let mut said = HashSet::new();
    let entries = sections.iter_mut().flat_map(|section| &mut section.entries);
    for passage in entries.flat_map(|entry| &mut entry.passages) {
        if !said.insert(passage.address.clone()) {
            passage.text = Quoted::new("", "");
        }
    }
}
