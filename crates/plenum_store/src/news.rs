//! News: what others publish about a process.

use crate::changes::begin_edition;
use crate::db::statements;
use crate::{Result, Store, rows};
use plenum_model::Standing;
use plenum_model::news::NewsItem;
use sqlx::FromRow;

/// An entry with what the store knows of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewsLine {
    /// The entry.
    pub item: NewsItem,
    /// Slug of its process.
    pub process: String,
    /// What weight it has.
    pub standing: Standing,
    /// The feed: its page or its file.
    pub source: String,
    /// When it changed here last, milliseconds since 1970.
    pub changed_at_ms: i64,
}

/// A feed's entries to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewNews {
    /// Slug of the process they are about.
    pub process: String,
    /// What weight they have.
    pub standing: Standing,
    /// The feed: its page or its file.
    pub source: String,
    /// The entries.
    pub items: Vec<NewsItem>,
}

statements! {
    PUT_NEWS = "insert into news (process, key, title, summary, link, published_ms, author, language, standing, source, \
        kept_at_ms, changed_at_ms) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11) \
        on conflict (process, key) do update set title = excluded.title, summary = excluded.summary, \
        link = excluded.link, published_ms = excluded.published_ms, author = excluded.author, \
        language = excluded.language, standing = excluded.standing, source = excluded.source, \
        changed_at_ms = excluded.changed_at_ms \
        where news.title is distinct from excluded.title or news.summary is distinct from excluded.summary \
        or news.link is distinct from excluded.link or news.published_ms is distinct from excluded.published_ms \
        or news.author is distinct from excluded.author or news.standing is distinct from excluded.standing";
    NEWS = "select process, key, title, summary, link, published_ms, author, language, standing, source, changed_at_ms \
        from news where process = $1 order by coalesce(published_ms, kept_at_ms) desc, key limit $2";
}

#[derive(FromRow)]
struct NewsRow {
    process: String,
    key: String,
    title: String,
    summary: String,
    link: Option<String>,
    published_ms: Option<i64>,
    author: Option<String>,
    language: String,
    standing: String,
    source: String,
    changed_at_ms: i64,
}

impl Store {
    /// Keeps a feed's entries, or replaces those of the same key. Out: how many are new or have changed.
    ///
    /// Errors: the process is not held. Then nothing is kept.
    pub async fn put_news(&self, news: &NewNews, at_ms: i64) -> Result<u64> {
        let mut conn = self.db.writer().await?;
        let mut touched = 0;
        for item in &news.items {
            let values = [
                news.process.as_str().into(),
                item.key.as_str().into(),
                item.title.as_str().into(),
                item.summary.as_str().into(),
                item.link.as_deref().into(),
                item.published_ms.into(),
                item.author.as_deref().into(),
                item.language.as_str().into(),
                news.standing.as_str().into(),
                news.source.as_str().into(),
                at_ms.into(),
            ];
            touched += conn.run(PUT_NEWS, &values).await?;
        }
        if touched > 0 {
            begin_edition(&mut conn).await?;
        }
        conn.commit().await?;
        Ok(touched)
    }

    /// The news of a process, the latest first, at most `limit`.
    pub async fn news(&self, process: &str, limit: u32) -> Result<Vec<NewsLine>> {
        let values = [process.into(), i64::from(limit).into()];
        let found: Vec<NewsRow> = self.db.reader().await?.rows(NEWS, &values).await?;
        found.into_iter().map(NewsRow::into_line).collect()
    }
}

impl NewsRow {
    fn into_line(self) -> Result<NewsLine> {
        let standing =
            Standing::parse(&self.standing).ok_or_else(|| rows::damaged("standing of news", &self.standing))?;
        let item = NewsItem {
            key: self.key,
            title: self.title,
            summary: self.summary,
            link: self.link,
            published_ms: self.published_ms,
            author: self.author,
            language: self.language,
        };
        Ok(NewsLine { item, process: self.process, standing, source: self.source, changed_at_ms: self.changed_at_ms })
    }
}
