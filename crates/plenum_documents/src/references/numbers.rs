//! Numbers as people print them: digits of three scripts, Roman numerals, lists of paragraph numbers.

/// The ASCII digit that a digit of any of the six languages' scripts stands for.
pub(crate) fn digit(c: char) -> Option<char> {
    let zero = match c {
        '0'..='9' => return Some(c),
        '٠'..='٩' => 0x660,
        '۰'..='۹' => 0x6F0,
        '０'..='９' => 0xFF10,
        _ => return None,
    };
    char::from_digit(c as u32 - zero, 10)
}

/// The digits at the beginning of a text as ASCII, at most `most`, and how many bytes they take; `None` if none or more.
pub(super) fn digits(text: &str, most: usize) -> Option<(String, usize)> {
    let mut found = String::new();
    let mut length = 0;
    for c in text.chars() {
        match digit(c) {
            Some(digit) => {
                found.push(digit);
                length += c.len_utf8();
            }
            None => break,
        }
        if found.len() > most {
            return None;
        }
    }
    (!found.is_empty()).then_some((found, length))
}

/// The Roman numeral at the beginning of a text, at most 8 letters; `None` if none.
pub(super) fn roman(text: &str) -> Option<&str> {
    let length = text.bytes().take_while(|b| b"IVXLC".contains(b)).count();
    (1..=8).contains(&length).then(|| &text[..length])
}

/// A number in a list: as printed, and where.
#[derive(Debug, PartialEq)]
pub(super) struct Listed {
    pub text: String,
    pub from: usize,
    pub to: usize,
}

/// Reads a list of numbers from `at`: `12`, `12 (b)`, `3, 5 and 7`, `4.8`, `12–14` (its ends), `VI`.
///
/// Out: at most 20 numbers, in order; empty if the text goes on otherwise.
pub(super) fn list(text: &str, at: usize) -> Vec<Listed> {
    let mut found: Vec<Listed> = Vec::new();
    let mut at = at + blanks(&text[at..]);
    while found.len() < 20 {
        let Some(one) = one(text, at) else { break };
        at = one.to;
        found.push(one);
        match joint(&text[at..]) {
            Some(length) => at += length,
            None => break,
        }
    }
    found
}

fn blanks(text: &str) -> usize {
    text.chars().take_while(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}')).map(char::len_utf8).sum()
}

/// One number with its points and brackets.
fn one(text: &str, from: usize) -> Option<Listed> {
    let rest = &text[from..];
    if let Some(numeral) = roman(rest) {
        let goes_on = rest[numeral.len()..].starts_with(|c: char| c.is_alphanumeric());
        return (!goes_on).then(|| Listed { text: numeral.to_owned(), from, to: from + numeral.len() });
    }
    let (mut number, length) = digits(rest, 4)?;
    let mut to = from + length;
    while let Some((more, length)) = text[to..].strip_prefix('.').and_then(|rest| digits(rest, 4)) {
        number.push('.');
        number.push_str(&more);
        to += 1 + length;
    }
    for _ in 0..4 {
        let gap = blanks(&text[to..]);
        let Some(inner) = text[to + gap..].strip_prefix('(') else { break };
        let Some(end) = inner.find(')').filter(|end| (1..=6).contains(end)) else { break };
        if !inner[..end].chars().all(|c| c.is_alphanumeric()) {
            break;
        }
        number.push_str(if gap > 0 || number.ends_with(|c: char| c.is_ascii_digit()) { " (" } else { "(" });
        number.push_str(&inner[..end]);
        number.push(')');
        to += gap + end + 2;
    }
    let goes_on = text[to..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '/' || c == '%');
    (!goes_on).then_some(Listed { text: number, from, to })
}

/// The length of what joins two numbers of a list; `None` if the list ends.
fn joint(text: &str) -> Option<usize> {
    const JOINTS: [&str; 24] = [
        ", and ", " and ", ", ", " to ", "–", "-", " et ", " à ", " y ", " e ", " a ", " al ", " и ", " по ", "، ",
        " و", " إلى ", "、", "和", "及", "至", " or ", " ou ", " или ",
    ];
    let joint = JOINTS.iter().find(|joint| text.starts_with(**joint))?;
    let length = joint.len() + blanks(&text[joint.len()..]);
    let goes_on = text[length..].starts_with(|c: char| digit(c).is_some()) || roman(&text[length..]).is_some();
    goes_on.then_some(length)
}
