//! A reading survives the journey through JSON, and a hostile value does not become a reading.

use super::*;
use plenum_model::Oddity;
use proptest::prelude::*;

fn reference(text: &str) -> impl Strategy<Value = Reference> + use<> {
    let borders: Vec<usize> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
    let symbols = prop_oneof![Just(None), "[A-Z]/[0-9]{1,3}/[0-9]{1,3}".prop_map(|s| Symbol::parse(&s).ok())];
    let ends = (proptest::sample::select(borders.clone()), proptest::sample::select(borders));
    (symbols, proptest::option::of("[0-9]{1,3}"), ends).prop_map(|(symbol, number, (a, b))| Reference {
        symbol,
        number,
        span: (a.min(b), a.max(b)),
    })
}

fn footnote(text: &str) -> impl Strategy<Value = Footnote> + use<> {
    let borders: Vec<usize> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
    ("[0-9*]{1,2}", proptest::sample::select(borders), "\\PC{0,12}").prop_flat_map(|(mark, at, note)| {
        let references = proptest::collection::vec(reference(&note), 0..2);
        references.prop_map(move |references| Footnote { mark: mark.clone(), at, text: note.clone(), references })
    })
}

fn paragraph() -> impl Strategy<Value = Paragraph> {
    let words = ("\\PC{0,40}", proptest::option::of("\\PC{1,8}"), proptest::collection::vec("\\PC{0,6}", 0..3));
    let kind = proptest::sample::select(ParagraphKind::ALL.to_vec());
    (words, kind, 0u8..10, proptest::option::of(1u32..900)).prop_flat_map(
        |((text, number, path), kind, level, page)| {
            let references = proptest::collection::vec(reference(&text), 0..3);
            let footnotes = proptest::collection::vec(footnote(&text), 0..3);
            (references, footnotes).prop_map(move |(references, footnotes)| Paragraph {
                number: number.clone(),
                path: path.clone(),
                kind,
                level,
                text: text.clone(),
                page,
                references,
                footnotes,
            })
        },
    )
}

fn reading() -> impl Strategy<Value = Reading> {
    let trouble = (proptest::option::of(1u32..99), "\\PC{0,9}", "\\PC{0,9}", "\\PC{0,9}").prop_map(
        |(page, place, what, remedy)| {
            let arguments = vec![("near".to_owned(), what.clone())];
            Trouble { page, place, what, remedy, key: "trouble-film".into(), arguments }
        },
    );
    let date = proptest::option::of((1u16..3000, proptest::option::of(1u8..13)));
    let lists = (proptest::collection::vec(trouble, 0..3), proptest::collection::vec(paragraph(), 0..5));
    ("\\PC{0,30}", date, proptest::sample::select(vec!["ar", "zh", "en", "und", "pt-br"]), lists).prop_map(
        |(title, date, language, (troubles, paragraphs))| Reading {
            title,
            symbol: Symbol::parse("A/80/257").ok(),
            language: Language::parse(language).expect("a tag"),
            date: date.and_then(|(year, month)| PartialDate::new(year, month, None)),
            troubles,
            paragraphs,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn a_reading_survives_the_journey_through_json(reading in reading()) {
        prop_assert_eq!(from_json(&to_json(&reading)).expect("read back"), reading.clone());
        let text = serde_json::to_vec(&to_json(&reading)).expect("text");
        let value = serde_json::from_slice(&text).expect("JSON");
        prop_assert_eq!(from_json(&value).expect("read back"), reading);
    }
}

#[test]
fn the_shape_is_the_one_promised() {
    let mut paragraph = Paragraph::plain("See A/80/257.");
    paragraph.number = Some("12 (b)".into());
    paragraph.references.push(Reference { symbol: Symbol::parse("A/80/257").ok(), number: None, span: (4, 12) });
    let mut reading = Reading::empty();
    reading.paragraphs.push(paragraph);
    let (number, previous) = ("12".to_owned(), "14".to_owned());
    reading.troubles.push(Oddity::Backwards { number, previous }.at(Some(7), "12"));
    let expected = serde_json::json!({
        "title": "", "symbol": null, "language": "und", "date": null,
        "troubles": [{"page": 7, "where": "12", "what": "Numbering goes backwards: 12 follows 14.",
            "try": "Check the original: a paragraph may be missing, or an annex begins here.",
            "key": "trouble-backwards", "arguments": [["number", "12"], ["previous", "14"]]}],
        "paragraphs": [{
            "number": "12 (b)", "path": [], "kind": "paragraph", "level": 1, "text": "See A/80/257.", "page": null,
            "references": [{"symbol": "A/80/257", "number": null, "span": [4, 12]}], "footnotes": [],
        }],
    });
    assert_eq!(to_json(&reading), expected);
}

#[test]
fn an_offset_within_a_letter_is_refused() {
    let mut paragraph = Paragraph::plain("é");
    paragraph.references.push(Reference { symbol: None, number: None, span: (0, 2) });
    let mut reading = Reading::empty();
    reading.paragraphs.push(paragraph);
    let mut value = to_json(&reading);
    value["paragraphs"][0]["references"][0]["span"] = serde_json::json!([0, 1]);
    assert!(matches!(from_json(&value), Err(NotAReading::Offset { to: 1, .. })));
}

#[test]
fn an_unknown_kind_is_refused() {
    let mut reading = Reading::empty();
    reading.paragraphs.push(Paragraph::plain("words"));
    let mut value = to_json(&reading);
    value["paragraphs"][0]["kind"] = "poem".into();
    assert!(matches!(from_json(&value), Err(NotAReading::Word { field: "kind", .. })));
}
