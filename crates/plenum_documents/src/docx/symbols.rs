//! Signs of Word's symbol fonts as Unicode.

/// The sign that `code` shows in `font`; `□` where it is not known.
pub(super) fn sign(font: &str, code: u32) -> char {
    let low = if (0xF000..=0xF0FF).contains(&code) { code - 0xF000 } else { code };
    let font = font.to_ascii_lowercase();
    let known = if font == "symbol" {
        of_symbol(low)
    } else if font.starts_with("wingdings") {
        of_wingdings(low)
    } else {
        None
    };
    // Outside the symbol fonts the code is the character itself.
    known
        .or_else(|| char::from_u32(code).filter(|c| !c.is_control() && !(0xE000..=0xF8FF).contains(&code)))
        .unwrap_or('□')
}

fn of_symbol(code: u32) -> Option<char> {
    const UPPER: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
    const LOWER: &str = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
    let nth = |letters: &str, from: u32| letters.chars().nth((code - from) as usize);
    match code {
        0x41..=0x5A => nth(UPPER, 0x41),
        0x61..=0x7A => nth(LOWER, 0x61),
        0xA3 => Some('≤'),
        0xA5 => Some('∞'),
        0xAB => Some('↔'),
        0xAC => Some('←'),
        0xAE => Some('→'),
        0xB0 => Some('°'),
        0xB1 => Some('±'),
        0xB3 => Some('≥'),
        0xB4 => Some('×'),
        0xB6 => Some('∂'),
        0xB7 => Some('•'),
        0xB8 => Some('÷'),
        0xB9 => Some('≠'),
        0xBB => Some('≈'),
        0xCE => Some('∈'),
        0xD6 => Some('√'),
        0xD7 => Some('⋅'),
        0xE5 => Some('∑'),
        0xF2 => Some('∫'),
        0x20..=0x40 => char::from_u32(code),
        _ => None,
    }
}

fn of_wingdings(code: u32) -> Option<char> {
    match code {
        0x6C | 0x9F => Some('●'),
        0x6E | 0xA7 => Some('▪'),
        0x6F | 0xA8 => Some('☐'),
        0x76 => Some('❖'),
        0xD8 => Some('➢'),
        0xE0 => Some('→'),
        0xFB => Some('✗'),
        0xFC => Some('✓'),
        0xFD => Some('☒'),
        0xFE => Some('☑'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_symbol_fonts_become_unicode() {
        assert_eq!(sign("Symbol", 0xF0B3), '≥');
        assert_eq!(sign("Symbol", 0x6D), 'μ');
        assert_eq!(sign("Wingdings", 0xF0FC), '✓');
        assert_eq!(sign("Arial", 0x41), 'A');
        assert_eq!(sign("Unknown", 0xF041), '□');
        assert_eq!(sign("Symbol", u32::MAX), '□');
    }
}
