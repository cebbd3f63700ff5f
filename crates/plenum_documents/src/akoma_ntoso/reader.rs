//! Reading Akoma Ntoso: one pass over the XML, with a stack of the containers that are open.

mod meta;
mod opening;

use super::frames::{self, Frame};
use super::gather::Gathered;
use crate::{ReadError, dates, decoding, shortened};
use opening::{INLINE, Opening, local, predefined};
use plenum_model::{Footnote, Language, Paragraph, ParagraphKind, PartialDate, Reading, Symbol, Trouble};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::HashMap;

const MAX_DEPTH: usize = 400; // The deepest example of the standard's committee reaches 25.

/// Reads an Akoma Ntoso document of any type.
///
/// In: XML in any declared encoding. Out: its paragraphs; a number inside an article carries the article's
/// (`Article 5 (1) (a)`); speakers stand before their words; authorial notes are footnotes. Title, date, language and
/// symbol come from the metadata. Errors: [`ReadError::Damaged`] if not well formed; [`ReadError::TooDeep`];
/// [`ReadError::Unsafe`] if it declares entities.
pub fn read(bytes: &[u8]) -> Result<Reading, ReadError> {
    let text = decoding::decode_declared(bytes).ok_or_else(|| ReadError::damaged("its bytes are no text"))?;
    let mut reader = Reader::from_str(&text);
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.allow_dangling_amp = true;
    let mut walk = Walk::default();
    let mut depth = 0_usize;
    loop {
        let event = reader.read_event().map_err(|_| ReadError::damaged("its XML is not well formed"))?;
        match event {
            Event::Start(start) => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Err(ReadError::TooDeep { limit: MAX_DEPTH });
                }
                walk.start(&Opening::of(&start));
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                walk.end(local(end.name().into_inner()));
            }
            Event::Text(words) => walk.words(&words.into_inner()),
            Event::CData(words) => walk.words(&words.into_inner()),
            Event::GeneralRef(name) => match name.resolve_char_ref() {
                Ok(Some(c)) => walk.words(c.encode_utf8(&mut [0; 4])),
                _ => walk.words(predefined(&name.into_inner())),
            },
            Event::DocType(declared) if declared.contains("ENTITY") => {
                return Err(ReadError::Unsafe { what: "declarations of XML entities".into() });
            }
            Event::Eof if depth > 0 => return Err(ReadError::damaged("its XML ends too early")),
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(walk.finish())
}

/// Where words go.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
enum Target {
    Body,
    Number,
    Heading,
    Speaker,
    /// A note in the text.
    Note,
    /// A note kept apart, among the metadata.
    KeptNote,
}

#[derive(Default)]
struct Walk {
    paragraphs: Vec<Paragraph>,
    troubles: Vec<Trouble>,
    frames: Vec<Frame>,
    gathered: Gathered,
    /// Words of a number, heading or speaker, with the notes in them.
    aside: Gathered,
    /// Words of notes, innermost last, with their marks.
    notes: Vec<(String, Gathered)>,
    targets: Vec<Target>,
    /// Notes kept among the metadata, by id.
    kept: HashMap<String, String>,
    kept_id: String,
    note_count: usize,
    /// How many of the open elements are `meta`, `preface` or `coverPage`, and quotations.
    in_meta: usize,
    in_front: usize,
    in_quote: usize,
    row: Option<Row>,
    tables: usize,
    start_quote: Option<String>,
    title: String,
    in_title: usize,
    symbol: Option<Symbol>,
    is_united_nations: bool,
    /// Whether the file is an export of ours.
    is_own: bool,
    number_value: Option<String>,
    date: Option<PartialDate>,
    printed_date: Option<PartialDate>,
    language: Option<Language>,
}

/// The row of a table being read.
#[derive(Default)]
struct Row {
    cells: usize,
}

impl Walk {
    fn target(&self) -> Target {
        self.targets.last().copied().unwrap_or(Target::Body)
    }

    fn words(&mut self, words: &str) {
        if self.in_title > 0 && self.in_meta == 0 {
            self.title.push_str(words);
        }
        match self.target() {
            Target::KeptNote => {
                if let Some((_, note)) = self.notes.last_mut() {
                    note.push(words);
                }
            }
            _ if self.in_meta > 0 => {}
            Target::Note => {
                if let Some((_, note)) = self.notes.last_mut() {
                    note.push(words);
                }
            }
            Target::Number | Target::Heading | Target::Speaker => self.aside.push(words),
            Target::Body => self.body_words(words),
        }
    }

    fn body_words(&mut self, words: &str) {
        if self.gathered.text.is_empty() && !words.trim().is_empty() {
            if let Some(speaker) = self.frames.iter_mut().rev().find_map(|frame| frame.speaker.take()) {
                self.gathered.push(&format!("{speaker} "));
            }
            if let Some(quote) = self.start_quote.take() {
                self.gathered.push(&quote);
            }
        }
        self.gathered.push(words);
    }

    fn start(&mut self, opening: &Opening) {
        let name = opening.name.as_str();
        if self.in_meta > 0 || name == "meta" {
            self.start_meta(opening);
            return;
        }
        if matches!(self.target(), Target::Note | Target::KeptNote) && !matches!(name, "authorialNote" | "noteRef") {
            // Blocks inside a note are one note.
            self.words(if INLINE.contains(&name) { "" } else { " " });
            return;
        }
        match name {
            "authorialNote" => self.start_note(opening.get("marker")),
            "noteRef" => self.note_reference(opening),
            "num" => self.aside_into(Target::Number),
            "heading" | "subheading" | "crossHeading" => {
                self.flush();
                self.aside_into(Target::Heading);
            }
            "from" => {
                self.flush();
                self.aside_into(Target::Speaker);
            }
            "table" => {
                self.flush();
                self.tables += 1;
            }
            "tr" if self.tables > 0 => {
                if self.row.is_none() && !self.gathered.is_empty() {
                    self.gathered.text.truncate(self.gathered.text.trim_end().len());
                    self.gathered.text.push('\n');
                }
                self.row = Some(Row::default());
            }
            "td" | "th" => self.start_cell(),
            "docTitle" => self.in_title += usize::from(self.title.trim().is_empty() || self.in_title > 0),
            "docDate" => {
                let stated = opening.get("date").and_then(|date| PartialDate::parse(date).ok());
                self.printed_date = self.printed_date.or(stated);
            }
            "eol" | "br" => self.words(" "),
            _ if INLINE.contains(&name) => {}
            _ => self.start_container(opening),
        }
    }

    fn start_container(&mut self, opening: &Opening) {
        let name = opening.name.as_str();
        if self.tables > 0 {
            self.words(" ");
        } else {
            self.flush();
        }
        match name {
            "preface" | "coverPage" => self.in_front += 1,
            "quotedStructure" | "embeddedStructure" => {
                self.in_quote += 1;
                self.start_quote = opening.get("startQuote").map(str::to_owned);
            }
            _ => {}
        }
        self.is_own |= opening.get("class") == Some(OWN_TITLE);
        self.frames.push(Frame {
            name: name.to_owned(),
            class: opening.get("class").unwrap_or_default().to_owned(),
            end_quote: opening.get("endQuote").map(str::to_owned),
            ..Frame::default()
        });
    }

    fn start_cell(&mut self) {
        if let Some(row) = &mut self.row {
            row.cells += 1;
            if row.cells > 1 {
                self.gathered.text.truncate(self.gathered.text.trim_end_matches(' ').len());
                self.gathered.text.push_str(if self.gathered.text.ends_with('\n') || self.gathered.text.is_empty() {
                    "| "
                } else {
                    " | "
                });
            }
        }
    }

    fn aside_into(&mut self, target: Target) {
        self.aside = Gathered::default();
        self.targets.push(target);
    }

    fn end(&mut self, name: &str) {
        if self.in_meta > 0 {
            self.end_meta(name);
            return;
        }
        match (name, self.target()) {
            ("authorialNote", Target::Note) => {
                self.targets.pop();
                if let Some((mark, mut note)) = self.notes.pop() {
                    let (text, _) = note.take();
                    self.place_note(mark, text);
                }
            }
            (_, Target::Note) => self.words(if INLINE.contains(&name) { "" } else { " " }),
            ("num", Target::Number) => self.end_number(),
            ("heading" | "subheading" | "crossHeading", Target::Heading) => self.end_heading(name),
            ("from", Target::Speaker) => {
                self.targets.pop();
                let (speaker, notes) = self.aside.take();
                self.gathered.notes.extend(notes.into_iter().map(|note| Footnote { at: 0, ..note }));
                if let Some(frame) = self.frames.last_mut() {
                    frame.speaker = Some(speaker);
                }
            }
            ("table", _) => {
                self.tables = self.tables.saturating_sub(1);
                self.row = None;
                if self.tables == 0 {
                    self.flush_as(ParagraphKind::Table);
                }
            }
            ("tr", _) => self.row = None,
            ("td" | "th" | "noteRef" | "eol" | "br", _) => {}
            ("docTitle", _) => self.in_title = self.in_title.saturating_sub(1),
            _ if INLINE.contains(&name) => {}
            _ => self.end_container(name),
        }
    }

    fn end_number(&mut self) {
        self.targets.pop();
        let (printed, notes) = self.aside.take();
        // A mark on a number stands at the beginning of what is numbered.
        self.gathered.notes.extend(notes.into_iter().map(|note| Footnote { at: 0, ..note }));
        if let Some(frame) = self.frames.last_mut() {
            frame.number = frames::cleaned(&printed);
            frame.is_bullet = frame.number.is_none();
        }
    }

    fn end_heading(&mut self, name: &str) {
        self.targets.pop();
        let (text, footnotes) = self.aside.take();
        let outer = self.frames.len().saturating_sub(1);
        let mut number = None;
        let mut class_level = None;
        let mut page = None;
        let path = frames::path(&self.frames[..outer]);
        if let Some(frame) = self.frames.last_mut().filter(|_| name == "heading") {
            number = frame.number.clone();
            // An article's first words bear its number too; a chapter's do not.
            frame.is_number_used = !frame.is_unit();
            frame.heading = Some(number.clone().unwrap_or_else(|| text.clone()));
            class_level = frame.own("level").and_then(|level| level.parse().ok());
            page = frame.own("page").and_then(|page| page.parse().ok());
        }
        if text.is_empty() && number.is_none() {
            return;
        }
        let depth = u8::try_from((path.len() + 1).min(9)).unwrap_or(9);
        let level = class_level.unwrap_or(depth);
        let kind = ParagraphKind::Heading;
        self.paragraphs.push(Paragraph { number, path, kind, level, text, page, references: Vec::new(), footnotes });
    }

    fn end_container(&mut self, name: &str) {
        if self.tables > 0 && !matches!(self.frames.last(), Some(frame) if frame.name == name && frame.is_unit()) {
            self.words(" ");
        } else {
            self.flush();
        }
        match name {
            "preface" | "coverPage" => self.in_front = self.in_front.saturating_sub(1),
            "quotedStructure" | "embeddedStructure" => self.in_quote = self.in_quote.saturating_sub(1),
            _ => {}
        }
        let Some(frame) = self.frames.pop() else { return };
        if let Some((quote, last)) = frame.end_quote.as_ref().zip(self.paragraphs.last_mut()) {
            last.text.push_str(quote);
        }
        if let Some(number) = frame.number.filter(|_| !frame.is_number_used && frame.heading.is_none()) {
            // A number over nothing, or over numbered parts only; these carry it if they are units.
            let is_carried = frame.name != "hcontainer"
                && self.paragraphs.last().is_some_and(|last| {
                    last.number.as_deref().is_some_and(|carried| carried.starts_with(&number))
                        || last.path.contains(&number)
                });
            if !is_carried {
                self.paragraphs.push(Paragraph {
                    number: Some(number),
                    path: frames::path(&self.frames),
                    ..Paragraph::plain("")
                });
            }
        }
    }

    fn flush(&mut self) {
        if self.tables == 0 {
            self.flush_as(ParagraphKind::Paragraph);
        }
    }

    /// Makes a paragraph of the words gathered.
    fn flush_as(&mut self, kind: ParagraphKind) {
        let is_title = self.frames.iter().any(|frame| frame.class == OWN_TITLE);
        if self.gathered.text.trim().is_empty() || is_title {
            let notes = std::mem::take(&mut self.gathered).notes;
            // A mark before any words waits for them.
            self.gathered.notes = if is_title { Vec::new() } else { notes };
            return;
        }
        let (text, footnotes) = self.gathered.take();
        let numbered = frames::full_number(&self.frames);
        if let Some((at, _)) = numbered {
            self.frames[..=at]
                .iter_mut()
                .for_each(|frame| frame.is_number_used |= frame.number.is_some() && frame.is_unit());
            self.frames[at].is_number_used = true;
        }
        let own = |key: &str| self.frames.iter().rev().find_map(|frame| frame.own(key));
        let kind = own("kind").and_then(ParagraphKind::parse).unwrap_or_else(|| self.kind(kind));
        let page = own("page").and_then(|page| page.parse().ok());
        let level = match kind {
            ParagraphKind::Paragraph | ParagraphKind::List => frames::level(&self.frames),
            _ => own("level").and_then(|level| level.parse().ok()).unwrap_or(0),
        };
        let path = if kind == ParagraphKind::Front { Vec::new() } else { frames::path(&self.frames) };
        let number = numbered.map(|(_, number)| number);
        self.paragraphs.push(Paragraph { number, path, kind, level, text, page, references: Vec::new(), footnotes });
    }

    fn kind(&self, kind: ParagraphKind) -> ParagraphKind {
        let is_bullet = self
            .frames
            .iter()
            .rev()
            .find(|frame| frame.number.is_some() || frame.is_bullet)
            .is_some_and(|f| f.is_bullet);
        let is_item = self.frames.iter().rev().take(3).any(|frame| matches!(frame.name.as_str(), "tocItem" | "li"));
        match kind {
            ParagraphKind::Table => ParagraphKind::Table,
            _ if self.in_front > 0 => ParagraphKind::Front,
            _ if self.in_quote > 0 => ParagraphKind::Quote,
            _ if is_bullet || is_item => ParagraphKind::List,
            other => other,
        }
    }

    fn finish(mut self) -> Reading {
        self.flush();
        let title = shortened(&crate::html::one_line(&self.title));
        let first_lines = self.paragraphs.iter().take(6).filter(|p| p.kind == ParagraphKind::Front);
        let printed = self.printed_date.or_else(|| first_lines.filter_map(|p| dates::find(&p.text)).next());
        Reading {
            title,
            symbol: self.symbol,
            language: self.language.unwrap_or_else(Language::unknown),
            date: self.date.or(printed),
            troubles: self.troubles,
            paragraphs: self.paragraphs,
        }
    }
}

/// The class under which our own exports print the title.
pub(super) const OWN_TITLE: &str = "plenum-title";
