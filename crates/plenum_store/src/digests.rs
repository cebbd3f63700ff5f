//! Digests: editions with their sentences and their history. Editing is beside.

pub mod editing;

use crate::changes::begin_edition;
use crate::db::{Conn, Value, statements};
use crate::{Result, Store, rows};
use plenum_model::digest::{Citation, Citations, Covered, Edition, Kind, Section, Sentence, State, Writer};
use serde::{Deserialize, Serialize};
use sqlx::FromRow;

/// What is known of an edition besides its sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DigestLine {
    /// Its key, which is its address and never given again.
    pub id: i64,
    /// How far it is.
    pub state: State,
    /// The edition; in a list without its sentences.
    pub edition: Edition,
    /// The published edition that it corrects.
    pub corrects: Option<i64>,
    /// The published edition that corrects it, the last of several.
    pub corrected_by: Option<i64>,
    /// When it was composed, milliseconds since 1970.
    pub composed_at_ms: i64,
    /// When anything of it changed last.
    pub changed_at_ms: i64,
    /// Who approved it, in words, and when.
    pub approved: Option<(String, i64)>,
    /// When it was published.
    pub published_at_ms: Option<i64>,
}

/// A step in what became of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DigestChange {
    /// `composed`, `rewritten`, `added`, `removed`, `titled`, `edited`, `approved`, `reopened`, `published`, `correcting`.
    pub what: String,
    /// The sentence's number; `None`: the edition itself.
    pub number: Option<i64>,
    /// What stood before.
    pub before: Option<String>,
    /// What stands since.
    pub after: Option<String>,
    /// Who, in words.
    pub by: String,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
}

macro_rules! digest_columns {
    ($which:literal) => {
        concat!(
            "select g.digest_id, g.kind, g.language, g.title, g.processes, g.from_date, g.until_date, g.state, \
             g.corrects, g.composed_at_ms, g.changed_at_ms, g.approved_by, g.approved_at_ms, g.published_at_ms, \
             (select max(c.digest_id) from digest c where c.corrects = g.digest_id and c.state = 'published') \
             as corrected_by from digest g ",
            $which
        )
    };
}

statements! {
    DIGESTS = digest_columns!("where g.state = 'published' or $1 = 0 \
        order by coalesce(g.published_at_ms, g.changed_at_ms) desc, g.digest_id desc");
    DIGEST = digest_columns!("where g.digest_id = $1");
    UNQUEUED = "select digest_id from digest where state = 'published' and queued_at_ms is null \
        and published_at_ms >= $1 order by published_at_ms, digest_id";
    SENTENCES = "select number, section, process, body, citations, writer, is_confirmed from digest_sentence \
        where digest_id = $1 and gone_at_ms is null order by number";
    CHANGES = "select what, number, before_value, after_value, said_by, at_ms from digest_change where digest_id = $1 \
        order by place desc";
    INSERT_DIGEST = "insert into digest (digest_id, kind, language, title, processes, from_date, until_date, state, \
        corrects, composed_at_ms, changed_at_ms) values";
    INSERT_SENTENCES = "insert into digest_sentence (digest_id, number, section, process, body, citations, writer, \
        is_confirmed) values";
    STEPS_SO_FAR = "select count(*) from digest_change where digest_id = $1";
    INSERT_STEP = "insert into digest_change (digest_id, place, what, number, before_value, after_value, said_by, at_ms) \
        values";
}

#[derive(FromRow)]
struct DigestRow {
    digest_id: i64,
    kind: String,
    language: String,
    title: String,
    processes: String,
    from_date: i64,
    until_date: i64,
    state: String,
    corrects: Option<i64>,
    composed_at_ms: i64,
    changed_at_ms: i64,
    approved_by: Option<String>,
    approved_at_ms: Option<i64>,
    published_at_ms: Option<i64>,
    corrected_by: Option<i64>,
}

#[derive(FromRow)]
struct SentenceRow {
    number: i64,
    section: String,
    process: Option<String>,
    body: String,
    citations: String,
    writer: String,
    is_confirmed: i64,
}

#[derive(Serialize, Deserialize)]
struct CitationBody {
    address: String,
    label: String,
}

#[derive(Serialize, Deserialize)]
struct CoveredBody {
    slug: String,
    name: String,
}

type ChangeRow = (String, Option<i64>, Option<String>, Option<String>, String, i64);

/// Who says something, in words, and when.
type Saying<'a> = (&'a str, i64);

impl Store {
    /// Keeps an edition as a draft; gives its key. Its sentences are numbered from 1 in their order.
    pub async fn keep_digest(&self, edition: &Edition, by: &str, at_ms: i64) -> Result<i64> {
        let mut conn = self.db.writer().await?;
        let id = put(&mut conn, edition, None, at_ms).await?;
        step(&mut conn, id, Step { what: "composed", number: None, before: None, after: None }, (by, at_ms)).await?;
        conn.commit().await?;
        Ok(id)
    }

    /// Begins a correction: a new draft with the sentences of a published edition; gives its key.
    ///
    /// Out: `None` if there is no such edition, or it is not published.
    pub async fn correct_digest(&self, id: i64, by: &str, at_ms: i64) -> Result<Option<i64>> {
        let mut conn = self.db.writer().await?;
        let Some(line) = read(&mut conn, id).await? else { return Ok(None) };
        if line.state != State::Published {
            return Ok(None);
        }
        let new = put(&mut conn, &line.edition, Some(id), at_ms).await?;
        let before = id.to_string();
        let begun = Step { what: "correcting", number: None, before: Some(&before), after: None };
        step(&mut conn, new, begun, (by, at_ms)).await?;
        conn.commit().await?;
        Ok(Some(new))
    }

    /// All editions, or those that are published, without their sentences: the latest first.
    pub async fn digests(&self, published_only: bool) -> Result<Vec<DigestLine>> {
        let asked: [Value<'_>; 1] = [i64::from(published_only).into()];
        let found: Vec<DigestRow> = self.db.reader().await?.rows(DIGESTS, &asked).await?;
        found.into_iter().map(|row| row.into_line(Vec::new())).collect()
    }

    /// One edition with its sentences; `None` if it is not held.
    pub async fn digest(&self, id: i64) -> Result<Option<DigestLine>> {
        read(&mut self.db.reader().await?, id).await
    }

    /// The editions published since a moment that are not yet queued for their readers: the first published first.
    pub async fn unqueued_digests(&self, since_ms: i64) -> Result<Vec<i64>> {
        let found: Vec<(i64,)> = self.db.reader().await?.rows(UNQUEUED, &[since_ms.into()]).await?;
        Ok(found.into_iter().map(|row| row.0).collect())
    }

    /// What became of an edition, the last first.
    pub async fn digest_changes(&self, id: i64) -> Result<Vec<DigestChange>> {
        let found: Vec<ChangeRow> = self.db.reader().await?.rows(CHANGES, &[id.into()]).await?;
        let change = |(what, number, before, after, by, at_ms)| DigestChange { what, number, before, after, by, at_ms };
        Ok(found.into_iter().map(change).collect())
    }
}

async fn read(conn: &mut Conn, id: i64) -> Result<Option<DigestLine>> {
    let Some(row) = conn.row::<DigestRow>(DIGEST, &[id.into()]).await? else { return Ok(None) };
    let sentences: Vec<SentenceRow> = conn.rows(SENTENCES, &[id.into()]).await?;
    let sentences = sentences.into_iter().map(SentenceRow::into_sentence).collect::<Result<_>>()?;
    row.into_line(sentences).map(Some)
}

async fn put(conn: &mut Conn, edition: &Edition, corrects: Option<i64>, at_ms: i64) -> Result<i64> {
    let id = conn.take_keys("digest", 1).await?;
    let covered: Vec<CoveredBody> =
        edition.processes.iter().map(|one| CoveredBody { slug: one.slug.clone(), name: one.name.clone() }).collect();
    let values = [
        id.into(),
        edition.kind.as_str().into(),
        edition.language.as_str().into(),
        edition.title.as_str().into(),
        rows::to_json(&covered).into(),
        i64::from(edition.from.ordinal()).into(),
        i64::from(edition.until.ordinal()).into(),
        State::Draft.as_str().into(),
        corrects.into(),
        at_ms.into(),
        at_ms.into(),
    ];
    conn.insert(INSERT_DIGEST, values.len(), &values).await?;
    let mut values: Vec<Value<'_>> = Vec::new();
    for (sentence, number) in edition.sentences.iter().zip(1i64..) {
        values.extend(sentence_values(id, number, sentence));
    }
    conn.insert(INSERT_SENTENCES, SENTENCE_COLUMNS, &values).await?;
    Ok(id)
}

const SENTENCE_COLUMNS: usize = 8;

fn sentence_values(id: i64, number: i64, sentence: &Sentence) -> [Value<'_>; SENTENCE_COLUMNS] {
    [
        id.into(),
        number.into(),
        sentence.section().as_str().into(),
        sentence.process().into(),
        sentence.text().into(),
        citations_json(sentence.citations()).into(),
        sentence.writer().as_str().into(),
        i64::from(sentence.is_confirmed()).into(),
    ]
}

fn citations_json(citations: &[Citation]) -> String {
    let body = |one: &Citation| CitationBody { address: one.address.clone(), label: one.label.clone() };
    rows::to_json(&citations.iter().map(body).collect::<Vec<_>>())
}

/// What is noted in the history.
struct Step<'a> {
    what: &'a str,
    number: Option<i64>,
    before: Option<&'a str>,
    after: Option<&'a str>,
}

async fn step(conn: &mut Conn, id: i64, step: Step<'_>, (by, at_ms): Saying<'_>) -> Result<()> {
    let place = conn.number(STEPS_SO_FAR, &[id.into()]).await? + 1;
    let mut values: Vec<Value<'_>> = vec![id.into(), place.into(), step.what.into(), step.number.into()];
    values.extend([step.before.into(), step.after.into(), by.into(), at_ms.into()]);
    conn.insert(INSERT_STEP, values.len(), &values).await
}

impl DigestRow {
    fn into_line(self, sentences: Vec<Sentence>) -> Result<DigestLine> {
        let day = |ordinal: i64| rows::date(Some(ordinal)).ok_or_else(|| rows::damaged("day", &ordinal.to_string()));
        let covered: Vec<CoveredBody> =
            serde_json::from_str(&self.processes).map_err(|_| rows::damaged("processes", &self.processes))?;
        let edition = Edition {
            kind: Kind::parse(&self.kind).ok_or_else(|| rows::damaged("kind", &self.kind))?,
            language: self.language,
            title: self.title,
            processes: covered.into_iter().map(|one| Covered { slug: one.slug, name: one.name }).collect(),
            from: day(self.from_date)?,
            until: day(self.until_date)?,
            sentences,
        };
        Ok(DigestLine {
            id: self.digest_id,
            state: State::parse(&self.state).ok_or_else(|| rows::damaged("state", &self.state))?,
            edition,
            corrects: self.corrects,
            corrected_by: self.corrected_by,
            composed_at_ms: self.composed_at_ms,
            changed_at_ms: self.changed_at_ms,
            approved: self.approved_by.zip(self.approved_at_ms),
            published_at_ms: self.published_at_ms,
        })
    }
}

impl SentenceRow {
    fn into_sentence(self) -> Result<Sentence> {
        let damaged = || rows::damaged("sentence of a digest", &self.number.to_string());
        let kept: Vec<CitationBody> = serde_json::from_str(&self.citations).map_err(|_| damaged())?;
        let citations: Vec<Citation> = kept.into_iter().map(|one| Citation::new(one.address, one.label)).collect();
        let section = Section::parse(&self.section).ok_or_else(damaged)?;
        let process = self.process.as_deref();
        let sentence = match Writer::parse(&self.writer).ok_or_else(damaged)? {
            Writer::Editor => Sentence::by_editor(section, process, self.body.clone(), citations),
            Writer::Software => {
                let citations = Citations::of(citations).ok_or_else(damaged)?;
                Sentence::composed(section, process, self.body.clone(), citations)
            }
        };
        let number = u32::try_from(self.number).map_err(|_| damaged())?;
        Ok(sentence.confirmed(self.is_confirmed != 0).numbered(number))
    }
}

/// What makes kept pages old.
async fn shown(conn: &mut Conn) -> Result<()> {
    begin_edition(conn).await
}
