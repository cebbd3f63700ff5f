//! The walk over the main part of a page: elements become blocks, in page order.

use super::main_part::{self, Part};
use super::notes::{self, Notes};
use super::table;
use super::tree::{BLOCKS, Tree};
use crate::structure::{Block, Look, Mark, Role};
use plenum_model::{Oddity, Outsider, Trouble};

const STEP_PT: f32 = 18.0; // How far a list is set in within another; only the order of indents matters.
const MAX_FRAMES_NAMED: usize = 20; // More frames than this are one trouble less each, not one more.

/// What the walk yields.
pub(super) struct Walked {
    pub blocks: Vec<Block>,
    pub troubles: Vec<Trouble>,
    /// Words of furniture, in and around the main part.
    pub words_left_out: usize,
}

/// Walks over the main part.
pub(super) fn walk(tree: &Tree, part: &Part) -> Walked {
    let mut walk = Walk { notes: notes::find(tree), ..Walk::default() };
    let mut at = part.from;
    while at < part.to {
        walk.leave_until(at);
        let node = &tree.nodes[at];
        if part.left_out[at] && !walk.notes.notes.contains_key(&at) {
            walk.words_left_out += if main_part::is_silent(node) { 0 } else { count_words(tree, at) };
            at = node.end;
        } else if let Some(text) = node.text() {
            walk.letters(text);
            at += 1;
        } else {
            at = walk.enter(tree, at);
        }
    }
    walk.leave_until(usize::MAX);
    walk.flush();
    walk.words_left_out += words_around(tree, part);
    walk.name_pictures();
    Walked { blocks: walk.blocks, troubles: walk.troubles, words_left_out: walk.words_left_out }
}

fn count_words(tree: &Tree, at: usize) -> usize {
    let mut silent_until = 0;
    let mut words = 0;
    for (inner, node) in tree.nodes[at..tree.nodes[at].end].iter().enumerate() {
        if main_part::is_silent(node) {
            silent_until = silent_until.max(node.end);
        }
        words += node.text().filter(|_| at + inner >= silent_until).map_or(0, |text| text.split_whitespace().count());
    }
    words
}

/// Words outside the main part, but for its title.
fn words_around(tree: &Tree, part: &Part) -> usize {
    let mut at = 0;
    let mut words = 0;
    while at < tree.nodes.len() {
        let node = &tree.nodes[at];
        if at == part.from || main_part::is_silent(node) || node.name() == "h1" {
            at = if at == part.from { part.to.max(at + 1) } else { node.end };
            continue;
        }
        words += node.text().map_or(0, |text| text.split_whitespace().count());
        at += 1;
    }
    words
}

/// What ends with an element.
enum Ending {
    Block,
    Bold,
    Italic,
    Quote,
    Centre,
    Pre,
    List,
    Row,
    Note,
}

/// An open list.
struct List {
    /// The number of the next item; `None` for bullets.
    next: Option<i64>,
    step: i64,
    style: char,
}

#[derive(Default)]
struct Walk {
    blocks: Vec<Block>,
    troubles: Vec<Trouble>,
    words_left_out: usize,
    notes: Notes,
    /// What is to be ended, innermost last, with the node before which it ends.
    open: Vec<(usize, Ending)>,
    lists: Vec<List>,
    current: Current,
    bold: usize,
    italic: usize,
    quotes: usize,
    centres: usize,
    pres: usize,
    /// Rows and notes around: their inner blocks are joined.
    joined: usize,
    tables: u32,
    /// The node after the data table met last.
    data_until: usize,
    /// Line breaks met since the last letter.
    breaks: usize,
    pictures: usize,
}

/// The block being gathered.
#[derive(Default)]
struct Current {
    text: String,
    marks: Vec<Mark>,
    role: Role,
    label: Option<String>,
    /// Cells begun, in a row.
    cells: usize,
    letters: usize,
    bold: usize,
    italic: usize,
}

impl Walk {
    fn letters(&mut self, text: &str) {
        if text.chars().all(char::is_whitespace) && self.pres == 0 {
            self.current.text.push(' ');
            return;
        }
        self.settle_breaks();
        let chunks: Vec<&str> = if self.pres > 0 { text.split("\n\n").collect() } else { vec![text] };
        for (at, chunk) in chunks.into_iter().enumerate() {
            if at > 0 {
                self.flush();
            }
            let letters = chunk.chars().filter(|c| c.is_alphabetic()).count();
            self.current.letters += letters;
            self.current.bold += if self.bold > 0 { letters } else { 0 };
            self.current.italic += if self.italic > 0 { letters } else { 0 };
            self.current.text.push_str(chunk);
        }
    }

    /// Two line breaks end a paragraph, one only a line.
    fn settle_breaks(&mut self) {
        if self.breaks >= 2 {
            self.flush();
        }
        self.breaks = 0;
    }

    /// Enters the element at `at`. Out: the node to go on with.
    fn enter(&mut self, tree: &Tree, at: usize) -> usize {
        let node = &tree.nodes[at];
        if let Some(sign) = self.notes.marks.get(&at).cloned() {
            self.settle_breaks();
            let place = self.current.text.trim_end().len();
            self.current.marks.push(Mark { mark: sign, at: place });
            return node.end;
        }
        if self.notes.backs.binary_search(&at).is_ok() {
            return node.end;
        }
        if let Some(sign) = self.notes.notes.get(&at).cloned() {
            self.flush();
            self.current.role = Role::Note { mark: sign };
            self.joined += 1;
            self.open.push((node.end, Ending::Note));
            return at + 1;
        }
        if is_outside_text(node.name()) {
            self.name_outsider(tree, at);
            return node.end;
        }
        self.begin(tree, at);
        at + 1
    }

    fn begin(&mut self, tree: &Tree, at: usize) {
        let node = &tree.nodes[at];
        let end = node.end;
        let is_centred = node.name() == "center"
            || node.attribute("align").is_some_and(|value| value.eq_ignore_ascii_case("center"))
            || node.attribute("style").is_some_and(|style| style.replace(' ', "").contains("text-align:center"));
        if BLOCKS.contains(&node.name()) {
            self.flush();
            self.open.push((end, Ending::Block));
        }
        if is_centred {
            self.centres += 1;
            self.open.push((end, Ending::Centre));
        }
        match node.name() {
            "br" => self.breaks += 1,
            "b" | "strong" => {
                self.bold += 1;
                self.open.push((end, Ending::Bold));
            }
            "i" | "em" | "cite" => {
                self.italic += 1;
                self.open.push((end, Ending::Italic));
            }
            "blockquote" => {
                self.quotes += 1;
                self.open.push((end, Ending::Quote));
            }
            "pre" => {
                self.pres += 1;
                self.open.push((end, Ending::Pre));
            }
            name if is_heading(name) && self.joined == 0 => {
                self.current.role = Role::Heading(name.as_bytes()[1] - b'0');
            }
            "ol" | "ul" | "menu" | "dir" => self.begin_list(tree, at),
            "li" if self.joined == 0 => self.begin_item(node.attribute("value")),
            "table" if self.joined == 0 && table::holds_data(tree, at) => {
                self.tables += 1;
                self.data_until = end;
            }
            "tr" if self.joined == 0 && at < self.data_until => {
                self.flush();
                self.current.role = Role::Row { table: self.tables };
                self.joined += 1;
                self.open.push((end, Ending::Row));
            }
            "tr" | "caption" => {
                self.flush();
                self.open.push((end, Ending::Block));
            }
            "td" | "th" => self.begin_cell(end),
            _ => {}
        }
    }

    fn begin_cell(&mut self, end: usize) {
        match self.current.role {
            Role::Row { .. } if self.joined == 1 => {
                if self.current.cells > 0 {
                    self.current.text.push_str(" | ");
                }
                self.current.cells += 1;
            }
            _ if self.joined == 0 => {
                self.flush();
                self.open.push((end, Ending::Block));
            }
            _ => self.current.text.push(' '),
        }
    }

    fn begin_list(&mut self, tree: &Tree, at: usize) {
        let node = &tree.nodes[at];
        let is_ordered = node.name() == "ol";
        let number = |key: &str| node.attribute(key).and_then(|value| value.trim().parse::<i64>().ok());
        let is_reversed = is_ordered && node.attribute("reversed").is_some();
        let first = number("start").unwrap_or_else(|| if is_reversed { count_items(tree, at) } else { 1 });
        let style = node.attribute("type").and_then(|value| value.trim().chars().next()).unwrap_or('1');
        self.lists.push(List { next: is_ordered.then_some(first), step: if is_reversed { -1 } else { 1 }, style });
        self.open.push((node.end, Ending::List));
    }

    fn begin_item(&mut self, value: Option<&str>) {
        self.current.role = Role::Item;
        let Some(list) = self.lists.last_mut() else {
            self.current.label = Some("•".into());
            return;
        };
        self.current.label = match list.next {
            Some(next) => {
                let number = value.and_then(|value| value.trim().parse().ok()).unwrap_or(next);
                list.next = Some(number.saturating_add(list.step));
                Some(printed(number, list.style))
            }
            None => Some("•".into()),
        };
    }

    /// Ends what ends before a node.
    fn leave_until(&mut self, at: usize) {
        while let Some((_, ending)) = self.open.pop_if(|(end, _)| *end <= at) {
            match ending {
                Ending::Block => self.flush(),
                Ending::Bold => self.bold -= 1,
                Ending::Italic => self.italic -= 1,
                Ending::Quote => {
                    self.flush();
                    self.quotes -= 1;
                }
                Ending::Centre => {
                    self.flush();
                    self.centres -= 1;
                }
                Ending::Pre => {
                    self.flush();
                    self.pres -= 1;
                }
                Ending::List => {
                    self.flush();
                    self.lists.pop();
                }
                Ending::Row | Ending::Note => {
                    self.joined -= 1;
                    self.flush();
                }
            }
        }
    }

    /// Ends the block being gathered; inside a row or a note its words go on after a space.
    fn flush(&mut self) {
        self.breaks = 0;
        if self.joined > 0 {
            self.current.text.push(' ');
            return;
        }
        let is_word = |c: char| !c.is_whitespace() && (c != '|' || self.current.cells == 0);
        let is_bare = !self.current.text.contains(is_word) && self.current.marks.is_empty();
        // An item's label waits for its first words, which may stand in a paragraph inside it.
        if is_bare && (self.current.role == Role::Item || matches!(self.current.role, Role::Heading(_))) {
            self.current.text.clear();
            return;
        }
        let current = std::mem::take(&mut self.current);
        if is_bare {
            return;
        }
        let role = match current.role {
            Role::Body if self.quotes > 0 => Role::Quote,
            role => role,
        };
        let look = Look {
            is_bold: current.letters > 0 && current.bold == current.letters,
            is_italic: current.letters > 0 && current.italic == current.letters,
            is_centred: self.centres > 0,
            indent_pt: (!self.lists.is_empty()).then_some(self.lists.len() as f32 * STEP_PT),
            ..Look::default()
        };
        let text = match &role {
            Role::Note { mark } => without_sign(&current.text, mark).to_owned(),
            _ => current.text,
        };
        self.blocks.push(Block { text, page: None, label: current.label, role, look, marks: current.marks });
    }

    fn name_outsider(&mut self, tree: &Tree, at: usize) {
        let node = &tree.nodes[at];
        if node.name() == "img" {
            self.pictures += 1;
            return;
        }
        if self.troubles.len() >= MAX_FRAMES_NAMED {
            return;
        }
        let kind = match node.name() {
            "video" => Outsider::Film,
            "audio" => Outsider::Sound,
            "iframe" | "frame" => Outsider::Frame,
            _ => Outsider::Object,
        };
        let source = node.attribute("src").or_else(|| node.attribute("data")).unwrap_or_default();
        let from = source.split('/').nth(2).unwrap_or_default().to_owned();
        let near = self.blocks.last().map_or("the beginning", |block| block.text.trim());
        let near = near.split_whitespace().take(8).collect::<Vec<_>>().join(" ");
        let place = format!("after \"{near}\"");
        self.troubles.push(Oddity::Outsider { kind, from, near }.at(None, place));
    }

    fn name_pictures(&mut self) {
        if self.pictures > 0 {
            self.troubles.push(Oddity::Pictures(self.pictures as u64).at(None, "the page"));
        }
    }
}

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

fn is_outside_text(name: &str) -> bool {
    matches!(name, "iframe" | "frame" | "object" | "embed" | "applet" | "video" | "audio" | "canvas" | "img")
}

/// The items of a list itself, not of lists inside it.
fn count_items(tree: &Tree, at: usize) -> i64 {
    let mut count = 0;
    let mut inner = at + 1;
    while inner < tree.nodes[at].end {
        let node = &tree.nodes[inner];
        count += i64::from(node.name() == "li");
        inner = if node.name() == "li" { node.end } else { inner + 1 };
    }
    count
}

/// A list's number as browsers print it.
fn printed(number: i64, style: char) -> String {
    let letter = |first: u8| {
        let index = u8::try_from(number - 1).ok().filter(|index| *index < 26)?;
        Some(char::from(first + index))
    };
    match style {
        'a' => letter(b'a').map_or_else(|| format!("{number}."), |letter| format!("({letter})")),
        'A' => letter(b'A').map_or_else(|| format!("{number}."), |letter| format!("{letter}.")),
        'i' => format!("({})", roman(number).to_lowercase()),
        'I' => format!("{}.", roman(number)),
        _ => format!("{number}."),
    }
}

fn roman(number: i64) -> String {
    const VALUES: [(i64, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    if !(1..400).contains(&number) {
        return number.to_string();
    }
    let mut rest = number;
    let mut numeral = String::new();
    for (value, letters) in VALUES {
        while rest >= value {
            numeral.push_str(letters);
            rest -= value;
        }
    }
    numeral
}

/// A note's words without the sign they may begin with: `[1] words`, `1. words`.
fn without_sign<'a>(text: &'a str, sign: &str) -> &'a str {
    let trimmed = text.trim_start();
    let bare = trimmed.trim_start_matches(['[', '(', '^']);
    match bare.strip_prefix(sign) {
        Some(rest) if rest.starts_with([']', ')', '.', ' ', ':', '\u{a0}', '\t']) => {
            rest.trim_start_matches([']', ')', '.', ':']).trim_start()
        }
        _ => text,
    }
}
