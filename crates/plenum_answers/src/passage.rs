//! What an answer may rest on: passages with their place and standing, and what is known of the things they speak of.

use crate::alike::WordMeanings;
use crate::dates;
use crate::matter::Matter;
use crate::select::is_empty_word;
use crate::statements::Statements;
use crate::text::{Token, fold, is_arabic, is_cyrillic, is_han, tokens};
use plenum_model::{PartialDate, Standing};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// Words that may be cited: a paragraph of a document, or an entry of a knowledge pack.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// Where it can be read.
    pub place: Place,
    /// Its words, verbatim; quotations are byte ranges of it.
    pub text: String,
    /// Its language's tag.
    pub language: String,
    /// Its standing.
    pub standing: Standing,
    /// Its document's date.
    pub date: Option<PartialDate>,
    /// Whose words they are, in words.
    pub speaker: Option<String>,
    /// What surrounds it and counts as said with it: symbol, title, headings, number, names of its subject.
    pub about: String,
    /// How near its meaning is to the question's, 0 to 1; `None` where that was not measured.
    pub likeness: Option<f32>,
}

/// Where a passage can be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Its address from `/`.
    pub address: String,
    /// Its document's symbol; of a pack's entry, none.
    pub symbol: Option<String>,
    /// Its revision's tag.
    pub revision: Option<String>,
    /// The paragraph's number as printed; of a pack's entry, what the entry is called.
    pub number: Option<String>,
    /// Of a pack's entry: where the pack has it from.
    pub source: Option<String>,
}

/// A thing that questions name.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    /// Its key: slug, symbol, or slug and session.
    pub key: String,
    /// What it is.
    pub kind: SubjectKind,
    /// Its names in any language; the first is the one it is shown by.
    pub names: Vec<String>,
    /// The key of what it belongs to: of a session, its process.
    pub parent: Option<String>,
    /// First and last year of it, where known.
    pub years: Option<(u16, u16)>,
}

impl Subject {
    /// Its name for a reader of a language: where the language has letters of its own, the first name in them.
    pub fn name_in(&self, language: &str) -> &str {
        let is_own: fn(char) -> bool = match language {
            "ar" => is_arabic,
            "zh" => is_han,
            "ru" => is_cyrillic,
            _ => |_| false,
        };
        let own = self.names.iter().find(|name| name.chars().any(is_own));
        own.or(self.names.first()).unwrap_or(&self.key)
    }

    /// Whether a text has one of its names: whole words, and an abbreviation in its capitals, or "US" would stand in "because".
    pub(crate) fn is_named_in(&self, text: &str, folded: &str) -> bool {
        let named = |name: &String| if is_letters(name) { has_word(text, name) } else { has_word(folded, &fold(name)) };
        self.names.iter().any(named)
    }
}

/// What sort of thing a subject is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SubjectKind {
    /// A process or body.
    Process,
    /// A session or other dated event.
    Session,
    /// A document.
    Document,
    /// A State, or one that was.
    State,
    /// An observer, organisation or person.
    Actor,
    /// A group of States.
    Group,
    /// What a process set up for States to use: a directory, a fund.
    Instrument,
    /// A norm, a measure, a word of the trade.
    Term,
}

impl SubjectKind {
    /// Whether it speaks and is spoken for: a State, an organisation, a group of States.
    pub fn is_party(self) -> bool {
        matches!(self, Self::State | Self::Actor | Self::Group)
    }
}

/// What of a subject a fact tells.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Aspect {
    /// Who presides.
    Chair,
    /// The document that set it up.
    Mandate,
    /// How it decides.
    Rule,
    /// What came before.
    Predecessor,
    /// What carries it on.
    Successor,
    /// Its symbol.
    Symbol,
    /// Its standing.
    Standing,
    /// What came out of it.
    Outcome,
    /// Who issued it.
    Issuer,
    /// The day it was adopted or dated.
    Adopted,
    /// When it began.
    Began,
    /// When it ended.
    Ended,
    /// The days on which it met.
    Held,
    /// Where.
    Place,
    /// What it is.
    Meaning,
    /// What comes next.
    Next,
    /// Who belongs to it.
    Member(Belonging),
    /// Another property, by its name in the pack: "ratifications".
    Other(String),
}

/// Somebody's belonging to a group.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Belonging {
    /// The member's key.
    pub member: String,
    /// Since when; `None`: since ever, or not known.
    pub from: Option<PartialDate>,
    /// Until when; `None`: it goes on.
    pub until: Option<PartialDate>,
    /// As what; `None`: a member.
    pub role: Option<String>,
}

/// A fact: where a passage says something of a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Which subject, by its place in [`Known::subjects`].
    pub subject: usize,
    /// What of it.
    pub aspect: Aspect,
    /// Which passage, by its place in [`Known::passages`].
    pub passage: usize,
    /// Where in the passage the value stands.
    pub span: Range<usize>,
    /// As of when it is so, where the value changes.
    pub as_of: Option<PartialDate>,
    /// Its place in a ledger; a fact that is in none is told by one source alone.
    pub ledger: Option<InLedger>,
}

/// What the ledger of a property says of one of its claims.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InLedger {
    /// Whether it is the claim that a page shows.
    pub is_shown: bool,
    /// Whether the values change with time, so that different dates do not contradict each other.
    pub is_series: bool,
    /// Whether a page that can be opened shows it, or a person has confirmed it.
    pub is_confirmed: bool,
    /// What its numbers count.
    pub unit: Option<String>,
    /// The claims that cannot be true beside it, by their places in [`Known::facts`].
    pub rivals: Vec<usize>,
}

/// Everything known besides the words of documents: built once for a state of the record.
#[derive(Debug, Default)]
pub struct Known {
    /// The things that questions name.
    pub subjects: Vec<Subject>,
    /// What is known of them.
    pub facts: Vec<Fact>,
    /// The passages on which the facts rest.
    pub passages: Vec<Passage>,
    /// Compares words of different languages, where there is such a thing.
    pub(crate) meanings: Option<Arc<dyn WordMeanings>>,
    names: HashMap<String, Vec<Name>>,
    /// What each passage speaks of, read when it is first asked for.
    matters: Vec<OnceLock<Matter>>,
    /// What the names of each subject speak of, likewise.
    called: Vec<OnceLock<Matter>>,
    /// The statements of the packs, likewise.
    statements: OnceLock<Option<Statements>>,
}

/// A subject's name found in a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) subject: usize,
    /// Bytes of the question.
    pub(crate) span: Range<usize>,
}

/// A name by the stems of its telling words: "Panel on AI" is "Panel for AI".
#[derive(Clone, Debug)]
struct Name {
    stems: Vec<String>,
    /// Of an abbreviation, its letters as they must stand: `US` is not `us`.
    letters: Option<String>,
    subject: usize,
}

/// A word that tells no name from another; a letter does, that of a norm: "13(k)".
fn is_little(token: &Token) -> bool {
    is_empty_word(token) && (token.is_han() || token.word.chars().count() > 1)
}

/// The stems of a name's telling words; of one that has only one, of all its words.
fn name_stems(name: &str) -> Vec<String> {
    let words = tokens(name);
    let telling: Vec<String> = words.iter().filter(|token| !is_little(token)).map(Token::stem).collect();
    if telling.len() > 1 { telling } else { words.iter().map(Token::stem).collect() }
}

/// The last word of a name that begins at a word; between its words may stand little ones and, in Arabic, its ordinal.
fn last_of(stems: &[String], words: &[Token], first: usize) -> Option<usize> {
    const BETWEEN: usize = 3;
    let is_between = |token: &Token| {
        is_little(token) || (token.word.starts_with(is_arabic) && !dates::ordinals(&token.word).is_empty())
    };
    let mut last = first;
    for stem in stems.iter().skip(1) {
        let rest = words.get(last + 1..)?;
        let little = rest.iter().take(BETWEEN).take_while(|token| is_between(token) && token.stem() != *stem).count();
        last += 1 + little;
        if words.get(last)?.stem() != *stem {
            return None;
        }
    }
    Some(last)
}

/// Whether a text has words that neither begin nor end within others; Chinese has no spaces, and in other languages than
/// English an inflected end may follow a longer name.
fn has_word(text: &str, words: &str) -> bool {
    const LONG: usize = 5;
    let may_go_on = words.chars().count() >= LONG && !words.is_ascii();
    let is_han = words.contains(is_han);
    text.match_indices(words).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + words.len()..]);
        let begins = !before.ends_with(char::is_alphanumeric) || words.starts_with(is_arabic);
        is_han || (begins && (may_go_on || !after.starts_with(char::is_alphanumeric)))
    })
}

fn is_letters(name: &str) -> bool {
    (2..=4).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_uppercase())
}

impl Known {
    /// Builds the list of names.
    pub fn new(subjects: Vec<Subject>, facts: Vec<Fact>, passages: Vec<Passage>) -> Self {
        let mut names: HashMap<String, Vec<Name>> = HashMap::new();
        for (at, subject) in subjects.iter().enumerate() {
            for name in &subject.names {
                let stems = name_stems(name);
                if let Some(first) = stems.first() {
                    let letters = is_letters(name).then(|| name.clone());
                    names.entry(first.clone()).or_default().push(Name { stems, letters, subject: at });
                }
            }
        }
        let matters = passages.iter().map(|_| OnceLock::new()).collect();
        let called = subjects.iter().map(|_| OnceLock::new()).collect();
        Self { subjects, facts, passages, meanings: None, names, matters, called, statements: OnceLock::new() }
    }

    /// The same with what compares words of different languages.
    pub fn with_meanings(mut self, meanings: Option<Arc<dyn WordMeanings>>) -> Self {
        self.meanings = meanings;
        self
    }

    /// Reads what the first question would have to wait for: about a second.
    pub fn read_ahead(&self) {
        self.statements();
    }

    /// The statements of the packs; `None` where words cannot be compared.
    pub(crate) fn statements(&self) -> Option<&Statements> {
        let read = || self.meanings.as_deref().map(|meanings| Statements::of(self, meanings));
        self.statements.get_or_init(read).as_ref()
    }

    /// What a passage and its title speak of.
    pub(crate) fn matter(&self, passage: usize) -> &Matter {
        let read = || {
            let passage = &self.passages[passage];
            Matter::of(&format!("{} {}", passage.text, passage.about))
        };
        self.matters[passage].get_or_init(read)
    }

    /// What the names of a subject speak of.
    pub(crate) fn called(&self, subject: usize) -> &Matter {
        self.called[subject].get_or_init(|| Matter::of(&self.subjects[subject].names.join(" ")))
    }

    /// The subjects that a text names; a name inside a longer one does not count.
    pub(crate) fn named(&self, text: &str) -> Vec<Named> {
        let words = tokens(text);
        let mut found: Vec<Named> = Vec::new();
        for at in 0..words.len() {
            for name in self.names.get(&words[at].stem()).into_iter().flatten() {
                if let Some(last) = last_of(&name.stems, &words, at) {
                    let span = words[at].span.start..words[last].span.end;
                    if name.letters.as_ref().is_none_or(|letters| text[span.clone()] == *letters) {
                        found.push(Named { subject: name.subject, span });
                    }
                }
            }
        }
        let inside = |one: &Named, other: &Named| {
            other.span.start <= one.span.start && one.span.end <= other.span.end && other.span.len() > one.span.len()
        };
        let mut kept: Vec<Named> = Vec::new();
        for one in &found {
            if !kept.contains(one) && !found.iter().any(|other| inside(one, other)) {
                kept.push(one.clone());
            }
        }
        kept
    }
}
