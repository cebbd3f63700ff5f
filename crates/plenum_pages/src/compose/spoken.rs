//! What was said: quotations placed on issues, pairs of them, and who spoke in meetings.

use super::Composing;
use crate::digest_facts::*;
use crate::words::Told;
use plenum_model::digest::{Citations, Kind, Section, Sentence};
use plenum_model::statement::Relation;

const QUOTED_LETTERS: usize = 400; // A paragraph's length; the address has the rest.

impl Composing<'_> {
    /// The quotations placed on an issue; in a session report also who is quoted, and which quotations agree or not.
    pub(super) fn quoted_on(&self, one: &ProcessFacts, issue: &IssueFact, out: &mut Vec<Sentence>) {
        let say = |text, cited| Sentence::composed(Section::Moved, Some(&one.slug), text, cited);
        if self.kind == Kind::Session {
            out.extend(self.quoted_speakers(issue).map(|(text, cited)| say(text, cited)));
        }
        for position in &issue.positions {
            out.push(say(self.position(&issue.name, position), cited(position)));
        }
        if self.kind == Kind::Session {
            for pair in &issue.pairs {
                out.push(say(
                    self.pair(&issue.name, pair),
                    cited(&pair.one).and_all(cited(&pair.other).all().to_vec()),
                ));
            }
        }
    }

    /// Whose confirmed statements are quoted on an issue, with how many quotations; `None`: nobody's.
    fn quoted_speakers(&self, issue: &IssueFact) -> Option<(String, Citations)> {
        let from_statements = || issue.positions.iter().filter(|position| position.statement.is_some());
        let statements = from_statements().filter_map(|position| position.statement.clone());
        let cited = Citations::of(statements.collect())?;
        let counts = counted(from_statements().map(|position| position.actor.as_str()));
        let speakers = self.counts(&counts);
        let told = [("issue", Told::Name(&issue.name)), ("speakers", Told::Name(&speakers))];
        Some((self.words.tell("digest-issue-spoke", &told), cited))
    }

    fn position(&self, issue: &str, position: &PositionFact) -> String {
        let date = self.words.date(position.date);
        let quoted = cut(&position.words);
        let told = [
            ("actor", Told::Name(&position.actor)),
            ("issue", Told::Name(issue)),
            ("stance", Told::Name(self.words.stance(position.stance))),
            ("date", Told::Name(&date)),
            ("words", Told::Name(&quoted)),
        ];
        self.words.tell("digest-position", &told)
    }

    fn pair(&self, issue: &str, pair: &PairFact) -> String {
        let side = |position: &PositionFact| {
            let quoted = cut(&position.words);
            let told = [("actor", Told::Name(&position.actor)), ("words", Told::Name(&quoted))];
            self.words.tell("digest-pair-side", &told)
        };
        let (one, other) = (side(&pair.one), side(&pair.other));
        let key = match pair.relation {
            Relation::Agree => "digest-pair-agree",
            Relation::Disagree => "digest-pair-disagree",
        };
        let told = [("issue", Told::Name(issue)), ("one", Told::Name(&one)), ("other", Told::Name(&other))];
        self.words.tell(key, &told)
    }

    pub(super) fn spoke(&self, out: &mut Vec<Sentence>) {
        let mut silent = Vec::new();
        for one in self.facts {
            let before = out.len();
            let say =
                |text, cited: &Citations| Sentence::composed(Section::Spoke, Some(&one.slug), text, cited.clone());
            for meeting in &one.meetings {
                if !meeting.spoken.is_empty() {
                    out.push(say(self.meeting(meeting), &meeting.cited));
                }
                if meeting.unconfirmed > 0 {
                    out.push(say(self.not_counted(meeting), &meeting.cited));
                }
            }
            if out.len() == before {
                silent.push((&*one.name, &one.page));
            }
        }
        self.nothing(Section::Spoke, "digest-nothing-spoke", &silent, out);
    }

    fn meeting(&self, meeting: &MeetingFact) -> String {
        let date = self.words.date(meeting.date);
        let speakers = self.counts(&counted(meeting.spoken.iter().map(|one| one.speaker.as_str())));
        let told = [
            ("meeting", Told::Name(&meeting.name)),
            ("date", Told::Name(&date)),
            ("n", Told::Number(meeting.spoken.len() as u64)),
            ("speakers", Told::Name(&speakers)),
        ];
        self.words.tell("digest-spoke", &told)
    }

    fn not_counted(&self, meeting: &MeetingFact) -> String {
        let date = self.words.date(meeting.date);
        let n = Told::Number(meeting.unconfirmed);
        let told = [("meeting", Told::Name(&meeting.name)), ("date", Told::Name(&date)), ("n", n)];
        self.words.tell("digest-not-counted", &told)
    }

    /// Names with numbers, in a row.
    pub(super) fn counts(&self, counts: &[(&str, u64)]) -> String {
        let each: Vec<String> =
            counts.iter().map(|(name, many)| format!("{name} {}", self.words.number(*many))).collect();
        self.joined(each.iter().map(String::as_str))
    }
}

/// A quotation's paragraph, and the statement that it is cut from.
fn cited(position: &PositionFact) -> Citations {
    position.cited.clone().and_all(position.statement.clone())
}

/// How often each name comes, the most first, else by name.
pub(super) fn counted<'n>(names: impl Iterator<Item = &'n str>) -> Vec<(&'n str, u64)> {
    let mut counts: Vec<(&str, u64)> = Vec::new();
    for name in names {
        match counts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, many)) => *many += 1,
            None => counts.push((name, 1)),
        }
    }
    counts.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(other.0)));
    counts
}

/// The first words of a quotation, at most so many letters, cut between words.
pub(super) fn cut(words: &str) -> String {
    let Some((end, _)) = words.char_indices().nth(QUOTED_LETTERS) else { return words.to_owned() };
    let at = words[..end].rfind(' ').filter(|at| *at > end / 2).unwrap_or(end);
    format!("{} …", &words[..at])
}
