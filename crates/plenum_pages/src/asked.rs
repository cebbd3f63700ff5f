//! What comes after an answer: asking further, saying what is wrong with it, and the page of a question that was kept.

use crate::ask::AnswerView;
use crate::frame::Frame;
use crate::parts::Quoted;
use askama::Template;
use plenum_model::{PartialDate, Standing};
use std::borrow::Cow;

/// Where a question goes that is typed into a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// To `/ask`, which keeps nothing.
    Open,
    /// To `/questions`, where it is kept with its answer for so many days.
    Keeping(u16),
}

impl Door {
    pub(crate) fn action(self) -> &'static str {
        match self {
            Self::Open => "/ask",
            Self::Keeping(_) => "/questions",
        }
    }
    pub(crate) fn method(self) -> &'static str {
        match self {
            Self::Open => "get",
            Self::Keeping(_) => "post",
        }
    }
    /// For how many days a question is kept.
    pub(crate) fn days(self) -> Option<u64> {
        match self {
            Self::Open => None,
            Self::Keeping(days) => Some(u64::from(days)),
        }
    }
}

/// The forms under an answer.
pub struct Further<'a> {
    /// Where the next question goes.
    pub door: Door,
    /// What it takes along: the questions before it, and its limits.
    pub fields: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// What the same question takes along to be kept; empty where it is kept already, or cannot be.
    pub to_keep: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// What was shown, as the feedback takes it along.
    pub shown: Cow<'a, str>,
    /// The seal on it.
    pub seal: Cow<'a, str>,
    /// The kept question's id.
    pub kept: Option<Cow<'a, str>>,
    /// How the sentences begin, so that one can be named.
    pub sentences: Vec<Cow<'a, str>>,
}

impl Further<'_> {
    pub(crate) fn numbered(&self) -> impl Iterator<Item = (u64, &str)> {
        (1..).zip(self.sentences.iter().map(|one| &**one))
    }
}

/// What became since of words that an answer rests on.
pub enum Since<'a> {
    /// A newer revision has other words at this address.
    Newer(Cow<'a, str>),
    /// Their document has another standing now.
    Standing(Standing),
    /// They are not kept any more.
    Gone,
    /// The entry of the knowledge pack has other words.
    Otherwise,
}

/// `/questions/{id}`: a question with its answer as it was given.
#[derive(Template)]
#[template(path = "kept_question.html")]
pub struct KeptQuestionPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// The question.
    pub question: Quoted<'a>,
    /// The day on which it was asked.
    pub asked_on: PartialDate,
    /// The day from which it is kept no more.
    pub forgotten_on: PartialDate,
    /// The day as of which it was asked, as typed.
    pub as_of: Option<Cow<'a, str>>,
    /// The answer.
    pub answer: AnswerView<'a>,
    /// Whether anything that it rests on has changed since.
    pub has_changed: bool,
    /// Where the same is asked today.
    pub again: Cow<'a, str>,
    /// The forms under it.
    pub further: Further<'a>,
}

/// `/feedback/sent`
#[derive(Template)]
#[template(path = "feedback_sent.html")]
pub struct FeedbackSentPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
}

/// `/desk/feedback`: what readers say of answers.
#[derive(Template)]
#[template(path = "feedback_desk.html")]
pub struct FeedbackDeskPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// Whether those are shown that are done; else those that are open.
    pub is_done: bool,
    /// The latest first.
    pub rows: Vec<FeedbackRow<'a>>,
}

/// What one reader says of one answer.
pub struct FeedbackRow<'a> {
    /// Its key.
    pub id: i64,
    /// Whether the answer was found wrong; else useful.
    pub is_wrong: bool,
    /// The day on which it came.
    pub day: PartialDate,
    /// The question.
    pub question: Quoted<'a>,
    /// Where it is asked again.
    pub again: Cow<'a, str>,
    /// The kept question.
    pub kept: Option<Cow<'a, str>>,
    /// The sentences that were shown; of a refusal, none.
    pub sentences: Vec<ShownSentence<'a>>,
    /// The reader's words; may be empty.
    pub words: Cow<'a, str>,
    /// What became of it: the day, whether it was marked as done, by whom.
    pub changes: Vec<(Option<PartialDate>, bool, Cow<'a, str>)>,
}

/// A sentence that was shown.
pub struct ShownSentence<'a> {
    /// Its number, from 1.
    pub number: u64,
    /// Its words.
    pub text: Quoted<'a>,
    /// The addresses that it cited.
    pub cites: Vec<Cow<'a, str>>,
    /// Whether the reader means this one.
    pub is_meant: bool,
}
