//! What a search found, as JSON: printed by `plenum search --json` and served at `/library.json`.
//!
//! Shape: `{"total","holding","took_ms","jump","understood","facets":{"standing":[{"value","count"}],…},"hits":[{"address",
//! "symbol","revision","number","title","kind","path","page","language","text","snippet":{"text","marks":[[from,to]]},
//! "standing","document_kind","date","process","actor","score","by_words","by_meaning"}]}`. Offsets are bytes of UTF-8.

use plenum_search::{Facet, Filters, Found, Hit, Holding, Jump, Parsed};
use plenum_store::paragraphs::Passage;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};
use std::time::Duration;
use utoipa::ToSchema;

/// Writes an answer with the paragraphs that it found.
///
/// In: the answer; its paragraphs from the store in any order, those no longer held left out; how long it took.
pub fn to_json(found: &Found, passages: &[Passage], took: Duration) -> serde_json::Value {
    serde_json::to_value(FoundBody::of(found, passages, took)).expect("a body of strings and finite numbers is JSON")
}

/// What a search found.
#[derive(Serialize, ToSchema)]
#[schema(as = Found)]
pub(crate) struct FoundBody<'a> {
    /// How many paragraphs hold the words.
    total: u64,
    /// What `total` counts: `all` words, `any` word, or `everything` that the filters let through.
    holding: &'static str,
    /// Milliseconds in the index.
    took_ms: f64,
    /// The place that the words name.
    jump: Option<JumpBody<'a>>,
    understood: UnderstoodBody<'a>,
    /// By field: the values that occur, with how many paragraphs.
    facets: BTreeMap<&'static str, Vec<CountBody<'a>>>,
    hits: Vec<HitBody<'a>>,
}

/// A document or a paragraph of it.
#[derive(Serialize, ToSchema)]
#[schema(as = Jump)]
pub(crate) struct JumpBody<'a> {
    symbol: &'a str,
    number: Option<&'a str>,
    address: String,
}

/// How the words were understood.
#[derive(Serialize, ToSchema)]
#[schema(as = Understood)]
pub(crate) struct UnderstoodBody<'a> {
    words: &'a [String],
    phrases: &'a [String],
    without_words: &'a [String],
    without_phrases: &'a [String],
    /// Filters written among the words, by field.
    filters: BTreeMap<&'static str, &'a [String]>,
    from_year: Option<i32>,
    until_year: Option<i32>,
}

/// A value and how many paragraphs have it.
#[derive(Serialize, ToSchema)]
#[schema(as = Count)]
pub(crate) struct CountBody<'a> {
    value: &'a str,
    count: u64,
}

/// A paragraph that was found.
#[derive(Serialize, ToSchema)]
#[schema(as = Hit)]
pub(crate) struct HitBody<'a> {
    address: String,
    symbol: &'a str,
    revision: Option<String>,
    number: Option<&'a str>,
    title: &'a str,
    kind: &'static str,
    path: &'a [String],
    page: Option<u32>,
    language: &'a str,
    text: &'a str,
    snippet: SnippetBody<'a>,
    standing: &'static str,
    document_kind: &'static str,
    date: Option<String>,
    process: Option<&'a str>,
    actor: Option<&'a str>,
    score: f32,
    by_words: bool,
    by_meaning: bool,
}

/// Words around what was found.
#[derive(Serialize, ToSchema)]
#[schema(as = Snippet)]
pub(crate) struct SnippetBody<'a> {
    text: &'a str,
    /// Bytes of `text`, from and to (exclusive).
    marks: Vec<(usize, usize)>,
}

impl<'a> FoundBody<'a> {
    pub(crate) fn of(found: &'a Found, passages: &'a [Passage], took: Duration) -> Self {
        let by_id: HashMap<i64, &Passage> = passages.iter().map(|passage| (passage.paragraph_id, passage)).collect();
        let held = found.hits.iter().filter_map(|hit| Some(HitBody::of(hit, by_id.get(&hit.paragraph_id)?)));
        Self {
            total: found.total,
            holding: match found.holding {
                Holding::AllWords => "all",
                Holding::AnyWord => "any",
                Holding::Everything => "everything",
            },
            took_ms: (took.as_secs_f64() * 1e6).round() / 1e3,
            jump: found.jump.as_ref().map(JumpBody::of),
            understood: UnderstoodBody::of(&found.understood),
            facets: found.facets.iter().map(counts).collect(),
            hits: held.collect(),
        }
    }
}

fn counts(facet: &Facet) -> (&'static str, Vec<CountBody<'_>>) {
    (facet.field, facet.values.iter().map(|(value, count)| CountBody { value, count: *count }).collect())
}

impl<'a> JumpBody<'a> {
    fn of(jump: &'a Jump) -> Self {
        Self { symbol: &jump.symbol, number: jump.number.as_deref(), address: jump_address(jump) }
    }
}

/// Where a jump leads: the document, or the paragraph in its current revision.
pub(crate) fn jump_address(jump: &Jump) -> String {
    let number = jump.number.as_deref().map(plenum_model::anchor::of_number);
    let anchor = number.and_then(|number| plenum_model::Anchor::parse(&number).ok());
    match plenum_model::Symbol::parse(&jump.symbol) {
        Ok(symbol) => plenum_model::Address { symbol, revision: None, anchor }.to_string(),
        Err(_) => crate::addresses::search(&jump.symbol),
    }
}

impl<'a> UnderstoodBody<'a> {
    fn of(parsed: &'a Parsed) -> Self {
        Self {
            words: &parsed.words,
            phrases: &parsed.phrases,
            without_words: &parsed.without_words,
            without_phrases: &parsed.without_phrases,
            filters: by_field(&parsed.filters).into_iter().filter(|(_, values)| !values.is_empty()).collect(),
            from_year: parsed.filters.from_year,
            until_year: parsed.filters.until_year,
        }
    }
}

/// The filters by the names that addresses, facets and JSON use.
pub(crate) fn by_field(filters: &Filters) -> [(&'static str, &[String]); 7] {
    [
        ("process", &filters.process),
        ("actor", &filters.actor),
        ("group", &filters.group),
        ("kind", &filters.kind),
        ("standing", &filters.standing),
        ("language", &filters.language),
        ("symbol", &filters.symbol),
    ]
}

impl<'a> HitBody<'a> {
    fn of(hit: &'a Hit, passage: &'a Passage) -> Self {
        let facts = &passage.document.facts;
        Self {
            address: passage.address.to_string(),
            symbol: facts.symbol.as_str(),
            revision: passage.address.revision.as_ref().map(ToString::to_string),
            number: passage.number.as_deref(),
            title: &facts.title,
            kind: passage.kind.as_str(),
            path: &passage.path,
            page: passage.page,
            language: passage.language.as_str(),
            text: &passage.text,
            snippet: SnippetBody {
                text: &hit.snippet.text,
                marks: hit.snippet.marks.iter().map(|mark| (mark.start, mark.end)).collect(),
            },
            standing: facts.standing.as_str(),
            document_kind: facts.kind.as_str(),
            date: facts.date.map(|date| date.to_string()),
            process: facts.process.as_deref(),
            actor: facts.actor.as_deref(),
            // JSON knows no infinity; a score is only compared within one answer.
            score: if hit.score.is_finite() { hit.score } else { 0.0 },
            by_words: hit.by_words,
            by_meaning: hit.by_meaning,
        }
    }
}
