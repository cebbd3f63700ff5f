//! What is known of a document besides its words.

use crate::{PartialDate, Symbol};

/// What weight a text has; always visible, and used in ranking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// Adopted by a body: a resolution, a decision, a consensus report, a treaty.
    Adopted,
    /// A Chair's or co-facilitators' text: a draft on the table, a summary in their own responsibility.
    Chair,
    /// An official paper that nobody adopted: a Secretary-General's report, a budget, a note.
    Official,
    /// An actor's own words.
    Statement,
    /// What others wrote about it: a newsletter, an analysis, a process page.
    Commentary,
    /// Made by a machine and confirmed by nobody.
    Machine,
}

impl Standing {
    /// Every standing, the weightiest first.
    pub const ALL: [Self; 6] =
        [Self::Adopted, Self::Chair, Self::Official, Self::Statement, Self::Commentary, Self::Machine];

    /// The word used in addresses, JSON, packs and the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Adopted => "adopted",
            Self::Chair => "chair",
            Self::Official => "official",
            Self::Statement => "statement",
            Self::Commentary => "commentary",
            Self::Machine => "machine",
        }
    }
    /// The standing of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.as_str() == word)
    }
}

/// What sort of paper it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DocumentKind {
    /// A resolution or decision.
    Resolution,
    /// A report of a body or of the Secretary-General.
    Report,
    /// A treaty or its draft.
    Treaty,
    /// A negotiating draft.
    Draft,
    /// An actor's words in a meeting.
    Statement,
    /// A working paper, note, submission.
    Paper,
    /// A page, article, newsletter about a process.
    Article,
}

impl DocumentKind {
    /// Every kind.
    pub const ALL: [Self; 7] =
        [Self::Resolution, Self::Report, Self::Treaty, Self::Draft, Self::Statement, Self::Paper, Self::Article];

    /// The word used in addresses, JSON, packs and the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Resolution => "resolution",
            Self::Report => "report",
            Self::Treaty => "treaty",
            Self::Draft => "draft",
            Self::Statement => "statement",
            Self::Paper => "paper",
            Self::Article => "article",
        }
    }
    /// The kind of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.as_str() == word)
    }
    /// The standing that a document of this kind has until somebody says otherwise.
    ///
    /// Never [`Standing::Adopted`] for a text whose adoption the symbol does not show.
    pub fn usual_standing(self) -> Standing {
        match self {
            Self::Resolution => Standing::Adopted,
            Self::Report | Self::Paper | Self::Treaty => Standing::Official,
            Self::Draft => Standing::Chair,
            Self::Statement => Standing::Statement,
            Self::Article => Standing::Commentary,
        }
    }
}

/// What is known of a document besides its words: given by a pack, by the importer's flags, or by the reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentFacts {
    /// Its symbol, or the house symbol it was given.
    pub symbol: Symbol,
    /// Its title, one line.
    pub title: String,
    /// What sort of paper it is.
    pub kind: DocumentKind,
    /// What weight it has.
    pub standing: Standing,
    /// Who issued it, in words.
    pub issuer: Option<String>,
    /// The process it belongs to, by slug.
    pub process: Option<String>,
    /// The session or meeting it was issued for or spoken in, in words.
    pub meeting: Option<String>,
    /// Whose words it holds, by actor slug (a State's is its ISO 3166 alpha-3 code in lower case).
    pub actor: Option<String>,
    /// When it was issued, adopted or spoken.
    pub date: Option<PartialDate>,
    /// The family: the documents that are versions of one text share this word. `None`: alone.
    pub family: Option<String>,
    /// Where it was got, an address.
    pub source: Option<String>,
}

impl DocumentFacts {
    /// Facts of a document of which only symbol and title are known, with what its symbol tells.
    pub fn from_symbol(symbol: Symbol, title: impl Into<String>) -> Self {
        let kind = kind_of_symbol(&symbol);
        let standing = usual_standing(&symbol, kind);
        Self {
            symbol,
            title: title.into(),
            kind,
            standing,
            issuer: None,
            process: None,
            meeting: None,
            actor: None,
            date: None,
            family: None,
            source: None,
        }
    }
}

/// The standing that a document has until somebody says otherwise.
///
/// Only a United Nations symbol shows that a paper is official; one without is somebody's words about the matter.
pub fn usual_standing(symbol: &Symbol, kind: DocumentKind) -> Standing {
    match kind {
        DocumentKind::Statement => Standing::Statement,
        _ if symbol.is_united_nations() => kind.usual_standing(),
        _ => Standing::Commentary,
    }
}

/// The kind that a symbol's series shows: `/RES/` a resolution, `/L.` and `/CRP.` drafts, other United Nations papers reports.
pub fn kind_of_symbol(symbol: &Symbol) -> DocumentKind {
    let key = symbol.key();
    let has_part = |start: &str| key.split('/').any(|part| part.starts_with(start));
    if key.contains("/RES/") || key.contains("/DEC/") {
        DocumentKind::Resolution
    } else if has_part("L.") || has_part("CRP.") {
        DocumentKind::Draft
    } else if has_part("WP.") || has_part("INF") || !symbol.is_united_nations() {
        DocumentKind::Paper
    } else {
        DocumentKind::Report
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_tells_the_kind() {
        let kind = |text: &str| kind_of_symbol(&Symbol::parse(text).expect(text));
        assert_eq!(kind("A/RES/79/1"), DocumentKind::Resolution);
        assert_eq!(kind("A/80/L.41"), DocumentKind::Draft);
        assert_eq!(kind("A/AC.292/2025/CRP.1"), DocumentKind::Draft);
        assert_eq!(kind("A/80/257"), DocumentKind::Report);
        assert_eq!(kind("seed-1"), DocumentKind::Paper);
    }

    #[test]
    fn nothing_but_a_resolution_is_adopted_by_its_symbol() {
        for kind in DocumentKind::ALL {
            assert_eq!(kind.usual_standing() == Standing::Adopted, kind == DocumentKind::Resolution, "{kind:?}");
        }
    }

    #[test]
    fn a_paper_without_a_symbol_is_not_called_official() {
        let standing = |text: &str| DocumentFacts::from_symbol(Symbol::parse(text).expect(text), "T").standing;
        assert_eq!(standing("doc/newsletter"), Standing::Commentary);
        assert_eq!(standing("A/80/257"), Standing::Official);
        let statement = usual_standing(&Symbol::parse("lights/2/NOR").expect("a symbol"), DocumentKind::Statement);
        assert_eq!(statement, Standing::Statement);
    }

    #[test]
    fn every_word_is_read_back() {
        for standing in Standing::ALL {
            assert_eq!(Standing::parse(standing.as_str()), Some(standing));
        }
        for kind in DocumentKind::ALL {
            assert_eq!(DocumentKind::parse(kind.as_str()), Some(kind));
        }
    }
}
