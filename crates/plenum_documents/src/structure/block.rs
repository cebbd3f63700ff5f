//! Blocks: what every front end (DOCX, PDF, HTML, text) hands over to be numbered.

/// One block of a document in reading order: a paragraph, a heading, a row of a table, a note.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Block {
    /// The words as printed, with the number if it is part of them. Spaces and line ends of any kind; they are tidied,
    /// and the text brought to NFC, by [`super::number`]. In a row of a table the cells are parted by ` | `.
    pub text: String,
    /// The page it starts on, from 1, where known.
    pub page: Option<u32>,
    /// The list label that the format computes and does not keep in the words: `12.`, `(a)`, `•`. `None`: look in the words.
    pub label: Option<String>,
    /// What it is, as far as the front end knows.
    pub role: Role,
    /// How it looks.
    pub look: Look,
    /// Marks of footnotes standing in the words, in order.
    pub marks: Vec<Mark>,
}

/// What a block is, as far as the format says.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Role {
    /// Running text, or not known: its number and its look decide.
    #[default]
    Body,
    /// A heading by its style or tag, of this level from 1 (outermost) to 9.
    Heading(u8),
    /// An item of a list. With a number or letter it is a numbered paragraph, else an unnumbered item.
    Item,
    /// A row of a table. Rows that follow each other with the same count are one table.
    Row {
        /// Which table of the document, from 0.
        table: u32,
    },
    /// A footnote or endnote; it goes to the nearest open [`Mark`] of the same sign.
    Note {
        /// The mark as printed: `1`, `*`.
        mark: String,
    },
    /// Furniture of the first page: series, session, agenda item, date, original language.
    Front,
    /// A quotation set apart.
    Quote,
    /// Running text known to bear no number even if it begins like one.
    Unnumbered,
}

/// How a block looks: hints, never proofs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// All of its letters are bold.
    pub is_bold: bool,
    /// All of its letters are italic.
    pub is_italic: bool,
    /// Set in the middle of the line.
    pub is_centred: bool,
    /// The letters' size over that of the document's running text; 1 if unknown.
    pub size: f32,
    /// Where its words begin, in points from the left edge of the text column (from the right edge in texts written from
    /// the right); `None` if unknown.
    pub indent_pt: Option<f32>,
}

impl Default for Look {
    fn default() -> Self {
        Self { is_bold: false, is_italic: false, is_centred: false, size: 1.0, indent_pt: None }
    }
}

/// A footnote's mark in a block's words. The words themselves do not hold it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// As printed: `1`, `*`.
    pub mark: String,
    /// Where it stands: byte offset in [`Block::text`], on a character border.
    pub at: usize,
}

impl Block {
    /// A block of which only the words are known.
    pub fn of(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}
