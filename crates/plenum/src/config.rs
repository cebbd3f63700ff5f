//! Configuration: the only file that reads the environment. A flag beats a variable, a variable beats the default.

use crate::cli::Place;
use std::path::{Path, PathBuf};

/// Where everything is kept.
#[derive(Clone, Debug)]
pub struct Config {
    /// The data folder.
    pub data: PathBuf,
    /// `sqlite:…` or `postgres://…`.
    pub database: String,
}

impl Config {
    /// Reads flags, then `PLENUM_DATA` and `PLENUM_DATABASE`.
    pub fn of(place: &Place) -> Self {
        let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let data =
            place.data.clone().or_else(|| variable("PLENUM_DATA").map(PathBuf::from)).unwrap_or_else(|| "data".into());
        let database = place.database.clone().or_else(|| variable("PLENUM_DATABASE"));
        let database = database.unwrap_or_else(|| data.join("plenum.sqlite").to_string_lossy().into_owned());
        Self { data, database }
    }
    /// Folder of the search index.
    pub fn index_folder(&self) -> PathBuf {
        self.data.join("index")
    }
    /// Folder of the files, by content hash.
    pub fn files_folder(&self) -> PathBuf {
        self.data.join("files")
    }
    /// The file that holds the local administrator's token.
    pub fn token_file(&self) -> PathBuf {
        self.data.join("administrator-token")
    }
    /// The database's address without its password, for printing.
    pub fn database_shown(&self) -> String {
        match (self.database.find("://"), self.database.rfind('@')) {
            (Some(scheme_end), Some(at)) if scheme_end < at => {
                let user = self.database[scheme_end + 3..at].split(':').next().unwrap_or_default();
                format!("{}{user}:…{}", &self.database[..scheme_end + 3], &self.database[at..])
            }
            _ => self.database.clone(),
        }
    }
}

/// What the log shows: `PLENUM_LOG`, else warnings and our own progress.
pub fn log_filter() -> String {
    std::env::var("PLENUM_LOG").unwrap_or_else(|_| "warn,plenum=info,plenum_web=info".into())
}

/// Makes the data folder, readable by its owner alone.
pub fn make_folder(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_never_printed() {
        let config = Config { data: "d".into(), database: "postgres://delegate:secret@host/plenum".into() };
        assert_eq!(config.database_shown(), "postgres://delegate:…@host/plenum");
    }
}
