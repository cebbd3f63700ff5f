//! Which things a text names: where several bear one name, the one whose number, years or process stands beside it.

use crate::dates;
use crate::passage::{Known, Named, SubjectKind};
use crate::text::{Token, fold, is_arabic, is_cyrillic, is_han, tokens};
use std::ops::Range;

/// The things that a text names.
#[derive(Debug, Default)]
pub(crate) struct Naming {
    /// Each with its place, an ordinal or years that tell it from others of its name among it.
    pub(crate) named: Vec<Named>,
    /// Whether a number stands beside a name that several bear, and none of them is that one: a seventh group of six.
    pub(crate) is_miscounted: bool,
}

/// An ordinal and where it stands, by its tokens.
struct Ordinal {
    value: u64,
    first: usize,
    last: usize,
}

struct Reading<'a> {
    known: &'a Known,
    text: &'a str,
    words: Vec<Token>,
    ordinals: Vec<Ordinal>,
    years: Vec<u16>,
    asks_which: bool,
}

/// The subjects named; where one name has several bearers, the one whose ordinal stands beside it, else the one of the
/// process named, else the one whose years are named, else the latest.
pub(crate) fn disambiguated(known: &Known, text: &str) -> Vec<Named> {
    naming(known, text).named
}

/// The same, with whether a number was supposed that none has.
pub(crate) fn naming(known: &Known, text: &str) -> Naming {
    let words = tokens(text);
    let ordinals = (0..words.len()).filter_map(|at| ordinal_at(&words, at)).collect();
    let years = dates::dates(text).iter().map(|date| date.year()).collect();
    let reading = Reading { known, text, words, ordinals, years, asks_which: asks_which(text) };
    let found = of_processes_named(known, known.named(text));
    let is_document = |one: &&Named| known.subjects[one.subject].kind == SubjectKind::Document;
    let mut out = Naming::default();
    for one in found.iter().filter(|one| !is_document(one)) {
        reading.settle(one, &found, &mut out);
    }
    for one in found.iter().filter(is_document) {
        reading.settle(one, &found, &mut out);
    }
    reading.take_years(&mut out);
    out.named.sort_by_key(|one| one.span.start);
    out
}

impl Reading<'_> {
    /// Keeps a bearer of a name if the question means it.
    fn settle(&self, one: &Named, found: &[Named], out: &mut Naming) {
        let kind = self.known.subjects[one.subject].kind;
        let is_rival = |other: &&Named| other.span == one.span && self.known.subjects[other.subject].kind == kind;
        let mut rivals: Vec<usize> = found.iter().filter(is_rival).map(|one| one.subject).collect();
        let is_shared = rivals.len() > 1;
        let mut is_told_apart = !is_shared;
        if kind == SubjectKind::Document && is_shared {
            let processes = self.processes(out);
            if !processes.is_empty() {
                rivals.retain(|at| processes.iter().any(|process| speaks_of(self.known, *process, *at)));
                is_told_apart = true;
            }
        }
        let mut span = one.span.clone();
        if is_shared {
            let beside = self.beside(&one.span);
            let counted: Vec<usize> = rivals.iter().copied().filter(|at| self.is_one_of(*at, &beside)).collect();
            if !counted.is_empty() {
                rivals = counted;
                span = self.with(&one.span, &beside);
                is_told_apart = true;
            } else if !beside.is_empty() && kind == SubjectKind::Process {
                out.is_miscounted = true;
            }
            if span == one.span && !(self.asks_which && kind == SubjectKind::Process) {
                rivals = self.of_the_years(&rivals, &mut is_told_apart).into_iter().collect();
            }
        }
        let is_meant =
            rivals.contains(&one.subject) && (is_told_apart || !is_common_noun(&self.text[one.span.clone()]));
        let kept = Named { subject: one.subject, span };
        if is_meant && !out.named.contains(&kept) {
            out.named.push(kept);
        }
    }

    fn processes(&self, out: &Naming) -> Vec<usize> {
        let is_process = |at: &usize| self.known.subjects[*at].kind == SubjectKind::Process;
        out.named.iter().map(|one| one.subject).filter(is_process).collect()
    }

    /// The one whose years are named, else the latest.
    fn of_the_years(&self, rivals: &[usize], is_told_apart: &mut bool) -> Option<usize> {
        let fits = |at: &usize| {
            let of = self.known.subjects[*at].years;
            let is_within = |year: &&u16| of.is_some_and(|(from, until)| (from..=until).contains(year));
            (self.years.iter().filter(is_within).count(), of.map_or(0, |(_, until)| until))
        };
        let best = rivals.iter().copied().max_by_key(fits)?;
        *is_told_apart |= fits(&best).0 > 0;
        Some(best)
    }

    fn is_one_of(&self, subject: usize, ordinals: &[&Ordinal]) -> bool {
        let own = dates::ordinals(&self.known.subjects[subject].names.join(" · "));
        ordinals.iter().any(|one| own.contains(&one.value))
    }

    /// The ordinals that belong to a name: those before it with nothing of weight between (in Arabic the one after it), or
    /// several without a noun of their own, "the fourth or the sixth?".
    fn beside(&self, span: &Range<usize>) -> Vec<&Ordinal> {
        let Some(first) = self.words.iter().position(|token| token.span.start >= span.start) else { return Vec::new() };
        let last = self.words.iter().rposition(|token| token.span.end <= span.end).unwrap_or(first);
        if self.text[span.clone()].contains(is_arabic) {
            let is_after = |one: &&Ordinal| one.first == last + 1 && !self.words[one.last].word.ends_with('ه');
            return self.ordinals.iter().filter(is_after).collect();
        }
        let joins = |at: usize| {
            self.ordinals.iter().any(|one| (one.first..=one.last).contains(&at))
                || JOINTS.contains(format!(" {} ", self.words[at].word).as_str())
        };
        let is_before = |one: &&Ordinal| one.last < first && (one.last + 1..first).all(joins);
        let before: Vec<&Ordinal> = self.ordinals.iter().filter(is_before).collect();
        if !before.is_empty() {
            return before;
        }
        let is_free = |at: Option<usize>| at.and_then(|at| self.words.get(at)).is_none_or(|_| at.is_some_and(joins));
        let is_alone =
            |one: &&Ordinal| one.first > last && is_free(one.first.checked_sub(1)) && is_free(Some(one.last + 1));
        let alone: Vec<&Ordinal> = self.ordinals.iter().filter(is_alone).collect();
        if alone.len() > 1 { alone } else { Vec::new() }
    }

    /// A name's place with the ordinals that belong to it.
    fn with(&self, span: &Range<usize>, ordinals: &[&Ordinal]) -> Range<usize> {
        let starts = ordinals.iter().map(|one| self.words[one.first].span.start);
        let ends = ordinals.iter().map(|one| self.words[one.last].span.end);
        starts.chain([span.start]).min().unwrap_or(span.start)..ends.chain([span.end]).max().unwrap_or(span.end)
    }

    /// "The group of 2021 to 2025": years that are just those of a process named are part of its name.
    fn take_years(&self, out: &mut Naming) {
        const BETWEEN: usize = 3; // "2021 to 2025", "2021 г. по 2025".
        let year = |at: usize| self.words[at].word.parse::<u16>().ok();
        for process in self.processes(out) {
            let Some((from, until)) = self.known.subjects[process].years.filter(|(from, until)| from < until) else {
                continue;
            };
            let begins = (0..self.words.len()).filter(|at| year(*at) == Some(from));
            let ends = |at: usize| (at + 1..self.words.len().min(at + 1 + BETWEEN)).find(|to| year(*to) == Some(until));
            let spans = begins.filter_map(|at| Some(self.words[at].span.start..self.words[ends(at)?].span.end));
            out.named.extend(spans.map(|span| Named { subject: process, span }));
        }
    }
}

/// Words between an ordinal and the name it numbers, folded: articles, joints, whose body it is; in Chinese what is counted.
const JOINTS: &str =
    " the a le la les l el los las un uno onu оон and or et ou y o и или 和 与 或 还 是 个 届 次 联 合 国 ";

/// Asked which of several is meant, a name that they share means all of them.
fn asks_which(text: &str) -> bool {
    const CUES: [&str; 15] = [
        "which of the",
        "lequel des",
        "laquelle des",
        "lesquels des",
        "lesquelles des",
        "cual de l",
        "cuales de l",
        "какая из",
        "какой из",
        "какие из",
        "哪一个",
        "哪个",
        "哪几个",
        "اي من",
        "ايا من",
    ];
    let folded = fold(text);
    CUES.iter().any(|cue| folded.contains(cue))
}

/// A short name in small letters is a common noun: of several that are called so it tells none apart.
fn is_common_noun(name: &str) -> bool {
    let words = tokens(name).len();
    let first = name.chars().next().unwrap_or(' ');
    match first {
        _ if is_han(first) => words <= 3,
        _ if is_arabic(first) => words <= 2,
        _ if is_cyrillic(first) => words <= 2 && first.is_lowercase(),
        _ => words <= 3 && first.is_lowercase(),
    }
}

/// Whether the entries of a process, or of its sessions, name a document.
fn speaks_of(known: &Known, process: usize, document: usize) -> bool {
    let (key, symbol) = (&known.subjects[process].key, &known.subjects[document].key);
    let is_its = |at: usize| at == process || known.subjects[at].parent.as_ref() == Some(key);
    known.facts.iter().any(|fact| is_its(fact.subject) && known.passages[fact.passage].text.contains(symbol.as_str()))
}

fn ordinal_at(words: &[Token], at: usize) -> Option<Ordinal> {
    let token = &words[at];
    if token.word == "第" {
        let is_figure = |token: &&Token| token.is_number() || dates::in_words(&token.word).is_some();
        let figures = words[at + 1..].iter().take_while(is_figure).count();
        let text: String = words[at..=at + figures].iter().map(|token| token.word.as_str()).collect();
        let value = dates::ordinals(&text).into_iter().next()?;
        return Some(Ordinal { value, first: at, last: at + figures });
    }
    let is_ordinal = token.word == "首" || !token.is_han();
    let ten = words.get(at + 1).filter(|next| matches!(next.word.as_str(), "عشر" | "عشره"));
    let said = ten.map_or_else(|| token.word.clone(), |ten| format!("{} {}", token.word, ten.word));
    let value = dates::ordinals(&said).into_iter().next().filter(|_| is_ordinal)?;
    Some(Ordinal { value, first: at, last: at + usize::from(ten.is_some()) })
}

/// Where processes are named, no session of another is meant: what is called so is theirs, or only counted.
fn of_processes_named(known: &Known, found: Vec<Named>) -> Vec<Named> {
    let is_process = |one: &&Named| known.subjects[one.subject].kind == SubjectKind::Process;
    let processes: Vec<&str> =
        found.iter().filter(is_process).map(|one| known.subjects[one.subject].key.as_str()).collect();
    if processes.is_empty() {
        return found;
    }
    let is_theirs = |one: &Named| {
        let subject = &known.subjects[one.subject];
        let parent = subject.parent.as_deref().filter(|_| subject.kind == SubjectKind::Session);
        parent.is_none_or(|parent| processes.contains(&parent))
    };
    found.iter().filter(|one| is_theirs(one)).cloned().collect()
}
