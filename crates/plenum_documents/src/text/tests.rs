//! Tests of `text`, in words of our own.

use super::*;

fn shown(text: &str) -> Vec<String> {
    read(text.as_bytes())
        .expect("text")
        .paragraphs
        .iter()
        .map(|p| {
            let notes: String = p.footnotes.iter().map(|n| format!(" ^{}@{} {}", n.mark, n.at, n.text)).collect();
            format!("{} {} | {}{notes}", p.kind.as_str(), p.number.as_deref().unwrap_or("-"), p.text)
        })
        .collect()
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(shown(text), expected, "{text}");
}

#[test]
fn wrapped_lines_are_joined_again() {
    check(
        "The first paragraph of this paper goes on for so long that the\nprogram which kept it had to break its lines somewhere, and so\nit did.\n\nThe second is short.\n",
        &[
            "paragraph - | The first paragraph of this paper goes on for so long that the program which kept it had to break its lines somewhere, and so it did.",
            "paragraph - | The second is short.",
        ],
    );
}

#[test]
fn a_word_broken_at_a_line_end_is_whole_again() {
    let found = shown(
        "The co-chairs met again and they agreed that their co-\nchairs would in future write down the results of a nego-\ntiation at once.",
    );
    assert_eq!(found.len(), 1);
    assert!(found[0].contains("their co-chairs would") && found[0].contains("a negotiation at once"), "{found:?}");
}

#[test]
fn a_line_may_be_a_paragraph() {
    let long = "This line is a whole paragraph of a letter whose writer's program never breaks any lines but at the end of a paragraph, as most do.";
    check(
        &format!("A letter\n{long}\n{long}"),
        &["heading - | A letter", &format!("paragraph - | {long}"), &format!("paragraph - | {long}")],
    );
}

#[test]
fn bullets_of_many_kinds_are_items() {
    check(
        "It aims to:\n\n  • Meet, and\n  • Speak with those who\n    came late.\no Third\n· Fourth\n",
        &[
            "paragraph - | It aims to:",
            "list - | Meet, and",
            "list - | Speak with those who came late.",
            "list - | Third",
            "list - | Fourth",
        ],
    );
}

#[test]
fn numbers_begin_paragraphs() {
    check(
        "1. One is said.\n2. Two is said:\n(a) this;\n(b) that.\n",
        &[
            "paragraph 1 | One is said.",
            "paragraph 2 | Two is said:",
            "paragraph 2 (a) | this;",
            "paragraph 2 (b) | that.",
        ],
    );
}

#[test]
fn notes_at_the_end_go_to_their_marks() {
    check(
        "It was said. [1] And [shall] more [2].\n\n[1] By whom.\n[2] https://example.org/x\n",
        &["paragraph - | It was said. And [shall] more. ^1@12 By whom. ^2@29 https://example.org/x"],
    );
    check("A choice: [1] or [2].\n", &["paragraph - | A choice: [1] or [2]."]);
}

#[test]
fn title_and_date_are_the_first_lines() {
    let reading = read_text(
        "A meeting on trade\n\nPanel\n18 March 2023 — noon\n\nThe meeting was long, and all who came to it spoke.\n",
    );
    assert_eq!(reading.title, "A meeting on trade");
    assert_eq!(reading.date.map(|d| d.to_string()).as_deref(), Some("2023-03-18"));
}

#[test]
fn no_letter_is_lost() {
    let pieces = [
        "word", " ", "\n", "\n\n", "•", "- ", "[1]", "1. ", "ab-\n", "\t", "第一", "الف", "A Title", ".", "\r\n", "o ",
    ];
    let mut state = 3_u64;
    for _ in 0..2_000 {
        let mut text = String::new();
        for _ in 0..20 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            text.push_str(pieces[(state >> 33) as usize % pieces.len()]);
        }
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic() && *c != 'o').count();
        let reading = read_text(&text);
        let kept: usize = reading
            .paragraphs
            .iter()
            .map(|p| {
                letters(&p.text)
                    + p.footnotes.iter().map(|n| letters(&n.text)).sum::<usize>()
                    + p.number.as_deref().map_or(0, letters)
            })
            .sum();
        assert!(kept >= letters(&text), "{text:?} {reading:?}");
    }
}
