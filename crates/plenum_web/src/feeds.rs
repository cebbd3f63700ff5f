//! Lists as Atom feeds.

use crate::names::Known;
use crate::reader::Reader;
use crate::routes::meetings::list::Listed;
use crate::{times, view};
use plenum_pages::feed::{Feed, FeedEntry};
use plenum_pages::parts::Quoted;
use plenum_store::documents::{DocumentLine, Revision};
use plenum_store::news::NewsLine;
use plenum_store::paragraphs::Passage;
use plenum_store::votes::RollCallLine;
use std::borrow::Cow;

/// When nothing is listed, nothing changed: the beginning of time, so that the feed stays the same.
const NEVER_MS: i64 = 0;
const SUMMARY_LETTERS: usize = 400;

/// A feed of documents; `own` and `page` are paths.
pub(crate) fn documents<'a>(
    origin: &str,
    title: &'a str,
    reader: Reader,
    own: &str,
    page: &str,
    lines: &'a [DocumentLine],
) -> Feed<'a> {
    let updated = lines.iter().map(changed_at).max().unwrap_or(NEVER_MS);
    Feed {
        title: Cow::Borrowed(title),
        lang: Cow::Borrowed(reader.language),
        address: Cow::Owned(format!("{origin}{own}")),
        page: Cow::Owned(format!("{origin}{page}")),
        updated: Cow::Owned(times::rfc3339(updated)),
        entries: lines.iter().map(|line| document(origin, line)).collect(),
    }
}

fn changed_at(line: &DocumentLine) -> i64 {
    line.imported_at_ms.unwrap_or(line.document.changed_at_ms)
}

fn document<'a>(origin: &str, line: &'a DocumentLine) -> FeedEntry<'a> {
    let facts = &line.document.facts;
    let lang = line.current.as_ref().map_or("", |tag| tag.language.as_str());
    FeedEntry {
        title: Quoted::new(format!("{} {}", facts.symbol, facts.title), lang),
        address: Cow::Owned(format!("{origin}{}", view::document_address(&facts.symbol))),
        updated: Cow::Owned(times::rfc3339(changed_at(line))),
        published: facts.date.and_then(times::midnight).map(Cow::Owned),
        author: view::speaker(&line.document).map(Cow::Borrowed),
        standing: facts.standing.as_str(),
        summary: Quoted::new(facts.title.as_str(), lang),
    }
}

/// The latest roll calls.
pub(crate) fn roll_calls<'a>(origin: &str, reader: Reader, lines: &'a [RollCallLine]) -> Feed<'a> {
    let words = reader.words();
    let entry = |line: &'a RollCallLine| FeedEntry {
        title: Quoted::new(line.facts.title.as_str(), "en"),
        address: Cow::Owned(format!("{origin}/votes/{}", line.facts.id)),
        updated: Cow::Owned(times::rfc3339(line.changed_at_ms)),
        published: line.facts.date.and_then(times::midnight).map(Cow::Owned),
        author: Some(Cow::Borrowed(line.facts.body.as_str())),
        standing: "official",
        summary: Quoted::new(plenum_pages::votes::Counts::of(line.tally).sentence(words), reader.language),
    };
    let updated = lines.iter().map(|line| line.changed_at_ms).max().unwrap_or(NEVER_MS);
    Feed {
        title: Cow::Borrowed(words.say("votes-title")),
        lang: Cow::Borrowed(reader.language),
        address: Cow::Owned(format!("{origin}/votes.atom")),
        page: Cow::Owned(format!("{origin}/votes")),
        updated: Cow::Owned(times::rfc3339(updated)),
        entries: lines.iter().map(entry).collect(),
    }
}

/// The readings of one document, the newest first.
pub(crate) fn readings<'a>(origin: &str, page: &'a plenum_store::documents::DocumentPage) -> Feed<'a> {
    let facts = &page.document.facts;
    let address = format!("{origin}{}", view::document_address(&facts.symbol));
    let mut newest: Vec<&Revision> = page.revisions.iter().collect();
    newest.sort_by_key(|revision| std::cmp::Reverse(revision.imported_at_ms));
    let updated = newest.first().map_or(page.document.changed_at_ms, |revision| revision.imported_at_ms);
    let entry = |revision: &&'a Revision| FeedEntry {
        title: Quoted::new(
            format!("{} {}: {}", facts.symbol, revision.tag, facts.title),
            revision.tag.language.as_str(),
        ),
        address: Cow::Owned(format!("{address}/{}", revision.tag)),
        updated: Cow::Owned(times::rfc3339(revision.imported_at_ms)),
        published: facts.date.and_then(times::midnight).map(Cow::Owned),
        author: view::speaker(&page.document).map(Cow::Borrowed),
        standing: facts.standing.as_str(),
        summary: Quoted::new(revision.title.as_str(), revision.tag.language.as_str()),
    };
    Feed {
        title: Cow::Owned(format!("{} {}", facts.symbol, facts.title)),
        lang: Cow::Borrowed("en"),
        address: Cow::Owned(format!("{address}.atom")),
        page: Cow::Owned(address.clone()),
        updated: Cow::Owned(times::rfc3339(updated)),
        entries: newest.iter().map(entry).collect(),
    }
}

/// A feed of paragraphs found; `own` and `page` are paths.
pub(crate) fn passages<'a>(
    origin: &str,
    title: String,
    reader: Reader,
    own: &str,
    page: &str,
    passages: &'a [Passage],
) -> Feed<'a> {
    let updated = passages.iter().map(|passage| passage.document.changed_at_ms).max().unwrap_or(NEVER_MS);
    Feed {
        title: Cow::Owned(title),
        lang: Cow::Borrowed(reader.language),
        address: Cow::Owned(format!("{origin}{own}")),
        page: Cow::Owned(format!("{origin}{page}")),
        updated: Cow::Owned(times::rfc3339(updated)),
        entries: passages.iter().map(|passage| paragraph(origin, passage)).collect(),
    }
}

fn paragraph<'a>(origin: &str, passage: &'a Passage) -> FeedEntry<'a> {
    let facts = &passage.document.facts;
    let number = passage.number.as_deref().map(|number| format!(", {number}")).unwrap_or_default();
    let lang = passage.language.as_str();
    FeedEntry {
        title: Quoted::new(format!("{}{number}: {}", facts.symbol, facts.title), lang),
        address: Cow::Owned(format!("{origin}{}", passage.address)),
        updated: Cow::Owned(times::rfc3339(passage.document.changed_at_ms)),
        published: facts.date.and_then(times::midnight).map(Cow::Owned),
        author: view::speaker(&passage.document).map(Cow::Borrowed),
        standing: facts.standing.as_str(),
        summary: Quoted::new(view::beginning(&passage.text, SUMMARY_LETTERS), lang),
    }
}

/// A feed of news; `own` and `page` are paths. Entries without a link of their own lead to the page.
pub(crate) fn news<'a>(
    origin: &str,
    title: String,
    reader: Reader,
    own: &str,
    page: &str,
    lines: &'a [NewsLine],
) -> Feed<'a> {
    let updated = lines.iter().map(|line| line.changed_at_ms).max().unwrap_or(NEVER_MS);
    let entry = |line: &'a NewsLine| {
        let (item, lang) = (&line.item, line.item.language.as_str());
        FeedEntry {
            title: Quoted::new(item.title.as_str(), lang),
            address: item.link.as_deref().map_or_else(|| Cow::Owned(format!("{origin}{page}")), Cow::Borrowed),
            updated: Cow::Owned(times::rfc3339(item.published_ms.unwrap_or(line.changed_at_ms))),
            published: item.published_ms.map(times::rfc3339).map(Cow::Owned),
            author: item.author.as_deref().map(Cow::Borrowed),
            standing: line.standing.as_str(),
            summary: Quoted::new(item.summary.as_str(), lang),
        }
    };
    Feed {
        title: Cow::Owned(title),
        lang: Cow::Borrowed(reader.language),
        address: Cow::Owned(format!("{origin}{own}")),
        page: Cow::Owned(format!("{origin}{page}")),
        updated: Cow::Owned(times::rfc3339(updated)),
        entries: lines.iter().map(entry).collect(),
    }
}

/// Meetings of both kinds, the latest first; `(own, of)` are the feed's address and its page's.
pub(crate) fn meetings<'a>(
    origin: &str,
    title: &'a str,
    reader: Reader,
    (own, of): (&str, &str),
    meetings: &'a [Listed],
    known: &'a Known,
) -> Feed<'a> {
    let day = |meeting: &Listed| meeting.date().and_then(times::midnight);
    let never = || times::rfc3339(NEVER_MS);
    let entry = |meeting: &'a Listed| FeedEntry {
        title: Quoted::new(meeting.name(), ""),
        address: Cow::Owned(format!("{origin}{}", meeting.address())),
        updated: Cow::Owned(day(meeting).unwrap_or_else(never)),
        published: day(meeting).map(Cow::Owned),
        author: None,
        standing: plenum_model::Standing::Statement.as_str(),
        summary: Quoted::new(meeting.process().map_or("", |slug| known.process(slug)), "en"),
    };
    Feed {
        title: Cow::Borrowed(title),
        lang: Cow::Borrowed(reader.language),
        address: Cow::Owned(format!("{origin}{own}")),
        page: Cow::Owned(format!("{origin}{of}")),
        updated: Cow::Owned(meetings.iter().filter_map(day).max().unwrap_or_else(never)),
        entries: meetings.iter().map(entry).collect(),
    }
}

/// Editions that are published, the latest first.
pub(crate) fn digests<'a>(
    origin: &str,
    title: &'a str,
    reader: Reader,
    lines: &'a [plenum_store::digests::DigestLine],
) -> Feed<'a> {
    let at_ms = |line: &plenum_store::digests::DigestLine| line.published_at_ms.unwrap_or(line.changed_at_ms);
    let entry = |line: &'a plenum_store::digests::DigestLine| {
        let (edition, lang) = (&line.edition, line.edition.language.as_str());
        let names: Vec<&str> = edition.processes.iter().map(|one| one.name.as_str()).collect();
        FeedEntry {
            title: Quoted::new(edition.title.as_str(), lang),
            address: Cow::Owned(format!("{origin}/digests/{}", line.id)),
            updated: Cow::Owned(times::rfc3339(at_ms(line))),
            published: Some(Cow::Owned(times::rfc3339(at_ms(line)))),
            author: line.approved.as_ref().map(|(by, _)| Cow::Borrowed(by.as_str())),
            standing: plenum_model::Standing::Commentary.as_str(),
            summary: Quoted::new(names.join("; "), "en"),
        }
    };
    Feed {
        title: Cow::Borrowed(title),
        lang: Cow::Borrowed(reader.language),
        address: Cow::Owned(format!("{origin}/digests.atom")),
        page: Cow::Owned(format!("{origin}/digests")),
        updated: Cow::Owned(times::rfc3339(lines.iter().map(at_ms).max().unwrap_or(NEVER_MS))),
        entries: lines.iter().map(entry).collect(),
    }
}
