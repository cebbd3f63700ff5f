//! The encoder's network: pieces go in, one vector of unit length comes out for each text.
//!
//! What it computes (universal-sentence-encoder-multilingual, version 3): each piece's row of the table is projected
//! and normalised for three branches, which look at 2, 3 and 5 neighbouring pieces at a time, in two layers each that
//! add to what they were given. Rows and branches side by side are normalised once more, summed over the text,
//! divided by the root of its length, and go through four dense layers with two short cuts.

use super::EncoderError;
use super::product::{PANEL, Packed, Rows, multiply};
use super::weights::{Matrix, Table};

/// The branches: how many pieces a window holds, how many of them come before the piece it belongs to.
const BRANCHES: [(usize, usize); 3] = [(2, 0), (3, 1), (5, 2)];
/// Rows of zeros between two texts, so that no window of one reaches into the other: the widest reach of a window.
const BETWEEN: usize = 2;
/// Kept from zero when dividing. Source: the model's own constant.
const TINY: f32 = 1e-12;

/// The names of all layers' arrays in the weights.
pub(super) fn names() -> Vec<String> {
    let of_branches = ["proj", "proj_b", "ln_g", "ln_b", "w1_", "b1_", "w2_", "b2_"];
    let names = of_branches.iter().flat_map(|name| BRANCHES.map(|(words, _)| format!("{name}{words}")));
    names.chain(["ln_g", "ln_b", "cnn_W", "cnn_b", "d0", "d1", "d2", "d3", "p1", "p3"].map(String::from)).collect()
}

/// One branch.
struct Branch {
    pieces: usize,
    before: usize,
    first: Packed,
    first_bias: Vec<f32>,
    second: Packed,
    second_bias: Vec<f32>,
}

/// The network without its table.
pub(super) struct Network {
    project: [Packed; 3],
    project_bias: Vec<f32>,
    project_gain: Vec<f32>,
    project_shift: Vec<f32>,
    branches: [Branch; 3],
    gain: Vec<f32>,
    shift: Vec<f32>,
    gather: Packed,
    gather_bias: Vec<f32>,
    deep: [Packed; 4],
    past: [Packed; 2],
}

/// Takes layers by name and checks their shapes, so that nothing later can go out of bounds.
struct Checked<'a, Take> {
    take: Take,
    file: &'a str,
}

impl<Take: FnMut(&str) -> Result<Matrix, EncoderError>> Checked<'_, Take> {
    fn packed(&mut self, name: &str, rows: usize, columns: Option<usize>) -> Result<Packed, EncoderError> {
        let matrix = (self.take)(name)?;
        let fits = matrix.rows == rows && columns.is_none_or(|columns| columns == matrix.columns);
        if !fits || !matrix.columns.is_multiple_of(PANEL) || matrix.values.len() != matrix.rows * matrix.columns {
            let what = format!("layer {name} has {} × {} numbers", matrix.rows, matrix.columns);
            return Err(EncoderError::Damaged { file: self.file.to_owned(), what });
        }
        Ok(Packed::new(&matrix.values, matrix.rows, matrix.columns))
    }

    fn list(&mut self, name: &str, length: usize) -> Result<Vec<f32>, EncoderError> {
        let matrix = (self.take)(name)?;
        if matrix.rows == 1 && matrix.columns == length && matrix.values.len() == length {
            return Ok(matrix.values);
        }
        let what = format!("layer {name} has {} × {} numbers, not {length}", matrix.rows, matrix.columns);
        Err(EncoderError::Damaged { file: self.file.to_owned(), what })
    }

    fn lists(&mut self, name: &str, length: usize) -> Result<Vec<f32>, EncoderError> {
        let mut all = Vec::new();
        for (pieces, _) in BRANCHES {
            all.extend(self.list(&format!("{name}{pieces}"), length)?);
        }
        Ok(all)
    }

    fn branch(&mut self, (pieces, before): (usize, usize), width: usize) -> Result<Branch, EncoderError> {
        Ok(Branch {
            pieces,
            before,
            first: self.packed(&format!("w1_{pieces}"), pieces * width, Some(width))?,
            first_bias: self.list(&format!("b1_{pieces}"), width)?,
            second: self.packed(&format!("w2_{pieces}"), pieces * width, Some(width))?,
            second_bias: self.list(&format!("b2_{pieces}"), width)?,
        })
    }
}

impl Network {
    /// Builds the network of the layers that `take` gives by name, for a table of rows of `width` numbers.
    ///
    /// Errors: those of `take`; `Damaged` where shapes do not fit. `file` is named in it.
    pub(super) fn new(
        take: impl FnMut(&str) -> Result<Matrix, EncoderError>,
        width: usize,
        file: &str,
    ) -> Result<Network, EncoderError> {
        let mut layers = Checked { take, file };
        let two = layers.packed("proj2", width, None)?;
        let branch = two.columns();
        let project = [two, layers.packed("proj3", width, Some(branch))?, layers.packed("proj5", width, Some(branch))?];
        let all = width + BRANCHES.len() * branch;
        let gather = layers.packed("cnn_W", all, None)?;
        let gathered = gather.columns();
        let d0 = layers.packed("d0", gathered, None)?;
        let inner = d0.columns();
        let d1 = layers.packed("d1", inner, Some(inner))?;
        let d2 = layers.packed("d2", inner, None)?;
        let d3 = layers.packed("d3", d2.columns(), None)?;
        Ok(Network {
            project,
            project_bias: layers.lists("proj_b", branch)?,
            project_gain: layers.lists("ln_g", branch)?,
            project_shift: layers.lists("ln_b", branch)?,
            branches: [
                layers.branch(BRANCHES[0], branch)?,
                layers.branch(BRANCHES[1], branch)?,
                layers.branch(BRANCHES[2], branch)?,
            ],
            gain: layers.list("ln_g", all)?,
            shift: layers.list("ln_b", all)?,
            gather_bias: layers.list("cnn_b", gathered)?,
            past: [layers.packed("p1", gathered, Some(inner))?, layers.packed("p3", inner, Some(d3.columns()))?],
            gather,
            deep: [d0, d1, d2, d3],
        })
    }

    /// How many numbers a vector has.
    pub(super) fn dims(&self) -> usize {
        self.deep[3].columns()
    }

    /// The vectors of texts given as pieces, one after the other, each of unit length. No text may be empty. `bytes` are
    /// the table's, whole rows.
    ///
    /// Pieces beyond the table count as its first row (the unknown piece).
    pub(super) fn run(&self, table: &Table<()>, bytes: &[u8], texts: &[Vec<u32>]) -> Vec<f32> {
        let rows = texts.iter().map(|text| text.len() + BETWEEN).sum::<usize>() + BETWEEN;
        let (raw, projected, places) = self.project(table, bytes, texts);
        let branch = self.branches[0].first.columns();
        let wide = branch * BRANCHES.len();
        let mut seen = vec![vec![0.0; rows * branch]; BRANCHES.len()];
        for (number, branch_of) in self.branches.iter().enumerate() {
            let given = &mut seen[number];
            for (row, &place) in rows_of(texts).zip(&places) {
                given[row * branch..][..branch].copy_from_slice(&projected[place * wide + number * branch..][..branch]);
            }
            branch_of.layer(&branch_of.first, &branch_of.first_bias, given, texts);
            branch_of.layer(&branch_of.second, &branch_of.second_bias, given, texts);
        }
        let sums = self.sum(table.width, texts, &raw, &places, &seen);
        self.finish(texts, &sums)
    }

    /// For each different piece: its numbers, and its numbers projected and normalised for the branches; and for each
    /// piece of all texts which of these rows is its own.
    fn project(&self, table: &Table<()>, bytes: &[u8], texts: &[Vec<u32>]) -> (Vec<f32>, Vec<f32>, Vec<usize>) {
        let pieces: Vec<u32> = texts.iter().flatten().copied().collect();
        let mut different = pieces.clone();
        different.sort_unstable();
        different.dedup();
        let places = pieces.iter().map(|piece| different.binary_search(piece).unwrap_or_default()).collect();
        let raw: Vec<f32> = different.iter().flat_map(|&piece| row(table, bytes, piece)).collect();
        let branch = self.project[0].columns();
        let wide = branch * BRANCHES.len();
        let mut projected = vec![0.0; different.len() * wide];
        let mut out = vec![0.0; different.len() * branch];
        for (number, matrix) in self.project.iter().enumerate() {
            multiply(Rows { values: &raw, step: table.width, count: different.len() }, matrix, &mut out);
            for (from, to) in out.chunks_exact(branch).zip(projected.chunks_exact_mut(wide)) {
                to[number * branch..][..branch].copy_from_slice(from);
            }
        }
        for values in projected.chunks_exact_mut(wide) {
            for (value, bias) in values.iter_mut().zip(&self.project_bias) {
                *value += bias;
            }
            normalise(values);
            for ((value, gain), shift) in values.iter_mut().zip(&self.project_gain).zip(&self.project_shift) {
                *value = *value * gain + shift;
            }
        }
        (raw, projected, places)
    }

    /// The sum over each text of its rows and branches, side by side and normalised.
    fn sum(&self, width: usize, texts: &[Vec<u32>], raw: &[f32], places: &[usize], seen: &[Vec<f32>]) -> Vec<f32> {
        let branch = self.branches[0].first.columns();
        let mut sums = vec![0.0; texts.len() * self.gain.len()];
        let mut values = vec![0.0; self.gain.len()];
        let mut next = rows_of(texts).zip(places);
        for (text, sum) in texts.iter().zip(sums.chunks_exact_mut(self.gain.len())) {
            for (row, &place) in next.by_ref().take(text.len()) {
                values[..width].copy_from_slice(&raw[place * width..][..width]);
                for (to, from) in values[width..].chunks_exact_mut(branch).zip(seen) {
                    to.copy_from_slice(&from[row * branch..][..branch]);
                }
                normalise(&mut values);
                sum.iter_mut().zip(&values).for_each(|(sum, value)| *sum += value);
            }
            for ((sum, gain), shift) in sum.iter_mut().zip(&self.gain).zip(&self.shift) {
                *sum = *sum * gain + text.len() as f32 * shift;
            }
        }
        sums
    }

    /// The layers behind the sum, on all texts at once.
    fn finish(&self, texts: &[Vec<u32>], sums: &[f32]) -> Vec<f32> {
        let count = texts.len();
        let product = |values: &[f32], matrix: &Packed| {
            let mut out = vec![0.0; count * matrix.columns()];
            multiply(Rows { values, step: matrix.rows(), count }, matrix, &mut out);
            out
        };
        let add = |mut left: Vec<f32>, right: Vec<f32>| {
            left.iter_mut().zip(right).for_each(|(left, right)| *left += right);
            left
        };
        let positive = |mut values: Vec<f32>| {
            values.iter_mut().for_each(|value| *value = value.max(0.0));
            values
        };
        let mut mean = product(sums, &self.gather);
        for (text, values) in texts.iter().zip(mean.chunks_exact_mut(self.gather.columns())) {
            let length = text.len() as f32;
            for (value, bias) in values.iter_mut().zip(&self.gather_bias) {
                *value = (*value + length * bias) / length.sqrt();
            }
        }
        let [d0, d1, d2, d3] = &self.deep;
        let [p1, p3] = &self.past;
        let inner = positive(product(&mean, d0));
        let inner = positive(add(product(&mean, p1), product(&inner, d1)));
        let outer = positive(product(&inner, d2));
        let mut vectors = add(product(&inner, p3), product(&outer, d3));
        for vector in vectors.chunks_exact_mut(self.dims()) {
            vector.iter_mut().for_each(|value| *value = value.tanh());
            let length = vector.iter().map(|value| value * value).sum::<f32>().max(TINY).sqrt();
            vector.iter_mut().for_each(|value| *value /= length);
        }
        vectors
    }
}

impl Branch {
    /// One layer: each row becomes itself plus what its window gives, if that is positive. Rows between texts stay
    /// zero.
    fn layer(&self, matrix: &Packed, bias: &[f32], rows: &mut [f32], texts: &[Vec<u32>]) {
        let width = matrix.columns();
        // Windows overlap: each begins one row after the one before. The first belongs to the first text's first row.
        let count = rows.len() / width - 2 * BETWEEN;
        let mut out = vec![0.0; count * width];
        let values = &rows[(BETWEEN - self.before) * width..];
        debug_assert!(values.len() >= (count - 1 + self.pieces) * width);
        multiply(Rows { values, step: width, count }, matrix, &mut out);
        for row in rows_of(texts) {
            let added = &out[(row - BETWEEN) * width..][..width];
            for ((value, added), bias) in rows[row * width..][..width].iter_mut().zip(added).zip(bias) {
                *value += (added + bias).max(0.0);
            }
        }
    }
}

/// Where the rows of all texts lie: two rows of zeros, a text, two rows of zeros, a text …
fn rows_of(texts: &[Vec<u32>]) -> impl Iterator<Item = usize> {
    let mut first = BETWEEN;
    texts.iter().flat_map(move |text| {
        let rows = first..first + text.len();
        first = rows.end + BETWEEN;
        rows
    })
}

/// A piece's numbers.
fn row<'a>(table: &Table<()>, bytes: &'a [u8], piece: u32) -> impl Iterator<Item = f32> + use<'a> {
    let rows = bytes.len() / table.width;
    let piece = if (piece as usize) < rows { piece as usize } else { 0 };
    let (step, lowest) = (table.steps[piece % table.steps.len()], table.lowest[piece % table.steps.len()]);
    bytes[piece * table.width..][..table.width].iter().map(move |&byte| f32::from(byte) * step + lowest)
}

/// Brings values to mean 0 and variance 1.
fn normalise(values: &mut [f32]) {
    let count = values.len() as f32;
    let mean = total(values, |value| value) / count;
    let variance = total(values, |value| (value - mean) * (value - mean)) / count;
    let scale = 1.0 / (variance + TINY).sqrt();
    values.iter_mut().for_each(|value| *value = (*value - mean) * scale);
}

/// A sum in sixteen strands: faster than one, and more exact.
fn total(values: &[f32], of: impl Fn(f32) -> f32) -> f32 {
    let mut strands = [0.0f32; 16];
    let (chunks, rest) = values.as_chunks::<16>();
    for chunk in chunks {
        for (strand, &value) in strands.iter_mut().zip(chunk) {
            *strand += of(value);
        }
    }
    strands.iter().sum::<f32>() + rest.iter().map(|&value| of(value)).sum::<f32>()
}
