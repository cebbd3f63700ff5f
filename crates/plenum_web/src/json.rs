//! The bodies of answers to programs. Private to the web: neither the model nor the store knows JSON.

use crate::reading_json::{ParagraphBody, TroubleBody};
use crate::view;
use plenum_model::process::{Norm, Session};
use plenum_model::{Address, DocumentFacts, PartialDate, Symbol};
use plenum_store::documents::{DocumentLine, DocumentPage, OtherFormat, Revision, Shown};
use plenum_store::paragraphs::{Citing, OtherLanguage, ParagraphPage, Placed, Step};
use plenum_store::processes::{ProcessLine, ProcessPage};
use serde::Serialize;
use utoipa::ToSchema;

mod actors;
mod calendar;
mod claims;
mod documents;
mod meetings;
mod named_meetings;
mod positions;
mod processes;
mod votes;

pub(crate) use actors::{ActorBody, ActorLineBody, AgreementBody, CompareBody};
pub(crate) use calendar::CalendarBody;
pub(crate) use claims::{InstrumentBody, IssueBody, LedgerBody, TermBody};
pub(crate) use documents::{CitationBody, DocumentBody, LineBody, ListBody, ParagraphPageBody};
pub(crate) use meetings::{MeetingBody, MeetingLineBody, SessionMeetingsBody, StatementPageBody};
pub(crate) use named_meetings::{NamedMeetingBody, NamedMeetingLineBody, OneMeetingBody};
pub(crate) use positions::PositionsBody;
pub(crate) use processes::{HomeBody, ProcessBody, ProcessLineBody, StatusBody};
pub(crate) use votes::{RollCallBody, RollCallLineBody, RollCallListBody, TallyBody};

fn word(date: Option<PartialDate>) -> Option<String> {
    date.map(|date| date.to_string())
}

/// What is known of a document besides its words.
#[derive(Serialize, ToSchema)]
#[schema(as = Facts)]
pub(crate) struct FactsBody<'a> {
    address: String,
    symbol: &'a str,
    title: &'a str,
    kind: &'static str,
    standing: &'static str,
    issuer: Option<&'a str>,
    process: Option<&'a str>,
    meeting: Option<&'a str>,
    actor: Option<&'a str>,
    /// `2025`, `2025-07` or `2025-07-11`: as far as it is known.
    date: Option<String>,
    family: Option<&'a str>,
    source: Option<&'a str>,
}

impl<'a> FactsBody<'a> {
    fn of(facts: &'a DocumentFacts) -> Self {
        Self {
            address: view::document_address(&facts.symbol),
            symbol: facts.symbol.as_str(),
            title: &facts.title,
            kind: facts.kind.as_str(),
            standing: facts.standing.as_str(),
            issuer: facts.issuer.as_deref(),
            process: facts.process.as_deref(),
            meeting: facts.meeting.as_deref(),
            actor: facts.actor.as_deref(),
            date: word(facts.date),
            family: facts.family.as_deref(),
            source: facts.source.as_deref(),
        }
    }
}
