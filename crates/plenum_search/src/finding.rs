//! From a question to a page of hits.

use crate::analysis::Asked;
use crate::card::Wanted;
use crate::facets::Counter;
use crate::filters::{Ids, Limits};
use crate::index::{Index, View};
use crate::matching::{Asking, Docs};
use crate::meaning::Among;
use crate::ranking::{self, Candidate};
use crate::snippet::Marker;
use crate::{Filters, Found, Hit, Holding, Mode, Order, Parsed, Query, Result, fusion, parse};
use std::collections::HashSet;
use tantivy::TantivyDocument;
use tantivy::schema::Value as _;

/// How many of the best by words, and of the nearest by meaning, are fused.
const CANDIDATES: usize = 100;
/// With so many paragraphs holding every word, the best are sought among those alone.
const ENOUGH: u64 = 100;
/// With so many, meaning would add nothing on the first pages, and it costs more time than all the rest.
const PLENTY: u64 = 50;
/// Up to so many are scored one by one; beyond it, skipping through the index is quicker.
const FEW: u64 = 20_000;
/// Up to so many are compared with the question's meaning one by one, a quarter of a microsecond each.
const FEW_NEAR: usize = 15_000;
/// Up to so many are listed before the nearest are sought among them: asking the index for the place of each takes
/// longer, and where more are allowed few need to be asked for.
const LISTED: usize = 150_000;
const MOST: usize = 1_000;

/// A search in one view of the index.
struct Search<'a> {
    index: &'a Index,
    view: &'a View,
    query: &'a Query,
    parsed: Parsed,
    asking: Asking,
    limits: Vec<Limits>,
}

/// What holds the words.
struct Held {
    docs: Vec<Docs>,
    holding: Holding,
    total: u64,
}

pub(crate) fn find(index: &Index, view: &View, query: &Query) -> Result<Found> {
    let parsed = parse::parse(&query.words);
    // A question in whole sentences may quote a name that stands otherwise, or in another language, in what answers it.
    let unquoted = (!parsed.words.is_empty()).then(|| parsed.without_quotes()).flatten();
    let mut search = Search::new(index, view, query, parsed)?;
    let mut held = search.held()?;
    if let Some(unquoted) = unquoted.filter(|_| held.total == 0) {
        search = Search::new(index, view, query, unquoted)?;
        held = search.held()?;
    }
    let hits = match query.order {
        Order::Best => search.best(&held)?,
        Order::Oldest | Order::Newest => search.dated(&held),
    };
    let facets = if query.with_facets { search.facets(&held.docs) } else { Vec::new() };
    let hits = search.page(hits)?;
    let jump = search.parsed.jump.clone();
    Ok(Found { total: held.total, holding: held.holding, hits, facets, jump, understood: search.parsed })
}

fn limits(view: &View, asking: &Asking, given: &Filters, typed: &Filters) -> Result<Vec<Limits>> {
    let wanted = Wanted::new(given, typed, &view.values);
    let mut limits = Vec::with_capacity(view.cards.len());
    for (segment, cards) in view.searcher.segment_readers().iter().zip(&view.cards) {
        let mut of_segment = Limits::new(segment, cards.clone(), wanted.as_ref());
        asking.limit(segment, &mut of_segment)?;
        limits.push(of_segment);
    }
    Ok(limits)
}

impl<'a> Search<'a> {
    fn new(index: &'a Index, view: &'a View, query: &'a Query, parsed: Parsed) -> Result<Self> {
        let asking = Asking::new(&parsed, &index.analyser, index.fields, &view.searcher)?;
        let limits = limits(view, &asking, &query.filters, &parsed.filters)?;
        Ok(Search { index, view, query, parsed, asking, limits })
    }

    fn held(&self) -> Result<Held> {
        let segments = || self.view.searcher.segment_readers().iter().zip(&self.limits);
        let every =
            segments().map(|(segment, limits)| self.asking.every(segment, limits)).collect::<Result<Vec<_>>>()?;
        let total = every.iter().map(Docs::len).sum();
        if !self.asking.asks_words() {
            return Ok(Held { docs: every, holding: Holding::Everything, total });
        }
        if total > 0 || (self.asking.slots.len() < 2 && self.asking.phrases.is_empty()) {
            return Ok(Held { docs: every, holding: Holding::AllWords, total });
        }
        let any = segments().map(|(segment, limits)| self.asking.any(segment, limits)).collect::<Result<Vec<_>>>()?;
        let total = any.iter().map(Docs::len).sum();
        Ok(Held { docs: any, holding: Holding::AnyWord, total })
    }

    fn best(&self, held: &Held) -> Result<Vec<(Candidate, f32)>> {
        if held.holding == Holding::Everything {
            return Ok(self.dated(held));
        }
        let mut candidates = if self.query.mode == Mode::Meaning { Vec::new() } else { self.by_words(held)? };
        let asks_meaning = match self.query.mode {
            Mode::Words => false,
            Mode::Meaning => true,
            Mode::Fused => self.parsed.phrases.is_empty() && (held.holding == Holding::AnyWord || held.total < PLENTY),
        };
        if let Some(question) = asks_meaning.then(|| self.question()).flatten() {
            self.add_meaning(&question, &mut candidates);
        }
        candidates.sort_unstable_by_key(|c| (c.segment, c.doc));
        ranking::measure(&self.view.searcher, &self.asking, self.index.fields, &self.limits, &mut candidates)?;
        let scores = if self.query.mode == Mode::Meaning {
            candidates.iter().map(|c| c.likeness.unwrap_or(0.0)).collect()
        } else {
            fusion::scores(&candidates)
        };
        let mut hits: Vec<(Candidate, f32)> = candidates.into_iter().zip(scores).collect();
        // Equals stand in the order in which they were imported.
        hits.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| (a.0.segment, a.0.doc).cmp(&(b.0.segment, b.0.doc))));
        Ok(hits)
    }

    fn by_words(&self, held: &Held) -> Result<Vec<Candidate>> {
        let wanted = CANDIDATES.max(self.query.offset.saturating_add(self.query.limit).min(MOST));
        let phrases_only = self.asking.slots.is_empty();
        let among = (held.holding == Holding::AllWords && held.total >= ENOUGH.max(wanted as u64)) || phrases_only;
        if among && held.total <= FEW {
            let mut all = ranking::all_of(&held.docs);
            if !phrases_only {
                ranking::measure_words(&self.view.searcher, &self.asking, &self.limits, &mut all)?;
                all.sort_by(|a, b| b.words.total_cmp(&a.words));
            }
            all.truncate(wanted);
            return Ok(all.iter().map(|c| Candidate::new(c.segment, c.doc)).collect());
        }
        let every = among.then_some(held.docs.as_slice());
        let best = ranking::best(&self.view.searcher, &self.asking, &self.limits, every, wanted)?;
        Ok(best.iter().map(|c| Candidate::new(c.segment, c.doc)).collect())
    }

    /// The question's vector; `None` where there is no encoder or nothing is asked.
    fn question(&self) -> Option<std::sync::Arc<Vec<f32>>> {
        let is_asked = !(self.parsed.words.is_empty() && self.parsed.phrases.is_empty());
        is_asked.then(|| self.index.question_vector(self.parsed.sentence.trim())).flatten()
    }

    /// Adds the nearest paragraphs, and the likeness of those already there.
    fn add_meaning(&self, question: &[f32], candidates: &mut Vec<Candidate>) {
        let Some(vectors) = &self.index.vectors else { return };
        let is_open = self.limits.iter().all(Limits::is_open);
        let allowed = if is_open { None } else { self.allowed() };
        let listed = allowed.as_deref().filter(|ids| ids.len() > FEW_NEAR).and_then(Ids::new);
        let lets_through = |id: i64| match &listed {
            Some(ids) => ids.has(id),
            None => self.view.place(id, &self.limits).is_some(),
        };
        let among = match &allowed {
            _ if is_open => Among::All,
            Some(ids) if ids.len() <= FEW_NEAR => Among::These(ids),
            _ => Among::Where(&lets_through),
        };
        let mut nearest = vectors.nearest(question, CANDIDATES, among);
        let known: HashSet<i64> = nearest.iter().map(|near| near.paragraph_id).collect();
        let ids = candidates.iter().map(|c| self.view.cards[c.segment as usize].id(c.doc));
        let ids: Vec<i64> = ids.filter(|id| !known.contains(id)).collect();
        nearest.extend(vectors.nearest(question, ids.len(), Among::These(&ids)));
        for near in nearest {
            let Some((segment, doc)) = self.view.place(near.paragraph_id, &self.limits) else { continue };
            match candidates.iter_mut().find(|c| c.segment == segment && c.doc == doc) {
                Some(candidate) => candidate.likeness = Some(near.likeness),
                None => candidates.push(Candidate { likeness: Some(near.likeness), ..Candidate::new(segment, doc) }),
            }
        }
    }

    /// The ids of all paragraphs that the limits let through; `None` where they are too many to list.
    fn allowed(&self) -> Option<Vec<i64>> {
        let mut ids = Vec::new();
        for (cards, limits) in self.view.cards.iter().zip(&self.limits) {
            for doc in (0..cards.of.len() as u32).filter(|doc| limits.lets_through(*doc)) {
                if ids.len() == LISTED {
                    return None;
                }
                ids.push(cards.id(doc));
            }
        }
        Some(ids)
    }

    /// The paragraphs of the page asked for (and those before it) by date; undated ones last.
    fn dated(&self, held: &Held) -> Vec<(Candidate, f32)> {
        let newest = self.query.order == Order::Newest;
        let mut dated: Vec<(i64, i64, u32, u32)> = Vec::new();
        for (ordinal, docs) in held.docs.iter().enumerate() {
            let cards = &self.view.cards[ordinal];
            let keys: Vec<i64> = cards.cards.iter().map(|card| date_key(card.date, newest)).collect();
            let enough = self.query.offset.saturating_add(self.query.limit).clamp(1, MOST);
            docs.each(|doc| {
                dated.push((keys[cards.of[doc as usize] as usize], i64::from(doc), ordinal as u32, doc));
                // Kept short on the way, so that a million hits cost no memory.
                if dated.len() >= enough * 2 + 4_096 {
                    dated.select_nth_unstable(enough);
                    dated.truncate(enough);
                }
            });
        }
        dated.sort_unstable();
        let hit = |(_, _, segment, doc): (i64, i64, u32, u32)| {
            (Candidate { words: 1.0, ..Candidate::new(segment, doc) }, 0.0)
        };
        dated.into_iter().map(hit).collect()
    }

    fn facets(&self, docs: &[Docs]) -> Vec<crate::Facet> {
        let mut counter = Counter::new(&self.view.values);
        for (docs, cards) in docs.iter().zip(&self.view.cards) {
            counter.add(docs, cards);
        }
        counter.facets(&self.view.values)
    }

    fn page(&self, hits: Vec<(Candidate, f32)>) -> Result<Vec<Hit>> {
        let words: Vec<Asked> = self.index.analyser.asked(&self.parsed.words.join(" "));
        let marker = Marker::new(&self.index.analyser, &words, &self.parsed.phrases);
        let limit = self.query.limit.min(MOST);
        let mut page = Vec::with_capacity(limit.min(hits.len()));
        for (candidate, score) in hits.into_iter().skip(self.query.offset).take(limit) {
            let cards = &self.view.cards[candidate.segment as usize];
            let address = tantivy::DocAddress::new(candidate.segment, candidate.doc);
            let document: TantivyDocument = self.view.searcher.doc(address)?;
            let text = document.get_first(self.index.fields.text).and_then(|value| value.as_str()).unwrap_or_default();
            page.push(Hit {
                paragraph_id: cards.id(candidate.doc),
                score,
                by_words: candidate.words > 0.0 || !self.parsed.phrases.is_empty(),
                by_meaning: candidate.likeness.is_some_and(|likeness| likeness > 0.3),
                likeness: candidate.likeness,
                snippet: marker.snippet(&cards.card(candidate.doc).language, text),
            });
        }
        Ok(page)
    }
}

/// Ascending in the order asked for; the undated last.
fn date_key(date: i32, newest: bool) -> i64 {
    match (date, newest) {
        (0, _) => i64::MAX,
        (date, true) => -i64::from(date),
        (date, false) => i64::from(date),
    }
}
