//! Paragraphs named with a document: "paragraph 12 of resolution 79/1", "A/80/257, para. 12".

use super::{Found, after, before, bodies, numbers};

/// The words for a paragraph, longest first where one begins another.
const WORDS: [&str; 27] = [
    "paragraphs",
    "paragraph",
    "Paragraphs",
    "Paragraph",
    "paras.",
    "paras",
    "para.",
    "para",
    "paragraphes",
    "paragraphe",
    "párrafos",
    "párrafo",
    "párrs.",
    "párr.",
    "пунктами",
    "пунктах",
    "пунктам",
    "пунктов",
    "пунктом",
    "пункте",
    "пункты",
    "пункта",
    "пункт",
    "الفقرات",
    "الفقرتين",
    "الفقرة",
    "الفقرتان",
];

/// Joins each document to the paragraphs named with it.
///
/// One paragraph widens the document's span to the whole phrase; several get references of their own beside it.
pub(super) fn attach(text: &str, found: Vec<Found>) -> Vec<Found> {
    let mut joined: Vec<Found> = Vec::with_capacity(found.len());
    let mut rest = found.into_iter().peekable();
    while let Some(document) = rest.next() {
        let floor = joined.last().map_or(0, |last| last.to);
        let ceiling = rest.peek().map_or(text.len(), |next| next.from);
        let places = before_document(text, floor, document.from).or_else(|| after_document(text, document.to, ceiling));
        match places {
            Some((from, to, listed)) => join(document, from, to, listed, &mut joined),
            None => joined.push(document),
        }
    }
    joined
}

fn join(document: Found, from: usize, to: usize, listed: Vec<numbers::Listed>, joined: &mut Vec<Found>) {
    if let [one] = listed.as_slice() {
        let number = Some(one.text.clone());
        let (from, to) = (from.min(document.from), to.max(document.to));
        joined.push(Found { from, to, number, symbol: document.symbol });
        return;
    }
    let is_before = from < document.from;
    let places = listed.into_iter().enumerate().map(|(at, one)| Found {
        // The word "paragraphs" belongs to the first of its numbers.
        from: if at == 0 { from.max(if is_before { from } else { one.from }) } else { one.from },
        to: one.to,
        symbol: document.symbol.clone(),
        number: Some(one.text),
    });
    let places: Vec<Found> = places.collect();
    if is_before {
        joined.extend(places);
        joined.push(document);
    } else {
        joined.push(document);
        joined.extend(places);
    }
}

/// "paragraphs 3 and 5 of [General Assembly] [resolution 79/1]". Out: from the word, to the last number, the numbers.
fn before_document(text: &str, floor: usize, at: usize) -> Option<(usize, usize, Vec<numbers::Listed>)> {
    let window = before(text, at, 150);
    let window_from = at - window.len();
    let word_at = WORDS.iter().filter_map(|word| window.rfind(word).map(|found| (found, word.len()))).max()?;
    let from = window_from + word_at.0;
    if from < floor || text[..from].ends_with(char::is_alphabetic) {
        return None;
    }
    let listed = numbers::list(text, from + word_at.1);
    let end = listed.last()?.to;
    let between = text.get(end..at)?;
    joins(between).then_some((from, end, listed))
}

/// Whether "of", "de la", "من", with a body's name or "the report of the …" in brackets, stand between number and document.
fn joins(between: &str) -> bool {
    const JOINTS: [&str; 10] = ["of", "to", "in", "de", "du", "des", "del", "من", "в", "из"];
    if between.contains(['.', ';', '\n', '|']) || between.contains(|c: char| numbers::digit(c).is_some()) {
        return false;
    }
    let mut words = between.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let Some(first) = words.next() else { return between.trim().is_empty() && !between.is_empty() };
    let opens_bracket = between.trim_end().ends_with('(');
    let is_name = |word: &str| bodies::is_part_of_name(word) || JOINTS.contains(&word) || KNOWN.contains(&word);
    JOINTS.contains(&first) && (opens_bracket || words.all(is_name)) || is_name(first) && words.all(is_name)
}

/// Words that stand between a paragraph's number and its document.
const KNOWN: [&str; 24] = [
    "its",
    "the",
    "that",
    "document",
    "la",
    "le",
    "les",
    "su",
    "sus",
    "el",
    "los",
    "las",
    "documento",
    "своей",
    "документа",
    "его",
    "Генеральной",
    "annex",
    "report",
    "draft",
    "same",
    "said",
    "sa",
    "ses",
];

/// "A/80/257, para. 12", "第79/1号决议第12段". Out: from the word, to the last number, the numbers.
fn after_document(text: &str, at: usize, ceiling: usize) -> Option<(usize, usize, Vec<numbers::Listed>)> {
    let tail = after(text, at, 40);
    let trimmed = tail.trim_start_matches([',', ' ', '(', '\u{a0}', '،', '，', '的']);
    let from = at + tail.len() - trimmed.len();
    if let Some(rest) = trimmed.strip_prefix('第') {
        let listed = numbers::list(text, from + trimmed.len() - rest.len());
        let end = listed.last()?.to;
        let is_paragraph = text[end..].starts_with('段') && end < ceiling;
        return is_paragraph.then(|| (from, end + '段'.len_utf8(), listed));
    }
    let word = WORDS.iter().filter(|word| trimmed.starts_with(**word)).max_by_key(|word| word.len())?;
    let listed = numbers::list(text, from + word.len());
    let end = listed.last()?.to;
    // "A/80/1 and paragraph 3 of A/80/2": the number belongs to what follows.
    let is_others = [" of ", " de ", " du ", " del ", " من "].iter().any(|joint| text[end..].starts_with(joint));
    (end <= ceiling && !is_others).then_some((from, end, listed))
}
