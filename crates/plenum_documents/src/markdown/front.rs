//! What stands before and between the text of a Markdown file without being part of it.

use crate::dates;
use plenum_model::PartialDate;

/// What the front matter says.
#[derive(Default)]
pub(super) struct Front {
    pub title: Option<String>,
    pub date: Option<PartialDate>,
}

/// Parts a file into what its front matter says (lines between two `---`) and the rest.
pub(super) fn take(text: &str) -> (Front, &str) {
    let text = text.trim_start_matches('\u{feff}');
    let Some(inner) = text.strip_prefix("---\n") else { return (Front::default(), text) };
    let Some(end) =
        inner.find("\n---").filter(|end| inner[end + 4..].is_empty() || inner[end + 4..].starts_with(['\n', ' ']))
    else {
        return (Front::default(), text);
    };
    // A rule at the beginning of a text without front matter has no keys below it.
    if !inner[..end].lines().any(|line| line.contains(':')) {
        return (Front::default(), text);
    }
    let mut front = Front::default();
    for line in inner[..end].lines() {
        let Some((key, value)) = line.split_once(':') else { continue };
        let value = value.trim().trim_matches(['"', '\'']).trim();
        match key.trim() {
            "title" if !value.is_empty() => front.title = Some(value.to_owned()),
            "date" => front.date = PartialDate::parse(value).ok().or_else(|| dates::find(value)),
            _ => {}
        }
    }
    let rest = &inner[end + 4..];
    (front, rest.split_once('\n').map_or("", |(_, rest)| rest))
}

/// The text without the attribute lines of some dialects (`{:.no_toc}`), and without the item that stands for a
/// contents list (`* TOC` over `{:toc}`).
pub(super) fn without_attributes(text: &str) -> String {
    let is_attribute = |line: &str| line.trim().starts_with("{:") && line.trim_end().ends_with('}');
    let lines: Vec<&str> = text.split('\n').collect();
    let mut kept = String::with_capacity(text.len());
    for (at, line) in lines.iter().enumerate() {
        let stands_for_contents = lines.get(at + 1).is_some_and(|next| next.trim() == "{:toc}");
        if !is_attribute(line) && !stands_for_contents {
            if defines_words(line) {
                kept.push('\\');
            }
            kept.push_str(line);
        }
        kept.push('\n');
    }
    kept
}

/// Whether a line looks like a link's definition but names no address (`[shall]: 5`): its brackets are words.
fn defines_words(line: &str) -> bool {
    let target = line.strip_prefix('[').filter(|rest| !rest.starts_with('^')).and_then(|rest| rest.split_once("]:"));
    target.is_some_and(|(_, target)| !super::walk::is_address(target.trim().trim_matches(['<', '>'])))
}
