//! `plenum ask`: a question on the command line, answered with citations or refused.

use crate::cli;
use crate::config::Config;
use crate::forgetting::dated;
use crate::home::Home;
use crate::indexing;
use crate::outcome::{Outcome, WrongUsage};
use crate::writer::Endpoint;
use plenum_answers::{Passage, Question};
use plenum_model::PartialDate;
use plenum_model::answer::Quotation;
use plenum_web::ask::{self, Answered, Asking, Written};
use std::sync::Arc;
use time::OffsetDateTime;

/// Answers one question. Exit status 1 where it is refused.
pub async fn run(config: Config, args: &cli::Ask, as_json: bool) -> anyhow::Result<Outcome> {
    let question = Question::parse(&args.question).map_err(|error| WrongUsage(format!("{error}.")))?;
    let day = args.as_of.as_deref().map(PartialDate::parse).transpose();
    let as_of = day.map_err(|error| WrongUsage(format!("{error}.")))?;
    let writer = Endpoint::of(&args.model)?;
    let home = Home::open(config).await?;
    let index = Arc::new(home.open_index(Some(&args.models))?);
    indexing::catch_up(&home.store, &index, None).await?;
    let known = Arc::new(ask::known(&home.store, &index).await?);
    let asking = Asking {
        question,
        as_of,
        today: dated(OffsetDateTime::now_utc().date()),
        process: args.process.clone(),
        without: Vec::new(),
        after: Vec::new(),
    };
    let mut answered = ask::ask(&home.store, &index, &known, asking).await?;
    if let Some(writer) = &writer {
        answered = ask::write(writer, answered).await;
    }
    if as_json {
        println!("{}", ask::to_json(&answered));
    } else {
        print(&answered);
    }
    Ok(if answered.answer.refusal.is_some() { Outcome::Partly } else { Outcome::Done })
}

fn print(answered: &Answered) {
    let answer = &answered.answer;
    for sentence in answer.sentences.iter().chain(&answer.disagreements) {
        println!("{}", sentence.text());
        for quotation in sentence.quotations() {
            println!("    {}", cited(quotation, &answer.passages));
        }
    }
    if let Some(refusal) = &answer.refusal {
        println!("No answer is certain ({}); {} passages were read.", refusal.why.as_str(), answered.read);
        for quotation in &refusal.nearest {
            println!("    nearest: {}", cited(quotation, &answer.passages));
        }
    }
    for filter in &answered.filters {
        eprintln!("Understood: {} {}", filter.field, filter.words);
    }
    match &answered.written {
        Written::ByRules => {}
        Written::ByRulesInstead => {
            eprintln!("Composed of quotations: nothing that the language model wrote can be shown.")
        }
        Written::ByModel(name) => eprintln!("Written by a language model ({name}), each sentence checked."),
    }
    if !answer.dropped.is_empty() {
        eprintln!("Sentences not shown, since no source bears them out: {}.", answer.dropped.len());
    }
    eprintln!("{} passages read, {:.1} ms.", answered.read, answered.took.as_secs_f64() * 1000.0);
}

fn cited(quotation: &Quotation, passages: &[Passage]) -> String {
    let passage = &passages[quotation.passage];
    let words = passage.text.get(quotation.span.clone()).unwrap_or_default();
    let date = passage.date.map(|date| format!(", {date}")).unwrap_or_default();
    let place = &passage.place;
    let number = place.number.as_deref().unwrap_or_default();
    let called = place.symbol.as_ref().map_or(number.to_owned(), |symbol| format!("{symbol} {number}"));
    format!("“{}” {called}{date} [{}] {}", words.replace('\n', " · "), passage.standing.as_str(), place.address)
}
