//! `plenum evaluate speakers`: how often the State that speaks is recognised from the words alone.

use crate::import::sources::{self, Item, Source};
use crate::pack;
use anyhow::Context;
use plenum_documents::speaker::Names;
use serde_json::{Value, json};
use std::path::Path;

/// What was measured.
#[derive(Default)]
pub struct Report {
    statements: usize,
    right: usize,
    among_three: usize,
    sure: usize,
    sure_and_right: usize,
}

const SURE: f32 = 0.5; // More evidence for one than for all others together.

/// Reads a record set with `iso3` and `text`, and asks for each text who speaks.
pub fn run(records: &Path, packs: &Path) -> anyhow::Result<Report> {
    let world = pack::read(&packs.join("world")).map_err(|faults| anyhow::anyhow!("{}", faults[0]))?;
    let names =
        Names::new(world.actors.iter().map(|a| (a.slug.as_str(), a.names.iter().map(|(_, n)| n.as_str()).collect())));
    let mut report = Report::default();
    let source = Source { path: records.to_owned(), name: records.to_string_lossy().into_owned() };
    sources::each(&source, &mut |_| {}, &mut |item| {
        if let Item::Record { bytes, .. } = item {
            let record: Value = serde_json::from_slice(&bytes).context("a record")?;
            let (Some(iso3), Some(text)) = (record["iso3"].as_str(), record["text"].as_str()) else {
                return Ok(());
            };
            report.count(&iso3.to_ascii_lowercase(), &names.recognise(text));
        }
        Ok(())
    })?;
    Ok(report)
}

impl Report {
    fn count(&mut self, truth: &str, guesses: &[plenum_documents::speaker::Guess]) {
        let is_right = guesses.first().is_some_and(|g| g.code == truth);
        let is_sure = guesses.first().is_some_and(|g| g.confidence >= SURE);
        self.statements += 1;
        self.right += usize::from(is_right);
        self.among_three += usize::from(guesses.iter().any(|g| g.code == truth));
        self.sure += usize::from(is_sure);
        self.sure_and_right += usize::from(is_sure && is_right);
    }

    /// A Markdown table.
    pub fn markdown(&self) -> String {
        let share = |n: usize, of: usize| if of == 0 { 0.0 } else { n as f64 / of as f64 };
        format!(
            "| State recognised from the text alone | figure |\n|---|---|\n| statements | {} |\n| right | {:.3} |\n| among the first three | {:.3} |\n| sure (more than half of the evidence) | {:.3} |\n| right where sure | {:.3} |\n",
            self.statements,
            share(self.right, self.statements),
            share(self.among_three, self.statements),
            share(self.sure, self.statements),
            share(self.sure_and_right, self.sure),
        )
    }

    /// The same as JSON.
    pub fn json(&self) -> Value {
        json!({ "statements": self.statements, "right": self.right, "among_three": self.among_three, "sure": self.sure, "sure_and_right": self.sure_and_right })
    }
}
