//! Statements by the meeting that their record names: the list of such meetings, and who spoke in one.

use crate::answer::{self, Outcome, Shape, keep};
use crate::app::House;
use crate::assembly::{self, Assembly};
use crate::fault::Fault;
use crate::json::{DebateBody, DebateLineBody};
use crate::reader::Reader;
use crate::{feeds, view};
use axum::extract::{OriginalUri, Path, State};
use plenum_model::process::is_slug;
use plenum_pages::Room;
use plenum_pages::debate::{DebatePage, DebateRow, DebatesPage, Spoken};
use plenum_store::documents::{Debate, DocumentLine};
use std::borrow::Cow;

/// `/debates`
pub(crate) async fn list(State(house): State<House>, reader: Reader, OriginalUri(uri): OriginalUri) -> Outcome {
    let debates = house.app.store.debates().await?;
    let mut frame = view::frame(&house, reader, Room::Actors, &uri.to_string());
    frame.title = Cow::Borrowed(reader.words().say("debates-title"));
    frame.json = Some(Cow::Borrowed("/debates.json"));
    let page = DebatesPage { frame, debates: debates.iter().map(row).collect() };
    Ok(keep(answer::page(&page, reader)?))
}

/// `/debates.json`
#[utoipa::path(get, path = "/debates.json", tag = "record", responses((status = 200, body = [DebateLineBody])))]
/// The meetings that statements name, the latest first.
pub(crate) async fn list_json(State(house): State<House>) -> Outcome {
    let debates = house.app.store.debates().await?;
    let body: Vec<DebateLineBody<'_>> =
        debates.iter().map(|debate| DebateLineBody::of(debate, address(debate))).collect();
    Ok(keep(answer::json(&body)?))
}

/// `/debates/{slug}`, also with `.json` and `.atom`.
#[utoipa::path(get, path = "/debates/{slug}.json", tag = "record",
    params(("slug" = String, Path, description = "The meeting's name, its words parted by hyphens", example = "general-debate-session-77")),
    responses((status = 200, body = DebateBody), (status = 404, description = "No statement names such a meeting")))]
/// The statements of one meeting, as its record names it.
pub(crate) async fn one(
    State(house): State<House>,
    reader: Reader,
    OriginalUri(uri): OriginalUri,
    Path(path): Path<String>,
) -> Outcome {
    let (slug, shape) = Shape::of(&path);
    if !is_slug(slug) {
        return Err(Fault::no_page());
    }
    let debates = house.app.store.debates().await?;
    let Some(debate) = debates.iter().find(|debate| slug_of(&debate.name) == slug) else {
        return Err(Fault::no_page());
    };
    let lines = house.app.store.statements_of_debate(&debate.name).await?;
    let own = address(debate);
    let response = match shape {
        Shape::Json => answer::json(&DebateBody::of(debate, own, &lines))?,
        Shape::Atom => {
            let (name, feed) = (&debate.name, format!("{own}.atom"));
            answer::feed(&feeds::documents(&house.app.origin, name, reader, &feed, &own, &lines))?
        }
        Shape::AkomaNtoso => return Err(Fault::no_page()),
        Shape::Page => {
            let assembly = assembly::gathered(&house, reader.language).await?;
            let mut frame = view::frame(&house, reader, Room::Actors, &uri.to_string());
            frame.title = Cow::Borrowed(&debate.name);
            frame.json = Some(Cow::Owned(format!("{own}.json")));
            frame.atom = Some(Cow::Owned(format!("{own}.atom")));
            let page = DebatePage { frame, debate: row(debate), statements: spoken(&assembly, &lines) };
            answer::page(&page, reader)?
        }
    };
    Ok(keep(response))
}

fn row(debate: &Debate) -> DebateRow<'_> {
    DebateRow {
        address: Cow::Owned(address(debate)),
        name: Cow::Borrowed(&debate.name),
        from: debate.from,
        until: debate.until,
        statements: debate.statements,
    }
}

/// Who spoke, by name: the records do not tell in which order.
fn spoken<'a>(assembly: &'a Assembly, lines: &'a [DocumentLine]) -> Vec<Spoken<'a>> {
    let mut all: Vec<(Option<usize>, Spoken<'a>)> = Vec::with_capacity(lines.len());
    for line in lines {
        let facts = &line.document.facts;
        let actor = facts.actor.as_deref();
        let spoken = Spoken {
            address: Cow::Owned(view::document_address(&facts.symbol)),
            actor: actor.map(|slug| assembly.name(slug)),
            title: Cow::Borrowed(&facts.title),
            speaker: facts.issuer.as_deref().map(Cow::Borrowed),
            paragraphs: line.paragraphs,
        };
        all.push((actor.and_then(|slug| assembly.place(slug)), spoken));
    }
    all.sort_by_key(|(place, _)| (place.is_none(), *place));
    all.into_iter().map(|(_, spoken)| spoken).collect()
}

fn address(debate: &Debate) -> String {
    format!("/debates/{}", slug_of(&debate.name))
}

/// `general-debate-session-77` of `General Debate, session 77`; letters of other scripts become their numbers.
fn slug_of(name: &str) -> String {
    const LETTERS: usize = 78; // A slug has at most eighty, and does not end with a hyphen.
    let mut slug = String::new();
    for letter in name.to_lowercase().chars() {
        match letter {
            'a'..='z' | '0'..='9' => slug.push(letter),
            _ if letter.is_alphanumeric() => slug.push_str(&format!("{:x}", u32::from(letter))),
            _ if !slug.ends_with('-') && !slug.is_empty() => slug.push('-'),
            _ => {}
        }
    }
    slug.truncate(LETTERS);
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meetings_name_is_its_address() {
        assert_eq!(slug_of("General Debate, session 77"), "general-debate-session-77");
        assert!(is_slug(&slug_of("会议")) && is_slug(&slug_of(&"Meeting, ".repeat(40))));
    }
}
