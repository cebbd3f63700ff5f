//! The statements of the packs, read once so that questions in any language can be held against all of them.

use crate::alike::{KeptTexts, WordMeanings, held_by, words};
use crate::dates;
use crate::figures::Figures;
use crate::matter::Matter;
use crate::passage::{Aspect, Known};
use crate::text::sentences;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;

/// An entry of no more bytes is one statement; of a longer one each sentence is.
const SHORT: usize = 350;
/// Of more statements the last are left out, those on documents: search finds their words.
const MOST: usize = 4_000;

/// All statements, ready to be compared.
#[derive(Debug)]
pub(crate) struct Statements {
    pub(crate) all: Vec<Statement>,
    entries: Vec<Entry>,
    /// So many words, those of the statements and of their entries' names, are kept before what each statement says.
    words: usize,
    kept: Arc<dyn KeptTexts>,
}

/// A sentence of an entry, or a short entry whole.
#[derive(Debug)]
pub(crate) struct Statement {
    pub(crate) passage: usize,
    pub(crate) span: Range<usize>,
    /// The facts it tells, by their places.
    pub(crate) facts: Vec<usize>,
    pub(crate) matter: Matter,
    /// Those of its words and of the names of what it is about.
    pub(crate) figures: Figures,
    pub(crate) subject: usize,
    entry: usize,
    words: Vec<usize>,
}

impl Statement {
    /// The fact that is most wanted, after its place among what is wanted.
    pub(crate) fn most_wanted(&self, known: &Known, wanted: &[Aspect]) -> Option<(usize, usize)> {
        let place = |at: &usize| wanted.iter().position(|aspect| *aspect == known.facts[*at].aspect);
        self.facts.iter().filter_map(|at| Some((place(at)?, *at))).min()
    }
}

/// What the statements of an entry have in common: the words it is called by, and all names of what it is about.
#[derive(Debug)]
struct Entry {
    title: Vec<usize>,
    about: Vec<usize>,
}

/// How well each statement has each word asked, 0 to 1: itself or its title, and with all names of what it is about.
pub(crate) struct Held {
    pub(crate) titled: Vec<Vec<f32>>,
    pub(crate) full: Vec<Vec<f32>>,
}

/// Words by their places.
#[derive(Default)]
struct Vocabulary {
    places: HashMap<String, usize>,
    all: Vec<String>,
}

impl Vocabulary {
    fn places(&mut self, text: &str, meanings: &dyn WordMeanings) -> Vec<usize> {
        telling(text, meanings).into_iter().map(|word| self.place(word)).collect()
    }

    fn place(&mut self, word: String) -> usize {
        *self.places.entry(word.clone()).or_insert_with(|| {
            self.all.push(word);
            self.all.len() - 1
        })
    }
}

impl Statements {
    /// Reads all entries but those of parties: who belongs to them is asked by name.
    pub(crate) fn of(known: &Known, meanings: &dyn WordMeanings) -> Self {
        let mut vocabulary = Vocabulary::default();
        let (mut all, mut entries, mut texts) = (Vec::new(), Vec::new(), Vec::new());
        for (passage, facts) in facts_by_entry(known) {
            let entry = &known.passages[passage];
            let title = entry.place.number.as_deref().unwrap_or_default();
            let called = entry.text.lines().next().unwrap_or_default();
            entries.push(Entry {
                title: vocabulary.places(called, meanings),
                about: vocabulary.places(&entry.about, meanings),
            });
            let spans = spans(&entry.text, known, &facts);
            let is_whole = spans.len() == 1;
            for span in spans {
                // Of a short entry its first line counts, though it is shown as the title.
                let said = if is_whole { &entry.text } else { &entry.text[span.clone()] };
                let is_told = |at: &&usize| have_common(&known.facts[**at].span, &span);
                texts.push(format!("{title}: {said}"));
                all.push(Statement {
                    passage,
                    facts: facts.iter().filter(is_told).copied().collect(),
                    matter: Matter::of(said),
                    figures: Figures::of(&format!("{said} {}", entry.about)),
                    subject: known.facts[facts[0]].subject,
                    entry: entries.len() - 1,
                    words: vocabulary.places(said, meanings),
                    span,
                });
            }
        }
        all.truncate(MOST);
        texts.truncate(MOST);
        let kept: Vec<&str> = vocabulary.all.iter().chain(&texts).map(String::as_str).collect();
        Self { kept: meanings.keep(&kept), words: vocabulary.all.len(), all, entries }
    }

    /// How alike what is asked is to what each statement says, with the name of its entry.
    pub(crate) fn likeness(&self, asked: &str) -> Vec<f32> {
        self.kept.likeness(&[asked], self.words..self.words + self.all.len()).pop().unwrap_or_default()
    }

    /// Holds words against every statement.
    pub(crate) fn held(&self, asked: &[String]) -> Held {
        let asked: Vec<&str> = asked.iter().map(String::as_str).collect();
        let rows = self.kept.likeness(&asked, 0..self.words);
        let of = |places: &[usize]| -> Vec<f32> {
            rows.iter().map(|row| held_by(places.iter().map(|at| row[*at]))).collect()
        };
        let either = |a: &[f32], b: &[f32]| -> Vec<f32> { a.iter().zip(b).map(|(a, b)| a.max(*b)).collect() };
        let entries: Vec<(Vec<f32>, Vec<f32>)> =
            self.entries.iter().map(|entry| (of(&entry.title), of(&entry.about))).collect();
        let (mut titled, mut full) = (Vec::with_capacity(self.all.len()), Vec::with_capacity(self.all.len()));
        for one in &self.all {
            let (title, about) = &entries[one.entry];
            let own = either(&of(&one.words), title);
            full.push(either(&own, about));
            titled.push(own);
        }
        Held { titled, full }
    }
}

fn facts_by_entry(known: &Known) -> BTreeMap<usize, Vec<usize>> {
    let mut entries: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, fact) in known.facts.iter().enumerate() {
        if !known.subjects[fact.subject].kind.is_party() && !matches!(fact.aspect, Aspect::Member(_)) {
            entries.entry(fact.passage).or_default().push(at);
        }
    }
    entries
}

/// The statements of an entry, without its first line where that is only what it is called.
fn spans(text: &str, known: &Known, facts: &[usize]) -> Vec<Range<usize>> {
    let rest = text.find('\n').map_or(0, |at| at + 1);
    let is_title = facts.iter().all(|at| known.facts[*at].span.start >= rest);
    let from = if is_title { rest } else { 0 };
    if text.len() <= SHORT {
        return std::iter::once(from..text.len()).collect();
    }
    let moved = |span: Range<usize>| from + span.start..from + span.end;
    sentences(&text[from..]).into_iter().map(moved).collect()
}

pub(crate) fn have_common(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// The telling words of a text, each once and without figures, months and ordinals: those are compared by value.
pub(crate) fn telling(text: &str, meanings: &dyn WordMeanings) -> Vec<String> {
    let is_figure =
        |word: &str| word.chars().any(char::is_numeric) || dates::is_month(word) || !dates::ordinals(word).is_empty();
    let mut out: Vec<String> = Vec::new();
    for (word, _) in words(text, meanings) {
        if !is_figure(&word) && !out.contains(&word) {
            out.push(word);
        }
    }
    out
}
