//! Runs the built program on a data folder of its own.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A data folder that goes when the test ends.
pub struct Data {
    folder: tempfile::TempDir,
}

/// The program, ready to be given arguments.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plenum"));
    command
        .env_remove("PLENUM_DATA")
        .env_remove("PLENUM_DATABASE")
        .env_remove("PLENUM_SMTP_URL")
        .env_remove("PLENUM_KEEP_QUESTIONS")
        .env_remove("PLENUM_MODEL_URL")
        .current_dir(repository());
    command
}

/// The top of the repository.
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the repository")
}

impl Data {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }
    /// A path inside.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
    /// The program with `--data` given before the verb.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = program();
        command.arg("--data").arg(self.path("data")).args(arguments);
        command
    }
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program starts")
    }
    /// Runs with `--json` and reads the one value on standard output.
    pub fn json(&self, arguments: &[&str]) -> (Option<i32>, Value) {
        let output = self.command(arguments).arg("--json").output().expect("the program starts");
        let value = serde_json::from_slice(&output.stdout);
        (output.status.code(), value.unwrap_or_else(|e| panic!("{e}: {}", String::from_utf8_lossy(&output.stdout))))
    }
}

/// What the program said to people.
pub fn words(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}
