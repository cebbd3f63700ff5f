//! Word's styles: what a paragraph inherits from the style it names, and that from the one it is based on.

use super::xml::{Tag, Xml};
use crate::ReadError;
use std::collections::HashMap;

const MAX_BASES: usize = 20; // Styles based on styles; Word allows 10 or so, and a circle must end.

/// What a run's properties say; `None` inherits.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct RunLook {
    /// Bold.
    pub bold: Option<bool>,
    /// Italic.
    pub italic: Option<bool>,
    /// Hidden.
    pub hidden: Option<bool>,
    /// Size in half-points.
    pub size: Option<u32>,
    /// Raised, as a footnote's mark is.
    pub raised: Option<bool>,
    /// White.
    pub white: Option<bool>,
    /// On a ground of some colour.
    pub shaded: Option<bool>,
}

impl RunLook {
    /// This look, and where it says nothing the other.
    pub fn over(self, under: Self) -> Self {
        Self {
            bold: self.bold.or(under.bold),
            italic: self.italic.or(under.italic),
            hidden: self.hidden.or(under.hidden),
            size: self.size.or(under.size),
            raised: self.raised.or(under.raised),
            white: self.white.or(under.white),
            shaded: self.shaded.or(under.shaded),
        }
    }

    /// Whether nobody sees words that look so: marked as hidden, or white on the white of the page. In tables and boxes
    /// (`is_on_ground`) white may stand on a colour.
    pub fn is_unseen(self, is_on_ground: bool) -> bool {
        let is_white = self.white == Some(true) && self.shaded != Some(true) && !is_on_ground;
        self.hidden == Some(true) || is_white
    }

    /// Takes in one child of `rPr`.
    pub fn take(&mut self, tag: &Tag) {
        match tag.name() {
            "b" => self.bold = Some(tag.is_on()),
            "i" => self.italic = Some(tag.is_on()),
            "vanish" => self.hidden = Some(tag.is_on()),
            "sz" => self.size = tag.number("val").and_then(|n| u32::try_from(n).ok()),
            "color" => self.white = Some(tag.get("val").is_some_and(|v| v.eq_ignore_ascii_case("FFFFFF"))),
            "highlight" => self.shaded = Some(tag.get("val").is_some_and(|v| !matches!(&*v, "none" | "white"))),
            "shd" => self.shaded = Some(is_coloured(tag)),
            "vertAlign" => self.raised = Some(tag.get("val").as_deref() == Some("superscript")),
            _ => {}
        }
    }
}

/// What a paragraph's properties say; `None` inherits.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ParagraphLook {
    /// The list it is numbered by; 0 is none.
    pub list: Option<u32>,
    /// The level in that list, from 0.
    pub level: Option<u8>,
    /// Level in the outline, from 0; 9 is body text.
    pub outline: Option<u8>,
    /// Centred.
    pub centred: Option<bool>,
    /// Where the first line begins: left indent, and what the first line adds, in twentieths of a point.
    pub left: Option<i64>,
    /// See `left`.
    pub first: Option<i64>,
    /// On a ground of some colour.
    pub shaded: Option<bool>,
}

impl ParagraphLook {
    /// This look, and where it says nothing the other.
    pub fn over(self, under: Self) -> Self {
        Self {
            list: self.list.or(under.list),
            level: self.level.or(under.level),
            outline: self.outline.or(under.outline),
            centred: self.centred.or(under.centred),
            left: self.left.or(under.left),
            first: self.first.or(under.first),
            shaded: self.shaded.or(under.shaded),
        }
    }

    /// Takes in one child of `pPr`; reads the children of `numPr`. Out: whether the child was read to its end.
    pub fn take<'a>(&mut self, tag: &Tag<'a>, xml: &mut Xml<'a>) -> Result<bool, ReadError> {
        match tag.name() {
            "numPr" => {
                while let Some(child) = xml.child()? {
                    match child.name() {
                        "ilvl" => self.level = child.number("val").and_then(|n| u8::try_from(n).ok()),
                        "numId" => self.list = child.number("val").and_then(|n| u32::try_from(n).ok()),
                        _ => {}
                    }
                    xml.skip()?;
                }
                return Ok(true);
            }
            "outlineLvl" => self.outline = tag.number("val").and_then(|n| u8::try_from(n).ok()),
            "shd" => self.shaded = Some(is_coloured(tag)),
            "jc" => self.centred = Some(tag.get("val").as_deref() == Some("center")),
            "ind" => {
                self.left = tag.number("left").or_else(|| tag.number("start")).or(self.left);
                let hanging = tag.number("hanging").map(|n| n.saturating_neg());
                self.first = hanging.or_else(|| tag.number("firstLine")).or(self.first);
            }
            _ => {}
        }
        Ok(false)
    }
}

/// One style.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    /// Its name in lower case: `heading 1`, `footnote text`.
    pub name: String,
    based_on: Option<String>,
    /// The looks it gives.
    pub run: RunLook,
    /// See `run`.
    pub paragraph: ParagraphLook,
}

/// All styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    /// Id of the style of paragraphs that name none.
    default_id: Option<String>,
    defaults: RunLook,
}

impl Styles {
    /// Reads `styles.xml`.
    pub fn read(text: &str) -> Result<Self, ReadError> {
        let mut xml = Xml::new(text);
        let mut styles = Self::default();
        xml.child()?; // The root.
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "style" => styles.take_style(&tag, &mut xml)?,
                "docDefaults" => styles.defaults = defaults(&mut xml)?,
                _ => xml.skip()?,
            }
        }
        Ok(styles)
    }

    fn take_style<'a>(&mut self, tag: &Tag<'a>, xml: &mut Xml<'a>) -> Result<(), ReadError> {
        let id = tag.get("styleId").unwrap_or_default().into_owned();
        let is_default = tag.get("default").is_some_and(|v| v == "1" || v == "true" || v == "on");
        let is_paragraph = tag.get("type").is_none_or(|kind| kind == "paragraph");
        let mut style = Style::default();
        while let Some(child) = xml.child()? {
            match child.name() {
                "name" => style.name = child.get("val").unwrap_or_default().to_lowercase(),
                "basedOn" => style.based_on = child.get("val").map(|v| v.into_owned()),
                "pPr" => {
                    while let Some(property) = xml.child()? {
                        if !style.paragraph.take(&property, xml)? {
                            xml.skip()?;
                        }
                    }
                    continue;
                }
                "rPr" => {
                    style.run = run_look(xml)?;
                    continue;
                }
                _ => {}
            }
            xml.skip()?;
        }
        if is_default && is_paragraph {
            self.default_id = Some(id.clone());
        }
        self.by_id.insert(id, style);
        Ok(())
    }

    /// The style of that id, or the default one.
    fn chain<'s>(&'s self, id: Option<&'s str>) -> impl Iterator<Item = (&'s str, &'s Style)> {
        let mut next = id.or(self.default_id.as_deref());
        std::iter::from_fn(move || {
            let id = next?;
            let style = self.by_id.get(id)?;
            next = style.based_on.as_deref();
            Some((id, style))
        })
        .take(MAX_BASES)
    }

    /// What a paragraph of that style looks like.
    pub fn paragraph(&self, id: Option<&str>) -> ParagraphLook {
        self.chain(id).fold(ParagraphLook::default(), |look, (_, style)| look.over(style.paragraph))
    }

    /// The id of the style that gives the paragraph its list: levels are tied to styles by it.
    pub fn list_giver(&self, id: Option<&str>) -> Option<String> {
        self.chain(id).find(|(_, style)| style.paragraph.list.is_some()).map(|(id, _)| id.to_owned())
    }

    /// What the letters of that style look like, with the document's defaults.
    pub fn run(&self, id: Option<&str>) -> RunLook {
        self.chain(id).fold(RunLook::default(), |look, (_, style)| look.over(style.run)).over(self.defaults)
    }

    /// What a character style says by itself.
    pub fn character(&self, id: &str) -> RunLook {
        self.chain(Some(id)).fold(RunLook::default(), |look, (_, style)| look.over(style.run))
    }

    /// The style's name in lower case; empty if unknown.
    pub fn name<'s>(&'s self, id: Option<&'s str>) -> &'s str {
        self.chain(id).next().map_or("", |(_, style)| style.name.as_str())
    }

    /// The heading level, from 1, that the style or one it is based on says by its name ("heading 2") or outline.
    pub fn heading_level(&self, id: Option<&str>) -> Option<u8> {
        self.chain(id).find_map(|(_, style)| {
            let by_name = style.name.strip_prefix("heading ").and_then(|n| n.trim().parse::<u8>().ok());
            let by_outline = style.paragraph.outline.filter(|level| *level < 9).map(|level| level + 1);
            by_name.filter(|level| (1..=9).contains(level)).or(by_outline)
        })
    }
}

fn defaults(xml: &mut Xml) -> Result<RunLook, ReadError> {
    let mut look = RunLook::default();
    while let Some(child) = xml.child()? {
        if child.name() == "rPrDefault" {
            while let Some(inner) = xml.child()? {
                if inner.name() == "rPr" { look = run_look(xml)? } else { xml.skip()? }
            }
        } else {
            xml.skip()?;
        }
    }
    Ok(look)
}

/// Whether a shading has a colour; `auto` and white are the page's own.
fn is_coloured(shading: &Tag) -> bool {
    shading.get("fill").is_some_and(|fill| !fill.eq_ignore_ascii_case("auto") && !fill.eq_ignore_ascii_case("FFFFFF"))
}

/// Reads the children of the `rPr` opened last.
pub(super) fn run_look(xml: &mut Xml) -> Result<RunLook, ReadError> {
    let mut look = RunLook::default();
    while let Some(child) = xml.child()? {
        look.take(&child);
        xml.skip()?;
    }
    Ok(look)
}
