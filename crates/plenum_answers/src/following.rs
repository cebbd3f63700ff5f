//! A question that follows another: what it leaves out is taken from the one before.
//!
//! It follows only where it says nothing by itself but names and figures ("And Brazil?", "what about the second session?").
//! Then the question before is asked again with these in the places of its own. In doubt a question stands alone: a
//! false connection would answer what nobody asked.

mod places;

use crate::lexicon::Notion;
use crate::matter::Matter;
use crate::naming::disambiguated;
use crate::passage::{Known, Named, SubjectKind};
use crate::plan::{Kind, Plan, Wanted, When, plan, without, without_year_words};
use crate::question::Question;
use crate::text::{Token, fold, tokens};
use places::{Rewriting, dates_outside, ordinal_inside, ordinal_outside};
use std::collections::BTreeSet;
use std::ops::Range;

/// At most so many questions before one are looked at.
pub const MOST_BEFORE: usize = 3;

/// A question with what it left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Followed {
    /// The question as it is understood. Its words are for searching; the joint between the two may be heard.
    pub question: Question,
    /// The subjects and years of the question before that the new one does not name itself.
    taken: BTreeSet<usize>,
    years: BTreeSet<u16>,
}

impl Followed {
    /// Whether this subject, by its place in [`Known::subjects`], is taken over from a question before.
    pub fn takes(&self, subject: usize) -> bool {
        self.taken.contains(&subject)
    }
    /// Whether this year is.
    pub fn takes_year(&self, year: u16) -> bool {
        self.years.contains(&year)
    }
}

/// Understands a question with those asked before it, the last of them last.
///
/// Out: `None` where it stands alone.
pub fn followed(before: &[Question], new: &Question, known: &Known) -> Option<Followed> {
    let nearest = &before[before.len().saturating_sub(MOST_BEFORE)..];
    let (first, rest) = nearest.split_first()?;
    let mut last = first.clone();
    for one in rest {
        last = follow(&plan(&last, known, When::default()), &plan(one, known, When::default()), known)
            .unwrap_or_else(|| one.clone());
    }
    let (before, own) = (plan(&last, known, When::default()), plan(new, known, When::default()));
    let question = follow(&before, &own, known)?;
    // Of several bearers of one name the question means the one that fits the rest, which is not yet told here.
    let named: BTreeSet<usize> = known.named(new.text()).into_iter().map(|one| one.subject).collect();
    let taken = before.subjects.into_iter().filter(|at| !named.contains(at)).collect();
    let years = before.years.into_iter().filter(|year| !own.years.contains(year)).collect();
    Some(Followed { question, taken, years })
}

/// What a new question leaves out, taken from the one before.
///
/// Out: the question before with the names and figures of the new one; `None` where the new one stands alone.
pub fn follow(before: &Plan, new: &Plan, known: &Known) -> Option<Question> {
    let named = disambiguated(known, &new.text);
    if !leaves_out(new, known, &named) {
        return None;
    }
    let theirs = disambiguated(known, &before.text);
    let mut text = Rewriting::of(&before.text);
    let is_numbered = ordinals(&mut text, before, new, (&theirs, &named), known);
    dates(&mut text, before, new, (&theirs, &named));
    for class in CLASSES {
        if !(is_numbered && class == [SubjectKind::Session]) {
            subjects(&mut text, before, new, (&theirs, &named), class, known);
        }
    }
    Question::parse(&text.written()).ok()
}

/// What takes the place of each other: who speaks; what was set up; a session; a word of the trade.
const CLASSES: [&[SubjectKind]; 4] = [
    &[SubjectKind::State, SubjectKind::Actor, SubjectKind::Group],
    &[SubjectKind::Process, SubjectKind::Document, SubjectKind::Instrument],
    &[SubjectKind::Session],
    &[SubjectKind::Term],
];

/// Words that only join a question to the one before, folded, besides those that carry no matter anywhere.
const LEADS: &str = " also then but so now else happened regarding concerning same thing \
quid alors mais aussi concernant \
pasa tal respecto tambien pero entonces sobre \
а но насчет касается поводу про также тоже же если говорить \
وماذا وفي وعن ماذا بالنسبه وبالنسبه لي الي ايضا وكيف ";
const LEADS_HAN: [&str; 10] = ["那么", "怎么样", "如何", "关于", "至于", "情况", "届", "那", "也", "又"];
/// What sessions are besides numbered.
const SESSIONS: &str =
    " substantive fond sustantivo sustantiva sustantivos основная основной основную основные موضوعيه الموضوعيه ";
const SESSIONS_HAN: &str = "实质性";

/// Whether a question says nothing by itself but names and figures.
fn leaves_out(new: &Plan, known: &Known, named: &[Named]) -> bool {
    let has_figures = !new.dates.is_empty() || !new.ordinals.is_empty();
    if (named.is_empty() && !has_figures) || new.wanted != Wanted::Anything {
        return false;
    }
    if !matches!(new.kind, Kind::Fact | Kind::AsOf) {
        return false;
    }
    let figures = dates_outside(&new.text, named).into_iter().chain(ordinal_outside(&new.text, named, known));
    let spans: Vec<Range<usize>> = named.iter().map(|one| one.span.clone()).chain(figures).collect();
    // Year words first: they are known by the figures beside them.
    let blank: Vec<&Range<usize>> = spans.iter().collect();
    let mut rest = fold(&without(&without_year_words(new.text.clone()), &blank));
    let is_of_session =
        !new.ordinals.is_empty() || named.iter().any(|one| known.subjects[one.subject].kind == SubjectKind::Session);
    let is_empty = |token: &&Token| {
        let word = format!(" {} ", token.word);
        LEADS.contains(&word) || (is_of_session && SESSIONS.contains(&word))
    };
    for token in tokens(&rest).iter().filter(is_empty) {
        rest.replace_range(token.span.clone(), &" ".repeat(token.span.len()));
    }
    for lead in LEADS_HAN.into_iter().chain(is_of_session.then_some(SESSIONS_HAN)) {
        rest = rest.replace(lead, " ");
    }
    let matter = Matter::of(&rest);
    if is_of_session { matter.without(&[Notion::Session]).is_empty() } else { matter.is_empty() }
}

/// The new question's ordinal in the place of the one before: of sessions where it speaks of one, else of whatever was
/// counted, be it in a name ("first OEWG"). Out: whether it has a place.
fn ordinals(
    text: &mut Rewriting,
    before: &Plan,
    new: &Plan,
    (theirs, named): (&[Named], &[Named]),
    known: &Known,
) -> bool {
    let Some(own) = ordinal_outside(&new.text, named, known) else { return false };
    let said = &new.text[own.clone()];
    let is_of_session = new.notions.contains(&Notion::Session);
    let fits = !is_of_session || before.notions.contains(&Notion::Session);
    let outside = ordinal_outside(&before.text, theirs, known).filter(|_| fits);
    let inside = || ordinal_inside(&before.text, said, theirs, known).filter(|_| !is_of_session);
    if let Some(place) = outside.or_else(inside) {
        text.put(place, said);
        return true;
    }
    if named.iter().any(|one| known.subjects[one.subject].kind == SubjectKind::Session) {
        return false; // It is put by its name.
    }
    text.append(after_leads(&new.text, own.start));
    true
}

/// The new question's dates in the place of those before.
fn dates(text: &mut Rewriting, before: &Plan, new: &Plan, (theirs, named): (&[Named], &[Named])) {
    let own = dates_outside(&new.text, named);
    let (Some(first), Some(last)) = (own.first(), own.last()) else { return };
    let said = &new.text[first.start..last.end];
    match dates_outside(&before.text, theirs).split_first() {
        Some((place, others)) => {
            text.put(place.clone(), said);
            others.iter().for_each(|other| text.put(other.clone(), ""));
        }
        None => text.append(said),
    }
}

/// The new question's subjects of a class in the place of those before.
fn subjects(
    text: &mut Rewriting,
    before: &Plan,
    new: &Plan,
    (theirs, named): (&[Named], &[Named]),
    class: &[SubjectKind],
    known: &Known,
) {
    let kind = |one: &&Named| known.subjects[one.subject].kind;
    let own: Vec<&Named> = named.iter().filter(|one| class.contains(&kind(one))).collect();
    let (Some(first), Some(last)) = (own.first(), own.last()) else { return };
    let said = &new.text[first.span.start..last.span.end];
    let same_kind = |one: &&Named| own.iter().any(|other| kind(other) == kind(one));
    let of_class = |one: &&Named| class.contains(&kind(one));
    let mut places: Vec<&Named> = theirs.iter().filter(same_kind).collect();
    // A position has a holder, and beside it a matter and a place; a fact is told of one thing.
    let is_holder = own.iter().all(|one| kind(one).is_party());
    if places.is_empty() && (before.kind != Kind::Position || is_holder) {
        places = theirs.iter().filter(of_class).collect();
    }
    match places.split_first() {
        Some((place, others)) => {
            text.put(place.span.clone(), said);
            others.iter().for_each(|other| text.put(other.span.clone(), ""));
            // The years of "OEWG 2021-2025" go with its name, where the name is known without them.
            let is_beside = |date: &Range<usize>| before.text[..date.start].trim_end().len() == place.span.end;
            let beside = dates_outside(&before.text, theirs).into_iter().filter(is_beside);
            beside.for_each(|date| text.put(date, ""));
        }
        None => text.append(said),
    }
}

/// The words from an ordinal on: "second session" of "and the second session?".
fn after_leads(text: &str, from: usize) -> &str {
    text[from..].trim_end_matches(|c: char| !c.is_alphanumeric() && c != '呢').trim_end_matches('呢')
}
