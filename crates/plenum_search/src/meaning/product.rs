//! Products of matrices: the rows of some text times the columns of the model.
//!
//! The model's side never changes, so it is packed once; the processor's widest vectors are chosen at run time
//! (AVX-512, AVX2 with FMA, or plain arithmetic).

use pulp::{Arch, Simd, WithSimd};

/// Columns of a panel: two AVX-512 vectors, four AVX2 vectors. Every width in the model is a multiple.
pub(super) const PANEL: usize = 32;

/// A matrix of the model, packed in panels of 32 columns so that the product reads it in one run.
pub(super) struct Packed {
    rows: usize,
    columns: usize,
    /// For each panel, for each row: 32 values.
    values: Vec<f32>,
}

impl Packed {
    /// Packs `values`, `rows` × `columns`, row after row. `columns` must be a multiple of 32, both at least 1.
    pub(super) fn new(values: &[f32], rows: usize, columns: usize) -> Packed {
        assert!(rows > 0 && columns > 0 && columns.is_multiple_of(PANEL), "{rows} × {columns} cannot be packed");
        assert_eq!(values.len(), rows * columns);
        let mut packed = Vec::with_capacity(values.len());
        for first in (0..columns).step_by(PANEL) {
            for row in values.chunks_exact(columns) {
                packed.extend_from_slice(&row[first..first + PANEL]);
            }
        }
        Packed { rows, columns, values: packed }
    }

    /// How many values a row of the other side must have.
    pub(super) fn rows(&self) -> usize {
        self.rows
    }

    /// How many values a row of the product has.
    pub(super) fn columns(&self) -> usize {
        self.columns
    }
}

/// The other side of a product: `count` rows in one slice, each beginning `step` values after the one before.
///
/// A step smaller than the row's length makes overlapping rows: that is how a convolution reads its windows.
#[derive(Clone, Copy)]
pub(super) struct Rows<'a> {
    pub(super) values: &'a [f32],
    pub(super) step: usize,
    pub(super) count: usize,
}

/// Writes `rows` × `matrix` into `out`, `count` × `matrix.columns()` values, row after row.
pub(super) fn multiply(rows: Rows<'_>, matrix: &Packed, out: &mut [f32]) {
    assert_eq!(out.len(), rows.count * matrix.columns);
    if rows.count == 0 {
        return;
    }
    assert!(rows.values.len() >= (rows.count - 1) * rows.step + matrix.rows, "the rows end too early");
    Arch::new().dispatch(Product { rows, matrix, out });
}

struct Product<'a> {
    rows: Rows<'a>,
    matrix: &'a Packed,
    out: &'a mut [f32],
}

impl WithSimd for Product<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        // Rows × vectors of the block that is summed at once: as many sums as there are vector registers to hold
        // them and still leave room for what they are made from (32 registers with AVX-512, 16 with AVX2).
        match S::F32_LANES {
            16 => in_blocks::<S, 12, 2>(simd, self),
            8 => in_blocks::<S, 3, 4>(simd, self),
            4 => in_blocks::<S, 2, 8>(simd, self),
            _ => plainly(self),
        }
    }
}

/// All rows in blocks of `R`, then the last few one by one.
#[inline(always)]
fn in_blocks<S: Simd, const R: usize, const V: usize>(simd: S, product: Product<'_>) {
    let Product { rows, matrix, out } = product;
    for (panel, values) in matrix.values.chunks_exact(matrix.rows * PANEL).enumerate() {
        let mut row = 0;
        while row + R <= rows.count {
            block::<S, R, V>(simd, rows, row, values, &mut out[row * matrix.columns + panel * PANEL..], matrix);
            row += R;
        }
        while row < rows.count {
            block::<S, 1, V>(simd, rows, row, values, &mut out[row * matrix.columns + panel * PANEL..], matrix);
            row += 1;
        }
    }
}

/// `R` rows times one panel.
#[inline(always)]
fn block<S: Simd, const R: usize, const V: usize>(
    simd: S,
    rows: Rows<'_>,
    first: usize,
    panel: &[f32],
    out: &mut [f32],
    matrix: &Packed,
) {
    let mut sums = [[simd.splat_f32s(0.0); V]; R];
    let from: [&[f32]; R] = std::array::from_fn(|row| &rows.values[(first + row) * rows.step..][..matrix.rows]);
    let (vectors, _) = S::as_simd_f32s(panel);
    for (index, columns) in vectors.chunks_exact(V).take(matrix.rows).enumerate() {
        for row in 0..R {
            let value = simd.splat_f32s(from[row][index]);
            for vector in 0..V {
                sums[row][vector] = simd.mul_add_f32s(value, columns[vector], sums[row][vector]);
            }
        }
    }
    for row in 0..R {
        let (places, _) = S::as_mut_simd_f32s(&mut out[row * matrix.columns..][..PANEL]);
        places.copy_from_slice(&sums[row]);
    }
}

/// The product without vectors, for processors we know nothing of.
#[inline(always)]
fn plainly(product: Product<'_>) {
    let Product { rows, matrix, out } = product;
    for (panel, values) in matrix.values.chunks_exact(matrix.rows * PANEL).enumerate() {
        for row in 0..rows.count {
            let mut sums = [0.0f32; PANEL];
            for (value, columns) in rows.values[row * rows.step..].iter().zip(values.chunks_exact(PANEL)) {
                for (sum, column) in sums.iter_mut().zip(columns) {
                    *sum += value * column;
                }
            }
            out[row * matrix.columns + panel * PANEL..][..PANEL].copy_from_slice(&sums);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers that differ and are exact in f32.
    fn numbers(count: usize, seed: u32) -> Vec<f32> {
        (0..count as u32)
            .map(|n| ((n.wrapping_mul(2_654_435_761).wrapping_add(seed) >> 20) % 17) as f32 - 8.0)
            .collect()
    }

    fn check(count: usize, rows: usize, columns: usize, step: usize) {
        let left = numbers((count.max(1) - 1) * step + rows, 3);
        let right = numbers(rows * columns, 5);
        let matrix = Packed::new(&right, rows, columns);
        let mut out = vec![f32::NAN; count * columns];
        multiply(Rows { values: &left, step, count }, &matrix, &mut out);
        let mut plain = vec![f32::NAN; count * columns];
        plainly(Product { rows: Rows { values: &left, step, count }, matrix: &matrix, out: &mut plain });
        for row in 0..count {
            for column in 0..columns {
                let sum: f32 = (0..rows).map(|k| left[row * step + k] * right[k * columns + column]).sum();
                assert_eq!(out[row * columns + column], sum, "row {row} column {column}");
                assert_eq!(plain[row * columns + column], sum, "row {row} column {column}, plainly");
            }
        }
    }

    #[test]
    fn products_are_those_of_the_definition() {
        for count in [0, 1, 2, 3, 11, 12, 13, 29] {
            check(count, 7, 64, 7);
        }
    }

    #[test]
    fn overlapping_rows_read_windows() {
        check(14, 12, 32, 4);
    }

    #[test]
    #[should_panic(expected = "the rows end too early")]
    fn rows_beyond_the_slice_are_refused() {
        let matrix = Packed::new(&[1.0; 64], 2, 32);
        multiply(Rows { values: &[1.0; 3], step: 2, count: 2 }, &matrix, &mut [0.0; 64]);
    }
}
