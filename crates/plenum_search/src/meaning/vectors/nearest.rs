//! The nearest paragraphs to a question: codes first, then the vectors themselves.

use super::codes::{CODE_WORDS, code, differences};
use super::held::{Held, Place};
use super::{Among, Near, Vectors, rows};

/// How many of the nearest by code are compared by the vector of the whole paragraph; and how many of the nearest of
/// these by those of their sentences too. Between what is quick and what misses little: docs/decisions/0003-encoder.md.
const BY_CODE: usize = 1000;
const AS_A_WHOLE: usize = 400;
/// One group in so many is looked into.
const GROUPS_SHARE: usize = 12;
/// At least so many groups are.
const GROUPS: usize = 24;
/// How much the whole paragraph counts, and how much its best sentence. Measured on questions in five languages; the
/// better of the two alone finds 3 in 100 fewer, the whole alone 6.
const WHOLE: f32 = 0.4;
const BEST_SENTENCE: f32 = 0.6;

impl Vectors {
    /// The `count` paragraphs nearest to `question` (a vector of `Encoder::encode`), best first.
    ///
    /// Exact for up to 400 paragraphs; beyond that nearly so, and more so the nearer they are.
    pub fn nearest(&self, question: &[f32], count: usize, among: Among<'_>) -> Vec<Near> {
        if question.len() != self.dims || count == 0 {
            return Vec::new();
        }
        let held = self.held();
        let (by_code, as_a_whole) = (BY_CODE.max(count * 4), AS_A_WHOLE.max(count * 2));
        let places: Vec<&Place> = match among {
            Among::These(ids) => {
                let mut ids = ids.to_vec();
                ids.sort_unstable();
                ids.dedup();
                ids.iter().filter_map(|&id| held.place(id)).collect()
            }
            Among::All => near_by_code(&held, question, (by_code, by_code), &|_| true),
            // Each is asked for, so only twice as many are gathered as are wanted.
            Among::Where(is_allowed) => near_by_code(&held, question, (count * 2, count), is_allowed),
        };
        let places = nearest_as_a_whole(&held, question, as_a_whole, places);
        best(&held, question, count, &places)
    }

    /// `nearest` among all, comparing every vector: too slow to serve (half a second for a million paragraphs), meant
    /// for measuring how much `nearest` misses.
    pub fn nearest_exactly(&self, question: &[f32], count: usize) -> Vec<Near> {
        let held = self.held();
        let places: Vec<&Place> = held.places.iter().filter(|place| place.is_there()).collect();
        best(&held, question, count, &places)
    }
}

/// The `count` best of these places.
fn best(held: &Held, question: &[f32], count: usize, places: &[&Place]) -> Vec<Near> {
    let near = |place: &&Place| Near { paragraph_id: place.paragraph_id, likeness: likeness(held, question, place) };
    let mut nearest: Vec<Near> = places.iter().map(near).collect();
    nearest.sort_unstable_by(|left, right| {
        right.likeness.total_cmp(&left.likeness).then(left.paragraph_id.cmp(&right.paragraph_id))
    });
    nearest.truncate(count);
    nearest
}

/// How like a paragraph is to the question.
fn likeness(held: &Held, question: &[f32], place: &Place) -> f32 {
    let whole = rows::cosine(question, held.row(place.first_row));
    let sentences =
        (1..u64::from(place.count)).map(|number| rows::cosine(question, held.row(place.first_row + number)));
    WHOLE * whole + BEST_SENTENCE * sentences.reduce(f32::max).unwrap_or(whole)
}

/// Of many places, the nearest by the vector of the whole.
fn nearest_as_a_whole<'a>(held: &Held, question: &[f32], count: usize, places: Vec<&'a Place>) -> Vec<&'a Place> {
    if places.len() <= count {
        return places;
    }
    let cosine = |place: &'a Place| (rows::cosine(question, held.row(place.first_row)), place);
    let mut scored: Vec<(f32, &Place)> = places.into_iter().map(cosine).collect();
    scored.select_nth_unstable_by(count, |left, right| right.0.total_cmp(&left.0));
    scored.truncate(count);
    scored.into_iter().map(|(_, place)| place).collect()
}

/// The `wanted` allowed places nearest by code, and those at the same distance as the last. Where the groups near the
/// question hold fewer than `enough`, all groups are looked into.
fn near_by_code<'a>(
    held: &'a Held,
    question: &[f32],
    (wanted, enough): (usize, usize),
    is_allowed: &dyn Fn(i64) -> bool,
) -> Vec<&'a Place> {
    let order = held.parts.as_ref().map_or_else(|| vec![0], |parts| parts.by_nearness(question));
    let first_look = (order.len() / GROUPS_SHARE).max(GROUPS).min(order.len());
    let found = in_lists(held, question, &order[..first_look], wanted, is_allowed);
    if found.len() >= enough || first_look == order.len() {
        return found;
    }
    in_lists(held, question, &order, wanted, is_allowed)
}

/// `near_by_code` in the lists of these numbers.
fn in_lists<'a>(
    held: &'a Held,
    question: &[f32],
    numbers: &[usize],
    count: usize,
    is_allowed: &dyn Fn(i64) -> bool,
) -> Vec<&'a Place> {
    let code = code(question);
    let lists = || numbers.iter().filter_map(|&number| held.lists.get(number));
    let mut distances = Vec::with_capacity(lists().map(|list| list.codes.len()).sum());
    lists().for_each(|list| differences(&code, &list.codes, &mut distances));
    // The places in order of their distance, sorted by counting; ends[d] is behind the last of distance d.
    let mut ends = [0usize; 64 * CODE_WORDS + 1];
    distances.iter().for_each(|&distance| ends[usize::from(distance)] += 1);
    let mut begin = 0;
    for end in &mut ends {
        (*end, begin) = (begin, begin + *end);
    }
    let mut order = vec![0u32; distances.len()];
    for (place, &distance) in lists().flat_map(|list| &list.places).zip(&distances) {
        let end = &mut ends[usize::from(distance)];
        order[*end] = *place;
        *end += 1;
    }
    let (mut found, mut begin) = (Vec::new(), 0);
    for end in ends {
        if found.len() >= count {
            break;
        }
        let places = order[begin..end].iter().filter_map(|&place| held.places.get(place as usize));
        found.extend(places.filter(|place| place.is_there() && is_allowed(place.paragraph_id)));
        begin = end;
    }
    found
}
