//! Questions that are kept: asked by a form of ours, shown at an address of their own until their day comes.

use super::ask::{Wanted, answered, further, written};
use super::feedback::Shown;
use super::subscribe::OurPage;
use crate::answer::{self, Outcome, Shape, private};
use crate::app::House;
use crate::ask::kept::{self, KeptAnswer, KeptCitation, KeptSentence, SinceBody};
use crate::ask::{Answered, AnsweredBody, KeptAt};
use crate::fault::Fault;
use crate::reader::Reader;
use crate::throttle::Client;
use crate::view;
use axum::extract::{Path, RawForm, State};
use axum::http::{Extensions, HeaderMap, HeaderName, HeaderValue};
use plenum_model::{PartialDate, Standing};
use plenum_pages::Room;
use plenum_pages::ask::{AnswerView, By, Cited, SentenceView, WhyNot};
use plenum_pages::asked::{KeptQuestionPage, Since};
use plenum_pages::parts::Quoted;
use plenum_store::questions::KeptQuestion;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A kept question, with what became since of what its answer cites.
#[derive(Serialize, ToSchema)]
#[schema(as = KeptQuestion)]
pub(crate) struct KeptBody {
    address: String,
    asked_on: String,
    /// The day from which it is kept no more.
    forgotten_on: String,
    /// As `POST /api/v1/questions` gave it.
    #[schema(value_type = Object)]
    answered: serde_json::Value,
    /// What became of each citation, once each.
    since: Vec<SinceBody>,
}

/// Keeps a question with its answer, where this server keeps questions.
///
/// Out: `None` where it does not, or where one client has kept many within the hour: answering goes on, keeping does not.
pub(crate) async fn keep(house: &House, answered: &Answered, client: Client) -> Result<Option<KeptAt>, Fault> {
    let keeping = &house.app.keeping;
    let Some((asked_on, forgotten_on)) = keeping.days_from(house.now_ms()) else { return Ok(None) };
    if house.keeping.admit(client, house.now_ms()).is_err() {
        return Ok(None);
    }
    let id = keeping.new_id().map_err(|error| Fault::ours(format!("no chance for an address: {error}")))?;
    let answer = serde_json::to_string(&AnsweredBody::of(answered));
    let kept = KeptQuestion {
        question: answered.asking.question.text().to_owned(),
        language: answered.language().to_owned(),
        answer: answer.map_err(|error| Fault::ours(format!("an answer could not be written: {error}")))?,
        asked_on,
        forgotten_on,
        id,
    };
    house.app.store.keep_question(&kept).await?;
    Ok(Some(KeptAt { address: format!("/questions/{}", kept.id), until: forgotten_on.to_string() }))
}

/// `POST /questions`: answers, keeps, and leads to where it is kept; to the answer alone where nothing is kept.
pub(crate) async fn ask(
    State(house): State<House>,
    _ours: OurPage,
    headers: HeaderMap,
    extensions: Extensions,
    RawForm(form): RawForm,
) -> Outcome {
    let wanted = Wanted::parse(&String::from_utf8_lossy(&form));
    let unkept = wanted.address("/ask", None);
    if house.app.keeping.days.is_none() {
        return Ok(private(answer::see(&unkept)?));
    }
    let Some(answered) = answered(&house, &wanted).await? else { return Ok(private(answer::see(&unkept)?)) };
    let client = Client::of(&extensions, &headers);
    let answered = written(&house, client, answered, &mut |_, _| {}).await;
    let kept = keep(&house, &answered, client).await?;
    Ok(private(answer::see(kept.as_ref().map_or(&unkept, |kept| &kept.address))?))
}

#[utoipa::path(get, path = "/questions/{id}.json", tag = "record",
    params(("id" = String, Path, description = "As `POST /api/v1/questions` gave it")),
    responses((status = 200, body = KeptBody), (status = 404, description = "No such question, or kept no more")))]
/// A question that was kept, with its answer as it was given and what became since of what it cites.
pub(crate) async fn one(State(house): State<House>, reader: Reader, Path(path): Path<String>) -> Outcome {
    let (id, shape) = Shape::of(&path);
    let (question, answer) = kept::find(&house, id).await?.ok_or_else(Fault::no_page)?;
    let since = kept::since(&house, &answer).await?;
    let mut response = match shape {
        Shape::Json => answer::json(&body(question, since)?)?,
        Shape::Page => answer::page(&page(&house, reader, &question, &answer, &since), reader)?,
        Shape::Atom | Shape::AkomaNtoso => return Err(Fault::no_page()),
    };
    // Whoever is given the address may pass it on; search engines are not.
    response.headers_mut().insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));
    Ok(private(response))
}

fn body(kept: KeptQuestion, since: BTreeMap<String, SinceBody>) -> Result<KeptBody, Fault> {
    let answered = serde_json::from_str(&kept.answer);
    Ok(KeptBody {
        address: format!("/questions/{}", kept.id),
        asked_on: kept.asked_on.to_string(),
        forgotten_on: kept.forgotten_on.to_string(),
        answered: answered.map_err(|error| Fault::ours(format!("a kept answer cannot be read: {error}")))?,
        since: since.into_values().collect(),
    })
}

fn page<'a>(
    house: &'a House,
    reader: Reader,
    kept: &'a KeptQuestion,
    answer: &'a KeptAnswer,
    since: &'a BTreeMap<String, SinceBody>,
) -> KeptQuestionPage<'a> {
    let own = format!("/questions/{}", kept.id);
    let mut frame = view::frame(house, reader, Room::Ask, &own);
    frame.title = Cow::Borrowed(&kept.question);
    frame.json = Some(Cow::Owned(format!("{own}.json")));
    frame.is_private = true;
    let shown = Shown::of_kept(answer);
    let again = Wanted::again(answer);
    let mut further = further::forms(house, &shown, &again);
    further.kept = Some(Cow::Borrowed(&kept.id));
    KeptQuestionPage {
        frame,
        question: Quoted::new(&*kept.question, &*kept.language),
        asked_on: kept.asked_on,
        forgotten_on: kept.forgotten_on,
        as_of: answer.as_of.as_deref().map(Cow::Borrowed),
        answer: Numbered { since, last: 0 }.answer(answer),
        has_changed: since.values().any(SinceBody::has_changed),
        again: Cow::Owned(again.address("/ask", None)),
        further,
    }
}

/// Counts citations through a page.
struct Numbered<'a> {
    since: &'a BTreeMap<String, SinceBody>,
    last: u64,
}

impl<'a> Numbered<'a> {
    fn answer(mut self, kept: &'a KeptAnswer) -> AnswerView<'a> {
        let language = kept.language.as_str();
        let by = match (kept.writer.as_str(), &kept.model) {
            ("language-model", Some(model)) => By::Model(Cow::Borrowed(model)),
            ("rules-instead", _) => By::RulesInstead,
            _ => By::Rules,
        };
        let is_quoting = !matches!(by, By::Model(_));
        AnswerView {
            sentences: kept.answer.iter().map(|one| self.sentence(one, language, is_quoting)).collect(),
            disagreements: kept.disagreements.iter().map(|one| self.sentence(one, language, true)).collect(),
            by,
            why: kept.refusal.as_ref().map(|refusal| match refusal.why.as_str() {
                "supposes" => WhyNot::Supposes,
                "unsupported" => WhyNot::Unsupported,
                _ => WhyNot::NothingFound,
            }),
            nearest: kept
                .refusal
                .iter()
                .flat_map(|refusal| &refusal.nearest)
                .map(|one| Cited { number: 0, ..self.cited(one, true) })
                .collect(),
            read: kept.searched.paragraphs,
            dropped: kept.dropped,
            // Milliseconds of a search that ended: small, and not below zero.
            took_ms: kept.took_ms.max(0.0) as u64,
        }
    }

    /// Beside a model's words always stand those of the source; our own rules may quote them already.
    fn sentence(&mut self, kept: &'a KeptSentence, language: &'a str, is_quoting: bool) -> SentenceView<'a> {
        const SHOWN: usize = 6; // As on the page where it was asked; `.json` has them all.
        let shown = kept.citations.iter().take(SHOWN);
        let cites = shown.map(|one| self.cited(one, !(is_quoting && kept.sentence.contains(&one.quote)))).collect();
        SentenceView { text: Quoted::new(&*kept.sentence, language), cites }
    }

    fn cited(&mut self, kept: &'a KeptCitation, with_quote: bool) -> Cited<'a> {
        self.last += 1;
        let label = [kept.document.as_deref(), kept.paragraph.as_deref()];
        Cited {
            number: self.last,
            address: Cow::Borrowed(&kept.address),
            label: Cow::Owned(label.into_iter().flatten().collect::<Vec<_>>().join(", ")),
            quote: with_quote.then(|| Quoted::new(&*kept.quote, &*kept.language)),
            standing: Standing::parse(&kept.standing).unwrap_or(Standing::Machine),
            is_of_pack: kept.document.is_none() && !kept.address.starts_with("/claims/"),
            date: kept.date.as_deref().and_then(|date| PartialDate::parse(date).ok()),
            speaker: kept.speaker.as_deref().map(Cow::Borrowed),
            since: self.since.get(&kept.address).map(told).unwrap_or_default(),
        }
    }
}

fn told(since: &SinceBody) -> Vec<Since<'_>> {
    let mut all = Vec::new();
    all.extend(since.newer.as_deref().map(|address| Since::Newer(Cow::Borrowed(address))));
    all.extend(since.standing.and_then(Standing::parse).map(Since::Standing));
    all.extend(since.is_gone.then_some(Since::Gone));
    all.extend(since.is_otherwise.then_some(Since::Otherwise));
    all
}
