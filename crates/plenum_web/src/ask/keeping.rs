//! Whether questions are kept, for how long, and by what address: chance that nobody can guess.

use crate::seal::hexadecimal;
use plenum_model::PartialDate;

/// What of questions is kept.
#[derive(Clone, Copy, Debug)]
pub struct Keeping {
    /// For how many days a question is kept with its answer; `None`: none is kept.
    pub days: Option<u16>,
    /// 128 bits of chance, of the quality that keys need. Errors: the system gives none.
    pub chance: fn() -> std::io::Result<[u8; 16]>,
}

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

impl Keeping {
    /// A new id: counted ones would let anybody read through what others asked.
    pub(crate) fn new_id(&self) -> std::io::Result<String> {
        (self.chance)().map(|chance| hexadecimal(&chance))
    }

    /// The day of a question and the day from which it is kept no more; `None` where none is kept.
    pub(crate) fn days_from(&self, now_ms: i64) -> Option<(PartialDate, PartialDate)> {
        let days = i64::from(self.days?);
        crate::times::day(now_ms).zip(crate::times::day(now_ms.saturating_add(days * DAY_MS)))
    }
}

/// Whether a text can be an id: it is asked of the store only then.
pub(crate) fn is_id(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
