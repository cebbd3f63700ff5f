//! Atom feeds of lists of documents and paragraphs.

use askama::Template;
use std::borrow::Cow;

/// An Atom feed (RFC 4287).
#[derive(Template)]
#[template(path = "atom.xml")]
pub struct Feed<'a> {
    /// The feed's title.
    pub title: Cow<'a, str>,
    /// The language tag of the title.
    pub lang: Cow<'a, str>,
    /// Its own whole address; also its id.
    pub address: Cow<'a, str>,
    /// The whole address of the page with the same list.
    pub page: Cow<'a, str>,
    /// When anything in it changed last, RFC 3339.
    pub updated: Cow<'a, str>,
    /// The entries, newest first.
    pub entries: Vec<FeedEntry<'a>>,
}

/// An entry of a feed.
pub struct FeedEntry<'a> {
    /// Its title, with the symbol.
    pub title: crate::parts::Quoted<'a>,
    /// Its whole address; also its id.
    pub address: Cow<'a, str>,
    /// When it was kept, RFC 3339.
    pub updated: Cow<'a, str>,
    /// When it was issued, RFC 3339; `None` where the day is not known.
    pub published: Option<Cow<'a, str>>,
    /// Who speaks or issued it.
    pub author: Option<Cow<'a, str>>,
    /// The standing's word, as the entry's category.
    pub standing: &'static str,
    /// A few words of its text, plain.
    pub summary: crate::parts::Quoted<'a>,
}
