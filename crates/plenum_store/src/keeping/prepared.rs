//! A reading made ready to be kept: letters that cannot be kept replaced, anchors given, words sealed.

use crate::db::without_zero;
use crate::rows::footnotes_to_json;
use crate::{ContentHash, rows};
use plenum_model::{Anchor, Footnote, Paragraph, Reading, Reference, Trouble};

/// A reading with everything that its rows need.
pub(crate) struct Prepared {
    pub(crate) reading: Reading,
    /// As many as paragraphs.
    pub(crate) anchors: Vec<Anchor>,
    /// As many as paragraphs.
    pub(crate) seals: Vec<ContentHash>,
    /// As many as paragraphs: the footnotes as kept.
    pub(crate) footnotes: Vec<String>,
    /// As many as paragraphs: the heading paths as kept.
    pub(crate) paths: Vec<String>,
    pub(crate) words: usize,
}

impl Prepared {
    pub(crate) fn new(mut reading: Reading) -> Self {
        clean(&mut reading.title);
        reading.troubles.iter_mut().for_each(clean_trouble);
        reading.paragraphs.iter_mut().for_each(clean_paragraph);
        let anchors = plenum_model::anchor::anchors(&reading.paragraphs);
        let footnotes: Vec<String> = reading.paragraphs.iter().map(|p| footnotes_to_json(&p.footnotes)).collect();
        let seals = reading.paragraphs.iter().zip(&footnotes).map(|(p, notes)| seal(&p.text, notes)).collect();
        let paths = reading.paragraphs.iter().map(|p| rows::to_json(&p.path)).collect();
        let words = reading.paragraphs.iter().map(|p| p.text.split_whitespace().count()).sum();
        Self { reading, anchors, seals, footnotes, paths, words }
    }
}

/// The hash of a paragraph's words and footnotes, by which a changed row is noticed.
///
/// The two are parted by a letter that neither can hold.
pub(crate) fn seal(body: &str, footnotes: &str) -> ContentHash {
    ContentHash::of(format!("{body}\0{footnotes}").as_bytes())
}

fn clean(text: &mut String) {
    if text.contains('\0') {
        *text = without_zero(text).into_owned();
    }
}

fn clean_option(text: &mut Option<String>) {
    if let Some(text) = text {
        clean(text);
    }
}

fn clean_trouble(trouble: &mut Trouble) {
    [&mut trouble.place, &mut trouble.what, &mut trouble.remedy].into_iter().for_each(clean);
    trouble.arguments.iter_mut().for_each(|(_, words)| clean(words));
}

fn clean_paragraph(paragraph: &mut Paragraph) {
    clean(&mut paragraph.text);
    clean_option(&mut paragraph.number);
    paragraph.path.iter_mut().for_each(clean);
    clean_references(&mut paragraph.references, &paragraph.text);
    for Footnote { mark, at, text, references } in &mut paragraph.footnotes {
        clean(mark);
        clean(text);
        *at = border_at_or_before(&paragraph.text, *at);
        clean_references(references, text);
    }
}

/// References whose span does not lie on borders of letters are not kept: nothing could be shown of them.
fn clean_references(references: &mut Vec<Reference>, text: &str) {
    references.retain(|reference| text.get(reference.span.0..reference.span.1).is_some());
    references.iter_mut().for_each(|reference| clean_option(&mut reference.number));
}

fn border_at_or_before(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
