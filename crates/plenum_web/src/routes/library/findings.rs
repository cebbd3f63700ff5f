//! Searches, and what they find joined with the words that the store holds. The only place where the two meet.

use super::{Asked, broken, ids};
use crate::app::{House, Shared};
use crate::fault::Fault;
use crate::search_json::jump_address;
use crate::view;
use plenum_model::Standing;
use plenum_pages::library::{Agreed, Findings, FirstUse, Held, Hit, Jump};
use plenum_pages::parts::Quoted;
use plenum_pages::text;
use plenum_search::{Found, Holding, Order, Query};
use plenum_store::paragraphs::Passage;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Asks the index, off the threads that serve pages; as many at a time as the limits allow.
///
/// Out: what was found, and how long the index took. Errors: a fault of ours; nothing that a reader types is one.
pub(crate) async fn find(house: &House, query: Query) -> Result<(Found, Duration), Fault> {
    let turn = Arc::clone(&house.searches).acquire_owned().await.map_err(|error| broken(&error))?;
    let index = Arc::clone(&house.app.index);
    let search = move || {
        let started = Instant::now();
        let found = index.find(&query);
        drop(turn);
        found.map(|found| (found, started.elapsed()))
    };
    let found = tokio::task::spawn_blocking(search).await.map_err(|error| broken(&error))?;
    Ok(found?)
}

/// What the page shows of the paragraphs found.
pub(super) async fn findings<'a>(
    house: &House,
    asked: &'a Asked,
    found: &'a Found,
    passages: &'a [Passage],
) -> Result<Findings<'a>, Fault> {
    Ok(Findings {
        held: held(asked, found),
        jump: jump(house, found).await?,
        agreed: agreed(house, asked, found, passages).await?,
        hits: hits(found, passages),
    })
}

fn held(asked: &Asked, found: &Found) -> Held {
    match found.holding {
        Holding::Everything if asked.words().is_empty() => Held::Filters,
        _ if found.total == 0 && !found.hits.is_empty() => Held::Meaning,
        Holding::AnyWord => Held::Any,
        Holding::AllWords | Holding::Everything => Held::All,
    }
}

/// The paragraphs found, in the order of the hits; those that the store no longer holds are left out.
pub(crate) fn hits<'a>(found: &'a Found, passages: &'a [Passage]) -> Vec<Hit<'a>> {
    let by_id: HashMap<i64, &Passage> = passages.iter().map(|passage| (passage.paragraph_id, passage)).collect();
    let both = found.hits.iter().filter_map(|hit| Some((hit, *by_id.get(&hit.paragraph_id)?)));
    both.map(|(hit, passage)| one(hit, passage)).collect()
}

fn one<'a>(hit: &'a plenum_search::Hit, passage: &'a Passage) -> Hit<'a> {
    let facts = &passage.document.facts;
    Hit {
        address: Cow::Owned(passage.address.to_string()),
        symbol: Cow::Borrowed(facts.symbol.as_str()),
        number: passage.number.as_deref().map(Cow::Borrowed),
        title: Quoted::new(facts.title.as_str(), passage.language.as_str()),
        lang: Cow::Borrowed(passage.language.as_str()),
        snippet: text::marked(&hit.snippet.text, &hit.snippet.marks),
        standing: facts.standing,
        date: facts.date,
        speaker: view::speaker(&passage.document).map(Cow::Borrowed),
        by_words: hit.by_words,
    }
}

/// The place that the words name, if it is kept.
pub(crate) async fn jump<'a>(shared: &Shared, found: &'a Found) -> Result<Option<Jump<'a>>, Fault> {
    let Some(named) = &found.jump else { return Ok(None) };
    let Ok(symbol) = plenum_model::Symbol::parse(&named.symbol) else { return Ok(None) };
    let Some(line) = shared.app.store.document(&symbol).await? else { return Ok(None) };
    let facts = line.document.facts;
    let lang = line.current.map(|tag| tag.language.to_string()).unwrap_or_default();
    let kept = plenum_search::Jump { symbol: facts.symbol.to_string(), number: named.number.clone() };
    Ok(Some(Jump {
        address: Cow::Owned(jump_address(&kept)),
        symbol: Cow::Owned(facts.symbol.to_string()),
        number: named.number.as_deref().map(Cow::Borrowed),
        title: Some(Quoted::new(facts.title, lang)),
    }))
}

/// Whether a phrase is agreed language: asked where the words are one phrase and nothing else.
async fn agreed<'a>(
    house: &House,
    asked: &Asked,
    found: &'a Found,
    passages: &[Passage],
) -> Result<Option<Agreed<'a>>, Fault> {
    let understood = &found.understood;
    let [phrase] = &understood.phrases[..] else { return Ok(None) };
    if !understood.words.is_empty() || found.total == 0 {
        return Ok(None);
    }
    let oldest = Query { order: Order::Oldest, limit: 1, offset: 0, with_facets: false, ..asked.query() };
    let first = if asked.order() == Order::Oldest && asked.page == 1 {
        passages.first().map(first_use)
    } else {
        first_of(house, oldest.clone()).await?
    };
    let standings = found.facets.iter().find(|facet| facet.field == "standing");
    let adopted_word = Standing::Adopted.as_str();
    let counted = standings.and_then(|facet| facet.values.iter().find(|(value, _)| value == adopted_word));
    let adopted = counted.map_or(0, |(_, count)| *count);
    let first_adopted = if adopted == 0 {
        None
    } else {
        let mut query = oldest;
        query.filters.standing = vec![adopted_word.to_owned()];
        first_of(house, query).await?
    };
    Ok(Some(Agreed { phrase: Cow::Borrowed(phrase), total: found.total, adopted, first, first_adopted }))
}

async fn first_of(house: &House, query: Query) -> Result<Option<FirstUse<'static>>, Fault> {
    let (found, _) = find(house, query).await?;
    let passages = house.app.store.paragraphs(&ids(&found)).await?;
    Ok(passages.first().map(first_use))
}

fn first_use(passage: &Passage) -> FirstUse<'static> {
    let facts = &passage.document.facts;
    FirstUse {
        address: Cow::Owned(passage.address.to_string()),
        symbol: Cow::Owned(facts.symbol.to_string()),
        number: passage.number.clone().map(Cow::Owned),
        date: facts.date,
    }
}
