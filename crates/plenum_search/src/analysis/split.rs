//! Where words begin and end.

use std::ops::Range;

/// The letters of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Script {
    /// Latin letters, with or without digits.
    Latin,
    /// Cyrillic letters.
    Cyrillic,
    /// Arabic letters.
    Arabic,
    /// Chinese characters, kana and hangul: written without spaces between words.
    Han,
    /// Digits alone, or a compound such as a symbol or a number with a point.
    Number,
    /// Any other.
    Other,
}

/// A word in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// Where it stands.
    pub bytes: Range<usize>,
    /// Its letters.
    pub script: Script,
    /// Whether it is a compound (`A/80/257`, `25.10`) whose parts were given before.
    pub is_whole: bool,
}

const LONGEST: usize = 80; // Bytes; longer runs are noise (addresses of pages, encoded data) and are cut into such parts.

/// Gives every word of `text` in order; after the parts of a compound with a digit in it, the compound.
pub(crate) fn split(text: &str, take: &mut dyn FnMut(Run)) {
    let mut compound = Compound::default();
    let mut letters = text.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        let Some(mut script) = script_of(letter) else {
            let joins = matches!(letter, '/' | '.');
            if !(joins && compound.goes_on(letter, letters.peek().map(|(_, next)| *next))) {
                compound.finish(take);
            }
            continue;
        };
        let mut end = start + letter.len_utf8();
        while let Some(&(at, next)) = letters.peek() {
            let joined = match script_of(next) {
                Some(next_script) => join(script, next_script),
                None if is_mark(next) => Some(script),
                None => None,
            };
            let Some(joined) = joined.filter(|_| at - start < LONGEST) else { break };
            script = joined;
            end = at + next.len_utf8();
            letters.next();
        }
        let run = Run { bytes: start..end, script, is_whole: false };
        compound.add(&run, text, take);
        take(run);
    }
    compound.finish(take);
}

/// A compound that is being read.
#[derive(Default)]
struct Compound {
    from: usize,
    to: usize,
    parts: usize,
    has_digit: bool,
    joined: bool,
    slashes: Vec<usize>,
}

impl Compound {
    fn goes_on(&mut self, letter: char, next: Option<char>) -> bool {
        let fits = self.parts > 0
            && matches!(letter, '/' | '.')
            && next.is_some_and(|n| n.is_ascii_alphanumeric())
            && self.parts < 12; // A symbol has at most eight parts.
        self.joined = fits;
        fits
    }
    fn add(&mut self, run: &Run, text: &str, take: &mut dyn FnMut(Run)) {
        if run.script == Script::Han {
            return self.finish(take);
        }
        if !(self.joined && run.bytes.start == self.to + 1) {
            self.finish(take);
            self.from = run.bytes.start;
        } else if text.as_bytes()[self.to] == b'/' {
            self.slashes.push(run.bytes.start);
        }
        self.joined = false;
        self.to = run.bytes.end;
        self.parts += 1;
        self.has_digit |= text[run.bytes.clone()].bytes().any(|b| b.is_ascii_digit());
    }
    /// Gives the whole, and what follows each slash but the last (`A/80/257`, `80/257`), so that part of a symbol finds it.
    fn finish(&mut self, take: &mut dyn FnMut(Run)) {
        if self.parts > 1 && self.has_digit && self.to - self.from <= LONGEST {
            let mut give = |from| take(Run { bytes: from..self.to, script: Script::Number, is_whole: true });
            give(self.from);
            if let Some((_, tails)) = self.slashes.split_last() {
                tails.iter().for_each(|from| give(*from));
            }
        }
        *self = Self::default();
    }
}

/// The script of a letter or digit; `None` for everything that parts words.
fn script_of(letter: char) -> Option<Script> {
    match letter {
        'a'..='z' | 'A'..='Z' => Some(Script::Latin),
        '0'..='9' => Some(Script::Number),
        '\0'..='\u{7f}' => None,
        '\u{aa}' | '\u{ba}' => Some(Script::Latin),
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => letter.is_alphabetic().then_some(Script::Latin),
        '\u{400}'..='\u{52f}' => letter.is_alphabetic().then_some(Script::Cyrillic),
        '\u{600}'..='\u{6ff}'
        | '\u{750}'..='\u{77f}'
        | '\u{8a0}'..='\u{8ff}'
        | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{feff}' => {
            if letter.is_numeric() {
                Some(Script::Number)
            } else {
                letter.is_alphabetic().then_some(Script::Arabic)
            }
        }
        '\u{3005}'
        | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7af}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{323af}' => letter.is_alphabetic().then_some(Script::Han),
        '\u{ff10}'..='\u{ff19}' => Some(Script::Number),
        '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => Some(Script::Latin),
        _ if letter.is_numeric() => Some(Script::Number),
        _ => letter.is_alphabetic().then_some(Script::Other),
    }
}

/// The script of a word that goes on with a letter of another script; `None` if a new word begins.
fn join(script: Script, next: Script) -> Option<Script> {
    match (script, next) {
        (a, b) if a == b => Some(a),
        (Script::Han, _) | (_, Script::Han) => None,
        (Script::Number, other) | (other, Script::Number) => Some(other),
        _ => None,
    }
}

/// Vowel signs and accents written as letters of their own, and the joiners inside words.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}'
        | '\u{670}' | '\u{6d6}'..='\u{6ed}' | '\u{ad}' | '\u{200c}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let mut words = Vec::new();
        split(text, &mut |run| words.push(&text[run.bytes]));
        assert_eq!(words, expected, "{text}");
    }

    #[test]
    fn words_end_at_spaces_and_signs() {
        check("Peace, and security!", &["Peace", "and", "security"]);
        check("l'Assemblée générale", &["l", "Assemblée", "générale"]);
        check("联合国COVID病毒", &["联合国", "COVID", "病毒"]);
        check("مُؤتمر نزع السلاح", &["مُؤتمر", "نزع", "السلاح"]);
        check("", &[]);
        check("?!… — 。", &[]);
    }

    #[test]
    fn a_symbol_is_found_by_its_parts_and_as_a_whole() {
        check("see A/80/257.", &["see", "A", "80", "257", "A/80/257", "80/257"]);
        check("para 25.10 ok", &["para", "25", "10", "25.10", "ok"]);
        check("and/or", &["and", "or"]);
        check("A/ 12", &["A", "12"]);
    }

    #[test]
    fn a_word_without_end_is_cut() {
        let long = "x".repeat(1000);
        let mut parts = 0;
        split(&long, &mut |run| {
            assert!(run.bytes.len() <= LONGEST + 4);
            parts += 1;
        });
        assert!(parts > 5);
    }
}
