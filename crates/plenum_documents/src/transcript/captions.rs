//! WebVTT and SRT: cues become runs of words with their times; voices and marks of a new speaker are kept.

use super::{Gathered, Piece, labels, times};
use plenum_model::Trouble;
use plenum_model::statement::Moment;

const LONGEST: usize = 700; // Letters after which the next sentence begins a new paragraph: about a minute of speech.
const PAUSE_MS: u64 = 6_000; // A silence that long parts what is said.
const TOLD: usize = 5; // Troubles of one sort that are told one by one.

/// Reads captions.
pub(super) fn gather(text: &str) -> Gathered {
    let mut gathered = Gathered { title: title(text), ..Gathered::default() };
    let mut runs: Vec<Run> = Vec::new();
    for cue in cues(text, &mut gathered.troubles) {
        for run in cue.runs() {
            match runs.last_mut().filter(|last| last.takes(&run)) {
                Some(last) => last.take(run),
                None => runs.push(run),
            }
        }
    }
    gathered.pieces = runs.into_iter().map(Run::into_piece).collect();
    gathered
}

/// What stands behind `WEBVTT` in the first line.
fn title(text: &str) -> String {
    let first = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
    first.strip_prefix("WEBVTT").map_or(String::new(), |rest| rest.trim_matches([' ', '\t', '-', '–']).to_owned())
}

struct Cue<'a> {
    from_ms: u64,
    until_ms: u64,
    lines: Vec<&'a str>,
}

fn cues<'a>(text: &'a str, troubles: &mut Vec<Trouble>) -> Vec<Cue<'a>> {
    let mut cues: Vec<Cue<'a>> = Vec::new();
    let mut is_open = false;
    let (mut broken, mut backwards) = (0, 0);
    let mut last_line = "";
    for line in text.lines().map(str::trim) {
        if let Some((from, until)) = line.split_once("-->") {
            // The cue's own number stands before its time; where no blank line parts cues it looks like words.
            if let Some(cue) = cues.last_mut().filter(|cue| is_open && cue.lines.last() == Some(&last_line)) {
                let is_number = !last_line.is_empty() && last_line.bytes().all(|b| b.is_ascii_digit());
                if is_number {
                    cue.lines.pop();
                }
            }
            let until = until.split_whitespace().next().unwrap_or_default();
            match (times::parse(from.trim()), times::parse(until)) {
                (Some(from_ms), Some(until_ms)) => {
                    if until_ms < from_ms || cues.last().is_some_and(|last| from_ms < last.from_ms) {
                        backwards += 1;
                        tell(troubles, backwards, line, "The time of a caption goes backwards.");
                    }
                    cues.push(Cue { from_ms, until_ms: until_ms.max(from_ms), lines: Vec::new() });
                    is_open = true;
                }
                _ => {
                    broken += 1;
                    tell(troubles, broken, line, "The time of a caption cannot be read; its words are left out.");
                    is_open = false;
                }
            }
        } else if line.is_empty() {
            is_open = false;
        } else if let Some(cue) = cues.last_mut().filter(|_| is_open) {
            cue.lines.push(line);
        }
        last_line = line;
    }
    drop_repeated(&mut cues);
    cues
}

fn tell(troubles: &mut Vec<Trouble>, count: usize, line: &str, what: &str) {
    if count <= TOLD {
        let place: String = line.chars().take(60).collect();
        let remedy = "Compare with the recording.";
        troubles.push(super::trouble(place, what, remedy));
    }
}

/// Captions that roll show each line twice; a line that ends one cue and begins the next was said once.
fn drop_repeated(cues: &mut [Cue<'_>]) {
    let mut shown = "";
    for cue in cues {
        let last = cue.lines.last().copied();
        if cue.lines.first().is_some_and(|first| !shown.is_empty() && *first == shown) {
            cue.lines.remove(0);
        }
        shown = last.unwrap_or_default();
    }
}

/// Words said by one voice.
struct Run {
    voice: Option<String>,
    text: String,
    moment: Moment,
}

impl Cue<'_> {
    /// The words by voice, without tags.
    fn runs(&self) -> Vec<Run> {
        let moment = Moment { from_ms: self.from_ms, until_ms: Some(self.until_ms) };
        let mut runs: Vec<Run> = Vec::new();
        for line in &self.lines {
            let (line, is_other) = match line.strip_prefix(">>").or_else(|| line.strip_prefix("&gt;&gt;")) {
                Some(rest) => (rest.trim_start_matches('>').trim_start(), true),
                None => (*line, false),
            };
            if is_other {
                runs.push(Run { voice: Some(String::new()), text: String::new(), moment });
            }
            for (voice, text) in voices(line) {
                match runs.last_mut().filter(|_| voice.is_none()) {
                    Some(last) => push_words(&mut last.text, &text),
                    None => runs.push(Run { voice, text, moment }),
                }
            }
        }
        runs.retain(|run| !run.text.is_empty());
        runs
    }
}

impl Run {
    /// Whether more words go on in the same paragraph.
    fn takes(&self, next: &Run) -> bool {
        let is_same_voice = next.voice.is_none() || (next.voice == self.voice && next.voice.as_deref() != Some(""));
        let is_pause = next.moment.from_ms.saturating_sub(self.moment.until_ms.unwrap_or(u64::MAX)) >= PAUSE_MS;
        let ends = self.text.ends_with(['.', '!', '?', '。', '！', '？', '؟', '"', '”', ']']);
        let is_full = self.text.len() >= LONGEST && ends || self.text.len() >= 8 * LONGEST;
        is_same_voice && !is_pause && !is_full && !labels::begins_turn(&next.text)
    }

    fn take(&mut self, next: Run) {
        push_words(&mut self.text, &next.text);
        self.moment.until_ms = self.moment.until_ms.max(next.moment.until_ms);
    }

    fn into_piece(self) -> Piece {
        Piece { voice: self.voice, moment: Some(self.moment), ..Piece::of(self.text) }
    }
}

fn push_words(text: &mut String, more: &str) {
    if !text.is_empty() && !more.is_empty() {
        text.push(' ');
    }
    text.push_str(more);
}

/// Cuts a line at its voice tags; other tags go, entities become letters.
fn voices(line: &str) -> Vec<(Option<String>, String)> {
    let mut out: Vec<(Option<String>, String)> = vec![(None, String::new())];
    let mut rest = line;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        out.last_mut().expect("it begins with one").1.push_str(before);
        let Some(end) = tag.find('>') else { break };
        let inner = &tag[1..end];
        // `<v Name>` or `<v.loud Name>`; `<video …>` is none.
        let voice = inner.strip_prefix('v').and_then(|rest| rest.split_once(' '));
        if let Some((_, name)) = voice.filter(|(class, _)| class.is_empty() || class.starts_with('.')) {
            out.push((Some(unescaped(name.trim())), String::new()));
        }
        rest = &tag[end + 1..];
    }
    out.last_mut().expect("it begins with one").1.push_str(rest.trim_start_matches('<'));
    let tidy = |(voice, text): (Option<String>, String)| (voice, unescaped(text.trim()));
    out.into_iter().map(tidy).filter(|(_, text)| !text.is_empty()).collect()
}

fn unescaped(text: &str) -> String {
    let pairs =
        [("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&lrm;", ""), ("&rlm;", ""), ("&quot;", "\""), ("&#39;", "'")];
    pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to)).replace("&amp;", "&")
}
