//! The words for what statements and positions are, in six languages.

use crate::lent::{Lent, Whole};
use crate::numbers::own_digits;
use crate::words::Words;
use plenum_model::statement::{Gender, Mode, Relation, Stance, StatementKind};

macro_rules! lent {
    ($($kind:ty),*) => {$(
        impl Lent<$kind> for $kind {
            fn lent(&self) -> $kind {
                *self
            }
        }
    )*};
}
lent!(Gender, Mode, Relation, Stance, StatementKind);

impl Words {
    /// What sort of words, in words.
    pub fn statement_kind(&'static self, kind: impl Lent<StatementKind>) -> &'static str {
        self.say(match kind.lent() {
            StatementKind::Statement => "said-statement",
            StatementKind::Reply => "said-reply",
            StatementKind::Explanation => "said-explanation",
            StatementKind::Joint => "said-joint",
            StatementKind::Chair => "said-chair",
        })
    }
    /// Formal or informal.
    pub fn mode(&'static self, mode: impl Lent<Mode>) -> &'static str {
        self.say(match mode.lent() {
            Mode::Formal => "mode-formal",
            Mode::Informal => "mode-informal",
        })
    }
    /// Where an actor stands.
    pub fn stance(&'static self, stance: impl Lent<Stance>) -> &'static str {
        self.say(match stance.lent() {
            Stance::Supports => "stance-supports",
            Stance::Opposes => "stance-opposes",
            Stance::Proposes => "stance-proposes",
            Stance::Conditions => "stance-conditions",
            Stance::NoPosition => "stance-no-position",
        })
    }
    /// What two quotations are to each other.
    pub fn relation(&'static self, relation: impl Lent<Relation>) -> &'static str {
        self.say(match relation.lent() {
            Relation::Agree => "relation-agree",
            Relation::Disagree => "relation-disagree",
        })
    }
    /// A gender as stated.
    pub fn gender(&'static self, gender: impl Lent<Gender>) -> &'static str {
        self.say(match gender.lent() {
            Gender::Woman => "gender-woman",
            Gender::Man => "gender-man",
            Gender::Other => "gender-other",
        })
    }
    /// A time of a recording or a length, `1:02:03`, in the language's digits.
    pub fn running_time(&self, ms: impl Whole) -> String {
        let seconds = ms.whole() / 1000;
        let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        own_digits(self.lang(), &format!("{hours}:{minutes:02}:{seconds:02}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_words_in_every_language() {
        for lang in plenum_model::language::UN_SIX {
            let words = Words::of(lang);
            let mut all: Vec<&str> = Vec::new();
            all.extend(StatementKind::ALL.iter().map(|kind| words.statement_kind(kind)));
            all.extend(Mode::ALL.iter().map(|mode| words.mode(mode)));
            all.extend(Stance::ALL.iter().map(|stance| words.stance(stance)));
            all.extend(Relation::ALL.iter().map(|relation| words.relation(relation)));
            all.extend(Gender::ALL.iter().map(|gender| words.gender(gender)));
            assert!(all.iter().all(|said| !said.contains('\u{2047}')), "{lang}: {all:?}");
        }
    }

    #[test]
    fn a_length_is_written_in_the_languages_digits() {
        assert_eq!(Words::of("en").running_time(3_723_000_u64), "1:02:03");
        assert_eq!(Words::of("ar").running_time(62_000_u64), "٠:٠١:٠٢");
    }
}
