//! Everything under `/d/`: a document, a reading of it, a paragraph, the file; as a page, JSON, a feed or Akoma Ntoso.

use crate::answer::{self, Outcome, Shape, keep};
use crate::app::House;
use crate::fault::Fault;
use crate::json::DocumentBody;
use crate::reader::Reader;
use crate::routes::{file, paragraph};
use crate::view::{self, Family, Placing};
use crate::{feeds, json_ld, nearby};
use axum::extract::{OriginalUri, Path, Query, State};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use plenum_model::{Address, ParagraphKind, Reading};
use plenum_pages::Room;
use plenum_pages::document::{ContentsLine, DocumentPage, ParagraphView, nest_headings};
use plenum_pages::parts::{Choice, Link};
use plenum_store::claims::Ledger;
use plenum_store::documents::{DocumentPage as Stored, Found, Shown};
use plenum_store::paragraphs::Placed;
use serde::Deserialize;
use std::borrow::Cow;
use std::ops::Range;

/// A page is to stay under 50 kB compressed; English text of this size with its marks takes about 35.
const PART_BYTES: usize = 80_000;

/// What the query may say.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    /// Which part of a long document, from 1.
    part: Option<usize>,
    /// The part that holds this anchor.
    at: Option<String>,
    /// Show a PDF rather than save it.
    #[serde(default)]
    pub(crate) inline: Option<String>,
    /// The hash of a file that holds the same text in another format.
    sha256: Option<String>,
}

/// `/d/{*address}`
pub(crate) async fn any(
    State(house): State<House>,
    reader: Reader,
    OriginalUri(uri): OriginalUri,
    Path(path): Path<String>,
    Query(asked): Query<Asked>,
) -> Outcome {
    if let Some(revision) = path.strip_suffix("/file").and_then(|path| Address::parse(path).ok())
        && revision.revision.is_some()
        && revision.anchor.is_none()
    {
        return file::original(&house, &revision, asked.sha256.as_deref(), asked.inline.is_some()).await;
    }
    let (bare, shape) = Shape::of(&path);
    let Ok(address) = Address::parse(bare) else {
        return Err(Fault::no_document(&view::beginning(bare, 60), nearby::symbols(&house, bare).await?));
    };
    let request = Request { house: &house, reader, address: &address, shape, uri: &uri.to_string() };
    if address.anchor.is_some() { paragraph::show(request).await } else { show(request, &asked).await }
}

/// What was asked for under `/d/`.
pub(crate) struct Request<'a> {
    pub(crate) house: &'a House,
    pub(crate) reader: Reader,
    pub(crate) address: &'a Address,
    pub(crate) shape: Shape,
    pub(crate) uri: &'a str,
}

impl Request<'_> {
    /// What stands for an address under which nothing is to be shown.
    ///
    /// Out: the way to where it is now, in the same shape; else a fault that names what is near.
    pub(crate) async fn elsewhere<T>(&self, found: Found<T>) -> Result<T, Result<Response, Fault>> {
        match found {
            Found::Here(page) => Ok(page),
            Found::MovedTo(address) => Err(self.sent_to(&address)),
            Found::OnlyDocument(document) => {
                let tag = self.address.revision.as_ref().map(ToString::to_string);
                let place = self.address.anchor.as_ref().map(ToString::to_string).or(tag).unwrap_or_default();
                let symbol = document.symbol.to_string();
                let near = vec![Link::new(document.to_string(), symbol.clone())];
                Err(Err(Fault::no_paragraph(&symbol, &place, near)))
            }
            Found::Missing => {
                let symbol = self.address.symbol.as_str();
                let near = nearby::symbols(self.house, symbol).await;
                Err(near.map_err(Fault::from).and_then(|near| Err(Fault::no_document(symbol, near))))
            }
        }
    }

    fn sent_to(&self, address: &Address) -> Outcome {
        let ending = match self.shape {
            Shape::Page => "",
            Shape::Json => ".json",
            Shape::Atom => ".atom",
            Shape::AkomaNtoso => ".xml",
        };
        let query = self.uri.split_once('?').map(|(_, query)| format!("?{query}")).unwrap_or_default();
        Ok(keep(answer::moved(&format!("{address}{ending}{query}"))?))
    }
}

async fn show(request: Request<'_>, asked: &Asked) -> Outcome {
    let address = request.address;
    let found = request.house.app.store.document_page(&address.symbol, address.revision.as_ref()).await?;
    let page = match request.elsewhere(found).await {
        Ok(page) => page,
        Err(answer) => return answer,
    };
    let symbol = &page.document.facts.symbol;
    if *symbol != address.symbol {
        // Symbols are the same in any case; one spelling is the address.
        return request.sent_to(&Address { symbol: symbol.clone(), ..address.clone() });
    }
    let response = match request.shape {
        Shape::Page => as_page(&request, &page, asked, &request.house.app.store.ledgers(symbol.as_str()).await?)?,
        Shape::Json => answer::json(&DocumentBody::of(&page))?,
        Shape::Atom => answer::feed(&feeds::readings(&request.house.app.origin, &page))?,
        Shape::AkomaNtoso => as_akoma_ntoso(&request, &page)?,
    };
    Ok(keep(response))
}

fn as_page(request: &Request<'_>, page: &Stored, asked: &Asked, ledgers: &[Ledger]) -> Outcome {
    let facts = &page.document.facts;
    let shown = page.shown.as_ref();
    let own = request.address.to_string();
    let mut frame = view::frame(request.house, request.reader, Room::Library, request.uri);
    frame.title = Cow::Owned(format!("{} {}", facts.symbol, facts.title));
    frame.description = Cow::Borrowed(&facts.title);
    frame.atom = Some(Cow::Owned(format!("{}.atom", view::document_address(&facts.symbol))));
    frame.json = Some(Cow::Owned(format!("{own}.json")));
    let language = shown.map(|shown| &shown.revision.tag.language);
    frame.json_ld = Some(Cow::Owned(json_ld::document(&page.document, language, &request.house.app.origin)));
    let parts = shown.map(|shown| parts(&shown.paragraphs)).unwrap_or_default();
    let part = part_asked(asked, &parts, shown);
    let family = page.family.iter().map(Family::from).collect();
    let other_formats = shown.map(|shown| shown.other_formats.as_slice()).unwrap_or_default();
    let page = DocumentPage {
        frame,
        head: view::head(&page.document, &page.revisions, shown.map(|shown| &shown.revision), other_formats, family),
        contents: shown.map(|shown| contents(shown, &parts, part, &own)).unwrap_or_default(),
        parts: part_choices(&parts, part, &own),
        paragraphs: shown.map(|shown| texts(shown, &page.document.facts.symbol, &parts[part])).unwrap_or_default(),
        figures: ledgers.iter().map(|ledger| view::figure(ledger, request.reader.words())).collect(),
        names: shown.map(|shown| view::names(shown.paragraphs.iter(), &shown.targets)).unwrap_or_default(),
        named_by: page.cited_by.iter().map(view::citing).collect(),
        named_by_total: page.cited_by_total,
        troubles: shown.map(|shown| view::troubles(&shown.troubles)).unwrap_or_default(),
    };
    answer::page(&page, request.reader)
}

/// Cuts a long text into parts of about the same size, before headings where there is one near; at least one part.
fn parts(paragraphs: &[Placed]) -> Vec<Range<usize>> {
    let mut cuts = vec![0];
    let mut bytes = 0;
    for (at, placed) in paragraphs.iter().enumerate() {
        let paragraph = &placed.paragraph;
        let notes: usize = paragraph.footnotes.iter().map(|note| note.text.len()).sum();
        let size = paragraph.text.len() + notes;
        // A heading that comes when a part is nearly full begins the next.
        let is_good_place = paragraph.kind == ParagraphKind::Heading && bytes > PART_BYTES * 3 / 4;
        if bytes > 0 && (bytes + size > PART_BYTES || is_good_place) {
            cuts.push(at);
            bytes = 0;
        }
        bytes += size;
    }
    cuts.push(paragraphs.len());
    cuts.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

/// Which part is shown, from 0; always one of them.
fn part_asked(asked: &Asked, parts: &[Range<usize>], shown: Option<&Shown>) -> usize {
    let at = asked.at.as_deref().zip(shown).and_then(|(anchor, shown)| {
        let position = shown.paragraphs.iter().position(|placed| placed.anchor.as_str() == anchor)?;
        parts.iter().position(|part| part.contains(&position))
    });
    let last = parts.len().saturating_sub(1);
    at.unwrap_or_else(|| asked.part.unwrap_or(1).saturating_sub(1)).min(last)
}

fn part_choices(parts: &[Range<usize>], part: usize, own: &str) -> Vec<Choice<'static>> {
    if parts.len() < 2 {
        return Vec::new();
    }
    let choice = |at: usize| Choice {
        address: Cow::Owned(part_address(own, at)),
        words: Cow::Owned((at + 1).to_string()),
        is_current: at == part,
    };
    (0..parts.len()).map(choice).collect()
}

fn part_address(own: &str, part: usize) -> String {
    if part == 0 { own.to_owned() } else { format!("{own}?part={}", part + 1) }
}

fn contents<'a>(shown: &'a Shown, parts: &[Range<usize>], part: usize, own: &str) -> Vec<ContentsLine<'a>> {
    let mut lines = Vec::new();
    for (at, range) in parts.iter().enumerate() {
        let page = if at == part { String::new() } else { part_address(own, at) };
        for placed in &shown.paragraphs[range.clone()] {
            if placed.paragraph.kind == ParagraphKind::Heading {
                lines.push(ContentsLine {
                    address: Cow::Owned(format!("{page}#p{}", placed.anchor)),
                    number: placed.paragraph.number.as_deref().map(Cow::Borrowed),
                    text: Cow::Borrowed(&placed.paragraph.text),
                    level: placed.paragraph.level,
                });
            }
        }
    }
    lines
}

fn texts<'a>(shown: &'a Shown, symbol: &'a plenum_model::Symbol, part: &Range<usize>) -> Vec<ParagraphView<'a>> {
    let placing = Placing { symbol, tag: &shown.revision.tag, targets: &shown.targets };
    let mut last_page = part.start.checked_sub(1).and_then(|before| shown.paragraphs[before].paragraph.page);
    let mut texts = Vec::with_capacity(part.len());
    for placed in &shown.paragraphs[part.clone()] {
        let page = placed.paragraph.page.filter(|page| Some(*page) != last_page);
        last_page = placed.paragraph.page.or(last_page);
        texts.push(view::paragraph(placed, &placing, page));
    }
    nest_headings(&mut texts);
    texts
}

fn as_akoma_ntoso(request: &Request<'_>, page: &Stored) -> Outcome {
    let Some(shown) = &page.shown else { return Err(Fault::no_page()) };
    let facts = &page.document.facts;
    let reading = Reading {
        title: if shown.revision.title.is_empty() { facts.title.clone() } else { shown.revision.title.clone() },
        symbol: Some(facts.symbol.clone()),
        language: shown.revision.tag.language.clone(),
        date: facts.date,
        troubles: Vec::new(),
        paragraphs: shown.paragraphs.iter().map(|placed| placed.paragraph.clone()).collect(),
    };
    let xml = (request.house.app.formats.akoma_ntoso)(&reading, facts);
    let mut response = answer::with_type(xml, "application/xml; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("inline"));
    Ok(response)
}
