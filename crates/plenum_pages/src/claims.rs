//! Claims: the value that a page shows with its mark, and the ledger with every claim side by side.

use crate::frame::Frame;
use crate::parts::Link;
use crate::plot::Plot;
use crate::process::Source;
use askama::Template;
use plenum_model::{PartialDate, Standing};
use std::borrow::Cow;

/// A property with the value shown, on the page of what it is about.
#[derive(Clone, Debug)]
pub struct Figure<'a> {
    /// What it is, in the words of the pack.
    pub label: Cow<'a, str>,
    /// The value shown, in the words of the source.
    pub value: Cow<'a, str>,
    /// What a number counts.
    pub unit: Option<Cow<'a, str>>,
    /// When it held.
    pub date: Option<PartialDate>,
    /// Whether a page that can be opened shows it, or a person confirmed it.
    pub is_confirmed: bool,
    /// How many claims that stand disagree with another; 0: none.
    pub disagreeing: u64,
    /// How many claims there are.
    pub claims: u64,
    /// The ledger.
    pub address: Cow<'a, str>,
    /// Where the value comes from.
    pub sources: Vec<Source<'a>>,
    /// The series as it was told, where there are two dates or more.
    pub plot: Option<Plot>,
    /// The series' values: the table beneath the plot.
    pub series: Vec<SeriesRow<'a>>,
}

/// A value of a series.
#[derive(Clone, Debug)]
pub struct SeriesRow<'a> {
    /// When it held.
    pub date: Option<PartialDate>,
    /// The value in the words of the source.
    pub value: Cow<'a, str>,
    /// Where it comes from.
    pub sources: Vec<Source<'a>>,
}

/// All that is claimed of one property, `/claims/{subject}/{property}`.
#[derive(Template)]
#[template(path = "claims_ledger.html")]
pub struct LedgerPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// What it is claimed of.
    pub subject: Link<'a>,
    /// The property, the value shown, the plot.
    pub figure: Figure<'a>,
    /// Every claim, in the order of time.
    pub claims: Vec<ClaimRow<'a>>,
    /// What became of them, newest first.
    pub changes: Vec<ChangeRow<'a>>,
    /// Where the administrator edits it.
    pub edit: Cow<'a, str>,
    /// The form, for the administrator.
    pub form: Option<ClaimForm<'a>>,
}

/// A claim in its ledger.
#[derive(Clone, Debug)]
pub struct ClaimRow<'a> {
    /// Its key.
    pub key: Cow<'a, str>,
    /// The value in the words of the source.
    pub value: Cow<'a, str>,
    /// When it held.
    pub date: Option<PartialDate>,
    /// What weight the source has.
    pub standing: Standing,
    /// Where it comes from, in words or as links.
    pub sources: Vec<Source<'a>>,
    /// The paragraphs that hold its words, by address and title.
    pub places: Vec<Link<'a>>,
    /// Whether its document is held and holds no paragraph with its words.
    pub is_not_found: bool,
    /// Who counted.
    pub counted_by: Option<Cow<'a, str>>,
    /// What a reader should know besides.
    pub note: Option<Cow<'a, str>>,
    /// Whether it is confirmed.
    pub is_confirmed: bool,
    /// Whether pages show this one.
    pub is_shown: bool,
    /// Whether another claim that stands contradicts it.
    pub is_disputed: bool,
    /// Whether it was withdrawn.
    pub is_withdrawn: bool,
    /// Who entered it, in words.
    pub entered_by: Cow<'a, str>,
    /// On which day.
    pub entered_on: Option<PartialDate>,
}

/// A step in what became of a claim.
#[derive(Clone, Debug)]
pub struct ChangeRow<'a> {
    /// On which day.
    pub date: Option<PartialDate>,
    /// `added`, `changed`, `confirmed`, `withdrawn`.
    pub what: Cow<'a, str>,
    /// The value before and after, as far as it has one.
    pub value: Cow<'a, str>,
    /// Who, in words.
    pub by: Cow<'a, str>,
}

impl ChangeRow<'_> {
    /// What was done, in the interface's language.
    pub(crate) fn act(&self, frame: &Frame<'_>) -> &'static str {
        match &*self.what {
            "changed" => frame.say("claim-changed"),
            "confirmed" => frame.say("claim-confirmed"),
            "withdrawn" => frame.say("claim-withdrawn"),
            _ => frame.say("claim-added"),
        }
    }
}

/// What the administrator may send.
#[derive(Clone, Debug, Default)]
pub struct ClaimForm<'a> {
    /// Where a new claim is sent.
    pub enter: Cow<'a, str>,
    /// Where a confirmation or withdrawal is sent.
    pub act: Cow<'a, str>,
    /// What was wrong with what was sent, in the interface's language.
    pub wrong: Vec<Cow<'a, str>>,
}

impl LedgerPage<'_> {
    /// The standings to choose from.
    pub(crate) fn standings(&self) -> [Standing; 6] {
        Standing::ALL
    }
}

/// Everything that something is claimed of, `/claims`.
#[derive(Template)]
#[template(path = "claims_index.html")]
pub struct ClaimsPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// Subjects with their figures, those with contradictions first.
    pub subjects: Vec<(Link<'a>, Vec<Figure<'a>>)>,
}
