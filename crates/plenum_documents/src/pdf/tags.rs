//! The structure tree of a tagged file: which words make a paragraph, a heading, a cell, a note, by the file's own word.

use super::objects::{Dictionary, File, Object, ObjectId, Page};
use std::collections::{HashMap, HashSet};

/// Most elements looked at; the budget's longest section has 20,000.
const MAX_ELEMENTS: usize = 1_000_000;
/// Deepest nesting followed.
const MAX_DEPTH: usize = 128;

/// What an element of the tree is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Running text.
    Paragraph,
    /// A heading; its level if the tag says it, else 0.
    Heading(u8),
    /// An item of a list.
    Item,
    /// A cell: number of the table, of the row in the document.
    Cell {
        /// From 0, through the document.
        table: u32,
        /// From 0, through the document.
        row: u32,
    },
    /// A footnote or endnote.
    Note,
    /// A quotation set apart.
    Quote,
    /// A line of a table of contents.
    Contents,
}

/// The elements that hold words, in the order of the tree, and which marked content belongs to which.
pub(super) struct Tags {
    /// What each element is.
    pub elements: Vec<Kind>,
    /// By page (index), then by number of marked content: the element and one, 0 for none.
    owners: Vec<Vec<u32>>,
}

impl Tags {
    /// The element that marked content of a page belongs to.
    pub fn owner(&self, page: usize, tag: i32) -> Option<usize> {
        let owner = *self.owners.get(page)?.get(usize::try_from(tag).ok()?)?;
        (owner as usize).checked_sub(1)
    }

    /// Reads the tree; `None` if the file has none.
    pub fn read(file: &File, pages: &[Page<'_>]) -> Option<Self> {
        let root = file.dictionary(file.catalogue()?, b"StructTreeRoot")?;
        let mut walk = Walk {
            file,
            roles: file.dictionary(root, b"RoleMap"),
            page_of: pages.iter().enumerate().map(|(index, page)| (page.id, index)).collect(),
            seen: HashSet::new(),
            tags: Self { elements: Vec::new(), owners: vec![Vec::new(); pages.len()] },
            tables: 0,
            rows: 0,
            begun_items: HashSet::new(),
        };
        walk.kids(root, Place::default(), 0);
        (!walk.tags.elements.is_empty()).then_some(walk.tags)
    }
}

/// Where in the tree an element stands.
#[derive(Clone, Copy, Default)]
struct Place {
    /// Index of the page its content is on, unless it says otherwise.
    page: Option<usize>,
    /// The element that words here belong to.
    element: Option<usize>,
    /// Inside a cell or a note, whose paragraphs are not apart.
    is_closed: bool,
    /// Inside an item of a list, whose first paragraph is the item.
    item: Option<usize>,
    table: u32,
}

struct Walk<'a> {
    file: &'a File,
    roles: Option<&'a Dictionary>,
    page_of: HashMap<ObjectId, usize>,
    seen: HashSet<*const Dictionary>,
    tags: Tags,
    tables: u32,
    rows: u32,
    /// Items of lists that have had their first paragraph.
    begun_items: HashSet<usize>,
}

impl<'a> Walk<'a> {
    fn kids(&mut self, node: &'a Dictionary, place: Place, depth: usize) {
        match self.file.get(node, b"K") {
            Some(Object::Array(kids)) => kids.iter().for_each(|kid| self.kid(kid, place, depth)),
            Some(kid) => self.kid(kid, place, depth),
            None => {}
        }
    }

    fn kid(&mut self, kid: &'a Object, place: Place, depth: usize) {
        match self.file.follow(kid) {
            Some(Object::Integer(tag)) => self.own(*tag, place),
            Some(Object::Dictionary(node)) => {
                let place = Place { page: self.page(node).or(place.page), ..place };
                match self.file.get(node, b"MCID").and_then(|o| o.as_i64().ok()) {
                    Some(tag) => self.own(tag, place),
                    None => self.element(node, place, depth),
                }
            }
            _ => {}
        }
    }

    fn page(&self, node: &Dictionary) -> Option<usize> {
        self.page_of.get(&node.get(b"Pg").ok()?.as_reference().ok()?).copied()
    }

    /// Notes that marked content belongs to the element at hand; words right inside a container are a paragraph.
    fn own(&mut self, tag: i64, place: Place) {
        const MAX_TAG: usize = 200_000; // Numbers are given one by one; larger ones are made up.
        let (Some(page), Ok(tag)) = (place.page, usize::try_from(tag)) else { return };
        let element = place.element.unwrap_or_else(|| self.open(Kind::Paragraph));
        if let Some(owners) = self.tags.owners.get_mut(page).filter(|_| tag < MAX_TAG) {
            if owners.len() <= tag {
                owners.resize(tag + 1, 0);
            }
            owners[tag] = u32::try_from(element + 1).unwrap_or(0);
        }
    }

    fn open(&mut self, kind: Kind) -> usize {
        self.tags.elements.push(kind);
        self.tags.elements.len() - 1
    }

    fn element(&mut self, node: &'a Dictionary, mut place: Place, depth: usize) {
        if depth >= MAX_DEPTH || self.seen.len() >= MAX_ELEMENTS || !self.seen.insert(node) {
            return;
        }
        let name = self.role(node);
        let level = match name {
            [b'H', digit @ b'1'..=b'9'] => Some(digit - b'0'),
            b"H" | b"Title" => Some(0),
            _ => None,
        };
        let kind = match name {
            _ if level.is_some() => level.map(Kind::Heading),
            b"P" | b"Caption" | b"Formula" => Some(Kind::Paragraph),
            b"LI" => Some(Kind::Item),
            b"BlockQuote" => Some(Kind::Quote),
            b"TOCI" => Some(Kind::Contents),
            b"Note" | b"FENote" => Some(Kind::Note),
            b"TD" | b"TH" => Some(Kind::Cell { table: place.table, row: self.rows }),
            _ => None,
        };
        match (name, kind) {
            (b"Table", _) => {
                place = Place { table: self.tables, element: None, is_closed: false, item: None, ..place };
                self.tables += 1;
            }
            (b"TR", _) => self.rows += 1,
            (_, Some(kind @ (Kind::Cell { .. } | Kind::Note))) => {
                place.element = Some(self.open(kind));
                place.is_closed = true;
            }
            (b"P", Some(_)) if place.item.is_some_and(|item| self.begun_items.insert(item)) => {
                place.element = place.item;
            }
            (_, Some(kind)) if !place.is_closed => {
                place.element = Some(self.open(kind));
                place.is_closed = kind == Kind::Contents;
                place.item = place.element.filter(|_| kind == Kind::Item);
            }
            (b"L" | b"Sect" | b"Part" | b"Art" | b"Div" | b"Document" | b"TOC", _) if !place.is_closed => {
                place.element = None;
            }
            _ => {}
        }
        self.kids(node, place, depth + 1);
    }

    /// The standard name of an element's tag.
    fn role(&self, node: &'a Dictionary) -> &'a [u8] {
        let mut name = self.file.get(node, b"S").and_then(|o| o.as_name().ok()).unwrap_or_default();
        for _ in 0..8 {
            match self.roles.and_then(|roles| self.file.get(roles, name)?.as_name().ok()) {
                Some(standard) if standard != name => name = standard,
                _ => break,
            }
        }
        name
    }
}
