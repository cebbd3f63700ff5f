//! A paragraph's citation, as text, as Markdown, and as a link.

use crate::{Address, PartialDate};

/// What a citation is made of.
#[derive(Clone, Debug)]
pub struct Citation<'a> {
    /// Where the paragraph is, with its revision.
    pub address: &'a Address,
    /// The document's title.
    pub title: &'a str,
    /// The paragraph's number as printed, if it has one.
    pub number: Option<&'a str>,
    /// The document's date, if known.
    pub date: Option<PartialDate>,
    /// The paragraph's words.
    pub text: &'a str,
}

impl Citation<'_> {
    /// `"…words…" (A/80/257, para 12, 2025-07-11)`.
    pub fn as_text(&self) -> String {
        format!("\u{201c}{}\u{201d} ({})", self.text, self.place())
    }
    /// A Markdown quotation with a link; `origin` is scheme and host without a final slash.
    pub fn as_markdown(&self, origin: &str) -> String {
        let escaped = escape_markdown(self.text).replace('\n', "\n> ");
        format!("> {escaped}\n>\n> — {}, [{}]({})", self.title.replace(['[', ']'], ""), self.place(), self.link(origin))
    }
    /// The full address.
    pub fn link(&self, origin: &str) -> String {
        format!("{origin}{}", self.address)
    }
    /// `A/80/257, para 12, 2025-07-11`.
    pub fn place(&self) -> String {
        let mut place = self.address.symbol.to_string();
        if let Some(number) = self.number {
            place.push_str(", para ");
            place.push_str(number);
        }
        if let Some(date) = self.date {
            place.push_str(&format!(", {date}"));
        }
        place
    }
}

/// Puts a backslash before what Markdown would read as a mark.
fn escape_markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\[]*_`<>#".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected_text: &str, expected_markdown: &str) {
        let address = Address::parse("A/80/257/en1/p/12").expect("an address");
        let citation = Citation {
            address: &address,
            title: "Final report",
            number: Some("12"),
            date: PartialDate::parse("2025-07-11").ok(),
            text,
        };
        assert_eq!(citation.as_text(), expected_text);
        assert_eq!(citation.as_markdown("http://h"), expected_markdown);
    }

    #[test]
    fn a_citation_names_symbol_number_and_date() {
        check(
            "States [agreed].",
            "“States [agreed].” (A/80/257, para 12, 2025-07-11)",
            "> States \\[agreed\\].\n>\n> — Final report, [A/80/257, para 12, 2025-07-11](http://h/d/A/80/257/en1/p/12)",
        );
    }
}
