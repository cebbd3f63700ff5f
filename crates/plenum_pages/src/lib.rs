//! Every page and fragment: a struct of ready values, its template, its stylesheet, its words in six languages.
//!
//! Nothing here reads a clock, a file or the network: the web edge fills the structs and sends what they write.
//! Read in this order: `frame` (what stands around a page), `parts` and `text` (what pages share), then the pages.

pub mod frame;
pub mod parts;
pub mod text;
mod told;

pub mod actors;
pub mod ask;
pub mod asked;
pub mod calendar;
pub mod claims;
pub mod compose;
pub mod desk;
pub mod digest;
pub mod digest_facts;
pub mod digest_mail;
pub mod document;
pub mod feed;
pub mod handover;
pub mod home;
pub mod instrument;
pub mod letter;
pub mod library;
pub mod meeting;
pub mod named_meeting;
pub mod news;
pub mod paragraph;
pub mod plot;
pub mod positions;
pub mod process;
pub mod subscribe;
pub mod timeline;
pub mod trend;
pub mod upload;
pub mod votes;

pub mod assets;
pub mod bars;
mod dates;
pub mod lent;
mod numbers;
mod said;
pub mod words;

pub use askama::Template;
pub use assets::{Asset, asset};
pub use frame::{Frame, Room, Theme};
pub use words::Words;

/// Resolves every word and asset now, so that the first visitor does not wait for it.
///
/// Errors: none; panics only where the embedded word lists are broken, which the tests of this crate rule out.
pub fn prepare() {
    for lang in plenum_model::language::UN_SIX {
        Words::of(lang);
    }
    assets::style_path();
}
