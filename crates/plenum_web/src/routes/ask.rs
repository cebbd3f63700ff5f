//! The room where questions are asked: the page, the frame for other sites, and the address for programs.

pub(crate) mod aloud;
pub(crate) mod further;

use crate::addresses::with_query;
use crate::answer::{self, Outcome, private};
use crate::app::House;
use crate::ask::{self, Answered, AnsweredBody, AskedBody, Asking, Audience, QuestionBody, Written, marked_address};
use crate::fault::Fault;
use crate::guard;
use crate::reader::Reader;
use crate::routes::questions;
use crate::throttle::Client;
use crate::view;
use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{OriginalUri, RawQuery, State};
use axum::http::{Extensions, HeaderMap, HeaderValue, header};
use plenum_answers::{Answer, MOST_BEFORE, NoQuestion, Passage, Question, Why};
use plenum_model::PartialDate;
use plenum_model::answer::{Quotation, Sentence};
use plenum_pages::Room;
use plenum_pages::ask::{AnswerView, AskPage, By, Chip, Cited, EmbedPage, Said, SentenceView, WhyNot};
use plenum_pages::parts::Quoted;
use std::borrow::Cow;
use std::sync::Arc;

/// What the address asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wanted {
    question: String,
    as_of: String,
    process: Vec<String>,
    without: Vec<String>,
    /// The questions before it, the last of them last.
    after: Vec<String>,
}

const MOST_PAIRS: usize = 30;
const LONGEST_VALUE: usize = 3_000; // Five hundred characters of four bytes, and some.

impl Wanted {
    pub(crate) fn parse(query: &str) -> Self {
        let mut wanted = Self::default();
        for (name, value) in crate::routes::library::pairs(query, MOST_PAIRS, LONGEST_VALUE) {
            match name.as_str() {
                "q" => wanted.question = value,
                "as-of" => wanted.as_of = value,
                "process" => wanted.process.push(value),
                "without" => wanted.without.push(value),
                "after" => wanted.after.push(value),
                _ => {}
            }
        }
        wanted.after.drain(..wanted.after.len().saturating_sub(MOST_BEFORE));
        wanted
    }

    /// The pairs of an address, with one more filter taken away.
    pub(crate) fn address(&self, path: &str, taken: Option<&str>) -> String {
        with_query(path, self.pairs().into_iter().chain(taken.map(|one| ("without", one))))
    }

    pub(crate) fn asking(&self) -> Result<Asking, NoAsking> {
        let question = Question::parse(&self.question).map_err(NoAsking::NoQuestion)?;
        let as_of = match self.as_of.as_str() {
            "" => None,
            text => Some(PartialDate::parse(text).map_err(|error| NoAsking::NoDate(error.to_string()))?),
        };
        // What is no question leaves nothing to take over.
        let after = self.after.iter().filter_map(|one| Question::parse(one).ok()).collect();
        Ok(Asking { question, as_of, today: None, process: self.process.clone(), without: self.without.clone(), after })
    }
}

/// Why nothing was asked.
pub(crate) enum NoAsking {
    NoQuestion(NoQuestion),
    NoDate(String),
}

/// `/ask`
pub(crate) async fn page(
    State(house): State<House>,
    reader: Reader,
    client: Client,
    OriginalUri(uri): OriginalUri,
    RawQuery(query): RawQuery,
) -> Outcome {
    let wanted = Wanted::parse(&query.unwrap_or_default());
    let answered = match answered(&house, &wanted).await? {
        Some(answered) => Some(written(&house, client, answered, &mut |_, _| {}).await),
        None => None,
    };
    Ok(private(answer::page(&filled(&house, reader, uri.to_string(), &wanted, answered.as_ref()), reader)?))
}

/// The page of a question and its answer.
fn filled<'a>(
    house: &'a House,
    reader: Reader,
    address: String,
    wanted: &'a Wanted,
    answered: Option<&'a Answered>,
) -> AskPage<'a> {
    let mut frame = view::frame(house, reader, Room::Ask, &address);
    frame.title = if wanted.question.is_empty() {
        Cow::Borrowed(reader.words().say("room-ask"))
    } else {
        Cow::Borrowed(&wanted.question)
    };
    frame.is_private = !wanted.question.is_empty();
    AskPage {
        frame,
        question: Cow::Borrowed(&wanted.question),
        as_of: Cow::Borrowed(&wanted.as_of),
        chips: answered.map(|answered| chips(answered, wanted)).unwrap_or_default(),
        kept: kept(wanted),
        said: said(answered, wanted),
        embed: Cow::Owned(wanted.address("/ask/embed", None)),
        door: further::door(house),
        further: answered.map(|answered| further::under(house, wanted, answered)),
        // Where questions are kept the form leads to where its answer is: that page comes whole.
        has_writer: house.app.writer.is_some() && house.app.keeping.days.is_none(),
    }
}

/// `/ask/embed`: a frame that any site may carry; this address alone. No language model is asked: other sites' pages would
/// decide how often.
pub(crate) async fn embed(
    State(house): State<House>,
    reader: Reader,
    OriginalUri(uri): OriginalUri,
    RawQuery(query): RawQuery,
) -> Outcome {
    let wanted = Wanted::parse(&query.unwrap_or_default());
    let answered = answered(&house, &wanted).await?;
    let page = EmbedPage {
        frame: view::frame(&house, reader, Room::Ask, &uri.to_string()),
        question: Cow::Borrowed(&wanted.question),
        said: said(answered.as_ref(), &wanted),
        whole: Cow::Owned(wanted.address("/ask", None)),
    };
    let mut response = private(answer::page(&page, reader)?);
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(guard::IN_ANY_FRAME));
    Ok(response)
}

#[utoipa::path(post, path = "/api/v1/questions", tag = "record", request_body = QuestionBody,
    responses((status = 200, body = AskedBody), (status = 400, description = "No question, or no date")))]
/// Answers a question with sentences that each cite what they rest on, or refuses and says what is nearest. A server that
/// keeps questions keeps it with its answer, and says where and until when.
pub(crate) async fn json(
    State(house): State<House>,
    headers: HeaderMap,
    extensions: Extensions,
    body: Result<Json<QuestionBody>, JsonRejection>,
) -> Outcome {
    let Json(body) = body.map_err(|error| Fault::not_understood(error.body_text()))?;
    let wanted = Wanted {
        question: body.question,
        as_of: body.as_of.unwrap_or_default(),
        process: body.process,
        without: Vec::new(),
        after: body.after,
    };
    let asking = wanted.asking().map_err(|error| match error {
        NoAsking::NoQuestion(why) => Fault::not_understood(format!("{why}.")),
        NoAsking::NoDate(why) => Fault::not_understood(format!("{why}.")),
    })?;
    let client = Client::of(&extensions, &headers);
    let answered = written(&house, client, put(&house, asking).await?, &mut |_, _| {}).await;
    let kept = questions::keep(&house, &answered, client).await?;
    Ok(private(answer::json(&AskedBody { answered: AnsweredBody::of(&answered), kept })?))
}

/// The answer; `None` where nothing was asked, or nothing that can be.
pub(crate) async fn answered(house: &House, wanted: &Wanted) -> Result<Option<Answered>, Fault> {
    match wanted.asking() {
        Ok(asking) => Ok(Some(put(house, asking).await?)),
        Err(_) => {
            // Whoever opens the empty page will ask: what that needs is read while the question is typed.
            let house = Arc::clone(house);
            tokio::spawn(async move { house.knowledge.known(&house).await.map(drop) });
            Ok(None)
        }
    }
}

/// Puts a question; as many at a time as searches.
async fn put(house: &House, mut asking: Asking) -> Result<Answered, Fault> {
    asking.today = crate::times::day(house.now_ms());
    let known = house.knowledge.known(house).await?;
    let _turn = house.searches.acquire().await.map_err(|error| crate::routes::library::broken(&error))?;
    let answered = ask::ask(&house.app.store, &house.app.index, &known, asking).await;
    answered.map_err(|error| Fault::ours(format!("a question could not be put: {error}")))
}

/// The answer written anew where a language model is there, has time for it, and has not written for this client all hour:
/// whoever asks without end gets the composed answer, and does not spend what the operator pays.
pub(super) async fn written(house: &House, client: Client, answered: Answered, audience: Audience<'_>) -> Answered {
    match (&house.app.writer, house.writings.try_acquire()) {
        (Some(writer), Ok(_turn)) if house.writing.admit(client, house.now_ms()).is_ok() => {
            ask::write_aloud(writer.as_ref(), answered, audience).await
        }
        _ => answered,
    }
}

fn chips(answered: &Answered, wanted: &Wanted) -> Vec<Chip<'static>> {
    let chip = |filter: &ask::Filter| Chip {
        field: filter.field,
        words: Cow::Owned(filter.words.clone()),
        without: Cow::Owned(wanted.address("/ask", Some(&format!("{}:{}", filter.field, filter.value)))),
        is_before: filter.is_before,
    };
    further::chip(answered, wanted).into_iter().chain(answered.filters.iter().map(chip)).collect()
}

/// What the form sends along: a new question is asked within the same limits, but its own filters are its own.
fn kept(wanted: &Wanted) -> Vec<(Cow<'_, str>, Cow<'_, str>)> {
    wanted.process.iter().map(|slug| (Cow::Borrowed("process"), Cow::Borrowed(slug.as_str()))).collect()
}

fn said<'a>(answered: Option<&'a Answered>, wanted: &Wanted) -> Said<'a> {
    let Some(answered) = answered else {
        return match wanted.asking() {
            Err(NoAsking::NoQuestion(NoQuestion::TooLong)) => Said::TooLong,
            Err(NoAsking::NoDate(_)) => Said::NoDate,
            _ => Said::Nothing,
        };
    };
    let answer = &answered.answer;
    let language = answered.language();
    let mut numbering = Numbering::default();
    let by = match &answered.written {
        Written::ByRules => By::Rules,
        Written::ByRulesInstead => By::RulesInstead,
        Written::ByModel(name) => By::Model(Cow::Borrowed(name)),
    };
    // Beside a model's words always stand those of the source; our own rules quote them already.
    let is_quoting = !matches!(by, By::Model(_));
    let mut views = |all: &'a [Sentence], is_quoting| {
        all.iter().map(|one| numbering.sentence(one, answer, language, is_quoting)).collect()
    };
    let sentences = views(&answer.sentences, is_quoting);
    let disagreements = views(&answer.disagreements, true);
    let why = answer.refusal.as_ref().map(|refusal| match refusal.why {
        Why::NothingFound => WhyNot::NothingFound,
        Why::Supposes => WhyNot::Supposes,
        Why::Unsupported => WhyNot::Unsupported,
    });
    let near = answer.refusal.iter().flat_map(|refusal| &refusal.nearest);
    let nearest = near.map(|one| Cited { number: 0, ..numbering.cited(one, &answer.passages, true) }).collect();
    let took_ms = answered.took.as_millis();
    Said::Answer(AnswerView {
        sentences,
        disagreements,
        why,
        by,
        nearest,
        read: answered.read as u64,
        dropped: answer.dropped.len() as u64,
        took_ms: u64::try_from(took_ms).unwrap_or(u64::MAX),
    })
}

/// Counts citations through a page.
#[derive(Default)]
struct Numbering(usize);

impl Numbering {
    fn sentence<'a>(
        &mut self,
        sentence: &'a Sentence,
        answer: &'a Answer,
        language: &'static str,
        is_quoting: bool,
    ) -> SentenceView<'a> {
        const SHOWN: usize = 6; // A count cites all that it counted; their list follows.
        let quotations = sentence.quotations().iter().take(SHOWN);
        let is_told = |one: &Quotation| is_quoting && sentence.text().contains(words(one, &answer.passages));
        let cites = quotations.map(|one| self.cited(one, &answer.passages, !is_told(one))).collect();
        SentenceView { text: Quoted::new(sentence.text(), language), cites }
    }

    fn cited<'a>(&mut self, quotation: &Quotation, passages: &'a [Passage], with_quote: bool) -> Cited<'a> {
        self.0 += 1;
        let passage = &passages[quotation.passage];
        let place = &passage.place;
        let label = match (&place.symbol, &place.number) {
            (Some(symbol), Some(number)) => format!("{symbol}, {number}"),
            (Some(symbol), None) => symbol.clone(),
            (None, number) => number.clone().unwrap_or_default(),
        };
        Cited {
            number: self.0 as u64,
            address: Cow::Owned(marked_address(passage, quotation)),
            label: Cow::Owned(label),
            quote: with_quote.then(|| Quoted::new(words(quotation, passages), passage.language.as_str())),
            standing: passage.standing,
            // A claim has a standing of its own, whoever told it to the pack.
            is_of_pack: place.symbol.is_none() && !place.address.starts_with("/claims/"),
            date: passage.date,
            speaker: passage.speaker.as_deref().map(Cow::Borrowed),
            since: Vec::new(),
        }
    }
}

fn words<'a>(quotation: &Quotation, passages: &'a [Passage]) -> &'a str {
    passages[quotation.passage].text.get(quotation.span.clone()).unwrap_or_default()
}
