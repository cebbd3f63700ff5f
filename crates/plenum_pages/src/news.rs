//! News of a process: what others publish about it, beside the record and marked so.

use crate::parts::Quoted;
use plenum_model::{PartialDate, Standing};
use std::borrow::Cow;

/// An entry of somebody's feed.
pub struct NewsRow<'a> {
    /// Its title.
    pub title: Quoted<'a>,
    /// Its beginning; may be empty.
    pub summary: Quoted<'a>,
    /// Where it can be read; it leads elsewhere.
    pub link: Option<Cow<'a, str>>,
    /// When it was published.
    pub date: Option<PartialDate>,
    /// Who wrote it, or the feed's name.
    pub author: Option<Cow<'a, str>>,
    /// What weight it has.
    pub standing: Standing,
}
