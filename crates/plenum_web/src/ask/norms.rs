//! Numbered norms, measures and principles: what they ask, and by what questions call them in six languages.
//!
//! Such a name is made of its number, so no pack needs to list it.

use super::entries::Entry;
use super::knowledge::{Gathered, address_of};
use plenum_answers::{Aspect, SubjectKind};
use plenum_model::DocumentFacts;
use plenum_model::process::Norm;

/// What a numbered thing is called before its number: English, French, Spanish, Russian, Chinese, Arabic.
const NORM: [&str; 13] = [
    "norm",
    "norms",
    "rule",
    "norme",
    "norma",
    "норма",
    "规范",
    "准则",
    "القاعدة",
    "قاعدة",
    "المعيار",
    "معيار",
    "القاعدة الفرعية",
];
const MEASURE: [&str; 22] = [
    "CBM",
    "measure",
    "confidence-building measure",
    "confidence building measure",
    "MDC",
    "mesure",
    "mesure de confiance",
    "MFC",
    "medida",
    "medida de fomento de la confianza",
    "МД",
    "мера доверия",
    "мера укрепления доверия",
    "建立信任措施",
    "信任措施",
    "措施",
    "تدبير بناء الثقة",
    "التدبير",
    "تدبير",
    "إجراء بناء الثقة",
    "تدابير بناء الثقة",
    "global CBM",
];
const PRINCIPLE: [&str; 7] = ["principle", "principe", "principio", "принцип", "原则", "المبدأ", "مبدأ"];
/// Ordinals from first to tenth: before a name in the languages of Europe, after it in Arabic.
const ENGLISH: [&str; 10] =
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const FRENCH: [&str; 10] = [
    "première",
    "deuxième",
    "troisième",
    "quatrième",
    "cinquième",
    "sixième",
    "septième",
    "huitième",
    "neuvième",
    "dixième",
];
const SPANISH: [&str; 10] =
    ["primera", "segunda", "tercera", "cuarta", "quinta", "sexta", "séptima", "octava", "novena", "décima"];
const RUSSIAN: [&str; 10] =
    ["первая", "вторая", "третья", "четвёртая", "пятая", "шестая", "седьмая", "восьмая", "девятая", "десятая"];
const CHINESE: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
const ARABIC: [&str; 10] =
    ["الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"];

impl Gathered {
    /// Adds a norm; the title and the year of the document that holds it are of its entry.
    pub(super) fn norm(&mut self, norm: &Norm, document: Option<&DocumentFacts>) {
        let key = format!("{} {}", norm.symbol, norm.key);
        let called = if norm.key.starts_with(|c: char| c.is_ascii_digit()) {
            format!("{} {}", norm.set, norm.key)
        } else {
            norm.key.clone()
        };
        let year = document.and_then(|facts| facts.date).map(|date| date.year());
        let at = self.subject(&key, SubjectKind::Term, &called, None, year.map(|year| (year, year)));
        self.called(at, names(&norm.set, &norm.key));
        let mut entry = Entry::default();
        entry.line(&format!("{} ({})", called, norm.symbol)).fact(Aspect::Meaning, "", &norm.label);
        let title = document.map(|facts| facts.title.as_str()).unwrap_or_default();
        let dated = year.map(|year| format!("{title} ({year})")).unwrap_or_else(|| title.to_owned());
        entry.line(&dated).line("A rule of responsible State behaviour");
        self.keep(entry, at, address_of(&norm.symbol), &norm.source);
    }
}

/// By what else a norm of that set and key is called: `norm k`, `règle`, `CBM 8`, `eighth measure`, `措施8`.
fn names(set: &str, key: &str) -> Vec<String> {
    let number: String =
        key.chars().rev().take_while(char::is_ascii_digit).collect::<Vec<_>>().into_iter().rev().collect();
    let (words, is_lettered): (&[&str], bool) = match set {
        "norm" => (&NORM, key.contains('(')),
        "measure" => (&MEASURE, false),
        _ => (&PRINCIPLE, false),
    };
    let mut names = Vec::new();
    if is_lettered {
        let letter = key.trim_end_matches(')').rsplit('(').next().unwrap_or_default();
        for word in words {
            names.extend([format!("{word} {key}"), format!("{word} ({letter})")]);
        }
        names.push(format!("paragraph {key}"));
    }
    let place = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1)).filter(|_| !is_lettered);
    let Some(place) = place else { return names };
    for word in words {
        names.push(format!("{word} {number}"));
        names.extend(counted(word, place));
    }
    names
}

/// A name with its ordinal, in its language.
fn counted(word: &str, place: usize) -> Vec<String> {
    let first = word.chars().next().unwrap_or(' ');
    let of = |ordinals: &[&'static str; 10]| ordinals.get(place).copied();
    match first {
        'а'..='я' | 'А'..='Я' => of(&RUSSIAN).map(|one| format!("{one} {word}")).into_iter().collect(),
        '\u{620}'..='\u{6ff}' => of(&ARABIC).into_iter().flat_map(|one| [format!("{word} {one}")]).collect(),
        '\u{4e00}'..='\u{9fff}' => of(&CHINESE)
            .into_iter()
            .flat_map(|one| ["项", "条", "个"].map(|unit| format!("第{one}{unit}{word}")))
            .collect(),
        _ => [&ENGLISH, &FRENCH, &SPANISH].into_iter().filter_map(of).map(|one| format!("{one} {word}")).collect(),
    }
}
