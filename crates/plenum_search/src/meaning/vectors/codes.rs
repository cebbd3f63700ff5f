//! Codes of 512 bits: the signs of a vector's numbers. The more bits two codes share, the more alike the vectors.

use pulp::Arch;

/// Words of a code.
pub(super) const CODE_WORDS: usize = 8;

/// The signs of the first 512 numbers.
pub(super) type Code = [u64; CODE_WORDS];

/// The code of a vector.
pub(super) fn code(vector: &[f32]) -> Code {
    let mut code = [0; CODE_WORDS];
    for (number, _) in vector.iter().take(64 * CODE_WORDS).enumerate().filter(|(_, value)| **value > 0.0) {
        code[number / 64] |= 1 << (number % 64);
    }
    code
}

/// Adds to `out`, for each code, in how many bits it differs from `from`.
pub(super) fn differences(from: &Code, codes: &[Code], out: &mut Vec<u16>) {
    Arch::new().dispatch(|| {
        out.extend(codes.iter().map(|code| {
            let differing = from.iter().zip(code).map(|(left, right)| (left ^ right).count_ones());
            differing.sum::<u32>() as u16
        }));
    });
}
