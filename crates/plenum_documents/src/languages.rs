//! In which language a text is: the six of the United Nations by script and common words, others by trigrams.

use plenum_model::{Language, Paragraph};

const SAMPLE_CHARS: usize = 24_000; // Some ten pages; longer texts are sampled at three places.

/// Guesses the language of a text.
///
/// In: any text. Out: a two-letter tag, or [`Language::unknown`] where nothing tells (a number, a few Latin letters).
pub fn guess(text: &str) -> Language {
    let sample = sample(text);
    let tag = match Scripts::of(&sample).commonest() {
        Script::None => None,
        Script::Han => Some("zh"),
        Script::Kana => Some("ja"),
        Script::Hangul => Some("ko"),
        Script::Arabic => Some(of_arabic_letters(&sample)),
        Script::Cyrillic => Some(of_cyrillic_letters(&sample)),
        Script::Latin => of_latin_letters(&sample),
        Script::Other => by_trigrams(&sample),
    };
    tag.and_then(|tag| Language::parse(tag).ok()).unwrap_or_else(Language::unknown)
}

/// The language of most of the paragraphs' words.
pub fn guess_of(paragraphs: &[Paragraph]) -> Language {
    let mut words = String::new();
    for paragraph in paragraphs {
        words.push_str(&paragraph.text);
        words.push('\n');
    }
    guess(&words)
}

/// The language that a tag of a file names (`en-US`, `zh-Hans`, `arb`), brought to the tags used here; `None` if it names none.
pub fn from_tag(tag: &str) -> Option<Language> {
    let first = tag.trim().split(['-', '_']).next()?.to_ascii_lowercase();
    let short = match first.as_str() {
        "arb" => "ar",
        "esp" => "es", // Not a code of any standard, but met in Akoma Ntoso files.
        "fre" => "fr",
        "chi" | "cmn" => "zh",
        "ger" => "de",
        "und" | "mul" | "zxx" | "" => return None,
        three if three.len() == 3 => two_letters(three).unwrap_or(three),
        other => other,
    };
    Language::parse(short).ok()
}

/// The three-letter code of a language, for formats that want one.
pub(crate) fn three_letters(language: &Language) -> &str {
    let tag = language.as_str().split('-').next().unwrap_or("und");
    match tag {
        "ar" => "ara",
        "zh" => "zho",
        "fa" => "fas",
        three if three.len() == 3 => three,
        two => CODES.iter().find(|(_, short)| *short == two).map_or("und", |(three, _)| three),
    }
}

/// The beginning, the middle and the end, so that an English cover does not decide for a Russian report.
fn sample(text: &str) -> String {
    let count = text.chars().count();
    if count <= SAMPLE_CHARS {
        return text.to_owned();
    }
    let third = SAMPLE_CHARS / 3;
    let slice = |from: usize| text.chars().skip(from).take(third);
    slice(0).chain(slice(count / 2)).chain(slice(count - third)).collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    None,
    Han,
    Kana,
    Hangul,
    Arabic,
    Cyrillic,
    Latin,
    Other,
}

/// Letters counted by script.
#[derive(Default)]
struct Scripts {
    han: usize,
    kana: usize,
    hangul: usize,
    arabic: usize,
    cyrillic: usize,
    latin: usize,
    other: usize,
}

impl Scripts {
    fn of(text: &str) -> Self {
        let mut counts = Self::default();
        for c in text.chars().filter(|c| c.is_alphabetic()) {
            let count = match c as u32 {
                0x41..=0x24f | 0x1e00..=0x1eff => &mut counts.latin,
                0x400..=0x52f => &mut counts.cyrillic,
                0x600..=0x6ff | 0x750..=0x77f | 0xfb50..=0xfdff | 0xfe70..=0xfeff => &mut counts.arabic,
                0x3040..=0x30ff => &mut counts.kana,
                0x3400..=0x9fff | 0xf900..=0xfaff | 0x2_0000..=0x3_ffff => &mut counts.han,
                0x1100..=0x11ff | 0xac00..=0xd7af => &mut counts.hangul,
                _ => &mut counts.other,
            };
            *count += 1;
        }
        counts
    }

    fn commonest(&self) -> Script {
        // A Han letter says as much as three of an alphabet; names and symbols stay Latin within Chinese text.
        let counts = [
            (self.latin, Script::Latin),
            (self.cyrillic, Script::Cyrillic),
            (self.arabic, Script::Arabic),
            (self.hangul * 2, Script::Hangul),
            ((self.han + self.kana) * 3, if self.kana * 10 > self.han { Script::Kana } else { Script::Han }),
            (self.other, Script::Other),
        ];
        counts.into_iter().filter(|(n, _)| *n > 0).max_by_key(|(n, _)| *n).map_or(Script::None, |(_, script)| script)
    }
}

/// Arabic unless letters that Persian or Urdu alone have are common.
fn of_arabic_letters(text: &str) -> &'static str {
    let count = |letters: &str| text.chars().filter(|c| letters.contains(*c)).count();
    let all = text.chars().filter(|c| c.is_alphabetic()).count();
    if count("ٹڈڑےں") * 100 > all {
        "ur"
    } else if count("پچژگیک") * 50 > all && count("ةيك") * 2 < count("پچژگیک") {
        "fa"
    } else {
        "ar"
    }
}

/// Russian unless letters of its neighbours appear, or trigrams are sure of another language.
fn of_cyrillic_letters(text: &str) -> &'static str {
    let count = |letters: &str| text.chars().filter(|c| letters.contains(*c)).count();
    let all = text.chars().filter(|c| c.is_alphabetic()).count();
    let is_common = |letters: &str| count(letters) * 200 > all;
    if is_common("ўЎ") {
        "be"
    } else if is_common("їєґЇЄҐ") {
        "uk"
    } else if is_common("ѓќѕ") {
        "mk"
    } else if is_common("јљњђћ") {
        "sr"
    } else if all > 200 && count("ыэЫЭ") * 200 < all {
        by_trigrams(text).unwrap_or("ru")
    } else {
        "ru"
    }
}

/// English, French or Spanish by their commonest words; else by trigrams; unknown where the text is too short to tell.
fn of_latin_letters(text: &str) -> Option<&'static str> {
    const WORDS: [(&str, &[&str]); 3] = [
        (
            "en",
            &["the", "of", "and", "to", "in", "that", "is", "for", "on", "with", "by", "which", "shall", "be", "are"],
        ),
        ("fr", &["le", "la", "les", "des", "et", "du", "une", "dans", "pour", "que", "qui", "au", "aux", "sur", "est"]),
        ("es", &["el", "la", "los", "las", "y", "del", "una", "en", "para", "que", "con", "por", "al", "su", "es"]),
    ];
    let mut hits = [0_usize; 3];
    let mut words = 0;
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        words += 1;
        let word = word.to_lowercase();
        for (at, (_, common)) in WORDS.iter().enumerate() {
            hits[at] += usize::from(common.contains(&word.as_str()));
        }
    }
    let best = (0..3).max_by_key(|at| hits[*at])?;
    let second = (0..3).filter(|at| *at != best).map(|at| hits[at]).max().unwrap_or(0);
    // Portuguese, Italian, Catalan share words with Spanish and French, so a narrow lead is left to the trigrams.
    let is_clear = hits[best] * 10 >= words && hits[best] * 2 >= second * 3 && hits[best] >= 2;
    if is_clear && (best == 0 || words > 40 && hits[best] * 6 >= words) {
        return Some(WORDS[best].0);
    }
    by_trigrams(text).or((hits[best] > second).then_some(WORDS[best].0))
}

/// What trigrams say, if they are sure or the text is long enough to trust them.
fn by_trigrams(text: &str) -> Option<&'static str> {
    let info = whatlang::detect(text)?;
    let is_long = text.chars().count() >= 100;
    if info.is_reliable() || is_long { two_letters(info.lang().code()) } else { None }
}

fn two_letters(three: &str) -> Option<&'static str> {
    CODES.iter().find(|(code, _)| *code == three).map(|(_, short)| *short)
}

/// ISO 639-3 and 639-1 of the languages that trigrams know, with those common in legal texts.
const CODES: [(&str, &str); 74] = [
    ("eng", "en"),
    ("rus", "ru"),
    ("cmn", "zh"),
    ("zho", "zh"),
    ("spa", "es"),
    ("fra", "fr"),
    ("ara", "ar"),
    ("por", "pt"),
    ("ita", "it"),
    ("deu", "de"),
    ("nld", "nl"),
    ("ukr", "uk"),
    ("bel", "be"),
    ("bul", "bg"),
    ("srp", "sr"),
    ("mkd", "mk"),
    ("hrv", "hr"),
    ("slv", "sl"),
    ("slk", "sk"),
    ("ces", "cs"),
    ("pol", "pl"),
    ("ron", "ro"),
    ("hun", "hu"),
    ("fin", "fi"),
    ("est", "et"),
    ("lav", "lv"),
    ("lit", "lt"),
    ("swe", "sv"),
    ("dan", "da"),
    ("nob", "nb"),
    ("isl", "is"),
    ("gle", "ga"),
    ("cym", "cy"),
    ("cat", "ca"),
    ("eus", "eu"),
    ("glg", "gl"),
    ("lat", "la"),
    ("epo", "eo"),
    ("tur", "tr"),
    ("aze", "az"),
    ("uzb", "uz"),
    ("tuk", "tk"),
    ("kaz", "kk"),
    ("kat", "ka"),
    ("hye", "hy"),
    ("ell", "el"),
    ("heb", "he"),
    ("yid", "yi"),
    ("pes", "fa"),
    ("fas", "fa"),
    ("urd", "ur"),
    ("hin", "hi"),
    ("ben", "bn"),
    ("guj", "gu"),
    ("pan", "pa"),
    ("mar", "mr"),
    ("nep", "ne"),
    ("ori", "or"),
    ("tam", "ta"),
    ("tel", "te"),
    ("kan", "kn"),
    ("mal", "ml"),
    ("sin", "si"),
    ("mya", "my"),
    ("khm", "km"),
    ("tha", "th"),
    ("vie", "vi"),
    ("ind", "id"),
    ("jav", "jv"),
    ("tgl", "tl"),
    ("amh", "am"),
    ("afr", "af"),
    ("jpn", "ja"),
    ("kor", "ko"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(guess(text).as_str(), expected, "{text}");
    }

    #[test]
    fn a_sentence_tells_its_language() {
        check("The delegations met in the morning and agreed on the agenda of the session.", "en");
        check("Les délégations se sont réunies le matin et ont adopté le programme de la session.", "fr");
        check("Las delegaciones se reunieron por la mañana y aprobaron el programa del período de sesiones.", "es");
        check("Делегации собрались утром и согласовали повестку дня.", "ru");
        check("اجتمعت الوفود صباحا واتفقت على جدول الأعمال", "ar");
        check("各代表团上午开会，商定了议程。", "zh");
        check("Die Delegationen trafen sich am Morgen und einigten sich auf die Tagesordnung der Sitzung.", "de");
        check("As delegações reuniram-se de manhã e não chegaram a acordo sobre a ordem de trabalhos.", "pt");
    }

    #[test]
    fn a_short_text_is_told_by_its_script() {
        check("دورة", "ar");
        check("会议", "zh");
        check("Заседание", "ru");
        check("2025", "und");
        check("", "und");
    }

    #[test]
    fn a_tag_of_a_file_becomes_a_short_one() {
        for (tag, expected) in [("en-US", "en"), ("zh-Hans", "zh"), ("arb", "ar"), ("eng", "en"), ("FR", "fr")] {
            assert_eq!(from_tag(tag).map(|l| l.to_string()).as_deref(), Some(expected), "{tag}");
        }
        assert_eq!(from_tag("und"), None);
        assert_eq!(from_tag("not a tag"), None);
    }
}
