//! What readers say of answers: a form under each answer, and the desk of the editor who reads it.
//!
//! The form takes along what was shown, sealed: what the desk reads is what the reader saw, and nobody can send an
//! answer that was never given. So nothing need be kept before a reader sends something.

use super::subscribe::OurPage;
use super::upload::door::{self, Admitted};
use crate::answer::{self, Outcome, private};
use crate::app::House;
use crate::ask::kept::KeptAnswer;
use crate::ask::{Answered, marked_address};
use crate::fault::Fault;
use crate::reader::Reader;
use crate::routes::meetings::number;
use crate::routes::meetings::review::EDITOR;
use crate::seal::is_same;
use crate::throttle::Client;
use crate::{addresses, times, view};
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::{Extensions, HeaderMap};
use plenum_pages::Room;
use plenum_pages::asked::{FeedbackDeskPage, FeedbackRow, FeedbackSentPage, ShownSentence};
use plenum_pages::parts::Quoted;
use plenum_store::feedback::{Feedback, FeedbackLine};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

const MOST_LETTERS: usize = 500;
/// A list may have sixty sentences; an editor finds the others by asking again.
const MOST_SENTENCES: usize = 20;
const MOST_SENTENCE_LETTERS: usize = 400;
const MOST_CITES: usize = 3;
/// Twenty sentences of four hundred Chinese characters, escaped, and some.
pub(crate) const FORM_BYTES: usize = 160 * 1024;
const MOST_LINES: u32 = 200;

/// What was shown to a reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Shown {
    question: String,
    language: String,
    /// None of a refusal.
    sentences: Vec<Said>,
}

/// A sentence that was shown, with the addresses that it cites.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Said {
    text: String,
    cites: Vec<String>,
}

impl Shown {
    /// An answer just given.
    pub(crate) fn of(answered: &Answered) -> Self {
        let answer = &answered.answer;
        let sentences = answer.sentences.iter().chain(&answer.disagreements);
        let said = sentences.take(MOST_SENTENCES).map(|sentence| {
            let cites = sentence.quotations().iter();
            Said::new(sentence.text(), cites.map(|one| marked_address(&answer.passages[one.passage], one)))
        });
        Self {
            question: answered.asking.question.text().to_owned(),
            language: answered.language().to_owned(),
            sentences: said.collect(),
        }
    }

    /// An answer that was kept.
    pub(crate) fn of_kept(kept: &KeptAnswer) -> Self {
        let sentences = kept.answer.iter().chain(&kept.disagreements).take(MOST_SENTENCES);
        let said =
            sentences.map(|one| Said::new(&one.sentence, one.citations.iter().map(|cited| cited.address.clone())));
        Self { question: kept.question.clone(), language: kept.language.clone(), sentences: said.collect() }
    }

    /// How each sentence begins, for the choice of one.
    pub(crate) fn beginnings(&self) -> impl Iterator<Item = String> {
        const LETTERS: usize = 60;
        self.sentences.iter().map(|one| view::beginning(&one.text, LETTERS).into_owned())
    }

    /// As the form takes it along: JSON, and the seal on it.
    pub(crate) fn sealed(&self, house: &House) -> (String, String) {
        let json = serde_json::to_string(self).expect("a value of texts is JSON");
        let seal = house.app.letters.key.seal_of_answer(&json);
        (json, seal)
    }
}

impl Said {
    fn new(text: &str, cites: impl Iterator<Item = String>) -> Self {
        let mut cites: Vec<String> = cites.collect();
        cites.dedup(); // What is counted may stand in one place.
        cites.truncate(MOST_CITES);
        Self { text: view::beginning(text, MOST_SENTENCE_LETTERS).into_owned(), cites }
    }
}

/// What the form sends.
#[derive(Deserialize)]
pub(crate) struct Fields {
    shown: String,
    seal: String,
    verdict: String,
    #[serde(default)]
    sentence: String,
    #[serde(default)]
    words: String,
    #[serde(default)]
    kept: String,
}

impl Fields {
    /// What the reader says. Errors: what is wrong with the form; a browser that shows ours sends nothing of the kind.
    fn understand(self, house: &House) -> Result<Feedback, Fault> {
        let wrong = |what: &str| Fault::not_understood(what);
        let is_ours = is_same(house.app.letters.key.seal_of_answer(&self.shown).as_bytes(), self.seal.as_bytes());
        let shown: Option<Shown> = serde_json::from_str(&self.shown).ok().filter(|_| is_ours);
        let shown = shown.ok_or_else(|| wrong("This answer was not given here, or long ago: ask again."))?;
        let sentence = match self.sentence.as_str() {
            "" => None,
            text => {
                let number = text.parse().ok().filter(|n| (1..=shown.sentences.len()).contains(&(*n as usize)));
                Some(number.ok_or_else(|| wrong("The answer has no such sentence."))?)
            }
        };
        let words = self.words.replace("\r\n", "\n").replace(|c: char| c.is_control() && c != '\n', " ");
        if words.chars().count() > MOST_LETTERS {
            return Err(wrong("A word to the editor has at most 500 characters."));
        }
        Ok(Feedback {
            question_id: Some(self.kept).filter(|id| crate::ask::is_id(id)),
            about: self.shown,
            is_wrong: match self.verdict.as_str() {
                "wrong" => true,
                "useful" => false,
                _ => return Err(wrong("verdict: useful, wrong")),
            },
            sentence,
            words: words.trim().to_owned(),
            received_on: times::day(house.now_ms()).ok_or_else(|| Fault::ours("the clock is broken"))?,
        })
    }
}

/// `POST /feedback`
pub(crate) async fn receive(
    State(house): State<House>,
    _ours: OurPage,
    headers: HeaderMap,
    extensions: Extensions,
    Form(fields): Form<Fields>,
) -> Outcome {
    house.saying.admit(Client::of(&extensions, &headers), house.now_ms()).map_err(Fault::too_many)?;
    let said = fields.understand(&house)?;
    house.app.store.receive_feedback(&said).await?;
    Ok(private(answer::see("/feedback/sent")?))
}

/// `GET /feedback/sent`
pub(crate) async fn sent(State(house): State<House>, reader: Reader) -> Outcome {
    let mut frame = view::frame(&house, reader, Room::Ask, "/feedback/sent");
    frame.title = Cow::Borrowed(reader.words().say("feedback-sent-title"));
    frame.is_private = true;
    Ok(private(answer::page(&FeedbackSentPage { frame }, reader)?))
}

/// Which are shown.
#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    state: String,
}

/// `GET /desk/feedback`
pub(crate) async fn desk(
    State(house): State<House>,
    reader: Reader,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Outcome {
    if !door::is_administrator(&house, &headers) {
        return Err(Fault::not_allowed());
    }
    let is_done = asked.state == "done";
    let lines = house.app.store.feedback(is_done, MOST_LINES).await?;
    let mut frame = view::frame(&house, reader, Room::Ask, desk_address(is_done));
    frame.title = Cow::Borrowed(reader.words().say("feedback-desk"));
    frame.is_private = true;
    let rows = lines.iter().map(row).collect::<Result<_, _>>()?;
    Ok(private(answer::page(&FeedbackDeskPage { frame, is_done, rows }, reader)?))
}

fn desk_address(is_done: bool) -> &'static str {
    if is_done { "/desk/feedback?state=done" } else { "/desk/feedback" }
}

fn row(line: &FeedbackLine) -> Result<FeedbackRow<'_>, Fault> {
    let said = &line.feedback;
    let shown: Shown = serde_json::from_str(&said.about)
        .map_err(|error| Fault::ours(format!("feedback {} cannot be read: {error}", line.id)))?;
    let again = addresses::with_query("/ask", [("q", shown.question.as_str())]);
    let sentence = |(number, one): (u64, Said)| ShownSentence {
        number,
        text: Quoted::new(one.text, shown.language.clone()),
        cites: one.cites.into_iter().map(Cow::Owned).collect(),
        is_meant: said.sentence.map(u64::from) == Some(number),
    };
    Ok(FeedbackRow {
        id: line.id,
        is_wrong: said.is_wrong,
        day: said.received_on,
        again: Cow::Owned(again),
        kept: said.question_id.as_deref().map(Cow::Borrowed),
        sentences: (1..).zip(shown.sentences).map(sentence).collect(),
        question: Quoted::new(shown.question, shown.language.clone()),
        words: Cow::Borrowed(&said.words),
        changes: line.changes.iter().map(|one| (times::day(one.at_ms), one.is_done, Cow::Borrowed(&*one.by))).collect(),
    })
}

/// What an editor does with it.
#[derive(Deserialize)]
pub(crate) struct Act {
    act: String,
}

/// `POST /desk/feedback/{id}`: marks as done, or opens again.
pub(crate) async fn settle(
    State(house): State<House>,
    _: Admitted,
    Path(id): Path<String>,
    Form(act): Form<Act>,
) -> Outcome {
    let is_done = match act.act.as_str() {
        "done" => true,
        "reopen" => false,
        _ => return Err(Fault::not_understood("act: done, reopen")),
    };
    let is_settled = house.app.store.settle_feedback(number(&id)?, is_done, EDITOR, house.now_ms()).await?;
    if !is_settled {
        return Err(Fault::no_page());
    }
    Ok(private(answer::see(desk_address(!is_done))?))
}
