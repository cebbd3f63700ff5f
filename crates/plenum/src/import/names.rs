//! Other names from a pack's `names.toml`: how processes, sessions and documents are called besides, in any language.

use super::tally::Tally;
use crate::home::{Home, now_ms};
use plenum_store::names::OtherNames;
use serde::Deserialize;
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NamesFile {
    name: Vec<NameRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NameRow {
    of: String,
    names: Vec<String>,
}

/// Loads a pack's other names, if it has any; what is wrong with them is told.
pub async fn load(home: &Home, folder: &Path, tally: &mut Tally) -> anyhow::Result<()> {
    let Ok(text) = std::fs::read_to_string(folder.join("names.toml")) else { return Ok(()) };
    match read(&text) {
        Ok(names) => home.store.put_names(&names, now_ms()).await?,
        Err(fault) => tally.refuse(&folder.display().to_string(), &fault),
    }
    Ok(())
}

fn read(text: &str) -> Result<Vec<OtherNames>, String> {
    let file: NamesFile = toml::from_str(text).map_err(|error| format!("names.toml: {error}"))?;
    let is_empty = |row: &&NameRow| row.names.is_empty() || row.names.iter().any(|name| name.trim().is_empty());
    if let Some(row) = file.name.iter().find(is_empty) {
        return Err(format!("names.toml: \"{}\" has no names, or an empty one", row.of));
    }
    Ok(file.name.into_iter().map(|row| OtherNames { subject: row.of, names: row.names }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_without_a_name_are_refused() {
        assert_eq!(read("[[name]]\nof = \"a\"\nnames = [\"A\", \"Б\"]\n").expect("names")[0].names.len(), 2);
        assert!(read("[[name]]\nof = \"a\"\nnames = []\n").is_err());
        assert!(read("[[name]]\nof = \"a\"\nnames = [\" \"]\n").is_err());
        assert!(read("[[nome]]\n").is_err());
    }

    #[test]
    fn our_own_names_have_no_fault() {
        assert!(read(include_str!("../../../../packs/un-ict-security/names.toml")).is_ok());
    }
}
