//! Akoma Ntoso documents: is every number and heading kept, and does our own export keep to the schema?

use super::truth::bare;
use super::{Bar, Section, files, read_one, share};
use anyhow::Result;
use plenum_model::{DocumentFacts, Reading, Symbol};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Measures the set. Exports of the neighbouring sets' files, where there are such, are validated too.
pub fn measure(dir: &Path) -> Result<Section> {
    let mut section = Section::of("akn-examples");
    let (mut all, mut kept) = (0, 0);
    let mut exports = Vec::new();
    for path in files(dir, "xml")? {
        let xml = String::from_utf8_lossy(&std::fs::read(&path)?).into_owned();
        let reading = read_one(&path)?;
        let held = held_by(&reading);
        let expected = numbers_and_headings(&xml);
        let lost: Vec<&String> = expected.iter().filter(|words| !held.contains(&bare(words))).collect();
        all += expected.len();
        kept += expected.len() - lost.len();
        if let Some(first) = lost.first() {
            section.note(format!("{}: {} lost, the first \"{first}\".", name_of(&path), lost.len()));
        }
        exports.push((name_of(&path), reading));
    }
    section.hold("kept", "numbers and headings kept", share(kept, all), Bar::AtLeast(1.0));
    section.note(format!(
        "{all} <num> and <heading> elements and notes within them; kept if their letters and digits stand in a number, path, title or text."
    ));
    for (set, extension) in [("un-docs", "docx"), ("udhr", "html"), ("drafts-paris", "pdf")] {
        for path in files(&dir.join("..").join(set), extension).unwrap_or_default() {
            exports.push((name_of(&path), read_one(&path)?));
        }
    }
    validate(&mut section, &dir.join("schema/akomantoso30.xsd"), &exports)?;
    Ok(section)
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
}

/// All that a reading holds, as letters and digits.
fn held_by(reading: &Reading) -> String {
    let mut held = bare(&reading.title);
    for paragraph in &reading.paragraphs {
        held.push(' ');
        held.push_str(&bare(paragraph.number.as_deref().unwrap_or_default()));
        held.push(' ');
        held.push_str(&bare(&paragraph.text));
        for part in paragraph.path.iter().map(String::as_str).chain(paragraph.footnotes.iter().map(|n| n.text.as_str()))
        {
            held.push(' ');
            held.push_str(&bare(part));
        }
    }
    held
}

/// The words of every `num` and `heading` element with letters or digits, and those of each note within one: a note's
/// words stand in the file in the middle of the heading's, in a reading beside them.
pub(super) fn numbers_and_headings(xml: &str) -> Vec<String> {
    let mut found = Vec::new();
    for name in ["num", "heading"] {
        let mut rest = xml;
        while let Some(at) = rest.find(&format!("<{name}")) {
            rest = &rest[at + 1 + name.len()..];
            let is_other_name = rest.starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_');
            let Some(open_end) = rest.find('>') else { break };
            if is_other_name || rest[..open_end].ends_with('/') {
                continue;
            }
            let Some(close) = rest.find(&format!("</{name}>")) else { break };
            let words = notes_apart(&rest[open_end + 1..close]).into_iter().map(|part| without_tags(&part));
            found.extend(words.filter(|words| words.chars().any(char::is_alphanumeric)));
        }
    }
    found
}

/// What an element holds without its notes, and each of these.
fn notes_apart(xml: &str) -> Vec<String> {
    let (mut own, mut notes) = (String::new(), Vec::new());
    let mut rest = xml;
    while let Some((before, after)) = rest.split_once("<authorialNote") {
        let Some((note, behind)) = after.split_once("</authorialNote>") else { break };
        own.push_str(before);
        notes.push(format!("<authorialNote{note}"));
        rest = behind;
    }
    own.push_str(rest);
    std::iter::once(own).chain(notes).collect()
}

fn without_tags(xml: &str) -> String {
    let mut out = String::new();
    let mut is_in_tag = false;
    for c in xml.chars() {
        match c {
            '<' => is_in_tag = true,
            '>' => is_in_tag = false,
            c if !is_in_tag => out.push(c),
            _ => {}
        }
    }
    let entities = [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#160;", " ")];
    entities
        .iter()
        .fold(out, |text, (entity, sign)| text.replace(entity, sign))
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Exports every reading and asks xmllint whether the schema accepts it.
fn validate(section: &mut Section, schema: &Path, readings: &[(String, Reading)]) -> Result<()> {
    if Command::new("xmllint").arg("--version").output().is_err() {
        section.note("xmllint is not installed: the exports were not validated.");
        return Ok(());
    }
    let folder = Folder::new()?;
    let mut valid = 0;
    for (index, (name, reading)) in readings.iter().enumerate() {
        let house = Symbol::parse(&format!("export-{index}")).expect("letters, a hyphen and digits are a symbol");
        let symbol = reading.symbol.clone().unwrap_or(house);
        let mut facts = DocumentFacts::from_symbol(symbol, reading.title.clone());
        facts.date = reading.date;
        let path = folder.0.join(format!("{index}.xml"));
        std::fs::write(&path, plenum_documents::akoma_ntoso::write(reading, &facts))?;
        let output =
            Command::new("xmllint").args(["--nonet", "--noout", "--schema"]).arg(schema).arg(&path).output()?;
        valid += usize::from(output.status.success());
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            let first = said.lines().next().unwrap_or_default();
            section.note(format!("{name}: {}", first.chars().take(300).collect::<String>()));
        }
    }
    section.hold(
        "exports_valid",
        "our exports that the schema accepts",
        share(valid, readings.len()),
        Bar::AtLeast(1.0),
    );
    section.note(format!("{} exports validated with xmllint against {}.", readings.len(), schema.display()));
    Ok(())
}

/// A folder of its own that goes when dropped.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Result<Self> {
        let path = std::env::temp_dir().join(format!("plenum-exports-{}", std::process::id()));
        std::fs::create_dir_all(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.0) {
            tracing::warn!("{} could not be removed: {error}", self.0.display());
        }
    }
}
