//! What the reader of a file can stumble over: each with a key for the word lists and a sentence in English for programs.

use crate::Trouble;

/// Something in a file that could not be read with certainty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// A film, sound, frame or other object of a page that is no text.
    Outsider {
        /// Which.
        kind: Outsider,
        /// The host that it comes from; empty if it is not said.
        from: String,
        /// The words before it.
        near: String,
    },
    /// So many pictures of a page were left out.
    Pictures(u64),
    /// So many pictures were left out, and the words that describe them were kept.
    DescribedPictures(u64),
    /// So many words of menus and forms around a page's text were left out.
    Furniture(u64),
    /// An entry of a list of posts, counted from 1, is no post.
    NotAPost(u64),
    /// A post is behind a password.
    LockedPost,
    /// A number follows a greater one.
    Backwards {
        /// The number.
        number: String,
        /// The one before it.
        previous: String,
    },
    /// A number follows one that it should not follow at once.
    Missing {
        /// The number.
        number: String,
        /// The one before it.
        previous: String,
    },
    /// So many pictures of a Word file are not read.
    WordPictures(u64),
    /// So many charts and diagrams are not read.
    Charts(u64),
    /// So many letters of hidden text were left out.
    HiddenLetters(u64),
    /// So many documents within the document were left out.
    Embedded(u64),
    /// So many marks of footnotes have no footnote.
    LostNotes(u64),
    /// A mark refers to a note that is not in the file.
    LostNote,
    /// Only the first so many pages were read.
    TooManyPages(u64),
    /// Part of a page is damaged or packed in an unknown way.
    DamagedPage,
    /// A page draws more than a page can honestly draw.
    Overdrawn,
    /// Drawings are nested too deeply.
    NestedDrawings,
    /// A page has more text than a page can honestly have.
    Overfull,
    /// So many letters are drawn in a font that does not say which they are.
    NamelessLetters(u64),
    /// A page is a picture without text.
    PictureOfAPage,
    /// In so many cells of a table a line of its own was joined, or a bar (`|`) was written as `¦`.
    ChangedCells(u64),
}

/// What stands in a page and is no text of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outsider {
    /// A film.
    Film,
    /// A sound.
    Sound,
    /// A frame that shows another page.
    Frame,
    /// Anything else.
    Object,
}

impl Oddity {
    /// The trouble that it makes at a place (the nearest number, part or words, in English where it is not the document's).
    pub fn at(&self, page: Option<u32>, place: impl Into<String>) -> Trouble {
        Trouble {
            page,
            place: place.into(),
            what: self.what(),
            remedy: self.remedy().to_owned(),
            key: self.key().to_owned(),
            arguments: self.arguments().into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        }
    }

    /// Its key in the word lists; kept in databases, so it is never changed.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Outsider { kind: Outsider::Film, .. } => "trouble-film",
            Self::Outsider { kind: Outsider::Sound, .. } => "trouble-sound",
            Self::Outsider { kind: Outsider::Frame, .. } => "trouble-frame",
            Self::Outsider { kind: Outsider::Object, .. } => "trouble-object",
            Self::Pictures(_) => "trouble-pictures",
            Self::DescribedPictures(_) => "trouble-described-pictures",
            Self::Furniture(_) => "trouble-furniture",
            Self::NotAPost(_) => "trouble-not-a-post",
            Self::LockedPost => "trouble-locked-post",
            Self::Backwards { .. } => "trouble-backwards",
            Self::Missing { .. } => "trouble-missing",
            Self::WordPictures(_) => "trouble-word-pictures",
            Self::Charts(_) => "trouble-charts",
            Self::HiddenLetters(_) => "trouble-hidden-letters",
            Self::Embedded(_) => "trouble-embedded",
            Self::LostNotes(_) => "trouble-lost-notes",
            Self::LostNote => "trouble-lost-note",
            Self::TooManyPages(_) => "trouble-too-many-pages",
            Self::DamagedPage => "trouble-damaged-page",
            Self::Overdrawn => "trouble-overdrawn",
            Self::NestedDrawings => "trouble-nested-drawings",
            Self::Overfull => "trouble-overfull",
            Self::NamelessLetters(_) => "trouble-nameless-letters",
            Self::PictureOfAPage => "trouble-picture-of-a-page",
            Self::ChangedCells(_) => "trouble-changed-cells",
        }
    }

    /// What the sentence of its key needs: `n` a number, all others words.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Outsider { from, near, .. } => vec![("from", from.clone()), ("near", near.clone())],
            Self::Backwards { number, previous } | Self::Missing { number, previous } => {
                vec![("number", number.clone()), ("previous", previous.clone())]
            }
            Self::Pictures(n)
            | Self::DescribedPictures(n)
            | Self::Furniture(n)
            | Self::NotAPost(n)
            | Self::WordPictures(n)
            | Self::Charts(n)
            | Self::HiddenLetters(n)
            | Self::Embedded(n)
            | Self::LostNotes(n)
            | Self::TooManyPages(n)
            | Self::NamelessLetters(n)
            | Self::ChangedCells(n) => vec![("n", n.to_string())],
            _ => Vec::new(),
        }
    }

    /// What happened, one English sentence.
    pub fn what(&self) -> String {
        match self {
            Self::Outsider { kind, from, .. } => {
                let from = if from.is_empty() { String::new() } else { format!(" from {from}") };
                format!("{}{from} is not part of the text.", kind.in_english())
            }
            Self::Pictures(n) => format!("Pictures were left out: {n}."),
            Self::DescribedPictures(n) => {
                format!("Pictures were left out: {n}; the words that describe them are kept.")
            }
            Self::Furniture(n) => format!("{n} words of menus, forms and other furniture of the page were left out."),
            Self::NotAPost(n) => format!("Entry {n} of the list is no post with words in it and was left out."),
            Self::LockedPost => "The post is behind a password, so its words are not in the file.".into(),
            Self::Backwards { number, previous } => format!("Numbering goes backwards: {number} follows {previous}."),
            Self::Missing { number, previous } => format!("Numbers are missing: {number} follows {previous}."),
            Self::WordPictures(n) => format!("Pictures that are not read: {n}."),
            Self::Charts(n) => format!("Charts and diagrams that are not read: {n}."),
            Self::HiddenLetters(n) => format!("Letters of hidden text left out: {n}."),
            Self::Embedded(n) => format!("Embedded documents left out: {n}."),
            Self::LostNotes(n) => format!("Footnote marks without a footnote: {n}."),
            Self::LostNote => "A mark refers to a note that the file does not hold.".into(),
            Self::TooManyPages(n) => format!("Only the first {n} pages were read."),
            Self::DamagedPage => "Part of the page is damaged or packed in an unknown way.".into(),
            Self::Overdrawn => "The page draws more than a page can honestly draw; the rest was left out.".into(),
            Self::NestedDrawings => {
                "Drawings are nested in one another too deeply; the innermost were left out.".into()
            }
            Self::Overfull => {
                "The page has more text than a page can honestly have; the rest of it was left out.".into()
            }
            Self::NamelessLetters(n) => {
                format!("{n} letters are drawn in a font that does not say which letters they are.")
            }
            Self::PictureOfAPage => "The page is a picture without text.".into(),
            Self::ChangedCells(n) => format!("Cells whose lines were joined or whose bars (|) were replaced: {n}."),
        }
    }

    /// What to do about it, one English sentence.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Outsider { .. } => "Open the original page to see it.",
            Self::Pictures(_) => "Open the original page to see them.",
            Self::DescribedPictures(_) => "Open the original to see them.",
            Self::Furniture(_) => "Compare with the page if something is missing.",
            Self::NotAPost(_) => "Look at that entry in the file.",
            Self::LockedPost => "Get the file again while signed in.",
            Self::Backwards { .. } | Self::Missing { .. } => {
                "Check the original: a paragraph may be missing, or an annex begins here."
            }
            Self::WordPictures(_) => "Look at the original if words matter that stand in a picture.",
            Self::Charts(_) => "Look at the original for their figures.",
            Self::HiddenLetters(_) => "Unhide the text in Word if it belongs.",
            Self::Embedded(_) => "Copy their text into the document itself.",
            Self::LostNotes(_) => "Check the notes in the original.",
            Self::LostNote => "Look for the note in the original.",
            Self::TooManyPages(_) => "Split the file.",
            Self::DamagedPage | Self::Overdrawn | Self::NestedDrawings | Self::Overfull => {
                "Compare the page with the original; print it to a new PDF and send that."
            }
            Self::NamelessLetters(_) => "Compare the page with the original, or send the document as DOCX or HTML.",
            Self::PictureOfAPage => "Run text recognition (OCR) over the file and send the result.",
            Self::ChangedCells(_) => "Compare with the file where a cell's own lines matter.",
        }
    }
}

impl Outsider {
    fn in_english(self) -> &'static str {
        match self {
            Self::Film => "A film",
            Self::Sound => "A sound",
            Self::Frame => "A frame that shows another page",
            Self::Object => "An embedded object",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trouble_says_in_english_what_its_key_says_in_any_language() {
        let near = "the beginning".to_owned();
        let oddity = Oddity::Outsider { kind: Outsider::Film, from: "example.org".into(), near: near.clone() };
        let trouble = oddity.at(Some(3), "12");
        assert_eq!(trouble.what, "A film from example.org is not part of the text.");
        assert_eq!(trouble.key, "trouble-film");
        assert_eq!(trouble.arguments, [("from".into(), "example.org".into()), ("near".to_owned(), near)]);
        assert_eq!(Oddity::Charts(2).at(None, "").arguments, [("n".to_owned(), "2".to_owned())]);
    }
}
