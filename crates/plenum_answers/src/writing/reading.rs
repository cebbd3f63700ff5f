//! What a writer sends, bit by bit, becomes sentences with their citations: `… in Eastport. [2]` rests on passage 2.

use crate::answer::Answer;
use crate::draft::{Draft, Part};
use crate::text::{fold, sentences};
use plenum_model::answer::{Quotation, Sentence};
use std::ops::Range;

/// More sentences are not read: nobody asked for an essay.
const MOST_SENTENCES: usize = 10;
/// Nor more bytes: all is read again with each word that comes.
const MOST_BYTES: usize = 8_000;
/// A bracket longer than this, in bytes, cites nothing.
const LONGEST_MARK: usize = 40;

/// Reads a text as it comes; what it does not understand becomes a sentence that cites nothing, for the check to drop.
#[derive(Clone, Debug)]
pub struct SentenceReader {
    text: String,
    told: usize,
    /// What a citation of each passage means: the words of it on which the composed answer rests.
    spans: Vec<Range<usize>>,
}

impl SentenceReader {
    /// A reader of sentences that cite the passages of this answer by place, from 1.
    pub fn new(composed: &Answer) -> Self {
        let whole = |at: usize| {
            let cited = composed.sentences.iter().flat_map(Sentence::quotations).filter(move |one| one.passage == at);
            let joined = cited.map(|one| one.span.clone()).reduce(|a, b| a.start.min(b.start)..a.end.max(b.end));
            joined.unwrap_or(0..composed.passages[at].text.len())
        };
        Self { text: String::new(), told: 0, spans: (0..composed.passages.len()).map(whole).collect() }
    }

    /// Takes more of the text. Out: the sentences that are whole now.
    pub fn more(&mut self, words: &str) -> Vec<Draft> {
        if self.text.len() + words.len() > MOST_BYTES {
            return Vec::new();
        }
        self.text.push_str(words);
        self.drafts(false)
    }

    /// The text has ended. Out: the sentences that were not told yet.
    pub fn end(&mut self) -> Vec<Draft> {
        self.drafts(true)
    }

    fn drafts(&mut self, is_whole: bool) -> Vec<Draft> {
        let read = Marked::read(answer_of(&self.text), is_whole);
        let mut drafts = self.all(&read);
        if !is_whole {
            drafts.pop(); // A citation of the last may be on its way.
        }
        drafts.truncate(MOST_SENTENCES);
        let new = drafts.split_off(self.told.min(drafts.len()));
        self.told += new.len();
        new
    }

    fn all(&self, read: &Marked) -> Vec<Draft> {
        let ranges = sentences(&read.words);
        let own = |at: usize| {
            let until = ranges.get(at + 1).map_or(usize::MAX, |next| next.start);
            let is_own = |place: usize| ranges[at].start < place && place <= until;
            let marks = read.marks.iter().filter(|(place, _)| is_own(*place));
            (&ranges[at], marks.map(|(_, number)| *number).collect::<Vec<_>>())
        };
        let drafts = (0..ranges.len()).map(own).map(|(range, numbers)| self.draft(&read.words, range, &numbers));
        drafts.flatten().collect()
    }

    /// One sentence; `None` for the number of a list's item.
    fn draft(&self, words: &str, range: &Range<usize>, numbers: &[usize]) -> Option<Draft> {
        let bullets = |c: char| c.is_whitespace() || matches!(c, '-' | '*' | '•' | '–' | '#');
        let words = words[range.clone()].trim_start_matches(bullets).trim_end();
        if !words.contains(char::is_alphabetic) {
            return None;
        }
        let mut cites: Vec<Quotation> = Vec::new();
        for number in numbers {
            // A number that nobody gave points behind the last passage, where the check finds nothing.
            let passage = number.checked_sub(1).unwrap_or(usize::MAX);
            let quotation = Quotation { passage, span: self.spans.get(passage).cloned().unwrap_or_default() };
            if !cites.contains(&quotation) {
                cites.push(quotation);
            }
        }
        Some(Draft { parts: vec![Part::Words(words.to_owned())], cites })
    }
}

/// The answer itself: after what a model thinks aloud, and before the first mark of who speaks next.
fn answer_of(text: &str) -> &str {
    let text = text.trim_start();
    let said = match text.strip_prefix("<think>") {
        Some(thought) => thought.split_once("</think>").map_or("", |(_, said)| said),
        None => text,
    };
    said.split('<').next().unwrap_or_default()
}

/// Words without the marks that cite, and each number cited with the place where its mark stood.
struct Marked {
    words: String,
    marks: Vec<(usize, usize)>,
}

impl Marked {
    fn read(text: &str, is_whole: bool) -> Self {
        let mut read = Self { words: String::new(), marks: Vec::new() };
        let mut rest = text;
        while let Some(at) = rest.find(['[', '【']) {
            read.say(&rest[..at]);
            let open = rest[at..].chars().next().map_or(1, char::len_utf8);
            let inner = &rest[at + open..];
            match inner.find([']', '】']) {
                Some(end) if end <= LONGEST_MARK => {
                    let close = inner[end..].chars().next().map_or(1, char::len_utf8);
                    if !read.cite(&inner[..end]) {
                        read.say(&rest[at..at + open + end + close]);
                    }
                    rest = &inner[end + close..];
                }
                None if !is_whole && inner.len() <= LONGEST_MARK => return read,
                _ => {
                    read.say(&rest[at..at + open]);
                    rest = inner;
                }
            }
        }
        read.say(rest);
        read
    }

    /// Adds words; a full stop after a mark goes to the word before the mark, emphasis and hidden characters go.
    fn say(&mut self, words: &str) {
        let is_shown = |c: &char| !is_hidden(*c);
        let words: String = words.replace("**", "").chars().filter(is_shown).collect();
        if words.starts_with(['.', ',', '。', '，', '!', '?', '؟', '،']) {
            self.words.truncate(self.words.trim_end().len());
        } else if words.starts_with(char::is_uppercase) && self.marks.last().is_some_and(|(place, _)| *place > 0) {
            self.words.push(' '); // "… in Eastport.[2]The next …"
        }
        self.words.push_str(&words);
    }

    /// Notes the numbers of a mark: `2`, `1, 3`; `false` if it is none.
    fn cite(&mut self, inner: &str) -> bool {
        let inner = fold(inner);
        let numbers: Option<Vec<usize>> =
            inner.split([',', ';', ' ', '،', '、']).filter(|one| !one.is_empty()).map(|one| one.parse().ok()).collect();
        let Some(numbers) = numbers.filter(|numbers| !numbers.is_empty()) else { return false };
        let place = self.words.len();
        self.marks.extend(numbers.into_iter().map(|number| (place, number)));
        true
    }
}

/// Characters that are not seen, or turn the order of those that are.
fn is_hidden(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}
