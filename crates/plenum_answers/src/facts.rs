//! Answers from what is known: the facts that a question asks for, chosen and composed.

use crate::dates;
use crate::draft::{Draft, Part, Sources};
use crate::lexicon::Notion;
use crate::passage::{Aspect, Fact, Known, SubjectKind};
use crate::phrases::{self, colon, label, stop};
use crate::plan::{Kind, Plan, Wanted};
use crate::text::fold;
use plenum_model::PartialDate;
use plenum_model::answer::Quotation;

/// What the facts say to a question.
#[derive(Debug, Default)]
pub(crate) struct Told {
    /// Sentences, in order.
    pub(crate) drafts: Vec<Draft>,
    /// Facts that contradict what the question supposes, by their places.
    pub(crate) against: Vec<usize>,
    /// Facts of the same subject and aspect with other values, by their places.
    pub(crate) disagreeing: Vec<usize>,
}

/// Chooses facts and composes them; nothing where the facts do not answer.
pub(crate) fn tell(plan: &Plan, known: &Known, sources: Sources<'_>) -> Told {
    let mut chosen = choose(plan, known);
    let (fit, against): (Vec<usize>, Vec<usize>) = chosen.iter().partition(|at| supposed_rightly(plan, known, **at));
    if fit.is_empty() {
        return Told { against, ..Told::default() };
    }
    chosen = fit;
    let language = plan.language;
    let compose = |at: &usize| fact_draft(&known.facts[*at], known, sources, language);
    // Values counted by others at other times stand side by side.
    let first = &known.facts[chosen[0]];
    let rival = |at: &&usize| {
        let fact = &known.facts[**at];
        let is_changing = matches!(fact.aspect, Aspect::Other(_));
        is_changing
            && fact.subject == first.subject
            && fact.aspect == first.aspect
            && value(known, fact) != value(known, first)
    };
    let disagreeing: Vec<usize> = chosen[1..].iter().filter(rival).copied().collect();
    let most = if plan.kind == Kind::Fact { 3 } else { 24 };
    let told = chosen.iter().filter(|at| !disagreeing.contains(at)).take(most);
    Told { drafts: told.map(compose).collect(), against: Vec::new(), disagreeing }
}

/// The words of a fact's value.
pub(crate) fn value<'a>(known: &'a Known, fact: &Fact) -> &'a str {
    known.passages[fact.passage].text.get(fact.span.clone()).unwrap_or_default()
}

/// `Chair, Global Mechanism on ICT security: “Egriselda López (El Salvador)”.`
pub(crate) fn fact_draft(fact: &Fact, known: &Known, sources: Sources<'_>, language: &str) -> Draft {
    let subject = &known.subjects[fact.subject];
    let quotation = Quotation { passage: sources.of_known(fact.passage), span: fact.span.clone() };
    let name = subject.name_in(language).to_owned();
    let mut parts = Vec::new();
    let called = label(&fact.aspect, language);
    let first = if called.is_empty() { String::new() } else { format!("{called}{}", phrases::comma(language)) };
    let is_ours = !matches!(fact.aspect, Aspect::Other(_));
    parts.push(if is_ours { Part::Fixed(first) } else { Part::Name(label(&fact.aspect, language)) });
    if !is_ours {
        parts.push(Part::Fixed(phrases::comma(language).into()));
    }
    if let Some(parent) = subject.parent.as_ref().and_then(|key| known.subjects.iter().find(|other| other.key == *key))
    {
        parts.push(Part::Name(parent.name_in(language).to_owned()));
        parts.push(Part::Fixed(phrases::comma(language).into()));
    }
    parts.push(Part::Name(name));
    parts.push(Part::Fixed(colon(language).into()));
    let days = dates::dates(value(known, fact));
    let is_dated = matches!(fact.aspect, Aspect::Adopted | Aspect::Began | Aspect::Ended | Aspect::Held);
    match days[..] {
        [day] if is_dated => parts.push(Part::Date(day)),
        [from, until] if is_dated => {
            parts.extend([Part::Date(from), Part::Fixed(phrases::until().into()), Part::Date(until)]);
        }
        _ => parts.push(Part::Quote(0)),
    }
    // A Russian date ends with a full stop of its own.
    if !(language == "ru" && matches!(parts.last(), Some(Part::Date(date)) if date.month().is_some())) {
        parts.push(Part::Fixed(stop(language).into()));
    }
    Draft { parts, cites: vec![quotation] }
}

/// The subjects of the question and, of a process, the sessions it means; documents of the process where a text is meant.
fn meant(plan: &Plan, known: &Known) -> Vec<usize> {
    let mut out: Vec<usize> = Vec::new();
    for at in &plan.subjects {
        let subject = &known.subjects[*at];
        // Named with one of its sessions, the session is meant.
        let children = if narrows(plan) { sessions(plan, known, *at) } else { Vec::new() };
        out.extend(&children);
        if children.is_empty() {
            out.push(*at);
        }
        if subject.kind == SubjectKind::Actor {
            out.retain(|one| one != at);
        }
    }
    for symbol in &plan.symbols {
        let is_it = |subject: &&crate::passage::Subject| subject.key.eq_ignore_ascii_case(symbol);
        if let Some(found) = known.subjects.iter().position(|subject| is_it(&subject)).filter(|at| !out.contains(at)) {
            out.push(found);
        }
    }
    // A thing named within another ("the chair of the X at the Y") is the more telling the longer its name.
    out
}

/// Whether the question points at one among several.
fn narrows(plan: &Plan) -> bool {
    let is_of_one = plan.wanted == Wanted::Place || plan.notions.contains(&Notion::Session);
    !plan.ordinals.is_empty() || (!plan.years.is_empty() && is_of_one)
}

/// The sessions of a process that the question's ordinals and years point at.
pub(crate) fn sessions(plan: &Plan, known: &Known, process: usize) -> Vec<usize> {
    let key = &known.subjects[process].key;
    let of_it = |at: &usize| {
        known.subjects[*at].parent.as_ref() == Some(key) && known.subjects[*at].kind == SubjectKind::Session
    };
    let all = (0..known.subjects.len()).filter(of_it);
    let points = |at: &usize| {
        let subject = &known.subjects[*at];
        let ordinals = dates::ordinals(subject.names.first().map_or("", String::as_str));
        let by_ordinal = plan.ordinals.is_empty() || ordinals.iter().any(|one| plan.ordinals.contains(one));
        let years = subject.years;
        let by_year = plan.years.is_empty()
            || years.is_some_and(|(from, until)| plan.years.iter().any(|y| (from..=until).contains(y)));
        // "The eleventh session in 2025": both, unless the year is supposed wrongly.
        if plan.ordinals.is_empty() { by_year && !plan.years.is_empty() } else { by_ordinal }
    };
    all.filter(points).collect()
}

/// The facts asked for, the most telling first.
fn choose(plan: &Plan, known: &Known) -> Vec<usize> {
    let mut scored: Vec<(i32, usize)> = Vec::new();
    for subject in meant(plan, known) {
        let wanted = aspects(plan, known.subjects[subject].kind);
        for (at, fact) in known.facts.iter().enumerate().filter(|(_, fact)| fact.subject == subject) {
            let rank = match &fact.aspect {
                Aspect::Other(_) => other_rank(plan, known, at),
                aspect => wanted.iter().position(|one| one == aspect).map(|place| 10 - place as i32),
            };
            if let Some(rank) = rank.filter(|_| is_before(plan, fact)) {
                scored.push((rank, at));
            }
        }
    }
    let date = |at: usize| known.facts[at].as_of.map_or(0, PartialDate::ordinal);
    scored.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| date(b.1).cmp(&date(a.1))));
    let best = scored.first().map_or(0, |(rank, _)| *rank);
    scored.retain(|(rank, _)| *rank == best);
    scored.dedup_by_key(|(_, at)| *at);
    scored.into_iter().map(|(_, at)| at).collect()
}

fn is_before(plan: &Plan, fact: &Fact) -> bool {
    plan.as_of.is_none_or(|day| fact.as_of.is_none_or(|date| date <= day))
}

/// How well another property fits: all its notions must be asked for, and it must hold what is wanted.
fn other_rank(plan: &Plan, known: &Known, at: usize) -> Option<i32> {
    let notions = &known.notions[at];
    let fits = !notions.is_empty() && notions.iter().all(|notion| plan.notions.contains(notion));
    let words = value(known, &known.facts[at]);
    let holds = match plan.wanted {
        Wanted::Number => !dates::numbers(words).is_empty(),
        Wanted::Date => !dates::dates(words).is_empty(),
        _ => true,
    };
    (fits && holds).then_some(10 + notions.len() as i32)
}

/// The aspects that a question asks for, the most wanted first.
fn aspects(plan: &Plan, kind: SubjectKind) -> Vec<Aspect> {
    let asks = |notion: Notion| plan.notions.contains(&notion);
    let mut out = Vec::new();
    match plan.wanted {
        Wanted::Date => dated(plan, kind, &mut out),
        Wanted::Person if asks(Notion::Chair) => out.push(Aspect::Chair),
        Wanted::Person if asks(Notion::Issuer) || asks(Notion::Adoption) => out.push(Aspect::Issuer),
        Wanted::Place => out.push(Aspect::Place),
        Wanted::Symbol if asks(Notion::Mandate) => out.push(Aspect::Mandate),
        Wanted::Symbol if kind == SubjectKind::Document => out.push(Aspect::Symbol),
        Wanted::Symbol if kind == SubjectKind::Session => out.push(Aspect::Outcome),
        Wanted::Symbol => {}
        Wanted::Number => {}
        Wanted::Person => {}
        Wanted::Anything => {}
    }
    // "Who follows it?", "which document set it up?": what is asked by a notion, whatever the question word.
    if out.is_empty() && !matches!(plan.wanted, Wanted::Number | Wanted::Date | Wanted::Place) {
        anything(plan, kind, &mut out);
    }
    out
}

fn dated(plan: &Plan, kind: SubjectKind, out: &mut Vec<Aspect>) {
    let asks = |notion: Notion| plan.notions.contains(&notion);
    match kind {
        SubjectKind::Document => out.push(Aspect::Adopted),
        SubjectKind::Session if asks(Notion::Beginning) && !asks(Notion::End) => out.extend([Aspect::Held]),
        SubjectKind::Session => out.push(Aspect::Held),
        SubjectKind::Process if asks(Notion::Adoption) => out.push(Aspect::Adopted),
        SubjectKind::Process if asks(Notion::End) => out.push(Aspect::Ended),
        SubjectKind::Process if asks(Notion::Beginning) || asks(Notion::Mandate) => out.push(Aspect::Began),
        _ => {}
    }
}

fn anything(plan: &Plan, kind: SubjectKind, out: &mut Vec<Aspect>) {
    let asks = |notion: Notion| plan.notions.contains(&notion);
    let pairs = [
        (Notion::Chair, Aspect::Chair),
        (Notion::Rule, Aspect::Rule),
        (Notion::Predecessor, Aspect::Predecessor),
        (Notion::Successor, Aspect::Successor),
        (Notion::Outcome, Aspect::Outcome),
        (Notion::Issuer, Aspect::Issuer),
        (Notion::Standing, Aspect::Standing),
        (Notion::Mandate, Aspect::Mandate),
        (Notion::Symbol, Aspect::Symbol),
        (Notion::Place, Aspect::Place),
    ];
    let named = pairs.into_iter().filter(|(notion, _)| asks(*notion)).map(|(_, aspect)| aspect);
    out.extend(named);
    let is_meant = matches!(plan.kind, Kind::Definition) && kind != SubjectKind::Actor;
    if out.is_empty() && is_meant {
        out.push(Aspect::Meaning);
    }
}

/// Whether what the question supposes (years, months, actors, ordinals) is so where the fact is told.
fn supposed_rightly(plan: &Plan, known: &Known, at: usize) -> bool {
    let fact = &known.facts[at];
    let subject = &known.subjects[fact.subject];
    let passage = &known.passages[fact.passage];
    let words = value(known, fact);
    let told = dates::dates(words);
    let is_of_subject = |year: u16| subject.years.is_some_and(|(from, until)| (from..=until).contains(&year));
    let year_fits = |year: &u16| {
        if plan.wanted == Wanted::Date && !told.is_empty() {
            spans_year(&told, *year)
        } else {
            is_of_subject(*year) || passage.text.contains(&year.to_string())
        }
    };
    let months: Vec<u8> = told.iter().filter_map(|date| date.month()).collect();
    let month_fits = |month: &u8| months.is_empty() || months.contains(month);
    plan.years.iter().all(year_fits)
        && plan.months.iter().all(month_fits)
        && ordinals_fit(plan, known, fact)
        && actors_fit(plan, known, fact)
}

fn spans_year(told: &[PartialDate], year: u16) -> bool {
    let first = told.iter().map(|date| date.year()).min().unwrap_or(0);
    let last = told.iter().map(|date| date.year()).max().unwrap_or(0);
    (first..=last).contains(&year)
}

/// An ordinal that no session of the process has is supposed wrongly.
fn ordinals_fit(plan: &Plan, known: &Known, fact: &Fact) -> bool {
    let subject = &known.subjects[fact.subject];
    let name = subject.names.join(" ");
    let own = dates::ordinals(&name);
    plan.ordinals.is_empty()
        || plan.ordinals.iter().any(|one| own.contains(one))
        || !plan.notions.contains(&Notion::Session)
}

/// States and groups named must stand where the fact is told, or be what it is told of.
fn actors_fit(plan: &Plan, known: &Known, fact: &Fact) -> bool {
    let passage = &known.passages[fact.passage];
    let said = fold(&format!("{} {}", passage.text, passage.about));
    let is_actor = |at: &&usize| {
        matches!(known.subjects[**at].kind, SubjectKind::Actor | SubjectKind::Group) && **at != fact.subject
    };
    plan.subjects
        .iter()
        .filter(is_actor)
        .all(|at| known.subjects[*at].names.iter().any(|name| said.contains(&fold(name))))
}
