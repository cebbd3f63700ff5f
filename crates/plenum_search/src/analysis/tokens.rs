//! The analyser as the index library wants it: streams of tokens with positions.

use super::Analyser;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// Parts the language tag from the text in what is given to [`WordsTokenizer`] (`en` + this + text).
pub(crate) const LANGUAGE_END: char = '\u{1}';

/// Gives the stems of a text that begins with its language tag.
#[derive(Clone)]
pub(crate) struct WordsTokenizer {
    analyser: Analyser,
    given: Given,
}

/// Gives the exact forms of a text.
#[derive(Clone)]
pub(crate) struct ExactTokenizer {
    analyser: Analyser,
    given: Given,
}

/// Tokens one after another in one string, which is used again for the next text.
#[derive(Clone, Default)]
struct Given {
    letters: String,
    ends: Vec<(usize, usize)>,
    last_from: Option<usize>,
    position: usize,
    next: usize,
    token: Token,
}

impl WordsTokenizer {
    pub(crate) fn new(analyser: Analyser) -> Self {
        Self { analyser, given: Given::default() }
    }
}

impl ExactTokenizer {
    pub(crate) fn new(analyser: Analyser) -> Self {
        Self { analyser, given: Given::default() }
    }
}

impl Tokenizer for WordsTokenizer {
    type TokenStream<'a> = Stream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream<'a> {
        let (language, text) = text.split_once(LANGUAGE_END).unwrap_or(("und", text));
        let given = &mut self.given;
        given.begin();
        self.analyser.stems(language, text, &mut |bytes, stem| given.add(bytes.start, stem));
        Stream { given }
    }
}

impl Tokenizer for ExactTokenizer {
    type TokenStream<'a> = Stream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream<'a> {
        let given = &mut self.given;
        given.begin();
        self.analyser.exact(text, &mut |bytes, form| given.add(bytes.start, form));
        Stream { given }
    }
}

impl Given {
    fn begin(&mut self) {
        self.letters.clear();
        self.ends.clear();
        self.next = 0;
        self.last_from = None;
        self.position = 0;
    }
    /// Words that begin at the same byte (a pair and its first character) share a position.
    fn add(&mut self, from: usize, word: &str) {
        if !word.is_empty() {
            if self.last_from.is_some_and(|last| last != from) {
                self.position += 1;
            }
            self.last_from = Some(from);
            self.letters.push_str(word);
            self.ends.push((self.letters.len(), self.position));
        }
    }
}

/// The tokens of one text.
pub(crate) struct Stream<'a> {
    given: &'a mut Given,
}

impl TokenStream for Stream<'_> {
    fn advance(&mut self) -> bool {
        let given = &mut *self.given;
        let Some(&(end, position)) = given.ends.get(given.next) else { return false };
        let start = if given.next == 0 { 0 } else { given.ends[given.next - 1].0 };
        given.token.text.clear();
        given.token.text.push_str(&given.letters[start..end]);
        // Offsets are not kept in the index; positions are, for phrases.
        given.token.position = position;
        given.token.position_length = 1;
        given.next += 1;
        true
    }
    fn token(&self) -> &Token {
        &self.given.token
    }
    fn token_mut(&mut self) -> &mut Token {
        &mut self.given.token
    }
}
