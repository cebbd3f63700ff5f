//! Statements by the meeting that their record names: a General Debate is a record set of some two hundred documents.

use super::DocumentLine;
use super::lists::lines_of;
use crate::db::statements;
use crate::rows::{self, document_columns};
use crate::{Result, Store};
use plenum_model::PartialDate;

/// A meeting that statements name, as the record names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Debate {
    /// Its name: `General Debate, session 77`.
    pub name: String,
    /// How many statements name it.
    pub statements: u64,
    /// The first date of them, as far as it is known.
    pub from: Option<PartialDate>,
    /// The last date.
    pub until: Option<PartialDate>,
}

statements! {
    DEBATES = "select meeting, count(*) as many, min(date) as first, max(date) as last from document \
        where meeting is not null and kind = 'statement' and text_at_ms is not null group by meeting \
        order by coalesce(max(date), 0) desc, meeting";
    OF_DEBATE = concat!("select ", document_columns!(), " from document d where d.meeting = $1 \
        and d.kind = 'statement' and d.text_at_ms is not null order by d.symbol_key limit 2000");
}

impl Store {
    /// Every meeting that statements name, the latest first.
    pub async fn debates(&self) -> Result<Vec<Debate>> {
        let found: Vec<(String, i64, Option<i64>, Option<i64>)> = self.db.reader().await?.rows(DEBATES, &[]).await?;
        let debate = |(name, many, first, last)| Debate {
            name,
            statements: rows::count(many),
            from: rows::date(first),
            until: rows::date(last),
        };
        Ok(found.into_iter().map(debate).collect())
    }

    /// The statements of one meeting, by its name; at most two thousand.
    pub async fn statements_of_debate(&self, name: &str) -> Result<Vec<DocumentLine>> {
        lines_of(&mut self.db.reader().await?, OF_DEBATE, &[name.into()]).await
    }
}
