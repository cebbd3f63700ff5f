//! Subscriptions by letter: what is followed, how often one is written to, and which addresses can be written to.

use crate::Address;
use crate::process::is_slug;

/// What is followed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Topic {
    /// A process, by slug.
    Process(String),
    /// An actor, by slug.
    Actor(String),
    /// An issue of a process' matrix, both by slug.
    Issue {
        /// The process.
        process: String,
        /// The issue.
        issue: String,
    },
    /// These very words, wherever they stand; without quotation marks.
    Phrase(String),
    /// One paragraph, by its address from `/d/` with its revision, nothing in it percent-encoded.
    Paragraph(String),
}

/// The longest phrase that can be followed, in letters: longer ones are paragraphs.
pub const LONGEST_PHRASE: usize = 120;
/// A shorter one stands everywhere.
const SHORTEST_PHRASE: usize = 2;
const LONGEST_ADDRESS: usize = 300;

impl Topic {
    /// Reads a topic from its kind (one of [`Topic::what`]) and its key; `None` if it can be none.
    pub fn parse(what: &str, key: &str) -> Option<Self> {
        let key = key.trim();
        match what {
            "process" => is_slug(key).then(|| Self::Process(key.to_owned())),
            "actor" => is_slug(key).then(|| Self::Actor(key.to_owned())),
            "issue" => {
                let (process, issue) = key.split_once('/')?;
                let are_slugs = is_slug(process) && is_slug(issue);
                are_slugs.then(|| Self::Issue { process: process.to_owned(), issue: issue.to_owned() })
            }
            "phrase" => phrase(key).map(Self::Phrase),
            "paragraph" => {
                let address = Address::parse(key.strip_prefix("/d/").unwrap_or(key)).ok()?;
                (key.len() <= LONGEST_ADDRESS).then(|| Self::of_paragraph(&address)).flatten()
            }
            _ => None,
        }
    }

    /// The paragraph of that address; `None` for a whole document.
    pub fn of_paragraph(address: &Address) -> Option<Self> {
        let anchor = address.anchor.as_ref()?;
        let revision = address.revision.as_ref().map(|tag| format!("/{tag}")).unwrap_or_default();
        Some(Self::Paragraph(format!("/d/{}{revision}/p/{}", address.symbol, anchor.as_str())))
    }

    /// Its kind, one word: `process`, `actor`, `issue`, `phrase`, `paragraph`.
    pub fn what(&self) -> &'static str {
        match self {
            Self::Process(_) => "process",
            Self::Actor(_) => "actor",
            Self::Issue { .. } => "issue",
            Self::Phrase(_) => "phrase",
            Self::Paragraph(_) => "paragraph",
        }
    }

    /// Its key within its kind, as [`Topic::parse`] reads it.
    pub fn key(&self) -> String {
        match self {
            Self::Process(key) | Self::Actor(key) | Self::Phrase(key) | Self::Paragraph(key) => key.clone(),
            Self::Issue { process, issue } => format!("{process}/{issue}"),
        }
    }
}

/// The words of a phrase, without quotation marks and with single spaces.
fn phrase(key: &str) -> Option<String> {
    const MARKS: [char; 9] =
        ['"', '\u{201c}', '\u{201d}', '\u{201e}', '\u{ab}', '\u{bb}', '\u{300c}', '\u{300d}', '\u{201f}'];
    let plain: String = key.chars().map(|c| if MARKS.contains(&c) || c.is_control() { ' ' } else { c }).collect();
    let words = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    (SHORTEST_PHRASE..=LONGEST_PHRASE).contains(&words.chars().count()).then_some(words)
}

/// How often a reader is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rhythm {
    /// Once a day, where there is something new.
    Daily,
    /// On Mondays, where there is something new.
    Weekly,
}

const HOUR_MS: i64 = 60 * 60 * 1000;
const DAY_MS: i64 = 24 * HOUR_MS;
/// Letters are made from five in the morning on, UTC: before New York, Geneva and Addis Ababa begin to work.
const MORNING_MS: i64 = 5 * HOUR_MS;
/// 1 January 1970 was a Thursday; the first Monday came four days later.
const FIRST_MONDAY_MS: i64 = 4 * DAY_MS;

impl Rhythm {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Daily, Self::Weekly];

    /// The rhythm of a word: `daily`, `weekly`.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rhythm| rhythm.as_str() == word)
    }
    /// Its word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::Weekly => "weekly",
        }
    }
    /// Whether a letter is due now to whoever was told the last time at `told_ms`; both in milliseconds since 1970.
    ///
    /// The hours are the same for all, so that several subscriptions of one reader come in one letter.
    pub fn is_due(self, told_ms: i64, now_ms: i64) -> bool {
        self.turn(now_ms) > self.turn(told_ms)
    }
    fn turn(self, at_ms: i64) -> i64 {
        match self {
            Self::Daily => (at_ms - MORNING_MS).div_euclid(DAY_MS),
            Self::Weekly => (at_ms - MORNING_MS - FIRST_MONDAY_MS).div_euclid(7 * DAY_MS),
        }
    }
}

/// An address that letters can be sent to: one mailbox, nothing that could end a header or name a second one.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct MailAddress(String);

const LONGEST_MAIL_ADDRESS: usize = 254; // RFC 5321, 4.5.3.1.3, without the angle brackets.
const LONGEST_MAILBOX: usize = 64; // The same, 4.5.3.1.1.
const LONGEST_LABEL: usize = 63; // RFC 1035, 2.3.4.

impl MailAddress {
    /// Reads an address such as `delegate@mission.example`; `None` if it is none that we write to.
    ///
    /// Only plain ones: ASCII, no quoted mailbox, no comment, no address of a machine by its number.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim_matches(' ');
        let (mailbox, domain) = text.split_once('@')?;
        let fits = text.len() <= LONGEST_MAIL_ADDRESS && mailbox.len() <= LONGEST_MAILBOX;
        (fits && is_mailbox(mailbox) && is_domain(domain)).then(|| Self(text.to_owned()))
    }
    /// The address as its owner wrote it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// The same for two ways of writing it in capitals and small letters.
    pub fn key(&self) -> String {
        self.0.to_ascii_lowercase()
    }
}

/// An address is personal: what is printed for whoever debugs shows only where it is kept.
impl std::fmt::Debug for MailAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "…@{}", self.0.rsplit('@').next().unwrap_or_default())
    }
}

fn is_mailbox(mailbox: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte);
    mailbox.split('.').all(|part| !part.is_empty() && part.bytes().all(is_letter))
}

fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        (1..=LONGEST_LABEL).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let has_name = domain.rsplit('.').next().is_some_and(|last| last.bytes().any(|byte| byte.is_ascii_alphabetic()));
    domain.contains('.') && has_name && domain.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_one_mailbox_and_can_end_no_header() {
        for good in ["delegate@mission.example", "A.B+c@x-y.example.org", "o'neill@un.example"] {
            assert_eq!(MailAddress::parse(good).map(|a| a.as_str().to_owned()).as_deref(), Some(good));
        }
        let bad = [
            "",
            "@",
            "a@",
            "@b.example",
            "a@b",
            "a@b@c.example",
            "a b@c.example",
            "a@c.example\r\nBcc: x@y.example",
            "a\n@c.example",
            "a@c.example,x@y.example",
            "<a@c.example>",
            "\"a\"@c.example",
            "a..b@c.example",
            "a@-c.example",
            "a@127.0.0.1",
            "a@[127.0.0.1]",
            "é@c.example",
            "a@c.exämple",
            "a@c.example\0",
        ];
        for text in bad {
            assert_eq!(MailAddress::parse(text), None, "{text:?}");
        }
        assert_eq!(MailAddress::parse(&format!("{}@c.example", "a".repeat(65))), None);
        let address = MailAddress::parse("Delegate@mission.example").expect("an address");
        assert_eq!(address.key(), "delegate@mission.example");
        assert_eq!(format!("{address:?}"), "…@mission.example", "no log shows whose it is");
    }

    #[test]
    fn a_topic_is_read_back_from_its_key() {
        for (what, key) in [
            ("process", "oewg-2021-2025"),
            ("actor", "nor"),
            ("issue", "lights/colour"),
            ("phrase", "points of contact"),
            ("paragraph", "/d/A/80/257/en1/p/12(b)"),
        ] {
            let topic = Topic::parse(what, key).expect(key);
            assert_eq!((topic.what(), topic.key().as_str()), (what, key));
        }
        assert_eq!(Topic::parse("phrase", " \"points  of\r\ncontact\" "), Topic::parse("phrase", "points of contact"));
        for (what, key) in
            [("process", "../x"), ("issue", "lights"), ("phrase", "\"\""), ("paragraph", "/d/A/80/257"), ("vote", "x")]
        {
            assert_eq!(Topic::parse(what, key), None, "{what} {key}");
        }
        assert_eq!(Topic::parse("phrase", &"x".repeat(LONGEST_PHRASE + 1)), None);
    }

    #[test]
    fn letters_are_due_in_the_morning_and_on_mondays() {
        let monday = 1_764_547_200_000; // 1 December 2025, 00:00 UTC, a Monday.
        let at = |days: i64, hours: i64| monday + days * DAY_MS + hours * HOUR_MS;
        assert!(!Rhythm::Daily.is_due(at(0, 6), at(1, 4)) && Rhythm::Daily.is_due(at(0, 6), at(1, 5)));
        assert!(Rhythm::Daily.is_due(at(0, 4), at(0, 5)), "who was told before five is told at five");
        assert!(!Rhythm::Weekly.is_due(at(0, 6), at(7, 4)) && Rhythm::Weekly.is_due(at(0, 6), at(7, 5)));
        assert!(Rhythm::Weekly.is_due(at(-1, 0), at(0, 5)) && !Rhythm::Weekly.is_due(at(0, 5), at(6, 23)));
    }
}
