//! Where facts come from, as pages show it: links where they can be, words where not.

use plenum_pages::parts::Link;
use plenum_pages::process::Source;
use std::borrow::Cow;

use crate::{addresses, view};
use plenum_model::Symbol;

/// The parts of a source: addresses lead there, symbols to their document, the rest is words.
pub(crate) fn sources(source: &str) -> Vec<Source<'_>> {
    let part = |part: &'_ str| {
        let bare = part.strip_prefix("https://").or_else(|| part.strip_prefix("http://"));
        let address = match bare {
            Some(_) if !part.contains(char::is_whitespace) => Some(part.to_owned()),
            _ if is_address(part) => Some(format!("https://{part}")),
            _ => None,
        };
        Source { words: Cow::Owned(bare.unwrap_or(part).to_owned()), address: address.map(Cow::Owned) }
    };
    source.split(';').map(str::trim).filter(|part| !part.is_empty()).map(part).collect()
}

/// Whether words are an address of which `https://` was left out: `dig.watch/?p=1`, `letstalkcyber.org`.
fn is_address(words: &str) -> bool {
    let host = words.split('/').next().unwrap_or_default();
    let is_host = host.contains('.') && host.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-');
    let ends_well =
        host.rsplit('.').next().is_some_and(|last| last.len() >= 2 && last.bytes().all(|b| b.is_ascii_lowercase()));
    is_host && ends_well && words.bytes().all(|b| b.is_ascii_graphic() && !b"\"<>\\`".contains(&b))
}

/// A document by its symbol, as a link: to its page, or to a search where the symbol is none.
pub(crate) fn by_symbol(symbol: &str) -> Link<'_> {
    match Symbol::parse(symbol) {
        Ok(parsed) => Link::new(view::document_address(&parsed), symbol),
        Err(_) => Link::new(addresses::search(symbol), symbol),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_leads_where_it_can() {
        let shown = |source| {
            let one = |s: Source<'_>| format!("{} -> {}", s.words, s.address.unwrap_or_default());
            sources(source).into_iter().map(one).collect::<Vec<_>>()
        };
        assert_eq!(shown("https://a.org/b"), ["a.org/b -> https://a.org/b"]);
        assert_eq!(
            shown("dig.watch/?p=1; a report, 2025"),
            ["dig.watch/?p=1 -> https://dig.watch/?p=1", "a report, 2025 -> "]
        );
        assert_eq!(shown("A/70/174"), ["A/70/174 -> "]);
        assert_eq!(shown("javascript:alert(1)"), ["javascript:alert(1) -> "]);
    }
}
