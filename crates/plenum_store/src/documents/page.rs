//! One document with the text of a revision.

use super::lists::{lines_of, with_revisions};
use super::{CITING_SHOWN, Document, DocumentLine, DocumentPage, Found, OtherFormat, Revision, Shown};
use crate::db::{Conn, statements};
use crate::paragraphs::{Citing, whole};
use crate::rows::{self, DocumentRow, RevisionRow, document_columns, revision_columns};
use crate::{Result, Store};
use plenum_model::{Address, RevisionTag, Symbol};
use sqlx::FromRow;

statements! {
    DOCUMENT = concat!("select ", document_columns!(), " from document d where d.symbol_key = $1");
    REVISIONS = concat!("select ", revision_columns!(), " from revision v join document d \
        on d.document_id = v.document_id where d.symbol_key = $1 order by v.language, v.ordinal");
    REDIRECTED = concat!("select ", document_columns!(), " from redirect e join document d \
        on d.document_id = e.document_id where e.from_key = $1");
    TROUBLES = "select troubles from revision where revision_id = $1";
    OTHER_FORMATS = "select file_sha256, file_name, format from other_format where revision_id = $1 \
        order by kept_at_ms, file_sha256";
    FAMILY = concat!("select ", document_columns!(), " from document d where d.family = $1 and d.document_id <> $2 \
        order by case when d.date is null then 1 else 0 end, d.date, d.symbol_key");
    CITED_BY = "select d.symbol, d.title, v.language, v.ordinal, p.anchor, p.number, g.body, d.standing, d.date \
        from reference r join placement p on p.paragraph_id = r.paragraph_id \
        join revision v on v.revision_id = p.revision_id and v.superseded_at_ms is null \
        join paragraph g on g.paragraph_id = r.paragraph_id join document d on d.document_id = v.document_id \
        where r.symbol_key = $1 and v.document_id <> $2 \
        and r.place = (select min(o.place) from reference o where o.paragraph_id = r.paragraph_id \
        and o.symbol_key = $1) order by r.paragraph_id limit $3";
    CITED_BY_TOTAL = "select count(distinct r.paragraph_id) from reference r \
        join placement p on p.paragraph_id = r.paragraph_id \
        join revision v on v.revision_id = p.revision_id and v.superseded_at_ms is null \
        where r.symbol_key = $1 and v.document_id <> $2";
}

#[derive(FromRow)]
struct CitingRow {
    symbol: String,
    title: String,
    language: String,
    ordinal: i64,
    anchor: String,
    number: Option<String>,
    body: String,
    standing: String,
    date: Option<i64>,
}

impl Store {
    /// A document with the text of a revision; without `tag` the current one, English before others.
    pub async fn document_page(&self, symbol: &Symbol, tag: Option<&RevisionTag>) -> Result<Found<DocumentPage>> {
        let mut conn = self.db.reader().await?;
        let Some((document, revisions)) = header(&mut conn, symbol).await? else { return Ok(Found::Missing) };
        let own = Address { symbol: document.facts.symbol.clone(), revision: None, anchor: None };
        if own.symbol != *symbol {
            return Ok(Found::MovedTo(Address { revision: tag.cloned(), ..own }));
        }
        let wanted = tag.cloned().or_else(|| current(revisions.iter().map(|r| (r.is_current, r.tag.clone()))));
        let revision = wanted.and_then(|tag| revisions.iter().find(|r| r.tag == tag).cloned());
        if tag.is_some() && revision.is_none() {
            return Ok(Found::OnlyDocument(own));
        }
        let shown = match revision {
            Some(revision) => Some(shown(&mut conn, revision).await?),
            None => None,
        };
        let family = family(&mut conn, &document).await?;
        let of_this = [document.facts.symbol.key().into(), document.document_id.into(), CITING_SHOWN.into()];
        let citing: Vec<CitingRow> = conn.rows(CITED_BY, &of_this).await?;
        let total = conn.number(CITED_BY_TOTAL, &of_this[..2]).await?;
        let cited_by = citing.into_iter().map(CitingRow::into_citing).collect::<Result<_>>()?;
        let cited_by_total = rows::count(total);
        let document = match &shown {
            Some(shown) => document.in_language(&shown.revision.tag.language, &shown.revision.title),
            None => document,
        };
        Ok(Found::Here(DocumentPage { document, revisions, shown, family, cited_by, cited_by_total }))
    }

    /// One document without its words; old symbols are followed. `None` if it is not known.
    pub async fn document(&self, symbol: &Symbol) -> Result<Option<DocumentLine>> {
        let mut conn = self.db.reader().await?;
        let Some((document, _)) = header(&mut conn, symbol).await? else { return Ok(None) };
        Ok(with_revisions(&mut conn, vec![document]).await?.pop())
    }
}

/// A document and all its revisions: by language (English first), then oldest first. Old symbols are followed.
pub(crate) async fn header(conn: &mut Conn, symbol: &Symbol) -> Result<Option<(Document, Vec<Revision>)>> {
    let key = symbol.key();
    let mut row: Option<DocumentRow> = conn.row(DOCUMENT, &[key.as_str().into()]).await?;
    if row.is_none() {
        row = conn.row(REDIRECTED, &[key.as_str().into()]).await?;
    }
    let Some(row) = row else { return Ok(None) };
    let document = row.into_document()?;
    let revisions: Vec<RevisionRow> = conn.rows(REVISIONS, &[document.facts.symbol.key().into()]).await?;
    let mut revisions = revisions.into_iter().map(RevisionRow::into_revision).collect::<Result<Vec<_>>>()?;
    revisions.sort_by_cached_key(|r| (rows::language_rank(&r.tag.language), r.tag.clone()));
    Ok(Some((document, revisions)))
}

/// Of some tags, with whether each is current in its language, the one that a reader without wishes is shown.
pub(crate) fn current(tags: impl IntoIterator<Item = (bool, RevisionTag)>) -> Option<RevisionTag> {
    let best = tags.into_iter().max_by_key(|(is_current, tag)| {
        let rank = std::cmp::Reverse((rows::language_rank(&tag.language), tag.language.clone()));
        (*is_current, rank, tag.ordinal)
    });
    best.map(|(_, tag)| tag)
}

async fn shown(conn: &mut Conn, revision: Revision) -> Result<Shown> {
    let (paragraphs, targets) = whole(conn, revision.revision_id).await?;
    let troubles: Option<(String,)> = conn.row(TROUBLES, &[revision.revision_id.into()]).await?;
    let troubles = rows::troubles_from_json(troubles.as_ref().map_or("[]", |t| t.0.as_str()))?;
    let other_formats = other_formats(conn, revision.revision_id).await?;
    Ok(Shown { revision, other_formats, troubles, paragraphs, targets })
}

/// The files that hold the same text as a revision in another format, the first kept first.
pub(crate) async fn other_formats(conn: &mut Conn, revision_id: i64) -> Result<Vec<OtherFormat>> {
    let found: Vec<(String, String, String)> = conn.rows(OTHER_FORMATS, &[revision_id.into()]).await?;
    let other = |(hash, file_name, format): (String, String, String)| {
        Ok(OtherFormat { file: rows::hash(&hash)?, file_name, format })
    };
    found.into_iter().map(other).collect()
}

async fn family(conn: &mut Conn, document: &Document) -> Result<Vec<DocumentLine>> {
    let Some(family) = &document.facts.family else { return Ok(Vec::new()) };
    lines_of(conn, FAMILY, &[family.as_str().into(), document.document_id.into()]).await
}

impl CitingRow {
    fn into_citing(self) -> Result<Citing> {
        let tag = rows::tag(&self.language, self.ordinal)?;
        Ok(Citing {
            language: tag.language.clone(),
            address: Address {
                symbol: rows::symbol(&self.symbol)?,
                revision: Some(tag),
                anchor: Some(rows::anchor(&self.anchor)?),
            },
            title: self.title,
            number: self.number,
            text: self.body,
            standing: rows::standing(&self.standing)?,
            date: rows::date(self.date),
        })
    }
}
