//! The index: a folder, opened once, asked from many threads.

use crate::analysis::Analyser;
use crate::card::Values;
use crate::filters::Limits;
use crate::meaning::{Encoder, Kept, Vectors, Words};
use crate::schema::{self, Fields};
use crate::segment::Cards;
use crate::{Entry, Figures, Found, Query, Result, SearchError, finding};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use tantivy::index::SegmentId;
use tantivy::schema::Value as _;
use tantivy::{IndexReader, IndexWriter, ReloadPolicy, Searcher, TantivyDocument, TantivyError, Term};

/// What the writer may gather in memory before it writes a segment; one thread, since commits are small and often.
const WRITER_BYTES: usize = 60_000_000;
/// So many questions' vectors are kept.
const QUESTIONS_KEPT: usize = 256;

/// The index of one data folder.
pub struct Index {
    pub(crate) analyser: Analyser,
    pub(crate) fields: Fields,
    pub(crate) vectors: Option<Vectors>,
    encoder: Option<Arc<Encoder>>,
    single_words: Option<Arc<Words>>,
    folder: PathBuf,
    words: tantivy::Index,
    reader: IndexReader,
    writer: Mutex<Option<IndexWriter>>,
    view: RwLock<Arc<View>>,
    values: Mutex<Values>,
    upto: AtomicI64,
    questions: Mutex<HashMap<String, Arc<Vec<f32>>>>,
    lacking: Mutex<Lacking>,
}

/// The index at one moment: what a search works on, untouched by commits.
pub(crate) struct View {
    pub searcher: Searcher,
    pub cards: Vec<Arc<Cards>>,
    pub values: Arc<Values>,
    ids: Vec<SegmentId>,
}

/// Paragraphs that have no vectors yet.
#[derive(Default)]
struct Lacking {
    ids: Vec<i64>,
    is_known: bool,
}

impl Index {
    /// Opens the index in `folder`, or begins an empty one where there is none or where it cannot be read.
    ///
    /// Errors: [`SearchError::Folder`] where the folder cannot be made; never because of what is in it.
    pub fn open(folder: &Path, encoder: Option<Arc<Encoder>>) -> Result<Index> {
        let analyser = Analyser::default();
        let (words, fields) = open_words(folder, &analyser)?;
        let vectors = match &encoder {
            Some(encoder) => Some(Vectors::open(&folder.join("meaning"), encoder.name(), encoder.dims())?),
            None => None,
        };
        let upto = words.load_metas()?.payload.and_then(|payload| payload.parse().ok()).unwrap_or(0);
        let reader: IndexReader = words.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let mut values = Values::default();
        let view = View::new(reader.searcher(), None, &mut values)?;
        Ok(Index {
            analyser,
            fields,
            vectors,
            single_words: encoder.clone().map(|encoder| Arc::new(Words::new(encoder))),
            encoder,
            folder: folder.to_owned(),
            words,
            reader,
            writer: Mutex::new(None),
            view: RwLock::new(Arc::new(view)),
            values: Mutex::new(values),
            upto: AtomicI64::new(upto),
            questions: Mutex::default(),
            lacking: Mutex::default(),
        })
    }

    /// Takes out the paragraphs `remove` and those of the same ids as `add`, puts in `add`, in one commit.
    ///
    /// When it returns, searches see the change and it survives a crash. `upto` is the number of the last change in it.
    /// Errors: [`SearchError::Busy`] where another process writes.
    pub fn replace(&self, remove: &[i64], add: Vec<Entry>, upto: i64) -> Result<()> {
        let mut guard = self.writer()?;
        let writer = guard.as_mut().expect("`writer` gives a writer or an error");
        for id in remove.iter().copied().chain(add.iter().map(|entry| entry.paragraph_id)) {
            writer.delete_term(Term::from_field_i64(self.fields.id, id));
        }
        if let Some(vectors) = &self.vectors {
            vectors.remove(remove)?;
            let texts: Vec<(i64, &str)> = add.iter().map(|entry| (entry.paragraph_id, entry.text.as_str())).collect();
            let known = vectors.keep_known(&texts)?;
            let lacking = texts.iter().zip(known).filter(|(_, known)| !known).map(|((id, _), _)| *id);
            locked(&self.lacking).ids.extend(lacking);
        }
        for entry in add {
            writer.add_document(schema::document(self.fields, entry))?;
        }
        let mut commit = writer.prepare_commit()?;
        commit.set_payload(&upto.to_string());
        commit.commit()?;
        self.upto.store(upto, Ordering::Release);
        self.refresh()
    }

    /// The number of the last change that was committed; 0 for a new index.
    pub fn upto(&self) -> i64 {
        self.upto.load(Ordering::Acquire)
    }

    /// Answers a question.
    ///
    /// Errors: only those of reading the index; whatever was typed is understood somehow.
    pub fn find(&self, query: &Query) -> Result<Found> {
        finding::find(self, &self.view(), query)
    }

    /// Takes everything out; [`Index::upto`] is 0 again. Vectors are kept: they are found again by their text.
    pub fn clear(&self) -> Result<()> {
        let mut guard = self.writer()?;
        let writer = guard.as_mut().expect("`writer` gives a writer or an error");
        writer.delete_all_documents()?;
        let mut commit = writer.prepare_commit()?;
        commit.set_payload("0");
        commit.commit()?;
        self.upto.store(0, Ordering::Release);
        *locked(&self.lacking) = Lacking { ids: Vec::new(), is_known: true };
        self.refresh()
    }

    /// Counts, and bytes on disk.
    pub fn figures(&self) -> Figures {
        let with_meaning = self.vectors.as_ref().map_or(0, |vectors| vectors.len() as u64);
        Figures { paragraphs: self.view().searcher.num_docs(), with_meaning, bytes: bytes_in(&self.folder) }
    }

    /// Encodes the meaning of the next paragraphs that lack it, `at_most` of them; returns how many still lack it.
    ///
    /// For a background task: it takes up to a second for fifty paragraphs, now and then some seconds more to group what
    /// is there; searches go on meanwhile.
    pub fn encode_some(&self, at_most: usize) -> Result<usize> {
        let (Some(vectors), Some(encoder)) = (&self.vectors, &self.encoder) else { return Ok(0) };
        let view = self.view();
        let next: Vec<i64> = {
            let mut lacking = locked(&self.lacking);
            if !lacking.is_known {
                lacking.ids = view.ids_without(vectors);
                lacking.is_known = true;
            }
            lacking.ids.retain(|id| !vectors.has(*id));
            let from = lacking.ids.len().saturating_sub(at_most);
            lacking.ids.split_off(from)
        };
        let mut texts: Vec<(i64, String)> = Vec::with_capacity(next.len());
        for id in next {
            if let Some(text) = view.text(id, self.fields)? {
                texts.push((id, text));
            }
        }
        let words: Vec<&str> = texts.iter().map(|(_, text)| text.as_str()).collect();
        let encoded = encoder.encode_paragraphs(&words, 2);
        let kept: Vec<Kept<'_>> =
            texts.iter().zip(encoded).map(|((id, text), vectors)| Kept { paragraph_id: *id, text, vectors }).collect();
        vectors.keep(&kept)?;
        // Also in the midst of a long catching up, whose searches would otherwise look at every code.
        vectors.tidy()?;
        Ok(locked(&self.lacking).ids.len())
    }

    /// Compares single words by meaning; `None` without an encoder.
    pub fn single_words(&self) -> Option<Arc<Words>> {
        self.single_words.clone()
    }

    /// The vector of a question, kept for the next page of the same; `None` without an encoder.
    pub(crate) fn question_vector(&self, text: &str) -> Option<Arc<Vec<f32>>> {
        let encoder = self.encoder.as_ref()?;
        if let Some(vector) = locked(&self.questions).get(text) {
            return Some(vector.clone());
        }
        let vector = Arc::new(encoder.encode(text));
        let mut questions = locked(&self.questions);
        // Forgetting all at once is crude, but typing ahead asks the same few again at once.
        if questions.len() >= QUESTIONS_KEPT {
            questions.clear();
        }
        questions.insert(text.to_owned(), vector.clone());
        Some(vector)
    }

    fn view(&self) -> Arc<View> {
        self.view.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn refresh(&self) -> Result<()> {
        self.reader.reload()?;
        let before = self.view();
        let mut values = locked(&self.values);
        let view = View::new(self.reader.searcher(), Some(&before), &mut values)?;
        *self.view.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(view);
        Ok(())
    }

    /// The writer, taken when first needed and kept: the lock says to other processes who writes.
    fn writer(&self) -> Result<MutexGuard<'_, Option<IndexWriter>>> {
        let mut guard = locked(&self.writer);
        if guard.is_none() {
            let writer = self.words.writer_with_num_threads(1, WRITER_BYTES).map_err(|error| match error {
                TantivyError::LockFailure(..) => SearchError::Busy(self.folder.clone()),
                other => other.into(),
            })?;
            *guard = Some(writer);
        }
        Ok(guard)
    }
}

/// Another thread's panic while it held the lock has left data that is whole: each change is one assignment.
pub(crate) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl View {
    /// Reads what is new since `before`.
    fn new(searcher: Searcher, before: Option<&View>, values: &mut Values) -> Result<Self> {
        let mut cards = Vec::new();
        let mut ids = Vec::new();
        for segment in searcher.segment_readers() {
            let id = segment.segment_id();
            let known =
                before.and_then(|view| view.ids.iter().position(|other| *other == id).map(|at| &view.cards[at]));
            cards.push(match known {
                Some(cards) => cards.clone(),
                None => Arc::new(Cards::read(segment, values)?),
            });
            ids.push(id);
        }
        Ok(Self { searcher, cards, values: Arc::new(values.clone()), ids })
    }
    /// Where a paragraph is, if it may be found.
    pub(crate) fn place(&self, id: i64, limits: &[Limits]) -> Option<(u32, u32)> {
        self.cards.iter().enumerate().find_map(|(ordinal, cards)| {
            let doc = cards.doc(id).filter(|doc| limits[ordinal].lets_through(*doc))?;
            Some((ordinal as u32, doc))
        })
    }
    fn alive(&self) -> impl Iterator<Item = i64> + '_ {
        let segments = self.searcher.segment_readers().iter().zip(&self.cards);
        segments.flat_map(|(segment, cards)| segment.doc_ids_alive().map(|doc| cards.id(doc)))
    }
    fn ids_without(&self, vectors: &Vectors) -> Vec<i64> {
        self.alive().filter(|id| !vectors.has(*id)).collect()
    }
    fn text(&self, id: i64, fields: Fields) -> Result<Option<String>> {
        for (ordinal, (segment, cards)) in self.searcher.segment_readers().iter().zip(&self.cards).enumerate() {
            if let Some(doc) = cards.doc(id).filter(|doc| !segment.is_deleted(*doc)) {
                let document: TantivyDocument = self.searcher.doc(tantivy::DocAddress::new(ordinal as u32, doc))?;
                return Ok(document.get_first(fields.text).and_then(|value| value.as_str()).map(str::to_owned));
            }
        }
        Ok(None)
    }
}

/// Opens the words' folder; one that cannot be read is emptied, since all in it can be made again.
fn open_words(folder: &Path, analyser: &Analyser) -> Result<(tantivy::Index, Fields)> {
    let (schema, fields) = schema::schema();
    let path = folder.join(schema::LAYOUT);
    let failed = |source| SearchError::Folder { folder: path.clone(), source };
    std::fs::create_dir_all(&path).map_err(failed)?;
    let opened = tantivy::Index::open_in_dir(&path).and_then(|index| {
        let fits = index.schema() == schema;
        index.reader()?; // Reads the segments' footers, so a truncated file is noticed now.
        if fits { Ok(index) } else { Err(TantivyError::SchemaError("another layout".into())) }
    });
    let mut index = match opened {
        Ok(index) => index,
        Err(_) => {
            std::fs::remove_dir_all(&path).map_err(failed)?;
            std::fs::create_dir_all(&path).map_err(failed)?;
            tantivy::Index::builder().schema(schema).settings(schema::settings()).create_in_dir(&path)?
        }
    };
    index.set_tokenizers(schema::tokenizers(analyser));
    Ok((index, fields))
}

/// The bytes of all files under a folder, three levels deep (no deeper ones are made).
fn bytes_in(folder: &Path) -> u64 {
    let mut folders = vec![(folder.to_owned(), 0)];
    let mut bytes = 0;
    while let Some((folder, depth)) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.metadata() {
                Ok(data) if data.is_dir() && depth < 3 => folders.push((entry.path(), depth + 1)),
                Ok(data) if data.is_file() => bytes += data.len(),
                _ => {} // Deleted by a merge since it was listed.
            }
        }
    }
    bytes
}
