//! Paragraphs by the hundred thousand beside those that the questions are about, so that an answer's time means something.
//!
//! They are made as for the speed of search and imported as any record set is, so that the store is as large as the index.

use crate::evaluate::search_speed::{meanings, texts};
use anyhow::Result;
use plenum_search::Entry;
use plenum_search::meaning::Encoder;
use plenum_store::Store;
use serde_json::json;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Writes a record set of so many paragraphs; says where.
pub(super) fn records(paragraphs: usize, files: &[PathBuf], scratch: &Path) -> Result<PathBuf> {
    let seeds = texts::read(files)?;
    let path = scratch.join("among.jsonl");
    let mut out = std::io::BufWriter::new(std::fs::File::create(&path)?);
    let mut made = texts::Made::new(&seeds).take(paragraphs).peekable();
    let mut text = String::new();
    while let Some(one) = made.next() {
        text.push_str(&one.text);
        text.push_str("\n\n");
        if made.peek().is_none_or(|next| next.symbol != one.symbol) {
            let record = json!({"symbol": one.symbol, "text": text, "language": "en", "kind": "statement"});
            writeln!(out, "{record}")?;
            text.clear();
        }
    }
    out.flush()?;
    Ok(path)
}

/// Gives every paragraph of the store vectors as the index keeps them, most of them mixed from others' (see `meanings`).
pub(super) async fn fill_vectors(store: &Store, folder: &Path, encoder: &Encoder) -> Result<()> {
    const EVERYTHING: usize = usize::MAX;
    let mut entries: Vec<Entry> = Vec::new();
    let mut upto = 0;
    loop {
        let batch = store.index_batch(upto, EVERYTHING).await?;
        entries.extend(batch.add.into_iter().map(crate::indexing::entry));
        if batch.is_last || batch.upto == upto {
            break;
        }
        upto = batch.upto;
    }
    meanings::fill(folder, encoder, entries.into_iter())
}
