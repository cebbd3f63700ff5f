//! The fields of the form under which a reading is published: shown as read, put right by a person, understood.

use plenum_model::document::kind_of_symbol;
use plenum_model::process::is_slug;
use plenum_model::{DocumentFacts, DocumentKind, Language, PartialDate, Reading, RevisionTag, Standing, Symbol};
use plenum_pages::Words;
use plenum_pages::upload::UploadFacts;
use serde::Deserialize;
use std::borrow::Cow;

/// As the form sends them; a field that is missing is empty.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Fields {
    symbol: String,
    title: String,
    language: String,
    date: String,
    kind: String,
    standing: String,
    process: String,
    issuer: String,
    source: String,
}

const LONGEST_TITLE: usize = 500;
const LONGEST_WORDS: usize = 500;

impl Fields {
    /// What the file itself says.
    pub(super) fn of(reading: &Reading) -> Self {
        let kind = reading.symbol.as_ref().map_or(DocumentKind::Paper, kind_of_symbol);
        Self {
            symbol: reading.symbol.as_ref().map(ToString::to_string).unwrap_or_default(),
            title: reading.title.clone(),
            language: reading.language.to_string(),
            date: reading.date.map(|date| date.to_string()).unwrap_or_default(),
            kind: kind.as_str().into(),
            standing: kind.usual_standing().as_str().into(),
            ..Self::default()
        }
    }

    /// For the form.
    pub(super) fn view(&self) -> UploadFacts<'_> {
        UploadFacts {
            symbol: Cow::Borrowed(&self.symbol),
            title: Cow::Borrowed(&self.title),
            language: Cow::Borrowed(&self.language),
            date: Cow::Borrowed(&self.date),
            kind: DocumentKind::parse(&self.kind),
            standing: Standing::parse(&self.standing),
            process: Cow::Borrowed(&self.process),
            issuer: Cow::Borrowed(&self.issuer),
            source: Cow::Borrowed(&self.source),
        }
    }

    /// The symbol, if it is one.
    pub(super) fn symbol(&self) -> Option<Symbol> {
        Symbol::parse(&self.symbol).ok()
    }

    /// The revision it would be, for showing.
    pub(super) fn tag(&self) -> RevisionTag {
        RevisionTag { language: Language::parse(&self.language).unwrap_or_else(|_| Language::unknown()), ordinal: 1 }
    }

    /// The facts, and the language of the text.
    ///
    /// Errors: what has to be put right, each a sentence after the field's name in the reader's language.
    pub(super) fn understand(&self, words: &'static Words) -> Result<(DocumentFacts, Language), Vec<String>> {
        let mut wrong = Vec::new();
        let mut note = |key: &str, why: String| wrong.push(format!("{}: {why}", words.say(key)));
        let symbol = Symbol::parse(&self.symbol).map_err(|error| note("field-symbol", error.to_string())).ok();
        let language = Language::parse(&self.language).map_err(|error| note("field-language", error.to_string())).ok();
        let date = match self.date.trim() {
            "" => None,
            date => PartialDate::parse(date).map_err(|error| note("date", error.to_string())).ok(),
        };
        let title = one_line(&self.title, LONGEST_TITLE);
        if title.is_empty() {
            note("title", "…".into());
        }
        let source = one_line(&self.source, LONGEST_WORDS);
        if !source.is_empty() && !source.starts_with("https://") && !source.starts_with("http://") {
            note("source-title", "https://…".into());
        }
        if !self.process.is_empty() && !is_slug(&self.process) {
            note("field-process", self.process.chars().take(80).collect());
        }
        let (Some(symbol), Some(language), true) = (symbol, language, wrong.is_empty()) else { return Err(wrong) };
        let filled = |text: String| (!text.is_empty()).then_some(text);
        let mut facts = DocumentFacts::from_symbol(symbol, title);
        facts.kind = DocumentKind::parse(&self.kind).unwrap_or(facts.kind);
        facts.standing = Standing::parse(&self.standing).unwrap_or_else(|| facts.kind.usual_standing());
        facts.date = date;
        facts.process = filled(self.process.clone());
        facts.issuer = filled(one_line(&self.issuer, LONGEST_WORDS));
        facts.source = filled(source);
        Ok((facts, language))
    }
}

/// Words on one line, without control characters, at most so many letters.
fn one_line(text: &str, letters: usize) -> String {
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    words.join(" ").chars().take(letters).collect()
}
