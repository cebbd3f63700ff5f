//! The part of a paragraph to show, with the asked words marked on character borders.

use crate::Snippet;
use crate::analysis::{Analyser, Asked, Run, Script, split};
use std::collections::HashSet;
use std::ops::Range;

const LENGTH: usize = 320; // Letters: about three lines; a paragraph of up to 400 is shown whole.
const WHOLE: usize = 400;
const LEAD: usize = 60; // Letters before the first mark, so that its sentence can be understood.

/// The words to mark, made once for all hits of an answer.
pub(crate) struct Marker<'a> {
    analyser: &'a Analyser,
    stems: HashSet<String>,
    starts: HashSet<char>,
    han: Vec<String>,
    phrases: Vec<Vec<String>>,
}

impl<'a> Marker<'a> {
    /// Prepares to mark these words and phrases.
    pub(crate) fn new(analyser: &'a Analyser, words: &[Asked], phrases: &[String]) -> Self {
        let speaking = words.iter().any(|word| !word.is_stop_word);
        let marked = || words.iter().filter(move |word| !word.is_stop_word || !speaking);
        let mut stems: HashSet<String> = HashSet::new();
        let mut starts = HashSet::new();
        for word in marked().filter(|word| word.script != Script::Han) {
            starts.extend(word.exact.chars().next());
            stems.extend(word.stems.iter().cloned());
        }
        let phrases = phrases.iter().map(|phrase| {
            let mut forms = Vec::new();
            analyser.exact(phrase, &mut |_, form| forms.push(form.to_owned()));
            forms
        });
        Self {
            analyser,
            stems,
            starts,
            han: marked().filter(|word| word.script == Script::Han).map(|word| word.exact.clone()).collect(),
            phrases: phrases.filter(|forms| !forms.is_empty()).collect(),
        }
    }

    /// The snippet of a text in a language.
    pub(crate) fn snippet(&self, language: &str, text: &str) -> Snippet {
        let marks = self.marks(language, text);
        let window = window(text, &marks);
        let mut shown = String::with_capacity(window.len() + 6);
        if window.start > 0 {
            shown.push('…');
        }
        let shift = shown.len();
        shown.push_str(&text[window.clone()]);
        if window.end < text.len() {
            shown.push('…');
        }
        let inside = marks.into_iter().filter(|mark| mark.start >= window.start && mark.end <= window.end);
        let moved = inside.map(|mark| mark.start - window.start + shift..mark.end - window.start + shift);
        Snippet { text: shown, marks: moved.collect() }
    }

    fn marks(&self, language: &str, text: &str) -> Vec<Range<usize>> {
        let mut marks = Vec::new();
        if !self.stems.is_empty() {
            self.word_marks(language, text, &mut marks);
        }
        for piece in &self.han {
            marks.extend(text.match_indices(piece.as_str()).map(|(at, found)| at..at + found.len()));
        }
        for phrase in &self.phrases {
            self.phrase_marks(text, phrase, &mut marks);
        }
        merged(marks)
    }

    fn word_marks(&self, language: &str, text: &str, marks: &mut Vec<Range<usize>>) {
        let mut stem = String::new();
        split(text, &mut |run: Run| {
            let word = &text[run.bytes.clone()];
            if run.script == Script::Han || !self.may_start(run.script, word) {
                return;
            }
            stem.clear();
            self.analyser.stem(language, run.script, word, &mut stem);
            if self.stems.contains(&stem) {
                marks.push(run.bytes);
            }
        });
    }

    /// Stemming is the dear part; a stem begins as its word does (but for Arabic, where articles go).
    fn may_start(&self, script: Script, word: &str) -> bool {
        let Some(first) = word.chars().next() else { return false };
        script == Script::Arabic || !first.is_ascii() || self.starts.contains(&first.to_ascii_lowercase())
    }

    fn phrase_marks(&self, text: &str, phrase: &[String], marks: &mut Vec<Range<usize>>) {
        let mut forms: Vec<(Range<usize>, String)> = Vec::new();
        self.analyser.exact(text, &mut |bytes, form| forms.push((bytes, form.to_owned())));
        for at in forms.windows(phrase.len()) {
            if at.iter().zip(phrase).all(|((_, form), asked)| form == asked) {
                let (first, last) = (&at[0].0, &at[at.len() - 1].0);
                marks.push(first.start..last.end);
            }
        }
    }
}

/// Ascending marks, those that touch or overlap made one.
fn merged(mut marks: Vec<Range<usize>>) -> Vec<Range<usize>> {
    marks.sort_by_key(|mark| (mark.start, mark.end));
    let mut out: Vec<Range<usize>> = Vec::with_capacity(marks.len());
    for mark in marks {
        match out.last_mut() {
            Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
            _ => out.push(mark),
        }
    }
    out
}

/// The bytes to show: the stretch with the most marks, from a word's border to a word's border.
fn window(text: &str, marks: &[Range<usize>]) -> Range<usize> {
    // Letters of three bytes hold as much as three Latin ones, so bytes are a fair measure; this spares a count.
    if text.len() <= WHOLE {
        return 0..text.len();
    }
    let best = (0..marks.len()).max_by_key(|first| {
        let until = marks[*first].start + LENGTH - LEAD;
        let held = marks[*first..].iter().take_while(|mark| mark.end <= until).count();
        (held, std::cmp::Reverse(*first))
    });
    let first = best.map_or(0, |index| marks[index].start);
    let start = if first <= LEAD { 0 } else { border_after(text, first - LEAD, first) };
    let mut end = border_before(text, (start + LENGTH).min(text.len()), start);
    if let Some(mark) = best.map(|index| &marks[index]).filter(|mark| mark.end > end) {
        end = mark.end; // A phrase longer than the window is shown whole.
    }
    start..end
}

/// The start of the first word from `at` on, at latest `limit` (a border already).
fn border_after(text: &str, at: usize, limit: usize) -> usize {
    let at = (at..=limit).find(|index| text.is_char_boundary(*index)).unwrap_or(limit);
    let space = text[at..limit].char_indices().find(|(_, c)| c.is_whitespace());
    space.map_or(at, |(index, c)| at + index + c.len_utf8())
}

/// The end of the last word up to `at`, at earliest half way from `from`.
fn border_before(text: &str, at: usize, from: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    let at = (from..=at).rev().find(|index| text.is_char_boundary(*index)).unwrap_or(from);
    let space = text[from..at].char_indices().rev().take(40).find(|(_, c)| c.is_whitespace());
    space.map_or(at, |(index, _)| from + index)
}
