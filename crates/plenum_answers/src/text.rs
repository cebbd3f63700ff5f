//! Words and sentences of a text in any of the six languages, folded so that spellings of one word compare equal.

use std::ops::Range;

/// A word with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Bytes of the text.
    pub(crate) span: Range<usize>,
    /// Lower case, accents and vowel marks removed, digits ASCII.
    pub(crate) word: String,
    /// Whether it begins with a capital.
    pub(crate) is_capital: bool,
}

impl Token {
    /// Whether it is one Chinese character.
    pub(crate) fn is_han(&self) -> bool {
        self.word.chars().all(is_han)
    }
    /// Whether it consists of digits alone.
    pub(crate) fn is_number(&self) -> bool {
        self.word.bytes().all(|b| b.is_ascii_digit())
    }
    /// The part of the word that stays when it is inflected; crude, but the same on both sides of a comparison.
    pub(crate) fn stem(&self) -> String {
        stem(&self.word)
    }
}

pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}
pub(crate) fn is_arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{6ff}')
}
pub(crate) fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{4ff}')
}

/// Lower case without accents and vowel marks, with ASCII digits.
pub(crate) fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).filter_map(folded).collect()
}

/// A lower-case character folded; `None` for a mark that is left out.
fn folded(c: char) -> Option<char> {
    Some(match c {
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{640}' | '\u{200e}' | '\u{200f}' => return None,
        '\u{660}'..='\u{669}' => digit(c, '\u{660}'),
        '\u{6f0}'..='\u{6f9}' => digit(c, '\u{6f0}'),
        '\u{ff10}'..='\u{ff19}' => digit(c, '\u{ff10}'),
        'à' | 'á' | 'â' | 'ä' | 'ã' | 'å' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' | 'õ' | 'ø' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        'ё' => 'е',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ة' => 'ه',
        'ى' => 'ي',
        '’' => '\'',
        '‑' | '–' => '-',
        other => other,
    })
}

fn digit(c: char, zero: char) -> char {
    char::from_digit(c as u32 - zero as u32, 10).unwrap_or(c)
}

/// The words of a text in order; each Chinese character is one.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::new();
    let mut begun: Option<usize> = None;
    let push = |from: usize, until: usize, out: &mut Vec<Token>| {
        let own = &text[from..until];
        let word = fold(own);
        if !word.is_empty() {
            out.push(Token { span: from..until, word, is_capital: own.starts_with(char::is_uppercase) });
        }
    };
    for (at, c) in text.char_indices() {
        let joins = c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{640}');
        if joins && !is_han(c) {
            // A digit after letters, or a letter after digits, begins a new word only in Chinese, which has no spaces.
            begun.get_or_insert(at);
            continue;
        }
        if let Some(from) = begun.take() {
            push(from, at, &mut out);
        }
        if is_han(c) {
            push(at, at + c.len_utf8(), &mut out);
        }
    }
    if let Some(from) = begun {
        push(from, text.len(), &mut out);
    }
    out
}

/// Cuts what inflection changes: the article and particles before an Arabic word, the end of a longer one.
pub(crate) fn stem(word: &str) -> String {
    let first = word.chars().next().unwrap_or(' ');
    if is_arabic(first) {
        return arabic_stem(word);
    }
    if first.is_ascii_digit() || is_han(first) {
        return word.to_owned();
    }
    let word = if is_cyrillic(first) { russian_stem(word) } else { word };
    let length = word.chars().count();
    let kept = match length {
        0..=4 => return word.trim_end_matches('s').to_owned(),
        5 => 4,
        6..=7 => 5,
        _ => 6,
    };
    word.chars().take(kept).collect()
}

/// Endings of Russian nouns and adjectives, the longer first.
const RUSSIAN: [&str; 34] = [
    "ьями", "ьего", "ьему", "ыми", "ими", "ого", "его", "ому", "ему", "ами", "ями", "ьей", "ьях", "ая", "яя", "ой",
    "ей", "ую", "юю", "ый", "ий", "ые", "ие", "ых", "их", "ым", "им", "ов", "ев", "ам", "ах", "ья", "ью", "ом",
];

pub(crate) fn russian_stem(word: &str) -> &str {
    const LEAST: usize = 3;
    let long = RUSSIAN.iter().find_map(|end| word.strip_suffix(end).filter(|cut| cut.chars().count() >= LEAST));
    let rest = long.unwrap_or(word);
    let vowel = rest.strip_suffix(['а', 'я', 'ы', 'и', 'е', 'у', 'ю', 'о', 'ь', 'й']);
    vowel.filter(|cut| cut.chars().count() > LEAST).unwrap_or(rest)
}

fn arabic_stem(word: &str) -> String {
    let letters = |word: &str| word.chars().count();
    let mut rest = word;
    for prefix in ["وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل"] {
        if let Some(cut) = rest.strip_prefix(prefix).filter(|cut| letters(cut) >= 3) {
            rest = cut;
            break;
        }
    }
    for suffix in ["ات", "ين", "ون", "ان", "ها", "يه", "ه", "ا", "ي"] {
        if let Some(cut) = rest.strip_suffix(suffix).filter(|cut| letters(cut) >= 3) {
            rest = cut;
            break;
        }
    }
    rest.to_owned()
}

/// The sentences of a text: byte ranges without the space between them.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut from = 0;
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    for (place, (at, c)) in letters.iter().enumerate() {
        let next = letters.get(place + 1).map(|(_, c)| *c);
        let ends = match c {
            '\n' | '。' | '！' | '？' | '؟' | '；' => true,
            '.' | '!' | '?' => next.is_none_or(char::is_whitespace) && !is_abbreviation(&text[from..*at]),
            _ => false,
        };
        if ends {
            push_trimmed(text, from..at + c.len_utf8(), &mut out);
            from = at + c.len_utf8();
        }
    }
    push_trimmed(text, from..text.len(), &mut out);
    out
}

/// Whether a full stop after this does not end a sentence: `No`, `Art`, one letter.
fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    let short =
        ["No", "no", "Art", "art", "Mr", "Mrs", "Ms", "Dr", "para", "paras", "St", "vol", "p", "pp", "ст", "п", "г"];
    short.contains(&word) || (word.chars().count() == 1 && word.starts_with(char::is_alphabetic))
}

fn push_trimmed(text: &str, range: Range<usize>, out: &mut Vec<Range<usize>>) {
    let own = &text[range.clone()];
    let from = range.start + (own.len() - own.trim_start().len());
    let until = range.start + own.trim_end().len();
    if from < until && text[from..until].chars().any(char::is_alphanumeric) {
        out.push(from..until);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_compare_equal() {
        for (a, b) in [("Résolution", "resolution"), ("الأعضاء", "اعضاء"), ("ТРЁХ", "трех"), ("٢٠٢٤", "2024")]
        {
            assert_eq!(stem(&tokens(a)[0].word), stem(&tokens(b)[0].word), "{a} {b}");
        }
        assert_eq!(tokens("第三届会议 A/80/257").len(), 8);
    }

    #[test]
    fn a_sentence_ends_where_it_ends() {
        let check = |text: &str, expected: &[&str]| {
            let own: Vec<&str> = sentences(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(own, expected);
        };
        check("It met. See art. 5 of No. 3. It closed.", &["It met.", "See art. 5 of No. 3.", "It closed."]);
        check("会议开幕。会议闭幕。", &["会议开幕。", "会议闭幕。"]);
        check("It costs 1.5 million", &["It costs 1.5 million"]);
        check("", &[]);
    }
}
