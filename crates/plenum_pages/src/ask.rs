//! The room where questions are asked: a question, its answer sentence by sentence with what each rests on, or a refusal.

use crate::asked::{Door, Further, Since};
use crate::frame::Frame;
use crate::parts::{Link, Quoted};
use askama::Template;
use plenum_model::{PartialDate, Standing};
use std::borrow::Cow;

/// `/ask`
#[derive(Template)]
#[template(path = "ask.html")]
pub struct AskPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// The question as asked; empty before.
    pub question: Cow<'a, str>,
    /// The day as of which it is asked, as typed; may be empty.
    pub as_of: Cow<'a, str>,
    /// The filters found in the question.
    pub chips: Vec<Chip<'a>>,
    /// Further fields of the form: name and value.
    pub kept: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// What is said to it.
    pub said: Said<'a>,
    /// The address of the frame for other sites.
    pub embed: Cow<'a, str>,
    /// Where a question goes.
    pub door: Door,
    /// The forms under an answer; `None` where there is none.
    pub further: Option<Further<'a>>,
    /// Whether a language model writes answers, which takes a while: sentences then appear as they are written.
    pub has_writer: bool,
}

impl AskPage<'_> {
    /// Questions to try.
    fn examples(&self) -> [Link<'static>; 3] {
        ["example-question-who", "example-question-when", "example-question-count"].map(|key| {
            let words = self.frame.say(key);
            Link::new(crate::home::question_address(words), words)
        })
    }
}

/// `/ask/embed`: the same in a frame of another site.
#[derive(Template)]
#[template(path = "embed.html")]
pub struct EmbedPage<'a> {
    /// The interface's words; nothing else of it is shown.
    pub frame: Frame<'a>,
    /// The question as asked; empty before.
    pub question: Cow<'a, str>,
    /// What is said to it.
    pub said: Said<'a>,
    /// The address of the whole page.
    pub whole: Cow<'a, str>,
}

/// A filter found in a question.
pub struct Chip<'a> {
    /// `process`, `actor`, `group`, `symbol`, `session` or `year`; `question` for the question before.
    pub field: &'static str,
    /// How it is shown.
    pub words: Cow<'a, str>,
    /// The address of the question without it.
    pub without: Cow<'a, str>,
    /// Whether it was taken over from a question before.
    pub is_before: bool,
}

impl Chip<'_> {
    fn key(&self) -> &'static str {
        match self.field {
            "process" => "field-process",
            "actor" => "field-actor",
            "group" => "field-group",
            "session" => "field-session",
            "year" => "field-year",
            "question" => "field-question",
            _ => "field-symbol",
        }
    }
}

/// What is said to a question.
pub enum Said<'a> {
    /// Nothing was asked.
    Nothing,
    /// It has more than five hundred characters.
    TooLong,
    /// The day given is no date.
    NoDate,
    /// An answer or a refusal.
    Answer(AnswerView<'a>),
}

/// An answer: sentences, or a reason why there are none.
pub struct AnswerView<'a> {
    /// The sentences.
    pub sentences: Vec<SentenceView<'a>>,
    /// What other sources say instead.
    pub disagreements: Vec<SentenceView<'a>>,
    /// Why there is no sentence.
    pub why: Option<WhyNot>,
    /// Who wrote it.
    pub by: By<'a>,
    /// What is nearest, of a refusal.
    pub nearest: Vec<Cited<'a>>,
    /// How many passages were read.
    pub read: u64,
    /// How many sentences were not shown.
    pub dropped: u64,
    /// Milliseconds.
    pub took_ms: u64,
}

impl AnswerView<'_> {
    /// What is said instead of an answer, where there is none: what comes near may be it.
    pub(crate) fn refused(&self) -> Option<&'static str> {
        let is_near = !self.nearest.is_empty();
        self.why.map(|why| if why == WhyNot::NothingFound && is_near { "ask-refused-near" } else { why.key() })
    }
}

/// Who wrote an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By<'a> {
    /// Our rules.
    Rules,
    /// Our rules, because nothing that a language model wrote can be shown.
    RulesInstead,
    /// A language model, by its name; each sentence was checked.
    Model(Cow<'a, str>),
}

/// A sentence with what it rests on.
pub struct SentenceView<'a> {
    /// The sentence.
    pub text: Quoted<'a>,
    /// What it rests on, at least one.
    pub cites: Vec<Cited<'a>>,
}

/// A sentence as soon as it is written, a fragment of `/ask/aloud`.
#[derive(Template)]
#[template(path = "answer_sentence.html")]
pub struct SentenceSaid<'a> {
    /// The interface's words.
    pub words: &'static crate::Words,
    /// Where links open; empty: here.
    pub target: &'static str,
    /// The sentence.
    pub sentence: SentenceView<'a>,
}

/// Words on which a sentence rests.
pub struct Cited<'a> {
    /// Its number on the page, from 1; 0 where no sentence refers to it.
    pub number: u64,
    /// Where they stand, marked.
    pub address: Cow<'a, str>,
    /// `A/80/257, 12`, or what the pack's entry is called.
    pub label: Cow<'a, str>,
    /// The words; `None` where the sentence itself shows them.
    pub quote: Option<Quoted<'a>>,
    /// Their document's standing.
    pub standing: Standing,
    /// Whether they stand in a knowledge pack.
    pub is_of_pack: bool,
    /// Their document's date.
    pub date: Option<PartialDate>,
    /// Whose words they are.
    pub speaker: Option<Cow<'a, str>>,
    /// What became of them since, of an answer that was kept.
    pub since: Vec<Since<'a>>,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// Nothing found speaks of it.
    NothingFound,
    /// The sources say otherwise than the question supposes.
    Supposes,
    /// Nothing that was written is borne out.
    Unsupported,
}

impl WhyNot {
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::NothingFound => "ask-refused-nothing",
            Self::Supposes => "ask-refused-supposes",
            Self::Unsupported => "ask-refused-unsupported",
        }
    }
}
