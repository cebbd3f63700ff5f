//! Every invariant of the store, verified against what is kept.

mod rules;

use crate::db::{Conn, Value};
use crate::keeping::seal;
use crate::{ContentHash, Files, Result, Store, rows};
use plenum_model::{Anchor, DocumentKind, Language, ParagraphKind, Standing, Symbol};
use sqlx::FromRow;
use std::collections::HashMap;

/// Something that is not as it must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What is wrong, one sentence.
    pub what: String,
    /// Where: a symbol, an address, a hash.
    pub place: String,
    /// What to do about it, one sentence.
    pub remedy: &'static str,
}

/// What was verified.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// What is not as it must be; empty if all is well. At most a hundred of each sort.
    pub findings: Vec<Finding>,
    /// How many revisions were looked at.
    pub revisions: u64,
    /// How many paragraphs.
    pub paragraphs: u64,
    /// How many files.
    pub files: u64,
}

const SHOWN: usize = 100; // Findings of one sort; who has more needs a backup, not a longer list.
const PORTION: i64 = 2_000; // Paragraphs in memory at a time.
const IMPORT: &str = "Import the document's file again; if this stays, restore the last backup.";
const RESTORE: &str = "Restore the last backup; the row was changed by something other than Plenum.";
const FILE: &str = "Put the original file back by importing it again, or restore the last backup.";

crate::db::statements! {
    DOCUMENTS = "select symbol, kind, standing from document order by document_id";
    REVISIONS = "select count(*) from revision";
    LAST_PARAGRAPH = "select max(paragraph_id) from paragraph";
    PARAGRAPHS = "select g.paragraph_id, d.symbol, g.body, g.footnotes, g.sha256 from paragraph g \
        join document d on d.document_id = g.document_id where g.paragraph_id >= $1 and g.paragraph_id < $2";
    REFERENCES = "select paragraph_id, footnote, symbol, span_from, span_until from reference \
        where paragraph_id >= $1 and paragraph_id < $2";
    PLACES = "select d.symbol, v.language, v.ordinal, p.anchor, p.path, p.kind from placement p \
        join revision v on v.revision_id = p.revision_id join document d on d.document_id = v.document_id \
        where p.paragraph_id >= $1 and p.paragraph_id < $2";
    FILES = "select sha256, size_bytes from file order by sha256";
}

/// SQLite's own examination of its file; PostgreSQL has none that a client could ask for.
const SQLITE_EXAMINATION: &str = "select integrity_check from pragma_integrity_check() where integrity_check <> 'ok'";

/// The rules' statements, for the test that prepares all.
pub(crate) const RULES: &[(&str, &str)] = rules::STATEMENTS;

#[derive(FromRow)]
struct WordsRow {
    paragraph_id: i64,
    symbol: String,
    body: String,
    footnotes: String,
    sha256: String,
}

#[derive(FromRow)]
struct SpanRow {
    paragraph_id: i64,
    footnote: Option<i64>,
    symbol: Option<String>,
    span_from: i64,
    span_until: i64,
}

#[derive(FromRow)]
struct PlaceRow {
    symbol: String,
    language: String,
    ordinal: i64,
    anchor: String,
    path: String,
    kind: String,
}

impl Store {
    /// Verifies every invariant and every hash, as they were at one moment. Reads everything; changes nothing.
    pub async fn check(&self, files: &dyn Files) -> Result<Checked> {
        let mut conn = self.db.snapshot().await?;
        let mut checked = Checked::default();
        if conn.is_sqlite() {
            let broken: Vec<(String,)> = conn.rows(SQLITE_EXAMINATION, &[]).await?;
            broken.into_iter().for_each(|(said,)| checked.add("The database file is damaged.", said, RESTORE));
        }
        for rule in &rules::RULES {
            let broken: Vec<(String,)> = conn.rows(rule.sql, &[]).await?;
            broken.into_iter().for_each(|(place,)| checked.add(rule.what, place, rule.remedy));
        }
        checked.documents(&mut conn).await?;
        checked.revisions = rows::count(conn.number(REVISIONS, &[]).await?);
        let last = conn.number(LAST_PARAGRAPH, &[]).await?;
        for start in (0..=last).step_by(PORTION as usize) {
            checked.portion(&mut conn, start).await?;
        }
        checked.files(&mut conn, files).await?;
        conn.commit().await?;
        Ok(checked)
    }
}

impl Checked {
    fn add(&mut self, what: &str, place: impl Into<String>, remedy: &'static str) {
        if self.findings.iter().filter(|finding| finding.what == what).count() < SHOWN {
            self.findings.push(Finding { what: what.to_owned(), place: place.into(), remedy });
        }
    }

    async fn documents(&mut self, conn: &mut Conn) -> Result<()> {
        let found: Vec<(String, String, String)> = conn.rows(DOCUMENTS, &[]).await?;
        for (symbol, kind, standing) in found {
            let is_known = Symbol::parse(&symbol).is_ok_and(|parsed| parsed.as_str() == symbol)
                && DocumentKind::parse(&kind).is_some()
                && Standing::parse(&standing).is_some();
            if !is_known {
                self.add("A document's symbol, kind or standing is not one.", symbol, RESTORE);
            }
        }
        Ok(())
    }

    /// The words, references and places of some paragraphs.
    async fn portion(&mut self, conn: &mut Conn, start: i64) -> Result<()> {
        let within: [Value<'_>; 2] = [start.into(), (start + PORTION).into()];
        let words: Vec<WordsRow> = conn.rows(PARAGRAPHS, &within).await?;
        let mut texts: HashMap<i64, Vec<&str>> = HashMap::with_capacity(words.len());
        let mut notes = HashMap::with_capacity(words.len());
        for row in &words {
            self.paragraphs += 1;
            match rows::footnotes_from_json(&row.footnotes) {
                Ok(found) => {
                    notes.insert(row.paragraph_id, found);
                }
                Err(_) => self.add("The footnotes of a paragraph cannot be read.", place_of(row), RESTORE),
            }
            if seal(&row.body, &row.footnotes).to_string() != row.sha256 {
                self.add("The words of a paragraph are not those that were kept.", place_of(row), RESTORE);
            }
        }
        for row in &words {
            let own = notes.get(&row.paragraph_id).map_or(&[][..], Vec::as_slice);
            if own.iter().any(|note| !row.body.is_char_boundary(note.at)) {
                self.add("A footnote's mark stands within a letter.", place_of(row), RESTORE);
            }
            let all = std::iter::once(row.body.as_str()).chain(own.iter().map(|note| note.text.as_str()));
            texts.insert(row.paragraph_id, all.collect());
        }
        let spans: Vec<SpanRow> = conn.rows(REFERENCES, &within).await?;
        for span in spans {
            self.span(&span, &texts);
        }
        let places: Vec<PlaceRow> = conn.rows(PLACES, &within).await?;
        for place in places {
            self.place(&place);
        }
        Ok(())
    }

    fn span(&mut self, span: &SpanRow, texts: &HashMap<i64, Vec<&str>>) {
        let which = span.footnote.map_or(Some(0), |note| usize::try_from(note).ok().map(|note| note + 1));
        let text = texts.get(&span.paragraph_id).zip(which).and_then(|(texts, which)| texts.get(which));
        let range = usize::try_from(span.span_from).ok().zip(usize::try_from(span.span_until).ok());
        let is_within = text.zip(range).is_some_and(|(text, (from, until))| text.get(from..until).is_some());
        let is_symbol = span.symbol.as_deref().is_none_or(|symbol| Symbol::parse(symbol).is_ok());
        if !is_within || !is_symbol {
            let place = format!("paragraph id {}", span.paragraph_id);
            self.add("A reference does not stand on the words of its paragraph.", place, IMPORT);
        }
    }

    fn place(&mut self, row: &PlaceRow) {
        let is_known = Anchor::parse(&row.anchor).is_ok_and(|anchor| anchor.as_str() == row.anchor)
            && Language::parse(&row.language).is_ok()
            && ParagraphKind::parse(&row.kind).is_some()
            && rows::path(&row.path).is_ok();
        if !is_known {
            let place = format!("{}/{}{}/p/{}", row.symbol, row.language, row.ordinal, row.anchor);
            self.add("The place of a paragraph cannot be read.", place, RESTORE);
        }
    }

    async fn files(&mut self, conn: &mut Conn, files: &dyn Files) -> Result<()> {
        let held: Vec<(String, i64)> = conn.rows(FILES, &[]).await?;
        for (name, size) in held {
            self.files += 1;
            let Some(hash) = ContentHash::parse(&name) else {
                self.add("A file's name is no hash.", name, RESTORE);
                continue;
            };
            match files.get(hash).await? {
                None => self.add("A file is missing.", name, FILE),
                Some(bytes) if ContentHash::of(&bytes) != hash || bytes.len() as u64 != rows::count(size) => {
                    self.add("A file's bytes are not those that were kept.", name, FILE);
                }
                Some(_) => {}
            }
        }
        Ok(())
    }
}

fn place_of(row: &WordsRow) -> String {
    format!("{}, paragraph id {}", row.symbol, row.paragraph_id)
}
