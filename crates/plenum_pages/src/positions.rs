//! The position matrix of a process: actor by issue, every cell a quotation; and the page on which an editor places them.

use crate::frame::Frame;
use crate::parts::{Link, Quoted};
use askama::Template;
use plenum_model::statement::{Relation, Stance};
use plenum_model::{PartialDate, Standing};
use std::borrow::Cow;

/// The matrix, `/processes/{slug}/positions`.
#[derive(Template)]
#[template(path = "positions.html")]
pub struct PositionsPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// Its process.
    pub process: Link<'a>,
    /// The issues on which something stands: the columns, by name.
    pub issues: Vec<Cow<'a, str>>,
    /// The other issues of the process, by name.
    pub empty: Vec<Cow<'a, str>>,
    /// A row for each actor of whom something is quoted.
    pub rows: Vec<MatrixRow<'a>>,
    /// Agreements and disagreements.
    pub pairs: Vec<PairView<'a>>,
    /// Everything that was placed, also what was withdrawn; the last placed first.
    pub history: Vec<PositionView<'a>>,
    /// The same as CSV.
    pub csv: String,
    /// The editor's page.
    pub edit: String,
}

/// What is quoted of one actor.
pub struct MatrixRow<'a> {
    /// The actor, by name.
    pub actor: Link<'a>,
    /// As many cells as issues.
    pub cells: Vec<Cell<'a>>,
}

/// One actor on one issue: quotations, the latest first; empty where nothing was placed.
pub struct Cell<'a> {
    /// The quotations.
    pub positions: Vec<PositionView<'a>>,
}

impl<'a> Cell<'a> {
    fn latest(&self) -> Option<&PositionView<'a>> {
        self.positions.first()
    }
    fn earlier(&self) -> &[PositionView<'a>] {
        self.positions.get(1..).unwrap_or_default()
    }
}

/// A quotation.
#[derive(Clone)]
pub struct PositionView<'a> {
    /// Its number.
    pub id: i64,
    /// The issue's label.
    pub issue: Cow<'a, str>,
    /// The actor's name.
    pub actor: Cow<'a, str>,
    /// Where it stands.
    pub stance: Stance,
    /// The paragraph.
    pub address: String,
    /// What the paragraph is called: symbol and number.
    pub place: String,
    /// The words, exactly.
    pub words: Quoted<'a>,
    /// The standing of the document they stand in.
    pub standing: Standing,
    /// When they were said.
    pub date: Option<PartialDate>,
    /// Who placed it.
    pub by: Cow<'a, str>,
    /// On which day.
    pub day: Option<PartialDate>,
    /// Who withdrew it.
    pub withdrawn: Option<Cow<'a, str>>,
}

/// Two quotations side by side.
pub struct PairView<'a> {
    /// Its number.
    pub id: i64,
    /// What they are to each other.
    pub relation: Relation,
    /// One.
    pub one: PositionView<'a>,
    /// The other.
    pub other: PositionView<'a>,
}

/// What was wrong with what an editor sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misplaced {
    /// The process has no such issue.
    NoIssue,
    /// A pack tells an issue of that short name.
    ToldIssue,
    /// No actor has that slug.
    NoActor,
    /// No paragraph has that address.
    NoParagraph,
    /// The words do not stand in it.
    NotItsWords,
    /// The two are not two that stand here.
    NoPair,
    /// Something is missing or of another shape.
    NotUnderstood,
}

impl Misplaced {
    fn key(self) -> &'static str {
        match self {
            Self::NoIssue => "place-no-issue",
            Self::ToldIssue => "place-told-issue",
            Self::NoActor => "place-no-actor",
            Self::NoParagraph => "place-no-paragraph",
            Self::NotItsWords => "place-not-its-words",
            Self::NoPair => "place-no-pair",
            Self::NotUnderstood => "place-not-understood",
        }
    }
}

/// The editor's page, `/processes/{slug}/positions/edit`.
#[derive(Template)]
#[template(path = "positions_edit.html")]
pub struct PositionsEditPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// Its process.
    pub process: Link<'a>,
    /// The matrix' address: forms are sent below it.
    pub matrix: String,
    /// What was wrong with what was sent.
    pub wrong: Option<Misplaced>,
    /// The issues: slug and name.
    pub issues: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// Those of them that an editor named here, by name; the others are told by packs.
    pub entered: Vec<Cow<'a, str>>,
    /// Actors to choose from: slug and name.
    pub actors: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// What stands in the form.
    pub fields: PlaceFields<'a>,
    /// Paragraphs that may say it; `None` where none were asked for.
    pub candidates: Option<Vec<Candidate<'a>>>,
    /// What stands in the matrix.
    pub standing: Vec<PositionView<'a>>,
    /// The pairs.
    pub pairs: Vec<PairView<'a>>,
}

/// What stands in the form for a quotation.
#[derive(Default)]
pub struct PlaceFields<'a> {
    /// The issue's slug.
    pub issue: Cow<'a, str>,
    /// The actor's slug.
    pub actor: Cow<'a, str>,
    /// The stance's word.
    pub stance: Cow<'a, str>,
    /// The paragraph's address.
    pub address: Cow<'a, str>,
    /// The words.
    pub words: Cow<'a, str>,
}

/// A paragraph that may say where an actor stands. Proposed by search; a person decides.
pub struct Candidate<'a> {
    /// The paragraph.
    pub address: String,
    /// What it is called.
    pub place: String,
    /// Its words.
    pub words: Quoted<'a>,
    /// The standing of its document.
    pub standing: Standing,
    /// Its date.
    pub date: Option<PartialDate>,
    /// The page with the form filled.
    pub take: String,
}

impl PositionsEditPage<'_> {
    fn stances(&self) -> &'static [Stance] {
        Stance::ALL
    }
    fn is_stance(&self, stance: &Stance) -> bool {
        stance.as_str() == self.fields.stance
    }
    fn relations(&self) -> &'static [Relation] {
        Relation::ALL
    }
}
