//! Tests of `markdown`, in words of our own.

use super::*;

fn shown(text: &str) -> Vec<String> {
    let reading = read(text.as_bytes()).expect("Markdown");
    let show = |p: &plenum_model::Paragraph| {
        let notes: String = p.footnotes.iter().map(|n| format!(" ^{}@{} {}", n.mark, n.at, n.text)).collect();
        format!("{} {} | {}{notes}", p.kind.as_str(), p.number.as_deref().unwrap_or("-"), p.text.replace('\n', " ¶ "))
    };
    reading.paragraphs.iter().map(show).collect()
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(shown(text), expected, "{text}");
}

#[test]
fn marks_go_and_words_stay() {
    check(
        "# A *title*\n\nSome **bold** `code` and [a page](https://example.org/x).\n",
        &["heading - | A title", "paragraph - | Some bold code and a page."],
    );
}

#[test]
fn brackets_of_negotiators_are_no_links() {
    check(
        "[shall][should] meet [x](a) and [[inner] outer] [NDMC*][INDC], *[Noting* all]\n\n[should]: 5\n",
        &[
            "paragraph - | [shall][should] meet [x](a) and [[inner] outer] [NDMC*][INDC], [Noting all]",
            "paragraph - | [should]: 5",
        ],
    );
    check("Take [*all*](b) of it.", &["paragraph - | Take [all](b) of it."]);
}

#[test]
fn items_keep_the_numbers_their_author_wrote() {
    check(
        "1. one\n3. three\n\n    More of three.\n\n    1. inner\n",
        &["paragraph 1 | one", "paragraph 3 | three", "paragraph - | More of three.", "paragraph 1 | inner"],
    );
}

#[test]
fn a_note_goes_to_its_mark() {
    check("Said[^1] once.\n\n[^1]: By *whom*.\n", &["paragraph - | Said once. ^1@4 By whom."]);
}

#[test]
fn text_set_in_is_text() {
    check(
        "A paragraph.\n\n    **Option 1:** [shall] meet.[^a]\n\n    **Option 2:** none.\n\n[^a]: When?\n",
        &[
            "paragraph - | A paragraph.",
            "paragraph - | Option 1: [shall] meet. ^a@23 When?",
            "paragraph - | Option 2: none.",
        ],
    );
}

#[test]
fn a_table_is_rows_of_cells() {
    check("| State | Vote |\n|---|---|\n| A | yes |\n", &["table - | State | Vote ¶ A | yes"]);
}

#[test]
fn front_matter_gives_title_and_date() {
    let reading =
        read(b"---\ntitle: \"A draft\"\ndate: 2024-03-05\n---\n\nWords.\n{:.no_toc}\n\n* TOC\n{:toc}\n").expect("text");
    assert_eq!(reading.title, "A draft");
    assert_eq!(reading.date.map(|d| d.to_string()).as_deref(), Some("2024-03-05"));
    assert_eq!(reading.paragraphs.len(), 1);
}

#[test]
fn deep_nesting_is_harmless() {
    for piece in ["> ", "- ", "[", "*", "    ", "![", "<b>", "[^1]: "] {
        let read = read(format!("{}words", piece.repeat(20_000)).as_bytes());
        assert!(matches!(read, Ok(_) | Err(ReadError::TooDeep { .. })), "{piece}");
    }
}
