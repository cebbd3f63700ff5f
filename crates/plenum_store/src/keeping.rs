//! A reading becomes a revision: file row, paragraphs, placements, lineage, references and change, in one transaction.

mod descent;
mod prepared;

use crate::db::{Conn, Value, statements};
use crate::facts::{self, Authority, Saying};
use crate::rows::{self, PlacedRow, placed_columns};
use crate::{ContentHash, Result, Store};
use descent::{Ancestor, Descent};
use plenum_model::{DocumentFacts, Paragraph, Reading, Reference, RevisionTag, Symbol, lineage};
pub(crate) use prepared::{Prepared, seal};
use sqlx::FromRow;

/// The function that says which paragraph of an earlier reading became which of a later one.
///
/// It is passed in because the store must not know how documents are compared.
pub type Compare<'a> = &'a (dyn Fn(&[Paragraph], &[Paragraph]) -> Vec<lineage::Step> + Send + Sync);

/// A reading to keep, with the file it came from and what is known of the document.
#[derive(Clone, Debug)]
pub struct New {
    /// What is known of the document; its symbol decides which document this is.
    pub facts: DocumentFacts,
    /// Who says so: weaker facts never replace stronger ones.
    pub authority: Authority,
    /// The file, already put into the [`Files`](crate::Files) (so that no row ever names a file that is not there).
    pub file: FileOrigin,
    /// What was read; `reading.language` is the language of the revision.
    pub reading: Reading,
}

/// The file a reading came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileOrigin {
    /// The hash of its bytes.
    pub hash: ContentHash,
    /// How many bytes.
    pub bytes: u64,
    /// Its name as it was given.
    pub name: String,
    /// Its format, one word (`pdf`).
    pub format: String,
}

/// What became of one [`New`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The document's symbol as kept.
    pub symbol: Symbol,
    /// The revision that now holds these bytes.
    pub tag: RevisionTag,
    /// Whether something was added.
    pub outcome: Outcome,
}

/// What keeping did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The first text of the document in this language.
    New,
    /// The document already has a revision made of these very bytes.
    Unchanged,
    /// Another format of the text held, no better to read: kept beside the current revision, whose words stay.
    Beside,
    /// A further revision, with what became of the paragraphs of the one before.
    Revised {
        /// Same place, same words: they keep their ids.
        unchanged: u32,
        /// Same words in another place: they keep their ids.
        moved: u32,
        /// Other words.
        reworded: u32,
        /// Only in the new one.
        added: u32,
        /// Only in the one before.
        removed: u32,
    },
}

statements! {
    MADE_OF = "select d.symbol, v.language, v.ordinal from revision v join document d \
        on d.document_id = v.document_id where v.file_sha256 = $1 \
        or v.revision_id in (select revision_id from other_format where file_sha256 = $1) order by v.revision_id";
    SAME_FILE = "select language, ordinal from revision where document_id = $1 and (file_sha256 = $2 \
        or revision_id in (select revision_id from other_format where file_sha256 = $2))";
    INSERT_OTHER_FORMAT = "insert into other_format (revision_id, file_sha256, file_name, format, kept_at_ms) values";
    CURRENT_FORMAT = "select revision_id, ordinal, format from revision where document_id = $1 and language = $2 \
        and superseded_at_ms is null";
    PREVIOUS = "select revision_id, ordinal from revision where document_id = $1 and language = $2 \
        order by ordinal desc limit 1";
    PREVIOUS_PARAGRAPHS = concat!("select ", placed_columns!(), ", g.sha256 from placement p \
        join paragraph g on g.paragraph_id = p.paragraph_id where p.revision_id = $1 order by p.position");
    INSERT_FILE = "insert into file (sha256, size_bytes, created_at_ms) values ($1, $2, $3) \
        on conflict (sha256) do nothing";
    INSERT_REVISION = "insert into revision (revision_id, document_id, language, ordinal, file_sha256, file_name, \
        format, title, printed_date, paragraph_count, word_count, trouble_count, troubles, imported_at_ms) values";
    SUPERSEDE = "update revision set superseded_at_ms = $3 where document_id = $1 and language = $2 \
        and superseded_at_ms is null";
    TEXT_KEPT = "update document set text_at_ms = $2, changed_at_ms = $2 where document_id = $1";
    INSERT_PARAGRAPH = "insert into paragraph (paragraph_id, document_id, body, footnotes, sha256) values";
    INSERT_PLACEMENT = "insert into placement (revision_id, position, paragraph_id, anchor, number, path, kind, \
        level, page) values";
    INSERT_REFERENCE = "insert into reference (paragraph_id, place, footnote, symbol, symbol_key, number, anchor, \
        span_from, span_until) values";
    FORGET_REFERENCES = "delete from reference where paragraph_id in ({list})";
    INSERT_LINEAGE = "insert into lineage (later_revision_id, place, earlier_revision_id, earlier_paragraph_id, \
        later_paragraph_id, change, likeness_permille) values";
    REDIRECTED = "select e.from_key, d.symbol_key from redirect e join document d on d.document_id = e.document_id \
        where e.from_key in ({list})";
}

/// The revision before, in the same language.
struct Before {
    revision_id: i64,
    ordinal: i64,
    ancestors: Vec<Ancestor>,
    paragraphs: Vec<Paragraph>,
}

#[derive(FromRow)]
struct AncestorRow {
    #[sqlx(flatten)]
    placed: PlacedRow,
    sha256: String,
}

impl Store {
    /// Keeps one reading. See [`keep_many`](Self::keep_many).
    pub async fn keep(&self, new: New, by: &str, at_ms: i64, compare: Compare<'_>) -> Result<Kept> {
        let mut kept = self.keep_many(vec![new], by, at_ms, compare).await?;
        Ok(kept.pop().expect("as many come out as went in, and one went in"))
    }

    /// Keeps several readings in one transaction: all of them, or on an error none.
    ///
    /// In: the readings, in the order in which they shall become revisions; `by` who brings them, in words; `at_ms` now.
    /// Out: as many outcomes, in the same order. Safe to repeat: the same bytes for the same document change nothing,
    /// even if a newer revision exists by now (so a folder with both files can be imported again and again).
    /// Errors: the database's. Some hundred readings at a time are fast; each call ends with one wait for the disk.
    pub async fn keep_many(&self, new: Vec<New>, by: &str, at_ms: i64, compare: Compare<'_>) -> Result<Vec<Kept>> {
        // Prepared before the writers' turn is taken, which others wait for.
        let prepared: Vec<_> =
            new.into_iter().map(|n| (n.facts, n.authority, n.file, Prepared::new(n.reading))).collect();
        let mut conn = self.db.writer().await?;
        let mut kept = Vec::with_capacity(prepared.len());
        for (facts, authority, file, prepared) in prepared {
            let saying = Saying { authority, by, at_ms };
            kept.push(keep_one(&mut conn, &facts, saying, &file, &prepared, compare).await?);
        }
        conn.commit().await?;
        Ok(kept)
    }

    /// Which revisions were made of a file, so that it need not be read again.
    pub async fn made_of(&self, file: ContentHash) -> Result<Vec<(Symbol, RevisionTag)>> {
        let mut conn = self.db.reader().await?;
        let found: Vec<(String, String, i64)> = conn.rows(MADE_OF, &[file.to_string().into()]).await?;
        found.iter().map(|(symbol, language, o)| Ok((rows::symbol(symbol)?, rows::tag(language, *o)?))).collect()
    }
}

async fn keep_one(
    conn: &mut Conn,
    facts: &DocumentFacts,
    saying: Saying<'_>,
    file: &FileOrigin,
    new: &Prepared,
    compare: Compare<'_>,
) -> Result<Kept> {
    let said = facts::say(conn, facts, saying).await?;
    let id = said.document_id;
    let hash = file.hash.to_string();
    let same: Option<(String, i64)> = conn.row(SAME_FILE, &[id.into(), hash.as_str().into()]).await?;
    if let Some((language, ordinal)) = same {
        if said.is_changed {
            facts::append_change(conn, id, None, saying.at_ms).await?;
        }
        return Ok(Kept { symbol: said.symbol, tag: rows::tag(&language, ordinal)?, outcome: Outcome::Unchanged });
    }
    let language = &new.reading.language;
    let size = i64::try_from(file.bytes).unwrap_or(i64::MAX);
    conn.run(INSERT_FILE, &[hash.as_str().into(), size.into(), saying.at_ms.into()]).await?;
    let current: Option<(i64, i64, String)> = conn.row(CURRENT_FORMAT, &[id.into(), language.as_str().into()]).await?;
    if let Some((revision_id, ordinal, format)) = current
        && format != file.format
        && fidelity(&file.format) <= fidelity(&format)
    {
        let values: [Value<'_>; 5] = [
            revision_id.into(),
            hash.into(),
            file.name.as_str().into(),
            file.format.as_str().into(),
            saying.at_ms.into(),
        ];
        conn.insert(INSERT_OTHER_FORMAT, values.len(), &values).await?;
        facts::append_change(conn, id, None, saying.at_ms).await?;
        return Ok(Kept { symbol: said.symbol, tag: rows::tag(language.as_str(), ordinal)?, outcome: Outcome::Beside });
    }
    let before = previous(conn, id, language.as_str()).await?;
    let ordinal = before.as_ref().map_or(1, |before| before.ordinal + 1);
    conn.run(SUPERSEDE, &[id.into(), language.as_str().into(), saying.at_ms.into()]).await?;
    let revision_id = insert_revision(conn, id, ordinal, file, new, saying.at_ms).await?;
    let descent = before.as_ref().map(|before| {
        let said = compare(&before.paragraphs, &new.reading.paragraphs);
        descent::trace(&said, &before.ancestors, &new.seals)
    });
    let ids = insert_paragraphs(conn, id, revision_id, new, descent.as_ref()).await?;
    if let (Some(before), Some(descent)) = (&before, &descent) {
        insert_lineage(conn, before, revision_id, &ids, descent).await?;
    }
    conn.run(TEXT_KEPT, &[id.into(), saying.at_ms.into()]).await?;
    facts::append_change(conn, id, Some(revision_id), saying.at_ms).await?;
    let outcome = descent.map_or(Outcome::New, |descent| descent.outcome());
    Ok(Kept { symbol: said.symbol, tag: rows::tag(language.as_str(), ordinal)?, outcome })
}

/// How much of a document's structure its format tells: a better one makes a revision, another is kept beside.
///
/// DOCX says which number a paragraph has; in a PDF numbers and paragraphs are made out from places on a page; the
/// plain text may be what another program made of the PDF.
fn fidelity(format: &str) -> u8 {
    match format {
        "docx" | "akoma-ntoso" | "html" | "wordpress" | "record" => 3,
        "markdown" | "csv" => 2,
        "pdf" => 1,
        _ => 0,
    }
}

async fn previous(conn: &mut Conn, document_id: i64, language: &str) -> Result<Option<Before>> {
    let found: Option<(i64, i64)> = conn.row(PREVIOUS, &[document_id.into(), language.into()]).await?;
    let Some((revision_id, ordinal)) = found else { return Ok(None) };
    let held: Vec<AncestorRow> = conn.rows(PREVIOUS_PARAGRAPHS, &[revision_id.into()]).await?;
    let mut before = Before { revision_id, ordinal, ancestors: Vec::new(), paragraphs: Vec::new() };
    for row in held {
        let placed = row.placed.into_placed()?;
        before.ancestors.push(Ancestor { paragraph_id: placed.paragraph_id, seal: rows::hash(&row.sha256)? });
        before.paragraphs.push(placed.paragraph);
    }
    Ok(Some(before))
}

async fn insert_revision(
    conn: &mut Conn,
    document_id: i64,
    ordinal: i64,
    file: &FileOrigin,
    new: &Prepared,
    at_ms: i64,
) -> Result<i64> {
    let revision_id = conn.take_keys("revision", 1).await?;
    let reading = &new.reading;
    let values = [
        revision_id.into(),
        document_id.into(),
        reading.language.as_str().into(),
        ordinal.into(),
        file.hash.to_string().into(),
        file.name.as_str().into(),
        file.format.as_str().into(),
        reading.title.as_str().into(),
        rows::ordinal(reading.date).into(),
        number(reading.paragraphs.len()),
        number(new.words),
        number(reading.troubles.len()),
        rows::troubles_to_json(&reading.troubles).into(),
        at_ms.into(),
    ];
    conn.insert(INSERT_REVISION, values.len(), &values).await?;
    Ok(revision_id)
}

/// Inserts words, places and references; gives the paragraphs' keys in reading order.
async fn insert_paragraphs(
    conn: &mut Conn,
    document_id: i64,
    revision_id: i64,
    new: &Prepared,
    descent: Option<&Descent>,
) -> Result<Vec<i64>> {
    let paragraphs = &new.reading.paragraphs;
    let kept = |at: usize| descent.and_then(|descent| descent.kept_ids[at]);
    let fresh = (0..paragraphs.len()).filter(|at| kept(*at).is_none()).count();
    let mut next_id = conn.take_keys("paragraph", fresh).await?;
    let mut ids = Vec::with_capacity(paragraphs.len());
    let (mut words, mut places): (Vec<Value<'_>>, Vec<Value<'_>>) = (Vec::new(), Vec::new());
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let id = kept(at).unwrap_or(next_id);
        if kept(at).is_none() {
            next_id += 1;
            words.extend([id.into(), document_id.into(), paragraph.text.as_str().into()]);
            words.extend([new.footnotes[at].as_str().into(), new.seals[at].to_string().into()]);
        }
        places.extend([revision_id.into(), number(at), id.into(), new.anchors[at].as_str().into()]);
        places.extend([paragraph.number.as_deref().into(), new.paths[at].as_str().into()]);
        places.extend([paragraph.kind.as_str().into(), i64::from(paragraph.level).into()]);
        places.push(paragraph.page.map(i64::from).into());
        ids.push(id);
    }
    conn.insert(INSERT_PARAGRAPH, 5, &words).await?;
    conn.insert(INSERT_PLACEMENT, 9, &places).await?;
    insert_references(conn, paragraphs, &ids, descent).await?;
    Ok(ids)
}

/// References of kept paragraphs are found anew too: a better reader may find more in the same words.
async fn insert_references(
    conn: &mut Conn,
    paragraphs: &[Paragraph],
    ids: &[i64],
    descent: Option<&Descent>,
) -> Result<()> {
    let kept: Vec<Value<'_>> =
        descent.iter().flat_map(|d| d.kept_ids.iter().flatten()).map(|id| (*id).into()).collect();
    conn.run_in(FORGET_REFERENCES, &[], &kept).await?;
    let all = || paragraphs.iter().zip(ids).flat_map(|(paragraph, id)| of_paragraph(paragraph, *id));
    let mut keys: Vec<String> = all().filter_map(|found| found.reference.symbol.as_ref().map(Symbol::key)).collect();
    keys.sort_unstable();
    keys.dedup();
    let keys: Vec<Value<'_>> = keys.iter().map(|key| key.as_str().into()).collect();
    let moved: Vec<(String, String)> = conn.rows_in(REDIRECTED, &[], &keys).await?;
    let mut values: Vec<Value<'_>> = Vec::new();
    for Found { paragraph_id, place, footnote, reference } in all() {
        let key = reference.symbol.as_ref().map(Symbol::key);
        let key = key.map(|key| moved.iter().find(|(from, _)| *from == key).map_or(key, |(_, to)| to.clone()));
        let anchor = reference.number.as_deref().map(plenum_model::anchor::of_number).filter(|a| !a.is_empty());
        values.extend([paragraph_id.into(), number(place), footnote.map_or(Value::Int(None), number)]);
        values.extend([reference.symbol.as_ref().map(Symbol::as_str).into(), key.into()]);
        values.extend([reference.number.as_deref().into(), anchor.into()]);
        values.extend([number(reference.span.0), number(reference.span.1)]);
    }
    conn.insert(INSERT_REFERENCE, 9, &values).await
}

/// A reference with its place among those of its paragraph.
struct Found<'a> {
    paragraph_id: i64,
    place: usize,
    footnote: Option<usize>,
    reference: &'a Reference,
}

/// The references of a paragraph and of its footnotes.
fn of_paragraph(paragraph: &Paragraph, paragraph_id: i64) -> impl Iterator<Item = Found<'_>> {
    let own = paragraph.references.iter().map(|reference| (None, reference));
    let notes = paragraph.footnotes.iter().enumerate();
    let in_notes = notes.flat_map(|(at, note)| note.references.iter().map(move |reference| (Some(at), reference)));
    let all = own.chain(in_notes).enumerate();
    all.map(move |(place, (footnote, reference))| Found { paragraph_id, place, footnote, reference })
}

async fn insert_lineage(
    conn: &mut Conn,
    before: &Before,
    revision_id: i64,
    ids: &[i64],
    descent: &Descent,
) -> Result<()> {
    let mut values: Vec<Value<'_>> = Vec::new();
    for (place, step) in descent.steps.iter().enumerate() {
        let earlier = step.earlier.map(|at| before.ancestors[at].paragraph_id);
        let later = step.later.map(|at| ids[at]);
        let likeness = (step.likeness.clamp(0.0, 1.0) * 1000.0) as i64; // A float of no number becomes 0.
        values.extend([revision_id.into(), number(place), before.revision_id.into(), earlier.into(), later.into()]);
        values.extend([step.change.as_str().into(), likeness.into()]);
    }
    conn.insert(INSERT_LINEAGE, 7, &values).await
}

/// A length or place as it is kept.
fn number(length: usize) -> Value<'static> {
    Value::Int(Some(i64::try_from(length).expect("no text in memory is longer than i64 counts")))
}
