//! The words that name a kind of number: articles and divisions, in the six languages.

use super::numerals::{Form, Label, Series, chinese, readings};

// The word for "article" as a treaty or declaration prints it before the number; lower case.
const ARTICLE: [&str; 9] =
    ["article", "artículo", "articulo", "art.", "статья", "المادة", "مادة", "rule", "regulation"];

// The words for a division of a document; lower case.
const DIVISION: [&str; 28] = [
    "part",
    "chapter",
    "section",
    "annex",
    "appendix",
    "title",
    "schedule",
    "attachment",
    "partie",
    "chapitre",
    "titre",
    "annexe",
    "appendice",
    "parte",
    "capítulo",
    "sección",
    "título",
    "anexo",
    "apéndice",
    "часть",
    "глава",
    "раздел",
    "приложение",
    "الجزء",
    "الفصل",
    "الباب",
    "المرفق",
    "القسم",
];

// Numbers that are written out: the first article of French texts, and Arabic ordinals.
const ORDINALS: [(&str, u32); 12] = [
    ("premier", 1),
    ("première", 1),
    ("الأولى", 1),
    ("الأول", 1),
    ("الثانية", 2),
    ("الثاني", 2),
    ("الثالثة", 3),
    ("الثالث", 3),
    ("الرابعة", 4),
    ("الرابع", 4),
    ("الخامسة", 5),
    ("الخامس", 5),
];

/// `Article 3`, `第三条`: the label and the bytes it takes, with the stop, colon or dash after it.
pub(super) fn article(text: &str) -> Option<(Label, usize)> {
    named(text, &ARTICLE, Form::Article).or_else(|| chinese_named(text, &["条", "條"], Form::Article))
}

/// `Chapter II`, `第二章`.
pub(super) fn division(text: &str) -> Option<(Label, usize)> {
    named(text, &DIVISION, Form::Division)
        .or_else(|| chinese_named(text, &["章", "节", "節", "部分", "编"], Form::Division))
}

fn named(text: &str, words: &[&str], form: Form) -> Option<(Label, usize)> {
    let word_end = text.find(char::is_whitespace)?;
    let word = text[..word_end].to_lowercase();
    if !words.contains(&word.as_str()) {
        return None;
    }
    let gap = text[word_end..].len() - text[word_end..].trim_start().len();
    let number_at = word_end + gap;
    let after_word = &text[number_at..];
    let token_end = after_word.find(|c: char| !c.is_alphanumeric()).unwrap_or(after_word.len());
    let token = &after_word[..token_end];
    // Capitals of words ("Section Mixed") are no numerals: letters count only in capitals or as a numeral's digits.
    let is_numeral =
        token.chars().all(|c| c.is_uppercase() || c.is_numeric()) || token.starts_with(|c: char| c.is_numeric());
    let readings = match ORDINALS.iter().find(|(word, _)| *word == token.to_lowercase()) {
        Some((_, value)) => vec![(Series::Digits, *value)],
        None if is_numeral => readings(token),
        None => Vec::new(),
    };
    if readings.is_empty() {
        return None;
    }
    let used = number_at + token_end;
    let rest = &text[used..];
    let separator = separator(rest)?;
    let printed = format!("{} {token}", &text[..word_end]);
    Some((Label { printed, form, readings, is_upper: false }, used + separator))
}

/// How many bytes the stop, colon or dash after a named number takes; `None` if the sentence runs on
/// (`Article 3 of the Convention`).
fn separator(rest: &str) -> Option<usize> {
    let Some(first) = rest.chars().next() else { return Some(0) };
    let trimmed = rest.trim_start();
    let gap = rest.len() - trimmed.len();
    let mark = trimmed.chars().next();
    match mark {
        None => Some(0),
        Some(c @ ('.' | ':' | '–' | '—' | '-' | '：' | '．')) => {
            let after = trimmed[c.len_utf8()..].chars().next();
            // "Article 3.2" and "Article 3-bis" go on.
            let ends = after.is_none_or(|a| a.is_whitespace() || !a.is_alphanumeric() || c == '：');
            ends.then_some(gap + c.len_utf8())
        }
        Some(_) if first == '\t' || first == '\n' => Some(0),
        Some(c) if first.is_whitespace() && (c.is_uppercase() || "\"“«[".contains(c)) => Some(0),
        Some(_) => None,
    }
}

/// `第三条`, `第12条`.
fn chinese_named(text: &str, units: &[&str], form: Form) -> Option<(Label, usize)> {
    let inner = text.strip_prefix('第')?;
    let (at, unit) = units.iter().filter_map(|u| inner.find(u).map(|at| (at, *u))).min()?;
    let token = inner[..at].trim();
    if token.chars().count() > 8 {
        return None;
    }
    let value = chinese(token).map(|v| (Series::Chinese, v));
    let readings: Vec<_> = value.into_iter().chain(readings(token)).collect();
    let used = '第'.len_utf8() + at + unit.len();
    let rest = &text[used..];
    let ends = rest.chars().next().is_none_or(|c| c.is_whitespace() || "：:、．.（(".contains(c));
    let separator = rest.chars().next().filter(|c| "：:、．.".contains(*c)).map_or(0, char::len_utf8);
    let printed = text[..used].to_owned();
    (!readings.is_empty() && ends).then(|| (Label { printed, form, readings, is_upper: false }, used + separator))
}
