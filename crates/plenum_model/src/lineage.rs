//! Lineage: which paragraph of an earlier revision became which of a later one.

/// What became of a paragraph between two revisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// Same number, same words: the same paragraph.
    Unchanged,
    /// Same words under another number or in another place.
    Moved,
    /// Other words, recognisably the same paragraph.
    Reworded,
    /// Only in the later revision.
    Added,
    /// Only in the earlier revision.
    Removed,
}

impl Change {
    /// The word used in JSON and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unchanged => "unchanged",
            Self::Moved => "moved",
            Self::Reworded => "reworded",
            Self::Added => "added",
            Self::Removed => "removed",
        }
    }
    /// The change of that word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Unchanged, Self::Moved, Self::Reworded, Self::Added, Self::Removed]
            .into_iter()
            .find(|c| c.as_str() == word)
    }
}

/// A run of words that two wordings of a paragraph share, or that only one of them has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run<'a> {
    /// Which of the two has these words.
    pub of: Wording,
    /// The words, with the spaces around them.
    pub text: &'a str,
}

/// Which of two wordings has a run of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Wording {
    /// Both.
    Both,
    /// Only the earlier one: the words were removed.
    Earlier,
    /// Only the later one: the words were added.
    Later,
}

/// One step of lineage between two revisions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// Index of the paragraph in the earlier revision; `None` if added.
    pub earlier: Option<usize>,
    /// Index of the paragraph in the later revision; `None` if removed.
    pub later: Option<usize>,
    /// What became of it.
    pub change: Change,
    /// Share of words in common, 0 to 1.
    pub likeness: f32,
}
