//! What was said: meetings with their confirmed statements, and the statements that quotations are cut from.

use super::Common;
use crate::view::meetings::address;
use plenum_model::digest::{Citation, Citations};
use plenum_model::process::Process;
use plenum_pages::digest_facts::*;
use plenum_store::meetings::MeetingLine;
use plenum_store::positions::Position;
use plenum_store::statements::Statement;
use plenum_store::{Result, Store};
use std::collections::HashMap;

impl Common {
    pub(super) async fn meetings(&self, store: &Store, lines: &[MeetingLine]) -> Result<Vec<MeetingFact>> {
        let mut all = Vec::new();
        for line in lines {
            let Some(date) = line.meeting.date.filter(|date| self.span.holds(*date)) else { continue };
            let statements = store.statements_of(&[line.id]).await?;
            let confirmed = statements.iter().filter(|statement| statement.is_confirmed);
            let spoken: Vec<SpokenFact> = confirmed.map(|statement| self.said(line, statement)).collect();
            all.push(MeetingFact {
                name: line.meeting.name.clone(),
                date,
                unconfirmed: (statements.len() - spoken.len()) as u64,
                spoken,
                cited: Citations::one(Citation::new(format!("/meetings/{}", line.id), line.meeting.name.as_str())),
            });
        }
        Ok(all)
    }

    fn said(&self, line: &MeetingLine, statement: &Statement) -> SpokenFact {
        let group = statement.speaks_for.as_deref().map(|slug| self.actor(slug));
        SpokenFact {
            speaker: self.speaker(statement),
            group: group.or_else(|| statement.printed_group.clone()),
            is_first_proposal: statement.is_first_proposal,
            opening: statement.opening.clone(),
            cited: Citation::new(
                address(line.id, statement.number),
                called(&line.meeting.name, statement.number, &self.speaker(statement)),
            ),
        }
    }

    fn speaker(&self, statement: &Statement) -> String {
        match statement.actor.as_deref() {
            Some(slug) => self.actor(slug),
            None if statement.printed.is_empty() => self.words.say("speaker-unnamed").to_owned(),
            None => statement.printed.clone(),
        }
    }

    /// The confirmed statements that quotations are cut from, by the quotation's key.
    pub(super) async fn spoken(
        &self,
        store: &Store,
        process: &Process,
        placed: &[Position],
    ) -> Result<HashMap<i64, Citation>> {
        let mut all = HashMap::new();
        if placed.is_empty() {
            return Ok(all);
        }
        for (position, meeting, number, name) in store.statements_quoted(&process.slug).await? {
            let actor = placed.iter().find(|one| one.id == position).map(|one| self.actor(&one.actor));
            let label = called(&name, number, &actor.unwrap_or_default());
            all.insert(position, Citation::new(address(meeting, number), label));
        }
        Ok(all)
    }
}

/// What a statement is called in a citation: its meeting, its number, its speaker.
fn called(meeting: &str, number: i64, speaker: &str) -> String {
    format!("{meeting}, {number} {speaker}")
}
