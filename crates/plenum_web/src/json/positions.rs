//! The position matrix as JSON.

use super::claims::IssueBody;
use super::*;
use crate::times;
use plenum_model::knowledge::Issue;
use plenum_store::positions::{Pair, Position};

/// A quotation in the matrix.
#[derive(Serialize, ToSchema)]
#[schema(as = Position)]
pub(crate) struct PositionBody<'a> {
    id: i64,
    issue: &'a str,
    actor: &'a str,
    /// supports, opposes, proposes, conditions, no-position
    stance: &'static str,
    /// The paragraph.
    address: String,
    /// The words, exactly as they stand in it.
    words: &'a str,
    standing: &'static str,
    date: Option<String>,
    placed_by: &'a str,
    placed_at: String,
    withdrawn_by: Option<&'a str>,
    withdrawn_at: Option<String>,
}

impl<'a> PositionBody<'a> {
    fn of(position: &'a Position) -> Self {
        Self {
            id: position.id,
            issue: &position.issue,
            actor: &position.actor,
            stance: position.stance.as_str(),
            address: position.address.to_string(),
            words: &position.words,
            standing: position.standing.as_str(),
            date: word(position.date),
            placed_by: &position.placed.0,
            placed_at: times::rfc3339(position.placed.1),
            withdrawn_by: position.withdrawn.as_ref().map(|(who, _)| who.as_str()),
            withdrawn_at: position.withdrawn.as_ref().map(|(_, at_ms)| times::rfc3339(*at_ms)),
        }
    }
}

/// Two quotations side by side.
#[derive(Serialize, ToSchema)]
#[schema(as = PositionPair)]
pub(crate) struct PairBody<'a> {
    one: i64,
    other: i64,
    /// agree or disagree
    relation: &'static str,
    placed_by: &'a str,
    placed_at: String,
}

/// The matrix of a process.
#[derive(Serialize, ToSchema)]
#[schema(as = Positions)]
pub(crate) struct PositionsBody<'a> {
    issues: Vec<IssueBody<'a>>,
    positions: Vec<PositionBody<'a>>,
    pairs: Vec<PairBody<'a>>,
}

impl<'a> PositionsBody<'a> {
    pub(crate) fn of(issues: &'a [Issue], positions: &'a [Position], pairs: &'a [Pair]) -> Self {
        let pair = |pair: &'a Pair| PairBody {
            one: pair.both.0,
            other: pair.both.1,
            relation: pair.relation.as_str(),
            placed_by: &pair.placed.0,
            placed_at: times::rfc3339(pair.placed.1),
        };
        Self {
            issues: issues.iter().map(IssueBody::of).collect(),
            positions: positions.iter().map(PositionBody::of).collect(),
            pairs: pairs.iter().map(pair).collect(),
        }
    }
}
