//! Meetings, statements and their review, positions, filled with invented words.

use crate::pages::frame;
use crate::sample::*;
use plenum_model::Standing;
use plenum_model::statement::{Gender, Mode, Relation, Stance, StatementKind};
use plenum_pages::bars::{Bar, Bars, By};
use plenum_pages::meeting::*;
use plenum_pages::parts::*;
use plenum_pages::positions::*;
use plenum_pages::{Room, Theme, Words};

/// The pages about meetings.
pub fn all(lang: &'static str, theme: Theme) -> Vec<(&'static str, Box<dyn askama::DynTemplate>)> {
    vec![
        ("meetings", Box::new(meetings(lang, theme, true))),
        ("meetings-none", Box::new(meetings(lang, theme, false))),
        ("meeting", Box::new(meeting(lang, theme, true))),
        ("meeting-uncounted", Box::new(meeting(lang, theme, false))),
        ("session", Box::new(session(lang, theme))),
        ("statement", Box::new(statement(lang, theme))),
        ("review", Box::new(review(lang, theme))),
        ("positions", Box::new(positions(lang, theme, true))),
        ("positions-none", Box::new(positions(lang, theme, false))),
        ("positions-edit", Box::new(positions_edit(lang, theme))),
    ]
}

pub fn row(told: &'static Told) -> MeetingRow<'static> {
    MeetingRow {
        address: "/meetings/1".into(),
        name: told.headings[0].into(),
        process: Link::new("/processes/invented", told.process),
        session: Some(told.headings[2].into()),
        date: date("2025-02-18"),
        mode: Mode::Formal,
        statements: 12,
        confirmed: 9,
    }
}

fn said(told: &'static Told, number: i64, is_confirmed: bool) -> StatementRow<'static> {
    StatementRow {
        number,
        address: format!("/meetings/1/statements/{number}"),
        actor: is_confirmed.then(|| Link::new("/actors/nor", told.issuer)),
        printed: if number == 3 { "".into() } else { "NORLAND".into() },
        speaks_for: (number == 2).then_some(told.headings[1].into()),
        kind: StatementKind::ALL[usize::try_from(number).expect("small") % 5],
        mode: Mode::Informal,
        sureness: (!is_confirmed).then_some(60),
        is_confirmed,
        is_first_proposal: number == 2,
        from_ms: Some(62_000),
        ms: Some(90_000),
        words: 214,
        opening: Quoted::new(told.paragraphs[1], told.lang),
        answers: (number == 4).then(|| Link::new("/meetings/1/statements/2", "2 Norland")),
        lang: told.lang.into(),
    }
}

fn meetings(lang: &'static str, theme: Theme, is_filled: bool) -> MeetingsPage<'static> {
    let rows = || vec![ListedMeeting::Transcribed(row(told(lang))), ListedMeeting::Named(crate::votes::named())];
    let choice =
        |address: &'static str, is_current| Choice { address: address.into(), words: "One".into(), is_current };
    let choices =
        || vec![choice("/meetings", true), choice("/meetings?year=2025", false), choice("/meetings?x", false)];
    MeetingsPage {
        frame: frame(lang, theme, Room::Processes, "meetings", "/meetings"),
        is_empty: !is_filled,
        kinds: choices(),
        processes: choices(),
        years: choices(),
        is_of_year: false,
        rows: if is_filled { rows() } else { Vec::new() },
    }
}

fn meeting(lang: &'static str, theme: Theme, is_counted: bool) -> MeetingPage<'static> {
    let told = told(lang);
    MeetingPage {
        frame: frame(lang, theme, Room::Processes, told.headings[0], "/meetings/1"),
        meeting: row(told),
        session: Some(Link::new("/processes/invented/sessions/third", told.headings[2])),
        transcript: Some(Link::new("/d/transcript/invented/third", "transcript/invented/third")),
        video: Some("https://example.org/video".into()),
        rows: (1..=5).map(|number| said(told, number, is_counted && number != 3)).collect(),
        statistics: is_counted.then(|| statistics(lang)),
        review: "/meetings/1/review".into(),
    }
}

fn statistics(lang: &'static str) -> StatisticsView<'static> {
    let words = Words::of(lang);
    let told = told(lang);
    let bar = |at: u64| Bar {
        name: if at == 0 { told.process.into() } else { told.issuer.into() },
        lang: told.lang.into(),
        statements: 20 - at,
        words: 4_000 / (at + 1),
        ms: 60_000 * (20 - at),
    };
    let bars = |by| Bars::new(by, words, (0..18).map(bar).collect(), true);
    let link = |number: u8| Link::new(format!("/meetings/1/statements/{number}"), format!("{number} Norland"));
    StatisticsView {
        counted: 9,
        left_out: 3,
        words: 18_213,
        ms: 7_200_000,
        timed: 8,
        charts: vec![bars(By::Actor), bars(By::Group), bars(By::Voice)],
        kinds: vec![(StatementKind::Statement, 7), (StatementKind::Reply, 2)],
        modes: vec![(Mode::Formal, 9)],
        genders: vec![(Gender::Woman, 3)],
        not_stated: 6,
        replies: vec![(link(4), Some(link(2))), (link(5), None)],
        first_proposals: vec![link(2)],
        named: vec![(Link::new("/d/A/99/101", "A/99/101"), 4)],
        sources: vec![Link::new("/d/transcript/invented/third", "transcript/invented/third")],
    }
}

fn session(lang: &'static str, theme: Theme) -> SessionPage<'static> {
    let told = told(lang);
    SessionPage {
        frame: frame(lang, theme, Room::Processes, told.headings[2], "/processes/invented/sessions/third"),
        name: told.headings[2].into(),
        process: Link::new("/processes/invented", told.process),
        meetings: vec![row(told), row(told)],
        statistics: Some(statistics(lang)),
        statements: 24,
    }
}

fn statement(lang: &'static str, theme: Theme) -> StatementPage<'static> {
    let told = told(lang);
    let change = |fact: &'static str, before: &'static str, after: &'static str| HistoryRow {
        fact: fact.into(),
        before: before.into(),
        after: after.into(),
        by: "administrator".into(),
        at: "2025-07-11T10:00:00Z".into(),
        day: date("2025-07-11"),
    };
    let spoken =
        |para| SpokenParagraph { para, from_ms: Some(62_000), video: Some("https://example.org/video#t=62".into()) };
    StatementPage {
        frame: frame(lang, theme, Room::Processes, told.issuer, "/meetings/1/statements/4"),
        row: said(told, 4, false),
        meeting: row(told),
        gone: Some(Some(Link::new("/meetings/1/statements/6", "6 Norland"))),
        paragraphs: report(told, 3).into_iter().map(spoken).collect(),
        lang: told.lang.into(),
        gender: Some(Gender::Man),
        previous: Some("/meetings/1/statements/3".into()),
        next: Some("/meetings/1/statements/5".into()),
        answered_by: vec![Link::new("/meetings/1/statements/5", "5 Sudmark")],
        video: Some("https://example.org/video#t=62".into()),
        history: vec![
            change("kind", "statement", "right-of-reply"),
            change("actor", "", "nor"),
            change("speaks_for", "nor", "sud"),
            change("mode", "formal", "informal"),
            change("answers", "", "2"),
            change("gender", "", "woman"),
            change("is_first_proposal", "0", "1"),
            change("is_confirmed", "0", "1"),
        ],
        review: "/meetings/1/review#s4".into(),
    }
}

fn review(lang: &'static str, theme: Theme) -> ReviewPage<'static> {
    let told = told(lang);
    let form = |number| StatementForm {
        row: said(told, number, number % 2 == 0),
        actor: "nor".into(),
        speaks_for: "".into(),
        answers: String::new(),
        gender: None,
    };
    ReviewPage {
        frame: frame(lang, theme, Room::Processes, "review-title", "/meetings/1/review"),
        meeting: row(told),
        wrong: Some(Wrong::NoActor),
        forms: (1..=4).map(form).collect(),
        actors: vec![("nor".into(), "Norland".into())],
        confirmable: 3,
        previous: None,
        next: Some("/meetings/1/review?from=40".into()),
    }
}

fn position(told: &'static Told, id: i64, stance: Stance) -> PositionView<'static> {
    PositionView {
        id,
        issue: told.headings[1].into(),
        actor: told.issuer.into(),
        stance,
        address: "/d/A/99/257/en1/p/12".into(),
        place: "A/99/257, 12".into(),
        words: Quoted::new(told.paragraphs[3], told.lang),
        standing: Standing::Statement,
        date: date("2025-02-18"),
        by: "administrator".into(),
        day: date("2025-07-11"),
        withdrawn: (id == 4).then_some("administrator".into()),
    }
}

fn pair(told: &'static Told) -> PairView<'static> {
    let (one, other) = (position(told, 1, Stance::Supports), position(told, 2, Stance::Opposes));
    PairView { id: 1, relation: Relation::Disagree, one, other }
}

fn positions(lang: &'static str, theme: Theme, is_filled: bool) -> PositionsPage<'static> {
    let told = told(lang);
    let cells = || {
        vec![
            Cell { positions: vec![position(told, 1, Stance::Supports), position(told, 3, Stance::NoPosition)] },
            Cell { positions: Vec::new() },
            Cell { positions: vec![position(told, 2, Stance::Conditions)] },
        ]
    };
    let row = || MatrixRow { actor: Link::new("/actors/nor", told.issuer), cells: cells() };
    PositionsPage {
        frame: frame(lang, theme, Room::Processes, "positions", "/processes/invented/positions"),
        process: Link::new("/processes/invented", told.process),
        issues: told.headings.map(Into::into).to_vec(),
        empty: vec![told.issuer.into(), told.process.into()],
        rows: if is_filled { vec![row(), row()] } else { Vec::new() },
        pairs: if is_filled { vec![pair(told)] } else { Vec::new() },
        history: if is_filled { vec![position(told, 4, Stance::Proposes)] } else { Vec::new() },
        csv: "/processes/invented/positions.csv".into(),
        edit: "/processes/invented/positions/edit".into(),
    }
}

fn positions_edit(lang: &'static str, theme: Theme) -> PositionsEditPage<'static> {
    let told = told(lang);
    let candidate = Candidate {
        address: "/d/A/99/257/en1/p/12".into(),
        place: "A/99/257, 12".into(),
        words: Quoted::new(told.paragraphs[3], told.lang),
        standing: Standing::Statement,
        date: date("2025-02-18"),
        take: "/processes/invented/positions/edit?issue=colour#place".into(),
    };
    PositionsEditPage {
        frame: frame(lang, theme, Room::Processes, "positions-edit", "/processes/invented/positions/edit"),
        process: Link::new("/processes/invented", told.process),
        matrix: "/processes/invented/positions".into(),
        wrong: Some(Misplaced::NotItsWords),
        issues: vec![("colour".into(), told.headings[1].into())],
        entered: vec![told.headings[1].into()],
        actors: vec![("nor".into(), told.issuer.into())],
        fields: PlaceFields {
            issue: "colour".into(),
            actor: "nor".into(),
            stance: "opposes".into(),
            ..PlaceFields::default()
        },
        candidates: Some(vec![candidate]),
        standing: vec![position(told, 1, Stance::Supports)],
        pairs: vec![pair(told)],
    }
}
