//! Statements by the meeting that their record names.

use crate::actors::ActorName;
use crate::frame::Frame;
use askama::Template;
use plenum_model::PartialDate;
use std::borrow::Cow;

/// The meetings that statements name, `/debates`.
#[derive(Template)]
#[template(path = "debates.html")]
pub struct DebatesPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// The meetings, the latest first.
    pub debates: Vec<DebateRow<'a>>,
}

/// A meeting in the list.
pub struct DebateRow<'a> {
    /// `/debates/{slug}`.
    pub address: Cow<'a, str>,
    /// Its name, as the record has it.
    pub name: Cow<'a, str>,
    /// The first date of its statements.
    pub from: Option<PartialDate>,
    /// The last date.
    pub until: Option<PartialDate>,
    /// How many statements.
    pub statements: u64,
}

/// Who spoke in a meeting, `/debates/{slug}`.
#[derive(Template)]
#[template(path = "debate.html")]
pub struct DebatePage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// The meeting.
    pub debate: DebateRow<'a>,
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
