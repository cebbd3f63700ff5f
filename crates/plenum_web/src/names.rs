//! Names of processes and actors by their slugs, for facets and filters: read once for each state of the record.

use crate::app::Shared;
use plenum_store::{Result, Store};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The names of one state of the record, in one language.
#[derive(Default)]
pub(crate) struct Known {
    processes: HashMap<String, String>,
    actors: HashMap<String, String>,
}

impl Known {
    /// The names as they are now, in a language.
    pub(crate) async fn read(store: &Store, language: &str) -> Result<Self> {
        let (processes, actors) = tokio::try_join!(store.processes(), store.actors(language))?;
        Ok(Self {
            processes: processes.into_iter().map(|line| (line.process.slug, line.process.name)).collect(),
            actors: actors.into_iter().map(|line| (line.slug, line.name)).collect(),
        })
    }
    /// Whether a process has that slug.
    pub(crate) fn has_process(&self, slug: &str) -> bool {
        self.processes.contains_key(slug)
    }
    /// Whether an actor has that slug.
    pub(crate) fn has_actor(&self, slug: &str) -> bool {
        self.actors.contains_key(slug)
    }
    /// A process' name; its slug where it has none.
    pub(crate) fn process<'a>(&'a self, slug: &'a str) -> &'a str {
        self.processes.get(slug).map_or(slug, String::as_str)
    }
    /// The same for a slug that does not live as long.
    pub(crate) fn actor_or<'a>(&'a self, slug: &str) -> Cow<'a, str> {
        self.actors.get(slug).map_or_else(|| Cow::Owned(slug.to_owned()), |name| Cow::Borrowed(name.as_str()))
    }
    /// Every actor's slug and name, by name.
    pub(crate) fn actors(&self) -> Vec<(&str, &str)> {
        let mut all: Vec<(&str, &str)> =
            self.actors.iter().map(|(slug, name)| (slug.as_str(), name.as_str())).collect();
        all.sort_by_key(|(_, name)| *name);
        all
    }
    /// An actor's or group's name; its slug where it has none.
    pub(crate) fn actor<'a>(&'a self, slug: &'a str) -> &'a str {
        self.actors.get(slug).map_or(slug, String::as_str)
    }
}

/// The names read last, by language, each with the state of the record it was read in.
#[derive(Default)]
pub(crate) struct Names {
    read: Mutex<HashMap<&'static str, (i64, Arc<Known>)>>,
}

/// The names as they are now.
pub(crate) async fn known(shared: &Shared, language: &'static str) -> Result<Arc<Known>> {
    let edition = shared.edition();
    {
        let read = shared.names.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, known)) = read.get(language).filter(|(seen, _)| *seen == edition) {
            return Ok(Arc::clone(known));
        }
    }
    let known = Arc::new(Known::read(&shared.app.store, language).await?);
    let mut read = shared.names.read.lock().unwrap_or_else(PoisonError::into_inner);
    read.insert(language, (edition, Arc::clone(&known)));
    Ok(known)
}
