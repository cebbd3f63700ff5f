//! Addresses of documents, revisions and paragraphs: the address is the citation.
//!
//! `/d/A/80/257` is a document, `/d/A/80/257/en1` one revision, `/d/A/80/257/en1/p/12(b)` one paragraph of it,
//! `/d/A/80/257/p/12` that paragraph in the current revision (redirects).

use crate::{Anchor, Language, Symbol};
use std::fmt;

/// Which reading of a document: a language and a count from 1, written `en1`, `ar2`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RevisionTag {
    /// The language of the text.
    pub language: Language,
    /// 1 for the first reading kept in that language.
    pub ordinal: u32,
}

impl RevisionTag {
    /// Parses `en1`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits_at = text.find(|c: char| c.is_ascii_digit())?;
        let (tag, digits) = text.split_at(digits_at);
        let plain = tag.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') && !digits.starts_with('0');
        let ordinal = digits.parse().ok()?;
        plain.then(|| Language::parse(tag).ok()).flatten().map(|language| Self { language, ordinal })
    }
}

impl fmt::Display for RevisionTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.language, self.ordinal)
    }
}

/// The address of a document, of a revision of it, or of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Address {
    /// The document.
    pub symbol: Symbol,
    /// The revision; `None` means the current one.
    pub revision: Option<RevisionTag>,
    /// The paragraph; `None` means the whole.
    pub anchor: Option<Anchor>,
}

/// Why a path is no address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not the address of a document")]
pub struct NotAnAddress(pub String);

impl Address {
    /// Parses the path after `/d/`, percent-decoded.
    pub fn parse(path: &str) -> Result<Self, NotAnAddress> {
        let refuse = || NotAnAddress(path.chars().take(120).collect());
        let path = path.trim_matches('/');
        let (document, anchor) = match path.rsplit_once("/p/") {
            Some((document, anchor)) => (document, Some(Anchor::parse(anchor).map_err(|_| refuse())?)),
            None => (path, None),
        };
        let (symbol, revision) = match document.rsplit_once('/').map(|(s, last)| (s, RevisionTag::parse(last))) {
            Some((symbol, Some(revision))) => (symbol, Some(revision)),
            _ => (document, None),
        };
        let symbol = Symbol::parse(symbol).map_err(|_| refuse())?;
        Ok(Self { symbol, revision, anchor })
    }
}

impl fmt::Display for Address {
    /// Writes the whole path from `/d/`, percent-encoded where an address needs it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/d/{}", self.symbol)?;
        if let Some(revision) = &self.revision {
            write!(f, "/{revision}")?;
        }
        if let Some(anchor) = &self.anchor {
            f.write_str("/p/")?;
            for byte in anchor.as_str().bytes() {
                if byte.is_ascii_alphanumeric() || b"().-+~".contains(&byte) {
                    write!(f, "{}", char::from(byte))?;
                } else {
                    write!(f, "%{byte:02X}")?;
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_is_written() {
        for path in ["A/80/257", "A/80/257/en1", "A/80/257/en1/p/12(b)", "A/80/257/p/12", "UNGDC/FRA/70/en12/p/0+3"] {
            assert_eq!(Address::parse(path).map(|a| a.to_string()), Ok(format!("/d/{path}")));
        }
    }

    #[test]
    fn a_symbol_that_looks_like_a_tag_stays_a_symbol() {
        let address = Address::parse("A/C.1").expect("a symbol");
        assert_eq!(address.revision, None);
        assert!(Address::parse("en1").is_ok_and(|a| a.revision.is_none()));
    }

    #[test]
    fn letters_outside_ascii_are_escaped() {
        let address = Address {
            symbol: Symbol::parse("UDHR").expect("symbol"),
            revision: None,
            anchor: Anchor::parse("المادة").ok(),
        };
        assert!(address.to_string().is_ascii());
    }

    #[test]
    fn nonsense_is_refused() {
        for path in ["", "/", "A/80/257/p/", "A/80/257/p/<x>", "A b/../c", "p/12"] {
            assert!(Address::parse(path).is_err(), "{path}");
        }
    }
}
