//! What can go wrong in the store, and what to do about it.

/// Why the store could not do what was asked. `Display` says what happened; [`remedy`](Self::remedy) what to do.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database refused or could not be reached.
    #[error("the database could not {doing}: {source}")]
    Database {
        /// What was being done, in words.
        doing: &'static str,
        /// What the driver said; for the log.
        source: sqlx::Error,
    },
    /// The tables could not be brought up to date.
    #[error("the tables could not be brought up to date: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The address of the database is not understood.
    #[error("\"{0}\" is no address of a database")]
    Address(String),
    /// A file could not be read or written.
    #[error("the file {path} could not be {doing}: {source}")]
    File {
        /// Which file.
        path: String,
        /// `read`, `written`, `made`.
        doing: &'static str,
        /// What the system said.
        source: std::io::Error,
    },
    /// A row holds what it never should; `plenum check` lists all such rows.
    #[error("a kept row is damaged: {0}")]
    Damaged(String),
    /// A backup is not whole, or its hashes do not match.
    #[error("the backup is damaged: {0}")]
    Backup(String),
    /// A backup can only be restored into an empty store.
    #[error("the store is not empty: it holds {0} documents")]
    NotEmpty(u64),
    /// The program is being stopped.
    #[error("the work was stopped")]
    Stopped,
    /// What was asked for is larger than the store takes.
    #[error("{what} is too large: {found}, at most {limit}")]
    TooLarge {
        /// What is too large.
        what: &'static str,
        /// How large it is.
        found: usize,
        /// How large it may be.
        limit: usize,
    },
}

impl StoreError {
    /// What a person can do about it, one sentence.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Database { .. } => {
                "Check that the data folder or the database server is there, writable and not full, then try again."
            }
            Self::Migration(_) => {
                "Use the Plenum that last opened this store, or a newer one; restore a backup if a table was changed by hand."
            }
            Self::Address(_) => "Write sqlite:PATH, a path, or postgres://user@host/database.",
            Self::File { .. } => "Check that the folder exists, may be written, and that the disk is not full.",
            Self::Damaged(_) => "Run `plenum check`, and restore a backup if it finds more.",
            Self::Backup(_) => "Use another backup; nothing of this one was kept.",
            Self::NotEmpty(_) => "Restore into a new data folder or a new database.",
            Self::Stopped => "Start again; nothing half done was kept.",
            Self::TooLarge { .. } => "Split it into smaller parts.",
        }
    }
}

/// Turns the driver's error into ours, saying what was being done.
pub(crate) trait Doing<T> {
    /// `doing` completes "the database could not …".
    fn doing(self, doing: &'static str) -> Result<T, StoreError>;
}

impl<T> Doing<T> for Result<T, sqlx::Error> {
    fn doing(self, doing: &'static str) -> Result<T, StoreError> {
        self.map_err(|source| StoreError::Database { doing, source })
    }
}
