//! An answer written anew by a language model: whoever writes, `plenum_answers` decides what is shown.

use super::Answered;
use plenum_answers::{Answer, Draft, Prompt, SentenceReader, answer_written, sentence_written};
use plenum_model::answer::Sentence;
use std::future::Future;
use std::pin::Pin;
use std::time::Instant;

/// What [`Writer::write`] gives back, some time later.
pub type WritingFuture<'a> = Pin<Box<dyn Future<Output = Result<(), Unwritten>> + Send + 'a>>;

/// Takes words as they come.
pub type Listener<'a> = &'a mut (dyn FnMut(&str) + Send);

/// Writes answers: a language model, wherever it runs.
pub trait Writer: Send + Sync {
    /// What it is called; readers are told.
    fn name(&self) -> &str;
    /// Writes an answer to a prompt; the words go to the listener, in order, as they come.
    ///
    /// Errors: [`Unwritten`], also where it has stopped in the middle; what came before is then worth nothing.
    fn write<'a>(&'a self, prompt: &'a Prompt, listener: Listener<'a>) -> WritingFuture<'a>;
}

/// Why a language model wrote nothing that can be used. Holds no key and no word of the question.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unwritten {
    /// It cannot be reached, or has gone.
    #[error("the language model cannot be reached: {0}")]
    Away(String),
    /// It answers with another status than 200.
    #[error("the language model's server answers {0}")]
    Refused(u16),
    /// It takes too long.
    #[error("the language model takes too long")]
    Late,
    /// It stopped before the end.
    #[error("the language model broke off")]
    BrokenOff,
    /// It sends more than an answer can be.
    #[error("the language model sends more than an answer can be")]
    TooMuch,
    /// It sends what is not of the protocol.
    #[error("the language model's server sends what cannot be understood")]
    Nonsense,
}

/// Who wrote an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// The rules; no language model was asked.
    ByRules,
    /// The rules; a language model was asked, and nothing that it wrote can be shown.
    ByRulesInstead,
    /// The language model of this name, each sentence checked.
    ByModel(String),
}

impl Written {
    /// The word used in JSON.
    pub(crate) fn as_str(&self) -> &'static str {
        match self {
            Self::ByRules => "rules",
            Self::ByRulesInstead => "rules-instead",
            Self::ByModel(_) => "language-model",
        }
    }
}

/// Takes each sentence that can be shown, once it has been checked, with the composed answer whose passages it cites.
pub(crate) type Audience<'a> = &'a mut (dyn FnMut(&Answer, &Sentence) + Send);

/// Has the answer written anew; where nothing of that can be shown, the answer stays as it was composed.
pub async fn write(writer: &dyn Writer, answered: Answered) -> Answered {
    write_aloud(writer, answered, &mut |_, _| {}).await
}

/// The same, each sentence told as soon as it is there. What was told is the answer only once this is back.
pub(crate) async fn write_aloud(writer: &dyn Writer, mut answered: Answered, audience: Audience<'_>) -> Answered {
    let language = answered.asking.question.language();
    let composed = &answered.answer;
    let Some(prompt) = plenum_answers::prompt(&answered.asking.question, answered.kind, composed) else {
        return answered;
    };
    let started = Instant::now();
    let mut reader = SentenceReader::new(composed);
    let mut drafts = Vec::new();
    let mut take = |new: Vec<Draft>| {
        for sentence in new.iter().flat_map(|draft| sentence_written(composed, draft, language)) {
            audience(composed, &sentence);
        }
        drafts.extend(new);
    };
    let outcome = writer.write(&prompt, &mut |words: &str| take(reader.more(words))).await;
    if outcome.is_ok() {
        take(reader.end());
    }
    answered.written = Written::ByRulesInstead;
    match outcome.map(|()| answer_written(composed, &drafts, language)) {
        Ok(Ok(answer)) => {
            answered.answer = answer;
            answered.written = Written::ByModel(writer.name().to_owned());
        }
        Ok(Err(dropped)) => answered.answer.dropped.extend(dropped),
        Err(error) => tracing::warn!("an answer stays as it was composed: {error}"),
    }
    for reason in &answered.answer.dropped {
        tracing::debug!("a sentence is not shown: {reason}");
    }
    answered.took += started.elapsed();
    answered
}
