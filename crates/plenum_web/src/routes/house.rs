//! Pages about the house itself: status, the API, help; and what machines ask for.

use crate::answer::{self, Outcome, keep, with_type};
use crate::app::House;
use crate::compress::{Effort, WORTHWHILE_BYTES, compress};
use crate::fault::Fault;
use crate::json::StatusBody;
use crate::reader::Reader;
use crate::routes::home::holdings;
use crate::{openapi, view};
use axum::extract::{OriginalUri, Path, State};
use axum::http::{HeaderValue, header};
use bytes::Bytes;
use plenum_pages::Room;
use plenum_pages::desk::{ApiPage, HelpPage, StatusPage};
use plenum_store::documents::{Filter, Order};
use std::borrow::Cow;

/// `/status`
pub(crate) async fn status(State(house): State<House>, reader: Reader, OriginalUri(uri): OriginalUri) -> Outcome {
    let counted = crate::counts::counted(&house).await?;
    let index = house.app.index.figures();
    let mut frame = view::frame(&house, reader, Room::Status, &uri.to_string());
    frame.title = Cow::Borrowed(reader.words().say("room-status"));
    frame.json = Some(Cow::Borrowed("/status.json"));
    let page = StatusPage {
        frame,
        version: Cow::Borrowed(house.app.version),
        database: Cow::Borrowed(&counted.figures.engine),
        holdings: holdings(&house).await?,
        by_words: index.paragraphs,
        by_meaning: index.with_meaning,
        behind: u64::try_from(house.edition() - house.app.index.upto()).unwrap_or(0),
        meaning: view::meaning(&house),
        index_bytes: index.bytes,
        database_bytes: counted.figures.database_bytes,
        files_bytes: counted.figures.file_bytes,
        up_seconds: up_seconds(&house),
        findings: Vec::new(),
    };
    answer::page(&page, reader)
}

fn up_seconds(house: &House) -> u64 {
    u64::try_from((house.now_ms() - house.started_at_ms) / 1000).unwrap_or(0)
}

/// `/status.json`
#[utoipa::path(get, path = "/status.json", tag = "house", responses((status = 200, body = StatusBody)))]
/// How the machine is doing: what is kept, what can be found, how far meaning is.
pub(crate) async fn status_json(State(house): State<House>) -> Outcome {
    let counted = crate::counts::counted(&house).await?;
    let index = house.app.index.figures();
    let figures = &counted.figures;
    answer::json(&StatusBody {
        version: house.app.version,
        database: &figures.engine,
        documents: figures.documents,
        paragraphs: figures.paragraphs,
        references: figures.references,
        files: figures.files,
        last_change: figures.last_change,
        indexed_change: house.app.index.upto(),
        indexed_paragraphs: index.paragraphs,
        with_meaning: index.with_meaning,
        has_encoder: house.app.has_encoder,
        index_bytes: index.bytes,
        database_bytes: figures.database_bytes,
        files_bytes: figures.file_bytes,
        up_seconds: up_seconds(&house),
    })
}

/// `/api`
pub(crate) async fn api(State(house): State<House>, reader: Reader, OriginalUri(uri): OriginalUri) -> Outcome {
    let mut frame = view::frame(&house, reader, Room::Api, &uri.to_string());
    frame.title = Cow::Borrowed(reader.words().say("room-api"));
    frame.json = Some(Cow::Borrowed("/openapi.json"));
    let description = openapi::description();
    let operations = openapi::operations(&description);
    let page = ApiPage { frame, description: Cow::Borrowed("/openapi.json"), operations };
    Ok(keep(answer::page(&page, reader)?))
}

/// `/openapi.json`
pub(crate) async fn openapi() -> Outcome {
    Ok(keep(answer::json(&openapi::description())?))
}

/// `/help`
pub(crate) async fn help(State(house): State<House>, reader: Reader, OriginalUri(uri): OriginalUri) -> Outcome {
    let mut frame = view::frame(&house, reader, Room::Help, &uri.to_string());
    frame.title = Cow::Borrowed(reader.words().say("help-title"));
    Ok(keep(answer::page(&HelpPage { frame }, reader)?))
}

/// `/robots.txt`: searches are endless, uploads are nobody's.
pub(crate) async fn robots(State(house): State<House>) -> Outcome {
    let origin = &house.app.origin;
    let text = format!(
        "User-agent: *\nDisallow: /upload\nDisallow: /desk\nDisallow: /library?\nDisallow: /library/suggest\nDisallow: /ask?\nDisallow: /ask/aloud\nDisallow: /ask/embed?\nDisallow: /questions/\n\nSitemap: {origin}/sitemap.txt\n"
    );
    Ok(keep(with_type(text, "text/plain; charset=utf-8")))
}

/// `/sitemap.txt`: the pages that stay, one a line.
pub(crate) async fn sitemap(State(house): State<House>) -> Outcome {
    const MOST: u32 = 50_000; // What the sitemap protocol takes in one file.
    let filter = Filter { with_text: true, ..Filter::default() };
    let store = &house.app.store;
    let list = store.list(&filter, Order::Symbol, MOST - 1_000, 0);
    let (list, processes, actors, digests) =
        tokio::try_join!(list, store.processes(), store.actors("en"), store.digests(true))?;
    let origin = &house.app.origin;
    let mut text = String::new();
    let beside = ["instruments", "claims", "glossary", "digests"];
    for room in ["", "library", "ask", "processes", "calendar", "actors", "votes", "help"].into_iter().chain(beside) {
        text.push_str(&format!("{origin}/{room}\n"));
    }
    for line in &processes {
        text.push_str(&format!("{origin}/processes/{}\n", line.process.slug));
    }
    for line in &actors {
        text.push_str(&format!("{origin}/actors/{}\n", line.slug));
    }
    for line in &digests {
        text.push_str(&format!("{origin}/digests/{}\n", line.id));
    }
    for line in &list.lines {
        text.push_str(&format!("{origin}{}\n", view::document_address(&line.document.facts.symbol)));
    }
    Ok(keep(with_type(text, "text/plain; charset=utf-8")))
}

/// `/healthz`: whether the database answers.
pub(crate) async fn health(State(house): State<House>) -> Outcome {
    house.app.store.last_change().await?;
    Ok(answer::private(with_type("ok\n", "text/plain; charset=utf-8")))
}

/// `/assets/{name}`: its name holds a hash of its content, so it may be kept for ever.
pub(crate) async fn asset(Path(name): Path<String>, reader: Reader) -> Outcome {
    let Some(asset) = plenum_pages::asset(&name) else { return Err(Fault::no_page()) };
    let plain = Bytes::from_static(asset.bytes);
    let coding = reader.encoding.name().filter(|_| plain.len() >= WORTHWHILE_BYTES);
    let body = if coding.is_some() { compress(&plain, reader.encoding, Effort::Thorough) } else { plain };
    let mut response = with_type(body, asset.content_type);
    let headers = response.headers_mut();
    if let Some(coding) = coding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    let keeping = if asset.immutable { "public, max-age=31536000, immutable" } else { "public, max-age=3600" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keeping));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    Ok(keep(response))
}

/// `/favicon.ico`: the mark, for browsers that ask before they have read the page.
pub(crate) async fn favicon() -> Outcome {
    answer::moved(plenum_pages::assets::mark_path())
}
