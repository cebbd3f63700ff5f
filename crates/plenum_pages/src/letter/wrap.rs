//! Plain text in lines of 72 columns, as mail programs have shown it since there were terminals.

pub(super) const INDENT: &str = "    ";
const COLUMNS: usize = 72;

/// The text in lines, each after so many columns; its own line ends stay.
pub(super) fn wrapped(text: &str, indent: usize) -> String {
    let room = COLUMNS - indent;
    let lines: Vec<String> = text.lines().flat_map(|line| lines_of(line, room)).collect();
    lines.join("\n")
}

/// The same, moved in.
pub(super) fn indented(text: &str) -> String {
    let lines = wrapped(text, INDENT.len());
    lines.lines().map(|line| format!("{INDENT}{line}").trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

/// How many columns a text takes: Chinese letters take two each.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

fn columns(letter: char) -> usize {
    match letter as u32 {
        // Marks above and below letters, and those that part directions, take none.
        0x0300..=0x036f | 0x0610..=0x061a | 0x064b..=0x065f | 0x200b..=0x200f | 0x202a..=0x202e | 0x2066..=0x2069 => 0,
        0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe6f => 2,
        0xff00..=0xff60 | 0xffe0..=0xffe6 | 0x20000..=0x3fffd => 2,
        _ => 1,
    }
}

/// Whether a line may end after this letter although no space follows.
fn may_end_after(letter: char) -> bool {
    columns(letter) == 2
}

fn lines_of(line: &str, room: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut now, mut used) = (String::new(), 0);
    for word in pieces(line) {
        let own = width(word.trim_end());
        if used > 0 && used + own > room {
            lines.push(now.trim_end().to_owned());
            (now, used) = (String::new(), 0);
        }
        now.push_str(word);
        used += width(word);
    }
    lines.push(now.trim_end().to_owned());
    lines
}

/// Words with the spaces after them; each Chinese letter by itself. A word longer than a line stays whole: it is a link.
fn pieces(line: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut from, mut is_space) = (0, false);
    for (at, letter) in line.char_indices() {
        if is_space && letter != ' ' && at > from {
            pieces.push(&line[from..at]);
            from = at;
        }
        is_space = letter == ' ';
        if may_end_after(letter) {
            let end = at + letter.len_utf8();
            let closes =
                line[end..].chars().next().is_some_and(|next| "，。、；：？！）」』》".contains(next) || next == ' ');
            if !closes {
                pieces.push(&line[from..end]);
                from = end;
            }
        }
    }
    if from < line.len() {
        pieces.push(&line[from..]);
    }
    pieces
}
