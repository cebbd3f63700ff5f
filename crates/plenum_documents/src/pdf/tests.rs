//! What a PDF becomes. The files are made here, object by object.

mod hostile;
mod made;

use crate::pdf::read;
use made::{Pdf, line};
use plenum_model::{Paragraph, Reading};

fn reading(pdf: &Pdf) -> Reading {
    read(&pdf.bytes()).expect("the file can be read")
}

/// Each paragraph as `number | text`.
fn rows(paragraphs: &[Paragraph]) -> Vec<String> {
    let row = |p: &Paragraph| match &p.number {
        Some(number) => format!("{number} | {}", p.text),
        None => p.text.clone(),
    };
    paragraphs.iter().map(row).collect()
}

fn check(pdf: &Pdf, expected: &[&str]) {
    assert_eq!(rows(&reading(pdf).paragraphs), expected);
}

const LEFT: [&str; 5] = [
    "1. The left column is read to its",
    "very end before the eye goes up to",
    "the head of the right column, where",
    "the same sentence may go on and on",
    "without any mark that says so and",
];
const RIGHT: [&str; 5] = [
    "then ends here with a full stop.",
    "2. The right column has a paragraph",
    "of its own, which begins with a new",
    "number and runs over several lines",
    "until the text of the page is over.",
];
const BOTH: [&str; 2] = [
    "1 | The left column is read to its very end before the eye goes up to the head of the right column, where the same \
     sentence may go on and on without any mark that says so and then ends here with a full stop.",
    "2 | The right column has a paragraph of its own, which begins with a new number and runs over several lines until \
     the text of the page is over.",
];

fn column_line(column: usize, row: usize) -> String {
    let (x, text) = if column == 0 { (60, LEFT[row]) } else { (320, RIGHT[row]) };
    line(x, 700 - 14 * i32::try_from(row).expect("few rows"), 12, text)
}

#[test]
fn the_left_column_is_read_before_the_right() {
    let drawn: String = (0..2).flat_map(|column| (0..5).map(move |row| column_line(column, row))).collect();
    check(&Pdf::of_pages(&[&drawn]), &BOTH);
}

#[test]
fn columns_are_found_even_when_drawn_line_by_line() {
    let drawn: String = (0..5).flat_map(|row| (0..2).map(move |column| column_line(column, row))).collect();
    check(&Pdf::of_pages(&[&drawn]), &BOTH);
}

#[test]
fn running_headers_footers_and_page_numbers_are_left_out() {
    let page = |number: u32, text: &str| {
        let header = line(60, 770, 8, "A/99/1");
        let footer = line(60, 20, 8, &format!("{number}/3 99-00001"));
        format!("{header}{}{footer}", line(60, 600, 12, text))
    };
    let pages = [page(1, "1. First."), page(2, "2. Second."), page(3, "3. Third.")];
    let reading = reading(&Pdf::of_pages(&pages.each_ref().map(String::as_str)));
    let kept: Vec<String> = rows(&reading.paragraphs);
    assert!(kept.iter().any(|row| row == "2 | Second."), "{kept:?}");
    assert!(kept.iter().all(|row| !row.contains("99-00001")), "{kept:?}");
    assert_eq!(reading.symbol.map(|s| s.to_string()), Some("A/99/1".to_owned()));
    assert_eq!(reading.paragraphs.last().and_then(|p| p.page), Some(3));
}

#[test]
fn hyphens_at_line_ends_are_resolved_by_what_the_document_writes_elsewhere() {
    let drawn = [
        line(60, 700, 12, "1. The implementation of results-based budgets needs more imple-"),
        line(60, 686, 12, "mentation, and so does every results-"),
        line(60, 672, 12, "based budget that involves non-"),
        line(60, 658, 12, "governmental observers."),
    ];
    let expected = "1 | The implementation of results-based budgets needs more implementation, and so does every \
                    results-based budget that involves non-governmental observers.";
    check(&Pdf::of_pages(&[&drawn.concat()]), &[expected]);
}

#[test]
fn a_sentence_cut_by_the_end_of_a_page_is_joined() {
    let first = line(60, 100, 12, "1. The text of this paragraph goes on beyond the end of the page and is");
    let second = line(60, 700, 12, "completed on the next.");
    check(
        &Pdf::of_pages(&[&first, &second]),
        &["1 | The text of this paragraph goes on beyond the end of the page and is completed on the next."],
    );
}

#[test]
fn a_footnote_is_tied_to_its_mark() {
    let drawn = [
        line(60, 700, 12, "1. Recalls the report"),
        line(178, 705, 7, "1"),
        line(186, 700, 12, "of the Group and its first annex as adopted,"),
        line(60, 686, 12, "which every delegation has had before it since the first meeting."),
        line(60, 90, 7, "1"),
        line(66, 86, 9, "See A/76/135, para. 12."),
    ];
    let reading = reading(&Pdf::of_pages(&[&drawn.concat()]));
    let paragraph = &reading.paragraphs[0];
    assert!(paragraph.text.starts_with("Recalls the report of the Group"), "{}", paragraph.text);
    let note = paragraph.footnotes.first().expect("a note");
    assert_eq!((note.mark.as_str(), note.text.as_str()), ("1", "See A/76/135, para. 12."));
    assert_eq!(&paragraph.text[..note.at], "Recalls the report");
}

#[test]
fn arabic_is_read_from_the_right() {
    // Glyphs 1, 2, 3 … are drawn from left to right as they stand on the page.
    let letters = "ةيماتخلا ماكحألا .1";
    check(&Pdf::with_letters(letters), &["1 | الأحكام الختامية"]);
}

#[test]
fn ligatures_become_letters() {
    check(&Pdf::with_letters("oﬃce ﬁle"), &["office file"]);
}

#[test]
fn letters_that_no_font_names_are_counted() {
    let reading = reading(&Pdf::with_letters("known \u{fffd}\u{fffd} words"));
    assert_eq!(reading.troubles.len(), 1);
    assert!(reading.troubles[0].what.starts_with("2 letters"), "{}", reading.troubles[0].what);
}

#[test]
fn a_page_that_is_a_picture_is_a_trouble() {
    let picture = "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI\n";
    let pages = Pdf::of_pages(&[&line(60, 700, 12, "A cover."), picture]);
    let troubles = reading(&pages).troubles;
    assert_eq!(troubles.iter().map(|t| t.page).collect::<Vec<_>>(), [Some(2)]);
    assert!(troubles[0].remedy.contains("OCR"));
}

#[test]
fn the_structure_tree_decides_what_belongs_together() {
    let first = "/P <</MCID 0>> BDC BT /F1 12 Tf 60 100 Td (1. Begins here and) Tj ET EMC\n\
                 /Artifact BMC BT /F1 8 Tf 60 20 Td (Running footer) Tj ET EMC\n";
    let second = "/P <</MCID 0>> BDC BT /F1 12 Tf 60 700 Td (Ends With Capitals.) Tj ET EMC\n\
                  /P <</MCID 1>> BDC BT /F1 12 Tf 60 650 Td (Left) Tj ET EMC\n\
                  /P <</MCID 2>> BDC BT /F1 12 Tf 260 650 Td (Right) Tj ET EMC\n";
    let mut pdf = Pdf::of_pages(&[first, second]);
    let (one, two) = (pdf.page(0), pdf.page(1));
    let root = pdf.next();
    pdf.add(&format!("<</Type/StructTreeRoot/K {} 0 R>>", root + 1));
    pdf.add(&format!(
        "<</S/Document/K[<</S/P/K[<</Type/MCR/Pg {one} 0 R/MCID 0>><</Type/MCR/Pg {two} 0 R/MCID 0>>]>>\
         <</S/Table/Pg {two} 0 R/K<</S/TR/K[<</S/TD/K 1>><</S/TD/K<</S/P/K 2>>>>]>>>>]>>"
    ));
    pdf.set_catalogue(&format!("/StructTreeRoot {root} 0 R"));
    check(&pdf, &["1 | Begins here and Ends With Capitals.", "Left | Right"]);
}

#[test]
fn what_is_filled_into_a_form_is_read() {
    let mut pdf = Pdf::of_pages(&[&line(60, 700, 12, "Name of the delegation:")]);
    let field = pdf.next();
    pdf.add(&format!("<</Type/Annot/Subtype/Widget/Rect[60 600 260 620]/AP<</N {} 0 R>>>>", field + 1));
    let font = "/Resources<</Font<</F1 3 0 R>>>>";
    pdf.add_stream(
        &format!("/Type/XObject/Subtype/Form/BBox[0 0 200 20]{font}"),
        b"BT /F1 12 Tf 2 4 Td (Andorra) Tj ET",
    );
    pdf.set_page(0, &format!("/Annots[{field} 0 R]"));
    check(&pdf, &["Name of the delegation:", "Andorra"]);
}

#[test]
fn paragraphs_side_by_side_are_a_row_even_if_no_tag_says_so() {
    let place = |tag: u32, x: u32, y: u32, text: &str| {
        format!("/P <</MCID {tag}>> BDC BT /F1 12 Tf {x} {y} Td ({text}) Tj ET EMC\n")
    };
    let drawn = [
        place(0, 60, 700, "70/1"),
        place(1, 160, 700, "Transforming our world"),
        place(2, 60, 680, "79/226"),
        place(3, 160, 680, "Quadrennial review"),
        place(4, 60, 640, "1. Ends."),
    ];
    let mut pdf = Pdf::of_pages(&[&drawn.concat()]);
    let (page, root) = (pdf.page(0), pdf.next());
    pdf.add(&format!("<</Type/StructTreeRoot/K {} 0 R>>", root + 1));
    let kids: String = (0..5).map(|tag| format!("<</S/P/K {tag}>>")).collect();
    pdf.add(&format!("<</S/Document/Pg {page} 0 R/K[{kids}]>>"));
    pdf.set_catalogue(&format!("/StructTreeRoot {root} 0 R"));
    check(&pdf, &["70/1 | Transforming our world\n79/226 | Quadrennial review", "1 | Ends."]);
}

#[test]
fn a_stream_that_does_not_say_its_length_is_read_to_its_end() {
    let sound = Pdf::of_pages(&[&line(60, 700, 12, "Still here")]).bytes();
    let text = String::from_utf8(sound).expect("made of ASCII");
    let length = text.split("/Length ").nth(1).and_then(|rest| rest.split('>').next()).expect("a length");
    let bent = text.replacen(&format!("/Length {length}"), &" ".repeat(8 + length.len()), 1);
    assert_eq!(rows(&read(bent.as_bytes()).expect("readable").paragraphs), ["Still here"]);
}
