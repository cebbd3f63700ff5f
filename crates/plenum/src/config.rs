//! Configuration: the only file that reads the environment. A flag beats a variable, a variable beats the default.

use crate::cli::{Mail, Model, Place};
use crate::outcome::WrongUsage;
use std::path::{Path, PathBuf};
use std::time::Duration;

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
    /// The file that holds the secret of which readers' tokens are made.
    pub fn letter_key_file(&self) -> PathBuf {
        self.data.join("letter-key")
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

/// The server that takes our letters, and who they come from.
#[derive(Clone)]
pub struct MailSettings {
    /// `smtp://…` or `smtps://…`, with the password; never printed.
    pub smtp_url: String,
    /// The address that letters come from.
    pub from: String,
}

impl MailSettings {
    /// Reads flags, then `PLENUM_SMTP_URL`, `PLENUM_SMTP_URL_FILE` and `PLENUM_MAIL_FROM`; `None`: no letters are sent.
    ///
    /// Errors: wrong usage, in words without the address of the server.
    pub fn of(flags: &Mail) -> anyhow::Result<Option<Self>> {
        let file = flags.smtp_url_file.clone();
        let file =
            file.or_else(|| variable("PLENUM_SMTP_URL_FILE").map(PathBuf::from).filter(|_| flags.smtp_url.is_none()));
        let smtp_url = match (&flags.smtp_url, file) {
            (Some(url), _) => Some(url.clone()),
            (None, Some(file)) => Some(secret_in(&file)?),
            (None, None) => variable("PLENUM_SMTP_URL"),
        };
        let from = flags.mail_from.clone().or_else(|| variable("PLENUM_MAIL_FROM"));
        match (smtp_url, from) {
            (None, _) => Ok(None),
            (Some(_), None) => Err(WrongUsage("name the address that letters come from: --mail-from.".into()).into()),
            (Some(url), Some(from)) => Ok(Some(Self { smtp_url: url, from })),
        }
    }
}

/// The language model that writes answers.
#[derive(Clone)]
pub struct ModelSettings {
    /// `http://…` or `https://…`, up to the version: `/v1`.
    pub url: String,
    /// What the server calls it.
    pub name: String,
    /// What the server is shown; never printed.
    pub key: Option<String>,
    /// The longest that one answer may take.
    pub within: Duration,
}

impl ModelSettings {
    /// Reads flags, then `PLENUM_MODEL_URL`, `PLENUM_MODEL_NAME`, `PLENUM_MODEL_KEY_FILE` and `PLENUM_MODEL_KEY`; `None`:
    /// answers are composed without a language model.
    ///
    /// Errors: wrong usage, in words without the key.
    pub fn of(flags: &Model) -> anyhow::Result<Option<Self>> {
        const SECONDS: u16 = 15; // A page may take 20.
        let Some(url) = flags.model_url.clone().or_else(|| variable("PLENUM_MODEL_URL")) else { return Ok(None) };
        let Some(name) = flags.model_name.clone().or_else(|| variable("PLENUM_MODEL_NAME")) else {
            return Err(WrongUsage("name the language model, as its server calls it: --model-name.".into()).into());
        };
        let file = flags.model_key_file.clone().or_else(|| variable("PLENUM_MODEL_KEY_FILE").map(PathBuf::from));
        let key = file.map(|file| secret_in(&file)).transpose()?.or_else(|| variable("PLENUM_MODEL_KEY"));
        let within = Duration::from_secs(flags.model_seconds.unwrap_or(SECONDS).into());
        Ok(Some(Self { url, name, key, within }))
    }
}

/// What a file holds, without the line's end.
fn secret_in(file: &Path) -> Result<String, WrongUsage> {
    let read = std::fs::read_to_string(file);
    let text = read.map_err(|error| WrongUsage(format!("{} cannot be read: {error}.", file.display())))?;
    Ok(text.trim().to_owned())
}

/// Scheme and host under which readers reach the pages: the flag, then `PLENUM_ORIGIN`; without a final slash.
pub fn origin(flag: Option<&str>) -> Option<String> {
    let given = flag.map(str::to_owned).or_else(|| variable("PLENUM_ORIGIN"));
    given.map(|origin| origin.trim_end_matches('/').to_owned())
}

/// For how many days questions are kept with their answers: the flag, then `PLENUM_KEEP_QUESTIONS`; `None`: none is kept.
///
/// Errors: wrong usage, where the variable is no number of days.
pub fn keep_questions(flag: Option<u16>) -> anyhow::Result<Option<u16>> {
    let Some(days) = flag.map(Ok).or_else(|| variable("PLENUM_KEEP_QUESTIONS").map(|text| days(&text))) else {
        return Ok(None);
    };
    Ok(days.map(|days| (days > 0).then_some(days))?)
}

fn days(text: &str) -> Result<u16, WrongUsage> {
    const MOST: u16 = 3650; // As the flag has it.
    let days = text.trim().parse().ok().filter(|days| *days <= MOST);
    days.ok_or_else(|| WrongUsage("PLENUM_KEEP_QUESTIONS is a number of days from 0 to 3650.".into()))
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
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
    fn questions_are_kept_only_for_a_number_of_days() {
        assert_eq!(keep_questions(Some(0)).ok(), Some(None));
        assert_eq!(keep_questions(Some(30)).ok(), Some(Some(30)));
        assert_eq!(days(" 30 ").ok(), Some(30));
        for wrong in ["-1", "30 days", "3651", "for ever"] {
            assert!(days(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_password_is_never_printed() {
        let config = Config { data: "d".into(), database: "postgres://delegate:secret@host/plenum".into() };
        assert_eq!(config.database_shown(), "postgres://delegate:…@host/plenum");
    }
}
