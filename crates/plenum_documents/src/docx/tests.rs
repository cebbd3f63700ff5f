//! DOCX made here by hand, as small as they can be.

use super::*;
use plenum_model::{Paragraph, ParagraphKind};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

/// An archive of parts.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("its words");
    }
    zip.finish().expect("an archive").into_inner()
}

const RELATIONS: &str = "<Relationships>\
    <Relationship Id='a' Type='x/styles' Target='styles.xml'/>\
    <Relationship Id='b' Type='x/numbering' Target='numbering.xml'/>\
    <Relationship Id='c' Type='x/footnotes' Target='footnotes.xml'/>\
    <Relationship Id='h' Type='x/header' Target='header1.xml'/></Relationships>";

const STYLES: &str = "<w:styles><w:style w:type='paragraph' w:default='1' w:styleId='N'><w:name w:val='Normal'/></w:style>\
    <w:style w:styleId='H1'><w:name w:val='heading 1'/><w:basedOn w:val='N'/></w:style>\
    <w:style w:styleId='H1x'><w:name w:val='Mine'/><w:basedOn w:val='H1'/></w:style>\
    <w:style w:styleId='T'><w:name w:val='Title'/></w:style>\
    <w:style w:styleId='L'><w:name w:val='Listed'/><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr></w:pPr>\
    </w:style></w:styles>";

const NUMBERING: &str = "<w:numbering><w:abstractNum w:abstractNumId='0'>\
    <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>\
    <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='(%2)'/></w:lvl>\
    </w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>";

const NOTES: &str = "<w:footnotes><w:footnote w:type='separator' w:id='0'><w:p/></w:footnote>\
    <w:footnote w:id='2'><w:p><w:r><w:footnoteRef/><w:t xml:space='preserve'> See A/80/1.</w:t></w:r></w:p></w:footnote>\
    </w:footnotes>";

fn docx(body: &str) -> Vec<u8> {
    let document = format!("<?xml version='1.0'?><w:document><w:body>{body}</w:body></w:document>");
    archive(&[
        ("word/document.xml", &document),
        ("word/_rels/document.xml.rels", RELATIONS),
        ("word/styles.xml", STYLES),
        ("word/numbering.xml", NUMBERING),
        ("word/footnotes.xml", NOTES),
    ])
}

fn paragraph(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

fn shown(reading: &Reading) -> Vec<String> {
    let show = |p: &Paragraph| {
        let kind = if p.kind == ParagraphKind::Paragraph { "" } else { p.kind.as_str() };
        let notes: String = p.footnotes.iter().map(|n| format!(" ^{}@{} {}", n.mark, n.at, n.text)).collect();
        format!("{kind}{} {} | {}{notes}", p.level, p.number.as_deref().unwrap_or("-"), p.text.replace('\n', " ¶ "))
    };
    reading.paragraphs.iter().map(show).collect()
}

fn check(body: &str, expected: &[&str]) {
    let reading = read(&docx(body)).expect("a reading");
    assert_eq!(shown(&reading), expected, "{:?}", reading.troubles);
}

#[test]
fn automatic_numbers_are_counted_through_styles_and_lists() {
    let item = |words: &str| format!("<w:p><w:pPr><w:pStyle w:val='L'/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>");
    let main = |words: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
        )
    };
    let body = main("One:") + &item("first;") + &item("second.") + &main("Two:") + &item("again.");
    check(&body, &["1 1 | One:", "2 1 (a) | first;", "2 1 (b) | second.", "1 2 | Two:", "2 2 (a) | again."]);
}

#[test]
fn typed_numbers_before_a_tab_are_numbers() {
    let body = "<w:p><w:r><w:tab/><w:t>25.1</w:t><w:tab/><w:t>The Office acts.</w:t></w:r></w:p>";
    check(body, &["1 25.1 | The Office acts."]);
}

#[test]
fn insertions_are_kept_and_deletions_left_out() {
    let body = "<w:p><w:r><w:t>It </w:t></w:r><w:ins><w:r><w:t>shall</w:t></w:r></w:ins>\
        <w:del><w:r><w:delText>may</w:delText></w:r></w:del><w:moveFrom><w:r><w:t> gone</w:t></w:r></w:moveFrom>\
        <w:r><w:t xml:space='preserve'> end.</w:t></w:r></w:p>";
    check(body, &["1 - | It shall end."]);
    let joined =
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p>".to_owned() + &paragraph("line.");
    check(&joined, &["1 - | One line."]);
}

#[test]
fn notes_are_tied_to_their_marks() {
    let body =
        "<w:p><w:r><w:t>Noted</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:t>.</w:t></w:r></w:p>";
    check(body, &["1 - | Noted. ^1@5 See A/80/1."]);
}

#[test]
fn tables_are_rows_and_a_single_cell_is_a_frame() {
    let cell = |words: &str| format!("<w:tc>{}</w:tc>", paragraph(words));
    let row = |a: &str, b: &str| format!("<w:tr>{}{}</w:tr>", cell(a), cell(b));
    let table = format!("<w:tbl>{}{}</w:tbl>", row("a", "b"), row("c", "d"));
    check(&table, &["table0 - | a | b ¶ c | d"]);
    check(&format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell("1. Framed.")), &["1 1 | Framed."]);
    let nested = format!("<w:tbl><w:tr><w:tc>{table}</w:tc>{}</w:tr></w:tbl>", cell("e"));
    check(&nested, &["table0 - | a | b c | d | e"]);
}

#[test]
fn a_text_box_is_read_once() {
    let inner = paragraph("Boxed.");
    let body = format!(
        "<w:p><w:r><w:t>Around.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>{inner}\
         </w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{inner}\
         </w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    );
    check(&body, &["1 - | Around.", "1 - | Boxed."]);
}

#[test]
fn a_field_shows_its_result_and_an_unended_one_swallows_nothing() {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let body = format!(
        "<w:p>{}<w:r><w:instrText>PAGE</w:instrText><w:t>hidden</w:t></w:r>{}<w:r><w:t>7</w:t></w:r>{}</w:p>",
        field("begin"),
        field("separate"),
        field("end")
    );
    check(&body, &["1 - | 7"]);
    check(&format!("<w:p>{}</w:p>{}", field("begin"), paragraph("Words.")), &["1 - | Words."]);
}

#[test]
fn headings_come_from_styles_and_what_they_are_based_on() {
    let styled = |style: &str, words: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
    };
    let body = styled("T", "A title") + &styled("H1x", "Scope") + &paragraph("Words.");
    let reading = read(&docx(&body)).expect("a reading");
    assert_eq!(shown(&reading), ["heading1 - | A title", "heading1 - | Scope", "1 - | Words."]);
    assert_eq!((reading.title.as_str(), reading.paragraphs[2].path.as_slice()), ("A title", &["Scope".to_owned()][..]));
}

#[test]
fn what_is_left_out_is_told() {
    let body = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:t>Open.</w:t></w:r>\
        <w:r><w:drawing><a:blip/></w:drawing></w:r><w:r><w:drawing><c:chart/></w:drawing></w:r></w:p>";
    let reading = read(&docx(body)).expect("a reading");
    assert_eq!(shown(&reading), ["1 - | Open."]);
    let told: Vec<&str> = reading.troubles.iter().map(|t| t.what.as_str()).collect();
    assert_eq!(
        told,
        [
            "Pictures that are not read: 1.",
            "Charts and diagrams that are not read: 1.",
            "Letters of hidden text left out: 6."
        ]
    );
}

#[test]
fn white_on_the_white_of_the_page_is_hidden_and_white_on_a_colour_is_not() {
    let white = |more: &str| format!("<w:r><w:rPr><w:color w:val='FFFFFF'/>{more}</w:rPr><w:t>Unseen.</w:t></w:r>");
    let plain = |run: &str| format!("<w:p><w:r><w:t>Open. </w:t></w:r>{run}</w:p>");
    let shade = "<w:shd w:val='clear' w:color='auto' w:fill='1F3864'/>";
    let check = |body: String, expected: &str| {
        let words: Vec<String> =
            read(&docx(&body)).expect("a reading").paragraphs.into_iter().map(|p| p.text).collect();
        assert_eq!(words.join(" "), expected, "{body}");
    };
    check(plain(&white("")), "Open.");
    check(plain(&white("<w:shd w:val='clear' w:fill='auto'/>")), "Open.");
    check(plain(&white("<w:highlight w:val='none'/>")), "Open.");
    check(plain(&white(shade)), "Open. Unseen.");
    check(plain(&white("<w:highlight w:val='darkBlue'/>")), "Open. Unseen.");
    check(plain("<w:r><w:rPr><w:color w:val='000000'/></w:rPr><w:t>Seen.</w:t></w:r>"), "Open. Seen.");
    check(format!("<w:p><w:pPr>{shade}</w:pPr>{}</w:p>", white("")), "Unseen.");
    let cell = format!("<w:tc><w:tcPr>{shade}</w:tcPr><w:p>{}</w:p></w:tc>", white(""));
    check(format!("<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>"), "Unseen. | Unseen.");
    check(format!("<w:tbl><w:tr>{cell}</w:tr></w:tbl>{}", plain(&white(""))), "Unseen. Open.");
}

#[test]
fn symbol_and_date_stand_in_the_first_page_s_header() {
    let body = "<w:p><w:r><w:t>1. Words.</w:t></w:r></w:p><w:sectPr><w:headerReference w:type='first' r:id='h'></w:headerReference></w:sectPr>";
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    let header = format!(
        "<w:hdr>{}{}</w:hdr>",
        paragraph("A /99/6 (Sect. 7) / Part A*"),
        paragraph("Distr.: General 3 May 2031")
    );
    let parts = [
        ("word/document.xml", document.as_str()),
        ("word/_rels/document.xml.rels", RELATIONS),
        ("word/header1.xml", header.as_str()),
    ];
    let reading = read(&archive(&parts)).expect("a reading");
    assert_eq!(reading.symbol.map(|s| s.to_string()), Some("A/99/6(Sect.7)".into()));
    assert_eq!(reading.date.map(|d| d.to_string()), Some("2031-05-03".into()));
}

#[test]
fn hostile_files_end_in_one_error() {
    let error = |bytes: &[u8]| read(bytes).expect_err("an error");
    assert_eq!(error(b""), ReadError::Empty);
    assert_eq!(error(&[0xD0, 0xCF, 0x11, 0xE0, 0, 0]), ReadError::Encrypted);
    assert!(matches!(error(b"PK\x03\x04 cut short"), ReadError::Damaged { .. }));
    assert!(matches!(error(&archive(&[("word/other.xml", "<a/>")])), ReadError::Damaged { .. }));
    let bomb = "<!DOCTYPE a [<!ENTITY b 'bbbb'>]><w:document>&b;</w:document>";
    assert!(matches!(error(&archive(&[("word/document.xml", bomb)])), ReadError::Unsafe { .. }));
    let deep = format!("{}{}", "<w:tbl><w:tr><w:tc>".repeat(5_000), "</w:tc></w:tr></w:tbl>".repeat(5_000));
    assert!(matches!(error(&docx(&deep)), ReadError::TooDeep { .. }));
    assert!(matches!(error(&docx("<w:p><w:r>")), ReadError::Damaged { .. }));
    let large = " ".repeat(65_000_000);
    assert!(matches!(error(&docx(&large)), ReadError::TooLarge { .. }));
}

#[test]
fn a_file_cut_anywhere_never_panics() {
    let whole = docx(&(paragraph("1. One.") + &paragraph("2. Two.")));
    for end in (0..whole.len()).step_by(7) {
        let cut = read(&whole[..end]);
        assert!(cut.is_err() || cut.is_ok_and(|reading| !reading.paragraphs.is_empty()));
    }
    for at in (0..whole.len()).step_by(3) {
        let mut bent = whole.clone();
        bent[at] ^= 0x55;
        drop(read(&bent));
    }
}
