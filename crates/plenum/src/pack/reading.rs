//! One file of a pack: tables become rows, rows become facts, and every fault keeps its file and line; and back.

use plenum_model::{PartialDate, Symbol};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::path::Path;
use toml::Spanned;

/// What is wrong in a pack, with file and line.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{file}:{line}: {what}")]
pub struct Fault {
    /// The file's name.
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    /// What is wrong, and what would be right.
    pub what: String,
}

/// A fact, and the line where its row begins: for faults that only show when rows are compared.
#[derive(Debug)]
pub(super) struct Sited<T> {
    pub(super) fact: T,
    pub(super) line: usize,
}

/// A value, or where in the text it is wrong and what would be right.
pub(super) type At<T> = Result<T, (usize, String)>;

/// A file of a pack: its name, the list it holds, and how one of its rows becomes a fact and a fact a row.
pub(super) struct Kind<F, R, T> {
    pub(super) file: &'static str,
    pub(super) list: fn(F) -> Vec<Spanned<R>>,
    pub(super) filled: fn(Vec<Spanned<R>>) -> F,
    pub(super) fact: fn(R) -> At<T>,
    pub(super) row: fn(&T) -> R,
}

/// Makes the struct of a file that holds one list of tables: `[[session]]`.
macro_rules! table_file {
    ($file:ident, $field:ident, $row:ident) => {
        #[derive(serde::Deserialize, serde::Serialize, Default)]
        #[serde(deny_unknown_fields, default)]
        pub(super) struct $file {
            $field: Vec<toml::Spanned<$row>>,
        }
    };
}
pub(super) use table_file;

/// Reads one file of tables and turns each row into a fact; faults are gathered. A file that is missing has no rows.
pub(super) fn rows<F: DeserializeOwned + Default, R, T>(
    folder: &Path,
    kind: &Kind<F, R, T>,
    faults: &mut Vec<Fault>,
) -> Vec<Sited<T>> {
    let text = match std::fs::read_to_string(folder.join(kind.file)) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Vec::new(),
        Err(error) => {
            faults.push(Fault { file: kind.file.into(), line: 1, what: format!("cannot be read: {error}") });
            return Vec::new();
        }
    };
    let read: F = parsed(&text, kind.file, faults).unwrap_or_default();
    let mut facts = Vec::new();
    for row in (kind.list)(read) {
        let line = line_of(&text, row.span().start);
        match (kind.fact)(row.into_inner()) {
            Ok(fact) => facts.push(Sited { fact, line }),
            Err((at, what)) => faults.push(Fault { file: kind.file.into(), line: line_of(&text, at), what }),
        }
    }
    facts
}

/// Writes the file of a kind of row; without facts there is no file.
///
/// Errors: the folder cannot be written to.
pub(super) fn write<F: Serialize, R, T>(folder: &Path, kind: &Kind<F, R, T>, facts: &[T]) -> std::io::Result<()> {
    if facts.is_empty() {
        return Ok(());
    }
    let rows = facts.iter().map(|fact| unplaced((kind.row)(fact))).collect();
    write_text(folder, kind.file, &(kind.filled)(rows))
}

/// Writes one value as a file.
pub(super) fn write_text<F: Serialize>(folder: &Path, name: &str, value: &F) -> std::io::Result<()> {
    let text = toml::to_string(value).map_err(std::io::Error::other)?;
    std::fs::write(folder.join(name), text)
}

/// A value that stands at no place of a text.
pub(super) fn unplaced<T>(value: T) -> Spanned<T> {
    Spanned::new(0..0, value)
}

/// A date as a row holds it.
pub(super) fn dated(date: Option<PartialDate>) -> Option<Spanned<String>> {
    date.map(|date| unplaced(date.to_string()))
}

/// Reads a file that must be there.
pub(super) fn file<F: DeserializeOwned>(folder: &Path, name: &str, faults: &mut Vec<Fault>) -> Option<F> {
    match std::fs::read_to_string(folder.join(name)) {
        Ok(text) => parsed(&text, name, faults),
        Err(error) => {
            faults.push(Fault { file: name.into(), line: 1, what: format!("cannot be read: {error}") });
            None
        }
    }
}

fn parsed<F: DeserializeOwned>(text: &str, name: &str, faults: &mut Vec<Fault>) -> Option<F> {
    match toml::from_str(text) {
        Ok(read) => Some(read),
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            faults.push(Fault { file: name.into(), line: line_of(text, at), what: error.message().to_owned() });
            None
        }
    }
}

fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|b| **b == b'\n').count() + 1
}

/// Confirmed, unless the row says otherwise.
pub(super) fn yes() -> bool {
    true
}
/// Whether a row need not say that it is confirmed.
pub(super) fn is_yes(confirmed: &bool) -> bool {
    *confirmed
}

/// Whether a row need not say this of itself.
pub(super) fn is_no(said: &bool) -> bool {
    !said
}

/// A slug as addresses hold it.
pub(super) fn slug(text: Spanned<String>) -> At<String> {
    if plenum_model::process::is_slug(text.get_ref()) {
        return Ok(text.into_inner());
    }
    let what = format!("\"{}\" is no slug: use lower-case letters, digits and single hyphens", text.get_ref());
    Err((text.span().start, what))
}

/// The symbol of a document.
pub(super) fn symbol(text: &Spanned<String>) -> At<Symbol> {
    Symbol::parse(text.get_ref()).map_err(|error| (text.span().start, error.to_string()))
}

/// A date of which the day, or the month too, may be missing.
pub(super) fn date(text: Option<Spanned<String>>) -> At<Option<PartialDate>> {
    let parse =
        |t: Spanned<String>| PartialDate::parse(t.get_ref()).map_err(|error| (t.span().start, error.to_string()));
    text.map(parse).transpose()
}

/// Where a fact comes from; must not be empty.
pub(super) fn sourced(text: Spanned<String>) -> At<String> {
    let at = text.span().start;
    let source = text.into_inner();
    if source.trim().is_empty() {
        Err((at, "the source is empty: name the page that shows the fact".into()))
    } else {
        Ok(source)
    }
}
