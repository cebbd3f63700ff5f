//! Statements by meeting, as JSON.

use super::documents::LineBody;
use super::*;
use plenum_store::documents::Debate;

/// A meeting that statements name.
#[derive(Serialize, ToSchema)]
#[schema(as = DebateLine)]
pub(crate) struct DebateLineBody<'a> {
    address: String,
    name: &'a str,
    statements: u64,
    from: Option<String>,
    until: Option<String>,
}

impl<'a> DebateLineBody<'a> {
    pub(crate) fn of(debate: &'a Debate, address: String) -> Self {
        let (from, until) = (word(debate.from), word(debate.until));
        Self { address, name: &debate.name, statements: debate.statements, from, until }
    }
}

/// One of them with its statements.
#[derive(Serialize, ToSchema)]
#[schema(as = Debate)]
pub(crate) struct DebateBody<'a> {
    #[serde(flatten)]
    line: DebateLineBody<'a>,
    documents: Vec<LineBody<'a>>,
}

impl<'a> DebateBody<'a> {
    pub(crate) fn of(debate: &'a Debate, address: String, lines: &'a [DocumentLine]) -> Self {
        Self { line: DebateLineBody::of(debate, address), documents: lines.iter().map(LineBody::of).collect() }
    }
}
