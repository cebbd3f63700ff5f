//! Who spoke of something: listed and counted from statements that have its very words.

use crate::cues::{SPEAKERS, SPOKE, STATES};
use crate::draft::{Draft, Part};
use crate::passage::{Known, Passage, SubjectKind};
use crate::phrases;
use crate::plan::{Kind, Plan, without_cues};
use crate::select::{Chosen, is_empty_word, key_set};
use crate::text::{fold, is_han, sentences, tokens};
use plenum_model::Standing;
use plenum_model::answer::Quotation;
use std::collections::BTreeSet;
use std::ops::Range;

/// So many paragraphs are read for who spoke of something; where so many are found there may be more, and nobody is counted.
pub const READ_FOR_SPEAKERS: usize = 1_000;

/// So many are quoted; of the others the names are told.
pub(crate) const MOST_QUOTED: usize = 12;

/// Of what it is asked who spoke, folded; `None` where a question asks something else.
pub(crate) fn spoken_of(kind: Kind, language: &str, question: &str) -> Option<String> {
    let folded = fold(question);
    let names = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    // "How many times did they mention it?" counts no speakers.
    let asks = match kind {
        Kind::List => names(&SPOKE),
        Kind::Count => names(&SPOKE) && names(&SPEAKERS),
        _ => false,
    };
    if !asks {
        return None;
    }
    let mut left = without_cues(language, folded);
    for frame in SPOKE.iter().chain(&SPEAKERS).filter(|frame| frame.starts_with(is_han)) {
        left = left.replace(frame, " ");
    }
    let is_frame = |word: &str| SPOKE.iter().chain(&SPEAKERS).any(|frame| word.starts_with(frame));
    let mut words = String::new();
    let mut end = 0;
    for token in tokens(&left).iter().filter(|token| !is_empty_word(token) && !is_frame(&token.word)) {
        // Chinese characters that stood together stay so.
        if token.span.start > end {
            words.push(' ');
        }
        words.push_str(&left[token.span.clone()]);
        end = token.span.end;
    }
    Some(words.trim().to_owned()).filter(|words| !words.is_empty())
}

/// The speakers whose statements have every word, each with the first sentence that has most of them; `None` where only
/// meaning can tell, as between languages: a list may go by that, a count may not.
pub(crate) fn choose(plan: &Plan, known: &Known, found: &[Passage], words: &str) -> Option<Chosen> {
    let asked = key_set(words);
    let near = || Chosen { serving: Vec::new(), near: (0..found.len()).collect() };
    if asked.is_empty() || (plan.kind == Kind::Count && found.len() >= READ_FOR_SPEAKERS) {
        return Some(near());
    }
    let states = states_asked(plan, known);
    let mut counted = BTreeSet::new();
    let mut chosen = Chosen::default();
    for (at, passage) in found.iter().enumerate() {
        let speaker = passage.speaker.as_deref().filter(|_| passage.standing == Standing::Statement);
        let is_asked = |speaker: &&str| states.as_ref().is_none_or(|states| states.contains(&fold(speaker)));
        let speaks = passage.language == plan.language && asked.is_subset(&key_set(&passage.text));
        let Some(speaker) = speaker.filter(|speaker| speaks && is_asked(speaker)) else {
            chosen.near.push(at);
            continue;
        };
        if counted.insert(speaker) {
            chosen.serving.push(Quotation { passage: at, span: sentence(&passage.text, words, &asked) });
        }
    }
    if !chosen.serving.is_empty() {
        return Some(chosen);
    }
    (plan.kind == Kind::Count).then(near)
}

/// The names of States, folded, where only States are asked for.
fn states_asked(plan: &Plan, known: &Known) -> Option<BTreeSet<String>> {
    let text = fold(&plan.text);
    if !STATES.iter().any(|word| text.contains(word)) {
        return None;
    }
    let states = known.subjects.iter().filter(|subject| subject.kind == SubjectKind::State);
    Some(states.flat_map(|subject| &subject.names).map(|name| fold(name)).collect())
}

/// The first of the sentences that have most of the words: as they are, before others of their stem.
fn sentence(text: &str, words: &str, asked: &BTreeSet<String>) -> Range<usize> {
    let exact: BTreeSet<String> = tokens(words).into_iter().map(|token| token.word).collect();
    let score = |range: &Range<usize>| {
        let there = &text[range.clone()];
        let as_they_are = tokens(there).iter().filter(|token| exact.contains(&token.word)).count();
        (as_they_are.min(exact.len()), key_set(there).intersection(asked).count())
    };
    let best = sentences(text).into_iter().rev().max_by_key(score);
    best.unwrap_or(0..text.len())
}

/// `In the statements held here: 131.` Each speaker counted is cited.
pub(crate) fn count(serving: &[Quotation], language: &str) -> Draft {
    let parts = vec![
        Part::Fixed(phrases::spoken(language).into()),
        Part::Counted(serving.len() as u64),
        Part::Fixed(phrases::stop(language).into()),
    ];
    Draft { parts, cites: serving.to_vec() }
}

/// `Norland, Sudland.` Each is cited.
pub(crate) fn names(serving: &[Quotation], found: &[Passage], language: &str) -> Draft {
    let mut parts = Vec::with_capacity(serving.len() * 2);
    for quotation in serving {
        if !parts.is_empty() {
            parts.push(Part::Fixed(phrases::comma(language).into()));
        }
        parts.extend(found[quotation.passage].speaker.clone().map(Part::Name));
    }
    parts.push(Part::Fixed(phrases::stop(language).into()));
    Draft { parts, cites: serving.to_vec() }
}
