//! Reads the encoder's weights from `weights.npz`: a zip archive of NumPy arrays. Every size is checked before it is
//! trusted.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use super::EncoderError;

/// No array of the encoder is larger (its largest has 3.9 MB).
const MOST_BYTES: u64 = 16 << 20;
/// More than the encoder's table has rows for (128,010).
const MOST_PIECES: usize = 1_000_000;

/// An array of numbers, row after row. A plain list has one row.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Matrix {
    pub(super) rows: usize,
    pub(super) columns: usize,
    pub(super) values: Vec<f32>,
}

/// What stands for each piece before the layers: one row of bytes a piece.
///
/// The number meant by byte `b` of piece `p` is `lowest[p % chunks] + b × steps[p % chunks]`, chunks being the length
/// of `steps`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Table<Bytes> {
    pub(super) width: usize,
    pub(super) steps: Vec<f32>,
    pub(super) lowest: Vec<f32>,
    pub(super) bytes: Bytes,
}

/// The archive, open.
pub(super) struct Archive {
    zip: zip::ZipArchive<BufReader<File>>,
    file: String,
}

/// One array as it lies in the archive.
struct Array {
    /// NumPy's name of the numbers' kind: `|u1` bytes, `<f4` numbers of four bytes, low byte first.
    kind: String,
    shape: Vec<usize>,
    bytes: Vec<u8>,
}

impl Archive {
    /// Opens `weights.npz`.
    pub(super) fn open(path: &Path) -> Result<Archive, EncoderError> {
        let file = path.display().to_string();
        let opened = File::open(path).map_err(|cause| EncoderError::Io { file: file.clone(), cause })?;
        match zip::ZipArchive::new(BufReader::new(opened)) {
            Ok(zip) => Ok(Archive { zip, file }),
            Err(error) => Err(EncoderError::Damaged { file, what: error.to_string() }),
        }
    }

    /// The table of pieces. In the archive it is cut into chunks, piece `p` being row `p / chunks` of chunk
    /// `p % chunks`.
    pub(super) fn table(&mut self) -> Result<Table<Vec<u8>>, EncoderError> {
        let steps = self.matrix("scale")?.values;
        let lowest = self.matrix("lo")?.values;
        let chunks = steps.len();
        let mut table = Table { width: 0, steps, lowest, bytes: Vec::new() };
        if table.lowest.len() != chunks {
            return Err(self.damaged("lo", "has another length than scale"));
        }
        for chunk in 0..chunks {
            let name = format!("q{}", chunk + 1);
            let array = self.array(&name)?;
            let &[rows, width] = &array.shape[..] else { return Err(self.damaged(&name, "is not a table")) };
            if chunk == 0 && width > 0 && rows.saturating_mul(chunks) <= MOST_PIECES {
                table.width = width;
                table.bytes = vec![0; rows * chunks * width];
            }
            if array.kind != "|u1" || width != table.width || rows * chunks * width != table.bytes.len() {
                return Err(self.damaged(&name, "has another shape than expected"));
            }
            for (row, values) in array.bytes.chunks_exact(width).enumerate() {
                table.bytes[(row * chunks + chunk) * width..][..width].copy_from_slice(values);
            }
        }
        Ok(table)
    }

    /// The array of numbers of this name.
    pub(super) fn matrix(&mut self, name: &str) -> Result<Matrix, EncoderError> {
        let array = self.array(name)?;
        let (rows, columns) = match array.shape[..] {
            [columns] => (1, columns),
            [rows, columns] => (rows, columns),
            _ => return Err(self.damaged(name, "has too many dimensions")),
        };
        if array.kind != "<f4" || rows == 0 || columns == 0 {
            return Err(self.damaged(name, "is not a matrix of numbers"));
        }
        match numbers(&array.bytes) {
            Some(values) => Ok(Matrix { rows, columns, values }),
            None => Err(self.damaged(name, "holds something that is not a number")),
        }
    }

    fn array(&mut self, name: &str) -> Result<Array, EncoderError> {
        let mut bytes = Vec::new();
        let read = match self.zip.by_name(&format!("{name}.npy")) {
            Ok(entry) => entry.take(MOST_BYTES).read_to_end(&mut bytes).map_err(|error| error.to_string()),
            Err(error) => Err(error.to_string()),
        };
        read.map_err(|what| self.damaged(name, &what))?;
        parse_array(&bytes).ok_or_else(|| self.damaged(name, "is not a NumPy array, or not whole"))
    }

    fn damaged(&self, array: &str, what: &str) -> EncoderError {
        EncoderError::Damaged { file: self.file.clone(), what: format!("array {array} {what}") }
    }
}

/// Four-byte numbers, low byte first; none if one is not finite.
pub(super) fn numbers(bytes: &[u8]) -> Option<Vec<f32>> {
    let number = |four: &[u8]| four.try_into().ok().map(f32::from_le_bytes).filter(|number| number.is_finite());
    bytes.chunks_exact(4).map(number).collect()
}

/// Reads a `.npy` file. Source: "A Simple File Format for NumPy Arrays" (NEP 1), versions 1 to 3.
fn parse_array(file: &[u8]) -> Option<Array> {
    let rest = file.strip_prefix(b"\x93NUMPY")?;
    let (&[major, _minor], rest) = rest.split_first_chunk()?;
    let (header_length, rest) = if major == 1 {
        let (length, rest) = rest.split_first_chunk()?;
        (usize::from(u16::from_le_bytes(*length)), rest)
    } else {
        let (length, rest) = rest.split_first_chunk()?;
        (u32::from_le_bytes(*length) as usize, rest)
    };
    let (header, bytes) = rest.split_at_checked(header_length)?;
    let header = std::str::from_utf8(header).ok()?;
    let after = |key: &str| Some(header.split_once(key)?.1.trim_start());
    if !after("'fortran_order':")?.starts_with("False") {
        return None;
    }
    let kind = after("'descr':")?.strip_prefix('\'')?.split('\'').next()?.to_owned();
    let shape: Option<Vec<usize>> = after("'shape':")?
        .strip_prefix('(')?
        .split_once(')')?
        .0
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect();
    let shape = shape?;
    let width: usize = kind.get(2..)?.parse().ok()?;
    let length = shape.iter().try_fold(width, |product, &part| product.checked_mul(part))?;
    (length == bytes.len()).then(|| Array { kind, shape, bytes: bytes.to_vec() })
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use std::io::Write;

    fn npy(kind: &str, shape: &str, bytes: &[u8]) -> Vec<u8> {
        let header = format!("{{'descr': '{kind}', 'fortran_order': False, 'shape': ({shape}), }}\n");
        let mut file = b"\x93NUMPY\x01\x00".to_vec();
        file.extend(u16::try_from(header.len()).unwrap().to_le_bytes());
        file.extend(header.as_bytes());
        file.extend(bytes);
        file
    }

    /// Writes an archive of these matrices and this table (of two chunks).
    pub(in super::super) fn write_archive(path: &Path, table: &Table<Vec<u8>>, matrices: &[(String, Matrix)]) {
        let mut zip = zip::ZipWriter::new(File::create(path).unwrap());
        let mut add = |name: &str, bytes: Vec<u8>| {
            zip.start_file(format!("{name}.npy"), zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(&bytes).unwrap();
        };
        let floats = |values: &[f32]| -> Vec<u8> { values.iter().flat_map(|value| value.to_le_bytes()).collect() };
        add("scale", npy("<f4", "2,", &floats(&table.steps)));
        add("lo", npy("<f4", "2,", &floats(&table.lowest)));
        for chunk in 0..2 {
            let rows: Vec<&[u8]> = table.bytes.chunks_exact(table.width).skip(chunk).step_by(2).collect();
            let shape = format!("{}, {}", rows.len(), table.width);
            add(&format!("q{}", chunk + 1), npy("|u1", &shape, &rows.concat()));
        }
        for (name, matrix) in matrices {
            add(name, npy("<f4", &format!("{}, {}", matrix.rows, matrix.columns), &floats(&matrix.values)));
        }
        zip.finish().unwrap();
    }

    #[test]
    fn an_array_is_read_as_it_was_written() {
        let array = parse_array(&npy("<f4", "1, 2", &[0, 0, 128, 63, 0, 0, 0, 64])).unwrap();
        assert_eq!((array.kind.as_str(), &array.shape[..]), ("<f4", &[1, 2][..]));
        assert_eq!(numbers(&array.bytes).unwrap(), [1.0, 2.0]);
    }

    #[test]
    fn arrays_that_lie_about_their_size_are_refused() {
        let whole = npy("<f4", "1, 2", &[0; 8]);
        for cut in 0..whole.len() {
            assert!(parse_array(&whole[..cut]).is_none(), "cut at {cut}");
        }
        assert!(parse_array(&npy("<f4", "99999999999, 99999999999", &[0; 8])).is_none());
        assert!(parse_array(&npy("<f4", "-1", &[0; 8])).is_none());
        assert!(numbers(&f32::NAN.to_le_bytes()).is_none());
    }
}
