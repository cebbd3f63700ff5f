//! What programs write is read; what is written can be read by others.

use super::{read, write};
use plenum_model::calendar::{CalendarEntry, CalendarFile, EventKind, EventStatus, When};
use plenum_model::{Moment, PartialDate, Zone};

fn told(file: &str) -> (Vec<String>, Vec<String>) {
    let reading = read(file.as_bytes()).expect("a calendar");
    let when = |when: Option<When>| match when {
        Some(When::Days { from, until }) => format!("{from}{}", until.map(|u| format!(" to {u}")).unwrap_or_default()),
        Some(When::Moments { from, until }) => {
            format!("{from}{} {}", until.map(|u| format!(" to {u}")).unwrap_or_default(), from.zone())
        }
        None => "never".into(),
    };
    let events = reading.events.iter().map(|e| format!("{}: {}", e.name, when(e.when))).collect();
    (events, reading.troubles.into_iter().map(|t| t.what).collect())
}

/// A calendar of one event with these lines.
fn check(lines: &str, expected: &[&str], troubles: usize) {
    let file = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Talk\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n");
    let (events, found) = told(&file);
    let expected: Vec<String> = expected.iter().map(|when| format!("Talk: {when}")).collect();
    assert_eq!((events, found.len()), (expected, troubles), "{lines}: {found:?}");
}

#[test]
fn days_and_times_are_read_with_their_ends() {
    check("DTSTART;VALUE=DATE:20260720\nDTEND;VALUE=DATE:20260725", &["2026-07-20 to 2026-07-24"], 0);
    check("DTSTART;VALUE=DATE:20260720\nDTEND;VALUE=DATE:20260721", &["2026-07-20"], 0);
    check("DTSTART:20260720T140000Z\nDURATION:PT1H30M", &["2026-07-20T14:00:00 to 2026-07-20T15:30:00 UTC"], 0);
    check("DTSTART;TZID=America/New_York:20260720T100000", &["2026-07-20T10:00:00 America/New_York"], 0);
    check("DTSTART;TZID=\"/x.org/Europe/Berlin\":20260720T100000", &["2026-07-20T10:00:00 Europe/Berlin"], 0);
    check("DTSTART;TZID=Romance Standard Time:20260720T100000", &["2026-07-20T10:00:00 Europe/Paris"], 0);
}

#[test]
fn what_is_odd_is_said_and_kept_where_it_can_be() {
    check("DTSTART:20260720T100000", &["2026-07-20T10:00:00 UTC"], 1);
    check("DTSTART;TZID=Mars:20260720T100000", &["2026-07-20T10:00:00 UTC"], 1);
    check("DTSTART:20260720T100000Z\nDTEND:20260719T100000Z", &["2026-07-20T10:00:00 UTC"], 1);
    check("DTSTART:tomorrow", &[], 1);
    check("LOCATION:Geneva", &[], 1);
    check("DTSTART:20260720T100000Z\nnot a line at all", &["2026-07-20T10:00:00 UTC"], 1);
}

#[test]
fn a_zone_of_rules_alone_is_found_by_its_hours() {
    let zone = "BEGIN:VTIMEZONE\nTZID:Ours\nBEGIN:STANDARD\nDTSTART:19710101T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\n\
                END:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:19710101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:DAYLIGHT\nEND:VTIMEZONE";
    let file = format!(
        "BEGIN:VCALENDAR\n{zone}\nBEGIN:VEVENT\nSUMMARY:A\nDTSTART;TZID=Ours:20260720T100000\nEND:VEVENT\nEND:VCALENDAR"
    );
    let (events, troubles) = told(&file);
    assert_eq!(events, ["A: 2026-07-20T10:00:00 Europe/Paris"]);
    assert!(troubles[0].contains("the same hours"), "{troubles:?}");
}

#[test]
fn repetitions_are_spread_out_up_to_a_bound() {
    let days = |lines: &str| {
        let file = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:x\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n");
        told(&file).0.iter().map(|e| e["x: 2026-".len()..]["".len()..5].to_owned()).collect::<Vec<_>>()
    };
    let rule = |rule: &str| days(&format!("DTSTART;VALUE=DATE:20260105\nRRULE:{rule}"));
    assert_eq!(rule("FREQ=WEEKLY;COUNT=3"), ["01-05", "01-12", "01-19"]);
    assert_eq!(rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;UNTIL=20260121"), ["01-05", "01-07", "01-19", "01-21"]);
    assert_eq!(rule("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3"), ["01-05", "01-30", "02-27"]);
    assert_eq!(rule("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3"), ["01-05", "01-31", "03-31"]);
    assert_eq!(rule("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=2;COUNT=3"), ["01-05", "01-06", "02-03"]);
    let lines =
        "DTSTART;VALUE=DATE:20260105\nRRULE:FREQ=DAILY;COUNT=4\nEXDATE;VALUE=DATE:20260106\nRDATE;VALUE=DATE:20260301";
    assert_eq!(days(lines), ["01-05", "01-07", "01-08", "03-01"]);
    let (many, troubles) = told("BEGIN:VEVENT\nSUMMARY:x\nDTSTART:20260105T100000Z\nRRULE:FREQ=DAILY\nEND:VEVENT");
    assert_eq!((many.len(), troubles.len()), (400, 1));
    check("DTSTART:20260105T100000Z\nRRULE:FREQ=HOURLY", &["2026-01-05T10:00:00 UTC"], 1);
}

#[test]
fn a_weekly_hour_stays_the_same_when_the_clock_changes() {
    check(
        "DTSTART;TZID=Europe/Paris:20260326T100000\nRRULE:FREQ=WEEKLY;COUNT=2",
        &["2026-03-26T10:00:00 Europe/Paris", "2026-04-02T10:00:00 Europe/Paris"],
        0,
    );
}

#[test]
fn a_correction_takes_the_place_of_one_time() {
    let file = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:x\nDTSTART:20260105T100000Z\nRRULE:FREQ=DAILY;COUNT=2\nEND:VEVENT\n\
                BEGIN:VEVENT\nUID:1\nRECURRENCE-ID:20260106T100000Z\nSUMMARY:moved\nDTSTART:20260107T120000Z\nEND:VEVENT\nEND:VCALENDAR";
    assert_eq!(told(file).0, ["x: 2026-01-05T10:00:00 UTC", "moved: 2026-01-07T12:00:00 UTC"]);
}

#[test]
fn lines_broken_or_folded_anyhow_are_joined() {
    let file = "\u{feff}BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Long\r\n er\\, name\r\nDESCRIPTION:One\r\ntwo words\r\nDTSTART:20260105\r\n";
    let reading = read(file.as_bytes()).expect("a calendar");
    assert_eq!(reading.events[0].name, "Longer, name");
    assert_eq!(reading.events[0].about.as_deref(), Some("One\ntwo words"));
    assert!(read(b"nothing of the kind").is_err() && read(b"").is_err());
}

fn entry(name: &str, when: When) -> CalendarEntry {
    CalendarEntry {
        uid: format!("{}@plenum", name.len()),
        sequence: 2,
        changed_at_ms: 1_784_000_000_000,
        name: name.into(),
        about: "Source: a page; another, with a comma\nand a \\ stroke".into(),
        page: "https://plenum.test/processes/p".into(),
        when,
        place: Some("New York, Conference Room 4".into()),
        kind: EventKind::Silence,
        status: EventStatus::Confirmed,
    }
}

fn sample() -> CalendarFile {
    let date = |text: &str| PartialDate::parse(text).expect(text);
    let zone = Zone::find("America/New_York").expect("a zone");
    let from = Moment::parse("2026-07-20T18:00", zone).expect("a time");
    CalendarFile {
        name: "A process".into(),
        address: "https://plenum.test/processes/p.ics".into(),
        entries: vec![
            entry("Session", When::Days { from: date("2026-07-20"), until: Some(date("2026-07-24")) }),
            entry("Конец процедуры молчания по проекту доклада рабочей группы", When::Moments { from, until: None }),
            entry("Some year", When::Days { from: date("2027"), until: None }),
        ],
    }
}

/// The golden file was read back by PyPI icalendar 7.3.2 with equal times, and by our own reader below.
#[test]
fn the_file_is_byte_for_byte_the_same() {
    assert_eq!(write(&sample()), include_str!("golden.ics"));
}

#[test]
fn no_line_is_longer_than_75_bytes_and_none_cuts_a_letter() {
    let file = write(&sample());
    assert!(file.ends_with("END:VCALENDAR\r\n") && !file.replace("\r\n", "").contains(['\n', '\r']));
    for line in file.split("\r\n") {
        assert!(line.len() <= 75, "{line}");
    }
}

#[test]
fn what_is_written_is_read_again() {
    let (events, troubles) = told(&write(&sample()));
    assert_eq!(
        events,
        [
            "Session: 2026-07-20 to 2026-07-24",
            "Конец процедуры молчания по проекту доклада рабочей группы: 2026-07-20T18:00:00 America/New_York"
        ]
    );
    assert!(troubles.is_empty(), "{troubles:?}");
    let reading = read(write(&sample()).as_bytes()).expect("our own file");
    assert_eq!(reading.events[0].about.as_deref(), Some(sample().entries[0].about.as_str()));
}
