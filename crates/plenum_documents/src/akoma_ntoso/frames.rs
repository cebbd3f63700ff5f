//! The containers open around a place: their numbers, headings, and what they make of the numbers inside them.

/// Containers whose number is a paragraph's, and the beginning of the numbers inside them.
const UNITS: [&str; 22] = [
    "article",
    "section",
    "rule",
    "recital",
    "paragraph",
    "subparagraph",
    "subsection",
    "point",
    "indent",
    "alinea",
    "list",
    "sublist",
    "item",
    "clause",
    "subclause",
    "subrule",
    "proviso",
    "transitional",
    "level",
    "citation",
    "subdivision",
    "paragraph1",
];

/// Units that begin anew: their number stands alone whatever is around them.
const ROOTS: [&str; 4] = ["article", "section", "recital", "rule"];

/// An open element.
#[derive(Debug, Default)]
pub(super) struct Frame {
    pub name: String,
    /// As printed, without its final stop; `None` until met, or if it is a bullet.
    pub number: Option<String>,
    pub is_bullet: bool,
    /// The entry in the path of what is inside, once a heading was met.
    pub heading: Option<String>,
    /// Whether a paragraph or heading bears the number.
    pub is_number_used: bool,
    /// Words of `class`.
    pub class: String,
    /// Who speaks, until the first words.
    pub speaker: Option<String>,
    /// Set at the end of the words inside: the closing quotation mark.
    pub end_quote: Option<String>,
}

impl Frame {
    pub fn is_unit(&self) -> bool {
        UNITS.contains(&self.name.as_str())
    }
    fn is_root(&self) -> bool {
        ROOTS.contains(&self.name.as_str()) || self.name == "quotedStructure"
    }
    /// The value of a word of our own exports' `class`: `level-2` is 2.
    pub fn own(&self, key: &str) -> Option<&str> {
        self.class.split_whitespace().find_map(|word| word.strip_prefix(key)?.strip_prefix('-'))
    }
}

/// A number as printed, without spaces around and its final stop; `None` for a bullet.
pub(super) fn cleaned(printed: &str) -> Option<String> {
    let one_line = printed.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = one_line.trim_end_matches(['.', ':', '-', '–', '—', ' ', '\u{2014}']);
    bare.chars().any(char::is_alphanumeric).then(|| bare.to_owned())
}

/// The full number of the innermost unit: `Article 5 (1) (a)`. The index is that of the frame that ends it.
pub(super) fn full_number(frames: &[Frame]) -> Option<(usize, String)> {
    let innermost = frames.iter().rposition(|frame| frame.number.is_some() && !frame.is_number_used)?;
    let from = frames[..=innermost].iter().rposition(Frame::is_root).unwrap_or(0);
    let mut whole = String::new();
    for frame in &frames[from..=innermost] {
        let Some(own) = frame.number.as_deref().filter(|_| frame.is_unit()) else { continue };
        whole = joined(&whole, own);
    }
    if !frames[innermost].is_unit() {
        whole = frames[innermost].number.clone()?;
    }
    Some((innermost, whole))
}

/// `5` and `(a)` is `5 (a)`; `5` and `1` is `5 (1)`; `1` and `1.2` is `1.2`, which says it all.
fn joined(outer: &str, own: &str) -> String {
    let is_whole = own.strip_prefix(outer).is_some_and(|rest| rest.starts_with(['.', ' ', '('])) || outer.is_empty();
    if is_whole {
        own.to_owned()
    } else if own.starts_with('(') {
        format!("{outer} {own}")
    } else {
        format!("{outer} ({})", own.trim_end_matches(')'))
    }
}

/// How deep the innermost unit stands in its article or section: 1 for the body.
pub(super) fn level(frames: &[Frame]) -> u8 {
    let own = frames.iter().rev().find_map(|frame| frame.own("level"));
    if let Some(level) = own.and_then(|level| level.parse().ok()) {
        return level;
    }
    let from = frames.iter().rposition(Frame::is_root).map_or(0, |at| at + 1);
    let depth =
        frames[from..].iter().filter(|frame| frame.is_unit() && (frame.number.is_some() || frame.is_bullet)).count();
    u8::try_from(depth.clamp(1, 9)).unwrap_or(9)
}

/// The headings above a place, outermost first.
pub(super) fn path(frames: &[Frame]) -> Vec<String> {
    frames.iter().filter_map(|frame| frame.heading.clone()).collect()
}
