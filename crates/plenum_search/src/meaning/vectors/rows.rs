//! Rows: vectors of one byte a number, with the step that turns a byte back into a number.

use std::fs::File;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use pulp::Arch;

use super::held::Held;
use super::{VectorsError, io_error};
use crate::meaning::mapped;

/// Bytes of a row: the step (four bytes, low byte first), then the numbers.
pub(super) fn row_bytes(dims: usize) -> usize {
    4 + dims
}

/// Adds a vector's row to `out`. The largest number becomes 127 or -127.
pub(super) fn write(vector: &[f32], out: &mut Vec<u8>) {
    let largest = vector.iter().map(|value| value.abs()).fold(0.0, f32::max);
    let step = if largest > 0.0 && largest.is_finite() { largest / 127.0 } else { 1.0 };
    out.extend(step.to_le_bytes());
    // `as` holds what is out of range at its end and makes 0 of what is not a number.
    out.extend(vector.iter().map(|value| ((value / step).round() as i8).cast_unsigned()));
}

/// The cosine of a vector of unit length and a row.
pub(super) fn cosine(vector: &[f32], row: &[u8]) -> f32 {
    let Some((step, numbers)) = row.split_first_chunk() else { return 0.0 };
    let mut strands = [0.0f32; 32];
    let ((left, left_rest), (right, right_rest)) = (vector.as_chunks::<32>(), numbers.as_chunks::<32>());
    Arch::new().dispatch(|| {
        for (left, right) in left.iter().zip(right) {
            for ((strand, value), &byte) in strands.iter_mut().zip(left).zip(right) {
                *strand += value * f32::from(byte.cast_signed());
            }
        }
    });
    let rest = left_rest.iter().zip(right_rest).map(|(value, &byte)| value * f32::from(byte.cast_signed()));
    (strands.iter().sum::<f32>() + rest.sum::<f32>()) * f32::from_le_bytes(*step)
}

/// The numbers of a row.
pub(super) fn numbers(row: &[u8], out: &mut Vec<f32>) {
    if let Some((step, numbers)) = row.split_first_chunk() {
        let step = f32::from_le_bytes(*step);
        out.extend(numbers.iter().map(|&byte| f32::from(byte.cast_signed()) * step));
    }
}

/// Maps the file's whole rows into `held` and says how many they are; 0 where there is no file.
pub(super) fn open(path: &Path, dims: usize, held: &mut Held) -> Result<u64, VectorsError> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(0),
        Err(error) => return Err(io_error(path)(error)),
    };
    let count = file.metadata().map_err(io_error(path))?.len() / row_bytes(dims) as u64;
    if count > 0 {
        let map = mapped::map(&file, count as usize * row_bytes(dims)).map_err(io_error(path))?;
        held.set_rows(Arc::new(map), count);
    }
    Ok(count)
}
