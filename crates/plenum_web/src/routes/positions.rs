//! The position matrix of a process: page, JSON and CSV. Placing is beside, for the editor alone.

pub(crate) mod edit;

use crate::answer::{self, Outcome, keep, with_type};
use crate::app::House;
use crate::fault::Fault;
use crate::json::PositionsBody;
use crate::names::{self, Known};
use crate::reader::Reader;
use crate::{times, view};
use axum::extract::{OriginalUri, Path, State};
use axum::http::{HeaderValue, header};
use plenum_model::knowledge::Issue;
use plenum_model::process::is_slug;
use plenum_pages::Room;
use plenum_pages::parts::{Link, Quoted};
use plenum_pages::positions::{Cell, MatrixRow, PairView, PositionView, PositionsPage};
use plenum_store::positions::{Pair, Position};
use std::borrow::Cow;

/// All that a matrix is made of.
pub(super) struct Matrix {
    process: String,
    process_name: String,
    issues: Vec<Issue>,
    positions: Vec<Position>,
    pairs: Vec<Pair>,
}

impl Matrix {
    /// Reads it. Errors: no process has that slug.
    async fn read(house: &House, process: &str) -> Result<Self, Fault> {
        if !is_slug(process) {
            return Err(Fault::no_page());
        }
        let store = &house.app.store;
        let (page, issues, positions, pairs) = tokio::try_join!(
            store.process(process),
            store.issues_of(process),
            store.positions(process),
            store.pairs(process)
        )?;
        let page = page.ok_or_else(Fault::no_page)?;
        Ok(Self { process: process.to_owned(), process_name: page.line.process.name, issues, positions, pairs })
    }

    fn label<'a>(&'a self, slug: &'a str) -> &'a str {
        self.issues.iter().find(|issue| issue.slug == slug).map_or(slug, |issue| &issue.name)
    }

    /// The issues on which something stands, and those on which nothing does.
    fn columns(&self) -> (Vec<&Issue>, Vec<&Issue>) {
        self.issues.iter().partition(|issue| self.standing().any(|position| position.issue == issue.slug))
    }

    fn standing(&self) -> impl Iterator<Item = &Position> {
        self.positions.iter().filter(|position| position.withdrawn.is_none())
    }

    /// A row for each actor of whom something stands, by name.
    fn rows<'a>(&'a self, columns: &[&Issue], known: &'a Known) -> Vec<MatrixRow<'a>> {
        let mut actors: Vec<&str> = self.standing().map(|position| position.actor.as_str()).collect();
        actors.sort_by_key(|slug| known.actor(slug));
        actors.dedup();
        let cell = |actor: &str, issue: &str| Cell {
            positions: self
                .standing()
                .filter(|position| position.actor == actor && position.issue == issue)
                .map(|position| self.view(position, known))
                .collect(),
        };
        let row = |actor: &'a str| MatrixRow {
            actor: Link::new(format!("/actors/{actor}"), known.actor(actor)),
            cells: columns.iter().map(|issue| cell(actor, &issue.slug)).collect(),
        };
        actors.into_iter().map(row).collect()
    }

    fn view<'a>(&'a self, position: &'a Position, known: &'a Known) -> PositionView<'a> {
        let language = position.address.revision.as_ref().map_or("", |tag| tag.language.as_str());
        PositionView {
            id: position.id,
            issue: Cow::Borrowed(self.label(&position.issue)),
            actor: Cow::Borrowed(known.actor(&position.actor)),
            stance: position.stance,
            address: position.address.to_string(),
            place: place(position),
            words: Quoted::new(position.words.as_str(), language),
            standing: position.standing,
            date: position.date,
            by: Cow::Borrowed(&position.placed.0),
            day: times::day(position.placed.1),
            withdrawn: position.withdrawn.as_ref().map(|(who, _)| Cow::Borrowed(who.as_str())),
        }
    }

    fn pair_views<'a>(&'a self, known: &'a Known) -> Vec<PairView<'a>> {
        let of = |id: i64| self.positions.iter().find(|position| position.id == id);
        let view = |pair: &Pair| {
            let (one, other) = (of(pair.both.0)?, of(pair.both.1)?);
            let (one, other) = (self.view(one, known), self.view(other, known));
            Some(PairView { id: pair.id, relation: pair.relation, one, other })
        };
        self.pairs.iter().filter_map(view).collect()
    }
}

/// What a quotation's paragraph is called: symbol, and its number if it has one.
fn place(position: &Position) -> String {
    let symbol = &position.address.symbol;
    position.number.as_ref().map_or_else(|| symbol.to_string(), |number| format!("{symbol}, {number}"))
}

/// `/processes/{slug}/positions`
pub(crate) async fn page(
    State(house): State<House>,
    reader: Reader,
    OriginalUri(uri): OriginalUri,
    Path(slug): Path<String>,
) -> Outcome {
    let matrix = Matrix::read(&house, &slug).await?;
    let known = names::known(&house, reader.language).await?;
    let mut frame = view::frame(&house, reader, Room::Processes, &uri.to_string());
    frame.title = Cow::Owned(format!("{} · {}", reader.words().say("positions"), matrix.process_name));
    frame.json = Some(Cow::Owned(format!("/processes/{slug}/positions.json")));
    let mut history: Vec<PositionView<'_>> = matrix.positions.iter().map(|one| matrix.view(one, &known)).collect();
    history.sort_by_key(|position| std::cmp::Reverse(position.id));
    let (columns, empty) = matrix.columns();
    let names_of = |issues: Vec<&'_ Issue>| issues.into_iter().map(|issue| Cow::Owned(issue.name.clone())).collect();
    let page = PositionsPage {
        frame,
        process: Link::new(format!("/processes/{slug}"), matrix.process_name.as_str()),
        rows: matrix.rows(&columns, &known),
        issues: names_of(columns),
        empty: names_of(empty),
        pairs: matrix.pair_views(&known),
        history,
        csv: format!("/processes/{slug}/positions.csv"),
        edit: format!("/processes/{slug}/positions/edit"),
    };
    Ok(keep(answer::page(&page, reader)?))
}

/// `/processes/{slug}/positions.json`
#[utoipa::path(get, path = "/processes/{slug}/positions.json", tag = "record",
    params(("slug" = String, Path, description = "The process' name in addresses")),
    responses((status = 200, body = PositionsBody), (status = 404, description = "No such process")))]
/// Every quotation placed in the matrix of a process, also those withdrawn, and the pairs.
pub(crate) async fn json(State(house): State<House>, Path(slug): Path<String>) -> Outcome {
    let matrix = Matrix::read(&house, &slug).await?;
    Ok(keep(answer::json(&PositionsBody::of(&matrix.issues, &matrix.positions, &matrix.pairs))?))
}

/// `/processes/{slug}/positions.csv`
#[utoipa::path(get, path = "/processes/{slug}/positions.csv", tag = "record",
    params(("slug" = String, Path, description = "The process' name in addresses")),
    responses((status = 200, content_type = "text/csv"), (status = 404, description = "No such process")))]
/// The quotations that stand, a row each.
pub(crate) async fn csv(State(house): State<House>, Path(slug): Path<String>) -> Outcome {
    let matrix = Matrix::read(&house, &slug).await?;
    let mut text = String::from("issue,actor,stance,date,words,address,standing,placed_by,placed_at\r\n");
    for one in matrix.standing() {
        let cells = [
            one.issue.clone(),
            one.actor.clone(),
            one.stance.as_str().to_owned(),
            one.date.map(|date| date.to_string()).unwrap_or_default(),
            one.words.clone(),
            format!("{}{}", house.app.origin, one.address),
            one.standing.as_str().to_owned(),
            one.placed.0.clone(),
            times::rfc3339(one.placed.1),
        ];
        text.push_str(&cells.map(|cell| quoted(&cell)).join(","));
        text.push_str("\r\n");
    }
    let mut response = with_type(text, "text/csv; charset=utf-8");
    let name = HeaderValue::from_static("attachment; filename=\"positions.csv\"");
    response.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    Ok(keep(response))
}

/// A cell as RFC 4180 has it; what a table program would take for a formula is kept from being one.
fn quoted(cell: &str) -> String {
    let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_words_and_never_a_formula() {
        assert_eq!(quoted("say \"yes\", then"), "\"say \"\"yes\"\", then\"");
        assert_eq!(quoted("=1+1"), "\"'=1+1\"");
    }
}
