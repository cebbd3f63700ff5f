//! `plenum evaluate calendars` and `plenum evaluate feeds`: how many real and awkward files are read.

use crate::import::sources::{self, Item};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::Instant;

/// What came of the files.
#[derive(Debug, Default)]
pub struct Report {
    what: &'static str,
    parts: &'static str,
    files: usize,
    read: usize,
    /// Events or entries found in the files that were read.
    found: usize,
    troubles: usize,
    slowest_ms: f64,
    refused: Vec<(String, String)>,
}

/// Reads calendar files (`.ics`).
pub fn calendars(paths: &[PathBuf]) -> anyhow::Result<Report> {
    run(
        "calendar files",
        "events",
        paths,
        |name| name.ends_with(".ics"),
        |bytes| {
            let reading = plenum_documents::calendar::read(bytes).map_err(|error| error.to_string())?;
            Ok((reading.events.len(), reading.troubles.len()))
        },
    )
}

/// Reads feeds.
pub fn feeds(paths: &[PathBuf]) -> anyhow::Result<Report> {
    // Sets made for a program's own tests hold beside each feed what that program made of it, which is no feed.
    let is_model = |name: &str| name.ends_with(".serde.json");
    let is_feed = |name: &str| (name.ends_with(".xml") || name.ends_with(".json")) && !is_model(name);
    run("feeds", "entries", paths, is_feed, |bytes| {
        let reading = plenum_documents::feeds::read(bytes).map_err(|error| error.to_string())?;
        Ok((reading.items.len(), reading.troubles.len()))
    })
}

fn run(
    what: &'static str,
    parts: &'static str,
    paths: &[PathBuf],
    is_wanted: impl Fn(&str) -> bool,
    read: impl Fn(&[u8]) -> Result<(usize, usize), String>,
) -> anyhow::Result<Report> {
    let mut report = Report { what, parts, ..Report::default() };
    for source in sources::list(paths)? {
        sources::each(&source, &mut |_| {}, &mut |item| {
            if let Item::File { name, bytes } = item
                && is_wanted(&name)
            {
                report.files += 1;
                let begun = Instant::now();
                match read(&bytes) {
                    Ok((found, troubles)) => {
                        report.read += 1;
                        report.found += found;
                        report.troubles += troubles;
                    }
                    Err(why) => report.refused.push((name, why)),
                }
                report.slowest_ms = report.slowest_ms.max(begun.elapsed().as_secs_f64() * 1000.0);
            }
            Ok(())
        })?;
    }
    Ok(report)
}

impl Report {
    /// A Markdown table, and the files that were refused.
    pub fn markdown(&self) -> String {
        let share = self.read as f64 / self.files.max(1) as f64;
        let mut text = format!(
            "| {} | figure |\n|---|---|\n| files | {} |\n| read | {} ({share:.3}) |\n| {} found | {} |\n| troubles told | {} |\n| slowest, ms | {:.1} |\n",
            self.what, self.files, self.read, self.parts, self.found, self.troubles, self.slowest_ms
        );
        for (name, why) in &self.refused {
            text.push_str(&format!("\nRefused: {name}: {why}"));
        }
        if !self.refused.is_empty() {
            text.push('\n');
        }
        text
    }

    /// The same as JSON.
    pub fn json(&self) -> Value {
        let refused: Vec<Value> = self.refused.iter().map(|(name, why)| json!({ "name": name, "why": why })).collect();
        json!({ "files": self.files, "read": self.read, "found": self.found, "troubles": self.troubles,
            "slowest_ms": self.slowest_ms, "refused": refused })
    }
}
