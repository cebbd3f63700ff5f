//! Instruments and the glossary: what processes set up for States, and the words of the trade.

use crate::claims::Figure;
use crate::frame::Frame;
use crate::parts::Link;
use crate::process::Source;
use askama::Template;
use plenum_model::PartialDate;
use std::borrow::Cow;

/// An instrument in a list.
#[derive(Clone, Debug)]
pub struct InstrumentRow<'a> {
    /// `/instruments/{slug}`.
    pub address: Cow<'a, str>,
    /// Its name.
    pub name: Cow<'a, str>,
    /// What it is.
    pub summary: Cow<'a, str>,
    /// Where it stands.
    pub stands: Option<Cow<'a, str>>,
}

/// The instruments, `/instruments`.
#[derive(Template)]
#[template(path = "instruments.html")]
pub struct InstrumentsPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// The instruments.
    pub instruments: Vec<InstrumentRow<'a>>,
}

/// An instrument, `/instruments/{slug}`.
#[derive(Template)]
#[template(path = "instrument.html")]
pub struct InstrumentPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// Its row.
    pub row: InstrumentRow<'a>,
    /// The process it belongs to today.
    pub process: Option<Link<'a>>,
    /// The document that set it up.
    pub mandate: Option<Link<'a>>,
    /// Since when it works.
    pub from: Option<PartialDate>,
    /// What is claimed of it.
    pub figures: Vec<Figure<'a>>,
    /// Where the facts come from.
    pub sources: Vec<Source<'a>>,
    /// Whether a page that can be opened shows them.
    pub is_confirmed: bool,
}

/// The glossary, `/glossary`.
#[derive(Template)]
#[template(path = "glossary.html")]
pub struct GlossaryPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// The terms.
    pub terms: Vec<TermRow<'a>>,
}

/// A word of the trade.
#[derive(Clone, Debug)]
pub struct TermRow<'a> {
    /// Its place on the page.
    pub slug: Cow<'a, str>,
    /// The word.
    pub term: Cow<'a, str>,
    /// What it means.
    pub meaning: Cow<'a, str>,
    /// Where that comes from.
    pub sources: Vec<Source<'a>>,
}
