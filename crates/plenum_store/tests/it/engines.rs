//! Runs a test on SQLite and on PostgreSQL, each time with a store of its own.

use crate::postgres;
use plenum_store::{FolderFiles, Store};
use tempfile::TempDir;

/// A store of its own for one test on one engine.
pub struct Place {
    pub store: Store,
    pub files: FolderFiles,
    pub url: String,
    pub folder: TempDir,
    pub is_sqlite: bool,
}

impl Place {
    /// An empty store on SQLite.
    pub async fn sqlite() -> Self {
        let folder = TempDir::new().unwrap();
        let url = format!("sqlite:{}", folder.path().join("plenum.db").display());
        Self::at(url, folder, true).await
    }

    /// An empty store on PostgreSQL, unless the tests run without it.
    pub async fn postgres() -> Option<Self> {
        let url = postgres::server()?.database();
        Some(Self::at(url, TempDir::new().unwrap(), false).await)
    }

    async fn at(url: String, folder: TempDir, is_sqlite: bool) -> Self {
        let store = Store::open(&url).await.unwrap();
        let files = FolderFiles::open(&folder.path().join("files")).await.unwrap();
        Self { store, files, url, folder, is_sqlite }
    }
}

/// Runs a test on every engine; it is told on which it fails.
pub async fn on_each_engine(test: impl AsyncFn(Place)) {
    eprintln!("on SQLite");
    test(Place::sqlite().await).await;
    if let Some(place) = Place::postgres().await {
        eprintln!("on PostgreSQL");
        test(place).await;
    }
}
