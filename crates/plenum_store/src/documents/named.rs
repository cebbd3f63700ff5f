//! Statements by the meeting that their record names: a General Debate is a record set of some two hundred documents.

use super::DocumentLine;
use super::lists::lines_of;
use crate::db::statements;
use crate::rows::{self, document_columns};
use crate::{Result, Store};
use plenum_model::PartialDate;

/// A meeting that is known by nothing but the statements whose records name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedMeeting {
    /// Its name: `General Debate, session 77`.
    pub name: String,
    /// How many statements name it.
    pub statements: u64,
    /// The first date of them, as far as it is known.
    pub from: Option<PartialDate>,
    /// The last date.
    pub until: Option<PartialDate>,
    /// Slug of the process to which all of them belong; `None`: to none, or to several.
    pub process: Option<String>,
}

statements! {
    // A transcript names its meeting too: that meeting has a page of its own.
    NAMED = "select d.meeting, count(*) as many, min(d.date) as first, max(d.date) as last, min(d.process) as one, \
        max(d.process) as other from document d where d.meeting is not null and d.kind = 'statement' \
        and d.text_at_ms is not null and not exists (select 1 from meeting m where m.document_id = d.document_id) \
        group by d.meeting order by coalesce(max(d.date), 0) desc, d.meeting";
    OF_NAMED = concat!("select ", document_columns!(), " from document d where d.meeting = $1 \
        and d.kind = 'statement' and d.text_at_ms is not null \
        and not exists (select 1 from meeting m where m.document_id = d.document_id) order by d.symbol_key limit 2000");
}

type Row = (String, i64, Option<i64>, Option<i64>, Option<String>, Option<String>);

impl Store {
    /// Every meeting that statements name, the latest first.
    pub async fn named_meetings(&self) -> Result<Vec<NamedMeeting>> {
        let found: Vec<Row> = self.db.reader().await?.rows(NAMED, &[]).await?;
        let meeting = |(name, many, first, last, process, other): Row| NamedMeeting {
            name,
            statements: rows::count(many),
            from: rows::date(first),
            until: rows::date(last),
            process: process.filter(|slug| other.as_ref() == Some(slug)),
        };
        Ok(found.into_iter().map(meeting).collect())
    }

    /// The statements of one meeting, by its name; at most two thousand.
    pub async fn statements_of_named(&self, name: &str) -> Result<Vec<DocumentLine>> {
        lines_of(&mut self.db.reader().await?, OF_NAMED, &[name.into()]).await
    }
}
