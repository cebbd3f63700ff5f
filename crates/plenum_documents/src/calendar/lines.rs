//! Lines of a calendar file become a tree of parts with properties.

use super::trouble;
use plenum_model::Trouble;

/// A part between `BEGIN` and `END`; the root of a file has no name.
#[derive(Debug, Default)]
pub(super) struct Part {
    pub(super) name: String,
    pub(super) properties: Vec<Property>,
    pub(super) parts: Vec<Part>,
    /// The line on which it begins, from 1.
    pub(super) line: usize,
}

/// A line `NAME;PARAMETER=x:value`.
#[derive(Debug)]
pub(super) struct Property {
    pub(super) name: String,
    pub(super) parameters: Vec<(String, String)>,
    /// As it stands, still escaped.
    pub(super) value: String,
}

const PARTS_MOST: usize = 50_000; // No calendar of people has more; a hostile file would.
const DEPTH_MOST: usize = 8; // A file, a calendar, an event, an alarm: four are usual.

impl Part {
    /// The first property of that name.
    pub(super) fn property(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|property| property.name == name)
    }
    /// Every property of that name.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Property> {
        self.properties.iter().filter(move |property| property.name == name)
    }
    /// The words of the first property of that name, trimmed.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.property(name).map(|property| unescaped(&property.value).trim().to_owned())
    }
}

impl Property {
    /// The value of a parameter.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// Reads all lines. A part that never ends, ends where its parent does.
pub(super) fn tree(text: &str, troubles: &mut Vec<Trouble>) -> Part {
    let mut open = vec![Part::default()];
    let mut count = 0;
    for (line, content) in unfolded(text) {
        let Some(property) = property(&content) else {
            troubles.push(trouble(
                &format!("line {line}"),
                format!("The line \"{}\" is no property.", content.chars().take(40).collect::<String>()),
                "Look at the line in the file; what it says is left out.",
            ));
            continue;
        };
        match property.name.as_str() {
            "BEGIN" if count < PARTS_MOST && open.len() < DEPTH_MOST => {
                count += 1;
                open.push(Part { name: property.value.trim().to_ascii_uppercase(), line, ..Part::default() });
            }
            "BEGIN" => {}
            "END" => close(&mut open, &property.value.trim().to_ascii_uppercase()),
            _ => {
                if let Some(part) = open.last_mut() {
                    part.properties.push(property);
                }
            }
        }
    }
    while open.len() > 1 {
        let last = open.last().map(|part| part.name.clone()).unwrap_or_default();
        close(&mut open, &last);
    }
    open.pop().unwrap_or_default()
}

/// Ends the innermost open part of that name, and all within it; an end without a beginning is nothing.
fn close(open: &mut Vec<Part>, name: &str) {
    let Some(at) = open.iter().rposition(|part| part.name == name).filter(|at| *at > 0) else { return };
    while open.len() > at {
        let Some(done) = open.pop() else { return };
        if let Some(parent) = open.last_mut() {
            parent.parts.push(done);
        }
    }
}

/// The lines with their continuations joined, each with its number; empty ones are left out.
fn unfolded(text: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    for (at, line) in text.replace("\r\n", "\n").split(['\n', '\r']).enumerate() {
        match line.strip_prefix([' ', '\t']) {
            Some(more) if !lines.is_empty() => {
                if let Some((_, last)) = lines.last_mut() {
                    last.push_str(more);
                }
            }
            _ if line.trim().is_empty() => {}
            // Some programs break a long text without the space that says so: what is no property continues the one before.
            _ if property(line).is_none() && lines.last().is_some_and(|(_, last)| is_text(last)) => {
                if let Some((_, last)) = lines.last_mut() {
                    last.push_str("\\n");
                    last.push_str(line);
                }
            }
            _ => lines.push((at + 1, line.to_owned())),
        }
    }
    lines
}

/// Whether a line is one of those that hold running text.
fn is_text(line: &str) -> bool {
    property(line).is_some_and(|p| matches!(p.name.as_str(), "DESCRIPTION" | "SUMMARY" | "LOCATION" | "COMMENT"))
}

/// A property, or `None` if the line has not its shape.
fn property(line: &str) -> Option<Property> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_' || c == '.';
    let end = line.find(|c: char| !is_name(c)).filter(|end| *end > 0)?;
    let (name, mut rest) = line.split_at(end);
    let mut parameters = Vec::new();
    while let Some(after) = rest.strip_prefix(';') {
        let stop = after.find(['=', ':', ';'])?;
        let key = after[..stop].trim().to_ascii_uppercase();
        rest = &after[stop..];
        if let Some(value) = rest.strip_prefix('=') {
            let length = value_length(value);
            parameters.push((key, value[..length].trim_matches('"').to_owned()));
            rest = &value[length..];
        }
    }
    let value = rest.strip_prefix(':')?;
    Some(Property { name: name.to_ascii_uppercase(), parameters, value: value.to_owned() })
}

/// How long a parameter's value is: until `;` or `:` outside quotation marks.
fn value_length(text: &str) -> usize {
    let mut is_quoted = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' => is_quoted = !is_quoted,
            ';' | ':' if !is_quoted => return at,
            _ => {}
        }
    }
    text.len()
}

/// A text without its escapes.
pub(super) fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(c) = letters.next() {
        match (c, c == '\\') {
            (_, false) => out.push(c),
            (_, true) => match letters.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(escaped @ ('\\' | ',' | ';' | '"' | ':')) => out.push(escaped),
                Some(other) => out.extend(['\\', other]),
                None => {}
            },
        }
    }
    out
}
