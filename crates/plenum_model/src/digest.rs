//! Digests: editions composed from facts with sources, edited, approved and published by a person.
//!
//! A sentence that software wrote cannot be built without a citation: [`Sentence::composed`] takes [`Citations`], which
//! hold at least one. What an editor writes is hers and may stand alone.

use crate::PartialDate;

/// Makes an enum whose values are words of addresses, forms and the database.
macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[$one:meta])* $value:ident = $word:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$one])* $value,)+ }

        impl $name {
            /// Every value.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];
            /// The word used in addresses, forms, JSON and the database.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$value => $word,)+ }
            }
            /// The value of that word.
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == word)
            }
        }
    };
}

words! {
    /// What sort of edition it is.
    Kind {
        /// What happened in a few days.
        Weekly = "weekly",
        /// What happened in a session.
        Session = "session",
        /// What happened in some months, over many processes.
        Quarterly = "quarterly",
    }
}

words! {
    /// How far an edition is. No step is skipped.
    State {
        /// Composed by software, read by nobody.
        Draft = "draft",
        /// Read and edited.
        Edited = "edited",
        /// Approved by a person.
        Approved = "approved",
        /// Published; never changed afterwards.
        Published = "published",
    }
}

words! {
    /// A step that a person takes with an edition.
    Act {
        /// She has read it.
        Edit = "edit",
        /// She vouches for it.
        Approve = "approve",
        /// She takes the approval back, to edit again.
        Reopen = "reopen",
        /// She publishes it.
        Publish = "publish",
    }
}

words! {
    /// A part of an edition; in this order they are read.
    Section {
        /// Words of an editor before everything else.
        Opening = "opening",
        /// The session of a session report: days, place, chair, mandate.
        Session = "session",
        /// Texts adopted, sessions, recorded votes.
        Decided = "decided",
        /// Claims and positions; in a session report issue by issue.
        Moved = "moved",
        /// Confirmed statements.
        Spoke = "spoke",
        /// Statements that propose something for the first time.
        Proposed = "proposed",
        /// Documents.
        Published = "published",
        /// Sessions and events after the last day.
        Next = "next",
    }
}

words! {
    /// Whose words a sentence holds.
    Writer {
        /// Composed by software from facts.
        Software = "software",
        /// Written, or changed, by an editor.
        Editor = "editor",
    }
}

impl Act {
    /// The state in which it can be done, and the state that it brings about.
    pub fn step(self) -> (State, State) {
        match self {
            Self::Edit => (State::Draft, State::Edited),
            Self::Approve => (State::Edited, State::Approved),
            Self::Reopen => (State::Approved, State::Edited),
            Self::Publish => (State::Approved, State::Published),
        }
    }
    /// The acts that can be done in a state.
    pub fn of(state: State) -> Vec<Self> {
        Self::ALL.iter().copied().filter(|act| act.step().0 == state).collect()
    }
}

impl State {
    /// Whether sentences can still be changed.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Edited)
    }
    /// Whether a person has approved it.
    pub fn is_approved(self) -> bool {
        matches!(self, Self::Approved | Self::Published)
    }
}

/// Where a sentence's fact can be looked up.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Citation {
    /// A path of ours (`/d/A/80/257`) or a whole address.
    pub address: String,
    /// What it is called: a symbol, a meeting, a ledger.
    pub label: String,
}

impl Citation {
    /// A citation of `address`, called `label`.
    pub fn new(address: impl Into<String>, label: impl Into<String>) -> Self {
        Self { address: address.into(), label: label.into() }
    }
    /// Whether it can be opened safely: a path of ours, or an address of the web.
    pub fn is_safe(&self) -> bool {
        let is_ours = self.address.starts_with('/') && !self.address.starts_with("//");
        let is_web = self.address.starts_with("https://") || self.address.starts_with("http://");
        (is_ours || is_web) && !self.address.contains(char::is_whitespace)
    }
}

/// One citation or more: never none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citations(Vec<Citation>);

impl Citations {
    /// One citation.
    pub fn one(citation: Citation) -> Self {
        Self(vec![citation])
    }
    /// These, with another after them, unless its address is among them.
    pub fn and(mut self, citation: Citation) -> Self {
        if !self.0.iter().any(|known| known.address == citation.address) {
            self.0.push(citation);
        }
        self
    }
    /// These, with others after them.
    pub fn and_all(self, others: impl IntoIterator<Item = Citation>) -> Self {
        others.into_iter().fold(self, Self::and)
    }
    /// Those of a list; `None` if it is empty.
    pub fn of(citations: Vec<Citation>) -> Option<Self> {
        (!citations.is_empty()).then_some(Self(citations))
    }
    /// All of them.
    pub fn all(&self) -> &[Citation] {
        &self.0
    }
}

/// A sentence of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    number: u32,
    section: Section,
    process: Option<String>,
    text: String,
    citations: Vec<Citation>,
    writer: Writer,
    is_confirmed: bool,
}

impl Sentence {
    /// A sentence that software wrote from facts; it tells where they stand.
    pub fn composed(section: Section, process: Option<&str>, text: String, citations: Citations) -> Self {
        Self {
            number: 0,
            section,
            process: process.map(str::to_owned),
            text,
            citations: citations.0,
            writer: Writer::Software,
            is_confirmed: true,
        }
    }
    /// A sentence of an editor.
    pub fn by_editor(section: Section, process: Option<&str>, text: String, citations: Vec<Citation>) -> Self {
        let process = process.map(str::to_owned);
        Self { number: 0, section, process, text, citations, writer: Writer::Editor, is_confirmed: true }
    }
    /// This sentence with `number`, its place among those of its edition.
    pub fn numbered(self, number: u32) -> Self {
        Self { number, ..self }
    }
    /// This sentence, resting on facts that are confirmed, or not.
    pub fn confirmed(self, is_confirmed: bool) -> Self {
        Self { is_confirmed, ..self }
    }
    /// Its number in the edition, from 1, never given again; 0 in an edition that is not kept.
    pub fn number(&self) -> u32 {
        self.number
    }
    /// Its part of the edition.
    pub fn section(&self) -> Section {
        self.section
    }
    /// The process it is about, by slug; `None`: several, or all.
    pub fn process(&self) -> Option<&str> {
        self.process.as_deref()
    }
    /// Its words.
    pub fn text(&self) -> &str {
        &self.text
    }
    /// Where its facts stand; of an editor's sentence perhaps nowhere.
    pub fn citations(&self) -> &[Citation] {
        &self.citations
    }
    /// Whose words these are.
    pub fn writer(&self) -> Writer {
        self.writer
    }
    /// Whether all facts that it rests on are confirmed.
    pub fn is_confirmed(&self) -> bool {
        self.is_confirmed
    }
}

/// A process that an edition is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covered {
    /// Its slug.
    pub slug: String,
    /// Its name when the edition was composed.
    pub name: String,
}

/// An edition: what the record shows of some processes between two days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// What sort.
    pub kind: Kind,
    /// The language of its words, one of the six.
    pub language: String,
    /// Its title.
    pub title: String,
    /// The processes that it is about.
    pub processes: Vec<Covered>,
    /// The first day.
    pub from: PartialDate,
    /// The last day.
    pub until: PartialDate,
    /// Its sentences, in order.
    pub sentences: Vec<Sentence>,
}

impl Edition {
    /// Everything that it rests on, each address once, in the order of the sentences as they are read.
    pub fn sources(&self) -> Vec<&Citation> {
        let mut all: Vec<&Citation> = Vec::new();
        for sentence in self.in_order() {
            for citation in &sentence.citations {
                if !all.iter().any(|known| known.address == citation.address) {
                    all.push(citation);
                }
            }
        }
        all
    }

    /// The sentences as they are read: section by section, in each process by process, what is about several last.
    pub fn in_order(&self) -> Vec<&Sentence> {
        let place = |sentence: &&Sentence| {
            let own = |slug: &str| self.processes.iter().position(|process| process.slug == slug);
            let process = sentence.process().and_then(own).unwrap_or(usize::MAX);
            // An editor's words about all processes open a part; what software says of several closes it.
            let opens = sentence.process.is_none() && sentence.section == Section::Opening;
            (sentence.section, if opens { 0 } else { process })
        };
        let mut all: Vec<&Sentence> = self.sentences.iter().collect();
        all.sort_by_key(place);
        all
    }
}

/// The days of an edition; both belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    from: PartialDate,
    until: PartialDate,
}

impl Span {
    /// From one day to another; `None` if either is not a day, or the first comes after the last.
    pub fn new(from: PartialDate, until: PartialDate) -> Option<Self> {
        let are_days = from.day().is_some() && until.day().is_some();
        (are_days && from <= until).then_some(Self { from, until })
    }
    /// The first day.
    pub fn from(self) -> PartialDate {
        self.from
    }
    /// The last day.
    pub fn until(self) -> PartialDate {
        self.until
    }
    /// Whether all days that a date may mean lie within: `2025` does not lie within February 2025.
    pub fn holds(self, date: PartialDate) -> bool {
        first_day(date) >= self.from.ordinal() && last_day(date) <= self.until.ordinal()
    }
    /// Whether all days that a date may mean come after the last.
    pub fn is_before(self, date: PartialDate) -> bool {
        first_day(date) > self.until.ordinal()
    }
}

/// The first day that a date may mean, as an ordinal.
pub fn first_day(date: PartialDate) -> i32 {
    let ordinal = date.ordinal();
    let with_month = if date.month().is_none() { ordinal + 100 } else { ordinal };
    if date.day().is_none() { with_month + 1 } else { with_month }
}

/// The last day that a date may mean, as an ordinal; of a month the thirty-first, which no day comes after.
pub fn last_day(date: PartialDate) -> i32 {
    let ordinal = date.ordinal();
    let with_month = if date.month().is_none() { ordinal + 1_200 } else { ordinal };
    if date.day().is_none() { with_month + days_in_month(date) } else { with_month }
}

fn days_in_month(date: PartialDate) -> i32 {
    let month = date.month().unwrap_or(12);
    let is_day = |day: &u8| PartialDate::new(date.year(), Some(month), Some(*day)).is_some();
    (28..=31).rev().find(is_day).map_or(28, i32::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> PartialDate {
        PartialDate::parse(text).expect(text)
    }

    #[test]
    fn no_step_is_skipped() {
        let steps: Vec<_> = Act::ALL.iter().map(|act| act.step()).collect();
        let forward = |(from, to): &(State, State)| (*to as i32 - *from as i32).abs() == 1;
        assert!(steps.iter().all(forward));
        assert_eq!(Act::of(State::Draft), [Act::Edit]);
        assert_eq!(Act::of(State::Approved), [Act::Reopen, Act::Publish]);
        assert!(Act::of(State::Published).is_empty(), "published is published");
    }

    #[test]
    fn a_date_lies_within_only_if_all_of_it_does() {
        let span = Span::new(date("2024-12-01"), date("2025-02-28")).expect("two days");
        for within in ["2024-12-01", "2025-02-28", "2025-01", "2025-02", "2024-12"] {
            assert!(span.holds(date(within)), "{within}");
        }
        for without in ["2025", "2024-11-30", "2025-03", "2025-03-01"] {
            assert!(!span.holds(date(without)), "{without}");
        }
        assert!(span.is_before(date("2025-03")) && span.is_before(date("2026")) && !span.is_before(date("2025")));
        let leap = Span::new(date("2024-02-01"), date("2024-02-28")).expect("two days");
        assert!(!leap.holds(date("2024-02")), "it has a twenty-ninth");
    }

    #[test]
    fn a_span_needs_two_days_in_order() {
        assert!(Span::new(date("2025-02"), date("2025-03-01")).is_none());
        assert!(Span::new(date("2025-03-02"), date("2025-03-01")).is_none());
    }

    #[test]
    fn only_what_a_browser_may_open_is_safe() {
        let is_safe = |address| Citation::new(address, "x").is_safe();
        assert!(is_safe("/d/A/1") && is_safe("https://example.org/a"));
        assert!(!is_safe("//example.org") && !is_safe("javascript:alert(1)") && !is_safe("/d/A 1"));
    }

    #[test]
    fn each_source_is_numbered_once() {
        let (one, two) = (Citation::new("/a", "A"), Citation::new("/b", "B"));
        let both = Citations::one(one.clone()).and(two.clone()).and(one.clone());
        assert_eq!(both.all().len(), 2);
        let next = Sentence::composed(Section::Next, None, "n".into(), Citations::one(two));
        let decided = Sentence::composed(Section::Decided, Some("p"), "d".into(), Citations::one(one));
        let edition = Edition {
            kind: Kind::Weekly,
            language: "en".into(),
            title: "t".into(),
            processes: vec![Covered { slug: "p".into(), name: "P".into() }],
            from: date("2025-01-01"),
            until: date("2025-01-02"),
            sentences: vec![next, decided],
        };
        let labels: Vec<_> = edition.sources().iter().map(|citation| citation.label.as_str()).collect();
        assert_eq!(labels, ["A", "B"], "in the order of reading");
    }
}
