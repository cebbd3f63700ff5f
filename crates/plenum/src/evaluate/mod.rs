//! `plenum evaluate`: figures of quality, each a command, each on data that anyone can get.

mod answers;
mod corpus;
mod digest;
mod extraction;
mod letters;
mod outside;
mod passages;
mod retrieval;
mod search_speed;
mod speakers;

use crate::cli::Evaluate;
use crate::home::open_encoder;
use crate::outcome::{Outcome, WrongUsage};
use serde_json::Value;
use std::path::Path;

/// Runs one evaluation; the table goes to standard output, or the figures as JSON.
pub async fn run(what: &Evaluate, as_json: bool) -> anyhow::Result<Outcome> {
    let mut outcome = Outcome::Done;
    let (table, figures): (String, Value) = match what {
        Evaluate::Extraction { dir } => {
            let report = extraction::run(dir)?;
            (report.markdown(), report.json())
        }
        Evaluate::Calendars { paths } => {
            let report = outside::calendars(paths)?;
            (report.markdown(), report.json())
        }
        Evaluate::Feeds { paths } => {
            let report = outside::feeds(paths)?;
            (report.markdown(), report.json())
        }
        Evaluate::Retrieval { corpus, queries, qrels, models } => {
            let report = retrieval::run(corpus, queries, qrels, open_encoder(models))?;
            (report.markdown(), report.json())
        }
        Evaluate::Passages { squad, questions, models } => {
            let report = passages::run(squad, questions.as_deref(), open_encoder(models))?;
            (report.markdown(), report.json())
        }
        Evaluate::Answers {
            file: Some(file),
            packs,
            documents,
            recorded,
            record,
            paragraphs,
            texts,
            models,
            model,
            ..
        } => {
            let among = paragraphs.map(|number| (number, texts.as_slice()));
            let ground = answers::Ground { packs, documents, among };
            let writer = crate::writer::Endpoint::of(model)?;
            let report = answers::run(file, &ground, open_encoder(models), writer.as_ref()).await?;
            outcome = answers::held_to(&report, recorded.as_deref(), record.as_deref())?;
            (report.markdown(), report.json())
        }
        Evaluate::Answers { squad: Some(_), model, .. } if model.model_url.is_some() => {
            let what = "--squad measures the choice of passages, which no language model makes; leave out --model-url.";
            return Err(WrongUsage(what.into()).into());
        }
        Evaluate::Answers { squad: Some(squad), questions, models, .. } => {
            let report = answers::run_squad(squad, questions.as_deref(), open_encoder(models))?;
            (report.markdown(), report.json())
        }
        Evaluate::Answers { .. } => return Err(WrongUsage("name a file of questions, or --squad FILE.".into()).into()),
        Evaluate::Statements { files, packs, models, fit } => {
            let report = answers::run_ranking(files, packs, open_encoder(models), *fit).await?;
            (report.markdown(), report.json())
        }
        Evaluate::Letters { subscribers, packs, documents } => {
            let report = letters::run(*subscribers, packs, documents).await?;
            (report.markdown(), report.json())
        }
        Evaluate::Speakers { records } => {
            let report = speakers::run(records, Path::new("packs"))?;
            (report.markdown(), report.json())
        }
        Evaluate::Digest { subscribers, packs } => {
            let report = digest::run(*subscribers, packs).await?;
            (report.markdown(), report.json())
        }
        Evaluate::SearchSpeed { paragraphs, texts, models } => {
            let report = search_speed::run(*paragraphs, texts, open_encoder(models))?;
            (report.markdown(), report.json())
        }
    };
    if as_json {
        println!("{figures}")
    } else {
        print!("{table}")
    }
    Ok(outcome)
}
