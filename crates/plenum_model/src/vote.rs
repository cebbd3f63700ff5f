//! Recorded votes: how each State voted in one roll call, and what it said afterwards that it had meant.

use crate::PartialDate;

/// How an actor voted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Vote {
    /// In favour.
    Yes,
    /// Against.
    No,
    /// Present, for neither.
    Abstain,
    /// Said by the record to be absent or not voting. Where the record says nothing, there is no vote at all.
    Absent,
}

impl Vote {
    /// Every vote, in the order of a record.
    pub const ALL: [Self; 4] = [Self::Yes, Self::No, Self::Abstain, Self::Absent];

    /// Its word in files: `yes`, `no`, `abstain`, `absent`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Abstain => "abstain",
            Self::Absent => "absent",
        }
    }

    /// The vote of a word, in any case, with the spellings that records use.
    pub fn parse(word: &str) -> Option<Self> {
        match word.trim().to_ascii_lowercase().as_str() {
            "yes" | "y" | "in favour" | "in favor" | "for" => Some(Self::Yes),
            "no" | "n" | "against" => Some(Self::No),
            "abstain" | "abstained" | "abstention" | "abstaining" | "a" => Some(Self::Abstain),
            "absent" | "not voting" | "non-voting" | "x" => Some(Self::Absent),
            _ => None,
        }
    }

    /// Its letter in a row of votes; see [`Self::of_letter`].
    pub fn letter(self) -> char {
        match self {
            Self::Yes => 'Y',
            Self::No => 'N',
            Self::Abstain => 'A',
            Self::Absent => 'X',
        }
    }

    /// The vote of a letter; `None` for `.` (nothing recorded) and for anything that is no letter of ours.
    pub fn of_letter(letter: u8) -> Option<Self> {
        match letter {
            b'Y' => Some(Self::Yes),
            b'N' => Some(Self::No),
            b'A' => Some(Self::Abstain),
            b'X' => Some(Self::Absent),
            _ => None,
        }
    }
}

/// Stands in a row of votes where nothing is recorded.
pub const NOTHING: char = '.';

/// What of a text was voted on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VotedOn {
    /// The whole text, or a motion.
    Whole,
    /// One of its paragraphs, or some words of it.
    Paragraph,
    /// An amendment to it.
    Amendment,
}

impl VotedOn {
    /// Its word in files: `whole`, `paragraph`, `amendment`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Paragraph => "paragraph",
            Self::Amendment => "amendment",
        }
    }
    /// Of that word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Whole, Self::Paragraph, Self::Amendment].into_iter().find(|one| one.as_str() == word)
    }
}

/// How many voted how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// In favour.
    pub yes: u32,
    /// Against.
    pub no: u32,
    /// Abstaining.
    pub abstain: u32,
    /// Said to be absent or not voting.
    pub absent: u32,
}

impl Tally {
    /// Counts one more.
    pub fn count(&mut self, vote: Vote) {
        match vote {
            Vote::Yes => self.yes += 1,
            Vote::No => self.no += 1,
            Vote::Abstain => self.abstain += 1,
            Vote::Absent => self.absent += 1,
        }
    }
    /// Of one vote.
    pub fn of(self, vote: Vote) -> u32 {
        match vote {
            Vote::Yes => self.yes,
            Vote::No => self.no,
            Vote::Abstain => self.abstain,
            Vote::Absent => self.absent,
        }
    }
    /// Yes, no and abstentions.
    pub fn cast(self) -> u32 {
        self.yes + self.no + self.abstain
    }
}

/// What is known of a roll call besides who voted how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollCallFacts {
    /// Its name in addresses, a slug: `unga-5309`.
    pub id: String,
    /// Who voted: `General Assembly`.
    pub body: String,
    /// The session as the body names it: `66`, `ES-5`.
    pub session: Option<String>,
    /// The text voted on, by symbol or as the source names it.
    pub symbol: Option<String>,
    /// What of it was voted on.
    pub on: VotedOn,
    /// A short title.
    pub title: String,
    /// What was asked, as the source says it; may be empty.
    pub question: String,
    /// When.
    pub date: Option<PartialDate>,
    /// The process it belongs to, by slug.
    pub process: Option<String>,
    /// Which majority decides, in words.
    pub decision_rule: Option<String>,
    /// Whether it was adopted, where the source says so.
    pub is_adopted: Option<bool>,
    /// What it is about, in the source's words; may be empty.
    pub issues: Vec<String>,
    /// Where the facts come from.
    pub source: String,
}

/// A roll call with every vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollCall {
    /// What is known of it.
    pub facts: RollCallFacts,
    /// Actor and vote, each actor once.
    pub votes: Vec<(String, Vote)>,
    /// Votes of voters that are not known here, by the name that the source gives; counted, and shown as such.
    pub unplaced: Vec<(String, Vote)>,
    /// What States said afterwards that they had meant. The result does not change.
    pub changes: Vec<VoteChange>,
}

/// A note that a State had meant to vote otherwise, made after the vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoteChange {
    /// The actor.
    pub actor: String,
    /// What it had meant.
    pub meant: Vote,
    /// Where that is noted.
    pub source: String,
}

impl RollCall {
    /// How many voted how, those not known here among them.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        self.votes.iter().chain(&self.unplaced).for_each(|(_, vote)| tally.count(*vote));
        tally
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_vote_has_a_word_and_a_letter_of_its_own() {
        for vote in Vote::ALL {
            assert_eq!(Vote::parse(vote.as_str()), Some(vote));
            assert_eq!(Vote::of_letter(vote.letter() as u8), Some(vote));
        }
        assert_eq!(Vote::parse("Not voting"), Some(Vote::Absent));
        assert_eq!((Vote::parse("perhaps"), Vote::of_letter(NOTHING as u8)), (None, None));
    }
}
