//! The last word: a sentence is shown only if what it cites supports it.
//!
//! Numbers, dates, names, symbols, negation, modal verbs and conditions must agree with the cited passage, quotations must be literal.
//! The same function holds for sentences composed here and for those of a language model; whoever writes may lie.

use crate::dates;
use crate::draft::{Draft, Part, Sources};
use crate::orders::gives_orders;
use crate::passage::Passage;
use crate::phrases::{date, marks};
use crate::support::{self, Claimed};
use crate::text::fold;
use plenum_model::answer::{Quotation, Sentence};
use std::borrow::Cow;

/// Why a sentence is not shown.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unsupported {
    /// It cites nothing.
    #[error("it cites nothing")]
    Uncited,
    /// It cites a passage that was not handed in, or words that are not there.
    #[error("it cites what is not there")]
    NoSuchPassage,
    /// It quotes words that the passage does not have.
    #[error("the passage does not say \"{0}\"")]
    Quotation(String),
    /// A number that the passage does not have, or has of something else.
    #[error("the passage does not have the number {0}")]
    Number(u64),
    /// A date that the passage does not have.
    #[error("the passage does not have the date {0}")]
    Date(String),
    /// A name or symbol that the passage does not have.
    #[error("the passage does not name {0}")]
    Name(String),
    /// It denies what the passage affirms, or the other way round.
    #[error("it turns a yes into a no, or a no into a yes")]
    Negation,
    /// It says "shall" for "should", or the like.
    #[error("its modal verb is not the passage's")]
    Modal,
    /// It leaves out an "unless" or an "only", or puts one in.
    #[error("it leaves out a condition, or adds one")]
    Condition,
    /// It says more than the passage.
    #[error("the passage does not say \"{0}\"")]
    Words(String),
    /// It rests on words that give orders to whoever reads them.
    #[error("the passage gives orders to its reader")]
    Orders,
    /// It may be so, but it rests on other words than those that answer the question.
    #[error("it does not say what was asked")]
    Beside,
}

/// Holds a draft to its sources.
///
/// In: the draft; the passages it may cite; the language it is written in. Out: the sentence, every citation narrowed to
/// the words that support it. Errors: [`Unsupported`], the first reason found.
pub fn check(draft: &Draft, sources: Sources<'_>, language: &str) -> Result<Sentence, Unsupported> {
    if draft.cites.is_empty() {
        return Err(Unsupported::Uncited);
    }
    let mut cited: Vec<(&Passage, &str)> = Vec::with_capacity(draft.cites.len());
    for quotation in &draft.cites {
        let words = sources.words(quotation).ok_or(Unsupported::NoSuchPassage)?;
        if gives_orders(words) {
            return Err(Unsupported::Orders);
        }
        cited.push((sources.get(quotation.passage).ok_or(Unsupported::NoSuchPassage)?, words));
    }
    let mut quotations = draft.cites.clone();
    let mut text = String::new();
    for part in &draft.parts {
        match part {
            Part::Fixed(words) => {
                no_number(words)?;
                text.push_str(words);
            }
            Part::Name(name) => text.push_str(&isolated(named(name, &cited)?, language)),
            Part::Date(wanted) => {
                let is_there = |(passage, words): &(&Passage, &str)| {
                    dates::dates(words).contains(wanted) || passage.date == Some(*wanted)
                };
                let shown = date(language, *wanted);
                text.push_str(if cited.iter().any(is_there) { &shown } else { return Err(Unsupported::Date(shown)) });
            }
            Part::Counted(n) => {
                if *n != draft.cites.len() as u64 {
                    return Err(Unsupported::Number(*n));
                }
                text.push_str(&n.to_string());
            }
            Part::Quote(place) => {
                let (_, words) = cited.get(*place).ok_or(Unsupported::NoSuchPassage)?;
                let (open, close) = marks(language);
                text.push_str(&format!("{open}{}{close}", isolated(words, language)));
            }
            Part::Words(words) => {
                quotations = written(words, draft, sources, language)?;
                text.push_str(words);
            }
        }
    }
    Sentence::new(text, quotations).map_err(|_| Unsupported::Uncited)
}

/// Words in Latin letters inside an Arabic sentence keep their own direction, and their marks with them.
fn isolated<'a>(words: &'a str, language: &str) -> Cow<'a, str> {
    let needs = language == "ar" && words.contains(|c: char| c.is_ascii_alphanumeric());
    if needs { Cow::Owned(format!("\u{2068}{words}\u{2069}")) } else { Cow::Borrowed(words) }
}

/// Connecting words claim nothing, so they carry no number.
fn no_number(words: &str) -> Result<(), Unsupported> {
    match dates::numbers(words).into_iter().find(|_| words.contains(|c: char| c.is_numeric())) {
        Some(number) => Err(Unsupported::Number(number)),
        None => Ok(()),
    }
}

fn named<'a>(name: &'a str, cited: &[(&Passage, &str)]) -> Result<&'a str, Unsupported> {
    let folded = fold(name);
    let holds = |(passage, _): &(&Passage, &str)| {
        fold(&passage.about).contains(&folded) || fold(&passage.text).contains(&folded)
    };
    if cited.iter().any(holds) { Ok(name) } else { Err(Unsupported::Name(name.to_owned())) }
}

/// A writer's sentence: held word by word to the best of the sentences that it cites in each passage.
fn written(words: &str, draft: &Draft, sources: Sources<'_>, language: &str) -> Result<Vec<Quotation>, Unsupported> {
    let claimed = Claimed::read(words);
    let mut found = Vec::new();
    let mut last = Unsupported::Uncited;
    for quotation in &draft.cites {
        let passage = sources.get(quotation.passage).ok_or(Unsupported::NoSuchPassage)?;
        match support::supports(&claimed, passage, &quotation.span, language) {
            Ok(span) => found.push(Quotation { passage: quotation.passage, span }),
            Err(error) => last = error,
        }
    }
    // Each passage named must bear the sentence: an invented citation beside a true one is still invented.
    if found.len() == draft.cites.len() { Ok(found) } else { Err(last) }
}
