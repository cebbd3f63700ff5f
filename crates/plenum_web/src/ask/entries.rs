//! An entry of a pack as a passage: its lines, and where in them each fact stands.

use plenum_answers::{Aspect, Belonging, Fact, InLedger, Passage, Place};
use plenum_model::{PartialDate, Standing};

/// An entry being written, line by line.
#[derive(Default)]
pub(super) struct Entry {
    text: String,
    facts: Vec<Told>,
    /// Of a claim its own; else an entry is what others wrote.
    standing: Option<Standing>,
    date: Option<PartialDate>,
}

/// A fact before its subject and its passage have their places.
struct Told {
    aspect: Aspect,
    span: std::ops::Range<usize>,
    as_of: Option<PartialDate>,
    ledger: Option<InLedger>,
}

impl Entry {
    /// The entry of a claim, with its standing and the day it holds for.
    pub(super) fn of(standing: Standing, date: Option<PartialDate>) -> Self {
        Self { standing: Some(standing), date, ..Self::default() }
    }
    /// A property with what is claimed of it.
    pub(super) fn claim(&mut self, label: &str, value: &str, ledger: InLedger) -> &mut Self {
        let before = self.facts.len();
        self.fact(Aspect::Other(label.to_owned()), label, value);
        if let Some(told) = self.facts.get_mut(before) {
            (told.as_of, told.ledger) = (self.date, Some(ledger));
        }
        self
    }
    /// A member of a group: what is told of it, and after that its names in other languages.
    pub(super) fn member(&mut self, belonging: Belonging, said: &str, names: &str) -> &mut Self {
        self.fact(Aspect::Member(belonging), "", said);
        if !names.is_empty() {
            self.text.push_str(" · ");
            self.text.push_str(names);
        }
        self
    }
    /// A line that is no fact by itself.
    pub(super) fn line(&mut self, words: &str) -> &mut Self {
        if !words.trim().is_empty() {
            self.begin();
            self.text.push_str(words.trim());
        }
        self
    }
    /// A line whose words, after what they are called, are a fact.
    pub(super) fn fact(&mut self, aspect: Aspect, called: &str, value: &str) -> &mut Self {
        if value.trim().is_empty() {
            return self;
        }
        self.begin();
        if !called.is_empty() {
            self.text.push_str(called);
            self.text.push_str(": ");
        }
        let from = self.text.len();
        self.text.push_str(value.trim());
        self.facts.push(Told { aspect, span: from..self.text.len(), as_of: None, ledger: None });
        self
    }
    /// The same, where there is a value.
    pub(super) fn maybe(&mut self, aspect: Aspect, called: &str, value: Option<&str>) -> &mut Self {
        if let Some(value) = value {
            self.fact(aspect, called, value);
        }
        self
    }
    /// A date or a span of days.
    pub(super) fn days(
        &mut self,
        aspect: Aspect,
        called: &str,
        from: Option<PartialDate>,
        until: Option<PartialDate>,
    ) -> &mut Self {
        let words = match (from, until) {
            (Some(from), Some(until)) if from != until => format!("{from} – {until}"),
            (Some(day), _) | (None, Some(day)) => day.to_string(),
            (None, None) => String::new(),
        };
        self.fact(aspect, called, &words)
    }
    fn begin(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// The passage and its facts, of a subject, as the passage of that number.
    pub(super) fn done(
        self,
        subject: usize,
        passage: usize,
        address: String,
        name: &str,
        about: String,
        source: &str,
    ) -> (Passage, Vec<Fact>) {
        let place = Place {
            address,
            symbol: None,
            revision: None,
            number: Some(name.to_owned()),
            source: Some(source.to_owned()).filter(|source| !source.is_empty()),
        };
        let facts = self.facts.into_iter().map(|told| {
            let Told { aspect, span, as_of, ledger } = told;
            Fact { subject, aspect, passage, span, as_of, ledger }
        });
        let passage = Passage {
            place,
            text: self.text,
            language: "en".into(), // Packs are written in English.
            standing: self.standing.unwrap_or(Standing::Commentary),
            date: self.date,
            speaker: None,
            about,
            likeness: None,
        };
        (passage, facts.collect())
    }
}
