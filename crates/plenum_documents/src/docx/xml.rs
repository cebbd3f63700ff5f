//! XML as a row of openings, closings and words, with the limits that hostile files need.

use crate::ReadError;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::borrow::Cow;

const MAX_DEPTH: usize = 200; // Tables within text boxes within tables reach 60; our own recursion stays far under 1 MB.

/// One opening, closing, or run of words.
pub(super) enum Node<'a> {
    /// `<w:p …>`; an empty element opens and closes.
    Open(Tag<'a>),
    /// The end of the innermost open element.
    Close,
    /// Words, entities resolved.
    Words(Cow<'a, str>),
}

/// An opening.
pub(super) struct Tag<'a> {
    start: BytesStart<'a>,
}

impl Tag<'_> {
    /// The name without its prefix: prefixes differ between programs.
    pub fn name(&self) -> &str {
        let full = self.start.name().into_inner();
        full.rsplit_once(':').map_or(full, |(_, local)| local)
    }
    /// The value of the attribute of that name, whatever its prefix; an unreadable one counts as absent.
    pub fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        self.start.attributes().with_checks(false).flatten().find_map(|attribute| {
            let full = attribute.key.into_inner();
            let local = full.rsplit_once(':').map_or(full, |(_, local)| local);
            (local == name).then(|| attribute.normalized_value(XmlVersion::Implicit1_0).ok()).flatten()
        })
    }
    /// The `val` of a switch such as `<w:b/>`: on unless it says otherwise.
    pub fn is_on(&self) -> bool {
        !matches!(self.get("val").as_deref(), Some("0" | "false" | "off" | "none"))
    }
    /// A whole number in the attribute.
    pub fn number(&self, name: &str) -> Option<i64> {
        let value = self.get(name)?;
        let value = value.trim();
        value.parse().ok().or_else(|| value.parse::<f64>().ok().map(|n| n as i64))
    }
}

/// A reader of one part.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
}

impl<'a> Xml<'a> {
    /// Reads `text`.
    pub fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Self { reader, depth: 0 }
    }

    /// The next node; `None` at the end.
    ///
    /// Errors: ill-formed, nested too deeply, or declaring a document type, which no Word file does.
    pub fn next(&mut self) -> Result<Option<Node<'a>>, ReadError> {
        loop {
            let event = self.reader.read_event().map_err(|_| ReadError::damaged("its XML is not well formed"))?;
            let node = match event {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > MAX_DEPTH {
                        return Err(ReadError::TooDeep { limit: MAX_DEPTH });
                    }
                    Node::Open(Tag { start })
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    Node::Close
                }
                Event::Text(text) => Node::Words(text.into_inner()),
                Event::CData(text) => Node::Words(text.into_inner()),
                Event::GeneralRef(name) => match name.resolve_char_ref() {
                    Ok(Some(c)) => Node::Words(Cow::Owned(c.to_string())),
                    _ => Node::Words(Cow::Borrowed(predefined(&name.into_inner())?)),
                },
                Event::DocType(_) => {
                    return Err(ReadError::Unsafe {
                        what: "a document type declaration, which Word never writes".into(),
                    });
                }
                Event::Eof if self.depth > 0 => return Err(ReadError::damaged("its XML ends too early")),
                Event::Eof => return Ok(None),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
            };
            return Ok(Some(node));
        }
    }

    /// The next child's opening within the innermost open element; `None` once that has closed. Words are passed over.
    pub fn child(&mut self) -> Result<Option<Tag<'a>>, ReadError> {
        loop {
            match self.next()? {
                Some(Node::Open(tag)) => return Ok(Some(tag)),
                Some(Node::Words(_)) => {}
                Some(Node::Close) | None => return Ok(None),
            }
        }
    }

    /// Passes over the rest of the element opened last.
    pub fn skip(&mut self) -> Result<(), ReadError> {
        let mut open = 1;
        while open > 0 {
            match self.next()? {
                Some(Node::Open(_)) => open += 1,
                Some(Node::Close) => open -= 1,
                Some(Node::Words(_)) => {}
                None => break,
            }
        }
        Ok(())
    }

    /// All words within the element opened last, at any depth.
    pub fn words(&mut self) -> Result<String, ReadError> {
        let (mut open, mut out) = (1, String::new());
        while open > 0 {
            match self.next()? {
                Some(Node::Open(_)) => open += 1,
                Some(Node::Close) => open -= 1,
                Some(Node::Words(words)) => out.push_str(&words),
                None => break,
            }
        }
        Ok(out)
    }
}

fn predefined(name: &str) -> Result<&'static str, ReadError> {
    match name {
        "amp" => Ok("&"),
        "lt" => Ok("<"),
        "gt" => Ok(">"),
        "quot" => Ok("\""),
        "apos" => Ok("'"),
        _ => Err(ReadError::Unsafe { what: "an entity that nothing declares".into() }),
    }
}
