//! How a verb ends: exit status and the words that go with it.

use std::process::ExitCode;

/// How a verb ended, when nothing broke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Everything was done.
    Done,
    /// Nothing was found, or a part was refused.
    Partly,
}

/// The caller asked for something that cannot be meant; said to them, exit status 2.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct WrongUsage(pub String);

/// Turns a verb's end into the exit status: 0 done, 1 partly, 2 wrong usage, 3 internal fault.
pub fn exit_code(result: anyhow::Result<Outcome>) -> ExitCode {
    match result {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Partly) => ExitCode::from(1),
        Err(error) => {
            eprintln!("plenum: {error:#}");
            ExitCode::from(if error.downcast_ref::<WrongUsage>().is_some() { 2 } else { 3 })
        }
    }
}
