//! The whole store in one file, and back, from either engine to either.
//!
//! A backup is a tar within zstd: `begin.json`, then `rows/{table}/{n}.jsonl` (one JSON list a row, in the order of
//! the table's columns), then `files/{sha256}`, then `end.json` with the SHA-256 of every entry of rows. It can be read
//! with ordinary tools, in twenty years too.

mod archive;
mod made;
pub(crate) mod tables;

use crate::db::{Conn, Value, statements};
use crate::{ContentHash, Files, Result, Store, StoreError, rows};
use archive::Writer;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;
use tables::{TABLES, Table};

/// What a backup holds, or a restore brought back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// Rows of all tables.
    pub rows: u64,
    /// Files.
    pub files: u64,
    /// Bytes of these files.
    pub file_bytes: u64,
}

const FORMAT: u32 = 1; // Counts up when a backup of today could no longer be read.

#[derive(Serialize, Deserialize)]
struct Begin {
    format: u32,
    made_by: String,
    taken_at_ms: i64,
    /// The columns of every table, so that a backup explains itself.
    tables: BTreeMap<String, Vec<String>>,
}

#[derive(Default, Serialize, Deserialize)]
struct End {
    /// Entry of rows and its SHA-256.
    rows: BTreeMap<String, String>,
    row_count: u64,
    file_count: u64,
    file_bytes: u64,
}

statements! {
    FILES_HELD = "select sha256 from file order by sha256";
    DOCUMENTS_HELD = "select count(*) from document";
}

impl Store {
    /// Writes everything into `to` (a tar.zst), as it was at one moment; the file appears only when it is whole.
    ///
    /// Errors: a file that a row names is missing or damaged (`plenum check` lists all such files); the disk is full.
    pub async fn backup(&self, files: &dyn Files, to: &Path, at_ms: i64) -> Result<Carried> {
        let mut conn = self.db.snapshot().await?;
        let writer = Writer::start(to);
        let outcome = write_everything(&mut conn, files, &writer, at_ms).await;
        let written = writer.finish().await; // First, so that a half file is gone whatever failed.
        let end = outcome?;
        written?;
        Ok(Carried { rows: end.row_count, files: end.file_count, file_bytes: end.file_bytes })
    }

    /// Brings everything back from `from` into this empty store: all of it, or on an error no row.
    ///
    /// Errors: the store is not empty; the backup is damaged (every hash is verified).
    pub async fn restore(&self, files: &dyn Files, from: &Path) -> Result<Carried> {
        let mut conn = self.db.writer().await?;
        let held = conn.number(DOCUMENTS_HELD, &[]).await?;
        if held > 0 {
            return Err(StoreError::NotEmpty(rows::count(held)));
        }
        for table in TABLES.iter().rev() {
            made::clear(&mut conn, table).await?;
        }
        let mut entries = archive::read(from);
        let mut restoring = Restoring::default();
        while let Some(entry) = entries.recv().await {
            let (name, bytes) = entry?;
            restoring.take(&mut conn, files, &name, bytes).await?;
        }
        let carried = restoring.finish()?;
        conn.commit().await?;
        self.settle().await?;
        Ok(carried)
    }
}

async fn write_everything(conn: &mut Conn, files: &dyn Files, writer: &Writer, at_ms: i64) -> Result<End> {
    let columns = |table: &Table| table.column_names().into_iter().map(str::to_owned).collect();
    let begin = Begin {
        format: FORMAT,
        made_by: format!("Plenum {}", env!("CARGO_PKG_VERSION")),
        taken_at_ms: at_ms,
        tables: TABLES.iter().map(|table| (table.name.to_owned(), columns(table))).collect(),
    };
    let mut end = End::default();
    writer.add("begin.json".into(), rows::to_json(&begin).into_bytes()).await;
    for table in &TABLES {
        write_table(conn, table, writer, &mut end).await?;
    }
    let held: Vec<(String,)> = conn.rows(FILES_HELD, &[]).await?;
    for (name,) in held {
        let hash = rows::hash(&name)?;
        let found = files.get(hash).await?.filter(|bytes| ContentHash::of(bytes) == hash);
        let bytes = found.ok_or_else(|| StoreError::Damaged(format!("the file {hash} is missing or altered")))?;
        end.file_count += 1;
        end.file_bytes += u64::try_from(bytes.len()).expect("a length fits in 64 bits");
        if !writer.add(format!("files/{hash}"), bytes).await {
            return Ok(end); // Writing stopped; why is said when it is finished.
        }
    }
    writer.add("end.json".into(), rows::to_json(&end).into_bytes()).await;
    Ok(end)
}

async fn write_table(conn: &mut Conn, table: &Table, writer: &Writer, end: &mut End) -> Result<()> {
    let Some((first, last)) = made::bounds(conn, table).await? else { return Ok(()) };
    let step = table.portion.map_or(1, |(_, step)| step);
    let starts = (first..=last).step_by(usize::try_from(step).expect("steps are small and positive"));
    for (number, start) in starts.enumerate() {
        let portion = made::read(conn, table, (start, start + step)).await?;
        let mut lines = String::new();
        for row in &portion {
            lines.push_str(&rows::to_json(row));
            lines.push('\n');
        }
        if portion.is_empty() {
            continue;
        }
        end.row_count += u64::try_from(portion.len()).expect("a length fits in 64 bits");
        let name = format!("rows/{}/{number:06}.jsonl", table.name);
        end.rows.insert(name.clone(), ContentHash::of(lines.as_bytes()).to_string());
        if !writer.add(name, lines.into_bytes()).await {
            return Ok(()); // Writing stopped; why is said when it is finished.
        }
    }
    Ok(())
}

/// What a restore has seen so far.
#[derive(Default)]
struct Restoring {
    has_begun: bool,
    seen: BTreeMap<String, String>,
    carried: Carried,
    end: Option<End>,
}

impl Restoring {
    async fn take(&mut self, conn: &mut Conn, files: &dyn Files, name: &str, bytes: Vec<u8>) -> Result<()> {
        let parts: Vec<&str> = name.split('/').collect();
        if !self.has_begun && name != "begin.json" {
            return Err(StoreError::Backup("it does not begin as a backup of Plenum does".into()));
        }
        match parts.as_slice() {
            ["begin.json"] => self.begin(&bytes),
            ["rows", table, _] => self.take_rows(conn, name, table, &bytes).await,
            ["files", hash] => {
                let size = u64::try_from(bytes.len()).expect("a length fits in 64 bits");
                let kept = files.put(bytes).await?;
                if kept.to_string() != *hash {
                    return Err(StoreError::Backup(format!("the bytes of {hash} are not what their name says")));
                }
                self.carried.files += 1;
                self.carried.file_bytes += size;
                Ok(())
            }
            ["end.json"] => {
                self.end = Some(parse(&bytes, name)?);
                Ok(())
            }
            _ => Err(StoreError::Backup(format!("the entry {name} is not known"))),
        }
    }

    fn begin(&mut self, bytes: &[u8]) -> Result<()> {
        let begin: Begin = parse(bytes, "begin.json")?;
        if begin.format != FORMAT {
            return Err(StoreError::Backup(format!("it is of format {}, made by {}", begin.format, begin.made_by)));
        }
        for table in &TABLES {
            if begin.tables.get(table.name).is_none_or(|columns| *columns != table.column_names()) {
                return Err(StoreError::Backup(format!("its table {} has other columns", table.name)));
            }
        }
        self.has_begun = true;
        Ok(())
    }

    async fn take_rows(&mut self, conn: &mut Conn, name: &str, table: &str, bytes: &[u8]) -> Result<()> {
        let unknown = || StoreError::Backup(format!("the table {table} is not known"));
        let table = TABLES.iter().find(|known| known.name == table).ok_or_else(unknown)?;
        self.seen.insert(name.to_owned(), ContentHash::of(bytes).to_string());
        let mut values: Vec<Value<'_>> = Vec::new();
        // Not `lines()` of a text: a kept text may hold other line ends, but in JSON "\n" is always escaped.
        for line in bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            let row: Vec<serde_json::Value> = parse(line, name)?;
            if row.len() != table.columns.len() {
                return Err(StoreError::Backup(format!("a row in {name} has {} values", row.len())));
            }
            for (value, column) in row.into_iter().zip(table.columns) {
                values.push(kept_value(value, column.starts_with('#'), name)?);
            }
            self.carried.rows += 1;
        }
        conn.insert(&table.insert(), table.columns.len(), &values).await
    }

    fn finish(self) -> Result<Carried> {
        let end = self.end.ok_or_else(|| StoreError::Backup("its end is missing".into()))?;
        if end.rows != self.seen {
            let differs = end.rows.iter().find(|(name, hash)| self.seen.get(*name) != Some(hash));
            let name = differs.map_or("an entry too many", |(name, _)| name.as_str());
            return Err(StoreError::Backup(format!("its rows are not those that were written ({name})")));
        }
        let told = Carried { rows: end.row_count, files: end.file_count, file_bytes: end.file_bytes };
        if told != self.carried {
            return Err(StoreError::Backup(format!("it should hold {told:?} but holds {:?}", self.carried)));
        }
        Ok(told)
    }
}

fn kept_value(value: serde_json::Value, is_number: bool, entry: &str) -> Result<Value<'static>> {
    let wrong = || StoreError::Backup(format!("a value in {entry} is of the wrong sort"));
    match value {
        serde_json::Value::Null if is_number => Ok(Value::Int(None)),
        serde_json::Value::Null => Ok(Value::Text(None)),
        serde_json::Value::Number(number) if is_number => Ok(number.as_i64().ok_or_else(wrong)?.into()),
        serde_json::Value::String(text) if !is_number => Ok(text.into()),
        _ => Err(wrong()),
    }
}

fn parse<T: serde::de::DeserializeOwned>(bytes: &[u8], entry: &str) -> Result<T> {
    serde_json::from_slice(bytes).map_err(|error| StoreError::Backup(format!("{entry} cannot be read ({error})")))
}
