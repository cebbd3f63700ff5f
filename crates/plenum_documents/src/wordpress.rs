//! WordPress REST JSON: one post or a list of posts; each post's content is HTML.

use crate::{ReadError, dates, decoding, html, shortened};
use plenum_model::{Language, Oddity, PartialDate, Reading, Trouble};
use serde_json::Value;

const MAX_POSTS: usize = 10_000; // The interface gives at most 100 a page; an archive joins some pages.

/// Reads one post or a list of posts.
///
/// In: JSON as WordPress' REST interface gives it. Out: a reading for each post, in order; a post without title and
/// content is a trouble of the reading after it (or of the last). The post's `link` has no place in a reading.
/// Errors: [`ReadError::Damaged`] if it is no JSON or no entry of the list is a post; [`ReadError::TooLarge`].
pub fn read(bytes: &[u8]) -> Result<Vec<Reading>, ReadError> {
    let text = decoding::decode(bytes).ok_or_else(|| ReadError::damaged("its bytes are no text"))?;
    // serde_json refuses nesting beyond 128 by itself.
    let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| ReadError::damaged(format!("its JSON breaks off or is wrong at line {}", error.line())))?;
    let posts = match value {
        Value::Array(posts) => posts,
        post => vec![post],
    };
    if posts.len() > MAX_POSTS {
        return Err(ReadError::TooLarge { what: "the number of posts".into(), limit: "10,000".into() });
    }
    let mut readings = Vec::with_capacity(posts.len());
    let mut waiting: Vec<Trouble> = Vec::new();
    for (at, post) in posts.iter().enumerate() {
        match read_post(post)? {
            Some(mut reading) => {
                reading.troubles.splice(0..0, waiting.drain(..));
                readings.push(reading);
            }
            None => waiting.push(not_a_post(at)),
        }
    }
    match readings.last_mut() {
        Some(last) => last.troubles.append(&mut waiting),
        None => return Err(ReadError::damaged("none of its entries is a post with a title and a content")),
    }
    Ok(readings)
}

fn not_a_post(at: usize) -> Trouble {
    let number = at as u64 + 1;
    Oddity::NotAPost(number).at(None, format!("entry {number}"))
}

/// One post; `None` if it has neither title nor words.
fn read_post(post: &Value) -> Result<Option<Reading>, ReadError> {
    let rendered = |key: &str| post.get(key)?.get("rendered")?.as_str();
    let (Some(title), Some(content)) = (rendered("title"), rendered("content")) else { return Ok(None) };
    let mut reading = html::read_text(content)?;
    let title = html::plain(title);
    if reading.paragraphs.is_empty() && title.is_empty() {
        return Ok(None);
    }
    if reading.paragraphs.is_empty() {
        // A page of nothing but frames still has its summary.
        let excerpt = html::read_text(rendered("excerpt").unwrap_or_default())?;
        reading.paragraphs = excerpt.paragraphs;
    }
    if !title.is_empty() {
        reading.title = shortened(&title);
    }
    if post.get("content").and_then(|content| content.get("protected")) == Some(&Value::Bool(true)) {
        let trouble = Oddity::LockedPost.at(None, reading.title.clone());
        reading.troubles.push(trouble);
    }
    reading.date = date(post).or(reading.date);
    if let Some(language) = post.get("lang").and_then(Value::as_str).and_then(crate::languages::from_tag)
        && reading.language == Language::unknown()
    {
        reading.language = language;
    }
    Ok(Some(reading))
}

/// The day the post was published.
fn date(post: &Value) -> Option<PartialDate> {
    let text = ["date", "date_gmt"].iter().find_map(|key| post.get(key)?.as_str())?;
    PartialDate::parse(text).ok().or_else(|| dates::find(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    const POST: &str = r#"{"id":1,"date":"2024-03-05T10:00:00","link":"https://example.org/a",
        "title":{"rendered":"Talks &#8211; a note"},
        "content":{"rendered":"<p>The first day.</p><iframe src=\"https://example.org/f\"></iframe><h2>Later</h2><p>More.</p>","protected":false}}"#;

    #[test]
    fn a_post_is_read_with_title_and_date() {
        let readings = read(POST.as_bytes()).expect("a post");
        assert_eq!(readings.len(), 1);
        assert_eq!(readings[0].title, "Talks – a note");
        assert_eq!(readings[0].date, PartialDate::new(2024, Some(3), Some(5)));
        let texts: Vec<&str> = readings[0].paragraphs.iter().map(|p| p.text.as_str()).collect();
        assert_eq!(texts, ["The first day.", "Later", "More."]);
        assert_eq!(readings[0].troubles.len(), 1);
    }

    #[test]
    fn a_list_of_posts_is_as_many_readings() {
        let readings = read(format!("[{POST},{{\"id\":2}},{POST}]").as_bytes()).expect("posts");
        assert_eq!(readings.len(), 2);
        assert!(readings[1].troubles[0].place.contains("entry 2"), "{:?}", readings[1].troubles);
    }

    #[test]
    fn what_is_no_post_is_refused() {
        for text in ["[]", "{}", "[1]", "{\"title\":{\"rendered\":", "nothing", &"[".repeat(100_000)] {
            assert!(read(text.as_bytes()).is_err());
        }
    }
}
