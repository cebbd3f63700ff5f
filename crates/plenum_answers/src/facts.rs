//! Answers from what is known: the facts that a question asks for, chosen and composed.

use crate::dates;
use crate::draft::{Draft, Part, Sources};
use crate::ledgers;
use crate::lexicon::{Notion, notions};
use crate::matter::Matter;
use crate::passage::{Aspect, Fact, InLedger, Known, SubjectKind};
use crate::phrases::{self, colon, label, stop};
use crate::plan::{Kind, Plan, Wanted};
use crate::support::is_negated;
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
    /// The nearest facts, by their places, where it is known that nothing known answers.
    pub(crate) nearest: Vec<usize>,
}

/// Chooses facts and composes them; nothing where the facts do not answer.
pub(crate) fn tell(plan: &Plan, known: &Known, sources: Sources<'_>) -> Told {
    let subjects = meant(plan, known);
    let mut chosen = choose(plan, known, &subjects);
    if chosen.is_empty() && matches!(plan.kind, Kind::Fact | Kind::Count | Kind::AsOf | Kind::Definition) {
        chosen = ledgers::choose(plan, known, &around(plan, known, &subjects));
    }
    told(plan, known, sources, &chosen)
}

/// What is claimed to have been counted, where the question counts that very thing; it comes before any list.
pub(crate) fn counted(plan: &Plan, known: &Known, sources: Sources<'_>) -> Told {
    let chosen = ledgers::choose(plan, known, &around(plan, known, &meant(plan, known)));
    match chosen.first() {
        Some(first) if ledgers::counts_it(plan, known, *first) => told(plan, known, sources, &chosen),
        _ => Told::default(),
    }
}

/// Composes facts that were chosen, with what contradicts them.
fn told(plan: &Plan, known: &Known, sources: Sources<'_>, chosen: &[usize]) -> Told {
    let (fit, against): (Vec<usize>, Vec<usize>) = chosen.iter().partition(|at| supposed_rightly(plan, known, **at));
    if fit.is_empty() {
        return Told { against, ..Told::default() };
    }
    let most = if plan.kind == Kind::Fact { 3 } else { 24 };
    let told = fit.iter().take(most).map(|at| fact_draft(&known.facts[*at], known, sources, plan.language)).collect();
    let disagreeing = ledgers::against(plan, known, &around(plan, known, &meant(plan, known)), &fit);
    Told { drafts: told, disagreeing, ..Told::default() }
}

/// The subjects meant, those named, and what either belongs to.
fn around(plan: &Plan, known: &Known, meant: &[usize]) -> Vec<usize> {
    let mut out: Vec<usize> = meant.iter().chain(&plan.subjects).copied().collect();
    let parent = |at: &usize| {
        let key = known.subjects[*at].parent.as_ref()?;
        known.subjects.iter().position(|other| other.key == *key)
    };
    let parents: Vec<usize> = out.iter().filter_map(parent).collect();
    out.extend(parents);
    out
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
    if let Aspect::Other(_) = fact.aspect {
        parts.extend([Part::Name(called), Part::Fixed(phrases::comma(language).into())]);
    } else if !called.is_empty() {
        parts.push(Part::Fixed(format!("{called}{}", phrases::comma(language))));
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
    if let Some(ledger) = &fact.ledger {
        parts.extend(qualified(fact, ledger, language));
    }
    // A Russian date ends with a full stop of its own.
    if !(language == "ru" && matches!(parts.last(), Some(Part::Date(date)) if date.month().is_some())) {
        parts.push(Part::Fixed(stop(language).into()));
    }
    Draft { parts, cites: vec![quotation] }
}

/// When a claim was so, and whether anybody vouches for it: ` (19 February 2025)`.
fn qualified(fact: &Fact, ledger: &InLedger, language: &str) -> Vec<Part> {
    let mut inner: Vec<Part> = fact.as_of.map(Part::Date).into_iter().collect();
    if !ledger.is_confirmed {
        if !inner.is_empty() {
            inner.push(Part::Fixed(phrases::comma(language).into()));
        }
        inner.push(Part::Fixed(phrases::unconfirmed(language).into()));
    }
    if inner.is_empty() {
        return inner;
    }
    inner.insert(0, Part::Fixed(" (".into()));
    inner.push(Part::Fixed(")".into()));
    inner
}

/// The subjects of the question and, of a process, the sessions it means; documents of the process where a text is meant.
fn meant(plan: &Plan, known: &Known) -> Vec<usize> {
    let mut out: Vec<usize> = Vec::new();
    for at in &plan.subjects {
        let subject = &known.subjects[*at];
        // Named with one of its sessions, the session is meant.
        let children = if narrows(plan) { sessions(plan, known, *at) } else { held_at(plan, known, *at) };
        out.extend(&children);
        if children.is_empty() {
            out.push(*at);
        }
        if matches!(subject.kind, SubjectKind::State | SubjectKind::Actor) {
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

/// The sessions of a process at a place that the question names, where it names one: "the Port Vell session".
fn held_at(plan: &Plan, known: &Known, process: usize) -> Vec<usize> {
    let key = &known.subjects[process].key;
    let asked = fold(&plan.text);
    let is_named = |fact: &&Fact| {
        let place = fold(value(known, fact));
        fact.aspect == Aspect::Place
            && known.subjects[fact.subject].parent.as_ref() == Some(key)
            && place.chars().count() > 3
            && asked.contains(&place)
    };
    let found: Vec<usize> = known.facts.iter().filter(is_named).map(|fact| fact.subject).collect();
    if found.len() == 1 { found } else { Vec::new() }
}

/// Whether the question points at one among several.
fn narrows(plan: &Plan) -> bool {
    let is_of_one = plan.wanted == Wanted::Place || plan.asks.contains(&Notion::Session);
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
fn choose(plan: &Plan, known: &Known, subjects: &[usize]) -> Vec<usize> {
    let mut scored: Vec<(usize, usize)> = Vec::new();
    let asked = Matter::of(&plan.asked);
    for subject in subjects {
        let wanted = aspects(plan, known.subjects[*subject].kind);
        for (at, fact) in known.facts.iter().enumerate().filter(|(_, fact)| fact.subject == *subject) {
            let rank = wanted.iter().position(|one| *one == fact.aspect);
            if let Some(rank) = rank.filter(|_| is_before(plan, fact) && is_asked_for(plan, known, &asked, fact)) {
                scored.push((rank, at));
            }
        }
    }
    let date = |at: usize| known.facts[at].as_of.map_or(0, PartialDate::ordinal);
    scored.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| date(b.1).cmp(&date(a.1))));
    let best = scored.first().map_or(0, |(rank, _)| *rank);
    scored.retain(|(rank, _)| *rank == best);
    scored.dedup_by_key(|(_, at)| *at);
    // Of a word that several bear it is asked what the word means, then what they are.
    let is_term = |at: usize| known.subjects[known.facts[at].subject].kind == SubjectKind::Term;
    if plan.kind == Kind::Definition {
        scored.sort_by_key(|(_, at)| !is_term(*at));
    }
    scored.into_iter().map(|(_, at)| at).collect()
}

/// Whether a fact, with the entry it stands in, speaks of most of what is asked besides names: a question may ask more
/// than who presides.
fn is_asked_for(plan: &Plan, known: &Known, asked: &Matter, fact: &Fact) -> bool {
    if !knows_names(plan, &known.passages[fact.passage]) {
        return false;
    }
    // "Ended without a report" is not said of one that agreed it.
    if plan.manner.is_without && !is_negated(&known.passages[fact.passage].text) {
        return false;
    }
    if plan.manner.is_of_word
        && plan.kind == Kind::Definition
        && fact.aspect == Aspect::Meaning
        && known.subjects[fact.subject].kind == SubjectKind::Term
    {
        return true; // Where a word is used, or by whom, does not change what it means.
    }
    if plan.manner.is_still && fact.aspect == Aspect::Standing {
        return true; // How it stands says whether it still does anything.
    }
    let words = &known.passages[fact.passage].text;
    let is_of_vote = plan.asks.contains(&Notion::Vote) && fact.aspect != Aspect::Rule;
    let is_of_refusal = plan.asks.contains(&Notion::Refusal) && !notions(words).contains(&Notion::Refusal);
    if is_of_refusal || (is_of_vote && !speaks_of_votes(words)) {
        return false;
    }
    let rest = asked.clone().without(notion_of(&fact.aspect));
    let is_term = known.subjects[fact.subject].kind == SubjectKind::Term;
    let most = match fact.aspect {
        Aspect::Meaning if is_term => MEANT_BY_TERM * asked.weight(),
        Aspect::Meaning => MEANT * asked.weight(),
        _ => (BESIDES * asked.weight()).max(ONE_WORD),
    };
    rest.missing_in(known.matter(fact.passage)) <= most
}

/// The result of a vote is not told by words that speak of none.
pub(crate) fn speaks_of_votes(words: &str) -> bool {
    let is_counted = |before: &str| before.ends_with(|c: char| c.is_ascii_digit());
    let mut against = words.match_indices(" against");
    notions(words).contains(&Notion::Vote) || against.any(|(at, _)| is_counted(&words[..at]))
}

/// The share of the question, its names aside, that the entry of a fact need not speak of.
const BESIDES: f32 = 0.4;
/// One word that no notion knows may always be over.
const ONE_WORD: f32 = 0.6;
/// The same where it is asked what a thing is: any other word asks for something else, such as the budget of its plenary.
const MEANT: f32 = 0.2;
/// A norm or a word of the trade is nothing but what it means: others put it in other words.
const MEANT_BY_TERM: f32 = 0.34;

/// The notions by which an aspect is asked for.
pub(crate) fn notion_of(aspect: &Aspect) -> &'static [Notion] {
    match aspect {
        Aspect::Chair => &[Notion::Chair],
        Aspect::Mandate => &[Notion::Mandate, Notion::Symbol],
        Aspect::Rule => &[Notion::Rule, Notion::Vote, Notion::Consensus],
        Aspect::Predecessor => &[Notion::Predecessor],
        Aspect::Successor => &[Notion::Successor],
        Aspect::Symbol => &[Notion::Symbol],
        Aspect::Standing => &[Notion::Standing],
        Aspect::Outcome => &[Notion::Outcome, Notion::Session, Notion::End, Notion::Adoption],
        Aspect::Issuer => &[Notion::Issuer, Notion::Adoption],
        Aspect::Adopted => &[Notion::Adoption],
        Aspect::Began => &[Notion::Beginning, Notion::Mandate, Notion::Session, Notion::Place],
        Aspect::Ended => &[Notion::End],
        Aspect::Held | Aspect::Place => &[Notion::Place, Notion::Session, Notion::Beginning, Notion::End],
        Aspect::Meaning | Aspect::Next | Aspect::Member(_) | Aspect::Other(_) => &[],
    }
}

fn is_before(plan: &Plan, fact: &Fact) -> bool {
    plan.as_of.is_none_or(|day| fact.as_of.is_none_or(|date| date <= day))
}

/// The aspects that a question asks for, the most wanted first.
pub(crate) fn aspects(plan: &Plan, kind: SubjectKind) -> Vec<Aspect> {
    let asks = |notion: Notion| plan.asks.contains(&notion);
    // Who came before or after the one who presides is another.
    let is_of_another = asks(Notion::Successor) || asks(Notion::Predecessor);
    let mut out = Vec::new();
    if plan.manner.is_still && plan.manner.is_yes_or_no && kind != SubjectKind::Document {
        return vec![Aspect::Standing];
    }
    match plan.wanted {
        Wanted::Date => dated(plan, kind, &mut out),
        Wanted::Person if asks(Notion::Chair) && is_of_another => return out,
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
    if plan.wanted == Wanted::Person {
        out.retain(|aspect| matches!(aspect, Aspect::Chair | Aspect::Issuer | Aspect::Predecessor | Aspect::Successor));
    }
    out
}

fn dated(plan: &Plan, kind: SubjectKind, out: &mut Vec<Aspect>) {
    let asks = |notion: Notion| plan.asks.contains(&notion);
    match kind {
        SubjectKind::Document => out.push(Aspect::Adopted),
        SubjectKind::Session => out.push(Aspect::Held),
        SubjectKind::Instrument if asks(Notion::Beginning) || plan.ordinals.contains(&1) => out.push(Aspect::Began),
        SubjectKind::Process if asks(Notion::Adoption) => out.push(Aspect::Adopted),
        SubjectKind::Process if asks(Notion::End) => out.push(Aspect::Ended),
        SubjectKind::Process if asks(Notion::Beginning) || asks(Notion::Mandate) => out.push(Aspect::Began),
        _ => {}
    }
}

fn anything(plan: &Plan, kind: SubjectKind, out: &mut Vec<Aspect>) {
    let asks = |notion: Notion| plan.asks.contains(&notion);
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
    // "What did it decide at its twelfth session?", "which decision?": not how it decides.
    let is_of_way = plan.wanted == Wanted::Anything && plan.ordinals.is_empty();
    let is_of_another = asks(Notion::Successor) || asks(Notion::Predecessor);
    let is_meant = |aspect: &Aspect| match aspect {
        Aspect::Rule => is_of_way,
        Aspect::Chair => !is_of_another,
        _ => true,
    };
    let named = pairs.into_iter().filter(|(notion, _)| asks(*notion)).map(|(_, aspect)| aspect).filter(is_meant);
    out.extend(named);
    let is_body = matches!(kind, SubjectKind::Process | SubjectKind::Session);
    if out.is_empty() && is_body && (asks(Notion::Vote) || asks(Notion::Consensus)) && plan.manner.is_yes_or_no {
        out.push(Aspect::Rule);
    }
    // "How did it end?", "did it agree a report?": what came out settles either.
    if out.is_empty() && is_body && (asks(Notion::End) || (asks(Notion::Adoption) && plan.manner.is_yes_or_no)) {
        out.push(Aspect::Outcome);
    }
    // A norm or a word of the trade says nothing but what it means.
    let is_meant = (plan.kind == Kind::Definition && !matches!(kind, SubjectKind::State | SubjectKind::Actor))
        || (kind == SubjectKind::Term && plan.kind == Kind::Fact);
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
    let is_of_days =
        matches!(fact.aspect, Aspect::Held | Aspect::Began | Aspect::Ended | Aspect::Adopted | Aspect::Other(_));
    let year_fits = |year: &u16| {
        if !told.is_empty() && (plan.wanted == Wanted::Date || is_of_days) {
            spans_year(&told, *year)
        } else if plan.wanted == Wanted::Date && fact.ledger.is_some() {
            passage.text.contains(&year.to_string())
        } else if fact.aspect == Aspect::Chair && subject.years.is_some() {
            is_of_subject(*year) && !is_to_come(plan, subject, *year)
        } else {
            (is_of_subject(*year) && !is_to_come(plan, subject, *year)) || passage.text.contains(&year.to_string())
        }
    };
    let of_claim = fact.as_of.filter(|_| fact.ledger.is_some() && told.is_empty());
    let months: Vec<u8> = told.iter().chain(&of_claim).filter_map(|date| date.month()).collect();
    let month_fits = |month: &u8| months.is_empty() || months.contains(month);
    plan.years.iter().all(year_fits)
        && plan.months.iter().all(month_fits)
        && ordinals_fit(plan, known, fact)
        && actors_fit(plan, known, fact)
}

/// Whether a year of something that goes on is still to come: who presides today is not known to preside then.
fn is_to_come(plan: &Plan, subject: &crate::Subject, year: u16) -> bool {
    let is_open = subject.years.is_some_and(|(_, until)| until > year);
    is_open && plan.today.is_some_and(|day| year > day.year())
}

/// Whether what is told of a thing speaks of every name in the question that nothing known bears: another person, place or
/// body means another thing.
pub(crate) fn knows_names(plan: &Plan, passage: &crate::Passage) -> bool {
    if plan.strangers.is_empty() {
        return true;
    }
    let said = crate::text::tokens(&format!("{} {}", passage.text, passage.about));
    // A place is spelled otherwise in another language: Riyad, Riyadh.
    let is_kin = |one: &str, other: &str| {
        one == other || (one.len().min(other.len()) >= 4 && (one.starts_with(other) || other.starts_with(one)))
    };
    plan.strangers.iter().all(|name| said.iter().any(|token| is_kin(&token.stem(), name)))
}

fn spans_year(told: &[PartialDate], year: u16) -> bool {
    let first = told.iter().map(|date| date.year()).min().unwrap_or(0);
    let last = told.iter().map(|date| date.year()).max().unwrap_or(0);
    (first..=last).contains(&year)
}

/// An ordinal that is none of the subject's is supposed wrongly: a seventh group where six are known.
fn ordinals_fit(plan: &Plan, known: &Known, fact: &Fact) -> bool {
    let own = dates::ordinals(&known.subjects[fact.subject].names.join(" "));
    let is_first_time = fact.aspect == Aspect::Began && plan.ordinals.iter().all(|one| *one == 1);
    // "After the eighth, what is the ninth?": of a word of the trade every number is meant.
    let is_own = if fact.aspect == Aspect::Meaning {
        plan.ordinals.iter().all(|one| own.contains(one))
    } else {
        plan.ordinals.iter().any(|one| own.contains(one))
    };
    plan.ordinals.is_empty() || is_first_time || is_own
}

/// States and groups named must stand where the fact is told, or be what it is told of.
fn actors_fit(plan: &Plan, known: &Known, fact: &Fact) -> bool {
    let passage = &known.passages[fact.passage];
    names_actors(plan, known, &format!("{} {}", passage.text, passage.about), Some(fact.subject))
}

/// Whether words name every State and group that the question names, but the one they are about.
pub(crate) fn names_actors(plan: &Plan, known: &Known, words: &str, about: Option<usize>) -> bool {
    let said = fold(words);
    let is_actor = |at: &&usize| known.subjects[**at].kind.is_party() && Some(**at) != about;
    let is_named = |at: &usize| known.subjects[*at].is_named_in(words, &said);
    plan.subjects.iter().filter(is_actor).all(is_named)
}
