//! Placing quotations, pairs and issues: the editor's alone. The software proposes paragraphs and places none.

use super::Matrix;
use crate::answer::{self, Outcome, private};
use crate::app::House;
use crate::fault::Fault;
use crate::names;
use crate::reader::Reader;
use crate::routes::library::find;
use crate::routes::meetings::review::EDITOR;
use crate::routes::upload::door::{self, Admitted};
use crate::{addresses, view};
use axum::Form;
use axum::extract::{Path, Query as FromQuery, State};
use axum::http::{HeaderMap, StatusCode};
use plenum_model::Address;
use plenum_model::process::is_slug;
use plenum_model::statement::{Relation, Stance};
use plenum_pages::Room;
use plenum_pages::parts::{Link, Quoted};
use plenum_pages::positions::{Candidate, Misplaced, PlaceFields, PositionsEditPage};
use plenum_search::{Filters, Query};
use plenum_store::paragraphs::Passage;
use plenum_store::positions::{NewPosition, Unplaced};
use serde::Deserialize;
use std::borrow::Cow;

const CANDIDATES: usize = 10;
const MOST_LABEL: usize = 120;

/// What stands in the form, or is asked for.
#[derive(Default, Deserialize)]
pub(crate) struct Fields {
    #[serde(default)]
    issue: String,
    #[serde(default)]
    actor: String,
    #[serde(default)]
    stance: String,
    #[serde(default)]
    address: String,
    #[serde(default)]
    words: String,
}

/// `GET /processes/{slug}/positions/edit`
pub(crate) async fn page(
    State(house): State<House>,
    reader: Reader,
    headers: HeaderMap,
    Path(slug): Path<String>,
    FromQuery(fields): FromQuery<Fields>,
) -> Outcome {
    if !door::is_administrator(&house, &headers) {
        return Err(Fault::not_allowed());
    }
    shown(&house, reader, &slug, &fields, None).await
}

async fn shown(house: &House, reader: Reader, slug: &str, fields: &Fields, wrong: Option<Misplaced>) -> Outcome {
    let matrix = Matrix::read(house, slug).await?;
    let known = names::known(house, reader.language).await?;
    let passages = candidates(house, &matrix, fields).await?;
    let address = format!("/processes/{}/positions", matrix.process);
    let mut frame = view::frame(house, reader, Room::Processes, &format!("{address}/edit"));
    frame.title = Cow::Borrowed(reader.words().say("positions-edit"));
    frame.is_private = true;
    let pair = |(slug, name)| (Cow::Borrowed(slug), Cow::Borrowed(name));
    let entered = matrix.issues.iter().filter(|issue| issue.entered_for.is_some());
    let page = PositionsEditPage {
        frame,
        process: Link::new(format!("/processes/{}", matrix.process), matrix.process_name.as_str()),
        wrong,
        issues: matrix.issues.iter().map(|issue| pair((issue.slug.as_str(), issue.name.as_str()))).collect(),
        entered: entered.map(|issue| Cow::Borrowed(issue.name.as_str())).collect(),
        actors: known.actors().into_iter().map(pair).collect(),
        fields: PlaceFields {
            issue: Cow::Borrowed(&fields.issue),
            actor: Cow::Borrowed(&fields.actor),
            stance: Cow::Borrowed(&fields.stance),
            address: Cow::Borrowed(&fields.address),
            words: Cow::Borrowed(&fields.words),
        },
        candidates: passages
            .as_ref()
            .map(|passages| passages.iter().map(|passage| candidate(passage, &address, fields)).collect()),
        standing: matrix.standing().map(|position| matrix.view(position, &known)).collect(),
        pairs: matrix.pair_views(&known),
        matrix: address,
    };
    let mut response = private(answer::page(&page, reader)?);
    if wrong.is_some() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

/// Paragraphs with this actor's words that are near the issue; `None` where none were asked for.
///
/// A transcript's paragraphs count as an actor's once an editor has confirmed the statement.
async fn candidates(house: &House, matrix: &Matrix, fields: &Fields) -> Result<Option<Vec<Passage>>, Fault> {
    let is_asked = matrix.issues.iter().any(|issue| issue.slug == fields.issue) && !fields.actor.trim().is_empty();
    if !is_asked {
        return Ok(None);
    }
    let filters = Filters {
        process: vec![matrix.process.clone()],
        actor: vec![fields.actor.trim().to_owned()],
        ..Filters::default()
    };
    let words = matrix.label(&fields.issue).replace(['"', '-', ':'], " ");
    let query = Query { words, filters, limit: CANDIDATES, with_facets: false, ..Query::default() };
    let (found, _) = find(house, query).await?;
    let ids: Vec<i64> = found.hits.iter().map(|hit| hit.paragraph_id).collect();
    Ok(Some(house.app.store.paragraphs(&ids).await?))
}

fn candidate<'a>(passage: &'a Passage, matrix: &str, fields: &Fields) -> Candidate<'a> {
    let (address, facts) = (passage.address.to_string(), &passage.document.facts);
    let number = passage.number.as_deref().map(|number| format!(", {number}")).unwrap_or_default();
    let pairs = [("issue", fields.issue.as_str()), ("actor", fields.actor.as_str()), ("address", address.as_str())];
    Candidate {
        take: format!("{}#place", addresses::with_query(&format!("{matrix}/edit"), pairs)),
        place: format!("{}{number}", facts.symbol),
        words: Quoted::new(passage.text.as_str(), passage.language.as_str()),
        standing: facts.standing,
        date: facts.date,
        address,
    }
}

/// `POST /processes/{slug}/positions`: places a quotation.
pub(crate) async fn place(
    State(house): State<House>,
    reader: Reader,
    _admitted: Admitted,
    Path(slug): Path<String>,
    Form(fields): Form<Fields>,
) -> Outcome {
    Matrix::read(&house, &slug).await?; // The process is there.
    let Some(new) = understand(&slug, &fields, &house.app.origin) else {
        return shown(&house, reader, &slug, &fields, Some(Misplaced::NotUnderstood)).await;
    };
    let placed = house.app.store.place_position(&new, EDITOR, house.now_ms()).await?;
    let wrong = match placed {
        Ok(_) => return done(&house, &slug),
        Err(Unplaced::NoIssue) => Misplaced::NoIssue,
        Err(Unplaced::NoActor) => Misplaced::NoActor,
        Err(Unplaced::NoParagraph) => Misplaced::NoParagraph,
        Err(Unplaced::NotItsWords) => Misplaced::NotItsWords,
    };
    shown(&house, reader, &slug, &fields, Some(wrong)).await
}

/// `None` where the stance is none of the list, or the address none of ours.
fn understand(process: &str, fields: &Fields, origin: &str) -> Option<NewPosition> {
    let path = fields.address.trim();
    let path = path.strip_prefix(origin).unwrap_or(path).strip_prefix("/d/")?;
    let decoded = addresses::unescape(path)?;
    Some(NewPosition {
        process: process.to_owned(),
        issue: fields.issue.clone(),
        actor: fields.actor.trim().to_owned(),
        stance: Stance::parse(&fields.stance)?,
        address: Address::parse(&decoded).ok()?,
        // A form sends line ends as CR LF; paragraphs are one line.
        words: fields.words.split_whitespace().collect::<Vec<_>>().join(" "),
    })
}

fn done(house: &House, slug: &str) -> Outcome {
    house.kept.forget();
    Ok(private(answer::see(&format!("/processes/{slug}/positions"))?))
}

/// A key, as forms send it.
#[derive(Deserialize)]
pub(crate) struct Key {
    id: i64,
}

/// `POST /processes/{slug}/positions/withdraw`
pub(crate) async fn withdraw(
    State(house): State<House>,
    _admitted: Admitted,
    Path(slug): Path<String>,
    Form(key): Form<Key>,
) -> Outcome {
    if !house.app.store.withdraw_position(&slug, key.id, EDITOR, house.now_ms()).await? {
        return Err(Fault::no_page());
    }
    done(&house, &slug)
}

/// Two quotations, as the form sends them.
#[derive(Deserialize)]
pub(crate) struct Both {
    one: String,
    other: String,
    relation: String,
}

/// `POST /processes/{slug}/positions/pairs`
pub(crate) async fn pair(
    State(house): State<House>,
    reader: Reader,
    _admitted: Admitted,
    Path(slug): Path<String>,
    Form(both): Form<Both>,
) -> Outcome {
    let number = |text: &str| text.trim().parse::<i64>().ok();
    let understood = number(&both.one).zip(number(&both.other)).zip(Relation::parse(&both.relation));
    let is_paired = match understood {
        Some((both, relation)) => house.app.store.pair_positions(&slug, both, relation, EDITOR, house.now_ms()).await?,
        None => false,
    };
    if is_paired {
        return done(&house, &slug);
    }
    shown(&house, reader, &slug, &Fields::default(), Some(Misplaced::NoPair)).await
}

/// `POST /processes/{slug}/positions/pairs/withdraw`
pub(crate) async fn withdraw_pair(
    State(house): State<House>,
    _admitted: Admitted,
    Path(slug): Path<String>,
    Form(key): Form<Key>,
) -> Outcome {
    if !house.app.store.withdraw_pair(&slug, key.id, EDITOR, house.now_ms()).await? {
        return Err(Fault::no_page());
    }
    done(&house, &slug)
}

/// An issue, as the form sends it.
#[derive(Deserialize)]
pub(crate) struct Issue {
    slug: String,
    label: String,
}

/// `POST /processes/{slug}/positions/issues`
pub(crate) async fn add_issue(
    State(house): State<House>,
    reader: Reader,
    _admitted: Admitted,
    Path(slug): Path<String>,
    Form(issue): Form<Issue>,
) -> Outcome {
    Matrix::read(&house, &slug).await?; // The process is there.
    let label = issue.label.split_whitespace().collect::<Vec<_>>().join(" ");
    if !is_slug(&issue.slug) || label.is_empty() || label.chars().count() > MOST_LABEL {
        return shown(&house, reader, &slug, &Fields::default(), Some(Misplaced::NotUnderstood)).await;
    }
    if !house.app.store.enter_issue(&slug, &issue.slug, &label, house.now_ms()).await? {
        return shown(&house, reader, &slug, &Fields::default(), Some(Misplaced::ToldIssue)).await;
    }
    house.kept.forget();
    Ok(private(answer::see(&format!("/processes/{slug}/positions/edit"))?))
}
