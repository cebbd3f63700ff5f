//! Actors: the list, one with its groups, words and votes, and up to three side by side.

use crate::frame::Frame;
use crate::parts::{DocumentRow, Link, Quoted};
use crate::process::Source;
use crate::trend::Trend;
use crate::votes::{Counts, VoteRow};
use crate::words::Told;
use askama::Template;
use plenum_model::PartialDate;
use plenum_model::actor::ActorKind;
use std::borrow::Cow;

/// All actors, `/actors`.
#[derive(Template)]
#[template(path = "actors.html")]
pub struct ActorsPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// The sections, none of them empty.
    pub sections: Vec<ActorSection<'a>>,
    /// Whether there are roll calls to lead to.
    pub has_votes: bool,
    /// Whether there are meetings to lead to.
    pub has_named_meetings: bool,
}

/// Actors under one heading.
pub struct ActorSection<'a> {
    /// Its place in the page's address.
    pub id: Cow<'a, str>,
    /// The heading.
    pub heading: Heading<'a>,
    /// Its page, if the heading is itself an actor: a regional group.
    pub address: Option<Cow<'a, str>>,
    /// The actors, by name.
    pub actors: Vec<ActorName<'a>>,
}

/// What a section is headed.
pub enum Heading<'a> {
    /// By the name of a group.
    Group(Quoted<'a>),
    /// By what its actors are.
    Kind(ActorKind),
    /// States that belong to no regional group that is held.
    OtherStates,
}

/// An actor by its name.
#[derive(Clone, Debug)]
pub struct ActorName<'a> {
    /// `/actors/fra`.
    pub address: Cow<'a, str>,
    /// Its name in the best language there is.
    pub name: Quoted<'a>,
    /// Its code, if it is a State.
    pub code: Option<Cow<'a, str>>,
}

/// One actor, `/actors/{slug}`.
#[derive(Template)]
#[template(path = "actor.html")]
pub struct ActorPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// Its name.
    pub name: Quoted<'a>,
    /// What it is.
    pub kind: ActorKind,
    /// Its code, if it is a State.
    pub code: Option<Cow<'a, str>>,
    /// Other names by which texts call it.
    pub others: Vec<Quoted<'a>>,
    /// Where the facts come from.
    pub sources: Vec<Source<'a>>,
    /// The groups it belongs or belonged to.
    pub groups: Vec<Belonging<'a>>,
    /// The members it has or had, if it is a group, and who takes part in another role.
    pub members: Vec<Belonging<'a>>,
    /// Its newest documents: statements, papers.
    pub documents: Vec<DocumentRow<'a>>,
    /// How many there are, and where all are.
    pub documents_total: u64,
    /// The library filtered by this actor.
    pub all_documents: Cow<'a, str>,
    /// How it votes; `None` where no vote of it is held.
    pub voting: Option<Voting<'a>>,
    /// Where it can be compared with others.
    pub compare: Cow<'a, str>,
}

impl ActorPage<'_> {
    /// How many members it has or had, without those who take part in another role.
    fn full_members(&self) -> usize {
        self.members.iter().filter(|one| one.role.is_none()).count()
    }
    /// Whether it is a group of which no pack tells who belongs to it.
    fn lacks_members(&self) -> bool {
        self.kind == ActorKind::Group && self.members.is_empty()
    }
}

/// An actor's belonging to a group, seen from either side.
pub struct Belonging<'a> {
    /// The group, or the member.
    pub other: ActorName<'a>,
    /// As what, in the words of the source; `None`: as a member.
    pub role: Option<Cow<'a, str>>,
    /// Since when.
    pub from: Option<PartialDate>,
    /// Until when.
    pub until: Option<PartialDate>,
    /// Where the fact comes from.
    pub source: Cow<'a, str>,
}

/// How an actor votes.
pub struct Voting<'a> {
    /// In how many roll calls how.
    pub counts: Counts,
    /// The first and the last year of what was compared for the closest and the farthest.
    pub years: (u16, u16),
    /// Who votes most like it, with the agreement out of a hundred.
    pub closest: Vec<(ActorName<'a>, u16)>,
    /// Who votes least like it, the farthest first.
    pub farthest: Vec<(ActorName<'a>, u16)>,
    /// Its agreement with others over the years.
    pub trend: Option<Trend>,
    /// Its newest votes.
    pub newest: Vec<VoteRow<'a>>,
    /// Where the votes come from.
    pub sources: Vec<Source<'a>>,
}

/// Up to three actors side by side, `/actors/compare`.
#[derive(Template)]
#[template(path = "compare.html")]
pub struct ComparePage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// The three fields of the form: name, and the slug chosen; empty where none is.
    pub fields: [(&'static str, &'a str); 3],
    /// What can be chosen: headings, each with slugs and names.
    pub choices: Vec<(ActorKind, Vec<(&'a str, Quoted<'a>)>)>,
    /// Names that were asked for and are not known.
    pub unknown: Vec<Cow<'a, str>>,
    /// The actors chosen.
    pub actors: Vec<Compared<'a>>,
    /// The agreement of each pair, and within each group, over all years.
    pub pairs: Vec<(Cow<'a, str>, Option<u16>, u64)>,
    /// The same, year by year.
    pub trend: Option<Trend>,
    /// Where the votes come from.
    pub sources: Vec<Source<'a>>,
}

/// One of the actors compared.
pub struct Compared<'a> {
    /// Its name.
    pub name: ActorName<'a>,
    /// What it is.
    pub kind: ActorKind,
    /// The groups it belongs to now.
    pub groups: Vec<Link<'a>>,
    /// How many members it has now; 0 unless it is a group.
    pub members: u64,
    /// How many documents hold its words.
    pub documents: u64,
    /// In how many roll calls it (or its members together) voted how.
    pub counts: Counts,
}

impl ComparePage<'_> {
    /// Whether this slug is chosen in this field.
    fn is_chosen(&self, field: &(&'static str, &str), slug: &str) -> bool {
        field.1 == slug
    }
}

impl crate::Words {
    /// What an actor is, in words.
    pub fn actor_kind(&'static self, kind: &ActorKind) -> &'static str {
        self.say(match kind {
            ActorKind::State => "actor-state",
            ActorKind::FormerState => "actor-former-state",
            ActorKind::Observer => "actor-observer",
            ActorKind::Group => "actor-group",
            ActorKind::Organisation => "actor-organisation",
            ActorKind::Person => "actor-person",
        })
    }
    /// The heading of all actors of a kind.
    pub fn actor_kinds(&'static self, kind: &ActorKind) -> &'static str {
        self.say(match kind {
            ActorKind::State => "actors-state",
            ActorKind::FormerState => "actors-former-state",
            ActorKind::Observer => "actors-observer",
            ActorKind::Group => "actors-group",
            ActorKind::Organisation => "actors-organisation",
            ActorKind::Person => "actors-person",
        })
    }
}

impl crate::Words {
    /// Over which years the closest and the farthest were compared.
    pub fn compared_years(&self, years: &(u16, u16)) -> String {
        let (from, until) = (self.year(years.0), self.year(years.1));
        self.tell("agreement-years", &[("from", Told::Name(&from)), ("until", Told::Name(&until))])
    }
    /// What the lines of a State are called together.
    pub fn agreement_with_others(&'static self) -> &'static str {
        self.say("agreement-with-others")
    }
    /// What the line of a group is called.
    pub fn agreement_among(&'static self) -> &'static str {
        self.say("agreement-among")
    }
    /// Everybody but the State itself, as a line.
    pub fn everybody(&'static self) -> &'static str {
        self.say("agreement-everybody")
    }
    /// A group compared with itself.
    pub fn agreement_within(&self, name: &str) -> String {
        self.name("agreement-within", name)
    }
}
