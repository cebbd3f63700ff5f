//! What an import came to: counts and refusals.

use crate::outcome::Outcome;
use plenum_store::keeping::{Kept, Outcome as Keeping};
use plenum_store::statements::KeptStatements;
use plenum_store::votes::Counted;
use serde_json::json;

/// Counts of an import.
#[derive(Default)]
pub struct Tally {
    new: u64,
    /// Documents that were held already, word for word.
    pub unchanged: u64,
    revised: u64,
    beside: u64,
    statements: Option<KeptStatements>,
    packs: Vec<String>,
    /// What calendars and feeds came to.
    beside_documents: Vec<String>,
    refused: Vec<(String, String)>,
    troubles: Vec<(String, String)>,
    calls: Counted,
}

const REFUSALS_SHOWN: usize = 20; // A screen; `--json` has them all.

impl Tally {
    /// Counts one kept reading.
    pub fn count(&mut self, kept: &Kept) {
        match kept.outcome {
            Keeping::New => self.new += 1,
            Keeping::Unchanged => self.unchanged += 1,
            Keeping::Beside => self.beside += 1,
            Keeping::Revised { .. } => self.revised += 1,
        }
    }
    /// Notes what became of a transcript's statements.
    pub fn statements(&mut self, kept: KeptStatements) {
        self.statements = Some(kept);
    }
    /// Counts a pack.
    pub fn pack(&mut self, words: String) {
        self.packs.push(words);
    }
    /// Tells what a calendar or a feed came to.
    pub fn beside_documents(&mut self, words: String) {
        self.beside_documents.push(words);
    }
    /// Counts a refusal with its reason.
    pub fn refuse(&mut self, name: &str, why: &str) {
        self.refused.push((name.to_owned(), why.to_owned()));
    }
    /// Counts roll calls.
    pub fn roll_calls(&mut self, counted: Counted) {
        self.calls.new += counted.new;
        self.calls.changed += counted.changed;
        self.calls.unchanged += counted.unchanged;
    }
    /// Counts something that was kept, but not understood in full.
    pub fn trouble(&mut self, name: &str, what: &str) {
        self.troubles.push((name.to_owned(), what.to_owned()));
    }
    /// Documents looked at so far.
    pub fn documents(&self) -> u64 {
        self.new + self.unchanged + self.revised + self.beside + self.refused.len() as u64
    }
    /// Done, unless something was refused.
    pub fn outcome(&self) -> Outcome {
        if self.refused.is_empty() && self.troubles.is_empty() { Outcome::Done } else { Outcome::Partly }
    }

    /// Tells the log what the packs brought, and what is wrong with them.
    pub fn report_packs(&self) {
        for pack in &self.packs {
            tracing::info!("{pack}");
        }
        for (name, why) in &self.refused {
            tracing::warn!("{name}: {why}");
        }
    }

    /// The summary, to people or as JSON.
    pub fn print(&self, as_json: bool) {
        if as_json {
            let told = |list: &[(String, String)]| -> Vec<_> {
                list.iter().map(|(name, why)| json!({ "name": name, "why": why })).collect()
            };
            let calls =
                json!({ "new": self.calls.new, "changed": self.calls.changed, "unchanged": self.calls.unchanged });
            let statements = self.statements.map(|kept| {
                json!({ "meeting": format!("/meetings/{}", kept.meeting), "new": kept.added, "same": kept.same, "gone": kept.gone })
            });
            println!(
                "{}",
                json!({ "new": self.new, "unchanged": self.unchanged, "revised": self.revised, "other_formats": self.beside, "packs": self.packs, "beside_documents": self.beside_documents, "roll_calls": calls, "statements": statements, "troubles": told(&self.troubles), "refused": told(&self.refused) })
            );
            return;
        }
        for pack in &self.packs {
            eprintln!("{pack}");
        }
        for (name, what) in &self.troubles {
            eprintln!("Trouble: {name}: {what}");
        }
        for line in &self.beside_documents {
            eprintln!("{line}");
        }
        for (name, why) in self.refused.iter().take(REFUSALS_SHOWN) {
            eprintln!("Refused: {name}: {why}");
        }
        if self.refused.len() > REFUSALS_SHOWN {
            eprintln!("… and {} more; --json names them all.", self.refused.len() - REFUSALS_SHOWN);
        }
        let Counted { new, changed, unchanged } = self.calls;
        if new + changed + unchanged > 0 {
            eprintln!("Roll calls: {new} new, {unchanged} unchanged, {changed} changed.");
        }
        if let Some(kept) = self.statements {
            eprintln!(
                "/meetings/{}: {} new statements, {} as they were, {} gone. New ones count when an editor confirms them.",
                kept.meeting, kept.added, kept.same, kept.gone
            );
        }
        let beside = if self.beside == 0 { String::new() } else { format!("{} other formats of these, ", self.beside) };
        let (new, unchanged, revised, refused) = (self.new, self.unchanged, self.revised, self.refused.len());
        eprintln!("{new} new, {unchanged} unchanged, {revised} revised, {beside}{refused} refused.");
    }
}
