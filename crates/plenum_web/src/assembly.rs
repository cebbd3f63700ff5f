//! Actors by name, who belongs to which group, and every vote: read once for each state of the record.

use crate::app::Shared;
use plenum_model::PartialDate;
use plenum_model::actor::{ActorKind, REGIONAL_GROUPS, code};
use plenum_model::ballots::{Ballots, Bloc};
use plenum_pages::actors::ActorName;
use plenum_pages::parts::Quoted;
use plenum_store::Result;
use plenum_store::actors::{ActorLine, Membership};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Everything about actors that pages share, in one language.
pub(crate) struct Assembly {
    /// The actors, by name.
    actors: Vec<ActorLine>,
    places: HashMap<String, usize>,
    memberships: Vec<Membership>,
    /// Places in `memberships` by member, the regional groups first, then by the groups' names.
    by_member: HashMap<String, Vec<usize>>,
    /// Places in `memberships` by group, by the members' names.
    by_group: HashMap<String, Vec<usize>>,
    /// Every vote.
    pub(crate) ballots: Arc<Ballots>,
    /// Where the votes come from.
    pub(crate) vote_sources: Vec<String>,
    today: Option<PartialDate>,
}

/// The assemblies read last, by language, each with the state of the record it was read in.
#[derive(Default)]
pub(crate) struct Assemblies {
    ballots: Mutex<Option<(i64, Arc<Ballots>)>>,
    read: Mutex<HashMap<&'static str, (i64, Arc<Assembly>)>>,
}

/// The assembly as it is now.
pub(crate) async fn gathered(shared: &Shared, language: &'static str) -> Result<Arc<Assembly>> {
    let edition = shared.edition();
    {
        let read = shared.assemblies.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, assembly)) = read.get(language).filter(|(seen, _)| *seen == edition) {
            return Ok(Arc::clone(assembly));
        }
    }
    let store = &shared.app.store;
    let (mut actors, memberships, vote_sources, ballots) = tokio::try_join!(
        store.actors(language),
        store.all_memberships(),
        store.roll_call_sources(),
        ballots(shared, edition)
    )?;
    actors.sort_by_cached_key(|actor| sorting(&actor.name));
    let today = crate::times::day(shared.now_ms());
    let assembly = Arc::new(Assembly::of(actors, memberships, ballots, vote_sources, today));
    let mut read = shared.assemblies.read.lock().unwrap_or_else(PoisonError::into_inner);
    read.insert(language, (edition, Arc::clone(&assembly)));
    Ok(assembly)
}

async fn ballots(shared: &Shared, edition: i64) -> Result<Arc<Ballots>> {
    {
        let held = shared.assemblies.ballots.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, ballots)) = held.as_ref().filter(|(seen, _)| *seen == edition) {
            return Ok(Arc::clone(ballots));
        }
    }
    let ballots = Arc::new(shared.app.store.ballots().await?);
    *shared.assemblies.ballots.lock().unwrap_or_else(PoisonError::into_inner) = Some((edition, Arc::clone(&ballots)));
    Ok(ballots)
}

impl Assembly {
    fn of(
        actors: Vec<ActorLine>,
        memberships: Vec<Membership>,
        ballots: Arc<Ballots>,
        vote_sources: Vec<String>,
        today: Option<PartialDate>,
    ) -> Self {
        let places: HashMap<String, usize> =
            actors.iter().enumerate().map(|(place, actor)| (actor.slug.clone(), place)).collect();
        let (mut by_member, mut by_group) =
            (HashMap::<String, Vec<usize>>::new(), HashMap::<String, Vec<usize>>::new());
        for (place, one) in memberships.iter().enumerate() {
            by_member.entry(one.member.clone()).or_default().push(place);
            by_group.entry(one.group.clone()).or_default().push(place);
        }
        let group = |at: &usize| {
            let one = &memberships[*at];
            (region_rank(&one.group), places.get(&one.group).copied(), one.from)
        };
        by_member.values_mut().for_each(|all| all.sort_by_key(group));
        let member = |at: &usize| (places.get(&memberships[*at].member).copied(), memberships[*at].from);
        by_group.values_mut().for_each(|all| all.sort_by_key(member));
        Self { actors, places, memberships, by_member, by_group, ballots, vote_sources, today }
    }

    /// The actors, by name.
    pub(crate) fn actors(&self) -> &[ActorLine] {
        &self.actors
    }
    /// One actor.
    pub(crate) fn actor(&self, slug: &str) -> Option<&ActorLine> {
        self.actors.get(*self.places.get(slug)?)
    }
    /// Its place among all, by name.
    pub(crate) fn place(&self, slug: &str) -> Option<usize> {
        self.places.get(slug).copied()
    }
    /// An actor's name with its page; its slug where it is not held.
    pub(crate) fn name<'a>(&'a self, slug: &'a str) -> ActorName<'a> {
        let actor = self.actor(slug);
        let (name, language) = actor.map_or((slug, ""), |actor| (&actor.name, &actor.name_language));
        ActorName {
            address: Cow::Owned(format!("/actors/{slug}")),
            name: Quoted::new(name, language),
            code: actor.filter(|actor| has_code(actor)).map(|actor| Cow::Owned(code(&actor.slug))),
        }
    }

    /// The memberships of an actor, in the order of the groups' names; of regional groups first.
    pub(crate) fn groups_of(&self, slug: &str) -> Vec<&Membership> {
        self.by_member.get(slug).into_iter().flatten().map(|at| &self.memberships[*at]).collect()
    }
    /// The members of a group, past and present, by name.
    pub(crate) fn members_of(&self, slug: &str) -> Vec<&Membership> {
        self.by_group.get(slug).into_iter().flatten().map(|at| &self.memberships[*at]).collect()
    }
    /// The members without another role: an observer's votes are not its group's.
    pub(crate) fn full_members_of(&self, slug: &str) -> Vec<&Membership> {
        self.members_of(slug).into_iter().filter(|one| one.role.is_none()).collect()
    }
    /// The groups that have members, regional ones first, then by name.
    pub(crate) fn groups(&self) -> Vec<&str> {
        let mut all: Vec<&str> = self.by_group.keys().map(String::as_str).collect();
        all.sort_by_key(|group| (region_rank(group), self.places.get(*group).copied(), *group));
        all
    }
    /// Whether a membership goes on today.
    pub(crate) fn is_now(&self, membership: &Membership) -> bool {
        self.today.is_none_or(|today| holds_on(membership, today))
    }
    /// The regional group in which a State stands on the map.
    pub(crate) fn region_of(&self, slug: &str) -> Option<&str> {
        let group = self.groups_of(slug).into_iter().find(|one| self.is_now(one) && one.role.is_none())?;
        REGIONAL_GROUPS.contains(&group.group.as_str()).then_some(group.group.as_str())
    }
    /// Whose votes are counted together under a slug: a group's members, or the actor alone.
    pub(crate) fn bloc(&self, slug: &str) -> Bloc {
        let members = self.full_members_of(slug);
        if members.is_empty() {
            return self.ballots.alone(slug);
        }
        self.ballots.group(members.iter().map(|one| (one.member.as_str(), one.from, one.until)))
    }
}

/// Whether a State's slug is its code.
pub(crate) fn has_code(actor: &ActorLine) -> bool {
    let kind = ActorKind::of(&actor.kind);
    matches!(kind, ActorKind::State | ActorKind::Observer | ActorKind::FormerState) && actor.slug.len() == 3
}

/// Whether a membership holds on a day, as far as the dates are known.
pub(crate) fn holds_on(membership: &Membership, day: PartialDate) -> bool {
    let has_begun =
        membership.from.is_none_or(|from| from <= day || from.year() == day.year() && day.month().is_none());
    has_begun
        && membership.until.is_none_or(|until| day <= until || until.year() == day.year() && until.month().is_none())
}

fn region_rank(group: &str) -> usize {
    REGIONAL_GROUPS.iter().position(|region| *region == group).unwrap_or(REGIONAL_GROUPS.len())
}

/// What a name is sorted by: small letters without the marks of Latin script, so that Égypte stands beside Equador.
fn sorting(name: &str) -> String {
    let plain = |c: char| match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'آ' | 'أ' | 'إ' => 'ا',
        other => other,
    };
    name.to_lowercase().chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_do_not_send_a_name_to_the_end() {
        let mut names = ["Zambie", "Égypte", "Équateur", "Espagne"];
        names.sort_by_key(|name| sorting(name));
        assert_eq!(names, ["Égypte", "Équateur", "Espagne", "Zambie"]);
    }
}
