//! Writing any reading as an Akoma Ntoso `doc`.
//!
//! Headings become nested `hcontainer`s, all else `paragraph`s with their full number; kind, level and page stand in
//! `class`, so that reading the export gives the same paragraphs again.

use super::reader::OWN_TITLE;
use crate::languages;
use plenum_model::{DocumentFacts, Paragraph, ParagraphKind, PartialDate, Reading, Reference};
use std::fmt::Write;

/// Writes a reading as Akoma Ntoso 3.0.
///
/// In: a reading, and what is known of the document. Out: XML that validates against the standard's schema; letters
/// that XML cannot hold are left out. Troubles are not written. Errors: none.
pub fn write(reading: &Reading, facts: &DocumentFacts) -> String {
    let mut writer = Writer { xml: String::with_capacity(4_096), ..Writer::default() };
    writer.xml.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    writer.put(&format!("<akomaNtoso xmlns=\"{}\"><doc name=\"{}\">", super::NAMESPACE, facts.kind.as_str()));
    writer.meta(reading, facts);
    let fronts = reading.paragraphs.iter().take_while(|p| p.kind == ParagraphKind::Front).count();
    let (front, body) = reading.paragraphs.split_at(fronts);
    writer.preface(if reading.title.is_empty() { &facts.title } else { &reading.title }, front);
    writer.put("<mainBody>");
    body.iter().for_each(|paragraph| writer.paragraph(paragraph));
    writer.close_headings(0);
    if body.is_empty() {
        writer.put("<p/>");
    }
    writer.put("</mainBody></doc></akomaNtoso>\n");
    writer.xml
}

#[derive(Default)]
struct Writer {
    xml: String,
    /// Levels of the headings that are open.
    headings: Vec<u8>,
    /// How many ids were given.
    ids: usize,
}

impl Writer {
    /// Puts markup as it is.
    fn put(&mut self, markup: &str) {
        self.xml.push_str(markup);
    }

    /// Puts words, escaped.
    fn words(&mut self, text: &str) {
        for c in text.chars().filter(|c| is_allowed(*c)) {
            match c {
                '&' => self.xml.push_str("&amp;"),
                '<' => self.xml.push_str("&lt;"),
                '>' => self.xml.push_str("&gt;"),
                '"' => self.xml.push_str("&quot;"),
                c => self.xml.push(c),
            }
        }
    }

    /// Puts an element's opening with a fresh id; attributes are name and value.
    fn open(&mut self, name: &str, prefix: &str, attributes: &[(&str, &str)]) {
        self.ids += 1;
        let id = format!("{prefix}_{}", self.ids);
        self.xml.push('<');
        self.xml.push_str(name);
        for (key, value) in [("eId", id.as_str())].iter().chain(attributes) {
            self.put(" ");
            self.put(key);
            self.put("=\"");
            self.words(value);
            self.put("\"");
        }
        self.xml.push('>');
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.put("<");
        self.put(name);
        for (key, value) in attributes {
            self.put(" ");
            self.put(key);
            self.put("=\"");
            self.words(value);
            self.put("\"");
        }
        self.put("/>");
    }

    fn meta(&mut self, reading: &Reading, facts: &DocumentFacts) {
        let (date, precision) = date_parts(facts.date.or(reading.date));
        let language = languages::three_letters(&reading.language).to_owned();
        let work = format!("/akn/un/doc/{date}/{}", address_part(facts.symbol.as_str()));
        let expression = format!("{work}/{language}@");
        let issuer = facts.issuer.as_deref().unwrap_or("United Nations");
        self.put("<meta><identification source=\"#plenum\">");
        self.level("FRBRWork", &work, "", &date, precision, "#issuer");
        self.empty("FRBRcountry", &[("value", "un")]);
        self.empty("FRBRnumber", &[("value", facts.symbol.as_str())]);
        self.empty("FRBRname", &[("value", &facts.title)]);
        self.put("</FRBRWork>");
        self.level("FRBRExpression", &expression, "", &date, precision, "#plenum");
        self.empty("FRBRlanguage", &[("language", &language)]);
        self.put("</FRBRExpression>");
        self.level("FRBRManifestation", &expression, ".xml", &date, precision, "#plenum");
        self.empty("FRBRformat", &[("value", "application/akn+xml")]);
        self.put("</FRBRManifestation></identification><references source=\"#plenum\">");
        for (id, name) in [("plenum", "Plenum"), ("issuer", issuer)] {
            let address = format!("/akn/ontology/organization/un/{id}");
            self.empty("TLCOrganization", &[("eId", id), ("href", &address), ("showAs", name)]);
        }
        self.put("</references></meta>");
    }

    /// The beginning of one of the three levels of identification.
    fn level(&mut self, name: &str, address: &str, ending: &str, date: &str, precision: &str, author: &str) {
        self.put(&format!("<{name}>"));
        self.empty("FRBRthis", &[("value", &format!("{address}/!main{ending}"))]);
        self.empty("FRBRuri", &[("value", &format!("{address}{ending}"))]);
        self.empty("FRBRdate", &[("date", date), ("name", precision)]);
        self.empty("FRBRauthor", &[("href", author)]);
    }

    fn preface(&mut self, title: &str, front: &[Paragraph]) {
        self.put("<preface>");
        self.open("container", "title", &[("name", "title"), ("class", OWN_TITLE)]);
        self.put("<p><docTitle>");
        self.words(title);
        self.put("</docTitle></p></container>");
        for paragraph in front {
            self.open("container", "front", &[("name", "front"), ("class", &class(paragraph))]);
            self.put("<p>");
            self.inline(paragraph, 0, paragraph.text.len());
            self.put("</p></container>");
        }
        self.put("</preface>");
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        if paragraph.kind == ParagraphKind::Heading {
            self.heading(paragraph);
            return;
        }
        let prefix = if paragraph.kind == ParagraphKind::Table { "table" } else { "para" };
        self.open("paragraph", prefix, &[("class", &class(paragraph))]);
        self.number(paragraph);
        self.put("<content>");
        if paragraph.kind == ParagraphKind::Table {
            self.table(paragraph);
        } else {
            self.put("<p>");
            self.inline(paragraph, 0, paragraph.text.len());
            self.put("</p>");
        }
        self.put("</content></paragraph>\n");
    }

    fn heading(&mut self, paragraph: &Paragraph) {
        self.close_headings(paragraph.level);
        self.open("hcontainer", "heading", &[("name", "heading"), ("class", &class(paragraph))]);
        self.number(paragraph);
        self.put("<heading>");
        self.inline(paragraph, 0, paragraph.text.len());
        self.put("</heading>\n");
        self.headings.push(paragraph.level);
    }

    /// Closes the headings of a level and deeper.
    fn close_headings(&mut self, level: u8) {
        while self.headings.pop_if(|open| *open >= level).is_some() {
            self.put("</hcontainer>\n");
        }
    }

    fn number(&mut self, paragraph: &Paragraph) {
        if let Some(number) = &paragraph.number {
            self.put("<num>");
            self.words(number);
            self.put("</num>");
        }
    }

    fn table(&mut self, paragraph: &Paragraph) {
        self.open("table", "table", &[]);
        let mut from = 0;
        for row in paragraph.text.split('\n') {
            self.put("<tr>");
            let mut cell_from = from;
            for cell in row.split('|') {
                self.put("<td><p>");
                let lead = cell.len() - cell.trim_start().len();
                let start = cell_from + lead;
                self.inline(paragraph, start, start + cell.trim().len());
                self.put("</p></td>");
                cell_from += cell.len() + 1;
            }
            self.put("</tr>");
            from += row.len() + 1;
        }
        self.put("</table>");
    }

    /// Words of a paragraph from one byte to another, with the references and notes among them.
    fn inline(&mut self, paragraph: &Paragraph, from: usize, to: usize) {
        let text = &paragraph.text;
        let is_last = to == text.len();
        let mut notes = paragraph
            .footnotes
            .iter()
            .filter(|n| n.at >= from && (n.at < to || n.at == to && (is_last || to > from)))
            .peekable();
        let inside = |reference: &&Reference| {
            let (start, end) = reference.span;
            start >= from && end <= to && start < end && text.get(start..end).is_some()
        };
        let mut at = from;
        for reference in paragraph.references.iter().filter(inside) {
            if reference.span.0 < at {
                continue;
            }
            while let Some(note) = notes.next_if(|note| note.at <= reference.span.0) {
                self.until(text, &mut at, note.at);
                self.note(note);
            }
            self.until(text, &mut at, reference.span.0);
            self.reference(reference, &text[reference.span.0..reference.span.1]);
            at = reference.span.1;
        }
        for note in notes {
            self.until(text, &mut at, note.at);
            self.note(note);
        }
        self.until(text, &mut at, to);
    }

    /// Puts the words up to a byte; one inside a reference already written is passed.
    fn until(&mut self, text: &str, at: &mut usize, to: usize) {
        if let Some(words) = text.get(*at..to) {
            self.words(words);
            *at = to;
        }
    }

    fn reference(&mut self, reference: &Reference, words: &str) {
        let Some(symbol) = &reference.symbol else {
            self.words(words);
            return;
        };
        let mut address = format!("/akn/un/doc/{}", address_part(symbol.as_str()));
        if let Some(number) = &reference.number {
            address.push_str("#para_");
            address.push_str(&address_part(&number.replace(' ', "")));
        }
        self.open("ref", "ref", &[("href", &address)]);
        self.words(words);
        self.put("</ref>");
    }

    fn note(&mut self, note: &plenum_model::Footnote) {
        self.open("authorialNote", "note", &[("marker", &note.mark), ("placement", "bottom")]);
        self.put("<p>");
        self.words(&note.text);
        self.put("</p></authorialNote>");
    }
}

/// Kind, level and page as words of a class.
fn class(paragraph: &Paragraph) -> String {
    let mut class = format!("kind-{} level-{}", paragraph.kind.as_str(), paragraph.level);
    if let Some(page) = paragraph.page {
        // Writing to a String cannot fail.
        write!(class, " page-{page}").expect("a String takes all");
    }
    class
}

/// Whether XML 1.0 can hold a letter.
fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// A symbol or number as part of an address: what is not a plain letter is escaped.
fn address_part(text: &str) -> String {
    let mut part = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/()".contains(&byte) {
            part.push(char::from(byte));
        } else {
            write!(part, "%{byte:02X}").expect("a String takes all");
        }
    }
    part
}

/// A full day as the schema wants it, and in words how much of it is known.
fn date_parts(date: Option<PartialDate>) -> (String, &'static str) {
    let Some(date) = date else { return ("1900-01-01".into(), "unknown") };
    let (month, day) = (date.month().unwrap_or(1), date.day().unwrap_or(1));
    let precision = match (date.month(), date.day()) {
        (None, _) => "issued-year",
        (_, None) => "issued-month",
        _ => "issued",
    };
    (format!("{:04}-{month:02}-{day:02}", date.year()), precision)
}
