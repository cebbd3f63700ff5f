//! Actors: what a code or a kind of an actor means, wherever it is shown.

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ActorKind {
    /// A Member State.
    State,
    /// A State that is no more, or a seat once held otherwise.
    FormerState,
    /// An observer.
    Observer,
    /// A group of States.
    Group,
    /// An organisation.
    Organisation,
    /// A person.
    Person,
}

impl ActorKind {
    /// Every kind, States first.
    pub const ALL: [Self; 6] =
        [Self::State, Self::Observer, Self::Group, Self::Organisation, Self::Person, Self::FormerState];

    /// Its word in packs and in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::FormerState => "former-state",
            Self::Observer => "observer",
            Self::Group => "group",
            Self::Organisation => "organisation",
            Self::Person => "person",
        }
    }

    /// The kind of a word; anything else is an organisation, the vaguest of them.
    pub fn of(word: &str) -> Self {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word).unwrap_or(Self::Organisation)
    }

    /// Whether it can have a vote of its own.
    pub fn can_vote(self) -> bool {
        matches!(self, Self::State | Self::FormerState)
    }
}

/// The slugs of the five regional groups, in the order in which the United Nations lists them. They arrange the tile
/// map: each State stands in the first of them that it belongs to. The pack of the world gives them these slugs.
pub const REGIONAL_GROUPS: [&str; 5] =
    ["african-group", "asia-pacific-group", "eastern-european-group", "grulac", "weog"];

/// The code shown on a State's tile: its slug in capitals where that is an ISO 3166 alpha-3 code, else its first letters.
pub fn code(slug: &str) -> String {
    slug.chars().filter(char::is_ascii_alphanumeric).take(3).collect::<String>().to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_keeps_its_word() {
        for kind in ActorKind::ALL {
            assert_eq!(ActorKind::of(kind.as_str()), kind);
        }
        assert_eq!(ActorKind::of("spirit"), ActorKind::Organisation);
        assert_eq!(code("fra"), "FRA");
    }
}
