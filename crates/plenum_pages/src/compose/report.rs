//! What only a session report has: the session itself, who spoke in all of it, and what was proposed for the first time.

use super::Composing;
use super::spoken::{counted, cut};
use crate::digest_facts::*;
use crate::words::Told;
use plenum_model::digest::{Citation, Citations, Section, Sentence};

const SPEAKERS: usize = 24; // Each with links to every statement; the others stand in one sentence.

impl Composing<'_> {
    /// Days, place, chair, mandate, way of deciding, meetings.
    pub(super) fn sessions(&self, out: &mut Vec<Sentence>) {
        let mut silent = Vec::new();
        for one in self.facts {
            let say = |text, cited| Sentence::composed(Section::Session, Some(&one.slug), text, cited);
            for session in &one.sessions {
                let text = self.held(one, session);
                out.push(say(text, session.cited.clone()).confirmed(session.is_confirmed));
            }
            if one.sessions.is_empty() {
                silent.push((&*one.name, &one.page));
                continue;
            }
            out.extend(
                self.standing_facts(one).into_iter().map(|(text, cited)| say(text, cited).confirmed(one.is_confirmed)),
            );
            out.extend(self.transcribed(one).map(|(text, cited)| say(text, cited)));
        }
        self.nothing(Section::Session, "digest-nothing-session", &silent, out);
    }

    fn held(&self, one: &ProcessFacts, session: &SessionFact) -> String {
        let days = self.days_and_place(session);
        let told =
            [("session", Told::Name(&session.name)), ("process", Told::Name(&one.name)), ("days", Told::Name(&days))];
        self.words.tell("digest-report-session", &told)
    }

    /// What is known of the process: who chairs it, what set it up, how it decides.
    fn standing_facts(&self, one: &ProcessFacts) -> Vec<(String, Citations)> {
        let page = || Citations::one(one.page.clone());
        let mut all = Vec::new();
        if let Some(chair) = &one.chair {
            all.push((self.words.tell("digest-report-chair", &[("chair", Told::Name(chair))]), page()));
        }
        if let Some(mandate) = &one.mandate {
            let told = [("document", Told::Name(&mandate.label))];
            all.push((
                self.words.tell("digest-report-mandate", &told),
                Citations::one(mandate.clone()).and(one.page.clone()),
            ));
        }
        if let Some(rule) = &one.decision_rule {
            // The phrase ends the sentence; the record's own stop would double it.
            let rule = rule.trim_end().trim_end_matches('.');
            all.push((self.words.tell("digest-report-rule", &[("rule", Told::Name(rule))]), page()));
        }
        all
    }

    /// How many meetings have a transcript, and how many statements of them are confirmed; `None`: no meeting has one.
    fn transcribed(&self, one: &ProcessFacts) -> Option<(String, Citations)> {
        let told = [
            ("days", Told::Name(&self.days)),
            ("meetings", Told::Number(one.meetings.len() as u64)),
            ("n", Told::Number(said(one).count() as u64)),
        ];
        Some((self.words.tell("digest-report-meetings", &told), meetings(one, |_| true)?))
    }

    /// Who spoke, over all meetings: by speaker and by group, each with the statements.
    pub(super) fn speakers(&self, out: &mut Vec<Sentence>) {
        let mut silent = Vec::new();
        for one in self.facts {
            let say = |(text, cited)| Sentence::composed(Section::Spoke, Some(&one.slug), text, cited);
            let speakers = counted(said(one).map(|spoken| spoken.speaker.as_str()));
            if speakers.is_empty() {
                silent.push((&*one.name, &one.page));
            }
            let (first, further) = speakers.split_at(speakers.len().min(SPEAKERS));
            out.extend(first.iter().filter_map(|(name, n)| self.speaker(one, name, *n)).map(say));
            out.extend(self.further(one, further).map(say));
            let groups = counted(said(one).filter_map(|spoken| spoken.group.as_deref()));
            out.extend(groups.iter().filter_map(|(name, n)| self.group(one, name, *n)).map(say));
            out.extend(self.uncounted(one).map(say));
        }
        self.nothing(Section::Spoke, "digest-nothing-spoke", &silent, out);
    }

    fn speaker(&self, one: &ProcessFacts, name: &str, n: u64) -> Option<(String, Citations)> {
        let cited = statements(one, |spoken| spoken.speaker == name)?;
        let told = [("actor", Told::Name(name)), ("n", Told::Number(n))];
        Some((self.words.tell("digest-report-actor", &told), cited))
    }

    fn further(&self, one: &ProcessFacts, speakers: &[(&str, u64)]) -> Option<(String, Citations)> {
        let is_further = |spoken: &SpokenFact| speakers.iter().any(|(name, _)| *name == spoken.speaker);
        let cited = meetings(one, |meeting| meeting.spoken.iter().any(is_further))?;
        let names = self.counts(speakers);
        Some((self.words.tell("digest-report-further", &[("speakers", Told::Name(&names))]), cited))
    }

    fn group(&self, one: &ProcessFacts, name: &str, n: u64) -> Option<(String, Citations)> {
        let is_for = |spoken: &&SpokenFact| spoken.group.as_deref() == Some(name);
        let cited = statements(one, |spoken| is_for(&spoken))?;
        let speakers = self.counts(&counted(said(one).filter(is_for).map(|spoken| spoken.speaker.as_str())));
        let told = [("group", Told::Name(name)), ("n", Told::Number(n)), ("speakers", Told::Name(&speakers))];
        Some((self.words.tell("digest-report-group", &told), cited))
    }

    /// How many statements nobody has confirmed; `None`: none.
    fn uncounted(&self, one: &ProcessFacts) -> Option<(String, Citations)> {
        let cited = meetings(one, |meeting| meeting.unconfirmed > 0)?;
        let n = one.meetings.iter().map(|meeting| meeting.unconfirmed).sum();
        let told = [("days", Told::Name(&self.days)), ("n", Told::Number(n))];
        Some((self.words.tell("digest-report-not-counted", &told), cited))
    }

    /// Confirmed statements that an editor marked as proposing for the first time.
    pub(super) fn proposed(&self, out: &mut Vec<Sentence>) {
        let mut silent = Vec::new();
        for one in self.facts {
            let before = out.len();
            for meeting in &one.meetings {
                for spoken in meeting.spoken.iter().filter(|spoken| spoken.is_first_proposal) {
                    let cited = Citations::one(spoken.cited.clone());
                    let text = self.proposal(meeting, spoken);
                    out.push(Sentence::composed(Section::Proposed, Some(&one.slug), text, cited));
                }
            }
            if out.len() == before {
                silent.push((&*one.name, &one.page));
            }
        }
        self.nothing(Section::Proposed, "digest-nothing-proposed", &silent, out);
    }

    fn proposal(&self, meeting: &MeetingFact, spoken: &SpokenFact) -> String {
        let (date, quoted) = (self.words.date(meeting.date), cut(&spoken.opening));
        let told = [
            ("actor", Told::Name(&spoken.speaker)),
            ("meeting", Told::Name(&meeting.name)),
            ("date", Told::Name(&date)),
            ("words", Told::Name(&quoted)),
        ];
        self.words.tell("digest-proposed", &told)
    }
}

/// All confirmed statements of a process.
fn said(one: &ProcessFacts) -> impl Iterator<Item = &SpokenFact> {
    one.meetings.iter().flat_map(|meeting| &meeting.spoken)
}

/// Links to the statements that are so; `None`: none is.
fn statements(one: &ProcessFacts, is_so: impl Fn(&SpokenFact) -> bool) -> Option<Citations> {
    Citations::of(said(one).filter(|spoken| is_so(spoken)).map(|spoken| spoken.cited.clone()).collect())
}

/// Links to the meetings that are so; `None`: none is.
fn meetings(one: &ProcessFacts, is_so: impl Fn(&MeetingFact) -> bool) -> Option<Citations> {
    let own = one.meetings.iter().filter(|meeting| is_so(meeting));
    let all: Vec<Citation> = own.flat_map(|meeting| meeting.cited.all().to_vec()).collect();
    Citations::of(all)
}
