//! What a topic is called and where its page is.

use crate::addresses;
use crate::names::Known;
use plenum_model::Address;
use plenum_model::subscription::Topic;
use plenum_pages::parts::Quoted;
use plenum_pages::subscribe::TopicView;
use plenum_store::{Result, Store};

/// A topic as pages show it; `None` if there is no such thing. A phrase need not stand anywhere yet.
pub(crate) async fn named(store: &Store, known: &Known, topic: &Topic) -> Result<Option<TopicView<'static>>> {
    let is_there = match topic {
        Topic::Process(slug) => known.has_process(slug),
        Topic::Actor(slug) => known.has_actor(slug),
        Topic::Issue { process, issue } => store.issue_name(process, issue).await?.is_some(),
        Topic::Phrase(_) => true,
        Topic::Paragraph(path) => match address(path) {
            Some(address) => store.has_paragraph(&address).await?,
            None => false,
        },
    };
    Ok(if is_there { Some(shown(store, known, topic).await?) } else { None })
}

/// A topic as pages show it; by its key where what it names has gone.
pub(crate) async fn shown(store: &Store, known: &Known, topic: &Topic) -> Result<TopicView<'static>> {
    let (name, address) = match topic {
        Topic::Process(slug) => (Quoted::new(known.process(slug).to_owned(), "en"), format!("/processes/{slug}")),
        Topic::Actor(slug) => (Quoted::new(known.actor(slug).to_owned(), ""), format!("/actors/{slug}")),
        Topic::Issue { process, issue } => {
            let label = store.issue_name(process, issue).await?.unwrap_or_else(|| issue.clone());
            let name = format!("{label} ({})", known.process(process));
            (Quoted::new(name, ""), format!("/processes/{process}/positions"))
        }
        Topic::Phrase(words) => {
            let quoted = format!("\"{words}\"");
            (Quoted::new(format!("“{words}”"), ""), addresses::search(&quoted))
        }
        Topic::Paragraph(path) => {
            let address = address(path);
            let place = address.as_ref().and_then(|address| {
                let anchor = address.anchor.as_ref()?;
                Some(format!("{}, {}", address.symbol, anchor.as_str()))
            });
            let link = address.map_or_else(|| "/library".to_owned(), |address| address.to_string());
            (Quoted::new(place.unwrap_or_else(|| path.clone()), ""), link)
        }
    };
    Ok(TopicView { what: topic.what(), name, address })
}

/// The address in a topic's key.
pub(crate) fn address(path: &str) -> Option<Address> {
    Address::parse(path.strip_prefix("/d/")?).ok()
}
