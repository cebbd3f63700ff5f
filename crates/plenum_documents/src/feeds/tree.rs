//! The elements of a feed as a tree; what breaks off is kept up to there.

use crate::ReadError;
use plenum_model::Trouble;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

const DEPTH_MOST: usize = 200; // XHTML in an entry nests tens deep.
const ELEMENTS_MOST: usize = 500_000; // A feed of 5,000 long entries stays below.

/// An element with what is in it.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Without its prefix.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    parts: Vec<Part>,
}

#[derive(Debug)]
enum Part {
    Words(String),
    Element(Element),
}

impl Element {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
    pub(super) fn children<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.parts.iter().filter_map(move |part| match part {
            Part::Element(element) if element.name == name => Some(element),
            _ => None,
        })
    }
    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.parts.iter().find_map(|part| match part {
            Part::Element(element) if element.name == name => Some(element),
            _ => None,
        })
    }
    /// The words of the first child that has any, by the names in their order.
    pub(super) fn words_of(&self, names: &[&str]) -> String {
        let found = names.iter().flat_map(|name| self.children(name)).map(Element::words);
        found.into_iter().find(|words| !words.trim().is_empty()).unwrap_or_default().trim().to_owned()
    }
    /// Its words; of elements within it as HTML, so that their paragraphs stay apart.
    pub(super) fn words(&self) -> String {
        let plain = self.parts.iter().map(|part| match part {
            Part::Words(words) => Some(words.as_str()),
            Part::Element(_) => None,
        });
        plain.collect::<Option<String>>().unwrap_or_else(|| self.as_html())
    }
    /// XHTML as HTML: what is escaped stays words, and paragraphs stay paragraphs.
    fn as_html(&self) -> String {
        let mut out = String::new();
        for part in &self.parts {
            match part {
                Part::Words(words) => out.push_str(&words.replace('&', "&amp;").replace('<', "&lt;")),
                Part::Element(inner) => {
                    let name = inner.name.as_str();
                    let is_block = matches!(name, "p" | "div" | "br" | "li" | "ul" | "ol" | "h1" | "h2" | "h3");
                    let (open, close) = if is_block { ("<p>", "</p>") } else { ("", "") };
                    out.push_str(open);
                    out.push_str(&inner.as_html());
                    out.push_str(close);
                }
            }
        }
        out
    }
}

/// Reads a feed's XML. What stands after a fault is left out, with a trouble.
///
/// Errors: there is no element at all.
pub(super) fn read(text: &str, troubles: &mut Vec<Trouble>) -> Result<Element, ReadError> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.allow_dangling_amp = true;
    config.check_end_names = false;
    let mut open: Vec<Element> = Vec::new();
    let mut count = 0;
    let fault = loop {
        match reader.read_event() {
            Err(error) => break Some(error.to_string()),
            Ok(Event::Eof) if open.is_empty() => break None,
            Ok(Event::Eof) => break Some("it ends too early".into()),
            Ok(Event::Start(start)) => {
                count += 1;
                if open.len() >= DEPTH_MOST || count > ELEMENTS_MOST {
                    break Some("it nests too deeply or has too many elements".into());
                }
                open.push(element(&start));
            }
            Ok(Event::End(_)) => {
                let Some(done) = open.pop() else { continue };
                match open.last_mut() {
                    Some(parent) => parent.parts.push(Part::Element(done)),
                    None => return Ok(done),
                }
            }
            Ok(Event::Text(text)) => add(&mut open, &text.into_inner()),
            Ok(Event::CData(text)) => add(&mut open, &text.into_inner()),
            Ok(Event::GeneralRef(name)) => match name.resolve_char_ref() {
                Ok(Some(c)) => add(&mut open, &c.to_string()),
                // Feeds hold HTML's entities without declaring them: they are HTML's when its words are read.
                _ => add(&mut open, &named(&name.into_inner())),
            },
            Ok(Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {}
        }
    };
    while open.len() > 1 {
        let Some(done) = open.pop() else { break };
        if let Some(parent) = open.last_mut() {
            parent.parts.push(Part::Element(done));
        }
    }
    if let Some(why) = fault {
        troubles.push(Trouble {
            page: None,
            place: format!("byte {}", reader.buffer_position()),
            what: format!("The feed's XML is broken there: {why}."),
            remedy: "What stands after it is left out.".into(),
            key: String::new(),
            arguments: Vec::new(),
        });
    }
    open.pop().ok_or_else(|| ReadError::damaged("it holds no element"))
}

fn add(open: &mut [Element], words: &str) {
    let Some(last) = open.last_mut() else { return };
    match last.parts.last_mut() {
        Some(Part::Words(before)) => before.push_str(words),
        _ => last.parts.push(Part::Words(words.to_owned())),
    }
}

fn element(start: &BytesStart<'_>) -> Element {
    let local = |name: &str| name.rsplit_once(':').map_or(name, |(_, local)| local).to_owned();
    let mut all = start.attributes();
    let attributes = all.with_checks(false).flatten().filter_map(|attribute| {
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
        Some((local(attribute.key.into_inner()), value.into_owned()))
    });
    Element { name: local(start.name().into_inner()), attributes: attributes.collect(), parts: Vec::new() }
}

/// The letter of one of XML's five names; another name as it stands.
fn named(name: &str) -> String {
    match name {
        "amp" => "&".into(),
        "lt" => "<".into(),
        "gt" => ">".into(),
        "quot" => "\"".into(),
        "apos" => "'".into(),
        other => format!("&{other};"),
    }
}
