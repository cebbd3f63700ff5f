//! The list of meetings, of both kinds: those with a transcript, and those that records of statements name.

use super::named;
use crate::answer::{self, Outcome, keep};
use crate::app::House;
use crate::fault::Fault;
use crate::json::{MeetingLineBody, NamedMeetingLineBody};
use crate::names::{self, Known};
use crate::reader::Reader;
use crate::view::meetings as shown;
use crate::{addresses, feeds, view};
use axum::extract::{OriginalUri, Query, State};
use plenum_model::PartialDate;
use plenum_pages::meeting::{ListedMeeting, MeetingsPage};
use plenum_pages::parts::Choice;
use plenum_pages::{Room, Words};
use plenum_store::documents::NamedMeeting;
use plenum_store::meetings::MeetingLine;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use utoipa::ToSchema;

const TRANSCRIBED: &str = "transcribed";
const NAMED: &str = "named";

/// What the list is asked for; what it does not know it leaves aside.
#[derive(Clone, Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    process: String,
    #[serde(default)]
    year: String,
}

impl Asked {
    /// The address of the list as asked, at `path`.
    fn address(&self, path: &str) -> String {
        addresses::with_query(path, [("kind", &*self.kind), ("process", &*self.process), ("year", &*self.year)])
    }

    fn takes(&self, meeting: &Listed) -> bool {
        let is_kind = match meeting {
            Listed::Transcribed(_) => self.kind != NAMED,
            Listed::Named(_) => self.kind != TRANSCRIBED,
        };
        let is_of_year = self.year.parse::<u16>().map_or(true, |year| meeting.years().contains(&year));
        is_kind && is_of_year && (self.process.is_empty() || meeting.process() == Some(self.process.as_str()))
    }
}

/// A meeting of either kind.
pub(crate) enum Listed {
    /// One with a transcript, or with one to come.
    Transcribed(MeetingLine),
    /// One that statements name.
    Named(NamedMeeting),
}

impl Listed {
    /// Where its page is.
    pub(crate) fn address(&self) -> String {
        match self {
            Self::Transcribed(line) => format!("/meetings/{}", line.id),
            Self::Named(meeting) => named::address(meeting),
        }
    }
    /// Its name.
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Transcribed(line) => &line.meeting.name,
            Self::Named(meeting) => &meeting.name,
        }
    }
    /// Its last day, as far as it is known.
    pub(crate) fn date(&self) -> Option<PartialDate> {
        match self {
            Self::Transcribed(line) => line.meeting.date,
            Self::Named(meeting) => meeting.until.or(meeting.from),
        }
    }
    /// Slug of its process.
    pub(crate) fn process(&self) -> Option<&str> {
        match self {
            Self::Transcribed(line) => Some(&line.meeting.process),
            Self::Named(meeting) => meeting.process.as_deref(),
        }
    }
    fn years(&self) -> Vec<u16> {
        match self {
            Self::Transcribed(line) => line.meeting.date.map(PartialDate::year).into_iter().collect(),
            Self::Named(meeting) => {
                let (first, last) = (meeting.from.or(meeting.until), meeting.until.or(meeting.from));
                let years = first.zip(last).map(|(first, last)| first.year()..=last.year());
                years.into_iter().flatten().collect()
            }
        }
    }
}

/// All meetings of both kinds, the latest first.
async fn all(house: &House) -> Result<Vec<Listed>, Fault> {
    let (transcribed, named) = tokio::try_join!(house.app.store.meetings(), house.app.store.named_meetings())?;
    let mut all: Vec<Listed> = transcribed.into_iter().map(Listed::Transcribed).collect();
    all.extend(named.into_iter().map(Listed::Named));
    all.sort_by_key(|meeting| Reverse(meeting.date())); // Those of one day stay as the store lists them.
    Ok(all)
}

/// `/meetings`
pub(crate) async fn page(
    State(house): State<House>,
    reader: Reader,
    OriginalUri(uri): OriginalUri,
    Query(asked): Query<Asked>,
) -> Outcome {
    let all = all(&house).await?;
    let known = names::known(&house, reader.language).await?;
    let mut frame = view::frame(&house, reader, Room::Processes, &uri.to_string());
    frame.title = Cow::Borrowed(reader.words().say("meetings"));
    frame.json = Some(Cow::Owned(asked.address("/meetings.json")));
    frame.atom = Some(Cow::Owned(asked.address("/meetings.atom")));
    let page = MeetingsPage {
        frame,
        is_empty: all.is_empty(),
        kinds: kinds(&asked, reader.words()),
        processes: processes(&asked, &all, &known, reader.words()),
        years: years(&asked, &all, reader.words()),
        is_of_year: !asked.year.is_empty(),
        rows: all.iter().filter(|meeting| asked.takes(meeting)).map(|meeting| row(meeting, &known)).collect(),
    };
    Ok(keep(answer::page(&page, reader)?))
}

fn row<'a>(meeting: &'a Listed, known: &'a Known) -> ListedMeeting<'a> {
    match meeting {
        Listed::Transcribed(line) => ListedMeeting::Transcribed(shown::row(line)),
        Listed::Named(meeting) => ListedMeeting::Named(named::row(meeting, known)),
    }
}

fn choice(to: &Asked, words: impl Into<Cow<'static, str>>, is_current: bool) -> Choice<'static> {
    Choice { address: Cow::Owned(to.address("/meetings")), words: words.into(), is_current }
}

fn kinds(asked: &Asked, words: &'static Words) -> Vec<Choice<'static>> {
    let kinds = [("", "meetings-all"), (TRANSCRIBED, "meetings-transcribed"), (NAMED, "meetings-named")];
    let is_known = asked.kind == TRANSCRIBED || asked.kind == NAMED;
    let to = |(kind, key): (&str, &str)| {
        let is_current = if kind.is_empty() { !is_known } else { asked.kind == kind };
        choice(&Asked { kind: kind.to_owned(), ..asked.clone() }, words.say(key), is_current)
    };
    kinds.into_iter().map(to).collect()
}

/// The processes of which there are meetings.
fn processes(asked: &Asked, all: &[Listed], known: &Known, words: &'static Words) -> Vec<Choice<'static>> {
    let slugs: BTreeSet<&str> = all.iter().filter_map(Listed::process).collect();
    let to = |slug: &str, name: String| {
        choice(&Asked { process: slug.to_owned(), ..asked.clone() }, name, asked.process == slug)
    };
    let every = to("", words.say("all-processes").to_owned());
    std::iter::once(every).chain(slugs.iter().map(|slug| to(slug, known.process(slug).to_owned()))).collect()
}

/// The years in which there were meetings, the latest first.
fn years(asked: &Asked, all: &[Listed], words: &'static Words) -> Vec<Choice<'static>> {
    let years: BTreeSet<u16> = all.iter().flat_map(Listed::years).collect();
    let to = |year: String, name: String| {
        let is_current = asked.year == year;
        choice(&Asked { year, ..asked.clone() }, name, is_current)
    };
    let every = to(String::new(), words.say("all-years").to_owned());
    std::iter::once(every).chain(years.iter().rev().map(|year| to(year.to_string(), words.year(*year)))).collect()
}

/// A meeting in the list, of either kind.
#[derive(Serialize, ToSchema)]
#[schema(as = ListedMeeting)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(crate) enum ListedBody<'a> {
    /// With a transcript, statement by statement.
    Transcribed(MeetingLineBody<'a>),
    /// Named by the records of statements; each is a document.
    Named(NamedMeetingLineBody<'a>),
}

impl<'a> ListedBody<'a> {
    fn of(meeting: &'a Listed) -> Self {
        match meeting {
            Listed::Transcribed(line) => Self::Transcribed(MeetingLineBody::of(line)),
            Listed::Named(meeting) => Self::Named(NamedMeetingLineBody::of(meeting, named::address(meeting))),
        }
    }
}

/// `/meetings.json`
#[utoipa::path(get, path = "/meetings.json", tag = "record",
    params(("kind" = Option<String>, Query, description = "transcribed, or named: named by records of statements"),
        ("process" = Option<String>, Query, description = "A process' slug"),
        ("year" = Option<u16>, Query, description = "One year")),
    responses((status = 200, body = [ListedBody])))]
/// All meetings, the latest first.
pub(crate) async fn json(State(house): State<House>, Query(asked): Query<Asked>) -> Outcome {
    let all = all(&house).await?;
    let bodies: Vec<ListedBody<'_>> = all.iter().filter(|meeting| asked.takes(meeting)).map(ListedBody::of).collect();
    Ok(keep(answer::json(&bodies)?))
}

/// `/meetings.atom`
#[utoipa::path(get, path = "/meetings.atom", tag = "feeds", responses((status = 200, content_type = "application/atom+xml")))]
/// All meetings, the latest first, as a feed.
pub(crate) async fn atom(State(house): State<House>, reader: Reader, Query(asked): Query<Asked>) -> Outcome {
    let mut all = all(&house).await?;
    all.retain(|meeting| asked.takes(meeting));
    let known = names::known(&house, reader.language).await?;
    let (title, own, of) =
        (reader.words().say("meetings"), asked.address("/meetings.atom"), asked.address("/meetings"));
    Ok(keep(answer::feed(&feeds::meetings(&house.app.origin, title, reader, (&own, &of), &all, &known))?))
}
