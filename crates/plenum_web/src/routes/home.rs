//! The first page: what is newest, which processes there are.

use crate::answer::{self, Outcome, keep};
use crate::app::{House, Shared};
use crate::json::{HomeBody, LineBody, ProcessLineBody};
use crate::reader::Reader;
use crate::routes::calendar::Asked;
use crate::{feeds, names, view};
use axum::extract::{OriginalUri, State};
use plenum_pages::Room;
use plenum_pages::home::{Holdings, HomePage};
use std::borrow::Cow;

const NEWEST: u32 = 12;
const COMING: usize = 4;
const FEED: u32 = 50;

/// `/`
pub(crate) async fn page(State(house): State<House>, reader: Reader, OriginalUri(uri): OriginalUri) -> Outcome {
    let store = &house.app.store;
    let (newest, processes) = tokio::try_join!(store.newest(NEWEST), store.processes())?;
    let mut frame = view::frame(&house, reader, Room::Home, &uri.to_string());
    frame.atom = Some(Cow::Borrowed("/index.atom"));
    frame.json = Some(Cow::Borrowed("/index.json"));
    let known = names::known(&house, reader.language).await?;
    let coming = Asked::parse("").choose(store.calendar(None).await?, house.now_ms());
    let page = HomePage {
        frame,
        holdings: holdings(&house).await?,
        newest: newest.iter().map(view::row).collect(),
        coming: coming.iter().take(COMING).map(|line| view::event_row(line, None, &known, true)).collect(),
        processes: processes.iter().filter(|line| line.process.until.is_none()).map(view::process_row).collect(),
    };
    Ok(keep(answer::page(&page, reader)?))
}

/// `/index.json`
#[utoipa::path(get, path = "/index.json", tag = "record", responses((status = 200, body = HomeBody)))]
/// What the first page shows: how much is kept, the newest documents, the processes.
pub(crate) async fn json(State(house): State<House>) -> Outcome {
    let store = &house.app.store;
    let (newest, processes) = tokio::try_join!(store.newest(NEWEST), store.processes())?;
    let held = holdings(&house).await?;
    let body = HomeBody {
        documents: held.documents,
        paragraphs: held.paragraphs,
        newest: newest.iter().map(LineBody::of).collect(),
        processes: processes.iter().map(ProcessLineBody::of).collect(),
    };
    Ok(keep(answer::json(&body)?))
}

/// `/index.atom`
#[utoipa::path(get, path = "/index.atom", tag = "feeds", responses((status = 200, content_type = "application/atom+xml")))]
/// The documents kept last, as a feed.
pub(crate) async fn atom(State(house): State<House>, reader: Reader) -> Outcome {
    let lines = house.app.store.newest(FEED).await?;
    let title = reader.words().say("name");
    Ok(keep(answer::feed(&feeds::documents(&house.app.origin, title, reader, "/index.atom", "/", &lines))?))
}

/// How much is kept, counted once for each state of the record.
pub(crate) async fn holdings(shared: &Shared) -> plenum_store::Result<Holdings> {
    let counted = crate::counts::counted(shared).await?;
    Ok(Holdings {
        documents: counted.figures.with_text,
        paragraphs: counted.figures.paragraphs,
        languages: counted.counts.languages.len() as u64,
    })
}
