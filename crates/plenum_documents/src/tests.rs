//! Reading from end to end: the door, and real files where they are at hand.

use super::*;
use std::path::{Path, PathBuf};

/// The folder of real files beside the repository; `None`, said aloud, where it is not.
pub(crate) fn real_files(set: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(set);
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("SKIPPED: no real files at {}; this test saw nothing", folder.display());
    None
}

fn read_file(path: &Path) -> Reading {
    let bytes = std::fs::read(path).expect("a file");
    read(&bytes).expect("a reading").remove(0)
}

#[test]
fn a_file_without_words_is_an_error_with_a_reason() {
    assert_eq!(read(b"   "), Err(ReadError::Empty));
    assert_eq!(read(b"<html><body><p> </p></body></html>"), Err(ReadError::Empty));
    let frame = read(b"<html><iframe src='https://example.org/'></iframe></html>").map_err(|e| e.to_string());
    assert!(frame.is_err_and(|message| message.contains("example.org")));
}

#[test]
fn a_title_is_a_heading_or_the_first_words_but_no_greeting() {
    let title = |text: &str| read(text.as_bytes()).expect("text")[0].title.clone();
    assert_eq!(
        title("Dear friends,\n\nthe meeting was moved to May, as all of you have surely heard by now."),
        "the meeting was moved to May, as all of you have surely heard by now."
    );
    assert_eq!(title("# One\n\nwords\n\n# Two\n\nwords"), "One");
}

#[test]
fn references_are_filled_in_every_format() {
    for text in
        ["<p>As said in A/80/257.</p><p>More</p>", "As said in A/80/257.", "# T\n\nAs said in **A/80/257**.\n\n## U\n"]
    {
        let reading = read(text.as_bytes()).expect("a reading").remove(0);
        let count: usize = reading.paragraphs.iter().map(|p| p.references.len()).sum();
        assert_eq!(count, 1, "{text}");
    }
}

#[test]
fn the_declaration_has_thirty_articles_in_six_languages() {
    let Some(folder) = real_files("udhr") else { return };
    for language in ["ar", "en", "es", "fr", "ru", "zh"] {
        let reading = read_file(&folder.join(format!("udhr.{language}.html")));
        assert_eq!(reading.language.as_str(), language);
        let mut articles: Vec<String> = reading
            .paragraphs
            .iter()
            .filter_map(|p| p.number.as_deref())
            .map(|n| plenum_model::anchor::of_number(n.split(" (").next().unwrap_or(n)))
            .map(|slug| if slug == "Articlepremier" { "1".to_owned() } else { slug })
            .collect();
        articles.dedup();
        let expected: Vec<String> = (1..=30).map(|n: u32| n.to_string()).collect();
        assert_eq!(articles, expected, "{language}");
    }
}

#[test]
fn every_bracket_of_a_negotiating_text_is_kept() {
    let Some(folder) = real_files("drafts-paris") else { return };
    for name in ["2015-10-23.md", "2015-12-04.md"] {
        let source = std::fs::read_to_string(folder.join(name)).expect("a draft");
        let reading = read_file(&folder.join(name));
        let mut words = String::new();
        for paragraph in &reading.paragraphs {
            words.push_str(&paragraph.text);
            paragraph.footnotes.iter().for_each(|note| words.push_str(&note.text));
        }
        let bare =
            |text: &str| text.chars().filter(|c| !c.is_whitespace() && *c != '*' && *c != '\\').collect::<String>();
        let words = bare(&words);
        let mut kept = 0;
        for (at, _) in source.match_indices('[') {
            let inner = source[at + 1..].split(['[', ']']).next().unwrap_or_default();
            let is_closed = source[at + 1 + inner.len()..].starts_with(']');
            let is_link =
                ["source", "10nov", "4dec", "final draft negotiating text", "first draft agreement and draft decision"];
            let is_address = source[at + 1 + inner.len()..].starts_with("]: http")
                || is_link.contains(&inner)
                || inner.contains("@10:00");
            // A bracket over several items holds their numbers, which are kept apart.
            if is_closed && !inner.contains('\n') && !inner.starts_with('^') && !is_address {
                let bracketed = format!("[{}]", bare(inner));
                assert!(words.contains(&bracketed), "{name} lost {bracketed}");
                kept += 1;
            }
        }
        assert!(kept > 700, "{name}: only {kept} brackets were looked at");
    }
}

#[test]
fn a_line_that_is_only_a_symbol_names_the_document() {
    let of = |text: &str| read(text.as_bytes()).unwrap()[0].symbol.as_ref().map(ToString::to_string);
    assert_eq!(of("A/86/902\n\nReport on harbour lights\n\n1. The Group met.\n").as_deref(), Some("A/86/902"));
    assert_eq!(of("Report on harbour lights\n\n1. See A/86/902 for more.\n\n2. The Group met.\n"), None);
}

#[test]
fn what_every_paper_bears_is_no_title() {
    let text =
        "United Nations\n\nA/86/902\n\nFinal report of the Working Group on Harbour Lights\n\n1. The Group met.\n";
    assert_eq!(read(text.as_bytes()).unwrap()[0].title, "Final report of the Working Group on Harbour Lights");
}
