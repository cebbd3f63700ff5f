//! An edition as a mail: HTML that needs nothing from outside, and plain text of 72 columns with its sources at the end.

use crate::digest::{Laid, LaidSentence};
use crate::parts::Link;
use crate::words::Words;
use askama::Template;
use plenum_model::digest::{Edition, State};

/// What a mail is made of.
#[derive(Clone, Copy, Debug)]
pub struct Mail<'a> {
    /// The edition.
    pub edition: &'a Edition,
    /// How far it is: before its approval every mail says so.
    pub state: State,
    /// Its page, a path: `/digests/3`.
    pub page: &'a str,
    /// Scheme and host without a final slash; every address in the mail begins with it.
    pub origin: &'a str,
    /// Links at the end, in the order given: a way to end a subscription, say. Paths, or whole addresses.
    pub links: &'a [Link<'a>],
}

const COLUMNS: usize = 72; // What RFC 3676 asks of plain text, with room for a reply's marks.

/// No colours of ours: the reader's program gives them, light or dark.
const STYLE: &str = "<style>body{font:16px/1.55 Georgia,serif;max-width:42em;margin:1.5em auto;padding:0 1em}\
h1{font-size:1.5em;line-height:1.2}h2{font-size:1.15em;margin:1.6em 0 .4em}h3{font-size:1em;margin:1.1em 0 .2em}\
p{margin:.45em 0}small{font:13px/1.5 Arial,sans-serif}ol{padding-inline-start:2em}li{overflow-wrap:anywhere}</style>";

/// The HTML of a mail: one file, no table, no script, nothing loaded from elsewhere.
#[derive(Template)]
#[template(path = "digest_mail.html")]
struct MailPage<'a> {
    laid: Laid<'a>,
    mail: &'a Mail<'a>,
    style: &'static str,
}

impl MailPage<'_> {
    /// A whole address.
    fn whole(&self, address: &str) -> String {
        whole(self.mail.origin, address)
    }
    /// What is said while no person has approved it.
    fn warning(&self) -> Option<&'static str> {
        warning(self.laid.words, self.mail.state)
    }
}

fn whole(origin: &str, address: &str) -> String {
    if address.starts_with('/') { format!("{origin}{address}") } else { address.to_owned() }
}

fn warning(words: &'static Words, state: State) -> Option<&'static str> {
    (!state.is_approved()).then(|| words.digest_state_meaning(state))
}

/// The edition as HTML for a mail.
pub fn as_mail_html(mail: &Mail<'_>) -> String {
    let page = MailPage { laid: Laid::of(mail.edition), mail, style: STYLE };
    page.render().expect("writing to a string does not fail")
}

/// The edition as plain text for a mail: lines of at most 72 columns (an address stays whole), sources at the end.
pub fn as_mail_text(mail: &Mail<'_>) -> String {
    let laid = Laid::of(mail.edition);
    let words = laid.words;
    let mut out = String::new();
    wrap(laid.title, "", &mut out);
    out.push_str(&"=".repeat(columns(laid.title).clamp(1, COLUMNS)));
    out.push('\n');
    if let Some(warning) = warning(words, mail.state) {
        out.push('\n');
        wrap(warning, "", &mut out);
    }
    for section in &laid.sections {
        out.push('\n');
        wrap(section.title, "", &mut out);
        out.push_str(&"-".repeat(columns(section.title).clamp(1, COLUMNS)));
        out.push('\n');
        for part in &section.parts {
            out.push('\n');
            if let Some(process) = part.process {
                wrap(&format!("{process}:"), "", &mut out);
            }
            for sentence in &part.sentences {
                wrap(&format!("* {}", spoken(sentence, words)), "  ", &mut out);
            }
        }
    }
    out.push('\n');
    wrap(words.say("digest-rests-on"), "", &mut out);
    for source in &laid.sources {
        let told = format!("[{}] {}: {}", source.number, source.label, whole(mail.origin, source.address));
        wrap(&told, "    ", &mut out);
    }
    out.push('\n');
    let page = whole(mail.origin, mail.page);
    wrap(&format!("{} {page}", words.say("digest-online")), "", &mut out);
    for link in mail.links {
        wrap(&format!("{}: {}", link.words, whole(mail.origin, &link.address)), "", &mut out);
    }
    out
}

/// A sentence with its marks and the numbers of its sources.
fn spoken(sentence: &LaidSentence<'_>, words: &'static Words) -> String {
    let mut text = plain(sentence.text);
    if !sentence.is_confirmed {
        text.push_str(&format!(" ({})", words.say("unconfirmed")));
    }
    if !sentence.is_composed() {
        text.push_str(&format!(" ({})", words.say("digest-by-editor")));
    }
    for (number, _, _) in &sentence.cited {
        text.push_str(&format!(" [{number}]"));
    }
    text
}

/// One line: what an editor typed may hold line ends.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Adds a text in lines of at most [`COLUMNS`]; those after the first begin with `indent`.
fn wrap(text: &str, indent: &str, out: &mut String) {
    let mut line = String::new();
    let mut is_first = true;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        for piece in pieces(word) {
            let gap = usize::from(!line.trim_start().is_empty() && !piece.is_inside);
            if columns(&line) + gap + columns(piece.text) > COLUMNS && !line.trim().is_empty() {
                out.push_str(line.trim_end());
                out.push('\n');
                is_first = false;
                line.clear();
            }
            if line.is_empty() && !is_first {
                line.push_str(indent);
            } else if gap == 1 {
                line.push(' ');
            }
            line.push_str(piece.text);
        }
    }
    out.push_str(line.trim_end());
    out.push('\n');
}

/// A part of a word after which a line may end.
struct Piece<'a> {
    text: &'a str,
    /// Whether it follows another without a space.
    is_inside: bool,
}

/// Chinese has no spaces: a line may end after any of its letters, but not before a mark.
fn pieces(word: &str) -> Vec<Piece<'_>> {
    let mut cuts = vec![0];
    let mut before: Option<char> = None;
    for (at, c) in word.char_indices() {
        let is_mark = "，。；：、）”」』？！".contains(c);
        let follows_opening = before.is_some_and(|b| "（“「『".contains(b));
        if at > 0 && !is_mark && !follows_opening && (is_wide(c) || before.is_some_and(is_wide)) {
            cuts.push(at);
        }
        before = Some(c);
    }
    cuts.push(word.len());
    let piece = |(place, pair): (usize, &[usize])| Piece { text: &word[pair[0]..pair[1]], is_inside: place > 0 };
    cuts.windows(2).enumerate().map(piece).collect()
}

/// Whether a letter takes two columns.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}')
}

/// How many columns a text takes; marks of direction take none.
fn columns(text: &str) -> usize {
    let width = |c: char| match c {
        '\u{2066}'..='\u{2069}' | '\u{200b}'..='\u{200f}' | '\u{064b}'..='\u{065f}' => 0,
        c => 1 + usize::from(is_wide(c)),
    };
    text.chars().map(width).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &str) -> Vec<String> {
        let mut out = String::new();
        wrap(text, "  ", &mut out);
        out.lines().map(str::to_owned).collect()
    }

    #[test]
    fn a_line_ends_between_words_and_an_address_stays_whole() {
        let address = format!("https://example.org/{}", "a".repeat(80));
        let lines = wrapped(&format!("{} {address} end", "word ".repeat(20).trim()));
        assert_eq!(lines[2], format!("  {address}"));
        assert!(lines.iter().filter(|line| !line.contains("http")).all(|line| columns(line) <= COLUMNS));
    }

    #[test]
    fn chinese_is_cut_between_letters() {
        let lines = wrapped(&"本记录未显示任何决定。".repeat(8));
        assert!(lines.len() > 1 && lines.iter().all(|line| columns(line) <= COLUMNS), "{lines:?}");
        assert!(lines.iter().all(|line| !line.trim_start().starts_with('。')), "{lines:?}");
        assert_eq!(lines.iter().map(|line| line.trim()).collect::<String>(), "本记录未显示任何决定。".repeat(8));
    }
}
