//! A calendar file becomes events of a process, a feed becomes its news.

use super::facts::Said;
use super::tally::Tally;
use crate::home::{Home, now_ms};
use plenum_model::calendar::CalendarReading;
use plenum_model::news::FeedReading;
use plenum_model::{Standing, Trouble};
use plenum_store::news::NewNews;

const NO_PROCESS: &str =
    "it belongs to a process. Name it with --process SLUG; `plenum serve` lists them at /processes.";

/// Keeps a calendar's events. What is odd in the file is told.
pub async fn keep(
    home: &Home,
    said: &Said,
    name: &str,
    reading: CalendarReading,
    tally: &mut Tally,
) -> anyhow::Result<()> {
    let Some(process) = held(home, said, name, tally).await? else { return Ok(()) };
    tell(name, &reading.troubles, tally);
    let mut events = reading.events;
    for event in &mut events {
        event.process.clone_from(&process);
        event.source = reading.name.clone().map_or_else(|| name.to_owned(), |calendar| format!("{calendar} ({name})"));
    }
    let kept = home.store.put_events(&events, now_ms()).await?;
    tally.beside_documents(format!(
        "{name}: {} events of {process}: {} new, {} changed, {} unchanged.",
        events.len(),
        kept.new,
        kept.changed,
        kept.unchanged
    ));
    Ok(())
}

/// Keeps a feed's entries: commentary, unless another standing was said.
pub async fn keep_news(
    home: &Home,
    said: &Said,
    name: &str,
    feed: FeedReading,
    tally: &mut Tally,
) -> anyhow::Result<()> {
    let Some(process) = held(home, said, name, tally).await? else { return Ok(()) };
    tell(name, &feed.troubles, tally);
    let count = feed.items.len();
    let news = NewNews {
        process: process.clone(),
        standing: said.standing.unwrap_or(Standing::Commentary),
        source: feed.link.unwrap_or_else(|| name.to_owned()),
        items: feed.items,
    };
    let touched = home.store.put_news(&news, now_ms()).await?;
    tally.beside_documents(format!("{name}: {count} entries as news of {process}, {touched} new or changed."));
    Ok(())
}

/// The process said, if it is held; else the file is refused.
async fn held(home: &Home, said: &Said, name: &str, tally: &mut Tally) -> anyhow::Result<Option<String>> {
    let Some(slug) = &said.process else {
        tally.refuse(name, NO_PROCESS);
        return Ok(None);
    };
    if home.store.process(slug).await?.is_none() {
        tally.refuse(name, &format!("no process \"{slug}\" is held. {NO_PROCESS}"));
        return Ok(None);
    }
    Ok(Some(slug.clone()))
}

fn tell(name: &str, troubles: &[Trouble], tally: &mut Tally) {
    for trouble in troubles {
        tally.trouble(&format!("{name}, {}", trouble.place), &format!("{} {}", trouble.what, trouble.remedy));
    }
}
