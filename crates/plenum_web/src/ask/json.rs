//! A question and its answer as JSON: printed by `plenum ask --json`, served at `POST /api/v1/questions`.

use super::{Answered, Written};
use plenum_answers::{Answer, Passage};
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
}

/// A question with its answer: sentences, or a refusal.
#[derive(Serialize, ToSchema)]
#[schema(as = Answered)]
pub(crate) struct AnsweredBody<'a> {
    question: &'a str,
    /// The language it was asked in, and is answered in.
    language: &'static str,
    /// fact, definition, position, history, comparison, list, count or as-of.
    kind: &'static str,
    as_of: Option<String>,
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
}

/// Writes an answer as one JSON value.
pub fn to_json(answered: &Answered) -> serde_json::Value {
    serde_json::to_value(AnsweredBody::of(answered)).expect("a body of strings and finite numbers is JSON")
}

impl<'a> AnsweredBody<'a> {
    pub(crate) fn of(answered: &'a Answered) -> Self {
        let answer = &answered.answer;
        let sentences = |all: &'a [Sentence]| all.iter().map(|one| SentenceBody::of(one, answer)).collect();
        let filter = |one: &'a super::Filter| FilterBody { field: one.field, value: &one.value };
        Self {
            question: answered.asking.question.text(),
            language: answered.asking.question.language(),
            kind: answered.kind.as_str(),
            as_of: answered.asking.as_of.map(|day| day.to_string()),
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
