//! A letter by e-mail: one structure, written as plain text of 72 columns and as plain HTML.
//!
//! Where a reader's token belongs stands a mark, which is replaced when the letter is sent, so that no token is kept.
//! Quoted texts come from strangers: the mark is taken out of them before the closing, which alone may hold it.

mod wrap;

use crate::Words;
use crate::lent::Whole;
use crate::parts::Quoted;
use crate::words::Told;
use askama::Template;
use plenum_model::{PartialDate, Standing};
use wrap::{indented, wrapped};

/// Stands around the name of a token in a letter that waits. No text has it: it is a noncharacter of Unicode.
const MARK: char = '\u{fdd0}';

/// The mark of the token that opens a reader's own page.
pub const READERS_TOKEN: &str = "\u{fdd0}reader\u{fdd0}";

/// The mark of the token that confirms a subscription, by its key and when it was asked for.
pub fn confirming_token(subscription: i64, created_at_ms: i64) -> String {
    format!("{MARK}confirm:{subscription}:{created_at_ms}{MARK}")
}

/// Puts the tokens where their marks stand.
///
/// In: what gives the token of a mark's name (`reader`, `confirm:12:1800000000000`); unknown names become nothing.
pub fn with_tokens(words: &str, token: impl Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(words.len() + 64);
    for (at, part) in words.split(MARK).enumerate() {
        if at % 2 == 0 {
            out.push_str(part);
        } else {
            out.push_str(&token(part).unwrap_or_default());
        }
    }
    out
}

/// A letter.
#[derive(Template)]
#[template(path = "letter.html")]
pub struct Letter<'a> {
    /// The words of its language.
    pub words: &'static Words,
    /// The line above it.
    pub subject: String,
    /// Its first sentences, in its language.
    pub opening: Vec<String>,
    /// What is new, topic by topic.
    pub sections: Vec<Section<'a>>,
    /// What can be done about it.
    pub closing: Vec<Closing>,
}

/// What is new of one topic.
#[derive(Clone, Debug)]
pub struct Section<'a> {
    /// The topic's name.
    pub name: Quoted<'a>,
    /// Its page, a whole address.
    pub address: String,
    /// What is new.
    pub entries: Vec<Entry<'a>>,
    /// How many more entries there are, on its page.
    pub further: u64,
}

/// One new thing.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// What it is.
    pub kind: EntryKind,
    /// What it is called: a document's title, a meeting's name, an event.
    pub name: Quoted<'a>,
    /// Where it can be read, a whole address.
    pub address: String,
    /// Its date, for what has no passages.
    pub date: Option<PartialDate>,
    /// What else is to be said of it: who, a value.
    pub remark: Option<String>,
    /// Its new passages that come first, whole.
    pub passages: Vec<LetterPassage<'a>>,
    /// How many more new passages it has.
    pub further: u64,
}

/// What a new thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EntryKind {
    /// A document, or a new reading of one.
    Document,
    /// A paragraph that holds the phrase.
    Found,
    /// A statement that was confirmed.
    Statement,
    /// A quotation placed under an issue.
    Position,
    /// An event of the calendar.
    Event,
    /// An event that was called off.
    EventCancelled,
    /// A claim.
    Claim,
    /// A paragraph that names the one followed.
    Citing,
    /// The paragraph followed has other words.
    Reworded,
    /// The paragraph followed was taken out.
    Removed,
}

impl EntryKind {
    fn key(self) -> &'static str {
        match self {
            Self::Document => "letter-document",
            Self::Found => "letter-found",
            Self::Statement => "letter-statement",
            Self::Position => "letter-position",
            Self::Event => "letter-event",
            Self::EventCancelled => "letter-event-cancelled",
            Self::Claim => "letter-claim",
            Self::Citing => "letter-citing",
            Self::Reworded => "letter-reworded",
            Self::Removed => "letter-removed",
        }
    }
}

/// A whole paragraph with its source.
#[derive(Clone, Debug)]
pub struct LetterPassage<'a> {
    /// Its words; a table has one row a line. Empty where the letter has them already, further up.
    pub text: Quoted<'a>,
    /// Its document's symbol, and its number as printed.
    pub place: String,
    /// Its document's date.
    pub date: Option<PartialDate>,
    /// Its document's standing.
    pub standing: Standing,
    /// Its own address, whole.
    pub address: String,
}

/// A last sentence, and where it leads: an address that may hold a mark.
#[derive(Clone, Debug)]
pub struct Closing {
    /// The sentence.
    pub words: String,
    /// Where it leads.
    pub address: Option<String>,
}

impl Letter<'_> {
    /// The subject on one line, without what only pages need.
    pub fn subject_line(&self) -> String {
        one_line(&self.subject)
    }

    /// The letter as plain text.
    pub fn text(&self) -> String {
        let mut out = String::new();
        for sentence in &self.opening {
            paragraph(&mut out, &wrapped(sentence, 0));
        }
        for section in &self.sections {
            section.write_text(self.words, &mut out);
        }
        if self.sections.is_empty() {
            return closed_by(&out, "", &self.closing); // Its closing is what it is about.
        }
        closed_text(&out, &self.closing)
    }

    /// The letter as HTML.
    ///
    /// Errors: none that are not the formatter's.
    pub fn html(&self) -> Result<String, askama::Error> {
        Ok(closed_html(&self.render()?, &self.closing))
    }

    fn kind(&self, entry: &Entry<'_>) -> &'static str {
        self.words.say(entry.kind.key())
    }
    fn source(&self, passage: &LetterPassage<'_>) -> String {
        source(self.words, passage)
    }
    fn further(&self, n: impl Whole) -> String {
        plain(&self.words.count("letter-further", n))
    }
}

impl Section<'_> {
    fn write_text(&self, words: &'static Words, out: &mut String) {
        let name = wrapped(&self.name.text, 0);
        let widest = name.lines().map(wrap::width).max().unwrap_or(0);
        paragraph(out, &format!("\n{name}\n{}\n{}", "=".repeat(widest), self.address));
        for entry in &self.entries {
            entry.write_text(words, out);
        }
        if self.further > 0 {
            paragraph(out, &format!("{}\n{}", plain(&words.count("letter-further", self.further)), self.address));
        }
    }
}

impl Entry<'_> {
    fn write_text(&self, words: &'static Words, out: &mut String) {
        let mut head = format!("* {}: {}", words.say(self.kind.key()), self.name.text);
        if let Some(date) = self.date {
            head.push_str(&format!(" ({})", words.date(date)));
        }
        let mut head = wrapped(&head, 0);
        if let Some(remark) = &self.remark {
            head.push('\n');
            head.push_str(&wrapped(remark, 0));
        }
        // A statement is read as a whole at its own address; other passages have theirs.
        if self.passages.is_empty() || self.kind == EntryKind::Statement {
            head.push('\n');
            head.push_str(&self.address);
        }
        paragraph(out, &head);
        for passage in &self.passages {
            if !passage.text.text.is_empty() {
                paragraph(out, &indented(&passage.text.text));
            }
            let source = indented(&source(words, passage));
            paragraph(out, &format!("{source}\n{}{}", wrap::INDENT, passage.address));
        }
        if self.further > 0 {
            let further = plain(&words.count("letter-further", self.further));
            paragraph(out, &format!("{}\n{}{}", indented(&further), wrap::INDENT, self.address));
        }
    }
}

/// `A/80/257, 12 · 11 July 2025 · Adopted`.
fn source(words: &'static Words, passage: &LetterPassage<'_>) -> String {
    let date = passage.date.map(|date| format!(" · {}", words.date(date))).unwrap_or_default();
    format!("{}{date} · {}", passage.place, words.standing(passage.standing))
}

fn paragraph(out: &mut String, words: &str) {
    out.push_str(words);
    out.push_str("\n\n");
}

/// A text that somebody else wrote, with the closing of our letters.
pub fn closed_text(text: &str, closing: &[Closing]) -> String {
    closed_by(text, "-- \n", closing) // The line by which mail programs know a signature (RFC 3676, 4.3).
}

fn closed_by(text: &str, line: &str, closing: &[Closing]) -> String {
    let mut out = without_marks(text).trim_matches('\n').trim_end().to_owned();
    out.push_str("\n\n");
    out.push_str(line);
    for one in closing {
        out.push_str(&wrapped(&without_marks(&one.words), 0));
        out.push('\n');
        if let Some(address) = &one.address {
            out.push_str(address);
            out.push('\n');
        }
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// A page that somebody else wrote, with the closing of our letters at its end.
pub fn closed_html(html: &str, closing: &[Closing]) -> String {
    let html = without_marks(html);
    let (before, after) = html.rfind("</body>").map_or((html.as_str(), ""), |at| html.split_at(at));
    let closing = ClosingPart { closing }.render().unwrap_or_default();
    format!("{before}{closing}{after}")
}

/// The closing as HTML.
#[derive(Template)]
#[template(path = "letter_closing.html")]
struct ClosingPart<'a> {
    closing: &'a [Closing],
}

fn without_marks(words: &str) -> String {
    words.replace(MARK, "")
}

/// Without the marks that part directions: they are for pages, and mail programs show them as boxes.
fn plain(words: &str) -> String {
    words.replace(['\u{2068}', '\u{2069}'], "")
}

const LONGEST_SUBJECT: usize = 150;

/// One line of words, for a header: no control letters, no marks, single spaces, not too long.
pub fn one_line(words: &str) -> String {
    let plain: String = plain(words)
        .chars()
        .filter(|c| *c != MARK)
        .map(|c| if c.is_control() || c == '\u{2028}' || c == '\u{2029}' { ' ' } else { c })
        .collect();
    let line = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST_SUBJECT {
        return line;
    }
    let cut: String = line.chars().take(LONGEST_SUBJECT).collect();
    format!("{}…", cut.trim_end())
}

/// The letter that asks whether it was the reader who wants to follow something, or tells that she follows it already.
pub fn confirmation(words: &'static Words, origin: &str, topic: &str, token: Option<&str>) -> Letter<'static> {
    let host = origin.split_once("://").map_or(origin, |(_, host)| host);
    // A phrase brings quotation marks of its own; the sentences have theirs.
    let told = [("name", Told::Name(topic.trim_matches(['“', '”']))), ("host", Told::Name(host))];
    let tell = |key: &str| plain(&words.tell(key, &told));
    let (subject, opening, closing) = match token {
        Some(token) => (
            tell("letter-confirm-subject"),
            vec![tell("letter-confirm-opening")],
            vec![
                Closing {
                    words: words.say("letter-confirm-ask").to_owned(),
                    address: Some(format!("{origin}/subscriptions/confirm/{token}")),
                },
                Closing { words: words.say("letter-confirm-ignore").to_owned(), address: None },
            ],
        ),
        None => (
            tell("letter-known-subject"),
            vec![tell("letter-known-opening")],
            closing_to(words.say("letter-known-ask"), format!("{origin}/subscriptions/{READERS_TOKEN}")),
        ),
    };
    Letter { words, subject, opening, sections: Vec::new(), closing }
}

/// The closing of every letter that a reader asked for: why she gets it, and where she can end it.
pub fn readers_closing(words: &'static Words, origin: &str) -> Vec<Closing> {
    closing_to(words.say("letter-foot"), format!("{origin}/subscriptions/{READERS_TOKEN}"))
}

fn closing_to(words: &str, address: String) -> Vec<Closing> {
    vec![Closing { words: words.to_owned(), address: Some(address) }]
}

/// The subject of a letter about what is new of some topics, by the name of the first.
pub fn subject(words: &'static Words, first: &str, topics: usize) -> String {
    words.name(if topics > 1 { "letter-subject-more" } else { "letter-subject" }, first)
}

/// Who stands where, in a letter's remark.
pub fn stands(words: &'static Words, actor: &str, stance: plenum_model::statement::Stance) -> String {
    format!("{actor} · {}", words.stance(stance))
}

#[cfg(test)]
mod tests;
