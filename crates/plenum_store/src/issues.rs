//! Issues: what processes talk about. One list of what packs tell and what editors named at the desk of a process.
//!
//! A pack never touches what an editor named. An issue that a pack tells no longer stays as the desk's own where a
//! quotation names it: a column of the matrix does not go while something stands in it.

use crate::changes::begin_edition;
use crate::db::{Conn, Value, statements};
use crate::processes::Knowledge;
use crate::{Result, Store, rows};
use plenum_model::knowledge::Issue;

/// Where an editor's own issue comes from, in words.
const DESK: &str = "an editor, at the desk";

/// The columns of [`IssueRow`].
macro_rules! issue_columns {
    () => {
        "slug, entered_for, name, summary, processes, parent, source"
    };
}

/// The order of the list: packs' first, each pack in its own order; what editors named by name.
macro_rules! in_order {
    () => {
        " order by case when entered_for = '' then 0 else 1 end, pack, position, name, slug"
    };
}

/// Whether an issue is one of the process $1.
macro_rules! of_process {
    () => {
        "processes like '%\"' || $1 || '\"%'"
    };
}
pub(crate) use of_process;

statements! {
    PUT = "insert into issue (slug, entered_for, name, summary, processes, parent, source, pack, position, changed_at_ms) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (slug, entered_for) do update set \
        name = excluded.name, summary = excluded.summary, processes = excluded.processes, parent = excluded.parent, \
        source = excluded.source, pack = excluded.pack, position = excluded.position, \
        changed_at_ms = excluded.changed_at_ms";
    // What stands at the desk is newer than what was once written to a file.
    PUT_ENTERED = "insert into issue (slug, entered_for, name, summary, processes, parent, source, pack, position, \
        changed_at_ms) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (slug, entered_for) do nothing";
    KEEP_QUOTED = "insert into issue (slug, entered_for, name, summary, processes, parent, source, pack, position, \
        changed_at_ms) select distinct i.slug, o.process, i.name, i.summary, '[\"' || o.process || '\"]', i.parent, \
        i.source, '', 0, cast($2 as bigint) from issue i join position o on o.issue = i.slug where i.entered_for = '' \
        and ((i.pack = $1 and i.changed_at_ms <> $2) or i.processes not like '%\"' || o.process || '\"%') \
        on conflict (slug, entered_for) do nothing";
    GONE = "delete from issue where pack = $1 and entered_for = '' and changed_at_ms <> $2";
    TOLD_BY_PACKS = "delete from issue where entered_for <> '' and exists (select 1 from issue t \
        where t.slug = issue.slug and t.entered_for = '' and t.processes like '%\"' || issue.entered_for || '\"%')";
    ISSUES = concat!("select ", issue_columns!(), " from issue", in_order!());
    ISSUES_OF = concat!("select ", issue_columns!(), " from issue where ", of_process!(), in_order!());
    ISSUES_OF_PACK = concat!("select ", issue_columns!(), " from issue where pack = $1 \
        or entered_for in (select slug from process where pack = $1)", in_order!());
    NAME = concat!("select name from issue where ", of_process!(), " and slug = $2");
    IS_TOLD = concat!("select count(*) from issue where ", of_process!(), " and slug = $2 and entered_for = ''");
}

type IssueRow = (String, String, String, String, String, Option<String>, String);

impl Store {
    /// What processes talk about: packs' issues in the order of the packs, then those that editors named.
    pub async fn issues(&self) -> Result<Vec<Issue>> {
        listed(&mut self.db.reader().await?, ISSUES, &[]).await
    }

    /// What one process talks about, in the same order.
    pub async fn issues_of(&self, process: &str) -> Result<Vec<Issue>> {
        listed(&mut self.db.reader().await?, ISSUES_OF, &[process.into()]).await
    }

    /// The name of an issue of a process; `None` if the process has no such issue.
    pub async fn issue_name(&self, process: &str, issue: &str) -> Result<Option<String>> {
        let row: Option<(String,)> = self.db.reader().await?.row(NAME, &[process.into(), issue.into()]).await?;
        Ok(row.map(|(name,)| name))
    }

    /// Names an issue at the desk of a process, or names it anew; gives `false`, and does nothing, where a pack tells an
    /// issue of that slug: its name is the pack's.
    pub async fn enter_issue(&self, process: &str, slug: &str, name: &str, at_ms: i64) -> Result<bool> {
        let mut conn = self.db.writer().await?;
        if conn.number(IS_TOLD, &[process.into(), slug.into()]).await? > 0 {
            return Ok(false);
        }
        let issue = Issue {
            slug: slug.to_owned(),
            name: name.to_owned(),
            processes: vec![process.to_owned()],
            source: DESK.to_owned(),
            entered_for: Some(process.to_owned()),
            ..Issue::default()
        };
        conn.run(PUT, &values(&issue, "", 0, at_ms)).await?;
        begin_edition(&mut conn).await?;
        conn.commit().await?;
        Ok(true)
    }
}

/// Puts in what a pack tells; what it tells no longer goes, unless a quotation names it.
pub(crate) async fn put(conn: &mut Conn, told: &Knowledge, at_ms: i64) -> Result<()> {
    for (one, position) in told.issues.iter().zip(0i64..) {
        match &one.entered_for {
            None => conn.run(PUT, &values(one, &told.pack, position, at_ms)).await?,
            Some(_) => conn.run(PUT_ENTERED, &values(one, "", 0, at_ms)).await?,
        };
    }
    let edition: [Value<'_>; 2] = [told.pack.as_str().into(), at_ms.into()];
    conn.run(KEEP_QUOTED, &edition).await?;
    conn.run(GONE, &edition).await?;
    conn.run(TOLD_BY_PACKS, &[]).await?;
    Ok(())
}

/// What a pack tells, in its order, and what editors named for its processes.
pub(crate) async fn of_pack(conn: &mut Conn, pack: &str) -> Result<Vec<Issue>> {
    listed(conn, ISSUES_OF_PACK, &[pack.into()]).await
}

async fn listed(conn: &mut Conn, sql: &'static str, asked: &[Value<'_>]) -> Result<Vec<Issue>> {
    let rows: Vec<IssueRow> = conn.rows(sql, asked).await?;
    let issue = |(slug, entered_for, name, summary, processes, parent, source): IssueRow| {
        let entered_for = (!entered_for.is_empty()).then_some(entered_for);
        Ok(Issue { slug, name, summary, processes: rows::path(&processes)?, parent, source, entered_for })
    };
    rows.into_iter().map(issue).collect()
}

fn values<'a>(one: &'a Issue, pack: &'a str, position: i64, at_ms: i64) -> Vec<Value<'a>> {
    vec![
        one.slug.as_str().into(),
        one.entered_for.as_deref().unwrap_or_default().into(),
        one.name.as_str().into(),
        one.summary.as_str().into(),
        rows::to_json(&one.processes).into(),
        one.parent.as_deref().into(),
        one.source.as_str().into(),
        pack.into(),
        position.into(),
        at_ms.into(),
    ]
}
