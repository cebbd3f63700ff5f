//! Document symbols: `A/80/257`, `A/RES/79/1`, `A/AC.292/2025/CRP.1`, and house symbols for papers that bear none.

use std::fmt;

/// The symbol that identifies a document, in its canonical spelling.
///
/// One or more parts joined by `/`. Letters, digits and `.-()_+*` in each part. Compared without regard to case by
/// [`Symbol::key`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Symbol(String);

/// Why a text is not a symbol.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotASymbol {
    /// Nothing is left once spaces are taken away.
    #[error("the symbol is empty")]
    Empty,
    /// Longer than 120 bytes.
    #[error("the symbol is longer than 120 letters")]
    TooLong,
    /// Holds a letter that no symbol holds, or an empty part.
    #[error("\"{0}\" is not a symbol: write it as printed, such as A/80/257")]
    Shape(String),
}

const MAX_BYTES: usize = 120; // The longest seen, "A/CONF.231/2018/…" with its additions, has under 60.

impl Symbol {
    /// Parses a symbol: spaces inside it go, a footnote star at its end goes, letters keep their case.
    pub fn parse(text: &str) -> Result<Self, NotASymbol> {
        let packed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let unstarred = packed.trim_end_matches(['*', ',', ';']);
        let symbol = unstarred.strip_suffix('.').unwrap_or(unstarred);
        if symbol.is_empty() {
            return Err(NotASymbol::Empty);
        }
        if symbol.len() > MAX_BYTES {
            return Err(NotASymbol::TooLong);
        }
        let part_fits = |part: &str| {
            !part.is_empty()
                && part.chars().all(|c| c.is_ascii_alphanumeric() || ".-()_+".contains(c))
                && part.chars().any(|c| c.is_ascii_alphanumeric())
        };
        // "p" parts an address from its paragraph, so it can be no part of a symbol (see `address`).
        if symbol.split('/').all(|part| part_fits(part) && part != "p") {
            Ok(Self(symbol.to_owned()))
        } else {
            Err(NotASymbol::Shape(symbol.chars().take(60).collect()))
        }
    }

    /// The symbol as printed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// The spelling by which two symbols are the same: upper case.
    pub fn key(&self) -> String {
        self.0.to_ascii_uppercase()
    }
    /// Whether it has the shape of a United Nations symbol: a known series letter, then `/`.
    pub fn is_united_nations(&self) -> bool {
        let series = self.0.split('/').next().unwrap_or_default();
        self.0.contains('/')
            && matches!(
                series,
                "A" | "S"
                    | "E"
                    | "T"
                    | "ST"
                    | "CD"
                    | "CCPR"
                    | "CERD"
                    | "CEDAW"
                    | "CRC"
                    | "CAT"
                    | "DP"
                    | "TD"
                    | "FCCC"
                    | "UNEP"
                    | "IDB"
                    | "GC"
                    | "CBD"
                    | "LOS"
                    | "HRI"
                    | "NPT"
                    | "CTOC"
                    | "CAC"
                    | "ISBA"
                    | "SPLOS"
            )
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_are_kept_as_printed() {
        for text in [
            "A/80/257",
            "A/RES/79/1",
            "A/AC.292/2025/CRP.1",
            "A/C.1/72/PV.19",
            "A/81/6(Sect.5)",
            "S/RES/2100(2013)",
            "UNGDC/FRA/70",
        ] {
            assert_eq!(Symbol::parse(text).map(|s| s.to_string()), Ok(text.to_owned()));
        }
        assert_eq!(Symbol::parse("A/81/6 (Sect. 5)").map(|s| s.to_string()), Ok("A/81/6(Sect.5)".to_owned()));
        assert_eq!(Symbol::parse("A/68/98*").map(|s| s.to_string()), Ok("A/68/98".to_owned()));
    }

    #[test]
    fn what_could_break_an_address_is_no_symbol() {
        for text in ["", "/", "A//1", "A/p/1", "../etc", "A/..", "A/80?x", "A/<b>", "A/80#1"] {
            assert!(Symbol::parse(text).is_err(), "{text}");
        }
    }
}
