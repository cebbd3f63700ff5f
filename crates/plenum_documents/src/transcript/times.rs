//! Times of a recording as transcripts print them: `00:01:02.345`, `1:02`, `[00:01:02]`.

/// Reads `h:mm:ss`, `mm:ss`, each with `.mmm` or `,mmm`, as milliseconds; `None` if it is no time.
pub(super) fn parse(text: &str) -> Option<u64> {
    let (clock, fraction) = match text.split_once(['.', ',']) {
        Some((clock, fraction)) => (clock, Some(fraction)),
        None => (text, None),
    };
    let parts: Vec<&str> = clock.split(':').collect();
    let is_digits = |part: &&str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if !(2..=3).contains(&parts.len()) || !parts.iter().all(is_digits) {
        return None;
    }
    let numbers: Vec<u64> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    let (seconds, minutes) = (*numbers.last()?, numbers[numbers.len() - 2]);
    if seconds > 59 || (numbers.len() == 3 && minutes > 59) || parts.last()?.len() != 2 {
        return None;
    }
    let hours = if numbers.len() == 3 { numbers[0] } else { 0 };
    let thousandths = match fraction {
        None => 0,
        Some(digits) if (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()) => {
            digits.parse::<u64>().ok()? * 10_u64.pow(3 - u32::try_from(digits.len()).ok()?)
        }
        Some(_) => return None,
    };
    Some(((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths)
}

/// A time printed at the beginning of a line, in brackets or bare, and the words after it.
pub(super) fn leading(text: &str) -> Option<(u64, &str)> {
    let text = text.trim_start();
    for (open, close) in [('[', ']'), ('(', ')')] {
        if let Some(rest) = text.strip_prefix(open) {
            let (inner, rest) = rest.split_once(close)?;
            // "[00:01:02 - 00:01:09]" and "[00:01:02 --> …]": the beginning counts.
            let first = inner.split([' ', '–', '-']).find(|part| !part.is_empty())?;
            return parse(first).map(|ms| (ms, after(rest)));
        }
    }
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.' | ','))).unwrap_or(text.len());
    let ms = parse(text[..end].trim_end_matches(['.', ',']))?;
    Some((ms, after(&text[end..])))
}

/// The words after a time, past the sign that parts them.
fn after(rest: &str) -> &str {
    rest.trim_start().trim_start_matches(['-', '–', '—', '|']).trim_start()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_printed() {
        assert_eq!(parse("00:01:02.345"), Some(62_345));
        assert_eq!(parse("1:02"), Some(62_000));
        assert_eq!(parse("01:00:00,5"), Some(3_600_500));
        for no in ["", "1", "1:2", "1:75", "a:10", "1:2:3:4", "10:30:99", "1:02.x"] {
            assert_eq!(parse(no), None, "{no}");
        }
    }

    #[test]
    fn a_time_at_the_beginning_is_parted_from_the_words() {
        assert_eq!(leading("[00:01:02] France: yes"), Some((62_000, "France: yes")));
        assert_eq!(leading("00:01:02 - France"), Some((62_000, "France")));
        assert_eq!(leading("(1:02 – 1:09) Words"), Some((62_000, "Words")));
        assert_eq!(leading("12 (b) is agreed"), None);
        assert_eq!(leading("[Applause]"), None);
    }
}
