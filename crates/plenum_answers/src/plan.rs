//! A question becomes a plan: what kind of answer is wanted, of what, from when.

use crate::cues::{AS_OF, CUES, FILLERS, WANTS};
use crate::dates;
use crate::lexicon::{Notion, notions};
use crate::manner::{self, Turn};
use crate::naming::{Naming, naming};
use crate::passage::{Known, Named, SubjectKind};
use crate::question::Question;
use crate::speakers;
use crate::text::{Token, fold, tokens};
use plenum_model::PartialDate;
use std::collections::BTreeSet;
use std::ops::Range;

/// What kind of answer a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Who, when, where, which.
    Fact,
    /// What something is.
    Definition,
    /// What somebody said of something.
    Position,
    /// How something came about.
    History,
    /// Two beside each other.
    Comparison,
    /// Which ones.
    List,
    /// How many, with their list.
    Count,
    /// How things stood on a day.
    AsOf,
}

impl Kind {
    /// The word used in JSON and in the evaluation's files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Fact => "fact",
            Self::Definition => "definition",
            Self::Position => "position",
            Self::History => "history",
            Self::Comparison => "comparison",
            Self::List => "list",
            Self::Count => "count",
            Self::AsOf => "as-of",
        }
    }
}

/// What the answer must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Wanted {
    /// A date.
    Date,
    /// A name of somebody.
    Person,
    /// A place.
    Place,
    /// A document's symbol.
    Symbol,
    /// A number.
    Number,
    /// Anything.
    Anything,
}

/// What was understood of a question.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The language it is asked in, and answered in.
    pub language: &'static str,
    /// What kind of answer.
    pub kind: Kind,
    /// What it must hold.
    pub wanted: Wanted,
    /// The notions it names.
    pub notions: BTreeSet<Notion>,
    /// Those it names outside the names of subjects: what it asks for.
    pub(crate) asks: BTreeSet<Notion>,
    /// The subjects it names, by their places in [`Known::subjects`], in the question's order.
    pub subjects: Vec<usize>,
    /// The years it names, outside the names of subjects.
    pub years: Vec<u16>,
    /// The months it names.
    pub months: BTreeSet<u8>,
    /// The dates it names.
    pub dates: Vec<PartialDate>,
    /// The ordinals it names, from 1.
    pub ordinals: BTreeSet<u64>,
    /// The symbols of documents it names, as written.
    pub symbols: Vec<String>,
    /// Answer as it was then, where asked for.
    pub as_of: Option<PartialDate>,
    /// Of what somebody spoke, folded, where it is asked who did or how many.
    pub spoken_of: Option<String>,
    /// The day on which it is asked.
    pub today: Option<PartialDate>,
    /// Whether it asks for the next or the last of a row.
    pub(crate) turn: Option<Turn>,
    /// How it asks, besides its question word.
    pub(crate) manner: manner::Manner,
    /// Whether it counts a body that is not there: the seventh of six.
    pub(crate) is_miscounted: bool,
    /// Names of persons, places and bodies that nothing known bears, by their stems; in Latin letters, which show them.
    pub(crate) strangers: Vec<String>,
    pub(crate) words: Vec<Token>,
    pub(crate) text: String,
    /// The question without the names of what it asks of.
    pub(crate) beside: String,
    /// The question, folded, without the names of what it asks of and without its question words: what is asked of them.
    /// Words of the trade are names only where their meaning is asked.
    pub(crate) asked: String,
}

/// The days that a question is held against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// Answer as it was on this day.
    pub as_of: Option<PartialDate>,
    /// The day on which it is asked: without one, nothing is next or last, and no year is to come.
    pub today: Option<PartialDate>,
}

/// Understands a question with what is known.
pub fn plan(question: &Question, known: &Known, when: When) -> Plan {
    let When { as_of, today } = when;
    let text = question.text();
    let folded = without_us(&fold(text));
    let Naming { named, is_miscounted } = naming(known, text);
    let spans: Vec<&Range<usize>> = named.iter().map(|one| &one.span).collect();
    let outside = without(text, &spans);
    let dates = dates::dates(&outside);
    let years: BTreeSet<u16> = dates.iter().map(|date| date.year()).collect();
    let language = question.language();
    let manner = manner::manner(language, &folded);
    let kind = kind(language, &folded, known, &named, as_of.is_some());
    let names_term = named.iter().any(|one| known.subjects[one.subject].kind == SubjectKind::Term);
    // What a State means by a word is its position.
    let names_party = named.iter().any(|one| known.subjects[one.subject].kind.is_party());
    let kind = if manner.is_of_word && names_term && !names_party { Kind::Definition } else { kind };
    let mut subjects: Vec<usize> = Vec::new();
    for one in &named {
        if !subjects.contains(&one.subject) {
            subjects.push(one.subject);
        }
    }
    let is_of = |one: &&Named| kind == Kind::Definition || known.subjects[one.subject].kind != SubjectKind::Term;
    let asked_of: Vec<&Range<usize>> = named.iter().filter(is_of).map(|one| &one.span).collect();
    let full = dates.iter().copied().find(|date| date.day().is_some());
    Plan {
        language,
        kind,
        spoken_of: speakers::spoken_of(kind, language, &outside_years(text, &years)),
        wanted: wanted(language, &folded),
        notions: notions(text),
        asks: notions(&without(text, &asked_of)),
        subjects,
        years: years.into_iter().collect(),
        months: dates::months(&outside),
        ordinals: dates::ordinals(&outside),
        symbols: symbols(text),
        today,
        turn: manner::turn(&folded),
        manner,
        is_miscounted,
        strangers: strangers(language, text, &spans),
        as_of: as_of.or(full.filter(|_| kind == Kind::AsOf)),
        dates,
        words: tokens(text),
        asked: without_cues(language, without_us(&fold(&without(text, &asked_of)))),
        text: text.to_owned(),
        beside: without(text, &asked_of),
    }
}

/// "Which GA resolution?": whose it is goes without saying.
fn without_us(folded: &str) -> String {
    const US: [&str; 3] = [" un ga ", " unga ", " ga "];
    US.iter().fold(format!(" {folded} "), |text, us| text.replace(us, " ")).trim().to_owned()
}

/// The names that a text has besides those of things known: words with a capital inside a sentence that are none of the
/// trade's.
fn strangers(language: &str, text: &str, spans: &[&Range<usize>]) -> Vec<String> {
    /// The world organization and its parts, folded: they go without saying.
    const OF_US: &str = " un uno onu nu united nations unies unidas general assembly assemblee generale asamblea \
        ga unga state member mr mrs ms dr sr sra mme m i chair president ambassador ";
    if !matches!(language, "en" | "fr" | "es") {
        return Vec::new();
    }
    let is_within = |token: &Token| spans.iter().any(|span| span.contains(&token.span.start));
    let begins = |token: &Token| {
        let before = text[..token.span.start].trim_end_matches([' ', '"', '“', '«', '(', '¿', '\u{a0}', '\u{202f}']);
        before.is_empty() || before.ends_with(['?', '.', '!', ':', '¿'])
    };
    let is_name = |token: &&Token| {
        token.is_capital
            && token.word.len() > 1
            && token.word.is_ascii()
            && !token.word.contains(|c: char| c.is_ascii_digit())
            && !begins(token)
            && !is_within(token)
            && !OF_US.contains(&format!(" {} ", token.word))
            && !dates::is_month(&token.word)
            && dates::ordinals(&token.word).is_empty()
            && notions(&token.word).is_empty()
            && !symbols(text).iter().any(|symbol| symbol.contains(&text[token.span.clone()]))
    };
    tokens(text).iter().filter(is_name).map(Token::stem).collect()
}

/// The text without the years that narrow the search: no statement need name its own.
fn outside_years(text: &str, years: &BTreeSet<u16>) -> String {
    let words = tokens(text);
    let is_year = |token: &&Token| token.word.parse().is_ok_and(|year: u16| years.contains(&year));
    let spans: Vec<&Range<usize>> = words.iter().filter(is_year).map(|token| &token.span).collect();
    without_year_words(without(text, &spans))
}

/// The text with some ranges blanked, so that a year in a body's name is not one asked for.
pub(crate) fn without(text: &str, spans: &[&Range<usize>]) -> String {
    let blank = |(at, c): (usize, char)| if spans.iter().any(|span| span.contains(&at)) { ' ' } else { c };
    text.char_indices().map(blank).collect()
}

/// A folded text without the words that show what kind of question it is; a cue that begins a word takes the word.
pub(crate) fn without_cues(language: &str, mut folded: String) -> String {
    let all = CUES.iter().flat_map(|(_, cues)| *cues).chain(WANTS.iter().flat_map(|(_, cues)| *cues));
    let mut cues: Vec<&&str> = all.collect();
    // "In which city" before "in which": the longer says more.
    cues.sort_by_key(|cue| std::cmp::Reverse(cue.len()));
    for cue in cues {
        while let Some(at) = cue_at(language, &folded, cue) {
            let rest = &folded[at + cue.len()..];
            let is_begun = cue.ends_with(char::is_alphanumeric) && language != "zh";
            let tail = if is_begun { rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len()) } else { 0 };
            let until = at + cue.len() + tail;
            folded.replace_range(at..until, &" ".repeat(until - at));
        }
    }
    for filler in FILLERS {
        while let Some(at) = folded.find(filler) {
            folded.replace_range(at..at + filler.len(), &" ".repeat(filler.len()));
        }
    }
    without_year_words(folded)
}

/// "In the year 2023" asks for nothing yearly.
pub(crate) fn without_year_words(mut folded: String) -> String {
    const WORDS: [&str; 12] =
        ["year", "annee", "an", "ano", "год", "году", "года", "годом", "年", "عام", "العام", "سنه"];
    let words = tokens(&folded);
    let is_year = |at: Option<usize>| {
        at.and_then(|at| words.get(at)).is_some_and(|token| token.is_number() && token.word.len() == 4)
    };
    for (at, token) in words.iter().enumerate().filter(|(_, token)| WORDS.contains(&token.word.as_str())) {
        if is_year(at.checked_sub(1)) || is_year(Some(at + 1)) {
            folded.replace_range(token.span.clone(), &" ".repeat(token.span.len()));
        }
    }
    folded
}

/// Where a cue stands; in Chinese anywhere, else at the beginning of a word.
fn cue_at(language: &str, folded: &str, cue: &str) -> Option<usize> {
    let is_free = language == "zh" && !cue.is_ascii();
    let begins = |at: &usize| is_free || !folded[..*at].ends_with(char::is_alphanumeric);
    folded.match_indices(cue).map(|(at, _)| at).find(begins)
}

/// Words that look like symbols of documents: capitals, a slash, a digit.
pub(crate) fn symbols(text: &str) -> Vec<String> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-' | '(' | ')');
    let words = text.split(|c: char| !is_part(c));
    let trimmed = words.map(|word| word.trim_matches(|c: char| !c.is_ascii_alphanumeric()));
    let is_symbol = |word: &&str| {
        word.split_once('/').is_some_and(|(first, _)| !first.contains(|c: char| c.is_ascii_lowercase()))
            && word.starts_with(|c: char| c.is_ascii_uppercase())
            && word.contains(|c: char| c.is_ascii_digit())
    };
    trimmed.filter(is_symbol).map(str::to_owned).collect()
}

fn kind(language: &str, folded: &str, known: &Known, named: &[Named], has_as_of: bool) -> Kind {
    let holds = |cue: &&str| folded.contains(*cue) && (language == "zh" || is_at_word(folded, cue));
    let has_day = dates::dates(folded).iter().any(|date| date.day().is_some());
    if has_as_of || (has_day && AS_OF.iter().any(holds)) {
        return Kind::AsOf;
    }
    let found = CUES.iter().find(|(_, cues)| cues.iter().any(holds)).map(|(kind, _)| *kind);
    let is_of_party = || named.iter().any(|one| known.subjects[one.subject].kind.is_party());
    match found {
        // "How did it decide?" is no history, nor is how it ended; a position needs somebody who holds it.
        Some(Kind::History) if wanted(language, folded) != Wanted::Anything => Kind::Fact,
        Some(Kind::History) if notions(folded).contains(&Notion::Vote) => Kind::Fact,
        Some(Kind::History) if notions(folded).contains(&Notion::End) => Kind::Fact,
        Some(Kind::Position) if !is_of_party() => Kind::Fact,
        Some(kind) => kind,
        None => Kind::Fact,
    }
}

/// Whether a cue stands at the beginning of a word.
fn is_at_word(folded: &str, cue: &str) -> bool {
    folded.match_indices(cue).any(|(at, _)| !folded[..at].ends_with(char::is_alphanumeric))
}

fn wanted(language: &str, folded: &str) -> Wanted {
    let free = language == "zh";
    let found = WANTS.iter().find(|(_, cues)| {
        cues.iter().any(|cue| if free && !cue.is_ascii() { folded.contains(cue) } else { is_at_word(folded, cue) })
    });
    match found {
        // The Arabic "from" is spelled as "who"; it asks only at the beginning.
        Some((Wanted::Person, _)) if language == "ar" && !folded.trim_start().starts_with("من ") => Wanted::Anything,
        Some((wanted, _)) => *wanted,
        None => Wanted::Anything,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, kind: Kind, wanted: Wanted) {
        let question = Question::parse(text).expect("a question");
        let plan = plan(&question, &Known::default(), When::default());
        assert_eq!((plan.kind, plan.wanted), (kind, wanted), "{text}");
    }

    #[test]
    fn kinds_are_known_in_six_languages() {
        check("Who chaired the group?", Kind::Fact, Wanted::Person);
        check("Quand le rapport a-t-il été adopté ?", Kind::Fact, Wanted::Date);
        check("¿Cuántos períodos de sesiones hubo?", Kind::Count, Wanted::Number);
        check("Что такое меры укрепления доверия?", Kind::Definition, Wanted::Anything);
        check("目录是如何产生的？", Kind::History, Wanted::Anything);
        check("متى اعتمد التقرير؟", Kind::Fact, Wanted::Date);
        check("من ترأس الفريق؟", Kind::Fact, Wanted::Person);
        check("Which States mentioned ransomware?", Kind::List, Wanted::Anything);
        check("What was the status on 6 December 2024?", Kind::AsOf, Wanted::Anything);
        check("What is the difference between the two drafts?", Kind::Comparison, Wanted::Anything);
        check("Which resolution set it up?", Kind::Fact, Wanted::Symbol);
    }

    #[test]
    fn symbols_are_seen() {
        assert_eq!(symbols("What does A/AC.292/2025/CRP.1, say of A/80/257?"), ["A/AC.292/2025/CRP.1", "A/80/257"]);
        assert!(symbols("the Working Group on Improvement/2011").is_empty());
    }
}
