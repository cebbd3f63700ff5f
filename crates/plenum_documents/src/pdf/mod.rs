//! PDF: from drawn glyphs to numbered paragraphs.
//!
//! The way, one file each: [`objects`] opens the file; [`interpreter`] executes what draws a page, with [`lexer`] and
//! [`fonts`]; [`words`] have boxes; [`lines`] have an order ([`columns`]); [`tagged`] follows the file's own structure
//! tree ([`tags`]) if it has a good one, else [`furniture`] and [`paragraphs`] go by looks; [`draft`] and [`compose`]
//! make blocks, which [`crate::structure`] numbers.

mod annotations;
mod columns;
mod compose;
mod draft;
mod fonts;
mod front;
mod furniture;
mod hyphens;
mod interpreter;
mod lexer;
mod lines;
mod matrix;
mod objects;
mod paragraphs;
mod right_to_left;
mod rows;
mod tagged;
mod tags;
mod words;

use crate::ReadError;
use crate::structure::{self, Block};
use fonts::Fonts;
use front::Margins;
use objects::{File, MAX_PAGES, Page};
use plenum_model::{Oddity, Reading, Trouble};
use std::sync::atomic::{AtomicUsize, Ordering};
use words::PageWords;

/// Most threads that read pages of one file.
const MAX_THREADS: usize = 4;
/// Fewer pages than this are read on one thread: starting others costs more.
const LEAST_PAGES_A_THREAD: usize = 4;

/// Reads a PDF.
///
/// In: the whole file. Out: paragraphs in reading order with the page each starts on, title, symbol, date; language and
/// references are left to [`crate::read`]. Running headers, footers and page numbers are left out. Pages without words
/// and letters without meaning are troubles.
/// Errors: [`ReadError::Empty`], [`ReadError::Encrypted`] (a password is needed), [`ReadError::Damaged`],
/// [`ReadError::TooLarge`].
pub fn read(bytes: &[u8]) -> Result<Reading, ReadError> {
    let file = File::open(bytes)?;
    let pages = file.pages();
    if pages.is_empty() {
        return Err(ReadError::damaged("it has no pages"));
    }
    let mut words = words_of(&file, &pages);
    trust_or_forget_artifacts(&mut words);
    let mut troubles = troubles(&words);
    if pages.len() == MAX_PAGES {
        troubles.push(Oddity::TooManyPages(MAX_PAGES as u64).at(None, "the end"));
    }
    let (mut blocks, margins) = blocks(&file, &pages, &words);
    let front = front::read(&mut blocks, &margins, &file.title());
    let (paragraphs, numbering) = structure::number(blocks);
    troubles.extend(numbering);
    Ok(Reading { title: front.title, symbol: front.symbol, date: front.date, troubles, paragraphs, ..Reading::empty() })
}

/// The words of every page, read on several threads.
fn words_of(file: &File, pages: &[Page<'_>]) -> Vec<PageWords> {
    let fonts = Fonts::of(file);
    let available = std::thread::available_parallelism().map_or(1, usize::from);
    let threads = available.min(MAX_THREADS).min(pages.len() / LEAST_PAGES_A_THREAD).max(1);
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(page) = pages.get(index) else { return done };
            done.push((index, interpreter::words(file, &fonts, page)));
        }
    };
    let mut read: Vec<(usize, PageWords)> = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let mut read = work();
        for other in others {
            match other.join() {
                Ok(done) => read.extend(done),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        read
    });
    read.sort_by_key(|(index, _)| *index);
    read.into_iter().map(|(_, words)| words).collect()
}

/// Files made by careless programs mark their whole text as no part of the text.
fn trust_or_forget_artifacts(pages: &mut [PageWords]) {
    let words = || pages.iter().flat_map(|page| &page.words);
    let (all, artifacts) = (words().count(), words().filter(|word| word.is_artifact).count());
    if artifacts * 2 > all {
        pages.iter_mut().flat_map(|page| &mut page.words).for_each(|word| word.is_artifact = false);
    }
}

/// The blocks of a document, and what stands in the margins of its first pages.
fn blocks(file: &File, pages: &[Page<'_>], words: &[PageWords]) -> (Vec<Block>, Margins) {
    if let Some(drafts) = tags::Tags::read(file, pages).and_then(|tags| tagged::drafts(&tags, words)) {
        let drafts = rows::find(draft::join_over_pages(drafts, words));
        return (draft::finish(drafts, words), Margins::of(words, &[]));
    }
    let mut lines: Vec<Vec<lines::Line>> = Vec::with_capacity(words.len());
    for page in words {
        let kept: Vec<words::Word> = page.words.iter().filter(|word| !word.is_artifact).copied().collect();
        lines.push(lines::in_reading_order(page, &kept));
    }
    let removed = furniture::remove(words, &mut lines);
    let drafts = draft::join_over_pages(paragraphs::drafts(words, lines), words);
    (draft::finish(drafts, words), Margins::of(words, removed.first().map_or(&[], Vec::as_slice)))
}

/// What could not be read, page by page.
fn troubles(pages: &[PageWords]) -> Vec<Trouble> {
    let mut troubles = Vec::new();
    for (number, page) in (1..).zip(pages) {
        let mut stumble = |oddity: &Oddity| troubles.push(oddity.at(Some(number), format!("page {number}")));
        if let Some(oddity) = &page.trouble {
            stumble(oddity);
        }
        if page.unknown > 0 {
            stumble(&Oddity::NamelessLetters(u64::from(page.unknown)));
        }
        if page.words.is_empty() && page.has_pictures {
            stumble(&Oddity::PictureOfAPage);
        }
    }
    troubles
}

#[cfg(test)]
mod tests;
