//! What several pages show: a text in its own language, a document's row, a link, the turning of pages.

use crate::words::{Told, Words};
use plenum_model::{DocumentKind, Language, PartialDate, Standing};
use std::borrow::Cow;

/// Words that are not the interface's: they carry their own language and direction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted<'a> {
    /// The words, unescaped.
    pub text: Cow<'a, str>,
    /// The language tag; empty where it is not known.
    pub lang: Cow<'a, str>,
    /// `rtl`, `ltr`, or `auto` where the language is not known.
    pub dir: &'static str,
}

impl<'a> Quoted<'a> {
    /// Words in the language of `lang`, a tag such as `ar`; `und` or nonsense counts as not known.
    pub fn new(text: impl Into<Cow<'a, str>>, lang: impl Into<Cow<'a, str>>) -> Self {
        let lang = lang.into();
        let (lang, dir) = (known(lang.clone()), direction(&lang));
        Self { text: text.into(), lang, dir }
    }
}

/// The direction in which a language is written: `rtl`, `ltr`, or `auto` where the tag is not known.
pub fn direction(lang: &str) -> &'static str {
    match lang.split('-').next() {
        None | Some("" | "und") => "auto",
        // Asked of the model only for tags that could be written from the right: it takes an owned tag.
        Some("en" | "fr" | "es" | "ru" | "zh") => "ltr",
        _ => Language::parse(lang).map_or("auto", |language| language.direction()),
    }
}

fn known(lang: Cow<'_, str>) -> Cow<'_, str> {
    if lang == "und" { Cow::Borrowed("") } else { lang }
}

/// The library's address with these words in the search box.
pub(crate) fn search_address(words: &str) -> String {
    let mut address = String::from("/library?q=");
    for byte in words.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}

/// A link with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link<'a> {
    /// Where it leads: a path from `/`, or a whole address.
    pub address: Cow<'a, str>,
    /// What it says.
    pub words: Cow<'a, str>,
}

impl<'a> Link<'a> {
    /// A link to `address` that says `words`.
    pub fn new(address: impl Into<Cow<'a, str>>, words: impl Into<Cow<'a, str>>) -> Self {
        Self { address: address.into(), words: words.into() }
    }
}

/// A link among others of which at most one is where the reader is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<'a> {
    /// Where it leads.
    pub address: Cow<'a, str>,
    /// What it says.
    pub words: Cow<'a, str>,
    /// Whether the reader is there.
    pub is_current: bool,
}

/// A document in a list.
#[derive(Clone, Debug)]
pub struct DocumentRow<'a> {
    /// `/d/A/80/257`.
    pub address: Cow<'a, str>,
    /// Its symbol as printed.
    pub symbol: Cow<'a, str>,
    /// Its title, in the title's language.
    pub title: Quoted<'a>,
    /// What weight it has.
    pub standing: Standing,
    /// What sort of paper it is.
    pub kind: DocumentKind,
    /// When it was issued, adopted or spoken.
    pub date: Option<PartialDate>,
    /// Whose words it holds, in words; else who issued it.
    pub speaker: Option<Cow<'a, str>>,
    /// Language tags in which its text is kept; may be empty (known by symbol only).
    pub languages: Vec<Cow<'a, str>>,
}

/// Which part of a long list is shown, and where the others are.
#[derive(Clone, Debug, Default)]
pub struct Paging<'a> {
    /// The number of the first item shown, from 1; 0 in an empty list.
    pub from: u64,
    /// The number of the last item shown.
    pub until: u64,
    /// How many there are.
    pub total: u64,
    /// The address of the part before.
    pub previous: Option<Cow<'a, str>>,
    /// The address of the part after.
    pub next: Option<Cow<'a, str>>,
}

impl Paging<'_> {
    /// `21 to 40 of 1,234`.
    pub(crate) fn sentence(&self, words: &Words) -> String {
        let of =
            [("from", Told::Number(self.from)), ("until", Told::Number(self.until)), ("n", Told::Number(self.total))];
        words.tell("paging-sentence", &of)
    }
    /// Whether there is more than one part.
    pub fn is_needed(&self) -> bool {
        self.previous.is_some() || self.next.is_some()
    }
}

/// A file that can be had.
#[derive(Clone, Debug)]
pub struct FileLink<'a> {
    /// Where it is.
    pub address: Cow<'a, str>,
    /// Its format in capitals: `PDF`, `DOCX`, `JSON`, `Akoma Ntoso`.
    pub format: Cow<'a, str>,
    /// Its size in bytes, where known.
    pub bytes: Option<u64>,
    /// Whether it is the file as it came (else made from the paragraphs).
    pub is_original: bool,
}

/// What the reader of a file could not make sense of.
#[derive(Clone, Debug)]
pub struct TroubleView<'a> {
    /// The page, from 1, where known.
    pub page: Option<u32>,
    /// Where: the nearest number, part or words of the document.
    pub place: Cow<'a, str>,
    /// What happened, one sentence in English.
    pub what: Cow<'a, str>,
    /// What to do about it, one sentence in English.
    pub remedy: Cow<'a, str>,
    /// The key of both sentences in the word lists; empty where none is known, and the English is shown.
    pub key: Cow<'a, str>,
    /// What the sentences need: `n` a number, all others words.
    pub arguments: Vec<(&'a str, &'a str)>,
}

impl TroubleView<'_> {
    /// Both sentences in the language of the words.
    pub(crate) fn told(&self, words: &Words) -> Option<String> {
        crate::told::sentences(words, &self.key, &self.arguments)
    }
    /// The place, unless the sentences say it already.
    pub(crate) fn place_shown(&self) -> &str {
        if crate::told::says_place(&self.key) { "" } else { &self.place }
    }
}
