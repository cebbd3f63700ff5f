//! Plain text: paragraphs by blank lines; a line that begins a turn begins a paragraph.

use super::{Gathered, Piece, labels, times};
use plenum_model::ParagraphKind;

const LONGEST_WRAP: usize = 120; // Programs that wrap text do so at 60 to 100 letters; longer lines are whole paragraphs.

/// Reads plain text.
pub(super) fn gather(text: &str) -> Gathered {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}', '\u{c}'], "\n");
    let is_wrapped = text.contains("\n\n") && !text.lines().any(|line| line.chars().count() > LONGEST_WRAP);
    let mut gathered = Gathered::default();
    let mut is_after_blank = true;
    for line in text.lines() {
        let line = unmarked(line.trim());
        if line.is_empty() {
            is_after_blank = true;
            continue;
        }
        let is_name = labels::is_name_alone(line);
        let begins =
            is_after_blank || !is_wrapped || is_name || times::leading(line).is_some() || labels::begins_turn(line);
        match gathered.pieces.last_mut().filter(|_| !begins) {
            Some(last) => {
                last.paragraph.text.push(' ');
                last.paragraph.text.push_str(line);
            }
            None => gathered.pieces.push(Piece::of(line)),
        }
        is_after_blank = is_name; // What stands under a name is a paragraph of its own.
    }
    take_title(&mut gathered);
    gathered
}

/// Marks of Markdown around a line: `## France`, `**France:** words`.
fn unmarked(line: &str) -> &str {
    let line = line.trim_start_matches('#').trim_start();
    line.strip_prefix("**").or_else(|| line.strip_prefix("__")).unwrap_or(line)
}

/// A first line that is short and names no speaker is the title.
fn take_title(gathered: &mut Gathered) {
    let Some(first) = gathered.pieces.first_mut() else { return };
    let text = &first.paragraph.text;
    let is_short = text.chars().count() <= LONGEST_WRAP && !text.ends_with(['.', '?', '!', '。', '؟']);
    if is_short && !labels::begins_turn(text) && times::leading(text).is_none() && labels::alone(text).is_none() {
        gathered.title.clone_from(text);
        first.paragraph.kind = ParagraphKind::Heading;
    }
}
