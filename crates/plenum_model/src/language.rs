//! Languages of texts, by tag.

use std::fmt;

/// A language tag of two or three lower-case letters, with optional region or script parts (`zh`, `pt-br`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language(String);

/// Why a text is not a language tag.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a language: write a tag such as en, ar or zh")]
pub struct NotALanguage(pub String);

/// The six official languages of the United Nations, in the order in which the United Nations lists them.
pub const UN_SIX: [&str; 6] = ["ar", "zh", "en", "fr", "ru", "es"];

impl Language {
    /// Parses a tag; letters become lower case.
    pub fn parse(text: &str) -> Result<Self, NotALanguage> {
        let tag = text.trim().to_ascii_lowercase();
        let mut parts = tag.split('-');
        let first_fits =
            parts.next().is_some_and(|p| (2..=3).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_lowercase()));
        let rest_fits = parts.all(|p| (2..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()));
        if first_fits && rest_fits { Ok(Self(tag)) } else { Err(NotALanguage(text.chars().take(40).collect())) }
    }
    /// English.
    pub fn english() -> Self {
        Self("en".into())
    }
    /// Not known: `und`, as the standard has it.
    pub fn unknown() -> Self {
        Self("und".into())
    }
    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// Whether it is written from right to left.
    pub fn is_right_to_left(&self) -> bool {
        matches!(self.0.split('-').next(), Some("ar" | "fa" | "he" | "ur" | "ps" | "yi" | "dv" | "syr"))
    }
    /// `rtl` or `ltr`, for the `dir` attribute.
    pub fn direction(&self) -> &'static str {
        if self.is_right_to_left() { "rtl" } else { "ltr" }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_is_written_from_the_right() {
        assert_eq!(Language::parse("AR").map(|l| l.direction()), Ok("rtl"));
        assert_eq!(Language::parse("fr").map(|l| l.direction()), Ok("ltr"));
    }

    #[test]
    fn a_sentence_is_not_a_language() {
        assert!(Language::parse("the English").is_err());
        assert!(Language::parse("").is_err());
    }
}
