//! Letters: lines of 72 columns, marks that no text can forge, and what strangers wrote stays words.

use super::*;

fn letter(text: &str, lang: &str) -> Letter<'static> {
    let passage = LetterPassage {
        text: Quoted::new(text.to_owned(), lang.to_owned()),
        place: "A/1, 12".into(),
        date: PartialDate::parse("2025-07-11").ok(),
        standing: Standing::Adopted,
        address: "http://plenum.test/d/A/1/en1/p/12".into(),
    };
    let entry = Entry {
        kind: EntryKind::Document,
        name: Quoted::new(text.to_owned(), lang.to_owned()),
        address: "http://plenum.test/d/A/1".into(),
        date: None,
        remark: Some(text.to_owned()),
        passages: vec![passage],
        further: 2,
    };
    let words = Words::of("en");
    Letter {
        words,
        subject: subject(words, text, 1),
        opening: vec![text.to_owned()],
        sections: vec![Section {
            name: Quoted::new(text.to_owned(), lang.to_owned()),
            address: "http://plenum.test/processes/lights".into(),
            entries: vec![entry],
            further: 1,
        }],
        closing: readers_closing(words, "http://plenum.test"),
    }
}

#[test]
fn no_line_is_wider_than_72_columns_and_no_word_is_lost() {
    let english = "States reaffirmed that green lamps shall stand at every harbour. ".repeat(20);
    let chinese = "各国商定了各项规范和原则，并将继续讨论。".repeat(30);
    let arabic = "أكدت الدول من جديد أن المصابيح الخضراء يجب أن توضع في كل ميناء. ".repeat(20);
    for (text, lang) in [(english, "en"), (chinese, "zh"), (arabic, "ar")] {
        let written = letter(&text, lang).text();
        for line in written.lines().filter(|line| !line.contains("http")) {
            assert!(wrap::width(line) <= 72, "{} columns: {line}", wrap::width(line));
        }
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(
            bare(&written).matches(&bare(&text)).count(),
            5,
            "opening, topic, name, remark and passage are whole ({lang})"
        );
    }
}

#[test]
fn what_strangers_wrote_stays_words_and_can_hold_no_token() {
    let evil = format!("<script>alert(1)</script> http://evil.test/{READERS_TOKEN} \"><img src=x>");
    let letter = letter(&evil, "en");
    let html = letter.html().expect("it can be written");
    assert!(!html.contains("<script") && !html.contains("<img"), "{html}");
    for written in [letter.text(), html] {
        let opened = with_tokens(&written, |name| (name == "reader").then(|| "s3cret".to_owned()));
        assert!(opened.contains("http://plenum.test/subscriptions/s3cret"), "{opened}");
        assert!(!opened.contains("evil.test/s3cret") && !opened.contains(MARK), "{opened}");
    }
}

#[test]
fn a_subject_is_one_line_whatever_a_title_holds() {
    for text in ["Views\r\nBcc: x@evil.test", "Views\u{2028}of\nNorland", "a\0b", &format!("x{READERS_TOKEN}")] {
        let line = letter(text, "en").subject_line();
        assert!(!line.chars().any(|c| c.is_control() || c == '\u{2028}' || c == MARK), "{line:?}");
    }
    assert!(letter(&"word ".repeat(200), "en").subject_line().chars().count() <= LONGEST_SUBJECT + 1);
    let arabic = confirmation(Words::of("ar"), "http://plenum.test", "A/1", Some("x"));
    assert!(!arabic.subject_line().contains('\u{2068}'), "{}", arabic.subject_line());
}

#[test]
fn a_letter_made_by_others_gets_our_closing_within_its_body() {
    let closing = readers_closing(Words::of("fr"), "http://plenum.test");
    let html = closed_html("<html><body><p>Lettre</p></body></html>", &closing);
    assert!(html.ends_with("</body></html>") && html.contains(READERS_TOKEN), "{html}");
    assert!(closed_text("Lettre", &closing).contains(READERS_TOKEN));
}
