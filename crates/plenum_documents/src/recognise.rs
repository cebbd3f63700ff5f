//! What a file is, by its content; names and endings are not looked at.

use crate::{ReadError, calendar, decoding, feeds, table};
use std::io::Cursor;

/// The formats that Plenum reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Portable Document Format.
    Pdf,
    /// Word's Office Open XML.
    Docx,
    /// A web page or a piece of one.
    Html,
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// Akoma Ntoso XML.
    AkomaNtoso,
    /// WordPress REST JSON, one post or a list.
    WordPress,
    /// An iCalendar file: events, not paragraphs.
    Calendar,
    /// RSS, Atom or JSON Feed: news, not paragraphs.
    Feed,
    /// Values parted by commas, semicolons or tabs.
    Table,
    /// Web captions.
    WebVtt,
    /// SubRip captions.
    Srt,
}

impl Format {
    /// The word used in JSON and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Html => "html",
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::AkomaNtoso => "akoma-ntoso",
            Self::WordPress => "wordpress",
            Self::Calendar => "calendar",
            Self::Feed => "feed",
            Self::Table => "csv",
            Self::WebVtt => "webvtt",
            Self::Srt => "srt",
        }
    }
}

const HEADER_BYTES: usize = 1024; // Where a PDF's header may stand, by the habit of every PDF reader.

/// Recognises a file's format.
///
/// In: the whole file. Errors: [`ReadError::Empty`]; [`ReadError::Encrypted`] for a Word file locked with a password;
/// [`ReadError::UnknownFormat`] naming what the file looks like.
pub fn recognise(bytes: &[u8]) -> Result<Format, ReadError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::Empty);
    }
    let head = &bytes[..bytes.len().min(HEADER_BYTES)];
    if contains(head, b"%PDF-") {
        return Ok(Format::Pdf);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return archive(bytes);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Err(compound(bytes));
    }
    if let Some(found) = known_stranger(bytes) {
        return Err(unknown(found));
    }
    let text = decoding::decode_declared(bytes).ok_or_else(|| unknown("of an unknown format"))?;
    let text = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    written(text)
}

fn unknown(found: impl Into<String>) -> ReadError {
    ReadError::UnknownFormat { found: found.into() }
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// A ZIP archive: Word's, or another's.
fn archive(bytes: &[u8]) -> Result<Format, ReadError> {
    let Ok(archive) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        // Cut short: the list of names at its end is gone, but each part's name stands before it.
        let is_word = contains(bytes, b"word/document");
        return if is_word { Ok(Format::Docx) } else { Err(ReadError::damaged("the archive cannot be opened")) };
    };
    let has = |start: &str| archive.file_names().any(|name| name.is_ok_and(|name| name.starts_with(start)));
    if has("word/document") {
        return Ok(Format::Docx);
    }
    Err(unknown(if has("xl/") {
        "a spreadsheet (.xlsx)"
    } else if has("ppt/") {
        "a presentation (.pptx)"
    } else if has("META-INF/container.xml") {
        "an electronic book (.epub)"
    } else if has("content.xml") {
        "an OpenDocument file (.odt)"
    } else {
        "a ZIP archive"
    }))
}

/// An OLE compound file: a locked Word file, or one of the old Office formats.
fn compound(bytes: &[u8]) -> ReadError {
    let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    if contains(bytes, &wide("EncryptedPackage")) {
        return ReadError::Encrypted;
    }
    unknown(if contains(bytes, &wide("WordDocument")) {
        "an old Word file (.doc)"
    } else if contains(bytes, &wide("Workbook")) {
        "an old spreadsheet (.xls)"
    } else {
        "an old Office file"
    })
}

/// Formats known by their first bytes, none of which is read.
fn known_stranger(bytes: &[u8]) -> Option<&'static str> {
    let table: [(&[u8], &str); 17] = [
        (b"\x89PNG", "a picture (PNG)"),
        (b"\xff\xd8\xff", "a picture (JPEG)"),
        (b"GIF8", "a picture (GIF)"),
        (b"II*\0", "a picture (TIFF)"),
        (b"MM\0*", "a picture (TIFF)"),
        (b"RIFF", "a sound, film or picture (RIFF)"),
        (b"{\\rtf", "a rich text file (.rtf)"),
        (b"%!PS", "a PostScript file"),
        (b"\x1f\x8b", "a gzip archive"),
        (b"\x28\xb5\x2f\xfd", "a zstd archive"),
        (b"BZh", "a bzip2 archive"),
        (b"\xfd7zXZ\0", "an xz archive"),
        (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
        (b"Rar!", "a RAR archive"),
        (b"\x7fELF", "a program"),
        (b"SQLite format 3\0", "an SQLite database"),
        (b"ID3", "a sound (MP3)"),
    ];
    if bytes.get(4..8) == Some(b"ftyp") {
        return Some("a film or picture (MPEG-4 family)");
    }
    table.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, found)| *found)
}

/// A file of letters: markup, JSON, Markdown or plain text.
fn written(text: &str) -> Result<Format, ReadError> {
    if calendar::is_calendar(text) {
        return Ok(Format::Calendar);
    }
    if text.starts_with(['<', '{']) && feeds::is_feed(root_element(text).filter(|_| text.starts_with('<')), text) {
        return Ok(Format::Feed);
    }
    if let Some(captions) = captions(text) {
        return Ok(captions);
    }
    if text.starts_with('<') {
        match root_element(text) {
            Some("akomaNtoso") => return Ok(Format::AkomaNtoso),
            Some(name) if name.eq_ignore_ascii_case("html") => return Ok(Format::Html),
            Some(name) if text.starts_with("<?xml") && !looks_like_html(text) => {
                return Err(unknown(format!(
                    "an XML file of another kind (<{}>)",
                    name.chars().take(40).collect::<String>()
                )));
            }
            _ => {}
        }
    }
    if text.starts_with(['{', '['])
        && let Some(format) = json(text)?
    {
        return Ok(format);
    }
    if looks_like_html(text) {
        return Ok(Format::Html);
    }
    if table::is_table(text) {
        return Ok(Format::Table);
    }
    Ok(if looks_like_markdown(text) { Format::Markdown } else { Format::Text })
}

/// Captions begin with their name, or with a cue's number over its time.
fn captions(text: &str) -> Option<Format> {
    let mut lines = text.lines().map(str::trim);
    let first = lines.next()?;
    let is_head = first.strip_prefix("WEBVTT").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']));
    if is_head && text.contains("-->") {
        return Some(Format::WebVtt);
    }
    let is_number = !first.is_empty() && first.bytes().all(|b| b.is_ascii_digit());
    (is_number && lines.next()?.contains("-->")).then_some(Format::Srt)
}

/// WordPress' shape, another JSON file (an error), or no JSON at all (`None`: a text may well begin with a bracket).
fn json(text: &str) -> Result<Option<Format>, ReadError> {
    let has_shape = ["\"title\"", "\"content\"", "\"rendered\""].iter().all(|key| text.contains(key));
    if has_shape {
        return Ok(Some(Format::WordPress));
    }
    let inner = text[1..].trim_start();
    let is_object = text.starts_with('{') && inner.starts_with('"') && text.trim_end().ends_with('}');
    let is_list = text.starts_with('[') && inner.starts_with('{') && text.trim_end().ends_with(']');
    if is_object || is_list {
        return Err(unknown("a JSON file of another shape than a WordPress post"));
    }
    Ok(None)
}

/// The local name of the first element, past declarations and comments; `None` if the markup begins otherwise.
fn root_element(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        rest = &rest[rest.find('<')?..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = &comment[comment.find("-->")? + 3..];
        } else if rest.starts_with("<?") || rest.starts_with("<!") {
            rest = &rest[rest.find('>')? + 1..];
        } else {
            let name = rest[1..].split(|c: char| c.is_whitespace() || c == '>' || c == '/').next()?;
            return Some(name.rsplit(':').next().unwrap_or(name));
        }
    }
}

const TAGS: [&str; 18] = [
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "ul",
    "ol",
    "li",
    "table",
    "br",
    "article",
    "section",
    "span",
    "body",
    "head",
    "blockquote",
    "main",
];

/// A page's declaration near the beginning, or a beginning tag with more tags of running text after it.
fn looks_like_html(text: &str) -> bool {
    let head: String = text.chars().take(4096).collect::<String>().to_ascii_lowercase();
    if head.contains("<!doctype html") || head.contains("<html") {
        return true;
    }
    let is_tag = |piece: &str| {
        let name: &str = piece.trim_start_matches('/').split([' ', '>', '/', '\n', '\t']).next().unwrap_or_default();
        TAGS.contains(&name)
    };
    head.starts_with('<') && head.split('<').skip(1).filter(|piece| is_tag(piece)).count() >= 2
}

/// Marks that people set only in Markdown; one strong kind or two weak ones.
fn looks_like_markdown(text: &str) -> bool {
    let lines = || text.lines().take(2000);
    let headings = lines().filter(|line| is_marked_heading(line)).count();
    let front = text.starts_with("---\n") && lines().skip(1).take(40).any(|line| line.trim_end() == "---");
    let bold = text.match_indices("**").take(8).count();
    let notes = lines().filter(|line| line.starts_with("[^") && line.contains("]:")).count();
    let links = text.match_indices("](http").take(4).count();
    let fences = lines().filter(|line| line.starts_with("```")).count();
    let weak = [headings > 0, bold >= 2, notes > 0, links > 0, fences >= 2];
    let opens = text.lines().next().is_some_and(is_marked_heading);
    headings >= 2 || opens || front || bold >= 6 || notes > 0 || weak.iter().filter(|is_there| **is_there).count() >= 2
}

fn is_marked_heading(line: &str) -> bool {
    let signs = line.bytes().take_while(|b| *b == b'#').count();
    (1..=6).contains(&signs) && line[signs..].starts_with(' ') && line[signs..].trim().len() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: impl AsRef<[u8]>, expected: Format) {
        let bytes = bytes.as_ref();
        assert_eq!(recognise(bytes), Ok(expected), "{}", String::from_utf8_lossy(bytes));
    }

    #[test]
    fn a_format_is_told_by_content() {
        check("\n%PDF-1.7\n", Format::Pdf);
        check("<!DOCTYPE html><title>x</title>", Format::Html);
        check("<?xml version='1.0'?><html xmlns='x'><body/></html>", Format::Html);
        check("<p>One</p>\n<p>Two</p>", Format::Html);
        check("<?xml version='1.0'?><!-- a --><an:akomaNtoso xmlns:an='x'/>", Format::AkomaNtoso);
        check("[{\"title\":{\"rendered\":\"a\"},\"content\":{\"rendered\":\"b\"}}]", Format::WordPress);
        check("# One\n\nwords\n\n## Two\n", Format::Markdown);
        check("---\ntitle: One\n---\nwords", Format::Markdown);
        check("BEGIN:VCALENDAR\r\nEND:VCALENDAR", Format::Calendar);
        check("<?xml version='1.0'?><rss version='2.0'/>", Format::Feed);
        check("<feed xmlns='http://www.w3.org/2005/Atom'/>", Format::Feed);
        check("Just words, with a # and a * in them.", Format::Text);
        check("[The Parties] [shall][should] meet.", Format::Text);
    }

    #[test]
    fn a_stranger_is_named() {
        let found = |bytes: &[u8]| recognise(bytes).map_err(|e| e.to_string());
        assert_eq!(found(b"").map_err(|e| e.contains("empty")), Err(true));
        assert_eq!(found(b" \n\t").map_err(|e| e.contains("empty")), Err(true));
        assert_eq!(found(b"\x89PNG\r\n\x1a\n....").map_err(|e| e.contains("picture")), Err(true));
        assert_eq!(found(b"{\"a\": 1}").map_err(|e| e.contains("JSON")), Err(true));
        assert_eq!(found(b"<?xml version='1.0'?><feed/>").map_err(|e| e.contains("<feed>")), Err(true));
        assert_eq!(found(&[7, 0, 1, 2, 255, 254, 0, 0, 3]).map_err(|e| e.contains("unknown")), Err(true));
    }

    #[test]
    fn a_locked_word_file_is_named_as_such() {
        let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
        bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(recognise(&bytes), Err(ReadError::Encrypted));
    }
}
