//! Cookies: four small ones of ours, read and written by hand.

use axum::http::{HeaderMap, HeaderValue, header};

/// The interface's language.
pub(crate) const LANGUAGE: &str = "language";
/// Light or dark.
pub(crate) const THEME: &str = "theme";
/// The reader's time zone: its IANA name.
pub(crate) const ZONE: &str = "zone";
/// The administrator's session.
pub(crate) const SESSION: &str = "session";

const YEAR_SECONDS: i64 = 365 * 24 * 60 * 60;

/// The value of a cookie, as sent; the first if it was sent twice.
pub(crate) fn get<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let pairs = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = pairs.flat_map(|line| line.split(';'));
    pairs.find_map(|pair| pair.trim().split_once('=').filter(|(key, _)| *key == name).map(|(_, value)| value))
}

/// A preference that lasts a year; scripts need not see it.
pub(crate) fn preference(name: &str, value: &str, is_secure: bool) -> HeaderValue {
    write(name, value, YEAR_SECONDS, "Lax", is_secure)
}

/// The session: gone with the browser's or after `seconds`; never sent by other sites' pages.
pub(crate) fn session(value: &str, seconds: i64, is_secure: bool) -> HeaderValue {
    write(SESSION, value, seconds, "Strict", is_secure)
}

fn write(name: &str, value: &str, seconds: i64, same_site: &str, is_secure: bool) -> HeaderValue {
    let secure = if is_secure { "; Secure" } else { "" };
    let line = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite={same_site}{secure}");
    // Names are constants; values are a language's tag, a theme's word, a zone's name, or hexadecimal digits and a stop.
    HeaderValue::from_str(&line).expect("our own cookies are plain ASCII")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static("xtheme=dark; theme=light; language=fr"));
        assert_eq!(get(&headers, THEME), Some("light"));
        assert_eq!(get(&headers, LANGUAGE), Some("fr"));
        assert_eq!(get(&headers, SESSION), None);
    }
}
