//! Printed numbers: `12.`, `25.10`, `(a)`, `(iv)`, `Article 3`, `المادة 3`, `第三条`, `A.`, `II.`, and bullets.

use super::words;

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `12.`, `A.`, `II.`, `三、`.
    Plain,
    /// `25.10`, `5.III.21`, `1.2.3`.
    Dotted,
    /// `(a)`, `a)`, `(iv)`, `(12)`, `（一）`.
    Closed,
    /// `Article 3`, `المادة 3`, `第三条`.
    Article,
    /// `Chapter II`, `Annex I`, `第二章`: heads a part of the document.
    Division,
    /// A bullet or dash.
    Bullet,
}

/// In which alphabet or system it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series {
    /// 1, 2, 3 in any script's digits.
    Digits,
    /// a, b, c or A, B, C; aa follows z.
    Latin,
    /// i, ii, iii or I, II, III.
    Roman,
    /// а, б, в.
    Cyrillic,
    /// أ, ب, ج.
    Abjad,
    /// 一, 二, 三.
    Chinese,
}

/// A number as printed and what it may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// As printed, without a final stop; `a)` becomes `(a)`, so that all languages share one number.
    pub printed: String,
    /// How it is written.
    pub form: Form,
    /// What it may count, likelier first: `(i)` is roman 1 or the ninth letter. Empty for a bullet.
    pub readings: Vec<(Series, u32)>,
    /// Whether its letters are capitals.
    pub is_upper: bool,
}

impl Label {
    fn new(printed: impl Into<String>, form: Form, token: &str) -> Option<Self> {
        let readings = readings(token);
        let is_upper = token.chars().any(char::is_uppercase);
        (!readings.is_empty()).then(|| Self { printed: printed.into(), form, readings, is_upper })
    }
    /// The value in that series, if it can be read so.
    pub fn value_in(&self, series: Series) -> Option<u32> {
        self.readings.iter().find(|(s, _)| *s == series).map(|(_, value)| *value)
    }
}

const BULLETS: &str = "•●○▪▫■□◦‣⁃∙·➢➤✓\u{f0b7}\u{f0a7}\u{f0d8}\u{f0fc}\u{f02d}";
const DASHES: &str = "-–—";

/// Finds the number at the start of a text.
///
/// Out: the label and how many bytes of `text` it and the space after it take; `None` if the text begins with words.
pub fn leading(text: &str) -> Option<(Label, usize)> {
    let start = text.len() - text.trim_start_matches(|c: char| c.is_whitespace() || is_bidi_mark(c)).len();
    let body = &text[start..];
    let (label, used) = bullet(body)
        .or_else(|| words::article(body))
        .or_else(|| words::division(body))
        .or_else(|| closed(body))
        .or_else(|| dotted(body))
        .or_else(|| plain(body))?;
    let rest = &body[used..];
    let gap = rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || is_bidi_mark(c)).len();
    Some((label, start + used + gap))
}

/// Reads a label that the format gives apart from the words (Word's and HTML's automatic numbers).
pub fn given(label: &str) -> Option<Label> {
    let label = label.trim();
    if label.is_empty() {
        return None;
    }
    let with_space = format!("{label}\t");
    match leading(&with_space) {
        Some((found, used)) if used >= label.len() => Some(found),
        // A format's own label is a number whatever it looks like, unless nothing in it counts.
        _ if label.chars().any(char::is_alphanumeric) => Some(Label {
            printed: label.trim_end_matches(['.', ':']).to_owned(),
            form: Form::Dotted,
            readings: Vec::new(),
            is_upper: false,
        }),
        _ => Some(Label { printed: String::new(), form: Form::Bullet, readings: Vec::new(), is_upper: false }),
    }
}

fn bullet(text: &str) -> Option<(Label, usize)> {
    let first = text.chars().next()?;
    let after = &text[first.len_utf8()..];
    let spaced = after.starts_with(char::is_whitespace) && !after.trim().is_empty() || after == "\t";
    let is_bullet = BULLETS.contains(first) || (DASHES.contains(first) && spaced);
    let label = || Label { printed: String::new(), form: Form::Bullet, readings: Vec::new(), is_upper: false };
    is_bullet.then(|| (label(), first.len_utf8()))
}

/// `(a)`, `（一）` and `a)`.
fn closed(text: &str) -> Option<(Label, usize)> {
    let opened = text.strip_prefix(['(', '（']);
    let inner = opened.unwrap_or(text);
    let close = inner.find([')', '）'])?;
    let token = &inner[..close];
    let core = token.trim();
    if core.chars().count() > 8 || core.is_empty() || (core.len() != token.len() && opened.is_none()) {
        return None;
    }
    let used = text.len() - inner.len() + close + inner[close..].chars().next().map_or(0, char::len_utf8);
    let after = text[used..].chars().next();
    let ends_well = after.is_none_or(|c| !c.is_alphanumeric() || !c.is_lowercase() && opened.is_some());
    let spaced = after.is_none_or(char::is_whitespace);
    if !(ends_well && (spaced || opened.is_some())) {
        return None;
    }
    let label = Label::new(format!("({core})"), Form::Closed, core)?;
    // "(2024)" is a year; capitals of more than one letter are an abbreviation unless they are a small numeral.
    let fits = label.readings.iter().any(|(series, value)| match series {
        Series::Digits => *value < 200,
        _ => *value <= 60,
    });
    let follows_comma = matches!(after, Some(',' | ';' | '.' | ')' | '/' | '-'));
    (fits && !follows_comma).then_some((label, used))
}

/// `25.10`, `5.III.21`, `29E.11`, `A.1`.
fn dotted(text: &str) -> Option<(Label, usize)> {
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let token = text[..end].trim_end_matches('.');
    let parts: Vec<&str> = token.split('.').collect();
    let part_fits = |part: &str| {
        let digits = part.trim_end_matches(|c: char| c.is_ascii_uppercase());
        let letters = part.len() - digits.len();
        let is_number = !digits.is_empty() && digits.len() <= 3 && digits.chars().all(|c| c.is_ascii_digit());
        (is_number && letters <= 2) || (digits.is_empty() && (letters == 1 || roman(part).is_some_and(|v| v < 60)))
    };
    if parts.len() < 2 || parts.len() > 6 || !parts.iter().all(|p| part_fits(p)) {
        return None;
    }
    let last = parts.last()?;
    let has_digit = token.chars().any(|c| c.is_ascii_digit());
    // "3.5 million" and "10.30 a.m." are quantities: words after a number in a text begin with a capital, or after a tab.
    let gap = text[end..].chars().next();
    let next = text[end..].trim_start().chars().next();
    let reads_on = gap != Some('\t') && next.is_some_and(|c| c.is_lowercase() || "%°–-=+×".contains(c));
    if !has_digit
        || reads_on
        || next.is_none() && gap.is_none() && parts.len() == 2 && !last.starts_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let readings = readings(
        last.trim_end_matches(|c: char| c.is_ascii_uppercase() && last.starts_with(|d: char| d.is_ascii_digit())),
    );
    Some((Label { printed: token.to_owned(), form: Form::Dotted, readings, is_upper: false }, end))
}

/// `12.`, `12` before a tab, `A.`, `II.`, `三、`, `١ -`.
fn plain(text: &str) -> Option<(Label, usize)> {
    let token_end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    let token = &text[..token_end];
    if token.is_empty() || token.chars().count() > 8 {
        return None;
    }
    let after = &text[token_end..];
    let used = match after.chars().next()? {
        '.' | '．' => {
            let stop = after.chars().next().map_or(0, char::len_utf8);
            let spaced = after[stop..].chars().next().is_none_or(|c| c.is_whitespace() || is_ideograph(c));
            spaced.then_some(token_end + stop)?
        }
        '、' => token_end + '、'.len_utf8(),
        '\t' => token_end,
        ' ' if is_dashed(after) => {
            token_end + after.find(['-', '–']).map_or(0, |at| at + after[at..].chars().next().map_or(0, char::len_utf8))
        }
        _ => return None,
    };
    let label = Label::new(token, Form::Plain, token)?;
    let is_digits = label.readings.iter().any(|(series, _)| *series == Series::Digits);
    let is_small = label.readings.iter().any(|(_, value)| *value < if is_digits { 1_900 } else { 60 });
    // A single letter or numeral before a tab alone is the mark of a table's note, not a number.
    let is_note_mark = after.starts_with('\t') && !is_digits;
    (is_small && !is_note_mark).then_some((label, used))
}

/// Arabic texts write `١ - ` after a number.
fn is_dashed(after: &str) -> bool {
    let rest = after.trim_start();
    let mut chars = rest.chars();
    matches!(chars.next(), Some('-' | '–'))
        && chars.as_str().trim_start().chars().next().is_some_and(|c| ('\u{600}'..='\u{6ff}').contains(&c))
}

/// Every way to read a token as a count, likelier first; empty if there is none.
pub fn readings(token: &str) -> Vec<(Series, u32)> {
    let mut found = Vec::new();
    let core = ["bis", "ter", "quater", "er", "re"]
        .iter()
        .find_map(|s| token.strip_suffix(s).map(str::trim_end).filter(|t| t.ends_with(|c: char| c.is_ascii_digit())))
        .unwrap_or(token);
    if let Some(value) = digits(core) {
        found.push((Series::Digits, value));
    }
    if let Some(value) = roman(core) {
        found.push((Series::Roman, value));
    }
    for (series, alphabet) in [
        (Series::Latin, "abcdefghijklmnopqrstuvwxyz"),
        (Series::Cyrillic, "абвгдежзиклмнопрстуфхцчшщэюя"),
        (Series::Abjad, "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"),
    ] {
        if let Some(value) = letter(core, alphabet) {
            found.push((series, value));
        }
    }
    if let Some(value) = chinese(core) {
        found.push((Series::Chinese, value));
    }
    found
}

fn digits(token: &str) -> Option<u32> {
    if token.is_empty() || token.chars().count() > 4 {
        return None;
    }
    token.chars().try_fold(0, |sum, c| {
        let value = match c {
            '0'..='9' => c as u32 - '0' as u32,
            '٠'..='٩' => c as u32 - 0x660,
            '۰'..='۹' => c as u32 - 0x6F0,
            '０'..='９' => c as u32 - 0xFF10,
            _ => return None,
        };
        Some(sum * 10 + value)
    })
}

/// The value of a well-formed roman numeral in one case.
pub fn roman(token: &str) -> Option<u32> {
    let one_case = token.chars().all(|c| c.is_ascii_lowercase()) || token.chars().all(|c| c.is_ascii_uppercase());
    if token.is_empty() || token.len() > 8 || !one_case {
        return None;
    }
    let value_of = |c: char| match c.to_ascii_lowercase() {
        'i' => 1,
        'v' => 5,
        'x' => 10,
        'l' => 50,
        'c' => 100,
        'd' => 500,
        'm' => 1000,
        _ => 0,
    };
    let values: Vec<u32> = token.chars().map(value_of).collect();
    if values.contains(&0) {
        return None;
    }
    let total = values.iter().enumerate().fold(0i64, |sum, (i, v)| {
        let is_taken_off = values.get(i + 1).is_some_and(|next| next > v);
        sum + if is_taken_off { -i64::from(*v) } else { i64::from(*v) }
    });
    let value = u32::try_from(total).ok()?;
    (to_roman(value).eq_ignore_ascii_case(token)).then_some(value)
}

/// The roman numeral of a value, in capitals; values over 3,999 are written with a row of M.
pub fn to_roman(value: u32) -> String {
    const STEPS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut left = value.min(20_000); // Keeps a hostile start value from writing megabytes.
    let mut out = String::new();
    for (step, letters) in STEPS {
        while left >= step {
            out.push_str(letters);
            left -= step;
        }
    }
    out
}

/// `b` is 2; `bb`, as Word and the United Nations count on, is 28.
fn letter(token: &str, alphabet: &str) -> Option<u32> {
    let lower = token.to_lowercase();
    let mut chars = lower.chars();
    let first = chars.next()?;
    let repeats = chars.clone().count();
    if repeats > 1 || chars.any(|c| c != first) {
        return None;
    }
    let size = u32::try_from(alphabet.chars().count()).ok()?;
    let at = u32::try_from(alphabet.chars().position(|c| c == first)?).ok()?;
    Some(at + 1 + u32::try_from(repeats).ok()? * size)
}

/// The value of a Chinese numeral up to 9,999: `十二` is 12.
pub fn chinese(token: &str) -> Option<u32> {
    if token.is_empty() {
        return None;
    }
    let (mut total, mut digit) = (0, None);
    for c in token.chars() {
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            _ => 0,
        };
        if unit > 0 {
            total += digit.take().unwrap_or(1) * unit;
        } else {
            let value = "〇一二三四五六七八九".chars().position(|d| d == c || c == '零' && d == '〇')?;
            digit = Some(u32::try_from(value).ok()?);
        }
    }
    Some(total + digit.unwrap_or(0))
}

pub(super) fn is_bidi_mark(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn is_ideograph(c: char) -> bool {
    ('\u{3000}'..='\u{9fff}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let found =
            leading(text).map(|(label, used)| format!("{} {:?} | {}", label.printed, label.form, &text[used..]));
        assert_eq!(found.unwrap_or_else(|| "none".into()), expected, "{text}");
    }

    #[test]
    fn printed_numbers_are_found_in_six_languages() {
        check("12. Decides to remain seized", "12 Plain | Decides to remain seized");
        check("25.10\tIn line with", "25.10 Dotted | In line with");
        check("27.I.3 The Office", "27.I.3 Dotted | The Office");
        check("29E.11\tThe Office", "29E.11 Dotted | The Office");
        check("(a)\tTo take note", "(a) Closed | To take note");
        check("b) deux", "(b) Closed | deux");
        check("(iv) of it", "(iv) Closed | of it");
        check("Article 3", "Article 3 Article | ");
        check("Article premier", "Article premier Article | ");
        check("Artículo 12. Nadie", "Artículo 12 Article | Nadie");
        check("Статья 3", "Статья 3 Article | ");
        check("المادة 3", "المادة 3 Article | ");
        check("المادة ٣: لكل فرد", "المادة ٣ Article | لكل فرد");
        check("第三条", "第三条 Article | ");
        check("第十二条 人人", "第十二条 Article | 人人");
        check("（一）人人", "(一) Closed | 人人");
        check("三、人人", "三 Plain | 人人");
        check("А. Общие положения", "А Plain | Общие положения");
        check("A. Overall", "A Plain | Overall");
        check("II. Resources", "II Plain | Resources");
        check("• one", " Bullet | one");
    }

    #[test]
    fn words_and_quantities_are_no_numbers() {
        for text in [
            "Article 3 of the Convention applies",
            "3.5 million people",
            "10.30 a.m. today",
            "2025. A year",
            "(2024) was",
            "(UNDP) said",
            "(see above) it",
            "A State party",
            "I am",
            "12 States",
            "a \tNote of a table",
            "第三条规定人人",
            "Section 3 applies to all",
            "",
            "-",
        ] {
            check(text, "none");
        }
    }

    #[test]
    fn a_letter_may_be_a_roman_numeral() {
        assert_eq!(readings("i"), [(Series::Roman, 1), (Series::Latin, 9)]);
        assert_eq!(readings("bb"), [(Series::Latin, 28)]);
        assert_eq!(readings("iiii"), []);
        assert_eq!(readings("第"), []);
    }

    #[test]
    fn a_label_given_by_the_format_is_always_one() {
        assert_eq!(given("12.").map(|l| l.printed), Some("12".into()));
        assert_eq!(given("§ 3").map(|l| l.printed), Some("§ 3".into()));
        assert_eq!(given("\u{f0b7}").map(|l| l.form), Some(Form::Bullet));
        assert_eq!(given("*").map(|l| l.form), Some(Form::Bullet));
    }
}
