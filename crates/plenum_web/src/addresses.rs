//! Addresses of our own pages, written and checked.

use std::fmt::Write;

/// A value for the query part of an address: everything but letters, digits and a few marks escaped.
pub(crate) fn escape(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 8);
    for byte in value.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' | b':' => {
                out.push(char::from(byte))
            }
            b' ' => out.push('+'),
            _ => write!(out, "%{byte:02X}").expect("writing to a string does not fail"),
        }
    }
    out
}

/// A path or value without its escapes; `None` if they are broken.
pub(crate) fn unescape(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
        let value = digit(rest.next())? * 16 + digit(rest.next())?;
        bytes.push(u8::try_from(value).ok()?);
    }
    String::from_utf8(bytes).ok()
}

/// A path with its query: pairs with an empty value are left out.
pub(crate) fn with_query<'a>(path: &str, pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut out = String::from(path);
    let mut joint = '?';
    for (name, value) in pairs {
        if !value.is_empty() {
            write!(out, "{joint}{name}={}", escape(value)).expect("writing to a string does not fail");
            joint = '&';
        }
    }
    out
}

/// The library's search for words.
pub(crate) fn search(words: &str) -> String {
    with_query("/library", [("q", words)])
}

/// A path on this very site, or `/` for anything else: what a form sends back is never trusted to lead elsewhere.
///
/// Browsers read `\` as `/` and skip tabs and line ends, so all of these make an address foreign.
pub(crate) fn local_or_home(path: &str) -> &str {
    let starts_well = path.starts_with('/') && !path[1..].starts_with(['/', '\\']);
    let is_plain = path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if starts_well && is_plain && path.len() <= 2_000 { path } else { "/" }
}

/// An address without the part of its query that chooses the interface's language.
pub(crate) fn without_language(path_and_query: &str) -> String {
    let Some((path, query)) = path_and_query.split_once('?') else { return path_and_query.to_owned() };
    let is_kept = |pair: &&str| !matches!(pair.split('=').next(), Some("ui" | "lang") | None) && !pair.is_empty();
    let kept: Vec<&str> = query.split('&').filter(is_kept).collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_path_of_ours_is_gone_back_to() {
        for path in ["/", "/library?q=a%20b&order=oldest", "/d/A/80/257/en1/p/12(b)#p12"] {
            assert_eq!(local_or_home(path), path);
        }
        let foreign = [
            "",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "javascript:alert(1)",
            "/\t/evil.example",
            "\\\\evil",
            "/a\r\nset-cookie: x",
            "evil",
            "/é",
        ];
        for path in foreign {
            assert_eq!(local_or_home(path), "/", "{path:?}");
        }
    }

    #[test]
    fn a_query_is_escaped() {
        assert_eq!(search("\"agreed language\" & <b>"), "/library?q=%22agreed+language%22+%26+%3Cb%3E");
        assert_eq!(with_query("/library", [("q", ""), ("page", "2")]), "/library?page=2");
    }

    #[test]
    fn the_canonical_address_chooses_no_language() {
        assert_eq!(without_language("/library?q=x&ui=ar&page=2"), "/library?q=x&page=2");
        assert_eq!(without_language("/?ui=ar"), "/");
    }
}
