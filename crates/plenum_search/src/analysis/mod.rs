//! Text to searchable words, in six languages.
//!
//! Two forms of each word are indexed: the *stem* (field `words`: what the word has in common with its inflections)
//! and the *exact* form (field `exact`, with positions, for phrases), both lower case with accents and Arabic letter
//! forms folded. A text's language chooses the stemmer of its Latin words; every other script tells its own. A
//! question's language is unknown, so its Latin words are stemmed in each of the three languages.

mod arabic;
mod chinese;
mod fold;
mod split;
mod stems;
mod stop_words;
mod tokens;

pub(crate) use split::{Run, Script, split};
pub(crate) use tokens::{ExactTokenizer, LANGUAGE_END, WordsTokenizer};

use std::ops::Range;
use std::sync::Arc;
use stems::Stemmers;
use stop_words::StopWords;

/// Turns text into the terms of the index; cheap to clone.
#[derive(Clone, Default)]
pub(crate) struct Analyser {
    stemmers: Stemmers,
    stop_words: Arc<StopWords>,
}

/// One word of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    /// The stems it may have, without repetition.
    pub stems: Vec<String>,
    /// Its exact form.
    pub exact: String,
    /// Its letters.
    pub script: Script,
    /// Whether it says nothing by itself (`the`, `de`, `и`).
    pub is_stop_word: bool,
}

impl Analyser {
    /// The stems of a text whose language is known, in order; a Chinese run gives its words, a symbol also its whole.
    ///
    /// `take` gets the bytes that each stem stands for and the stem. Stop words are passed over.
    pub(crate) fn stems(&self, language: &str, text: &str, take: &mut dyn FnMut(Range<usize>, &str)) {
        let (mut exact, mut stem) = (String::new(), String::new());
        split(text, &mut |run: Run| {
            let word = &text[run.bytes.clone()];
            if run.script == Script::Han {
                chinese::words(word, &mut |from, piece| {
                    if !self.stop_words.has("zh", piece) {
                        let from = run.bytes.start + from;
                        take(from..from + piece.len(), piece);
                    }
                });
                return;
            }
            exact.clear();
            fold::exact(run.script, word, &mut exact);
            if self.stop_words.has_script(run.script, language, &exact) {
                return;
            }
            stem.clear();
            self.stemmers.stem(language, run.script, word, &mut stem);
            take(run.bytes, &stem);
        });
    }

    /// Appends the stem of one word that is not Chinese.
    pub(crate) fn stem(&self, language: &str, script: Script, word: &str, out: &mut String) {
        self.stemmers.stem(language, script, word, out);
    }

    /// The exact forms of a text, in order: stop words too; each Chinese letter is a word; of compounds only the parts.
    pub(crate) fn exact(&self, text: &str, take: &mut dyn FnMut(Range<usize>, &str)) {
        let mut form = String::new();
        split(text, &mut |run: Run| {
            let word = &text[run.bytes.clone()];
            if run.script == Script::Han {
                for (at, letter) in word.char_indices() {
                    let from = run.bytes.start + at;
                    take(from..from + letter.len_utf8(), &word[at..at + letter.len_utf8()]);
                }
            } else if !run.is_whole {
                form.clear();
                fold::exact(run.script, word, &mut form);
                take(run.bytes, &form);
            }
        });
    }

    /// The words of a question with every stem that each may have.
    pub(crate) fn asked(&self, text: &str) -> Vec<Asked> {
        let mut asked: Vec<Asked> = Vec::new();
        // Where each word that is not Chinese stands: a compound takes the place of its parts.
        let mut places: Vec<Range<usize>> = Vec::new();
        split(text, &mut |run: Run| {
            let word = &text[run.bytes.clone()];
            if run.is_whole {
                if places.last().is_some_and(|last| {
                    last.start <= run.bytes.start && last.end >= run.bytes.end && last.len() > run.bytes.len()
                }) {
                    return; // The tail of a compound that is already asked for.
                }
                while places.last().is_some_and(|last| last.start >= run.bytes.start) {
                    places.pop();
                    asked.pop();
                }
            }
            places.push(run.bytes.clone());
            if run.script == Script::Han {
                chinese::words(word, &mut |_, piece| {
                    let piece = piece.to_owned();
                    let is_stop_word = self.stop_words.has("zh", &piece);
                    asked.push(Asked { stems: vec![piece.clone()], exact: piece, script: run.script, is_stop_word });
                });
            } else {
                asked.push(self.asked_word(run.script, word));
            }
        });
        let latin = self.likely_latin(&asked);
        for word in &mut asked {
            word.is_stop_word = self.stop_words.has_script(word.script, latin, &word.exact);
        }
        asked
    }

    fn asked_word(&self, script: Script, word: &str) -> Asked {
        let mut exact = String::new();
        fold::exact(script, word, &mut exact);
        let mut stems: Vec<String> = Vec::with_capacity(3);
        let languages: &[&str] = if script == Script::Latin { &["en", "es", "fr"] } else { &["und"] };
        for language in languages {
            let mut stem = String::new();
            self.stemmers.stem(language, script, word, &mut stem);
            if !stem.is_empty() && !stems.contains(&stem) {
                stems.push(stem);
            }
        }
        Asked { stems, exact, script, is_stop_word: false }
    }

    /// Which of the languages in Latin letters has the most stop words in a question; English when none has any.
    fn likely_latin(&self, asked: &[Asked]) -> &'static str {
        let count = |language: &str| asked.iter().filter(|a| self.stop_words.has(language, &a.exact)).count();
        ["fr", "es", "en"].into_iter().max_by_key(|language| count(language)).unwrap_or("en")
    }
}
