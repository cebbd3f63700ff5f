//! The files that retrieval is measured on, in the shapes of BEIR and SQuAD; `.zst` files are read as they are.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::HashMap;
use std::path::Path;

/// A text or a question with the id that judgements call it by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The id.
    pub id: String,
    /// Its title; empty for questions and for texts without one.
    pub title: String,
    /// Its words.
    pub text: String,
}

/// Judgements: question id → text id → grade (0 is not relevant).
pub type Judgements = HashMap<String, HashMap<String, u32>>;

/// The text of a file, unpacked if its name ends in `.zst` (windows of up to 128 MB).
pub fn read_text(path: &Path) -> Result<String> {
    let bytes = std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let bytes = if path.extension().is_some_and(|e| e == "zst") {
        let mut decoder = zstd::stream::Decoder::new(&bytes[..])?;
        decoder.window_log_max(27)?;
        let mut out = Vec::new();
        std::io::Read::read_to_end(&mut decoder, &mut out)
            .with_context(|| format!("{} is not what zstd writes", path.display()))?;
        out
    } else {
        bytes
    };
    String::from_utf8(bytes).with_context(|| format!("{} is not UTF-8", path.display()))
}

/// A BEIR `corpus.jsonl` or `queries.jsonl`: `{"_id", "title"?, "text"}` a line.
pub fn read_named(path: &Path) -> Result<Vec<Named>> {
    let text = read_text(path)?;
    let lines = text.split('\n').enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(index, line)| {
            let place = || format!("{}, line {}", path.display(), index + 1);
            let value: Value = serde_json::from_str(line).with_context(place)?;
            let string = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
            let id = match value.get("_id") {
                Some(Value::String(id)) => id.clone(),
                Some(Value::Number(id)) => id.to_string(),
                _ => bail!("{} has no \"_id\"", place()),
            };
            Ok(Named { id, title: string("title"), text: string("text") })
        })
        .collect()
}

/// A BEIR `qrels.tsv`: question, text, grade, with a head line.
pub fn read_judgements(path: &Path) -> Result<Judgements> {
    let mut judgements = Judgements::new();
    for (index, line) in read_text(path)?.lines().enumerate() {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let [question, text, grade] = fields[..] else { continue };
        match grade.parse::<i64>() {
            Ok(grade) => {
                let grade = u32::try_from(grade).unwrap_or(0);
                judgements.entry(question.to_owned()).or_default().insert(text.to_owned(), grade);
            }
            Err(_) if index == 0 => {} // The head.
            Err(_) => bail!("{}, line {}: \"{grade}\" is not a grade", path.display(), index + 1),
        }
    }
    Ok(judgements)
}

/// The paragraphs of a SQuAD file, and its questions with the index of the paragraph each was asked of.
pub type Squad = (Vec<String>, Vec<(Named, usize)>);

/// A SQuAD file: its paragraphs in order, and its questions with the index of the paragraph each was asked of.
pub fn read_squad(path: &Path) -> Result<Squad> {
    let value: Value = serde_json::from_str(&read_text(path)?).with_context(|| path.display().to_string())?;
    let (mut paragraphs, mut questions) = (Vec::new(), Vec::new());
    let list = |value: &Value, key: &str| value.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    let string = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    for article in list(&value, "data") {
        for paragraph in list(&article, "paragraphs") {
            for question in list(&paragraph, "qas") {
                let named =
                    Named { id: string(&question, "id"), title: String::new(), text: string(&question, "question") };
                questions.push((named, paragraphs.len()));
            }
            paragraphs.push(string(&paragraph, "context"));
        }
    }
    if paragraphs.is_empty() || questions.is_empty() {
        bail!("{} holds no paragraphs with questions in the shape of SQuAD", path.display());
    }
    Ok((paragraphs, questions))
}

/// A folder for one measurement, gone when it is done.
pub struct Scratch(std::path::PathBuf);

impl Scratch {
    /// Makes an empty folder among the system's temporary ones.
    pub fn new(name: &str) -> Result<Self> {
        let path = std::env::temp_dir().join(format!("plenum-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).with_context(|| format!("{} cannot be made", path.display()))?;
        // The tests of one process may measure at once.
        let unique = (0..10_000).map(|number| path.join(number.to_string())).find(|p| std::fs::create_dir(p).is_ok());
        unique.map(Self).with_context(|| format!("{} cannot be used", path.display()))
    }
    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.0) {
            eprintln!("{} is left over: {error}", self.0.display());
        }
    }
}
