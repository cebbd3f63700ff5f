//! Which paragraph of an earlier revision became which of a later one.
//!
//! First the paragraphs whose words stayed the same and occur once anchor the two texts; between anchors the changed are
//! aligned by the share of words in common; what is left over is matched wherever it went.

mod wording;
mod words;

use plenum_model::lineage::{Change, Step};
use plenum_model::{Paragraph, ParagraphKind};
use std::collections::HashMap;
pub use wording::compare_words;
use words::Words;

const LEAST_LIKENESS: f32 = 0.5; // Half of the words in common: below it a reader sees another paragraph.
const LEAST_WITH_NUMBER: f32 = 0.35; // The same number is a witness too.
const LEAST_MOVED: f32 = 0.6; // A paragraph elsewhere must be surer: there are many more to mistake it for.
const BAND: usize = 100; // Paragraphs by which the alignment of a changed stretch may stray from its diagonal.

/// Compares two revisions.
///
/// In: the paragraphs of both, in reading order. Out: one step for every paragraph of either, none twice, in the order
/// of the later text; removed ones stand where they stood. Likeness is Dice's: twice the words in common over all words,
/// counted with repetition, without regard to case. Errors: none. 1,000 against 1,000 takes under 200 ms.
pub fn compare(earlier: &[Paragraph], later: &[Paragraph]) -> Vec<Step> {
    let (old, new) = words::of_both(earlier, later);
    let mut matching =
        Matching { earlier, later, old, new, pairs: vec![None; later.len()], taken: vec![false; earlier.len()] };
    let anchors = matching.anchors();
    let mut from = (0, 0);
    for to in anchors.into_iter().chain([(earlier.len(), later.len())]) {
        matching.align(from, to);
        if to.0 < earlier.len() {
            matching.pair(to.0, to.1);
        }
        from = (to.0 + 1, to.1 + 1);
    }
    let in_order = matching.pairs.clone();
    matching.find_moved();
    matching.steps(&in_order)
}

/// Where the same words stand in the earlier and in the later text.
type Places = (Vec<usize>, Vec<usize>);

struct Matching<'a> {
    earlier: &'a [Paragraph],
    later: &'a [Paragraph],
    old: Vec<Words>,
    new: Vec<Words>,
    /// For each later paragraph, the earlier one.
    pairs: Vec<Option<usize>>,
    taken: Vec<bool>,
}

impl Matching<'_> {
    fn pair(&mut self, old: usize, new: usize) {
        self.pairs[new] = Some(old);
        self.taken[old] = true;
    }

    /// Pairs of identical paragraphs that occur once in each text, the longest run that keeps the order; then their
    /// identical neighbours.
    fn anchors(&self) -> Vec<(usize, usize)> {
        let mut places: HashMap<(&str, bool), Places> = HashMap::new();
        for (i, p) in self.earlier.iter().enumerate() {
            places.entry((p.text.as_str(), is_heading(p))).or_default().0.push(i);
        }
        for (j, p) in self.later.iter().enumerate() {
            places.entry((p.text.as_str(), is_heading(p))).or_default().1.push(j);
        }
        let mut unique: Vec<(usize, usize)> = places
            .into_values()
            .filter_map(|(old, new)| match (old.as_slice(), new.as_slice()) {
                ([i], [j]) => Some((*i, *j)),
                _ => None,
            })
            .collect();
        unique.sort_unstable();
        self.with_neighbours(longest_rising(&unique))
    }

    fn with_neighbours(&self, anchors: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
        let same = |i: usize, j: usize| {
            let (a, b) = (&self.earlier[i], &self.later[j]);
            a.text == b.text && is_heading(a) == is_heading(b)
        };
        let mut all: Vec<(usize, usize)> = Vec::with_capacity(anchors.len());
        let mut from = (0, 0);
        for (index, anchor) in anchors.iter().copied().enumerate() {
            let (mut i, mut j) = anchor;
            let mut before = Vec::new();
            while i > from.0 && j > from.1 && same(i - 1, j - 1) {
                (i, j) = (i - 1, j - 1);
                before.push((i, j));
            }
            all.extend(before.into_iter().rev());
            all.push(anchor);
            (i, j) = (anchor.0 + 1, anchor.1 + 1);
            let until = anchors.get(index + 1).copied().unwrap_or((self.earlier.len(), self.later.len()));
            while i < until.0 && j < until.1 && same(i, j) {
                all.push((i, j));
                (i, j) = (i + 1, j + 1);
            }
            from = (i, j);
        }
        all
    }

    /// How alike two paragraphs are, 0 if not alike enough to be one.
    fn likeness(&self, i: usize, j: usize, least: f32) -> f32 {
        let (a, b) = (&self.earlier[i], &self.later[j]);
        if is_heading(a) != is_heading(b) {
            return 0.0;
        }
        let has_same_number = a.number.is_some() && a.number == b.number;
        let least = if has_same_number { least.min(LEAST_WITH_NUMBER) } else { least };
        let dice = if a.text == b.text { 1.0 } else { self.old[i].dice(&self.new[j], least) };
        if dice >= least { dice } else { 0.0 }
    }

    /// Aligns the paragraphs between two anchors so that the sum of likenesses is greatest, near the diagonal.
    fn align(&mut self, from: (usize, usize), to: (usize, usize)) {
        let rows = to.0.saturating_sub(from.0);
        let columns = to.1.saturating_sub(from.1);
        if rows == 0 || columns == 0 {
            return;
        }
        let first_of = |row: usize| (row * columns / rows).saturating_sub(BAND).min(columns);
        let last_of = |row: usize| ((row + 1) * columns / rows + BAND).min(columns);
        let mut best = vec![0.0_f32; columns + 1];
        // For each cell of the band: 0 nothing, 1 from the row above, 2 from the left, 3 a pair.
        let mut ways: Vec<Vec<u8>> = Vec::with_capacity(rows);
        for row in 0..rows {
            let (first, last) = (first_of(row), last_of(row));
            let mut now = best.clone();
            let mut way = vec![1_u8; last - first];
            for column in first..last {
                let alike = self.likeness(from.0 + row, from.1 + column, LEAST_LIKENESS);
                let number = self.earlier[from.0 + row].number.as_ref();
                let bonus =
                    if number.is_some() && number == self.later[from.1 + column].number.as_ref() { 0.05 } else { 0.0 };
                let paired = if alike > 0.0 { best[column] + alike + bonus } else { f32::MIN };
                let (above, left) = (best[column + 1], now[column]);
                let (score, step) = if paired >= above && paired >= left {
                    (paired, 3)
                } else if left > above {
                    (left, 2)
                } else {
                    (above, 1)
                };
                now[column + 1] = score;
                way[column - first] = step;
            }
            // Right of the band nothing is paired in this row: the best so far holds there too.
            let edge = now[last];
            now[last + 1..].iter_mut().for_each(|score| *score = score.max(edge));
            best = now;
            ways.push(way);
        }
        let (mut row, mut column) = (rows, columns);
        while row > 0 && column > 0 {
            let (first, last) = (first_of(row - 1), last_of(row - 1));
            if column > last {
                column -= 1;
                continue;
            }
            let step = if column > first { ways[row - 1][column - 1 - first] } else { 1 };
            match step {
                3 => {
                    (row, column) = (row - 1, column - 1);
                    self.pair(from.0 + row, from.1 + column);
                }
                2 => column -= 1,
                _ => row -= 1,
            }
        }
    }

    /// Matches what is left over, the likest first, wherever it stands.
    fn find_moved(&mut self) {
        let left: Vec<usize> = (0..self.earlier.len()).filter(|i| !self.taken[*i]).collect();
        let mut holders: HashMap<u32, Vec<usize>> = HashMap::new();
        for i in &left {
            for word in self.old[*i].rarest() {
                holders.entry(word).or_default().push(*i);
            }
        }
        let mut found: Vec<(f32, usize, usize)> = Vec::new();
        for j in (0..self.later.len()).filter(|j| self.pairs[*j].is_none()) {
            let mut candidates: Vec<usize> = self.new[j]
                .rarest()
                .filter_map(|word| holders.get(&word))
                .flat_map(|h| h.iter().take(BAND))
                .copied()
                .collect();
            candidates.sort_unstable();
            candidates.dedup();
            found.extend(candidates.into_iter().filter_map(|i| {
                let alike = self.likeness(i, j, LEAST_MOVED);
                (alike >= LEAST_MOVED).then_some((alike, i, j))
            }));
        }
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(&b.2)).then(a.1.cmp(&b.1)));
        for (_, i, j) in found {
            if !self.taken[i] && self.pairs[j].is_none() {
                self.pair(i, j);
            }
        }
    }

    /// The steps, in the order of the later text.
    fn steps(&self, in_order: &[Option<usize>]) -> Vec<Step> {
        let mut steps = Vec::with_capacity(self.earlier.len() + self.later.len());
        let mut removed = (0..self.earlier.len()).filter(|i| !self.taken[*i]).peekable();
        let as_removed = |i| Step { earlier: Some(i), later: None, change: Change::Removed, likeness: 0.0 };
        // For each later paragraph, the earlier one that the next paragraph in order came from.
        let mut next = vec![self.earlier.len(); self.later.len()];
        let mut upcoming = self.earlier.len();
        for (j, pair) in in_order.iter().enumerate().rev() {
            upcoming = pair.unwrap_or(upcoming);
            next[j] = upcoming;
        }
        for (j, pair) in self.pairs.iter().enumerate() {
            while let Some(i) = removed.next_if(|i| *i < next[j]) {
                steps.push(as_removed(i));
            }
            steps.push(match pair {
                None => Step { earlier: None, later: Some(j), change: Change::Added, likeness: 0.0 },
                Some(i) => self.step(*i, j, in_order[j].is_some()),
            });
        }
        steps.extend(removed.map(as_removed));
        steps
    }

    fn step(&self, i: usize, j: usize, is_in_order: bool) -> Step {
        let (a, b) = (&self.earlier[i], &self.later[j]);
        let (change, likeness) = if a.text != b.text {
            (Change::Reworded, self.old[i].dice(&self.new[j], 0.0))
        } else if is_in_order && a.number == b.number {
            (Change::Unchanged, 1.0)
        } else {
            (Change::Moved, 1.0)
        };
        Step { earlier: Some(i), later: Some(j), change, likeness }
    }
}

fn is_heading(paragraph: &Paragraph) -> bool {
    paragraph.kind == ParagraphKind::Heading
}

/// The longest run of pairs, sorted by the first, in which the second rises too.
fn longest_rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut tails: Vec<usize> = Vec::new(); // Index of the pair that ends the best run of each length.
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (index, (_, second)) in pairs.iter().enumerate() {
        let length = tails.partition_point(|tail| pairs[*tail].1 < *second);
        before.push(length.checked_sub(1).map(|l| tails[l]));
        if length == tails.len() {
            tails.push(index);
        } else {
            tails[length] = index;
        }
    }
    let mut run = Vec::new();
    let mut next = tails.last().copied();
    while let Some(index) = next {
        run.push(pairs[index]);
        next = before[index];
    }
    run.reverse();
    run
}

#[cfg(test)]
mod tests;
