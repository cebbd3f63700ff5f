//! What stands around every answer: the headers that tell browsers what a page may not do, and where posts may come from.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

/// No script but ours, no frame, no other host: the pages need nothing else.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The same for the upload's page, which shows a PDF beside its text in a frame of our own.
pub(crate) const WITH_OWN_FRAME: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; frame-src 'self'";

/// For the frame that other sites may carry: anybody may frame it, and it may do no more than any page of ours.
pub(crate) const IN_ANY_FRAME: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; \
     base-uri 'none'; frame-ancestors *";

/// For files of strangers: nothing in them may run or load, wherever they are opened.
pub(crate) const SANDBOX: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";

/// For a PDF that a browser shows: its viewer brings its own style, and a sandbox would stop the viewer itself.
pub(crate) const PDF: &str = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'";

/// The same within the upload's page.
pub(crate) const PDF_IN_OUR_FRAME: &str =
    "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";

const ALWAYS: [(HeaderName, &str); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
    ),
    (HeaderName::from_static("x-permitted-cross-domain-policies"), "none"),
];

/// Adds the headers; a handler's own Content-Security-Policy stands.
pub(crate) fn protect(headers: &mut HeaderMap) {
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(CONTENT_SECURITY_POLICY));
}

/// Whether a post comes from a page of ours, by what the browser says of it.
///
/// Browsers send `Origin` with every post and `Sec-Fetch-Site` where they know it; programs send neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sender {
    /// A page of ours.
    OurPage,
    /// Another site's page, or one that hides what it is.
    Stranger,
    /// No browser of the last ten years.
    Silent,
}

impl Sender {
    /// Reads the headers; `origin` is our own.
    pub(crate) fn of(headers: &HeaderMap, origin: &str) -> Self {
        let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
        if let Some(site) = text(HeaderName::from_static("sec-fetch-site")) {
            return if matches!(site, "same-origin" | "none") { Self::OurPage } else { Self::Stranger };
        }
        let Some(sent) = text(header::ORIGIN) else { return Self::Silent };
        let host = text(header::HOST).unwrap_or_default();
        let is_host = sent.split_once("://").is_some_and(|(_, named)| !host.is_empty() && named == host);
        if is_host || sent == origin { Self::OurPage } else { Self::Stranger }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pairs: &[(&'static str, &'static str)], expected: Sender) {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        assert_eq!(Sender::of(&headers, "https://plenum.example"), expected, "{pairs:?}");
    }

    #[test]
    fn a_post_says_where_it_comes_from() {
        check(&[("sec-fetch-site", "same-origin")], Sender::OurPage);
        check(&[("sec-fetch-site", "cross-site"), ("origin", "https://plenum.example")], Sender::Stranger);
        check(&[("sec-fetch-site", "same-site")], Sender::Stranger);
        check(&[("origin", "https://plenum.example")], Sender::OurPage);
        check(&[("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")], Sender::OurPage);
        check(&[("origin", "http://evil.example"), ("host", "127.0.0.1:8080")], Sender::Stranger);
        check(&[("origin", "null"), ("host", "127.0.0.1:8080")], Sender::Stranger);
        check(&[("host", "127.0.0.1:8080")], Sender::Silent);
    }
}
