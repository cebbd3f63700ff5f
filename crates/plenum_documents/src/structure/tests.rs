//! Numbering, from lines of text to numbered paragraphs.

use super::*;

/// Reads each line as a block: `*` bold, `_` italic, `>` note with its mark first, `|` a row.
fn check(lines: &str, expected: &str) {
    let found = show(lines);
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(found.0, expected.join("\n"), "troubles: {:?}", found.1);
}

fn show(lines: &str) -> (String, Vec<String>) {
    let (paragraphs, troubles) = number(lines.lines().map(str::trim).filter(|l| !l.is_empty()).map(block).collect());
    let shown: Vec<String> = paragraphs.iter().map(show_one).collect();
    (shown.join("\n"), troubles.into_iter().map(|t| t.what).collect())
}

fn block(line: &str) -> Block {
    let mut block = Block::of(line.trim_start_matches(['*', '_', '>', '|']));
    match line.chars().next() {
        Some('*') => block.look.is_bold = true,
        Some('_') => block.look.is_italic = true,
        Some('|') => block.role = Role::Row { table: 0 },
        Some('>') => {
            let (mark, words) = line[1..].split_once(' ').expect("a mark and a note");
            block = Block { role: Role::Note { mark: mark.into() }, ..Block::of(words) };
        }
        _ => {}
    }
    while let Some(at) = block.text.find('^') {
        let mark = block.text[at + 1..].chars().next().expect("a mark after ^").to_string();
        block.text.replace_range(at..=at + mark.len(), "");
        block.marks.push(Mark { mark, at });
    }
    block
}

fn show_one(p: &Paragraph) -> String {
    let kind = match p.kind {
        ParagraphKind::Paragraph => "",
        other => other.as_str(),
    };
    let notes: String = p.footnotes.iter().map(|n| format!(" ^{}@{} {}", n.mark, &p.text[..n.at], n.text)).collect();
    let path = if p.path.is_empty() { String::new() } else { format!(" in {}", p.path.join("/")) };
    let number = p.number.as_deref().unwrap_or("-");
    format!("{kind}{} {number} | {}{notes}{path}", p.level, p.text.replace('\n', " ¶ "))
}

#[test]
fn items_carry_the_number_of_their_parent() {
    check(
        "12. The group decides:
         (a) To meet;
         (b) To ask:
         (i) States;
         (ii) Others;
         (c) To end.
         13. It ends.",
        "1 12 | The group decides:
         2 12 (a) | To meet;
         2 12 (b) | To ask:
         3 12 (b) (i) | States;
         3 12 (b) (ii) | Others;
         2 12 (c) | To end.
         1 13 | It ends.",
    );
}

#[test]
fn i_after_h_is_a_letter_unless_ii_follows() {
    let list = "(a) a;\n(b) b;\n(c) c;\n(d) d;\n(e) e;\n(f) f;\n(g) g;\n(h) h;\n(i) i;\n";
    assert!(show(&format!("1. One:\n{list}(j) j.")).0.contains("\n2 1 (i) | i;\n2 1 (j) | j."));
    assert!(show(&format!("1. One:\n{list}(ii) j.")).0.contains("\n3 1 (h) (i) | i;\n3 1 (h) (ii) | j."));
}

#[test]
fn headings_make_the_path() {
    check(
        "II. Resources
         *Overview
         1. One is said.
         A. Posts
         2. Two is said.
         B. Travel
         III. Ends
         3. Three is said.",
        "heading1 II | Resources
         heading2 - | Overview in II
         1 1 | One is said. in II/Overview
         heading2 A | Posts in II
         1 2 | Two is said. in II/A
         heading2 B | Travel in II
         heading1 III | Ends
         1 3 | Three is said. in III",
    );
}

#[test]
fn a_numeral_after_h_is_the_letter_i() {
    let shown = show("I. One\nA. Aa\nB. Bb\nC. Cc\nD. Dd\nE. Ee\nF. Ff\nG. Gg\nH. Hh\nI. Ii\nJ. Jj\nII. Two").0;
    assert!(shown.contains("heading2 I | Ii in I") && shown.ends_with("heading1 II | Two"), "{shown}");
}

#[test]
fn an_article_gives_its_number_to_what_follows() {
    check(
        "Article 1
         All are born free.
         Article 2
         1. Everyone has rights.
         2. No distinction is made:
         (a) of kind.
         *Article 3 – Scope
         This applies widely.
         1. It is so.",
        "1 Article 1 | All are born free.
         1 Article 2 (1) | Everyone has rights.
         1 Article 2 (2) | No distinction is made:
         2 Article 2 (2) (a) | of kind.
         heading1 Article 3 | Scope
         1 Article 3 | This applies widely. in Article 3
         1 Article 3 (1) | It is so. in Article 3",
    );
}

#[test]
fn articles_are_numbered_in_other_scripts() {
    check(
        "المادة 1
         يولد جميع الناس أحرارا.
         第二条
         人人有资格享有本宣言所载的一切权利。
         Статья 3
         Каждый человек имеет право на жизнь.",
        "1 المادة 1 | يولد جميع الناس أحرارا.
         1 第二条 | 人人有资格享有本宣言所载的一切权利。
         1 Статья 3 | Каждый человек имеет право на жизнь.",
    );
}

#[test]
fn a_gap_and_a_step_back_are_troubles_but_an_annex_may_restart() {
    assert_eq!(
        show("12. One.\n14. Two.\n13. Three.").1,
        ["Numbers are missing: 14 follows 12.", "Numbering goes backwards: 13 follows 14.",]
    );
    assert_eq!(show("12. One.\nAnnex I\n1. Two.\n2. Three.").1, [""; 0]);
    assert_eq!(show("25.1 One.\n25.2 Two.\n25.4 Three.").1, ["Numbers are missing: 25.4 follows 25.2."]);
}

#[test]
fn a_list_inside_a_paragraph_does_not_disturb_the_count() {
    check(
        "4. It lists:\n1. one;\n2. two.\n5. It goes on.",
        "1 4 | It lists:\n2 4 (1) | one;\n2 4 (2) | two.\n1 5 | It goes on.",
    );
}

#[test]
fn notes_go_to_their_marks() {
    check(
        "1. One^1 is said^*.
         >1 See one.
         >* A star.
         2. Two^1.
         >1 See two.
         >7 Lost.",
        "1 1 | One is said. ^1@One See one. ^*@One is said A star.
         1 2 | Two. ^1@Two See two.
         footnote0 - | 7 Lost.",
    );
}

#[test]
fn rows_make_one_table_and_bullets_a_list() {
    check("|a | b\n|c | d\n• one", "table0 - | a | b ¶ c | d\nlist2 - | one");
}

#[test]
fn a_bare_division_takes_the_next_title() {
    check(
        "Part VI\n*Human rights\nSection 25\n1. One is said.",
        "heading1 Part VI | Human rights\nheading1 - | Section 25\n1 1 | One is said. in Section 25",
    );
}

#[test]
fn nothing_is_lost_and_nothing_panics_on_odd_lines() {
    let odd =
        ["(", "((((", "第条", "Article ", "Article 9999999999", "1.", "(a)", "••", "\u{202b}", "1.1.1.1.1.1.1.1 x"];
    for first in odd {
        for second in odd {
            number(vec![Block::of(first), Block::of(second), Block::of("end.")]);
        }
    }
    let label = Block { label: Some("第".into()), ..Block::of("words") };
    assert_eq!(number(vec![label]).0[0].text, "words");
}
