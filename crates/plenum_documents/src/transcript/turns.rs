//! Pieces become turns: the name goes out of the words and stands over them as a heading.

use super::{Gathered, Piece, behalf, labels, times};
use plenum_model::statement::{Moment, Transcript, Turn};
use plenum_model::{Language, Paragraph, ParagraphKind, Reading, Trouble};

/// Makes the transcript of its pieces; references, language and title are completed later.
pub(super) fn compose(gathered: Gathered) -> Transcript {
    let mut composing = Composing { accepts_unsure: accepts_unsure(&gathered.pieces), ..Composing::default() };
    for piece in gathered.pieces {
        composing.take(piece);
    }
    composing.close();
    let known = gathered.reading.unwrap_or_else(Reading::empty);
    let mut troubles = gathered.troubles;
    troubles.append(&mut composing.troubles);
    if composing.turns.is_empty() {
        let what = "No name of a speaker was found in the transcript.";
        let remedy = "Let each statement begin with its speaker’s name and a colon.";
        troubles.push(super::trouble("everywhere", what, remedy));
    } else if composing.before_first > 0 {
        let what =
            format!("{} paragraphs stand before the first speaker and belong to no statement.", composing.before_first);
        let remedy = "Compare with the transcript if a name is missing.";
        troubles.push(super::trouble("the beginning", what, remedy));
    }
    let title = if gathered.title.is_empty() { first_words(&composing) } else { gathered.title };
    let language = if known.language == Language::unknown() { Language::unknown() } else { known.language };
    let reading = Reading {
        title: crate::shortened(&title),
        symbol: known.symbol,
        language,
        date: known.date,
        troubles,
        paragraphs: composing.paragraphs,
    };
    Transcript { reading, turns: composing.turns, moments: composing.moments }
}

/// A transcript without a title is called by its first words, not by its first speaker.
fn first_words(composing: &Composing) -> String {
    let spoken = composing.paragraphs.iter().find(|p| p.kind != ParagraphKind::Heading);
    spoken.map_or(String::new(), |paragraph| paragraph.text.clone())
}

/// One line that looks like a name is chance; several are the transcript's manner.
fn accepts_unsure(pieces: &[Piece]) -> bool {
    let names = pieces.iter().filter_map(|piece| {
        let text = times::leading(&piece.paragraph.text).map_or(piece.paragraph.text.as_str(), |(_, rest)| rest);
        labels::split(text)
    });
    names.take(2).count() == 2
}

#[derive(Default)]
struct Composing {
    accepts_unsure: bool,
    paragraphs: Vec<Paragraph>,
    moments: Vec<Option<Moment>>,
    turns: Vec<Turn>,
    troubles: Vec<Trouble>,
    /// The name printed, and whether words of it have come.
    speaker: Option<String>,
    is_begun: bool,
    before_first: usize,
    unnamed: usize,
}

impl Composing {
    fn take(&mut self, mut piece: Piece) {
        self.take_time(&mut piece);
        if let Some(voice) = piece.voice.take() {
            let printed = labels::split(&piece.paragraph.text).map(|(label, _)| label.name.to_owned());
            match printed.filter(|_| voice.is_empty()) {
                Some(_) => {} // ">> NORWAY: words": the name is found below.
                None => self.begin_voice(voice, piece.moment),
            }
        }
        let text = piece.paragraph.text.as_str();
        let named = labels::split(text).filter(|(label, _)| label.is_sure || self.accepts_unsure);
        if let Some((label, rest)) = named {
            let (name, cut) = (label.name.to_owned(), text.len() - rest.len());
            self.begin(name, piece.moment);
            if cut == text.len() {
                return;
            }
            cut_off(&mut piece.paragraph, cut);
        } else if let Some(name) = self.name_alone(&piece) {
            self.begin(name, piece.moment);
            return;
        }
        self.say(piece);
    }

    /// A time printed before the words is the paragraph's.
    fn take_time(&mut self, piece: &mut Piece) {
        let Some((from_ms, rest)) = times::leading(&piece.paragraph.text) else { return };
        let cut = piece.paragraph.text.len() - rest.len();
        if self.moments.iter().rev().flatten().next().is_some_and(|last| from_ms < last.from_ms) {
            let place: String = piece.paragraph.text.chars().take(60).collect();
            let what = "The time printed here is before the one above it.";
            let remedy = "Compare with the recording.";
            self.troubles.push(super::trouble(place, what, remedy));
        }
        piece.moment = Some(Moment { from_ms, until_ms: None });
        cut_off(&mut piece.paragraph, cut);
    }

    /// A name on a line of its own: a heading, or a short line in a form that leaves no doubt.
    fn name_alone(&self, piece: &Piece) -> Option<String> {
        let label = labels::alone(&piece.paragraph.text)?;
        let is_heading = piece.paragraph.kind == ParagraphKind::Heading;
        let is_bare_line = labels::is_name_alone(&piece.paragraph.text);
        (is_heading && (label.is_sure || label.name.split_whitespace().count() <= 5) || is_bare_line)
            .then(|| label.name.to_owned())
    }

    fn begin_voice(&mut self, voice: String, moment: Option<Moment>) {
        if voice.is_empty() {
            self.unnamed += 1;
            if self.unnamed == 1 {
                let what = "A new speaker begins here whose name is not given; there may be more.";
                let remedy = "Say who it is when you confirm the statement.";
                let place = moment.map_or(String::new(), |m| clock(m.from_ms));
                self.troubles.push(super::trouble(place, what, remedy));
            }
        } else if self.speaker.as_deref() == Some(&voice) {
            return;
        }
        self.begin(voice, moment);
    }

    fn begin(&mut self, name: String, moment: Option<Moment>) {
        self.close();
        if !name.is_empty() {
            let heading = Paragraph { kind: ParagraphKind::Heading, level: 2, ..Paragraph::plain(tidy(&name)) };
            self.paragraphs.push(heading);
            self.moments.push(moment);
        }
        self.speaker = Some(tidy(&name));
        self.is_begun = false;
    }

    /// Words of whoever speaks.
    fn say(&mut self, piece: Piece) {
        let mut paragraph = piece.paragraph;
        paragraph.text = tidy_lines(&paragraph.text);
        if paragraph.text.is_empty() {
            return;
        }
        let at = self.paragraphs.len();
        match &self.speaker {
            None => self.before_first += usize::from(paragraph.kind != ParagraphKind::Heading),
            Some(speaker) => {
                paragraph.path = if speaker.is_empty() { Vec::new() } else { vec![speaker.clone()] };
                self.add_to_turn(at, piece.moment);
            }
        }
        self.paragraphs.push(paragraph);
        self.moments.push(piece.moment);
    }

    fn add_to_turn(&mut self, at: usize, moment: Option<Moment>) {
        if !self.is_begun {
            let speaker = self.speaker.clone().unwrap_or_default();
            let moment = moment.or_else(|| self.moments.last().copied().flatten().filter(|_| !speaker.is_empty()));
            let kind = plenum_model::statement::StatementKind::Statement; // Decided when all its words are there.
            self.turns.push(Turn { speaker, on_behalf: None, kind, first: at, last: at, moment });
            self.is_begun = true;
        }
        let turn = self.turns.last_mut().expect("a turn is begun above");
        turn.last = at;
        let until = moment.and_then(|moment| moment.until_ms);
        if let (Some(own), Some(until)) = (&mut turn.moment, until) {
            own.until_ms = Some(own.until_ms.map_or(until, |seen| seen.max(until)));
        }
    }

    /// Ends the turn that is open: for whom, and in what manner, is read from all its words.
    fn close(&mut self) {
        if let Some(turn) = self.turns.last_mut().filter(|_| self.is_begun) {
            let text: Vec<&str> = self.paragraphs[turn.first..=turn.last].iter().map(|p| p.text.as_str()).collect();
            let text = text.join(" ");
            let is_chair = labels::is_chair(&turn.speaker);
            turn.on_behalf = if is_chair { None } else { behalf::group(&turn.speaker, &text) };
            turn.kind = behalf::kind(is_chair, &turn.speaker, &text);
        } else if let Some(speaker) = self.speaker.as_deref().filter(|speaker| !speaker.is_empty()) {
            let what = "A speaker is named, but no words follow.";
            let remedy = "Compare with the transcript.";
            self.troubles.push(super::trouble(speaker, what, remedy));
        }
        self.is_begun = false;
        self.end_times();
    }

    /// Where only beginnings are printed, a turn ends when the next begins.
    fn end_times(&mut self) {
        let [.., before, last] = &mut self.turns[..] else { return };
        if let (Some(own), Some(next)) = (&mut before.moment, &last.moment)
            && own.until_ms.is_none()
            && next.from_ms >= own.from_ms
        {
            own.until_ms = Some(next.from_ms);
        }
    }
}

/// Takes the first bytes off a paragraph's words; what stood in them is gone, the rest keeps its place.
fn cut_off(paragraph: &mut Paragraph, cut: usize) {
    paragraph.text.drain(..cut);
    for note in &mut paragraph.footnotes {
        note.at = note.at.saturating_sub(cut);
    }
    if paragraph.kind == ParagraphKind::Heading {
        paragraph.kind = ParagraphKind::Paragraph;
        paragraph.level = 1;
    }
}

/// One line with single spaces, in NFC.
fn tidy(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let plain: String = text.chars().map(|c| if c.is_control() || c.is_whitespace() { ' ' } else { c }).collect();
    plain.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").nfc().collect()
}

/// The same; a text that another reader has made tidy, with notes in it or rows of a table, is left as it is.
fn tidy_lines(text: &str) -> String {
    let is_tidy = !text.contains("  ") && !text.chars().any(|c| c.is_control() && c != '\n') && text.trim() == text;
    if is_tidy && unicode_normalization::is_nfc(text) { text.to_owned() } else { tidy(text) }
}

fn clock(ms: u64) -> String {
    let seconds = ms / 1000;
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}
