//! Each kind of feed gives its entries in plain words.

use super::read;

fn check(feed: &str, expected: &[(&str, &str, &str, Option<i64>)]) {
    let reading = read(feed.as_bytes()).expect("a feed");
    let found: Vec<_> = reading
        .items
        .iter()
        .map(|i| (i.title.as_str(), i.summary.as_str(), i.link.as_deref().unwrap_or(""), i.published_ms))
        .collect();
    assert_eq!(found, expected, "{feed}");
}

const AT: Option<i64> = Some(1_752_228_000_000);

#[test]
fn every_kind_gives_title_words_link_and_date() {
    let expected = [("A & B", "One. Two.", "https://x.test/1", AT)];
    check(
        "<?xml version='1.0'?><rss version='2.0'><channel><title>N</title><item><title>A &amp;amp; B</title><link>https://x.test/1</link>\
         <description><![CDATA[<b>One.</b> Two.]]></description><pubDate>Fri, 11 Jul 2025 10:00:00 GMT</pubDate></item></channel></rss>",
        &expected,
    );
    check(
        "<rdf:RDF xmlns:rdf='r' xmlns='http://purl.org/rss/1.0/' xmlns:dc='d'><channel><title>N</title></channel><item rdf:about='https://x.test/1'>\
         <title>A &amp;amp; B</title><description>One. Two.</description><dc:date>2025-07-11T10:00:00Z</dc:date></item></rdf:RDF>",
        &expected,
    );
    check(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>N</title><entry><title>A &amp; B</title><link rel='self' href='https://x.test/0'/>\
         <link href='https://x.test/1'/><published>2025-07-11T10:00:00Z</published><summary type='html'>&lt;p&gt;One. Two.&lt;/p&gt;</summary></entry></feed>",
        &expected,
    );
    check(
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"N\",\"items\":[{\"id\":1,\"title\":\"A & B\",\"url\":\"https://x.test/1\",\
         \"content_html\":\"<p>One. Two.</p>\",\"date_published\":\"2025-07-11T10:00:00Z\"}]}",
        &expected,
    );
}

#[test]
fn paragraphs_stay_apart_and_a_script_is_no_word() {
    let feed = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>T</title><content type='xhtml'><div><p>One</p><p>Two &lt;b&gt;</p></div></content></entry></feed>";
    check(feed, &[("T", "One\nTwo <b>", "", None)]);
    let feed = "<rss><channel><item><title>T</title><description>&lt;script&gt;alert(1)&lt;/script&gt;Words</description><link>javascript:alert(1)</link></item></channel></rss>";
    check(feed, &[("T", "Words", "", None)]);
}

#[test]
fn what_breaks_off_is_kept_up_to_there() {
    let reading =
        read(b"<rss><channel><title>N</title><item><title>One</title></item><item><title>Two").expect("a feed");
    assert_eq!((reading.items.len(), reading.troubles.len()), (2, 1));
    assert_eq!(reading.items[0].author.as_deref(), Some("N"));
}

#[test]
fn what_is_no_feed_is_refused() {
    for file in ["", "words", "<svg/>", "{\"items\":[]}", "{"] {
        assert!(read(file.as_bytes()).is_err(), "{file}");
    }
}
