//! Which part of a page is its text, and what inside it is furniture.

use super::tree::{Node, Tree};

/// The part of a page that is read.
pub(super) struct Part {
    /// First node, and the one after the last.
    pub from: usize,
    pub to: usize,
    /// For each node: whether it and its inside are left out.
    pub left_out: Vec<bool>,
}

/// Never text for a reader.
const SILENT: [&str; 11] =
    ["script", "style", "template", "noscript", "head", "title", "svg", "datalist", "noembed", "noframes", "textarea"];

/// Furniture by its element.
const FURNITURE: [&str; 6] = ["nav", "button", "select", "dialog", "menu", "input"];

/// Furniture by the words of its class or id.
const NAMES: [&str; 22] = [
    "cookie",
    "cookies",
    "breadcrumb",
    "breadcrumbs",
    "sidebar",
    "share",
    "sharing",
    "social",
    "related",
    "subscribe",
    "navbar",
    "navigation",
    "pagination",
    "comments",
    "advert",
    "popup",
    "skip-link",
    "screen-reader-text",
    "sr-only",
    "site-footer",
    "toolbar",
    "widget",
];

/// Chooses the part to read: what the page calls its main part, else its one great article, else the innermost element
/// that holds nearly all of the running text.
pub(super) fn choose(tree: &Tree) -> Part {
    let mut left_out = vec![false; tree.nodes.len()];
    let mut weights = Weights::of(tree, &left_out);
    let whole = weights.of_node(tree, 0, tree.nodes.len());
    for (at, node) in tree.nodes.iter().enumerate() {
        left_out[at] = is_furniture(node, weights.of_node(tree, at, node.end), whole);
    }
    weights = Weights::of(tree, &left_out);
    let (from, to) = main(tree, &weights, &left_out);
    let within = weights.of_node(tree, from, to);
    for (at, is_left_out) in left_out.iter_mut().enumerate().take(to).skip(from) {
        let node = &tree.nodes[at];
        if matches!(node.name(), "footer" | "aside" | "header") && from != at {
            let letters = weights.of_node(tree, at, node.end);
            let links = weights.links(at, node.end);
            *is_left_out |= letters * 4 < within && (links * 2 > letters || (node.name() != "header" && letters < 400));
        }
    }
    Part { from, to, left_out }
}

/// Letters of text, and of text in links, counted up to each node.
struct Weights {
    letters: Vec<usize>,
    linked: Vec<usize>,
}

impl Weights {
    fn of(tree: &Tree, left_out: &[bool]) -> Self {
        let count = tree.nodes.len();
        let (mut letters, mut linked) = (Vec::with_capacity(count + 1), Vec::with_capacity(count + 1));
        let (mut sum, mut link_sum) = (0, 0);
        let (mut silent_until, mut link_until) = (0, 0);
        for (at, node) in tree.nodes.iter().enumerate() {
            letters.push(sum);
            linked.push(link_sum);
            if SILENT.contains(&node.name()) || left_out[at] {
                silent_until = silent_until.max(node.end);
            }
            if node.name() == "a" {
                link_until = link_until.max(node.end);
            }
            if let Some(text) = node.text().filter(|_| at >= silent_until) {
                let found = text.chars().filter(|c| c.is_alphanumeric()).count();
                sum += found;
                link_sum += if at < link_until { found } else { 0 };
            }
        }
        letters.push(sum);
        linked.push(link_sum);
        Self { letters, linked }
    }

    fn of_node(&self, tree: &Tree, from: usize, to: usize) -> usize {
        let to = to.min(tree.nodes.len());
        self.letters[to] - self.letters[from.min(to)]
    }

    fn links(&self, from: usize, to: usize) -> usize {
        self.linked[to] - self.linked[from]
    }
}

/// The ways in which a style shows nothing of an element.
const UNSHOWN: [&str; 5] = ["display:none", "visibility:hidden", "font-size:0", "opacity:0", "visibility:collapse"];

/// Whether a style says so, and not `opacity:0.9`.
fn has_way(style: &str, way: &str) -> bool {
    let ends = |rest: &str| {
        let rest = rest.trim_start_matches(['0', '.']);
        !rest.starts_with(|c: char| c.is_ascii_digit())
    };
    style.split(';').filter_map(|one| one.strip_prefix(way)).any(ends)
}

/// Whether an element is no part of the text: by its name, its role, its class, or because it is not shown.
fn is_furniture(node: &Node, letters: usize, whole: usize) -> bool {
    let name = node.name();
    if name.is_empty() {
        return false;
    }
    let role = node.attribute("role").unwrap_or_default();
    let style = node.attribute("style").unwrap_or_default().replace(' ', "").to_ascii_lowercase();
    let is_hidden = node.attribute("hidden").is_some() || UNSHOWN.iter().any(|way| has_way(&style, way));
    let is_small = letters * 4 < whole;
    let is_form = name == "form" && is_small;
    let is_named = is_small && !matches!(name, "html" | "body" | "main" | "article") && is_named_furniture(node);
    let has_role = matches!(role, "navigation" | "banner" | "contentinfo" | "search" | "dialog" | "menu") && is_small;
    SILENT.contains(&name) || FURNITURE.contains(&name) || is_hidden || is_form || is_named || has_role
}

fn is_named_furniture(node: &Node) -> bool {
    let words = ["class", "id"].iter().filter_map(|key| node.attribute(key)).flat_map(str::split_whitespace);
    words.take(24).any(|word| {
        let word = word.to_ascii_lowercase();
        NAMES.iter().any(|name| {
            word.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_']))
                || word.strip_suffix(name).is_some_and(|rest| rest.ends_with(['-', '_']))
        })
    })
}

/// The range of nodes of the main part.
fn main(tree: &Tree, weights: &Weights, left_out: &[bool]) -> (usize, usize) {
    let nodes = &tree.nodes;
    let weight = |at: &usize| weights.of_node(tree, *at, nodes[*at].end);
    let whole = weights.of_node(tree, 0, nodes.len());
    let heaviest = |fits: &dyn Fn(&Node) -> bool| {
        (0..nodes.len())
            .filter(|at| !left_out[*at] && fits(&nodes[*at]))
            .max_by_key(|at| (weight(at), std::cmp::Reverse(*at)))
    };
    let called_main = heaviest(&|node| {
        node.name() == "main"
            || node.attribute("role") == Some("main")
            || node.attribute("itemprop") == Some("articleBody")
    });
    if let Some(at) = called_main.filter(|at| weight(at) * 4 > whole) {
        return (at, nodes[at].end);
    }
    if let Some(at) = heaviest(&|node| node.name() == "article").filter(|at| weight(at) * 10 > whole * 6) {
        return (at, nodes[at].end);
    }
    innermost(tree, weights)
}

/// Goes inward while one element holds nearly all the unlinked letters.
fn innermost(tree: &Tree, weights: &Weights) -> (usize, usize) {
    const CONTAINERS: [&str; 9] = ["html", "body", "div", "section", "article", "main", "center", "form", "td"];
    let text = |from: usize, to: usize| weights.of_node(tree, from, to) - weights.links(from, to);
    let (mut from, mut to) = (0, tree.nodes.len());
    let all = text(from, to);
    let mut at = from;
    while at < to {
        let node = &tree.nodes[at];
        if CONTAINERS.contains(&node.name()) && text(at, node.end) * 5 >= all * 4 {
            (from, to) = (at, node.end);
            at += 1;
        } else if matches!(node.name(), "table" | "tbody" | "tr") && text(at, node.end) * 5 >= all * 4 {
            at += 1;
        } else {
            at = node.end;
        }
    }
    (from, to)
}

/// Whether an element holds nothing for a reader (its letters are not words left out).
pub(super) fn is_silent(node: &Node) -> bool {
    SILENT.contains(&node.name())
}
