//! What went wrong, said to a person: what happened, why, what to do. One type for every handler.
//!
//! A handler returns a [`Fault`]; `delivery` turns it into a page in the reader's language, or into JSON, and logs
//! faults of ours there, once. The cause of a 500 is never shown.

use crate::app::Shared;
use crate::reader::Reader;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use plenum_pages::desk::{ErrorPage, Mishap};
use plenum_pages::parts::Link;
use plenum_pages::{Frame, Room, Template};
use std::borrow::Cow;
use std::sync::Arc;

/// What a handler could not do.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    status: StatusCode,
    mishap: Mishap<'static>,
    nearby: Vec<Link<'static>>,
    /// For the log only.
    cause: Option<String>,
}

impl Fault {
    fn new(status: StatusCode, mishap: Mishap<'static>) -> Self {
        Self { status, mishap, nearby: Vec::new(), cause: None }
    }
    /// No page has this address.
    pub(crate) fn no_page() -> Self {
        Self::new(StatusCode::NOT_FOUND, Mishap::NoPage)
    }
    /// The page takes no such method.
    pub(crate) fn no_such_method() -> Self {
        Self::new(StatusCode::METHOD_NOT_ALLOWED, Mishap::NoPage)
    }
    /// The document is not kept.
    pub(crate) fn no_document(symbol: &str, nearby: Vec<Link<'static>>) -> Self {
        Self { nearby, ..Self::new(StatusCode::NOT_FOUND, Mishap::NoDocument(Cow::Owned(symbol.to_owned()))) }
    }
    /// The document has no such paragraph or revision.
    pub(crate) fn no_paragraph(symbol: &str, number: &str, nearby: Vec<Link<'static>>) -> Self {
        let mishap = Mishap::NoParagraph(Cow::Owned(symbol.to_owned()), Cow::Owned(number.to_owned()));
        Self { nearby, ..Self::new(StatusCode::NOT_FOUND, mishap) }
    }
    /// What was sent could not be understood; why, in words for the reader.
    pub(crate) fn not_understood(why: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, Mishap::NotUnderstood(Cow::Owned(why.into())))
    }
    /// Only an administrator may do this, and this is none.
    pub(crate) fn not_allowed() -> Self {
        Self::new(StatusCode::FORBIDDEN, Mishap::NotAllowed)
    }
    /// What was sent is larger than `limit_bytes`.
    pub(crate) fn too_large(limit_bytes: usize) -> Self {
        let megabytes = u64::try_from(limit_bytes / 1_000_000).unwrap_or(u64::MAX);
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, Mishap::TooLarge(megabytes))
    }
    /// Too many attempts.
    pub(crate) fn too_many(seconds: u64) -> Self {
        Self::new(StatusCode::TOO_MANY_REQUESTS, Mishap::TooMany(seconds))
    }
    /// It took too long, or too much is waiting.
    pub(crate) fn busy() -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, Mishap::Busy)
    }
    /// A fault of ours; `cause` goes to the log and nowhere else.
    pub(crate) fn ours(cause: impl Into<String>) -> Self {
        let cause = Some(cause.into());
        Self { cause, ..Self::new(StatusCode::INTERNAL_SERVER_ERROR, Mishap::Fault) }
    }

    /// The fault of an answer that some layer made without saying more than its status.
    pub(crate) fn of_status(status: StatusCode, limit_bytes: usize) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::no_page(),
            StatusCode::METHOD_NOT_ALLOWED => Self::no_such_method(),
            StatusCode::PAYLOAD_TOO_LARGE => Self::too_large(limit_bytes),
            status if status.is_client_error() => Self { status, ..Self::not_understood("") },
            status => Self::ours(format!("an answer without a cause: {status}")),
        }
    }

    /// What happened and what to do, in English, for programs.
    fn in_english(&self) -> (String, &'static str) {
        match &self.mishap {
            Mishap::NoPage if self.status == StatusCode::METHOD_NOT_ALLOWED => {
                ("This address does not take that method.".into(), "See /openapi.json for what each address takes.")
            }
            Mishap::NoPage => ("No page has this address.".into(), "See /openapi.json for the addresses there are."),
            Mishap::NoDocument(symbol) => {
                (format!("The document {symbol} is not kept."), "Try one of `nearby`, or search.")
            }
            Mishap::NoParagraph(symbol, number) => {
                (format!("{symbol} has no paragraph or reading {number}."), "Open the document and look for it there.")
            }
            Mishap::NotUnderstood(why) if why.is_empty() => {
                ("What was sent could not be understood.".into(), "See /openapi.json for what each address takes.")
            }
            Mishap::NotUnderstood(why) => (why.to_string(), "Put it right and try again."),
            Mishap::NotAllowed => {
                ("Only an administrator may do this.".into(), "Sign in at /upload from a page of this site.")
            }
            Mishap::TooLarge(megabytes) => {
                (format!("What was sent is larger than {megabytes} MB."), "Send a smaller file, or raise the limit.")
            }
            Mishap::TooMany(seconds) => (format!("Too many attempts; wait {seconds} s."), "Try again later."),
            Mishap::Busy => ("The server is busy.".into(), "Try again in a moment."),
            Mishap::Fault => ("Something went wrong here.".into(), "Try again; the log has the details."),
        }
    }

    /// The answer in the shape that was asked for; logs the cause.
    pub(crate) fn show(&self, shared: &Shared, reader: Reader, path: &str) -> Response {
        let log_number = self.cause.as_ref().map(|cause| {
            let number = format!("{:x}", shared.now_ms());
            // What follows is a reader's token, which no log may hold.
            let path = if path.starts_with("/subscriptions/") { "/subscriptions/…" } else { path };
            tracing::error!(number, path, "a page could not be made: {cause}");
            number
        });
        let mut response = if path.ends_with(".json") {
            self.as_json().into_response()
        } else if path.ends_with(".atom") || path.ends_with(".xml") {
            let (what, remedy) = self.in_english();
            format!("{what} {remedy}\n").into_response()
        } else {
            self.as_page(shared, reader, path, log_number)
        };
        *response.status_mut() = self.status;
        if let Mishap::TooMany(seconds) = self.mishap {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }

    fn as_json(&self) -> axum::Json<serde_json::Value> {
        let (what, remedy) = self.in_english();
        let nearby: Vec<_> =
            self.nearby.iter().map(|link| serde_json::json!({"address": link.address, "symbol": link.words})).collect();
        axum::Json(serde_json::json!({
            "error": { "status": self.status.as_u16(), "what": what, "try": remedy, "nearby": nearby }
        }))
    }

    fn as_page(&self, shared: &Shared, reader: Reader, address: &str, log_number: Option<String>) -> Response {
        let mut frame = Frame::new(reader.words(), Room::Nowhere, address.to_owned());
        frame.theme = reader.theme();
        frame.origin = Cow::Borrowed(&shared.app.origin);
        frame.is_private = true;
        let page = ErrorPage {
            frame,
            status: self.status.as_u16(),
            mishap: self.mishap.clone(),
            nearby: self.nearby.clone(),
            log_number: log_number.map(Cow::Owned),
        };
        match page.render() {
            Ok(html) => axum::response::Html(html).into_response(),
            Err(error) => {
                tracing::error!("the error page could not be written: {error}");
                let (what, remedy) = self.in_english();
                format!("{what} {remedy}\n").into_response()
            }
        }
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

impl From<plenum_store::StoreError> for Fault {
    fn from(error: plenum_store::StoreError) -> Self {
        Self::ours(error.to_string())
    }
}

impl From<crate::letters::Broken> for Fault {
    fn from(error: crate::letters::Broken) -> Self {
        Self::ours(error.to_string())
    }
}

impl From<plenum_search::SearchError> for Fault {
    fn from(error: plenum_search::SearchError) -> Self {
        Self::ours(error.to_string())
    }
}

/// What a panic becomes; its words are for the log.
pub(crate) fn of_panic(panic: Box<dyn std::any::Any + Send>) -> Response {
    let words = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    Fault::ours(format!("panic: {}", words.unwrap_or("without words"))).into_response()
}
