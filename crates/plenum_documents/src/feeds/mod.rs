//! Feeds: RSS of every age, Atom, JSON Feed. Their entries become news with plain words.

mod json;
mod times;
mod tree;

use crate::{ReadError, decoding, html};
use plenum_model::Trouble;
use plenum_model::news::{FeedReading, NewsItem};
use tree::Element;

const ITEMS_MOST: usize = 5_000; // A feed's file has tens; an archive of one, hundreds.
const SUMMARY_CHARS: usize = 1_200; // A passage, not an article: the link leads to that.

/// Reads a feed.
///
/// In: the whole file. Out: its entries, HTML in them reduced to words, and its troubles.
/// Errors: [`ReadError`] where the bytes are no feed, or are broken before the first entry.
pub fn read(bytes: &[u8]) -> Result<FeedReading, ReadError> {
    let text = decoding::decode_declared(bytes).ok_or_else(|| ReadError::damaged("its bytes are no text"))?;
    let text = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    if text.starts_with('{') {
        return json::read(text);
    }
    let mut troubles = Vec::new();
    let root = tree::read(text, &mut troubles)?;
    let mut reading = match root.name.as_str() {
        "rss" => rss(root.child("channel").unwrap_or(&root), &root),
        "RDF" => rss(&root, &root),
        "feed" => atom(&root),
        "entry" => FeedReading { items: vec![entry(&root, "", "")], ..FeedReading::default() },
        other => return Err(ReadError::UnknownFormat { found: format!("an XML file of another kind (<{other}>)") }),
    };
    reading.troubles.append(&mut troubles);
    tidy(&mut reading);
    Ok(reading)
}

/// Whether a text is a feed, by its root element and what it declares.
pub(crate) fn is_feed(root: Option<&str>, text: &str) -> bool {
    let head: String = text.chars().take(4_096).collect();
    match root {
        Some("rss") => true,
        Some("feed" | "entry") => head.contains("www.w3.org/2005/Atom") || head.contains("purl.org/atom"),
        Some("RDF") => head.contains("purl.org/rss/") || head.contains("my.netscape.com/rdf"),
        _ => text.starts_with('{') && head.contains("jsonfeed.org/version"),
    }
}

/// What every format needs alike: keys, titles and a bound.
fn tidy(reading: &mut FeedReading) {
    let mut tell = |place: &str, what: String, remedy: &str| {
        reading.troubles.push(Trouble {
            page: None,
            place: place.chars().take(60).collect(),
            what,
            remedy: remedy.into(),
            key: String::new(),
            arguments: Vec::new(),
        });
    };
    if reading.items.len() > ITEMS_MOST {
        tell("feed", format!("It has more than {ITEMS_MOST} entries."), "The others are left out.");
        reading.items.truncate(ITEMS_MOST);
    }
    let before = reading.items.len();
    reading.items.retain(|item| !(item.title.is_empty() && item.summary.is_empty() && item.link.is_none()));
    if reading.items.len() < before {
        tell("feed", format!("{} of its entries say nothing.", before - reading.items.len()), "They are left out.");
    }
    for item in &mut reading.items {
        if item.title.is_empty() {
            item.title = match item.summary.lines().next() {
                Some(line) => crate::shortened(line),
                None => item.link.clone().unwrap_or_default(),
            };
        }
        if item.key.is_empty() {
            item.key = item.link.clone().unwrap_or_else(|| item.title.clone());
        }
        if item.author.is_none() && !reading.title.is_empty() {
            item.author = Some(reading.title.clone());
        }
    }
}

fn rss(channel: &Element, root: &Element) -> FeedReading {
    let title = channel.child("channel").unwrap_or(channel).words_of(&["title"]);
    let language = channel.words_of(&["language"]);
    // RSS 0.9 and 1.0 put the entries beside the channel, 2.0 within it.
    let items = channel.children("item").chain(root.children("item").filter(|_| !std::ptr::eq(channel, root)));
    FeedReading {
        title: plain(&title),
        link: link(&channel.child("channel").unwrap_or(channel).words_of(&["link"])),
        items: items.map(|item| rss_item(item, &language)).collect(),
        troubles: Vec::new(),
    }
}

fn rss_item(item: &Element, language: &str) -> NewsItem {
    let key = item.words_of(&["guid"]);
    let about = item.attribute("about").unwrap_or_default().to_owned();
    let guid_is_link = item.child("guid").is_some_and(|guid| guid.attribute("isPermaLink") != Some("false"));
    let own_link = link(&item.words_of(&["link"])).or_else(|| link(&about));
    let own = item.words_of(&["language"]);
    NewsItem {
        title: plain(&item.words_of(&["title"])),
        summary: passage(&item.words_of(&["description", "summary", "encoded"])),
        link: own_link.or_else(|| link(&key).filter(|_| guid_is_link)),
        published_ms: times::moment(&item.words_of(&["pubDate", "date", "published", "updated", "modified"])),
        author: Some(plain(&item.words_of(&["creator", "author"]))).filter(|name| !name.is_empty()),
        language: if own.is_empty() { language.trim().to_owned() } else { own.trim().to_owned() },
        key: if key.is_empty() { about } else { key },
    }
}

fn atom(feed: &Element) -> FeedReading {
    let language = feed.attribute("lang").unwrap_or_default();
    let base = feed.attribute("base").unwrap_or_default();
    FeedReading {
        title: plain(&feed.words_of(&["title"])),
        link: atom_link(feed, base),
        items: feed.children("entry").map(|one| entry(one, language, base)).collect(),
        troubles: Vec::new(),
    }
}

fn entry(entry: &Element, language: &str, base: &str) -> NewsItem {
    let base = entry.attribute("base").unwrap_or(base);
    let author = entry.child("author").map(|author| author.words_of(&["name", "email"]));
    NewsItem {
        key: entry.words_of(&["id"]),
        title: plain(&entry.words_of(&["title"])),
        summary: passage(&entry.words_of(&["summary", "content", "description"])),
        link: atom_link(entry, base),
        published_ms: times::moment(&entry.words_of(&["published", "issued", "updated", "modified", "created"])),
        author: author.map(|name| plain(&name)).filter(|name| !name.is_empty()),
        language: entry.attribute("lang").unwrap_or(language).to_owned(),
    }
}

/// The link to the page itself: `alternate`, or one that says nothing of what it is.
fn atom_link(of: &Element, base: &str) -> Option<String> {
    let is_page = |one: &&Element| matches!(one.attribute("rel"), None | Some("alternate"));
    let found = of.children("link").find(is_page).or_else(|| of.children("link").next())?;
    let address = found.attribute("href").map_or_else(|| found.words(), str::to_owned);
    link(&address).or_else(|| link(&format!("{}/{}", base.trim_end_matches('/'), address.trim_start_matches('/'))))
}

/// An address that a reader may follow; `None` for scripts, numbers and other things.
fn link(address: &str) -> Option<String> {
    let address = address.trim();
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    (is_web && address.len() > 10 && !address.contains(char::is_whitespace)).then(|| address.to_owned())
}

/// One line of plain words, whatever marks a feed puts in.
fn plain(text: &str) -> String {
    words(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The beginning of a text in plain words, its paragraphs kept.
fn passage(text: &str) -> String {
    let words = words(text);
    let lines = words.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let joined = lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    match joined.char_indices().nth(SUMMARY_CHARS) {
        None => joined,
        Some((end, _)) => {
            let cut = joined[..end].rfind(char::is_whitespace).unwrap_or(end);
            format!("{}…", &joined[..cut])
        }
    }
}

fn words(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return text.trim().to_owned();
    }
    // Within a paragraph, so that a line without any element is one too.
    match html::read_text(&format!("<body><p>{text}</p></body>")) {
        Ok(reading) if !reading.paragraphs.is_empty() => {
            reading.paragraphs.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join("\n")
        }
        // A title such as "a < b" is no HTML.
        _ if !text.contains("</") && !text.contains("/>") => text.trim().to_owned(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests;
