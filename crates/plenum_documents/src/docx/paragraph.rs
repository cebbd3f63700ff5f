//! One Word paragraph: its properties, runs, fields, notes, changes, pictures.

use super::body::Body;
use super::styles::{ParagraphLook, RunLook};
use super::symbols;
use super::xml::{Tag, Xml};
use crate::ReadError;
use crate::structure::{Block, Mark, Role};

const MAX_PARAGRAPHS: usize = 300_000; // Cells and empty ones included; a budget section of 100 pages has 3,000.

/// A block with what the whole document is needed to judge.
#[derive(Clone, Debug, Default)]
pub(super) struct Raw {
    /// The block.
    pub block: Block,
    /// The size of its letters in half-points, 0 if unknown.
    pub size: u32,
    /// The name of its style, in lower case.
    pub style: String,
}

/// The words of a paragraph as they are gathered.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// The words.
    pub text: String,
    /// Footnotes' marks in them.
    pub marks: Vec<Mark>,
    /// Paragraphs of text boxes that hang on this one.
    pub boxes: Vec<Raw>,
    letters: usize,
    bold: usize,
    italic: usize,
    size_sum: u64,
}

impl Words {
    /// Adds words that look so.
    pub fn push(&mut self, words: &str, look: RunLook) {
        let letters = words.chars().filter(|c| c.is_alphanumeric()).count();
        self.letters += letters;
        self.bold += if look.bold == Some(true) { letters } else { 0 };
        self.italic += if look.italic == Some(true) { letters } else { 0 };
        self.size_sum += letters as u64 * u64::from(look.size.unwrap_or(20).min(2_000)); // Word's own default: 10 points.
        self.text.push_str(words);
    }
    fn is_all(&self, count: usize) -> bool {
        self.letters > 0 && count == self.letters
    }
}

/// What a paragraph says of itself.
#[derive(Debug, Default)]
pub(super) struct Properties {
    /// The id of its style.
    pub style: Option<String>,
    /// Its own look, over the style's.
    pub look: ParagraphLook,
    /// Its mark was deleted: it is one with the next paragraph.
    pub joins_next: bool,
}

impl<'p> Body<'p> {
    /// Reads the paragraph opened last; gives its words and properties.
    pub(super) fn paragraph<'a>(&mut self, xml: &mut Xml<'a>) -> Result<(Words, Properties), ReadError> {
        self.met += 1;
        if self.met > MAX_PARAGRAPHS {
            return Err(ReadError::TooLarge { what: "its number of paragraphs".into(), limit: "300,000".into() });
        }
        let mut words = self.carried.take().unwrap_or_default();
        let mut properties = Properties::default();
        let mut base = self.styles.run(None);
        while let Some(tag) = xml.child()? {
            if tag.name() == "pPr" {
                properties = properties_of(xml)?;
                let style = properties.style.as_deref();
                let ground = properties.look.over(self.styles.paragraph(style)).shaded;
                base = RunLook { shaded: ground, ..RunLook::default() }.over(self.styles.run(style));
            } else {
                self.content(&tag, xml, &mut words, base)?;
            }
        }
        // Instructions do not span paragraphs; an unended one must not swallow the document.
        self.fields.iter_mut().for_each(|is_result| *is_result = true);
        Ok((words, properties))
    }

    /// Reads one child of a paragraph, run or anything between, to its end.
    fn content<'a>(
        &mut self,
        tag: &Tag<'a>,
        xml: &mut Xml<'a>,
        words: &mut Words,
        look: RunLook,
    ) -> Result<(), ReadError> {
        match tag.name() {
            "r" => return self.run(xml, words, look),
            "hyperlink" | "ins" | "moveTo" | "smartTag" | "sdt" | "sdtContent" | "fldSimple" | "customXml" | "dir"
            | "bdo" | "ruby" | "rubyBase" => {
                while let Some(child) = xml.child()? {
                    self.content(&child, xml, words, look)?;
                }
                return Ok(());
            }
            "oMath" | "oMathPara" => {
                let formula = xml.words()?;
                words.push(&formula.split_whitespace().collect::<Vec<_>>().join(" "), look);
                return Ok(());
            }
            "AlternateContent" => return self.alternatives(xml, words, look),
            "drawing" | "pict" | "object" => return self.object(xml, words, look),
            _ => {}
        }
        self.piece(tag, xml, words, look)
    }

    fn run<'a>(&mut self, xml: &mut Xml<'a>, words: &mut Words, base: RunLook) -> Result<(), ReadError> {
        let mut look = base;
        while let Some(tag) = xml.child()? {
            if tag.name() == "rPr" {
                look = self.own_look(xml)?.over(base);
            } else {
                self.content(&tag, xml, words, look)?;
            }
        }
        Ok(())
    }

    fn own_look(&self, xml: &mut Xml) -> Result<RunLook, ReadError> {
        let mut own = RunLook::default();
        let mut style = RunLook::default();
        while let Some(child) = xml.child()? {
            if child.name() == "rStyle" {
                style = child.get("val").map(|id| self.styles.character(&id)).unwrap_or_default();
            }
            own.take(&child);
            xml.skip()?;
        }
        Ok(own.over(style))
    }

    /// The smallest pieces: words, tabs, signs, marks, field borders. Whatever else there is holds no words.
    fn piece<'a>(
        &mut self,
        tag: &Tag<'a>,
        xml: &mut Xml<'a>,
        words: &mut Words,
        look: RunLook,
    ) -> Result<(), ReadError> {
        let is_unseen = look.is_unseen(self.grounds > 0);
        let is_shown = self.fields.iter().all(|is_result| *is_result) && !is_unseen;
        match tag.name() {
            "t" => {
                let text = xml.words()?;
                if is_shown {
                    words.push(&text, look);
                } else if is_unseen {
                    self.losses.hidden_letters += text.chars().filter(|c| !c.is_whitespace()).count();
                }
                return Ok(());
            }
            "tab" | "ptab" if is_shown => words.text.push('\t'),
            "br" | "cr" if is_shown => words.text.push(' '),
            "noBreakHyphen" if is_shown => words.text.push('-'),
            "sym" if is_shown => {
                let font = tag.get("font").unwrap_or_default();
                let code = tag.get("char").and_then(|c| u32::from_str_radix(c.trim(), 16).ok()).unwrap_or(0);
                words.push(symbols::sign(&font, code).encode_utf8(&mut [0; 4]), look);
            }
            "footnoteReference" | "endnoteReference" if is_shown => {
                let is_end = tag.name() == "endnoteReference";
                if let Some(id) = tag.get("id") {
                    let is_custom = tag.get("customMarkFollows").is_some_and(|v| v != "0" && v != "false");
                    self.take_mark(is_end, &id, is_custom, words);
                }
            }
            "fldChar" => match tag.get("fldCharType").as_deref() {
                Some("begin") => self.fields.push(false),
                Some("separate") => self.fields.iter_mut().next_back().into_iter().for_each(|f| *f = true),
                Some("end") => {
                    self.fields.pop();
                }
                _ => {}
            },
            _ => {}
        }
        xml.skip()
    }

    /// A shape, picture or embedded object: its text boxes are read, its pictures counted.
    fn object<'a>(&mut self, xml: &mut Xml<'a>, words: &mut Words, look: RunLook) -> Result<(), ReadError> {
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "txbxContent" => {
                    let carried = self.carried.take();
                    self.grounds += 1;
                    let inner = self.blocks(xml)?;
                    self.grounds -= 1;
                    self.carried = carried;
                    words.boxes.extend(inner);
                }
                "AlternateContent" => self.alternatives(xml, words, look)?,
                "blip" | "imagedata" => {
                    self.losses.pictures += 1;
                    xml.skip()?;
                }
                "chart" | "relIds" => {
                    self.losses.charts += 1;
                    xml.skip()?;
                }
                _ => self.object(xml, words, look)?,
            }
        }
        Ok(())
    }

    /// The same content twice, for newer and older programs: the first that yields something is taken.
    fn alternatives<'a>(&mut self, xml: &mut Xml<'a>, words: &mut Words, look: RunLook) -> Result<(), ReadError> {
        let mut has_content = false;
        while let Some(branch) = xml.child()? {
            if has_content || !matches!(branch.name(), "Choice" | "Fallback") {
                xml.skip()?;
                continue;
            }
            let before = (words.text.len(), words.boxes.len(), self.losses.pictures + self.losses.charts);
            while let Some(tag) = xml.child()? {
                self.content(&tag, xml, words, look)?;
            }
            has_content = before != (words.text.len(), words.boxes.len(), self.losses.pictures + self.losses.charts);
        }
        Ok(())
    }

    /// Makes a block of words and properties; counts its list. `None` if there are no words.
    pub(super) fn raw(&mut self, words: Words, properties: &Properties) -> Option<Raw> {
        let style = properties.style.as_deref();
        let look = properties.look.over(self.styles.paragraph(style));
        let label = self.label_of(properties, look);
        if words.text.trim().is_empty() && words.marks.is_empty() {
            return None;
        }
        let name = self.styles.name(style).to_owned();
        let own_outline = properties.look.outline.map(|level| (level < 9).then_some(level + 1));
        let level = own_outline.unwrap_or_else(|| self.styles.heading_level(style));
        let mut block = Block { label, ..Block::of(words.text.as_str()) };
        block.role = super::roles::role(&name, level, &words.text);
        if let Role::Note { mark } = &block.role {
            // The typed mark is the note's sign, not one of its words.
            let stars = block.text.find(mark.as_str()).map_or(0, |at| at + mark.len());
            block.text.drain(..stars);
        }
        block.look.is_bold = words.is_all(words.bold);
        block.look.is_italic = words.is_all(words.italic);
        block.look.is_centred = look.centred == Some(true);
        let indent = look.left.unwrap_or(0).saturating_add(look.first.unwrap_or(0));
        block.look.indent_pt = Some(indent.clamp(-20_000, 20_000) as f32 / 20.0);
        let size = words.size_sum.checked_div(words.letters as u64).unwrap_or(0);
        block.marks = words.marks;
        Some(Raw { block, size: u32::try_from(size).unwrap_or(0), style: name })
    }

    fn label_of(&mut self, properties: &Properties, look: ParagraphLook) -> Option<String> {
        let list = look.list.filter(|list| *list > 0)?;
        let style = properties.style.as_deref();
        let by_style = || match self.styles.list_giver(style) {
            Some(giver) => self.numbering.level_of_style(list, &giver),
            None => 0,
        };
        let level = match (properties.look.list, properties.look.level, look.level) {
            (_, Some(level), _) => level,
            (Some(_), None, _) => 0,
            (None, None, Some(level)) => level,
            (None, None, None) => by_style(),
        };
        self.numbering.step(list, level, self.styles)
    }
}

/// Reads the children of the `pPr` opened last.
fn properties_of(xml: &mut Xml) -> Result<Properties, ReadError> {
    let mut properties = Properties::default();
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "pStyle" => properties.style = tag.get("val").map(|v| v.into_owned()),
            // A large first letter stands in a paragraph of its own.
            "framePr" => properties.joins_next |= tag.get("dropCap").is_some_and(|v| v != "none"),
            "rPr" => {
                while let Some(mark) = xml.child()? {
                    properties.joins_next |= matches!(mark.name(), "del" | "moveFrom");
                    xml.skip()?;
                }
                continue;
            }
            _ => {
                if properties.look.take(&tag, xml)? {
                    continue;
                }
            }
        }
        xml.skip()?;
    }
    Ok(properties)
}
