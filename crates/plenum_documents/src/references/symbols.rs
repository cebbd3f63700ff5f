//! Symbols printed in full: `A/80/257`, `A/RES/79/1`, `A/81/6 (Sect. 5)`, with the additions named after them.

use super::{Found, before, numbers, resolutions};

/// The first parts of symbols: United Nations bodies, programmes, regional commissions and treaty bodies.
/// Source: the series seen in our files, and ST/LIB/SER.B/5/Rev.5.
const SERIES: [&str; 66] = [
    "A", "S", "E", "T", "ST", "CD", "CCPR", "CERD", "CEDAW", "CRC", "CAT", "CMW", "CRPD", "CED", "DP", "TD", "FCCC",
    "UNEP", "IDB", "GC", "CBD", "LOS", "HRI", "NPT", "CTOC", "CAC", "ISBA", "SPLOS", "CEB", "ECE", "CCW", "ESCAP",
    "ECA", "LC", "ICCD", "HSP", "UNW", "JIU", "UNCTAD", "UNIDO", "UNICEF", "UNFPA", "UNHCR", "UNOPS", "UNDP", "WFP",
    "ITC", "TRANS", "BWC", "APLC", "ATT", "DC", "PBC", "SAICM", "IPBES", "CITES", "OPCAT", "CPR", "EB", "SPT", "NGO",
    "INFCIRC", "GOV", "ICC", "TRADE", "ICEF",
];

/// Symbols printed in full, in text order.
pub(super) fn find(text: &str) -> Vec<Found> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_uppercase() || !may_begin(text, at) {
            at += 1;
            continue;
        }
        match one(text, at) {
            Some((to, symbol)) => {
                let (to, symbol) = with_letters(text, to, symbol);
                found.push(Found { from: at, to, symbol: Some(symbol.clone()), number: None });
                at = additions(text, to, &symbol, &mut found);
            }
            None => at += 1,
        }
    }
    found
}

/// A symbol begins a word, or the path of an address of the United Nations' document server.
fn may_begin(text: &str, at: usize) -> bool {
    match text[..at].chars().next_back() {
        Some('/') => {
            let address = before(text, at, 60);
            let address = address.rsplit(char::is_whitespace).next().unwrap_or_default();
            address.contains("docs.un.org/") || address.contains("undocs.org/")
        }
        Some(c) => !c.is_ascii_alphanumeric() && !"._-&=@".contains(c) && (!c.is_alphabetic() || !c.is_lowercase()),
        None => true,
    }
}

/// The symbol at `at`: its end and its canonical spelling.
fn one(text: &str, at: usize) -> Option<(usize, String)> {
    let bytes = text.as_bytes();
    let series_length = bytes[at..].iter().take(8).take_while(|b| b.is_ascii_uppercase()).count();
    let mut to = at + series_length;
    let series = &text[at..to];
    if bytes.get(to) != Some(&b'/') || !SERIES.contains(&series) {
        return None;
    }
    let mut symbol = series.to_owned();
    let mut parts = 0;
    while bytes.get(to) == Some(&b'/') && parts < 10 {
        let Some((end, part)) = part(text, to + 1) else { break };
        // A word without a number says which piece of the document is meant ("/Part", "/Annex").
        if part.bytes().any(|b| b.is_ascii_lowercase()) && !part.bytes().any(|b| b.is_ascii_digit() || b == b'(') {
            break;
        }
        symbol.push('/');
        symbol.push_str(&part);
        to = end;
        parts += 1;
        if part.ends_with(')') && bytes.get(to) != Some(&b'/') {
            break;
        }
    }
    let tail = &symbol[series.len()..];
    let digits = tail.bytes().filter(u8::is_ascii_digit).count();
    // "A/4" is a size of paper, "E/1" nothing; a single number must be longer.
    let is_enough = digits >= 2 || (digits == 1 && parts >= 2);
    (parts > 0 && is_enough).then_some((to, symbol))
}

/// One part after a slash: its end and its spelling without spaces.
fn part(text: &str, at: usize) -> Option<(usize, String)> {
    let rest = &text[at..];
    // Tables break "CEB/2023/1/ Add.2" after the slash.
    let gap = usize::from(rest.starts_with(' ') && ["Add.", "Rev.", "Corr."].iter().any(|w| rest[1..].starts_with(w)));
    let from = at + gap;
    let mut to = from + body_length(&text[from..]);
    let printed = text[from..to].trim_end_matches(['.', '-']);
    let mut part = printed.to_owned();
    let is_open = ["Add.", "Rev.", "Corr.", "Amend."].iter().any(|word| &text[from..to] == *word);
    to = from + printed.len();
    if is_open {
        let (digits, length) = numbers::digits(text[to + 1..].trim_start_matches(' '), 3)?;
        let blanks = text[to + 1..].len() - text[to + 1..].trim_start_matches(' ').len();
        part.push('.');
        part.push_str(&digits);
        to += 1 + blanks + length;
    }
    if !is_plausible(&part) {
        return None;
    }
    while let Some((end, bracket)) = bracket(text, to) {
        part.push_str(&bracket);
        to = end;
    }
    Some((to, part))
}

/// How far letters, digits, points and hyphens go; a hyphen before another symbol ends the part.
fn body_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut length = 0;
    while length < bytes.len().min(40) {
        let b = bytes[length];
        let is_range = b == b'-' && {
            let next = &bytes[length + 1..];
            let series = next.iter().take(8).take_while(|b| b.is_ascii_uppercase()).count();
            series > 0 && next.get(series) == Some(&b'/')
        };
        if is_range || !(b.is_ascii_alphanumeric() || b == b'.' || b == b'-') {
            break;
        }
        length += 1;
    }
    length
}

/// `79`, `29B`, `252A-B`, `RES`, `C.1`, `PV.19`, `Add.1`, `S-10`; no word of running text.
fn is_plausible(part: &str) -> bool {
    const WORDS: [&str; 16] = [
        "Add", "Rev", "Corr", "Res", "Dec", "Part", "Vol", "Sect", "Amend", "Min", "Summary", "Annex", "Inf", "Draft",
        "App", "Conf",
    ];
    let Some(first) = part.bytes().next() else { return false };
    if first.is_ascii_digit() {
        let letters = part.trim_start_matches(|c: char| c.is_ascii_digit());
        return letters.len() <= 4 && !letters.bytes().any(|b| b.is_ascii_lowercase() && letters.len() > 1)
            || letters.contains('.');
    }
    let word: String = part.chars().take_while(char::is_ascii_alphabetic).collect();
    let has_lower = word.bytes().any(|b| b.is_ascii_lowercase());
    first.is_ascii_uppercase() && (!has_lower || WORDS.contains(&word.as_str()))
}

/// ` (Sect. 5)`, `(2013)`, `(Part I)`, `(I)`: its end and its spelling without spaces.
fn bracket(text: &str, at: usize) -> Option<(usize, String)> {
    let rest = &text[at..];
    let has_gap = rest.starts_with([' ', '\u{a0}']);
    let inner = rest.trim_start_matches([' ', '\u{a0}']).strip_prefix('(')?;
    let end = inner.find(')').filter(|end| (1..=20).contains(end))?;
    let words: String = inner[..end].chars().filter(|c| !c.is_whitespace()).collect();
    let is_section = ["Sect.", "Part", "Vol.", "SECT.", "Sect"].iter().any(|word| words.starts_with(word));
    let is_tight = !has_gap && words.chars().all(|c| c.is_ascii_alphanumeric() || c == '.' || c == '-');
    let opening = rest.len() - inner.len();
    (is_section || is_tight).then(|| (at + opening + end + 1, format!("({words})")))
}

/// The letters of a resolution in parts: `A/RES/78/241 A` is `A/RES/78/241A`.
fn with_letters(text: &str, to: usize, symbol: String) -> (usize, String) {
    if symbol.contains("/RES/")
        && symbol.ends_with(|c: char| c.is_ascii_digit())
        && let Some((length, letters)) = resolutions::letters(&text[to..])
    {
        return (to + length, symbol + &letters);
    }
    (to, symbol)
}

/// What follows a symbol as " and Add.1", ", Corr.2": each is a document of its own. Out: where the reading goes on.
fn additions(text: &str, to: usize, symbol: &str, found: &mut Vec<Found>) -> usize {
    const JOINTS: [&str; 14] =
        [", and ", " and ", ", ", " et ", " y ", " e ", " и ", " و", "، ", "、", "和", "及", " & ", " to "];
    let mut to = to;
    let mut last = symbol.to_owned();
    for _ in 0..30 {
        let rest = &text[to..];
        let Some(joint) = JOINTS.iter().find(|joint| rest.starts_with(**joint)) else { break };
        let from = to + joint.len() + usize::from(rest[joint.len()..].starts_with(' '));
        let Some(word) = ["Add", "Rev", "Corr"].iter().find(|word| text[from..].starts_with(**word)) else { break };
        let Some((end, part)) = part(text, from) else { break };
        if !part.bytes().any(|b| b.is_ascii_digit()) {
            break;
        }
        // "Add.1 and Add.2" are siblings; "Add.1 and Corr.1" is the correction of the addition.
        let mark = format!("/{word}.");
        let base = last.find(&mark).map_or(last.as_str(), |at| &last[..at]).to_owned();
        last = format!("{base}/{part}");
        found.push(Found { from, to: end, symbol: Some(last.clone()), number: None });
        to = end;
    }
    to
}
