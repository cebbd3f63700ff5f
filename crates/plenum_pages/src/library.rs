//! The library: search, facets, the list of documents, and what appears while one types.

use crate::frame::Frame;
use crate::parts::{Choice, DocumentRow, Paging};
use crate::text::Piece;
use crate::words::{Told, Words};
use askama::Template;
use plenum_model::{PartialDate, Standing};
use std::borrow::Cow;

/// The library, `/library`. The form's fields: `q`, `order`, and one of each filter named in [`Field::as_str`].
#[derive(Template)]
#[template(path = "library.html")]
pub struct LibraryPage<'a> {
    /// What stands around it; `frame.query` is what was searched for.
    pub frame: Frame<'a>,
    /// What is listed.
    pub list: Listing<'a>,
    /// Which part of the list it is.
    pub paging: Paging<'a>,
    /// Whether this is the last part that can be turned to, though the list is longer.
    pub is_cut: bool,
    /// The orders in which it can be had.
    pub orders: Vec<Choice<'a>>,
    /// Filters chosen, each with the address without it.
    pub chosen: Vec<Chosen<'a>>,
    /// Filters that can be chosen.
    pub facets: Vec<Facet<'a>>,
    /// Fields of the address that the search form keeps: (name, value), without `q` and the page.
    pub kept: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// How far the search by meaning is.
    pub meaning: Meaning,
}

impl LibraryPage<'_> {
    /// The heading over what was found: the words asked for, or that only filters were given.
    fn heading(&self) -> &str {
        if self.frame.query.is_empty() { self.frame.say("found-filtered-heading") } else { &self.frame.query }
    }
    /// How many were found, and what they hold.
    fn count_sentence(&self, found: &Findings<'_>) -> String {
        if self.paging.total == 0 {
            return self.frame.say("found-none").to_owned();
        }
        let key = match found.held {
            Held::All if found.agreed.is_some() => "found-phrase",
            Held::All => "found-all",
            Held::Any => "found-any",
            Held::Filters => "found-filters",
            Held::Meaning => "found-meaning",
        };
        self.frame.words.count(key, self.paging.total)
    }
    fn meaning_sentence(&self, share: &u8) -> String {
        self.frame.words.count("meaning-following", share)
    }
}

/// What the library lists.
#[expect(clippy::large_enum_variant, reason = "one a page, built and written at once: a box would save nothing")]
pub enum Listing<'a> {
    /// Nothing was asked: documents, newest first.
    Documents(Vec<DocumentRow<'a>>),
    /// Paragraphs that were found.
    Paragraphs(Findings<'a>),
    /// The question could not be understood: what happened and what to do, from [`crate::Words`] or the parser.
    Refused(Cow<'a, str>),
}

/// Paragraphs that were found.
pub struct Findings<'a> {
    /// Which of the words they hold.
    pub held: Held,
    /// The place that the words name, if they name one.
    pub jump: Option<Jump<'a>>,
    /// Whether a phrase is agreed language; for a phrase search.
    pub agreed: Option<Agreed<'a>>,
    /// The paragraphs.
    pub hits: Vec<Hit<'a>>,
}

/// Which of the words the paragraphs hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// All of them.
    All,
    /// Any of them: none holds all.
    Any,
    /// Only filters were given.
    Filters,
    /// None of them: only the meaning is near.
    Meaning,
}

/// The place that the words name.
pub struct Jump<'a> {
    /// Where it is.
    pub address: Cow<'a, str>,
    /// The document's symbol.
    pub symbol: Cow<'a, str>,
    /// The paragraph's number.
    pub number: Option<Cow<'a, str>>,
    /// The document's title, if it is kept.
    pub title: Option<crate::parts::Quoted<'a>>,
}

/// Whether a phrase is agreed language: every paragraph that holds these words, by standing.
pub struct Agreed<'a> {
    /// The phrase, without its quotation marks.
    pub phrase: Cow<'a, str>,
    /// In how many paragraphs it stands word for word.
    pub total: u64,
    /// In how many of them in adopted text.
    pub adopted: u64,
    /// Where it stands first.
    pub first: Option<FirstUse<'a>>,
    /// Where it stands first in adopted text.
    pub first_adopted: Option<FirstUse<'a>>,
}

impl Agreed<'_> {
    /// The answer to "is this agreed language?", one sentence.
    fn answer(&self, words: &'static Words) -> String {
        match (self.total, self.adopted) {
            (0, _) => words.say("agreed-nowhere").to_owned(),
            (total, 0) => words.count("agreed-not-adopted", total),
            (total, n) => words.tell("agreed-yes", &[("n", Told::Number(n)), ("total", Told::Number(total))]),
        }
    }
}

/// The first use of a phrase.
pub struct FirstUse<'a> {
    /// Where it is.
    pub address: Cow<'a, str>,
    /// The document's symbol.
    pub symbol: Cow<'a, str>,
    /// The paragraph's number.
    pub number: Option<Cow<'a, str>>,
    /// The document's date.
    pub date: Option<PartialDate>,
}

/// A paragraph that was found.
pub struct Hit<'a> {
    /// Where it is.
    pub address: Cow<'a, str>,
    /// The document's symbol.
    pub symbol: Cow<'a, str>,
    /// The paragraph's number.
    pub number: Option<Cow<'a, str>>,
    /// The document's title.
    pub title: crate::parts::Quoted<'a>,
    /// The paragraph's language tag.
    pub lang: Cow<'a, str>,
    /// Words around what was found, with marks.
    pub snippet: Vec<Piece<'a>>,
    /// What weight it has.
    pub standing: Standing,
    /// The document's date.
    pub date: Option<PartialDate>,
    /// Whose words they are; else who issued them.
    pub speaker: Option<Cow<'a, str>>,
    /// Whether it holds the words asked for; else only its meaning is near.
    pub by_words: bool,
}

impl Hit<'_> {
    /// The direction of its language.
    pub fn dir(&self) -> &'static str {
        crate::parts::direction(&self.lang)
    }
}

/// A field by which the library is filtered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// What weight it has.
    Standing,
    /// The process.
    Process,
    /// Who speaks.
    Actor,
    /// A group of States that the speaker belongs to.
    Group,
    /// What sort of paper it is.
    Kind,
    /// The text's language.
    Language,
    /// The year.
    Year,
    /// The document.
    Symbol,
}

impl Field {
    /// The field's name in addresses and forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Standing => "standing",
            Self::Process => "process",
            Self::Actor => "actor",
            Self::Group => "group",
            Self::Kind => "kind",
            Self::Language => "language",
            Self::Year => "year",
            Self::Symbol => "symbol",
        }
    }
    /// The key of its heading in the word lists.
    pub fn key(self) -> &'static str {
        match self {
            Self::Standing => "field-standing",
            Self::Process => "field-process",
            Self::Actor => "field-actor",
            Self::Group => "field-group",
            Self::Kind => "field-kind",
            Self::Language => "field-language",
            Self::Year => "field-year",
            Self::Symbol => "field-symbol",
        }
    }
}

/// A filter that was chosen.
pub struct Chosen<'a> {
    /// By which field.
    pub field: Field,
    /// Its value, in words (for standing, kind and language see `Words::value`).
    pub words: Cow<'a, str>,
    /// The address without it.
    pub without: Cow<'a, str>,
}

/// The values of one field that the paragraphs found have.
pub struct Facet<'a> {
    /// Which field.
    pub field: Field,
    /// The values, the most frequent first.
    pub values: Vec<FacetValue<'a>>,
}

/// A value with its count.
pub struct FacetValue<'a> {
    /// In words (for standing, kind and language see `Words::value`).
    pub words: Cow<'a, str>,
    /// How many paragraphs have it.
    pub count: u64,
    /// The address with it, or without it where it is chosen.
    pub address: Cow<'a, str>,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// How far the search by meaning is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Every paragraph can be found by its meaning.
    Ready,
    /// So many of a hundred can; the others follow in the background.
    Following(u8),
    /// The encoder's weights are not there: words alone.
    Absent,
}

/// What appears under the search box while one types, `/library/suggest?q=`: a fragment.
#[derive(Template)]
#[template(path = "suggestions.html")]
pub struct Suggestions<'a> {
    /// The interface's words.
    pub words: &'static crate::Words,
    /// The place that the words name.
    pub jump: Option<Jump<'a>>,
    /// The best paragraphs, at most eight.
    pub hits: Vec<Hit<'a>>,
    /// How many there are in all.
    pub total: u64,
    /// The address of the whole list.
    pub all: Cow<'a, str>,
}
