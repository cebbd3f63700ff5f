//! The data folder, opened: the store, the files, the index.

use crate::config::{Config, make_folder};
use anyhow::Context;
use plenum_search::Index;
use plenum_search::meaning::Encoder;
use plenum_store::{FolderFiles, Store};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::sync::Arc;

/// What every verb that keeps or finds something needs.
pub struct Home {
    /// Where it is.
    pub config: Config,
    /// All facts and words.
    pub store: Store,
    /// The files as they came.
    pub files: FolderFiles,
}

impl Home {
    /// Opens the data folder, made if missing.
    ///
    /// Errors: the folder, the database or the files cannot be opened; the message names which.
    pub async fn open(config: Config) -> anyhow::Result<Self> {
        make_folder(&config.data).with_context(|| format!("{} cannot be made", config.data.display()))?;
        let store = Store::open(&config.database).await;
        let store = store.with_context(|| format!("the database {} cannot be opened", config.database_shown()))?;
        let files = FolderFiles::open(&config.files_folder()).await.context("the folder of files cannot be opened")?;
        Ok(Self { config, store, files })
    }

    /// Opens the index; with the encoder where its weights are in `models`.
    pub fn open_index(&self, models: Option<&Path>) -> anyhow::Result<Index> {
        let encoder = models.and_then(open_encoder);
        Index::open(&self.config.index_folder(), encoder).context("the index cannot be opened")
    }
}

/// Opens the encoder; says why not, once, where its weights are not to be had.
pub fn open_encoder(models: &Path) -> Option<Arc<Encoder>> {
    match Encoder::open(models) {
        Ok(encoder) => Some(Arc::new(encoder)),
        Err(error) => {
            tracing::warn!("search works on words alone: {error}");
            None
        }
    }
}

/// A secret of this data folder: 128 bits of chance, made when first needed, readable by the owner alone.
pub fn secret(file: &Path) -> anyhow::Result<String> {
    if let Ok(secret) = std::fs::read_to_string(file) {
        return Ok(secret.trim().to_owned());
    }
    let secret: String = chance()?.iter().map(|byte| format!("{byte:02x}")).collect();
    let mut options = std::fs::OpenOptions::new();
    let kept = options.write(true).create_new(true).mode(0o600).open(file);
    let mut kept = kept.with_context(|| format!("{} cannot be kept", file.display()))?;
    writeln!(kept, "{secret}")?;
    Ok(secret)
}

/// 128 bits of chance from the system.
pub fn chance() -> std::io::Result<[u8; 16]> {
    let mut chance = [0_u8; 16];
    std::io::Read::read_exact(&mut std::fs::File::open("/dev/urandom")?, &mut chance)?;
    Ok(chance)
}

/// Now, in milliseconds since 1970.
pub fn now_ms() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0, |d| i64::try_from(d.as_millis()).unwrap_or(i64::MAX))
}
