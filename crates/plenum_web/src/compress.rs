//! Compression of whole answers: fast for pages, thorough for what is compressed once.

use crate::reader::Encoding;
use bytes::Bytes;
use std::io::Write;

/// How much work compressing is worth.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Effort {
    /// For an answer that is made while somebody waits.
    Quick,
    /// For an asset, compressed once in the life of the program.
    Thorough,
}

/// Below this many bytes compressing saves less than a packet.
pub(crate) const WORTHWHILE_BYTES: usize = 900;

/// Compresses; the same bytes come back for [`Encoding::Plain`].
pub(crate) fn compress(bytes: &Bytes, encoding: Encoding, effort: Effort) -> Bytes {
    match encoding {
        Encoding::Plain => bytes.clone(),
        Encoding::Gzip => gzip(bytes, effort),
        Encoding::Brotli => brotli(bytes, effort),
    }
}

fn gzip(bytes: &[u8], effort: Effort) -> Bytes {
    let level = match effort {
        Effort::Quick => 4,
        Effort::Thorough => 9,
    };
    let mut writer =
        flate2::write::GzEncoder::new(Vec::with_capacity(bytes.len() / 3), flate2::Compression::new(level));
    writer.write_all(bytes).expect("writing to memory does not fail");
    writer.finish().expect("writing to memory does not fail").into()
}

fn brotli(bytes: &[u8], effort: Effort) -> Bytes {
    let quality = match effort {
        Effort::Quick => 3,
        Effort::Thorough => 10,
    };
    let parameters = brotli::enc::BrotliEncoderParams {
        quality,
        lgwin: 20, // A window of 1 MB: larger than any page.
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut out = Vec::with_capacity(bytes.len() / 3);
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters).expect("writing to memory does not fail");
    out.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_is_compressed_can_be_read_again() {
        let bytes = Bytes::from("The Open-ended Working Group decides. ".repeat(200));
        for effort in [Effort::Quick, Effort::Thorough] {
            let mut read = Vec::new();
            let zipped = compress(&bytes, Encoding::Gzip, effort);
            flate2::read::GzDecoder::new(&zipped[..]).read_to_end(&mut read).expect("gzip");
            assert_eq!(read, bytes);
            read.clear();
            let packed = compress(&bytes, Encoding::Brotli, effort);
            brotli::BrotliDecompress(&mut &packed[..], &mut read).expect("brotli");
            assert_eq!(read, bytes);
            assert!(packed.len() < bytes.len() / 10 && zipped.len() < bytes.len() / 10);
        }
    }
}
