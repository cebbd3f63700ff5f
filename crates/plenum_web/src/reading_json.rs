//! A reading as JSON, in both directions: what `plenum extract --json` prints and what the reading child process hands back.
//!
//! Shape: `{"title","symbol","language","date","troubles":[{"page","where","what","try"}],"paragraphs":[{"number","path",
//! "kind","level","text","page","references":[{"symbol","number","span":[from,to]}],"footnotes":[{"mark","at","text",
//! "references"}]}]}`. Offsets are bytes of the UTF-8 text. What is not known is `null`.

use plenum_model::{Footnote, Language, Paragraph, ParagraphKind, PartialDate, Reading, Reference, Symbol, Trouble};
use serde::{Deserialize, Serialize};

/// Why a JSON value is not a reading.
#[derive(Debug, thiserror::Error)]
pub enum NotAReading {
    /// A field is missing or of another type.
    #[error("the reading has another shape: {0}")]
    Shape(#[from] serde_json::Error),
    /// A field holds a word that the field cannot hold.
    #[error("{field} cannot be \"{found}\"")]
    Word {
        /// The field's name.
        field: &'static str,
        /// What stood there.
        found: String,
    },
    /// An offset lies outside its text, or within a letter.
    #[error("offset {from} to {to} does not fit a text of {length} bytes")]
    Offset {
        /// Where the span starts.
        from: usize,
        /// Where it ends.
        to: usize,
        /// How long the text is.
        length: usize,
    },
}

/// Writes a reading as one JSON value.
pub fn to_json(reading: &Reading) -> serde_json::Value {
    // Strings, numbers and lists only: nothing in these bodies can fail to be written.
    serde_json::to_value(ReadingBody::of(reading)).expect("a body of strings and numbers is always JSON")
}

/// Reads a reading from a JSON value, checking every word and offset.
///
/// Errors: [`NotAReading`], since the value may come from a process that read a hostile file.
pub fn from_json(value: &serde_json::Value) -> Result<Reading, NotAReading> {
    ReadingBody::deserialize(value)?.into_reading()
}

/// What a file says: title, troubles and numbered paragraphs.
#[derive(Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = Reading)]
pub(crate) struct ReadingBody {
    title: String,
    symbol: Option<String>,
    language: String,
    date: Option<String>,
    troubles: Vec<TroubleBody>,
    paragraphs: Vec<ParagraphBody>,
}

/// What could not be understood, where, and what to do.
#[derive(Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = Trouble)]
pub(crate) struct TroubleBody {
    page: Option<u32>,
    #[serde(rename = "where")]
    place: String,
    what: String,
    #[serde(rename = "try")]
    remedy: String,
    /// A name that stays the same for the same kind of trouble; empty in what was kept before there were any.
    #[serde(default)]
    key: String,
    /// What the sentence says of this one: names and values.
    #[serde(default)]
    arguments: Vec<(String, String)>,
}

/// One paragraph of a reading.
#[derive(Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = ReadParagraph)]
pub(crate) struct ParagraphBody {
    number: Option<String>,
    path: Vec<String>,
    kind: String,
    level: u8,
    text: String,
    page: Option<u32>,
    references: Vec<ReferenceBody>,
    footnotes: Vec<FootnoteBody>,
}

/// Words that name another document.
#[derive(Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = Reference)]
pub(crate) struct ReferenceBody {
    symbol: Option<String>,
    number: Option<String>,
    /// Bytes of the text, from and to (exclusive).
    span: (usize, usize),
}

/// A note and where its mark stood.
#[derive(Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = Footnote)]
pub(crate) struct FootnoteBody {
    mark: String,
    at: usize,
    text: String,
    references: Vec<ReferenceBody>,
}

impl ReadingBody {
    pub(crate) fn of(reading: &Reading) -> Self {
        Self {
            title: reading.title.clone(),
            symbol: reading.symbol.as_ref().map(ToString::to_string),
            language: reading.language.to_string(),
            date: reading.date.map(|date| date.to_string()),
            troubles: reading.troubles.iter().map(TroubleBody::of).collect(),
            paragraphs: reading.paragraphs.iter().map(ParagraphBody::of).collect(),
        }
    }

    fn into_reading(self) -> Result<Reading, NotAReading> {
        let symbol = self.symbol.map(|text| parse_symbol(&text)).transpose()?;
        let language = Language::parse(&self.language).map_err(|_| word("language", &self.language))?;
        let date = match self.date {
            Some(text) => Some(PartialDate::parse(&text).map_err(|_| word("date", &text))?),
            None => None,
        };
        let paragraphs = self.paragraphs.into_iter().map(ParagraphBody::into_paragraph).collect::<Result<_, _>>()?;
        let troubles = self.troubles.into_iter().map(TroubleBody::into_trouble).collect();
        Ok(Reading { title: self.title, symbol, language, date, troubles, paragraphs })
    }
}

impl TroubleBody {
    pub(crate) fn of(trouble: &Trouble) -> Self {
        Self {
            page: trouble.page,
            place: trouble.place.clone(),
            what: trouble.what.clone(),
            remedy: trouble.remedy.clone(),
            key: trouble.key.clone(),
            arguments: trouble.arguments.clone(),
        }
    }

    fn into_trouble(self) -> Trouble {
        let Self { page, place, what, remedy, key, arguments } = self;
        Trouble { page, place, what, remedy, key, arguments }
    }
}

impl ParagraphBody {
    pub(crate) fn of(paragraph: &Paragraph) -> Self {
        Self {
            number: paragraph.number.clone(),
            path: paragraph.path.clone(),
            kind: paragraph.kind.as_str().to_owned(),
            level: paragraph.level,
            text: paragraph.text.clone(),
            page: paragraph.page,
            references: paragraph.references.iter().map(ReferenceBody::of).collect(),
            footnotes: paragraph.footnotes.iter().map(FootnoteBody::of).collect(),
        }
    }

    fn into_paragraph(self) -> Result<Paragraph, NotAReading> {
        let kind = ParagraphKind::parse(&self.kind).ok_or_else(|| word("kind", &self.kind))?;
        let references = references_in(self.references, &self.text)?;
        let mut footnotes = Vec::with_capacity(self.footnotes.len());
        for note in self.footnotes {
            check_span(note.at, note.at, &self.text)?;
            let references = references_in(note.references, &note.text)?;
            footnotes.push(Footnote { mark: note.mark, at: note.at, text: note.text, references });
        }
        Ok(Paragraph {
            number: self.number,
            path: self.path,
            kind,
            level: self.level,
            text: self.text,
            page: self.page,
            references,
            footnotes,
        })
    }
}

impl ReferenceBody {
    pub(crate) fn of(reference: &Reference) -> Self {
        Self {
            symbol: reference.symbol.as_ref().map(ToString::to_string),
            number: reference.number.clone(),
            span: reference.span,
        }
    }
}

impl FootnoteBody {
    pub(crate) fn of(note: &Footnote) -> Self {
        Self {
            mark: note.mark.clone(),
            at: note.at,
            text: note.text.clone(),
            references: note.references.iter().map(ReferenceBody::of).collect(),
        }
    }
}

fn references_in(bodies: Vec<ReferenceBody>, text: &str) -> Result<Vec<Reference>, NotAReading> {
    let read = |body: ReferenceBody| {
        check_span(body.span.0, body.span.1, text)?;
        let symbol = body.symbol.map(|symbol| parse_symbol(&symbol)).transpose()?;
        Ok(Reference { symbol, number: body.number, span: body.span })
    };
    bodies.into_iter().map(read).collect()
}

fn check_span(from: usize, to: usize, text: &str) -> Result<(), NotAReading> {
    let fits = from <= to && text.is_char_boundary(from) && text.is_char_boundary(to);
    if fits { Ok(()) } else { Err(NotAReading::Offset { from, to, length: text.len() }) }
}

fn parse_symbol(text: &str) -> Result<Symbol, NotAReading> {
    Symbol::parse(text).map_err(|_| word("symbol", text))
}

fn word(field: &'static str, found: &str) -> NotAReading {
    NotAReading::Word { field, found: found.chars().take(60).collect() }
}

#[cfg(test)]
mod tests;
