//! Answers in the shapes that readers and programs ask for: a page, JSON, a feed, a way elsewhere.

use crate::fault::Fault;
use crate::reader::Reader;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use plenum_pages::Template;
use plenum_pages::feed::Feed;
use serde::Serialize;

/// What every handler gives back.
pub(crate) type Outcome = Result<Response, Fault>;

/// Marks an answer that depends on nothing but the address, the reader and the state of the record.
#[derive(Clone, Copy)]
pub(crate) struct Keep;

/// Which shape of a page was asked for, by the ending of its address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Page,
    Json,
    Atom,
    AkomaNtoso,
}

impl Shape {
    /// Parts an address from its ending.
    pub(crate) fn of(path: &str) -> (&str, Self) {
        let endings = [(".json", Self::Json), (".atom", Self::Atom), (".xml", Self::AkomaNtoso)];
        let found = endings.into_iter().find_map(|(ending, shape)| path.strip_suffix(ending).map(|rest| (rest, shape)));
        found.unwrap_or((path, Self::Page))
    }
}

/// A page in the reader's language.
pub(crate) fn page(page: &impl Template, reader: Reader) -> Outcome {
    let html = page.render().map_err(|error| Fault::ours(format!("a page could not be written: {error}")))?;
    let mut response = with_type(html, "text/html; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(reader.language));
    Ok(response)
}

/// A feed.
pub(crate) fn feed(feed: &Feed<'_>) -> Outcome {
    let xml = feed.render().map_err(|error| Fault::ours(format!("a feed could not be written: {error}")))?;
    Ok(with_type(xml, "application/atom+xml; charset=utf-8"))
}

/// JSON.
pub(crate) fn json(body: &impl Serialize) -> Outcome {
    let text =
        serde_json::to_string(body).map_err(|error| Fault::ours(format!("JSON could not be written: {error}")))?;
    let mut response = with_type(text, "application/json");
    // Programs on other sites' pages may read what everybody may read; they send no cookie with it.
    response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    Ok(response)
}

/// A body of a type.
pub(crate) fn with_type(body: impl Into<axum::body::Body>, content_type: &'static str) -> Response {
    let mut response = Response::new(body.into());
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}

/// The way to where it is now; it may be elsewhere later.
pub(crate) fn moved(to: &str) -> Outcome {
    redirect(StatusCode::FOUND, to)
}

/// The way to where it is from now on.
pub(crate) fn moved_for_good(to: &str) -> Outcome {
    redirect(StatusCode::PERMANENT_REDIRECT, to)
}

/// The way to what a form brought about.
pub(crate) fn see(to: &str) -> Outcome {
    redirect(StatusCode::SEE_OTHER, to)
}

fn redirect(status: StatusCode, to: &str) -> Outcome {
    let to = HeaderValue::from_str(to).map_err(|_| Fault::ours(format!("{to:?} is no address to redirect to")))?;
    Ok((status, [(header::LOCATION, to)]).into_response())
}

/// Marks an answer as one that may be kept for the next reader.
pub(crate) fn keep(mut response: Response) -> Response {
    response.extensions_mut().insert(Keep);
    response
}

/// Marks an answer as nobody's but this reader's.
pub(crate) fn private(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_of_an_address_is_its_shape() {
        assert_eq!(Shape::of("A/80/257.json"), ("A/80/257", Shape::Json));
        assert_eq!(Shape::of("A/AC.292/2025/CRP.1"), ("A/AC.292/2025/CRP.1", Shape::Page));
        assert_eq!(Shape::of("A/AC.292/2025/CRP.1.xml"), ("A/AC.292/2025/CRP.1", Shape::AkomaNtoso));
    }

    #[test]
    fn no_header_can_be_smuggled_into_a_redirect() {
        assert!(moved("/\r\nset-cookie: x=y").is_err());
    }
}
