//! `plenum search` and `plenum extract`: the library on the command line.

use crate::child;
use crate::cli::{self, By};
use crate::config::Config;
use crate::home::Home;
use crate::indexing;
use crate::outcome::{Outcome, WrongUsage};
use anyhow::Context;
use plenum_model::{Reading, Standing};
use plenum_search::{Filters, Found, Mode, Order, Query};
use plenum_store::paragraphs::Passage;
use plenum_web::{reading_json, search_json};
use serde_json::Value;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

/// `plenum search`: brings the index up to date if no server does, asks it, prints what is found.
pub async fn run(config: Config, args: &cli::Search, as_json: bool) -> anyhow::Result<Outcome> {
    for word in &args.standing {
        Standing::parse(word).ok_or_else(|| WrongUsage(format!("\"{word}\" is no standing.")))?;
    }
    let home = Home::open(config).await?;
    let index = Arc::new(home.open_index(Some(&args.models))?);
    indexing::catch_up(&home.store, &index, None).await?;
    let started = Instant::now();
    let found = index.find(&query(args))?;
    let took = started.elapsed();
    let ids: Vec<i64> = found.hits.iter().map(|hit| hit.paragraph_id).collect();
    let passages = home.store.paragraphs(&ids).await?;
    if as_json {
        println!("{}", search_json::to_json(&found, &passages, took));
    } else {
        print(&found, &passages);
        eprintln!("{} paragraphs hold {}; {:.1} ms.", found.total, holding(&found), took.as_secs_f64() * 1000.0);
    }
    Ok(if found.hits.is_empty() && found.jump.is_none() { Outcome::Partly } else { Outcome::Done })
}

fn query(args: &cli::Search) -> Query {
    let is_phrase = args.query.trim_start().starts_with('"');
    // "Is this agreed language?" is answered from the oldest on.
    let order = args.order.unwrap_or(if is_phrase { cli::Order::Oldest } else { cli::Order::Best });
    Query {
        words: args.query.clone(),
        filters: Filters {
            process: args.process.clone(),
            actor: args.actor.clone(),
            group: args.group.clone(),
            kind: args.kind.clone(),
            standing: args.standing.clone(),
            language: args.language.clone(),
            symbol: args.symbol.clone(),
            from_year: args.from,
            until_year: args.until,
        },
        limit: args.n,
        offset: args.offset,
        order: match order {
            cli::Order::Best => Order::Best,
            cli::Order::Oldest => Order::Oldest,
            cli::Order::Newest => Order::Newest,
        },
        mode: match args.by {
            By::Both => Mode::Fused,
            By::Words => Mode::Words,
            By::Meaning => Mode::Meaning,
        },
        with_facets: true,
    }
}

fn holding(found: &Found) -> &'static str {
    match found.holding {
        plenum_search::Holding::AllWords => "all the words",
        plenum_search::Holding::AnyWord => "any of the words (none holds all)",
        plenum_search::Holding::Everything => "to the filters",
    }
}

fn print(found: &Found, passages: &[Passage]) {
    if let Some(jump) = &found.jump {
        println!("→ {}{}\n", jump.symbol, jump.number.as_deref().map(|n| format!(", para {n}")).unwrap_or_default());
    }
    for hit in &found.hits {
        let Some(passage) = passages.iter().find(|p| p.paragraph_id == hit.paragraph_id) else {
            continue; // Taken out between the two questions.
        };
        let facts = &passage.document.facts;
        let number = passage.number.as_deref().map(|n| format!(", para {n}")).unwrap_or_default();
        let date = facts.date.map(|d| format!(", {d}")).unwrap_or_default();
        println!("{}{number}{date} [{}] {}", facts.symbol, facts.standing.as_str(), passage.address);
        println!("  {}\n", hit.snippet.text);
    }
}

/// `plenum extract FILE`: reads one file in a limited child and prints its paragraphs.
pub async fn extract(file: &Path, as_json: bool) -> anyhow::Result<Outcome> {
    let bytes = if file == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).context("standard input cannot be read")?;
        bytes
    } else {
        std::fs::read(file).map_err(|error| WrongUsage(format!("{} cannot be read: {error}.", file.display())))?
    };
    match child::read(&bytes).await {
        Ok(readings) if as_json => {
            let mut values: Vec<Value> = readings.iter().map(reading_json::to_json).collect();
            let one = if values.len() == 1 { values.remove(0) } else { Value::Array(values) };
            println!("{one}");
            Ok(Outcome::Done)
        }
        Ok(readings) => {
            readings.iter().for_each(show);
            Ok(Outcome::Done)
        }
        Err(refusal) => {
            if as_json {
                println!("{}", serde_json::json!({ "refusal": { "what": refusal.what, "try": refusal.remedy } }));
            }
            eprintln!("{}: {refusal}", file.display());
            Ok(Outcome::Partly)
        }
    }
}

fn show(reading: &Reading) {
    println!("{}", reading.title);
    let symbol = reading.symbol.as_ref().map(ToString::to_string).unwrap_or_default();
    println!("{symbol} {} {}\n", reading.language, reading.date.map(|d| d.to_string()).unwrap_or_default());
    for paragraph in &reading.paragraphs {
        let number = paragraph.number.as_deref().unwrap_or_default();
        println!("{:<10} {:>12}  {}", paragraph.kind.as_str(), number, paragraph.text);
        for note in &paragraph.footnotes {
            println!("{:<10} {:>12}  {}", "", note.mark, note.text);
        }
    }
    for trouble in &reading.troubles {
        eprintln!("Trouble: {} ({}) {}", trouble.what, trouble.place, trouble.remedy);
    }
}
