//! `plenum evaluate extraction`: how well files become numbered paragraphs, on sets with a known truth.
//!
//! Which set a folder holds is told by its contents; a folder of sets is measured set by set.

mod acts;
mod archives;
mod corpora;
mod declaration;
mod drafts;
mod papers;
mod speed;
mod truth;

use anyhow::{Result, bail};
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};

/// One figure of one set.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Its name in JSON: `docx_recall`.
    pub key: String,
    /// What it says, in words.
    pub what: String,
    /// The figure.
    pub value: f64,
    /// What it must reach, where there is a bar.
    pub bar: Option<Bar>,
}

/// What a figure must reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bar {
    /// At least this.
    AtLeast(f64),
    /// At most this.
    AtMost(f64),
}

impl Bar {
    fn is_met(self, value: f64) -> bool {
        match self {
            Self::AtLeast(bar) => value >= bar,
            Self::AtMost(bar) => value <= bar,
        }
    }
    fn shown(self) -> String {
        match self {
            Self::AtLeast(bar) => format!("≥ {}", shown(bar)),
            Self::AtMost(bar) => format!("≤ {}", shown(bar)),
        }
    }
}

/// The figures of one set.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// The set's name.
    pub set: String,
    /// Its figures.
    pub figures: Vec<Figure>,
    /// How they were counted, and what could not be.
    pub notes: Vec<String>,
}

impl Section {
    fn of(set: &str) -> Self {
        Self { set: set.to_owned(), ..Self::default() }
    }
    fn add(&mut self, key: &str, what: &str, value: f64) {
        self.figures.push(Figure { key: key.into(), what: what.into(), value, bar: None });
    }
    fn hold(&mut self, key: &str, what: &str, value: f64, bar: Bar) {
        self.figures.push(Figure { key: key.into(), what: what.into(), value, bar: Some(bar) });
    }
    fn note(&mut self, note: impl Into<String>) {
        self.notes.push(note.into());
    }
}

/// All that was measured.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// One section a set.
    pub sections: Vec<Section>,
}

impl Report {
    /// A Markdown table, one row a figure, and how they were counted below it.
    pub fn markdown(&self) -> String {
        let mut out = String::from("| Set | Figure | Value | Bar | Reached |\n|---|---|---:|---:|---|\n");
        for section in &self.sections {
            for figure in &section.figures {
                let bar = figure.bar.map(Bar::shown).unwrap_or_default();
                let reached = figure.bar.map_or("", |bar| if bar.is_met(figure.value) { "yes" } else { "**no**" });
                let row =
                    format!("| {} | {} | {} | {bar} | {reached} |\n", section.set, figure.what, shown(figure.value));
                out.push_str(&row);
            }
        }
        for section in self.sections.iter().filter(|section| !section.notes.is_empty()) {
            out.push_str(&format!("\n{}:\n", section.set));
            section.notes.iter().for_each(|note| out.push_str(&format!("- {note}\n")));
        }
        out
    }

    /// The figures by set and key, each with its bar where it has one.
    pub fn json(&self) -> Value {
        let section = |section: &Section| {
            let figures: Map<String, Value> = section.figures.iter().map(|f| (f.key.clone(), figure_json(f))).collect();
            (section.set.clone(), json!({ "figures": figures, "notes": section.notes }))
        };
        Value::Object(self.sections.iter().map(section).collect())
    }
}

fn figure_json(figure: &Figure) -> Value {
    let mut value = json!({ "what": figure.what, "value": figure.value });
    if let Some(bar) = figure.bar {
        value["bar"] = json!(bar.shown());
        value["reached"] = json!(bar.is_met(figure.value));
    }
    value
}

/// Whole numbers plainly, shares with four digits, others with two.
fn shown(value: f64) -> String {
    if value.fract() == 0.0 {
        format!("{value:.0}")
    } else if value.abs() < 1.0 {
        format!("{value:.4}")
    } else {
        format!("{value:.2}")
    }
}

/// Measures the set in a folder, or every set in the folders within it.
///
/// Errors: no known set there, or a set's own files cannot be read.
pub fn run(dir: &Path) -> Result<Report> {
    let mut report = Report::default();
    for folder in std::iter::once(dir.to_owned()).chain(folders(dir)?) {
        if let Some(measure) = recognised(&folder) {
            report.sections.push(measure(&folder)?);
        }
    }
    if report.sections.is_empty() {
        bail!(
            "{} holds none of the sets that can be measured (un-docs, akn-examples, udhr, drafts-paris, pdf-corpus, docx-corpus)",
            dir.display()
        );
    }
    Ok(report)
}

type Measure = fn(&Path) -> Result<Section>;

/// How the set in a folder is measured, told by what the folder holds.
fn recognised(dir: &Path) -> Option<Measure> {
    let has = |name: &str| dir.join(name).exists();
    if has("parsed-json.tar.zst") {
        Some(papers::measure)
    } else if has("udhr.en.html") {
        Some(declaration::measure)
    } else if has("schema/akomantoso30.xsd") {
        Some(acts::measure)
    } else if has("pdf-corpus.tar.zst") {
        Some(corpora::measure_pdf)
    } else if has("docx-corpus.tar.zst") {
        Some(corpora::measure_docx)
    } else if files(dir, "pdf").is_ok_and(|pdfs| pdfs.iter().any(|pdf| pdf.with_extension("md").exists())) {
        Some(drafts::measure)
    } else {
        None
    }
}

fn folders(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(dir)?.flatten().map(|e| e.path()).filter(|p| p.is_dir()).collect();
    found.sort();
    Ok(found)
}

/// The files of a folder with that extension, by name.
fn files(dir: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let all = std::fs::read_dir(dir)?.flatten().map(|entry| entry.path());
    let mut found: Vec<PathBuf> = all.filter(|path| path.extension().is_some_and(|e| e == extension)).collect();
    found.sort();
    Ok(found)
}

/// One reading of a file, or why there is none, as one word less for the caller to unwrap.
fn read_one(path: &Path) -> Result<plenum_model::Reading> {
    let bytes = std::fs::read(path)?;
    let mut readings = plenum_documents::read(&bytes).map_err(|e| anyhow::anyhow!("{}: {e}", path.display()))?;
    anyhow::ensure!(!readings.is_empty(), "{} gave no reading", path.display());
    Ok(readings.swap_remove(0))
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

#[cfg(test)]
mod tests;
