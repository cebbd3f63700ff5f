//! Where a question has its ordinals and dates, and how other words are put there.

use crate::dates;
use crate::naming::disambiguated;
use crate::passage::{Known, Named, SubjectKind};
use crate::text::{Token, is_han, tokens};
use std::ops::Range;

/// A question with some of its words replaced.
pub(super) struct Rewriting<'a> {
    text: &'a str,
    /// Ranges of the text with what stands there instead; none overlaps another.
    edits: Vec<(Range<usize>, String)>,
    appended: String,
}

impl<'a> Rewriting<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { text, edits: Vec::new(), appended: String::new() }
    }

    /// Puts words where others stand. A place inside one that was given before keeps what was put there.
    pub(super) fn put(&mut self, place: Range<usize>, words: &str) {
        let touches = |(other, _): &(Range<usize>, String)| other.start < place.end && place.start < other.end;
        if !self.edits.iter().any(touches) {
            self.edits.push((place, words.to_owned()));
        }
    }

    /// Puts words at the end, before its mark.
    pub(super) fn append(&mut self, words: &str) {
        self.appended.push(' ');
        self.appended.push_str(words);
    }

    pub(super) fn written(mut self) -> String {
        self.edits.sort_by_key(|(place, _)| std::cmp::Reverse(place.start));
        let end = self.text.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
        let (body, mark) = self.text.split_at(end);
        let mut out = body.to_owned();
        for (place, words) in self.edits {
            out.replace_range(place, &words);
        }
        format!("{out}{}{mark}", self.appended)
    }
}

/// The first ordinal of a text that does not stand in a name; a session's name may be its number.
pub(super) fn ordinal_outside(text: &str, named: &[Named], known: &Known) -> Option<Range<usize>> {
    let names: Vec<&Named> =
        named.iter().filter(|one| known.subjects[one.subject].kind != SubjectKind::Session).collect();
    let words = tokens(text);
    let open = |token: &Token| !names.iter().any(|one| one.span.contains(&token.span.start));
    (0..words.len()).filter(|at| open(&words[*at])).find_map(|at| ordinal_at(&words, at))
}

/// The ordinal inside a name whose place another takes so that another thing is named: "first OEWG", "second OEWG".
pub(super) fn ordinal_inside(text: &str, said: &str, named: &[Named], known: &Known) -> Option<Range<usize>> {
    let words = tokens(text);
    let places = (0..words.len()).filter_map(|at| ordinal_at(&words, at));
    let names_another = |place: &Range<usize>| {
        let Some(name) = named.iter().find(|one| one.span.contains(&place.start)) else { return false };
        let mut other = text.to_owned();
        other.replace_range(place.clone(), said);
        let renamed = disambiguated(known, &other);
        let holds = |one: &&Named| (one.span.start..=one.span.end).contains(&place.start);
        renamed.iter().find(holds).is_some_and(|one| one.subject != name.subject)
    };
    places.into_iter().find(names_another)
}

fn ordinal_at(words: &[Token], at: usize) -> Option<Range<usize>> {
    let token = &words[at];
    if token.word == "第" {
        let is_figure = |token: &&Token| token.is_number() || dates::in_words(&token.word).is_some();
        let last = words[at + 1..].iter().take_while(is_figure).last()?;
        return Some(token.span.start..last.span.end);
    }
    let is_ordinal = token.word == "首" || (!token.is_han() && !dates::ordinals(&token.word).is_empty());
    // In Arabic the ordinals from eleven on are two words.
    let ten = words.get(at + 1).filter(|next| matches!(next.word.as_str(), "عشر" | "عشره"));
    is_ordinal.then(|| token.span.start..ten.map_or(token.span.end, |ten| ten.span.end))
}

/// The dates of a text that do not stand in a name, each as one range.
pub(super) fn dates_outside(text: &str, named: &[Named]) -> Vec<Range<usize>> {
    let words = tokens(text);
    let open = |token: &Token| !named.iter().any(|one| one.span.contains(&token.span.start));
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let mut until = at;
        while until < words.len() && open(&words[until]) && is_of_date(text, &words, until) {
            until += 1;
        }
        if words[at..until].iter().any(is_year) {
            found.push(words[at].span.start..words[until - 1].span.end);
        }
        at = until.max(at + 1);
    }
    found
}

fn is_year(token: &Token) -> bool {
    token.word.len() == 4 && token.is_number()
}

/// Whether a word belongs to a date: the year, a month, the number beside one, the little word between.
fn is_of_date(text: &str, words: &[Token], at: usize) -> bool {
    let near = |place: Option<usize>| place.and_then(|place| words.get(place));
    let (last, next) = (near(at.checked_sub(1)), near(Some(at + 1)));
    let token = &words[at];
    let is_mark = |token: &Token| matches!(token.word.as_str(), "年" | "月" | "日" | "号");
    let is_number = token.is_number() && token.word.len() <= 2;
    let is_in = |one: Option<&Token>| one.is_some_and(|one| dates::is_month(&one.word) || is_mark(one));
    let hyphen = |from: &Token, until: &Token| &text[from.span.end..until.span.start] == "-";
    let is_joined = last.is_some_and(|last| last.is_number() && hyphen(last, token))
        || next.is_some_and(|next| next.is_number() && hyphen(token, next));
    let joins = |token: &Token| matches!(token.word.as_str(), "de" | "del" | "of");
    let between = joins(token);
    // `3 de mayo`
    let is_before_month = next.is_some_and(joins) && is_in(words.get(at + 2));
    let is_dated = |one: Option<&Token>| one.is_some_and(|one| is_year(one) || dates::is_month(&one.word));
    is_year(token)
        || dates::is_month(&token.word)
        || (is_mark(token) && last.is_some_and(|last| last.word.chars().all(|c| c.is_numeric() || is_han(c))))
        || (is_number && (is_in(last) || is_in(next) || is_joined || is_before_month))
        || (between && is_dated(next) && last.is_some_and(|last| last.is_number() || dates::is_month(&last.word)))
}
