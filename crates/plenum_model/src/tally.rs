//! Statistics of a meeting or a session: counted from confirmed statements alone.

use crate::statement::{Gender, Mode, StatementKind};
use std::collections::HashMap;

/// What is counted of one confirmed statement.
#[derive(Clone, Debug)]
pub struct Spoken<'a> {
    /// Whose words, a slug; `None` for whoever chairs.
    pub actor: Option<&'a str>,
    /// The groups to which that actor belonged on the day, slugs.
    pub groups: Vec<&'a str>,
    /// The group it was spoken for, a slug.
    pub speaks_for: Option<&'a str>,
    /// What sort of words.
    pub kind: StatementKind,
    /// Formal or informal.
    pub mode: Mode,
    /// As stated; `None`: not stated, and not guessed.
    pub gender: Option<Gender>,
    /// How many words.
    pub words: u64,
    /// How long, in milliseconds, where the transcript tells.
    pub ms: Option<u64>,
}

/// What one actor, group or kind has of the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Statements.
    pub statements: u64,
    /// Words.
    pub words: u64,
    /// Milliseconds of the statements whose time is known.
    pub ms: u64,
}

/// The sums.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Of all statements.
    pub all: Share,
    /// How many statements have a time.
    pub timed: u64,
    /// By actor's slug, the most words first.
    pub by_actor: Vec<(String, Share)>,
    /// By group's slug: an actor counts in each of its groups.
    pub by_group: Vec<(String, Share)>,
    /// By the group that was spoken for.
    pub by_voice: Vec<(String, Share)>,
    /// Statements of each kind, in the kinds' order; those without are left out.
    pub kinds: Vec<(StatementKind, u64)>,
    /// Statements of each mode.
    pub modes: Vec<(Mode, u64)>,
    /// Statements of each gender stated.
    pub genders: Vec<(Gender, u64)>,
}

/// Counts.
pub fn count(spoken: &[Spoken<'_>]) -> Tally {
    let mut tally = Tally::default();
    let (mut actors, mut groups, mut voices) = (HashMap::new(), HashMap::new(), HashMap::new());
    for one in spoken {
        tally.all.add(one);
        tally.timed += u64::from(one.ms.is_some());
        let put = |into: &mut HashMap<String, Share>, slug: &str| into.entry(slug.to_owned()).or_default().add(one);
        one.actor.into_iter().for_each(|slug| put(&mut actors, slug));
        one.groups.iter().for_each(|slug| put(&mut groups, slug));
        one.speaks_for.into_iter().for_each(|slug| put(&mut voices, slug));
    }
    (tally.by_actor, tally.by_group, tally.by_voice) = (ranked(actors), ranked(groups), ranked(voices));
    tally.kinds = each(StatementKind::ALL, |kind| spoken.iter().filter(|one| one.kind == kind).count());
    tally.modes = each(Mode::ALL, |mode| spoken.iter().filter(|one| one.mode == mode).count());
    tally.genders = each(Gender::ALL, |gender| spoken.iter().filter(|one| one.gender == Some(gender)).count());
    tally
}

fn each<T: Copy>(all: &[T], count: impl Fn(T) -> usize) -> Vec<(T, u64)> {
    all.iter().map(|value| (*value, count(*value) as u64)).filter(|(_, count)| *count > 0).collect()
}

fn ranked(shares: HashMap<String, Share>) -> Vec<(String, Share)> {
    let mut all: Vec<(String, Share)> = shares.into_iter().collect();
    all.sort_by(|a, b| b.1.words.cmp(&a.1.words).then_with(|| a.0.cmp(&b.0)));
    all
}

impl Share {
    fn add(&mut self, one: &Spoken<'_>) {
        self.statements += 1;
        self.words += one.words;
        self.ms += one.ms.unwrap_or(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken(actor: &'static str, words: u64, kind: StatementKind) -> Spoken<'static> {
        let actor = (!actor.is_empty()).then_some(actor);
        let groups = if actor == Some("nor") { vec!["north", "isles"] } else { Vec::new() };
        Spoken { actor, groups, speaks_for: None, kind, mode: Mode::Formal, gender: None, words, ms: Some(words * 400) }
    }

    #[test]
    fn an_actor_counts_in_each_of_its_groups_and_whoever_chairs_in_none() {
        let all = [
            spoken("", 5, StatementKind::Chair),
            spoken("nor", 100, StatementKind::Statement),
            spoken("sud", 300, StatementKind::Statement),
            spoken("nor", 20, StatementKind::Reply),
        ];
        let tally = count(&all);
        assert_eq!((tally.all.statements, tally.all.words, tally.all.ms), (4, 425, 170_000));
        let words: Vec<(&str, u64)> = tally.by_actor.iter().map(|(slug, share)| (slug.as_str(), share.words)).collect();
        assert_eq!(words, [("sud", 300), ("nor", 120)]);
        assert_eq!(tally.by_group.iter().map(|(_, share)| share.statements).collect::<Vec<_>>(), [2, 2]);
        assert_eq!(tally.kinds, [(StatementKind::Statement, 2), (StatementKind::Reply, 1), (StatementKind::Chair, 1)]);
        assert!(tally.genders.is_empty(), "what is not stated is not counted");
    }
}
