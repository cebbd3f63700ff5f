//! The walk over Markdown's events: they become blocks.

use crate::html;
use crate::structure::{Block, Look, Mark, Role};
use plenum_model::{Oddity, Trouble};
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};
use std::collections::HashSet;
use std::ops::Range;

const STEP_PT: f32 = 18.0; // How far a list is set in within another; only the order of indents matters.
const MAX_DEPTH: usize = 3; // Text set in by four spaces is read as Markdown again; in it again, and so on.

/// What the walk yields.
#[derive(Default)]
pub(super) struct Walked {
    pub blocks: Vec<Block>,
    pub troubles: Vec<Trouble>,
}

/// Walks over a text without front matter.
pub(super) fn walk(text: &str) -> Walked {
    let signs = note_signs(text);
    let mut walk = Walk { signs: &signs, ..Walk::of(text, 0) };
    walk.run();
    walk.name_pictures();
    Walked { blocks: walk.blocks, troubles: walk.troubles }
}

/// The signs of the notes that a text defines.
fn note_signs(text: &str) -> HashSet<String> {
    let sign = |line: &str| Some(line.trim_start().strip_prefix("[^")?.split_once("]:")?.0.to_owned());
    text.lines().filter_map(sign).collect()
}

/// An open list: the number of its last item as printed, `None` for bullets.
struct List {
    last: Option<u64>,
    is_begun: bool,
}

/// A link that leads nowhere: its brackets are words.
struct Words {
    /// Where in the source the last thing inside the brackets ended.
    inner_end: usize,
}

struct Walk<'a> {
    source: &'a str,
    depth: usize,
    signs: &'a HashSet<String>,
    blocks: Vec<Block>,
    troubles: Vec<Trouble>,
    current: Block,
    letters: usize,
    bold_letters: usize,
    italic_letters: usize,
    bold: usize,
    italic: usize,
    quotes: usize,
    lists: Vec<List>,
    links: Vec<Option<Words>>,
    /// Inside a note: its blocks are joined.
    in_note: bool,
    /// Inside a row: how many cells have begun.
    cells: usize,
    tables: u32,
    code: Option<String>,
    is_fenced: bool,
    pictures: usize,
}

static NO_SIGNS: std::sync::LazyLock<HashSet<String>> = std::sync::LazyLock::new(HashSet::new);

impl<'a> Walk<'a> {
    fn of(source: &'a str, depth: usize) -> Self {
        Self {
            source,
            depth,
            signs: &NO_SIGNS,
            blocks: Vec::new(),
            troubles: Vec::new(),
            current: Block::default(),
            letters: 0,
            bold_letters: 0,
            italic_letters: 0,
            bold: 0,
            italic: 0,
            quotes: 0,
            lists: Vec::new(),
            links: Vec::new(),
            in_note: false,
            cells: 0,
            tables: 0,
            code: None,
            is_fenced: false,
            pictures: 0,
        }
    }

    fn run(&mut self) {
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
        for (event, range) in Parser::new_ext(self.source, options).into_offset_iter() {
            let (end, is_start) = (range.end, matches!(event, Event::Start(_)));
            match event {
                Event::Start(tag) => self.start(tag, range),
                Event::End(tag) => self.end(tag, range),
                Event::Text(text) => self.text(&text),
                Event::Code(text) => self.text(&text),
                Event::SoftBreak | Event::HardBreak => self.text(" "),
                Event::Html(text) | Event::InlineHtml(text) => {
                    let words = html::plain(&text);
                    self.text(if words.is_empty() { " " } else { &words });
                }
                Event::FootnoteReference(sign) => self.mark(&sign),
                Event::Rule => self.flush(),
                _ => {}
            }
            if let Some(Some(words)) = self.links.last_mut().filter(|_| !is_start) {
                words.inner_end = words.inner_end.max(end);
            }
        }
        self.flush();
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.flush_unless_begun(),
            Tag::Heading { level, .. } => {
                self.flush();
                self.current.role = Role::Heading(level_of(level));
            }
            Tag::BlockQuote(_) => {
                self.flush();
                self.quotes += 1;
            }
            Tag::CodeBlock(kind) => {
                self.flush_unless_begun();
                self.is_fenced = matches!(kind, CodeBlockKind::Fenced(_));
                self.code = Some(String::new());
            }
            Tag::List(first) => {
                self.flush();
                self.lists.push(List { last: first, is_begun: false });
            }
            Tag::Item => self.item(range.start),
            Tag::FootnoteDefinition(sign) => {
                self.flush();
                self.current.role = Role::Note { mark: sign.to_string() };
                self.in_note = true;
            }
            Tag::Table(_) => {
                self.flush();
                self.tables += 1;
            }
            Tag::TableHead | Tag::TableRow => {
                self.flush();
                self.current.role = Role::Row { table: self.tables };
                self.cells = 0;
            }
            Tag::TableCell => {
                if self.cells > 0 {
                    self.current.text.push_str(" | ");
                }
                self.cells += 1;
            }
            Tag::Strong => self.bold += 1,
            Tag::Emphasis => self.italic += 1,
            Tag::Link { link_type, dest_url, .. } => self.link(link_type, &dest_url, range),
            Tag::Image { .. } => self.pictures += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock | TagEnd::Heading(_) | TagEnd::TableHead | TagEnd::TableRow => {
                self.flush()
            }
            TagEnd::Item => self.flush(),
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
            }
            TagEnd::FootnoteDefinition => {
                self.in_note = false;
                self.flush();
            }
            TagEnd::Strong => self.bold = self.bold.saturating_sub(1),
            TagEnd::Emphasis => self.italic = self.italic.saturating_sub(1),
            TagEnd::Link => {
                if let Some(Some(words)) = self.links.pop() {
                    let closing = self.source.get(words.inner_end..range.end).unwrap_or("]").to_owned();
                    self.text(&closing);
                }
            }
            _ => {}
        }
    }

    /// A link to an address loses its brackets; any other keeps them.
    fn link(&mut self, kind: LinkType, address: &str, range: Range<usize>) {
        let is_plain = matches!(kind, LinkType::Autolink | LinkType::Email);
        let leads_somewhere = is_plain || is_address(address);
        self.links.push((!leads_somewhere).then_some(Words { inner_end: range.start + 1 }));
        if !leads_somewhere {
            self.text("[");
        }
    }

    /// An item keeps the number its author wrote while these go up; else it is counted.
    fn item(&mut self, at: usize) {
        self.flush();
        self.current.role = Role::Item;
        let written = self.source.get(at..).map(|rest| rest.trim_start().split(['.', ')']).next().unwrap_or_default());
        let written = written.and_then(|digits| digits.parse::<u64>().ok());
        let Some(list) = self.lists.last_mut() else { return };
        self.current.label = Some(match list.last {
            Some(last) => {
                let counted = if list.is_begun { last + 1 } else { last };
                let number = written.filter(|number| *number > counted).unwrap_or(counted);
                list.last = Some(number);
                format!("{number}.")
            }
            None => "•".to_owned(),
        });
        list.is_begun = true;
    }

    fn text(&mut self, text: &str) {
        if let Some(code) = &mut self.code {
            code.push_str(text);
            return;
        }
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        self.letters += letters;
        self.bold_letters += if self.bold > 0 { letters } else { 0 };
        self.italic_letters += if self.italic > 0 { letters } else { 0 };
        self.current.text.push_str(text);
    }

    fn mark(&mut self, sign: &str) {
        let at = self.current.text.trim_end().len();
        self.current.marks.push(Mark { mark: sign.to_owned(), at });
    }

    /// A block of code: what is fenced is kept as it is; what is only set in is text of an item, and read again.
    fn end_code(&mut self) {
        let code = self.code.take().unwrap_or_default();
        if self.is_fenced || self.depth >= MAX_DEPTH {
            for chunk in code.split("\n\n") {
                self.text(chunk);
                self.current.role = if self.in_note { self.current.role.clone() } else { Role::Unnumbered };
                self.flush();
            }
            return;
        }
        let mut inner = Walk { signs: self.signs, ..Walk::of(&code, self.depth + 1) };
        inner.tables = self.tables + 1_000; // Apart from the tables around.
        inner.run();
        let set_in = (self.lists.len() + 1) as f32 * STEP_PT;
        self.pictures += inner.pictures;
        self.blocks.extend(inner.blocks.into_iter().map(|mut block| {
            block.look.indent_pt = Some(block.look.indent_pt.unwrap_or(0.0) + set_in);
            block
        }));
    }

    /// The first paragraph of an item carries on what the item began.
    fn flush_unless_begun(&mut self) {
        if self.current.role != Role::Item || !self.current.text.trim().is_empty() {
            self.flush();
        }
    }

    fn flush(&mut self) {
        if self.in_note {
            self.current.text.push(' ');
            return;
        }
        let mut block = std::mem::take(&mut self.current);
        let (letters, bold, italic) = (self.letters, self.bold_letters, self.italic_letters);
        (self.letters, self.bold_letters, self.italic_letters) = (0, 0, 0);
        take_marks(&mut block, self.signs);
        let has_number = block.label.as_deref().is_some_and(|label| label != "•");
        if block.text.trim().is_empty() && block.marks.is_empty() && !has_number {
            return;
        }
        if block.role == Role::Body && self.quotes > 0 {
            block.role = Role::Quote;
        }
        block.look = Look {
            is_bold: letters > 0 && bold == letters,
            is_italic: letters > 0 && italic == letters,
            indent_pt: (!self.lists.is_empty()).then_some(self.lists.len() as f32 * STEP_PT),
            ..Look::default()
        };
        self.blocks.push(block);
    }

    fn name_pictures(&mut self) {
        if self.pictures > 0 {
            self.troubles.push(Oddity::DescribedPictures(self.pictures as u64).at(None, "the text"));
        }
    }
}

/// Takes the marks of notes out of a block's words: in text that is read a second time the parser does not know them.
fn take_marks(block: &mut Block, signs: &HashSet<String>) {
    let mut at = 0;
    while let Some(open) = block.text[at..].find("[^").map(|found| at + found) {
        at = open + 2;
        let sign = block.text[at..].split_once(']').map(|(sign, _)| sign).filter(|sign| signs.contains(*sign));
        let Some(sign) = sign.map(str::to_owned) else { continue };
        let length = sign.len() + 3;
        block.text.replace_range(open..open + length, "");
        block.marks.iter_mut().filter(|mark| mark.at > open).for_each(|mark| mark.at -= length);
        let place = block.marks.partition_point(|mark| mark.at <= open);
        block.marks.insert(place, Mark { mark: sign, at: open });
        at = open;
    }
}

fn level_of(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// Whether a link's target is an address, and not a word in round brackets after one in square brackets.
pub(super) fn is_address(target: &str) -> bool {
    let starts = ["http:", "https:", "mailto:", "tel:", "www.", "/", "#", "./", "../"];
    let has_ending =
        target.rsplit_once('.').is_some_and(|(head, ending)| !head.is_empty() && (2..=5).contains(&ending.len()));
    starts.iter().any(|start| target.starts_with(start)) || (has_ending && !target.contains(' '))
}
