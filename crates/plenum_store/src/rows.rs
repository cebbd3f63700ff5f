//! Rows as both engines give them, and how they become the words of the domain.
//!
//! Columns of joined tables carry their table in their name (`document_title`), because rows are read by column name.

use crate::documents::{Document, Revision};
use crate::paragraphs::Placed;
use crate::{ContentHash, Result, StoreError};
use plenum_model::{
    Anchor, DocumentFacts, DocumentKind, Footnote, Language, Paragraph, ParagraphKind, PartialDate, RevisionTag,
    Standing, Symbol, Trouble,
};
use serde::{Deserialize, Serialize};
use sqlx::FromRow;

/// The columns of [`DocumentRow`], of a table `document d`.
macro_rules! document_columns {
    () => {
        "d.document_id, d.symbol, d.title as document_title, d.kind as document_kind, d.standing, d.issuer, d.process, \
         d.meeting, d.actor, d.date, d.family, d.source, d.created_at_ms, d.changed_at_ms, \
         (select o.name from process o where o.slug = d.process) as process_name, \
         (select n.name from actor_name n where n.slug = d.actor and n.language = 'en' order by n.place limit 1) \
         as actor_name"
    };
}
pub(crate) use document_columns;

/// The columns of [`RevisionRow`], of a table `revision v`.
macro_rules! revision_columns {
    () => {
        "v.revision_id, v.language, v.ordinal, v.file_sha256, v.file_name, v.format, v.title as revision_title, \
         v.paragraph_count, v.word_count, v.trouble_count, v.imported_at_ms, v.superseded_at_ms"
    };
}
pub(crate) use revision_columns;

/// The columns of [`PlacedRow`], of tables `placement p` and `paragraph g`.
macro_rules! placed_columns {
    () => {
        "p.paragraph_id, p.position, p.anchor, p.number, p.path, p.kind, p.level, p.page, g.body, g.footnotes"
    };
}
pub(crate) use placed_columns;

#[derive(Clone, Debug, FromRow)]
pub(crate) struct DocumentRow {
    document_id: i64,
    symbol: String,
    document_title: String,
    document_kind: String,
    standing: String,
    issuer: Option<String>,
    process: Option<String>,
    meeting: Option<String>,
    actor: Option<String>,
    date: Option<i64>,
    family: Option<String>,
    source: Option<String>,
    created_at_ms: i64,
    changed_at_ms: i64,
    process_name: Option<String>,
    actor_name: Option<String>,
}

impl DocumentRow {
    pub(crate) fn into_document(self) -> Result<Document> {
        let facts = DocumentFacts {
            symbol: symbol(&self.symbol)?,
            title: self.document_title,
            kind: DocumentKind::parse(&self.document_kind).ok_or_else(|| damaged("kind", &self.document_kind))?,
            standing: standing(&self.standing)?,
            issuer: self.issuer,
            process: self.process,
            meeting: self.meeting,
            actor: self.actor,
            date: date(self.date),
            family: self.family,
            source: self.source,
        };
        Ok(Document {
            document_id: self.document_id,
            facts,
            process_name: self.process_name,
            actor_name: self.actor_name,
            created_at_ms: self.created_at_ms,
            changed_at_ms: self.changed_at_ms,
        })
    }
}

#[derive(Clone, Debug, FromRow)]
pub(crate) struct RevisionRow {
    revision_id: i64,
    language: String,
    ordinal: i64,
    file_sha256: String,
    file_name: String,
    format: String,
    revision_title: String,
    paragraph_count: i64,
    word_count: i64,
    trouble_count: i64,
    imported_at_ms: i64,
    superseded_at_ms: Option<i64>,
}

impl RevisionRow {
    pub(crate) fn into_revision(self) -> Result<Revision> {
        Ok(Revision {
            revision_id: self.revision_id,
            tag: tag(&self.language, self.ordinal)?,
            file: hash(&self.file_sha256)?,
            file_name: self.file_name,
            format: self.format,
            title: self.revision_title,
            imported_at_ms: self.imported_at_ms,
            is_current: self.superseded_at_ms.is_none(),
            paragraphs: small("paragraph_count", self.paragraph_count)?,
            words: small("word_count", self.word_count)?,
            troubles: small("trouble_count", self.trouble_count)?,
        })
    }
}

#[derive(Clone, Debug, FromRow)]
pub(crate) struct PlacedRow {
    paragraph_id: i64,
    position: i64,
    anchor: String,
    number: Option<String>,
    path: String,
    kind: String,
    level: i64,
    page: Option<i64>,
    body: String,
    footnotes: String,
}

impl PlacedRow {
    /// The paragraph, its references still missing.
    pub(crate) fn into_placed(self) -> Result<Placed> {
        let paragraph = Paragraph {
            number: self.number,
            path: path(&self.path)?,
            kind: paragraph_kind(&self.kind)?,
            level: u8::try_from(self.level).map_err(|_| damaged("level", &self.level.to_string()))?,
            text: self.body,
            page: self.page.map(|page| small("page", page)).transpose()?,
            references: Vec::new(),
            footnotes: footnotes_from_json(&self.footnotes)?,
        };
        Ok(Placed {
            paragraph_id: self.paragraph_id,
            position: small("position", self.position)?,
            anchor: anchor(&self.anchor)?,
            paragraph,
        })
    }
}

#[derive(Serialize, Deserialize)]
struct FootnoteJson {
    mark: String,
    at: usize,
    text: String,
}

#[derive(Serialize, Deserialize)]
struct TroubleJson {
    page: Option<u32>,
    place: String,
    what: String,
    remedy: String,
    // Not there in what was kept before troubles had keys.
    #[serde(default)]
    key: String,
    #[serde(default)]
    arguments: Vec<(String, String)>,
}

impl From<Trouble> for TroubleJson {
    fn from(trouble: Trouble) -> Self {
        let Trouble { page, place, what, remedy, key, arguments } = trouble;
        Self { page, place, what, remedy, key, arguments }
    }
}

impl From<TroubleJson> for Trouble {
    fn from(row: TroubleJson) -> Self {
        let TroubleJson { page, place, what, remedy, key, arguments } = row;
        Self { page, place, what, remedy, key, arguments }
    }
}

/// Footnotes without their references, which are rows of their own.
pub(crate) fn footnotes_to_json(footnotes: &[Footnote]) -> String {
    let rows: Vec<FootnoteJson> = footnotes
        .iter()
        .map(|note| FootnoteJson { mark: note.mark.clone(), at: note.at, text: note.text.clone() })
        .collect();
    to_json(&rows)
}

pub(crate) fn footnotes_from_json(json: &str) -> Result<Vec<Footnote>> {
    if json == "[]" {
        return Ok(Vec::new()); // Most paragraphs have none.
    }
    let rows: Vec<FootnoteJson> = serde_json::from_str(json).map_err(|_| damaged("footnotes", json))?;
    Ok(rows.into_iter().map(|n| Footnote { mark: n.mark, at: n.at, text: n.text, references: Vec::new() }).collect())
}

pub(crate) fn troubles_to_json(troubles: &[Trouble]) -> String {
    to_json(&troubles.iter().cloned().map(TroubleJson::from).collect::<Vec<_>>())
}

pub(crate) fn troubles_from_json(json: &str) -> Result<Vec<Trouble>> {
    let rows: Vec<TroubleJson> = serde_json::from_str(json).map_err(|_| damaged("troubles", json))?;
    Ok(rows.into_iter().map(Trouble::from).collect())
}

pub(crate) fn to_json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("texts and numbers in lists always have a JSON form")
}

pub(crate) fn path(json: &str) -> Result<Vec<String>> {
    if json == "[]" {
        return Ok(Vec::new());
    }
    serde_json::from_str(json).map_err(|_| damaged("path", json))
}

pub(crate) fn damaged(what: &str, value: &str) -> StoreError {
    let shown: String = value.chars().take(80).collect();
    StoreError::Damaged(format!("{what} \"{shown}\""))
}

pub(crate) fn symbol(text: &str) -> Result<Symbol> {
    Symbol::parse(text).map_err(|_| damaged("symbol", text))
}
pub(crate) fn anchor(text: &str) -> Result<Anchor> {
    Anchor::parse(text).map_err(|_| damaged("anchor", text))
}
pub(crate) fn language(text: &str) -> Result<Language> {
    Language::parse(text).map_err(|_| damaged("language", text))
}
pub(crate) fn standing(word: &str) -> Result<Standing> {
    Standing::parse(word).ok_or_else(|| damaged("standing", word))
}
pub(crate) fn paragraph_kind(word: &str) -> Result<ParagraphKind> {
    ParagraphKind::parse(word).ok_or_else(|| damaged("kind", word))
}
pub(crate) fn hash(text: &str) -> Result<ContentHash> {
    ContentHash::parse(text).ok_or_else(|| damaged("hash", text))
}
pub(crate) fn tag(language_tag: &str, ordinal: i64) -> Result<RevisionTag> {
    Ok(RevisionTag { language: language(language_tag)?, ordinal: small("ordinal", ordinal)? })
}
pub(crate) fn small(what: &str, number: i64) -> Result<u32> {
    u32::try_from(number).map_err(|_| damaged(what, &number.to_string()))
}
/// A count, which is never negative.
pub(crate) fn count(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}
pub(crate) fn date(ordinal: Option<i64>) -> Option<PartialDate> {
    ordinal.and_then(|ordinal| i32::try_from(ordinal).ok()).and_then(PartialDate::from_ordinal)
}
pub(crate) fn ordinal(date: Option<PartialDate>) -> Option<i64> {
    date.map(|date| i64::from(date.ordinal()))
}

/// Where a language stands when one must be chosen: English, then the others of the six in their order, then the rest.
pub(crate) fn language_rank(language: &Language) -> usize {
    let six = plenum_model::language::UN_SIX;
    match language.as_str() {
        "en" => 0,
        tag => 1 + six.iter().position(|one| *one == tag).unwrap_or(six.len()),
    }
}
