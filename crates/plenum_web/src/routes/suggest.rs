//! What appears under the search box while one types: a fragment.

use super::library::{Asked, find, hits, jump};
use crate::answer::{self, Outcome};
use crate::app::House;
use crate::reader::Reader;
use axum::extract::{RawQuery, State};
use plenum_pages::library::Suggestions;
use plenum_search::Query;
use std::borrow::Cow;

const SHOWN: usize = 6;

/// `/library/suggest?q=`, with the filters of the library.
pub(crate) async fn fragment(State(house): State<House>, reader: Reader, RawQuery(query): RawQuery) -> Outcome {
    let asked = Asked::parse(query.as_deref().unwrap_or_default());
    let limit = if asked.words().is_empty() { 0 } else { SHOWN };
    let (found, _) = find(&house, Query { limit, offset: 0, with_facets: false, ..asked.query() }).await?;
    let ids: Vec<i64> = found.hits.iter().map(|hit| hit.paragraph_id).collect();
    let passages = house.app.store.paragraphs(&ids).await?;
    let fragment = Suggestions {
        words: reader.words(),
        jump: jump(&house, &found).await?,
        hits: hits(&found, &passages),
        total: if limit == 0 { 0 } else { found.total },
        all: Cow::Owned(asked.address("/library")),
    };
    answer::page(&fragment, reader)
}
