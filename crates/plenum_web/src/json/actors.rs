//! Actors, their groups and how alike they vote, as JSON.

use super::documents::LineBody;
use super::*;
use crate::assembly::Assembly;
use crate::routes::actors::Ranked;
use crate::routes::compare::Pair;
use plenum_model::ballots::{Agreement, together};
use plenum_store::actors::{Actor, ActorLine, Membership};
use plenum_store::documents::List;
use std::borrow::Cow;

/// An actor in a list.
#[derive(Serialize, ToSchema)]
#[schema(as = ActorLine)]
pub(crate) struct ActorLineBody<'a> {
    address: String,
    slug: &'a str,
    /// state, former-state, observer, group, organisation, person
    kind: &'a str,
    /// In the language of the interface where it is held, else in English.
    name: &'a str,
    name_language: &'a str,
    documents: u64,
}

impl<'a> ActorLineBody<'a> {
    pub(crate) fn of(line: &'a ActorLine) -> Self {
        Self {
            address: format!("/actors/{}", line.slug),
            slug: &line.slug,
            kind: &line.kind,
            name: &line.name,
            name_language: &line.name_language,
            documents: line.documents,
        }
    }
}

/// An actor with its groups, votes and documents.
#[derive(Serialize, ToSchema)]
#[schema(as = Actor)]
pub(crate) struct ActorBody<'a> {
    address: String,
    slug: &'a str,
    kind: &'a str,
    names: Vec<NameBody<'a>>,
    source: &'a str,
    groups: Vec<MembershipBody<'a>>,
    members: Vec<MembershipBody<'a>>,
    votes: TallyBody,
    /// The first and last year over which `agreement` is counted.
    agreement_years: Option<(u16, u16)>,
    /// Every other State with at least fifty roll calls in common, the closest first.
    agreement: Vec<NearBody<'a>>,
    documents_total: u64,
    newest: Vec<LineBody<'a>>,
}

impl<'a> ActorBody<'a> {
    pub(crate) fn of(actor: &'a Actor, assembly: &'a Assembly, near: &Ranked<'a>, list: &'a List) -> Self {
        let slug = actor.slug.as_str();
        Self {
            address: format!("/actors/{slug}"),
            slug,
            kind: &actor.kind,
            names: actor.names.iter().map(|(language, name)| NameBody { language, name }).collect(),
            source: &actor.source,
            groups: assembly.groups_of(slug).into_iter().map(MembershipBody::of).collect(),
            members: assembly.members_of(slug).into_iter().map(MembershipBody::of).collect(),
            votes: TallyBody::of(assembly.ballots.tally(&assembly.bloc(slug))),
            agreement_years: (!near.all.is_empty()).then_some(near.years),
            agreement: near.all.iter().map(|(actor, agreement)| NearBody::of(actor, *agreement)).collect(),
            documents_total: list.total,
            newest: list.lines.iter().map(LineBody::of).collect(),
        }
    }
}

/// A name.
#[derive(Serialize, ToSchema)]
#[schema(as = Name)]
pub(crate) struct NameBody<'a> {
    language: &'a str,
    name: &'a str,
}

/// An actor's belonging to a group.
#[derive(Serialize, ToSchema)]
#[schema(as = Membership)]
pub(crate) struct MembershipBody<'a> {
    group: &'a str,
    member: &'a str,
    /// As what, where not as a member.
    role: Option<&'a str>,
    from: Option<String>,
    until: Option<String>,
    source: &'a str,
}

impl<'a> MembershipBody<'a> {
    fn of(one: &'a Membership) -> Self {
        let (from, until) = (word(one.from), word(one.until));
        Self { group: &one.group, member: &one.member, role: one.role.as_deref(), from, until, source: &one.source }
    }
}

/// How alike another actor votes.
#[derive(Serialize, ToSchema)]
#[schema(as = Near)]
pub(crate) struct NearBody<'a> {
    actor: &'a str,
    permille: Option<u16>,
    roll_calls: u64,
}

impl<'a> NearBody<'a> {
    fn of(actor: &'a str, agreement: Agreement) -> Self {
        Self { actor, permille: agreement.permille(), roll_calls: agreement.pairs }
    }
}

/// Actors side by side.
#[derive(Serialize, ToSchema)]
#[schema(as = Compare)]
pub(crate) struct CompareBody<'a> {
    /// How agreement is counted.
    measure: &'static str,
    actors: Vec<ActorLineBody<'a>>,
    agreement: Vec<AgreementBody<'a>>,
    /// What was asked for and is not known.
    unknown: Vec<Cow<'a, str>>,
    sources: &'a [String],
}

const MEASURE: &str = "Over the roll calls in which both voted yes, no or abstained: the same vote counts 1, an abstention \
    beside a yes or a no one half, yes against no 0; absences are left out; in and between groups every pair of members \
    counts alike; votes count as cast.";

impl<'a> CompareBody<'a> {
    pub(crate) fn of(
        chosen: &[&str],
        assembly: &'a Assembly,
        agreement: Vec<AgreementBody<'a>>,
        unknown: Vec<Cow<'a, str>>,
    ) -> Self {
        let actors = chosen.iter().filter_map(|slug| assembly.actor(slug)).map(ActorLineBody::of).collect();
        Self { measure: MEASURE, actors, agreement, unknown, sources: &assembly.vote_sources }
    }
}

/// The agreement of two actors; of a group with itself, among its members.
#[derive(Serialize, ToSchema)]
#[schema(as = Agreement)]
pub(crate) struct AgreementBody<'a> {
    a: &'a str,
    b: &'a str,
    permille: Option<u16>,
    pairs: u64,
    years: Vec<YearBody>,
}

/// One year of it.
#[derive(Serialize, ToSchema)]
#[schema(as = AgreementYear)]
pub(crate) struct YearBody {
    year: u16,
    permille: Option<u16>,
    pairs: u64,
}

impl<'a> AgreementBody<'a> {
    pub(crate) fn of(pair: &Pair<'a>) -> Self {
        let sum = together(&pair.years);
        let year =
            |(year, one): &(u16, Agreement)| YearBody { year: *year, permille: one.permille(), pairs: one.pairs };
        let years = pair.years.iter().map(year).collect();
        Self { a: pair.a, b: pair.b, permille: sum.permille(), pairs: sum.pairs, years }
    }
}
