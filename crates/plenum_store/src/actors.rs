//! Actors: States, groups, organisations, persons; their names; who belongs to which group, from when until when.

use crate::{Result, Store};
use plenum_model::PartialDate;

/// An actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Its name in addresses; a State's is its ISO 3166 alpha-3 code in lower case.
    pub slug: String,
    /// `state`, `former-state`, `observer`, `group`, `organisation` or `person`.
    pub kind: String,
    /// Its names: language tag and name; the first of a language is the one shown, the others are also recognised.
    pub names: Vec<(String, String)>,
    /// Where the facts come from.
    pub source: String,
}

/// An actor's belonging to a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// The group's slug.
    pub group: String,
    /// The member's slug.
    pub member: String,
    /// Since when; `None`: since ever, or not known.
    pub from: Option<PartialDate>,
    /// Until when; `None`: it goes on.
    pub until: Option<PartialDate>,
    /// Where the fact comes from.
    pub source: String,
}

/// An actor in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActorLine {
    /// Its slug.
    pub slug: String,
    /// Its kind.
    pub kind: String,
    /// Its name in the language asked for, else in English, else any.
    pub name: String,
    /// How many documents hold its words.
    pub documents: u64,
}

impl Store {
    /// Puts in, or replaces by slug, actors with their names.
    pub async fn put_actors(&self, actors: &[Actor], at_ms: i64) -> Result<()> {
        todo!()
    }

    /// Replaces the memberships of every group named here; the index hears of the members' documents.
    pub async fn put_memberships(&self, memberships: &[Membership], at_ms: i64) -> Result<()> {
        todo!()
    }

    /// All actors, by name, in a language.
    pub async fn actors(&self, language: &str) -> Result<Vec<ActorLine>> {
        todo!()
    }

    /// One actor with all its names; `None` if it is not held.
    pub async fn actor(&self, slug: &str) -> Result<Option<Actor>> {
        todo!()
    }

    /// The memberships of an actor, whether as group or as member.
    pub async fn memberships(&self, slug: &str) -> Result<Vec<Membership>> {
        todo!()
    }
}
