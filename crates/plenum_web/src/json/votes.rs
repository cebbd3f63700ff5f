//! Roll calls as JSON.

use super::*;
use plenum_model::vote::{RollCall, RollCallFacts, Tally, Vote};
use plenum_store::votes::RollCallLine;
use std::collections::BTreeMap;

/// How many voted how.
#[derive(Serialize, ToSchema)]
#[schema(as = Tally)]
pub(crate) struct TallyBody {
    yes: u32,
    no: u32,
    abstain: u32,
    absent: u32,
}

impl TallyBody {
    pub(crate) fn of(tally: Tally) -> Self {
        Self { yes: tally.yes, no: tally.no, abstain: tally.abstain, absent: tally.absent }
    }
}

/// Roll calls.
#[derive(Serialize, ToSchema)]
#[schema(as = RollCallList)]
pub(crate) struct RollCallListBody<'a> {
    pub(crate) total: u64,
    pub(crate) roll_calls: Vec<RollCallLineBody<'a>>,
}

/// A roll call in a list.
#[derive(Serialize, ToSchema)]
#[schema(as = RollCallLine)]
pub(crate) struct RollCallLineBody<'a> {
    address: String,
    id: &'a str,
    body: &'a str,
    session: Option<&'a str>,
    symbol: Option<&'a str>,
    /// whole, paragraph, amendment
    voted_on: &'static str,
    title: &'a str,
    question: &'a str,
    date: Option<String>,
    process: Option<&'a str>,
    decision_rule: Option<&'a str>,
    is_adopted: Option<bool>,
    issues: &'a [String],
    source: &'a str,
    result: TallyBody,
}

impl<'a> RollCallLineBody<'a> {
    pub(crate) fn of(line: &'a RollCallLine) -> Self {
        Self::with(&line.facts, line.tally)
    }

    fn with(facts: &'a RollCallFacts, tally: Tally) -> Self {
        Self {
            address: format!("/votes/{}", facts.id),
            id: &facts.id,
            body: &facts.body,
            session: facts.session.as_deref(),
            symbol: facts.symbol.as_deref(),
            voted_on: facts.on.as_str(),
            title: &facts.title,
            question: &facts.question,
            date: word(facts.date),
            process: facts.process.as_deref(),
            decision_rule: facts.decision_rule.as_deref(),
            is_adopted: facts.is_adopted,
            issues: &facts.issues,
            source: &facts.source,
            result: TallyBody::of(tally),
        }
    }
}

/// A roll call with every vote.
#[derive(Serialize, ToSchema)]
#[schema(as = RollCall)]
pub(crate) struct RollCallBody<'a> {
    #[serde(flatten)]
    line: RollCallLineBody<'a>,
    /// Slug and vote: yes, no, abstain, absent.
    votes: BTreeMap<&'a str, &'static str>,
    /// Votes counted, but of voters not known here: the source's name and the vote.
    unplaced: Vec<(&'a str, &'static str)>,
    changes: Vec<VoteChangeBody<'a>>,
}

/// What was noted after the vote; the result does not change.
#[derive(Serialize, ToSchema)]
#[schema(as = VoteChange)]
pub(crate) struct VoteChangeBody<'a> {
    actor: &'a str,
    meant: &'static str,
    source: &'a str,
}

impl<'a> RollCallBody<'a> {
    pub(crate) fn of(call: &'a RollCall) -> Self {
        let worded = |(name, vote): &'a (String, Vote)| (name.as_str(), vote.as_str());
        let change = |change: &'a plenum_model::vote::VoteChange| VoteChangeBody {
            actor: &change.actor,
            meant: change.meant.as_str(),
            source: &change.source,
        };
        Self {
            line: RollCallLineBody::with(&call.facts, call.tally()),
            votes: call.votes.iter().map(worded).collect(),
            unplaced: call.unplaced.iter().map(worded).collect(),
            changes: call.changes.iter().map(change).collect(),
        }
    }
}
