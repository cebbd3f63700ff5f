//! The scales themselves are weighed: small truths, known figures.

use super::truth::{Truth, last_label, symbol_of_address, word_recall};
use super::*;

#[test]
fn a_block_that_the_parse_repeats_counts_once() {
    let block = json!({"block_type": "paragraph-1", "text": "1.\tWords.", "hyperlinks": [["79/1", "https://docs.un.org/en/A/RES/79/1"]], "children": []});
    let other = json!({"block_type": "other", "text": "a\tNote", "hyperlinks": null, "children": [block.clone()]});
    let truth = Truth::read(&json!([block, other]));
    assert_eq!(truth.paragraphs.into_iter().collect::<Vec<_>>(), [("1".to_owned(), "Words.".to_owned())]);
    assert_eq!(truth.all.len(), 2);
    assert_eq!(truth.symbols.into_iter().collect::<Vec<_>>(), ["A/RES/79/1"]);
}

#[test]
fn the_last_label_of_a_number_is_compared() {
    for (number, label) in
        [("12 (b)", "(b)"), ("(b)", "(b)"), ("25.10 ", "25.10"), ("12.", "12"), ("12 (b) (ii)", "(ii)")]
    {
        assert_eq!(last_label(number), label);
    }
}

#[test]
fn symbols_are_taken_from_addresses() {
    assert_eq!(symbol_of_address("https://docs.un.org/en/a/81/50"), Some("A/81/50".into()));
    assert_eq!(symbol_of_address("https://undocs.org/A/RES/428(V)"), Some("A/RES/428(V)".into()));
    assert_eq!(symbol_of_address("https://example.org/A/1"), None);
}

#[test]
fn recall_counts_words_with_repetition() {
    assert_eq!(word_recall("a b b c", "b c d"), 0.5);
    assert_eq!(word_recall("", "x"), 1.0);
}

#[test]
fn words_of_a_tree_are_joined_and_unescaped() {
    let native = r#"[Para [Str "caf\233",Str "s",Space,Str "\"x\"",Space,Str "1\8211\&2"]]"#;
    assert_eq!(corpora::words_of_native(native).trim(), "cafés \"x\" 1–2");
}

#[test]
fn numbers_and_headings_are_found_in_an_act() {
    let xml = r#"<section><num title="x">1.<eol/></num><heading>A <b>bold</b> &amp; title</heading><number>no</number><num/></section>"#;
    assert_eq!(acts::numbers_and_headings(xml), ["1.", "A bold & title"]);
}

#[test]
fn a_note_within_a_heading_is_compared_apart_from_it() {
    let xml = r#"<heading>Short<authorialNote marker="1"><p>See annex.</p></authorialNote> title</heading>"#;
    assert_eq!(acts::numbers_and_headings(xml), ["Short title", "See annex."]);
}

#[test]
fn quoted_cells_are_one() {
    assert_eq!(papers::csv_rows("a,\"b, \"\"c\"\"\"\nd,e"), [["a", "b, \"c\""], ["d", "e"]]);
}

#[test]
fn the_table_says_what_is_not_reached() {
    let mut section = Section::of("set");
    section.hold("key", "a share", 0.5, Bar::AtLeast(0.98));
    section.hold("none", "crashes", 0.0, Bar::AtMost(0.0));
    let report = Report { sections: vec![section] };
    assert!(report.markdown().contains("| set | a share | 0.5000 | ≥ 0.9800 | **no** |"));
    assert_eq!(report.json()["set"]["figures"]["none"]["reached"], json!(true));
}

#[test]
fn a_folder_without_a_set_is_an_error() {
    let empty = tempfile::tempdir().expect("a folder");
    assert!(run(empty.path()).is_err());
}
