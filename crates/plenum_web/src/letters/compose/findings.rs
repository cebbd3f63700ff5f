//! What is new of a topic, as entries of a letter: whole passages with their sources.

use super::super::topics;
use super::Broken;
use crate::names::Known;
use crate::view;
use plenum_model::Address;
use plenum_model::lineage::Change;
use plenum_model::subscription::Topic;
use plenum_pages::Words;
use plenum_pages::letter::{self, Entry, EntryKind, LetterPassage};
use plenum_pages::parts::Quoted;
use plenum_search::{Filters, Index, Mode, Order, Query};
use plenum_store::Store;
use plenum_store::paragraphs::Passage;
use plenum_store::subscriptions::{ClaimTold, Mark, NewDocument};
use std::collections::HashMap;
use std::sync::Arc;

/// After an import of more documents than this, a phrase is looked for everywhere, the newest first.
pub(super) const MOST_SYMBOLS: usize = 4_000;
const SYMBOLS_AT_ONCE: usize = 400;
const MOST_HITS: usize = 1_000; // What the index gives at most.
/// A letter is read on a telephone: what is more is linked.
const DOCUMENTS: usize = 12;
const PASSAGES_OF_ONE: i64 = 3;
const PASSAGES: usize = 20;
const LINES: i64 = 10;

/// What is new of a topic.
#[derive(Default)]
pub(super) struct News {
    pub(super) entries: Vec<Entry<'static>>,
    /// How many more there are.
    pub(super) further: u64,
}

/// Looks for what is new between two marks.
pub(super) struct Looking<'a> {
    pub(super) store: &'a Store,
    pub(super) index: &'a Arc<Index>,
    pub(super) origin: &'a str,
    pub(super) between: (Mark, Mark),
    pub(super) words: &'static Words,
    pub(super) known: &'a Known,
}

impl Looking<'_> {
    /// What is new of a topic; `symbols` are the documents that changed, for a phrase.
    pub(super) async fn news_of(&self, topic: &Topic, symbols: &[String]) -> Result<News, Broken> {
        match topic {
            Topic::Process(slug) => self.process(slug).await,
            Topic::Actor(slug) => self.actor(slug).await,
            Topic::Issue { process, issue } => self.issue(process, issue).await,
            Topic::Phrase(words) => self.phrase(words, symbols).await,
            Topic::Paragraph(path) => match topics::address(path) {
                Some(address) => self.paragraph(&address).await,
                None => Ok(News::default()),
            },
        }
    }

    async fn process(&self, slug: &str) -> Result<News, Broken> {
        let documents =
            self.store.new_documents_of_process(slug, self.between, self.words.lang(), PASSAGES_OF_ONE).await?;
        let mut news = self.documents(documents).await?;
        for event in self.store.new_events_of(slug, self.between, LINES).await? {
            let kind = if event.is_cancelled { EntryKind::EventCancelled } else { EntryKind::Event };
            let address = format!("{}/calendar?process={slug}", self.origin);
            news.entries.push(Entry { date: event.day, ..entry(kind, Quoted::new(event.name, "en"), address) });
        }
        for claim in self.store.new_claims_of(slug, self.between, LINES).await? {
            let name = format!("{}: {}", claim.label, claim.value);
            news.entries.push(self.claim(claim, name));
        }
        Ok(news)
    }

    fn claim(&self, claim: ClaimTold, name: String) -> Entry<'static> {
        let address = format!("{}{}", self.origin, view::ledger_address(&claim.subject, &claim.property));
        let (date, remark) = (claim.date, Some(claim.source));
        Entry { date, remark, ..entry(EntryKind::Claim, Quoted::new(name, "en"), address) }
    }

    async fn actor(&self, slug: &str) -> Result<News, Broken> {
        let statements = self.store.new_statements_of(slug, self.between, LINES, PASSAGES_OF_ONE).await?;
        let mut entries = Vec::with_capacity(statements.len());
        for one in statements {
            let passages = self.store.paragraphs(&one.paragraphs).await?;
            let address = format!("{}/meetings/{}/statements/{}", self.origin, one.meeting, one.number);
            entries.push(Entry {
                further: one.paragraphs_total.saturating_sub(passages.len() as u64),
                passages: passages.iter().map(|passage| self.passage(passage)).collect(),
                ..entry(EntryKind::Statement, Quoted::new(one.meeting_name, ""), address)
            });
        }
        let documents =
            self.store.new_documents_of_actor(slug, self.between, self.words.lang(), PASSAGES_OF_ONE).await?;
        let documents = self.documents(documents).await?;
        entries.extend(documents.entries);
        Ok(News { entries, further: documents.further })
    }

    async fn issue(&self, process: &str, issue: &str) -> Result<News, Broken> {
        let mut entries = Vec::new();
        for one in self.store.new_positions_of(process, issue, self.between, LINES).await? {
            let passages = self.store.paragraphs(&[one.paragraph]).await?;
            let remark = letter::stands(self.words, self.known.actor(&one.actor), one.stance);
            entries.extend(
                passages
                    .iter()
                    .map(|passage| Entry { remark: Some(remark.clone()), ..self.single(EntryKind::Position, passage) }),
            );
        }
        for claim in self.store.new_claims_on((process, issue), self.between, LINES).await? {
            let name = format!("{} – {}: {}", claim.subject_name, claim.label, claim.value);
            entries.push(self.claim(claim, name));
        }
        Ok(News { entries, further: 0 })
    }

    async fn paragraph(&self, address: &Address) -> Result<News, Broken> {
        let mut entries = Vec::new();
        if let Some(told) = self.store.new_wording_of(address, self.between).await? {
            match told.paragraph {
                Some(id) if told.change == Change::Reworded => {
                    let passages = self.store.paragraphs(&[id]).await?;
                    entries.extend(passages.iter().map(|passage| self.single(EntryKind::Reworded, passage)));
                }
                Some(_) => {}
                None => {
                    let name = Quoted::new(address.symbol.to_string(), "");
                    entries.push(entry(EntryKind::Removed, name, format!("{}{address}", self.origin)));
                }
            }
        }
        let citing = self.store.new_citations_of(address, self.between, LINES).await?;
        let passages = self.store.paragraphs(&citing).await?;
        entries.extend(passages.iter().map(|passage| self.single(EntryKind::Citing, passage)));
        Ok(News { entries, further: 0 })
    }

    async fn phrase(&self, words: &str, symbols: &[String]) -> Result<News, Broken> {
        let new = |id: &i64| (self.between.0.paragraph + 1..=self.between.1.paragraph).contains(id);
        let mut ids = Vec::new();
        if symbols.len() > MOST_SYMBOLS {
            ids.extend(self.find(words, Vec::new()).await?.into_iter().filter(new));
        } else {
            for some in symbols.chunks(SYMBOLS_AT_ONCE) {
                ids.extend(self.find(words, some.to_vec()).await?.into_iter().filter(new));
            }
        }
        let further = ids.len().saturating_sub(PASSAGES) as u64;
        ids.truncate(PASSAGES);
        let passages = self.store.paragraphs(&ids).await?;
        Ok(News { entries: passages.iter().map(|passage| self.single(EntryKind::Found, passage)).collect(), further })
    }

    /// The paragraphs that hold exactly these words, the newest documents first.
    async fn find(&self, words: &str, symbol: Vec<String>) -> Result<Vec<i64>, Broken> {
        let query = Query {
            words: format!("\"{words}\""),
            filters: Filters { symbol, ..Filters::default() },
            limit: MOST_HITS,
            order: Order::Newest,
            mode: Mode::Words,
            with_facets: false,
            ..Query::default()
        };
        let index = Arc::clone(self.index);
        let found = tokio::task::spawn_blocking(move || index.find(&query)).await??;
        Ok(found.hits.iter().map(|hit| hit.paragraph_id).collect())
    }

    /// New documents with their first new passages.
    async fn documents(&self, mut documents: Vec<NewDocument>) -> Result<News, Broken> {
        let further = documents.len().saturating_sub(DOCUMENTS) as u64;
        documents.truncate(DOCUMENTS);
        let ids: Vec<i64> = documents.iter().flat_map(|one| one.paragraphs.iter().copied()).collect();
        let found = self.store.paragraphs(&ids).await?;
        let by_id: HashMap<i64, &Passage> = found.iter().map(|passage| (passage.paragraph_id, passage)).collect();
        let entry_of = |document: &NewDocument| {
            let own: Vec<&Passage> = document.paragraphs.iter().filter_map(|id| by_id.get(id).copied()).collect();
            let first = own.first()?;
            let facts = &first.document.facts;
            let name = format!("{}: {}", facts.symbol, facts.title);
            let name = Quoted::new(name, first.language.as_str().to_owned());
            let address = format!("{}{}", self.origin, view::document_address(&document.symbol));
            Some(Entry {
                further: document.paragraphs_total.saturating_sub(own.len() as u64),
                remark: view::speaker(&first.document).map(str::to_owned),
                passages: own.iter().map(|passage| self.passage(passage)).collect(),
                ..entry(EntryKind::Document, name, address)
            })
        };
        Ok(News { entries: documents.iter().filter_map(entry_of).collect(), further })
    }

    /// An entry of one passage.
    fn single(&self, kind: EntryKind, passage: &Passage) -> Entry<'static> {
        let facts = &passage.document.facts;
        let name = Quoted::new(facts.title.clone(), passage.language.as_str().to_owned());
        let address = format!("{}{}", self.origin, view::document_address(&facts.symbol));
        Entry { passages: vec![self.passage(passage)], ..entry(kind, name, address) }
    }

    fn passage(&self, passage: &Passage) -> LetterPassage<'static> {
        let facts = &passage.document.facts;
        let number = passage.number.as_deref().map(|number| format!(", {number}")).unwrap_or_default();
        LetterPassage {
            text: Quoted::new(passage.text.clone(), passage.language.as_str().to_owned()),
            place: format!("{}{number}", facts.symbol),
            date: facts.date,
            standing: facts.standing,
            address: format!("{}{}", self.origin, passage.address),
        }
    }
}

fn entry(kind: EntryKind, name: Quoted<'static>, address: String) -> Entry<'static> {
    Entry { kind, name, address, date: None, remark: None, passages: Vec::new(), further: 0 }
}
