//! The best paragraphs by words (BM25, k1 1.2, b 0.75), and all that fusion needs to know of a candidate.

use crate::Result;
use crate::filters::Limits;
use crate::matching::{Asking, Docs, Slot};
use crate::schema::Fields;
use std::cmp::Ordering;
use std::collections::BinaryHeap;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{Postings, SegmentPostings};
use tantivy::query::{Bm25StatisticsProvider, Bm25Weight, BooleanQuery, EnableScoring, Occur, Query as _, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet, Searcher, SegmentReader, Term};

/// A paragraph that may be shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Candidate {
    /// The segment's ordinal.
    pub segment: u32,
    /// The paragraph within it.
    pub doc: DocId,
    /// BM25 of its text, times its card's weight.
    pub words: f32,
    /// BM25 of its title and headings.
    pub context: f32,
    /// The rarity of the question's words that it holds, 0 to 1: 1 if it holds all.
    pub covered: f32,
    /// The rarity of the question's words that stand together in its best stretch of about a sentence, 0 to 1.
    pub together: f32,
    /// Cosine of its meaning and the question's, if known.
    pub likeness: Option<f32>,
}

impl Candidate {
    /// A candidate of which nothing is known yet.
    pub(crate) fn new(segment: u32, doc: DocId) -> Self {
        Self { segment, doc, words: 0.0, context: 0.0, covered: 0.0, together: 0.0, likeness: None }
    }
}

/// How many paragraphs hold a term: those that hold any form of its word, so that a rare form is not worth more.
struct Frequencies<'a> {
    searcher: &'a Searcher,
    slots: &'a [Slot],
}

impl Bm25StatisticsProvider for Frequencies<'_> {
    fn total_num_tokens(&self, field: Field) -> tantivy::Result<u64> {
        self.searcher.total_num_tokens(field)
    }
    fn total_num_docs(&self) -> tantivy::Result<u64> {
        self.searcher.total_num_docs()
    }
    fn doc_freq(&self, term: &Term) -> tantivy::Result<u64> {
        match self.slots.iter().find(|slot| slot.terms.contains(term)) {
            Some(slot) => Ok(slot.frequency),
            None => self.searcher.doc_freq(term),
        }
    }
}

/// The rarity of a word: BM25's idf.
pub(crate) fn rarity(frequency: u64, paragraphs: u64) -> f32 {
    let (n, all) = (frequency as f32, paragraphs.max(frequency) as f32);
    (1.0 + (all - n + 0.5) / (n + 0.5)).ln()
}

/// The `count` best paragraphs by words within the limits; holding every word if `every` is given (per segment).
///
/// Out: unordered; only segment, paragraph and `words` are filled.
pub(crate) fn best(
    searcher: &Searcher,
    asking: &Asking,
    limits: &[Limits],
    every: Option<&[Docs]>,
    count: usize,
) -> Result<Vec<Candidate>> {
    let provider = Frequencies { searcher, slots: &asking.slots };
    let leading = match every {
        Some(_) => asking.slots.iter().collect(),
        None => leading(&asking.slots, searcher.num_docs()),
    };
    let single = leading.iter().all(|slot| slot.terms.len() == 1);
    // Where every slot is one term, the index can skip blocks by their best score; with several it must be told "any".
    let occur = if every.is_some() && single { Occur::Must } else { Occur::Should };
    let terms = leading.iter().flat_map(|slot| &slot.terms);
    let clauses = terms.map(|term| {
        let query = TermQuery::new(term.clone(), IndexRecordOption::WithFreqs);
        (occur, Box::new(query) as Box<dyn tantivy::query::Query>)
    });
    let weight = BooleanQuery::new(clauses.collect())
        .weight(EnableScoring::enabled_from_statistics_provider(&provider, searcher))?;
    let mut top = Top::new(count);
    for (ordinal, segment) in searcher.segment_readers().iter().enumerate() {
        let limits = &limits[ordinal];
        let among = every.map(|every| &every[ordinal]);
        let is_open = limits.is_open();
        let greatest = limits.cards.greatest_weight;
        weight.for_each_pruning(top.threshold() / greatest, segment, &mut |doc, score| {
            let fits = match among {
                Some(docs) => docs.has(doc),
                None => is_open || limits.lets_through(doc),
            };
            if fits {
                top.add(ordinal as u32, doc, score * limits.cards.card(doc).weight);
            }
            top.threshold() / greatest
        })?;
    }
    Ok(top.into_candidates())
}

/// The words that paragraphs are sought by: the rarest, until enough paragraphs hold them and they are half of what is
/// asked for.
///
/// What holds none of them holds less than half of the question's rarity and is not among the best; reading the long
/// lists of the common ones is most of the work. They count in the score of what was found.
fn leading(slots: &[Slot], paragraphs: u64) -> Vec<&Slot> {
    // A word that nothing holds leads to nothing.
    let mut rarest: Vec<&Slot> = slots.iter().filter(|slot| slot.frequency > 0).collect();
    rarest.sort_by_key(|slot| slot.frequency);
    let all: f32 = rarest.iter().map(|slot| rarity(slot.frequency, paragraphs)).sum();
    let (mut held, mut share) = (0, 0.0);
    let is_wanted = |slot: &&Slot| {
        let is_wanted = held < ENOUGH || share < HALF_OF_ALL * all;
        held += slot.frequency;
        share += rarity(slot.frequency, paragraphs);
        is_wanted
    };
    rarest.into_iter().take_while(is_wanted).collect()
}

/// So many paragraphs are enough to choose a hundred from.
const ENOUGH: u64 = 2_000;
/// The rarity of the leading words, of that of all.
const HALF_OF_ALL: f32 = 0.5;

/// All these paragraphs as candidates.
pub(crate) fn all_of(every: &[Docs]) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    for (ordinal, docs) in every.iter().enumerate() {
        docs.each(|doc| candidates.push(Candidate::new(ordinal as u32, doc)));
    }
    candidates
}

/// Fills `words`, `context`, `covered` and `together` of candidates, which must be ordered by segment and paragraph.
pub(crate) fn measure(
    searcher: &Searcher,
    asking: &Asking,
    fields: Fields,
    limits: &[Limits],
    candidates: &mut [Candidate],
) -> Result<()> {
    let provider = Frequencies { searcher, slots: &asking.slots };
    let paragraphs = searcher.num_docs();
    let all: f32 = asking.slots.iter().map(|slot| rarity(slot.frequency, paragraphs)).sum();
    let mut places = vec![Vec::new(); candidates.len()];
    let mut read = Vec::new();
    for (ordinal, slot) in asking.slots.iter().enumerate() {
        let share = rarity(slot.frequency, paragraphs) / all;
        for term in &slot.terms {
            let weight = Bm25Weight::for_terms(&provider, std::slice::from_ref(term))?;
            let context = Term::from_field_text(fields.context, term.value().as_str().unwrap_or_default());
            let context_weight = Bm25Weight::for_terms(&provider, std::slice::from_ref(&context))?;
            let mut from = 0;
            for part in candidates.chunk_by_mut(|a, b| a.segment == b.segment) {
                let segment = searcher.segment_reader(part[0].segment);
                let count = part.len();
                each_holding(
                    segment,
                    term,
                    IndexRecordOption::WithFreqsAndPositions,
                    part,
                    |index, candidate, norm, postings| {
                        candidate.words += weight.score(norm, postings.term_freq());
                        candidate.covered += share;
                        postings.positions(&mut read);
                        let new = read.iter().take(PLACES).map(|at| Place { at: *at, slot: ordinal, share });
                        places[from + index].extend(new);
                    },
                )?;
                each_holding(segment, &context, IndexRecordOption::WithFreqs, part, |_, candidate, norm, postings| {
                    candidate.context += context_weight.score(norm, postings.term_freq());
                })?;
                from += count;
            }
        }
    }
    for (candidate, mut places) in candidates.iter_mut().zip(places) {
        candidate.together = together(&mut places, asking.slots.len()).min(1.0);
        candidate.words *= limits[candidate.segment as usize].cards.card(candidate.doc).weight;
        candidate.covered = candidate.covered.min(1.0);
    }
    Ok(())
}

/// Fills only `words` of candidates, ordered by segment and paragraph: for many, of whom a few are to be kept.
pub(crate) fn measure_words(
    searcher: &Searcher,
    asking: &Asking,
    limits: &[Limits],
    candidates: &mut [Candidate],
) -> Result<()> {
    let provider = Frequencies { searcher, slots: &asking.slots };
    candidates.iter_mut().for_each(|candidate| candidate.words = 0.0);
    for term in asking.slots.iter().flat_map(|slot| &slot.terms) {
        let weight = Bm25Weight::for_terms(&provider, std::slice::from_ref(term))?;
        for part in candidates.chunk_by_mut(|a, b| a.segment == b.segment) {
            let segment = searcher.segment_reader(part[0].segment);
            each_holding(segment, term, IndexRecordOption::WithFreqs, part, |_, candidate, norm, postings| {
                candidate.words += weight.score(norm, postings.term_freq());
            })?;
        }
    }
    for candidate in candidates {
        candidate.words *= limits[candidate.segment as usize].cards.card(candidate.doc).weight;
    }
    Ok(())
}

/// Calls `take` for each candidate (of one segment, ascending) that holds `term`, with its length and the times it does.
fn each_holding(
    segment: &SegmentReader,
    term: &Term,
    with: IndexRecordOption,
    candidates: &mut [Candidate],
    mut take: impl FnMut(usize, &mut Candidate, u8, &mut SegmentPostings),
) -> Result<()> {
    let index = segment.inverted_index(term.field())?;
    let postings: Option<SegmentPostings> = index.read_postings(term, with)?;
    let Some(mut postings) = postings else { return Ok(()) };
    let norms: FieldNormReader = segment.get_fieldnorms_reader(term.field())?;
    for (index, candidate) in candidates.iter_mut().enumerate() {
        let at = postings.doc();
        if at == candidate.doc || (at < candidate.doc && postings.seek(candidate.doc) == candidate.doc) {
            let norm = norms.fieldnorm_id(candidate.doc);
            take(index, candidate, norm, &mut postings);
        }
    }
    Ok(())
}

/// Where a word of the question stands in a paragraph.
#[derive(Clone, Copy)]
struct Place {
    at: u32,
    slot: usize,
    share: f32,
}

const PLACES: usize = 32; // Of one word in one paragraph; what stands more often is no clue to a place.
const STRETCH: u32 = 16; // Words that are no stop words: about a long sentence.

/// The greatest sum of shares of different words within a stretch.
fn together(places: &mut [Place], slots: usize) -> f32 {
    places.sort_unstable_by_key(|place| place.at);
    let mut times = vec![0_u32; slots];
    let (mut first, mut held, mut best) = (0, 0.0, 0.0_f32);
    for last in 0..places.len() {
        let place = places[last];
        times[place.slot] += 1;
        if times[place.slot] == 1 {
            held += place.share;
        }
        while place.at - places[first].at >= STRETCH {
            let left = places[first];
            times[left.slot] -= 1;
            if times[left.slot] == 0 {
                held -= left.share;
            }
            first += 1;
        }
        best = best.max(held);
    }
    best
}

/// The best so far, the worst of them at hand.
struct Top {
    count: usize,
    heap: BinaryHeap<Kept>,
}

#[derive(PartialEq)]
struct Kept {
    score: f32,
    segment: u32,
    doc: DocId,
}

impl Eq for Kept {}
impl Ord for Kept {
    // The heap's greatest is the worst: the lowest score, then the latest paragraph.
    fn cmp(&self, other: &Self) -> Ordering {
        other.score.total_cmp(&self.score).then_with(|| (self.segment, self.doc).cmp(&(other.segment, other.doc)))
    }
}
impl PartialOrd for Kept {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Top {
    fn new(count: usize) -> Self {
        Self { count, heap: BinaryHeap::with_capacity(count + 1) }
    }
    /// What a score, card's weight included, must exceed to be among the best.
    fn threshold(&self) -> f32 {
        if self.heap.len() < self.count { -1.0 } else { self.heap.peek().map_or(-1.0, |worst| worst.score) }
    }
    fn add(&mut self, segment: u32, doc: DocId, score: f32) {
        if self.heap.len() < self.count || score > self.threshold() {
            self.heap.push(Kept { score, segment, doc });
            if self.heap.len() > self.count {
                self.heap.pop();
            }
        }
    }
    fn into_candidates(self) -> Vec<Candidate> {
        let of = |kept: Kept| Candidate { words: kept.score, ..Candidate::new(kept.segment, kept.doc) };
        self.heap.into_iter().map(of).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Slot, leading};

    fn check(frequencies: &[u64], expected: &[u64]) {
        let slots: Vec<Slot> =
            frequencies.iter().map(|frequency| Slot { terms: Vec::new(), frequency: *frequency }).collect();
        let led: Vec<u64> = leading(&slots, 1_000_000).iter().map(|slot| slot.frequency).collect();
        assert_eq!(led, expected, "of {frequencies:?}");
    }

    #[test]
    fn rare_words_lead_and_common_ones_do_not_where_enough_paragraphs_hold_them() {
        check(&[200_000, 1_500, 700, 60_000], &[700, 1_500]);
        check(&[40_000, 160_000, 60_000, 42_000, 130_000, 236_000], &[40_000, 42_000, 60_000]);
    }

    #[test]
    fn every_word_leads_where_few_paragraphs_hold_them() {
        check(&[1_000, 3, 900], &[3, 900, 1_000]);
    }

    #[test]
    fn a_word_that_nothing_holds_does_not_stand_for_those_that_lead() {
        check(&[0, 0, 0, 3_000, 2_500, 2_600], &[2_500, 2_600]);
    }
}
