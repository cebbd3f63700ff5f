//! Plenum: follows, opens up and runs a multilateral process. Reads the command line and starts the verb.

mod ask;
mod care;
mod child;
mod cli;
mod config;
mod digest;
mod evaluate;
mod export;
mod forgetting;
mod home;
mod import;
mod indexing;
mod letters;
mod listen;
mod outcome;
mod pack;
mod search;
mod serve;
mod transcript_json;
mod writer;

use clap::Parser;
use cli::{Cli, Verb};
use config::Config;
use outcome::{Outcome, exit_code};
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = Cli::parse();
    if let Verb::ReadLimited { as_transcript } = cli.verb {
        // Before any thread or runtime, so that the limits hold for everything that follows.
        return exit_code(child::run_limited(as_transcript).map(|()| Outcome::Done));
    }
    tracing_subscriber::fmt()
        .with_env_filter(config::log_filter())
        .with_writer(std::io::stderr)
        .with_target(false)
        .init();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return exit_code(Err(error.into())),
    };
    exit_code(runtime.block_on(run(cli)))
}

async fn run(cli: Cli) -> anyhow::Result<Outcome> {
    let (config, as_json) = (Config::of(&cli.place), cli.place.json);
    match cli.verb {
        Verb::Serve(args) => serve::run(config, &args).await,
        Verb::Import(args) => import::run(&home::Home::open(config).await?, &args, as_json).await,
        Verb::Extract { file } => search::extract(&file, as_json).await,
        Verb::Search(args) => search::run(config, &args, as_json).await,
        Verb::Ask(args) => ask::run(config, &args, as_json).await,
        Verb::Digest(args) => digest::run(config, &args, as_json).await,
        Verb::Letters(args) => letters::run(config, &args, as_json).await,
        Verb::Evaluate { what } => evaluate::run(&what, as_json).await,
        Verb::Reindex => care::reindex(config).await,
        Verb::Export { pack, folder } => export::run(config, &pack, &folder, as_json).await,
        Verb::Backup { file } => care::backup(config, &file, as_json).await,
        Verb::Restore { file } => care::restore(config, &file, as_json).await,
        Verb::Check { packs } => care::check(config, &packs, as_json).await,
        Verb::ReadLimited { .. } => Ok(Outcome::Done), // Answered above, before the runtime.
    }
}
