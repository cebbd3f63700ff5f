//! Resolutions and decisions by their wording: "resolution 79/1", "резолюция 79/1", "第79/1号决议".

use super::{Body, Found, Listing, after, before, bodies, numbers};

#[derive(Clone, Copy, Debug, PartialEq)]
enum Paper {
    Resolution,
    Decision,
}

/// The words for a resolution and a decision, in lower case, by their beginnings.
const WORDS: [(Paper, &str); 16] = [
    (Paper::Resolution, "resolution"),
    (Paper::Resolution, "résolution"),
    (Paper::Resolution, "resoluci"),
    (Paper::Resolution, "резолюци"),
    (Paper::Decision, "decision"),
    (Paper::Decision, "décision"),
    (Paper::Decision, "decisi"),
    (Paper::Decision, "решени"),
    (Paper::Resolution, "القرار"),
    (Paper::Resolution, "قرار"),
    (Paper::Resolution, "بالقرار"),
    (Paper::Resolution, "للقرار"),
    (Paper::Resolution, "والقرار"),
    (Paper::Resolution, "وقرار"),
    (Paper::Decision, "المقرر"),
    (Paper::Decision, "مقرر"),
];

/// The shape of a resolution's number.
#[derive(Clone, Debug, PartialEq)]
enum Shape {
    /// `79/1`, `2025/25`, with the letters of its parts (`A`, `A-B`).
    Pair(u32, u32, String),
    /// `2100 (2013)`.
    Year(u32, u32),
    /// `415 (V)`.
    Session(u32, String),
    /// `S-10/2`, `ES-11/1`.
    Special(String, u32),
    /// `1/CP.21`, a decision of a conference of parties, which is its own symbol.
    Conference(String),
}

/// What the words before a number say it is.
#[derive(Clone, Copy, Debug)]
struct Sense {
    paper: Paper,
    body: Option<Body>,
    /// Said in the plural: more may follow in the sentence, each with its subject between.
    is_list: bool,
}

/// Resolutions and decisions by their wording, in text order.
pub(super) fn find(text: &str, listing: Listing) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut last: Option<(usize, Sense)> = None;
    let mut at = 0;
    while let Some(start) = next_number(text, at) {
        let Some((to, shape)) = shape(text, start) else {
            at = past_number(text, start);
            continue;
        };
        at = to;
        let goes_on = last
            .filter(|(end, sense)| joins(&text[*end..start]) || is_far_in_list(&text[*end..start], *sense, &shape))
            .map(|(end, sense)| (start, again(&text[end..start], sense)));
        let sensed = introduced(text, start, to).or(goes_on).or_else(|| listed(text, start, to, &shape, listing));
        let Some((from, sense)) = sensed else { continue };
        let (from, to) = with_chinese_words(text, from, to);
        at = to;
        last = Some((to, sense));
        if let Some(symbol) = symbol(&shape, sense) {
            found.push(Found { from, to, symbol: Some(symbol), number: None });
        }
    }
    found
}

/// Whether a line is an entry of a list of resolutions: it begins with a number of their shape.
pub(super) fn begins_with_number(text: &str) -> bool {
    let start = text.len() - text.trim_start().len();
    next_number(text, start) == Some(start) && shape(text, start).is_some()
}

/// Where the next digit (or `S-`, `ES-`) stands that could begin a number.
fn next_number(text: &str, at: usize) -> Option<usize> {
    let mut previous = text[..at].chars().next_back().unwrap_or(' ');
    for (offset, c) in text[at..].char_indices() {
        let may_begin =
            !previous.is_ascii_alphanumeric() && !"/.,-–_".contains(previous) && numbers::digit(previous).is_none()
                || previous == ',' && !text[..at + offset - 1].ends_with(|c: char| c.is_ascii_digit());
        let is_special =
            c == 'S' && text[at + offset..].starts_with("S-") || c == 'E' && text[at + offset..].starts_with("ES-");
        if may_begin && (numbers::digit(c).is_some() || is_special) {
            return Some(at + offset);
        }
        previous = c;
    }
    None
}

fn past_number(text: &str, at: usize) -> usize {
    let first = text[at..].chars().next().map_or(1, char::len_utf8);
    let digits: usize =
        text[at + first..].chars().take_while(|c| numbers::digit(*c).is_some()).map(char::len_utf8).sum();
    at + first + digits
}

/// The number at `start`, if it has the shape of a resolution's: its end and its shape.
fn shape(text: &str, start: usize) -> Option<(usize, Shape)> {
    let rest = &text[start..];
    if rest.starts_with(['S', 'E']) {
        let prefix = if rest.starts_with("ES-") { "ES-" } else { "S-" };
        let (session, length) = numbers::digits(&rest[prefix.len()..], 2)?;
        let tail = rest[prefix.len() + length..].strip_prefix('/')?;
        let (number, more) = numbers::digits(tail, 3)?;
        return Some((
            start + prefix.len() + length + 1 + more,
            Shape::Special(format!("{prefix}{session}"), number.parse().ok()?),
        ));
    }
    let (first, length) = numbers::digits(rest, 4)?;
    let first: u32 = first.parse().ok()?;
    let to = start + length;
    match text[to..].chars().next() {
        Some(slash @ ('/' | '／')) => pair(text, first, to + slash.len_utf8()),
        _ => bracketed(text, first, to),
    }
}

/// The second half of `79/1`, `1/CP.21`.
fn pair(text: &str, first: u32, at: usize) -> Option<(usize, Shape)> {
    let rest = &text[at..];
    let capitals = rest.bytes().take(5).take_while(u8::is_ascii_uppercase).count();
    if (2..=4).contains(&capitals) {
        let (number, length) = numbers::digits(rest[capitals..].strip_prefix(['.', ' '])?, 3)?;
        let name = format!("{first}/{}.{number}", &rest[..capitals]);
        return Some((at + capitals + 1 + length, Shape::Conference(name)));
    }
    let (second, length) = numbers::digits(rest, 4)?;
    let second: u32 = second.parse().ok()?;
    let mut to = at + length;
    let next = text[to..].chars().next().unwrap_or(' ');
    if next.is_ascii_alphabetic() && !text[to..].starts_with(|c: char| c.is_ascii_uppercase()) || "/%".contains(next) {
        return None;
    }
    if let Some((length, roman)) = session(&text[to..]).filter(|_| first > 1900) {
        return Some((to + length, Shape::Session(second, roman)));
    }
    let (length, letters) = letters(&text[to..]).unwrap_or_default();
    to += length;
    Some((to, Shape::Pair(first, second, letters)))
}

/// `2100 (2013)`, `415 (V)`, `319 A (IV)`, `1472 (XIV) A`.
fn bracketed(text: &str, first: u32, at: usize) -> Option<(usize, Shape)> {
    let rest = &text[at..];
    if let Some((length, roman)) = session(rest) {
        return Some((at + length, Shape::Session(first, roman)));
    }
    let inner = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let gap = rest.len() - inner.len();
    let inner_text = inner.strip_prefix(['(', '（'])?;
    let bracket = inner.len() - inner_text.len();
    let (year, length) = numbers::digits(inner_text, 4)?;
    let closing = inner_text[length..].chars().next().filter(|c| matches!(c, ')' | '）'))?;
    let year: u32 = year.parse().ok()?;
    let is_year = (1946..2100).contains(&year) && gap <= 3;
    is_year.then_some((at + gap + bracket + length + closing.len_utf8(), Shape::Year(first, year)))
}

/// The session of an early resolution: ` (V)`, ` A (IV)`, ` (XIV) A`. Out: length and numeral.
fn session(text: &str) -> Option<(usize, String)> {
    let mut rest = text.trim_start_matches([' ', '\u{a0}']);
    if rest.len() > 2 && rest.as_bytes()[0].is_ascii_uppercase() && rest[1..].starts_with(" (") {
        rest = &rest[2..];
    }
    let inner = rest.strip_prefix('(')?;
    let numeral = numbers::roman(inner)?;
    let tail = inner[numeral.len()..].strip_prefix(')')?;
    let length = text.len() - tail.len();
    let letter = letters(tail).map_or(0, |(length, _)| length);
    Some((length + letter, numeral.to_owned()))
}

/// The letters of a resolution's parts after its number: ` A`, ` A and B`, ` A–E`. Out: length, and `A` or `A-E`.
pub(super) fn letters(text: &str) -> Option<(usize, String)> {
    let rest = text.strip_prefix([' ', '\u{a0}']).unwrap_or(text);
    let gap = text.len() - rest.len();
    let first = rest.chars().next().filter(char::is_ascii_uppercase)?;
    let mut to = gap + 1;
    let mut last = None;
    for _ in 0..6 {
        let tail = &text[to..];
        let joint = [" and ", ", ", "–", "-", " to ", " et ", " y ", " и ", " à ", " a "]
            .iter()
            .find(|j| tail.starts_with(**j));
        let Some(joint) = joint else { break };
        let mut next = tail[joint.len()..].chars();
        let letter = next.next().filter(char::is_ascii_uppercase);
        let Some(letter) = letter.filter(|_| next.next().is_none_or(|c| !c.is_alphanumeric())) else { break };
        last = Some(letter);
        to += joint.len() + 1;
    }
    let tail = &text[to..];
    // "79/1 A State may" is the beginning of a sentence, not part A.
    let is_end = tail.is_empty()
        || tail.starts_with([',', '.', ';', ':', ')', ']', '\n', '»', '”', '，', '、', '号'])
        || [" |", " of ", " and ", " on ", " (", " et ", " du ", " y ", " de ", " и ", " от ", " و"]
            .iter()
            .any(|w| tail.starts_with(w));
    is_end.then(|| (to, last.map_or(first.to_string(), |last| format!("{first}-{last}"))))
}

/// What the words just before a number (or, in Chinese, just after it) say. Out: where the words begin, and the sense.
fn introduced(text: &str, start: usize, to: usize) -> Option<(usize, Sense)> {
    if let Some(paper) = chinese_after(after(text, to, 90)) {
        let body = bodies::last_in(sentence_before(text, start, 60));
        return Some((start, Sense { paper, body, is_list: false }));
    }
    let window = sentence_before(text, start, 140);
    let window_from = start - window.len();
    let mut end = window.len();
    for step in 0..9 {
        let head = window[..end].trim_end_matches(|c: char| c.is_whitespace() || ",.:;()[]«»\"*_".contains(c));
        let from = head
            .rfind(|c: char| !c.is_alphanumeric() && !"ºº°№’'".contains(c))
            .map_or(0, |at| at + head[at..].chars().next().map_or(1, char::len_utf8));
        let word = &head[from..];
        if let Some(paper) = paper_of(word) {
            let body = bodies::last_in(&window[from..])
                .or_else(|| named_after(after(text, to, 90)))
                .or_else(|| bodies::last_in(&window[..from]))
                .or_else(|| council(text, window_from + from));
            // The words are part of the reference only where they lead straight to the number.
            let is_straight = step == 0 || window[from..].chars().count() < 60 && !window[from..].contains('(');
            let from = if is_straight { window_from + from } else { start };
            return Some((from, Sense { paper, body, is_list: is_plural(word) }));
        }
        let may_stand_between = is_number_sign(word) || bodies::is_part_of_name(word);
        let is_in_brackets = window.trim_end().ends_with('(') && word.chars().all(char::is_alphabetic);
        if word.is_empty() || !(may_stand_between || is_in_brackets) {
            return None;
        }
        end = from;
    }
    None
}

/// The rest of the sentence, row or cell before a place.
fn sentence_before(text: &str, at: usize, bytes: usize) -> &str {
    let window = before(text, at, bytes);
    let cut =
        window.rfind(['\n', '|', '。']).map_or(0, |at| at + window[at..].chars().next().map_or(1, char::len_utf8));
    let cut = cut.max(window.rfind(". ").filter(|at| !window[..*at].ends_with("No")).map_or(0, |at| at + 2));
    &window[cut..]
}

fn paper_of(word: &str) -> Option<Paper> {
    let lower = word.to_lowercase();
    // Arabic hangs suffixes on the noun ("قرارها") and prefixes before it.
    WORDS
        .iter()
        .find(|(_, start)| lower.starts_with(start) && lower.chars().count() <= start.chars().count() + 6)
        .map(|(p, _)| *p)
}

fn is_number_sign(word: &str) -> bool {
    matches!(
        word,
        "No" | "Nos"
            | "no"
            | "nos"
            | "nº"
            | "n°"
            | "Nº"
            | "№"
            | "n"
            | "رقم"
            | "de"
            | "la"
            | "del"
            | "of"
            | "the"
            | "on"
            | "des"
    )
}

/// A body named just after the number: "of the Human Rights Council", "du Conseil de sécurité", "Генеральной Ассамблеи".
fn named_after(tail: &str) -> Option<Body> {
    let clause = tail.split(['.', ';', ',', '(', '\n', '|', '،']).next().unwrap_or_default();
    bodies::first_in(clause).filter(|(at, _)| *at < 40).map(|(_, body)| body)
}

/// `号决议`, `号决定`, after the number or after the rest of a list of numbers.
fn chinese_after(tail: &str) -> Option<Paper> {
    let at = tail.find('号')?;
    let is_list = tail[..at]
        .chars()
        .all(|c| numbers::digit(c).is_some() || " /／()（）、和及至第A-Z".contains(c) || c.is_ascii_uppercase());
    let word = tail[at..].trim_start_matches(['号', '和', '、', '及']);
    let paper = if word.starts_with("决议") {
        Some(Paper::Resolution)
    } else if word.starts_with("决定") {
        Some(Paper::Decision)
    } else {
        None
    };
    paper.filter(|_| is_list)
}

/// The words around a Chinese number belong to it: `第79/1号决议`.
fn with_chinese_words(text: &str, from: usize, to: usize) -> (usize, usize) {
    let from = if text[..from].ends_with('第') { from - '第'.len_utf8() } else { from };
    let end =
        ["号决议", "号决定"].iter().find(|word| text[to..].starts_with(**word)).map_or(to, |word| to + word.len());
    (from, end)
}

/// Whether only joining words stand between two numbers of one list.
fn joins(gap: &str) -> bool {
    const JOINTS: [&str; 40] = [
        "and", "et", "y", "e", "и", "و", "to", "à", "a", "al", "or", "ou", "o", "u", "или", "أو", "as", "well", "also",
        "its", "the", "most", "recent", "being", "sect", "sects", "section", "annex", "in", "les", "las", "of", "de",
        "del", "du", "от", "with", "see", "inter", "alia",
    ];
    let is_word_joining = |word: &str| {
        JOINTS.contains(&word)
            || paper_of(word).is_some()
            || (word.len() == 1 && word.bytes().all(|b| b.is_ascii_uppercase()))
            || numbers::roman(word).is_some_and(|numeral| numeral.len() == word.len())
            || word.chars().all(|c| "第号和及与或至".contains(c))
            || bodies::is_part_of_name(word)
    };
    let is_short = gap.len() <= 80 && !gap.contains('\n') && !gap.contains('|') && !gap.contains(". ");
    is_short && gap.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).all(is_word_joining)
}

/// Whether a number stands later in a list said in the plural: "resolutions 79/1 on peace, 79/2 on trade; and 79/3".
fn is_far_in_list(gap: &str, sense: Sense, shape: &Shape) -> bool {
    let is_sure_shape = match shape {
        Shape::Pair(first, ..) => (31..200).contains(first),
        Shape::Session(..) => true,
        _ => false,
    };
    let leads = ["and ", "; ", ", ", "(", "being ", "et ", "y ", "и ", "؛ "].iter().any(|word| gap.ends_with(word));
    sense.is_list
        && is_sure_shape
        && leads
        && gap.len() <= 320
        && !gap.contains(['\n', '|', '。'])
        && !gap.contains(". ")
}

/// "resolutions", "résolutions", "resoluciones", "резолюциях", "القرارات" and their like.
fn is_plural(word: &str) -> bool {
    let lower = word.to_lowercase();
    lower.ends_with('s') || ["ях", "ями", "ям", "ий", "ات", "ين"].iter().any(|end| lower.ends_with(end))
}

/// Which council a bare "Council resolution" means: the one named before, else the Economic and Social Council.
fn council(text: &str, at: usize) -> Option<Body> {
    let is_council = before(text, at, 12).trim_end().ends_with("Council");
    let named =
        || bodies::last_in(before(text, at, 800)).filter(|body| *body != Body::Assembly && *body != Body::Other);
    is_council.then(|| named().unwrap_or(Body::Social))
}

/// The sense carried on in a list; "and decision 79/5" or "and Security Council" changes it.
fn again(gap: &str, sense: Sense) -> Sense {
    let paper = gap.split(|c: char| !c.is_alphanumeric()).find_map(paper_of).unwrap_or(sense.paper);
    Sense { paper, body: bodies::last_in(gap).or(sense.body), is_list: sense.is_list }
}

/// Bare numbers of a list of mandates: they fill a cell of a table, or begin a line under the list's title.
fn listed(text: &str, start: usize, to: usize, shape: &Shape, listing: Listing) -> Option<(usize, Sense)> {
    let is_cell_start = text[..start].trim_end_matches(' ').ends_with(['\n', '|']) || text[..start].trim().is_empty();
    if !is_cell_start {
        return None;
    }
    let body = match listing {
        Listing::Of(body) => Some(body),
        Listing::None => None,
    };
    let cell = after(text, to, 120);
    let row_end = cell.find('\n').unwrap_or(cell.len());
    let cell_end = cell.find(" |").filter(|end| *end < row_end);
    let is_number_only = cell_end.is_some_and(|end| {
        cell[..end]
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .all(|w| w.len() <= 8 || w == "decision")
    });
    let has_title = cell_end.is_some_and(|end| cell[end..row_end].chars().filter(|c| c.is_alphabetic()).count() >= 4);
    let fits = match shape {
        Shape::Pair(..) | Shape::Session(..) => body.is_some() || (is_number_only && has_title),
        Shape::Year(..) | Shape::Special(..) => body.is_some() || is_number_only,
        Shape::Conference(_) => true,
    };
    fits.then_some((start, Sense { paper: Paper::Resolution, body, is_list: false }))
}

/// The symbol of a number in its sense; `None` where none can be told.
fn symbol(shape: &Shape, sense: Sense) -> Option<String> {
    let word = if sense.paper == Paper::Resolution { "RES" } else { "DEC" };
    match shape {
        Shape::Conference(name) => Some(name.clone()),
        Shape::Year(number, year) => Some(format!("S/RES/{number}({year})")),
        Shape::Session(number, session) => match sense.body {
            Some(Body::Social) => Some(format!("E/{word}/{number}({session})")),
            Some(Body::Other | Body::Environment) => None,
            _ => Some(format!("A/{word}/{number}({session})")),
        },
        Shape::Special(session, number) => match sense.body {
            Some(Body::HumanRights) => Some(format!("A/HRC/{word}/{session}/{number}")),
            Some(Body::Other) => None,
            _ => Some(format!("A/{word}/{session}/{number}")),
        },
        Shape::Pair(first, second, letters) => pair_symbol(*first, *second, letters, sense.body, word),
    }
}

/// `79/1`: the Assembly's from its 31st session on; of four digits, a year, and the Economic and Social Council's.
fn pair_symbol(first: u32, second: u32, letters: &str, body: Option<Body>, word: &str) -> Option<String> {
    let is_year = (1946..2100).contains(&first);
    match body {
        Some(Body::CommissionOnHumanRights) if is_year => Some(format!("E/CN.4/{word}/{first}/{second}")),
        Some(Body::Other) => None,
        Some(Body::HumanRights) if first < 200 => Some(format!("A/HRC/{word}/{first}/{second}")),
        Some(Body::Environment) if first < 31 => Some(format!("UNEP/EA.{first}/{word}.{second}")),
        // "2024/25" without a body is a season or a budget's year.
        None if is_year && second == (first + 1) % 100 => None,
        // The Council's decisions are numbered from 200 on.
        _ if is_year && second >= 200 => Some(format!("E/DEC/{first}/{second}")),
        _ if is_year => Some(format!("E/{word}/{first}/{second}")),
        _ if (31..200).contains(&first) => {
            // The Assembly's decisions are numbered from 301 on: under "resolutions and decisions" the number tells.
            let word = if second <= 300 { "RES" } else { word };
            Some(format!("A/{word}/{first}/{second}{letters}"))
        }
        _ => None,
    }
}
