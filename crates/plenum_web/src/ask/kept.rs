//! An answer as it was kept, read back; and what became since of what it rests on.

use super::keeping::is_id;
use crate::app::House;
use crate::fault::Fault;
use plenum_answers::Known;
use plenum_model::{Address, Standing};
use plenum_store::questions::{CitedNow, KeptQuestion};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// An answer as `POST /api/v1/questions` gave it. What later releases add to that is passed over here.
#[derive(Debug, Deserialize)]
pub(crate) struct KeptAnswer {
    pub(crate) question: String,
    #[serde(default)]
    pub(crate) after: Vec<String>,
    pub(crate) language: String,
    pub(crate) as_of: Option<String>,
    #[serde(default)]
    pub(crate) process: Vec<String>,
    #[serde(default)]
    pub(crate) without: Vec<String>,
    pub(crate) answer: Vec<KeptSentence>,
    pub(crate) disagreements: Vec<KeptSentence>,
    pub(crate) refusal: Option<KeptRefusal>,
    /// `language-model`, `rules-instead`, or `rules`, which is what those kept before this was noted were.
    #[serde(default)]
    pub(crate) writer: String,
    /// The language model that wrote it.
    #[serde(default)]
    pub(crate) model: Option<String>,
    pub(crate) dropped: u64,
    pub(crate) searched: KeptSearch,
    pub(crate) took_ms: f64,
}

/// A sentence with what it rests on.
#[derive(Debug, Deserialize)]
pub(crate) struct KeptSentence {
    pub(crate) sentence: String,
    pub(crate) citations: Vec<KeptCitation>,
}

/// Words that a sentence rests on.
#[derive(Debug, Deserialize)]
pub(crate) struct KeptCitation {
    pub(crate) document: Option<String>,
    pub(crate) paragraph: Option<String>,
    pub(crate) address: String,
    pub(crate) quote: String,
    pub(crate) standing: String,
    pub(crate) date: Option<String>,
    pub(crate) language: String,
    /// Whose words they are, where that was kept.
    #[serde(default)]
    pub(crate) speaker: Option<String>,
}

/// Why there was no answer.
#[derive(Debug, Deserialize)]
pub(crate) struct KeptRefusal {
    pub(crate) why: String,
    pub(crate) nearest: Vec<KeptCitation>,
}

/// What was searched.
#[derive(Debug, Deserialize)]
pub(crate) struct KeptSearch {
    pub(crate) paragraphs: u64,
}

/// What became of a citation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = CitedSince)]
pub(crate) struct SinceBody {
    /// Where the words were cited.
    pub(crate) address: String,
    /// Where a newer revision has other words in their place.
    pub(crate) newer: Option<String>,
    /// The document's standing now, where it was another then.
    pub(crate) standing: Option<&'static str>,
    /// Whether they are kept here no more.
    pub(crate) is_gone: bool,
    /// Whether the entry of a knowledge pack has other words now.
    pub(crate) is_otherwise: bool,
}

impl SinceBody {
    fn unchanged(address: &str) -> Self {
        Self { address: address.to_owned(), newer: None, standing: None, is_gone: false, is_otherwise: false }
    }

    /// Whether anything changed.
    pub(crate) fn has_changed(&self) -> bool {
        *self != Self::unchanged(&self.address)
    }
}

impl KeptAnswer {
    /// Everything cited, in the order of the page.
    pub(crate) fn citations(&self) -> impl Iterator<Item = &KeptCitation> {
        let sentences = self.answer.iter().chain(&self.disagreements).flat_map(|one| &one.citations);
        sentences.chain(self.refusal.iter().flat_map(|refusal| &refusal.nearest))
    }
}

/// The question of an address with its answer; `None` where there is none, or none any more.
pub(crate) async fn find(house: &House, id: &str) -> Result<Option<(KeptQuestion, KeptAnswer)>, Fault> {
    let Some(today) = crate::times::day(house.now_ms()).filter(|_| is_id(id)) else { return Ok(None) };
    let Some(kept) = house.app.store.kept_question(id, today).await? else { return Ok(None) };
    let answer = serde_json::from_str(&kept.answer);
    let answer = answer.map_err(|error| Fault::ours(format!("a kept answer cannot be read: {error}")))?;
    Ok(Some((kept, answer)))
}

/// What became of everything that an answer cites, by address.
pub(crate) async fn since(house: &House, answer: &KeptAnswer) -> Result<BTreeMap<String, SinceBody>, Fault> {
    let known = house.knowledge.known(house).await?;
    let mut found = BTreeMap::new();
    for cited in answer.citations() {
        if found.contains_key(&cited.address) {
            continue;
        }
        let body = match &cited.document {
            None => of_entry(cited, &known),
            Some(_) => match paragraph(&cited.address) {
                Some(address) => of_paragraph(cited, house.app.store.cited_now(&address).await?),
                None => of_paragraph(cited, None),
            },
        };
        found.insert(cited.address.clone(), body);
    }
    Ok(found)
}

/// The paragraph that a citation opens, without the mark on its words.
fn paragraph(address: &str) -> Option<Address> {
    let path = address.split('?').next()?.strip_prefix("/d/")?;
    Address::parse(&crate::addresses::unescape(path)?).ok()
}

fn of_paragraph(cited: &KeptCitation, now: Option<CitedNow>) -> SinceBody {
    let unchanged = SinceBody::unchanged(&cited.address);
    let Some(now) = now else { return SinceBody { is_gone: true, ..unchanged } };
    let then = Standing::parse(&cited.standing);
    SinceBody {
        newer: now.newer.map(|address| address.to_string()),
        standing: (then != Some(now.standing)).then(|| now.standing.as_str()),
        ..unchanged
    }
}

/// An entry of a pack has no revisions: it says the words still, or not.
fn of_entry(cited: &KeptCitation, known: &Known) -> SinceBody {
    let says = known.passages.iter().any(|one| one.place.address == cited.address && one.text.contains(&cited.quote));
    SinceBody { is_otherwise: !says, ..SinceBody::unchanged(&cited.address) }
}
