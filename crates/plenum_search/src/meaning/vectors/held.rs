//! What is held in memory of the vectors: where each paragraph's rows lie, and the codes, in lists of like ones.

use std::sync::Arc;

use memmap2::Mmap;

use super::cards::Card;
use super::codes::{Code, code};
use super::parts::Parts;
use super::rows;

/// A paragraph that has no vectors any more.
const GONE: i64 = i64::MIN;
const EMPTY: u32 = u32::MAX;

/// Where the rows of one paragraph lie.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) paragraph_id: i64,
    /// The text's hash, folded.
    text: u64,
    pub(super) first_row: u64,
    pub(super) count: u16,
}

impl Place {
    /// Whether the paragraph still has these rows.
    pub(super) fn is_there(&self) -> bool {
        self.paragraph_id != GONE
    }
}

/// Paragraphs whose vectors are alike, with their codes side by side.
#[derive(Default)]
pub(super) struct List {
    pub(super) codes: Vec<Code>,
    pub(super) places: Vec<u32>,
}

/// All of it.
pub(super) struct Held {
    dims: usize,
    map: Option<Arc<Mmap>>,
    row_count: u64,
    card_count: usize,
    pub(super) places: Vec<Place>,
    living: usize,
    by_id: Finder,
    by_text: Finder,
    pub(super) parts: Option<Parts>,
    pub(super) lists: Vec<List>,
}

impl Held {
    /// Nothing yet.
    pub(super) fn empty(dims: usize) -> Held {
        Held {
            dims,
            map: None,
            row_count: 0,
            card_count: 0,
            places: Vec::new(),
            living: 0,
            by_id: Finder::default(),
            by_text: Finder::default(),
            parts: None,
            lists: vec![List::default()],
        }
    }

    /// How many cards were taken.
    pub(super) fn cards(&self) -> usize {
        self.card_count
    }

    /// How many rows there are.
    pub(super) fn rows(&self) -> u64 {
        self.row_count
    }

    /// How many paragraphs have vectors.
    pub(super) fn len(&self) -> usize {
        self.living
    }

    /// Gives it the rows, all that were there before among them.
    pub(super) fn set_rows(&mut self, map: Arc<Mmap>, count: u64) {
        self.map = Some(map);
        self.row_count = count;
    }

    /// The rows, to be read without holding a lock.
    pub(super) fn map(&self) -> Option<Arc<Mmap>> {
        self.map.clone()
    }

    /// One row.
    pub(super) fn row(&self, number: u64) -> &[u8] {
        let width = rows::row_bytes(self.dims);
        let begin = number as usize * width;
        self.map.as_ref().and_then(|map| map.get(begin..begin + width)).unwrap_or_default()
    }

    /// The place of a paragraph's rows.
    pub(super) fn place(&self, paragraph_id: i64) -> Option<&Place> {
        let number = self.by_id.find(hash_of_id(paragraph_id), |number| self.is_of(number, paragraph_id))?;
        self.places.get(number as usize)
    }

    fn is_of(&self, place: u32, paragraph_id: i64) -> bool {
        paragraph_id != GONE && self.places[place as usize].paragraph_id == paragraph_id
    }

    /// Whether a place was given for a text of this hash.
    pub(super) fn is_of_text(&self, place: &Place, text_hash: u128) -> bool {
        place.text == folded(text_hash)
    }

    /// The card of a paragraph of this very text, also of one that was removed since.
    pub(super) fn card_of_text(&self, text_hash: u128) -> Option<Card> {
        let text = folded(text_hash);
        let number = self.by_text.find(text, |number| self.places[number as usize].text == text)?;
        let Place { paragraph_id, first_row, count, .. } = *self.places.get(number as usize)?;
        let mut whole = Vec::new();
        rows::numbers(self.row(first_row), &mut whole);
        Some(Card { paragraph_id, text_hash, first_row, count, code: code(&whole) })
    }

    /// Does what a card says.
    pub(super) fn take(&mut self, card: &Card) {
        self.card_count += 1;
        let id = card.paragraph_id;
        if let Some(old) = self.by_id.find(hash_of_id(id), |number| self.is_of(number, id)) {
            self.places[old as usize].paragraph_id = GONE;
            self.living -= 1;
        }
        // Place numbers are 32 bits; four thousand million paragraphs are beyond this index in every other way too.
        let number = self.places.len() as u32;
        if card.count == 0 || number == EMPTY || id == GONE {
            return;
        }
        let text = folded(card.text_hash);
        self.places.push(Place { paragraph_id: id, text, first_row: card.first_row, count: card.count });
        self.living += 1;
        let places = &self.places;
        self.by_id.add(number, hash_of_id(id), |other| {
            let place = &places[other as usize];
            place.is_there().then(|| hash_of_id(place.paragraph_id))
        });
        if self.by_text.find(text, |other| places[other as usize].text == text).is_none() {
            self.by_text.add(number, text, |other| Some(places[other as usize].text));
        }
        let list = self.list_for(card.first_row);
        self.lists[list].codes.push(card.code);
        self.lists[list].places.push(number);
    }

    fn list_for(&self, row: u64) -> usize {
        let Some(parts) = &self.parts else { return 0 };
        let mut whole = Vec::new();
        rows::numbers(self.row(row), &mut whole);
        parts.nearest(&whole).first().map_or(0, |&list| usize::from(list))
    }

    /// Deals all codes out to the lists of `parts`; those that it knows, as it says, those it does not, by their rows.
    pub(super) fn set_parts(&mut self, parts: Option<Parts>) {
        let Some(parts) = parts else { return };
        let old = std::mem::take(&mut self.lists);
        self.lists = (0..parts.count()).map(|_| List::default()).collect();
        self.parts = Some(parts);
        for list in old {
            for (code, place) in list.codes.into_iter().zip(list.places) {
                let Some(of) = self.places.get(place as usize).filter(|of| of.is_there()) else { continue };
                let known = self.parts.as_ref().and_then(|parts| parts.list_of(place));
                let number = known.unwrap_or_else(|| self.list_for(of.first_row));
                self.lists[number].codes.push(code);
                self.lists[number].places.push(place);
            }
        }
    }

    /// In which list each place is; `u16::MAX` for those no longer there.
    pub(super) fn lists_of_places(&self) -> Vec<u16> {
        let mut lists = vec![u16::MAX; self.places.len()];
        for (number, list) in self.lists.iter().enumerate() {
            list.places.iter().for_each(|&place| lists[place as usize] = number as u16);
        }
        lists
    }
}

/// Finds numbers by a hash, in four bytes each (a `HashMap` would take sixteen and more).
#[derive(Default)]
struct Finder {
    cells: Vec<u32>,
    used: usize,
}

impl Finder {
    /// The number under this hash of which `is_it` says so.
    fn find(&self, hash: u64, is_it: impl Fn(u32) -> bool) -> Option<u32> {
        let mask = self.cells.len().checked_sub(1)?;
        let mut cell = hash as usize & mask;
        // At most three cells of four are used, so there is an empty one.
        while self.cells[cell] != EMPTY {
            if is_it(self.cells[cell]) {
                return Some(self.cells[cell]);
            }
            cell = (cell + 1) & mask;
        }
        None
    }

    /// Adds a number. `hash_of` gives the hash of those that are there already, or nothing for what can be left out.
    fn add(&mut self, number: u32, hash: u64, hash_of: impl Fn(u32) -> Option<u64>) {
        if (self.used + 1) * 4 > self.cells.len() * 3 {
            let size = (self.cells.len() * 2).max(16);
            let old = std::mem::replace(&mut self.cells, vec![EMPTY; size]);
            self.used = 0;
            for other in old.into_iter().filter(|&other| other != EMPTY && other != number) {
                if let Some(hash) = hash_of(other) {
                    self.put(other, hash);
                }
            }
        }
        self.put(number, hash);
    }

    fn put(&mut self, number: u32, hash: u64) {
        let mask = self.cells.len() - 1;
        let mut cell = hash as usize & mask;
        while self.cells[cell] != EMPTY {
            cell = (cell + 1) & mask;
        }
        self.cells[cell] = number;
        self.used += 1;
    }
}

fn hash_of_id(id: i64) -> u64 {
    // Ids follow each other; the product spreads them, and its upper half depends on all their bits.
    let product = id.cast_unsigned().wrapping_mul(0x9e37_79b9_7f4a_7c15);
    product ^ product >> 32
}

fn folded(hash: u128) -> u64 {
    (hash >> 64) as u64 ^ hash as u64
}
