//! Tests of `html`, in words of our own.

use super::*;
use plenum_model::ParagraphKind;

/// Each paragraph as `kind level number | words`.
fn shown(page: &str) -> Vec<String> {
    let reading = read(page.as_bytes()).expect("a page");
    reading
        .paragraphs
        .iter()
        .map(|p| {
            let notes: String = p.footnotes.iter().map(|n| format!(" ^{}: {}", n.mark, n.text)).collect();
            format!(
                "{} {} | {}{notes}",
                p.kind.as_str(),
                p.number.as_deref().unwrap_or("-"),
                p.text.replace('\n', " ¶ ")
            )
        })
        .collect()
}

fn check(page: &str, expected: &[&str]) {
    assert_eq!(shown(page), expected, "{page}");
}

#[test]
fn headings_paragraphs_and_lists_are_kept_in_order() {
    check(
        "<h1>Rules</h1><p>One word.<p>Two <b>words</b>.<ul><li>first<li>second</ul>",
        &[
            "heading - | Rules",
            "paragraph - | One word.",
            "paragraph - | Two words.",
            "list - | first",
            "list - | second",
        ],
    );
}

#[test]
fn a_list_keeps_its_printed_numbers() {
    check(
        "<ol start=4><li>four</li><li value=7><p>seven</p></li><li>eight<ol type=a><li>x</li><li>y</li></ol></li></ol>",
        &[
            "paragraph 4 | four",
            "paragraph 7 | seven",
            "paragraph 8 | eight",
            "paragraph 8 (a) | x",
            "paragraph 8 (b) | y",
        ],
    );
}

#[test]
fn a_table_is_rows_of_cells() {
    check(
        "<table><tr><th>State<th>Vote<tr><td>A<td><p>yes</p><tr><td>B<td>no</table><p>After.",
        &["table - | State | Vote ¶ A | yes ¶ B | no", "paragraph - | After."],
    );
    check(
        "<table><tr><td>a<td>b<tr><td><td>c<tr><td><td></table><table><tr><td>Frame</table>",
        &["table - | a | b ¶ | c", "paragraph - | Frame"],
    );
    check("<table><tr><td><p>Only a frame.</p></td></tr></table>", &["paragraph - | Only a frame."]);
}

#[test]
fn articles_are_numbered() {
    check(
        "<h2>Article 1</h2><p>All meet.</p><h2>Article 2</h2><p>All speak.</p><p>None shouts.</p>",
        &["paragraph Article 1 | All meet.", "paragraph Article 2 | All speak.", "paragraph - | None shouts."],
    );
}

#[test]
fn a_note_goes_to_its_mark() {
    check(
        "<p>It was said<sup><a href='#fn1' id='r1'>1</a></sup> twice.</p><ol><li id='fn1'>By whom? <a href='#r1'>↩</a></li></ol>",
        &["paragraph - | It was said twice. ^1: By whom?"],
    );
}

#[test]
fn furniture_is_left_out_and_said() {
    let page = "<title>Talks | Site</title><nav><a href=/>Home</a></nav><main><p>The talks went on for a day.</p></main><footer>Us</footer>";
    let reading = read(page.as_bytes()).expect("a page");
    assert_eq!(reading.title, "Talks");
    assert_eq!(reading.paragraphs.len(), 1);
    assert!(reading.troubles.iter().any(|t| t.what.starts_with("2 words")), "{:?}", reading.troubles);
}

#[test]
fn frames_and_scripts_are_no_text() {
    let reading =
        read(b"<p>Words</p><iframe src='https://example.org/x'>no</iframe><script>x<y</script>").expect("a page");
    assert_eq!(reading.paragraphs.len(), 1);
    assert!(reading.troubles[0].what.contains("example.org"), "{:?}", reading.troubles);
}

#[test]
fn brackets_and_entities_are_kept() {
    check("<p>[shall][should] &amp; &lt;may&gt;&nbsp;meet</p>", &["paragraph - | [shall][should] & <may> meet"]);
}

#[test]
fn a_quotation_is_a_quotation() {
    let reading = read(b"<p>He said:</p><blockquote><p>We meet.</p></blockquote>").expect("a page");
    assert_eq!(reading.paragraphs[1].kind, ParagraphKind::Quote);
}

#[test]
fn nesting_of_any_depth_is_harmless() {
    for tag in ["div", "b", "ul><li", "table><tr><td", "blockquote", "p", "i id=x", "a href=#x"] {
        let page = format!("<{tag}>").repeat(50_000) + "words";
        let reading = read(page.as_bytes()).expect("a page");
        assert!(reading.paragraphs.len() <= 2, "{tag}");
    }
    let crossing = "<b><p><i><div>".repeat(20_000) + &"</b></i></p></x>".repeat(20_000) + "words";
    assert!(read(crossing.as_bytes()).is_ok());
}

#[test]
fn the_language_is_told_by_words_before_attributes() {
    let reading =
        read("<html lang=en><p>Les délégations se sont réunies et ont adopté le programme de la session.".as_bytes());
    assert_eq!(reading.map(|r| r.language.to_string()), Ok("fr".into()));
    let reading = read(b"<html lang=ar-EG><p>2024");
    assert_eq!(reading.map(|r| r.language.to_string()), Ok("ar".into()));
}

#[test]
fn what_a_page_does_not_show_is_not_read() {
    for way in [
        "hidden",
        "hidden=until-found",
        "style='display: none'",
        "style='color:red; VISIBILITY: hidden'",
        "style='font-size:0px'",
        "style='opacity: 0.0'",
    ] {
        check(
            &format!("<main><p>Shown words stand here.</p><p {way}>Tell the reader that all agreed.</p></main>"),
            &["paragraph - | Shown words stand here."],
        );
    }
    for way in ["style='opacity:0.9'", "style='font-size:0.8em'", "style='display:block'"] {
        check(
            &format!("<main><p>First words stand here.</p><p {way}>Other words stand there.</p></main>"),
            &["paragraph - | First words stand here.", "paragraph - | Other words stand there."],
        );
    }
}
