//! What is kept in memory of each segment of the index: which card each paragraph has.

use crate::Result;
use crate::card::{Card, Values};
use std::sync::OnceLock;
use tantivy::columnar::Column;
use tantivy::{DocId, SegmentReader};

/// One segment's cards. About 4 bytes a paragraph; 20 once meaning has been asked for.
pub(crate) struct Cards {
    /// The card of each paragraph, an index into `cards`.
    pub of: Vec<u32>,
    /// The cards.
    pub cards: Vec<Card>,
    /// The greatest weight of a card: what the best score can be multiplied by.
    pub greatest_weight: f32,
    /// The id of each paragraph.
    ids: Column<i64>,
    by_id: OnceLock<Vec<(i64, DocId)>>,
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
        let by_id = self.by_id.get_or_init(|| {
            let mut by_id: Vec<(i64, DocId)> = (0..self.of.len() as DocId).map(|doc| (self.id(doc), doc)).collect();
            by_id.sort_unstable();
            by_id
        });
        let after = by_id.partition_point(|(other, _)| *other <= id);
        by_id[..after].last().filter(|(other, _)| *other == id).map(|(_, doc)| *doc)
    }
}
