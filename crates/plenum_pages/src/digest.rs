//! Digests: the list, an edition with all that it rests on, and the desk where it is composed, edited and approved.

use crate::frame::Frame;
use crate::parts::{Choice, Link};
use crate::words::Words;
use askama::Template;
use plenum_model::PartialDate;
use plenum_model::digest::{Act, Edition, Kind, Section, Sentence, State, Writer};
use std::borrow::Cow;
use std::collections::HashMap;

/// An edition laid out for reading: sections, in each the processes, every sentence with the numbers of its sources.
pub struct Laid<'a> {
    /// The words of the edition's own language.
    pub words: &'static Words,
    /// Its title.
    pub title: &'a str,
    /// Its first and last day.
    pub days: (PartialDate, PartialDate),
    /// Its sections that hold something.
    pub sections: Vec<LaidSection<'a>>,
    /// What it rests on.
    pub sources: Vec<SourceRow<'a>>,
}

/// A section.
pub struct LaidSection<'a> {
    /// Which one.
    pub section: Section,
    /// What it is called, in the edition's language.
    pub title: &'static str,
    /// Its parts.
    pub parts: Vec<LaidPart<'a>>,
}

/// The sentences of a section about one process.
pub struct LaidPart<'a> {
    /// The process, by name, where the edition is about several.
    pub process: Option<&'a str>,
    /// The sentences.
    pub sentences: Vec<LaidSentence<'a>>,
}

/// A sentence with its sources.
pub struct LaidSentence<'a> {
    /// Its number in the edition.
    pub number: u32,
    /// Its words.
    pub text: &'a str,
    /// Whose words these are.
    pub writer: Writer,
    /// Whether all facts that it rests on are confirmed.
    pub is_confirmed: bool,
    /// Numbers of its sources, with addresses and what these are called.
    pub cited: Vec<(u64, &'a str, &'a str)>,
}

impl LaidSentence<'_> {
    /// Whether software wrote it.
    pub fn is_composed(&self) -> bool {
        self.writer == Writer::Software
    }
}

/// A source in the table beneath.
pub struct SourceRow<'a> {
    /// Its number.
    pub number: u64,
    /// Where it is.
    pub address: &'a str,
    /// What it is called.
    pub label: &'a str,
}

impl<'a> Laid<'a> {
    /// Lays an edition out.
    pub fn of(edition: &'a Edition) -> Self {
        let words = Words::of(&edition.language);
        let sources = edition.sources();
        let numbers: HashMap<&str, u64> = sources.iter().map(|one| one.address.as_str()).zip(1..).collect();
        let mut sections: Vec<LaidSection<'a>> = Vec::new();
        for sentence in edition.in_order() {
            if sections.last().is_none_or(|last| last.section != sentence.section()) {
                let title = title_of(edition.kind, sentence.section(), words);
                sections.push(LaidSection { section: sentence.section(), title, parts: Vec::new() });
            }
            let parts = &mut sections.last_mut().expect("one was just pushed").parts;
            let process = heading(edition, sentence);
            if parts.last().is_none_or(|last| last.process != process) {
                parts.push(LaidPart { process, sentences: Vec::new() });
            }
            parts.last_mut().expect("one was just pushed").sentences.push(laid(sentence, &numbers));
        }
        let row = |(citation, number): (&'a plenum_model::digest::Citation, u64)| SourceRow {
            number,
            address: &citation.address,
            label: &citation.label,
        };
        Self {
            words,
            title: &edition.title,
            days: (edition.from, edition.until),
            sections,
            sources: sources.into_iter().zip(1..).map(row).collect(),
        }
    }
}

/// What a section is called; in a session report what moved is told issue by issue.
fn title_of(kind: Kind, section: Section, words: &'static Words) -> &'static str {
    match (kind, section) {
        (Kind::Session, Section::Moved) => words.say("digest-section-issues"),
        _ => words.digest_section(section),
    }
}

fn laid<'a>(sentence: &'a Sentence, numbers: &HashMap<&str, u64>) -> LaidSentence<'a> {
    let cited = sentence.citations().iter().map(|one| {
        let number = numbers.get(one.address.as_str()).copied().unwrap_or_default();
        (number, one.address.as_str(), one.label.as_str())
    });
    LaidSentence {
        number: sentence.number(),
        text: sentence.text(),
        writer: sentence.writer(),
        is_confirmed: sentence.is_confirmed(),
        cited: cited.collect(),
    }
}

/// The name of a sentence's process, where that has to be said.
fn heading<'a>(edition: &'a Edition, sentence: &Sentence) -> Option<&'a str> {
    let slug = sentence.process().filter(|_| edition.processes.len() > 1)?;
    edition.processes.iter().find(|one| one.slug == slug).map(|one| one.name.as_str())
}

/// An edition in a list.
pub struct DigestRow<'a> {
    /// Its page.
    pub address: String,
    /// Where it is edited; `None` for readers.
    pub desk: Option<String>,
    /// Its title.
    pub title: Cow<'a, str>,
    /// The language of its words.
    pub lang: Cow<'a, str>,
    /// What sort.
    pub kind: Kind,
    /// How far it is.
    pub state: State,
    /// The names of its processes.
    pub processes: Vec<Cow<'a, str>>,
    /// The day on which it was published, or last changed.
    pub day: Option<PartialDate>,
}

/// The list, `/digests`.
#[derive(Template)]
#[template(path = "digests.html")]
pub struct DigestsPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// The process to which the list is narrowed.
    pub process: Option<Link<'a>>,
    /// What is not published yet; for the administrator alone.
    pub waiting: Vec<DigestRow<'a>>,
    /// What is published.
    pub published: Vec<DigestRow<'a>>,
    /// Whether the administrator reads.
    pub is_administrator: bool,
}

/// An edition, `/digests/{id}`.
#[derive(Template)]
#[template(path = "digest.html")]
pub struct DigestPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// What sort.
    pub kind: Kind,
    /// How far it is.
    pub state: State,
    /// Its processes.
    pub processes: Vec<Link<'a>>,
    /// The edition laid out.
    pub laid: Laid<'a>,
    /// Who approved it, and on which day.
    pub approved: Option<(Cow<'a, str>, Option<PartialDate>)>,
    /// On which day it was published.
    pub published_on: Option<PartialDate>,
    /// The edition that it corrects.
    pub corrects: Option<String>,
    /// The edition that corrects it.
    pub corrected_by: Option<String>,
    /// The same as plain text.
    pub text: String,
    /// Where it is edited; for the administrator alone.
    pub desk: Option<String>,
}

impl DigestPage<'_> {
    /// Its days in words.
    fn days(&self) -> String {
        self.frame.words.span(Some(self.laid.days.0), Some(self.laid.days.1))
    }
    /// Whether sentences of software are marked: until a person has approved the whole.
    fn marks_software(&self) -> bool {
        !self.state.is_approved()
    }
}

/// What stands in the form that composes an edition.
#[derive(Default)]
pub struct ComposeFields<'a> {
    /// The processes: slug as value, name, whether chosen.
    pub processes: Vec<(Cow<'a, str>, Cow<'a, str>, bool)>,
    /// The first day, as written.
    pub from: Cow<'a, str>,
    /// The last day, as written.
    pub until: Cow<'a, str>,
    /// The kind's word.
    pub kind: Cow<'a, str>,
    /// The language's tag.
    pub language: Cow<'a, str>,
}

/// The desk, `/desk/digests`: composing, and what waits.
#[derive(Template)]
#[template(path = "digests_desk.html")]
pub struct DigestsDeskPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// Whether what was sent could not be understood.
    pub is_wrong: bool,
    /// What stands in the form.
    pub fields: ComposeFields<'a>,
    /// All editions.
    pub editions: Vec<DigestRow<'a>>,
}

impl DigestsDeskPage<'_> {
    fn kinds(&self) -> &'static [Kind] {
        Kind::ALL
    }
    fn is_kind(&self, kind: &Kind) -> bool {
        kind.as_str() == self.fields.kind
    }
    fn languages(&self) -> Vec<Choice<'static>> {
        let choice = |lang: &'static str| Choice {
            address: Cow::Borrowed(lang),
            words: Cow::Borrowed(crate::frame::own_name(lang)),
            is_current: lang == self.fields.language,
        };
        plenum_model::language::UN_SIX.into_iter().map(choice).collect()
    }
}

/// A step in what became of an edition.
pub struct DigestChangeRow<'a> {
    /// On which day.
    pub day: Option<PartialDate>,
    /// What, one word.
    pub what: Cow<'a, str>,
    /// The sentence's number.
    pub number: Option<u64>,
    /// What stood before.
    pub before: Option<Cow<'a, str>>,
    /// What stands since.
    pub after: Option<Cow<'a, str>>,
    /// Who.
    pub by: Cow<'a, str>,
}

impl DigestChangeRow<'_> {
    fn said(&self, words: &'static Words) -> &'static str {
        words.say(match &*self.what {
            "composed" => "digest-was-composed",
            "rewritten" => "digest-was-rewritten",
            "added" => "digest-was-added",
            "removed" => "digest-was-removed",
            "titled" => "digest-was-titled",
            "edited" => "digest-was-edited",
            "approved" => "digest-was-approved",
            "reopened" => "digest-was-reopened",
            "published" => "digest-was-published",
            _ => "digest-was-correcting",
        })
    }
}

/// Why something was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undone {
    /// A sentence or a title is empty or too long, or its source cannot be opened.
    Sentence,
    /// The edition is approved or published.
    Closed,
    /// This step does not follow.
    Step,
    /// Nobody said who approves.
    Nobody,
}

impl Undone {
    fn key(self) -> &'static str {
        match self {
            Self::Sentence => "digest-wrong-sentence",
            Self::Closed => "digest-wrong-closed",
            Self::Step => "digest-wrong-step",
            Self::Nobody => "digest-wrong-nobody",
        }
    }
}

/// The editor's page, `/desk/digests/{id}`.
#[derive(Template)]
#[template(path = "digest_edit.html")]
pub struct DigestEditPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// How far the edition is.
    pub state: State,
    /// Its page.
    pub page: String,
    /// Where forms are sent: this and below it.
    pub own: String,
    /// The edition laid out.
    pub laid: Laid<'a>,
    /// Its processes: slug and name.
    pub processes: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// Why something was not done.
    pub undone: Option<Undone>,
    /// What became of it, the last first.
    pub changes: Vec<DigestChangeRow<'a>>,
}

impl DigestEditPage<'_> {
    fn acts(&self) -> Vec<Act> {
        Act::of(self.state)
    }
    /// Whether a step leads back.
    fn is_quiet(&self, act: &Act) -> bool {
        *act == Act::Reopen
    }
    fn sections(&self) -> &'static [Section] {
        Section::ALL
    }
}

impl Words {
    /// A kind of edition in words.
    pub fn digest_kind(&'static self, kind: impl crate::lent::Lent<Kind>) -> &'static str {
        self.say(match kind.lent() {
            Kind::Weekly => "digest-weekly",
            Kind::Session => "digest-session-report",
            Kind::Quarterly => "digest-quarterly",
        })
    }
    /// A state of an edition in words.
    pub fn digest_state(&'static self, state: impl crate::lent::Lent<State>) -> &'static str {
        self.say(match state.lent() {
            State::Draft => "digest-draft",
            State::Edited => "digest-edited",
            State::Approved => "digest-approved",
            State::Published => "digest-published-state",
        })
    }
    /// What a state means, one sentence.
    pub fn digest_state_meaning(&'static self, state: impl crate::lent::Lent<State>) -> &'static str {
        self.say(match state.lent() {
            State::Draft => "digest-draft-means",
            State::Edited => "digest-edited-means",
            State::Approved => "digest-approved-means",
            State::Published => "digest-published-means",
        })
    }
    /// A section of an edition in words.
    pub fn digest_section(&'static self, section: impl crate::lent::Lent<Section>) -> &'static str {
        self.say(match section.lent() {
            Section::Opening => "digest-section-opening",
            Section::Session => "digest-section-session",
            Section::Decided => "digest-section-decided",
            Section::Moved => "digest-section-moved",
            Section::Spoke => "digest-section-spoke",
            Section::Proposed => "digest-section-proposed",
            Section::Published => "digest-section-published",
            Section::Next => "digest-section-next",
        })
    }
    /// A step in words, as a button says it.
    pub fn digest_act(&'static self, act: impl crate::lent::Lent<Act>) -> &'static str {
        self.say(match act.lent() {
            Act::Edit => "digest-act-edit",
            Act::Approve => "digest-act-approve",
            Act::Reopen => "digest-act-reopen",
            Act::Publish => "digest-act-publish",
        })
    }
    /// What parts names in a row.
    pub(crate) fn joint(&self) -> &'static str {
        match self.lang() {
            "ar" => "؛ ",
            "zh" => "；",
            _ => "; ",
        }
    }
    /// What parts a day from a place.
    pub(crate) fn comma(&self) -> &'static str {
        match self.lang() {
            "ar" => "، ",
            "zh" => "，",
            _ => ", ",
        }
    }
}
