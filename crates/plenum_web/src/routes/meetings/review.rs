//! The editor's review of statements: deny by default; every change is kept with what stood before.

use super::number;
use crate::answer::{self, Outcome, private};
use crate::app::House;
use crate::fault::Fault;
use crate::names;
use crate::reader::Reader;
use crate::routes::upload::door::{self, Admitted};
use crate::view;
use crate::view::meetings as shown;
use axum::Form;
use axum::extract::{OriginalUri, Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use plenum_model::statement::{Gender, Mode, StatementKind};
use plenum_pages::Room;
use plenum_pages::meeting::{ReviewPage, StatementForm, Wrong};
use plenum_store::meetings::MeetingLine;
use plenum_store::statements::editing::Edited;
use plenum_store::statements::{Statement, StatementFacts};
use serde::Deserialize;
use std::borrow::Cow;

/// Who changed it, until accounts exist.
pub(crate) const EDITOR: &str = "administrator";
const SHOWN: usize = 40;

/// Which part of the list.
#[derive(Deserialize)]
pub(crate) struct Part {
    #[serde(default)]
    from: usize,
}

/// `GET /meetings/{id}/review`
pub(crate) async fn page(
    State(house): State<House>,
    reader: Reader,
    headers: HeaderMap,
    Path(id): Path<String>,
    Query(part): Query<Part>,
    OriginalUri(uri): OriginalUri,
) -> Outcome {
    if !door::is_administrator(&house, &headers) {
        return Err(Fault::not_allowed());
    }
    let Some(line) = house.app.store.meeting(number(&id)?).await? else { return Err(Fault::no_page()) };
    shown_page(&house, reader, &line, part.from, None, &uri.to_string()).await
}

async fn shown_page(
    house: &House,
    reader: Reader,
    line: &MeetingLine,
    from: usize,
    wrong: Option<Wrong>,
    uri: &str,
) -> Outcome {
    let statements = house.app.store.statements_of(&[line.id]).await?;
    let known = names::known(house, reader.language).await?;
    let from = from.min(statements.len().saturating_sub(1)) / SHOWN * SHOWN;
    let mut frame = view::frame(house, reader, Room::Processes, uri);
    frame.title = Cow::Borrowed(reader.words().say("review-title"));
    frame.is_private = true;
    let part = |from: usize| format!("/meetings/{}/review?from={from}", line.id);
    let is_known = |one: &&Statement| !one.is_confirmed && (one.actor.is_some() || one.kind == StatementKind::Chair);
    let form = |one| StatementForm {
        row: shown::statement(one, &statements, &known),
        actor: Cow::Borrowed(one.actor.as_deref().unwrap_or_default()),
        speaks_for: Cow::Borrowed(one.speaks_for.as_deref().unwrap_or_default()),
        answers: one.answers.map(|number| number.to_string()).unwrap_or_default(),
        gender: one.gender,
    };
    let page = ReviewPage {
        frame,
        meeting: shown::row(line),
        wrong,
        forms: statements.iter().skip(from).take(SHOWN).map(form).collect(),
        actors: known.actors().into_iter().map(|(slug, name)| (Cow::Borrowed(slug), Cow::Borrowed(name))).collect(),
        confirmable: statements.iter().filter(is_known).count() as u64,
        previous: from.checked_sub(SHOWN).map(part),
        next: (from + SHOWN < statements.len()).then(|| part(from + SHOWN)),
    };
    let mut response = private(answer::page(&page, reader)?);
    if wrong.is_some() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

/// What the form sends.
#[derive(Deserialize)]
pub(crate) struct Fields {
    #[serde(default)]
    actor: String,
    #[serde(default)]
    speaks_for: String,
    kind: String,
    mode: String,
    #[serde(default)]
    answers: String,
    #[serde(default)]
    gender: String,
    first_proposal: Option<String>,
    confirmed: String,
}

impl Fields {
    /// `None` where a field holds what it cannot.
    fn understand(&self) -> Option<StatementFacts> {
        let slug = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let answers = self.answers.trim();
        let gender = self.gender.as_str();
        Some(StatementFacts {
            actor: slug(&self.actor),
            speaks_for: slug(&self.speaks_for),
            kind: StatementKind::parse(&self.kind)?,
            mode: Mode::parse(&self.mode)?,
            answers: if answers.is_empty() { None } else { Some(answers.parse().ok()?) },
            gender: if gender.is_empty() { None } else { Some(Gender::parse(gender)?) },
            is_first_proposal: self.first_proposal.is_some(),
            is_confirmed: match self.confirmed.as_str() {
                "1" => true,
                "0" => false,
                _ => return None,
            },
        })
    }
}

/// `POST /meetings/{id}/statements/{number}`: corrects, and confirms or leaves unconfirmed.
pub(crate) async fn set(
    State(house): State<House>,
    reader: Reader,
    _admitted: Admitted,
    Path((meeting, own)): Path<(String, String)>,
    Form(fields): Form<Fields>,
) -> Outcome {
    let (meeting, own) = (number(&meeting)?, number(&own)?);
    let Some(line) = house.app.store.meeting(meeting).await? else { return Err(Fault::no_page()) };
    let order = house.app.store.statements_of(&[meeting]).await?;
    let at = order.iter().position(|one| one.number == own).ok_or_else(Fault::no_page)?;
    let uri = format!("/meetings/{meeting}/review");
    let Some(facts) = fields.understand() else {
        return shown_page(&house, reader, &line, at, Some(Wrong::NotUnderstood), &uri).await;
    };
    let edited = house.app.store.set_statement(meeting, own, &facts, EDITOR, house.now_ms()).await?;
    let wrong = match edited {
        Edited::Kept(_) => None,
        Edited::NoStatement => return Err(Fault::no_page()),
        Edited::NoActor => Some(Wrong::NoActor),
        Edited::NoEarlier => Some(Wrong::NoEarlier),
    };
    if wrong.is_some() {
        return shown_page(&house, reader, &line, at, wrong, &uri).await;
    }
    house.kept.forget();
    let from = at / SHOWN * SHOWN;
    Ok(private(answer::see(&format!("{uri}?from={from}#s{own}"))?))
}

/// `POST /meetings/{id}/confirm`: all whose speaker is known.
pub(crate) async fn confirm_all(State(house): State<House>, _admitted: Admitted, Path(id): Path<String>) -> Outcome {
    let id = number(&id)?;
    if house.app.store.meeting(id).await?.is_none() {
        return Err(Fault::no_page());
    }
    house.app.store.confirm_statements(id, EDITOR, house.now_ms()).await?;
    house.kept.forget();
    Ok(private(answer::see(&format!("/meetings/{id}"))?))
}
