//! Lineage, from two short texts to steps.

use super::*;

/// Lines `number words`; `-` for no number, `#` for a heading.
fn text(lines: &str) -> Vec<Paragraph> {
    lines
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| {
            let (number, words) = line.split_once(' ').expect("a number and words");
            let kind = if number == "#" { ParagraphKind::Heading } else { ParagraphKind::Paragraph };
            let number = (!["-", "#"].contains(&number)).then(|| number.to_owned());
            Paragraph { number, kind, ..Paragraph::plain(words) }
        })
        .collect()
}

fn check(earlier: &str, later: &str, expected: &[&str]) {
    let shown: Vec<String> = compare(&text(earlier), &text(later))
        .iter()
        .map(|step| {
            let side = |index: Option<usize>| index.map_or("-".into(), |i| i.to_string());
            format!("{} {} {}", side(step.earlier), side(step.later), step.change.as_str())
        })
        .collect();
    assert_eq!(shown, expected);
}

#[test]
fn the_same_text_is_unchanged() {
    let lines = "1 States meet every year\n2 States report\n2 States report\n# Ends";
    check(lines, lines, &["0 0 unchanged", "1 1 unchanged", "2 2 unchanged", "3 3 unchanged"]);
    check("", "", &[]);
}

#[test]
fn a_rewording_an_addition_and_a_removal_are_told_apart() {
    check(
        "1 The group shall meet once every year in spring
         2 Members pay their own costs
         3 It ends in ten years",
        "1 The group may meet twice every year in spring
         2 An entirely different matter of archives
         3 It ends in ten years",
        &["0 0 reworded", "1 - removed", "- 1 added", "2 2 unchanged"],
    );
}

#[test]
fn the_same_words_under_another_number_have_moved() {
    check(
        "1 Alpha beta gamma\n2 Delta epsilon zeta",
        "1 Something quite new here\n2 Alpha beta gamma\n3 Delta epsilon zeta",
        &["- 0 added", "0 1 moved", "1 2 moved"],
    );
}

#[test]
fn a_paragraph_is_found_again_elsewhere() {
    check(
        "1 Alpha beta gamma delta\n2 One two three four\n3 Five six seven eight\n4 Nine ten eleven twelve",
        "1 One two three four\n2 Five six seven eight\n3 Nine ten eleven twelve\n4 Alpha beta gamma delta indeed",
        &["1 0 moved", "2 1 moved", "3 2 moved", "0 3 reworded"],
    );
}

#[test]
fn a_heading_never_becomes_a_paragraph() {
    check("# Scope of work", "1 Scope of work", &["0 - removed", "- 0 added"]);
}

#[test]
fn every_paragraph_has_one_step_even_in_long_texts() {
    let many = |seed: usize, count: usize| -> Vec<Paragraph> {
        let words = |n: usize| (0..40).map(move |k| format!("w{}", (n * 7919 + k * k * 31 + seed * (k % 3)) % 997));
        (0..count).map(|n| Paragraph::plain(words(n).collect::<Vec<_>>().join(" "))).collect()
    };
    let (earlier, later) = (many(0, 400), many(1, 700));
    let steps = compare(&earlier, &later);
    let mut old: Vec<usize> = steps.iter().filter_map(|s| s.earlier).collect();
    let new: Vec<usize> = steps.iter().filter_map(|s| s.later).collect();
    old.sort_unstable();
    assert_eq!(old, (0..400).collect::<Vec<_>>());
    assert_eq!(new, (0..700).collect::<Vec<_>>());
}
