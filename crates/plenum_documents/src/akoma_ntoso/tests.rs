//! Tests of `akoma_ntoso`, in words of our own.

use super::*;
use crate::tests::real_files;
use plenum_model::{DocumentFacts, Footnote, Language, Paragraph, ParagraphKind, PartialDate, Reading, Symbol};
use std::path::Path;

fn wrapped(body: &str) -> String {
    format!("<akomaNtoso xmlns=\"x\"><act name=\"a\"><meta/><body>{body}</body></act></akomaNtoso>")
}

fn shown(reading: &Reading) -> Vec<String> {
    let show = |p: &Paragraph| {
        let notes: String = p.footnotes.iter().map(|n| format!(" ^{}@{} {}", n.mark, n.at, n.text)).collect();
        let number = p.number.as_deref().unwrap_or("-");
        format!("{} {number} | {}{notes}", p.kind.as_str(), p.text.replace('\n', " ¶ "))
    };
    reading.paragraphs.iter().map(show).collect()
}

fn check(body: &str, expected: &[&str]) {
    let reading = read(wrapped(body).as_bytes()).expect("Akoma Ntoso");
    assert_eq!(shown(&reading), expected, "{body}");
}

#[test]
fn articles_carry_their_number_into_paragraphs_and_points() {
    check(
        "<chapter><num>Chapter I</num><heading>Scope</heading><article><num>Article 1</num><heading>Aim</heading>\
         <paragraph><num>1.</num><list><intro><p>It aims:</p></intro><point><num>(a)</num><content><p>high;</p></content></point>\
         <point><num>b</num><content><p>wide.</p></content></point></list></paragraph></article>\
         <article><num>Article 2</num><content><p>One.</p><p>Two.</p></content></article></chapter>",
        &[
            "heading Chapter I | Scope",
            "heading Article 1 | Aim",
            "paragraph Article 1 (1) | It aims:",
            "paragraph Article 1 (1) (a) | high;",
            "paragraph Article 1 (1) (b) | wide.",
            "paragraph Article 2 | One.",
            "paragraph - | Two.",
        ],
    );
}

#[test]
fn speakers_stand_before_their_words() {
    check(
        "<debateSection><heading>Motions</heading><speech><from>Ms. A:</from><p>I move.</p><p>Thank you.</p></speech></debateSection>",
        &["heading - | Motions", "paragraph - | Ms. A: I move.", "paragraph - | Thank you."],
    );
}

#[test]
fn notes_and_tables_are_kept() {
    check(
        "<paragraph><num>1.</num><content><p>Said<authorialNote marker='3'><p>By <i>whom</i>?</p></authorialNote> , once.</p>\
         <table><tr><th><p>a</p></th><th>b</th></tr><tr><td/><td>c</td></tr></table></content></paragraph>",
        &["paragraph 1 | Said, once. ^3@4 By whom?", "table - | a | b ¶ | c"],
    );
}

#[test]
fn bullets_are_items_and_quotations_keep_their_numbers() {
    check(
        "<blockList><listIntroduction>Two:</listIntroduction><item><num>–</num><p>x</p></item></blockList>\
         <section><num>4</num><subsection><num>2</num><content><p>After it put<mod><quotedStructure startQuote='“' endQuote='”'>\
         <subsection><num>2A</num><content><p>New.</p></content></subsection></quotedStructure></mod></p></content></subsection></section>",
        &["paragraph - | Two:", "list - | x", "paragraph 4 (2) | After it put", "quote 2A | “New.”"],
    );
}

#[test]
fn hostile_xml_is_refused_in_words() {
    let bomb = "<!DOCTYPE a [<!ENTITY x 'y'>]><akomaNtoso/>";
    assert!(matches!(read(bomb.as_bytes()), Err(crate::ReadError::Unsafe { .. })));
    let deep = wrapped(&"<section>".repeat(20_000));
    assert!(matches!(read(deep.as_bytes()), Err(crate::ReadError::TooDeep { .. })));
    for text in ["<akomaNtoso>", "<akomaNtoso></a>", "<akomaNtoso", "<akomaNtoso><p>&broken;</akomaNtoso>"] {
        assert!(matches!(read(text.as_bytes()), Err(crate::ReadError::Damaged { .. })), "{text}");
    }
}

/// A reading with something of everything, some of it odd.
fn odd_reading() -> Reading {
    let heading = |level, number: Option<&str>, text: &str, path: &[&str]| Paragraph {
        kind: ParagraphKind::Heading,
        level,
        number: number.map(str::to_owned),
        path: path.iter().map(|p| (*p).to_owned()).collect(),
        ..Paragraph::plain(text)
    };
    let mut paragraphs = vec![
        Paragraph { kind: ParagraphKind::Front, level: 0, ..Paragraph::plain("Tenth session") },
        heading(1, Some("II"), "Needs & <means>", &[]),
        Paragraph {
            number: Some("12 (b)".into()),
            level: 2,
            page: Some(3),
            path: vec!["II".into()],
            footnotes: vec![Footnote { mark: "1".into(), at: 7, text: "See A/80/257.".into(), references: Vec::new() }],
            ..Paragraph::plain("As said  in A/80/257, \"all\" [shall][should] meet".replace("  ", " "))
        },
        heading(3, None, "Deep", &["II"]),
        Paragraph {
            kind: ParagraphKind::Table,
            level: 0,
            path: vec!["II".into(), "Deep".into()],
            ..Paragraph::plain("a | b\n| A/80/257\nc | | d")
        },
        heading(2, Some("A"), "Less deep", &["II"]),
        Paragraph {
            kind: ParagraphKind::List,
            level: 2,
            path: vec!["II".into(), "A".into()],
            ..Paragraph::plain("item")
        },
        Paragraph {
            kind: ParagraphKind::Quote,
            level: 0,
            path: vec!["II".into(), "A".into()],
            ..Paragraph::plain("قال")
        },
    ];
    crate::references::fill(&mut paragraphs);
    Reading {
        title: "A title & more".into(),
        symbol: Symbol::parse("A/80/1(Part I)").ok(),
        language: Language::english(),
        date: PartialDate::new(2024, Some(5), None),
        troubles: Vec::new(),
        paragraphs,
    }
}

fn facts(reading: &Reading) -> DocumentFacts {
    let symbol = reading.symbol.clone().or_else(|| Symbol::parse("TEST/1").ok()).expect("a symbol");
    DocumentFacts { date: reading.date, ..DocumentFacts::from_symbol(symbol, reading.title.clone()) }
}

/// What is shown, without the places of marks: a space before a mark is not kept.
fn plain(reading: &Reading) -> Vec<String> {
    let mut bare = reading.clone();
    bare.paragraphs.iter_mut().flat_map(|p| &mut p.footnotes).for_each(|note| note.at = 0);
    shown(&bare)
}

#[test]
fn what_is_written_reads_back_as_it_was() {
    let reading = odd_reading();
    let mut again = read(write(&reading, &facts(&reading)).as_bytes()).expect("our own export");
    crate::references::fill(&mut again.paragraphs);
    assert_eq!(again.paragraphs, reading.paragraphs);
    assert_eq!((&again.title, again.date, &again.symbol), (&reading.title, reading.date, &reading.symbol));
}

#[test]
fn letters_that_xml_cannot_hold_are_left_out() {
    let mut reading = odd_reading();
    reading.paragraphs[2].text.push_str("\u{0}\u{b}\u{ffff}!");
    let xml = write(&reading, &facts(&reading));
    assert!(read(xml.as_bytes()).is_ok_and(|again| again.paragraphs[2].text.ends_with("meet!")));
}

/// Validates with `xmllint`; `None`, said aloud, where it or the schema is missing.
fn complaints(xml: &str, name: &str) -> Option<String> {
    let schema = real_files("akn-examples")?.join("schema/akomantoso30.xsd");
    let file = std::env::temp_dir().join(format!("plenum-akn-{}-{name}.xml", std::process::id()));
    std::fs::write(&file, xml).expect("a file in the temporary folder");
    let done =
        std::process::Command::new("xmllint").args(["--nonet", "--noout", "--schema"]).arg(schema).arg(&file).output();
    std::fs::remove_file(&file).expect("the file just written");
    match done {
        Ok(done) if done.status.success() => Some(String::new()),
        Ok(done) => Some(String::from_utf8_lossy(&done.stderr).chars().take(1_500).collect()),
        Err(_) => {
            eprintln!("SKIPPED: xmllint is not installed; the export was not validated");
            None
        }
    }
}

#[test]
fn exports_are_valid() {
    let mut readings = vec![("odd".to_owned(), odd_reading()), ("empty".to_owned(), Reading::empty())];
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/seeds");
    let sets = ["akn-examples", "udhr", "drafts-paris", "un-docs"];
    let folders = sets.iter().filter_map(|set| real_files(set)).chain(seeds.is_dir().then_some(seeds));
    for file in folders.flat_map(|folder| std::fs::read_dir(folder).expect("a folder")) {
        let path = file.expect("an entry").path();
        let ending = path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_owned();
        // Two Word files are enough of their kind for a test that runs at every change.
        let is_wanted = matches!(ending.as_str(), "xml" | "html" | "md" | "txt")
            || ending == "docx" && ["A_80_590", "SECT_31"].iter().any(|name| path.to_string_lossy().contains(name));
        if is_wanted {
            let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default().to_owned();
            readings.extend(
                crate::read(&std::fs::read(&path).expect("a file")).into_iter().flatten().map(|r| (name.clone(), r)),
            );
        }
    }
    for (name, reading) in readings {
        let xml = write(&reading, &facts(&reading));
        let again = read(xml.as_bytes()).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(plain(&again), plain(&reading), "{name}");
        if let Some(complaints) = complaints(&xml, &name) {
            assert_eq!(complaints, "", "{name}");
        }
    }
}

#[test]
fn no_number_and_no_heading_of_the_examples_is_lost() {
    let Some(folder) = real_files("akn-examples") else { return };
    for file in std::fs::read_dir(folder).expect("a folder") {
        let path = file.expect("an entry").path();
        if path.extension().is_none_or(|ending| ending != "xml") {
            continue;
        }
        let source = std::fs::read_to_string(&path).expect("a file");
        let reading = read(source.as_bytes()).expect("a reading");
        let numbers: Vec<&str> = reading.paragraphs.iter().filter_map(|p| p.number.as_deref()).collect();
        for number in inside(&source, "num").iter().filter_map(|printed| frames::cleaned(printed)) {
            let core = number.trim_matches(['(', ')']);
            assert!(numbers.iter().any(|kept| kept.contains(core)), "{} lost {number}", path.display());
        }
        for heading in inside(&source, "heading") {
            let is_kept = |p: &Paragraph| p.kind == ParagraphKind::Heading && p.text == heading;
            assert!(reading.paragraphs.iter().any(is_kept), "{} lost {heading:?}", path.display());
        }
    }
}

/// The words of every element of a name, on one line, notes and tags gone: found without the reader's own means.
fn inside(source: &str, name: &str) -> Vec<String> {
    let mut found = Vec::new();
    for piece in source.split(&format!("<{name}")).skip(1) {
        let starts = piece.starts_with([' ', '>']);
        let Some((head, tail)) = piece.split_once('>').filter(|(head, _)| starts && !head.ends_with('/')) else {
            continue;
        };
        let _ = head;
        let inner = tail.split(&format!("</{name}>")).next().unwrap_or_default();
        let mut words = String::new();
        for (at, part) in inner.split("<authorialNote").enumerate() {
            let part = if at == 0 { part } else { part.split("</authorialNote>").nth(1).unwrap_or_default() };
            words.push_str(
                &part
                    .split('<')
                    .enumerate()
                    .map(|(at, p)| if at == 0 { p } else { p.split_once('>').map_or("", |(_, w)| w) })
                    .collect::<String>(),
            );
        }
        let words = words.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">");
        found.push(words.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    found.retain(|words| !words.is_empty());
    found
}
