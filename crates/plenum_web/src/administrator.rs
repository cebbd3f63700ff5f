//! The local administrator: a token until accounts exist, and a session that proves it was given.
//!
//! Deny by default: without a token configured nobody is the administrator. The token itself is not kept, only its
//! hash and a key made of it; a session is its moment of issue, sealed with that key, so a new token ends all sessions.

use crate::seal::{is_same, seal};
use sha2::{Digest, Sha256};
use std::sync::atomic::{AtomicU64, Ordering};

/// Who may upload. Compares in constant time; slows down whoever guesses.
#[derive(Debug)]
pub struct Administrator {
    token_hash: [u8; 32],
    session_key: [u8; 32],
    /// Wrong tokens given in the current minute: the minute in the upper half, the count in the lower.
    wrong: AtomicU64,
}

impl Clone for Administrator {
    fn clone(&self) -> Self {
        Self { wrong: AtomicU64::new(self.wrong.load(Ordering::Acquire)), ..*self }
    }
}

/// What became of a token that was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Given {
    /// It is the administrator's.
    Right,
    /// It is not.
    Wrong,
    /// Too many wrong ones were given: try again in so many seconds, whatever is given.
    TooMany(u64),
}

/// How long a session lasts, in seconds: a working day.
pub(crate) const SESSION_SECONDS: i64 = 12 * 60 * 60;

const WRONG_PER_MINUTE: u64 = 10; // A person mistypes a few times; a guesser of 128 bits gains nothing from ten.
const MINUTE_MS: i64 = 60_000;

impl Administrator {
    /// The administrator who knows `token`, which should hold at least 128 bits of chance; `None` if it is empty.
    pub fn knowing(token: &str) -> Option<Self> {
        let token = token.trim();
        let hash = |purpose: &str| Sha256::new().chain_update(purpose).chain_update(token).finalize().into();
        let new = || Self { token_hash: hash("token:"), session_key: hash("session key:"), wrong: AtomicU64::new(0) };
        (!token.is_empty()).then(new)
    }

    /// Compares a token that somebody gave.
    pub(crate) fn is_given(&self, token: &str, now_ms: i64) -> Given {
        let minute = u64::try_from(now_ms / MINUTE_MS).unwrap_or(0) & u64::from(u32::MAX);
        let seen = self.wrong.load(Ordering::Acquire);
        let count = if seen >> 32 == minute { seen & u64::from(u32::MAX) } else { 0 };
        if count >= WRONG_PER_MINUTE {
            let left_ms = MINUTE_MS - now_ms.rem_euclid(MINUTE_MS);
            return Given::TooMany(u64::try_from(left_ms / 1000).unwrap_or(0) + 1);
        }
        let given: [u8; 32] = Sha256::new().chain_update("token:").chain_update(token.trim()).finalize().into();
        if is_same(&given, &self.token_hash) {
            return Given::Right;
        }
        self.wrong.store(minute << 32 | (count + 1), Ordering::Release);
        Given::Wrong
    }

    /// A session from now on, for the cookie: hexadecimal digits and one stop.
    pub(crate) fn new_session(&self, now_ms: i64) -> String {
        let issued = format!("{now_ms:x}");
        let seal = self.seal(&issued);
        format!("{issued}.{seal}")
    }

    /// Whether a cookie's value is a session of ours that still lasts.
    pub(crate) fn is_session(&self, value: &str, now_ms: i64) -> bool {
        let Some((issued, seal)) = value.split_once('.') else { return false };
        let is_ours = is_same(self.seal(issued).as_bytes(), seal.as_bytes());
        let age_ms = i64::from_str_radix(issued, 16).map(|issued| now_ms.saturating_sub(issued));
        is_ours && age_ms.is_ok_and(|age_ms| (0..SESSION_SECONDS * 1000).contains(&age_ms))
    }

    fn seal(&self, text: &str) -> String {
        seal(&self.session_key, text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn administrator() -> Administrator {
        Administrator::knowing("f00d-cafe").expect("a token")
    }

    #[test]
    fn without_a_token_there_is_no_administrator() {
        assert!(Administrator::knowing("").is_none() && Administrator::knowing(" \n").is_none());
    }

    #[test]
    fn only_the_token_opens() {
        assert_eq!(administrator().is_given("f00d-cafe\n", 0), Given::Right);
        for wrong in ["", "f00d-caf", "f00d-cafe1", "F00D-CAFE"] {
            assert_eq!(administrator().is_given(wrong, 0), Given::Wrong);
        }
    }

    #[test]
    fn guessing_is_slowed_down_and_forgiven_after_a_minute() {
        let administrator = administrator();
        for _ in 0..WRONG_PER_MINUTE {
            assert_eq!(administrator.is_given("guess", 1_000), Given::Wrong);
        }
        assert_eq!(administrator.is_given("f00d-cafe", 1_000), Given::TooMany(60));
        assert_eq!(administrator.is_given("f00d-cafe", 61_000), Given::Right);
    }

    #[test]
    fn a_session_lasts_a_day_and_cannot_be_made_up() {
        let administrator = administrator();
        let now_ms = 1_800_000_000_000;
        let session = administrator.new_session(now_ms);
        assert!(administrator.is_session(&session, now_ms + 1));
        assert!(!administrator.is_session(&session, now_ms + SESSION_SECONDS * 1000));
        assert!(!administrator.is_session(&session, now_ms - 1), "from the future");
        let other = Administrator::knowing("another").expect("a token");
        assert!(!other.is_session(&session, now_ms));
        let later = session.replacen(&format!("{now_ms:x}"), &format!("{:x}", now_ms + 9), 1);
        for forged in ["", ".", "ff", &later, &session[..session.len() - 1]] {
            assert!(!administrator.is_session(forged, now_ms + 10), "{forged}");
        }
    }
}
