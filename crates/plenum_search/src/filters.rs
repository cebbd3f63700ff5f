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
