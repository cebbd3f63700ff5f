//! United Nations papers as DOCX and PDF, against a parse of the DOCX into numbered blocks.

use super::truth::{Truth, all_words, bare, last_label, pairs, symbol_of_address};
use super::{Bar, Section, archives, files, read_one, share, speed};
use anyhow::{Context, Result};
use plenum_model::{ParagraphKind, Reading};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;
use std::process::Command;

const FIRST_LETTERS: usize = 60; // As in the set's own figures for poppler.

#[derive(Default)]
struct Tally {
    truth: usize,
    given: usize,
    found: usize,
    right: usize,
    headings: usize,
    headings_found: usize,
    pdf_blocks: usize,
    pdf_numbered: usize,
    pdf_held: usize,
    poppler_held: usize,
    same_numbers: usize,
    most_numbers: usize,
    linked: usize,
    linked_found: usize,
    linked_found_pdf: usize,
    mandates: usize,
    mandates_found: usize,
}

/// Measures the set.
pub fn measure(dir: &Path) -> Result<Section> {
    let mut section = Section::of("un-docs");
    let mut tally = Tally::default();
    let mandates = mandates(&dir.join("cited-mandates.csv"))?;
    for (name, bytes) in archives::members(&dir.join("parsed-json.tar.zst"))? {
        let Some(name) = name.strip_suffix(".json") else { continue };
        let tree = serde_json::from_slice(&bytes).with_context(|| name.to_owned())?;
        let truth = Truth::read(&tree);
        let docx = read_one(&dir.join(format!("{name}.docx")))?;
        take_docx(&mut tally, &truth, &docx);
        take_symbols(&mut tally, &truth, mandates.get(name), &docx);
        let pdf_path = dir.join(format!("{name}.pdf"));
        match read_one(&pdf_path) {
            Ok(pdf) => take_pdf(&mut tally, &truth, &docx, &pdf, &pdf_path),
            Err(error) => {
                tally.pdf_blocks += truth.paragraphs.len();
                tally.most_numbers += numbers(&docx).len();
                section.note(error.to_string());
            }
        }
    }
    tell(&mut section, &tally);
    speed::of_papers(&mut section, &files(dir, "pdf")?, &files(dir, "docx")?)?;
    Ok(section)
}

fn take_docx(tally: &mut Tally, truth: &Truth, docx: &Reading) {
    let given = pairs(&docx.paragraphs, ParagraphKind::Paragraph);
    let headings = pairs(&docx.paragraphs, ParagraphKind::Heading);
    tally.truth += truth.paragraphs.len();
    // A numbered line may be a heading to one reader and a paragraph to another: its number and words are what counts.
    tally.found += truth.paragraphs.iter().filter(|pair| given.contains(*pair) || headings.contains(*pair)).count();
    tally.given += given.len();
    tally.right += given.intersection(&truth.all).count();
    tally.headings += truth.headings.len();
    tally.headings_found += truth.headings.intersection(&headings).count();
}

fn take_symbols(tally: &mut Tally, truth: &Truth, mandates: Option<&BTreeSet<String>>, docx: &Reading) {
    let found = symbols(docx);
    tally.linked += truth.symbols.len();
    tally.linked_found += truth.symbols.intersection(&found).count();
    if let Some(mandates) = mandates {
        tally.mandates += mandates.len();
        tally.mandates_found += mandates.intersection(&found).count();
    }
}

fn take_pdf(tally: &mut Tally, truth: &Truth, docx: &Reading, pdf: &Reading, path: &Path) {
    let starts: HashSet<(String, String)> = pdf
        .paragraphs
        .iter()
        .filter_map(|p| Some((last_label(p.number.as_deref()?), first_letters(&p.text))))
        .collect();
    let whole = bare(&all_words(pdf));
    let poppler = bare(&pdftotext(path));
    tally.pdf_blocks += truth.paragraphs.len();
    for (number, words) in &truth.paragraphs {
        let start = first_letters(words);
        tally.pdf_held += usize::from(whole.contains(&start));
        tally.poppler_held += usize::from(poppler.contains(&start));
        tally.pdf_numbered += usize::from(starts.contains(&(number.clone(), start)));
    }
    let (from_docx, from_pdf) = (numbers(docx), numbers(pdf));
    tally.same_numbers += common(&from_docx, &from_pdf);
    tally.most_numbers += from_docx.len().max(from_pdf.len());
    let found = symbols(pdf);
    tally.linked_found_pdf += truth.symbols.intersection(&found).count();
}

fn tell(section: &mut Section, t: &Tally) {
    section.hold("docx_precision", "DOCX: precision of (number, text)", share(t.right, t.given), Bar::AtLeast(0.98));
    section.hold("docx_recall", "DOCX: recall of (number, text)", share(t.found, t.truth), Bar::AtLeast(0.98));
    section.add("docx_headings", "DOCX: numbered headings found", share(t.headings_found, t.headings));
    section.hold("pdf_blocks", "PDF: numbered blocks found", share(t.pdf_numbered, t.pdf_blocks), Bar::AtLeast(0.93));
    section.add("pdf_words", "PDF: blocks whose first 60 letters stand in the text", share(t.pdf_held, t.pdf_blocks));
    section.add("poppler_words", "pdftotext: the same", share(t.poppler_held, t.pdf_blocks));
    let same = share(t.same_numbers, t.most_numbers);
    section.hold("same_numbers", "DOCX and PDF give the same numbers", same, Bar::AtLeast(0.93));
    section.hold("symbols", "symbols recall (linked, DOCX)", share(t.linked_found, t.linked), Bar::AtLeast(0.97));
    section.add("symbols_pdf", "symbols recall (linked, PDF)", share(t.linked_found_pdf, t.linked));
    section.add("symbols_mandates", "symbols recall (cited mandates, DOCX)", share(t.mandates_found, t.mandates));
    section.note(format!(
        "(number, text): {} pairs of 16 documents, each document's counted once (the parse repeats some sections, the DOCX \
         does not); last label and words, white space and NFC alone forgiven. Precision also accepts numbered blocks that \
         the parse calls \"other\".",
        t.truth
    ));
    section.note("PDF blocks: a paragraph with the same number that begins with the same 60 letters and digits.");
    section
        .note("Same numbers: full numbers (\"12 (b)\") in common, with repetition, over the greater count of the two.");
    section.note(format!(
        "Symbols: {} different symbols that the documents' links lead to, and {} cited mandates, per document, compared as keys.",
        t.linked, t.mandates
    ));
}

fn first_letters(words: &str) -> String {
    bare(words).chars().take(FIRST_LETTERS).collect()
}

/// The keys of all symbols a reading names.
fn symbols(reading: &Reading) -> BTreeSet<String> {
    let in_texts = reading.paragraphs.iter().flat_map(|p| &p.references);
    let in_notes = reading.paragraphs.iter().flat_map(|p| &p.footnotes).flat_map(|note| &note.references);
    in_texts.chain(in_notes).filter_map(|reference| Some(reference.symbol.as_ref()?.key())).collect()
}

/// The full numbers of a reading's paragraphs, sorted, with repetition.
fn numbers(reading: &Reading) -> Vec<String> {
    let numbered = reading.paragraphs.iter().filter(|p| p.kind == ParagraphKind::Paragraph);
    let mut numbers: Vec<String> = numbered.filter_map(|p| p.number.clone()).collect();
    numbers.sort_unstable();
    numbers
}

/// How many entries two sorted rows have in common.
fn common(a: &[String], b: &[String]) -> usize {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, count) = (i + 1, j + 1, count + 1),
        }
    }
    count
}

/// What pdftotext makes of a file; empty where there is no pdftotext.
fn pdftotext(path: &Path) -> String {
    let output = Command::new("pdftotext").args(["-enc", "UTF-8"]).arg(path).arg("-").output();
    output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default()
}

/// Cited mandates by document name, as symbol keys.
fn mandates(path: &Path) -> Result<BTreeMap<String, BTreeSet<String>>> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let rows = csv_rows(&text);
    let column = |name: &str| rows.first().and_then(|head| head.iter().position(|cell| cell == name));
    let (Some(file), Some(link)) = (column("File"), column("Link")) else { return Ok(BTreeMap::new()) };
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in rows.iter().skip(1) {
        let (Some(file), Some(link)) = (row.get(file), row.get(link)) else { continue };
        // "A_81_6 (SECT. 2).json" is the set's A_81_6_SECT_2.
        let name = file.trim_end_matches(".json").replace(" (", "_").replace(". ", "_").replace(')', "");
        if let Some(symbol) = symbol_of_address(link) {
            found.entry(name).or_default().insert(symbol);
        }
    }
    Ok(found)
}

/// Comma-separated rows with quoted cells.
pub(super) fn csv_rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if is_quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !is_quoted => {
                row.push(std::mem::take(&mut cell).trim_end_matches('\r').to_owned());
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows
}
