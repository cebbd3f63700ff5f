//! Sealing: HMAC-SHA-256 (RFC 2104) with a key of 32 bytes, and comparing without telling by time.

use sha2::{Digest, Sha256};

/// The seal of a text, in hexadecimal digits.
pub(crate) fn seal(key: &[u8; 32], text: &str) -> String {
    let mut inner = [0x36u8; 64];
    let mut outer = [0x5cu8; 64];
    for (at, byte) in key.iter().enumerate() {
        inner[at] ^= byte;
        outer[at] ^= byte;
    }
    let inside = Sha256::new().chain_update(inner).chain_update(text).finalize();
    let sealed = Sha256::new().chain_update(outer).chain_update(inside).finalize();
    hexadecimal(&sealed)
}

/// Compares without telling by the time it takes where the first difference is.
pub(crate) fn is_same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |difference, (x, y)| difference | (x ^ y)) == 0
}

/// Bytes in lower-case hexadecimal digits.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_is_that_of_the_standard() {
        // RFC 4231, test case 1, whose key of 20 bytes is filled up with zeros as RFC 2104 has it.
        let mut key = [0; 32];
        key[..20].fill(0x0b);
        let expected = "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7";
        assert_eq!(seal(&key, "Hi There"), expected);
    }
}
