//! A reader's question: one to five hundred characters, in one of the six languages.

use crate::text::{is_arabic, is_cyrillic, is_han, tokens};

/// The longest question, in characters.
pub const LONGEST: usize = 500;

/// A question, with the language it is asked in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    text: String,
    language: &'static str,
}

/// Why a text is no question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoQuestion {
    /// Nothing to look for.
    #[error("a question needs at least one word")]
    Empty,
    /// Too long.
    #[error("a question has at most 500 characters")]
    TooLong,
}

impl Question {
    /// Reads a question; control characters become spaces.
    ///
    /// Errors: [`NoQuestion`].
    pub fn parse(text: &str) -> Result<Self, NoQuestion> {
        let plain = text.replace(char::is_control, " ");
        let text = plain.trim();
        if text.chars().count() > LONGEST {
            return Err(NoQuestion::TooLong);
        }
        if !text.chars().any(char::is_alphanumeric) {
            return Err(NoQuestion::Empty);
        }
        Ok(Self { text: text.to_owned(), language: language_of(text) })
    }
    /// A part of it, in its language.
    pub(crate) fn with_text(&self, text: &str) -> Self {
        Self { text: text.trim().chars().take(LONGEST).collect(), language: self.language }
    }
    /// The words as asked.
    pub fn text(&self) -> &str {
        &self.text
    }
    /// `ar`, `zh`, `en`, `fr`, `ru` or `es`.
    pub fn language(&self) -> &'static str {
        self.language
    }
}

/// Small words that are frequent in one language and absent from the others.
const SMALL: [(&str, &[&str]); 3] = [
    (
        "en",
        &[
            "the", "what", "which", "who", "when", "where", "how", "did", "does", "is", "was", "of", "and", "were",
            "in", "many",
        ],
    ),
    (
        "fr",
        &[
            "le", "les", "quel", "quelle", "quels", "quelles", "qui", "quand", "est", "du", "des", "dans", "combien",
            "et", "une", "sur", "ou", "au", "ete", "il", "qu",
        ],
    ),
    (
        "es",
        &[
            "el", "los", "las", "que", "cual", "cuales", "quien", "cuando", "es", "del", "en", "cuantos", "cuantas",
            "y", "fue", "donde", "por", "como", "se",
        ],
    ),
];

/// The language of a question, by its letters and small words; English where nothing tells.
pub(crate) fn language_of(text: &str) -> &'static str {
    let count = |is: fn(char) -> bool| text.chars().filter(|c| is(*c)).count();
    let (han, arabic, cyrillic) = (count(is_han), count(is_arabic), count(is_cyrillic));
    let latin = text.chars().filter(char::is_ascii_alphabetic).count();
    // A Chinese character says as much as several letters.
    let (most, tag) = [(han * 3, "zh"), (arabic, "ar"), (cyrillic, "ru")].into_iter().max().unwrap_or((0, "en"));
    if most > 0 && most * 2 >= latin {
        return tag;
    }
    if text.contains(['¿', '¡', 'ñ']) {
        return "es";
    }
    let words = tokens(text);
    let score = |small: &[&str]| words.iter().filter(|token| small.contains(&token.word.as_str())).count();
    let best = SMALL.iter().rev().max_by_key(|(tag, small)| (score(small), *tag == "en"));
    best.map_or("en", |(tag, _)| tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_tells_its_language() {
        let check = |text: &str, expected: &str| {
            assert_eq!(Question::parse(text).expect("a question").language(), expected, "{text}");
        };
        check("When was A/80/257 adopted?", "en");
        check("Quand le rapport a-t-il été adopté ?", "fr");
        check("¿Cuándo se aprobó el informe?", "es");
        check("Когда был принят доклад?", "ru");
        check("报告何时通过？OEWG", "zh");
        check("متى اعتمد التقرير A/80/257؟", "ar");
        check("A/80/257", "en");
    }

    #[test]
    fn what_is_no_question_is_refused() {
        assert_eq!(Question::parse(" \u{0} ?"), Err(NoQuestion::Empty));
        assert_eq!(Question::parse(&"a".repeat(501)), Err(NoQuestion::TooLong));
    }
}
