//! The description of the API, OpenAPI 3.1, generated from the handlers and their bodies.

use crate::json::{DocumentBody, ListBody, ParagraphPageBody};
use crate::routes::{
    actors, ask, calendar, claims, compare, digests, home, house, instruments, meetings, positions, processes,
    questions, votes,
};
use crate::search_json::FoundBody;
use plenum_pages::desk::{Operation, Parameter};
use std::borrow::Cow;
use utoipa::OpenApi;
use utoipa::openapi::RefOr;
use utoipa::openapi::path::HttpMethod;

/// The addresses for programs. The pages for people have the same addresses without the ending.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Plenum",
        description = "Documents of multilateral processes as numbered, citable paragraphs. Everything that a page shows \
                       can be had as JSON at the same address with `.json`, lists also as Atom feeds with `.atom`, \
                       texts as Akoma Ntoso with `.xml`. Nothing here needs a key.",
        license(name = "MIT OR Apache-2.0")
    ),
    paths(
        home::json, home::atom, library_json, library_atom, document_json, revision_json, document_atom, document_xml,
        paragraph_json, file, processes::list_json, processes::list_atom, processes::one, actors::list_json,
        actors::one, compare::json, votes::list_json, votes::list_atom, votes::one,
        processes::news_atom, calendar::json, calendar::atom, calendar::file, process_calendar, house::status_json,
        ask::json, questions::one, claims::index_json, claims::ledger, instruments::list_json, instruments::one,
        instruments::glossary_json, meetings::list::json, meetings::list::atom, meetings::one, meetings::session,
        meetings::statement::one, positions::json, positions::csv, digests::list_json, digests::list_atom, digests::one
    ),
    tags(
        (name = "record", description = "Documents, paragraphs, processes, search"),
        (name = "feeds", description = "Atom feeds"),
        (name = "house", description = "How the machine is doing")
    )
)]
struct Api;

#[utoipa::path(get, path = "/library.json", tag = "record",
    params(
        ("q" = Option<String>, Query, description = "Words, \"a phrase\", -exclusion, a symbol with a paragraph number", example = "points of contact"),
        ("order" = Option<String>, Query, description = "best, oldest or newest; a phrase is listed oldest first unless said otherwise"),
        ("page" = Option<u32>, Query, description = "From 1; twenty paragraphs each"),
        ("process" = Option<Vec<String>>, Query, description = "Slugs; each filter may be given several times"),
        ("actor" = Option<Vec<String>>, Query, description = "Slugs; a State's is its ISO 3166 alpha-3 code in lower case"),
        ("group" = Option<Vec<String>>, Query, description = "Slugs of groups of States"),
        ("kind" = Option<Vec<String>>, Query, description = "resolution, report, treaty, draft, statement, paper, article"),
        ("standing" = Option<Vec<String>>, Query, description = "adopted, chair, official, statement, commentary, machine"),
        ("language" = Option<Vec<String>>, Query, description = "Tags of languages"),
        ("symbol" = Option<Vec<String>>, Query, description = "Symbols of documents"),
        ("year" = Option<i32>, Query, description = "One year"),
        ("from" = Option<i32>, Query, description = "First year"),
        ("until" = Option<i32>, Query, description = "Last year")
    ),
    responses((status = 200, description = "Paragraphs found; without `q` and filters the documents, newest first", body = inline(LibraryBody))))]
/// Searches paragraphs by words and meaning.
#[expect(dead_code, reason = "describes an address; the handler is `routes::library::json`")]
fn library_json() {}

/// Either of the two lists.
#[derive(serde::Serialize, utoipa::ToSchema)]
#[serde(untagged)]
#[expect(dead_code, clippy::large_enum_variant, reason = "only its schema is used")]
enum LibraryBody<'a> {
    Paragraphs(FoundBody<'a>),
    Documents(ListBody<'a>),
}

#[utoipa::path(get, path = "/library.atom", tag = "feeds",
    params(("q" = Option<String>, Query, description = "As for /library.json, with the same filters")),
    responses((status = 200, content_type = "application/atom+xml")))]
/// What a search finds, newest first, as a feed: a standing question.
#[expect(dead_code, reason = "describes an address; the handler is `routes::library::atom`")]
fn library_atom() {}

#[utoipa::path(get, path = "/d/{symbol}.json", tag = "record",
    params(("symbol" = String, Path, description = "The symbol with its slashes", example = "A/80/257")),
    responses((status = 200, body = DocumentBody), (status = 302, description = "Another spelling, or renamed"), (status = 404, description = "Not kept; names what is near")))]
/// A document with the text of its current revision.
#[expect(dead_code, reason = "describes an address; the handler is `routes::document::any`")]
fn document_json() {}

#[utoipa::path(get, path = "/d/{symbol}/{revision}.json", tag = "record",
    params(("symbol" = String, Path, description = "The symbol with its slashes", example = "A/80/257"), ("revision" = String, Path, description = "Language and count", example = "en1")),
    responses((status = 200, body = DocumentBody), (status = 404, description = "Not kept")))]
/// One reading of a document, in one language.
#[expect(dead_code, reason = "describes an address; the handler is `routes::document::any`")]
fn revision_json() {}

#[utoipa::path(get, path = "/d/{symbol}.atom", tag = "feeds",
    params(("symbol" = String, Path, description = "The symbol with its slashes", example = "A/80/257")),
    responses((status = 200, content_type = "application/atom+xml")))]
/// The readings of a document, newest first, as a feed.
#[expect(dead_code, reason = "describes an address; the handler is `routes::document::any`")]
fn document_atom() {}

#[utoipa::path(get, path = "/d/{symbol}.xml", tag = "record",
    params(("symbol" = String, Path, description = "The symbol with its slashes, and a revision if wanted", example = "A/80/257")),
    responses((status = 200, content_type = "application/xml")))]
/// A document as Akoma Ntoso 3.0.
#[expect(dead_code, reason = "describes an address; the handler is `routes::document::any`")]
fn document_xml() {}

#[utoipa::path(get, path = "/d/{symbol}/{revision}/p/{number}.json", tag = "record",
    params(("symbol" = String, Path, description = "The symbol with its slashes", example = "A/80/257"), ("revision" = String, Path, description = "Language and count; left out, the current one", example = "en1"), ("number" = String, Path, description = "The paragraph's anchor: its number without spaces", example = "12")),
    responses((status = 200, body = ParagraphPageBody), (status = 302, description = "It stands unchanged in a newer revision"), (status = 404, description = "Not kept")))]
/// One paragraph in its context, with its citation and who refers to it.
#[expect(dead_code, reason = "describes an address; the handler is `routes::document::any`")]
fn paragraph_json() {}

#[utoipa::path(get, path = "/d/{symbol}/{revision}/file", tag = "record",
    params(("symbol" = String, Path, description = "The symbol with its slashes", example = "A/80/257"), ("revision" = String, Path, description = "Language and count", example = "en1")),
    responses((status = 200, content_type = "application/octet-stream")))]
/// The file as it came.
#[expect(dead_code, reason = "describes an address; the handler is `routes::file::original`")]
fn file() {}

#[utoipa::path(get, path = "/processes/{slug}.ics", tag = "feeds",
    params(("slug" = String, Path, description = "The process' name in addresses")),
    responses((status = 200, content_type = "text/calendar"), (status = 404, description = "No such process")))]
/// The calendar of one process as a file (RFC 5545).
#[expect(dead_code, reason = "describes an address; the handler is `routes::processes::one`")]
fn process_calendar() {}

/// The description.
pub(crate) fn description() -> utoipa::openapi::OpenApi {
    Api::openapi()
}

/// The same for people: each address with what it does and takes.
pub(crate) fn operations(description: &utoipa::openapi::OpenApi) -> Vec<Operation<'_>> {
    let mut all = Vec::new();
    for (path, item) in &description.paths.paths {
        let methods = [(HttpMethod::Get, &item.get), (HttpMethod::Post, &item.post)];
        for (method, operation) in methods {
            let Some(operation) = operation else { continue };
            let parameters: Vec<Parameter<'_>> = operation.parameters.iter().flatten().filter_map(parameter).collect();
            all.push(Operation {
                method: Cow::Borrowed(if method == HttpMethod::Get { "GET" } else { "POST" }),
                path: Cow::Borrowed(path),
                summary: Cow::Borrowed(operation.summary.as_deref().unwrap_or_default()),
                // Only what takes nothing can be tried on any machine.
                example: (!path.contains('{')).then_some(Cow::Borrowed(path.as_str())),
                parameters,
            });
        }
    }
    all
}

/// `None` for a reference to a parameter described elsewhere; there are none.
fn parameter(parameter: &RefOr<utoipa::openapi::path::Parameter>) -> Option<Parameter<'_>> {
    let RefOr::T(parameter) = parameter else { return None };
    Some(Parameter {
        name: Cow::Borrowed(&parameter.name),
        meaning: Cow::Borrowed(parameter.description.as_deref().unwrap_or_default()),
        is_required: matches!(parameter.required, utoipa::openapi::Required::True),
    })
}
