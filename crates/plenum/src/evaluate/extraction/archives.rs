//! Archives of test sets, unpacked in memory.

use anyhow::{Context, Result};
use std::io::Read;
use std::path::Path;

const WINDOW_LOG: u32 = 27; // The sets are packed with `zstd --long=27`.

/// The bytes of a `.zst` file.
pub fn unpacked(path: &Path) -> Result<Vec<u8>> {
    let file = std::fs::File::open(path).with_context(|| path.display().to_string())?;
    let mut decoder = zstd::Decoder::new(file)?;
    decoder.window_log_max(WINDOW_LOG)?;
    let mut bytes = Vec::new();
    decoder.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The files of a `.tar.zst`: name without its folder, and bytes; by name.
pub fn members(path: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let bytes = unpacked(path)?;
    let mut archive = tar::Archive::new(bytes.as_slice());
    let mut members = Vec::new();
    for entry in archive.entries()? {
        let mut entry = entry?;
        let name = entry.path()?.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        if entry.header().entry_type().is_file() {
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes)?;
            members.push((name, bytes));
        }
    }
    members.sort();
    Ok(members)
}
