//! Digests: composed in six languages from invented facts, every sentence cited; as a page, as mail.

use crate::pages::frame;
use crate::sample::{date, told};
use plenum_model::digest::{Citation, Citations, Edition, Kind, Section, Sentence, Span, State};
use plenum_model::language::UN_SIX;
use plenum_model::statement::{Relation, Stance};
use plenum_model::{DocumentKind, Standing};
use plenum_pages::compose::{Ordered, compose};
use plenum_pages::digest::*;
use plenum_pages::digest_facts::*;
use plenum_pages::digest_mail::{Mail, as_mail_html, as_mail_text};
use plenum_pages::parts::Link;
use plenum_pages::{Room, Theme, Words};

fn cited(address: &str) -> Citations {
    Citations::one(Citation::new(address, address.trim_start_matches('/')))
}

fn span() -> Span {
    Span::new(date("2025-02-17").unwrap(), date("2025-02-21").unwrap()).unwrap()
}

/// A process of which nothing is kept.
fn silent(slug: &str, name: &str) -> ProcessFacts {
    let place = |path: &str| Citation::new(format!("/{path}/{slug}"), name);
    ProcessFacts {
        slug: slug.into(),
        name: name.into(),
        page: place("processes"),
        matrix: place("matrix"),
        calendar: place("calendar"),
        chair: None,
        mandate: None,
        decision_rule: None,
        is_confirmed: true,
        documents: Vec::new(),
        issued: Vec::new(),
        sessions: Vec::new(),
        votes: Vec::new(),
        claims: Vec::new(),
        issues: Vec::new(),
        meetings: Vec::new(),
        passed: Vec::new(),
        coming: Vec::new(),
        mandate_ends: None,
    }
}

fn document(symbol: &str, standing: Standing) -> DocumentFact {
    DocumentFact {
        symbol: symbol.into(),
        title: "Lamps of the harbour".into(),
        issuer: (standing == Standing::Adopted).then(|| "The harbour".into()),
        kind: DocumentKind::Resolution,
        standing,
        date: date("2025-02-18").unwrap(),
        is_confirmed: standing == Standing::Adopted,
        cited: cited(&format!("/d/{symbol}")),
    }
}

fn session(name: &str, outcome: Option<&str>, goes_on: bool) -> SessionFact {
    SessionFact {
        name: name.into(),
        from: date("2025-02-17"),
        until: date("2025-02-21"),
        place: Some("Lighthouse".into()),
        outcome: outcome.map(str::to_owned),
        goes_on,
        is_confirmed: true,
        cited: cited("/calendar?process=lights#session"),
    }
}

/// A process of which something of every sort is kept.
fn full() -> ProcessFacts {
    let value = |value: &str, day: &str, is_confirmed| ValueFact {
        value: value.into(),
        date: date(day).unwrap(),
        standing: Standing::Official,
        is_confirmed,
    };
    let claim = |property: &str, values, before, is_disputed: bool| ClaimFact {
        subject: "Directory of lamps".into(),
        property: property.into(),
        issue: is_disputed.then(|| "colour".into()),
        unit: None,
        values,
        before,
        is_disputed,
        shown: is_disputed.then(|| value("new", "2026-01-01", false)),
        cited: cited(&format!("/claims/lamps/{property}")),
    };
    let vote = |is_adopted| VoteFact {
        title: "Green lamps".into(),
        date: date("2025-02-19").unwrap(),
        counts: [117, 2, 3],
        is_adopted,
        cited: cited("/votes/1"),
    };
    let position = PositionFact {
        actor: "Norland".into(),
        stance: Stance::Supports,
        words: "We support green lamps".into(),
        date: date("2025-02-18").unwrap(),
        statement: Some(Citation::new("/meetings/1/statements/2", "2 Norland")),
        cited: cited("/d/A/1/en1/p/12"),
    };
    let other = PositionFact {
        actor: "Sudmark".into(),
        words: "None but red".into(),
        statement: None,
        cited: cited("/d/A/1/en1/p/13"),
        ..position.clone()
    };
    let pair = PairFact { relation: Relation::Disagree, one: position.clone(), other };
    let spoken = |speaker: &str, number: u32| SpokenFact {
        speaker: speaker.into(),
        group: (number == 3).then(|| "Island States".into()),
        is_first_proposal: number == 3,
        opening: "We propose blue lamps".into(),
        cited: Citation::new(format!("/meetings/1/statements/{number}"), format!("{number} {speaker}")),
    };
    let coming = |name: &str, day, place: Option<&str>| ComingFact {
        name: name.into(),
        from: date(day).unwrap(),
        until: None,
        place: place.map(str::to_owned),
        is_confirmed: true,
        cited: cited(&format!("/calendar#{}", name.len())),
    };
    ProcessFacts {
        chair: Some("A. N. Example".into()),
        mandate: Some(Citation::new("/d/A/RES/0", "A/RES/0")),
        decision_rule: Some("by consensus.".into()),
        documents: vec![document("A/RES/1", Standing::Adopted), document("A/2", Standing::Statement)],
        issued: vec![("Second session".into(), document("A/CONF/1", Standing::Chair))],
        sessions: vec![
            session("Second session", Some("The lamps are lit."), false),
            session("Night session", None, false),
            session("Long session", Some("Not to be told yet"), true),
        ],
        votes: vec![vote(Some(true)), vote(Some(false)), vote(None)],
        claims: vec![
            claim("lit", vec![value("116", "2025-02-19", true)], Some(value("111", "2024-12-04", true)), false),
            claim("age", vec![value("old", "2025-02-18", false)], None, true),
        ],
        issues: vec![
            IssueFact { slug: "colour".into(), name: "Colour".into(), positions: vec![position], pairs: vec![pair] },
            IssueFact { slug: "fog".into(), name: "Fog".into(), positions: Vec::new(), pairs: Vec::new() },
        ],
        meetings: vec![MeetingFact {
            name: "Third meeting".into(),
            date: date("2025-02-18").unwrap(),
            spoken: vec![spoken("Norland", 2), spoken("Norland", 3), spoken("Sudmark", 4)],
            unconfirmed: 4,
            cited: cited("/meetings/1"),
        }],
        passed: vec![coming("Comments on lamps", "2025-02-20", None)],
        coming: vec![coming("Third session", "2025-07-07", Some("Lighthouse")), coming("Deadline", "2025-08-01", None)],
        mandate_ends: Some((date("2026").unwrap(), true)),
        ..silent("lights", "Harbour lights")
    }
}

fn compose_in(lang: &str, kind: Kind, facts: &[&ProcessFacts]) -> Edition {
    compose(Words::of(lang), &Ordered { kind, span: span(), issues: &[] }, facts)
}

fn texts(edition: &Edition, section: Section) -> Vec<&str> {
    edition.sentences.iter().filter(|one| one.section() == section).map(Sentence::text).collect()
}

/// Pages for the sample of all pages.
pub fn all(lang: &'static str, theme: Theme) -> Vec<(&'static str, Box<dyn askama::DynTemplate>)> {
    let row = |state| DigestRow {
        address: "/digests/3".into(),
        desk: (state != State::Published).then(|| "/desk/digests/3".into()),
        title: told(lang).title.into(),
        lang: lang.into(),
        kind: Kind::Weekly,
        state,
        processes: vec!["Harbour lights".into(), "Fog talks".into()],
        day: date("2026-11-27"),
    };
    let list = DigestsPage {
        frame: frame(lang, theme, Room::Processes, "Digests", "/digests"),
        process: Some(Link::new("/processes/lights", "Harbour lights")),
        waiting: State::ALL.iter().take(3).map(|state| row(*state)).collect(),
        published: vec![row(State::Published)],
        is_administrator: true,
    };
    let desk = DigestsDeskPage {
        frame: frame(lang, theme, Room::Processes, "Desk", "/desk/digests"),
        is_wrong: true,
        fields: ComposeFields {
            processes: vec![("lights".into(), "Harbour lights".into(), true), ("fog".into(), "Fog".into(), false)],
            kind: "weekly".into(),
            language: lang.into(),
            ..ComposeFields::default()
        },
        editions: vec![row(State::Draft)],
    };
    let (full, fog) = (full(), silent("fog", "Fog talks"));
    let mut edition = compose_in(lang, Kind::Session, &[&full, &fog]);
    let own = Sentence::by_editor(Section::Opening, None, told(lang).paragraphs[0].into(), Vec::new());
    edition.sentences.push(own.numbered(99));
    // The pages of this sample live as long as the test.
    let edition: &'static Edition = Box::leak(Box::new(edition));
    let mut pages: Vec<(&'static str, Box<dyn askama::DynTemplate>)> =
        vec![("digests", Box::new(list)), ("digests-desk", Box::new(desk))];
    for (name, state) in [("digest-draft", State::Draft), ("digest-published", State::Published)] {
        pages.push((name, Box::new(shown(lang, theme, edition, state))));
    }
    for (name, state) in [("digest-edit", State::Draft), ("digest-approved", State::Approved)] {
        pages.push((name, Box::new(edited(lang, theme, edition, state))));
    }
    pages
}

fn shown(lang: &'static str, theme: Theme, edition: &'static Edition, state: State) -> DigestPage<'static> {
    DigestPage {
        frame: frame(lang, theme, Room::Processes, "Digest", "/digests/3"),
        kind: edition.kind,
        state,
        processes: vec![Link::new("/processes/lights", "Harbour lights")],
        laid: Laid::of(edition),
        approved: state.is_approved().then(|| ("administrator: Ada".into(), date("2026-11-27"))),
        published_on: date("2026-11-27").filter(|_| state == State::Published),
        corrects: Some("/digests/2".into()),
        corrected_by: (state == State::Published).then(|| "/digests/4".into()),
        text: "/digests/3.txt".into(),
        desk: Some("/desk/digests/3".into()),
    }
}

fn edited(lang: &'static str, theme: Theme, edition: &'static Edition, state: State) -> DigestEditPage<'static> {
    let change = |what: &'static str| DigestChangeRow {
        day: date("2026-11-27"),
        what: what.into(),
        number: Some(3),
        before: Some("Before".into()),
        after: Some("After".into()),
        by: "administrator".into(),
    };
    let whats = ["composed", "rewritten", "added", "removed", "titled", "edited", "approved", "reopened", "published"];
    DigestEditPage {
        frame: frame(lang, theme, Room::Processes, "Edit", "/desk/digests/3"),
        state,
        page: "/digests/3".into(),
        own: "/desk/digests/3".into(),
        laid: Laid::of(edition),
        processes: vec![("lights".into(), "Harbour lights".into())],
        undone: Some(if state.is_open() { Undone::Sentence } else { Undone::Step }),
        changes: whats.into_iter().chain(["correcting"]).map(change).collect(),
    }
}

#[test]
fn an_edition_is_composed_in_every_language_and_every_sentence_cites() {
    let (full, fog) = (full(), silent("fog", "Fog talks"));
    for lang in UN_SIX {
        for kind in Kind::ALL {
            let edition = compose_in(lang, *kind, &[&full, &fog]);
            assert_eq!(edition.language, lang);
            let expected = if *kind == Kind::Session { 38 } else { 23 };
            assert_eq!(edition.sentences.len(), expected, "{lang}: {:#?}", edition.sentences);
            for sentence in &edition.sentences {
                assert!(!sentence.citations().is_empty(), "{}", sentence.text());
                assert!(!sentence.text().contains(['\u{2047}', '{', '}']), "{lang}: {}", sentence.text());
            }
            for section in Section::ALL.iter().filter(|section| **section != Section::Opening) {
                let is_of_reports = matches!(section, Section::Session | Section::Proposed);
                let is_told = *kind == Kind::Session || !is_of_reports;
                assert_eq!(!texts(&edition, *section).is_empty(), is_told, "{lang} {kind:?} {section:?}");
            }
        }
    }
}

#[test]
fn a_sentence_says_what_its_facts_say() {
    let (full, fog) = (full(), silent("fog", "Fog talks"));
    let edition = compose_in("en", Kind::Weekly, &[&full, &fog]);
    assert_eq!(edition.title.replace('\u{a0}', " "), "Weekly letter: 17 February 2025 – 21 February 2025");
    let plain = |section| texts(&edition, section).iter().map(|text| text.replace('\u{a0}', " ")).collect::<Vec<_>>();
    let days = "17 February 2025 – 21 February 2025";
    assert_eq!(
        plain(Section::Decided),
        [
            "Adopted text: A/RES/1, “Lamps of the harbour” (The harbour), dated 18 February 2025.".to_owned(),
            "Recorded vote on “Green lamps”, 19 February 2025. For: 117; against: 2; abstaining: 3. The source records it as adopted.".into(),
            "Recorded vote on “Green lamps”, 19 February 2025. For: 117; against: 2; abstaining: 3. The source records it as not adopted.".into(),
            "Recorded vote on “Green lamps”, 19 February 2025. For: 117; against: 2; abstaining: 3.".into(),
            format!("Second session ({days}, Lighthouse). Outcome as recorded: “The lamps are lit”."),
            format!("Night session ({days}, Lighthouse). No outcome of it is kept here."),
            format!("Long session ({days}, Lighthouse) goes on after 21 February 2025."),
            format!("Fog talks: the record kept here shows nothing decided that is dated {days}."),
        ]
    );
    assert_eq!(
        plain(Section::Moved),
        [
            "Directory of lamps – lit: “116” (19 February 2025, Official paper); before that “111” (4 December 2024).".to_owned(),
            "Comments on lamps: 20 February 2025.".into(),
            "Directory of lamps – age, on “Colour”: “old” (18 February 2025, Official paper). Sources contradict one another; the ledger puts first “new” (1 January 2026, Official paper, unconfirmed).".into(),
            "Norland on “Colour” (supports; 18 February 2025): “We support green lamps”".into(),
            format!("No position dated {days} is kept here on: Fog."),
            format!("Fog talks: nothing moved. The record kept here holds no figure that changed, and no quotation, dated {days}."),
        ]
    );
    assert_eq!(
        plain(Section::Spoke)[..2],
        [
            "Third meeting (18 February 2025). Confirmed statements: 3. By speaker: Norland 2; Sudmark 1.".to_owned(),
            "Third meeting (18 February 2025). Statements that no editor has confirmed, and that are not counted: 4."
                .into(),
        ]
    );
    assert_eq!(plain(Section::Next)[0], "Third session: 7 July 2025, Lighthouse.");
    let doubtful: Vec<_> =
        edition.sentences.iter().filter(|one| !one.is_confirmed()).map(|one| one.section()).collect();
    assert_eq!(doubtful, [Section::Moved, Section::Published], "marked where a fact is not confirmed");
}

#[test]
fn issues_that_were_not_asked_for_are_not_told_of() {
    let (full, fog) = (full(), ["fog".to_owned()]);
    let ordered = Ordered { kind: Kind::Weekly, span: span(), issues: &fog };
    let edition = compose(Words::of("en"), &ordered, &[&full]);
    assert!(!edition.sentences.iter().any(|one| one.text().contains("Colour")));
    assert!(edition.sentences.iter().any(|one| one.text().contains("kept here on: Fog")));
    let told = |words: &str| edition.sentences.iter().any(|one| one.text().contains(words));
    assert!(
        told("Directory of lamps – lit") && !told("Directory of lamps – age"),
        "a claim on another issue is none of it"
    );
    let nothing = ProcessFacts { claims: Vec::new(), passed: Vec::new(), ..full };
    let none = compose(Words::of("en"), &Ordered { issues: &["smoke".to_owned()], ..ordered }, &[&nothing]);
    assert!(
        texts(&none, Section::Moved)[0].contains("on the issues chosen nothing moved"),
        "no more is said than was looked for"
    );
}

#[test]
fn a_session_report_tells_the_session_who_spoke_and_what_was_quoted() {
    let (full, fog) = (full(), silent("fog", "Fog talks"));
    let edition = compose_in("en", Kind::Session, &[&full, &fog]);
    let plain = |section| texts(&edition, section).iter().map(|text| text.replace('\u{a0}', " ")).collect::<Vec<_>>();
    let days = "17 February 2025 – 21 February 2025";
    assert_eq!(
        plain(Section::Session)[..],
        [
            format!("Second session, a session of Harbour lights: {days}, Lighthouse."),
            format!("Night session, a session of Harbour lights: {days}, Lighthouse."),
            format!("Long session, a session of Harbour lights: {days}, Lighthouse."),
            "Chair, as recorded: A. N. Example.".into(),
            "Mandate: A/RES/0.".into(),
            "How it decides, as recorded: “by consensus”.".into(),
            format!("Meetings of which a transcript is kept, {days}: 1. Confirmed statements: 3."),
            format!("Fog talks: the record kept here shows no session that begins or ends {days}."),
        ]
    );
    let moved = plain(Section::Moved);
    for wanted in [
        "On “Colour”, quoted from confirmed statements: Norland 1.",
        "On “Colour”, two quotations that an editor placed side by side as disagreeing. \
         Norland: “We support green lamps”; Sudmark: “None but red”.",
    ] {
        assert!(moved.iter().any(|text| text == wanted), "no {wanted:?} in {moved:#?}");
    }
    assert_eq!(
        plain(Section::Spoke)[..],
        [
            "Norland. Confirmed statements: 2.".to_owned(),
            "Sudmark. Confirmed statements: 1.".into(),
            "On behalf of Island States. Confirmed statements: 1; by: Norland 1.".into(),
            format!("Statements {days} that no editor has confirmed, and that are not counted: 4."),
            format!("Fog talks: the record kept here shows no confirmed statement dated {days}."),
        ]
    );
    let links = |at: usize| {
        let spoke: Vec<_> = edition.sentences.iter().filter(|one| one.section() == Section::Spoke).collect();
        spoke[at].citations().iter().map(|one| one.address.clone()).collect::<Vec<_>>()
    };
    assert_eq!(links(0), ["/meetings/1/statements/2", "/meetings/1/statements/3"], "each statement can be opened");
    let proposed = plain(Section::Proposed);
    assert!(proposed[0].contains("“We propose blue lamps”") && proposed.len() == 2, "{proposed:#?}");
    assert!(plain(Section::Published)[0].starts_with("Issued for Second session: A/CONF/1"));
}

#[test]
fn figures_of_one_thing_make_one_sentence_and_a_contradiction_its_own() {
    let full = full();
    let mut claims = full.claims.clone();
    let second = ClaimFact {
        property: "bought".into(),
        before: None,
        cited: cited("/claims/lamps/bought"),
        ..claims[0].clone()
    };
    claims.push(second);
    claims.iter_mut().for_each(|claim| claim.issue = None);
    let edition = compose_in("en", Kind::Weekly, &[&ProcessFacts { claims, ..full }]);
    let moved = texts(&edition, Section::Moved).iter().map(|text| text.replace('\u{a0}', " ")).collect::<Vec<_>>();
    assert_eq!(
        moved[0],
        "Directory of lamps – lit: “116” (19 February 2025, Official paper); before that “111” (4 December 2024); \
         bought: “116” (19 February 2025, Official paper)."
    );
    assert!(moved[1].starts_with("Directory of lamps – age: “old”"), "{moved:#?}");
    let both: Vec<_> = edition.sentences.iter().filter(|one| one.section() == Section::Moved).take(1).collect();
    assert_eq!(both[0].citations().len(), 2, "each figure's ledger");
}

#[test]
fn a_report_on_one_session_bears_its_name() {
    let facts = ProcessFacts { sessions: vec![session("Second session", None, false)], ..silent("lights", "Lights") };
    let title = |kind| compose_in("en", kind, &[&facts]).title.replace('\u{a0}', " ");
    assert!(title(Kind::Session).starts_with("Session report: Second session, 17 February 2025"));
    assert!(title(Kind::Weekly).starts_with("Weekly letter: 17 February 2025"));
}

fn small() -> Edition {
    let facts =
        ProcessFacts { documents: vec![document("A/RES/1", Standing::Adopted)], ..silent("lights", "Harbour lights") };
    let mut edition = compose_in("en", Kind::Weekly, &[&facts]);
    let own = Sentence::by_editor(Section::Opening, None, "A quiet week, with one resolution.".into(), Vec::new());
    edition.sentences.push(own.numbered(9));
    edition
}

#[test]
fn a_mail_in_plain_text_has_this_shape() {
    let edition = small();
    let links = [Link::new("/subscriptions/end?key=1", "End this subscription")];
    let mail = Mail {
        edition: &edition,
        state: State::Approved,
        page: "/digests/3",
        origin: "https://plenum.example",
        links: &links,
    };
    let text = as_mail_text(&mail).replace('\u{a0}', " ");
    assert_eq!(text, include_str!("digest_mail.txt"));
    assert!(text.lines().all(|line| line.chars().count() <= 72 || line.contains("https://")));
    let draft = as_mail_text(&Mail { state: State::Draft, ..mail });
    assert!(draft.contains("This is a draft: software composed it"), "{draft}");
}

#[test]
fn a_mail_holds_nothing_that_could_leave_its_place() {
    let marks = "<script>alert(1)</script>\"><img src=x>";
    let facts = ProcessFacts { name: marks.into(), ..silent("lights", marks) };
    let other = silent("fog", "Fog");
    let mut edition = compose_in("en", Kind::Weekly, &[&facts, &other]);
    let source = Citation::new("/d/A/1", marks);
    edition
        .sentences
        .push(Sentence::by_editor(Section::Decided, Some("lights"), marks.into(), vec![source]).numbered(9));
    edition.title = marks.into();
    let origin = "https://plenum.example";
    let mail = Mail { edition: &edition, state: State::Approved, page: "/digests/1", origin, links: &[] };
    let html = as_mail_html(&mail);
    assert!(!html.contains("<script") && !html.contains("<img"), "{html}");
    assert!(html.contains("href=\"https://plenum.example/d/A/1\"") && !html.contains("href=\"/"), "{html}");
    assert!(!html.contains("<table") && !html.contains("style=") && html.matches("<style").count() == 1);
    assert!(!html.contains("src=\"") && !html.contains("url("), "nothing is loaded from elsewhere");
}

#[test]
fn a_text_in_arabic_is_written_from_the_right() {
    let (full, fog) = (full(), silent("fog", "Fog talks"));
    let edition = compose_in("ar", Kind::Quarterly, &[&full, &fog]);
    let mail =
        Mail { edition: &edition, state: State::Draft, page: "/digests/1", origin: "https://p.example", links: &[] };
    assert!(as_mail_html(&mail).contains("<html lang=\"ar\" dir=\"rtl\">"));
}
