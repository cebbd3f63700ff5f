//! One statement with its paragraphs, each at its own address, and what editors changed.

use super::number;
use crate::answer::{self, Outcome, Shape, keep};
use crate::app::House;
use crate::fault::Fault;
use crate::json::StatementPageBody;
use crate::names::{self, Known};
use crate::reader::Reader;
use crate::times;
use crate::view::meetings as shown;
use crate::view::{self, Placing};
use axum::extract::{OriginalUri, Path, State};
use plenum_model::statement::Moment;
use plenum_pages::Room;
use plenum_pages::meeting::{HistoryRow, SpokenParagraph, StatementPage};
use plenum_pages::parts::Link;
use plenum_store::statements::{Statement, StatementChange, StatementPage as Stored};
use std::borrow::Cow;

/// `/meetings/{id}/statements/{number}`, also with `.json`.
#[utoipa::path(get, path = "/meetings/{id}/statements/{number}.json", tag = "record",
    params(("id" = i64, Path, description = "The meeting's number"), ("number" = i64, Path, description = "The statement's number in it")),
    responses((status = 200, body = StatementPageBody), (status = 404, description = "No such statement")))]
/// One statement with the addresses of its paragraphs and its history.
pub(crate) async fn one(
    State(house): State<House>,
    reader: Reader,
    OriginalUri(uri): OriginalUri,
    Path((meeting, path)): Path<(String, String)>,
) -> Outcome {
    let (own, shape) = Shape::of(&path);
    let (meeting, own) = (number(&meeting)?, number(own)?);
    let Some(stored) = house.app.store.statement_page(meeting, own).await? else { return Err(Fault::no_page()) };
    match shape {
        Shape::Json => Ok(keep(answer::json(&StatementPageBody::of(&stored))?)),
        Shape::Page => {
            let known = names::known(&house, reader.language).await?;
            let others = house.app.store.statements_of(&[meeting]).await?;
            Ok(keep(as_page(&house, reader, &uri.to_string(), &stored, &others, &known)?))
        }
        Shape::Atom | Shape::AkomaNtoso => Err(Fault::no_page()),
    }
}

fn as_page(house: &House, reader: Reader, uri: &str, stored: &Stored, others: &[Statement], known: &Known) -> Outcome {
    let statement = &stored.statement;
    let Some(tag) = &statement.address.revision else { return Err(Fault::ours("a statement without a revision")) };
    let placing = Placing { symbol: &statement.address.symbol, tag, targets: &stored.targets };
    let video = stored.meeting.meeting.video.as_deref();
    let at = |moment: Option<Moment>| video.zip(moment).map(|(video, moment)| shown::at_moment(video, moment.from_ms));
    let named = |own: i64| {
        let other = others.iter().find(|other| other.number == own);
        let words = other.map_or_else(|| own.to_string(), |other| shown::called(other, known));
        Link::new(shown::address(statement.meeting, own), words)
    };
    let neighbour = |own: Option<i64>| own.map(|own| shown::address(statement.meeting, own));
    let mut frame = view::frame(house, reader, Room::Processes, uri);
    frame.title = Cow::Owned(format!("{} · {}", shown::called(statement, known), stored.meeting.meeting.name));
    frame.description = view::beginning(&statement.opening, 160);
    frame.json = Some(Cow::Owned(format!("{}.json", shown::address(statement.meeting, statement.number))));
    let row = shown::statement(statement, others, known);
    let mut paragraphs = Vec::with_capacity(stored.paragraphs.len());
    for (placed, moment) in &stored.paragraphs {
        let para = view::paragraph(placed, &placing, None);
        paragraphs.push(SpokenParagraph { para, from_ms: moment.map(|m| m.from_ms), video: at(*moment) });
    }
    let page = StatementPage {
        frame,
        row,
        meeting: shown::row(&stored.meeting),
        gone: statement.gone.map(|became| became.map(named)),
        paragraphs,
        lang: Cow::Borrowed(tag.language.as_str()),
        gender: statement.gender,
        previous: neighbour(stored.neighbours.0),
        next: neighbour(stored.neighbours.1),
        answered_by: stored.answered_by.iter().map(|own| named(*own)).collect(),
        video: at(statement.moment),
        history: stored.changes.iter().map(history).collect(),
        review: format!("/meetings/{}/review#s{}", statement.meeting, statement.number),
    };
    answer::page(&page, reader)
}

fn history(change: &StatementChange) -> HistoryRow<'_> {
    HistoryRow {
        fact: Cow::Borrowed(&change.fact),
        before: Cow::Borrowed(change.before.as_deref().unwrap_or_default()),
        after: Cow::Borrowed(change.after.as_deref().unwrap_or_default()),
        by: Cow::Borrowed(&change.by),
        at: times::rfc3339(change.at_ms),
        day: times::day(change.at_ms),
    }
}
