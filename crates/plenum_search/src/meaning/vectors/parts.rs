//! Parts: paragraphs in groups of like ones, so that a question looks into the nearest groups only.
//!
//! The groups' middles are found by k-means on a sample. All of it can be made again from the rows.

use std::path::Path;

use super::cards::hash64;
use super::{Vectors, VectorsError, io_error, rows};
use crate::meaning::product::{PANEL, Packed, Rows, multiply};

/// From so many paragraphs on it is worth it: fewer codes are all looked at within half a millisecond.
const WORTH_IT: usize = 100_000;
/// How many paragraphs may come before what is known of their groups is written down again.
const WRITE_AFTER: usize = 50_000;
/// When there are so many times as many paragraphs as when the groups were made, they are made anew.
const GROWTH: usize = 4;
/// Paragraphs the middles are found from.
const SAMPLE: usize = 32_768;
/// Rounds of k-means; the groups hardly change after these.
const ROUNDS: usize = 8;
/// Rows given to a product at once.
const BATCH: usize = 1024;
/// First bytes of the file.
const SIGN: &[u8; 8] = b"PLENPAR1";
const HEAD_BYTES: usize = 32;

/// The groups.
pub(super) struct Parts {
    dims: usize,
    /// The middles of the groups, one column each, of unit length.
    middles: Packed,
    values: Vec<f32>,
    /// Of each place, as far as it was written down.
    lists: Vec<u16>,
    /// How many places there were when the middles were found.
    made_of: usize,
}

impl Parts {
    /// `values`: the middles, one after the other.
    fn new(values: Vec<f32>, dims: usize, lists: Vec<u16>, made_of: usize) -> Parts {
        let count = values.len() / dims;
        let mut columns = vec![0.0; values.len()];
        for (number, middle) in values.chunks_exact(dims).enumerate() {
            middle.iter().enumerate().for_each(|(row, &value)| columns[row * count + number] = value);
        }
        Parts { dims, middles: Packed::new(&columns, dims, count), values, lists, made_of }
    }

    /// How many groups.
    pub(super) fn count(&self) -> usize {
        self.middles.columns()
    }

    /// The group of a place, if it was written down.
    pub(super) fn list_of(&self, place: u32) -> Option<usize> {
        self.lists.get(place as usize).map(|&list| usize::from(list)).filter(|&list| list < self.count())
    }

    /// Of each vector, one after the other in `vectors`, the nearest group.
    pub(super) fn nearest(&self, vectors: &[f32]) -> Vec<u16> {
        let mut nearest = Vec::with_capacity(vectors.len() / self.dims);
        let mut out = vec![0.0; BATCH.min(vectors.len() / self.dims) * self.count()];
        for some in vectors.chunks(BATCH * self.dims) {
            let count = some.len() / self.dims;
            let out = &mut out[..count * self.count()];
            multiply(Rows { values: some, step: self.dims, count }, &self.middles, out);
            nearest.extend(out.chunks_exact(self.count()).map(|cosines| {
                let best = cosines.iter().enumerate().max_by(|left, right| left.1.total_cmp(right.1));
                best.map_or(0, |(number, _)| number as u16)
            }));
        }
        nearest
    }

    /// All groups, the nearest to `vector` first.
    pub(super) fn by_nearness(&self, vector: &[f32]) -> Vec<usize> {
        let mut cosines = vec![0.0; self.count()];
        multiply(Rows { values: vector, step: self.dims, count: 1 }, &self.middles, &mut cosines);
        let mut order: Vec<usize> = (0..self.count()).collect();
        order.sort_unstable_by(|&left, &right| cosines[right].total_cmp(&cosines[left]));
        order
    }

    /// Finds the middles of `sample` (vectors one after the other), `count` of them, a multiple of 32.
    fn find(sample: &[f32], dims: usize, count: usize, made_of: usize) -> Parts {
        let vectors: Vec<&[f32]> = sample.chunks_exact(dims).collect();
        // Any of the sample will do to begin with; these are spread over all of it.
        let spread = (0..count).flat_map(|number| vectors[number * vectors.len() / count].iter().copied());
        let mut parts = Parts::new(spread.collect(), dims, Vec::new(), made_of);
        for _ in 0..ROUNDS {
            let mut sums = vec![0.0; count * dims];
            for (vector, group) in vectors.iter().zip(parts.nearest(sample)) {
                let sum = &mut sums[usize::from(group) * dims..][..dims];
                sum.iter_mut().zip(*vector).for_each(|(sum, value)| *sum += value);
            }
            for (sum, old) in sums.chunks_exact_mut(dims).zip(parts.values.chunks_exact(dims)) {
                let length = sum.iter().map(|value| value * value).sum::<f32>().sqrt();
                if length > 0.0 {
                    sum.iter_mut().for_each(|value| *value /= length);
                } else {
                    sum.copy_from_slice(old); // An empty group stays where it is.
                }
            }
            parts = Parts::new(sums, dims, Vec::new(), made_of);
        }
        parts
    }

    /// Reads the file; none where it is not whole.
    pub(super) fn read(path: &Path, dims: usize) -> Option<Parts> {
        let bytes = std::fs::read(path).ok()?;
        let (head, rest) = bytes.split_at_checked(HEAD_BYTES)?;
        let (body, check) = rest.split_at_checked(rest.len().checked_sub(8)?)?;
        let number = |at: usize| head.get(at..at + 8)?.try_into().ok().map(u64::from_le_bytes);
        let count = usize::try_from(number(8)?).ok()?;
        let fits = head.starts_with(SIGN) && number(16)? == dims as u64 && check == hash64(body).to_le_bytes();
        if !fits || count == 0 || count > usize::from(u16::MAX) || !count.is_multiple_of(PANEL) {
            return None;
        }
        let (middles, lists) = body.split_at_checked(count * dims * 4)?;
        let values = crate::meaning::weights::numbers(middles)?;
        let lists = lists.chunks_exact(2).filter_map(|two| Some(u16::from_le_bytes(two.try_into().ok()?))).collect();
        Some(Parts::new(values, dims, lists, usize::try_from(number(24)?).ok()?))
    }

    /// The file's bytes, with the groups of all places.
    fn to_bytes(&self, lists: &[u16]) -> Vec<u8> {
        let mut bytes = SIGN.to_vec();
        for number in [self.count(), self.dims, self.made_of] {
            bytes.extend((number as u64).to_le_bytes());
        }
        bytes.extend(self.values.iter().flat_map(|value| value.to_le_bytes()));
        bytes.extend(lists.iter().flat_map(|list| list.to_le_bytes()));
        let check = hash64(&bytes[HEAD_BYTES..]);
        bytes.extend(check.to_le_bytes());
        bytes
    }
}

impl Vectors {
    /// Background work that keeps `nearest` fast when much was kept; returns at once when there is nothing to do.
    ///
    /// With a million paragraphs it takes some seconds on one core, every few hundred thousand; searches and `keep` go
    /// on meanwhile.
    pub fn tidy(&self) -> Result<(), VectorsError> {
        self.tidy_from(WORTH_IT)
    }

    /// `tidy` for at least so many paragraphs.
    pub(super) fn tidy_from(&self, worth_it: usize) -> Result<(), VectorsError> {
        // Only who writes tidies: readers find the file when they open.
        if self.writer.lock().unwrap_or_else(std::sync::PoisonError::into_inner).is_none() {
            return Ok(());
        }
        let (made_of, written, count, living) = {
            let held = self.held();
            let parts = held.parts.as_ref();
            let (made_of, written) = parts.map_or((0, 0), |parts| (parts.made_of, parts.lists.len()));
            (made_of, written, held.places.len(), held.len())
        };
        if living < worth_it.max(PANEL) {
            return Ok(());
        }
        if made_of == 0 || living >= made_of * GROWTH {
            let parts = self.group();
            self.held_to_change().set_parts(parts);
        } else if count < written + WRITE_AFTER {
            return Ok(());
        }
        self.write_parts()
    }

    /// Finds groups for what is there now, and the group of each place.
    fn group(&self) -> Option<Parts> {
        let (map, firsts) = {
            let held = self.held();
            let firsts: Vec<Option<u64>> =
                held.places.iter().map(|place| place.is_there().then_some(place.first_row)).collect();
            (held.map()?, firsts)
        };
        let width = rows::row_bytes(self.dims);
        let row = |number: u64| map.get(number as usize * width..(number as usize + 1) * width).unwrap_or_default();
        let living: Vec<u64> = firsts.iter().flatten().copied().collect();
        let mut sample = Vec::new();
        for number in 0..living.len().min(SAMPLE) {
            rows::numbers(row(living[number * living.len() / living.len().min(SAMPLE)]), &mut sample);
        }
        let count = (living.len().isqrt().next_multiple_of(PANEL)).clamp(PANEL, 1024);
        let mut parts = Parts::find(&sample, self.dims, count, living.len());
        let mut lists = Vec::with_capacity(firsts.len());
        let mut some = Vec::with_capacity(BATCH * self.dims);
        for firsts in firsts.chunks(BATCH) {
            some.clear();
            firsts.iter().flatten().for_each(|&first| rows::numbers(row(first), &mut some));
            let mut nearest = parts.nearest(&some).into_iter();
            lists.extend(firsts.iter().map(|first| first.and_then(|_| nearest.next()).unwrap_or(u16::MAX)));
        }
        parts.lists = lists;
        Some(parts)
    }

    fn write_parts(&self) -> Result<(), VectorsError> {
        let mut bytes = None;
        {
            let mut held = self.held_to_change();
            let lists = held.lists_of_places();
            if let Some(parts) = &mut held.parts {
                bytes = Some(parts.to_bytes(&lists));
                parts.lists = lists;
            }
        }
        let Some(bytes) = bytes else { return Ok(()) };
        let (path, half) = (self.folder.join("parts"), self.folder.join("parts.half"));
        std::fs::write(&half, bytes).and_then(|()| std::fs::rename(&half, &path)).map_err(io_error(&path))
    }
}
