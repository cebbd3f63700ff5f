//! The table of an embedded TrueType font that tells which letter has which glyph, read backwards.

use std::collections::HashMap;

/// Letters by glyph number; empty if the font does not say.
pub(super) fn letters_by_glyph(program: &[u8]) -> HashMap<u16, char> {
    let mut letters = HashMap::new();
    let Some(table) = letter_table(program, &[(3, 10), (0, 4), (3, 1), (0, 3), (0, 1), (0, 0), (3, 0)]) else {
        return letters;
    };
    each_pair(table, |code, glyph| {
        // Symbol fonts keep their letters in the private area.
        let code = if (0xF020..=0xF0FF).contains(&code) { code - 0xF000 } else { code };
        if let Some(letter) = char::from_u32(code) {
            letters.entry(glyph).or_insert(letter);
        }
    });
    letters
}

/// The letters of the bytes of a symbolic font: by its Macintosh table, else by its symbol table, through the glyphs'
/// letters where it has them. `None` if it has neither.
pub(super) fn letters_by_byte(program: &[u8]) -> Option<[Option<char>; 256]> {
    let unicode = letter_table(program, &[(3, 10), (3, 1), (0, 3)])?;
    let bytes = letter_table(program, &[(1, 0), (3, 0)])?;
    let mut by_glyph = HashMap::new();
    each_pair(unicode, |code, glyph| {
        by_glyph.entry(glyph).or_insert(code);
    });
    let mut letters = [None; 256];
    each_pair(bytes, |code, glyph| {
        if let Some(slot) = letters.get_mut((code & 0xFF) as usize) {
            *slot = by_glyph.get(&glyph).and_then(|code| char::from_u32(*code));
        }
    });
    letters.iter().any(Option::is_some).then_some(letters)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes([*bytes.get(at)?, *bytes.get(at.checked_add(1)?)?]))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from(u16_at(bytes, at)?) << 16 | u32::from(u16_at(bytes, at.checked_add(2)?)?))
}

/// The first table of letters of one of these kinds (platform, encoding), best first.
fn letter_table<'a>(program: &'a [u8], kinds: &[(u16, u16)]) -> Option<&'a [u8]> {
    let tables = usize::from(u16_at(program, 4)?);
    let entry = (0..tables).map(|i| 12 + 16 * i).find(|at| program.get(*at..at + 4) == Some(b"cmap"))?;
    let cmap = program.get(u32_at(program, entry + 8)? as usize..)?;
    let count = usize::from(u16_at(cmap, 2)?);
    kinds.iter().find_map(|kind| {
        let is_kind = |at: &usize| u16_at(cmap, *at).zip(u16_at(cmap, at + 2)) == Some(*kind);
        let at = (0..count).map(|i| 4 + 8 * i).find(is_kind)?;
        cmap.get(u32_at(cmap, at + 4)? as usize..)
    })
}

/// Hands over each code and its glyph, if the table is of a known format.
fn each_pair(table: &[u8], mut each: impl FnMut(u32, u16)) {
    // A table that ends early has given what it had.
    let _ended_early: Option<()> = match u16_at(table, 0) {
        Some(0) => (0..256_u32).try_for_each(|code| {
            each(code, u16::from(*table.get(6 + code as usize)?));
            Some(())
        }),
        Some(4) => segments(table, &mut each),
        Some(6) => (|| {
            let (first, count) = (u32::from(u16_at(table, 6)?), u32::from(u16_at(table, 8)?));
            (0..count).try_for_each(|i| {
                each(first + i, u16_at(table, 10 + 2 * i as usize)?);
                Some(())
            })
        })(),
        Some(12) => groups(table, &mut each),
        _ => None,
    };
}

/// Format 4: segments of codes up to 65,535.
fn segments(table: &[u8], each: &mut impl FnMut(u32, u16)) -> Option<()> {
    let double = usize::from(u16_at(table, 6)?) & !1;
    for at in (0..double).step_by(2) {
        let last = u16_at(table, 14 + at)?;
        let first = u16_at(table, 16 + double + at)?;
        let delta = u16_at(table, 16 + 2 * double + at)?;
        let offset_at = 16 + 3 * double + at;
        let offset = usize::from(u16_at(table, offset_at)?);
        for code in first..=last {
            if code == u16::MAX {
                break;
            }
            let glyph = if offset == 0 {
                code.wrapping_add(delta)
            } else {
                match u16_at(table, offset_at + offset + 2 * usize::from(code - first)) {
                    Some(0) | None => continue,
                    Some(glyph) => glyph.wrapping_add(delta),
                }
            };
            each(u32::from(code), glyph);
        }
    }
    Some(())
}

/// Format 12: groups of codes of any size.
fn groups(table: &[u8], each: &mut impl FnMut(u32, u16)) -> Option<()> {
    let mut left = 70_000_u32; // No font has more glyphs; a group can claim billions.
    for i in 0..u32_at(table, 12)?.min(10_000) as usize {
        let at = 16 + 12 * i;
        let (first, last, glyph) = (u32_at(table, at)?, u32_at(table, at + 4)?, u32_at(table, at + 8)?);
        for code in first..=last {
            left = left.checked_sub(1)?;
            each(code, u16::try_from(glyph.checked_add(code - first)?).ok()?);
        }
    }
    Some(())
}
