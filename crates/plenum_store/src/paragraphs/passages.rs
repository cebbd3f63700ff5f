//! Paragraphs by their keys, for the hits of a search: one query for any number.

use super::Passage;
use crate::db::{Value, statements};
use crate::rows::{self, DocumentRow, document_columns};
use crate::{Result, Store};
use plenum_model::Address;
use sqlx::FromRow;
use std::collections::HashMap;

statements! {
    /// Current places come last, so that they win.
    PASSAGES = concat!("select ", document_columns!(), ", p.paragraph_id, v.language, v.ordinal, v.title as revision_title, p.anchor, p.number, \
        p.path, p.kind, p.page, g.body from placement p join paragraph g on g.paragraph_id = p.paragraph_id \
        join revision v on v.revision_id = p.revision_id join document d on d.document_id = v.document_id \
        where p.paragraph_id in ({list}) \
        order by case when v.superseded_at_ms is null then 1 else 0 end, v.ordinal");
}

#[derive(FromRow)]
struct PassageRow {
    #[sqlx(flatten)]
    document: DocumentRow,
    paragraph_id: i64,
    language: String,
    ordinal: i64,
    revision_title: String,
    anchor: String,
    number: Option<String>,
    path: String,
    kind: String,
    page: Option<i64>,
    body: String,
}

impl Store {
    /// The paragraphs with these ids, in the order of the ids; ids that are not held are left out.
    pub async fn paragraphs(&self, ids: &[i64]) -> Result<Vec<Passage>> {
        let members: Vec<Value<'_>> = ids.iter().map(|id| (*id).into()).collect();
        let rows: Vec<PassageRow> = self.db.reader().await?.rows_in(PASSAGES, &[], &members).await?;
        let mut by_id: HashMap<i64, PassageRow> = rows.into_iter().map(|row| (row.paragraph_id, row)).collect();
        ids.iter().filter_map(|id| by_id.remove(id)).map(PassageRow::into_passage).collect()
    }
}

impl PassageRow {
    fn into_passage(self) -> Result<Passage> {
        let tag = rows::tag(&self.language, self.ordinal)?;
        let document = self.document.into_document()?.in_language(&tag.language, &self.revision_title);
        Ok(Passage {
            paragraph_id: self.paragraph_id,
            language: tag.language.clone(),
            address: Address {
                symbol: document.facts.symbol.clone(),
                revision: Some(tag),
                anchor: Some(rows::anchor(&self.anchor)?),
            },
            number: self.number,
            path: rows::path(&self.path)?,
            kind: rows::paragraph_kind(&self.kind)?,
            page: self.page.map(|page| rows::small("page", page)).transpose()?,
            text: self.body,
            document,
        })
    }
}
