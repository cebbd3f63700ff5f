//! Answers: sentences that rest on cited words. A sentence without a citation cannot be built.

use std::ops::Range;

/// Words of a passage on which a sentence rests.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Quotation {
    /// Which of the passages handed in, from 0.
    pub passage: usize,
    /// Where the words stand in the passage's text: bytes, on character borders, from and to (exclusive).
    pub span: Range<usize>,
}

/// One sentence of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    text: String,
    quotations: Vec<Quotation>,
}

/// A sentence was to be built that rests on nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a sentence of an answer must cite at least one passage")]
pub struct Uncited;

impl Sentence {
    /// A sentence with the words it rests on.
    ///
    /// Errors: [`Uncited`] where there are none. Whether they support it is decided by `plenum_answers::check`.
    pub fn new(text: impl Into<String>, quotations: Vec<Quotation>) -> Result<Self, Uncited> {
        if quotations.is_empty() { Err(Uncited) } else { Ok(Self { text: text.into(), quotations }) }
    }
    /// The sentence, in the reader's language; words taken from passages stand in quotation marks.
    pub fn text(&self) -> &str {
        &self.text
    }
    /// The words it rests on, at least one.
    pub fn quotations(&self) -> &[Quotation] {
        &self.quotations
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_without_a_citation_cannot_be_built() {
        assert_eq!(Sentence::new("It is so.", Vec::new()), Err(Uncited));
        let one = Quotation { passage: 0, span: 0..2 };
        assert_eq!(Sentence::new("It is so.", vec![one]).expect("cited").quotations().len(), 1);
    }
}
