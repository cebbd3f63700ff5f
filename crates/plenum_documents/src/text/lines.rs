//! From lines to chunks, each of which will be one paragraph.

/// A paragraph's or item's words, on one line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Chunk {
    pub text: String,
    pub shape: Shape,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Plain,
    /// An item of a list of bullets; the bullet is gone.
    Item,
}

const LONGEST_WRAP: usize = 120; // Programs that wrap text do so at 60 to 100 letters; longer lines are whole paragraphs.

/// Cuts a text into chunks.
///
/// In: any text. Out: chunks in order; every letter but spaces, line ends and bullets is in one of them.
pub(super) fn chunks(text: &str) -> Vec<Chunk> {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}', '\u{c}'], "\n");
    let lines: Vec<&str> = text.split('\n').map(str::trim_end).collect();
    let width = wrap_width(&lines);
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut previous: Option<&str> = None;
    for line in lines {
        let words = line.trim_start();
        if words.is_empty() {
            previous = None;
            continue;
        }
        let goes_on = previous.is_some_and(|previous| goes_on(previous, line, width));
        match chunks.last_mut().filter(|_| goes_on) {
            Some(last) => join(&mut last.text, words),
            None => chunks.push(begun(words)),
        }
        previous = Some(line);
    }
    resolve_hyphens(&mut chunks, &text);
    chunks
}

/// A new chunk; its bullet goes.
fn begun(words: &str) -> Chunk {
    match bullet(words) {
        Some(rest) => Chunk { text: rest.trim().to_owned(), shape: Shape::Item },
        None => Chunk { text: words.trim().to_owned(), shape: Shape::Plain },
    }
}

/// The words after a bullet: `•`, `·`, `-`, `*`, or Word's hollow bullet saved as the letter `o`.
fn bullet(words: &str) -> Option<&str> {
    const SIGNS: [&str; 14] =
        ["•", "·", "▪", "◦", "‣", "●", "○", "■", "–\u{20}", "—\u{20}", "-\u{20}", "*\u{20}", "o\u{20}", "o\t"];
    let rest = SIGNS.iter().find_map(|sign| words.strip_prefix(sign))?;
    (!rest.trim().is_empty()).then_some(rest)
}

/// The width at which a program wrapped the text; `None` where each line is a paragraph.
fn wrap_width(lines: &[&str]) -> Option<usize> {
    let mut widths: Vec<usize> = lines.iter().map(|line| line.chars().count()).filter(|width| *width > 0).collect();
    widths.sort_unstable();
    // A few overlong lines (addresses of pages) do not make a wrapped text a list of paragraphs.
    let widest = *widths.get(widths.len().checked_sub(1)? * 97 / 100)?;
    (widest <= LONGEST_WRAP).then_some(widest)
}

/// Whether a line carries on the one before it.
fn goes_on(previous: &str, line: &str, width: Option<usize>) -> bool {
    let words = line.trim_start();
    let indent = line.chars().count() - words.chars().count();
    let starts_anew = bullet(words).is_some() || crate::structure::numerals::leading(words).is_some() || is_note(words);
    if starts_anew {
        return false;
    }
    if bullet(previous.trim_start()).is_some() && indent > 0 {
        return true;
    }
    let Some(width) = width else { return false };
    let first_word = words.split_whitespace().next().map_or(0, |word| word.chars().count());
    let had_no_room = (previous.chars().count() + 1 + first_word) * 20 > width * 19;
    let is_mid_sentence = !ends_sentence(previous) && words.starts_with(char::is_lowercase);
    // Scripts without capitals and spaces tell by the room alone.
    width >= 40 && (had_no_room || is_mid_sentence) || is_mid_sentence && previous.chars().count() * 2 > width
}

fn is_note(words: &str) -> bool {
    let inner = words.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    inner.is_some_and(|(sign, rest)| {
        (1..=4).contains(&sign.len()) && sign.bytes().all(|b| b.is_ascii_digit()) && rest.starts_with([' ', '\t'])
    })
}

/// Whether a line ends as a sentence does.
pub(super) fn ends_sentence(line: &str) -> bool {
    let bare = line.trim_end_matches([' ', '"', '”', '’', ')', ']', '»']);
    bare.ends_with(['.', '!', '?', ':', ';', '。', '！', '？', '：', '；', '؟', '؛', '…'])
}

fn join(text: &mut String, words: &str) {
    let ends_broken = text.ends_with('-') && text.chars().rev().nth(1).is_some_and(char::is_alphabetic);
    if ends_broken && words.starts_with(char::is_lowercase) {
        // Whether the hyphen stays is decided once all words are known.
        text.push(BROKEN);
    } else if !ends_wide(text, words) {
        text.push(' ');
    }
    text.push_str(words);
}

/// Chinese and Japanese lines are joined without a space.
fn ends_wide(text: &str, words: &str) -> bool {
    let is_wide = |c: char| matches!(c as u32, 0x3000..=0x30ff | 0x3400..=0x9fff | 0xff00..=0xffef);
    text.ends_with(is_wide) && words.starts_with(is_wide)
}

/// Stands after a hyphen at which a line was broken; a private letter, removed before anyone sees it.
const BROKEN: char = '\u{f8f0}';

/// Drops the hyphen of a word broken at a line's end, unless the text elsewhere has the word with it.
fn resolve_hyphens(chunks: &mut [Chunk], whole: &str) {
    let known: std::collections::HashSet<&str> = whole
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|word| word.contains('-') && !word.ends_with('-'))
        .collect();
    for chunk in chunks.iter_mut().filter(|chunk| chunk.text.contains(BROKEN)) {
        let mut out = String::with_capacity(chunk.text.len());
        let mut rest = chunk.text.as_str();
        while let Some(at) = rest.find(BROKEN) {
            let (head, tail) = (&rest[..at], &rest[at + BROKEN.len_utf8()..]);
            out.push_str(head);
            let before = out.rsplit(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or_default();
            let after = tail.split(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or_default();
            if out.ends_with('-') && !known.contains(format!("{before}{after}").as_str()) {
                out.pop();
            }
            rest = tail;
        }
        out.push_str(rest);
        chunk.text = out;
    }
}
