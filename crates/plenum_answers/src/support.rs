//! Whether the words of a passage bear the words of a writer, in the same language or another of the six.

use crate::check::Unsupported;
use crate::dates;
use crate::figures::same_figures;
use crate::lexicon::notions;
use crate::orders::gives_orders;
use crate::passage::Passage;
use crate::plan::symbols;
use crate::text::{Token, fold, sentences, tokens};
use std::collections::BTreeSet;
use std::ops::Range;

/// What a writer's sentence says, taken apart.
pub(crate) struct Claimed {
    /// Words in quotation marks.
    quoted: Vec<String>,
    /// The rest.
    own: String,
}

const MARKS: [(char, char); 5] = [('“', '”'), ('«', '»'), ('„', '“'), ('「', '」'), ('"', '"')];
/// Of a writer's own words at most so many in a hundred may be missing from the passage: little words differ.
const MISSING: usize = 15;

impl Claimed {
    pub(crate) fn read(words: &str) -> Self {
        let (mut quoted, mut own) = (Vec::new(), String::new());
        let mut rest = words;
        while let Some(at) = rest.find(|c| MARKS.iter().any(|(open, _)| *open == c)) {
            let open = rest[at..].chars().next().unwrap_or('"');
            let inner = &rest[at + open.len_utf8()..];
            let close = MARKS.iter().find(|(mark, _)| *mark == open).map_or('"', |(_, close)| *close);
            let Some(end) = inner.find(close) else { break };
            own.push_str(&rest[..at]);
            own.push(' ');
            quoted.push(inner[..end].trim().to_owned());
            rest = &inner[end + close.len_utf8()..];
        }
        own.push_str(rest);
        Self { quoted, own }
    }
}

/// Where in the passage the sentence is borne out, among the sentences that the words cited are of.
///
/// Errors: the first thing in which it is not.
pub(crate) fn supports(
    claimed: &Claimed,
    passage: &Passage,
    cited: &Range<usize>,
    language: &str,
) -> Result<Range<usize>, Unsupported> {
    let text = &passage.text;
    for words in &claimed.quoted {
        if !spaced(text).contains(&spaced(words)) {
            return Err(Unsupported::Quotation(words.clone()));
        }
    }
    let span = nearest(claimed, passage, cited);
    let support = &text[span.clone()];
    if gives_orders(support) {
        return Err(Unsupported::Orders);
    }
    let own = &claimed.own;
    same_figures(own, support, passage)?;
    let said = format!("{support} {}", passage.about);
    if let Some(symbol) = symbols(own).into_iter().find(|symbol| !said.contains(symbol.as_str())) {
        return Err(Unsupported::Name(symbol));
    }
    // Connecting words around a quotation ("it says that") claim nothing; the quotation does.
    if !claimed.quoted.is_empty() && is_only_connecting(own) {
        return Ok(span);
    }
    same_force(own, support)?;
    let is_same_language = passage.language == language;
    if is_same_language {
        same_words(own, &said)?
    } else {
        known_notions(own, support, &claimed.quoted)?
    }
    Ok(span)
}

/// The sentence of the passage that shares most with what is claimed: the quotation, else the most words.
fn nearest(claimed: &Claimed, passage: &Passage, cited: &Range<usize>) -> Range<usize> {
    let text = &passage.text;
    if let Some(at) = claimed.quoted.first().and_then(|words| text.find(words.as_str())) {
        let end = at + claimed.quoted[0].len();
        // The whole sentences around the quotation: its "not" may stand before it.
        let around = sentences(text).into_iter().filter(|range| range.start < end && at < range.end);
        let (from, until) =
            around.fold((at, end), |(from, until), range| (from.min(range.start), until.max(range.end)));
        return from..until;
    }
    let wanted: BTreeSet<String> = tokens(&claimed.own).iter().map(Token::stem).collect();
    let figures: BTreeSet<u64> = dates::numbers(&claimed.own);
    let score = |range: &Range<usize>| {
        let words: BTreeSet<String> = tokens(&text[range.clone()]).iter().map(Token::stem).collect();
        let numbers = dates::numbers(&text[range.clone()]);
        wanted.intersection(&words).count() + 2 * figures.intersection(&numbers).count()
    };
    let is_cited = |range: &Range<usize>| range.start < cited.end && cited.start < range.end;
    let best = sentences(text).into_iter().filter(is_cited).rev().max_by_key(score);
    best.unwrap_or(cited.clone())
}

/// Negation, modal verbs, conditions.
fn same_force(own: &str, support: &str) -> Result<(), Unsupported> {
    if is_negated(own) != is_negated(support) {
        return Err(Unsupported::Negation);
    }
    if modals(own) != modals(support) {
        return Err(Unsupported::Modal);
    }
    if is_limited(own) != is_limited(support) {
        return Err(Unsupported::Condition);
    }
    Ok(())
}

/// Words that limit what is said, folded.
const LIMITS: [&str; 22] = [
    "unless",
    "except",
    "only",
    "if",
    "provided",
    "sauf",
    "hormis",
    "si",
    "seulement",
    "uniquement",
    "salvo",
    "excepto",
    "solo",
    "solamente",
    "unicamente",
    "если",
    "кроме",
    "только",
    "лишь",
    "فقط",
    "اذا",
    "باستثناء",
];

/// The same in Chinese, where a character alone may be part of another word: 船只 are ships.
const LIMITS_HAN: [&str; 8] = ["除非", "除外", "除了", "只有", "只能", "仅", "如果", "倘若"];

/// Whether a text says that something holds in some cases alone.
fn is_limited(text: &str) -> bool {
    LIMITS_HAN.iter().any(|limit| text.contains(limit))
        || tokens(text).iter().any(|token| LIMITS.contains(&token.word.as_str()))
}

/// Too few words of its own to say yes or no to anything: the quotation says it.
fn is_only_connecting(own: &str) -> bool {
    const FEW: usize = 4;
    !is_negated(own) && modals(own).is_empty() && tokens(own).iter().filter(|token| !token.is_number()).count() <= FEW
}

const NOT: [&str; 47] = [
    "not",
    "no",
    "never",
    "none",
    "nor",
    "neither",
    "without",
    "cannot",
    "unable",
    "refused",
    "rejected",
    "failed",
    "ne",
    "n",
    "pas",
    "jamais",
    "aucun",
    "aucune",
    "sans",
    "non",
    "nunca",
    "ni",
    "sin",
    "ningun",
    "ninguna",
    "не",
    "нет",
    "ни",
    "без",
    "нельзя",
    "никогда",
    "不",
    "未",
    "没",
    "无",
    "非",
    "勿",
    "لا",
    "لم",
    "لن",
    "ليس",
    "ليست",
    "غير",
    "دون",
    "عدم",
    "بلا",
    "t",
];

/// Whether a text says no.
pub(crate) fn is_negated(text: &str) -> bool {
    let words = tokens(text);
    let is_not = |at: usize| match words[at].word.as_str() {
        // "doesn't" comes apart at its mark; any other lone letter is none.
        "t" => at > 0 && words[at - 1].word.ends_with('n'),
        "n" => words.get(at + 1).is_some(),
        word => NOT.contains(&word),
    };
    (0..words.len()).any(is_not)
}

/// Modal verbs by their force, folded: shall, must, should, may, can.
const MODALS: [(u8, &[&str]); 5] = [
    (1, &["shall", "devra", "devront", "debera", "deberan", "обязан", "обязаны", "обязуются", "يتعين"]),
    (2, &["must", "doit", "doivent", "debe", "deben", "должен", "должна", "должны", "必须", "须", "يجب"]),
    (
        3,
        &[
            "should",
            "ought",
            "devrait",
            "devraient",
            "deberia",
            "deberian",
            "следует",
            "надлежит",
            "应",
            "应当",
            "应该",
            "ينبغي",
        ],
    ),
    (4, &["may", "might", "вправе", "يجوز"]),
    (
        5,
        &[
            "can",
            "could",
            "peut",
            "peuvent",
            "pourra",
            "pourrait",
            "puede",
            "pueden",
            "podra",
            "podran",
            "podria",
            "может",
            "могут",
            "可",
            "可以",
            "يمكن",
        ],
    ),
];

/// The modal verbs of a text by their force.
pub(crate) fn modals(text: &str) -> BTreeSet<u8> {
    let words = tokens(text);
    let plain = fold(text);
    let mut found: BTreeSet<u8> = BTreeSet::new();
    for (force, verbs) in MODALS {
        let is_verb =
            |token: &Token| verbs.contains(&token.word.as_str()) && !(token.word == "may" && token.is_capital);
        let is_chinese =
            |verb: &&&str| verb.chars().count() > 1 && verb.starts_with(crate::text::is_han) && plain.contains(**verb);
        if words.iter().any(is_verb) || verbs.iter().any(|verb| is_chinese(&verb)) {
            found.insert(force);
        }
    }
    found
}

/// Words that may differ: they join, and claim nothing.
const JOINING: [&str; 84] = [
    "the",
    "a",
    "an",
    "of",
    "in",
    "on",
    "at",
    "to",
    "for",
    "by",
    "and",
    "or",
    "with",
    "from",
    "that",
    "which",
    "this",
    "these",
    "those",
    "it",
    "its",
    "is",
    "was",
    "were",
    "are",
    "be",
    "been",
    "has",
    "have",
    "had",
    "as",
    "also",
    "says",
    "states",
    "stated",
    "according",
    "their",
    "they",
    "le",
    "la",
    "les",
    "un",
    "une",
    "de",
    "du",
    "des",
    "et",
    "en",
    "au",
    "aux",
    "a",
    "est",
    "sont",
    "que",
    "qui",
    "el",
    "los",
    "las",
    "y",
    "del",
    "es",
    "son",
    "se",
    "por",
    "para",
    "con",
    "и",
    "в",
    "во",
    "на",
    "с",
    "по",
    "о",
    "об",
    "к",
    "что",
    "это",
    "的",
    "在",
    "于",
    "了",
    "和",
    "في",
    "من",
];

fn same_words(own: &str, said: &str) -> Result<(), Unsupported> {
    let there: BTreeSet<String> = tokens(said).iter().map(Token::stem).collect();
    let words = tokens(own);
    let carries = |token: &&Token| !JOINING.contains(&token.word.as_str()) && !token.is_number();
    let claimed: Vec<&Token> = words.iter().filter(carries).collect();
    let missing: Vec<&&Token> = claimed.iter().filter(|token| !has(&there, &token.stem())).collect();
    // A name, wherever it stands but at the beginning, must be there as it is.
    let name = missing.iter().find(|token| token.is_capital && token.span.start > own.len() - own.trim_start().len());
    if let Some(name) = name {
        return Err(Unsupported::Name(own[name.span.clone()].to_owned()));
    }
    if missing.len() * 100 > claimed.len() * MISSING {
        return Err(Unsupported::Words(own[missing[0].span.clone()].to_owned()));
    }
    Ok(())
}

/// Whether a stem is there, or one that differs in its end alone ("ratify", "ratified").
fn has(there: &BTreeSet<String>, stem: &str) -> bool {
    const LETTERS: usize = 5;
    let is_long = |word: &str| word.chars().count() >= LETTERS;
    let kin = |other: &String| {
        is_long(other) && is_long(stem) && (other.starts_with(stem) || stem.starts_with(other.as_str()))
    };
    there.contains(stem) || there.iter().any(kin)
}

/// In another language only what the word list knows can be compared; the rest must be quoted.
fn known_notions(own: &str, support: &str, quoted: &[String]) -> Result<(), Unsupported> {
    const FEW: usize = 6;
    let claimed = notions(own);
    let there = notions(support);
    if let Some(missing) = claimed.iter().find(|notion| !there.contains(notion)) {
        return Err(Unsupported::Words(format!("{missing:?}")));
    }
    let words = tokens(own).len();
    if quoted.is_empty() || words > FEW * 4 { Err(Unsupported::Words(own.trim().to_owned())) } else { Ok(()) }
}

/// White space made single, so that a line's end in the source does not break a quotation.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
