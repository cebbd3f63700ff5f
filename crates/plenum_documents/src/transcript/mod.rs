//! A transcript becomes statements: who spoke, for whom, in what manner, when. All of it a guess, to be confirmed.
//!
//! Plain text, WebVTT, SRT and whatever the other readers understand are cut into pieces ([`plain`], [`captions`]), the
//! names of speakers are found at their beginnings ([`labels`]), and pieces become turns ([`turns`]). The printed name
//! stands as a heading over each turn, so that the text reads as it was printed and every paragraph says who speaks.
//! Which actor a printed name means is told by [`Directory`], which knows the names that are kept.

mod behalf;
mod captions;
mod directory;
mod labels;
mod plain;
mod times;
mod turns;

#[cfg(test)]
mod measure;
#[cfg(test)]
mod tests;

pub use directory::{Directory, Recognised};

use crate::{Format, ReadError, decoding, recognise};
use plenum_model::statement::{Moment, Transcript};
use plenum_model::{Paragraph, ParagraphKind, Trouble};

/// Reads a transcript.
///
/// In: the whole file, in any format that Plenum reads. Out: its text with the speakers' names as headings, the turns,
/// and when each paragraph was spoken where the file tells; what is unclear is a trouble of the reading.
/// Errors: see [`ReadError`].
pub fn read(bytes: &[u8]) -> Result<Transcript, ReadError> {
    let gathered = match recognise(bytes)? {
        Format::WebVtt | Format::Srt => captions::gather(&decoded(bytes)?),
        Format::Text | Format::Markdown => plain::gather(&decoded(bytes)?),
        _ => of_reading(bytes)?,
    };
    let mut transcript = turns::compose(gathered);
    if transcript.reading.paragraphs.is_empty() {
        return Err(ReadError::Empty);
    }
    crate::complete(&mut transcript.reading);
    Ok(transcript)
}

fn decoded(bytes: &[u8]) -> Result<std::borrow::Cow<'_, str>, ReadError> {
    decoding::decode(bytes).ok_or_else(|| ReadError::UnknownFormat { found: "of an unknown format".into() })
}

/// What is unclear, in English alone: no word list has these sentences yet.
fn trouble(place: impl Into<String>, what: impl Into<String>, remedy: &str) -> Trouble {
    let (place, what, remedy) = (place.into(), what.into(), remedy.to_owned());
    Trouble { page: None, place, what, remedy, key: String::new(), arguments: Vec::new() }
}

/// What a front end hands over.
#[derive(Default)]
struct Gathered {
    title: String,
    pieces: Vec<Piece>,
    troubles: Vec<Trouble>,
    /// What another reader found of the document: symbol, date, language.
    reading: Option<plenum_model::Reading>,
}

/// A run of words that may begin a turn.
struct Piece {
    /// The paragraph, its words still with the speaker's name if that is printed in them.
    paragraph: Paragraph,
    /// Who speaks, where the format says it apart from the words; empty: somebody else, not named.
    voice: Option<String>,
    moment: Option<Moment>,
}

impl Piece {
    fn of(text: impl Into<String>) -> Self {
        Self { paragraph: Paragraph::plain(text), voice: None, moment: None }
    }
}

/// The paragraphs of any other format, as its own reader makes them.
fn of_reading(bytes: &[u8]) -> Result<Gathered, ReadError> {
    let mut reading = crate::read(bytes)?.into_iter().next().ok_or(ReadError::Empty)?;
    let mut gathered = Gathered { title: reading.title.clone(), ..Gathered::default() };
    for mut paragraph in reading.paragraphs.drain(..) {
        paragraph.references.clear(); // Found anew when the words are cut.
        paragraph.path.clear();
        let is_title = paragraph.kind == ParagraphKind::Heading && paragraph.text == gathered.title;
        if !is_title {
            gathered.pieces.push(Piece { paragraph, voice: None, moment: None });
        }
    }
    gathered.troubles.append(&mut reading.troubles);
    gathered.reading = Some(reading);
    Ok(gathered)
}
