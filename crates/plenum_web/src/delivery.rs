//! The way of every request: who reads, what is kept already, what went wrong, compressed how, unchanged since when.

use crate::answer::Keep;
use crate::app::House;
use crate::compress::{Effort, WORTHWHILE_BYTES, compress};
use crate::cookies;
use crate::fault::Fault;
use crate::guard;
use crate::kept::{Answer, Key};
use crate::reader::{self, Encoding, Reader};
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use sha2::{Digest, Sha256};
use std::sync::Arc;
use std::time::Duration;

/// Longer addresses are nobody's. A question of 500 Chinese characters takes 4,500 bytes, those before it 2,500.
const LONGEST_ADDRESS_BYTES: usize = 8_192;
/// A key longer than this is a search nobody repeats.
const LONGEST_KEPT_ADDRESS_BYTES: usize = 300;
/// An upload of 50 MB takes so long on a line of 3 Mbit/s.
const UPLOAD_MS: u64 = 150_000;

/// Marks an answer that is sent while it is made: it is neither kept nor compressed, and has no tag.
#[derive(Clone, Copy)]
pub(crate) struct Streamed;

/// The one layer around all routes.
pub(crate) async fn deliver(State(house): State<House>, mut request: Request, next: Next) -> Response {
    let reader = Reader::of(request.headers(), request.uri());
    let asked = Asked::of(&request, house.app.origin.starts_with("https://"));
    if asked.is_head {
        // Handlers answer as for GET, so that a HEAD tells the same length and tag.
        *request.method_mut() = Method::GET;
    }
    let state = house.kept.state(house.edition(), house.now_ms());
    let key = asked.key(request.method(), request.uri(), reader);
    if let Some(answer) = key.as_ref().and_then(|key| house.kept.get(key, state)) {
        return asked.answer(answer);
    }
    request.extensions_mut().insert(reader);
    let path = request.uri().path().to_owned();
    let limit_ms = if request.method() == Method::POST { UPLOAD_MS } else { house.app.limits.page_ms };
    let response = if request.uri().path_and_query().is_some_and(|p| p.as_str().len() > LONGEST_ADDRESS_BYTES) {
        Fault::no_page().into_response()
    } else {
        let made = tokio::time::timeout(Duration::from_millis(limit_ms), next.run(request)).await;
        made.unwrap_or_else(|_| Fault::busy().into_response())
    };
    let response = with_fault_shown(response, &house, reader, &path);
    if response.extensions().get::<Streamed>().is_some() {
        return asked.stream(response);
    }
    let is_kept = response.extensions().get::<Keep>().is_some();
    let answer = finish(response, reader.encoding).await;
    if let Some(key) = key.filter(|_| is_kept) {
        house.kept.put(key, state, answer.clone());
    }
    asked.answer(answer)
}

/// What of the request is needed once it has been handed on.
struct Asked {
    is_head: bool,
    /// The language that the address chose, to be remembered: the links that choose one are on every page.
    language_cookie: Option<HeaderValue>,
    unless_tag: Option<HeaderValue>,
}

impl Asked {
    fn of(request: &Request, is_secure: bool) -> Self {
        let unless_tag = request.headers().get(header::IF_NONE_MATCH).cloned();
        let language = reader::asked_for(request.uri());
        let language_cookie = language.map(|tag| cookies::preference(cookies::LANGUAGE, tag, is_secure));
        Self { is_head: request.method() == Method::HEAD, language_cookie, unless_tag }
    }

    fn key(&self, method: &Method, uri: &Uri, reader: Reader) -> Option<Key> {
        let path_and_query = uri.path_and_query()?.as_str();
        let fits = *method == Method::GET && path_and_query.len() <= LONGEST_KEPT_ADDRESS_BYTES;
        fits.then(|| Key { path_and_query: path_and_query.into(), reader })
    }

    /// Sends the answer, or only that it is the one the reader has.
    fn answer(self, answer: Answer) -> Response {
        let is_known = answer.status == StatusCode::OK
            && self.unless_tag.as_ref().is_some_and(|tags| holds_tag(tags, answer.headers.get(header::ETAG)));
        let length = answer.body.len();
        let body = if is_known || self.is_head { Body::empty() } else { Body::from(answer.body) };
        let mut response = Response::new(body);
        *response.status_mut() = if is_known { StatusCode::NOT_MODIFIED } else { answer.status };
        *response.headers_mut() = answer.headers;
        let headers = response.headers_mut();
        if let Some(cookie) = self.language_cookie {
            headers.append(header::SET_COOKIE, cookie);
        }
        if is_known {
            headers.remove(header::CONTENT_TYPE);
            headers.remove(header::CONTENT_ENCODING);
        } else if self.is_head {
            headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
        }
        response
    }
}

impl Asked {
    /// Hands on what comes bit by bit, with the headers that protect it.
    fn stream(self, mut response: Response) -> Response {
        guard::protect(response.headers_mut());
        // Proxies that gather answers before they send them would undo it.
        response.headers_mut().insert("x-accel-buffering", HeaderValue::from_static("no"));
        if self.is_head {
            *response.body_mut() = Body::empty();
        }
        response
    }
}

/// Whether a list of tags (`W/"a", "b"`) holds this one; compared weakly, as RFC 9110 has it for `If-None-Match`.
fn holds_tag(tags: &HeaderValue, tag: Option<&HeaderValue>) -> bool {
    let (Ok(tags), Some(Ok(tag))) = (tags.to_str(), tag.map(HeaderValue::to_str)) else { return false };
    let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    tags.split(',').any(|one| one.trim() == "*" || bare(one) == bare(tag))
}

fn with_fault_shown(response: Response, house: &House, reader: Reader, path: &str) -> Response {
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return response;
    }
    if let Some(fault) = response.extensions().get::<Arc<Fault>>() {
        return fault.show(house, reader, path);
    }
    // A page that says itself what went wrong (a form with its remarks) stands; a layer's bare words do not.
    let is_page =
        response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if is_page { response } else { Fault::of_status(status, house.app.limits.upload_bytes).show(house, reader, path) }
}

/// Reads the whole body, compresses it, gives it its tag and the headers that protect it.
async fn finish(response: Response, encoding: Encoding) -> Answer {
    let (mut parts, body) = response.into_parts();
    // Every body here is whole already; streams have gone another way.
    let (status, plain) = match to_bytes(body, usize::MAX).await {
        Ok(bytes) => (parts.status, bytes),
        Err(error) => {
            tracing::error!("an answer broke off: {error}");
            (StatusCode::INTERNAL_SERVER_ERROR, Bytes::new())
        }
    };
    let headers = &mut parts.headers;
    headers.remove(header::CONTENT_LENGTH);
    if status == StatusCode::OK && !headers.contains_key(header::ETAG) {
        headers.insert(header::ETAG, tag(&plain));
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        // Kept by browsers, but asked for anew each time: the tag makes that cheap.
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    }
    if !headers.contains_key(header::VARY) {
        headers.insert(header::VARY, HeaderValue::from_static("Accept-Language, Accept-Encoding, Cookie"));
    }
    let body = if is_worth_compressing(headers, plain.len()) { compressed(&plain, encoding, headers) } else { plain };
    guard::protect(headers);
    Answer { status, headers: parts.headers, body }
}

fn is_worth_compressing(headers: &HeaderMap, length: usize) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let is_text = kind.starts_with("text/") || kind.contains("json") || kind.contains("xml") || kind.contains("svg");
    is_text && length >= WORTHWHILE_BYTES && !headers.contains_key(header::CONTENT_ENCODING)
}

fn compressed(plain: &Bytes, encoding: Encoding, headers: &mut HeaderMap) -> Bytes {
    if let Some(name) = encoding.name() {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
    }
    compress(plain, encoding, Effort::Quick)
}

/// Weak, because the same words compressed in another way have the same tag.
fn tag(bytes: &[u8]) -> HeaderValue {
    let hash = crate::seal::hexadecimal(&Sha256::digest(bytes)[..12]);
    HeaderValue::from_str(&format!("W/\"{hash}\"")).expect("hexadecimal digits fit into a header")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_compared_weakly() {
        let tag = HeaderValue::from_static("W/\"abc\"");
        for (tags, expected) in
            [("W/\"abc\"", true), ("\"abc\"", true), ("\"x\", W/\"abc\"", true), ("*", true), ("\"ab\"", false)]
        {
            assert_eq!(holds_tag(&HeaderValue::from_static(tags), Some(&tag)), expected, "{tags}");
        }
    }
}
