//! A question and its answer as JSON: printed by `plenum ask --json`, served at `POST /api/v1/questions`.

use super::{Answered, Written};
use plenum_answers::{Answer, Passage, Question};
use plenum_model::answer::{Quotation, Sentence};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What is asked.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = Question)]
#[serde(deny_unknown_fields)]
pub(crate) struct QuestionBody {
    /// One to five hundred characters, in Arabic, Chinese, English, French, Russian or Spanish.
    pub(crate) question: String,
    /// Answer as it was on this day: 2024-12-06.
    #[serde(default)]
    pub(crate) as_of: Option<String>,
    /// Only of these processes, by slug.
    #[serde(default)]
    pub(crate) process: Vec<String>,
    /// The questions asked before it, the last of them last, at most three: what this one leaves out is taken from them.
    #[serde(default)]
    pub(crate) after: Vec<String>,
}

/// A question with its answer, and where it is kept.
#[derive(Serialize, ToSchema)]
#[schema(as = Asked)]
pub(crate) struct AskedBody<'a> {
    #[serde(flatten)]
    pub(crate) answered: AnsweredBody<'a>,
    /// Where it is kept, on a server that keeps questions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) kept: Option<KeptAt>,
}

/// Where a question is kept with its answer, and until when.
#[derive(Serialize, ToSchema)]
#[schema(as = KeptAt)]
pub(crate) struct KeptAt {
    /// From `/`; only who is given it finds the question.
    pub(crate) address: String,
    /// The day from which it is kept no more.
    pub(crate) until: String,
}

/// A question with its answer: sentences, or a refusal.
#[derive(Serialize, ToSchema)]
#[schema(as = Answered)]
pub(crate) struct AnsweredBody<'a> {
    question: &'a str,
    /// The questions asked before it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    after: Vec<&'a str>,
    /// As it was answered, where it left out what a question before it said.
    #[serde(skip_serializing_if = "Option::is_none")]
    understood: Option<&'a str>,
    /// The language it is answered in: that of the question, or of the one before where it follows one.
    language: &'static str,
    /// fact, definition, position, history, comparison, list, count or as-of.
    kind: &'static str,
    as_of: Option<String>,
    /// Only these processes were asked.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    process: &'a [String],
    /// Filters found in the question and taken away, as `field:value`.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    without: &'a [String],
    answer: Vec<SentenceBody<'a>>,
    /// What other sources say instead.
    disagreements: Vec<SentenceBody<'a>>,
    refusal: Option<RefusalBody<'a>>,
    /// Who wrote it: rules; language-model, each sentence checked; or rules-instead, where a language model was asked and
    /// nothing that it wrote can be shown.
    writer: &'static str,
    /// The language model that wrote it.
    model: Option<&'a str>,
    /// How many sentences were not shown, because nothing cited bears them out.
    dropped: usize,
    searched: SearchedBody<'a>,
    took_ms: f64,
}

/// A sentence with what it rests on.
#[derive(Serialize, ToSchema)]
#[schema(as = AnswerSentence)]
pub(crate) struct SentenceBody<'a> {
    sentence: &'a str,
    /// At least one.
    citations: Vec<CitedBody<'a>>,
}

/// Words that a sentence rests on.
#[derive(Serialize, ToSchema)]
#[schema(as = Cited)]
pub(crate) struct CitedBody<'a> {
    /// The symbol; of a pack's entry, none.
    document: Option<&'a str>,
    revision: Option<&'a str>,
    /// The paragraph's number; of a pack's entry, what it is called.
    paragraph: Option<&'a str>,
    /// Where it can be read, the words marked.
    address: String,
    quote: &'a str,
    /// Bytes of the paragraph's text.
    start: usize,
    end: usize,
    standing: &'static str,
    date: Option<String>,
    language: &'a str,
    /// Where a pack has it from.
    source: Option<&'a str>,
    /// Whose words they are, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<&'a str>,
}

/// Why there is no answer.
#[derive(Serialize, ToSchema)]
#[schema(as = Refused)]
pub(crate) struct RefusalBody<'a> {
    /// nothing-found, supposes (the sources say otherwise) or unsupported.
    why: &'static str,
    nearest: Vec<CitedBody<'a>>,
}

/// What was searched.
#[derive(Serialize, ToSchema)]
#[schema(as = Searched)]
pub(crate) struct SearchedBody<'a> {
    /// How many paragraphs were read.
    paragraphs: usize,
    /// The filters found in the question.
    filters: Vec<FilterBody<'a>>,
}

/// A filter found in the question.
#[derive(Serialize, ToSchema)]
#[schema(as = QuestionFilter)]
pub(crate) struct FilterBody<'a> {
    field: &'static str,
    value: &'a str,
    /// Whether it was taken over from a question before.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    from_before: bool,
}

/// Writes an answer as one JSON value.
pub fn to_json(answered: &Answered) -> serde_json::Value {
    serde_json::to_value(AnsweredBody::of(answered)).expect("a body of strings and finite numbers is JSON")
}

impl<'a> AnsweredBody<'a> {
    pub(crate) fn of(answered: &'a Answered) -> Self {
        let answer = &answered.answer;
        let sentences = |all: &'a [Sentence]| all.iter().map(|one| SentenceBody::of(one, answer)).collect();
        let filter =
            |one: &'a super::Filter| FilterBody { field: one.field, value: &one.value, from_before: one.is_before };
        Self {
            question: answered.asking.question.text(),
            after: answered.asking.after.iter().map(Question::text).collect(),
            understood: answered.understood.as_ref().map(Question::text),
            language: answered.language(),
            kind: answered.kind.as_str(),
            as_of: answered.asking.as_of.map(|day| day.to_string()),
            process: &answered.asking.process,
            without: &answered.asking.without,
            answer: sentences(&answer.sentences),
            disagreements: sentences(&answer.disagreements),
            refusal: answer.refusal.as_ref().map(|refusal| RefusalBody {
                why: refusal.why.as_str(),
                nearest: refusal.nearest.iter().map(|one| CitedBody::of(one, &answer.passages)).collect(),
            }),
            writer: answered.written.as_str(),
            model: match &answered.written {
                Written::ByModel(name) => Some(name),
                Written::ByRules | Written::ByRulesInstead => None,
            },
            dropped: answer.dropped.len(),
            searched: SearchedBody {
                paragraphs: answered.read,
                filters: answered.filters.iter().map(filter).collect(),
            },
            took_ms: (answered.took.as_secs_f64() * 1e6).round() / 1e3,
        }
    }
}

impl<'a> SentenceBody<'a> {
    fn of(sentence: &'a Sentence, answer: &'a Answer) -> Self {
        let citations = sentence.quotations().iter().map(|one| CitedBody::of(one, &answer.passages));
        Self { sentence: sentence.text(), citations: citations.collect() }
    }
}

impl<'a> CitedBody<'a> {
    fn of(quotation: &Quotation, passages: &'a [Passage]) -> Self {
        let passage = &passages[quotation.passage];
        let place = &passage.place;
        Self {
            document: place.symbol.as_deref(),
            revision: place.revision.as_deref(),
            paragraph: place.number.as_deref(),
            address: marked_address(passage, quotation),
            quote: passage.text.get(quotation.span.clone()).unwrap_or_default(),
            start: quotation.span.start,
            end: quotation.span.end,
            standing: passage.standing.as_str(),
            date: passage.date.map(|date| date.to_string()),
            language: &passage.language,
            source: place.source.as_deref(),
            speaker: passage.speaker.as_deref(),
        }
    }
}

/// Where a quotation can be read: of a paragraph, with exactly these words marked.
pub(crate) fn marked_address(passage: &Passage, quotation: &Quotation) -> String {
    let address = &passage.place.address;
    if passage.place.symbol.is_none() {
        return address.clone();
    }
    format!("{address}?mark={}-{}", quotation.span.start, quotation.span.end)
}
