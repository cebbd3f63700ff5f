//! Who reads: in which language the interface speaks, in which theme, and how bytes may be compressed.

use crate::cookies;
use axum::extract::FromRequestParts;
use axum::http::{HeaderMap, Uri, header, request::Parts};
use plenum_model::Zone;
use plenum_model::language::UN_SIX;
use plenum_pages::{Theme, Words};
use std::convert::Infallible;

/// What a request tells of its reader; with the path, all that a kept page depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Reader {
    /// The interface's language, one of the six.
    pub(crate) language: &'static str,
    /// Light or dark: the word of `plenum_pages::Theme`.
    theme: &'static str,
    /// The zone on whose clock the reader wants to see times, from the cookie; only the calendar asks.
    pub(crate) zone: Option<Zone>,
    /// How the answer may be compressed.
    pub(crate) encoding: Encoding,
}

/// How an answer is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Encoding {
    Plain,
    Gzip,
    Brotli,
}

impl Reader {
    /// The language asked for by `?ui=` (or `?lang=`), then by the cookie, then by `Accept-Language`, then English.
    pub(crate) fn of(headers: &HeaderMap, uri: &Uri) -> Self {
        let language = asked_for(uri)
            .or_else(|| cookies::get(headers, cookies::LANGUAGE).and_then(one_of_six))
            .or_else(|| text(headers, header::ACCEPT_LANGUAGE).and_then(accepted))
            .unwrap_or("en");
        let theme = cookies::get(headers, cookies::THEME).map_or(Theme::System, Theme::parse).as_str();
        let encoding = text(headers, header::ACCEPT_ENCODING).map_or(Encoding::Plain, Encoding::best);
        // Elsewhere the zone changes nothing, and one kept page serves all zones.
        let zone = cookies::get(headers, cookies::ZONE).filter(|_| uri.path() == "/calendar");
        let zone = zone.and_then(Zone::find);
        Self { language, theme, zone, encoding }
    }

    /// The interface's words.
    pub(crate) fn words(self) -> &'static Words {
        Words::of(self.language)
    }

    /// Light or dark.
    pub(crate) fn theme(self) -> Theme {
        Theme::parse(self.theme)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Reader {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get().copied().unwrap_or_else(|| Self::of(&parts.headers, &parts.uri)))
    }
}

impl Encoding {
    /// The word of `Content-Encoding`.
    pub(crate) fn name(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Gzip => Some("gzip"),
            Self::Brotli => Some("br"),
        }
    }

    /// Brotli before gzip where the reader takes both.
    fn best(accepted: &str) -> Self {
        let takes = |name: &str| weighted(accepted).any(|(coding, weight)| coding == name && weight > 0.0);
        match () {
            () if takes("br") => Self::Brotli,
            () if takes("gzip") => Self::Gzip,
            () => Self::Plain,
        }
    }
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

/// The language that an address chooses by `?ui=` (or `?lang=`).
pub(crate) fn asked_for(uri: &Uri) -> Option<&'static str> {
    let pairs = uri.query()?.split('&').filter_map(|pair| pair.split_once('='));
    pairs.filter(|(key, _)| matches!(*key, "ui" | "lang")).find_map(|(_, value)| one_of_six(value))
}

/// The tag of one of the six languages, whatever its region (`fr-CH` is French).
pub(crate) fn one_of_six(tag: &str) -> Option<&'static str> {
    let first = tag.trim().split(['-', '_']).next()?;
    UN_SIX.into_iter().find(|known| known.eq_ignore_ascii_case(first))
}

fn accepted(line: &str) -> Option<&'static str> {
    let mut best: Option<(&'static str, f32)> = None;
    for (tag, weight) in weighted(line) {
        let known = one_of_six(tag).filter(|_| weight > 0.0);
        if let Some(tag) = known.filter(|_| best.is_none_or(|(_, most)| weight > most)) {
            best = Some((tag, weight));
        }
    }
    best.map(|(tag, _)| tag)
}

/// The values of a weighted list (`fr;q=0.9, en`) with their weights; nonsense weighs nothing.
fn weighted(line: &str) -> impl Iterator<Item = (&str, f32)> {
    // Twenty is more than any browser sends; a longer list is not worth the time.
    line.split(',').take(20).map(|item| {
        let (value, parameters) = item.split_once(';').unwrap_or((item, ""));
        let weight = match parameters.trim().strip_prefix("q=") {
            Some(weight) => weight.trim().parse().unwrap_or(0.0),
            None => 1.0,
        };
        (value.trim(), weight)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn check(path: &str, cookie: &'static str, accept: &'static str, expected: &str) {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static(cookie));
        headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(accept));
        let uri = path.parse().expect("a path");
        assert_eq!(Reader::of(&headers, &uri).language, expected, "{path} {cookie} {accept}");
    }

    #[test]
    fn the_address_beats_the_cookie_and_the_cookie_the_browser() {
        check("/?ui=ar", "language=fr", "ru", "ar");
        check("/?q=x", "language=fr", "ru", "fr");
        check("/", "", "ru", "ru");
        check("/", "", "de, ja", "en");
    }

    #[test]
    fn the_browsers_weights_are_kept() {
        check("/", "", "de;q=0.9, es-MX;q=0.5, zh-Hant;q=0.8", "zh");
        check("/", "", "fr-CH, en;q=0.8", "fr");
        check("/", "", "fr;q=0, en;q=0.1", "en");
        check("/", "", ";;;q=,,q=1;", "en");
    }

    #[test]
    fn nonsense_in_address_or_cookie_is_passed_over() {
        check("/?ui=%3Cscript%3E", "language=%00", "fr", "fr");
    }

    #[test]
    fn a_coding_refused_is_not_used() {
        assert_eq!(Encoding::best("gzip, deflate, br, zstd"), Encoding::Brotli);
        assert_eq!(Encoding::best("br;q=0, gzip;q=0.5"), Encoding::Gzip);
        assert_eq!(Encoding::best("identity"), Encoding::Plain);
    }
}
