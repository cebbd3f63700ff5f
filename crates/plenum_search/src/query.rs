//! What is asked of the index.

/// A question to the index. `Query { words: "…".into(), ..Query::default() }` asks for the first 20, fused, best first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// What the reader typed; see [`crate::Parsed`] for what is understood. At most the first 2,000 letters are read.
    pub words: String,
    /// What the paragraphs must belong to, besides what `words` say (`lang:fr`).
    pub filters: Filters,
    /// How many hits; at most 1,000.
    pub limit: usize,
    /// How many of the best to pass over (for the next page).
    pub offset: usize,
    /// In which order.
    pub order: Order,
    /// By what they are found.
    pub mode: Mode,
    /// Whether to count facets (a little work that typing ahead does not need).
    pub with_facets: bool,
}

impl Default for Query {
    fn default() -> Self {
        Self {
            words: String::new(),
            filters: Filters::default(),
            limit: 20,
            offset: 0,
            order: Order::Best,
            mode: Mode::Fused,
            with_facets: true,
        }
    }
}

/// In which order hits come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// The best first.
    #[default]
    Best,
    /// By date, the oldest first; undated ones last. Only paragraphs found by their words.
    Oldest,
    /// By date, the newest first; undated ones last. Only paragraphs found by their words.
    Newest,
}

/// By what paragraphs are found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// By words and meaning together; by words alone where there is no encoder.
    #[default]
    Fused,
    /// By words alone.
    Words,
    /// By meaning alone; finds nothing where there is no encoder.
    Meaning,
}

/// What paragraphs must belong to: within one field any of the values, and so in every field that has some.
///
/// Values are compared without regard to case; unknown ones match nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filters {
    /// Slugs of processes.
    pub process: Vec<String>,
    /// Slugs of actors.
    pub actor: Vec<String>,
    /// Slugs of groups.
    pub group: Vec<String>,
    /// Words of document kinds.
    pub kind: Vec<String>,
    /// Words of standings.
    pub standing: Vec<String>,
    /// Tags of languages.
    pub language: Vec<String>,
    /// Symbols of documents.
    pub symbol: Vec<String>,
    /// The first year; undated paragraphs are then left out.
    pub from_year: Option<i32>,
    /// The last year; undated paragraphs are then left out.
    pub until_year: Option<i32>,
}

impl Filters {
    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
