//! Exact counts of the paragraphs found, per field and value.

use crate::Facet;
use crate::card::{FACETS, Values};
use crate::matching::Docs;
use crate::segment::Cards;

/// Counts one value after another; one for all segments of an answer.
pub(crate) struct Counter {
    of_value: Vec<u64>,
}

impl Counter {
    pub(crate) fn new(values: &Values) -> Self {
        Self { of_value: vec![0; values.len()] }
    }
    /// Adds the paragraphs of one segment: first per card, then what each card holds.
    pub(crate) fn add(&mut self, docs: &Docs, cards: &Cards) {
        let mut of_card = vec![0_u32; cards.cards.len()];
        docs.each(|doc| of_card[cards.of[doc as usize] as usize] += 1);
        for (card, count) in cards.cards.iter().zip(of_card).filter(|(_, count)| *count > 0) {
            for value in &card.values {
                self.of_value[*value as usize] += u64::from(count);
            }
        }
    }
    /// The facets: fields in their order, the commonest values first, years from the latest.
    pub(crate) fn facets(self, values: &Values) -> Vec<Facet> {
        let mut facets: Vec<Facet> = FACETS.iter().map(|field| Facet { field, values: Vec::new() }).collect();
        for (id, count) in self.of_value.into_iter().enumerate().filter(|(_, count)| *count > 0) {
            let (field, name) = values.name(id);
            facets[field].values.push((name.to_owned(), count));
        }
        for facet in &mut facets {
            if facet.field == "year" {
                facet.values.sort_by(|a, b| b.0.cmp(&a.0));
            } else {
                facet.values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            }
        }
        facets.retain(|facet| !facet.values.is_empty());
        facets
    }
}
