//! Brings text into the form that the encoder's pieces were learned from (NFKC and some more), by the character
//! map of its SentencePiece model.
//!
//! The map is a double array in 32-bit units (`darts-clone`): bits 0 to 7 and 31 the unit's own byte, bit 8 whether
//! a replacement hangs below, the rest the distance to the children. Replacements end with a zero byte.

/// What stands for a space, and before every text.
const SPACE: &[u8] = "\u{2581}".as_bytes();

/// The character map, ready to use.
pub(super) struct Normal {
    units: Vec<u32>,
    replacements: Vec<u8>,
    /// For each ASCII character: what stands for it when another ASCII character follows, if that is one byte.
    ascii: [Option<u8>; 128],
}

impl Normal {
    /// Reads a map: the array's length in bytes, the array, the replacements. None where the lengths don't fit.
    /// An empty map changes nothing but spaces.
    pub(super) fn new(map: &[u8]) -> Option<Normal> {
        let mut normal = Normal { units: Vec::new(), replacements: Vec::new(), ascii: [None; 128] };
        if !map.is_empty() {
            let (length, rest) = map.split_first_chunk()?;
            let (units, replacements) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
            normal.units =
                units.chunks_exact(4).filter_map(|unit| Some(u32::from_le_bytes(unit.try_into().ok()?))).collect();
            normal.replacements = replacements.to_vec();
        }
        for byte in 0..128u8 {
            normal.ascii[usize::from(byte)] = normal.alone(byte);
        }
        Some(normal)
    }

    /// What stands for this ASCII character before any other ASCII character, if that is always the same one byte.
    fn alone(&self, byte: u8) -> Option<u8> {
        let text = [byte];
        let ([only], 1) = self.first(&text) else { return None };
        let only = *only;
        let joins = (0..128).any(|next| self.first(&[byte, next]).1 > 1);
        (!joins).then_some(only)
    }

    /// The normal form of `text`: one space sign before it and for every run of white space, none at the end.
    /// Empty where nothing is left.
    pub(super) fn of(&self, text: &str) -> Vec<u8> {
        let mut out = Vec::with_capacity(text.len() + text.len() / 2 + SPACE.len());
        let mut rest = text.as_bytes();
        // Spaces are put before the next visible character, so none is left at the end.
        let mut space_due = true;
        while let Some(&byte) = rest.first() {
            let quick = self.ascii.get(usize::from(byte)).copied().flatten();
            let next_is_ascii = rest.get(1).is_none_or(u8::is_ascii);
            if let (Some(plain), true) = (quick, next_is_ascii) {
                put(plain, &mut out, &mut space_due);
                rest = &rest[1..];
            } else {
                let (replacement, length) = self.first(rest);
                replacement.iter().for_each(|&plain| put(plain, &mut out, &mut space_due));
                rest = &rest[length..];
            }
        }
        out
    }

    /// What stands for the longest beginning of `text` that the map knows, or for its first character, and how many
    /// bytes that takes (at least 1). `text` must not be empty.
    fn first<'a>(&'a self, text: &'a [u8]) -> (&'a [u8], usize) {
        self.known(text).unwrap_or_else(|| {
            let length = text.iter().skip(1).take_while(|&&byte| byte & 0xc0 == 0x80).count() + 1;
            (&text[..length], length)
        })
    }

    fn known<'a>(&'a self, text: &[u8]) -> Option<(&'a [u8], usize)> {
        let mut place = distance(*self.units.first()?);
        let mut longest = None;
        for (position, &byte) in text.iter().enumerate() {
            place ^= usize::from(byte);
            let Some(&unit) = self.units.get(place).filter(|&&unit| unit & 0x8000_00ff == u32::from(byte)) else {
                break;
            };
            place ^= distance(unit);
            if unit & 0x100 != 0 {
                longest = Some((*self.units.get(place)? & 0x7fff_ffff, position + 1));
            }
        }
        let (from, length) = longest?;
        let replacement = self.replacements.get(from as usize..)?;
        let end = replacement.iter().position(|&byte| byte == 0)?;
        Some((&replacement[..end], length))
    }
}

/// From a unit's place to its children's.
fn distance(unit: u32) -> usize {
    ((unit >> 10) << ((unit & 0x200) >> 6)) as usize
}

#[inline]
fn put(byte: u8, out: &mut Vec<u8>, space_due: &mut bool) {
    if byte == b' ' {
        *space_due = true;
        return;
    }
    if std::mem::take(space_due) {
        out.extend_from_slice(SPACE);
    }
    out.push(byte);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A map of one rule: A becomes a.
    pub(in super::super) fn capital_a() -> Vec<u8> {
        let mut units = vec![0u32; 512];
        units[0] = 256 << 10; // The root's children begin at 256.
        units[256 ^ 65] = 65 | 0x100 | ((256 ^ 65 ^ 400) as u32) << 10;
        units[400] = 0x8000_0000; // The replacement begins at 0.
        let mut map = u32::to_le_bytes(units.len() as u32 * 4).to_vec();
        map.extend(units.iter().flat_map(|unit| unit.to_le_bytes()));
        map.extend(b"a\0");
        map
    }

    fn check(text: &str, expected: &str) {
        let normal = Normal::new(&capital_a()).unwrap();
        assert_eq!(String::from_utf8(normal.of(text)).unwrap(), expected);
    }

    #[test]
    fn spaces_become_one_sign_before_each_word() {
        check("  peace  and\u{20}security ", "▁peace▁and▁security");
        check("   ", "");
        check("", "");
    }

    #[test]
    fn characters_of_the_map_are_replaced_and_others_kept() {
        check("A和平A", "▁a和平a");
    }

    #[test]
    fn maps_of_wrong_lengths_are_refused_and_wrong_units_are_harmless() {
        assert!(Normal::new(&[200, 0, 0, 0, 1]).is_none());
        assert!(Normal::new(&[1, 2]).is_none());
        let mut map = capital_a();
        map[4..].fill(0xee);
        assert_eq!(Normal::new(&map).unwrap().of("abc"), "▁abc".as_bytes());
    }
}
