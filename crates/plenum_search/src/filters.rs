//! What a search leaves out in a segment whatever the words say: deleted paragraphs, other cards, exclusions.

use crate::card::Wanted;
use crate::matching::{Bits, Docs};
use crate::segment::Cards;
use std::sync::Arc;
use tantivy::{DocId, SegmentReader};

/// The limits of a search in one segment.
pub(crate) struct Limits {
    /// The cards of the segment.
    pub cards: Arc<Cards>,
    allowed_cards: Option<Vec<bool>>,
    alive: Option<tantivy::fastfield::AliveBitSet>,
    without: Option<Bits>,
    phrases: Option<Docs>,
}

impl Limits {
    /// Decides each card once.
    pub(crate) fn new(segment: &SegmentReader, cards: Arc<Cards>, wanted: Option<&Wanted>) -> Self {
        let allowed_cards = wanted.map(|wanted| cards.cards.iter().map(|card| wanted.lets_through(card)).collect());
        Self { cards, allowed_cards, alive: segment.alive_bitset().cloned(), without: None, phrases: None }
    }
    /// Leaves these out as well.
    pub(crate) fn leave_out(&mut self, without: Option<Bits>) {
        self.without = without;
    }
    /// Asks for the phrases.
    pub(crate) fn ask_for(&mut self, phrases: Option<Docs>) {
        self.phrases = phrases;
    }
    /// The paragraphs that hold the phrases, if there are phrases.
    pub(crate) fn phrases(&self) -> Option<&Docs> {
        self.phrases.as_ref()
    }
    /// Whether everything is let through.
    pub(crate) fn is_open(&self) -> bool {
        self.allowed_cards.is_none() && self.alive.is_none() && self.without.is_none() && self.phrases.is_none()
    }
    /// Whether this paragraph may be found.
    pub(crate) fn lets_through(&self, doc: DocId) -> bool {
        self.alive.as_ref().is_none_or(|alive| alive.is_alive(doc))
            && self.allowed_cards.as_ref().is_none_or(|allowed| allowed[self.cards.of[doc as usize] as usize])
            && self.without.as_ref().is_none_or(|without| !without.has(doc))
            && self.phrases.as_ref().is_none_or(|phrases| phrases.has(doc))
    }
}

/// Ids of paragraphs as bits: asked in a nanosecond.
pub(crate) struct Ids {
    first: i64,
    bits: Bits,
}

impl Ids {
    /// So far may they reach: 8 MB.
    const REACH: i64 = 1 << 26;

    /// `None` where there are none, or they lie too far apart.
    pub(crate) fn new(ids: &[i64]) -> Option<Self> {
        let (first, last) = (*ids.iter().min()?, *ids.iter().max()?);
        let reach = last.checked_sub(first).filter(|reach| *reach < Self::REACH)?;
        let mut bits = Bits::new(reach as u32 + 1);
        ids.iter().for_each(|id| bits.set((id - first) as u32));
        Some(Self { first, bits })
    }
    /// Whether this one is among them.
    pub(crate) fn has(&self, id: i64) -> bool {
        id.checked_sub(self.first).and_then(|at| u32::try_from(at).ok()).is_some_and(|at| self.bits.has(at))
    }
}

#[cfg(test)]
mod tests {
    use super::Ids;

    #[test]
    fn ids_are_told_from_others_near_and_far() {
        let ids = Ids::new(&[700, -3, 64, 701]).unwrap();
        assert!([700, -3, 64, 701].into_iter().all(|id| ids.has(id)));
        assert!([699, 702, 703, -4, 0, 63, 65, i64::MIN, i64::MAX, 1 << 33].into_iter().all(|id| !ids.has(id)));
    }

    #[test]
    fn ids_too_far_apart_are_not_listed() {
        assert!(
            Ids::new(&[]).is_none() && Ids::new(&[i64::MIN, i64::MAX]).is_none() && Ids::new(&[0, 1 << 26]).is_none()
        );
    }
}
