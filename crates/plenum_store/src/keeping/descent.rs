//! Which paragraph of a new revision is one of the revision before, and what became of each.

use super::Outcome;
use crate::ContentHash;
use plenum_model::lineage::{Change, Step};

/// One paragraph of the revision before: its key and the seal of its words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ancestor {
    pub(crate) paragraph_id: i64,
    pub(crate) seal: ContentHash,
}

/// What became of the paragraphs of the revision before.
#[derive(Debug)]
pub(crate) struct Descent {
    /// For each new paragraph the key that it keeps; `None`: it needs a new one.
    pub(crate) kept_ids: Vec<Option<i64>>,
    /// Steps that name each earlier and each later paragraph exactly once.
    pub(crate) steps: Vec<Step>,
}

/// Holds the comparison to the words: only a paragraph with the very same words keeps its key.
///
/// In: what the comparison said, which may be wrong in any way. Out: steps in which every paragraph of both revisions
/// stands exactly once.
pub(crate) fn trace(said: &[Step], earlier: &[Ancestor], later: &[ContentHash]) -> Descent {
    let mut is_earlier_told = vec![false; earlier.len()];
    let mut is_later_told = vec![false; later.len()];
    let mut descent = Descent { kept_ids: vec![None; later.len()], steps: Vec::with_capacity(said.len()) };
    for step in said {
        let from = step.earlier.filter(|at| is_earlier_told.get(*at) == Some(&false));
        let to = step.later.filter(|at| is_later_told.get(*at) == Some(&false));
        from.iter().for_each(|at| is_earlier_told[*at] = true);
        to.iter().for_each(|at| is_later_told[*at] = true);
        let change = match (from, to) {
            (None, None) => continue,
            (Some(_), None) => Change::Removed,
            (None, Some(_)) => Change::Added,
            (Some(from), Some(to)) if earlier[from].seal == later[to] => {
                descent.kept_ids[to] = Some(earlier[from].paragraph_id);
                if step.change == Change::Unchanged { Change::Unchanged } else { Change::Moved }
            }
            (Some(_), Some(_)) => Change::Reworded, // Footnotes may differ under the same words.
        };
        descent.steps.push(Step { earlier: from, later: to, change, likeness: step.likeness });
    }
    let untold =
        |told: &[bool]| told.iter().enumerate().filter(|(_, told)| !**told).map(|(at, _)| at).collect::<Vec<_>>();
    let added = untold(&is_later_told).into_iter().map(|at| (None, Some(at), Change::Added));
    let removed = untold(&is_earlier_told).into_iter().map(|at| (Some(at), None, Change::Removed));
    for (earlier, later, change) in added.chain(removed) {
        descent.steps.push(Step { earlier, later, change, likeness: 0.0 });
    }
    descent
}

impl Descent {
    /// The steps, counted.
    pub(crate) fn outcome(&self) -> Outcome {
        let count = |change| {
            let times = self.steps.iter().filter(|step| step.change == change).count();
            u32::try_from(times).unwrap_or(u32::MAX)
        };
        Outcome::Revised {
            unchanged: count(Change::Unchanged),
            moved: count(Change::Moved),
            reworded: count(Change::Reworded),
            added: count(Change::Added),
            removed: count(Change::Removed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comparison_that_lies_loses_no_paragraph() {
        let seal = |word: &str| ContentHash::of(word.as_bytes());
        let earlier = [("a", 1), ("b", 2)].map(|(word, id)| Ancestor { paragraph_id: id, seal: seal(word) });
        let later = ["b", "c", "a"].map(seal);
        let step = |earlier, later| Step { earlier, later, change: Change::Unchanged, likeness: 1.0 };
        let lies = [step(Some(0), Some(0)), step(Some(0), Some(2)), step(Some(9), Some(9)), step(None, None)];
        let descent = trace(&lies, &earlier, &later);
        assert_eq!(descent.kept_ids, [None, None, None], "words decide which key is kept");
        let told = |f: fn(&Step) -> Option<usize>| {
            let mut told: Vec<usize> = descent.steps.iter().filter_map(f).collect();
            told.sort_unstable();
            told
        };
        assert_eq!((told(|s| s.earlier), told(|s| s.later)), (vec![0, 1], vec![0, 1, 2]));
    }
}
