//! Stems: what a word has in common with its inflections.

use super::{Script, arabic, fold};
use frostem::{Algorithm, Stemmer};

/// The stemmers of the six languages (Chinese has none).
#[derive(Clone)]
pub(crate) struct Stemmers {
    english: Stemmer,
    spanish: Stemmer,
    french: Stemmer,
    russian: Stemmer,
}

impl Default for Stemmers {
    fn default() -> Self {
        Self {
            english: Stemmer::new(Algorithm::English),
            spanish: Stemmer::new(Algorithm::Spanish),
            french: Stemmer::new(Algorithm::French),
            russian: Stemmer::new(Algorithm::Russian),
        }
    }
}

impl Stemmers {
    /// Appends the stem of `word`, folded. Latin words of a language without a stemmer here are stemmed as English.
    pub(crate) fn stem(&self, language: &str, script: Script, word: &str, out: &mut String) {
        match script {
            Script::Latin => self.latin(language, word, out),
            Script::Cyrillic => {
                let mut folded = String::with_capacity(word.len());
                fold::cyrillic(word, &mut folded);
                out.push_str(&self.russian.stem(&folded));
            }
            Script::Arabic => {
                let mut folded = String::with_capacity(word.len());
                arabic::fold(word, &mut folded);
                out.push_str(arabic::light_stem(&folded));
            }
            Script::Han | Script::Number | Script::Other => fold::exact(script, word, out),
        }
    }

    fn latin(&self, language: &str, word: &str, out: &mut String) {
        let mut lower = String::with_capacity(word.len());
        fold::lower(word, &mut lower);
        let stemmer = match language.split('-').next() {
            Some("es") => {
                accent_ending(&mut lower);
                &self.spanish
            }
            Some("fr") => &self.french,
            _ => &self.english,
        };
        let stem = stemmer.stem(&lower);
        if stem.is_ascii() { out.push_str(&stem) } else { fold::latin(&stem, out) }
    }
}

/// Writes the accent that typing leaves out (`negociacion`), which the Spanish stemmer needs to see the ending.
fn accent_ending(lower: &mut String) {
    if ["cion", "sion"].iter().any(|ending| lower.len() > 6 && lower.ends_with(ending)) {
        lower.truncate(lower.len() - 2);
        lower.push_str("ón");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(language: &str, script: Script, words: &[&str]) {
        let stems: Vec<String> = words
            .iter()
            .map(|word| {
                let mut stem = String::new();
                Stemmers::default().stem(language, script, word, &mut stem);
                stem
            })
            .collect();
        assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{words:?} → {stems:?}");
    }

    #[test]
    fn inflections_share_a_stem() {
        check("en", Script::Latin, &["negotiation", "Negotiations", "negotiated"]);
        check("es", Script::Latin, &["negociación", "negociaciones", "NEGOCIACION"]);
        check("fr", Script::Latin, &["négociation", "négociations"]);
        check("ru", Script::Cyrillic, &["переговоры", "переговоров", "Переговорам"]);
        check("ar", Script::Arabic, &["الاتفاقيات", "اتفاقية", "والاتفاقية"]);
    }
}
