//! Which paragraphs hold the words: exactly, per segment, as a list where they are few and as bits where they are many.

use crate::Result;
use crate::analysis::{Analyser, Asked};
use crate::filters::Limits;
use crate::parse::Parsed;
use crate::schema::Fields;
use tantivy::postings::BlockSegmentPostings;
use tantivy::query::{EnableScoring, PhraseQuery, Query as _, Weight};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, Searcher, SegmentReader, TERMINATED, Term};

/// One word of the question with the terms that stand for it; a paragraph that holds any of them holds the word.
pub(crate) struct Slot {
    /// Terms of the field `words`, or of `exact` for a question of nothing but stop words; empty if none occurs.
    pub terms: Vec<Term>,
    /// How rare it is: the weight of its terms in BM25, of which a paragraph seldom holds more than one.
    pub frequency: u64,
}

/// What a paragraph must and must not hold.
pub(crate) struct Asking {
    /// The words.
    pub slots: Vec<Slot>,
    /// The phrases.
    pub phrases: Vec<Box<dyn Weight>>,
    /// Words and phrases that must not occur.
    pub without: Vec<Slot>,
    /// Phrases that must not occur.
    pub without_phrases: Vec<Box<dyn Weight>>,
}

impl Asking {
    /// Turns what was understood into terms that occur in the index.
    pub(crate) fn new(parsed: &Parsed, analyser: &Analyser, fields: Fields, searcher: &Searcher) -> Result<Self> {
        let words = analyser.asked(&parsed.words.join(" "));
        let speaking: Vec<&Asked> = words.iter().filter(|word| !word.is_stop_word).collect();
        let mut slots = Vec::new();
        for word in &speaking {
            slots.push(known(fields.words, &word.stems, searcher)?);
        }
        if speaking.is_empty() && parsed.phrases.is_empty() {
            for word in &words {
                slots.push(known(fields.exact, std::slice::from_ref(&word.exact), searcher)?);
            }
        }
        // A word given twice asks for nothing more.
        let mut distinct: Vec<Slot> = Vec::new();
        for slot in slots {
            if !distinct.iter().any(|other| other.terms == slot.terms) || slot.terms.is_empty() {
                distinct.push(slot);
            }
        }
        let (phrases, single) = phrase_weights(&parsed.phrases, analyser, fields, searcher)?;
        distinct.extend(single);
        let (without_phrases, mut without) = phrase_weights(&parsed.without_phrases, analyser, fields, searcher)?;
        for word in analyser.asked(&parsed.without_words.join(" ")) {
            let slot = if word.is_stop_word {
                known(fields.exact, std::slice::from_ref(&word.exact), searcher)?
            } else {
                known(fields.words, &word.stems, searcher)?
            };
            without.push(slot);
        }
        Ok(Self { slots: distinct, phrases, without, without_phrases })
    }

    /// Whether words or phrases are asked for at all.
    pub(crate) fn asks_words(&self) -> bool {
        !self.slots.is_empty() || !self.phrases.is_empty()
    }

    /// Adds phrases and exclusions to the limits of a segment.
    pub(crate) fn limit(&self, segment: &SegmentReader, limits: &mut Limits) -> Result<()> {
        if !(self.without.is_empty() && self.without_phrases.is_empty()) {
            let mut bits = Bits::new(segment.max_doc());
            for slot in &self.without {
                slot.add_to(segment, &mut bits)?;
            }
            for phrase in &self.without_phrases {
                scan(&**phrase, segment)?.into_iter().for_each(|doc| bits.set(doc));
            }
            limits.leave_out(Some(bits));
        }
        let mut held: Option<Docs> = None;
        for phrase in &self.phrases {
            let docs = Docs::List(scan(&**phrase, segment)?);
            held = Some(match held {
                Some(held) => held.and(docs),
                None => docs,
            });
        }
        limits.ask_for(held);
        Ok(())
    }

    /// The paragraphs of a segment that hold every word and phrase, within the limits.
    pub(crate) fn every(&self, segment: &SegmentReader, limits: &Limits) -> Result<Docs> {
        let found = self.every_word(segment, limits.phrases().cloned())?;
        Ok(within(found.unwrap_or_else(|| Docs::Bits(Bits::full(segment.max_doc()))), limits))
    }

    /// The paragraphs of a segment that hold any word (and every phrase), within the limits.
    pub(crate) fn any(&self, segment: &SegmentReader, limits: &Limits) -> Result<Docs> {
        if let Some(phrases) = limits.phrases() {
            return Ok(within(phrases.clone(), limits));
        }
        let mut bits = Bits::new(segment.max_doc());
        for slot in &self.slots {
            slot.add_to(segment, &mut bits)?;
        }
        Ok(within(Docs::Bits(bits), limits))
    }

    fn every_word(&self, segment: &SegmentReader, mut found: Option<Docs>) -> Result<Option<Docs>> {
        let mut slots = Vec::with_capacity(self.slots.len());
        for slot in &self.slots {
            slots.push((slot.frequency(segment)?, slot));
        }
        slots.sort_by_key(|(frequency, _)| *frequency);
        for (frequency, slot) in slots {
            found = Some(match found {
                _ if frequency == 0 => return Ok(Some(Docs::List(Vec::new()))),
                None => slot.docs(segment, frequency)?,
                // A jump in a list of postings costs about as much as reading sixteen of it.
                Some(Docs::List(list)) if slot.terms.len() == 1 && list.len() as u64 * 16 < frequency => {
                    Docs::List(slot.keep_those_in(segment, list)?)
                }
                Some(docs) => docs.and(slot.docs(segment, frequency)?),
            });
        }
        Ok(found)
    }
}

fn within(mut docs: Docs, limits: &Limits) -> Docs {
    if !limits.is_open() {
        docs.retain(|doc| limits.lets_through(doc));
    }
    docs
}

/// Those of the terms that occur.
fn known(field: tantivy::schema::Field, forms: &[String], searcher: &Searcher) -> Result<Slot> {
    let mut terms = Vec::with_capacity(forms.len());
    let mut frequency = 0;
    for form in forms {
        let term = Term::from_field_text(field, form);
        let of_term = searcher.doc_freq(&term)?;
        if of_term > 0 {
            terms.push(term);
            frequency += of_term;
        }
    }
    Ok(Slot { terms, frequency: frequency.min(searcher.num_docs()) })
}

/// Phrases of several words as weights, phrases of one as slots.
type PhraseWeights = (Vec<Box<dyn Weight>>, Vec<Slot>);

/// Phrases of several words as weights, phrases of one as slots.
fn phrase_weights(
    phrases: &[String],
    analyser: &Analyser,
    fields: Fields,
    searcher: &Searcher,
) -> Result<PhraseWeights> {
    let (mut weights, mut slots) = (Vec::new(), Vec::new());
    for phrase in phrases {
        let mut terms = Vec::new();
        analyser.exact(phrase, &mut |_, form| terms.push(Term::from_field_text(fields.exact, form)));
        terms.truncate(60); // A long sentence; what follows would hardly make it another one.
        if terms.len() > 1 {
            let query = PhraseQuery::new(terms);
            weights.push(query.weight(EnableScoring::disabled_from_searcher(searcher))?);
        } else if !terms.is_empty() {
            let frequency = searcher.doc_freq(&terms[0])?;
            slots.push(Slot { terms, frequency });
        }
    }
    Ok((weights, slots))
}

/// Every paragraph of a segment that a weight matches, ascending.
fn scan(weight: &dyn Weight, segment: &SegmentReader) -> Result<Vec<DocId>> {
    let mut scorer = weight.scorer(segment, 1.0)?;
    let mut docs = Vec::new();
    let mut doc = scorer.doc();
    while doc != TERMINATED {
        docs.push(doc);
        doc = scorer.advance();
    }
    Ok(docs)
}

impl Slot {
    fn frequency(&self, segment: &SegmentReader) -> Result<u64> {
        let mut sum = 0;
        for term in &self.terms {
            sum += u64::from(segment.inverted_index(term.field())?.doc_freq(term)?);
        }
        Ok(sum)
    }
    fn blocks(&self, segment: &SegmentReader, take: &mut dyn FnMut(&[DocId])) -> Result<()> {
        for term in &self.terms {
            let index = segment.inverted_index(term.field())?;
            let postings: Option<BlockSegmentPostings> = index.read_block_postings(term, IndexRecordOption::Basic)?;
            let Some(mut postings) = postings else { continue };
            while !postings.docs().is_empty() {
                take(postings.docs());
                postings.advance();
            }
        }
        Ok(())
    }
    fn add_to(&self, segment: &SegmentReader, bits: &mut Bits) -> Result<()> {
        self.blocks(segment, &mut |docs| docs.iter().for_each(|doc| bits.set(*doc)))
    }
    fn docs(&self, segment: &SegmentReader, frequency: u64) -> Result<Docs> {
        // Bits cost one bit a paragraph to make and read, a list thirty-two a hit.
        if frequency * 32 > u64::from(segment.max_doc()) {
            let mut bits = Bits::new(segment.max_doc());
            self.add_to(segment, &mut bits)?;
            return Ok(Docs::Bits(bits));
        }
        let mut list = Vec::with_capacity(frequency as usize);
        self.blocks(segment, &mut |docs| list.extend_from_slice(docs))?;
        if self.terms.len() > 1 {
            list.sort_unstable();
            list.dedup();
        }
        Ok(Docs::List(list))
    }
    fn keep_those_in(&self, segment: &SegmentReader, mut list: Vec<DocId>) -> Result<Vec<DocId>> {
        let Some(term) = self.terms.first() else { return Ok(Vec::new()) };
        let index = segment.inverted_index(term.field())?;
        let Some(mut postings) = index.read_postings(term, IndexRecordOption::Basic)? else { return Ok(Vec::new()) };
        list.retain(|doc| {
            let at = postings.doc();
            at == *doc || (at < *doc && postings.seek(*doc) == *doc)
        });
        Ok(list)
    }
}

/// Paragraphs of one segment.
#[derive(Clone)]
pub(crate) enum Docs {
    /// Ascending.
    List(Vec<DocId>),
    /// One bit each.
    Bits(Bits),
}

impl Docs {
    fn and(self, other: Docs) -> Docs {
        match (self, other) {
            (Docs::Bits(mut a), Docs::Bits(b)) => {
                a.words.iter_mut().zip(&b.words).for_each(|(a, b)| *a &= b);
                Docs::Bits(a)
            }
            (Docs::List(mut list), Docs::Bits(bits)) | (Docs::Bits(bits), Docs::List(mut list)) => {
                list.retain(|doc| bits.has(*doc));
                Docs::List(list)
            }
            (Docs::List(mut a), Docs::List(b)) => {
                let mut others = b.into_iter().peekable();
                a.retain(|doc| {
                    while others.next_if(|other| other < doc).is_some() {}
                    others.peek() == Some(doc)
                });
                Docs::List(a)
            }
        }
    }
    /// Keeps those of which `keep` says yes.
    pub(crate) fn retain(&mut self, mut keep: impl FnMut(DocId) -> bool) {
        match self {
            Docs::List(list) => list.retain(|doc| keep(*doc)),
            Docs::Bits(bits) => {
                for (index, word) in bits.words.iter_mut().enumerate() {
                    let mut left = *word;
                    while left != 0 {
                        let bit = left.trailing_zeros();
                        left &= left - 1;
                        if !keep(index as u32 * 64 + bit) {
                            *word &= !(1 << bit);
                        }
                    }
                }
            }
        }
    }
    /// Gives each, ascending.
    pub(crate) fn each(&self, mut take: impl FnMut(DocId)) {
        match self {
            Docs::List(list) => list.iter().for_each(|doc| take(*doc)),
            Docs::Bits(bits) => {
                for (index, word) in bits.words.iter().enumerate() {
                    let mut left = *word;
                    while left != 0 {
                        take(index as u32 * 64 + left.trailing_zeros());
                        left &= left - 1;
                    }
                }
            }
        }
    }
    /// How many.
    pub(crate) fn len(&self) -> u64 {
        match self {
            Docs::List(list) => list.len() as u64,
            Docs::Bits(bits) => bits.words.iter().map(|word| u64::from(word.count_ones())).sum(),
        }
    }
    /// Whether this one is among them.
    pub(crate) fn has(&self, doc: DocId) -> bool {
        match self {
            Docs::List(list) => list.binary_search(&doc).is_ok(),
            Docs::Bits(bits) => bits.has(doc),
        }
    }
}

/// One bit for each paragraph of a segment.
#[derive(Clone)]
pub(crate) struct Bits {
    words: Vec<u64>,
}

impl Bits {
    pub(crate) fn new(max_doc: u32) -> Self {
        Self { words: vec![0; (max_doc as usize).div_ceil(64)] }
    }
    fn full(max_doc: u32) -> Self {
        let mut bits = Self { words: vec![!0; (max_doc as usize).div_ceil(64)] };
        if let Some(last) = bits.words.last_mut().filter(|_| !max_doc.is_multiple_of(64)) {
            *last = (1 << (max_doc % 64)) - 1;
        }
        bits
    }
    pub(crate) fn set(&mut self, doc: DocId) {
        self.words[(doc / 64) as usize] |= 1 << (doc % 64);
    }
    /// Whether this one is among them.
    pub(crate) fn has(&self, doc: DocId) -> bool {
        self.words.get((doc / 64) as usize).is_some_and(|word| word >> (doc % 64) & 1 == 1)
    }
}
