//! The bytes of a file become numbered paragraphs with references, and a list of troubles. See ARCHITECTURE.md.
//!
//! [`read`] is the door: it recognises the format by content, calls that format's reader, and completes what every
//! format lacks alike (references, language, title). The readers know no files, no network and no clock.

pub mod akoma_ntoso;
pub mod calendar;
pub mod comparison;
pub mod dates;
mod decoding;
pub mod docx;
mod error;
pub mod feeds;
pub mod html;
pub mod languages;
pub mod markdown;
pub mod pdf;
mod recognise;
pub mod references;
pub mod speaker;
pub mod structure;
pub mod table;
pub mod text;
pub mod transcript;
pub mod wordpress;

pub use error::ReadError;
pub use recognise::{Format, recognise};

use plenum_model::{Language, Paragraph, ParagraphKind, Reading};

const TITLE_PARAGRAPHS: usize = 6; // A heading after more paragraphs than a cover has is a part's, not the document's.
const TITLE_CHARS: usize = 160; // Longest title of a United Nations report seen in our files: 150.

/// Reads a file of any format that Plenum knows.
///
/// In: the whole file. Out: one reading, or as many as a WordPress list has posts; each has at least one paragraph, its
/// references found, its language guessed if the file does not say it, and a title.
/// Errors: see [`ReadError`]; what is merely odd is a trouble of the reading.
pub fn read(bytes: &[u8]) -> Result<Vec<Reading>, ReadError> {
    let mut readings = match recognise(bytes)? {
        Format::Pdf => vec![pdf::read(bytes)?],
        Format::Docx => vec![docx::read(bytes)?],
        Format::Html => vec![html::read(bytes)?],
        Format::Text => vec![text::read(bytes)?],
        Format::Markdown => vec![markdown::read(bytes)?],
        Format::AkomaNtoso => vec![akoma_ntoso::read(bytes)?],
        Format::WordPress => wordpress::read(bytes)?,
        Format::Calendar => {
            return Err(ReadError::UnknownFormat { found: "a calendar, which `plenum import` takes".into() });
        }
        Format::Feed => return Err(ReadError::UnknownFormat { found: "a feed, which `plenum import` takes".into() }),
        Format::Table => vec![table::read(bytes)?],
        Format::WebVtt | Format::Srt => return Ok(vec![transcript::read(bytes)?.reading]),
    };
    if readings.iter().all(|reading| reading.paragraphs.is_empty()) {
        return Err(why_wordless(&readings));
    }
    readings.iter_mut().for_each(complete);
    Ok(readings)
}

/// The error for a file in which no words were found: its first trouble, if it has one.
fn why_wordless(readings: &[Reading]) -> ReadError {
    match readings.iter().find_map(|reading| reading.troubles.first()) {
        Some(trouble) => {
            ReadError::damaged(format!("no words could be read from it; {}", trouble.what.trim_end_matches('.')))
        }
        None => ReadError::Empty,
    }
}

/// Fills in what is found alike in every format: references, the language if unknown, the title if empty.
fn complete(reading: &mut Reading) {
    if reading.language == Language::unknown() {
        reading.language = languages::guess_of(&reading.paragraphs);
    }
    find_own_symbol(reading);
    references::fill(&mut reading.paragraphs);
    if reading.title.is_empty() || is_furniture(&reading.title) {
        reading.title = title_of(&reading.paragraphs);
    }
    drop_title_from_paths(reading);
}

/// A line near the start that is a United Nations symbol and nothing else is the document's own.
fn find_own_symbol(reading: &mut Reading) {
    let opening = reading.paragraphs.iter_mut().take(TITLE_PARAGRAPHS).take_while(|p| p.number.is_none());
    // What stands behind may say which part of the document this is ("A/81/6 (Sect. 4)/Part A").
    let symbol_of = |p: &Paragraph| {
        let first = references::find(&p.text).into_iter().next().filter(|found| found.span.0 == 0)?;
        let rest = p.text[first.span.1..].trim_matches(['*', ' ']);
        first.symbol.filter(|symbol| symbol.is_united_nations() && (rest.is_empty() || rest.starts_with("/Part")))
    };
    if reading.symbol.is_none()
        && let Some((paragraph, symbol)) = opening.filter_map(|p| symbol_of(p).map(|symbol| (p, symbol))).next()
    {
        paragraph.kind = ParagraphKind::Front;
        reading.symbol = Some(symbol);
    }
}

/// Whether a line is printed on every United Nations paper and so names none: a symbol, or the organisation.
fn is_furniture(line: &str) -> bool {
    const ORGANISATION: [&str; 9] = [
        "United Nations",
        "Nations Unies",
        "Naciones Unidas",
        "Организация Объединенных Наций",
        "联合国",
        "الأمم المتحدة",
        "General Assembly",
        "Security Council",
        "Economic and Social Council",
    ];
    let line = line.trim();
    ORGANISATION.contains(&line) || plenum_model::Symbol::parse(line).is_ok_and(|symbol| symbol.is_united_nations())
}

/// A heading among the first paragraphs, else the first words that are no greeting, else any heading.
fn title_of(paragraphs: &[Paragraph]) -> String {
    let is_heading = |p: &&Paragraph| p.kind == ParagraphKind::Heading && !p.text.is_empty() && !is_furniture(&p.text);
    let near_start = paragraphs.iter().filter(|p| p.kind != ParagraphKind::Front).take(TITLE_PARAGRAPHS);
    let has_words = |p: &&Paragraph| {
        p.text.chars().filter(|c| c.is_alphabetic()).count() > 3 && !is_greeting(&p.text) && !is_furniture(&p.text)
    };
    let near = near_start.clone().find(is_heading);
    let found = near
        .or_else(|| near_start.clone().find(has_words))
        .or_else(|| paragraphs.iter().find(has_words))
        .or(paragraphs.first());
    shortened(found.map_or("", |p| p.text.as_str()))
}

/// A title that stands as heading over everything says nothing in every paragraph's path.
fn drop_title_from_paths(reading: &mut Reading) {
    for paragraph in &mut reading.paragraphs {
        if paragraph.path.first() == Some(&reading.title) {
            paragraph.path.remove(0);
        }
    }
}

/// Whether a line opens a letter ("Dear readers,").
fn is_greeting(line: &str) -> bool {
    line.chars().count() < 60 && line.trim_end().ends_with([',', '،', '，', '!', ':'])
}

/// One line of at most [`TITLE_CHARS`] letters, cut between words.
pub(crate) fn shortened(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default().trim();
    if line.chars().count() <= TITLE_CHARS {
        return line.to_owned();
    }
    let cut: String = line.chars().take(TITLE_CHARS - 1).collect();
    let whole_words = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    format!("{}…", whole_words.trim_end_matches([',', ';', ' ']))
}

#[cfg(test)]
mod mutations;
#[cfg(test)]
pub(crate) use mutations::check as mutations_of;
#[cfg(test)]
mod tests;
