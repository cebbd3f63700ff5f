//! Who belongs to a group, since when: lists, counts and single memberships.

use crate::draft::{Draft, Part, Sources};
use crate::lexicon::{Notion, notions};
use crate::matter::Matter;
use crate::passage::{Aspect, Belonging, Fact, Known, SubjectKind};
use crate::phrases::{self, colon, comma, stop};
use crate::plan::{Kind, Plan, Wanted};
use plenum_model::PartialDate;
use plenum_model::answer::Quotation;
use std::cmp::Ordering;

/// One word that no notion knows may always be over: "tabled", "make up".
const ONE_WORD: f32 = 0.61;

/// What is known of the members of the group named, where that and nothing else is asked.
pub(crate) fn tell(plan: &Plan, known: &Known, sources: Sources<'_>) -> Vec<Draft> {
    let groups: Vec<usize> = plan.subjects.iter().copied().filter(|at| of_group(known, *at).next().is_some()).collect();
    let [group] = groups[..] else { return Vec::new() };
    let states: Vec<&str> = plan
        .subjects
        .iter()
        .map(|at| &known.subjects[*at])
        .filter(|one| one.kind == SubjectKind::State)
        .map(|one| one.key.as_str())
        .collect();
    if !asks_for_members(plan, known, group, !states.is_empty()) {
        return Vec::new();
    }
    let then = plan.as_of.or(plan.dates.first().copied());
    let named: Vec<_> = of_group(known, group).filter(|(_, one)| states.contains(&one.member.as_str())).collect();
    if !named.is_empty() {
        // Of a time named, a membership without its days says nothing.
        let is_told = |(_, one): &&(&Fact, &Belonging)| then.is_none() || one.from.is_some();
        let told = named.iter().filter(is_told);
        return told.map(|(fact, one)| membership(fact, one, known, sources, plan.language)).collect();
    }
    if matches!(plan.wanted, Wanted::Date | Wanted::Person) {
        return Vec::new();
    }
    let judged: Option<Vec<_>> =
        of_group(known, group).map(|(fact, one)| Some((fact, one, is_member(one, then, plan.today)?))).collect();
    let members: Vec<(&Fact, &Belonging)> =
        judged.unwrap_or_default().into_iter().filter(|(.., is)| *is).map(|(fact, one, _)| (fact, one)).collect();
    if members.is_empty() { Vec::new() } else { listed(plan, &members, then.is_some(), known, sources) }
}

/// The memberships named that go on, where it is asked when they ended.
pub(crate) fn going_on(plan: &Plan, known: &Known) -> Vec<usize> {
    if !plan.manner.is_of_leaving && !plan.manner.is_until {
        return Vec::new();
    }
    let is_named = |key: &str| plan.subjects.iter().any(|at| known.subjects[*at].key == key);
    let goes_on = |fact: &Fact| match &fact.aspect {
        Aspect::Member(one) => plan.subjects.contains(&fact.subject) && is_named(&one.member) && one.until.is_none(),
        _ => false,
    };
    (0..known.facts.len()).filter(|at| goes_on(&known.facts[*at])).collect()
}

fn of_group(known: &Known, group: usize) -> impl Iterator<Item = (&Fact, &Belonging)> {
    known.facts.iter().filter(move |fact| fact.subject == group).filter_map(|fact| match &fact.aspect {
        Aspect::Member(belonging) => Some((fact, belonging)),
        _ => None,
    })
}

/// Whether members are asked for, and no more of them than that they are: who of them voted is another question.
fn asks_for_members(plan: &Plan, known: &Known, group: usize, names_state: bool) -> bool {
    let of_members = notions("members States group submitted");
    let is_member = notions("members").iter().any(|notion| plan.asks.contains(notion));
    let is_asked =
        is_member || matches!(plan.kind, Kind::List | Kind::Count) || (names_state && plan.manner.is_yes_or_no);
    if !is_asked || plan.manner.is_why || plan.spoken_of.is_some() || !plan.strangers.is_empty() {
        return false;
    }
    let besides: Vec<Notion> = of_members.into_iter().collect();
    let rest = Matter::of(&plan.asked).without(&besides);
    of_group(known, group).next().is_some_and(|(fact, _)| rest.missing_in(known.matter(fact.passage)) <= ONE_WORD)
}

/// Whether one was a member then, or is today; `None` where that is not known.
fn is_member(one: &Belonging, then: Option<PartialDate>, today: Option<PartialDate>) -> Option<bool> {
    if one.role.is_some() {
        return Some(false);
    }
    let has_begun = match (one.from, then.or(today)) {
        (Some(from), Some(day)) => is_before(from, day)?,
        (None, _) if then.is_some() => return None,
        _ => true,
    };
    let has_ended = match (one.until, then.or(today)) {
        (Some(until), Some(day)) => is_before(until, day)?,
        (until, _) => until.is_some(),
    };
    Some(has_begun && !has_ended)
}

/// Whether a day lies before a time, or begins it; `None` where it lies within.
fn is_before(day: PartialDate, time: PartialDate) -> Option<bool> {
    let cut = PartialDate::new(day.year(), time.month().and(day.month()), time.day().and(day.day()))?;
    match cut.cmp(&time) {
        Ordering::Less => Some(true),
        Ordering::Greater => Some(false),
        Ordering::Equal => time.day().map(|_| true),
    }
}

/// `Members, ASEAN: 11.` for a count, and then who they are; of a time that is named, each with its days.
fn listed(
    plan: &Plan,
    members: &[(&Fact, &Belonging)],
    with_days: bool,
    known: &Known,
    sources: Sources<'_>,
) -> Vec<Draft> {
    let language = plan.language;
    let cites: Vec<Quotation> = members
        .iter()
        .map(|(fact, _)| Quotation { passage: sources.of_known(fact.passage), span: fact.span.clone() })
        .collect();
    let mut parts = begun(members[0].0, known, language);
    for (at, (_, one)) in members.iter().enumerate() {
        if at > 0 {
            parts.push(Part::Fixed(comma(language).into()));
        }
        parts.push(Part::Name(name(known, one, language)));
        if with_days {
            parts.extend(days(one));
        }
    }
    parts.push(Part::Fixed(stop(language).into()));
    let list = Draft { parts, cites: cites.clone() };
    if plan.kind != Kind::Count {
        return vec![list];
    }
    let mut parts = begun(members[0].0, known, language);
    parts.extend([Part::Counted(members.len() as u64), Part::Fixed(stop(language).into())]);
    vec![Draft { parts, cites }, list]
}

/// `Member, European Union: Croatia (1 July 2013 – ).`
fn membership(fact: &Fact, one: &Belonging, known: &Known, sources: Sources<'_>, language: &str) -> Draft {
    let mut parts = begun(fact, known, language);
    if one.role.is_some() {
        parts.push(Part::Quote(0));
    } else {
        parts.push(Part::Name(name(known, one, language)));
        parts.extend(days(one));
    }
    parts.push(Part::Fixed(stop(language).into()));
    Draft { parts, cites: vec![Quotation { passage: sources.of_known(fact.passage), span: fact.span.clone() }] }
}

fn begun(fact: &Fact, known: &Known, language: &str) -> Vec<Part> {
    let group = known.subjects[fact.subject].name_in(language).to_owned();
    vec![
        Part::Fixed(format!("{}{}", phrases::label(&fact.aspect, language), comma(language))),
        Part::Name(group),
        Part::Fixed(colon(language).into()),
    ]
}

fn name(known: &Known, one: &Belonging, language: &str) -> String {
    let member = known.subjects.iter().find(|subject| subject.key == one.member);
    member.map_or_else(|| one.member.clone(), |member| member.name_in(language).to_owned())
}

/// ` (1 July 2013 – )`
fn days(one: &Belonging) -> Vec<Part> {
    if one.from.is_none() && one.until.is_none() {
        return Vec::new();
    }
    let mut parts = vec![Part::Fixed(" (".into())];
    parts.extend(one.from.map(Part::Date));
    parts.push(Part::Fixed(phrases::until().into()));
    parts.extend(one.until.map(Part::Date));
    parts.push(Part::Fixed(")".into()));
    parts
}
