//! A small world: a store, an index and a reader of files that understands plain words.

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use plenum_model::lineage::{Change, Run, Step, Wording};
use plenum_model::{DocumentFacts, Language, Paragraph, Reading, Reference, Symbol, Trouble};
use plenum_search::{Entry, Index};
use plenum_store::changes::IndexEntry;
use plenum_store::facts::Authority;
use plenum_store::keeping::{FileOrigin, New};
use plenum_store::{Files, FolderFiles, Store};
use plenum_web::ask::{Keeping, Writer};
use plenum_web::letters::{LetterKey, Letters};
use plenum_web::{Administrator, App, Formats, Limits, ReadFile, ReadingFuture, Refusal, router};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use tower::ServiceExt;

pub const TOKEN: &str = "0123456789abcdef";
pub const ORIGIN: &str = "http://plenum.test";
pub const UPLOAD_BYTES: usize = 20_000;

pub struct World {
    pub store: Store,
    pub index: Arc<Index>,
    pub files: FolderFiles,
    edition: Arc<AtomicI64>,
    router: Router,
    folder: tempfile::TempDir,
}

impl World {
    pub async fn new() -> Self {
        Self::made(true, None, None, Limits::default()).await
    }

    /// The same, on a server that sends letters or does not.
    pub async fn that_sends(is_sending: bool) -> Self {
        Self::made(is_sending, None, None, Limits::default()).await
    }

    /// The same, on a server that keeps questions for so many days.
    pub async fn that_keeps(days: u16) -> Self {
        Self::made(true, Some(days), None, Limits::default()).await
    }

    /// The same, where a language model writes so many answers at a time.
    pub async fn where_writes(writer: Arc<dyn Writer>, writings: usize) -> Self {
        Self::made(true, None, Some(writer), Limits { writings, ..Limits::default() }).await
    }

    /// The same, where a language model writes and questions are kept.
    pub async fn where_writes_and_keeps(writer: Arc<dyn Writer>, days: u16) -> Self {
        Self::made(true, Some(days), Some(writer), Limits::default()).await
    }

    async fn made(is_sending: bool, days: Option<u16>, writer: Option<Arc<dyn Writer>>, limits: Limits) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path().join("plenum.sqlite").to_str().unwrap()).await.unwrap();
        let index = Arc::new(Index::open(&folder.path().join("index"), None).unwrap());
        let files = FolderFiles::open(&folder.path().join("files")).await.unwrap();
        let edition = Arc::new(AtomicI64::new(0));
        let app = App {
            store: store.clone(),
            index: Arc::clone(&index),
            files: Arc::new(files.clone()),
            read_file: Arc::new(Words),
            formats: Formats {
                akoma_ntoso: |_, facts| format!("<akomaNtoso>{}</akomaNtoso>", facts.symbol),
                calendar: |file| format!("BEGIN:VCALENDAR {} {}", file.name, file.entries.len()),
                compare,
                compare_words,
                recognise,
            },
            origin: ORIGIN.into(),
            writer,
            administrator: Administrator::knowing(TOKEN),
            letters: Letters { key: LetterKey::of("a test"), is_sending },
            keeping: Keeping { days, chance },
            limits: Limits { upload_bytes: UPLOAD_BYTES, ..limits },
            now_ms: || 1_800_000_000_000,
            edition: Arc::clone(&edition),
            has_encoder: false,
            version: "0.0.0",
        };
        Self { store, index, files, edition, router: router(app), folder }
    }

    /// Keeps a document of lines such as `12. Words`, under a title, and lets index and pages know.
    pub async fn keep(&self, symbol: &str, title: &str, language: &str, lines: &[&str]) {
        self.keep_from("text", symbol, title, language, lines).await;
    }

    /// The same from a file of a format; a PDF begins as one. Out: the file's hash.
    pub async fn keep_from(&self, format: &str, symbol: &str, title: &str, language: &str, lines: &[&str]) -> String {
        let start = if format == "pdf" { "%PDF-1.7 " } else { "" };
        let bytes = format!("{start}{symbol} {language} {lines:?}").into_bytes();
        let hash = self.files.put(bytes.clone()).await.unwrap();
        let name = if format == "text" { "as came.txt".to_owned() } else { format!("as came.{format}") };
        let file = FileOrigin { hash, bytes: bytes.len() as u64, name, format: format.into() };
        let mut reading = reading(&lines.join("\n"));
        reading.language = Language::parse(language).unwrap();
        let facts = DocumentFacts::from_symbol(Symbol::parse(symbol).unwrap(), title);
        let new = New { facts, authority: Authority::Importer, file, reading };
        self.store.keep(new, "a test", 1_752_228_000_000, &compare).await.unwrap();
        self.follow().await;
        hash.to_string()
    }

    /// Does what the program's follower does.
    pub async fn follow(&self) {
        let batch = self.store.index_batch(self.index.upto(), 10_000).await.unwrap();
        self.index.replace(&batch.remove, batch.add.into_iter().map(entry).collect(), batch.upto).unwrap();
        self.edition.store(self.store.edition().await.unwrap(), Ordering::Release);
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.ask(path, &[]).await
    }

    pub async fn ask(&self, path: &str, headers: &[(&str, &str)]) -> Reply {
        self.send(Method::GET, path, headers, Body::empty()).await
    }

    /// Posts a form from a page of ours.
    pub async fn post(&self, path: &str, headers: &[(&str, &str)], form: &str) -> Reply {
        let mut all = vec![("content-type", "application/x-www-form-urlencoded"), ("origin", ORIGIN)];
        all.extend_from_slice(headers);
        self.send(Method::POST, path, &all, Body::from(form.to_owned())).await
    }

    /// Posts a file as the upload's form does.
    pub async fn upload(&self, headers: &[(&str, &str)], name: &str, bytes: &[u8]) -> Reply {
        let mut body = format!("--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n")
            .into_bytes();
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--edge--\r\n");
        let mut all = vec![("content-type", "multipart/form-data; boundary=edge"), ("origin", ORIGIN)];
        all.extend_from_slice(headers);
        self.send(Method::POST, "/upload", &all, Body::from(body)).await
    }

    pub async fn send(&self, method: Method, path: &str, headers: &[(&str, &str)], body: Body) -> Reply {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = self.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        Reply { status: parts.status, headers: parts.headers, bytes: to_bytes(body, usize::MAX).await.unwrap() }
    }

    /// The cookie of a new session.
    pub async fn sign_in(&self) -> String {
        let reply = self.post("/upload/token", &[], &format!("token={TOKEN}")).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
        reply.header("set-cookie").split(';').next().unwrap().to_owned()
    }

    /// Everything that lies in the data folder, as bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let files = std::fs::read_dir(self.folder.path()).unwrap().flatten().filter(|entry| entry.path().is_file());
        files.flat_map(|entry| std::fs::read(entry.path()).unwrap()).collect()
    }

    /// How many documents are kept, and how many files.
    pub async fn holds(&self) -> (u64, usize) {
        (self.store.figures().await.unwrap().documents, self.files.list().await.unwrap().len())
    }
}

pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Bytes,
}

impl Reply {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }
    #[track_caller]
    pub fn shows(&self, words: &str) -> &Self {
        assert_eq!(self.status, StatusCode::OK, "{}", self.text());
        assert!(self.text().contains(words), "no {words:?} in {}", self.text());
        self
    }
    #[track_caller]
    pub fn hides(&self, words: &str) -> &Self {
        assert!(!self.text().contains(words), "{words:?} in {}", self.text());
        self
    }
    #[track_caller]
    pub fn refuses(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        self
    }
    #[track_caller]
    pub fn leads_to(&self, path: &str) -> &Self {
        assert!(self.status.is_redirection(), "{} {}", self.status, self.text());
        assert_eq!(self.header("location"), path);
        self
    }
}

/// Not what a server would take: enough to tell ids apart.
fn chance() -> std::io::Result<[u8; 16]> {
    let mut chance = [0; 16];
    std::io::Read::read_exact(&mut std::fs::File::open("/dev/urandom")?, &mut chance)?;
    Ok(chance)
}

/// Reads words: a line a paragraph, `12. ` before it its number, `@A/1` in it a reference; some words are mishaps.
struct Words;

impl ReadFile for Words {
    fn read(&self, bytes: Bytes) -> ReadingFuture<'_> {
        Box::pin(async move {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            if text.starts_with("secret cause") {
                panic!("secret cause");
            }
            if text.is_empty() || text.contains('\0') {
                let what = "The file's format is not known.".to_owned();
                let key = "refusal-unknown-format".into();
                return Err(Refusal { what, why: String::new(), remedy: "Bring a PDF.".into(), key });
            }
            Ok(text.split("\n---\n").map(reading).collect())
        })
    }
}

fn recognise(bytes: &[u8]) -> &'static str {
    if bytes.contains(&0) || bytes.is_empty() { "file" } else { "text" }
}

fn reading(text: &str) -> Reading {
    let mut reading = Reading::empty();
    reading.language = Language::english();
    reading.title = "As read".into();
    for line in text.lines() {
        if let Some(what) = line.strip_prefix("trouble: ") {
            let remedy = "Look at the original.".into();
            let (page, place, what) = (None, "12".into(), what.into());
            let (key, arguments) = (String::new(), Vec::new());
            reading.troubles.push(Trouble { page, place, what, remedy, key, arguments });
            continue;
        }
        let (number, words) = line.split_once(". ").map_or((None, line), |(number, words)| (Some(number), words));
        let mut paragraph = Paragraph::plain(words);
        paragraph.number = number.map(str::to_owned);
        if let Some(at) = words.find('@') {
            let end = words[at..].find(' ').map_or(words.len(), |length| at + length);
            let symbol = Symbol::parse(&words[at + 1..end]).ok();
            paragraph.references.push(Reference { symbol, number: None, span: (at, end) });
        }
        reading.paragraphs.push(paragraph);
    }
    reading
}

/// The same number is the same paragraph.
fn compare(earlier: &[Paragraph], later: &[Paragraph]) -> Vec<Step> {
    let mut steps = Vec::new();
    for (to, after) in later.iter().enumerate() {
        let from = earlier.iter().position(|before| before.number == after.number);
        let is_same = from.is_some_and(|from| earlier[from].text == after.text);
        let (change, likeness) = match (from, is_same) {
            (None, _) => (Change::Added, 0.0),
            (Some(_), true) => (Change::Unchanged, 1.0),
            (Some(_), false) => (Change::Reworded, 0.5),
        };
        steps.push(Step { earlier: from, later: Some(to), change, likeness });
    }
    let is_gone = |from: &usize| !steps.iter().any(|step| step.earlier == Some(*from));
    let gone: Vec<usize> = (0..earlier.len()).filter(is_gone).collect();
    steps.extend(gone.into_iter().map(|from| Step {
        earlier: Some(from),
        later: None,
        change: Change::Removed,
        likeness: 0.0,
    }));
    steps
}

/// Everything was removed, everything was added: what the real comparison of words does is tested beside it.
fn compare_words<'a>(earlier: &'a str, later: &'a str) -> Vec<Run<'a>> {
    vec![Run { of: Wording::Earlier, text: earlier }, Run { of: Wording::Later, text: later }]
}

fn entry(row: IndexEntry) -> Entry {
    Entry {
        paragraph_id: row.paragraph_id,
        text: row.text,
        context: row.context,
        symbol: row.symbol,
        number: row.number,
        language: row.language,
        process: row.process,
        actor: row.actor,
        groups: row.groups,
        kind: row.kind,
        standing: row.standing,
        date: row.date,
        is_heading: row.is_heading,
    }
}
