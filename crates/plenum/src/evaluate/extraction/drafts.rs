//! Drafts full of brackets, as PDF and as a text that a reader typed from it: is every bracket kept?

use super::truth::{all_words, word_recall};
use super::{Bar, Section, files, read_one, share};
use anyhow::Result;
use std::path::Path;

/// Measures the set.
pub fn measure(dir: &Path) -> Result<Section> {
    let mut section = Section::of("drafts-paris");
    for path in files(dir, "md")? {
        let name = path.file_stem().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        if !path.with_extension("pdf").exists() {
            continue;
        }
        let typed = plain(&std::fs::read_to_string(&path)?);
        let words = all_words(&plenum_documents::markdown::read(typed.as_bytes())?);
        let kept = share(brackets(&words).min(brackets(&typed)), brackets(&typed));
        section.hold(&format!("md_brackets_{name}"), &format!("{name}.md: brackets kept"), kept, Bar::AtLeast(1.0));
        let pdf = all_words(&read_one(&path.with_extension("pdf"))?);
        let kept = share(brackets(&pdf), brackets(&typed));
        let what = format!("{name}.pdf: brackets over those of the typed text");
        section.hold(&format!("pdf_brackets_{name}"), &what, kept, Bar::AtLeast(1.0));
        let recall = word_recall(&words, &pdf);
        section.add(&format!("pdf_words_{name}"), &format!("{name}.pdf: words of the typed text found"), recall);
        section.note(format!("{name}: {} brackets typed, {} in the PDF's reading.", brackets(&typed), brackets(&pdf)));
    }
    let alone = files(dir, "pdf")?.into_iter().filter(|pdf| !pdf.with_extension("md").exists());
    for path in alone {
        let reading = read_one(&path)?;
        let name = path.file_stem().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let count = brackets(&all_words(&reading)) as f64;
        section.add(&format!("pdf_brackets_{name}"), &format!("{name}.pdf: brackets read (no typed text)"), count);
    }
    section.note("Brackets are counted as \"[\" and \"]\"; the typed text's front matter, links and footnote marks are no part of it.");
    Ok(section)
}

fn brackets(text: &str) -> usize {
    text.chars().filter(|c| matches!(c, '[' | ']')).count()
}

/// The typed text without front matter, link definitions, footnote marks and attribute lists.
fn plain(markdown: &str) -> String {
    let body = match markdown.strip_prefix("---").and_then(|rest| rest.split_once("\n---")) {
        Some((_, body)) => body,
        None => markdown,
    };
    let is_text = |line: &&str| {
        let line = line.trim_start();
        let defines_link = line.starts_with('[') && line.split_once("]:").is_some_and(|(name, _)| !name.contains(' '));
        // The set's README: an editor's note in italics, with links, stands at the top and is no part of the text.
        let is_note = line.starts_with("*This is the") && line.contains("][");
        !(line.starts_with("{:") || defines_link || is_note)
    };
    let mut text: String = body.lines().filter(is_text).collect::<Vec<_>>().join("\n");
    while let Some(at) = text.find("[^") {
        let to = text[at..].find(']').map_or(text.len(), |end| at + end + 1);
        text.replace_range(at..to, "");
    }
    text
}
