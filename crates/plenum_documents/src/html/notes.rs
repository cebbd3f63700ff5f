//! Footnotes of a page: a small sign that links to a note further on, and the note's link back.

use super::tree::Tree;
use std::collections::HashMap;

/// What the links of a page say about its notes.
#[derive(Default)]
pub(super) struct Notes {
    /// Sign of the note whose mark this link is.
    pub marks: HashMap<usize, String>,
    /// Sign of the note that this element is.
    pub notes: HashMap<usize, String>,
    /// Links from a note back to its mark.
    pub backs: Vec<usize>,
}

/// Finds marks and notes.
pub(super) fn find(tree: &Tree) -> Notes {
    let ids = ids(tree);
    let parents = parents(tree);
    let mut found = Notes::default();
    let links: Vec<(usize, usize)> = (0..tree.nodes.len())
        .filter(|at| tree.nodes[*at].name() == "a")
        .filter_map(|at| {
            let target = tree.nodes[at].attribute("href")?.strip_prefix('#')?;
            Some((at, *ids.get(target)?))
        })
        .collect();
    for (at, target) in &links {
        let Some(sign) = sign(&tree.words(*at)) else { continue };
        let note = around(tree, &parents, *target);
        let looks_it = is_raised(tree, &parents, *at) || tree.words(*at).contains('[') || names_a_note(tree, *at);
        if *target > *at && note > *at && looks_it && is_note_place(tree, note) {
            found.marks.insert(*at, sign.clone());
            found.notes.entry(note).or_insert(sign);
        }
    }
    let spans: Vec<(usize, usize)> = {
        let mut spans: Vec<_> = found.notes.keys().map(|at| (*at, tree.nodes[*at].end)).collect();
        spans.sort_unstable();
        spans
    };
    found.backs = links
        .into_iter()
        .filter(|(at, target)| {
            let before = spans.partition_point(|(from, _)| from <= at);
            let is_inside = before > 0 && spans[before - 1].1 > *at;
            is_inside && target < at && tree.words(*at).trim().chars().count() <= 6
        })
        .map(|(at, _)| at)
        .collect();
    found
}

fn ids(tree: &Tree) -> HashMap<&str, usize> {
    let mut ids = HashMap::new();
    for (at, node) in tree.nodes.iter().enumerate() {
        for key in ["id", "name"] {
            if let Some(id) = node.attribute(key) {
                ids.entry(id).or_insert(at);
            }
        }
    }
    ids
}

/// For each node the element around it.
fn parents(tree: &Tree) -> Vec<usize> {
    let mut parents = Vec::with_capacity(tree.nodes.len());
    let mut open: Vec<usize> = Vec::new();
    for (at, node) in tree.nodes.iter().enumerate() {
        while open.last().is_some_and(|outer| tree.nodes[*outer].end <= at) {
            open.pop();
        }
        parents.push(open.last().copied().unwrap_or(usize::MAX));
        if node.end > at + 1 {
            open.push(at);
        }
    }
    parents
}

/// The sign of a mark without its brackets: up to four digits, stars or daggers, or one letter.
fn sign(words: &str) -> Option<String> {
    let inner = words.trim().trim_matches(['[', ']', '(', ')', '^', ' ']);
    let count = inner.chars().count();
    let fits = inner.chars().all(|c| c.is_ascii_digit())
        || inner.chars().all(|c| "*†‡§¶".contains(c))
        || (count <= 2 && inner.chars().all(|c| c.is_ascii_lowercase()));
    ((1..=4).contains(&count) && fits).then(|| inner.to_owned())
}

/// An anchor inside a note stands for the item or paragraph around it.
fn around(tree: &Tree, parents: &[usize], at: usize) -> usize {
    let mut at = at;
    for _ in 0..4 {
        if !matches!(tree.nodes[at].name(), "a" | "sup" | "span" | "b" | "small") || parents[at] == usize::MAX {
            break;
        }
        at = parents[at];
    }
    at
}

fn is_note_place(tree: &Tree, at: usize) -> bool {
    matches!(tree.nodes[at].name(), "li" | "p" | "div" | "dd" | "aside" | "td" | "section" | "footer")
}

fn is_raised(tree: &Tree, parents: &[usize], at: usize) -> bool {
    let outer = parents[at];
    let is_inside = outer != usize::MAX && tree.nodes[outer].name() == "sup";
    is_inside || tree.nodes[at + 1..tree.nodes[at].end].iter().take(3).any(|node| node.name() == "sup")
}

fn names_a_note(tree: &Tree, at: usize) -> bool {
    ["href", "class", "id", "role"].iter().filter_map(|key| tree.nodes[at].attribute(key)).any(|value| {
        let value = value.to_ascii_lowercase();
        ["fn", "note", "ftn"].iter().any(|part| value.contains(part))
    })
}
