//! Word's automatic numbers: lists, their levels, and the count at each place of the document.

use super::styles::Styles;
use super::xml::{Tag, Xml};
use crate::ReadError;
use crate::structure::numerals::to_roman;
use std::collections::{HashMap, HashSet};

const LEVELS: usize = 9;

/// One level of a list.
#[derive(Clone, Debug, Default)]
struct Level {
    start: u32,
    format: String,
    /// `%1.%2.`: the counts of which levels, with what around them.
    text: String,
    /// The level, from 1, whose step makes this one start anew; 0: none does; `None`: every higher one.
    restart: Option<u32>,
    style: Option<String>,
    is_legal: bool,
}

#[derive(Clone, Debug, Default)]
struct Abstract {
    levels: HashMap<usize, Level>,
    style_link: Option<String>,
}

#[derive(Clone, Debug, Default)]
struct List {
    abstract_id: u32,
    starts: HashMap<usize, u32>,
    levels: HashMap<usize, Level>,
}

/// The lists of a document and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    abstracts: HashMap<u32, Abstract>,
    lists: HashMap<u32, List>,
    counts: HashMap<u32, [Option<u32>; LEVELS]>,
    met: HashSet<u32>,
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub fn read(text: &str) -> Result<Self, ReadError> {
        let mut xml = Xml::new(text);
        let mut numbering = Self::default();
        xml.child()?; // The root.
        while let Some(tag) = xml.child()? {
            let id_of = |name: &str| tag.number(name).and_then(|n| u32::try_from(n).ok());
            match tag.name() {
                "abstractNum" => {
                    let id = id_of("abstractNumId");
                    let found = read_abstract(&mut xml)?;
                    numbering.abstracts.extend(id.map(|id| (id, found)));
                }
                "num" => {
                    let id = id_of("numId");
                    let found = read_list(&mut xml)?;
                    numbering.lists.extend(id.map(|id| (id, found)));
                }
                _ => xml.skip()?,
            }
        }
        Ok(numbering)
    }

    /// The level that a style takes in a list: the one tied to the style, else the first.
    pub fn level_of_style(&self, list: u32, style: &str) -> u8 {
        let levels = self.lists.get(&list).and_then(|list| self.abstracts.get(&list.abstract_id)).map(|a| &a.levels);
        let tied = levels.and_then(|levels| levels.iter().find(|(_, l)| l.style.as_deref() == Some(style)));
        tied.and_then(|(at, _)| u8::try_from(*at).ok()).unwrap_or(0)
    }

    /// Counts one paragraph of a list and gives its label: `12.`, `(a)`, `•`; `None` if the level shows nothing.
    pub fn step(&mut self, list_id: u32, level: u8, styles: &Styles) -> Option<String> {
        let level = usize::from(level).min(LEVELS - 1);
        let list = self.lists.get(&list_id)?.clone();
        let abstract_id = self.counted_by(&list, styles);
        let is_first = self.met.insert(list_id);
        let level_at = |at: usize| -> Level {
            let own = list.levels.get(&at).cloned();
            own.or_else(|| self.abstracts.get(&abstract_id)?.levels.get(&at).cloned()).unwrap_or_default()
        };
        let levels: Vec<Level> = (0..LEVELS).map(level_at).collect();
        let start_at = |at: usize| list.starts.get(&at).copied().unwrap_or(levels[at].start);
        let counts = self.counts.entry(abstract_id).or_default();
        if is_first {
            // A list that says where it starts counts anew though it shares its looks with another.
            for at in list.starts.keys().filter(|at| **at < LEVELS) {
                counts[*at] = None;
            }
        }
        for (at, count) in counts.iter_mut().enumerate() {
            if at < level && count.is_none() {
                *count = Some(start_at(at));
            } else if at == level {
                *count = Some(count.map_or(start_at(at), |count| count.saturating_add(1)));
            } else if at > level {
                let starts_anew = levels[at].restart.is_none_or(|by| by != 0 && level < by as usize);
                if starts_anew {
                    *count = None;
                }
            }
        }
        label(&levels, level, counts)
    }

    /// The list whose count is kept: links through styles are followed, a few steps at most.
    fn counted_by(&self, list: &List, styles: &Styles) -> u32 {
        let mut id = list.abstract_id;
        for _ in 0..4 {
            let link = self.abstracts.get(&id).filter(|a| a.levels.is_empty()).and_then(|a| a.style_link.as_deref());
            let Some(next) = link.and_then(|style| styles.paragraph(Some(style)).list).and_then(|l| self.lists.get(&l))
            else {
                break;
            };
            id = next.abstract_id;
        }
        id
    }
}

fn label(levels: &[Level], level: usize, counts: &[Option<u32>; LEVELS]) -> Option<String> {
    let own = &levels[level];
    match own.format.as_str() {
        "bullet" => return Some("•".into()),
        "none" if !own.text.chars().any(char::is_alphanumeric) => return None,
        _ => {}
    }
    let mut out = String::new();
    let mut chars = own.text.chars().peekable();
    while let Some(c) = chars.next() {
        let digit = (c == '%').then(|| chars.peek().and_then(|d| d.to_digit(10))).flatten().filter(|d| *d > 0);
        match digit {
            Some(digit) => {
                chars.next();
                let at = digit as usize - 1;
                let count = counts.get(at).copied().flatten().unwrap_or(0);
                let format = levels.get(at).map_or("decimal", |l| l.format.as_str());
                out.push_str(&written(count, if own.is_legal { "decimal" } else { format }));
            }
            None => out.push(c),
        }
    }
    let label = out.trim();
    (!label.is_empty()).then(|| label.to_owned())
}

/// A count in one of Word's number formats; an unknown one is written in digits.
fn written(count: u32, format: &str) -> String {
    match format {
        "none" => String::new(),
        "decimalZero" => format!("{count:02}"),
        "lowerRoman" => to_roman(count).to_lowercase(),
        "upperRoman" => to_roman(count),
        "lowerLetter" => lettered(count, "abcdefghijklmnopqrstuvwxyz"),
        "upperLetter" => lettered(count, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        "russianLower" => lettered(count, "абвгдежзиклмнопрстуфхцчшщэюя"),
        "russianUpper" => lettered(count, "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ"),
        "arabicAlpha" => lettered(count, "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"),
        "arabicAbjad" => lettered(count, "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"),
        "hindiNumbers" => count.to_string().chars().filter_map(|c| char::from_u32(c as u32 - 48 + 0x660)).collect(),
        "decimalFullWidth" => {
            count.to_string().chars().filter_map(|c| char::from_u32(c as u32 - 48 + 0xFF10)).collect()
        }
        "decimalEnclosedParen" => format!("({count})"),
        "decimalEnclosedFullstop" => format!("{count}."),
        "numberInDash" => format!("- {count} -"),
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "ideographDigital"
        | "chineseLegalSimplified" => in_chinese(count),
        _ => count.to_string(),
    }
}

/// a to z, then aa, bb, as Word counts; after 50 rounds in digits.
fn lettered(count: u32, alphabet: &str) -> String {
    let size = alphabet.chars().count() as u32;
    let Some(index) = count.checked_sub(1).filter(|i| i / size < 50) else { return count.to_string() };
    let letter = alphabet.chars().nth((index % size) as usize).unwrap_or('?');
    std::iter::repeat_n(letter, (index / size + 1) as usize).collect()
}

/// 1 to 9,999 in Chinese numerals, others in digits.
fn in_chinese(count: u32) -> String {
    if count == 0 || count > 9_999 {
        return count.to_string();
    }
    let digits: Vec<char> = "零一二三四五六七八九".chars().collect();
    let mut out = String::new();
    let mut is_gap = false;
    for (unit, sign) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = count / unit % 10;
        if digit == 0 {
            is_gap = !out.is_empty();
            continue;
        }
        if is_gap {
            out.push('零');
            is_gap = false;
        }
        // Ten to nineteen are written 十, 十一, … without 一 in front.
        if !(unit == 10 && digit == 1 && out.is_empty()) {
            out.push(digits[digit as usize]);
        }
        out.push_str(sign);
    }
    out
}

fn read_abstract(xml: &mut Xml) -> Result<Abstract, ReadError> {
    let mut found = Abstract::default();
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "lvl" => {
                let at = level_index(&tag);
                let level = read_level(xml)?;
                found.levels.extend(at.map(|at| (at, level)));
            }
            "numStyleLink" => {
                found.style_link = tag.get("val").map(|v| v.into_owned());
                xml.skip()?;
            }
            _ => xml.skip()?,
        }
    }
    Ok(found)
}

fn read_list(xml: &mut Xml) -> Result<List, ReadError> {
    let mut list = List::default();
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "abstractNumId" => {
                list.abstract_id = tag.number("val").and_then(|n| u32::try_from(n).ok()).unwrap_or(u32::MAX);
                xml.skip()?;
            }
            "lvlOverride" => {
                let at = level_index(&tag);
                while let Some(inner) = xml.child()? {
                    match (inner.name(), at) {
                        ("startOverride", Some(at)) => {
                            let start = inner.number("val").and_then(|n| u32::try_from(n).ok());
                            list.starts.extend(start.map(|start| (at, start)));
                            xml.skip()?;
                        }
                        ("lvl", Some(at)) => {
                            list.levels.insert(at, read_level(xml)?);
                        }
                        _ => xml.skip()?,
                    }
                }
            }
            _ => xml.skip()?,
        }
    }
    Ok(list)
}

fn level_index(tag: &Tag) -> Option<usize> {
    tag.number("ilvl").and_then(|n| usize::try_from(n).ok()).filter(|at| *at < LEVELS)
}

fn read_level(xml: &mut Xml) -> Result<Level, ReadError> {
    let mut level = Level { format: "decimal".into(), ..Level::default() };
    while let Some(tag) = xml.child()? {
        let value = || tag.get("val").unwrap_or_default().into_owned();
        let count = || tag.number("val").and_then(|n| u32::try_from(n).ok());
        match tag.name() {
            "start" => level.start = count().unwrap_or(0),
            "numFmt" => level.format = value(),
            "lvlText" => level.text = value(),
            "lvlRestart" => level.restart = count(),
            "pStyle" => level.style = Some(value()),
            "isLgl" => level.is_legal = tag.is_on(),
            _ => {}
        }
        xml.skip()?;
    }
    Ok(level)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(levels: &str, nums: &str) -> Numbering {
        let text =
            format!("<w:numbering><w:abstractNum w:abstractNumId='0'>{levels}</w:abstractNum>{nums}</w:numbering>");
        Numbering::read(&text).expect("numbering")
    }

    fn level(at: u8, format: &str, text: &str) -> String {
        format!(
            "<w:lvl w:ilvl='{at}'><w:start w:val='1'/><w:numFmt w:val='{format}'/><w:lvlText w:val='{text}'/></w:lvl>"
        )
    }

    #[test]
    fn levels_count_within_their_parents() {
        let levels =
            level(0, "decimal", "%1.") + &level(1, "lowerLetter", "(%2)") + &level(2, "lowerRoman", "%1.%2.%3");
        let mut numbering = list(&levels, "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>");
        let styles = Styles::default();
        let shown: Vec<String> =
            [0, 1, 1, 2, 0, 1, 2].iter().filter_map(|level| numbering.step(1, *level, &styles)).collect();
        assert_eq!(shown, ["1.", "(a)", "(b)", "1.b.i", "2.", "(a)", "2.a.i"]);
    }

    #[test]
    fn a_list_with_its_own_start_counts_anew_and_one_without_goes_on() {
        let nums = "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='0'/>\
            </w:num><w:num w:numId='3'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/>\
            </w:lvlOverride></w:num>";
        let mut numbering = list(&level(0, "upperRoman", "%1"), nums);
        let styles = Styles::default();
        let shown: Vec<String> = [1, 2, 3, 3].iter().filter_map(|id| numbering.step(*id, 0, &styles)).collect();
        assert_eq!(shown, ["I", "II", "V", "VI"]);
    }

    #[test]
    fn counts_are_written_in_other_scripts() {
        assert_eq!(written(12, "chineseCounting"), "十二");
        assert_eq!(written(105, "chineseCountingThousand"), "一百零五");
        assert_eq!(written(28, "lowerLetter"), "bb");
        assert_eq!(written(3, "arabicAbjad"), "ج");
        assert_eq!(written(12, "hindiNumbers"), "١٢");
        assert_eq!(written(u32::MAX, "lowerLetter"), u32::MAX.to_string());
    }

    #[test]
    fn an_unknown_list_gives_no_label() {
        assert_eq!(Numbering::default().step(7, 0, &Styles::default()), None);
    }
}
