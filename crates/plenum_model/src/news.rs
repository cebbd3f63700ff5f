//! News of a process: what others publish about it, as their feeds tell it.

use crate::Trouble;

/// One entry of a feed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewsItem {
    /// Its key within its process: the feed's own id for it, else its link, else its title.
    pub key: String,
    /// Its title, plain text.
    pub title: String,
    /// Its beginning, plain text; may be empty.
    pub summary: String,
    /// Where it can be read.
    pub link: Option<String>,
    /// When it was published, milliseconds since 1970.
    pub published_ms: Option<i64>,
    /// Who wrote it, or the feed's name.
    pub author: Option<String>,
    /// Its language's tag as the feed says it; empty where it does not.
    pub language: String,
}

/// A feed as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FeedReading {
    /// What the feed calls itself.
    pub title: String,
    /// The page it belongs to.
    pub link: Option<String>,
    /// Its entries, in its order.
    pub items: Vec<NewsItem>,
    /// What could not be made sense of.
    pub troubles: Vec<Trouble>,
}
