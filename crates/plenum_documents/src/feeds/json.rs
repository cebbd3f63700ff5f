//! JSON Feed, versions 1 and 1.1.

use super::{link, passage, plain, tidy, times};
use crate::ReadError;
use plenum_model::news::{FeedReading, NewsItem};
use serde_json::Value;

pub(super) fn read(text: &str) -> Result<FeedReading, ReadError> {
    let feed: Value = serde_json::from_str(text).map_err(|_| ReadError::damaged("its JSON is not well formed"))?;
    let is_feed = words(&feed, "version").contains("jsonfeed.org/version");
    let Some(items) = feed["items"].as_array().filter(|_| is_feed) else {
        return Err(ReadError::UnknownFormat { found: "a JSON file of another shape than a feed".into() });
    };
    let language = words(&feed, "language");
    let mut reading = FeedReading {
        title: plain(&words(&feed, "title")),
        link: link(&words(&feed, "home_page_url")),
        items: items.iter().map(|one| item(one, &language)).collect(),
        troubles: Vec::new(),
    };
    tidy(&mut reading);
    Ok(reading)
}

fn item(item: &Value, language: &str) -> NewsItem {
    let first =
        |keys: &[&str]| keys.iter().map(|key| words(item, key)).find(|text| !text.is_empty()).unwrap_or_default();
    let own = words(item, "language");
    let author = item["authors"].get(0).map_or_else(|| words(&item["author"], "name"), |author| words(author, "name"));
    NewsItem {
        key: first(&["id", "url"]),
        title: plain(&words(item, "title")),
        summary: passage(&first(&["summary", "content_text", "content_html"])),
        link: link(&first(&["url", "external_url"])),
        published_ms: times::moment(&first(&["date_published", "date_modified"])),
        author: Some(plain(&author)).filter(|name| !name.is_empty()),
        language: if own.is_empty() { language.to_owned() } else { own },
    }
}

/// A text, or a number as one.
fn words(of: &Value, key: &str) -> String {
    match &of[key] {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
