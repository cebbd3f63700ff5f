//! The interface's words in six languages, from Fluent files that are part of the program.
//!
//! What takes no argument is resolved once at the start and then looked up; what takes one is formatted when asked.

use crate::lent::{Lent, Whole};
use crate::{dates, numbers};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use plenum_model::language::UN_SIX;
use plenum_model::lineage::Change;
use plenum_model::{DocumentKind, PartialDate, Standing};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

#[cfg(test)]
mod tests;

/// The interface's words in one language.
pub struct Words {
    lang: &'static str,
    /// Messages without arguments, resolved.
    plain: HashMap<String, String>,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Words({})", self.lang)
    }
}

/// The word list of a language: one file a room of the house, joined.
macro_rules! word_list {
    ($lang:literal) => {
        concat!(
            include_str!(concat!("../locales/", $lang, "/plenum.ftl")),
            include_str!(concat!("../locales/", $lang, "/claims.ftl")),
            include_str!(concat!("../locales/", $lang, "/calendar.ftl")),
            include_str!(concat!("../locales/", $lang, "/actors.ftl")),
            include_str!(concat!("../locales/", $lang, "/statements.ftl")),
            include_str!(concat!("../locales/", $lang, "/ask.ftl")),
            include_str!(concat!("../locales/", $lang, "/questions.ftl")),
            include_str!(concat!("../locales/", $lang, "/digests.ftl")),
            include_str!(concat!("../locales/", $lang, "/letters.ftl")),
        )
    };
}

/// A word list of a language, as it is in `locales/`.
pub(crate) const SOURCES: [(&str, &str); 6] = [
    ("ar", word_list!("ar")),
    ("zh", word_list!("zh")),
    ("en", word_list!("en")),
    ("fr", word_list!("fr")),
    ("ru", word_list!("ru")),
    ("es", word_list!("es")),
];

static ALL: LazyLock<[Words; 6]> = LazyLock::new(|| SOURCES.map(|(lang, source)| Words::read(lang, source)));

impl Words {
    /// The words of a language by its tag (`fr`, also `fr-CA`); English where the tag is none of the six.
    pub fn of(lang: &str) -> &'static Self {
        Self::find(lang).unwrap_or_else(|| Self::find("en").expect("English is one of the six"))
    }

    /// The words of a language by its tag; `None` where it is none of the six.
    pub fn find(lang: &str) -> Option<&'static Self> {
        let first = lang.split('-').next()?;
        let place = UN_SIX.iter().position(|tag| tag.eq_ignore_ascii_case(first))?;
        ALL.get(place)
    }

    fn read(lang: &'static str, source: &str) -> Self {
        let resource = FluentResource::try_new(source.to_owned()).expect("a test reads every word list");
        let mut bundle = FluentBundle::new_concurrent(vec![lang.parse().expect("six plain tags")]);
        // A symbol inside an Arabic sentence needs isolating; elsewhere the marks would only be copied along.
        bundle.set_use_isolating(lang == "ar");
        bundle.set_formatter(Some(match lang {
            "ar" => |value, _| in_digits("ar", value),
            "fr" | "ru" | "es" => |value, _| in_digits("fr", value),
            _ => |value, _| in_digits("en", value),
        }));
        bundle.add_resource(resource).expect("a test finds keys given twice");
        let mut plain = HashMap::new();
        for key in keys(source) {
            let pattern = bundle.get_message(key).and_then(|message| message.value());
            let mut errors = Vec::new();
            let resolved = pattern.map(|pattern| bundle.format_pattern(pattern, None, &mut errors).into_owned());
            if let (Some(resolved), true) = (resolved, errors.is_empty()) {
                plain.insert(key.to_owned(), resolved);
            }
        }
        Self { lang, plain, bundle }
    }

    /// The language's tag.
    pub fn lang(&self) -> &'static str {
        self.lang
    }
    /// `rtl` or `ltr`.
    pub fn dir(&self) -> &'static str {
        crate::parts::direction(self.lang)
    }

    /// The words of a key that takes no argument; a question mark for a key that is not there (a test finds those).
    pub fn say(&'static self, key: &str) -> &'static str {
        self.plain.get(key).map_or("\u{2047}", String::as_str)
    }

    /// The words of a key with its arguments.
    ///
    /// In: arguments as the word list names them; numbers choose the plural and are written in the language's digits.
    /// Out: plain text, unescaped. Errors: none; a question mark for a key that is not there.
    pub fn tell(&self, key: &str, arguments: &[(&'static str, Told<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return String::from("\u{2047}");
        };
        let mut args = FluentArgs::with_capacity(arguments.len());
        for (name, value) in arguments {
            args.set(*name, value.as_fluent());
        }
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned()
    }

    /// The words of a key that takes one number, `$n`.
    pub fn count(&self, key: &str, n: impl Whole) -> String {
        self.tell(key, &[("n", Told::Number(n.whole()))])
    }
    /// The words of a key that takes one name, `$name`.
    pub fn name(&self, key: &str, name: &str) -> String {
        self.tell(key, &[("name", Told::Name(name))])
    }

    /// A whole number in the language's digits.
    pub fn number(&self, n: impl Whole) -> String {
        numbers::number(self.lang, n.whole())
    }
    /// A size in bytes: `1.4 MB`.
    pub fn bytes(&self, n: impl Whole) -> String {
        numbers::bytes(self.lang, n.whole())
    }
    /// A date in words, no more precise than it is.
    pub fn date(&self, date: impl Lent<PartialDate>) -> String {
        dates::date(self.lang, date.lent())
    }
    /// A date in figures, for narrow lists.
    pub fn short_date(&self, date: impl Lent<PartialDate>) -> String {
        dates::short(self.lang, date.lent())
    }
    /// From one date until another.
    pub fn span(&self, from: impl Lent<Option<PartialDate>>, until: impl Lent<Option<PartialDate>>) -> String {
        dates::span(self.lang, from.lent(), until.lent())
    }

    /// A standing in words.
    pub fn standing(&'static self, standing: impl Lent<Standing>) -> &'static str {
        self.say(match standing.lent() {
            Standing::Adopted => "standing-adopted",
            Standing::Chair => "standing-chair",
            Standing::Official => "standing-official",
            Standing::Statement => "standing-statement",
            Standing::Commentary => "standing-commentary",
            Standing::Machine => "standing-machine",
        })
    }
    /// What a standing means, one sentence.
    pub fn standing_meaning(&'static self, standing: impl Lent<Standing>) -> &'static str {
        self.say(match standing.lent() {
            Standing::Adopted => "standing-adopted-meaning",
            Standing::Chair => "standing-chair-meaning",
            Standing::Official => "standing-official-meaning",
            Standing::Statement => "standing-statement-meaning",
            Standing::Commentary => "standing-commentary-meaning",
            Standing::Machine => "standing-machine-meaning",
        })
    }
    /// A theme in words.
    pub fn theme(&'static self, theme: impl Lent<crate::Theme>) -> &'static str {
        self.say(match theme.lent() {
            crate::Theme::System => "theme-system",
            crate::Theme::Light => "theme-light",
            crate::Theme::Dark => "theme-dark",
        })
    }
    /// A kind of document in words.
    pub fn kind(&'static self, kind: impl Lent<DocumentKind>) -> &'static str {
        self.say(match kind.lent() {
            DocumentKind::Resolution => "kind-resolution",
            DocumentKind::Report => "kind-report",
            DocumentKind::Treaty => "kind-treaty",
            DocumentKind::Draft => "kind-draft",
            DocumentKind::Statement => "kind-statement",
            DocumentKind::Paper => "kind-paper",
            DocumentKind::Article => "kind-article",
        })
    }
    /// What became of a paragraph, in words.
    pub fn change(&'static self, change: impl Lent<Change>) -> &'static str {
        self.say(match change.lent() {
            Change::Unchanged => "change-unchanged",
            Change::Moved => "change-moved",
            Change::Reworded => "change-reworded",
            Change::Added => "change-added",
            Change::Removed => "change-removed",
        })
    }
    /// The name of a language by its tag; the tag itself where the interface has no name for it.
    pub fn language<'a>(&'static self, tag: &'a str) -> Cow<'a, str> {
        let key = match tag {
            "" | "und" => "language-unknown",
            "ar" => "language-ar",
            "zh" => "language-zh",
            "en" => "language-en",
            "fr" => "language-fr",
            "ru" => "language-ru",
            "es" => "language-es",
            _ => return Cow::Borrowed(tag),
        };
        Cow::Borrowed(self.say(key))
    }
    /// The words for a value of a filter whose values are ours (standing, kind, language); the value itself for others.
    pub fn value<'a>(&'static self, field: crate::library::Field, value: &'a str) -> Cow<'a, str> {
        use crate::library::Field;
        let ours = match field {
            Field::Standing => Standing::parse(value).map(|standing| self.standing(standing)),
            Field::Kind => DocumentKind::parse(value).map(|kind| self.kind(kind)),
            Field::Language => return self.language(value),
            Field::Year => return Cow::Owned(numbers::own_digits(self.lang, value)),
            _ => None,
        };
        ours.map_or(Cow::Borrowed(value), Cow::Borrowed)
    }
}

/// An argument of a sentence.
#[derive(Clone, Copy, Debug)]
pub enum Told<'a> {
    /// A number: it chooses the plural.
    Number(u64),
    /// A name, symbol or other words that are put in as they are.
    Name(&'a str),
}

impl<'a> Told<'a> {
    fn as_fluent(self) -> FluentValue<'a> {
        match self {
            // Counts are far below 2^53, where a double stops being exact.
            Self::Number(n) => FluentValue::Number(FluentNumber::new(n as f64, Default::default())),
            Self::Name(words) => FluentValue::String(Cow::Borrowed(words)),
        }
    }
}

fn in_digits(lang: &str, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(n) => Some(numbers::number(lang, n.value as u64)),
        _ => None,
    }
}

/// The keys of a word list, in its order: what stands before ` =` at the start of a line.
pub(crate) fn keys(source: &str) -> impl Iterator<Item = &str> {
    let starts_message = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
    source.lines().filter(starts_message).filter_map(|line| line.split_once(" =").map(|(key, _)| key))
}
