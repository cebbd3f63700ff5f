//! Bringing in a file through the page: token, file, reading beside the original, publishing.
//!
//! Deny by default: every handler but the two that ask for the token begins with [`door`]. Nothing reaches the store
//! before somebody publishes; what waits is in memory (see `pending`).

pub(crate) mod door;
mod facts;

use crate::answer::{self, Outcome, private};
use crate::app::{House, Refusal};
use crate::fault::Fault;
use crate::guard;
use crate::pending::Upload;
use crate::reader::Reader;
use crate::routes::file::{Manner, hand_out};
use crate::view::{self, Placing};
use axum::Form;
use axum::extract::multipart::MultipartError;
use axum::extract::{Multipart, OriginalUri, Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use bytes::{Bytes, BytesMut};
use door::Admitted;
use facts::Fields;
use plenum_model::{RevisionTag, anchor};
use plenum_pages::Room;
use plenum_pages::document::{ParagraphView, nest_headings};
use plenum_pages::parts::Link;
use plenum_pages::upload::{self as pages, UploadPage, UploadReadingPage, UploadTokenPage};
use plenum_store::ContentHash;
use plenum_store::facts::Authority;
use plenum_store::keeping::{FileOrigin, New};
use plenum_store::paragraphs::{Placed, Targets};
use serde::Deserialize;
use std::borrow::Cow;
use std::sync::Arc;

/// The form sends one file and nothing else; a body of thousands of parts is no form of ours.
const MOST_PARTS: usize = 8;
/// How many paragraphs are shown before publishing: enough to judge a reading by.
const SHOWN: usize = 400;

/// `GET /upload`: the form for a file, or the one for the token.
pub(crate) async fn form(
    State(house): State<House>,
    reader: Reader,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
) -> Outcome {
    if door::is_administrator(&house, &headers) {
        file_form(&house, reader, &uri.to_string(), None, StatusCode::OK)
    } else {
        token_form(&house, reader, false, StatusCode::OK)
    }
}

/// The token, as the form sends it.
#[derive(Deserialize)]
pub(crate) struct Token {
    token: String,
}

/// `POST /upload/token`
pub(crate) async fn give_token(
    State(house): State<House>,
    reader: Reader,
    headers: HeaderMap,
    Form(given): Form<Token>,
) -> Outcome {
    let Some(cookie) = door::sign_in(&house, &headers, &given.token)? else {
        return token_form(&house, reader, true, StatusCode::FORBIDDEN);
    };
    let mut response = private(answer::see("/upload")?);
    response.headers_mut().insert(header::SET_COOKIE, cookie);
    Ok(response)
}

/// `POST /upload`: reads the file and puts it with those that wait.
pub(crate) async fn receive(
    State(house): State<House>,
    reader: Reader,
    _admitted: Admitted,
    multipart: Multipart,
) -> Outcome {
    let (name, bytes) = match one_file(multipart, house.app.limits.upload_bytes).await {
        Ok(file) => file,
        Err(Unfit::TooLarge) => return too_large(&house, reader),
        Err(Unfit::NoForm) => return Err(Fault::not_understood("multipart/form-data: file")),
    };
    let turn = house.readings.acquire().await.map_err(|error| Fault::ours(error.to_string()))?;
    let read = house.app.read_file.read(bytes.clone()).await;
    drop(turn);
    let format = (house.app.formats.recognise)(&bytes);
    let readings = match read {
        Ok(readings) if !readings.is_empty() => readings,
        Ok(_) => return refused(&house, reader, &name, format, &nothing_in_it()),
        Err(refusal) => return refused(&house, reader, &name, format, &refusal),
    };
    let now_ms = house.now_ms();
    let upload = |reading| Upload { file_name: name.clone(), format, bytes: bytes.clone(), reading, at_ms: now_ms };
    let waiting = house.pending.put(readings.into_iter().map(upload).collect(), now_ms).map_err(|_| Fault::busy())?;
    match waiting[..] {
        [number] => Ok(private(answer::see(&format!("/upload/{number}"))?)),
        _ => Ok(private(answer::see("/upload")?)),
    }
}

enum Unfit {
    TooLarge,
    NoForm,
}

impl From<MultipartError> for Unfit {
    fn from(error: MultipartError) -> Self {
        if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Self::TooLarge } else { Self::NoForm }
    }
}

/// The one file of the form, with its name.
async fn one_file(mut multipart: Multipart, most_bytes: usize) -> Result<(String, Bytes), Unfit> {
    for _ in 0..MOST_PARTS {
        let Some(mut field) = multipart.next_field().await? else { break };
        if field.name() != Some("file") {
            continue;
        }
        // A name is shown and kept, never used as a path.
        let name: String =
            field.file_name().unwrap_or_default().chars().filter(|c| !c.is_control()).take(200).collect();
        let mut bytes = BytesMut::new();
        while let Some(chunk) = field.chunk().await? {
            if bytes.len() + chunk.len() > most_bytes {
                return Err(Unfit::TooLarge);
            }
            bytes.extend_from_slice(&chunk);
        }
        return Ok((name, bytes.freeze()));
    }
    Err(Unfit::NoForm)
}

fn nothing_in_it() -> Refusal {
    Refusal {
        what: "Nothing was found in the file.".into(),
        why: String::new(),
        remedy: "Check that it is the file you meant.".into(),
        key: "refusal-empty".into(),
    }
}

fn too_large(house: &House, reader: Reader) -> Outcome {
    let words = reader.words();
    let refusal = pages::Refusal {
        file: Cow::Borrowed(""),
        what: Cow::Owned(words.count("error-too-large-why", limit_mb(house))),
        remedy: Cow::Borrowed(words.say("error-too-large-remedy")),
        lang: Cow::Borrowed(words.lang()),
        key: Cow::Borrowed(""),
    };
    file_form(house, reader, "/upload", Some(refusal), StatusCode::PAYLOAD_TOO_LARGE)
}

fn refused(house: &House, reader: Reader, name: &str, format: &str, refusal: &Refusal) -> Outcome {
    let status = if format == "file" { StatusCode::UNSUPPORTED_MEDIA_TYPE } else { StatusCode::UNPROCESSABLE_ENTITY };
    let what = if refusal.why.is_empty() { refusal.what.clone() } else { format!("{} {}", refusal.what, refusal.why) };
    let shown = pages::Refusal {
        file: Cow::Borrowed(name),
        what: Cow::Owned(what),
        remedy: Cow::Borrowed(&refusal.remedy),
        lang: Cow::Borrowed("en"),
        key: Cow::Borrowed(&refusal.key),
    };
    file_form(house, reader, "/upload", Some(shown), status)
}

fn limit_mb(house: &House) -> u64 {
    u64::try_from(house.app.limits.upload_bytes / 1_000_000).unwrap_or(u64::MAX)
}

fn file_form(
    house: &House,
    reader: Reader,
    uri: &str,
    refusal: Option<pages::Refusal<'_>>,
    status: StatusCode,
) -> Outcome {
    let waiting = house.pending.list(house.now_ms());
    let page = UploadPage {
        frame: frame(house, reader, uri),
        limit_mb: limit_mb(house),
        refusal,
        waiting: waiting.into_iter().map(|(number, name)| Link::new(format!("/upload/{number}"), name)).collect(),
    };
    with_status(answer::page(&page, reader)?, status)
}

fn token_form(house: &House, reader: Reader, is_wrong: bool, status: StatusCode) -> Outcome {
    let page = UploadTokenPage { frame: frame(house, reader, "/upload"), is_wrong };
    with_status(answer::page(&page, reader)?, status)
}

fn with_status(response: Response, status: StatusCode) -> Outcome {
    let mut response = private(response);
    *response.status_mut() = status;
    Ok(response)
}

fn frame<'a>(house: &'a House, reader: Reader, uri: &str) -> plenum_pages::Frame<'a> {
    let mut frame = view::frame(house, reader, Room::Upload, uri);
    frame.title = Cow::Borrowed(reader.words().say("room-upload"));
    frame.is_private = true;
    frame
}

/// `GET /upload/{number}`: what was read, beside the original.
pub(crate) async fn review(
    State(house): State<House>,
    reader: Reader,
    headers: HeaderMap,
    Path(number): Path<u64>,
) -> Outcome {
    if !door::is_administrator(&house, &headers) {
        return token_form(&house, reader, false, StatusCode::FORBIDDEN);
    }
    let upload = waiting(&house, number)?;
    reading_page(&house, reader, number, &upload, &Fields::of(&upload.reading), Vec::new()).await
}

fn waiting(house: &House, number: u64) -> Result<Arc<Upload>, Fault> {
    house.pending.get(number, house.now_ms()).ok_or_else(Fault::no_page)
}

async fn reading_page(
    house: &House,
    reader: Reader,
    number: u64,
    upload: &Upload,
    fields: &Fields,
    wrong: Vec<String>,
) -> Outcome {
    let processes = house.app.store.processes().await?;
    let placed = placed(upload);
    let status = if wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = UploadReadingPage {
        frame: frame(house, reader, &format!("/upload/{number}")),
        file: Cow::Borrowed(&upload.file_name),
        format: Cow::Owned(upload.format.to_uppercase()),
        original: Cow::Owned(format!("/upload/{number}/original")),
        is_pdf: upload.format == "pdf",
        facts: fields.view(),
        wrong: wrong.into_iter().map(Cow::Owned).collect(),
        paragraphs: paragraphs(&placed, &fields.tag()),
        paragraphs_total: upload.reading.paragraphs.len() as u64,
        troubles: view::troubles(&upload.reading.troubles),
        revises: revises(house, fields).await?.map(Cow::Owned),
        processes: processes
            .iter()
            .map(|line| (Cow::Borrowed(&*line.process.slug), Cow::Borrowed(&*line.process.name)))
            .collect(),
        publish: Cow::Owned(format!("/upload/{number}/publish")),
        discard: Cow::Owned(format!("/upload/{number}/discard")),
    };
    let mut response = answer::page(&page, reader)?;
    let policy = HeaderValue::from_static(guard::WITH_OWN_FRAME);
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    with_status(response, status)
}

/// The first paragraphs, placed as they will be.
fn placed(upload: &Upload) -> Vec<Placed> {
    let all = &upload.reading.paragraphs;
    let both = all.iter().zip(anchor::anchors(all)).take(SHOWN).enumerate();
    both.map(|(at, (paragraph, anchor))| Placed {
        paragraph_id: 0,
        position: u32::try_from(at).expect("at most some hundred are shown"),
        anchor,
        paragraph: paragraph.clone(),
    })
    .collect()
}

fn paragraphs<'a>(placed: &'a [Placed], tag: &RevisionTag) -> Vec<ParagraphView<'a>> {
    let targets = Targets::default();
    let symbol = plenum_model::Symbol::parse("X").expect("a letter is a symbol");
    let placing = Placing { symbol: &symbol, tag, targets: &targets };
    let mut last_page = None;
    let mut views = Vec::with_capacity(placed.len());
    for placed in placed {
        let page = placed.paragraph.page.filter(|page| Some(*page) != last_page);
        last_page = placed.paragraph.page.or(last_page);
        let mut view = view::paragraph(placed, &placing, page);
        // It has no address yet but its place on this page.
        view.address = Cow::Owned(format!("#p{}", placed.anchor));
        views.push(view);
    }
    nest_headings(&mut views);
    views
}

/// The current reading that this one will be a revision of.
async fn revises(house: &House, fields: &Fields) -> Result<Option<String>, Fault> {
    let Some(symbol) = fields.symbol() else { return Ok(None) };
    let line = house.app.store.document(&symbol).await?.filter(|line| line.current.is_some());
    Ok(line.map(|line| view::document_address(&line.document.facts.symbol)))
}

/// `GET /upload/{number}/original`
pub(crate) async fn original(State(house): State<House>, headers: HeaderMap, Path(number): Path<u64>) -> Outcome {
    if !door::is_administrator(&house, &headers) {
        return Err(Fault::not_allowed());
    }
    let upload = waiting(&house, number)?;
    Ok(private(hand_out(upload.bytes.clone(), upload.format, &upload.file_name, Manner::LookInOurFrame)))
}

/// `POST /upload/{number}/publish`
pub(crate) async fn publish(
    State(house): State<House>,
    reader: Reader,
    _admitted: Admitted,
    Path(number): Path<u64>,
    Form(fields): Form<Fields>,
) -> Outcome {
    let upload = waiting(&house, number)?;
    let (facts, language) = match fields.understand(reader.words()) {
        Ok(understood) => understood,
        Err(wrong) => return reading_page(&house, reader, number, &upload, &fields, wrong).await,
    };
    // The file first: a row must never name a file that is not there.
    let hash: ContentHash = house.app.files.put(upload.bytes.to_vec()).await?;
    let file = FileOrigin {
        hash,
        bytes: upload.bytes.len() as u64,
        name: upload.file_name.clone(),
        format: upload.format.to_owned(),
    };
    let mut reading = upload.reading.clone();
    reading.language = language;
    let new = New { facts, authority: Authority::Importer, file, reading };
    let compare = house.app.formats.compare;
    let kept = house.app.store.keep(new, "administrator", house.now_ms(), &compare).await?;
    house.app.store.tie_claims().await?;
    house.pending.take(number);
    house.kept.forget();
    tracing::info!("published {} {} through the page", kept.symbol, kept.tag);
    let address = plenum_model::Address { symbol: kept.symbol, revision: Some(kept.tag), anchor: None };
    Ok(private(answer::see(&address.to_string())?))
}

/// `POST /upload/{number}/discard`
pub(crate) async fn discard(State(house): State<House>, _admitted: Admitted, Path(number): Path<u64>) -> Outcome {
    house.pending.take(number);
    Ok(private(answer::see("/upload")?))
}
