//! Every page of the interface, filled with the sample's words: (name, HTML).

use crate::observatory;
use crate::sample::*;
use plenum_model::calendar::{EventKind, EventStatus, When};
use plenum_model::{Moment, Standing, Zone};
use plenum_pages::calendar::{CalendarPage, EventRow, Month, Picked};
use plenum_pages::desk::*;
use plenum_pages::document::DocumentPage;
use plenum_pages::home::{Holdings, HomePage};
use plenum_pages::library::*;
use plenum_pages::news::NewsRow;
use plenum_pages::paragraph::*;
use plenum_pages::parts::*;
use plenum_pages::process::*;
use plenum_pages::text::{Piece, Show};
use plenum_pages::upload::*;
use plenum_pages::{Frame, Room, Theme, Words};

pub fn frame(lang: &str, theme: Theme, room: Room, title: &'static str, address: &'static str) -> Frame<'static> {
    let mut frame = Frame::new(Words::of(lang), room, address);
    frame.theme = theme;
    frame.title = title.into();
    frame.origin = "http://127.0.0.1:8080".into();
    frame.atom = Some(format!("{address}.atom").into());
    frame.json = Some(format!("{address}.json").into());
    frame.json_ld = Some(r#"{"@context":"https://schema.org","@type":"Report","name":"</script><b>"}"#.into());
    frame
}

/// All pages with the interface in `lang`.
pub fn all(lang: &'static str, theme: Theme) -> Vec<(&'static str, String)> {
    let mut pages: Vec<(&'static str, Box<dyn askama::DynTemplate>)> = vec![
        ("home", Box::new(home(lang, theme, true))),
        ("empty", Box::new(home(lang, theme, false))),
        ("library", Box::new(library(lang, theme, "library"))),
        ("search", Box::new(library(lang, theme, "search"))),
        ("phrase", Box::new(library(lang, theme, "phrase"))),
        ("nothing", Box::new(library(lang, theme, "nothing"))),
        ("refused", Box::new(library(lang, theme, "refused"))),
        ("document", Box::new(document(lang, theme, 60))),
        ("unread", Box::new(document(lang, theme, 0))),
        ("paragraph", Box::new(paragraph_page(lang, theme))),
    ];
    pages.push(("calendar", Box::new(calendar(lang, theme, false))));
    pages.push(("calendar-empty", Box::new(calendar(lang, theme, true))));
    pages.extend(crate::asking::all(lang));
    pages.extend(crate::asked::all(lang));
    pages.extend(uploads(lang, theme));
    pages.extend(house(lang, theme));
    pages.extend(crate::votes::all(lang, theme));
    pages.extend(crate::meetings::all(lang, theme));
    pages.extend(crate::digests::all(lang, theme));
    pages.into_iter().map(|(name, page)| (name, page.dyn_render().expect("a sample renders"))).collect()
}

fn home(lang: &'static str, theme: Theme, is_filled: bool) -> HomePage<'static> {
    let holdings = Holdings { documents: 1_284, paragraphs: 98_311, languages: 6 };
    HomePage {
        coming: vec![event(told(lang), true), event(told(lang), false)],
        frame: frame(lang, theme, Room::Home, "", "/"),
        holdings: if is_filled { holdings } else { Holdings::default() },
        newest: if is_filled { rows(told(lang)) } else { Vec::new() },
        processes: processes(lang),
    }
}

fn processes(lang: &str) -> Vec<ProcessRow<'static>> {
    let told = told(lang);
    let one = |until, documents| ProcessRow {
        address: "/processes/invented".into(),
        name: told.process.into(),
        summary: told.summary.into(),
        lang: told.lang.into(),
        from: date("2021-06-01"),
        until,
        documents,
        stands: Some(told.headings[1].into()),
        next: Some(told.headings[2].into()),
    };
    vec![one(None, 21), one(date("2025-07-11"), 2), one(date("2021"), 1)]
}

fn hits(lang: &str) -> Vec<Hit<'static>> {
    let told = told(lang);
    let other = self::told(if lang == "ar" { "en" } else { "ar" });
    let one = |place: usize, told: &'static Told, standing| {
        let text = told.paragraphs[place];
        let at = text.char_indices().nth(14).map_or(0, |(at, _)| at);
        let end = text.char_indices().nth(26).map_or(0, |(at, _)| at);
        Hit {
            address: "/d/A/99/257/en1/p/12".into(),
            symbol: "A/99/257".into(),
            number: Some((place * 11 + 1).to_string().into()),
            title: Quoted::new(told.title, told.lang),
            lang: told.lang.into(),
            snippet: vec![
                Piece::plain(&text[..at]),
                Piece::new(&text[at..end], Show::Mark),
                Piece::plain(&text[end..]),
            ],
            standing,
            date: date("2025-07-11"),
            speaker: (place == 2).then_some(told.issuer.into()),
            by_words: place != 3,
        }
    };
    vec![
        one(0, told, Standing::Adopted),
        one(1, told, Standing::Chair),
        one(2, other, Standing::Statement),
        one(3, told, Standing::Commentary),
        one(4, told, Standing::Machine),
    ]
}

/// What appears while one types.
pub fn suggestions(lang: &'static str) -> Suggestions<'static> {
    let jump = Jump { address: "/d/A/99/257".into(), symbol: "A/99/257".into(), number: None, title: None };
    let (words, hits) = (Words::of(lang), hits(lang));
    Suggestions { words, jump: Some(jump), hits, total: 1_204, all: "/library?q=x".into() }
}

fn facets(lang: &'static str) -> Vec<Facet<'static>> {
    let words = Words::of(lang);
    let value = |text: String, count, is_chosen| FacetValue {
        words: text.into(),
        count,
        address: "/library?q=x&standing=adopted".into(),
        is_chosen,
    };
    let standings =
        Standing::ALL.map(|s| value(words.standing(s).to_owned(), 4_321 >> (s as u32), s == Standing::Adopted));
    let languages = ["en", "ar", "fr"].map(|tag| value(words.language(tag).into_owned(), 312, false));
    let years = ["2025", "2024", "2021"].map(|year| value(words.value(Field::Year, year).into_owned(), 97, false));
    vec![
        Facet { field: Field::Standing, values: standings.into() },
        Facet { field: Field::Process, values: vec![value(told(lang).process.to_owned(), 41, false)] },
        Facet { field: Field::Language, values: languages.into() },
        Facet { field: Field::Year, values: years.into() },
    ]
}

fn library(lang: &'static str, theme: Theme, which: &str) -> LibraryPage<'static> {
    let words = Words::of(lang);
    let mut frame = frame(lang, theme, Room::Library, words.say("room-library"), "/library");
    let first = || FirstUse {
        address: "/d/A/98/816/en1/p/56".into(),
        symbol: "A/98/816".into(),
        number: Some("56".into()),
        date: date("2021-03-12"),
    };
    let jump = Jump {
        address: "/d/A/99/257/en1/p/12".into(),
        symbol: "A/99/257".into(),
        number: Some("12".into()),
        title: Some(Quoted::new(told(lang).title, told(lang).lang)),
    };
    let list = match which {
        "library" => Listing::Documents(rows(told(lang))),
        "search" => Listing::Paragraphs(Findings { held: Held::All, jump: Some(jump), agreed: None, hits: hits(lang) }),
        "phrase" => {
            let agreed = Agreed {
                phrase: "x".into(),
                total: 14,
                adopted: 3,
                first: Some(first()),
                first_adopted: Some(first()),
            };
            Listing::Paragraphs(Findings { held: Held::All, jump: None, agreed: Some(agreed), hits: hits(lang) })
        }
        "nothing" => Listing::Paragraphs(Findings { held: Held::All, jump: None, agreed: None, hits: Vec::new() }),
        _ => Listing::Refused("A phrase has no closing quotation mark. Close it, or leave the mark out.".into()),
    };
    let is_found = matches!(which, "search" | "phrase");
    if which != "library" {
        frame.query = if which == "phrase" { words.say("example-phrase") } else { words.say("example-words") }.into();
    }
    let total = if which == "nothing" || which == "refused" { 0 } else { 1_204 };
    let order =
        |key, is_current| Choice { address: "/library?order=x".into(), words: words.say(key).into(), is_current };
    LibraryPage {
        frame,
        list,
        paging: Paging {
            from: 21,
            until: 40,
            total,
            previous: (total > 0).then_some("/library?page=1".into()),
            next: (total > 0).then_some("/library?page=3".into()),
        },
        is_cut: which == "phrase",
        orders: if is_found {
            vec![order("order-best", true), order("order-oldest", false), order("order-newest", false)]
        } else {
            Vec::new()
        },
        chosen: if which == "library" || which == "refused" {
            Vec::new()
        } else {
            vec![Chosen {
                field: Field::Standing,
                words: words.standing(Standing::Adopted).into(),
                without: "/library?q=x".into(),
            }]
        },
        facets: if total > 0 { facets(lang) } else { Vec::new() },
        kept: vec![("standing".into(), "adopted".into())],
        meaning: if which == "search" { Meaning::Following(62) } else { Meaning::Ready },
    }
}

/// A document of so many numbered paragraphs.
pub fn document(lang: &'static str, theme: Theme, length: usize) -> DocumentPage<'static> {
    let told = told(lang);
    let mut head = head(told);
    if length == 0 {
        (head.languages, head.files, head.revisions, head.revision) = Default::default();
    }
    DocumentPage {
        frame: frame(lang, theme, Room::Library, told.title, "/d/A/99/257"),
        figures: vec![crate::observatory::figure(lang)],
        head,
        contents: if length > 0 { contents(told) } else { Vec::new() },
        parts: Vec::new(),
        paragraphs: report(told, length),
        names: if length > 0 { names() } else { Vec::new() },
        named_by: if length > 0 { named_by(told) } else { Vec::new() },
        named_by_total: 14,
        troubles: if length > 0 { troubles() } else { Vec::new() },
    }
}

fn paragraph_page(lang: &'static str, theme: Theme) -> ParagraphPage<'static> {
    let told = told(lang);
    let mut all = report(told, 12);
    let at = all.iter().position(|view| view.number.as_deref() == Some("3")).expect("it has a third");
    let mut after = all.split_off(at);
    let mut paragraph = after.remove(0);
    paragraph.is_marked = true;
    after.truncate(2);
    let mut head = head(told);
    head.newer = Some("/d/A/99/257/en2/p/3".into());
    let address = "http://127.0.0.1:8080/d/A/99/257/en1/p/3";
    ParagraphPage {
        frame: frame(lang, theme, Room::Library, "A/99/257, 3", "/d/A/99/257/en1/p/3"),
        path: vec![told.headings[0].into(), told.headings[1].into()],
        before: all.split_off(all.len().saturating_sub(2)),
        previous: Some(Link::new("/d/A/99/257/en1/p/2", "2")),
        next: Some(Link::new("/d/A/99/257/en1/p/3(a)", "3 (a)")),
        in_document: "/d/A/99/257/en1#p3".into(),
        citation: CitationView {
            text: format!("“{}” (A/99/257, para 3, 2025-07-11)", told.paragraphs[2]).into(),
            markdown: format!("> {}\n>\n> — [A/99/257, para 3]({address})", told.paragraphs[2]).into(),
            link: address.into(),
        },
        names: names(),
        named_by: named_by(told),
        named_by_total: 3,
        earlier: other_words(told),
        later: Vec::new(),
        languages: head.languages.clone(),
        original: Some(OriginalPage { address: "/files/1#page=3".into(), page: Some(3), format: "PDF".into() }),
        head,
        paragraph,
        after,
    }
}

fn uploads(lang: &'static str, theme: Theme) -> Vec<(&'static str, Box<dyn askama::DynTemplate>)> {
    let told = told(lang);
    let title = Words::of(lang).say("room-upload");
    let frame = || frame(lang, theme, Room::Upload, title, "/upload");
    let refusal = Refusal {
        file: "report.pdf".into(),
        what: "The file is locked with a password.".into(),
        remedy: "Unlock it and bring it again.".into(),
        lang: "en".into(),
        key: "refusal-encrypted".into(),
    };
    let facts = UploadFacts {
        symbol: "A/99/257".into(),
        title: told.title.into(),
        language: told.lang.into(),
        date: "2025-07-11".into(),
        kind: Some(plenum_model::DocumentKind::Report),
        standing: Some(Standing::Official),
        process: "invented".into(),
        ..UploadFacts::default()
    };
    let reading = UploadReadingPage {
        frame: frame(),
        file: "report.docx".into(),
        format: "DOCX".into(),
        original: "/files/1".into(),
        is_pdf: false,
        facts,
        wrong: vec!["The date 2025-13 is not a date: write 2025, 2025-07 or 2025-07-11.".into()],
        paragraphs: report(told, 14),
        paragraphs_total: 60,
        troubles: troubles(),
        revises: Some("/d/A/99/257".into()),
        processes: vec![("invented".into(), told.process.into())],
        publish: "/upload/1/publish".into(),
        discard: "/upload/1/discard".into(),
    };
    let page = UploadPage {
        frame: frame(),
        limit_mb: 50,
        refusal: Some(refusal),
        waiting: vec![Link::new("/upload/1", "report.docx")],
    };
    vec![
        ("token", Box::new(UploadTokenPage { frame: frame(), is_wrong: true })),
        ("upload", Box::new(page)),
        ("reading", Box::new(reading)),
    ]
}

fn house(lang: &'static str, theme: Theme) -> Vec<(&'static str, Box<dyn askama::DynTemplate>)> {
    let words = Words::of(lang);
    let frame = |room, key, address| frame(lang, theme, room, words.say(key), address);
    let status = StatusPage {
        frame: frame(Room::Status, "room-status", "/status"),
        version: "0.1.0".into(),
        database: "SQLite".into(),
        holdings: Holdings { documents: 1_284, paragraphs: 98_311, languages: 6 },
        by_words: 98_311,
        by_meaning: 61_204,
        behind: 3,
        meaning: Meaning::Following(62),
        index_bytes: 120_400_000,
        database_bytes: 90_000_000,
        files_bytes: 410_000_000,
        up_seconds: 7_300,
        findings: Vec::new(),
    };
    let operation = Operation {
        method: "GET".into(),
        path: "/d/{symbol}.json".into(),
        summary: "A document with its paragraphs.".into(),
        parameters: vec![Parameter { name: "symbol".into(), meaning: "As printed.".into(), is_required: true }],
        example: Some("/d/A/99/257.json".into()),
    };
    let api = ApiPage {
        frame: frame(Room::Api, "room-api", "/api"),
        description: "/openapi.json".into(),
        operations: vec![operation],
    };
    let error = ErrorPage {
        frame: frame(Room::Nowhere, "error-no-page", "/nowhere"),
        status: 404,
        mishap: Mishap::NoParagraph("A/99/257".into(), "412".into()),
        nearby: vec![Link::new("/d/A/99/257", "A/99/257")],
        log_number: Some("7f3a".into()),
    };
    let list = ProcessesPage {
        frame: frame(Room::Processes, "room-processes", "/processes"),
        processes: processes(lang),
        handover: observatory::handover(lang),
    };
    vec![
        ("status", Box::new(status)),
        ("api", Box::new(api)),
        ("help", Box::new(HelpPage { frame: frame(Room::Help, "help-title", "/help") })),
        ("error", Box::new(error)),
        ("processes", Box::new(list)),
        ("process", Box::new(process(lang, theme))),
        ("ledger", Box::new(observatory::ledger(lang, theme, false))),
        ("ledger-edited", Box::new(observatory::ledger(lang, theme, true))),
        ("claims", Box::new(observatory::claims(lang, theme))),
        ("instruments", Box::new(observatory::instruments(lang, theme))),
        ("instrument", Box::new(observatory::instrument(lang, theme))),
        ("glossary", Box::new(observatory::glossary(lang, theme))),
    ]
}

fn process(lang: &'static str, theme: Theme) -> ProcessPage<'static> {
    let told = told(lang);
    let source = || vec![Source { words: "example.org/sessions".into(), address: Some("https://example.org/".into()) }];
    ProcessPage {
        frame: frame(lang, theme, Room::Processes, told.process, "/processes/invented"),
        name: told.process.into(),
        summary: told.summary.into(),
        lang: told.lang.into(),
        from: date("2021-06-01"),
        until: None,
        mandate: Some(Link::new("/d/A/RES/98/1", "A/RES/98/1")),
        decision_rule: Some(told.headings[2].into()),
        chair: Some("A. N. Example".into()),
        predecessor: Some(Link::new("/processes/before", told.process)),
        successor: None,
        sources: source(),
        is_confirmed: true,
        coming: vec![event(told, true), event(told, false)],
        calendar: "/calendar?process=invented".into(),
        calendar_file: "/processes/invented.ics".into(),
        meetings: vec![crate::meetings::row(told)],
        positions: Some("/processes/invented/positions".into()),
        digests: "/digests?process=invented".into(),
        news: vec![NewsRow {
            title: Quoted::new(told.process, told.lang),
            summary: Quoted::new(told.summary, told.lang),
            link: Some("https://example.org/news".into()),
            date: date("2025-07-12"),
            author: Some("A newsletter".into()),
            standing: Standing::Commentary,
        }],
        news_feed: "/processes/invented/news.atom".into(),
        stands: Some(told.paragraphs[4].into()),
        stands_on: date("2026-11-27"),
        achievement: Some(told.headings[0].into()),
        next: Some(told.headings[2].into()),
        expires: date("2030"),
        timeline: observatory::timeline(lang),
        issues: vec![IssueView {
            name: told.headings[0].into(),
            about: told.item.into(),
            claims: vec![IssueClaim {
                ledger: Link::new("/claims/lamps/lit", told.headings[1]),
                value: "116".into(),
                unit: None,
                date: date("2025-02-19"),
                is_confirmed: false,
                disagreeing: 2,
            }],
            positions: 3,
            follow: "/subscribe?issue=invented/lights".into(),
        }],
        labels: observatory::labels(lang),
        instruments: vec![observatory::instrument_row(lang)],
        figures: vec![observatory::figure(lang)],
        neighbours: vec![Link::new("/processes/beside", told.process)],
        crosswalks: vec![observatory::crosswalk(lang)],
        documents: rows(told),
        documents_total: 21,
        all_documents: "/library?process=invented".into(),
    }
}

fn event(told: &'static Told, is_confirmed: bool) -> EventRow<'static> {
    let zone = Zone::find("America/New_York").expect("a zone");
    let from = Moment::parse("2025-07-20T10:00", zone).expect("a time");
    EventRow {
        mark: format!("e-{is_confirmed}").into(),
        kind: EventKind::Silence,
        name: told.headings[0].into(),
        lang: told.lang.into(),
        process: Some(Link::new("/processes/invented", told.process)),
        when: Some(When::Moments { from, until: Moment::parse("2025-07-20T13:00", zone) }),
        own: Zone::find("Asia/Shanghai"),
        place: Some("New York".into()),
        about: Some(told.paragraphs[0].into()),
        link: Some("https://example.org/".into()),
        actor: None,
        status: if is_confirmed { EventStatus::Confirmed } else { EventStatus::Cancelled },
        sources: vec![Source { words: "example.org".into(), address: Some("https://example.org/".into()) }],
        is_confirmed,
    }
}

fn calendar(lang: &'static str, theme: Theme, is_empty: bool) -> CalendarPage<'static> {
    let told = told(lang);
    let month = Month { date: date("2025-07"), rows: vec![event(told, true), event(told, false)] };
    CalendarPage {
        frame: frame(lang, theme, Room::Calendar, Words::of(lang).say("room-calendar"), "/calendar"),
        is_past: false,
        is_filtered: is_empty,
        months: if is_empty { Vec::new() } else { vec![month] },
        paging: Paging::default(),
        coming: "/calendar".into(),
        past: "/calendar?past=1".into(),
        file: "/calendar.ics".into(),
        processes: vec![Picked { value: "invented".into(), words: told.process.into(), is_chosen: true }],
        kinds: EventKind::ALL.into_iter().map(|kind| (kind, false)).collect(),
        actors: Vec::new(),
        from: "".into(),
        until: "".into(),
        zones: vec![Zone::UTC],
        own: Some(Zone::UTC),
    }
}
