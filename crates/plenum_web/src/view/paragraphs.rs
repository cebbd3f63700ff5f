//! Paragraphs as pages show them: words cut at their links and notes, tables in rows, who names whom.

use super::beginning;
use crate::addresses;
use plenum_model::{Address, ParagraphKind, Reference, RevisionTag, Symbol, Trouble};
use plenum_pages::document::{FootnoteView, ParagraphView, ReferenceIn, ReferenceOut};
use plenum_pages::parts::{Quoted, TroubleView};
use plenum_pages::text::{self, Piece};
use plenum_store::paragraphs::{Citing, Placed, Targets};
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

/// Where paragraphs are shown.
pub(crate) struct Placing<'a> {
    /// Their document.
    pub(crate) symbol: &'a Symbol,
    /// Their revision.
    pub(crate) tag: &'a RevisionTag,
    /// The held documents that they name.
    pub(crate) targets: &'a Targets,
}

impl Placing<'_> {
    /// The address of a paragraph.
    pub(crate) fn address(&self, placed: &Placed) -> String {
        let anchor = Some(placed.anchor.clone());
        Address { symbol: self.symbol.clone(), revision: Some(self.tag.clone()), anchor }.to_string()
    }

    /// Where a reference leads: to the document if it is held, else to everything here that names it.
    fn link(&self, reference: &Reference) -> Option<Cow<'static, str>> {
        let symbol = reference.symbol.as_ref()?;
        let held = self.targets.of(reference).map(|(_, address)| address.to_string());
        Some(Cow::Owned(held.unwrap_or_else(|| addresses::search(symbol.as_str()))))
    }

    fn pieces<'t>(&self, text: &'t str, references: &[Reference], notes: &[(usize, Cow<'t, str>)]) -> Vec<Piece<'t>> {
        let links: Vec<(Range<usize>, Cow<'t, str>)> =
            references.iter().filter_map(|one| Some((one.span.0..one.span.1, self.link(one)?))).collect();
        text::pieces(text, &links, notes)
    }
}

/// A paragraph in its place; `page` is the one it begins, where it begins one.
pub(crate) fn paragraph<'a>(placed: &'a Placed, placing: &Placing<'_>, page: Option<u32>) -> ParagraphView<'a> {
    let paragraph = &placed.paragraph;
    let notes: Vec<(usize, Cow<'a, str>)> =
        paragraph.footnotes.iter().map(|note| (note.at, Cow::Borrowed(note.mark.as_str()))).collect();
    let is_table = paragraph.kind == ParagraphKind::Table;
    let rows = if is_table { text::table(&paragraph.text) } else { Vec::new() };
    let words = if is_table { Vec::new() } else { placing.pieces(&paragraph.text, &paragraph.references, &notes) };
    let footnote = |note: &'a plenum_model::Footnote| FootnoteView {
        mark: Cow::Borrowed(note.mark.as_str()),
        text: placing.pieces(&note.text, &note.references, &[]),
    };
    ParagraphView {
        anchor: Cow::Borrowed(placed.anchor.as_str()),
        address: Cow::Owned(placing.address(placed)),
        number: paragraph.number.as_deref().map(Cow::Borrowed),
        kind: paragraph.kind,
        level: paragraph.level,
        heading_level: 2,
        text: words,
        rows: rows.into_iter().map(|row| row.into_iter().map(Cow::Borrowed).collect()).collect(),
        footnotes: paragraph.footnotes.iter().map(footnote).collect(),
        cited_by: 0,
        earlier: None,
        page,
        is_marked: false,
    }
}

/// The documents that some paragraphs name, the most named first.
pub(crate) fn names<'a>(paragraphs: impl Iterator<Item = &'a Placed>, targets: &'a Targets) -> Vec<ReferenceOut<'a>> {
    let mut places: HashMap<(String, Option<&str>), usize> = HashMap::new();
    let mut named: Vec<ReferenceOut<'a>> = Vec::new();
    for reference in paragraphs.flat_map(|placed| references(&placed.paragraph)) {
        let Some(symbol) = &reference.symbol else { continue };
        let key = (symbol.key(), reference.number.as_deref());
        if let Some(at) = places.get(&key) {
            named[*at].times += 1;
            continue;
        }
        places.insert(key, named.len());
        named.push(reference_out(reference, symbol, targets));
    }
    named.sort_by(|a, b| b.times.cmp(&a.times).then_with(|| a.symbol.cmp(&b.symbol)));
    named
}

fn references(paragraph: &plenum_model::Paragraph) -> impl Iterator<Item = &Reference> {
    paragraph.references.iter().chain(paragraph.footnotes.iter().flat_map(|note| &note.references))
}

fn reference_out<'a>(reference: &'a Reference, symbol: &'a Symbol, targets: &'a Targets) -> ReferenceOut<'a> {
    let held = targets.of(reference);
    let address = held.as_ref().map(|(_, address)| address.to_string());
    ReferenceOut {
        address: Cow::Owned(address.unwrap_or_else(|| addresses::search(symbol.as_str()))),
        symbol: Cow::Borrowed(symbol.as_str()),
        number: reference.number.as_deref().map(Cow::Borrowed),
        title: held.as_ref().map(|(target, _)| Quoted::new(target.title.as_str(), "und")),
        standing: held.map(|(target, _)| target.standing),
        times: 1,
    }
}

/// A paragraph that names what is shown.
pub(crate) fn citing(citing: &Citing) -> ReferenceIn<'_> {
    const LETTERS: usize = 280; // About three lines in the margin.
    ReferenceIn {
        address: Cow::Owned(citing.address.to_string()),
        symbol: Cow::Borrowed(citing.address.symbol.as_str()),
        number: citing.number.as_deref().map(Cow::Borrowed),
        words: Quoted::new(beginning(&citing.text, LETTERS), citing.language.as_str()),
        standing: citing.standing,
        date: citing.date,
        speaker: None,
    }
}

/// What the reader of the file could not make sense of.
pub(crate) fn troubles(troubles: &[Trouble]) -> Vec<TroubleView<'_>> {
    fn view(trouble: &Trouble) -> TroubleView<'_> {
        TroubleView {
            page: trouble.page,
            place: Cow::Owned(trouble.place.clone()),
            what: Cow::Owned(trouble.what.clone()),
            remedy: Cow::Owned(trouble.remedy.clone()),
            key: Cow::Borrowed(&trouble.key),
            arguments: trouble.arguments.iter().map(|(name, words)| (&**name, &**words)).collect(),
        }
    }
    troubles.iter().map(view).collect()
}
