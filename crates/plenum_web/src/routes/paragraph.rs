//! One paragraph in its context: the page that a citation opens.

use crate::answer::{self, Outcome, Shape, keep};
use crate::fault::Fault;
use crate::json::{CitationBody, ParagraphPageBody};
use crate::json_ld;
use crate::routes::document::Request;
use crate::routes::subscribe;
use crate::view::{self, Family, Placing};
use plenum_model::citation::Citation;
use plenum_model::lineage::{Change, Wording};
use plenum_model::subscription::Topic;
use plenum_model::{Address, ParagraphKind};
use plenum_pages::Room;
use plenum_pages::document::nest_headings;
use plenum_pages::paragraph::{CitationView, OriginalPage, OtherWords, ParagraphPage};
use plenum_pages::parts::{Choice, Link};
use plenum_pages::text::{self, Piece, Show};
use plenum_store::paragraphs::{ParagraphPage as Stored, Placed, Step};
use std::borrow::Cow;

/// How many paragraphs stand before and after; the store gives up to three.
const AROUND: usize = 2;
/// From this many words on, a document may fill more than one page (see `routes::document`).
const LONG_WORDS: u32 = 6_000;

/// `/d/{symbol}/{revision}/p/{number}`, or without its revision the way to the current one.
pub(crate) async fn show(request: Request<'_>) -> Outcome {
    let found = request.house.app.store.paragraph_page(request.address).await?;
    let page = match request.elsewhere(found).await {
        Ok(page) => page,
        Err(answer) => return answer,
    };
    let symbol = page.document.facts.symbol.clone();
    let tag = page.revision.tag.clone();
    let own = Address { symbol, revision: Some(tag), anchor: Some(page.this.anchor.clone()) };
    if own != *request.address {
        // Where the very words stand unchanged in a newer revision, what is marked in them stands there too.
        let mark = marked(request.uri).map(|mark| format!("?mark={}-{}", mark.start, mark.end)).unwrap_or_default();
        return Ok(keep(answer::moved(&format!("{}{mark}", shaped(&own, request.shape)))?));
    }
    let response = match request.shape {
        Shape::Page => as_page(&request, &page, &own)?,
        Shape::Json => answer::json(&ParagraphPageBody::of(&page, citation(&request, &page, &own)))?,
        Shape::Atom | Shape::AkomaNtoso => return Err(Fault::no_page()),
    };
    Ok(keep(response))
}

fn shaped(address: &Address, shape: Shape) -> String {
    if shape == Shape::Json { format!("{address}.json") } else { address.to_string() }
}

/// The words that the address wants marked: `mark=12-40`, bytes of the paragraph's text.
fn marked(uri: &str) -> Option<std::ops::Range<usize>> {
    let (_, query) = uri.split_once('?')?;
    let (from, until) = query.split('&').find_map(|pair| pair.strip_prefix("mark="))?.split_once('-')?;
    let mark = from.parse().ok()?..until.parse().ok()?;
    (mark.start < mark.end).then_some(mark)
}

fn citation(request: &Request<'_>, page: &Stored, own: &Address) -> CitationBody {
    let facts = &page.document.facts;
    let citation = Citation {
        address: own,
        title: &facts.title,
        number: page.this.paragraph.number.as_deref(),
        date: facts.date,
        text: &page.this.paragraph.text,
    };
    let origin = &request.house.app.origin;
    CitationBody { text: citation.as_text(), markdown: citation.as_markdown(origin), link: citation.link(origin) }
}

fn as_page(request: &Request<'_>, page: &Stored, own: &Address) -> Outcome {
    let facts = &page.document.facts;
    let tag = &page.revision.tag;
    let placing = Placing { symbol: &facts.symbol, tag, targets: &page.targets };
    let this = &page.this;
    let family = page.family.iter().map(Family::from).collect();
    let cited = citation(request, page, own);
    let named_by = page.cited_by.iter().chain(&page.document_cited_by).map(view::citing).collect::<Vec<_>>();
    let mut paragraph = view::paragraph(this, &placing, this.paragraph.page);
    paragraph.is_marked = true;
    let compare = |step, is_earlier| other_words(step, own, &this.paragraph.text, is_earlier, request);
    if let Some(mark) = marked(request.uri) {
        paragraph.text = text::with_mark(paragraph.text, &mark);
    }
    let mut before = around(&page.before[page.before.len().saturating_sub(AROUND)..], &placing);
    let mut after = around(&page.after[..page.after.len().min(AROUND)], &placing);
    nest_headings(before.iter_mut().chain([&mut paragraph]).chain(&mut after));
    let shown = ParagraphPage {
        frame: frame(request, page, own),
        head: view::head(&page.document, &page.revisions, Some(&page.revision), &page.other_formats, family),
        path: path(page),
        before,
        paragraph,
        after,
        previous: page.before.last().map(|placed| neighbour(placed, &placing)),
        next: page.after.first().map(|placed| neighbour(placed, &placing)),
        in_document: Cow::Owned(in_document(page, own)),
        citation: CitationView {
            text: Cow::Owned(cited.text),
            markdown: Cow::Owned(cited.markdown),
            link: Cow::Owned(cited.link),
        },
        names: view::names(std::iter::once(this), &page.targets),
        named_by_total: named_by.len() as u64,
        named_by,
        earlier: page.earlier.iter().filter_map(|step| compare(step, true)).collect(),
        later: page.later.iter().filter_map(|step| compare(step, false)).collect(),
        languages: languages(page, own),
        original: Some(original(page)),
    };
    answer::page(&shown, request.reader)
}

fn frame<'a>(request: &Request<'a>, page: &'a Stored, own: &Address) -> plenum_pages::Frame<'a> {
    let facts = &page.document.facts;
    let mut frame = view::frame(request.house, request.reader, Room::Library, request.uri);
    let place = page.this.paragraph.number.as_deref().unwrap_or(page.this.anchor.as_str());
    frame.title = Cow::Owned(format!("{}, {place}: {}", facts.symbol, facts.title));
    const LETTERS: usize = 160; // What search engines show.
    frame.description = view::beginning(&page.this.paragraph.text, LETTERS);
    frame.json = Some(Cow::Owned(format!("{own}.json")));
    frame.follow = Topic::of_paragraph(own).map(|topic| Cow::Owned(subscribe::address("paragraph", &topic.key())));
    let origin = &request.house.app.origin;
    frame.json_ld = Some(Cow::Owned(json_ld::paragraph(page, &own.to_string(), origin)));
    frame
}

/// The headings above it, each in the words it has on the page, as far as they stand near; else as numbered.
fn path(page: &Stored) -> Vec<Cow<'_, str>> {
    page.this.paragraph.path.iter().map(|part| Cow::Borrowed(part.as_str())).collect()
}

fn around<'a>(placed: &'a [Placed], placing: &Placing<'_>) -> Vec<plenum_pages::document::ParagraphView<'a>> {
    placed.iter().map(|placed| view::paragraph(placed, placing, None)).collect()
}

fn neighbour<'a>(placed: &'a Placed, placing: &Placing<'_>) -> Link<'a> {
    const LETTERS: usize = 40; // A heading's first words, where there is no number.
    let paragraph = &placed.paragraph;
    let number = paragraph.number.as_deref().filter(|_| paragraph.kind != ParagraphKind::Heading);
    let words = number.map_or_else(|| view::beginning(&paragraph.text, LETTERS), Cow::Borrowed);
    Link::new(placing.address(placed), words)
}

fn in_document(page: &Stored, own: &Address) -> String {
    let anchor = &page.this.anchor;
    let whole = Address { anchor: None, ..own.clone() };
    if page.revision.words > LONG_WORDS {
        format!("{whole}?at={}#p{anchor}", crate::addresses::escape(anchor.as_str()).replace('+', "%2B"))
    } else {
        format!("{whole}#p{anchor}")
    }
}

/// The words of another version beside those of this one (`text`), with what was removed and added on the way from the
/// earlier to the later of the two.
fn other_words<'a>(
    step: &'a Step,
    own: &Address,
    text: &'a str,
    is_earlier: bool,
    request: &Request<'_>,
) -> Option<OtherWords<'a>> {
    let other = step.other.as_ref().filter(|_| step.change != Change::Unchanged)?;
    let symbol = &other.address.symbol;
    let document = if *symbol == own.symbol { step.revision.to_string() } else { symbol.to_string() };
    let place = match &other.number {
        Some(number) => format!("{document}, {number}"),
        None => document,
    };
    let (before, after) = if is_earlier { (other.text.as_str(), text) } else { (text, other.text.as_str()) };
    let words = match step.change {
        Change::Reworded => differences(request, before, after),
        _ => Vec::new(),
    };
    Some(OtherWords {
        address: Cow::Owned(other.address.to_string()),
        place: Cow::Owned(place),
        change: step.change,
        standing: other.standing,
        date: other.date,
        words,
    })
}

fn differences<'a>(request: &Request<'_>, before: &'a str, after: &'a str) -> Vec<Piece<'a>> {
    let runs = (request.house.app.formats.compare_words)(before, after);
    let show = |of| match of {
        Wording::Both => Show::Plain,
        Wording::Earlier => Show::Removed,
        Wording::Later => Show::Added,
    };
    runs.into_iter().map(|run| Piece::new(run.text, show(run.of))).collect()
}

fn languages<'a>(page: &'a Stored, own: &Address) -> Vec<Choice<'a>> {
    if page.languages.is_empty() {
        return Vec::new();
    }
    let this = Choice {
        address: Cow::Owned(own.to_string()),
        words: Cow::Borrowed(page.revision.tag.language.as_str()),
        is_current: true,
    };
    let others = page.languages.iter().map(|other| Choice {
        address: Cow::Owned(other.address.to_string()),
        words: Cow::Borrowed(other.language.as_str()),
        is_current: false,
    });
    std::iter::once(this).chain(others).collect()
}

/// The way to the original: a PDF opens at the page, also one that lies beside the file that was read.
fn original(page: &Stored) -> OriginalPage<'_> {
    let symbol = page.document.facts.symbol.clone();
    let whole = Address { symbol, revision: Some(page.revision.tag.clone()), anchor: None };
    let beside = page.other_formats.iter().find(|other| other.format == "pdf");
    let is_pdf = page.revision.format == "pdf";
    let printed = page.this.paragraph.page;
    let (address, format) = match (beside, printed) {
        (_, Some(number)) if is_pdf => (format!("{whole}/file?inline=1#page={number}"), "pdf"),
        _ if is_pdf => (format!("{whole}/file?inline=1"), "pdf"),
        (Some(pdf), _) => (format!("{whole}/file?sha256={}&inline=1", pdf.file), "pdf"),
        (None, _) => (format!("{whole}/file"), page.revision.format.as_str()),
    };
    OriginalPage { address: Cow::Owned(address), page: printed, format: Cow::Owned(format.to_uppercase()) }
}
