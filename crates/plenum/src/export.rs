//! `plenum export`: a pack as it stands now, with what editors set right, as files for version control.

use crate::config::Config;
use crate::home::Home;
use crate::outcome::{Outcome, WrongUsage};
use crate::pack;
use anyhow::Context;
use serde_json::json;
use std::path::Path;

/// Writes a pack that was loaded into a folder, which may hold an earlier writing of it.
pub async fn run(config: Config, name: &str, folder: &Path, as_json: bool) -> anyhow::Result<Outcome> {
    let home = Home::open(config).await?;
    let Some(facts) = home.store.pack_facts(name).await? else {
        let loaded = home.store.packs().await?.into_iter().map(|load| load.pack).collect::<Vec<_>>().join(", ");
        let loaded = if loaded.is_empty() { "none".into() } else { loaded };
        return Err(WrongUsage(format!("No pack \"{name}\" was loaded (loaded: {loaded}).")).into());
    };
    pack::write(&facts, folder).with_context(|| format!("{} cannot be written", folder.display()))?;
    if as_json {
        println!("{}", json!({ "pack": name, "version": facts.head.version, "folder": folder.display().to_string() }));
    } else {
        eprintln!("Pack {name} {} written to {}.", facts.head.version, folder.display());
    }
    Ok(Outcome::Done)
}
