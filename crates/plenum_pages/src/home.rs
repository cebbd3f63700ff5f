//! The first page: what this is, the search box, the newest documents, the processes. Also the empty library.

use crate::calendar::EventRow;
use crate::frame::Frame;
use crate::parts::{DocumentRow, Link};
use crate::process::ProcessRow;
use askama::Template;

/// The first page, `/`.
#[derive(Template)]
#[template(path = "home.html")]
pub struct HomePage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// How much is kept.
    pub holdings: Holdings,
    /// The newest documents with text, newest first.
    pub newest: Vec<DocumentRow<'a>>,
    /// What comes next in all processes, the earliest first.
    pub coming: Vec<EventRow<'a>>,
    /// The processes, those going on first.
    pub processes: Vec<ProcessRow<'a>>,
}

impl HomePage<'_> {
    /// Questions to try.
    fn questions(&self) -> [Link<'static>; 3] {
        ["example-question-who", "example-question-when", "example-question-count"].map(|key| {
            let words = self.frame.say(key);
            Link::new(question_address(words), words)
        })
    }
    /// Searches to try: words, a phrase, a symbol.
    fn examples(&self) -> [Link<'static>; 3] {
        ["example-words", "example-phrase", "example-symbol"].map(|key| {
            let words = self.frame.say(key);
            Link::new(crate::parts::search_address(words), words)
        })
    }
}

/// The address at which a question is asked.
pub(crate) fn question_address(words: &str) -> String {
    crate::parts::search_address(words).replacen("/library", "/ask", 1)
}

/// How much is kept; where `paragraphs` is 0 the first page says how to fill the library.
#[derive(Clone, Copy, Debug, Default)]
pub struct Holdings {
    /// Documents whose text is kept.
    pub documents: u64,
    /// Paragraphs that can be found.
    pub paragraphs: u64,
    /// Languages of the texts.
    pub languages: u64,
}
