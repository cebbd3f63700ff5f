//! Meetings, statements and positions: the words of the room, and what a transcript says of who spoke.

use crate::{PartialDate, Reading};

/// Makes an enum whose values are words of addresses, forms and the database.
macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[$one:meta])* $value:ident = $word:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$one])* $value,)+ }

        impl $name {
            /// Every value.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];
            /// The word used in addresses, forms, JSON and the database.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$value => $word,)+ }
            }
            /// The value of that word.
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == word)
            }
        }
    };
}

words! {
    /// What sort of words were spoken.
    StatementKind {
        /// A statement.
        Statement = "statement",
        /// An answer to what another delegation said of one's own.
        Reply = "right-of-reply",
        /// Why a delegation joins, or does not join, a decision.
        Explanation = "explanation",
        /// One text of several delegations, read by one of them.
        Joint = "joint",
        /// Words of whoever chairs.
        Chair = "chair",
    }
}

words! {
    /// Whether words are part of the formal meeting.
    Mode {
        /// On the record of the body.
        Formal = "formal",
        /// In an informal part, or an informal meeting.
        Informal = "informal",
    }
}

words! {
    /// Where an actor stands on an issue, in one word; the quotation says the rest.
    Stance {
        /// For it.
        Supports = "supports",
        /// Against it.
        Opposes = "opposes",
        /// Brings it, or another text for it.
        Proposes = "proposes",
        /// For it, if something holds.
        Conditions = "conditions",
        /// Speaks of it and takes no stand.
        NoPosition = "no-position",
    }
}

words! {
    /// What two quotations are to each other.
    Relation {
        /// They agree.
        Agree = "agree",
        /// They disagree.
        Disagree = "disagree",
    }
}

words! {
    /// Gender as a speaker or the record states it; never guessed from a name.
    Gender {
        /// Stated as a woman.
        Woman = "woman",
        /// Stated as a man.
        Man = "man",
        /// Stated otherwise.
        Other = "other",
    }
}

/// A meeting: one sitting, of a session of a process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Slug of its process.
    pub process: String,
    /// The name of the session it belongs to, as the process' sessions are named.
    pub session: Option<String>,
    /// Its name within the process: "Third meeting".
    pub name: String,
    /// Formal or informal.
    pub mode: Mode,
    /// The day.
    pub date: Option<PartialDate>,
    /// Where its recording is, an address.
    pub video: Option<String>,
}

/// A span of time in a recording, milliseconds from its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// When it begins.
    pub from_ms: u64,
    /// When it ends; `None` where the transcript gives only beginnings.
    pub until_ms: Option<u64>,
}

/// One turn of speech in a transcript, as a machine made it out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The speaker as printed; empty where the transcript names none.
    pub speaker: String,
    /// For whom else, as printed: "the Arab Group".
    pub on_behalf: Option<String>,
    /// What sort of words.
    pub kind: StatementKind,
    /// The first of its paragraphs, counted from 0 in the reading.
    pub first: usize,
    /// The last of its paragraphs.
    pub last: usize,
    /// When it was spoken, where the transcript tells.
    pub moment: Option<Moment>,
}

/// A transcript: its text, who spoke which part, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transcript {
    /// The text, numbered and with troubles, as of any document. Names of speakers are not part of the words.
    pub reading: Reading,
    /// The turns in order; together they need not cover every paragraph.
    pub turns: Vec<Turn>,
    /// As many as paragraphs: when each was spoken, where the transcript tells.
    pub moments: Vec<Option<Moment>>,
}

/// Counts the words of a text: what spaces part; in Chinese and Japanese, where nothing parts them, each character.
pub fn count_words(text: &str) -> u64 {
    let is_ideograph = |c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{3040}'..='\u{30ff}');
    let mut count = 0;
    let mut is_within = false;
    for c in text.chars() {
        if is_ideograph(c) {
            count += 1;
            is_within = false;
        } else if c.is_alphanumeric() {
            count += u64::from(!is_within);
            is_within = true;
        } else if c.is_whitespace() {
            is_within = false;
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_read_back() {
        for kind in StatementKind::ALL {
            assert_eq!(StatementKind::parse(kind.as_str()), Some(*kind));
        }
        for stance in Stance::ALL {
            assert_eq!(Stance::parse(stance.as_str()), Some(*stance));
        }
        assert_eq!(Mode::parse("secret"), None);
    }

    #[test]
    fn words_are_counted_in_every_script() {
        assert_eq!(count_words("The Chair's text, as it is: 12 (b)."), 8);
        assert_eq!(count_words("国家声明"), 4);
        assert_eq!(count_words("بيان الدولة"), 2);
        assert_eq!(count_words(" — "), 0);
    }
}
