//! Instruments and the glossary.

use crate::answer::{self, Outcome, Shape, keep};
use crate::app::House;
use crate::fault::Fault;
use crate::json::{InstrumentBody, TermBody};
use crate::reader::Reader;
use crate::{names, view};
use axum::extract::{OriginalUri, Path, State};
use plenum_model::knowledge::{Instrument, Term};
use plenum_model::process::is_slug;
use plenum_pages::Room;
use plenum_pages::instrument::{GlossaryPage, InstrumentPage, InstrumentRow, InstrumentsPage, TermRow};
use plenum_pages::parts::Link;
use std::borrow::Cow;

/// `/instruments`
pub(crate) async fn list(State(house): State<House>, reader: Reader, OriginalUri(uri): OriginalUri) -> Outcome {
    let instruments = house.app.store.instruments().await?;
    let mut frame = view::frame(&house, reader, Room::Processes, &uri.to_string());
    frame.title = Cow::Borrowed(reader.words().say("instruments"));
    frame.json = Some(Cow::Borrowed("/instruments.json"));
    let page = InstrumentsPage { frame, instruments: instruments.iter().map(row).collect() };
    Ok(keep(answer::page(&page, reader)?))
}

/// `/instruments.json`
#[utoipa::path(get, path = "/instruments.json", tag = "record", responses((status = 200, body = [InstrumentBody])))]
/// What processes set up for States to use.
pub(crate) async fn list_json(State(house): State<House>) -> Outcome {
    let instruments = house.app.store.instruments().await?;
    let body: Vec<_> = instruments.iter().map(|one| InstrumentBody::of(one, &[])).collect();
    Ok(keep(answer::json(&body)?))
}

/// `/instruments/{slug}`, also with `.json`.
#[utoipa::path(get, path = "/instruments/{slug}.json", tag = "record",
    params(("slug" = String, Path, description = "The instrument's name in addresses")),
    responses((status = 200, body = InstrumentBody), (status = 404, description = "No such instrument")))]
/// One instrument with all that is claimed of it.
pub(crate) async fn one(
    State(house): State<House>,
    reader: Reader,
    OriginalUri(uri): OriginalUri,
    Path(path): Path<String>,
) -> Outcome {
    let (slug, shape) = Shape::of(&path);
    if !is_slug(slug) {
        return Err(Fault::no_page());
    }
    let Some(instrument) = house.app.store.instrument(slug).await? else { return Err(Fault::no_page()) };
    let ledgers = house.app.store.ledgers(slug).await?;
    if shape == Shape::Json {
        return Ok(keep(answer::json(&InstrumentBody::of(&instrument, &ledgers))?));
    }
    if shape != Shape::Page {
        return Err(Fault::no_page());
    }
    let known = names::known(&house, reader.language).await?;
    let mut frame = view::frame(&house, reader, Room::Processes, &uri.to_string());
    frame.title = Cow::Borrowed(&instrument.name);
    frame.description = Cow::Borrowed(&instrument.summary);
    frame.json = Some(Cow::Owned(format!("/instruments/{slug}.json")));
    let process = |slug: &'_ str| Link::new(format!("/processes/{slug}"), known.process(slug).to_owned());
    let page = InstrumentPage {
        frame,
        row: row(&instrument),
        process: instrument.process.as_deref().map(process),
        mandate: instrument.mandate.as_deref().map(view::by_symbol),
        from: instrument.from,
        figures: ledgers.iter().map(|ledger| view::figure(ledger, reader.words())).collect(),
        sources: view::sources(&instrument.source),
        is_confirmed: instrument.is_confirmed,
    };
    Ok(keep(answer::page(&page, reader)?))
}

/// An instrument in a list.
pub(crate) fn row(instrument: &Instrument) -> InstrumentRow<'_> {
    InstrumentRow {
        address: Cow::Owned(format!("/instruments/{}", instrument.slug)),
        name: Cow::Borrowed(&instrument.name),
        summary: Cow::Borrowed(&instrument.summary),
        stands: instrument.stands.as_deref().map(Cow::Borrowed),
    }
}

/// `/glossary`
pub(crate) async fn glossary(State(house): State<House>, reader: Reader, OriginalUri(uri): OriginalUri) -> Outcome {
    let terms = house.app.store.terms().await?;
    let mut frame = view::frame(&house, reader, Room::Processes, &uri.to_string());
    frame.title = Cow::Borrowed(reader.words().say("glossary"));
    frame.json = Some(Cow::Borrowed("/glossary.json"));
    let page = GlossaryPage { frame, terms: terms.iter().map(term_row).collect() };
    Ok(keep(answer::page(&page, reader)?))
}

fn term_row(term: &Term) -> TermRow<'_> {
    TermRow {
        slug: Cow::Borrowed(&term.slug),
        term: Cow::Borrowed(&term.term),
        meaning: Cow::Borrowed(&term.meaning),
        sources: view::sources(&term.source),
    }
}

/// `/glossary.json`
#[utoipa::path(get, path = "/glossary.json", tag = "record", responses((status = 200, body = [TermBody])))]
/// Words of the trade, explained.
pub(crate) async fn glossary_json(State(house): State<House>) -> Outcome {
    let terms = house.app.store.terms().await?;
    let body: Vec<_> = terms.iter().map(TermBody::of).collect();
    Ok(keep(answer::json(&body)?))
}
