//! Care of the whole: backup, restore, check, reindex.

use crate::config::Config;
use crate::home::{Home, now_ms};
use crate::import::progress::Progress;
use crate::indexing::{self, CaughtUp};
use crate::outcome::{Outcome, WrongUsage};
use crate::pack;
use anyhow::Context;
use plenum_store::backup::Carried;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// `plenum backup FILE`
pub async fn backup(config: Config, file: &Path, as_json: bool) -> anyhow::Result<Outcome> {
    if file.exists() {
        return Err(WrongUsage(format!("{} is there already: name a new file.", file.display())).into());
    }
    let home = Home::open(config).await?;
    let carried = home.store.backup(&home.files, file, now_ms()).await.context("the backup could not be written")?;
    tell("Written", carried, file, as_json);
    Ok(Outcome::Done)
}

/// `plenum restore FILE`
pub async fn restore(config: Config, file: &Path, as_json: bool) -> anyhow::Result<Outcome> {
    if !file.is_file() {
        return Err(WrongUsage(format!("{} is not there.", file.display())).into());
    }
    let home = Home::open(config).await?;
    let carried = home.store.restore(&home.files, file).await.context("nothing was restored")?;
    tell("Restored", carried, file, as_json);
    reindex_home(&home).await?;
    Ok(Outcome::Done)
}

fn tell(what: &str, carried: Carried, file: &Path, as_json: bool) {
    if as_json {
        println!("{}", json!({ "rows": carried.rows, "files": carried.files, "file_bytes": carried.file_bytes }));
    } else {
        eprintln!(
            "{what}: {} rows and {} files ({} bytes), {}.",
            carried.rows,
            carried.files,
            carried.file_bytes,
            file.display()
        );
    }
}

/// `plenum check`: every invariant and every hash, or the packs named.
pub async fn check(config: Config, packs: &[PathBuf], as_json: bool) -> anyhow::Result<Outcome> {
    if !packs.is_empty() {
        return Ok(check_packs(packs, as_json));
    }
    let home = Home::open(config).await?;
    let checked = home.store.check(&home.files).await.context("the check could not be finished")?;
    if as_json {
        let findings: Vec<_> =
            checked.findings.iter().map(|f| json!({ "what": f.what, "where": f.place, "try": f.remedy })).collect();
        println!(
            "{}",
            json!({ "revisions": checked.revisions, "paragraphs": checked.paragraphs, "files": checked.files, "findings": findings })
        );
    } else {
        for finding in &checked.findings {
            eprintln!("{} ({}) {}", finding.what, finding.place, finding.remedy);
        }
        eprintln!(
            "{} revisions, {} paragraphs, {} files looked at; {} findings.",
            checked.revisions,
            checked.paragraphs,
            checked.files,
            checked.findings.len()
        );
    }
    Ok(if checked.findings.is_empty() { Outcome::Done } else { Outcome::Partly })
}

fn check_packs(packs: &[PathBuf], as_json: bool) -> Outcome {
    let faults: Vec<(String, String)> = packs
        .iter()
        .flat_map(|folder| {
            let name = folder.display().to_string();
            pack::read(folder).err().unwrap_or_default().into_iter().map(move |fault| (name.clone(), fault.to_string()))
        })
        .collect();
    if as_json {
        println!(
            "{}",
            json!({ "faults": faults.iter().map(|(p, f)| json!({ "pack": p, "fault": f })).collect::<Vec<_>>() })
        );
    } else {
        for (pack, fault) in &faults {
            eprintln!("{pack}/{fault}");
        }
        eprintln!("{} packs read, {} faults.", packs.len(), faults.len());
    }
    if faults.is_empty() { Outcome::Done } else { Outcome::Partly }
}

/// `plenum reindex`
pub async fn reindex(config: Config) -> anyhow::Result<Outcome> {
    let home = Home::open(config).await?;
    reindex_home(&home).await
}

async fn reindex_home(home: &Home) -> anyhow::Result<Outcome> {
    let index = Arc::new(home.open_index(None)?);
    index.clear().context("the index cannot be emptied (is a server running? stop it first)")?;
    let progress =
        Progress::begin("Indexing", "paragraphs", u64::try_from(home.store.last_change().await?).unwrap_or(0));
    if let CaughtUp::Yes { added } = indexing::catch_up(&home.store, &index, Some(progress)).await? {
        eprintln!("{added} paragraphs indexed by words; their meaning follows while the server runs.");
    }
    Ok(Outcome::Done)
}
