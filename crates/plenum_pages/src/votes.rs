//! Recorded votes: the list of roll calls, and one with every vote on a map of tiles.

use crate::actors::ActorName;
use crate::frame::Frame;
use crate::parts::{Choice, Link, Paging, Quoted};
use crate::process::Source;
use crate::words::{Told, Words};
use askama::Template;
use plenum_model::PartialDate;
use plenum_model::vote::{Tally, Vote, VotedOn};
use std::borrow::Cow;

/// Roll calls, `/votes`.
#[derive(Template)]
#[template(path = "votes.html")]
pub struct VotesPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// How many roll calls and votes are held in all.
    pub calls: u64,
    /// Yes, no and abstentions of all of them.
    pub votes: u64,
    /// The years with roll calls; the first leads to all.
    pub years: Vec<Choice<'a>>,
    /// The issues by which the sources sort them; the first leads to all.
    pub issues: Vec<Choice<'a>>,
    /// The roll calls, the latest first.
    pub rows: Vec<VoteRow<'a>>,
    /// Where the others are.
    pub paging: Paging<'a>,
    /// Where they come from.
    pub sources: Vec<Source<'a>>,
}

/// A roll call in a list.
pub struct VoteRow<'a> {
    /// `/votes/{id}`.
    pub address: Cow<'a, str>,
    /// Its short title.
    pub title: Quoted<'a>,
    /// What was asked, its beginning; may be empty.
    pub question: Quoted<'a>,
    /// The text voted on.
    pub symbol: Option<Cow<'a, str>>,
    /// What of it was voted on.
    pub on: VotedOn,
    /// When.
    pub date: Option<PartialDate>,
    /// How many voted how.
    pub counts: Counts,
    /// How the actor whose page this is voted; `None` elsewhere.
    pub own: Option<Vote>,
}

/// How many voted how, with the bar that shows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// The numbers.
    pub tally: Tally,
}

impl Counts {
    /// Of a tally.
    pub fn of(tally: Tally) -> Self {
        Self { tally }
    }

    /// Yes, no and abstentions with where each begins in a bar of a thousand, and how long it is.
    pub(crate) fn bar(&self) -> Vec<(Vote, u32, u32)> {
        let cast = u64::from(self.tally.cast()).max(1);
        let mut upto = 0_u64;
        let part = |vote| {
            let from = upto * 1000 / cast;
            upto += u64::from(self.tally.of(vote));
            let length = upto * 1000 / cast - from;
            (vote, u32::try_from(from).unwrap_or(0), u32::try_from(length).unwrap_or(0))
        };
        [Vote::Yes, Vote::No, Vote::Abstain].map(part).into_iter().filter(|(_, _, length)| *length > 0).collect()
    }

    /// `100 yes, 10 no, 5 abstentions`.
    pub fn sentence(&self, words: &Words) -> String {
        let Tally { yes, no, abstain, .. } = self.tally;
        let numbers = [("yes", yes), ("no", no), ("abstain", abstain)];
        words.tell("votes-sentence", &numbers.map(|(name, n)| (name, Told::Number(u64::from(n)))))
    }
}

/// One roll call, `/votes/{id}`.
#[derive(Template)]
#[template(path = "roll_call.html")]
pub struct RollCallPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// Its short title.
    pub title: Quoted<'a>,
    /// What was asked; may be empty.
    pub question: Quoted<'a>,
    /// When.
    pub date: Option<PartialDate>,
    /// Who voted.
    pub body: Cow<'a, str>,
    /// In which session.
    pub session: Option<Cow<'a, str>>,
    /// The text voted on; it leads to the document or to a search for it.
    pub symbol: Option<Link<'a>>,
    /// What of it was voted on.
    pub on: VotedOn,
    /// The process it belongs to.
    pub process: Option<Link<'a>>,
    /// Which majority decides.
    pub decision_rule: Option<Cow<'a, str>>,
    /// Whether it was adopted, where the source says so.
    pub is_adopted: Option<bool>,
    /// What it is about: roll calls of the same issue.
    pub issues: Vec<Link<'a>>,
    /// The result.
    pub counts: Counts,
    /// The map: States by region.
    pub regions: Vec<Region<'a>>,
    /// Votes of voters not known here: the name as the source gives it.
    pub unplaced: Vec<(Cow<'a, str>, Vote)>,
    /// What was noted afterwards: who, what it had meant, where that is noted.
    pub changes: Vec<(ActorName<'a>, Vote, Cow<'a, str>)>,
    /// How groups voted, as their members were on the day.
    pub groups: Vec<(ActorName<'a>, GroupVote)>,
    /// Where the facts come from.
    pub sources: Vec<Source<'a>>,
    /// The roll calls before and after it.
    pub neighbours: Vec<Choice<'a>>,
}

/// The States of one region on the map.
pub struct Region<'a> {
    /// Its name; `None`: States of no region that is held, present or former.
    pub name: Option<Quoted<'a>>,
    /// How its States voted.
    pub counts: Counts,
    /// Its States, by code.
    pub tiles: Vec<Tile<'a>>,
}

/// A State on the map.
pub struct Tile<'a> {
    /// The State.
    pub actor: ActorName<'a>,
    /// Its code.
    pub code: Cow<'a, str>,
    /// How it voted; `None` where nothing is recorded.
    pub vote: Option<Vote>,
}

/// How a group voted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GroupVote {
    /// How many of its members how.
    pub tally: Tally,
    /// How many members have nothing recorded.
    pub silent: u32,
}

impl RollCallPage<'_> {
    /// How many States on the map have nothing recorded.
    fn silent(&self) -> u64 {
        let tiles = self.regions.iter().flat_map(|region| &region.tiles);
        tiles.filter(|tile| tile.vote.is_none()).count() as u64
    }
}

/// The word of a vote in the markup; `none` where nothing is recorded.
pub(crate) fn mark(vote: &Option<Vote>) -> &'static str {
    vote.map_or("none", Vote::as_str)
}

impl Words {
    /// A vote in words; what to say where nothing is recorded.
    pub fn vote(&'static self, vote: &Option<Vote>) -> &'static str {
        self.say(match vote {
            Some(Vote::Yes) => "vote-yes",
            Some(Vote::No) => "vote-no",
            Some(Vote::Abstain) => "vote-abstain",
            Some(Vote::Absent) => "vote-absent",
            None => "vote-none",
        })
    }
    /// A vote that is recorded, in words.
    pub fn vote_cast(&'static self, vote: &Vote) -> &'static str {
        self.vote(&Some(*vote))
    }
    /// What of a text was voted on.
    pub fn voted_on(&'static self, on: &VotedOn) -> &'static str {
        self.say(match on {
            VotedOn::Whole => "voted-on-whole",
            VotedOn::Paragraph => "voted-on-paragraph",
            VotedOn::Amendment => "voted-on-amendment",
        })
    }
    /// A year in the language's digits.
    pub fn year(&self, year: u16) -> String {
        crate::numbers::own_digits(self.lang(), &year.to_string())
    }
    /// The choices that leave nothing out.
    pub fn all_years_and_issues(&'static self) -> [&'static str; 2] {
        [self.say("votes-all-years"), self.say("votes-all-issues")]
    }
}
