//! A page as a flat list of nodes in page order: each element knows where its inside ends.
//!
//! Elements are closed by the few rules that matter for text (a new paragraph ends the last, a new item the last item).
//! That is not the whole standard, whose misnesting repairs can multiply a hostile page; words and order are the same.

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use std::cell::RefCell;
use std::collections::HashMap;

/// A page.
#[derive(Default)]
pub(super) struct Tree {
    pub nodes: Vec<Node>,
}

/// An element or a run of letters.
pub(super) struct Node {
    pub kind: Kind,
    /// Index after the last node inside this one.
    pub end: usize,
}

pub(super) enum Kind {
    Element { name: String, attributes: Vec<(String, String)> },
    Text(String),
}

impl Node {
    /// The element's name in lower case; empty for letters.
    pub fn name(&self) -> &str {
        match &self.kind {
            Kind::Element { name, .. } => name,
            Kind::Text(_) => "",
        }
    }
    pub fn attribute(&self, wanted: &str) -> Option<&str> {
        match &self.kind {
            Kind::Element { attributes, .. } => {
                attributes.iter().find(|(name, _)| name == wanted).map(|(_, v)| v.as_str())
            }
            Kind::Text(_) => None,
        }
    }
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            Kind::Element { .. } => None,
        }
    }
}

impl Tree {
    /// Cuts a page into nodes. Time and memory are linear in the page.
    pub fn parse(text: &str) -> Self {
        let queue = BufferQueue::default();
        queue.push_back(StrTendril::from_slice(text));
        let tokenizer = Tokenizer::new(Sink(RefCell::new(Builder::default())), TokenizerOpts::default());
        // Scripts are not run: after each the tokenizer is asked to go on.
        while !matches!(tokenizer.feed(&queue), html5ever::TokenizerResult::Done) {}
        tokenizer.end();
        tokenizer.sink.0.take().end()
    }

    /// The letters inside a node, without regard to blocks.
    pub fn words(&self, at: usize) -> String {
        self.nodes[at..self.nodes[at].end].iter().filter_map(Node::text).collect()
    }
}

struct Sink(RefCell<Builder>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) => self.0.borrow_mut().tag(&tag),
            Token::CharacterTokens(letters) => {
                self.0.borrow_mut().letters(&letters);
                TokenSinkResult::Continue
            }
            _ => TokenSinkResult::Continue,
        }
    }
}

#[derive(Default)]
struct Builder {
    nodes: Vec<Node>,
    /// Indices of the elements that are open, outermost first.
    open: Vec<usize>,
    /// Where in `open` the open elements of each name stand, so that no rule has to search the whole depth.
    places: HashMap<String, Vec<usize>>,
    /// Where in `open` the open blocks stand.
    blocks: Vec<usize>,
    /// Whether the last node is letters that more letters may join.
    is_joining: bool,
}

/// Elements that hold nothing.
const VOID: [&str; 15] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "basefont",
];

/// Elements before which an open paragraph ends.
pub(super) const BLOCKS: [&str; 36] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
];

/// Elements of a table: what is inside a cell cannot close what is outside.
const TABLE_PARTS: [&str; 10] = ["table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "html", "body"];

impl Builder {
    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        self.is_joining = false;
        let name = tag.name.to_string();
        if tag.kind == TagKind::EndTag {
            self.end_tag(&name);
            return TokenSinkResult::Continue;
        }
        self.end_what_this_ends(&name);
        let attributes = tag.attrs.iter().map(|a| (a.name.local.to_string(), a.value.to_string())).collect();
        let at = self.nodes.len();
        self.nodes.push(Node { kind: Kind::Element { name: name.clone(), attributes }, end: at + 1 });
        if !VOID.contains(&name.as_str()) {
            if BLOCKS.contains(&name.as_str()) || TABLE_PARTS.contains(&name.as_str()) {
                self.blocks.push(self.open.len());
            }
            self.places.entry(name.clone()).or_default().push(self.open.len());
            self.open.push(at);
        }
        match name.as_str() {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" | "xmp" | "iframe" | "noembed" | "noframes" => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }

    fn letters(&mut self, letters: &str) {
        if self.is_joining
            && let Some(Node { kind: Kind::Text(text), .. }) = self.nodes.last_mut()
        {
            text.push_str(letters);
            return;
        }
        let at = self.nodes.len();
        self.nodes.push(Node { kind: Kind::Text(letters.to_owned()), end: at + 1 });
        self.is_joining = true;
    }

    /// Where the innermost open element of one of these names stands among the open ones.
    fn innermost(&self, names: &[&str]) -> Option<usize> {
        names.iter().filter_map(|name| self.places.get(*name).and_then(|places| places.last()).copied()).max()
    }

    /// Closes the innermost of `names` unless one of `walls` stands around the present place inside it.
    fn close_within(&mut self, names: &[&str], walls: &[&str]) {
        if let Some(place) =
            self.innermost(names).filter(|place| self.innermost(walls).is_none_or(|wall| wall < *place))
        {
            self.close_from(place);
        }
    }

    /// A new paragraph, item, row or cell ends the one before it.
    fn end_what_this_ends(&mut self, name: &str) {
        if BLOCKS.contains(&name) {
            self.close_within(&["p"], &["td", "th", "caption", "button"]);
        }
        match name {
            "li" => self.close_within(&["li"], &["ul", "ol", "menu", "dir", "td", "th"]),
            "dt" | "dd" => self.close_within(&["dt", "dd"], &["dl", "td", "th"]),
            "td" | "th" => self.close_within(&["td", "th"], &["table"]),
            "tr" => self.close_within(&["tr"], &["table"]),
            "thead" | "tbody" | "tfoot" => self.close_within(&["thead", "tbody", "tfoot"], &["table"]),
            "option" => self.close_within(&["option"], &["select"]),
            "body" => self.close_within(&["head"], &[]),
            _ => {}
        }
    }

    fn end_tag(&mut self, name: &str) {
        let Some(place) = self.innermost(&[name]) else { return };
        let is_walled =
            !TABLE_PARTS.contains(&name) && self.innermost(&["td", "th", "caption"]).is_some_and(|wall| wall > place);
        // "<b><p>one</b> two</p>": the letters' look ends later than meant, but the paragraph stays whole.
        let is_look = !BLOCKS.contains(&name) && !TABLE_PARTS.contains(&name);
        let crosses_block = is_look && self.blocks.last().is_some_and(|block| *block > place);
        if !is_walled && !crosses_block {
            self.close_from(place);
        }
    }

    /// Closes the open elements from a place on.
    fn close_from(&mut self, place: usize) {
        while self.open.len() > place {
            let Some(at) = self.open.pop() else { return };
            self.nodes[at].end = self.nodes.len();
            if let Some(places) = self.places.get_mut(self.nodes[at].name()) {
                places.pop();
            }
            if self.blocks.last() == Some(&self.open.len()) {
                self.blocks.pop();
            }
        }
    }

    fn end(mut self) -> Tree {
        self.close_from(0);
        Tree { nodes: self.nodes }
    }
}
