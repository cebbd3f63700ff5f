//! Claims entered, confirmed and withdrawn by hand: only the administrator, only from a page of ours. Every act is kept.

use super::{Subjects, page, read};
use crate::answer::{self, Outcome, private};
use crate::app::House;
use crate::fault::Fault;
use crate::reader::Reader;
use crate::routes::upload::door::{self, Admitted};
use crate::view;
use axum::Form;
use axum::extract::{OriginalUri, Path, State};
use axum::http::{HeaderMap, StatusCode};
use plenum_model::claim::{Claim, shows_value};
use plenum_model::{PartialDate, Standing, Symbol};
use plenum_pages::claims::ClaimForm;
use plenum_store::claims::Act;
use serde::Deserialize;
use std::borrow::Cow;

const BY: &str = "administrator";

/// `GET /desk/claims/{subject}/{property}`: the ledger with its forms.
pub(crate) async fn form(
    State(house): State<House>,
    reader: Reader,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    Path(path): Path<String>,
) -> Outcome {
    if !door::is_administrator(&house, &headers) {
        return Err(Fault::not_allowed());
    }
    with_forms(&house, reader, &uri.to_string(), &path, Vec::new()).await
}

async fn with_forms(house: &House, reader: Reader, uri: &str, path: &str, wrong: Vec<String>) -> Outcome {
    let (ledger, changes) = read(house, path).await?;
    let subjects = Subjects::of(house, reader).await?;
    let own = view::ledger_address(&ledger.property.subject, &ledger.property.key);
    let status = if wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let form = ClaimForm {
        enter: Cow::Owned(format!("/desk{own}")),
        act: Cow::Owned(format!("/desk/claim-acts{}", own.trim_start_matches("/claims"))),
        wrong: wrong.into_iter().map(Cow::Owned).collect(),
    };
    let mut response = page(house, reader, uri, (&ledger, &changes), &subjects, Some(form))?;
    *response.status_mut() = status;
    Ok(private(response))
}

/// What is done to a claim.
#[derive(Deserialize)]
pub(crate) struct Done {
    key: String,
    act: String,
}

/// `POST /desk/claim-acts/{subject}/{property}`: confirms or withdraws one claim.
pub(crate) async fn act(
    State(house): State<House>,
    _admitted: Admitted,
    Path(path): Path<String>,
    Form(done): Form<Done>,
) -> Outcome {
    let act = match done.act.as_str() {
        "confirm" => Act::Confirm,
        "withdraw" => Act::Withdraw,
        _ => return Err(Fault::not_understood("act: confirm, withdraw")),
    };
    let (ledger, _) = read(&house, &path).await?;
    if !ledger.entries.iter().any(|entry| entry.claim.key == done.key) {
        return Err(Fault::no_page());
    }
    house.app.store.act_on_claim(&done.key, act, BY, house.now_ms()).await?;
    house.kept.forget();
    Ok(private(answer::see(&format!("/desk/claims/{path}"))?))
}

/// A new claim, as the form sends it.
#[derive(Deserialize)]
pub(crate) struct Entered {
    value: String,
    #[serde(default)]
    date: String,
    source: String,
    #[serde(default)]
    document: String,
    #[serde(default)]
    words: String,
    #[serde(default)]
    counted_by: String,
    standing: String,
    by: String,
}

/// `POST /desk/claims/{subject}/{property}`: enters a claim, unconfirmed.
pub(crate) async fn enter(
    State(house): State<House>,
    reader: Reader,
    _admitted: Admitted,
    Path(path): Path<String>,
    Form(entered): Form<Entered>,
) -> Outcome {
    let (ledger, _) = read(&house, &path).await?;
    let claim = match entered.understand(&ledger.property.subject, &ledger.property.key, reader) {
        Ok(claim) => claim,
        Err(wrong) => return with_forms(&house, reader, &format!("/desk/claims/{path}"), &path, wrong).await,
    };
    let by = format!("{BY}: {}", entered.by.trim());
    house.app.store.enter_claim(&claim, &by, house.now_ms()).await?;
    house.app.store.tie_claims().await?;
    house.kept.forget();
    Ok(private(answer::see(&format!("/desk/claims/{path}"))?))
}

impl Entered {
    /// The claim; or every fault, in the interface's language.
    fn understand(&self, subject: &str, property: &str, reader: Reader) -> Result<Claim, Vec<String>> {
        let words = reader.words();
        let filled = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let mut wrong = Vec::new();
        let [value, source, by] = [&self.value, &self.source, &self.by].map(|text| filled(text));
        let standing = Standing::parse(&self.standing);
        if value.is_none() || source.is_none() || by.is_none() || standing.is_none() {
            wrong.push(words.say("claim-wrong-empty").to_owned());
        }
        let date = filled(&self.date).map(|text| PartialDate::parse(&text));
        if matches!(date, Some(Err(_))) {
            wrong.push(words.say("claim-wrong-date").to_owned());
        }
        let document = filled(&self.document);
        if document.as_deref().is_some_and(|text| Symbol::parse(text).is_err()) {
            wrong.push(words.say("claim-wrong-document").to_owned());
        }
        let phrases: Vec<String> = filled(&self.words).into_iter().collect();
        let is_proof = phrases.is_empty() || (document.is_some() && shows_value(&self.value, &phrases));
        if !is_proof {
            wrong.push(words.say("claim-wrong-words").to_owned());
        }
        let (Some(value), Some(source), Some(standing), true) = (value, source, standing, wrong.is_empty()) else {
            return Err(wrong);
        };
        Ok(Claim {
            key: String::new(),
            subject: subject.to_owned(),
            property: property.to_owned(),
            value,
            date: date.and_then(Result::ok),
            source,
            document,
            words: phrases,
            counted_by: filled(&self.counted_by),
            standing,
            is_confirmed: false,
            note: None,
            issue: None,
        })
    }
}
