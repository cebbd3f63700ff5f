//! Bytes become text: UTF-8, UTF-16, or one of the older encodings in which papers in the six languages were kept.

use encoding_rs::{
    BIG5, Encoding, GB18030, ISO_8859_5, KOI8_R, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252, WINDOWS_1256,
};
use std::borrow::Cow;

const SAMPLE_BYTES: usize = 64 * 1024; // Enough letters to tell encodings apart; keeps the guess quick on long files.

/// Decodes a text file; `None` if the bytes are no text.
///
/// In: any bytes. Out: the text without its byte-order mark. A few broken bytes in otherwise good UTF-8 become U+FFFD.
pub(crate) fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let (encoding, mark) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (Some(encoding), length),
        None => (wide_without_mark(bytes), 0),
    };
    let body = &bytes[mark..];
    let text = match encoding {
        Some(encoding) => encoding.decode_without_bom_handling(body).0,
        None => match std::str::from_utf8(body) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => nearly_utf8(body).unwrap_or_else(|| older(body)),
        },
    };
    is_text(&text).then_some(text)
}

/// The encoding that a page declares in its first kilobyte (`charset=…`), if its bytes are not UTF-8 anyway.
pub(crate) fn decode_declared(bytes: &[u8]) -> Option<Cow<'_, str>> {
    if Encoding::for_bom(bytes).is_some() || std::str::from_utf8(bytes).is_ok() {
        return decode(bytes);
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
    let declared = ["charset=", "encoding="].iter().find_map(|key| {
        let rest = head[head.find(key)? + key.len()..].trim_start_matches(['"', '\'']);
        let label: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_:".contains(*c)).collect();
        Encoding::for_label(label.as_bytes())
    });
    match declared.filter(|encoding| *encoding != UTF_8) {
        Some(encoding) => {
            let (text, _, _) = encoding.decode(bytes);
            is_text(&text).then_some(text)
        }
        None => decode(bytes),
    }
}

/// UTF-16 without a mark shows in its zero bytes: every second byte of plain Latin text.
fn wide_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE_BYTES)];
    if sample.len() < 8 {
        return None;
    }
    let zeros = |from: usize| sample.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), sample.len() / 2);
    if odd * 10 > half * 4 && even * 20 < half {
        Some(UTF_16LE)
    } else if even * 10 > half * 4 && odd * 20 < half {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// UTF-8 with at most one broken letter in two hundred of those outside ASCII.
fn nearly_utf8(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let text = String::from_utf8_lossy(bytes);
    let broken = text.chars().filter(|c| *c == '\u{fffd}').count();
    let wide = text.chars().filter(|c| !c.is_ascii()).count();
    (broken * 200 <= wide || (bytes.len() > 4 && broken == 1 && wide > 8)).then_some(text)
}

/// The older encoding under which the text looks most like one of its languages.
fn older(bytes: &[u8]) -> Cow<'_, str> {
    let sample = &bytes[..bytes.len().min(SAMPLE_BYTES)];
    let candidates = [WINDOWS_1252, WINDOWS_1251, KOI8_R, ISO_8859_5, WINDOWS_1256, GB18030, BIG5];
    let mut best = (WINDOWS_1252, f32::MIN);
    for encoding in candidates {
        let likeness = likeness(encoding, sample);
        if likeness > best.1 {
            best = (encoding, likeness);
        }
    }
    best.0.decode_without_bom_handling(bytes).0
}

/// How much the letters outside ASCII look like running text in the encoding's language: about 1 if they do.
fn likeness(encoding: &'static Encoding, sample: &[u8]) -> f32 {
    // The commonest letters of Chinese running text; the wrong encoding yields rare ones.
    const COMMON_HAN: &str = "的一是在不了有和人这中大为上国我以要时来用们到作地于出分对成会可主发年动同工也能下过子说产\
        种面而方后多定行法所民经三之进等部度家力如高自二理起现实加量都两制机當会國為這個們對發後過說產種經進與關應開";
    let (text, broken) = encoding.decode_without_bom_handling(sample);
    let (mut all, mut likely) = (0_f32, 0_f32);
    let mut before = ' ';
    for c in text.chars() {
        if !c.is_ascii() {
            all += 1.0;
            likely += match c {
                'а'..='я' | 'ё' if !before.is_ascii_alphabetic() => 1.0,
                'А'..='Я' if !before.is_alphabetic() => 1.0,
                '\u{621}'..='\u{64a}' => 0.95,
                '«' | '»' | '“' | '”' | '‘' | '’' | '–' | '—' | '…' | '\u{a0}' | '№' | '°' => 0.5,
                'à'..='ö' | 'ø'..='ÿ' | 'œ' if before.is_ascii_alphabetic() || before == ' ' => 0.9,
                'À'..='Ö' if !before.is_lowercase() => 0.6,
                '、' | '。' | '，' | '；' | '：' | '（' | '）' | '《' | '》' => 1.0,
                _ if COMMON_HAN.contains(c) => 2.0,
                '\u{4e00}'..='\u{9fff}' => 0.45,
                _ => 0.0,
            };
        }
        before = c;
    }
    let penalty = if broken { 0.5 } else { 0.0 };
    if all == 0.0 { 0.0 } else { likely / all - penalty }
}

/// Whether decoded letters are text: no NUL, hardly any control letters or broken ones.
fn is_text(text: &str) -> bool {
    let (mut all, mut odd) = (0_usize, 0_usize);
    for c in text.chars() {
        all += 1;
        match c {
            '\0' => return false,
            '\t' | '\n' | '\r' | '\u{c}' | '\u{1a}' => {}
            '\u{fffd}' => odd += 1,
            c if c.is_control() => odd += 1,
            _ => {}
        }
    }
    odd * 50 <= all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(encoding: &'static Encoding, words: &str) {
        let (bytes, _, lost) = encoding.encode(words);
        assert!(!lost, "{words} cannot be written in {}", encoding.name());
        assert_eq!(decode(&bytes).as_deref(), Some(words), "{}", encoding.name());
    }

    #[test]
    fn older_encodings_are_told_by_their_letters() {
        check(WINDOWS_1252, "La délégation française a présenté son projet à l’assemblée, où il fut débattu.");
        check(WINDOWS_1252, "La delegación española señaló que la reunión será en otoño.");
        check(WINDOWS_1251, "Председатель открыл заседание и предложил обсудить первый пункт повестки дня.");
        check(KOI8_R, "Председатель открыл заседание и предложил обсудить первый пункт повестки дня.");
        check(WINDOWS_1256, "افتتح الرئيس الجلسة ودعا الوفود إلى مناقشة البند الأول من جدول الأعمال");
        check(GB18030, "主席宣布会议开始，请各代表团讨论议程的第一个项目。");
    }

    #[test]
    fn wide_text_is_read_with_and_without_its_mark() {
        let wide: Vec<u8> = "A short note.".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&wide).as_deref(), Some("A short note."));
        let marked: Vec<u8> = [0xff, 0xfe].into_iter().chain(wide).collect();
        assert_eq!(decode(&marked).as_deref(), Some("A short note."));
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        assert_eq!(decode(&[0, 1, 2, 3, 4, 200, 201, 0, 9]), None);
        assert_eq!(decode(&(0..=255).collect::<Vec<u8>>()), None);
    }

    #[test]
    fn a_page_may_declare_its_encoding() {
        let (bytes, _, _) = WINDOWS_1251.encode("<meta charset=\"windows-1251\"><p>Да</p>");
        assert_eq!(decode_declared(&bytes).as_deref(), Some("<meta charset=\"windows-1251\"><p>Да</p>"));
    }
}
