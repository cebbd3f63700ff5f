//! Pages and documents a second, beside pdftotext in the same run.

use super::{Bar, Section};
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

const ROUNDS: usize = 3;

/// Adds the speeds on these files.
pub fn of_papers(section: &mut Section, pdfs: &[PathBuf], docx: &[PathBuf]) -> Result<()> {
    let pdf_bytes = read_all(pdfs)?;
    let docx_bytes = read_all(docx)?;
    let pages: u32 = pdf_bytes
        .iter()
        .flat_map(|bytes| plenum_documents::pdf::read(bytes))
        .filter_map(|reading| reading.paragraphs.iter().filter_map(|p| p.page).max())
        .sum();
    let (mut ours, mut theirs, mut docx_seconds) = (Vec::new(), Vec::new(), Vec::new());
    // In turns, so that whatever else the machine does falls on both.
    for _ in 0..ROUNDS {
        ours.push(seconds(|| pdf_bytes.iter().filter(|bytes| plenum_documents::pdf::read(bytes).is_ok()).count()));
        theirs.push(seconds(|| pdfs.iter().map(|pdf| pdftotext(pdf)).filter(|done| *done).count()));
        docx_seconds
            .push(seconds(|| docx_bytes.iter().filter(|bytes| plenum_documents::docx::read(bytes).is_ok()).count()));
    }
    let pages_per_second = f64::from(pages) / median(&mut ours);
    section.add("pdf_pages_per_second", "PDF: pages a second", pages_per_second);
    if pdfs.first().is_some_and(|pdf| pdftotext(pdf)) {
        let poppler = f64::from(pages) / median(&mut theirs);
        section.add("pdftotext_pages_per_second", "pdftotext: pages a second, same files and run", poppler);
        section.hold(
            "pdf_speed_ratio",
            "PDF: pages a second over pdftotext's",
            pages_per_second / poppler,
            Bar::AtLeast(1.0),
        );
    } else {
        section.note("pdftotext is not installed: its speed was not measured.");
    }
    section.add("docx_per_second", "DOCX: documents a second", docx_bytes.len() as f64 / median(&mut docx_seconds));
    section.note(format!(
        "Speed: {pages} pages of {} PDFs; medians of {ROUNDS} rounds in turns, by the clock, one thread. pdftotext runs once \
         a file and writes to nowhere; its start is part of its time.",
        pdfs.len()
    ));
    Ok(())
}

fn read_all(paths: &[PathBuf]) -> Result<Vec<Vec<u8>>> {
    Ok(paths.iter().map(std::fs::read).collect::<Result<_, _>>()?)
}

fn seconds(work: impl FnOnce() -> usize) -> f64 {
    let start = Instant::now();
    std::hint::black_box(work());
    start.elapsed().as_secs_f64()
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Runs pdftotext; whether it could be run.
fn pdftotext(pdf: &Path) -> bool {
    let mut command = Command::new("pdftotext");
    command.args(["-enc", "UTF-8"]).arg(pdf).arg("-").stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}
