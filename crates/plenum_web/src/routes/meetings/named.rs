//! A meeting that is known by the statements whose records name it: who spoke in it. The addresses that such meetings
//! once had under `/debates` lead here.

use crate::answer::{self, Outcome, Shape, keep};
use crate::app::House;
use crate::assembly::{self, Assembly};
use crate::fault::Fault;
use crate::json::{NamedMeetingBody, OneMeetingBody};
use crate::names::{self, Known};
use crate::reader::Reader;
use crate::{feeds, view};
use axum::extract::Path;
use plenum_model::process::is_slug;
use plenum_pages::Room;
use plenum_pages::named_meeting::{NamedMeetingPage, NamedRow, Spoken};
use plenum_pages::parts::Link;
use plenum_store::documents::{DocumentLine, NamedMeeting};
use plenum_store::meetings::MeetingLine;
use std::borrow::Cow;

/// `/meetings/{slug}`, also with `.json` and `.atom`.
pub(super) async fn one(house: &House, reader: Reader, uri: &str, (slug, shape): (&str, Shape)) -> Outcome {
    if !is_slug(slug) {
        return Err(Fault::no_page());
    }
    let all = house.app.store.named_meetings().await?;
    let Some(meeting) = all.iter().find(|meeting| slug_of(&meeting.name) == slug) else {
        return transcribed(house, slug).await;
    };
    let lines = house.app.store.statements_of_named(&meeting.name).await?;
    let own = address(meeting);
    let response = match shape {
        Shape::Json => answer::json(&OneMeetingBody::Named(NamedMeetingBody::of(meeting, own, &lines)))?,
        Shape::Atom => {
            let (name, feed) = (&meeting.name, format!("{own}.atom"));
            answer::feed(&feeds::documents(&house.app.origin, name, reader, &feed, &own, &lines))?
        }
        Shape::AkomaNtoso => return Err(Fault::no_page()),
        Shape::Page => {
            let assembly = assembly::gathered(house, reader.language).await?;
            let known = names::known(house, reader.language).await?;
            let mut frame = view::frame(house, reader, Room::Processes, uri);
            frame.title = Cow::Borrowed(&meeting.name);
            frame.json = Some(Cow::Owned(format!("{own}.json")));
            frame.atom = Some(Cow::Owned(format!("{own}.atom")));
            let statements = spoken(&assembly, &lines);
            answer::page(&NamedMeetingPage { frame, meeting: row(meeting, &known), statements }, reader)?
        }
    };
    Ok(keep(response))
}

/// The way to a meeting with a transcript, which once was listed by the name that its transcript gives it as well.
async fn transcribed(house: &House, slug: &str) -> Outcome {
    let is_named_so = |line: &&MeetingLine| {
        let (name, session) = (&line.meeting.name, line.meeting.session.as_ref());
        let as_printed = session.map_or_else(|| name.clone(), |session| format!("{session}, {name}"));
        slug_of(&as_printed) == slug
    };
    match house.app.store.meetings().await?.iter().find(is_named_so) {
        Some(line) => answer::moved_for_good(&format!("/meetings/{}", line.id)),
        None => Err(Fault::no_page()),
    }
}

/// `/debates`, as the list was called once.
pub(crate) async fn old_list() -> Outcome {
    answer::moved_for_good("/meetings?kind=named")
}

/// `/debates.json`
pub(crate) async fn old_list_json() -> Outcome {
    answer::moved_for_good("/meetings.json?kind=named")
}

/// `/debates/{slug}`, also with `.json` and `.atom`.
pub(crate) async fn old(Path(path): Path<String>) -> Outcome {
    let (slug, _) = Shape::of(&path);
    if !is_slug(slug) {
        return Err(Fault::no_page());
    }
    answer::moved_for_good(&format!("/meetings/{}{}", apart(slug), &path[slug.len()..]))
}

/// Such a meeting in a list.
pub(super) fn row<'a>(meeting: &'a NamedMeeting, known: &'a Known) -> NamedRow<'a> {
    let process = meeting.process.as_deref();
    NamedRow {
        address: Cow::Owned(address(meeting)),
        name: Cow::Borrowed(&meeting.name),
        process: process.map(|slug| Link::new(format!("/processes/{slug}"), known.process(slug))),
        from: meeting.from,
        until: meeting.until,
        statements: meeting.statements,
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

/// The page of such a meeting.
pub(super) fn address(meeting: &NamedMeeting) -> String {
    format!("/meetings/{}", slug_of(&meeting.name))
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
    apart(slug.trim_end_matches('-'))
}

/// A slug that cannot be the number of a meeting with a transcript.
fn apart(slug: &str) -> String {
    let is_number = slug.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { format!("named-{}", &slug[..slug.len().min(70)]) } else { slug.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meetings_name_is_its_address() {
        assert_eq!(slug_of("General Debate, session 77"), "general-debate-session-77");
        assert!(is_slug(&slug_of("会议")) && is_slug(&slug_of(&"Meeting, ".repeat(40))));
    }

    #[test]
    fn a_name_of_digits_is_not_taken_for_a_number() {
        assert_eq!(slug_of("77"), "named-77");
    }
}
