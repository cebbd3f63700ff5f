//! Pages of the observatory, filled with invented facts.

use crate::pages::frame;
use crate::sample::{date, told};
use plenum_model::Standing;
use plenum_pages::claims::*;
use plenum_pages::handover::{Handover, Life};
use plenum_pages::instrument::*;
use plenum_pages::parts::{Choice, Link};
use plenum_pages::plot::{Plot, SeriesPoint};
use plenum_pages::process::{CrosswalkTable, Label, LabelSet, Source};
use plenum_pages::timeline::{Event, Timeline};
use plenum_pages::{Room, Theme, Words};

fn sources() -> Vec<Source<'static>> {
    vec![Source { words: "example.org/count".into(), address: Some("https://example.org/count".into()) }]
}

pub fn handover(lang: &'static str) -> Option<Handover> {
    let told = told(lang);
    let life = |slug: &'static str, from, until, before: Option<&'static str>| Life {
        slug: slug.into(),
        name: told.process.into(),
        family: told.headings[0].into(),
        from: date(from),
        until,
        predecessor: before.map(Into::into),
    };
    let lives = [life("before", "2019", date("2021-03"), None), life("invented", "2021-06-01", None, Some("before"))];
    Handover::of(&lives, 2026, Words::of(lang))
}

pub fn timeline(lang: &'static str) -> Timeline<'static> {
    let told = told(lang);
    let event = |place: usize, from, is_confirmed| Event {
        name: told.headings[place].into(),
        from: date(from),
        until: date("2025-07-11"),
        place: Some("New York".into()),
        outcome: (place == 0).then_some(told.paragraphs[0].into()),
        documents: vec![Link::new("/d/A/99/257", "A/99/257")],
        sources: sources(),
        is_confirmed,
    };
    let events = vec![event(0, "2021-06-01", true), event(1, "2025-07-07", false), event(2, "2025-07-08", true)];
    let year =
        |words: &'static str| Choice { address: "/processes/invented".into(), words: words.into(), is_current: false };
    Timeline::of(events, None, vec![year("2021"), year("2024"), year("2025")], Words::of(lang))
}

pub fn labels(lang: &'static str) -> Vec<LabelSet<'static>> {
    let label = |set: &'static str| LabelSet {
        set: set.into(),
        labels: vec![Label {
            key: "13(a)".into(),
            label: told(lang).headings[1].into(),
            address: "/d/A/99/257".into(),
            is_confirmed: false,
        }],
    };
    vec![label("norm"), label("measure"), label("principle")]
}

pub fn crosswalk(lang: &'static str) -> CrosswalkTable<'static> {
    let told = told(lang);
    CrosswalkTable {
        title: told.headings[0].into(),
        rows: "Line".into(),
        columns: vec!["1".into(), "2".into()],
        columns_name: "Goal".into(),
        lines: vec![(told.headings[1].into(), vec![true, false])],
        note: Some(told.note.into()),
        sources: sources(),
        is_confirmed: false,
    }
}

pub fn figure(lang: &'static str) -> Figure<'static> {
    let told = told(lang);
    let points = [("2024-05-09", "92"), ("2025-07-07", "115+"), ("2025-07-10", "120+")];
    let series = points.map(|(day, value)| SeriesPoint { date: date(day).expect("a date"), value: value.into() });
    let row =
        |(day, value): (&str, &'static str)| SeriesRow { date: date(day), value: value.into(), sources: sources() };
    Figure {
        label: told.headings[1].into(),
        value: "120+".into(),
        unit: Some("States".into()),
        date: date("2025-07-10"),
        is_confirmed: false,
        disagreeing: 2,
        claims: 3,
        address: "/claims/invented/states".into(),
        sources: sources(),
        plot: Plot::of(&series, Words::of(lang)),
        series: points.map(row).into(),
    }
}

pub fn ledger(lang: &'static str, theme: Theme, is_edited: bool) -> LedgerPage<'static> {
    let told = told(lang);
    let claim = |key: &'static str, value: &'static str, is_shown| ClaimRow {
        key: key.into(),
        value: value.into(),
        date: date("2025-07-07"),
        standing: Standing::Commentary,
        sources: sources(),
        places: vec![Link::new("/d/A/99/257/en1/p/12", told.title)],
        is_not_found: is_shown,
        counted_by: Some(told.issuer.into()),
        note: Some(told.note.into()),
        is_confirmed: is_shown,
        is_shown,
        is_disputed: true,
        is_withdrawn: key == "three",
        entered_by: "pack invented".into(),
        entered_on: date("2026-11-27"),
    };
    let change = |what: &'static str| ChangeRow {
        date: date("2026-11-27"),
        what: what.into(),
        value: "115+ → 120+".into(),
        by: "administrator".into(),
    };
    let form = || ClaimForm {
        enter: "/desk/claims/x/y".into(),
        act: "/desk/claim-acts/x/y".into(),
        wrong: vec![told.item.into()],
    };
    LedgerPage {
        frame: frame(lang, theme, Room::Processes, told.headings[1], "/claims/invented/states"),
        subject: Link::new("/processes/invented", told.process),
        figure: figure(lang),
        claims: vec![claim("one", "115+", false), claim("two", "120+", true), claim("three", "92", false)],
        changes: ["added", "changed", "confirmed", "withdrawn"].map(change).into(),
        edit: "/desk/claims/invented/states".into(),
        form: is_edited.then(form),
    }
}

pub fn claims(lang: &'static str, theme: Theme) -> ClaimsPage<'static> {
    ClaimsPage {
        frame: frame(lang, theme, Room::Processes, "claims", "/claims"),
        subjects: vec![(
            Link::new("/processes/invented", told(lang).process),
            vec![Figure { plot: None, ..figure(lang) }],
        )],
    }
}

pub fn instrument_row(lang: &'static str) -> InstrumentRow<'static> {
    let told = told(lang);
    InstrumentRow {
        address: "/instruments/invented".into(),
        name: told.headings[1].into(),
        summary: told.summary.into(),
        stands: Some(told.item.into()),
    }
}

pub fn instruments(lang: &'static str, theme: Theme) -> InstrumentsPage<'static> {
    InstrumentsPage {
        frame: frame(lang, theme, Room::Processes, "instruments", "/instruments"),
        instruments: vec![instrument_row(lang), InstrumentRow { stands: None, ..instrument_row(lang) }],
    }
}

pub fn instrument(lang: &'static str, theme: Theme) -> InstrumentPage<'static> {
    InstrumentPage {
        frame: frame(lang, theme, Room::Processes, "instrument", "/instruments/invented"),
        row: instrument_row(lang),
        process: Some(Link::new("/processes/invented", told(lang).process)),
        mandate: Some(Link::new("/d/A/99/257", "A/99/257")),
        from: date("2024-05-09"),
        figures: vec![figure(lang)],
        sources: sources(),
        is_confirmed: false,
    }
}

pub fn glossary(lang: &'static str, theme: Theme) -> GlossaryPage<'static> {
    let told = told(lang);
    let term = TermRow { slug: "ping".into(), term: "Ping".into(), meaning: told.item.into(), sources: sources() };
    GlossaryPage { frame: frame(lang, theme, Room::Processes, "glossary", "/glossary"), terms: vec![term] }
}
