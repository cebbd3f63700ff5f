//! The library: search with facets, the list of documents, both as page, JSON and feed.

mod asked;
mod facets;
mod findings;

pub(crate) use asked::{Asked, pairs};
pub(crate) use findings::{find, hits, jump};

use crate::answer::{self, Outcome, keep};
use crate::app::House;
use crate::fault::Fault;
use crate::json::{LineBody, ListBody};
use crate::names;
use crate::reader::Reader;
use crate::routes::subscribe;
use crate::search_json::FoundBody;
use crate::{feeds, view};
use axum::extract::{OriginalUri, RawQuery, State};
use plenum_model::subscription::Topic;
use plenum_pages::Room;
use plenum_pages::library::{LibraryPage, Listing};
use plenum_pages::parts::{Choice, Paging};
use plenum_search::{Found, Order, Query};
use plenum_store::documents::Order as ListOrder;
use std::borrow::Cow;

const FEED: usize = 50;

/// `/library`
pub(crate) async fn page(
    State(house): State<House>,
    reader: Reader,
    OriginalUri(uri): OriginalUri,
    RawQuery(query): RawQuery,
) -> Outcome {
    let asked = Asked::parse(query.as_deref().unwrap_or_default());
    if asked.is_for_documents() {
        documents(&house, reader, &uri.to_string(), &asked).await
    } else {
        paragraphs(&house, reader, &uri.to_string(), &asked).await
    }
}

/// Nothing was asked for by words: the documents that the filters hold, newest first.
async fn documents(house: &House, reader: Reader, uri: &str, asked: &Asked) -> Outcome {
    let order = if asked.has_filters() { ListOrder::Latest } else { ListOrder::Newest };
    let list = house.app.store.list(&asked.list_filter(), order, asked::PAGE as u32, asked.offset() as u64).await?;
    // The index counts paragraphs by field; the filters are the same.
    let (found, _) = find(house, Query { limit: 0, ..asked.query() }).await?;
    let names = names::known(house, reader.language).await?;
    let paging = paging(asked, list.lines.len(), list.total);
    let page = LibraryPage {
        frame: frame(house, reader, uri, asked),
        is_cut: is_cut(&paging),
        paging,
        list: Listing::Documents(list.lines.iter().map(view::row).collect()),
        orders: Vec::new(),
        chosen: facets::chosen(asked, &names, reader),
        facets: facets::facets(asked, &found, &names, reader),
        kept: asked.kept(),
        meaning: view::meaning(house),
    };
    // The index follows a moment after the record, so the counts beside the list must not be kept with it.
    answer::page(&page, reader)
}

async fn paragraphs(house: &House, reader: Reader, uri: &str, asked: &Asked) -> Outcome {
    let (found, _) = find(house, asked.query()).await?;
    let passages = house.app.store.paragraphs(&ids(&found)).await?;
    let names = names::known(house, reader.language).await?;
    let findings = findings::findings(house, asked, &found, &passages).await?;
    let paging = paging(asked, found.hits.len(), found.total);
    let page = LibraryPage {
        frame: frame(house, reader, uri, asked),
        is_cut: is_cut(&paging),
        paging,
        list: Listing::Paragraphs(findings),
        orders: orders(asked, reader),
        chosen: facets::chosen(asked, &names, reader),
        facets: facets::facets(asked, &found, &names, reader),
        kept: asked.kept(),
        meaning: view::meaning(house),
    };
    answer::page(&page, reader)
}

/// `/library.json`
pub(crate) async fn json(State(house): State<House>, RawQuery(query): RawQuery) -> Outcome {
    let asked = Asked::parse(query.as_deref().unwrap_or_default());
    if asked.is_for_documents() {
        let order = if asked.has_filters() { ListOrder::Latest } else { ListOrder::Newest };
        let list = house.app.store.list(&asked.list_filter(), order, asked::PAGE as u32, asked.offset() as u64).await?;
        let body = ListBody { total: list.total, documents: list.lines.iter().map(LineBody::of).collect() };
        return Ok(keep(answer::json(&body)?));
    }
    let (found, took) = find(&house, asked.query()).await?;
    let passages = house.app.store.paragraphs(&ids(&found)).await?;
    answer::json(&FoundBody::of(&found, &passages, took))
}

/// `/library.atom`: a standing question.
pub(crate) async fn atom(State(house): State<House>, reader: Reader, RawQuery(query): RawQuery) -> Outcome {
    let query = query.unwrap_or_default();
    let asked = Asked::parse(&query);
    let title = reader.words().say("room-library");
    let own = asked.address("/library.atom");
    let origin = &house.app.origin;
    if asked.is_for_documents() {
        let list = house.app.store.list(&asked.list_filter(), ListOrder::Newest, FEED as u32, 0).await?;
        return answer::feed(&feeds::documents(origin, title, reader, &own, &asked.address("/library"), &list.lines));
    }
    let newest = Query { order: Order::Newest, limit: FEED, offset: 0, with_facets: false, ..asked.query() };
    let (found, _) = find(&house, newest).await?;
    let passages = house.app.store.paragraphs(&ids(&found)).await?;
    let title = format!("{title}: {}", asked.words());
    answer::feed(&feeds::passages(origin, title, reader, &own, &asked.address("/library"), &passages))
}

pub(crate) fn ids(found: &Found) -> Vec<i64> {
    found.hits.iter().map(|hit| hit.paragraph_id).collect()
}

fn frame<'a>(house: &'a House, reader: Reader, uri: &str, asked: &'a Asked) -> plenum_pages::Frame<'a> {
    let mut frame = view::frame(house, reader, Room::Library, uri);
    frame.title = match asked.words() {
        "" => Cow::Borrowed(reader.words().say("room-library")),
        words => Cow::Borrowed(words),
    };
    frame.query = Cow::Borrowed(asked.words());
    frame.atom = Some(Cow::Owned(asked.address("/library.atom")));
    frame.json = Some(Cow::Owned(asked.address("/library.json")));
    frame.follow = followed(asked.words()).map(|phrase| Cow::Owned(subscribe::address("q", phrase)));
    frame.is_private = !asked.is_for_documents() || asked.has_filters();
    frame
}

/// The phrase, where it is all that was asked for: these very words can be followed by e-mail.
fn followed(words: &str) -> Option<&str> {
    let phrase = words.trim().strip_prefix('"')?.strip_suffix('"')?;
    (!phrase.contains('"') && Topic::parse("phrase", phrase).is_some()).then_some(phrase)
}

fn paging<'a>(asked: &Asked, shown: usize, total: u64) -> Paging<'a> {
    let offset = asked.offset() as u64;
    let shown = shown as u64;
    // Paragraphs found by meaning alone are not in the total but stand on the first pages.
    let total = total.max(if shown > 0 { offset + shown } else { 0 });
    let has_next = offset + shown < total && asked.page < asked::LAST_PAGE && shown > 0;
    Paging {
        from: if shown == 0 { 0 } else { offset + 1 },
        until: offset + shown,
        total,
        previous: (asked.page > 1).then(|| Cow::Owned(asked.at_page(asked.page - 1))),
        next: has_next.then(|| Cow::Owned(asked.at_page(asked.page + 1))),
    }
}

/// Whether no further part can be turned to although there is more: the first thousand entries are ranked and ordered.
fn is_cut(paging: &Paging<'_>) -> bool {
    paging.next.is_none() && paging.until < paging.total
}

fn orders(asked: &Asked, reader: Reader) -> Vec<Choice<'static>> {
    let words = reader.words();
    let choice = |(order, word, key): (Order, &str, &str)| Choice {
        address: Cow::Owned(asked.in_order(word)),
        words: Cow::Borrowed(words.say(key)),
        is_current: asked.order() == order,
    };
    let all = [
        (Order::Best, "best", "order-best"),
        (Order::Oldest, "oldest", "order-oldest"),
        (Order::Newest, "newest", "order-newest"),
    ];
    all.into_iter().map(choice).collect()
}

/// A search that failed for a reason of ours.
pub(crate) fn broken(error: &dyn std::fmt::Display) -> Fault {
    Fault::ours(format!("a search failed: {error}"))
}
