//! What the store holds, as the pages show it: rows, heads, paragraphs. Conversion only; no rule, no SQL, no HTML.

mod claims;
mod events;
mod head;
pub(crate) mod meetings;
mod paragraphs;
mod sources;

pub(crate) use claims::{change_row, claim_rows, figure, ledger_address};
pub(crate) use events::{calendar_entry, event_address, event_row};
pub(crate) use head::{Family, head};
pub(crate) use paragraphs::{Placing, citing, names, paragraph, troubles};
pub(crate) use sources::{by_symbol, sources};

use crate::addresses;
use crate::app::Shared;
use crate::reader::Reader;
use crate::times;
use plenum_model::{Address, Symbol};
use plenum_pages::library::Meaning;
use plenum_pages::news::NewsRow;
use plenum_pages::parts::{DocumentRow, Quoted};
use plenum_pages::process::ProcessRow;
use plenum_pages::{Frame, Room};
use plenum_store::documents::{Document, DocumentLine};
use plenum_store::news::NewsLine;
use plenum_store::processes::ProcessLine;
use std::borrow::Cow;

/// What stands around a page of this reader; `address` as asked for, with its query.
pub(crate) fn frame<'a>(shared: &'a Shared, reader: Reader, room: Room, address: &str) -> Frame<'a> {
    let mut frame = Frame::new(reader.words(), room, addresses::without_language(address));
    frame.theme = reader.theme();
    frame.origin = Cow::Borrowed(&shared.app.origin);
    frame
}

/// The address of a whole document.
pub(crate) fn document_address(symbol: &Symbol) -> String {
    Address { symbol: symbol.clone(), revision: None, anchor: None }.to_string()
}

/// Whose words a document holds, in words; else who issued it.
pub(crate) fn speaker(document: &Document) -> Option<&str> {
    let facts = &document.facts;
    document.actor_name.as_deref().or(facts.actor.as_deref()).or(facts.issuer.as_deref())
}

/// A document in a list.
pub(crate) fn row(line: &DocumentLine) -> DocumentRow<'_> {
    let facts = &line.document.facts;
    let lang = line.current.as_ref().map_or("", |tag| tag.language.as_str());
    DocumentRow {
        address: Cow::Owned(document_address(&facts.symbol)),
        symbol: Cow::Borrowed(facts.symbol.as_str()),
        title: Quoted::new(facts.title.as_str(), lang),
        standing: facts.standing,
        kind: facts.kind,
        date: facts.date,
        speaker: speaker(&line.document).map(Cow::Borrowed),
        languages: line.languages.iter().map(|language| Cow::Borrowed(language.as_str())).collect(),
    }
}

/// A process in a list. Packs are written in English.
pub(crate) fn process_row(line: &ProcessLine) -> ProcessRow<'_> {
    let process = &line.process;
    ProcessRow {
        address: Cow::Owned(format!("/processes/{}", process.slug)),
        name: Cow::Borrowed(&process.name),
        summary: Cow::Borrowed(&process.summary),
        lang: Cow::Borrowed("en"),
        from: process.from,
        until: process.until,
        documents: line.documents,
        stands: process.stands.as_deref().map(Cow::Borrowed),
        next: process.next.as_deref().map(Cow::Borrowed),
    }
}

/// An entry of a feed in a list.
pub(crate) fn news_row(line: &NewsLine) -> NewsRow<'_> {
    let item = &line.item;
    NewsRow {
        title: Quoted::new(item.title.as_str(), item.language.as_str()),
        summary: Quoted::new(item.summary.as_str(), item.language.as_str()),
        link: item.link.as_deref().map(Cow::Borrowed),
        date: item.published_ms.and_then(times::day),
        author: item.author.as_deref().map(Cow::Borrowed),
        standing: line.standing,
    }
}

/// How far the search by meaning is.
pub(crate) fn meaning(shared: &Shared) -> Meaning {
    if !shared.app.has_encoder {
        return Meaning::Absent;
    }
    let figures = shared.app.index.figures();
    if figures.with_meaning >= figures.paragraphs {
        return Meaning::Ready;
    }
    let hundredths = figures.with_meaning.saturating_mul(100) / figures.paragraphs.max(1);
    Meaning::Following(u8::try_from(hundredths.min(99)).unwrap_or(99))
}

/// The first words of a text, at most so many letters, cut between words.
pub(crate) fn beginning(text: &str, letters: usize) -> Cow<'_, str> {
    let Some((end, _)) = text.char_indices().nth(letters) else { return Cow::Borrowed(text) };
    let cut = text[..end].rfind(' ').filter(|at| *at > end / 2).unwrap_or(end);
    Cow::Owned(format!("{}…", &text[..cut]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_between_words() {
        assert_eq!(beginning("States agreed to meet again", 15), "States agreed…");
        assert_eq!(beginning("States", 15), "States");
        assert_eq!(beginning("各国商定了各项规范和原则", 4), "各国商定…");
    }
}
