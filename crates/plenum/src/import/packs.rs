//! A pack becomes processes, sessions, documents, norms and actors of the store.

use super::tally::Tally;
use crate::home::{Home, now_ms};
use crate::pack;
use plenum_store::facts::Authority;
use plenum_store::hash::ContentHash;
use plenum_store::packs::{PackFacts, PackLoad};
use std::path::Path;

/// Loads a pack, unless this very pack is loaded already.
pub async fn load(home: &Home, folder: &Path, tally: &mut Tally) -> anyhow::Result<()> {
    let pack = match pack::read(folder) {
        Ok(pack) => pack,
        Err(faults) => {
            for fault in faults {
                tally.refuse(&folder.display().to_string(), &fault.to_string());
            }
            return Ok(());
        }
    };
    let hash = hash(folder)?;
    let head = &pack.head;
    if home.store.packs().await?.iter().any(|load| load.pack == head.name && load.hash == hash) {
        tally.pack(format!("Pack {} {}: unchanged.", head.name, head.version));
        return Ok(());
    }
    tally.pack(words(&pack));
    let now = now_ms();
    let documents: Vec<_> = pack.documents.iter().map(|(facts, _)| facts.clone()).collect();
    home.store.learn(&pack.knowledge, now).await?;
    home.store.put_actors(&pack.actors, now).await?;
    home.store.put_memberships(&pack.memberships, now).await?;
    home.store.declare(&documents, Authority::Pack, &pack.knowledge.by, now).await?;
    home.store.pack_loaded(&PackLoad { pack: head.name.clone(), hash, at_ms: now }).await?;
    home.store.describe_pack(&pack).await?;
    home.store.tie_claims().await?;
    Ok(())
}

/// Loads every pack of a folder of packs; what is wrong with one is told and does not keep the others away.
pub async fn load_all(home: &Home, folder: &Path) -> anyhow::Result<()> {
    let mut tally = Tally::default();
    let Ok(entries) = std::fs::read_dir(folder) else {
        tracing::warn!("no packs in {}: the first start is empty", folder.display());
        return Ok(());
    };
    let mut folders: Vec<_> = entries.flatten().map(|e| e.path()).filter(|p| pack::is_pack(p)).collect();
    folders.sort();
    for folder in folders {
        load(home, &folder, &mut tally).await?;
    }
    tally.report_packs();
    Ok(())
}

fn words(pack: &PackFacts) -> String {
    let told = &pack.knowledge;
    let counts = [
        (told.processes.len(), "processes"),
        (told.sessions.len(), "sessions"),
        (told.deadlines.len(), "deadlines"),
        (pack.documents.len(), "documents"),
        (told.norms.len(), "norms"),
        (told.instruments.len(), "instruments"),
        (told.terms.len(), "terms"),
        (told.claims.len(), "claims"),
        (pack.actors.len(), "actors"),
        (pack.memberships.len(), "memberships"),
    ];
    let parts: Vec<String> = counts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
    format!("Pack {} {}: {}.", pack.head.name, pack.head.version, parts.join(", "))
}

/// The hash of all files of a pack, with their names.
fn hash(folder: &Path) -> std::io::Result<ContentHash> {
    let mut names: Vec<_> = std::fs::read_dir(folder)?.flatten().map(|e| e.path()).filter(|p| p.is_file()).collect();
    names.sort();
    let mut all = Vec::new();
    for name in names {
        all.extend_from_slice(name.file_name().unwrap_or_default().as_encoded_bytes());
        all.push(0);
        all.extend(std::fs::read(&name)?);
        all.push(0);
    }
    Ok(ContentHash::of(&all))
}
