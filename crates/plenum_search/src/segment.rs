//! What is kept in memory of each segment of the index: which card each paragraph has.

use crate::Result;
use crate::card::{Card, Values};
use std::sync::OnceLock;
use tantivy::columnar::Column;
use tantivy::{DocId, SegmentReader};

/// One segment's cards. About 4 bytes a paragraph; up to 20 once meaning has been asked for.
pub(crate) struct Cards {
    /// The card of each paragraph, an index into `cards`.
    pub of: Vec<u32>,
    /// The cards.
    pub cards: Vec<Card>,
    /// The greatest weight of a card: what the best score can be multiplied by.
    pub greatest_weight: f32,
    /// The id of each paragraph.
    ids: Column<i64>,
    by_id: OnceLock<ById>,
}

impl Cards {
    /// Reads the cards of a segment.
    pub(crate) fn read(reader: &SegmentReader, values: &mut Values) -> Result<Self> {
        let max_doc = reader.max_doc();
        let fast = reader.fast_fields();
        let mut cards = Vec::new();
        let mut of = vec![0_u32; max_doc as usize];
        if let Some(column) = fast.str("card")? {
            let mut line = String::new();
            for ord in 0..column.num_terms() as u64 {
                line.clear();
                column.ord_to_str(ord, &mut line)?;
                cards.push(Card::read(&line, values));
            }
            let ords = column.ords();
            for (doc, slot) in of.iter_mut().enumerate() {
                *slot = ords.first(doc as DocId).and_then(|ord| u32::try_from(ord).ok()).unwrap_or(0);
            }
        }
        if cards.is_empty() {
            cards.push(Card::read("", values));
        }
        let greatest_weight = cards.iter().map(|card| card.weight).fold(0.1, f32::max);
        Ok(Self { of, cards, greatest_weight, ids: fast.i64("id")?, by_id: OnceLock::new() })
    }
    /// The card of a paragraph.
    pub(crate) fn card(&self, doc: DocId) -> &Card {
        &self.cards[self.of[doc as usize] as usize]
    }
    /// The id of a paragraph.
    pub(crate) fn id(&self, doc: DocId) -> i64 {
        self.ids.first(doc).unwrap_or(0)
    }
    /// The paragraph of an id, deleted or not; of several (one is then deleted) the last.
    pub(crate) fn doc(&self, id: i64) -> Option<DocId> {
        self.by_id
            .get_or_init(|| ById::new((0..self.of.len() as DocId).map(|doc| (self.id(doc), doc)).collect()))
            .doc(id)
    }
}

/// Finds a segment's paragraphs by their ids.
enum ById {
    /// Ids follow each other closely, as they do where they were given in turn: one place each from the first on.
    Close { first: i64, docs: Vec<DocId> },
    /// Ids far apart, in order.
    Apart(Vec<(i64, DocId)>),
}

impl ById {
    /// Up to so many places are kept for each paragraph: no more memory than the list of pairs takes.
    const ROOM: usize = 4;
    const NONE: DocId = DocId::MAX;

    fn new(mut pairs: Vec<(i64, DocId)>) -> Self {
        pairs.sort_unstable();
        let (Some((first, _)), Some((last, _))) = (pairs.first().copied(), pairs.last().copied()) else {
            return Self::Apart(pairs);
        };
        let reach = last.checked_sub(first).and_then(|reach| usize::try_from(reach).ok());
        let Some(reach) = reach.filter(|reach| *reach < pairs.len() * Self::ROOM) else { return Self::Apart(pairs) };
        let mut docs = vec![Self::NONE; reach + 1];
        // Of several, the last stays.
        pairs.into_iter().for_each(|(id, doc)| docs[(id - first) as usize] = doc);
        Self::Close { first, docs }
    }
    fn doc(&self, id: i64) -> Option<DocId> {
        match self {
            Self::Close { first, docs } => {
                let place = usize::try_from(id.checked_sub(*first)?).ok()?;
                docs.get(place).copied().filter(|doc| *doc != Self::NONE)
            }
            Self::Apart(pairs) => {
                let after = pairs.partition_point(|(other, _)| *other <= id);
                pairs[..after].last().filter(|(other, _)| *other == id).map(|(_, doc)| *doc)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ById;

    #[test]
    fn paragraphs_are_found_by_ids_close_together_and_far_apart() {
        for pairs in [vec![(5, 1), (4, 0), (7, 2), (5, 3)], vec![(5, 1), (-9_000_000_000, 0), (i64::MAX, 2), (5, 3)]] {
            let by_id = ById::new(pairs.clone());
            assert_eq!(by_id.doc(5), Some(3), "of several the last");
            assert_eq!((by_id.doc(pairs[1].0), by_id.doc(pairs[2].0)), (Some(0), Some(2)));
            assert_eq!((by_id.doc(6), by_id.doc(i64::MIN), by_id.doc(8)), (None, None, None));
        }
        assert_eq!(ById::new(Vec::new()).doc(1), None);
    }
}
