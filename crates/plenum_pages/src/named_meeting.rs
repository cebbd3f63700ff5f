//! A meeting that is known by the statements whose records name it.

use crate::actors::ActorName;
use crate::frame::Frame;
use crate::parts::Link;
use askama::Template;
use plenum_model::PartialDate;
use std::borrow::Cow;

/// Such a meeting in a list.
pub struct NamedRow<'a> {
    /// `/meetings/{slug}`.
    pub address: Cow<'a, str>,
    /// Its name, as the record has it.
    pub name: Cow<'a, str>,
    /// Its process, where all its statements belong to one.
    pub process: Option<Link<'a>>,
    /// The first date of its statements.
    pub from: Option<PartialDate>,
    /// The last date.
    pub until: Option<PartialDate>,
    /// How many statements.
    pub statements: u64,
}

/// Who spoke in a meeting, `/meetings/{slug}`.
#[derive(Template)]
#[template(path = "named_meeting.html")]
pub struct NamedMeetingPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// The meeting.
    pub meeting: NamedRow<'a>,
    /// Its statements, by the names of those who made them.
    pub statements: Vec<Spoken<'a>>,
}

/// A statement in the list of its meeting.
pub struct Spoken<'a> {
    /// The statement's address.
    pub address: Cow<'a, str>,
    /// Who made it, if that is known.
    pub actor: Option<ActorName<'a>>,
    /// The document's title, shown where the actor is not known.
    pub title: Cow<'a, str>,
    /// The person who spoke, as the record has it.
    pub speaker: Option<Cow<'a, str>>,
    /// How many paragraphs it has.
    pub paragraphs: u32,
}
